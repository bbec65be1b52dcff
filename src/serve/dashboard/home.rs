//! The first page of the dashboard.

use hyper::Response;
use serde::Serialize;

use super::address;
use super::drafts::{self, DraftOffer};
use super::listing::{self, ListedItem, Section};
use super::request::PageRequest;
use super::todo::Todo;
use crate::report::ContentPath;
use crate::serve::panel::is_editable;
use crate::serve::preview::PreviewState;
use crate::serve::response::ResponseBody;

#[derive(Debug, Serialize)]
struct HomePage<'a> {
    state: PreviewState,
    todo: Todo,
    coming_up: Vec<ListedItem>,
    changes: Changes,
    out: &'a str,
    search: &'a str,
    sections: Vec<Section>,
    drafts: Vec<DraftOffer>,
}

/// What has changed since the last build.
#[derive(Debug, Default, Serialize)]
struct Changes {
    /// False if there is no last build that is known.
    is_known: bool,
    files: Vec<ChangedFile>,
}

#[derive(Debug, Serialize)]
struct ChangedFile {
    what: &'static str,
    path: String,
    link: Option<String>,
}

pub(super) fn page(request: &PageRequest, search: &str) -> Response<ResponseBody> {
    let preview = &request.preview;
    let content = &preview.content;
    let page = HomePage {
        state: preview.state,
        todo: Todo::new(preview),
        coming_up: listing::coming_up(content, preview.day),
        changes: changes(request),
        out: request.state.dashboard.out.as_str(),
        search,
        sections: listing::sections(content, preview.day, search),
        drafts: drafts::all(request),
    };
    request.page(("home.html", "Your careers site"), &page)
}

fn changes(request: &PageRequest) -> Changes {
    let state = &request.state;
    let Some(changes) = crate::changes_since_build(state.previews.folder(), &state.dashboard.out) else {
        return Changes::default();
    };
    let file = |what, path: &ContentPath, is_there: bool| ChangedFile {
        what,
        path: path.to_string(),
        link: (is_there && is_editable(path)).then(|| address::of_file(path, 0)),
    };
    let added = changes.added.iter().map(|path| file("New", path, true));
    let changed = changes.changed.iter().map(|path| file("Changed", path, true));
    let removed = changes.removed.iter().map(|path| file("Removed", path, false));
    Changes { is_known: true, files: changed.chain(added).chain(removed).collect() }
}
