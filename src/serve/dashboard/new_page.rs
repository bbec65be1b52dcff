//! Makes new things: a file with a name made from its title, or an item of a list.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::form_parts::{self, FormContext, FormPart};
use super::known_names::KnownNames;
use super::request::PageRequest;
use super::row_changes::{Pairs, RowChange};
use super::saving::{and_wait, pairs_of};
use crate::ItemKind;
use crate::editor::form::{ContentForm, FormValue};
use crate::programme::format::day;
use crate::report::ContentPath;
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;

/// A kind of file that can be made.
struct NewKind {
    /// The kind's name in the format.
    name: &'static str,
    title: &'static str,
    /// True if the file's name begins with the date.
    has_date: bool,
}

const KINDS: [NewKind; 5] = [
    NewKind { name: "event", title: "New event", has_date: true },
    NewKind { name: "page", title: "New page", has_date: false },
    NewKind { name: "document", title: "New policy", has_date: false },
    NewKind { name: "survey", title: "New survey", has_date: false },
    NewKind { name: "benchmarks", title: "New benchmark evaluation", has_date: true },
];

/// Items of lists that can be added: the file, the list and what it has several of.
const ITEMS: [(&str, &str, &str); 3] = [
    ("team.yaml", "people.new", "person"),
    ("offers.yaml", "offers.new", "offer"),
    ("evaluation/actions.yaml", "actions.new", "action"),
];

#[derive(Debug, Serialize)]
struct ChoicePage {
    links: Vec<NewLink>,
    /// The plans that an activity can be added to.
    plans: Vec<NewLink>,
}

#[derive(Debug, Serialize)]
struct NewLink {
    title: String,
    address: String,
}

#[derive(Debug, Serialize)]
struct NewPage {
    kind: &'static str,
    message: Option<String>,
    parts: Vec<FormPart>,
}

/// Shows the form of a new file, or what can be made.
pub(super) fn get(request: &PageRequest, name: &str) -> Response<ResponseBody> {
    match kind(name) {
        Some((kind, form)) => show(request, (kind, &form), &Vec::new(), None),
        None if name.is_empty() => choose(request),
        None => request.not_found(),
    }
}

fn kind(name: &str) -> Option<(&'static NewKind, ContentForm)> {
    let kind = KINDS.iter().find(|kind| kind.name == name)?;
    Some((kind, ContentForm::of_kind(name)?))
}

fn choose(request: &PageRequest) -> Response<ResponseBody> {
    let file = |kind: &NewKind| NewLink {
        title: kind.title.trim_start_matches("New ").to_owned(),
        address: format!("{DASHBOARD_ROOT}new/{}", kind.name),
    };
    let item = |(path, item, title): (&str, &str, &str)| NewLink {
        title: title.to_owned(),
        address: address::of_item(&ContentPath::new(path), item),
    };
    let known = KINDS.iter().filter(|kind| ContentForm::of_kind(kind.name).is_some());
    let links = known.map(file).chain(ITEMS.into_iter().map(item)).collect();
    let plans = request.preview.content.items.iter().filter(|item| item.kind == ItemKind::Plan);
    let plan = |plan: &crate::ContentItem| NewLink {
        title: plan.title.clone(),
        address: address::of_item(&plan.path, "activities.new"),
    };
    request.page(("new.html", "Add something new"), &ChoicePage { links, plans: plans.map(plan).collect() })
}

fn show(
    request: &PageRequest,
    (kind, form): (&NewKind, &ContentForm),
    pairs: &Pairs,
    message: Option<String>,
) -> Response<ResponseBody> {
    let values = values(form, pairs);
    let content = &request.preview.content;
    let path = ContentPath::new(kind.name);
    let mut context = FormContext { path: &path, names: KnownNames::new(content), findings: Default::default() };
    let fields = form.fields(None, &values);
    // Items of long lists have pages of their own, once the file is there.
    let fields: Vec<_> =
        fields.into_iter().filter(|field| !form_parts::has_item_pages(&field.definition.control)).collect();
    let has_errors = message.is_some();
    let page = NewPage {
        kind: KINDS.iter().find(|other| other.name == kind.name).map_or("", |kind| kind.name),
        message,
        parts: form_parts::parts(&fields, &mut context),
    };
    let mut response = request.page_with_errors(("new-form.html", kind.title), has_errors, &page);
    if has_errors {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn values(form: &ContentForm, pairs: &Pairs) -> FormValue {
    form.empty().with(&form.sent(pairs))
}

/// Makes the file, or changes the rows of the form and shows it again.
pub(super) fn post(request: &PageRequest, name: &str, form: &Form) -> Response<ResponseBody> {
    let Some((kind, content_form)) = kind(name) else { return request.not_found() };
    let pairs = pairs_of(form);
    if let Some(change) = RowChange::parse(form.get("do")) {
        return show(request, (kind, &content_form), &change.apply(pairs), None);
    }
    let (title, date) = match name_parts(kind, &content_form, &pairs) {
        Ok(parts) => parts,
        Err(message) => return show(request, (kind, &content_form), &pairs, Some(message)),
    };
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let made = content.new_file(content_form.kind(), title, date).and_then(|empty| {
        let edits = content_form.edits(&empty, &values(&content_form, &pairs));
        let file = empty.with_edits(&edits)?;
        and_wait(&request.state, || content.create(file.path(), file.bytes(), now))
    });
    match made {
        Ok(saved) => see_other(&format!("{}?saved=1", address::of_file(&saved.path, 0))),
        Err(error) => show(request, (kind, &content_form), &pairs, Some(error.to_string())),
    }
}

/// The title and the date of a new file, from which its name is made.
fn name_parts<'p>(
    kind: &NewKind,
    form: &ContentForm,
    pairs: &'p Pairs,
) -> Result<(&'p str, Option<jiff::civil::Date>), String> {
    let value = |name: &str| pairs.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value.trim());
    let has_title = form.definitions().iter().any(|field| field.key == "title");
    let (title, date) = (value("title"), day(value("date")).filter(|_| kind.has_date));
    match (has_title && title.is_empty(), kind.has_date && date.is_none()) {
        (true, true) => Err("Write the title, and the date, such as 4 March 2027.".to_owned()),
        (true, false) => Err("Write the title.".to_owned()),
        (false, true) if !has_title => Err("Write the date, such as 4 March 2027.".to_owned()),
        _ => Ok((title, date)),
    }
}
