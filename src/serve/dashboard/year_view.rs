//! What the page of the next school year shows: the plan, and what is left to do after the change.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use super::address;
use super::file_names::name_of_file;
use super::request::PageRequest;
use super::wording::{plain, sentence, with_dates_in_words, without_markdown};
use crate::editor::EditableFolder;
use crate::programme::date_in_words;
use crate::report::{ContentPath, Finding};
use crate::year::{Certainty, ReasonGroup, RowKind, YearPlan, YearRow, by_reason};

/// The findings that the change to another year leaves, with their headings.
const LEFT: [(&str, &str); 4] = [
    ("to-confirm", "Days to confirm"),
    ("no-day-yet", "Days to look up"),
    ("old-date", "Dates in texts that are left over from last year"),
    ("wrong-weekday", "Weekdays that do not match their dates"),
];

#[derive(Debug, Serialize)]
pub(super) struct PlanView {
    old: String,
    new: String,
    /// The first day of the next year.
    starts: String,
    /// The last day of this year's last term, while it is not over.
    last_term_ends: Option<String>,
    terms_are_listed: bool,
    /// How many files change.
    files: usize,
    groups: Vec<GroupView>,
}

/// The rows that are equally sure.
#[derive(Debug, Serialize)]
struct GroupView {
    id: String,
    heading: &'static str,
    /// What these rows ask of people.
    about: &'static str,
    count: usize,
    reasons: Vec<ReasonView>,
}

#[derive(Debug, Serialize)]
struct ReasonView {
    reason: String,
    /// Where to look it up.
    website: Option<String>,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    what: String,
    was: String,
    becomes: String,
    file: String,
    address: String,
}

/// Findings of one kind that are left after the change.
#[derive(Debug, Serialize)]
pub(super) struct LeftView {
    id: &'static str,
    heading: &'static str,
    items: Vec<LinkView>,
}

/// A text that leads to the form of a file.
#[derive(Debug, Serialize)]
pub(super) struct LinkView {
    pub(super) text: String,
    pub(super) address: String,
}

/// What is left to do in a content folder that was changed to another year. Empty if it never was.
pub(super) fn left_to_do(request: &PageRequest, was_changed: bool) -> Vec<LeftView> {
    let findings = &request.preview.findings;
    let is_of = |finding: &&Finding, code: &str| finding.code.as_str() == code;
    if !was_changed && !findings.iter().any(|finding| is_of(&finding, "to-confirm")) {
        return Vec::new();
    }
    let left = LEFT.map(|(id, heading)| {
        let of_kind = findings.iter().filter(|finding| is_of(finding, id));
        LeftView { id, heading, items: of_kind.map(|finding| left(finding, request)).collect() }
    });
    left.into_iter().filter(|left| !left.items.is_empty()).collect()
}

fn left(finding: &Finding, request: &PageRequest) -> LinkView {
    let path = finding.place.path();
    let message = plain(&sentence(&finding.message));
    let names_event = ["to-confirm", "no-day-yet"].contains(&finding.code.as_str());
    let name = name_of_file(&request.preview.content, path).filter(|_| !names_event);
    let text = name.map_or_else(|| message.clone(), |name| format!("{name}: {message}"));
    LinkView { text, address: address::of_file(path, finding.place.span.start) }
}

/// A link to a file, by what people call it.
pub(super) fn link_to_file(path: &ContentPath, request: &PageRequest) -> LinkView {
    let text = name_of_file(&request.preview.content, path).unwrap_or_else(|| path.to_string());
    LinkView { text, address: address::of_file(path, 0) }
}

impl PlanView {
    pub(super) fn new(plan: &YearPlan, request: &PageRequest, today: Date) -> Self {
        let last = plan.old.terms.last().filter(|last| today <= last.ends);
        let mut files = Files { request, texts: HashMap::new() };
        let mut group = |certainty: Certainty| {
            let reasons = by_reason(&plan.rows, certainty);
            GroupView {
                id: certainty.words().replace(' ', "-"),
                heading: certainty.heading(),
                about: about(certainty),
                count: reasons.iter().map(|reason| reason.rows.len()).sum(),
                reasons: reasons.iter().map(|reason| ReasonView::new(reason, &mut files)).collect(),
            }
        };
        let groups: Vec<GroupView> = Certainty::ALL.into_iter().map(&mut group).collect();
        Self {
            old: plan.old_label.clone(),
            new: plan.new_label.clone(),
            starts: date_in_words(plan.new.starts),
            last_term_ends: last.map(|last| date_in_words(last.ends)),
            terms_are_listed: plan.terms_are_listed,
            files: plan.changed_files(),
            groups: groups.into_iter().filter(|group| group.count > 0).collect(),
        }
    }
}

fn about(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::ToDecide => "Only somebody at your school can know these. Put them right after the change.",
        Certainty::ToConfirm => "These are worked out by a rule. Look at each of them after the change.",
        Certainty::Sure => "There is nothing for you to do about these.",
    }
}

impl ReasonView {
    fn new(group: &ReasonGroup<'_>, files: &mut Files<'_>) -> Self {
        let reason = group.heading();
        let website = reason.find("https://").and_then(|at| reason.get(at..)).map(str::to_owned);
        let reason = plain(&reason).replace("https://", "");
        let rows = group.rows.iter().map(|row| RowView::new(row, files)).collect();
        Self { reason: reason.trim_end_matches('/').to_owned(), website, rows }
    }
}

impl RowView {
    fn new(row: &YearRow, files: &mut Files<'_>) -> Self {
        let becomes = match (row.becomes.as_str(), row.suggestion.as_str()) {
            ("", "") if row.why.contains("https://") => "Look it up".to_owned(),
            ("", "") if row.certainty == Certainty::ToDecide => "You decide".to_owned(),
            ("", "") => "The same".to_owned(),
            ("", suggestion) => format!("You decide. Perhaps {suggestion}"),
            (becomes, _) => becomes.to_owned(),
        };
        Self {
            what: what(row),
            was: with_dates_in_words(&row.was),
            becomes: with_dates_in_words(&becomes),
            file: link_to_file(&row.path, files.request).text,
            address: files.address(&row.path, row.line),
        }
    }
}

/// What a row is about, without what only a file has.
fn what(row: &YearRow) -> String {
    match row.kind {
        RowKind::Sentence => without_markdown(&row.what),
        _ if row.what.contains(' ') => row.what.clone(),
        _ => sentence(&row.what.replace(['-', '.'], " ")),
    }
}

/// The texts of the files that rows are about, each read once.
struct Files<'r> {
    request: &'r PageRequest,
    texts: HashMap<ContentPath, String>,
}

impl Files<'_> {
    /// The form of a file, at what is in a line.
    fn address(&mut self, path: &ContentPath, line: usize) -> String {
        let content: &EditableFolder = &self.request.state.dashboard.content;
        let text = self.texts.entry(path.clone()).or_insert_with(|| {
            let file = content.open(path).ok();
            file.map(|file| file.text().to_owned()).unwrap_or_default()
        });
        let Some(before) = line.checked_sub(1) else { return address::of_file(path, 0) };
        let start: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
        let indent = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches([' ', '-']).len());
        address::of_file(path, start + indent)
    }
}
