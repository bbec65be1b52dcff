//! Composite values: a value with its place, a choice of groups, scores and tallies.

use serde_json::{Value as Json, json};

use super::{Control, FieldReader, FromNode, Percent, ProseKey};
use crate::programme::findings::{ContentProblem, Expected};
use crate::programme::prose::typeset;
use crate::read::{Entry, Node, Value};
use crate::report::Place;

/// A value with its place, for later findings about it.
#[derive(Clone, Debug)]
pub struct Located<T> {
    pub value: T,
    pub place: Place,
}

impl<T: FromNode> FromNode for Located<T> {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        Some(Self { value: T::from_node(node, reader)?, place: reader.place(node) })
    }
    fn schema() -> Json {
        T::schema()
    }
    fn control() -> Control {
        T::control()
    }
    fn prose_keys() -> Vec<ProseKey> {
        T::prose_keys()
    }
    const IS_RICH: bool = T::IS_RICH;
    const SPLITS_AT_COMMAS: bool = T::SPLITS_AT_COMMAS;
}

/// `all`, or the names of groups.
#[derive(Clone, Debug)]
pub enum Groups {
    All,
    Named(Vec<Located<String>>),
}

impl FromNode for Groups {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                Some(Self::Named(items.iter().filter_map(|item| Located::from_node(item, reader)).collect()))
            }
            Value::Scalar(text) if ["all", "everyone"].contains(&text.trim().to_lowercase().as_str()) => {
                Some(Self::All)
            }
            _ => Some(Self::Named(vec![Located::from_node(node, reader)?])),
        }
    }
    fn schema() -> Json {
        json!({ "anyOf": [{ "const": "all" }, { "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    }
    fn control() -> Control {
        Control::Several { item: Box::new(Control::Group), all: Some("all") }
    }
}

/// The count or the share of each answer, in the order of the file.
#[derive(Clone, Debug)]
pub struct Tally(pub Answers);

/// All counts, or all percentages.
#[derive(Clone, Debug)]
pub enum Answers {
    Counts(Vec<(String, u32)>),
    Shares(Vec<(String, Percent)>),
}

impl Tally {
    pub fn labels(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match &self.0 {
            Answers::Counts(counts) => Box::new(counts.iter().map(|(label, _)| label.as_str())),
            Answers::Shares(shares) => Box::new(shares.iter().map(|(label, _)| label.as_str())),
        }
    }
}

impl FromNode for Tally {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let entries = reader.entries(node)?;
        let is_share = |node: &Node| matches!(&node.value, Value::Scalar(text) if text.trim().ends_with('%'));
        if !entries.iter().any(|entry| is_share(&entry.node)) {
            let count = |entry: &Entry| Some((typeset(&entry.key), u32::from_node(&entry.node, reader)?));
            return Some(Self(Answers::Counts(entries.iter().filter_map(count).collect())));
        }
        // A number among percentages is most likely a percentage without its sign, so it is asked about.
        let share = |entry: &Entry| {
            let text = reader.scalar(&entry.node, Expected::Percent)?;
            let share = if is_share(&entry.node) { Percent::parse(text) } else { None };
            match share {
                Some(share) => Some((typeset(&entry.key), share)),
                None => reader.wrong_type(&entry.node, Expected::Percent),
            }
        };
        Some(Self(Answers::Shares(entries.iter().filter_map(share).collect())))
    }
    fn schema() -> Json {
        json!({
            "type": "object",
            "additionalProperties": {
                "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "examples": ["66.2%"] }],
            },
        })
    }
    fn control() -> Control {
        Control::Labelled(Box::new(Control::Figure))
    }
}

/// How many people: a number, a share of those asked, or not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeopleCount {
    Number(u32),
    Share(Percent),
    NotStated,
}

impl FromNode for PeopleCount {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::NumberOrNotStated)?;
        if is_not_stated(text) {
            return Some(Self::NotStated);
        }
        if text.ends_with('%') {
            return Percent::parse(text).map(Self::Share).or_else(|| {
                reader.reject(node, ContentProblem::OutOfRange { value: text.to_owned(), from: 0, to: 100 })
            });
        }
        let number = whole_number(text).map(Self::Number);
        number.or_else(|| reader.wrong_type(node, Expected::NumberOrNotStated))
    }
    fn schema() -> Json {
        json!({ "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "examples": ["73%", "not stated"] }] })
    }
    fn control() -> Control {
        Control::Figure
    }
}

/// True for “not stated” and words that mean the same.
pub fn is_not_stated(text: &str) -> bool {
    ["not stated", "not known", "unknown", "not published"].contains(&text.to_lowercase().as_str())
}

/// A number in figures, such as `1,240` or `72 026`.
pub fn whole_number(text: &str) -> Option<u32> {
    text.replace([',', ' '], "").parse().ok()
}

/// The largest number of people that is too small to publish.
pub const MAX_SMALL: u32 = 5;

/// The largest number that “fewer than 6”, “<6”, “less than six”, “up to 5”, “≤5”, “5 or fewer” or “1 to 5” can mean.
pub fn max_meant(words: &str) -> Option<u32> {
    const BELOW: [&str; 5] = ["fewer than", "less than", "under", "below", "<"];
    const UP_TO: [&str; 6] = ["up to", "at most", "no more than", "not more than", "<=", "≤"];
    const OR_FEWER: [&str; 3] = [" or fewer", " or less", " or under"];
    let words = words.to_lowercase();
    let after = |starts: &[&str]| starts.iter().find_map(|start| words.strip_prefix(start));
    let number = |text: &str| number_meant(text.split_whitespace().next()?);
    let range = || {
        let (first, last) = [" to ", "–", "-"].into_iter().find_map(|to| words.split_once(to))?;
        number_meant(first.trim())?;
        number(last)
    };
    after(&UP_TO)
        .and_then(number)
        .or_else(|| after(&BELOW).and_then(number).map(|number| number.saturating_sub(1)))
        .or_else(|| OR_FEWER.iter().find_map(|end| words.strip_suffix(end)).and_then(number))
        .or_else(range)
}

/// The small number that “three” or “3 pupils” is. `None` for others, for “fewer than 6” and for shares such as “one in four”.
pub fn exact_small(words: &str) -> Option<u32> {
    const SHARES: [&str; 9] = ["of", "in", "out", "third", "thirds", "quarter", "quarters", "fifth", "fifths"];
    let lower = words.to_lowercase();
    if lower.split_whitespace().any(|word| SHARES.contains(&word)) {
        return None;
    }
    let number = max_meant(words).is_none().then(|| number_meant(lower.split_whitespace().next()?)).flatten();
    number.filter(|number| (1..=MAX_SMALL).contains(number))
}

/// A number in figures, or in words up to ten.
fn number_meant(word: &str) -> Option<u32> {
    const WORDS: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let in_words = || WORDS.iter().position(|known| *known == word).and_then(|number| u32::try_from(number).ok());
    word.parse().ok().or_else(in_words)
}

/// Labels and texts, in the order they are written.
#[derive(Clone, Debug, Default)]
pub struct LabelledTexts(pub Vec<(String, String)>);

impl FromNode for LabelledTexts {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let entries = reader.entries(node)?;
        let pairs =
            entries.iter().filter_map(|entry| Some((typeset(&entry.key), String::from_node(&entry.node, reader)?)));
        Some(Self(pairs.collect()))
    }
    fn schema() -> Json {
        json!({ "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } })
    }
    fn control() -> Control {
        Control::Labelled(Box::new(Control::Text))
    }
}

/// A benchmark's score, as the tool shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// As the tool shows it. It is never recomputed.
    Percent(Percent),
    NotStated,
}

impl FromNode for Score {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Number)?;
        if is_not_stated(text) {
            return Some(Self::NotStated);
        }
        match Percent::parse(text) {
            Some(percent) => Some(Self::Percent(percent)),
            None if text.starts_with(|ch: char| ch.is_ascii_digit() || ch == '-') => {
                reader.reject(node, ContentProblem::OutOfRange { value: text.to_owned(), from: 0, to: 100 })
            }
            None => reader.reject(node, ContentProblem::NotAScore { value: text.to_owned() }),
        }
    }
    fn schema() -> Json {
        json!({ "anyOf": [{ "type": "number", "minimum": 0, "maximum": 100 }, { "type": "string", "examples": ["66.2%", "4 of 6", "not stated"] }] })
    }
    fn control() -> Control {
        Control::Figure
    }
}

#[cfg(test)]
mod tests {
    use super::{exact_small, max_meant};

    #[test]
    fn small_numbers_in_words_are_numbers() {
        for words in ["3", "three", "Three", "3 pupils"] {
            assert_eq!(exact_small(words), Some(3), "{words}");
        }
        for words in ["six", "30 pupils", "fewer than 6", "1 to 5", "not stated", "one in four", "4 of 6", "two thirds"]
        {
            assert_eq!(exact_small(words), None, "{words}");
        }
    }

    #[test]
    fn small_numbers_are_understood_as_people_write_them() {
        for words in [
            "fewer than 6",
            "Fewer than six",
            "<6",
            "< 6",
            "≤5",
            "<= 5",
            "5 or fewer",
            "five or less",
            "1 to 5",
            "1–5",
            "up to 5",
        ] {
            assert_eq!(max_meant(words), Some(5), "{words}");
        }
        for words in ["a few", "most of them", "about 5", "not stated"] {
            assert_eq!(max_meant(words), None, "{words}");
        }
    }
}
