//! Times as schools write them, for activities and for what providers can do.

use super::format::{InexactDate, Located};
use super::terms::{AcademicYear, When};
use super::year::WhenText;
use crate::report::Findings;

/// One or several times.
#[derive(Clone, Debug)]
pub struct Times {
    /// At least one.
    pub(crate) when: Vec<When>,
    /// The words of those that are not exact, such as “by Easter”.
    pub(crate) when_words: Vec<String>,
}

impl Times {
    /// Reads the times. Without any that can be read, the date is to come.
    pub(super) fn read(written: &[Located<WhenText>], year: &AcademicYear, findings: &mut Findings) -> Self {
        let (mut when, mut when_words) = (Vec::new(), Vec::new());
        for written in written {
            let text = &written.value.0;
            match InexactDate::in_year(text, year).filter(|_| !year.has_time(text)) {
                Some(date) => {
                    when.push(When::Between(date.earliest, date.latest));
                    when_words.extend(date.words);
                }
                None => when.extend(year.parse_when(written, findings)),
            }
        }
        if when.is_empty() {
            when.push(When::ToCome);
        }
        Self { when, when_words }
    }
}
