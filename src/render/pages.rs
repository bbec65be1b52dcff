//! Renders every page with its template, in parallel; the search page last, because its index covers all others.

use rayon::prelude::*;
use tera::Value;

use super::open_data::embedded;
use super::output_file::OutputFile;
use super::search;
use super::theme::Theme;
use crate::report::{Finding, Findings};
use crate::view::{Page, PageBody, Site};

/// In bytes; most pages are smaller.
const TYPICAL_SIZE: usize = 16 * 1024;

type RenderResult = Result<OutputFile, Box<Finding>>;

/// All pages, and the search index.
pub(super) fn render_all(site: &Site<'_>, theme: &Theme, findings: &mut Findings) -> Vec<OutputFile> {
    let (last, first): (Vec<_>, Vec<_>) = site.pages.iter().partition(|page| matches!(page.body, PageBody::Search(_)));
    let rendered: Vec<RenderResult> = first.par_iter().map(|page| render_page(page, theme, "")).collect();
    let mut files = Vec::with_capacity(site.pages.len() + 1);
    collect(rendered, &mut files, findings);
    let index = search::index(site, &files);
    collect(last.iter().map(|page| render_page(page, theme, &index.path)), &mut files, findings);
    files.push(index);
    files
}

fn collect(rendered: impl IntoIterator<Item = RenderResult>, files: &mut Vec<OutputFile>, findings: &mut Findings) {
    for page in rendered {
        match page {
            Ok(file) => files.push(file),
            Err(finding) => findings.extend([*finding]),
        }
    }
}

/// `index` is the address of the search index, empty for pages without it.
fn render_page(page: &Page<'_>, theme: &Theme, index: &str) -> RenderResult {
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
    theme
        .tera
        .render_to(&format!("pages/{}", page.kind.template()), &context, &mut bytes)
        .map_err(|error| Box::new(theme.error(&error)))?;
    bytes.shrink_to_fit();
    Ok(OutputFile { path: page.address.to_string(), bytes })
}
