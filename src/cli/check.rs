//! `fingerpost check`: everything that is missing, wrong, stale, hard to read or private.
#![expect(clippy::disallowed_methods, reason = "writing a page to print is what --html asks for")]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::{Exit, Format, clock, print};
use crate::check::{ComplianceSummary, print_report};
use crate::explain;
use crate::framework::Facts;
use crate::report::{Code, Counts, Finding, Findings, Found, Severity, did_you_mean};
use crate::{BuiltSite, build_sources, read};

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The content folder
    #[arg(default_value_t = super::current_dir())]
    folder: Utf8PathBuf,
    /// Check as if it were this day, such as 2027-03-04
    #[arg(long, value_name = "DATE", value_parser = clock::parse_day)]
    today: Option<Date>,
    /// Tell only findings of this code, such as link-text; may be given several times
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = parse_code)]
    only: Vec<Code>,
    /// Try the links to other websites, too
    #[arg(long)]
    external: bool,
    /// Write the findings as one page to print, such as for a governors' meeting
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "careers-check.html")]
    html: Option<Utf8PathBuf>,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(facts) = super::facts() else { return Exit::Error };
    let today = arguments.today.unwrap_or_else(clock::today);
    let Found { value: made, findings } = look(arguments, &facts, today);
    let unusable = crate::folder_is_missing(&findings);
    let mut findings = findings.sorted();
    if !arguments.only.is_empty() {
        findings.retain(|finding| arguments.only.contains(&finding.code));
    }
    if let (Some(file), Some(made)) = (&arguments.html, &made)
        && let Err(reason) = write_paper(file, &findings, &made.compliance, today)
    {
        print::note(&format!("fingerpost: {file} could not be written: {reason}\n"));
        return Exit::Error;
    }
    match arguments.format {
        Format::Json | Format::Github => {
            print::findings(&findings, arguments.format, arguments.folder.as_str());
        }
        Format::Full | Format::Concise => tell(&findings, made.as_ref(), arguments),
    }
    match Counts::of(&findings) {
        _ if unusable => Exit::Error,
        Counts { errors: 0, must: 0, .. } => Exit::Clean,
        _ => Exit::Findings,
    }
}

/// Writes the page to print. Nothing that is there is overwritten, unless it is such a page.
fn write_paper(file: &Utf8Path, findings: &[Finding], standing: &ComplianceSummary, today: Date) -> Result<(), String> {
    let page = print_report(findings, standing, today).map_err(|error| error.to_string())?;
    let is_ours = |text: String| text.contains("<title>The careers website of ");
    if fs::exists(file).unwrap_or(true) && !fs::read_to_string(file).is_ok_and(is_ours) {
        return Err("there is another file of this name. Choose another name".to_owned());
    }
    fs::write(file, page).map_err(|error| error.to_string())?;
    print::note(&format!("Wrote {file}: open it in a browser and print it.\n"));
    Ok(())
}

/// Everything but publishing. A folder that cannot be read is told alone.
fn look(arguments: &Arguments, facts: &Facts, today: Date) -> Found<Option<BuiltSite>> {
    let mut findings = Findings::default();
    let folder = read::load(&arguments.folder, None, &mut findings);
    if folder.is_empty() && !findings.is_empty() {
        return Found { value: None, findings };
    }
    let sources = read::parse(folder, &mut findings);
    if arguments.external {
        findings.append(super::external::try_links(&sources, &arguments.folder, today));
    }
    let Found { value: made, findings: found } = build_sources(sources, facts, today, &mut |_| {});
    findings.append(found);
    Found { value: made, findings }
}

/// Findings under a heading a severity, and a last line that says where the site stands.
fn tell(findings: &[Finding], made: Option<&BuiltSite>, arguments: &Arguments) {
    for severity in [Severity::Error, Severity::Must, Severity::Should, Severity::Could] {
        let group: Vec<Finding> = findings.iter().filter(|finding| finding.severity == severity).cloned().collect();
        if !group.is_empty() {
            print::out(&format!("{} ({})\n\n", heading(severity), group.len()));
            tell_by_code(&group, arguments);
        }
    }
    let counts = Counts::of(findings);
    let words = match made {
        _ if !arguments.only.is_empty() => match print::counts(counts) {
            told if told.is_empty() => "Nothing of this kind was found.".to_owned(),
            told => format!("Found: {told}."),
        },
        Some(made) => made.compliance.words(counts),
        None => format!("The site cannot be built yet: {}.", print::counts(counts)),
    };
    print::out(&format!("{words}\n"));
}

/// Findings of one kind together. Of many the first few are told in full, the rest in a line each:
/// nobody reads the same help twenty times.
fn tell_by_code(findings: &[Finding], arguments: &Arguments) {
    /// How many of a kind are told in full.
    const IN_FULL: usize = 3;
    let folder = arguments.folder.as_str();
    for code in explain::codes() {
        let of_code: Vec<Finding> = findings.iter().filter(|finding| finding.code == code).cloned().collect();
        let in_full = if arguments.only.is_empty() && of_code.len() > IN_FULL + 1 { IN_FULL } else { of_code.len() };
        let (first, rest) = of_code.split_at(in_full);
        print::findings(first, arguments.format, folder);
        if !rest.is_empty() {
            if arguments.format == Format::Full {
                print::out(&format!("… and {} more (`--only {code}` tells each in full):\n", rest.len()));
            }
            print::findings(rest, Format::Concise, folder);
        }
        if !rest.is_empty() || arguments.format == Format::Concise && !of_code.is_empty() {
            print::out("\n");
        }
    }
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors: the site cannot be built with these",
        Severity::Must => "Must: the law asks for it",
        Severity::Should => "Should: guidance or good practice asks for it",
        Severity::Could => "Could: worth knowing",
    }
}

/// A code as an argument.
fn parse_code(said: &str) -> Result<Code, String> {
    let words = || explain::codes().map(Code::as_str);
    let known = explain::codes().find(|code| code.as_str() == said.to_lowercase());
    known.ok_or_else(|| {
        let near = did_you_mean(said, words()).map(|word| format!("did you mean {word}? "));
        format!("{}`fingerpost explain` lists all codes", near.unwrap_or_default())
    })
}
