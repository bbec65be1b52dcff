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
            let (time, words) = match InexactDate::in_year(text, year).filter(|_| !year.has_time(text)) {
                Some(date) => (Some(When::Between(date.earliest, date.latest)), date.words),
                None => (year.parse_when(written, findings), None),
            };
            // Two days of this year may have become the same half of a term in the next.
            if let Some(time) = time.filter(|time| !when.contains(time)) {
                when.push(time);
                when_words.extend(words);
            }
        }
        if when.is_empty() {
            when.push(When::ToCome);
        }
        Self { when, when_words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::terms::tests::year;
    use crate::report::Place;

    #[test]
    fn a_time_that_is_written_twice_is_read_once() {
        let place = Place::of_file("programme/year-9.md");
        let written = ["spring 2", "by Easter", "spring 2", "by Easter", "autumn"];
        let written = written.map(|text| Located { value: WhenText(text.into()), place: place.clone() });
        let times = Times::read(&written, &year(), &mut Findings::default());
        assert_eq!((times.when.len(), times.when_words), (3, vec!["by Easter".to_owned()]));
    }
}
