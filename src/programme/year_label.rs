//! The label of the academic year after another one.

use super::terms::AcademicYear;

impl AcademicYear {
    /// The label of the next year in the same form: “2027-28” after “2026-27”. `None` if the label is not made of the
    /// years of this academic year.
    pub fn next_label(&self) -> Option<String> {
        let mut years = [self.starts.year(), self.ends.year()].into_iter();
        let mut next = String::with_capacity(self.label.len());
        let mut rest = self.label.as_str();
        while let Some(at) = rest.find(|ch: char| ch.is_ascii_digit()) {
            let (before, from) = rest.split_at(at);
            let (digits, after) = from.split_at(from.find(|ch: char| !ch.is_ascii_digit()).unwrap_or(from.len()));
            let written = |year: i16| match digits.len() {
                4 => Some(format!("{year:04}")),
                2 => Some(format!("{:02}", year % 100)),
                _ => None,
            };
            let year = years.find(|year| written(*year).as_deref() == Some(digits))?;
            next.push_str(before);
            next.push_str(&written(year + 1)?);
            rest = after;
        }
        next.push_str(rest);
        (next != self.label).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::programme::terms::tests::year;

    #[test]
    fn next_label_keeps_the_form_of_the_label() {
        let next = |label: &str| {
            let mut year = year();
            year.label = label.to_owned();
            year.next_label()
        };
        for (label, expected) in [
            ("2026-27", "2027-28"),
            ("2026/27", "2027/28"),
            ("2026–27", "2027–28"),
            ("26/27", "27/28"),
            ("2026 to 2027", "2027 to 2028"),
            ("2026-2027", "2027-2028"),
            ("Academic year 2026-27", "Academic year 2027-28"),
            ("2026", "2027"),
            ("2027", "2028"),
        ] {
            assert_eq!(next(label).as_deref(), Some(expected), "{label}");
        }
        for label in ["", "This year", "2025-26", "2026-28", "27-26", "2026-27-28", "Year 7, 2026-27", "20262027"] {
            assert_eq!(next(label), None, "{label}");
        }
    }

    #[test]
    fn a_century_ends_like_any_year() {
        let mut year = year();
        (year.starts, year.ends, year.label) = (date(2098, 9, 1), date(2099, 8, 31), "2098-99".into());
        assert_eq!(year.next_label().as_deref(), Some("2099-00"));
    }
}
