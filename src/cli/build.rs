//! `fingerpost build`: check the content, then write the site.

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::progress::ProgressBar;
use super::{clock, content, print};
use crate::cli::arguments::{current_dir, facts, parse_day};
use crate::cli::exit::Exit;
use crate::cli::print::OutputFormat;
use crate::cli::quoted::quoted;
use crate::publish::Refusal;
use crate::report::{Counts, Finding, Findings, MANIFEST, first_steps, is_of_new_site};
use crate::{BuildOptions, Changes, Outcome};

/// Below the current folder, as for other generators of sites.
pub(super) const DEFAULT_OUT: &str = "site";

#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// The folder to write the site into
    #[arg(long, value_name = "FOLDER", default_value = DEFAULT_OUT)]
    out: Utf8PathBuf,
    /// Build the site for this day, such as 2027-03-04 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
    /// Also stop if anything must or should be fixed
    #[arg(long)]
    strict: bool,
    /// Write the site even if the output folder has other files in it
    #[arg(long)]
    adopt: bool,
    /// How to print findings
    #[arg(long, value_enum, default_value_t = OutputFormat::Full)]
    format: OutputFormat,
}

pub(super) fn run(arguments: &BuildArguments) -> Result<Exit, Exit> {
    let stopwatch = clock::Stopwatch::start();
    reject_overlapping_folders(&arguments.folder, &arguments.out)?;
    content::complete_changes(&arguments.folder)?;
    let options = BuildOptions {
        folder: &arguments.folder,
        out: &arguments.out,
        today: arguments.today.unwrap_or_else(clock::today),
        strict: arguments.strict,
        adopt: arguments.adopt,
    };
    let mut progress = ProgressBar::new(arguments.format);
    let mut findings = Findings::default();
    let mut begin = |stage| progress.begin(stage);
    let outcome = match crate::find_changes(&options, &mut begin, &mut findings) {
        Changes::None(outcome) => outcome,
        Changes::Some(content) => crate::build_changed(content, &options, &facts()?, &mut begin, &mut findings),
    };
    progress.end();
    let is_refused = outcome.report_refusal(&mut findings);
    let is_unusable = crate::folder_is_missing(&findings);
    let findings = findings.sorted();
    let printed: Vec<Finding> = findings.iter().filter(|finding| options.reports(finding)).cloned().collect();
    let steps = first_steps(&findings).filter(|_| arguments.format == OutputFormat::Full);
    match &steps {
        // What the law asks of a new site is among the steps.
        Some(steps) => {
            let others: Vec<Finding> = printed.iter().filter(|finding| !is_of_new_site(finding)).cloned().collect();
            print::findings(&others, arguments.format, arguments.folder.as_str());
            print::out(&format!("{}\n", steps.text()));
        }
        None => print::findings(&printed, arguments.format, arguments.folder.as_str()),
    }
    let counts = Counted { all: all_counts(&outcome, &findings), printed: Counts::of(&printed) };
    let summary = summary(&outcome, counts, arguments, stopwatch.elapsed().as_secs_f64());
    if matches!(arguments.format, OutputFormat::Json | OutputFormat::Github) {
        print::note(&summary)
    } else {
        print::out(&summary)
    }
    Ok(match outcome {
        _ if is_refused || is_unusable => Exit::Error,
        Outcome::Stopped | Outcome::Refused(_) => Exit::Findings,
        Outcome::Published(..) | Outcome::UpToDate(_) => Exit::Clean,
    })
}

/// The site can go next to the content or into a new folder inside it. It can't go into the content folder itself or a
/// folder above it, because that would mix the two.
pub(super) fn reject_overlapping_folders(folder: &Utf8Path, out: &Utf8Path) -> Result<(), Exit> {
    if !folders_overlap(folder, out) {
        return Ok(());
    }
    Err(print::failure(
        "the site can't go into the content folder itself or into a folder above it. Choose another folder with --out.",
    ))
}

/// True if the content folder is the output folder or in it.
pub(super) fn folders_overlap(folder: &Utf8Path, out: &Utf8Path) -> bool {
    match (folder.canonicalize_utf8(), out.canonicalize_utf8()) {
        (Ok(content), Ok(out)) => content.starts_with(&out),
        _ => false,
    }
}

/// How many findings there are, and how many of them are printed individually.
struct Counted {
    all: Counts,
    printed: Counts,
}

fn all_counts(outcome: &Outcome, findings: &[Finding]) -> Counts {
    let counts = Counts::of(findings);
    match outcome {
        Outcome::Published(_, advice) | Outcome::UpToDate(advice) => {
            Counts { should: counts.should + advice.should, could: counts.could + advice.could, ..counts }
        }
        _ => counts,
    }
}

fn replaced(school: &str, out: &Utf8Path) -> String {
    format!(
        "This replaced the site of {school}, which was in {out}/. If these are two schools, build each into its own folder \
         with --out.\n"
    )
}

fn summary(outcome: &Outcome, counts: Counted, arguments: &BuildArguments, seconds: f64) -> String {
    let Counted { all, printed } = counts;
    let more = if printed == all {
        String::new()
    } else {
        format!("Run `fingerpost check {}` for the details.\n", quoted(&arguments.folder))
    };
    // Findings that stop the build come first. Advice can wait until there is a site.
    let is_stopped = matches!(outcome, Outcome::Stopped | Outcome::Refused(_));
    let counts = print::counts_or_none(if is_stopped { printed } else { all });
    let out = &arguments.out;
    let last_site =
        if out.join(MANIFEST).is_file() { format!(" The last site in {out}/ is unchanged.") } else { String::new() };
    match outcome {
        Outcome::Published(published, _) => format!(
            "Built {} pages into {out}/: {} files written, {} unchanged, {} removed ({seconds:.2} s). Found: {counts}.\n\
             {}{more}Open {}\n",
            published.pages,
            published.written,
            published.unchanged,
            published.removed,
            published.replaced_school.as_deref().map(|name| replaced(name, out)).unwrap_or_default(),
            out.join("index.html"),
        ),
        Outcome::UpToDate(_) => format!(
            "{out}/ is up to date: nothing has changed ({seconds:.2} s). Found: {counts}.\n{more}Open {}\n",
            out.join("index.html")
        ),
        Outcome::Refused(Refusal::Unfinished(_)) => {
            format!("The site in {out}/ was written only in part: {counts}. Build again to put it right.\n")
        }
        Outcome::Stopped | Outcome::Refused(_) => format!("Nothing was written: {counts}.{last_site}\n"),
    }
}
