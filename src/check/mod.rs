//! Stage 3: the [`Programme`] becomes findings: is it complete, lawful, fresh, accessible, private?
//!
//! Takes the content files, the programme made from them, the field's facts and today; gives
//! findings. Rules collect, and never stop a build. A rule is one file: its doc comment is what
//! `fingerpost explain` prints, its function looks, and its words stand beside it.
//!
//! Most rules look at the programme ([`check`]); some at the finished pages ([`check_pages`]), and
//! some at what other websites answered ([`check_answers`]).

mod accessible;
mod complete;
mod fresh;
mod lawful;
pub mod links;
mod print_report;
mod private;
mod rule;
mod summary;
mod text;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::framework::Facts;
use crate::programme::{Examination, Examined, PolicyBody, Programme};
use crate::read::{self, Inside, Media, Node, Sources, UnseenDocument, Value};
use crate::report::{Code, ContentPath, Findings, Place};
pub use print_report::paper;
pub use rule::{Explanation, Rule};
pub(crate) use rule::{rule, run_rules};
pub use summary::{Asked, Share, Standing};
pub use text::{Heading, Link, Marked, Passage, PassageKind, Picture, Table, Text};

/// What a rule looks at.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The content files.
    pub sources: &'a Sources,
    /// What people read in each content file, in the same order.
    pub texts: Vec<Text>,
    /// What documents say of themselves, in the order of the files.
    pub documents: Vec<Document>,
    /// The programme made from them.
    pub programme: &'a Programme,
    /// The field's facts.
    pub facts: &'a Facts,
    /// Today.
    pub today: Date,
}

/// A PDF or office document, and what it says of itself.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub path: ContentPath,
    /// What it says, or why nobody could look.
    pub inside: Result<Inside, UnseenDocument>,
}

impl Document {
    /// `None` for other files.
    fn of(media: &Media) -> Option<Self> {
        Some(Self { path: media.path.clone(), inside: read::look(media)? })
    }
}

impl<'a> Subject<'a> {
    /// Reads the texts of the content files and looks into its documents, once for every rule.
    pub fn new(sources: &'a Sources, programme: &'a Programme, facts: &'a Facts, today: Date) -> Self {
        let documents = sources.media.par_iter().filter_map(Document::of).collect();
        Self { sources, texts: text::read(&sources.documents), documents, programme, facts, today }
    }

    /// What people read in a content file.
    pub fn text_of(&self, path: &ContentPath) -> Option<&Text> {
        self.texts.iter().find(|text| text.path() == path)
    }

    /// True if a text that is shown links to this document, or it is a policy.
    fn is_linked(&self, document: &ContentPath) -> bool {
        let is_policy = |body: &PolicyBody| matches!(body, PolicyBody::Document(file) if file.path == *document);
        self.programme.policies.iter().any(|policy| is_policy(&policy.body))
            || self.texts.iter().any(|text| self.is_shown(text) && text.links_to(document))
    }

    fn is_shown(&self, text: &Text) -> bool {
        !self.programme.withheld.iter().any(|hidden| hidden.path == *text.path())
    }

    /// Where the value of a key of school.yaml stands; the whole file if the key is not there.
    pub fn place_in_school(&self, key: &str) -> Place {
        let school = &self.programme.institution.place.source;
        let document = self.sources.documents.iter().find(|document| document.source.path == school.path);
        let value = match document.and_then(|document| document.data.as_ref()) {
            Some(Node { value: Value::Map(entries), .. }) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        };
        value.map_or_else(|| school.whole(), |entry| school.place(entry.node.span.clone()))
    }
}

/// A rule for the content files and the programme.
pub(crate) type ContentRule = Rule<fn(&Subject<'_>, &mut Findings)>;

/// Every rule, group by group.
const GROUPS: [&[ContentRule]; 6] =
    [complete::RULES, lawful::RULES, fresh::RULES, accessible::RULES, private::RULES, links::RULES];

/// The explanation of every rule of this stage.
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    GROUPS.into_iter().flatten().map(|rule| &rule.explanation)
}

/// The files that must not go out, because a rule found that they tell who people are.
pub fn private_files(told: &Findings) -> Vec<ContentPath> {
    told.of_code(Code::SheetOfPeople).map(|finding| finding.place.path().clone()).collect()
}

/// What the rules of accessibility looked for, and what they found in files that people are shown.
pub fn examination(subject: &Subject<'_>, told: &Findings) -> Examination {
    let shown = |path: &ContentPath| {
        let is_document = subject.documents.iter().any(|document| document.path == *path);
        !is_document || subject.is_linked(path)
    };
    let examined = |rule: &ContentRule| {
        let places = told.of_code(rule.explanation.code).map(|finding| finding.place.path());
        Examined { code: rule.explanation.code, found: places.filter(|path| shown(path)).cloned().collect() }
    };
    let rules = accessible::RULES.iter().filter(|rule| accessible::is_applied(rule.explanation.code, subject));
    Examination { rules: rules.map(examined).collect(), own_theme: !subject.sources.theme.is_empty() }
}

/// Runs every rule of this stage.
pub fn check(subject: &Subject<'_>) -> Findings {
    let mut findings = Findings::default();
    run_rules(&GROUPS.concat(), |check, findings| check(subject, findings), &mut findings);
    findings
}
