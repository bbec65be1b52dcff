//! The page with all pictures and documents, and where each is used.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::field_view::id;
use super::request::{PageRequest, SavedNote};
use crate::render::content_type;
use crate::report::ContentPath;
use crate::serve::panel::is_editable;
use crate::serve::response::{ResponseBody, complete};
use crate::serve::route::DASHBOARD_ROOT;
use crate::{ContentItem, ItemKind};

#[derive(Debug, Serialize)]
struct MediaPage {
    saved: Option<SavedNote>,
    pictures: Vec<MediaFile>,
    documents: Vec<MediaFile>,
}

#[derive(Debug, Serialize)]
struct MediaFile {
    id: String,
    name: String,
    path: String,
    /// What a picture shows, or the kind and size of a document.
    detail: String,
    address: String,
    uses: Vec<MediaUse>,
    /// What to write in a text to use it.
    markdown: String,
}

#[derive(Debug, Serialize)]
struct MediaUse {
    path: String,
    address: String,
}

/// A text of the content.
struct ContentText {
    path: ContentPath,
    text: String,
}

pub(super) fn page(request: &PageRequest) -> Response<ResponseBody> {
    let texts = texts(request);
    let list = |kind: ItemKind| {
        let items = request.preview.content.items.iter().filter(|item| item.kind == kind);
        items.map(|item| media_file(item, &texts)).collect()
    };
    let page =
        MediaPage { saved: request.saved(), pictures: list(ItemKind::Picture), documents: list(ItemKind::Document) };
    request.page(("media.html", "Pictures and documents"), &page)
}

/// A picture or document of the content, as it is in the folder.
pub(super) fn file(request: &PageRequest, path: &str) -> Response<ResponseBody> {
    let items = request.preview.content.items.iter();
    let mut media = items.filter(|item| matches!(item.kind, ItemKind::Picture | ItemKind::Document));
    let found = media.find(|item| item.path.as_str() == path);
    match found.and_then(|item| request.state.dashboard.content.media(&item.path).ok()) {
        Some(bytes) => complete(StatusCode::OK, content_type(path), bytes),
        None => request.not_found(),
    }
}

fn media_file(item: &ContentItem, texts: &[ContentText]) -> MediaFile {
    let path = item.path.as_str();
    let name = item.path.file_name().to_owned();
    let users = texts.iter().filter(|text| names_file(text, &item.path));
    let uses = users.map(|text| MediaUse { path: text.path.to_string(), address: address::of_file(&text.path, 0) });
    let markdown = match item.kind {
        ItemKind::Picture => format!("![](/{})", address::encoded(path)),
        _ => format!("[{}](/{})", item.path.stem(), address::encoded(path)),
    };
    MediaFile {
        id: id(&name),
        address: format!("{DASHBOARD_ROOT}file/{}", address::encoded(path)),
        detail: item.detail.clone(),
        path: path.to_owned(),
        uses: uses.collect(),
        markdown,
        name,
    }
}

/// Every text in which a file may be used.
fn texts(request: &PageRequest) -> Vec<ContentText> {
    let content = &request.state.dashboard.content;
    let files = crate::content_files(request.state.previews.folder()).into_iter();
    let files = files.filter(|path| is_editable(path) && path.as_str() != "media/pictures.yaml");
    let text = |path: ContentPath| {
        let bytes = content.media(&path).ok()?;
        Some(ContentText { text: String::from_utf8_lossy(&bytes).into_owned(), path })
    };
    files.filter_map(text).collect()
}

/// True if a text has the path of a file, or in the same folder its name.
fn names_file(ContentText { path, text }: &ContentText, file: &ContentPath) -> bool {
    let is_next_to = path.folder() == file.folder();
    let name = if is_next_to { file.file_name() } else { file.as_str() };
    let spelled = [name.to_owned(), address::encoded(name)];
    let ends = |rest: &str| !rest.starts_with(|ch: char| ch.is_alphanumeric() || ch == '-' || ch == '_');
    let begins = |before: &str| !before.ends_with(|ch: char| ch.is_alphanumeric() || ch == '-' || ch == '_');
    let is_there = |name: &String| {
        text.match_indices(name.as_str()).any(|(at, found)| {
            let (before, rest) = (text.get(..at), text.get(at + found.len()..));
            before.is_some_and(begins) && rest.is_some_and(ends)
        })
    };
    spelled.iter().any(is_there)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_used_where_its_whole_path_is() {
        let file = ContentPath::new("media/a hall.jpg");
        let text = |path: &str, text: &str| ContentText { path: ContentPath::new(path), text: text.to_owned() };
        for (words, expected) in [
            ("![x](../media/a%20hall.jpg)", true),
            ("logo: media/a hall.jpg\n", true),
            ("![x](../media/a hall.jpg2)", false),
            ("![x](../socialmedia/a hall.jpg)", false),
            ("hall.jpg", false),
        ] {
            assert_eq!(names_file(&text("pages/a.md", words), &file), expected, "{words}");
        }
        let policy = ContentPath::new("policies/a.pdf");
        assert!(names_file(&text("policies/careers.md", "[The policy](a.pdf)"), &policy));
        assert!(!names_file(&text("pages/careers.md", "[The policy](a.pdf)"), &policy));
    }
}
