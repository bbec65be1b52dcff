//! Turns a file that was chosen into drafts for review. Nothing of the file itself is kept.

use super::import_review::{ImportKind, ImportReview};
use super::request::PageRequest;
use crate::editor::{OpenFile, ValuePath, YamlValue};
use crate::framework::Facts;
use crate::import::events::{self, EventOptions};
use crate::import::survey::{self, SurveyDetails};
use crate::import::{Draft, SheetFile, programme, try_out};
use crate::programme::format::day;
use crate::programme::{Audience, FeedbackGroup, Programme};
use crate::report::{ContentPath, Findings};
use crate::serve::form_body::{Form, UploadedFile};

/// Reads a file.
///
/// # Errors
/// What is missing in the form or the content.
pub(super) fn review(
    request: &PageRequest,
    kind: ImportKind,
    (form, file): (&Form, &UploadedFile),
) -> Result<ImportReview, String> {
    let previews = &request.state.previews;
    let (facts, today) = (previews.facts(), request.preview.day);
    let mut read_findings = Findings::default();
    let Some((sources, programme)) = crate::load_programme(previews.folder(), facts, today, &mut read_findings) else {
        return Err("Put right what is wrong with school.yaml and team.yaml first.".to_owned());
    };
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let sheet = SheetFile { name, bytes: &file.bytes };
    let mut findings = Findings::default();
    let drafts = match kind {
        ImportKind::Programme => programme::from_sheet(sheet, false, (&programme, facts), &mut findings),
        ImportKind::Events => from_events((form, sheet), &programme, &mut findings),
        ImportKind::Survey => from_survey(request, (form, sheet), facts, &mut findings)?,
    };
    if let Some(drafts) = &drafts {
        try_out(sources, drafts, (facts, today), &mut findings);
    }
    let has_errors = findings.any_error() || drafts.is_none();
    let findings = findings.sorted();
    Ok(ImportReview { kind, drafts: drafts.unwrap_or_default(), findings, has_errors })
}

fn from_events(
    (form, sheet): (&Form, SheetFile<'_>),
    programme: &Programme,
    findings: &mut Findings,
) -> Option<Vec<Draft>> {
    let is_chosen = |audience: &&Audience| form.all("audiences").any(|value| value == audience.as_str());
    let options = EventOptions {
        day_first: match form.get("order") {
            "day" => Some(true),
            "month" => Some(false),
            _ => None,
        },
        audiences: Audience::ALL.iter().filter(is_chosen).copied().collect(),
    };
    if events::is_calendar(sheet.name) {
        events::from_calendar(sheet, &options, programme, findings)
    } else {
        events::from_sheet(sheet, &options, programme, findings)
    }
}

/// The survey, and how its columns are read if that is new.
fn from_survey(
    request: &PageRequest,
    (form, sheet): (&Form, SheetFile<'_>),
    facts: &Facts,
    findings: &mut Findings,
) -> Result<Option<Vec<Draft>>, String> {
    let from = FeedbackGroup::ALL.iter().find(|group| group.as_str() == form.get("from"));
    let Some(from) = from.copied() else { return Err("Choose who answered.".to_owned()) };
    let date = match form.get("date").trim() {
        "" => None,
        text => Some(day(text).ok_or("Write the date of the survey like this: 4 March 2027.")?),
    };
    let invited = match form.get("invited").trim() {
        "" => None,
        text => Some(
            text.replace(',', "").parse().map_err(|_| "Write how many people you asked as a number, such as 120.")?,
        ),
    };
    let stem = sheet.name.rsplit_once('.').map_or(sheet.name, |(stem, _)| stem);
    let name = survey::name_of(survey::without_copy_marks(stem));
    let (path, today) = (survey::mapping_path(&name), request.preview.day);
    let known = request.state.dashboard.content.open(&path).ok().map(|file| file.text().to_owned());
    let proposed = match &known {
        Some(_) => None,
        None => {
            let title = survey::title_of(&name);
            let details = SurveyDetails { name: &name, title: &title, from, date, invited, today };
            let Some(draft) = survey::propose(sheet, &details, facts, findings) else { return Ok(None) };
            Some(draft)
        }
    };
    let text = known.or_else(|| proposed.as_ref().map(|draft| draft.text.clone())).unwrap_or_default();
    let Some(mut mapping) = survey::read_mapping(path, text, findings) else { return Ok(None) };
    // What was just typed is newer than the mapping.
    mapping.from = from;
    mapping.invited = invited.or(mapping.invited);
    let counted = survey::count(sheet, (&name, &mapping), (date, today), facts, findings);
    Ok(counted.map(|survey| proposed.into_iter().chain([survey]).collect()))
}

/// A thing that an import would save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ImportedThing {
    pub(super) title: String,
    pub(super) detail: String,
}

/// The lists whose items have a row each in the review, with the keys of their titles and of what else is shown.
const LISTS: [(&str, &str, &str); 3] =
    [("activities", "title", "when"), ("questions", "question", "counts"), ("columns", "column", "kind")];

/// What is in a draft: the activities that it adds, the questions or columns, or the one thing that the file is.
pub(super) fn things_in(draft: &Draft) -> Vec<ImportedThing> {
    let values = |text: &str| {
        let file = OpenFile::new(ContentPath::new(&draft.path), text.as_bytes().to_vec());
        file.map_or(YamlValue::Null, |file| file.values())
    };
    let after = values(&draft.text);
    let before = draft.addition.as_ref().map_or(YamlValue::Null, |addition| values(&addition.before));
    for (list, title, detail) in LISTS {
        let items = |values: &YamlValue| match values.at(&ValuePath::default().key(list)) {
            Some(YamlValue::List(items)) => items.clone(),
            _ => Vec::new(),
        };
        let thing = |item: &YamlValue| ImportedThing { title: words_at(item, title), detail: words_at(item, detail) };
        let things: Vec<ImportedThing> = items(&after).iter().skip(items(&before).len()).map(thing).collect();
        if !things.is_empty() {
            return things;
        }
    }
    vec![ImportedThing { title: words_at(&after, "title"), detail: words_at(&after, "date") }]
}

fn words_at(value: &YamlValue, key: &str) -> String {
    value.at(&ValuePath::default().key(key)).map_or_else(String::new, in_words)
}

fn in_words(value: &YamlValue) -> String {
    match value {
        YamlValue::Null => String::new(),
        YamlValue::Text(text) | YamlValue::Word(text) => text.clone(),
        YamlValue::List(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        YamlValue::Map(entries) => {
            entries.iter().map(|(key, value)| format!("{key}: {}", in_words(value))).collect::<Vec<_>>().join(", ")
        }
    }
}
