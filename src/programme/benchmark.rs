//! The Gatsby Benchmarks by number.

use super::findings::{ContentProblem, Expected};
use crate::read::Node;

use super::format::{Control, FieldReader, FromNode};

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

    /// Reads `5`, `BM5`, `GB 5` and `Benchmark 5`.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.trim().to_lowercase();
        let number = plain.trim_start_matches(|ch: char| !ch.is_ascii_digit());
        let name = plain.strip_suffix(number)?.trim_end_matches([' ', '-', '.']);
        let is_name = ["", "b", "bm", "gb", "gbm", "benchmark", "gatsby", "gatsby benchmark"].contains(&name);
        number.parse().ok().filter(|_| is_name).and_then(Self::new)
    }
}

impl FromNode for Benchmark {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Number)?;
        Self::parse(text)
            .or_else(|| reader.reject(node, ContentProblem::OutOfRange { value: text.to_owned(), from: 1, to: 8 }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 8 })
    }
    fn control() -> Control {
        Control::Benchmark
    }
    const SPLITS_AT_COMMAS: bool = true;
}
