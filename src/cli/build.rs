//! `fingerpost build`: check the content, then write the site.

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::progress::Progress;
use super::{Exit, Format, clock, print};
use crate::publish::PublishProblem;
use crate::publish::Refusal;
use crate::report::{Counts, Finding, Findings, Found, MANIFEST, Place, Severity};
use crate::{BuildOptions, Outcome};

/// What `build` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The content folder
    #[arg(default_value_t = super::current_dir())]
    folder: Utf8PathBuf,
    /// The folder that the site goes into
    #[arg(long, value_name = "FOLDER", default_value = "site")]
    out: Utf8PathBuf,
    /// Build as if it were this day, such as 2027-03-04
    #[arg(long, value_name = "DATE", value_parser = clock::parse_day)]
    today: Option<Date>,
    /// Stop, too, if anything must or should be mended
    #[arg(long)]
    strict: bool,
    /// Put the site among files that are already in the output folder
    #[arg(long)]
    adopt: bool,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let stopwatch = clock::Stopwatch::start();
    let Some(facts) = super::facts() else { return Exit::Error };
    if let Some(exit) = refuse_mixed_folders(arguments) {
        return exit;
    }
    let order = BuildOptions {
        folder: &arguments.folder,
        out: &arguments.out,
        today: arguments.today.unwrap_or_else(clock::today),
        strict: arguments.strict,
        adopt: arguments.adopt,
    };
    let mut progress = Progress::new(arguments.format);
    let Found { value: outcome, mut findings } = crate::build(&order, &facts, &mut |stage| progress.begin(stage));
    progress.end();
    let refused = tell_refusal(&outcome, &mut findings);
    let unusable = crate::folder_is_missing(&findings);
    let findings = findings.sorted();
    print::findings(&told(&findings, arguments), arguments.format, arguments.folder.as_str());
    let summary = summary(&outcome, &findings, arguments, stopwatch.elapsed().as_secs_f64());
    if matches!(arguments.format, Format::Json | Format::Github) {
        print::note(&summary)
    } else {
        print::out(&summary)
    }
    match outcome {
        _ if refused || unusable => Exit::Error,
        Outcome::Stopped | Outcome::Refused(_) => Exit::Findings,
        Outcome::Published { .. } | Outcome::UpToDate(_) => Exit::Clean,
    }
}

/// What is told one by one. What rules advise is only counted, unless it stops the build.
fn told(findings: &[Finding], arguments: &Arguments) -> Vec<Finding> {
    let stops = |finding: &Finding| arguments.strict && finding.severity == Severity::Should;
    findings.iter().filter(|finding| !finding.is_advice || stops(finding)).cloned().collect()
}

/// The site can go beside the content or into a folder of its own there, but never around it: a
/// build would mix the two.
fn refuse_mixed_folders(arguments: &Arguments) -> Option<Exit> {
    let real = |path: &Utf8Path| path.canonicalize_utf8().ok();
    let content = real(&arguments.folder)?;
    if !content.starts_with(real(&arguments.out)?) {
        return None;
    }
    print::note(
        "fingerpost: the site cannot go into the content folder itself, or into one around it. \
         Choose another folder with --out.\n",
    );
    Some(Exit::Error)
}

/// A refusal is a finding like any other, at the output folder or at the file in the way.
fn tell_refusal(outcome: &Outcome, findings: &mut Findings) -> bool {
    let Outcome::Refused(refusal) = outcome else { return false };
    let mut tell = |problem: PublishProblem, path: &Utf8Path| findings.add(problem, Place::of_output(path.as_str()));
    match refusal {
        Refusal::NotOurs { path, holds } => {
            let why = format!("this folder holds files that Fingerpost did not write, such as {holds}");
            tell(PublishProblem::NotOurs { why }, path);
        }
        Refusal::ManifestUnreadable { path, .. } => {
            let why = "the list of the files that Fingerpost wrote here is damaged".to_owned();
            tell(PublishProblem::NotOurs { why }, path);
        }
        Refusal::Foreign { path, others, .. } => {
            for path in std::iter::once(path).chain(others) {
                tell(PublishProblem::InTheWay { why: "this is in the way, and Fingerpost did not write it" }, path);
            }
        }
        Refusal::NotAFolder { path } => {
            tell(PublishProblem::InTheWay { why: "this is a file, but the site needs a folder" }, path);
        }
        Refusal::LinkInside { path } => {
            tell(PublishProblem::InTheWay { why: "this is a link, and what is behind it may not be the site's" }, path);
        }
        other => tell(PublishProblem::CannotWrite { reason: other.to_string() }, other.path()),
    }
    true
}

/// True if something was counted that this run does not tell.
fn told_elsewhere(outcome: &Outcome, findings: &[Finding], arguments: &Arguments) -> bool {
    match outcome {
        Outcome::UpToDate(aside) => aside.should + aside.could > 0,
        _ => told(findings, arguments).len() < findings.len(),
    }
}

fn summary(outcome: &Outcome, findings: &[Finding], arguments: &Arguments, seconds: f64) -> String {
    let counts = match outcome {
        Outcome::UpToDate(aside) => Counts { should: aside.should, could: aside.could, ..Counts::default() },
        // What stops it comes first: the rest is told when there is a site.
        Outcome::Stopped | Outcome::Refused(_) => Counts::of(&told(findings, arguments)),
        _ => Counts::of(findings),
    };
    let told = print::counts(counts);
    let told = if told.is_empty() { "nothing to mend".to_owned() } else { told };
    let more = if told_elsewhere(outcome, findings, arguments) {
        format!("`fingerpost check {}` says what.\n", arguments.folder)
    } else {
        String::new()
    };
    let out = &arguments.out;
    let kept =
        if out.join(MANIFEST).is_file() { format!(" The last site in {out}/ is as it was.") } else { String::new() };
    match outcome {
        Outcome::Published { pages, published } => format!(
            "Built {pages} pages into {out}/: {} files written, {} unchanged, {} removed ({seconds:.2} s). Found: {told}.\n\
             {more}Open {}\n",
            published.written,
            published.unchanged,
            published.removed,
            out.join("index.html"),
        ),
        Outcome::UpToDate(_) => format!(
            "{out}/ is up to date: nothing has changed ({seconds:.2} s). Found: {told}.\n{more}Open {}\n",
            out.join("index.html")
        ),
        Outcome::Stopped | Outcome::Refused(_) => format!("Nothing was written: {told}.{kept}\n"),
    }
}
