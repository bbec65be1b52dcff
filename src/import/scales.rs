//! The answer scales that forms commonly use.

use super::headings::plain;

#[derive(Debug)]
pub(super) struct Scale {
    /// The best first.
    pub(super) answers: &'static [&'static str],
    /// The number of positive answers, which come first.
    pub(super) positive: usize,
    pub(super) neutral: &'static [&'static str],
}

/// A scale comes before those that have all its answers, because the first scale that contains all answers is used.
const SCALES: [Scale; 17] = [
    Scale { answers: &["Yes", "No"], positive: 1, neutral: &[] },
    Scale { answers: &["True", "False"], positive: 1, neutral: &[] },
    Scale { answers: &["Agree", "Disagree"], positive: 1, neutral: &[] },
    Scale { answers: &["Yes", "Not sure", "No"], positive: 1, neutral: &["Not sure"] },
    Scale { answers: &["Yes", "Maybe", "No"], positive: 1, neutral: &["Maybe"] },
    Scale { answers: &["Yes", "Unsure", "No"], positive: 1, neutral: &["Unsure"] },
    Scale { answers: &["Yes", "Don't know", "No"], positive: 1, neutral: &["Don't know"] },
    Scale { answers: &["Yes", "Partly", "No"], positive: 1, neutral: &["Partly"] },
    Scale { answers: &["Agree", "Neutral", "Disagree"], positive: 1, neutral: &["Neutral"] },
    Scale { answers: &["Strongly agree", "Agree", "Disagree", "Strongly disagree"], positive: 2, neutral: &[] },
    Scale {
        answers: &["Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree"],
        positive: 2,
        neutral: &["Neutral"],
    },
    Scale {
        answers: &["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"],
        positive: 2,
        neutral: &["Neither agree nor disagree"],
    },
    Scale {
        answers: &[
            "Very satisfied",
            "Satisfied",
            "Neither satisfied nor dissatisfied",
            "Dissatisfied",
            "Very dissatisfied",
        ],
        positive: 2,
        neutral: &["Neither satisfied nor dissatisfied"],
    },
    Scale { answers: &["Always", "Usually", "Sometimes", "Rarely", "Never"], positive: 2, neutral: &[] },
    Scale { answers: &["Always", "Often", "Sometimes", "Rarely", "Never"], positive: 2, neutral: &[] },
    Scale {
        answers: &["Very confident", "Confident", "Not very confident", "Not at all confident"],
        positive: 2,
        neutral: &[],
    },
    Scale { answers: &["Excellent", "Good", "Fair", "Poor"], positive: 2, neutral: &[] },
];

/// Words before an answer that say how much, from the most to the least, and whether that is positive.
const DEGREES: [(&str, u8, bool); 26] = [
    ("extremely", 0, true),
    ("completely", 0, true),
    ("totally", 0, true),
    ("a great deal", 0, true),
    ("very", 1, true),
    ("mostly", 2, true),
    ("a lot", 2, true),
    ("quite", 2, true),
    ("fairly", 2, true),
    ("moderately", 3, true),
    ("reasonably", 3, true),
    ("", 3, true),
    ("somewhat", 4, false),
    ("partly", 4, false),
    ("a bit", 5, false),
    ("a little", 5, false),
    ("slightly", 5, false),
    ("not so", 6, false),
    ("not very", 6, false),
    ("not really", 6, false),
    ("not much", 6, false),
    ("hardly", 6, false),
    ("not at all", 7, false),
    ("none at all", 7, false),
    ("not", 7, false),
    ("none", 7, false),
];

/// Answers that say how much of one thing, such as “Very well”, “Well” and “Not at all”: the most first, and how many are
/// positive. `None` for other answers.
pub(super) fn degrees_of<'a>(answers: impl Iterator<Item = &'a str>) -> Option<(Vec<String>, usize)> {
    let mut ranked: Vec<(u8, bool, String)> = Vec::new();
    let mut thing: Option<String> = None;
    for answer in answers {
        let lower = answer.trim().to_lowercase();
        let matching = DEGREES.iter().filter_map(|degree| {
            let rest = lower.strip_prefix(degree.0)?;
            (degree.0.is_empty() || rest.is_empty() || rest.starts_with(' ')).then_some((degree, rest.trim()))
        });
        let (degree, rest) = matching.max_by_key(|(degree, _)| degree.0.len())?;
        if !rest.is_empty() && thing.get_or_insert_with(|| rest.to_owned()) != rest {
            return None;
        }
        // A degree alone says how much of what the others name.
        if rest.is_empty() && degree.0.is_empty() || ranked.iter().any(|(rank, ..)| *rank == degree.1) {
            return None;
        }
        ranked.push((degree.1, degree.2, answer.to_owned()));
    }
    ranked.sort();
    let positive = ranked.iter().filter(|(_, positive, _)| *positive).count();
    let is_scale = ranked.len() > 2 && (1..ranked.len()).contains(&positive);
    is_scale.then(|| (ranked.into_iter().map(|(.., answer)| answer).collect(), positive))
}

/// The first scale that contains all these answers.
pub(super) fn scale_of<'a>(answers: impl Iterator<Item = &'a str> + Clone) -> Option<&'static Scale> {
    let matches =
        |scale: &&Scale| answers.clone().all(|answer| scale.answers.iter().any(|known| plain(known) == plain(answer)));
    let has_answers = answers.clone().next().is_some();
    SCALES.iter().find(matches).filter(|_| has_answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_of_one_thing_are_a_scale() {
        let of = |answers: &[&str]| degrees_of(answers.iter().copied());
        let owned = |answers: &[&str]| answers.iter().map(|answer| (*answer).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            of(&["Not at all", "Very well", "Not very well", "Well"]),
            Some((owned(&["Very well", "Well", "Not very well", "Not at all"]), 2))
        );
        assert_eq!(
            of(&["Slightly useful", "Extremely useful", "Not at all useful"]),
            Some((owned(&["Extremely useful", "Slightly useful", "Not at all useful"]), 1))
        );
        for other in
            [&["Maths", "Art", "Music"][..], &["Very well", "Very good", "Not at all"], &["Yes", "No", "Not sure"]]
        {
            assert_eq!(of(other), None, "{other:?}");
        }
    }
}
