//! From how many answers and leavers on figures are published.

use crate::programme::findings::ContentProblem;
use crate::programme::format::{FieldReader, FromNode, record};
use crate::read::Node;

/// The fewest answers whose results are published, unless a school asks for more.
pub(super) const FEWEST_ANSWERS: u32 = 10;
/// The fewest leavers whose destinations are published, unless a school asks for more.
pub(super) const FEWEST_LEAVERS: u32 = 6;
/// The most that a school may ask for.
const MOST_ASKED_FOR: u32 = 1000;

record! {
    /// From how many on figures are published. Both can be raised, not lowered.
    pub struct SmallNumbers {
        /// The fewest answers to a survey whose results are published: ten, or more.
        optional answers: AtLeast<10>;
        /// The fewest leavers whose destinations are published: six, or more.
        optional leavers: AtLeast<6>;
    }
}

/// A number from `LEAST` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtLeast<const LEAST: u32>(pub(super) u32);

impl<const LEAST: u32> FromNode for AtLeast<LEAST> {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let number = u32::from_node(node, reader)?;
        if (LEAST..=MOST_ASKED_FOR).contains(&number) {
            return Some(Self(number));
        }
        let (from, to) = (LEAST.into(), MOST_ASKED_FOR.into());
        reader.reject(node, ContentProblem::OutOfRange { value: number.to_string(), from, to })
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": LEAST, "maximum": MOST_ASKED_FOR })
    }
}

/// From how many on figures are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Answers to a survey.
    pub answers: u32,
    /// Leavers of a year.
    pub leavers: u32,
}
