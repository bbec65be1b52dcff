//! The accessibility statement: the checks, their dates and methods, and who made them.
//!
//! It keeps three sources apart: what the school checked, what Fingerpost checked in this build, and what
//! the authors of the theme test. It also lists what none of them tested.

use std::collections::HashMap;

use serde::Serialize;

use crate::check::AuditedRule;
use crate::framework::{Regulations, StandardFacts, SuccessCriterion};
use crate::programme::{Accessibility, Compliance, KnownProblem, MarkedText, MediaFile, Programme, Reason, RichText};
use crate::report::{Code, ContentPath};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::format;
use crate::view::parts::link::LinkTo;

#[derive(Debug, Serialize)]
pub struct AccessibilityPage<'a> {
    pub standard: Option<&'a StandardFacts>,
    /// How far the site meets it: `full`, `partial`, `none`; `None` if not stated.
    pub status: Option<Compliance>,
    /// The law, for public bodies.
    pub regulations: Option<&'a Regulations>,
    /// Known problems by reason: not fixed yet, a disproportionate burden, out of scope.
    pub problems: Vec<ProblemsFor>,
    /// Failures that Fingerpost found in this build.
    pub found: Vec<FoundLine>,
    pub check: Option<SchoolCheck>,
    /// What Fingerpost checked in this build.
    pub looked_for: Vec<String>,
    /// What the authors of the theme test.
    pub theme: Option<ThemeView<'a>>,
    pub not_tested: Vec<MarkedText>,
    pub contact: Option<MarkedText>,
    /// How soon they answer, as the school states it.
    pub answer: Option<MarkedText>,
    pub prepared_on: Option<DayInWords>,
    pub next_review: Option<DayInWords>,
}

#[derive(Debug, Serialize)]
pub struct ProblemsFor {
    pub reason: Reason,
    pub problems: Vec<ProblemLine>,
}

#[derive(Debug, Serialize)]
pub struct ProblemLine {
    pub what: String,
    pub criteria: Vec<SuccessCriterion>,
    pub instead: Option<MarkedText>,
    pub by: Option<DayInWords>,
}

#[derive(Debug, Serialize)]
pub struct FoundLine {
    pub what: String,
    pub criteria: Vec<SuccessCriterion>,
    pub places: Vec<LinkTo>,
}

#[derive(Debug, Serialize)]
pub struct SchoolCheck {
    pub on: Option<DayInWords>,
    pub by: Option<String>,
    pub method: Option<MarkedText>,
}

/// What the authors of the theme test.
#[derive(Debug, Serialize)]
pub struct ThemeView<'a> {
    pub version: &'static str,
    pub browser: &'a str,
    pub checker: String,
    pub tests: Vec<&'a str>,
    /// What readers can do because of the tests.
    pub lets: Vec<&'a str>,
    pub not_tested: Vec<&'a str>,
}

/// The message keys of what a rule checks, and of what its findings mean for readers.
struct Rule {
    code: Code,
    checks: &'static str,
    found: Option<&'static str>,
}

const RULES: [Rule; 17] = [
    Rule { code: Code::new("no-alt-text"), checks: "looks_no_alt_text", found: Some("found_no_alt_text") },
    Rule { code: Code::new("alt-text"), checks: "looks_alt_text", found: None },
    Rule { code: Code::new("heading-order"), checks: "looks_heading_order", found: None },
    Rule { code: Code::new("bold-heading"), checks: "looks_bold_heading", found: Some("found_bold_heading") },
    Rule { code: Code::new("link-text"), checks: "looks_link_text", found: Some("found_link_text") },
    Rule { code: Code::new("same-link-text"), checks: "looks_same_link_text", found: None },
    Rule { code: Code::new("table-heads"), checks: "looks_table_heads", found: Some("found_table_heads") },
    Rule { code: Code::new("capitals"), checks: "looks_capitals", found: None },
    Rule { code: Code::new("colour-contrast"), checks: "looks_colour_contrast", found: None },
    Rule { code: Code::new("document-only"), checks: "looks_document_only", found: None },
    Rule {
        code: Code::new("document-untagged"),
        checks: "looks_document_untagged",
        found: Some("found_document_untagged"),
    },
    Rule { code: Code::new("reading-age"), checks: "looks_reading_age", found: None },
    Rule { code: Code::new("other-language"), checks: "looks_other_language", found: Some("found_other_language") },
    Rule { code: Code::new("language-tag"), checks: "looks_language_tag", found: Some("found_language_tag") },
    Rule { code: Code::new("film-transcript"), checks: "looks_film_transcript", found: None },
    Rule { code: Code::new("fancy-text"), checks: "looks_fancy_text", found: None },
    Rule { code: Code::new("colour-or-place"), checks: "looks_colour_or_place", found: Some("found_colour_or_place") },
];

/// The message keys of what neither Fingerpost nor the authors of the theme can test.
const UNTESTABLE: [&str; 3] = ["untested_pictures", "untested_films", "untested_documents"];

pub(crate) fn accessibility<'a>(context: &Context<'a>) -> AccessibilityPage<'a> {
    let institution = &context.programme.institution;
    let statement = institution.details.accessibility.as_ref();
    let facts = &context.facts.accessibility;
    let problems = problems(context);
    let failures = failures(context);
    let standard = statement.map_or(crate::programme::Standard::Wcag22Aa, Accessibility::standard_or_default);
    AccessibilityPage {
        standard: facts.standard(standard.as_str()),
        status: statement.and_then(|statement| status(statement, problems.is_empty() && failures.is_empty())),
        regulations: Some(&facts.regulations).filter(|law| law.binds(institution.kind.as_str())),
        problems,
        found: failures,
        check: statement.and_then(|statement| school_check(statement, context)),
        looked_for: context.report.audit.rules.iter().filter_map(|audited| check_text(audited, context)).collect(),
        theme: theme(context),
        not_tested: not_tested(statement, context),
        contact: statement.and_then(|statement| statement.contact.as_ref()).map(RichText::marked),
        answer: statement.and_then(|statement| statement.answer.as_ref()).map(RichText::marked),
        prepared_on: statement.and_then(|statement| statement.prepared_on).map(|day| context.language.day(day)),
        next_review: statement
            .and_then(|statement| statement.next_review.as_ref())
            .map(|day| context.language.date(&day.value)),
    }
}

/// The published status. It is `full` only with the day and the name of a check, and no known problem. With problems it is
/// `partial`.
fn status(statement: &Accessibility, is_clean: bool) -> Option<Compliance> {
    let claim = statement.status.as_ref()?.value;
    let is_checked = statement.checked_on.is_some() && statement.checked_by.is_some();
    match claim {
        Compliance::Full if !is_clean => Some(Compliance::Partial),
        Compliance::Full if !is_checked => None,
        claim => Some(claim),
    }
}

fn school_check(statement: &Accessibility, context: &Context<'_>) -> Option<SchoolCheck> {
    let was_checked = statement.checked_on.is_some() || statement.checked_by.is_some() || statement.method.is_some();
    was_checked.then(|| SchoolCheck {
        on: statement.checked_on.as_ref().map(|day| context.language.day(day.value)),
        by: statement.checked_by.clone(),
        method: statement.method.as_ref().map(RichText::marked),
    })
}

fn problems(context: &Context<'_>) -> Vec<ProblemsFor> {
    let line = |problem: &KnownProblem| ProblemLine {
        what: problem.what.clone(),
        criteria: problem
            .criteria
            .iter()
            .filter_map(|criterion| context.facts.accessibility.criterion(&criterion.value).cloned())
            .collect(),
        instead: problem.instead.as_ref().map(RichText::marked),
        by: problem.by.as_ref().map(|by| context.language.date(&by.value)),
    };
    let all = |reason: Reason| {
        let known = context.programme.known_problems();
        let problems = known.filter(|problem| problem.why.unwrap_or(Reason::NotYet) == reason).map(line);
        ProblemsFor { reason, problems: problems.collect() }
    };
    Reason::ALL.iter().map(|reason| all(*reason)).filter(|group| !group.problems.is_empty()).collect()
}

/// Findings that fail the standard.
fn failures(context: &Context<'_>) -> Vec<FoundLine> {
    let names = FileNames::new(context.programme);
    // Files that are not on the site today are left out.
    let place = |path: &ContentPath| {
        let file = || (names.is_media(path) && !context.report.is_personal(path)).then(|| Address::new(path.as_str()));
        Some(LinkTo::new(context.page_of_file.get(path).cloned().or_else(file)?, names.name(path)))
    };
    let line = |audited: &AuditedRule| {
        let criterion = context.facts.accessibility.failed_by(audited.code.as_str())?;
        let found = RULES.iter().find(|rule| rule.code == audited.code)?.found?;
        let mut files: Vec<&ContentPath> = audited.files.iter().collect();
        files.sort_unstable();
        files.dedup();
        let places: Vec<LinkTo> = files.into_iter().filter_map(place).collect();
        (!places.is_empty()).then(|| FoundLine {
            what: context.language.text(found).to_owned(),
            criteria: vec![criterion.clone()],
            places,
        })
    };
    context.report.audit.rules.iter().filter_map(line).collect()
}

/// The names of files for readers.
struct FileNames<'a> {
    titles: HashMap<&'a ContentPath, &'a str>,
    media: HashMap<&'a ContentPath, &'a MediaFile>,
}

impl<'a> FileNames<'a> {
    fn new(programme: &'a Programme) -> Self {
        let pages = programme.pages.iter().map(|page| (page.prose.path(), page.title.as_str()));
        let events = programme.events.iter().map(|event| (event.prose.path(), event.title.as_str()));
        let policies = programme.policies.iter().map(|policy| (policy.at.path(), policy.title.as_str()));
        let translations = programme.translations.iter().map(|one| (one.prose.path(), one.title.as_str()));
        Self {
            titles: pages.chain(events).chain(policies).chain(translations).collect(),
            media: programme.media.iter().map(|file| (&file.path, file)).collect(),
        }
    }

    fn is_media(&self, path: &ContentPath) -> bool {
        self.media.contains_key(path)
    }

    /// The title of a text, or the name of a document.
    fn name(&self, path: &ContentPath) -> String {
        let name = self.titles.get(path).map_or_else(|| format::label(path.stem()), |title| (*title).to_owned());
        let note = self.media.get(path).and_then(|file| file.note());
        note.map_or_else(|| name.clone(), |note| format!("{name} ({note})"))
    }
}

fn check_text(audited: &AuditedRule, context: &Context<'_>) -> Option<String> {
    RULES.iter().find(|rule| rule.code == audited.code).map(|rule| context.language.text(rule.checks).to_owned())
}

/// What the authors of the theme test; `None` if the school has changed the theme.
fn theme<'a>(context: &Context<'a>) -> Option<ThemeView<'a>> {
    let facts = &context.facts.theme_tests;
    (!context.report.audit.has_custom_theme).then(|| ThemeView {
        version: env!("CARGO_PKG_VERSION"),
        browser: &facts.browser,
        checker: format!("{} {}", facts.checker, facts.checker_version),
        tests: facts.tests.iter().map(|test| test.what.as_str()).collect(),
        lets: facts.tests.iter().filter_map(|test| test.lets.as_deref()).collect(),
        not_tested: facts.not_tested.iter().map(String::as_str).collect(),
    })
}

fn not_tested(statement: Option<&Accessibility>, context: &Context<'_>) -> Vec<MarkedText> {
    let stated = statement.into_iter().flat_map(|statement| statement.not_tested.iter().map(RichText::marked));
    stated.chain(UNTESTABLE.map(|key| context.language.text(key).to_owned().into())).collect()
}
