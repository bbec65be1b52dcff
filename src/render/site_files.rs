//! Renders a whole site.

use super::editable_site::{EditableSite, EditableText};
use super::facts::PageBatch;
use super::output_file::{RecordedOutput, SiteOutput};
use super::pages::RenderedPages;
use super::picture_store::PictureStore;
use super::pictures::{Logo, ProcessedPictures, Wanted};
use super::theme::{self, Overrides};
use super::{atom, host, icalendar, markdown, open_data, pages, sitemap};
use crate::read::Media;
use crate::render::findings::RenderProblem;
use crate::report::{Findings, Place, Subject};
use crate::text::TextBody;
use crate::view::Site;

/// What rendering needs.
#[derive(Clone, Copy, Debug)]
pub struct RenderInput<'a> {
    /// Every page and what it shows.
    pub site: &'a Site<'a>,
    /// The files of the school's `theme/`.
    pub theme: &'a [Media],
    /// Pictures and documents, without files that identify people: what isn't here can't be published.
    pub media: &'a [Media],
    /// Caches encoded pictures between builds.
    pub pictures: &'a dyn PictureStore,
}

/// What is known about a rendered site.
#[derive(Debug, Default)]
pub struct RenderedSite {
    /// The paths of all files, sorted.
    pub paths: Vec<String>,
    /// What the audit needs to know about the pages.
    pub facts: Vec<PageBatch>,
    /// What a later edit of words needs to know.
    pub editable: EditableSite,
}

/// Renders every file of the site from its bodies. `progress` gets how many pictures and documents are done, and the
/// total.
pub fn render(
    input: &RenderInput<'_>,
    texts: Vec<TextBody>,
    output: &dyn SiteOutput,
    progress: &mut dyn FnMut(usize, usize),
    findings: &mut Findings,
) -> RenderedSite {
    let RenderInput { site, theme, media, pictures } = *input;
    let output = RecordedOutput::new(output);
    let (resolved, key_links, mut wanted) = markdown::resolve_all(site, texts, findings);
    wanted.linked.extend(site.linked_files.iter().filter(|path| !site.is_expired(path)).cloned());
    report_unlinked(site, media, &wanted, findings);
    let processed = ProcessedPictures::prepare(media, &wanted, (pictures, &output), progress, findings);
    let texts = resolved.iter().map(EditableText::of).collect();
    let bodies = markdown::finish_all(resolved, &processed, site);
    let mut store_keys = processed.store_keys;
    let mut rendered = RenderedPages::default();
    let logo = logo(site, media);
    let overrides = Overrides { files: theme, logo: logo.as_ref(), pictures };
    if let Some(theme) = theme::load(site, &overrides, &bodies, findings) {
        rendered = pages::render_all(site, &theme, (&bodies, &key_links), &output, findings);
        output.write_all(theme.assets);
        store_keys.extend(theme.store_keys);
        pictures.prune(&store_keys);
    }
    output.write_all(icalendar::files(&site.calendars));
    output.write_all(atom::files(&site.feeds));
    output.write_all(sitemap::files(site));
    output.write_all(open_data::files(&site.open_data));
    let has_own_frame = theme.iter().any(|file| file.path.as_str() == "theme/base.html");
    output.write_all(host::files(site, has_own_frame));
    let RenderedPages { facts, editable: pages, search_index, search_pages } = rendered;
    let editable = EditableSite { texts, pages, search_index, search_pages };
    RenderedSite { paths: output.into_paths(), facts, editable }
}

/// The school's logo. Errors in it are reported when pictures are processed.
pub(super) fn logo(site: &Site<'_>, media: &[Media]) -> Option<Logo> {
    let address = site.layout.logo.as_ref()?;
    let media = media.iter().find(|media| media.path.as_str() == address.as_str())?;
    Logo::of(media).ok()
}

/// Only files that a page links to or shows are published, and all others are reported: a list of names isn't
/// published only because it is in the folder.
fn report_unlinked(site: &Site<'_>, media: &[Media], wanted: &Wanted, findings: &mut Findings) {
    for file in media {
        let is_publishable = ["media", "policies"].contains(&file.path.top_folder());
        let is_used = wanted.shown.contains(&file.path) || wanted.linked.contains(&file.path);
        // A file that only a hidden page links to is expected to be unused.
        if is_publishable && !is_used && !site.is_expired(&file.path) && !site.is_used_by_hidden(&file.path) {
            let needed = Subject::Mention(file.path.file_name().to_owned());
            findings.add_needing(RenderProblem::NotLinked, Place::of_file(file.path.as_str()), [needed]);
        }
    }
}
