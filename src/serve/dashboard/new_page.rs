//! Makes new things: a file with a name made from its title, or an item of a list.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::drafts::{self, DraftOffer};
use super::form_page::live_address;
use super::form_part::{FormContext, FormPart};
use super::form_parts;
use super::form_target::FormTarget;
use super::known_names::KnownNames;
use super::new_choice::choose;
use super::new_kinds::{KINDS, NewKind};
use super::own_links::own_links;
use super::request::PageRequest;
use super::row_changes::{Pairs, RowChange};
use super::saving::{and_wait, pairs_of};
use crate::editor::form::{ContentForm, FormValue};
use crate::editor::{DraftId, OpenFile, SaveError};
use crate::programme::format::day;
use crate::programme::{FilePlace, date_in_words};
use crate::report::ContentPath;
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};

#[derive(Debug, Serialize)]
struct NewPage {
    kind: &'static str,
    /// The group that a plan is for. Empty for all other kinds.
    group: String,
    /// The id of this page.
    draft: String,
    /// True if what was typed earlier is shown.
    is_draft: bool,
    /// What was typed earlier or elsewhere.
    offers: Vec<DraftOffer>,
    /// Where its script sends what is typed.
    live: String,
    message: Option<String>,
    /// What a text can link to.
    own_links: Vec<String>,
    parts: Vec<FormPart>,
}

/// Why a form is shown again, and what was typed into it.
struct Typed {
    message: Option<String>,
    /// The page that it was typed into. `None` for a new page.
    draft: Option<DraftId>,
    /// True if it is a draft that somebody goes on with.
    is_draft: bool,
}

/// Shows the form of a new file, or what can be made.
pub(super) fn get(request: &PageRequest, name: &str) -> Response<ResponseBody> {
    match kind(name) {
        Some((kind, form)) => {
            let group = request.query("for");
            let new = NewFile { kind, form: &form, group: &group };
            if !new.is_known(request) {
                return request.not_found();
            }
            match drafts::requested(request, &new.address()) {
                Some(draft) => {
                    let typed = Typed { message: None, draft: Some(draft.id), is_draft: true };
                    show(request, new, &pairs_of(&drafts::as_form(&draft)), typed)
                }
                None => {
                    let typed = Typed { message: None, draft: None, is_draft: false };
                    show(request, new, &defaults(request, &form), typed)
                }
            }
        }
        None if name.is_empty() => choose(request),
        None => request.not_found(),
    }
}

/// The folder that a new file goes into.
fn folder(form: &ContentForm) -> &'static str {
    match form.kind().place() {
        FilePlace::Folder { folder, .. } => folder,
        FilePlace::Fixed(_) => "",
    }
}

/// What a new file begins with.
fn defaults(request: &PageRequest, form: &ContentForm) -> Pairs {
    let has = |key: &str| form.definitions().iter().any(|field| field.key == key);
    match request.preview.content.criteria.first() {
        Some(in_use) if has("framework") => vec![
            ("framework".to_owned(), in_use.framework.clone()),
            ("date".to_owned(), date_in_words(request.preview.day)),
        ],
        _ => Vec::new(),
    }
}

fn kind(name: &str) -> Option<(&'static NewKind, ContentForm)> {
    let kind = KINDS.iter().find(|kind| kind.name == name)?;
    Some((kind, ContentForm::of_kind(name)?))
}

/// A file that is being made.
#[derive(Clone, Copy)]
struct NewFile<'a> {
    kind: &'static NewKind,
    form: &'a ContentForm,
    /// The group that a plan is for. Empty for all other kinds.
    group: &'a str,
}

impl NewFile<'_> {
    /// False for a plan of a group that there is not.
    fn is_known(&self, request: &PageRequest) -> bool {
        self.kind.is_listed() || request.preview.content.groups.iter().any(|group| group == self.group)
    }

    /// The address of its form.
    fn address(&self) -> String {
        address::of_new(self.kind.name, self.group)
    }

    fn title(&self) -> String {
        match self.group {
            "" => format!("New {}", self.kind.title.to_lowercase()),
            group => format!("New plan of the year for {group}"),
        }
    }
}

fn show(request: &PageRequest, new: NewFile<'_>, pairs: &Pairs, typed: Typed) -> Response<ResponseBody> {
    let Typed { message, draft, is_draft } = typed;
    let has_errors = message.is_some();
    let page = NewPage {
        kind: new.kind.name,
        group: new.group.to_owned(),
        draft: draft.or_else(|| DraftId::random().ok()).map_or_else(String::new, |id| id.to_string()),
        is_draft,
        offers: if draft.is_none() { drafts::offers(request, &new.address()) } else { Vec::new() },
        live: live_address(&address::of_new(new.kind.name, "")),
        message,
        own_links: own_links(&request.preview.content, folder(new.form)),
        parts: parts(request, new, pairs),
    };
    let mut response = request.page_with_errors(("new-form.html", &new.title()), has_errors, &page);
    if has_errors {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn parts(request: &PageRequest, new: NewFile<'_>, pairs: &Pairs) -> Vec<FormPart> {
    let NewFile { kind, form, .. } = new;
    let values = values(form, pairs);
    let content = &request.preview.content;
    let path = ContentPath::new(&format!("{}/{}", folder(form), kind.name));
    let fields = form.fields(None, &values);
    let mut context = FormContext {
        path: &path,
        names: KnownNames::new(content),
        criteria: KnownNames::criteria_for(content, &fields),
        findings: Default::default(),
        file: None,
    };
    // Items of long lists have pages of their own, once the file is there.
    let fields: Vec<_> =
        fields.into_iter().filter(|field| !form_parts::has_item_pages(&field.definition.control)).collect();
    form_parts::parts(&fields, &mut context)
}

/// What the script of the form of a new file has sent.
pub(super) enum LiveForm {
    /// Only its fields, because a row has changed.
    Fields(Response<ResponseBody>),
    /// Something was typed.
    Typed {
        address: String,
        title: String,
        /// False if the form is as it was opened.
        has_edits: bool,
        /// What it is for, and the file that it would make. `None` if that has no name yet.
        file: Option<Box<(FormTarget, OpenFile)>>,
    },
}

/// Reads what the script of a form has sent. `None` if there is no such form.
pub(super) fn live(request: &PageRequest, name: &str, form: &Form) -> Option<LiveForm> {
    let (kind, content_form) = kind(name)?;
    let new = NewFile { kind, form: &content_form, group: form.get("for-group") };
    let pairs = pairs_of(form);
    if !new.is_known(request) {
        return None;
    }
    if let Some(change) = RowChange::parse(form.get("do")) {
        let parts = parts(request, new, &change.apply(pairs));
        return Some(LiveForm::Fields(request.page(("fields.html", ""), &parts)));
    }
    let defaults = defaults(request, &content_form);
    let is_of_form = |name: &str| ["@was", "@rows"].iter().any(|end| name.ends_with(end));
    let is_typed =
        |pair: &&(String, String)| !is_of_form(&pair.0) && !pair.1.trim().is_empty() && !defaults.contains(pair);
    let has_edits = pairs.iter().any(|pair| is_typed(&pair));
    let (address, title) = (new.address(), new.title());
    let empty = empty_file(request, new, &pairs).ok();
    let file = empty.and_then(|empty| {
        let typed = empty.with_edits(&content_form.edits(&empty, &values(&content_form, &pairs))).ok()?;
        Some(Box::new((FormTarget { form: content_form, file: empty, is_new: true, item: None }, typed)))
    });
    Some(LiveForm::Typed { address, title, has_edits, file })
}

fn values(form: &ContentForm, pairs: &Pairs) -> FormValue {
    form.empty().with(&form.sent(pairs))
}

/// Makes the file, or changes the rows of the form and shows it again.
pub(super) fn post(request: &PageRequest, name: &str, form: &Form) -> Response<ResponseBody> {
    let Some((kind, content_form)) = kind(name) else { return request.not_found() };
    let new = NewFile { kind, form: &content_form, group: form.get("for-group") };
    if !new.is_known(request) {
        return request.not_found();
    }
    let pairs = pairs_of(form);
    let typed = |message| Typed { message, draft: drafts::id_of(form), is_draft: false };
    if let Some(change) = RowChange::parse(form.get("do")) {
        return show(request, new, &change.apply(pairs), typed(None));
    }
    let empty = match empty_file(request, new, &pairs) {
        Ok(empty) => empty,
        Err(message) => return show(request, new, &pairs, typed(Some(message))),
    };
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let edits = content_form.edits(&empty, &values(&content_form, &pairs));
    let created = empty
        .with_edits(&edits)
        .map_err(SaveError::from)
        .and_then(|file| and_wait(&request.state, || content.create(file.path(), file.bytes(), now)));
    match created {
        Ok(saved) => {
            drafts::drop_of(request, form);
            see_other(&address::after_save(&address::of_file(&saved.path, 0), saved.save))
        }
        Err(error) => show(request, new, &pairs, typed(Some(error.to_string()))),
    }
}

/// A file without text that has the name of the new one. An error says what its name lacks.
fn empty_file(request: &PageRequest, new: NewFile<'_>, pairs: &Pairs) -> Result<OpenFile, String> {
    let (title, date) = name_parts(new.kind, new.form, pairs)?;
    let title = if new.group.is_empty() { title.as_str() } else { new.group };
    let content = &request.state.dashboard.content;
    content.new_file(new.form.kind(), title, date).map_err(|error| error.to_string())
}

/// The words and the date from which the name of a new file is made.
fn name_parts(
    kind: &NewKind,
    form: &ContentForm,
    pairs: &Pairs,
) -> Result<(String, Option<jiff::civil::Date>), String> {
    let value = |name: &str| pairs.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value.trim());
    let date = day(value("date")).filter(|_| kind.has_date);
    let label = |key: &str| {
        let field = form.definitions().iter().find(|field| field.key == key);
        field.map_or_else(String::new, |field| field.label.to_lowercase())
    };
    let missing = kind.named_after.iter().find(|key| value(key).is_empty());
    let needs_date = kind.has_date && date.is_none();
    match missing {
        Some(key) if needs_date => Err(format!("Write the {}, and the date, such as 4 March 2027.", label(key))),
        Some(key) => Err(format!("Write the {}.", label(key))),
        None if needs_date && kind.named_after.is_empty() => Err("Write the date, such as 4 March 2027.".to_owned()),
        None => Ok((kind.named_after.iter().map(|key| value(key)).collect::<Vec<_>>().join(" "), date)),
    }
}
