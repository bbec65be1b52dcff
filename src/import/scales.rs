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

/// Shorter scales come first, because the first scale that contains all answers is used.
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

/// The first scale that contains all these answers.
pub(super) fn scale_of<'a>(answers: impl Iterator<Item = &'a str> + Clone) -> Option<&'static Scale> {
    let matches =
        |scale: &&Scale| answers.clone().all(|answer| scale.answers.iter().any(|known| plain(known) == plain(answer)));
    let has_answers = answers.clone().next().is_some();
    SCALES.iter().find(matches).filter(|_| has_answers)
}
