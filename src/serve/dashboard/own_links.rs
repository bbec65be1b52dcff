//! Links to the site's own pages, pictures and documents, as a text has them.

use crate::report::ContentPath;
use crate::{ContentItem, ContentList, ItemKind};

/// So that a form stays small. A search in the dashboard finds the others.
const MAX_LINKS: usize = 500;

/// The Markdown of a link to each page, picture and document, from a file in a folder. Pictures are first.
pub(super) fn own_links(content: &ContentList, folder: &str) -> Vec<String> {
    let up = way_up(folder);
    let link = |item: &ContentItem| {
        let (title, path) = (plain(&item.title), address(&item.path));
        let detail = plain(&item.detail);
        match item.kind {
            ItemKind::Picture => Some(format!("![{}]({up}{path})", if detail.is_empty() { &title } else { &detail })),
            ItemKind::Document => Some(format!("[{title}]({up}{path})")),
            _ if item.start == 0 && item.path.extension() == "md" => Some(format!("[{title}]({up}{path})")),
            _ => None,
        }
    };
    let (pictures, others): (Vec<&ContentItem>, Vec<&ContentItem>) = content
        .items
        .iter()
        .filter(|item| item.kind != ItemKind::Hidden)
        .partition(|item| item.kind == ItemKind::Picture);
    pictures.into_iter().chain(others).filter_map(link).take(MAX_LINKS).collect()
}

/// What a path begins with that leads from a folder to the top: “../” for each folder.
pub(super) fn way_up(folder: &str) -> String {
    "../".repeat(folder.split('/').filter(|part| !part.is_empty()).count())
}

/// Without what would end the words of a link.
fn plain(words: &str) -> String {
    words.replace(['[', ']', '\n'], " ")
}

/// A path as a link has it.
fn address(path: &ContentPath) -> String {
    super::address::encoded(path.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_the_folder_of_the_text() {
        let item = |kind, title: &str, path: &str| ContentItem {
            kind,
            title: title.to_owned(),
            detail: String::new(),
            path: ContentPath::new(path),
            start: 0,
            day: None,
            groups: Vec::new(),
            terms: Vec::new(),
        };
        let items = vec![
            item(ItemKind::Event, "The [big] fair", "events/a fair.md"),
            item(ItemKind::Picture, "hall.jpg", "media/hall.jpg"),
            item(ItemKind::Person, "A person", "team.yaml"),
        ];
        let content = ContentList { items, ..ContentList::default() };
        let expected = ["![hall.jpg](../media/hall.jpg)", "[The  big  fair](../events/a%20fair.md)"];
        assert_eq!(own_links(&content, "pages"), expected);
        assert_eq!(own_links(&content, "")[0], "![hall.jpg](media/hall.jpg)");
    }
}
