//! The programme in summary, who backs it, and how each audience can get the information.

use super::audience::Audience;
use super::benchmark::Benchmark;
use super::format::{Control, Day, FieldReader, FromNode, InexactDate, Located, RichText, Text, record, string_enum};
use super::prose::Prose;
use crate::read::{Node, Value};

string_enum! {
    /// Who backs the programme (Benchmark 1).
    pub enum Backer {
        Governors "governors",
        Headteacher "headteacher",
        SeniorLeaders "senior-leaders",
        Trustees "trustees",
    }
}

impl Backer {
    pub fn title(self) -> &'static str {
        match self {
            Self::Governors => "Governors",
            Self::Headteacher => "Headteacher",
            Self::SeniorLeaders => "Senior leaders",
            Self::Trustees => "Trustees",
        }
    }
}

record! {
    /// The programme in summary. The text below the front matter is the summary itself.
    pub struct Summary {
        /// The programme's own name. It is the title of its page, and stands on the home page.
        optional title: Text, prose;
        /// What the programme aims to achieve.
        list aims: RichText, prose;
        /// Who backs it, and since when.
        list backing: Backing as "Who backs it" of "person or group";
        /// How it links to the development plan.
        optional development_plan: RichText as "Link to the development plan", prose;
        /// How parents and carers are part of it throughout.
        optional parent_engagement: RichText as "How parents and carers are part of it", prose;
        /// How it meets everybody's needs.
        optional inclusion: RichText, prose;
        /// The budget of the programme and the time that staff have for it, in your words. Leave out what people earn.
        optional resources: Text as "Time and budget", prose, long;
        /// What of the programme is in the objectives of staff, from the headteacher down.
        optional appraisal: RichText as "In the objectives of staff", prose;
        /// What you do for each benchmark, in your own words.
        optional benchmarks: BenchmarkTexts as "What you do for each benchmark" => "What you do for each benchmark";
        /// How each audience can get the information. The law requires all four lines.
        optional access: AccessLines as "How people can get the information";
        /// The day the text was last changed. Older translations show a note.
        optional updated: Located<Day> as "Text last changed";
        /// The text below the front matter.
        body prose: Prose;
    }
}

/// A text for some of the benchmarks, in their order.
#[derive(Clone, Debug, Default)]
pub struct BenchmarkTexts(Vec<(Benchmark, Text)>);

impl BenchmarkTexts {
    pub fn of(&self, benchmark: Benchmark) -> Option<&str> {
        self.0.iter().find(|(number, _)| *number == benchmark).map(|(_, text)| text.as_str())
    }
}

impl FromNode for BenchmarkTexts {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let mut texts = Vec::new();
        for entry in reader.entries(node)? {
            let key = Node { value: Value::Scalar(entry.key.clone()), span: entry.key_span.clone() };
            if let (Some(benchmark), Some(text)) =
                (Benchmark::from_node(&key, reader), Text::from_node(&entry.node, reader))
            {
                texts.push((benchmark, text));
            }
        }
        Some(Self(texts))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({
            "type": "object",
            "propertyNames": { "pattern": "^[1-8]$" },
            "additionalProperties": { "type": "string" },
        })
    }
    fn control() -> Control {
        Control::PerBenchmark(Box::new(Control::LongText))
    }
}

record! {
    /// Somebody who backs the programme.
    pub struct Backing {
        /// Who.
        required by: Backer as "Who" = "governors";
        /// Their name or position, in your own words.
        optional who: Text as "Name or position";
        /// Since when, or when they approved it.
        optional since: InexactDate;
        /// What they say about it.
        optional says: RichText as "What they say about it", prose;
    }
}

record! {
    /// How each audience can get the information about the programme.
    pub struct AccessLines {
        /// How pupils can get it.
        optional pupils: RichText, prose;
        /// How parents and carers can get it.
        optional parents: RichText, prose;
        /// How teachers and other staff can get it.
        optional staff: RichText, prose;
        /// How employers can get it.
        optional employers: RichText, prose;
    }
}

impl AccessLines {
    pub fn to(&self, audience: Audience) -> Option<&RichText> {
        audience.pick([&self.pupils, &self.parents, &self.staff, &self.employers])
    }
}
