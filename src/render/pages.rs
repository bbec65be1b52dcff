//! Draws every page by its template, side by side; the search page last, for it names the words of all others.

use rayon::prelude::*;
use tera::Value;

use super::OutputFile;
use super::open_data::embedded;
use super::search;
use super::theme::Theme;
use crate::report::{Finding, Findings};
use crate::view::{Page, PageBody, Site};

/// What most pages stay below, in bytes.
const USUAL_PAGE: usize = 16 * 1024;

type Drawn = Result<OutputFile, Box<Finding>>;

/// All pages, and what the search page loads.
pub(super) fn draw_all(site: &Site<'_>, theme: &Theme, findings: &mut Findings) -> Vec<OutputFile> {
    let (last, first): (Vec<_>, Vec<_>) = site.pages.iter().partition(|page| matches!(page.body, PageBody::Search(_)));
    let drawn: Vec<Drawn> = first.par_iter().map(|page| draw(page, theme, "")).collect();
    let mut files = Vec::with_capacity(site.pages.len() + 1);
    take(drawn, &mut files, findings);
    let index = search::index(site, &files);
    take(last.iter().map(|page| draw(page, theme, &index.path)), &mut files, findings);
    files.push(index);
    files
}

fn take(drawn: impl IntoIterator<Item = Drawn>, files: &mut Vec<OutputFile>, findings: &mut Findings) {
    for page in drawn {
        match page {
            Ok(file) => files.push(file),
            Err(finding) => findings.extend([*finding]),
        }
    }
}

/// Draws a page; `index` is the address of what can be searched.
fn draw(page: &Page<'_>, theme: &Theme, index: &str) -> Drawn {
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
    let mut bytes = Vec::with_capacity(USUAL_PAGE);
    theme
        .tera
        .render_to(&format!("pages/{}", page.kind.template()), &context, &mut bytes)
        .map_err(|error| Box::new(theme.trouble(&error)))?;
    bytes.shrink_to_fit();
    Ok(OutputFile { path: page.address.to_string(), bytes })
}
