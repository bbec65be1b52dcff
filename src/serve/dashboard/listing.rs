//! Everything there is, as the dashboard lists it, and the search in it.

use jiff::civil::Date;
use serde::Serialize;

use super::address;
use crate::report::list;
use crate::serve::panel::is_editable;
use crate::{ContentItem, ContentList, ItemKind};

/// A thing that somebody writes.
#[derive(Debug, Serialize)]
pub(super) struct ListedItem {
    title: String,
    detail: String,
    path: String,
    /// `None` for pictures and documents.
    link: Option<String>,
}

/// Items below one heading, such as those of a term.
#[derive(Debug, Serialize)]
pub(super) struct ItemGroup {
    /// Empty if the section has no headings.
    heading: String,
    items: Vec<ListedItem>,
}

/// All items of some kinds.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    id: &'static str,
    heading: &'static str,
    count: usize,
    groups: Vec<ItemGroup>,
}

/// A section: its id, its heading, and the kinds in it.
type SectionKind = (&'static str, &'static str, &'static [ItemKind]);

const SECTIONS: [SectionKind; 10] = [
    ("programme", "Programme", &[ItemKind::Plan, ItemKind::Activity]),
    ("events", "Events", &[ItemKind::Event]),
    ("people", "People", &[ItemKind::Person]),
    ("offers", "Ways for employers to help", &[ItemKind::Offer]),
    ("texts", "Main texts", &[ItemKind::Text]),
    ("evaluation", "Surveys and results", &[ItemKind::Survey, ItemKind::Figures, ItemKind::Action]),
    ("policies", "Policies", &[ItemKind::Policy]),
    ("pages", "Pages", &[ItemKind::Page]),
    ("pictures", "Pictures and documents", &[ItemKind::Picture, ItemKind::Document]),
    ("hidden", "Not on the site today", &[ItemKind::Hidden]),
];

/// How far ahead events are coming up, in days.
const COMING_UP: i32 = 42;

impl ListedItem {
    pub(super) fn new(item: &ContentItem) -> Self {
        Self {
            title: item.title.clone(),
            detail: item.detail.clone(),
            path: item.path.to_string(),
            link: is_editable(&item.path).then(|| address::of_file(&item.path, item.start)),
        }
    }
}

/// The sections that have items with all words of a search. Every section if nothing is searched for.
pub(super) fn sections(content: &ContentList, today: Date, search: &str) -> Vec<Section> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let is_found = |item: &&ContentItem| {
        let text = || format!("{}\n{}\n{}", item.title, item.detail, item.path).to_lowercase();
        words.is_empty() || words.iter().all(|word| text().contains(word.as_str()))
    };
    let section = |(id, heading, kinds): SectionKind| {
        let items: Vec<&ContentItem> =
            content.items.iter().filter(|item| kinds.contains(&item.kind)).filter(is_found).collect();
        let count = items.len();
        let groups = match id {
            "programme" => programme(content, &items),
            "events" => diary(&items, today),
            _ => vec![group(String::new(), items)],
        };
        (count > 0).then_some(Section { id, heading, count, groups })
    };
    SECTIONS.into_iter().filter_map(section).collect()
}

/// The events of the next weeks.
pub(super) fn coming_up(content: &ContentList, today: Date) -> Vec<ListedItem> {
    let last = today.saturating_add(jiff::Span::new().days(COMING_UP));
    let is_soon = |item: &&ContentItem| item.day.is_some_and(|day| today <= day && day <= last);
    let mut events: Vec<&ContentItem> = content.items.iter().filter(is_soon).collect();
    events.sort_by_key(|event| event.day);
    events.into_iter().map(ListedItem::new).collect()
}

fn group(heading: impl Into<String>, items: Vec<&ContentItem>) -> ItemGroup {
    ItemGroup { heading: heading.into(), items: items.into_iter().map(ListedItem::new).collect() }
}

/// The plans, then the activities by group and term. Those for several groups and in several terms are below one heading of
/// their own, so that each is listed once.
fn programme(content: &ContentList, items: &[&ContentItem]) -> Vec<ItemGroup> {
    let plans: Vec<&ContentItem> = items.iter().copied().filter(|item| item.kind == ItemKind::Plan).collect();
    let mut groups = vec![group("Plans", plans)];
    let mut activities: Vec<&ContentItem> =
        items.iter().copied().filter(|item| item.kind == ItemKind::Activity).collect();
    // Stable, so that activities of one heading stay in the order of their file.
    activities.sort_by_key(|activity| (activity.groups.clone(), term_order(activity)));
    for activity in activities {
        let heading = format!("{}, {}", group_names(content, activity), term_name(content, activity));
        match groups.last_mut().filter(|last| last.heading == heading) {
            Some(last) => last.items.push(ListedItem::new(activity)),
            None => groups.push(group(heading, vec![activity])),
        }
    }
    groups.retain(|group| !group.items.is_empty());
    groups
}

/// What runs in several terms comes first, and what has no time yet last.
fn term_order(activity: &ContentItem) -> usize {
    match activity.terms.as_slice() {
        [] => usize::MAX,
        [term] => term + 1,
        _ => 0,
    }
}

fn group_names(content: &ContentList, activity: &ContentItem) -> String {
    if activity.groups.len() == content.groups.len() && content.groups.len() > 1 {
        return "Everybody".to_owned();
    }
    let names = activity.groups.iter().filter_map(|group| content.groups.get(*group));
    list(&names.collect::<Vec<_>>())
}

fn term_name(content: &ContentList, activity: &ContentItem) -> String {
    match activity.terms.as_slice() {
        [] => "no time yet".to_owned(),
        [term] => content.terms.get(*term).cloned().unwrap_or_default(),
        _ => "several terms".to_owned(),
    }
}

/// The events by month, those to come first.
fn diary(items: &[&ContentItem], today: Date) -> Vec<ItemGroup> {
    let mut events: Vec<&ContentItem> = items.to_vec();
    events.sort_by_key(|event| (event.day < Some(today), event.day));
    let mut groups: Vec<ItemGroup> = Vec::new();
    for event in events {
        let month = event.day.map_or_else(String::new, |day| day.strftime("%B %Y").to_string());
        let heading = if event.day < Some(today) { "Past".to_owned() } else { month };
        match groups.last_mut().filter(|last| last.heading == heading) {
            Some(last) => last.items.push(ListedItem::new(event)),
            None => groups.push(group(heading, vec![event])),
        }
    }
    groups
}
