//! The page on which a teacher chooses what to make.

use hyper::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::address;
use super::new_kinds::{EVALUATION, KINDS, PAGES, PEOPLE, PROGRAMME};
use super::request::PageRequest;
use crate::programme::{CONTENT_FILES, FilePlace};
use crate::report::ContentPath;
use crate::serve::response::ResponseBody;
use crate::serve::route::DASHBOARD_ROOT;
use crate::{ContentItem, ContentList, ItemKind};

/// Items of lists that can be added: the section, the file, the list and what it has several of.
const ITEMS: [(&str, &str, &str, &str); 5] = [
    (PROGRAMME, "school.yaml", "groups.new", "Group"),
    (PEOPLE, "team.yaml", "people.new", "Person"),
    (PEOPLE, "offers.yaml", "offers.new", "Offer for employers"),
    (EVALUATION, "evaluation.md", "methods.new", "Survey plan"),
    (EVALUATION, "evaluation/actions.yaml", "actions.new", "Action"),
];

/// What is made by choosing a file: the section, the page and what it is.
const UPLOADS: [(&str, &str, &str); 5] = [
    (PROGRAMME, "import/events", "Events from a calendar or spreadsheet"),
    (PROGRAMME, "import/programme", "Activities from a spreadsheet"),
    (EVALUATION, "import/survey", "Survey results from a form"),
    (PAGES, "upload/picture", "Picture"),
    (PAGES, "upload/document", "Document to download"),
];

#[derive(Debug, Serialize)]
struct ChoicePage {
    sections: Vec<ChoiceSection>,
}

#[derive(Debug, Serialize)]
struct ChoiceSection {
    heading: &'static str,
    links: Vec<NewLink>,
}

#[derive(Debug, Serialize)]
struct NewLink {
    title: String,
    address: String,
}

pub(super) fn choose(request: &PageRequest) -> Response<ResponseBody> {
    let content = &request.preview.content;
    let section = |heading: &'static str| {
        let files = KINDS.iter().filter(|kind| kind.section == heading && kind.is_listed());
        let files = files.map(|kind| NewLink {
            title: kind.title.to_owned(),
            address: format!("{DASHBOARD_ROOT}new/{}", kind.name),
        });
        let items = ITEMS.iter().filter(|(section, ..)| *section == heading);
        let items = items.map(|(_, path, item, title)| NewLink {
            title: (*title).to_owned(),
            address: address::of_item(&ContentPath::new(path), item),
        });
        let uploads = UPLOADS.iter().filter(|(section, ..)| *section == heading);
        let uploads = uploads
            .map(|(_, path, title)| NewLink { title: (*title).to_owned(), address: format!("{DASHBOARD_ROOT}{path}") });
        ChoiceSection { heading, links: files.chain(items).chain(uploads).collect() }
    };
    let mut sections: Vec<ChoiceSection> = [PROGRAMME, PEOPLE, EVALUATION, PAGES].into_iter().map(section).collect();
    let plans = content.items.iter().filter(|item| item.kind == ItemKind::Plan);
    let activity = |plan: &ContentItem| NewLink {
        title: plan.title.clone(),
        address: address::of_item(&plan.path, "activities.new"),
    };
    sections.push(ChoiceSection { heading: "Activity for", links: plans.map(activity).collect() });
    sections.push(ChoiceSection { heading: "Plan of the year for", links: groups_without_plan(content) });
    sections.push(ChoiceSection { heading: "Texts that you do not have yet", links: missing_texts(request) });
    sections.retain(|section| !section.links.is_empty());
    request.page(("new.html", "Add something new"), &ChoicePage { sections })
}

fn groups_without_plan(content: &ContentList) -> Vec<NewLink> {
    let plans = || content.items.iter().filter(|item| item.kind == ItemKind::Plan);
    let has_plan =
        |at: usize| plans().any(|plan| plan.groups.contains(&at) && plan.groups.len() < content.groups.len());
    let is_only = content.groups.len() == 1 && plans().next().is_some();
    let without = content.groups.iter().enumerate().filter(|(at, _)| !has_plan(*at) && !is_only);
    let link = |(_, group): (usize, &String)| NewLink {
        title: group.clone(),
        address: format!("{DASHBOARD_ROOT}new/group?for={}", utf8_percent_encode(group, NON_ALPHANUMERIC)),
    };
    without.map(link).collect()
}

/// The texts of the format that are not there, without those that have a list of their own above.
fn missing_texts(request: &PageRequest) -> Vec<NewLink> {
    let files = crate::content_files(request.state.previews.folder());
    let has_own = |path: &str| path == "media/pictures.yaml" || ITEMS.iter().any(|(_, file, ..)| *file == path);
    let mut links = Vec::new();
    for kind in CONTENT_FILES {
        let FilePlace::Fixed(paths) = kind.place() else { continue };
        for path in paths.iter().filter(|path| !has_own(path) && !files.iter().any(|file| file.as_str() == **path)) {
            let description = kind.description();
            let what = description.split(['.', '(']).next().unwrap_or_default().trim();
            let address = address::of_file(&ContentPath::new(path), 0);
            links.push(NewLink { title: format!("{what} ({path})"), address });
        }
    }
    links
}
