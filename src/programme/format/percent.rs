//! Percentages as schools state them, rounded to two decimals.

use std::fmt;

use serde::{Serialize, Serializer};

/// A percentage from 0 to 100, in hundredths, so that 66.2 stays 66.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

impl Percent {
    pub const ZERO: Self = Self(0);
    pub const ALL: Self = Self(10_000);

    /// A share as a whole percentage, rounded half up. Only all is 100%.
    pub fn share(part: u64, whole: u64) -> Self {
        let percent = if whole == 0 { 0 } else { (part.min(whole) * 200 + whole) / (whole * 2) };
        let percent = if part < whole { percent.min(99) } else { percent };
        Self(u16::try_from(percent * 100).unwrap_or(0))
    }

    /// Parses `83`, `66.2`, `66.2%`, `66.2 %` or `4 of 6`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((part, whole)) = text.split_once(" of ").or_else(|| text.split_once(" out of ")) {
            let (part, whole) = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
            return (part <= whole && whole > 0).then(|| Self::share(part, whole));
        }
        let number = text.trim_end_matches('%').trim();
        let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(decimals) {
            return None;
        }
        let digit = |at: usize| decimals.as_bytes().get(at).map_or(0, |digit| u16::from(digit - b'0'));
        let decimals = digit(0) * 10 + digit(1) + u16::from(digit(2) >= 5);
        let hundredths = whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(decimals)?;
        (hundredths <= Self::ALL.0).then_some(Self(hundredths))
    }

    /// The sum of the parts of one whole, in hundredths, if rounding does not explain that it is not 100%.
    pub fn wrong_sum(parts: &[Self]) -> Option<u32> {
        let sum: u32 = parts.iter().map(|part| u32::from(part.0)).sum();
        // The last digit that is written. Each part can be off by half of it.
        let unit =
            [100, 10].into_iter().find(|unit| parts.iter().all(|part| part.0.is_multiple_of(*unit))).unwrap_or(1);
        let parts = u32::try_from(parts.len()).unwrap_or(u32::MAX);
        let rounding = u32::from(unit).saturating_mul(parts.saturating_sub(1).max(2)) / 2;
        (sum.abs_diff(Self::ALL.0.into()) > rounding).then_some(sum)
    }

    /// As a fraction of a hundred, for charts and data.
    pub fn number(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// The nearest number of people of so many.
    pub fn of(self, people: u32) -> u32 {
        let people = (u64::from(self.0) * u64::from(people) + 5_000) / 10_000;
        u32::try_from(people).unwrap_or(u32::MAX)
    }

    /// Down to a whole number, for charts.
    pub fn whole(self) -> u8 {
        u8::try_from(self.0 / 100).unwrap_or(100)
    }
}

/// As people write it, without the sign: “83”, “66.2”.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, hundredths) = (self.0 / 100, self.0 % 100);
        match (hundredths, hundredths % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", hundredths / 10),
            _ => write!(f, "{whole}.{hundredths:02}"),
        }
    }
}

/// A whole number where it is one.
impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u16(self.0 / 100)
        } else {
            serializer.serialize_f64(self.number())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_keep_their_decimals() {
        for (text, expected) in [
            ("66.2", "66.2"),
            ("66.25 %", "66.25"),
            ("73%", "73"),
            ("100", "100"),
            ("0.5%", "0.5"),
            ("66.667", "66.67"),
            ("99.999", "100"),
        ] {
            assert_eq!(Percent::parse(text).map(|percent| percent.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["101", "100.1", "-5", "+5", "66.2x", "", ".5", "5.", "five", "6 of 4", "0 of 0"] {
            assert_eq!(Percent::parse(text), None, "{text}");
        }
    }

    #[test]
    fn only_sums_that_rounding_explains_are_a_whole() {
        let sum = |parts: &[&str]| {
            let parts: Vec<Percent> = parts.iter().filter_map(|part| Percent::parse(part)).collect();
            Percent::wrong_sum(&parts)
        };
        for parts in [
            &["50", "50"][..],
            &["51", "50"],
            &["33", "33", "33"],
            &["21", "20", "20", "21", "20"],
            &["33.3", "33.3", "33.3"],
        ] {
            assert_eq!(sum(parts), None, "{parts:?}");
        }
        for (parts, expected) in [
            (&["40", "56"][..], 9_600),
            (&["51", "51"], 10_200),
            (&["30", "30", "21", "21"], 10_200),
            (&["33.3", "33.3", "32.4"], 9_900),
        ] {
            assert_eq!(sum(parts), Some(expected), "{parts:?}");
        }
    }

    #[test]
    fn shares_are_rounded_but_never_up_to_all() {
        let share = |part, whole| Percent::share(part, whole).to_string();
        assert_eq!((share(4, 6), share(1, 3), share(6, 6)), ("67".into(), "33".into(), "100".into()));
        assert_eq!((share(999, 1000), share(0, 0)), ("99".into(), "0".into()));
        assert_eq!(Percent::parse("4 of 6"), Percent::parse("67"));
    }
}
