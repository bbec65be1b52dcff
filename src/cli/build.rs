//! `fingerpost build`: check the content, then write the site.

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::{Exit, Format, clock, print};
use crate::publish::Refusal;
use crate::report::{Counts, Finding, Findings, Found, MANIFEST, Place, Problem, Severity};
use crate::{BuildOptions, Outcome, Stage};

/// What `build` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The content folder
    #[arg(default_value_t = super::here())]
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
    let watch = clock::Watch::start();
    let Some(facts) = super::facts() else { return Exit::Usage };
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
    let mut progress = Progress::new(arguments);
    let Found { value: outcome, mut findings } = crate::build(&order, &facts, &mut |stage| progress.begin(stage));
    progress.end();
    let refused = tell_refusal(&outcome, &mut findings);
    let unusable = findings.is_unusable();
    let findings = findings.sorted();
    print::findings(&told(&findings, arguments), arguments.format, arguments.folder.as_str());
    let summary = summary(&outcome, &findings, arguments, watch.time().as_secs_f64());
    if matches!(arguments.format, Format::Json | Format::Github) {
        print::note(&summary)
    } else {
        print::out(&summary)
    }
    match outcome {
        _ if refused || unusable => Exit::Usage,
        Outcome::Stopped | Outcome::Refused(_) => Exit::Findings,
        Outcome::Published { .. } | Outcome::UpToDate(_) => Exit::Clean,
    }
}

/// What is told one by one. What rules advise is only counted, unless it stops the build.
fn told(findings: &[Finding], arguments: &Arguments) -> Vec<Finding> {
    let stops = |finding: &Finding| arguments.strict && finding.severity() == Severity::Should;
    findings.iter().filter(|finding| !finding.is_aside() || stops(finding)).cloned().collect()
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
    Some(Exit::Usage)
}

/// A refusal is a finding like any other, at the output folder or at the file in the way.
fn tell_refusal(outcome: &Outcome, findings: &mut Findings) -> bool {
    let Outcome::Refused(refusal) = outcome else { return false };
    let mut tell = |problem: Problem, path: &Utf8Path| findings.add(problem, Place::of_output(path.as_str()));
    match refusal {
        Refusal::NotOurs { path, holds } => {
            let why = format!("this folder holds files that Fingerpost did not write, such as {holds}");
            tell(Problem::NotOurs { why }, path);
        }
        Refusal::ManifestUnreadable { path, .. } => {
            let why = "the list of the files that Fingerpost wrote here is damaged".to_owned();
            tell(Problem::NotOurs { why }, path);
        }
        Refusal::Foreign { path, others, .. } => {
            for path in std::iter::once(path).chain(others) {
                tell(Problem::InTheWay { why: "this is in the way, and Fingerpost did not write it" }, path);
            }
        }
        Refusal::NotAFolder { path } => {
            tell(Problem::InTheWay { why: "this is a file, but the site needs a folder" }, path);
        }
        Refusal::LinkInside { path } => {
            tell(Problem::InTheWay { why: "this is a link, and what is behind it may not be the site's" }, path);
        }
        other => tell(Problem::CannotWrite { reason: other.to_string() }, other.path()),
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

/// A line a stage and, in a terminal, a bar while a stage is slow.
struct Progress {
    shown: bool,
    bar: Option<Bar>,
    terminal: bool,
}

impl Progress {
    fn new(arguments: &Arguments) -> Self {
        let shown = !matches!(arguments.format, Format::Json | Format::Github);
        Self { shown, bar: None, terminal: print::is_terminal() }
    }

    fn begin(&mut self, stage: Stage) {
        if let Stage::Pictures { ready, all } = stage {
            return self.count(ready, all);
        }
        self.end();
        if !self.shown {
            return;
        }
        let (number, words) = match stage {
            Stage::Read => (1, "Reading the content"),
            Stage::Programme => (2, "Putting the programme together"),
            Stage::Check => (3, "Checking it"),
            Stage::Render | Stage::Pictures { .. } => (4, "Drawing the pages"),
            Stage::Publish => (5, "Writing the site"),
        };
        print::note(&format!("{words}\n"));
        if self.terminal {
            self.bar = Some(Bar::start(number));
        }
    }

    /// Puts the number of pictures that are ready beside the bar.
    fn count(&self, ready: usize, all: usize) {
        if let Some(bar) = &self.bar {
            bar.say(format!("pictures and documents: {ready} of {all} ready"));
        }
    }

    fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.stop();
        }
    }
}

/// A bar that shows up when a stage takes longer than people like to wait.
struct Bar {
    /// What else is said beside it. It ends when this is dropped.
    words: std::sync::mpsc::Sender<String>,
    thread: std::thread::JoinHandle<()>,
}

impl Bar {
    /// How long to wait before showing it, and between two drawings.
    const WAIT: std::time::Duration = std::time::Duration::from_millis(400);
    /// How many stages there are.
    const STAGES: usize = 5;

    fn start(stage: usize) -> Self {
        let (words, heard) = std::sync::mpsc::channel::<String>();
        let thread = std::thread::spawn(move || {
            let watch = clock::Watch::start();
            let mut shown = false;
            let mut said = String::new();
            loop {
                match heard.recv_timeout(Self::WAIT) {
                    Ok(words) => said = format!(", {words}"),
                    Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {}
                    Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => break,
                }
                if watch.time() < Self::WAIT {
                    continue;
                }
                shown = true;
                let bar = "#".repeat(stage) + &"-".repeat(Self::STAGES - stage);
                let seconds = watch.time().as_secs_f64();
                print::note(&format!("\r\x1b[K[{bar}] step {stage} of {}, {seconds:.0} s{said}", Self::STAGES));
            }
            if shown {
                print::note("\r\x1b[K");
            }
        });
        Self { words, thread }
    }

    fn say(&self, words: String) {
        // The thread ends only when it is asked to.
        let _ = self.words.send(words);
    }

    fn stop(self) {
        drop(self.words);
        // If it failed, there is only no bar.
        let _ = self.thread.join();
    }
}
