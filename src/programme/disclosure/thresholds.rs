//! The minimum numbers of answers and leavers for figures to be published.

use crate::programme::findings::ContentProblem;
use crate::programme::format::{Control, FieldReader, FromNode, record};
use crate::read::Node;

/// Unless a school raises it.
pub(super) const MIN_ANSWERS: u32 = 10;
/// Unless a school raises it.
pub(super) const MIN_LEAVERS: u32 = 6;
/// The highest that a school can set.
const MAX_THRESHOLD: u32 = 1000;

record! {
    /// The minimum numbers for figures to be published. You can raise both, but not lower them.
    pub struct SmallNumbers {
        /// The minimum number of answers for the results of a survey to be published: 10 or more.
        optional answers: AtLeast<10>;
        /// The minimum number of leavers for their destinations to be published: 6 or more.
        optional leavers: AtLeast<6>;
    }
}

/// A number that is at least `MIN`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtLeast<const MIN: u32>(pub(super) u32);

impl<const MIN: u32> FromNode for AtLeast<MIN> {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let number = u32::from_node(node, reader)?;
        if (MIN..=MAX_THRESHOLD).contains(&number) {
            return Some(Self(number));
        }
        let (from, to) = (MIN.into(), MAX_THRESHOLD.into());
        reader.reject(node, ContentProblem::OutOfRange { value: number.to_string(), from, to })
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": MIN, "maximum": MAX_THRESHOLD })
    }
    fn control() -> Control {
        Control::Number { min: MIN, max: Some(MAX_THRESHOLD) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    pub answers: u32,
    pub leavers: u32,
}
