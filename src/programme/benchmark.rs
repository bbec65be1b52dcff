//! The Gatsby Benchmarks by number.

use super::findings::{ContentProblem, Expected};
use crate::read::Node;

use super::format::{FieldReader, FromNode};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Benchmark(u8);

impl Benchmark {
    pub const ALL: [Self; 8] = [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8)];

    /// 1 to 8.
    pub fn number(self) -> u8 {
        self.0
    }

    pub fn new(number: u8) -> Option<Self> {
        (1..=8).contains(&number).then_some(Self(number))
    }
}

impl FromNode for Benchmark {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Number)?;
        let number = text.parse::<u8>().ok().and_then(Self::new);
        number.or_else(|| reader.reject(node, ContentProblem::OutOfRange { value: text.to_owned(), from: 1, to: 8 }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 8 })
    }
    const SPLITS_AT_COMMAS: bool = true;
}
