//! The page that moves the content on to the next academic year: what changes, the change itself, and taking it back.

use hyper::{Response, StatusCode};
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_128;

use super::address;
use super::request::PageRequest;
use super::saving::wait_for_preview;
use super::wording::plain;
use crate::programme::date_in_words;
use crate::report::Findings;
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;
use crate::year::{Certainty, ReasonGroup, YearPlan, YearRow, by_reason};
use crate::{CheckedYearPlan, NoYearPlan, YearOptions};

/// The page.
#[derive(Debug, Default, Serialize)]
struct YearPage<'p> {
    message: Option<String>,
    /// The council's list, as it was typed.
    terms: &'p str,
    /// What was changed last and can be taken back, such as “2026-27 to 2027-28”.
    last: Option<String>,
    is_done: bool,
    plan: Option<PlanView>,
}

#[derive(Debug, Serialize)]
struct PlanView {
    old: String,
    new: String,
    /// The first day of the next year.
    starts: String,
    /// The last day of this year's last term, while it is not over.
    last_term_ends: Option<String>,
    /// True if this year has begun, so that the next one may follow.
    may_change: bool,
    terms_are_listed: bool,
    files: usize,
    /// What was shown, so that nothing else is changed.
    hash: String,
    groups: Vec<GroupView>,
}

#[derive(Debug, Serialize)]
struct GroupView {
    heading: &'static str,
    count: usize,
    is_open: bool,
    reasons: Vec<ReasonView>,
}

#[derive(Debug, Serialize)]
struct ReasonView {
    reason: String,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    what: String,
    was: String,
    becomes: String,
    suggestion: String,
    path: String,
    /// The form of the file, if it is there now.
    address: Option<String>,
}

pub(super) fn get(request: &PageRequest) -> Response<ResponseBody> {
    let page = YearPage { is_done: request.query("done") == "1", ..YearPage::default() };
    // After the change, the page says so and does not offer the next one at once.
    if page.is_done {
        return show(request, page, None);
    }
    match plan(request, "") {
        Ok(plan) => show(request, page, Some(&plan)),
        Err(message) => show(request, YearPage { message: Some(message), ..page }, None),
    }
}

/// Shows what a list of term dates changes, or makes the changes.
pub(super) fn post(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let terms = form.get("terms");
    let page = YearPage { terms, ..YearPage::default() };
    let plan = match plan(request, terms) {
        Ok(plan) => plan,
        Err(message) => return show(request, YearPage { message: Some(message), ..page }, None),
    };
    if form.get("do") != "change" {
        return show(request, page, Some(&plan));
    }
    if hash(&plan) != form.get("plan") {
        let message =
            "The content or the list has changed since this was shown. Look at it again. Nothing was changed.";
        return show(request, YearPage { message: Some(message.to_owned()), ..page }, Some(&plan));
    }
    if plan.old.starts > request.preview.day {
        let message = format!("{} has not begun yet. Nothing was changed.", plan.old_label);
        return show(request, YearPage { message: Some(message), ..page }, Some(&plan));
    }
    let name = format!("{} to {}", plan.old_label, plan.new_label);
    match request.state.dashboard.content.make_changes(&name, &plan.changes) {
        Ok(()) => {
            wait_for_preview(&request.state);
            see_other(&format!("{DASHBOARD_ROOT}year?done=1"))
        }
        Err(error) => show(request, YearPage { message: Some(error.to_string()), ..page }, Some(&plan)),
    }
}

/// Takes the last change back.
pub(super) fn undo(request: &PageRequest) -> Response<ResponseBody> {
    match request.state.dashboard.content.undo_changes() {
        Ok(_) => {
            wait_for_preview(&request.state);
            see_other(&format!("{DASHBOARD_ROOT}year"))
        }
        Err(error) => request.message(StatusCode::CONFLICT, "This can't be taken back", &error.to_string()),
    }
}

fn plan(request: &PageRequest, terms: &str) -> Result<YearPlan, String> {
    let previews = &request.state.previews;
    let list = Some(terms.trim()).filter(|terms| !terms.is_empty());
    let options = YearOptions {
        folder: previews.folder(),
        terms: list.map(|terms| ("terms.txt", terms.as_bytes().to_vec())),
        facts: previews.facts(),
        today: request.preview.day,
    };
    let planned = crate::plan_next_year(options, &mut Findings::default());
    let CheckedYearPlan { plan, errors } = planned.map_err(|reason| match reason {
        NoYearPlan::NoProgramme => "Put right what is wrong with school.yaml and team.yaml first.".to_owned(),
        NoYearPlan::Terms(error) => format!("The term dates can't be used: {error}"),
        NoYearPlan::Year(error) => plain(&error.to_string()),
    })?;
    match errors.first() {
        Some(error) => Err(format!(
            "The content would have an error in the next year, in {}: {}. Nothing was changed.",
            error.place.path(),
            plain(&error.message)
        )),
        None => Ok(plan),
    }
}

fn show(request: &PageRequest, page: YearPage<'_>, plan: Option<&YearPlan>) -> Response<ResponseBody> {
    let has_errors = page.message.is_some();
    let page = YearPage {
        last: request.state.dashboard.content.last_changes().map(|last| last.name),
        plan: plan.map(|plan| PlanView::new(plan, request)),
        ..page
    };
    let mut response = request.page_with_errors(("year.html", "Next school year"), has_errors, &page);
    if has_errors {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// A fingerprint of everything that a plan changes.
fn hash(plan: &YearPlan) -> String {
    let mut all = Vec::new();
    for change in &plan.changes {
        all.extend_from_slice(change.path.as_str().as_bytes());
        for version in [&change.before, &change.after] {
            let bytes = version.as_deref().unwrap_or_default();
            all.extend_from_slice(&xxh3_128(bytes).to_le_bytes());
        }
    }
    format!("{:032x}", xxh3_128(&all))
}

impl PlanView {
    fn new(plan: &YearPlan, request: &PageRequest) -> Self {
        let today = request.preview.day;
        let last = plan.old.terms.last().filter(|last| today <= last.ends);
        let group = |certainty: Certainty| {
            let groups = by_reason(&plan.rows, certainty);
            GroupView {
                heading: certainty.heading(),
                count: groups.iter().map(|group| group.rows.len()).sum(),
                is_open: certainty == Certainty::ToDecide,
                reasons: groups.iter().map(|group| ReasonView::new(group, plan)).collect(),
            }
        };
        Self {
            old: plan.old_label.clone(),
            new: plan.new_label.clone(),
            starts: date_in_words(plan.new.starts),
            last_term_ends: last.map(|last| date_in_words(last.ends)),
            may_change: plan.old.starts <= today,
            terms_are_listed: plan.terms_are_listed,
            files: plan.changes.len(),
            hash: hash(plan),
            groups: Certainty::ALL.into_iter().map(group).filter(|group| group.count > 0).collect(),
        }
    }
}

impl ReasonView {
    fn new(group: &ReasonGroup<'_>, plan: &YearPlan) -> Self {
        let is_new =
            |row: &YearRow| plan.changes.iter().any(|change| change.path == row.path && change.before.is_none());
        let row = |row: &&YearRow| RowView {
            what: row.what.clone(),
            was: row.was.clone(),
            becomes: row.becomes.clone(),
            suggestion: row.suggestion.clone(),
            path: row.path.to_string(),
            address: (!is_new(row)).then(|| address::of_file(&row.path, 0)),
        };
        Self { reason: group.heading(), rows: group.rows.iter().map(row).collect() }
    }
}
