//! `fingerpost check`: everything that is missing, wrong, stale, hard to read or private.
#![expect(clippy::disallowed_methods, reason = "--html writes a page to print")]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::ToSpan;
use jiff::civil::Date;

use super::{clock, content, print};
use crate::BuiltSite;
use crate::check::{ComplianceSummary, PaperInput, PaperRecord, print_report};
use crate::cli::arguments::{current_dir, facts, parse_day};
use crate::cli::exit::Exit;
use crate::cli::print::OutputFormat;
use crate::cli::quoted::quoted;
use crate::explain;
use crate::framework::Facts;
use crate::publish::folder_in_cache;
use crate::read::disk_reason;
use crate::report::{Code, Counts, Finding, Findings, FirstSteps, Severity, did_you_mean, first_steps, is_of_new_site};

/// Where the cache folder keeps what papers showed.
const PAPERS: &str = "papers";

#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// Check the content for this day, such as 2027-03-04 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
    /// Print only findings with this code, such as link-text. You can repeat this option
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = parse_code)]
    only: Vec<Code>,
    /// Print every finding, also of a new site
    #[arg(long)]
    all: bool,
    /// Also check links to other websites
    #[arg(long)]
    external: bool,
    /// Write a paper for governors that you can print: two sides, then the findings for the careers leader
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "careers-check.html")]
    html: Option<Utf8PathBuf>,
    /// Compare the paper with the last one until this day [default: the last one before today]
    #[arg(long, value_name = "DATE", value_parser = parse_day, requires = "html")]
    since: Option<Date>,
    /// Add the evidence laid out for a quality award to the paper
    #[arg(long, requires = "html")]
    award: bool,
    /// How to print findings
    #[arg(long, value_enum, default_value_t = OutputFormat::Full)]
    format: OutputFormat,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<Exit, Exit> {
    let facts = facts()?;
    let today = arguments.today.unwrap_or_else(clock::today);
    content::complete_changes(&arguments.folder)?;
    let mut findings = Findings::default();
    let built = check(arguments, &facts, today, &mut findings);
    let is_unusable = crate::folder_is_missing(&findings);
    let mut findings = findings.sorted();
    match (&arguments.html, &built) {
        (Some(file), Some(built)) => write_report(file, &findings, &built.compliance, (arguments, &facts, today))
            .map_err(|reason| print::failure(format!("{file} could not be written: {reason}")))?,
        (Some(file), None) => print::note(&format!("{file} was not written: fix the errors first.\n")),
        (None, _) => {}
    }
    // The paper has all findings.
    if !arguments.only.is_empty() {
        findings.retain(|finding| arguments.only.contains(&finding.code));
    }
    match arguments.format {
        OutputFormat::Json | OutputFormat::Github => {
            print::findings(&findings, arguments.format, arguments.folder.as_str());
        }
        OutputFormat::Full | OutputFormat::Concise => {
            let is_short = arguments.format == OutputFormat::Full && arguments.only.is_empty() && !arguments.all;
            match first_steps(&findings).filter(|_| is_short) {
                Some(steps) => print_first_steps(&steps, &findings, built.as_ref(), arguments),
                None => print_by_severity(&findings, built.as_ref(), arguments),
            }
        }
    }
    Ok(match Counts::of(&findings) {
        _ if is_unusable => Exit::Error,
        Counts { errors: 0, must: 0, .. } => Exit::Clean,
        _ => Exit::Findings,
    })
}

/// Writes the page to print. Never overwrites a file, unless it is an earlier paper. Keeps what the paper showed in the
/// content folder, so that the next one can say what changed.
fn write_report(
    file: &Utf8Path,
    findings: &[Finding],
    compliance: &ComplianceSummary,
    (arguments, facts, today): (&CheckArguments, &Facts, Date),
) -> Result<(), String> {
    let is_report = |text: String| {
        // The home page of a site begins in the same way.
        let is_paper = text.contains("<title>Careers at ") && text.contains(": paper for governors, ");
        is_paper || text.contains("<title>The careers website of ")
    };
    if fs::exists(file).unwrap_or(true) && !fs::read_to_string(file).is_ok_and(is_report) {
        return Err("there is already another file with this name. Choose a different name".to_owned());
    }
    let programme = crate::load_programme(&arguments.folder, facts, today, &mut Findings::default());
    let Some((_, programme)) = programme else { return Err("the content could not be read again".to_owned()) };
    let folder = folder_in_cache(&arguments.folder, PAPERS);
    let last = arguments.since.unwrap_or_else(|| today.saturating_sub(1.day()));
    let earlier = folder.as_ref().ok().and_then(|folder| newest_paper(folder, last));
    let input = PaperInput {
        programme: &programme,
        facts,
        compliance,
        findings,
        today,
        earlier: earlier.as_ref(),
        has_award: arguments.award,
    };
    let (page, record) = print_report(input).map_err(|error| error.to_string())?;
    fs::write(file, page).map_err(|error| disk_reason(&error))?;
    // Without this, only the next paper has no comparison.
    if let (Ok(folder), Ok(json)) = (folder, serde_json::to_vec_pretty(&record)) {
        let _ = fs::write(folder.join(format!("{today}.json")), json);
    }
    print::note(&format!("Wrote {file}: open it in a browser and print it.\n"));
    Ok(())
}

/// What the newest paper until a day showed. One that can't be read is left out.
fn newest_paper(folder: &Utf8Path, until: Date) -> Option<PaperRecord> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let days = entries.filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".json")?.parse::<Date>().ok());
    let mut days: Vec<Date> = days.filter(|day| *day <= until).collect();
    days.sort_unstable();
    let read = |day: &Date| serde_json::from_slice(&fs::read(folder.join(format!("{day}.json"))).ok()?).ok();
    days.iter().rev().find_map(read)
}

/// Builds in memory, after checking links to other websites if asked to.
fn check(arguments: &CheckArguments, facts: &Facts, today: Date, findings: &mut Findings) -> Option<BuiltSite> {
    let sources = crate::load_sources(&arguments.folder, findings)?;
    if arguments.external {
        findings.append(super::external::check_external_links(&sources, &arguments.folder, today));
    }
    crate::build_sources(sources, facts, today, &mut |_| {}, findings)
}

/// Prints what to write first on a new site.
fn print_first_steps(steps: &FirstSteps, findings: &[Finding], built: Option<&BuiltSite>, arguments: &CheckArguments) {
    let summary = built.map(|built| built.compliance.text(Counts::of(findings))).unwrap_or_default();
    // Such as a date of birth in a text.
    let is_urgent = |finding: &&Finding| finding.severity == Severity::Must && !is_of_new_site(finding);
    let urgent: Vec<Finding> = findings.iter().filter(is_urgent).cloned().collect();
    print::findings(&urgent, arguments.format, arguments.folder.as_str());
    let folder = quoted(&arguments.folder);
    print::out(&format!("{}\n{summary} `fingerpost check {folder} --all` shows each.\n", steps.text()));
}

/// Prints findings under a heading for each severity, then a summary.
fn print_by_severity(findings: &[Finding], built: Option<&BuiltSite>, arguments: &CheckArguments) {
    for severity in [Severity::Error, Severity::Must, Severity::Should, Severity::Could] {
        let group: Vec<Finding> = findings.iter().filter(|finding| finding.severity == severity).cloned().collect();
        if !group.is_empty() {
            print::out(&format!("{} ({})\n\n", heading(severity), group.len()));
            print_by_code(&group, arguments);
        }
    }
    let counts = Counts::of(findings);
    let summary = match built {
        _ if !arguments.only.is_empty() => match print::counts(counts) {
            counts if counts.is_empty() => "Nothing of this kind was found.".to_owned(),
            counts => format!("Found: {counts}."),
        },
        Some(built) => built.compliance.text(counts),
        None => format!("The site can't be built yet: {}.", print::counts(counts)),
    };
    print::out(&format!("{summary}\n"));
}

/// Prints findings grouped by code, in the order of the first of each. If there are many with one code, only the first few are printed in full and the others
/// on one line each: nobody reads the same help twenty times.
fn print_by_code(findings: &[Finding], arguments: &CheckArguments) {
    /// How many findings with the same code are printed in full.
    const MAX_IN_FULL: usize = 3;
    let folder = arguments.folder.as_str();
    let mut codes: Vec<Code> = Vec::new();
    for finding in findings {
        if !codes.contains(&finding.code) {
            codes.push(finding.code);
        }
    }
    for code in codes {
        let same_code: Vec<Finding> = findings.iter().filter(|finding| finding.code == code).cloned().collect();
        let in_full =
            if arguments.only.is_empty() && same_code.len() > MAX_IN_FULL + 1 { MAX_IN_FULL } else { same_code.len() };
        let (first, remaining) = same_code.split_at(in_full);
        print::findings(first, arguments.format, folder);
        if !remaining.is_empty() {
            if arguments.format == OutputFormat::Full {
                print::out(&format!("… and {} more (`--only {code}` shows each in full):\n", remaining.len()));
            }
            print::findings(remaining, OutputFormat::Concise, folder);
        }
        if !remaining.is_empty() || arguments.format == OutputFormat::Concise && !same_code.is_empty() {
            print::out("\n");
        }
    }
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors: the site can't be built until you fix these",
        Severity::Must => "Must: the law requires this",
        Severity::Should => "Should: guidance or good practice asks for this",
        Severity::Could => "Could: worth knowing",
    }
}

fn parse_code(text: &str) -> Result<Code, String> {
    let codes = || explain::codes().map(Code::as_str);
    let known = explain::codes().find(|code| code.as_str() == text.to_lowercase());
    known.ok_or_else(|| {
        let suggestion = did_you_mean(text, codes()).map(|code| format!("did you mean {code}? "));
        format!("{}`fingerpost explain` lists all codes", suggestion.unwrap_or_default())
    })
}
