//! What the panel says on a page: where the page comes from, and what is to be mended in it.

use jiff::civil::Date;
use serde::Serialize;

use super::notice::Notice;
use super::preview::{Preview, State};
use super::route::Spot;
use crate::programme::Audience;
use crate::report::{ContentPath, Severity};

/// What stands in the panel of a page.
#[derive(Debug, Serialize)]
pub(super) struct Panel<'a> {
    state: State,
    /// The day that is shown.
    day: Date,
    /// The same address as of today, or of the day that was asked for at the start.
    now: String,
    /// The path below the site's root.
    path: &'a str,
    audiences: Vec<Entrance>,
    sources: Vec<File<'a>>,
    notices: Vec<Told<'a>>,
    /// How many other findings there are, here or elsewhere, that do not press.
    others: usize,
    /// What the page must send to have a file opened; `None` if it may not.
    token: Option<&'a str>,
}

/// Where an audience comes in.
#[derive(Debug, Serialize)]
struct Entrance {
    name: &'static str,
    address: String,
}

/// A content file.
#[derive(Debug, Serialize)]
struct File<'a> {
    name: &'a ContentPath,
    /// True if a text editor is the program for it.
    editable: bool,
}

/// A finding in the panel of a page.
#[derive(Debug, Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    notice: &'a Notice,
    /// True if the page that is shown is made from its file.
    here: bool,
    editable: bool,
}

/// Which page asks, and what it may do.
pub(super) struct Asker<'a> {
    pub(super) spot: &'a Spot,
    /// The site's page; `None` if there is none at that address.
    pub(super) page: Option<&'a str>,
    /// Where the site's root is as of today.
    pub(super) base: &'a str,
    pub(super) token: Option<&'a str>,
}

/// The panel of a page.
pub(super) fn panel<'a>(preview: &'a Preview, asker: &Asker<'a>) -> Panel<'a> {
    let site = preview.site.as_deref();
    let origins = asker.page.zip(site).map_or(&[][..], |(page, site)| site.origins(page));
    let is_home = asker.page == Some("index.html");
    let mut notices: Vec<Told<'_>> = preview
        .notices
        .iter()
        .map(|notice| {
            let homeless = || !site.is_some_and(|site| site.has_page_of(&notice.file));
            let here = origins.contains(&notice.file) || (is_home && homeless());
            Told { notice, here, editable: is_text(&notice.file) }
        })
        .filter(|told| told.here || told.notice.severity == Severity::Error)
        .collect();
    notices.sort_by_key(|told| (told.notice.severity, !told.here));
    let entrance = |audience: &Audience| Entrance {
        name: audience.word(),
        address: format!("{}{}/index.html", asker.spot.base, audience.word()),
    };
    Panel {
        state: preview.state,
        day: preview.day,
        now: format!("{}{}", asker.base, asker.spot.path),
        path: &asker.spot.path,
        audiences: Audience::ALL.iter().map(entrance).collect(),
        sources: origins.iter().map(|name| File { name, editable: is_text(name) }).collect(),
        notices,
        others: preview.others,
        token: asker.token,
    }
}

/// True if a file is one that a text editor is for. Others could be programs to the system: they are named, and not
/// opened.
pub(super) fn is_text(file: &ContentPath) -> bool {
    ["md", "yaml", "yml"].contains(&file.ending().as_str())
}
