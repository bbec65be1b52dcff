//! Which groups a new site has, if not the usual ones of its kind.

use std::ops::RangeInclusive;
use std::str::FromStr;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NewGroups {
    /// Those of its kind.
    #[default]
    Usual,
    /// Those of its kind, up to Year 13.
    WithSixthForm,
    Ages(Ages),
}

/// The ages of pupils as schools state them: from the age at which they join to the age at which they leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    joins: u8,
    leaves: u8,
}

impl Ages {
    /// Ages 11 to 16 are Years 7 to 11.
    pub(super) fn years(self) -> RangeInclusive<u8> {
        self.joins.saturating_sub(4)..=self.leaves.saturating_sub(5)
    }
}

impl FromStr for Ages {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut numbers = text.split(|ch: char| !ch.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut number = || numbers.next()?.parse().ok();
        let has_other_words = text.replace("to", "").chars().any(char::is_alphabetic);
        match (number(), number(), number()) {
            (Some(joins), Some(leaves), None) if !has_other_words && joins < leaves && (2..=25).contains(&leaves) => {
                Ok(Self { joins, leaves })
            }
            _ => Err("write the youngest and the oldest age, such as 11-18".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_as_schools_write_them() {
        for text in ["11-18", "11 to 18", "11–18", " 11 - 18 "] {
            assert_eq!(text.parse::<Ages>().map(Ages::years), Ok(7..=13), "{text}");
        }
        for text in ["", "11", "18-11", "11-16-18", "Year 7 to 11", "11-99", "-"] {
            assert!(text.parse::<Ages>().is_err(), "{text}");
        }
    }
}
