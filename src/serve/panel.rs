//! The data of the panel on a page: its findings, and the content files it is made from.

use std::collections::HashSet;

use jiff::civil::Date;
use serde::Serialize;

use super::dashboard;
use super::panel_finding::PanelFinding;
use super::preview::{Preview, PreviewState};
use super::route::SitePath;
use super::served_site::ServedSite;
use crate::AudiencePage;
use crate::report::{ContentPath, Finding, FirstStep, FirstSteps, Severity, first_steps};

#[derive(Debug, Serialize)]
pub(super) struct Panel<'a> {
    state: PreviewState,
    /// The day that the page is built for.
    day: Date,
    /// The address of this page for today, or for the day given with `--today`.
    today_address: String,
    path: &'a str,
    audiences: Vec<AudienceLink<'a>>,
    sources: Vec<SourceFile<'a>>,
    /// What to write first on a new site, on its home page.
    steps: Vec<FirstStep>,
    findings: Vec<PanelItem>,
    /// How many findings only the dashboard shows.
    others: usize,
    /// What the page must send to open a file. `None` on other computers.
    token: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct AudienceLink<'a> {
    name: &'a str,
    address: String,
}

#[derive(Debug, Serialize)]
struct SourceFile<'a> {
    name: &'a ContentPath,
    editable: bool,
    /// The address of its form.
    form: Option<String>,
}

#[derive(Debug, Serialize)]
struct PanelItem {
    #[serde(flatten)]
    finding: PanelFinding,
    editable: bool,
    /// The address of the field that it is about.
    form: Option<String>,
}

/// Which page to make a panel for, and what the page may do.
pub(super) struct PanelRequest<'a> {
    pub(super) path: &'a SitePath,
    /// The page's file. `None` if there is no such page.
    pub(super) page: Option<&'a str>,
    /// The path of the site's root for today.
    pub(super) base: &'a str,
    /// `None` for a page on another computer, which learns only how many findings there are.
    pub(super) token: Option<&'a str>,
}

pub(super) fn panel<'a>(preview: &'a Preview, request: &PanelRequest<'a>) -> Panel<'a> {
    let site = preview.site.as_deref();
    let files = request.page.zip(site).map_or_else(Vec::new, |(page, site)| site.source_files().of(page));
    // Other computers may read what is on the site, and nothing else of the files.
    let sources = if request.token.is_some() { files } else { Vec::new() };
    let of_page: HashSet<&ContentPath> = sources.iter().copied().collect();
    let is_home = request.page == Some("index.html");
    let steps = if is_home { first_steps(&preview.findings) } else { None };
    let (steps, findings, others) = match steps {
        _ if request.token.is_none() => (Vec::new(), Vec::new(), preview.findings.len()),
        Some(FirstSteps { mut steps, others }) => {
            for step in &mut steps {
                if let Some(name) = dashboard::name_of_files(&preview.content, &step.files) {
                    step.title = name;
                }
            }
            (steps, Vec::new(), others.total())
        }
        None => {
            let findings = findings_on_page(preview, &of_page, is_home);
            let others = preview.findings.iter().filter(|finding| !is_for_panel(finding)).count();
            (Vec::new(), findings, others)
        }
    };
    let audience_link = |page: &'a AudiencePage| AudienceLink {
        name: &page.name,
        address: format!("{}{}", request.path.base, page.path),
    };
    Panel {
        state: preview.state,
        day: preview.day,
        today_address: format!("{}{}", request.base, request.path.path),
        path: &request.path.path,
        audiences: site.map_or(&[][..], ServedSite::audience_pages).iter().map(audience_link).collect(),
        sources: sources
            .into_iter()
            .map(|name| SourceFile { name, editable: is_editable(name), form: form(name, 0) })
            .collect(),
        steps,
        findings,
        others,
        token: request.token,
    }
}

/// The findings of a page, and errors everywhere. The home page has everything, in the order of `check`.
fn findings_on_page(preview: &Preview, of_page: &HashSet<&ContentPath>, is_home: bool) -> Vec<PanelItem> {
    let is_of_page = |finding: &Finding| of_page.contains(finding.place.path());
    let is_shown = |finding: &&Finding| {
        is_for_panel(finding) && (is_home || is_of_page(finding) || finding.severity == Severity::Error)
    };
    let mut shown: Vec<&Finding> = preview.findings.iter().filter(is_shown).collect();
    if !is_home {
        shown.sort_by_key(|finding| (finding.severity, !is_of_page(finding)));
    }
    let item = |finding: &Finding| PanelItem {
        finding: PanelFinding::new(finding),
        editable: is_editable(finding.place.path()),
        form: form(finding.place.path(), finding.place.span.start),
    };
    shown.into_iter().map(item).collect()
}

/// The form of a file, at the field that this byte of its text belongs to. `None` if it has none.
fn form(file: &ContentPath, start: usize) -> Option<String> {
    is_editable(file).then(|| dashboard::of_file(file, start))
}

/// True for findings that stop the build or that the law requires.
fn is_for_panel(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Must)
}

/// True for text files. Other files are named but never opened, because the system could run them as programs.
pub(super) fn is_editable(file: &ContentPath) -> bool {
    ["md", "yaml", "yml"].contains(&file.extension().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Advice, Code, Severity, Source};

    #[test]
    fn other_computers_learn_only_how_many_findings_there_are() {
        let source = Source { path: ContentPath::new("events/a.md"), text: "titel: Redundancies in science\n".into() };
        let (code, severity) = (Code::new("unknown-key"), Severity::Error);
        let problem = Advice { code, severity, message: "`titel` is not a key".into(), help: "Write `title`.".into() };
        let findings = vec![Finding::new(&problem, source.place(0..5))];
        let preview = Preview::new(0, jiff::civil::date(2026, 11, 30), (None, findings), None);
        let path = SitePath { base: "/".into(), path: String::new(), day: None, draft: None };
        let panel_for = |token| {
            let request = PanelRequest { path: &path, page: Some("index.html"), base: "/", token };
            serde_json::to_value(panel(&preview, &request)).expect("JSON")
        };
        let (own, other) = (panel_for(Some("secret")), panel_for(None));
        assert!(own.to_string().contains("Redundancies") && own["others"] == 0, "{own}");
        assert!(!other.to_string().contains("events/a.md") && other["others"] == 1, "{other}");
    }
}
