//! The time that a pupil spends in workplaces: the keys of an activity or event, and the number of hours.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Serialize, Serializer};

use super::findings::{ContentProblem, Expected};
use super::format::{Control, FieldReader, FromNode, Located, record, string_enum};
use crate::read::Node;

record! {
    /// The time that each pupil spends in workplaces, and how.
    pub struct WorkplaceTime {
        /// How many hours one pupil spends in workplaces, for benchmark 6: 5 or 2.5. All days together if it takes several;
        /// each time if it is an event that is repeated.
        optional hours: Located<WorkHours> as "Hours in a workplace";
        /// Whether pupils are there in person.
        optional mode: Located<WorkplaceMode> as "In person or virtual";
    }
}

impl WorkplaceTime {
    pub fn mode(&self) -> Option<WorkplaceMode> {
        self.mode.as_ref().map(|mode| mode.value)
    }
}

string_enum! {
    /// How pupils are in a workplace.
    pub enum WorkplaceMode {
        InPerson "in-person" as "In person",
        Virtual "virtual",
        Blended "blended" as "Partly virtual",
    }
}

/// A number of hours, in hundredths, so that 2.5 stays 2.5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkHours(u32);

impl WorkHours {
    pub const ZERO: Self = Self(0);

    /// More than a school year has.
    const MAX: u32 = 1200;

    pub const fn whole(hours: u32) -> Self {
        Self(hours.saturating_mul(100))
    }

    /// Rounded up, so that what a school has rounded is not more.
    pub fn from_minutes(minutes: u32) -> Self {
        Self(minutes.saturating_mul(100).div_ceil(60))
    }

    /// Parses `5`, `2.5` and `2.25`. `None` for any other text and for nothing.
    fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(decimals) || decimals.len() > 2 {
            return None;
        }
        let decimals: u32 = format!("{decimals:0<2}").parse().ok()?;
        let hundredths = whole.parse::<u32>().ok()?.saturating_mul(100).saturating_add(decimals);
        (hundredths > 0).then_some(Self(hundredths))
    }

    pub fn times(self, number: usize) -> Self {
        Self(self.0.saturating_mul(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// How much of other hours it is, up to 100.
    pub fn percent_of(self, whole: Self) -> u64 {
        (u64::from(self.0) * 100).checked_div(whole.0.into()).unwrap_or(100).min(100)
    }

    pub fn number(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Add for WorkHours {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// Never less than none.
impl Sub for WorkHours {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for WorkHours {
    fn sum<I: Iterator<Item = Self>>(hours: I) -> Self {
        hours.fold(Self::ZERO, Add::add)
    }
}

/// The number: “5”, “2.5”.
impl fmt::Display for WorkHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.number())
    }
}

/// A whole number where it is one.
impl Serialize for WorkHours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u32(self.0 / 100)
        } else {
            serializer.serialize_f64(self.number())
        }
    }
}

impl FromNode for WorkHours {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Hours)?;
        let Some(hours) = Self::parse(text) else { return reader.wrong_type(node, Expected::Hours) };
        if hours > Self::whole(Self::MAX) {
            let problem = ContentProblem::OutOfRange { value: hours.to_string(), from: 1, to: i64::from(Self::MAX) };
            return reader.reject(node, problem);
        }
        Some(hours)
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "number", "exclusiveMinimum": 0, "maximum": Self::MAX })
    }
    fn control() -> Control {
        Control::Decimal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_with_up_to_two_decimals() {
        for (text, shown) in [("5", "5"), ("2.5", "2.5"), ("0.25", "0.25"), ("2.50", "2.5"), ("315", "315")] {
            assert_eq!(WorkHours::parse(text).map(|hours| hours.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "0", "0.0", "-3", "2.555", "2,5", "a day", "5 hours", ".5", "5.", "1e3"] {
            assert_eq!(WorkHours::parse(text), None, "{text}");
        }
    }

    #[test]
    fn hours_add_up_exactly() {
        let tenths = std::iter::repeat_n(WorkHours(10), 10);
        assert_eq!(tenths.sum::<WorkHours>(), WorkHours::whole(1));
        assert_eq!(WorkHours::from_minutes(90).times(2), WorkHours::whole(3));
        assert_eq!(WorkHours::whole(3) - WorkHours::whole(5), WorkHours::ZERO);
    }
}
