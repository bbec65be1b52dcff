//! A site before rendering: its pages, and the data that all pages share.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::{Language, english};
use crate::programme::{ContentProblem, HiddenItem, Host, MediaFile, PolicyBody, Programme, Prose, UnpublishedFile};
use crate::report::{ContentPath, Findings, Subject, did_you_mean};
use crate::view::address::Address;
use crate::view::context::{Context, SiteInput};
use crate::view::exports::calendar_entries::Calendars;
use crate::view::exports::calendars;
use crate::view::exports::feeds::{self, Feed};
use crate::view::exports::open_data::{self, OpenData};
use crate::view::findings::ViewProblem;
use crate::view::folders::AudienceFolders;
use crate::view::layout::{self, Layout};
use crate::view::page::Page;
use crate::view::parts::pictures::{self, PictureNote};
use crate::view::web_address::WebAddress;
use crate::view::{languages, page_list, past_events};

#[derive(Debug)]
pub struct Site<'a> {
    pub language: Arc<Language>,
    pub layout: Layout<'a>,
    pub pages: Vec<Page<'a>>,
    /// Every Markdown body that a page shows, in the language of the site.
    pub prose: Vec<&'a Prose>,
    /// Markdown bodies in other languages, in which abbreviations are not expanded.
    pub translated: Vec<&'a Prose>,
    /// The page that a link to each content file leads to.
    pub page_of_file: Arc<HashMap<ContentPath, Address>>,
    /// The part of a past year's page that a link to an event's file leads to, if the file is only in the archive.
    pub past_of_file: HashMap<ContentPath, Address>,
    /// Pictures and documents, which keep their paths.
    pub media: Vec<&'a MediaFile>,
    /// Files of the content folder that can't be published.
    pub unpublished: &'a [UnpublishedFile],
    pub pictures: HashMap<ContentPath, PictureNote<'a>>,
    /// Media files that pages link to outside Markdown: the logo, and policies that are documents.
    pub linked_files: Vec<ContentPath>,
    pub abbreviations: &'a [(String, String)],
    pub calendars: Calendars<'a>,
    /// News feeds, one for each audience; none while the site's address is unknown.
    pub feeds: Vec<Feed>,
    pub open_data: OpenData<'a>,
    pub web_address: Option<WebAddress>,
    pub host: Option<Host>,
    pub folders: AudienceFolders,
    /// Events and further pages that are not shown today.
    pub hidden: &'a [HiddenItem],
    /// Files that are never published because they identify people.
    pub personal_files: &'a [ContentPath],
}

impl Site<'_> {
    /// True if a hidden event or page uses this picture or document.
    pub fn is_used_by_hidden(&self, media: &ContentPath) -> bool {
        let names = [media.file_name().to_owned(), media.file_name().replace(' ', "%20")];
        // `fair.jpg` is not used where `job-fair.jpg` is.
        let is_whole = |before: &str| !before.ends_with(|ch: char| ch.is_alphanumeric() || "-_".contains(ch));
        let names_it = |text: &str, name: &str| text.match_indices(name).any(|(at, _)| is_whole(&text[..at]));
        self.hidden.iter().any(|hidden| names.iter().any(|name| names_it(hidden.prose.text(), name)))
    }

    /// True for a picture past its date, which is not published.
    pub fn is_expired(&self, path: &ContentPath) -> bool {
        self.pictures.get(path).is_some_and(|note| note.expired)
    }
}

/// The site of a programme on a day, in a language. Reports pages with the same address, missing pages
/// and pictures past their date.
pub fn site<'a>(input: SiteInput<'a>, language: Language, findings: &mut Findings) -> Site<'a> {
    let SiteInput { programme, report, today, .. } = input;
    let context = Context::new(input, Arc::new(language));
    // Open data is in English whatever the language of the site.
    let english_context = if context.language.is_default_english() {
        context.clone()
    } else {
        context.in_language(Arc::new(english(&programme.institution)))
    };
    let mut pages = page_list::all(&context);
    report_address_clashes(&pages, programme, findings);
    languages::link(&mut pages, &context);
    report_missing_pages(&context, findings);
    Site {
        language: Arc::clone(&context.language),
        layout: layout::layout(&pages, &context),
        pages,
        prose: all_prose(programme),
        translated: programme.translations.iter().map(|translation| &translation.prose).collect(),
        page_of_file: Arc::clone(&context.page_of_file),
        past_of_file: past_events::past_of_file(&context),
        media: programme.media.iter().filter(|file| !report.is_personal(&file.path)).collect(),
        unpublished: &programme.unpublished,
        pictures: pictures::notes(programme, today, findings),
        linked_files: linked(&context),
        abbreviations: programme.institution.details.abbreviations.as_ref().map_or(&[], |short| &short.0),
        calendars: calendars::calendars(&context),
        feeds: feeds::feeds(&context),
        open_data: open_data::open_data(&english_context),
        web_address: context.web_address.clone(),
        host: programme.institution.details.host.as_ref().map(|host| host.value),
        folders: context.folders.clone(),
        hidden: &programme.hidden,
        personal_files: &report.personal_files,
    }
}

/// Reports files that would become the same page because their names differ only in punctuation or capitals.
fn report_address_clashes(pages: &[Page<'_>], programme: &Programme, findings: &mut Findings) {
    let mut seen: HashMap<String, &Page<'_>> = HashMap::with_capacity(pages.len());
    for page in pages {
        let Some(other) = seen.insert(page.address.as_str().to_lowercase(), page) else { continue };
        let source = page.source.unwrap_or(&programme.institution.place.source);
        let other_file = other.source.map(|source| source.path.to_string());
        let place = source.whole_file();
        let files = [Some(Subject::file(&place)), other_file.clone().map(Subject::File)];
        let other = other_file.unwrap_or_else(|| "a page that every site has".to_owned());
        let problem = ViewProblem::AddressClash { address: page.address.to_string(), other };
        findings.add_needing(problem, place, files.into_iter().flatten());
    }
}

/// Reports pages that evaluation/evidence.yaml names and that don't exist.
fn report_missing_pages(context: &Context<'_>, findings: &mut Findings) {
    let (programme, pages) = (context.programme, &context.page_of_file);
    let named = programme.self_reports.iter().filter_map(|statement| statement.page.as_ref());
    for page in named.filter(|page| !pages.contains_key(page.value.as_str())) {
        let mut known: Vec<&str> = pages.keys().map(ContentPath::as_str).collect();
        known.sort_unstable();
        let suggestion = did_you_mean(&page.value, known).map(str::to_owned);
        let target = page.value.to_string();
        findings.add(ContentProblem::BrokenLink { path: target.clone(), target, suggestion }, page.place.clone());
    }
}

fn all_prose(programme: &Programme) -> Vec<&Prose> {
    let mut prose: Vec<&Prose> = Vec::new();
    prose.extend(programme.summary.iter().map(|summary| &summary.prose));
    prose.extend(programme.impact.iter().map(|impact| &impact.prose));
    prose.extend(programme.guidance.iter().map(|guidance| &guidance.prose));
    prose.extend(programme.provider_access.iter().map(|statement| &statement.prose));
    prose.extend(programme.welcomes.iter().map(|welcome| &welcome.prose));
    prose.extend(programme.plans.iter().map(|plan| &plan.prose));
    prose.extend(programme.events.iter().map(|event| &event.prose));
    prose.extend(programme.pages.iter().map(|page| &page.prose));
    prose.extend(programme.policies.iter().filter_map(|policy| match &policy.body {
        PolicyBody::Text(prose) => Some(prose),
        PolicyBody::Document(_) => None,
    }));
    prose.retain(|prose| !prose.is_empty());
    prose
}

fn linked(context: &Context<'_>) -> Vec<ContentPath> {
    let logo = context.programme.institution.details.logo.iter().map(|logo| ContentPath::new(&logo.value));
    let documents = context.policies.iter().filter_map(|policy| match &policy.body {
        PolicyBody::Document(file) => Some(file.path.clone()),
        PolicyBody::Text(_) => None,
    });
    logo.chain(documents).collect()
}
