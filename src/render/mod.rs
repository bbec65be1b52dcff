//! Stage 5: a [`Site`] and a theme become files in memory.
//!
//! Takes the site of stage 4, and the pictures, documents and theme files of stage 1; gives the
//! bytes of every file. First every Markdown body is turned into HTML, once, wherever it is shown;
//! then each page is drawn by its template, side by side. Links and anchors are checked on the way.

mod atom;
mod colour;
mod icalendar;
mod markdown;
mod open_data;
mod pages;
mod pictures;
mod sitemap;
mod theme;

pub use colour::SchoolColour;

use crate::read::Media;
use crate::report::{Findings, Found};
use crate::view::Site;

/// A file of the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path below the site's root, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Draws the whole site. Takes the media by value, for most of it goes out as it came in.
pub fn render(site: &Site<'_>, media: Vec<Media>, overrides: &[Media]) -> Found<Vec<OutputFile>> {
    let mut findings = Findings::default();
    let (bodies, mut linked) = markdown::render_all(site, &mut findings);
    linked.extend(site.linked.iter().cloned());
    // What only a hidden page links to waits for it, and need not be told.
    let media = media.into_iter().filter(|file| linked.contains(&file.path) || !site.is_awaited(&file.path)).collect();
    let mut files = pictures::publishable(media, &linked, &mut findings);
    if let Some(theme) = theme::load(site, overrides, bodies, &mut findings) {
        files.extend(pages::draw_all(site, &theme, &mut findings));
        files.extend(theme.assets);
    }
    files.extend(icalendar::files(&site.calendars));
    files.extend(atom::files(&site.feeds));
    files.extend(sitemap::files(site));
    files.extend(open_data::files(&site.open_data));
    Found { value: files, findings }
}
