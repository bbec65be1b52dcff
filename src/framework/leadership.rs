//! Who leads the careers programme, and whom they answer to.

use serde::Deserialize;

use super::Cited;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Leadership {
    /// Where it says that careers leaders need regular access to the school's leaders.
    pub line: Cited,
    senior_titles: Vec<String>,
}

impl Leadership {
    /// True for a title such as “Assistant headteacher and careers leader”.
    pub fn is_senior(&self, title: &str) -> bool {
        let title = title.to_lowercase();
        self.senior_titles.iter().any(|senior| title.contains(senior.as_str()))
    }
}
