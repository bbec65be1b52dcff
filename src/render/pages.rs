//! Renders every page with its template, in parallel; the search page last, because its index covers all others.

use rayon::prelude::*;
use tera::Value;

use super::facts::{PageBatch, PageScanner};
use super::markdown::Bodies;
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

/// Renders and writes all pages and the search index. Returns the facts of the pages.
pub(super) fn render_all(
    site: &Site<'_>,
    theme: &Theme,
    bodies: &Bodies,
    output: &dyn SiteOutput,
    findings: &mut Findings,
) -> Vec<PageBatch> {
    let (last, first): (Vec<_>, Vec<_>) = site.pages.iter().partition(|page| matches!(page.body, PageBody::Search(_)));
    let render = |pages: &[&Page<'_>], index: &str| render_chunk(pages, theme, bodies, (index, output));
    let (mut facts, errors): (Vec<PageBatch>, Vec<Vec<Finding>>) =
        first.par_chunks(CHUNK).map(|pages| render(pages, "")).unzip();
    let index = search::index(site, &facts, bodies);
    let (last_facts, last_errors) = render(&last, &index.path);
    facts.push(last_facts);
    output.write(index);
    findings.extend(errors.into_iter().flatten().chain(last_errors));
    facts
}

/// `index` is the address of the search index, empty for pages without it.
fn render_chunk(
    pages: &[&Page<'_>],
    theme: &Theme,
    bodies: &Bodies,
    (index, output): (&str, &dyn SiteOutput),
) -> (PageBatch, Vec<Finding>) {
    let mut scanner = PageScanner::new(bodies);
    let mut errors = Vec::new();
    for page in pages {
        match frame(page, theme, index) {
            Ok(frame) => {
                scanner.read(page.address.as_str(), &page.title, &frame);
                output.write(OutputFile { path: page.address.to_string(), bytes: bodies.insert(frame).into_bytes() });
            }
            Err(error) => errors.push(*error),
        }
    }
    (scanner.finish(), errors)
}

/// A page with marks in place of its bodies.
fn frame(page: &Page<'_>, theme: &Theme, index: &str) -> Result<String, Box<Finding>> {
    let mut context = tera::Context::new();
    context.insert("page", page);
    context.insert("view", &page.body);
    if !index.is_empty() {
        context.insert("search_index", index);
    }
    if let Some(style) = theme.page_styles.get(page.kind.template()) {
        context.insert("page_style", style);
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
