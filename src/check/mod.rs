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
mod paper;
mod private;
mod standing;
mod text;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::framework::Facts;
use crate::programme::{Examination, Examined, PolicyBody, Programme};
use crate::read::{self, Inside, Media, Node, Sources, UnseenDocument, Value};
use crate::report::{Code, ContentPath, Findings, Place};
pub use paper::paper;
pub use standing::{Asked, Share, Standing};
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

/// A rule: what it finds, why that matters, and the function that looks.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What it finds.
    pub code: Code,
    /// The text of the rule's file, whose doc comment explains it.
    source: &'static str,
    /// Looks, and adds what it finds.
    looks: Looks,
}

/// What a rule looks at, and the function that does.
#[derive(Clone, Copy, Debug)]
enum Looks {
    Programme(fn(&Subject<'_>, &mut Findings)),
    Pages(fn(&links::Survey<'_>, &mut Findings)),
    Answers(fn(&links::Answers<'_>, &mut Findings)),
}

/// A rule from its file beside this one, its code and its function.
macro_rules! rule {
    ($file:literal, $code:ident, $check:path) => {
        $crate::check::rule!($file, $code, Programme: $check)
    };
    ($file:literal, $code:ident, $looks:ident: $check:path) => {
        $crate::check::Rule {
            code: $crate::report::Code::$code,
            source: include_str!($file),
            looks: $crate::check::Looks::$looks($check),
        }
    };
}
use rule;

/// Every rule, group by group.
const GROUPS: [&[Rule]; 6] =
    [complete::RULES, lawful::RULES, fresh::RULES, accessible::RULES, private::RULES, links::RULES];

/// Every rule, in the order of the questions it answers.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    GROUPS.into_iter().flatten()
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
    let examined = |rule: &Rule| {
        let places = told.of_code(rule.code).map(|finding| finding.place.path());
        Examined { code: rule.code, found: places.filter(|path| shown(path)).cloned().collect() }
    };
    let rules = accessible::RULES.iter().filter(|rule| accessible::is_applied(rule.code, subject));
    Examination { rules: rules.map(examined).collect(), own_theme: !subject.sources.theme.is_empty() }
}

/// Applies every rule for the programme, side by side.
pub fn check(subject: &Subject<'_>) -> Findings {
    apply(|looks, findings| {
        if let Looks::Programme(look) = looks {
            look(subject, findings);
        }
    })
}

/// Applies every rule for finished pages, side by side.
pub fn check_pages(built: &links::Built<'_>) -> Findings {
    let survey = links::Survey::of(built);
    apply(|looks, findings| {
        if let Looks::Pages(look) = looks {
            look(&survey, findings);
        }
    })
}

/// Applies every rule for links to other websites.
pub fn check_answers(answers: &links::Answers<'_>) -> Findings {
    apply(|looks, findings| {
        if let Looks::Answers(look) = looks {
            look(answers, findings);
        }
    })
}

fn apply(look: impl Fn(Looks, &mut Findings) + Sync) -> Findings {
    let rules: Vec<&Rule> = rules().collect();
    let one = |rule: &&Rule| {
        let mut findings = Findings::default();
        look(rule.looks, &mut findings);
        findings
    };
    let found: Vec<Findings> = rules.par_iter().map(one).collect();
    let mut findings = Findings::default();
    found.into_iter().for_each(|some| findings.append(some));
    findings
}

impl Rule {
    /// What the rule looks for, why it matters, and an example wrong and mended: its doc comment,
    /// with examples indented as people read them in a terminal.
    pub fn explanation(&self) -> String {
        let mut text = format!("# {}\n\n", self.code);
        let mut in_example = false;
        let comment = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        for line in comment.map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            if line.starts_with("```") {
                in_example = !in_example;
                continue;
            }
            let indent = if in_example && !line.is_empty() { "    " } else { "" };
            text.push_str(indent);
            text.push_str(line);
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// What a finding of this code means, if a rule tells it.
pub fn explain(code: Code) -> Option<String> {
    rules().find(|rule| rule.code == code).map(Rule::explanation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_says_what_it_finds_why_and_how_to_mend_it() {
        for rule in rules() {
            let text = rule.explanation();
            assert!(text.contains("\nWrong:\n\n    ") && text.contains("\nRight:\n\n    "), "{text}");
            assert!(text.len() > 250, "{} deserves more words", rule.code);
        }
    }

    #[test]
    fn every_code_is_explained_once() {
        for code in Code::ALL {
            let by_rules = rules().filter(|rule| rule.code == *code).count();
            let by_stages = usize::from(crate::report::explain(*code).is_some());
            assert_eq!(by_rules + by_stages, 1, "{code} is explained by {by_rules} rules and {by_stages} stages");
        }
    }
}
