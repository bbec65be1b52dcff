//! Renders every page with its template, in parallel; the search page last, because its index covers all others.

use rayon::prelude::*;
use tera::Value;

use super::editable_site::EditablePage;
use super::facts::{PageBatch, PageScanner};
use super::markdown::{Bodies, KeyLinkHtml};
use super::open_data::embedded;
use super::output_file::{OutputFile, SiteOutput};
use super::search;
use super::theme::Theme;
use crate::report::{Finding, Findings};
use crate::view::{Page, PageBody, Site};

/// In bytes; most pages are smaller.
const TYPICAL_SIZE: usize = 16 * 1024;
/// Pages that one task renders. More would leave a core idle at the end, fewer would repeat what pages share.
const CHUNK: usize = 64;

/// What is known about the pages.
#[derive(Default)]
pub(super) struct RenderedPages {
    pub(super) facts: Vec<PageBatch>,
    /// The pages with bodies.
    pub(super) editable: Vec<EditablePage>,
    /// The path of the search index.
    pub(super) search_index: String,
    /// The pages that load it.
    pub(super) search_pages: Vec<String>,
}

/// What is known about the pages of one chunk.
type RenderedChunk = (PageBatch, Vec<EditablePage>, Vec<Finding>);

/// Renders and writes all pages and the search index.
pub(super) fn render_all(
    site: &Site<'_>,
    theme: &Theme,
    (bodies, key_links): (&Bodies, &KeyLinkHtml),
    output: &dyn SiteOutput,
    findings: &mut Findings,
) -> RenderedPages {
    let (last, first): (Vec<_>, Vec<_>) = site.pages.iter().partition(|page| matches!(page.body, PageBody::Search(_)));
    let render = |pages: &[&Page<'_>], index: &str| render_chunk(pages, (theme, index), (bodies, key_links), output);
    let mut rendered = RenderedPages::default();
    let chunks: Vec<RenderedChunk> = first.par_chunks(CHUNK).map(|pages| render(pages, "")).collect();
    chunks.into_iter().for_each(|chunk| rendered.add(chunk, findings));
    let index = search::index(site, &theme.search_words, &rendered.facts, bodies);
    rendered.add(render(&last, &index.path), findings);
    rendered.search_index.clone_from(&index.path);
    rendered.search_pages = last.iter().map(|page| page.address.to_string()).collect();
    output.write(index);
    rendered
}

impl RenderedPages {
    fn add(&mut self, (facts, editable, errors): RenderedChunk, findings: &mut Findings) {
        self.facts.push(facts);
        self.editable.extend(editable);
        findings.extend(errors);
    }
}

/// `index` is the address of the search index, empty for pages without it.
fn render_chunk(
    pages: &[&Page<'_>],
    (theme, index): (&Theme, &str),
    (bodies, key_links): (&Bodies, &KeyLinkHtml),
    output: &dyn SiteOutput,
) -> RenderedChunk {
    let mut scanner = PageScanner::new(bodies);
    let (mut editable, mut errors) = (Vec::new(), Vec::new());
    for page in pages {
        match frame(page, theme, index) {
            Ok(frame) => {
                let frame = key_links.fill(frame, page.root.as_str());
                scanner.read(page.address.as_str(), &page.title, &frame);
                let (html, placed) = bodies.insert(frame);
                if !placed.is_empty() {
                    editable.push(EditablePage { path: page.address.to_string(), bodies: placed });
                }
                output.write(OutputFile { path: page.address.to_string(), bytes: html.into_bytes() });
            }
            Err(error) => errors.push(*error),
        }
    }
    (scanner.finish(), editable, errors)
}

/// A page with marks in place of its bodies.
fn frame(page: &Page<'_>, theme: &Theme, index: &str) -> Result<String, Box<Finding>> {
    let mut context = tera::Context::new();
    context.insert("page", page);
    context.insert("view", &page.body);
    if !index.is_empty() {
        context.insert("search_index", index);
    }
    if let Some(assets) = theme.page_assets.get(page.kind.template()) {
        context.insert("page_assets", assets);
    }
    if let Some(data) = &page.linked_data {
        context.insert("linked_data", &Value::safe_string(&embedded(data)));
    }
    let mut bytes = Vec::with_capacity(TYPICAL_SIZE);
    let template = format!("pages/{}", page.kind.template());
    theme.tera.render_to(&template, &context, &mut bytes).map_err(|error| Box::new(theme.error(&error)))?;
    // Templates and texts are UTF-8, so pages are too.
    Ok(String::from_utf8(bytes).unwrap_or_default())
}
