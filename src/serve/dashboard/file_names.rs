//! The names of content files in words, as the dashboard lists what is in them.

use crate::report::ContentPath;
use crate::{ContentList, ItemKind};

/// Files with several things in them, which are listed one by one.
const LISTS: [(&str, &str); 4] = [
    ("school.yaml", "School details"),
    ("team.yaml", "Your careers team"),
    ("offers.yaml", "Ways for employers to help"),
    ("evaluation/actions.yaml", "What you did about feedback"),
];

/// What people call a file. `None` if only its path is known.
pub(super) fn name_of_file(content: &ContentList, path: &ContentPath) -> Option<String> {
    if let Some((_, name)) = LISTS.iter().find(|(file, _)| *file == path.as_str()) {
        return Some((*name).to_owned());
    }
    let item = content.items.iter().find(|item| item.path == *path && item.start == 0)?;
    let is_plan_of_one = item.kind == ItemKind::Plan && !item.title.contains(", ");
    Some(match item.kind {
        ItemKind::Plan if is_plan_of_one => format!("{}’s plan", item.title),
        ItemKind::Plan => format!("Plan for {}", item.title),
        _ => item.title.clone(),
    })
}

/// What people call several files: the first, and how many more. `None` if only its path is known.
pub(in crate::serve) fn name_of_files(content: &ContentList, files: &[ContentPath]) -> Option<String> {
    let files = in_list_order(content, files);
    let first = name_of_file(content, files.first()?)?;
    Some(if files.len() == 1 { first } else { format!("{first} and {} more", files.len() - 1) })
}

/// The files in the order in which the dashboard lists them.
pub(super) fn in_list_order<'f>(content: &ContentList, files: &'f [ContentPath]) -> Vec<&'f ContentPath> {
    let mut files: Vec<&ContentPath> = files.iter().collect();
    files.sort_by_key(|file| content.items.iter().position(|item| item.path == **file));
    files
}
