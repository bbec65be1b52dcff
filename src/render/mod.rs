//! Stage 5: a [`Site`] and a theme become files in memory.
//!
//! Takes the site of stage 4, and the pictures, documents and theme files of stage 1; gives the
//! bytes of every file. First every Markdown body is turned into HTML, once, wherever it is shown, with
//! gaps for pictures; then the pictures that some page asks for are made ready and put into the gaps;
//! then each page is drawn by its template, side by side, and what they say is gathered for searching. Links and anchors are checked on the way.

mod atom;
mod filters;
mod findings;
mod html_tags;
mod icalendar;
mod icons;
mod markdown;
mod open_data;
mod pages;
mod pictures;
mod search;
mod sitemap;
mod style_guide;
mod theme;

pub use findings::RenderProblem;
pub use html_tags::{Tag, Tags};
pub use style_guide::style_guide;

use crate::read::Sources;
use crate::report::{Findings, Found, Place};
use crate::view::Site;

/// A file of the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path below the site's root, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Draws the whole site. `progress` is told how many pictures and documents of how many are ready.
pub fn render(site: &Site<'_>, sources: &Sources, progress: &mut dyn FnMut(usize, usize)) -> Found<Vec<OutputFile>> {
    let mut findings = Findings::default();
    let (drafts, mut wanted) = markdown::convert_all(site, &mut findings);
    wanted.linked.extend(site.linked_files.iter().filter(|path| !site.is_expired(path)).cloned());
    tell_not_linked(site, sources, &wanted, &mut findings);
    let (processed, found) =
        pictures::ProcessedPictures::prepare(&sources.media, &wanted, sources.root.as_deref(), progress);
    findings.append(found);
    let bodies = markdown::fill(drafts, &processed, site);
    let mut files = processed.files;
    let logo = logo(site, sources);
    let own = theme::Overrides { files: &sources.theme, logo: logo.as_ref() };
    if let Some(theme) = theme::load(site, &own, bodies, &mut findings) {
        files.extend(pages::draw_all(site, &theme, &mut findings));
        files.extend(theme.assets);
    }
    files.extend(icalendar::files(&site.calendars));
    files.extend(atom::files(&site.feeds));
    files.extend(sitemap::files(site));
    files.extend(open_data::files(&site.open_data));
    Found { value: files, findings }
}

/// The school's logo. What is wrong with it has been told where pictures are made ready.
fn logo(site: &Site<'_>, sources: &Sources) -> Option<pictures::Logo> {
    let address = site.layout.logo.as_ref()?;
    let media = sources.media.iter().find(|media| media.path.as_str() == address.as_str())?;
    pictures::Logo::of(media).ok()
}

/// Only files that some page links to or shows go out. All others are told: a list of names is never
/// published only because it lies there.
fn tell_not_linked(site: &Site<'_>, sources: &Sources, wanted: &pictures::Wanted, findings: &mut Findings) {
    for file in &sources.media {
        let ours = ["media", "policies"].contains(&file.path.top_folder());
        let asked = wanted.shown.contains(&file.path) || wanted.linked.contains(&file.path);
        // What only a hidden page links to waits for it, and need not be told.
        if ours && !asked && !site.is_expired(&file.path) && !site.is_used_by_hidden(&file.path) {
            findings.add(RenderProblem::NotLinked, Place::of_file(file.path.as_str()));
        }
    }
}
