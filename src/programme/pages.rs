//! Texts: introductions for each audience, further pages, policies.

use super::audience::{Audience, Audiences};
use super::benchmark::Benchmark;
use super::format::{Day, InexactDate, Located, RichText, Text, record};
use super::groups::slug;
use super::media::MediaFile;
use super::prose::Prose;
use super::resource::{Film, ResourceEntry};
use super::visibility::Visibility;
use crate::report::Place;

record! {
    /// The introduction for an audience. The text below the front matter gives the details.
    pub struct Welcome {
        /// A title for the page.
        optional title: Text, prose;
        /// What they can find here, in a sentence.
        optional lead: RichText as "Introduction", prose;
        /// What they can use, such as slides, forms and websites.
        list resources: ResourceEntry, prose;
        /// Films for them.
        list films: Film;
        /// The day the text was last changed. Older translations show a note.
        optional updated: Located<Day> as "Text last changed";
        /// The text below the front matter.
        body prose: Prose;
    }
}

record! {
    /// Any other page.
    pub struct FurtherPage {
        /// Its title.
        required title: Text = "Apprenticeships explained", prose;
        /// One line about it.
        optional summary: RichText, prose;
        /// Who it is for. Everybody if left out.
        optional audiences: Audiences as "Who it is for";
        /// The benchmarks it contributes to, 1 to 8.
        list benchmarks: Benchmark;
        /// Films that belong to it.
        list films: Film;
        /// The day the text was last changed. Older translations show a note.
        optional updated: Located<Day> as "Text last changed";
        /// Whether and when it is on the site.
        flat visibility: Visibility => "When it is on the site";
        /// The text below the front matter.
        body prose: Prose;
    }
}

impl FurtherPage {
    /// Its name in addresses, from the file's name.
    pub(crate) fn id(&self) -> String {
        slug(self.prose.path().stem())
    }

    pub fn is_for(&self, audience: Audience) -> bool {
        self.audiences.as_ref().is_none_or(|audiences| audiences.0.contains(&audience))
    }
}

record! {
    /// A policy or another document.
    pub struct PolicyData {
        /// Its title.
        required title: Text = "Careers policy", prose;
        /// One line about it.
        optional summary: RichText, prose;
        /// Who approved it.
        optional approved_by: Text;
        /// When it was approved.
        optional approved_on: InexactDate;
        /// When it is next reviewed.
        optional next_review: Located<InexactDate>;
        /// The day the text was last changed. Older translations show a note.
        optional updated: Located<Day> as "Text last changed";
    }
}

/// A policy: a text, or a document next to a `.yaml` file of the same name.
#[derive(Clone, Debug)]
pub struct Policy {
    pub(crate) at: Place,
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) summary: Option<RichText>,
    pub(crate) approved_by: Option<Text>,
    pub(crate) approved_on: Option<InexactDate>,
    pub(crate) next_review: Option<Located<InexactDate>>,
    pub(crate) updated: Option<Located<Day>>,
    pub(crate) body: PolicyBody,
}

impl Policy {
    pub(super) fn new(data: PolicyData, body: PolicyBody) -> Self {
        let PolicyData { at, title, summary, approved_by, approved_on, next_review, updated } = data;
        let file = match &body {
            PolicyBody::Text(prose) => prose.path(),
            PolicyBody::Document(document) => &document.path,
        };
        let id = slug(file.stem());
        Self { at, id, title, summary, approved_by, approved_on, next_review, updated, body }
    }
}

#[derive(Clone, Debug)]
pub enum PolicyBody {
    /// In a Markdown file: it becomes a page.
    Text(Prose),
    Document(MediaFile),
}
