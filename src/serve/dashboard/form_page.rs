//! The page with the form of a content file, or of an item of a list in it.

use std::collections::HashMap;

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::drafts::{self, DraftOffer};
use super::file_names::name_of_file;
use super::form_part::{FormContext, FormPart};
use super::form_parts;
use super::form_target::{FormTarget, NoForm};
use super::known_names::KnownNames;
use super::lines_view::name_on_page;
use super::own_links::own_links;
use super::request::{PageRequest, SavedNote};
use super::row_changes::Pairs;
use super::text_part_view::{TextPartView, text_part_views};
use super::todo::Task;
use crate::editor::DraftId;
use crate::editor::form::{FormField, field_at};
use crate::report::{ContentPath, Finding, Severity};
use crate::serve::preview::Preview;
use crate::serve::response::{ResponseBody, redirect};
use crate::serve::route::{DASHBOARD_ROOT, draft_root};

#[derive(Debug, Serialize)]
struct FormPage {
    path: String,
    /// The item, such as `activities.2`. Empty for the whole file.
    item: String,
    /// The name of the item's row, and its index in the file. `None` for a new one.
    row: Option<(String, Option<usize>)>,
    /// What a list has several of, if this is an item of it.
    item_kind: String,
    /// The id of this page.
    draft: String,
    /// True if what was typed earlier is shown.
    is_draft: bool,
    /// What was typed earlier or elsewhere.
    offers: Vec<DraftOffer>,
    /// Where its script sends what is typed.
    live: String,
    /// A page that shows the file, and what is typed into the form. `None` if there is none.
    preview: Option<String>,
    is_new: bool,
    is_new_item: bool,
    /// The version that the form was opened for. Empty for a new file.
    seen: String,
    /// Why nothing was saved.
    message: Option<String>,
    saved: Option<SavedNote>,
    /// What must be put right, for the summary at the top.
    problems: Vec<Problem>,
    /// Advice about the whole file, which no field shows.
    advice: Vec<Task>,
    parts: Vec<FormPart>,
    /// What a text can link to.
    own_links: Vec<String>,
    text_parts: Vec<TextPartView>,
    file_address: String,
    /// What people call the file.
    file_name: String,
    text_address: String,
    /// The pages of the site that are made from it.
    pages: Vec<SitePage>,
}

#[derive(Debug, Serialize)]
struct Problem {
    message: String,
    /// How to put it right. `None` if a field shows it.
    help: Option<String>,
    link: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct SitePage {
    name: String,
    address: String,
}

/// What was typed into a form that is shown again, and why.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) pairs: Pairs,
    /// Why nothing was saved. `None` if only rows were changed.
    pub(super) message: Option<String>,
    /// The version that the form was opened for.
    pub(super) seen: Option<String>,
    pub(super) status: StatusCode,
    /// The page that it was typed into. `None` for a new page.
    pub(super) draft: Option<DraftId>,
    /// True if it is a draft that somebody goes on with.
    pub(super) is_draft: bool,
}

/// The address of a form.
pub(super) fn address_of(target: &FormTarget) -> String {
    address::of_form(target.path(), &target.item_text())
}

pub(super) fn no_form(request: &PageRequest, reason: NoForm) -> Response<ResponseBody> {
    match reason {
        NoForm::NotFound | NoForm::NoItem(_) => request.not_found(),
        NoForm::Text(path) => redirect(&address::of_text(&path)),
        NoForm::Unusable(path, error) => {
            let title = format!("{path} cannot be edited here");
            request.message(StatusCode::UNPROCESSABLE_ENTITY, &title, &error.to_string())
        }
    }
}

/// The address of the form with the field that a place in the file belongs to.
pub(super) fn address_at(target: &FormTarget, offset: usize) -> String {
    let fields = target.fields(&target.values(&[]));
    match field_at(&fields, &target.file, offset) {
        Some(name) => address_of_field(target, &fields, &name),
        None => address::of_file(target.path(), 0),
    }
}

fn address_of_field(target: &FormTarget, fields: &[FormField], name: &str) -> String {
    let name = name_on_page(fields, name);
    let mut steps = name.split('.');
    let (list, row) = (steps.next().unwrap_or_default(), steps.next());
    let has_pages = |field: &&FormField| field.name == list && form_parts::has_item_pages(&field.definition.control);
    match row.filter(|_| fields.iter().any(|field| has_pages(&field))) {
        Some(row) => {
            let item = address::of_item(target.path(), &format!("{list}.{row}"));
            if name.matches('.').count() < 2 { item } else { format!("{item}#field-{name}") }
        }
        None => format!("{}#field-{name}", address::of_file(target.path(), 0)),
    }
}

/// Shows a form, with what was typed into it.
pub(super) fn show(request: &PageRequest, target: &FormTarget, typed: Typed) -> Response<ResponseBody> {
    let fields = target.fields(&target.values(&typed.pairs));
    let row = target.row(&fields);
    let mut found = Found::of(request, target);
    let content = &request.preview.content;
    let prefix = row.map(|row| row.field.name.clone());
    let problems = found.problems(prefix.as_deref());
    // The page of an item is not about the whole file.
    let advice = if row.is_none() { found.advice } else { Vec::new() };
    let mut context = FormContext {
        path: target.path(),
        names: KnownNames::new(content),
        criteria: KnownNames::criteria_for(content, &fields),
        findings: found.by_field,
        file: Some(&target.file),
    };
    let parts = match row {
        Some(row) => form_parts::item_parts(row, &mut context),
        None => form_parts::parts(&fields, &mut context),
    };
    let item_kind = item_kind(target, &fields);
    let is_new_item = target.item.as_ref().is_some_and(|item| item.index.is_none());
    let title = title(request, target, &fields);
    let form_address = address_of(target);
    let offers = if typed.message.is_none() && !typed.is_draft && typed.draft.is_none() {
        drafts::offers(request, &form_address)
    } else {
        Vec::new()
    };
    let has_errors = typed.message.is_some() || found.has_errors;
    let draft = typed.draft.or_else(|| DraftId::random().ok()).map_or_else(String::new, |id| id.to_string());
    let page = FormPage {
        path: target.path().to_string(),
        item: target.item_text(),
        row: row.map(|row| (row.field.name.clone(), row.origin)),
        item_kind,
        is_draft: typed.is_draft,
        offers,
        live: live_address(&address::of_file(target.path(), 0)),
        preview: draft_address(&request.preview, &draft, target.path()),
        draft,
        is_new: target.is_new,
        is_new_item,
        seen: typed.seen.unwrap_or_else(|| seen_of(target)),
        saved: request.saved().filter(|_| typed.message.is_none()),
        message: typed.message,
        problems,
        advice,
        own_links: own_links(content, target.path().folder()),
        parts,
        text_parts: text_part_views(target, &typed.pairs),
        file_address: address::of_file(target.path(), 0),
        file_name: name_of_file(content, target.path()).unwrap_or_else(|| target.path().to_string()),
        text_address: address::of_text(target.path()),
        pages: site_pages(request, target.path()),
    };
    let mut response = request.page_with_errors(("form.html", &title), has_errors, &page);
    if response.status() == StatusCode::OK {
        *response.status_mut() = typed.status;
    }
    response
}

/// The address of the page of a file in the preview of a form.
pub(super) fn draft_address(preview: &Preview, id: &str, path: &ContentPath) -> Option<String> {
    let page = preview.site.as_ref()?.source_files().main_page_of(path)?;
    Some(address::of_page(&draft_root(id), page))
}

/// Where the script of a form sends what is typed.
pub(super) fn live_address(form: &str) -> String {
    format!("{DASHBOARD_ROOT}live/{}", drafts::form_name(form))
}

/// What a form is for.
pub(super) fn title(request: &PageRequest, target: &FormTarget, fields: &[FormField]) -> String {
    let kind = item_kind(target, fields);
    let is_new_item = target.item.as_ref().is_some_and(|item| item.index.is_none());
    match (target.row(fields).and_then(form_parts::title_of), is_new_item) {
        (_, true) => format!("New {kind}"),
        (Some(heading), _) => format!("Edit {kind}: {heading}"),
        (None, _) if target.item.is_some() => format!("Edit {kind}"),
        (None, _) => title_of_file(request, target.path()),
    }
}

/// What the list has several of that a form is for an item of. Empty for a whole file.
fn item_kind(target: &FormTarget, fields: &[FormField]) -> String {
    let list = target.item.as_ref().and_then(|item| fields.iter().find(|field| field.name == item.list));
    list.map_or_else(String::new, |list| list.definition.item_name())
}

/// Only the fields of a form, with what was typed into them.
pub(super) fn fields(request: &PageRequest, target: &FormTarget, typed: Typed) -> Response<ResponseBody> {
    let fields = target.fields(&target.values(&typed.pairs));
    let found = Found::of(request, target);
    let content = &request.preview.content;
    let mut context = FormContext {
        path: target.path(),
        names: KnownNames::new(content),
        criteria: KnownNames::criteria_for(content, &fields),
        findings: found.by_field,
        file: Some(&target.file),
    };
    let parts = match target.row(&fields) {
        Some(row) => form_parts::item_parts(row, &mut context),
        None => form_parts::parts(&fields, &mut context),
    };
    request.page(("fields.html", ""), &parts)
}

pub(super) fn seen_of(target: &FormTarget) -> String {
    if target.is_new { String::new() } else { target.file.seen().to_string() }
}

/// The fields with the values of the file, in which findings have their places.
fn fields_of_file(target: &FormTarget) -> Vec<FormField> {
    target.form.fields(Some(&target.file), &target.form.values(&target.file))
}

/// The pages of the site that are made from a file.
pub(super) fn site_pages(request: &PageRequest, path: &ContentPath) -> Vec<SitePage> {
    let Some(site) = request.preview.site.as_ref() else { return Vec::new() };
    let base = request.state.base.as_str();
    let page = |page: &str| SitePage { name: page.to_owned(), address: address::of_page(base, page) };
    site.source_files().pages_of(path).into_iter().map(page).collect()
}

/// The title of the form of a file.
pub(super) fn title_of_file(request: &PageRequest, path: &ContentPath) -> String {
    let items = &request.preview.content.items;
    let item = items.iter().find(|item| item.path == *path && item.start == 0);
    item.map_or_else(|| format!("Edit {path}"), |item| format!("Edit: {}", item.title))
}

/// The findings of a file.
#[derive(Default)]
struct Found {
    by_field: HashMap<String, Vec<Task>>,
    /// The name of the field, if it is known, and what is wrong.
    urgent: Vec<(Option<String>, Problem)>,
    /// What is worth doing and belongs to no field.
    advice: Vec<Task>,
    has_errors: bool,
}

impl Found {
    /// Those of the latest build.
    fn of(request: &PageRequest, target: &FormTarget) -> Self {
        let fields = fields_of_file(target);
        let mut found = Self::default();
        for finding in &request.preview.findings {
            if finding.place.path() == target.path() {
                found.add(finding, target, &fields);
            }
        }
        found
    }

    fn add(&mut self, finding: &Finding, target: &FormTarget, fields: &[FormField]) {
        let place = &finding.place;
        // The latest build may have seen another version.
        let is_this_version = *place.source.text == *target.file.text();
        let field = (is_this_version && !place.is_whole_file())
            .then(|| field_at(fields, &target.file, place.span.start))
            .flatten();
        let task = Task::new(finding);
        self.has_errors |= finding.severity == Severity::Error;
        if finding.severity <= Severity::Must {
            let link = field.as_ref().map(|name| address_of_field(target, fields, name));
            let help = field.is_none().then(|| task.help.clone());
            self.urgent.push((field.clone(), Problem { message: task.message.clone(), help, link }));
        }
        match field {
            Some(field) => self.by_field.entry(field).or_default().push(task),
            // Advice that has a place in another version is not about the whole file.
            None if finding.severity > Severity::Must && (is_this_version || place.is_whole_file()) => {
                self.advice.push(task);
            }
            None => {}
        }
    }

    /// The summary for a page: of all of the file, or of the fields that begin with a name.
    fn problems(&mut self, prefix: Option<&str>) -> Vec<Problem> {
        let urgent = std::mem::take(&mut self.urgent).into_iter();
        let is_shown = |field: &Option<String>| match prefix {
            None => true,
            Some(prefix) => {
                field.as_ref().is_some_and(|field| field == prefix || field.starts_with(&format!("{prefix}.")))
            }
        };
        urgent.filter(|(field, _)| is_shown(field)).map(|(_, problem)| problem).collect()
    }
}
