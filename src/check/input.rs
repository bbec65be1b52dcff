//! The input of the rules, with the documents and spreadsheets inspected once.

use jiff::civil::Date;
use rayon::prelude::*;

use super::private::InspectedSheet;
use super::text_context::{TextContext, TextRuleInput};
use crate::framework::Facts;
use crate::programme::Programme;
use crate::programme::disclosure::PublishedFigures;
use crate::read::{self, DocumentInfo, InspectError, Media, Node, Sources, Value};
use crate::report::{ContentPath, Place};

/// The content files and the programme built from them.
#[derive(Debug)]
pub struct RuleInput<'a> {
    pub(super) sources: &'a Sources,
    /// The PDF and office documents, in the order of the files.
    pub(super) documents: Vec<InspectedDocument>,
    /// The spreadsheets, in the order of the files.
    pub(super) sheets: Vec<InspectedSheet>,
    pub(super) programme: &'a Programme,
    pub(super) figures: &'a PublishedFigures<'a>,
    pub(super) facts: &'a Facts,
    pub(super) today: Date,
}

/// A PDF or office document and its metadata.
#[derive(Debug)]
pub(super) struct InspectedDocument {
    pub(super) path: ContentPath,
    pub(super) info: Result<DocumentInfo, InspectError>,
}

impl InspectedDocument {
    /// `None` for other files.
    fn of(media: &Media) -> Option<Self> {
        Some(Self { path: media.path.clone(), info: read::inspect(media)? })
    }
}

impl<'a> RuleInput<'a> {
    /// Inspects the documents and spreadsheets, once for every rule.
    pub fn new(
        sources: &'a Sources,
        (programme, figures): (&'a Programme, &'a PublishedFigures<'a>),
        facts: &'a Facts,
        today: Date,
    ) -> Self {
        let documents = sources.media.par_iter().filter_map(InspectedDocument::of).collect();
        let sheets = InspectedSheet::all(sources, facts, today);
        Self { sources, documents, sheets, programme, figures, facts, today }
    }

    pub(super) fn of_texts(&self, context: &'a TextContext) -> TextRuleInput<'a> {
        TextRuleInput { context, facts: self.facts, today: self.today }
    }

    /// The place of a key's value in school.yaml; the whole file if the key is missing.
    pub(super) fn place_in_school(&self, key: &str) -> Place {
        let school = &self.programme.institution.place.source;
        let document = self.sources.documents.iter().find(|document| document.source.path == school.path);
        let value = match document.and_then(|document| document.data.as_ref()) {
            Some(Node { value: Value::Map(entries), .. }) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        };
        value.map_or_else(|| school.whole_file(), |entry| school.place(entry.node.span.clone()))
    }
}
