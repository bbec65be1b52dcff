//! The four audiences, the notes for each, and the groups that give feedback.

use std::collections::HashSet;

use super::format::{Control, FieldReader, FromNode, RichText, one_or_more, record, string_enum};
use super::words::Words;
use crate::read::{Node, Value};

string_enum! {
    /// Who reads the site.
    pub enum Audience {
        Pupils "pupils",
        Parents "parents",
        Staff "staff",
        Employers "employers",
    }
}

string_enum! {
    /// Whose feedback the evaluation uses: those whom the benchmarks name, then others who review the programme.
    pub enum FeedbackGroup {
        Pupils "pupils",
        Parents "parents",
        Staff "staff",
        CareersAdvisers "careers-advisers",
        Employers "employers",
        Governors "governors",
        FormerPupils "alumni",
        Providers "providers",
        CareersHub "careers-hub",
    }
}

/// The groups whose feedback the benchmarks ask for (Gatsby Benchmark 1, as updated for 2025).
pub(super) const ASKED_BY_BENCHMARKS: [FeedbackGroup; 5] = [
    FeedbackGroup::Pupils,
    FeedbackGroup::Parents,
    FeedbackGroup::Staff,
    FeedbackGroup::CareersAdvisers,
    FeedbackGroup::Employers,
];

impl Audience {
    /// From four texts in the order of `Audience::ALL`.
    pub(super) fn pick(self, [pupils, parents, staff, employers]: [&Option<RichText>; 4]) -> Option<&RichText> {
        let text = match self {
            Self::Pupils => pupils,
            Self::Parents => parents,
            Self::Staff => staff,
            Self::Employers => employers,
        };
        text.as_ref()
    }

    pub fn name(self, words: &Words) -> &str {
        match self {
            Self::Pupils => &words.pupils,
            Self::Parents => &words.parents,
            Self::Staff => &words.staff,
            Self::Employers => &words.employers,
        }
    }
}

impl FeedbackGroup {
    pub fn name(self, words: &Words) -> &str {
        match self {
            Self::Pupils => &words.pupils,
            Self::Parents => &words.parents,
            Self::Staff => &words.staff,
            Self::CareersAdvisers => "careers advisers",
            Self::Employers => &words.employers,
            Self::Governors => "governors",
            Self::FormerPupils => "alumni",
            Self::Providers => "colleges and training providers",
            Self::CareersHub => "the careers hub",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Audiences(pub Vec<Audience>);

fn is_all(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar(text) if ["all", "everyone"].contains(&text.trim().to_lowercase().as_str()))
}

impl FromNode for Audiences {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar(_) if is_all(node) => Some(Self(Audience::ALL.to_vec())),
            Value::List(items) if matches!(items.as_slice(), [item] if is_all(item)) => {
                Some(Self(Audience::ALL.to_vec()))
            }
            // An empty list is valid here; a rule of `check` reports it.
            Value::List(items) if items.is_empty() => Some(Self(Vec::new())),
            _ => {
                let mut audiences: Vec<Audience> = one_or_more(node, reader);
                // Parents and carers are one audience, and people may write both.
                let mut seen = HashSet::new();
                audiences.retain(|audience| seen.insert(*audience));
                Some(Self(audiences)).filter(|audiences| !audiences.0.is_empty())
            }
        }
    }
    fn schema() -> serde_json::Value {
        let one = Audience::schema();
        serde_json::json!({ "anyOf": [{ "const": "all" }, one, { "type": "array", "items": one }] })
    }
    fn control() -> Control {
        Control::Several { item: Box::new(Audience::control()), all: Some("all") }
    }
}

record! {
    /// A note for each audience about the same thing.
    pub struct Notes {
        /// A note for pupils.
        optional pupils: RichText as "Note for pupils", prose;
        /// A note for parents and carers.
        optional parents: RichText as "Note for parents and carers", prose;
        /// A note for staff. It is on the staff pages only, which anybody can read.
        optional staff: RichText as "Note for staff", prose;
        /// A note for employers and providers.
        optional employers: RichText as "Note for employers and providers", prose;
    }
}

impl Notes {
    pub fn to(&self, audience: Audience) -> Option<&RichText> {
        audience.pick([&self.pupils, &self.parents, &self.staff, &self.employers])
    }
}
