//! The page that moves the content on to the next academic year: what changes, the change itself, taking it back, and what
//! is left to do after it.

use hyper::header::{self, HeaderValue};
use hyper::{Response, StatusCode};
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_128;

use super::address;
use super::request::PageRequest;
use super::saving::wait_for_preview;
use super::wording::{plain, sentence};
use super::year_view::{LeftView, LinkView, PlanView, left_to_do, link_to_file};
use crate::editor::{ChangeKind, SaveError};
use crate::programme::date_in_words;
use crate::report::{ContentPath, Findings};
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, complete, see_other};
use crate::year::{YearPlan, xlsx};
use crate::{CheckedYearPlan, NoYearPlan, YearOptions};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page.
#[derive(Debug, Default, Serialize)]
struct YearPage<'p> {
    problem: Option<Problem>,
    /// The council's list, as it was typed.
    terms: &'p str,
    /// What was changed last and can be taken back, such as “2026-27 to 2027-28”.
    last: Option<String>,
    is_done: bool,
    left: Vec<LeftView>,
    /// What the next year changes, if it may follow.
    plan: Option<PlanView>,
    /// Why the next year may not follow yet.
    too_early: Option<String>,
    /// What was shown, so that nothing else is changed.
    hash: String,
}

/// Why nothing was changed.
#[derive(Debug, Serialize)]
struct Problem {
    message: String,
    /// True if the list of term dates has to be put right.
    is_of_terms: bool,
    /// The files that it is about.
    files: Vec<LinkView>,
}

impl Problem {
    fn new(message: &str) -> Self {
        Self { message: plain(&sentence(message)), is_of_terms: false, files: Vec::new() }
    }

    fn of_files(message: &str, files: &[&str], request: &PageRequest) -> Self {
        let files = files.iter().map(|file| link_to_file(&ContentPath::new(file), request)).collect();
        Self { files, ..Self::new(message) }
    }

    fn of_save(error: &SaveError, why: &str, request: &PageRequest) -> Self {
        match error {
            SaveError::ChangedSince(paths) => {
                let files: Vec<&str> = paths.iter().map(ContentPath::as_str).collect();
                Self::of_files(why, &files, request)
            }
            error => Self::new(&error.to_string()),
        }
    }
}

pub(super) fn get(request: &PageRequest) -> Response<ResponseBody> {
    let page = YearPage { is_done: request.query("done") == "1", ..YearPage::default() };
    // After the change, the page does not offer the next one at once.
    if page.is_done {
        return show(request, page, None);
    }
    match plan(request, "") {
        Ok(plan) => show(request, page, Some(&plan)),
        Err(problem) => show(request, YearPage { problem: Some(problem), ..page }, None),
    }
}

/// Shows what a list of term dates changes, sends it as a spreadsheet, or makes the changes.
pub(super) fn post(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let terms = form.get("terms");
    let page = YearPage { terms, ..YearPage::default() };
    let plan = match plan(request, terms) {
        Ok(plan) => plan,
        Err(problem) => return show(request, YearPage { problem: Some(problem), ..page }, None),
    };
    match form.get("do") {
        "change" => match change(request, form, &plan) {
            Ok(()) => see_other(&format!("{}?done=1", address::YEAR)),
            Err(problem) => show(request, YearPage { problem: Some(problem), ..page }, Some(&plan)),
        },
        "table" => table(&plan).unwrap_or_else(|| {
            let problem = Some(Problem::new("The spreadsheet could not be made. It would have too many rows."));
            show(request, YearPage { problem, ..page }, Some(&plan))
        }),
        _ => show(request, page, Some(&plan)),
    }
}

/// Takes the last change back.
pub(super) fn undo(request: &PageRequest) -> Response<ResponseBody> {
    match request.state.dashboard.content.undo_changes() {
        Ok(_) => {
            wait_for_preview(&request.state);
            see_other(address::YEAR)
        }
        Err(error) => {
            let why =
                "The change can’t be taken back while these are edited. Put them back as they were, then try again:";
            let problem = Problem::of_save(&error, why, request);
            let page = YearPage { problem: Some(problem), ..YearPage::default() };
            show(request, page, plan(request, "").ok().as_ref())
        }
    }
}

fn change(request: &PageRequest, form: &Form, plan: &YearPlan) -> Result<(), Problem> {
    if hash(plan) != form.get("plan") {
        return Err(Problem::new(
            "The content or the term dates have changed since this page was shown. Look at it again.",
        ));
    }
    if let Some(why) = too_early(request, plan) {
        return Err(Problem::new(&why));
    }
    let made = request.state.dashboard.content.make_changes(ChangeKind::AcademicYear, &plan.name(), &plan.changes);
    made.map_err(|error| Problem::of_save(&error, "These have changed since this page was shown:", request))?;
    wait_for_preview(&request.state);
    Ok(())
}

/// Why the next year may not follow yet: this year has not begun.
fn too_early(request: &PageRequest, plan: &YearPlan) -> Option<String> {
    let (old, new) = (&plan.old_label, &plan.new_label);
    let starts = date_in_words(plan.old.starts);
    let is_early = !plan.may_follow(request.preview.day);
    is_early.then(|| format!("{old} begins on {starts}. From then on you can go on to {new} here."))
}

/// The plan as a spreadsheet. `None` if it has too many rows.
fn table(plan: &YearPlan) -> Option<Response<ResponseBody>> {
    let mut response = complete(StatusCode::OK, XLSX, xlsx(&plan.rows).ok()?);
    let name = HeaderValue::from_static("attachment; filename=\"next-year.xlsx\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Some(response)
}

fn plan(request: &PageRequest, terms: &str) -> Result<YearPlan, Problem> {
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
        NoYearPlan::NoProgramme => {
            let files = ["school.yaml", "team.yaml"];
            Problem::of_files("First put right what is wrong in these:", &files, request)
        }
        NoYearPlan::Terms(error) => {
            Problem { is_of_terms: true, ..Problem::new(&format!("The term dates can’t be used: {error}")) }
        }
        NoYearPlan::Year(error) => Problem::of_files(&error.to_string(), &[error.path().as_str()], request),
    })?;
    match errors.first() {
        Some(error) => {
            let message = format!("The content would have an error in {}: {}.", plan.new_label, error.message);
            Err(Problem::of_files(&message, &[error.place.path().as_str()], request))
        }
        None => Ok(plan),
    }
}

fn show(request: &PageRequest, page: YearPage<'_>, plan: Option<&YearPlan>) -> Response<ResponseBody> {
    let has_errors = page.problem.is_some();
    let last = request.state.dashboard.content.last_changes().map(|last| last.name);
    let too_early = plan.and_then(|plan| too_early(request, plan));
    let plan = plan.filter(|_| too_early.is_none());
    let page = YearPage {
        left: left_to_do(request, last.is_some()),
        last,
        plan: plan.map(|plan| PlanView::new(plan, request, request.preview.day)),
        too_early,
        hash: plan.map(hash).unwrap_or_default(),
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
