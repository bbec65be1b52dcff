//! The data of the panel on a page: its findings, and the content files it is made from.

use std::collections::HashSet;

use jiff::civil::Date;
use serde::Serialize;

use super::panel_finding::PanelFinding;
use super::preview::{Preview, PreviewState};
use super::route::SitePath;
use crate::programme::Audience;
use crate::report::{ContentPath, Finding, Severity};

#[derive(Debug, Serialize)]
pub(super) struct Panel<'a> {
    state: PreviewState,
    /// The day that the page is built for.
    day: Date,
    /// The address of this page for today, or for the day given with `--today`.
    today_address: String,
    path: &'a str,
    audiences: Vec<AudienceLink>,
    sources: Vec<SourceFile<'a>>,
    findings: Vec<PanelItem>,
    /// How many findings are only shown in the terminal.
    others: usize,
    /// What the page must send to open a file. `None` if it may not.
    token: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct AudienceLink {
    name: &'static str,
    address: String,
}

#[derive(Debug, Serialize)]
struct SourceFile<'a> {
    name: &'a ContentPath,
    editable: bool,
}

#[derive(Debug, Serialize)]
struct PanelItem {
    #[serde(flatten)]
    finding: PanelFinding,
    /// True if this page is made from the finding's file.
    is_on_this_page: bool,
    editable: bool,
}

/// Which page to make a panel for, and what the page may do.
pub(super) struct PanelRequest<'a> {
    pub(super) path: &'a SitePath,
    /// The page's file. `None` if there is no such page.
    pub(super) page: Option<&'a str>,
    /// The path of the site's root for today.
    pub(super) base: &'a str,
    pub(super) token: Option<&'a str>,
}

pub(super) fn panel<'a>(preview: &'a Preview, request: &PanelRequest<'a>) -> Panel<'a> {
    let site = preview.site.as_deref();
    let sources = request.page.zip(site).map_or_else(Vec::new, |(page, site)| site.source_files().of(page));
    let of_page: HashSet<&ContentPath> = sources.iter().copied().collect();
    let is_home = request.page == Some("index.html");
    let is_on_this_page = |file: &ContentPath| {
        // A file that no page is made from has its findings on the home page.
        let has_no_page = || !site.is_some_and(|site| site.source_files().contains(file));
        of_page.contains(file) || (is_home && has_no_page())
    };
    let item = |finding: &Finding| {
        let file = finding.place.path();
        let is_on_this_page = is_on_this_page(file);
        // The home page has everything, so that its first finding is the first of `check` too.
        (is_on_this_page || is_home || finding.severity == Severity::Error).then(|| PanelItem {
            finding: PanelFinding::new(finding),
            is_on_this_page,
            editable: is_editable(file),
        })
    };
    let for_panel = preview.findings.iter().filter(|finding| is_for_panel(finding));
    let others = preview.findings.len() - for_panel.clone().count();
    let mut findings: Vec<PanelItem> = for_panel.filter_map(item).collect();
    if !is_home {
        findings.sort_by_key(|item| (item.finding.severity, !item.is_on_this_page));
    }
    let audience_link = |audience: &Audience| AudienceLink {
        name: audience.as_str(),
        address: format!("{}{}/index.html", request.path.base, audience.as_str()),
    };
    Panel {
        state: preview.state,
        day: preview.day,
        today_address: format!("{}{}", request.base, request.path.path),
        path: &request.path.path,
        audiences: Audience::ALL.iter().map(audience_link).collect(),
        sources: sources.into_iter().map(|name| SourceFile { name, editable: is_editable(name) }).collect(),
        findings,
        others,
        token: request.token,
    }
}

/// True for findings that stop the build or that the law requires.
fn is_for_panel(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Must)
}

/// True for text files. Other files are named but never opened, because the system could run them as programs.
pub(super) fn is_editable(file: &ContentPath) -> bool {
    ["md", "yaml", "yml"].contains(&file.extension().as_str())
}
