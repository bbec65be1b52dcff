//! Who leads the careers programme, and whom they answer to.

use serde::Deserialize;

use super::Cited;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Leadership {
    /// Where it says that careers leaders need regular access to the school's leaders.
    pub line: Cited,
    senior_titles: Vec<String>,
    not_senior_of: Vec<String>,
}

impl Leadership {
    /// True for a title such as “Assistant headteacher and careers leader”, but not “PA to the headteacher” or “Deputy
    /// head of Year 9”.
    pub fn is_senior(&self, title: &str) -> bool {
        let title = title.to_lowercase();
        let is_own = |before: &str| !before.ends_with("to the ") && !before.ends_with("to ");
        let is_of_part = |after: &str| {
            let part = after.strip_prefix(" of ").map(|part| part.trim_start_matches("the "));
            let word = part.and_then(|part| part.split(|ch: char| !ch.is_alphanumeric()).next());
            word.is_some_and(|word| self.not_senior_of.iter().any(|not| not == word))
        };
        self.senior_titles.iter().flat_map(|senior| title.match_indices(senior.as_str())).any(|(at, senior)| {
            let around = title.get(..at).zip(title.get(at + senior.len()..));
            around.is_some_and(|(before, after)| is_own(before) && !(senior.ends_with("head") && is_of_part(after)))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::framework::Facts;

    #[test]
    fn title_next_to_a_senior_one_is_not_senior() {
        let leadership = Facts::load().expect("the data files parse").leadership;
        for title in [
            "Assistant headteacher and careers leader",
            "Vice Principal of Sixth Form",
            "Member of the senior leadership team",
        ] {
            assert!(leadership.is_senior(title), "{title}");
        }
        for title in ["Deputy head of Year 9 and careers leader", "Careers leader and PA to the headteacher"] {
            assert!(!leadership.is_senior(title), "{title}");
        }
    }
}
