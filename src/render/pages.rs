//! Draws every page by its template, side by side.

use rayon::prelude::*;
use tera::Value;

use super::OutputFile;
use super::open_data::embedded;
use super::theme::Theme;
use crate::report::{Finding, Findings};
use crate::view::{Page, Site};

/// What most pages stay below, in bytes.
const USUAL_PAGE: usize = 16 * 1024;

pub(super) fn draw_all(site: &Site<'_>, theme: &Theme, findings: &mut Findings) -> Vec<OutputFile> {
    let drawn: Vec<Result<OutputFile, Box<Finding>>> = site.pages.par_iter().map(|page| draw(page, theme)).collect();
    let mut files = Vec::with_capacity(drawn.len());
    for page in drawn {
        match page {
            Ok(file) => files.push(file),
            Err(finding) => findings.extend([*finding]),
        }
    }
    files
}

fn draw(page: &Page<'_>, theme: &Theme) -> Result<OutputFile, Box<Finding>> {
    let mut context = tera::Context::new();
    context.insert("page", page);
    context.insert("view", &page.body);
    if let Some(style) = theme.page_styles.get(page.body.template()) {
        context.insert("page_style", style);
    }
    if let Some(data) = &page.linked_data {
        context.insert("linked_data", &Value::safe_string(&embedded(data)));
    }
    let mut bytes = Vec::with_capacity(USUAL_PAGE);
    theme
        .tera
        .render_to(&format!("pages/{}", page.body.template()), &context, &mut bytes)
        .map_err(|error| Box::new(theme.trouble(&error)))?;
    bytes.shrink_to_fit();
    Ok(OutputFile { path: page.address.to_string(), bytes })
}
