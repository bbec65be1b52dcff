//! The cost of a build, compared with the least the machine needs.
//!
//! For programmes of 100, 1,000 and 10,000 texts this measures builds of the program: clean, unchanged, unchanged with a
//! finding to print, and with one edited text. The floor (reading the content and writing the same bytes) is measured
//! in turn with them. Machines are noisy, so compare the ratios. Everything runs on two threads, and files are in memory
//! where possible.
//!
//! `cargo bench --bench build` takes some minutes; `cargo bench --bench build -- 1000` measures one size only.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "benchmarks read, write, time and print, and fail by panicking"
)]

mod floor;
mod generate;
mod measure;
mod stages;

use std::path::Path;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use measure::{Cost, median_of};

/// Measurements of each job.
const ROUNDS: usize = 5;
const TODAY: &str = "2026-11-23";

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Job {
    Floor,
    Clean,
    Unchanged,
    UnchangedWithFinding,
    OneEdit,
}

const JOBS: [(Job, &str); 5] = [
    (Job::Floor, "floor"),
    (Job::Clean, "clean"),
    (Job::Unchanged, "unchanged"),
    (Job::UnchangedWithFinding, "... a finding"),
    (Job::OneEdit, "one edit"),
];

/// The folders of one size.
struct Work {
    folder: Utf8PathBuf,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [job, folder] if job == "job:floor" => return Work::at(folder).run_floor(),
        [job, folder] if job == "job:stages" => return Work::at(folder).run_stages(),
        _ => {}
    }
    let chosen: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if chosen.is_empty() { vec![100, 1000, 10_000] } else { chosen };
    let clean: Vec<(usize, f64)> = sizes.into_iter().map(|pages| (pages, measure_size(pages))).collect();
    for pair in clean.windows(2) {
        if let [(few, first), (many, second)] = pair {
            let exponent = (second / first).ln() / (*many as f64 / *few as f64).ln();
            let further = (second - first) / (many - few) as f64 * 1e6;
            println!(
                "\nfrom {few} to {many} texts: {further:.0} us of CPU for each further one, CPU ~ texts^{exponent:.2}"
            );
        }
    }
}

/// Measures every job for one size, prints the medians, and returns the CPU time of a clean build.
fn measure_size(pages: usize) -> f64 {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let temporary = tempfile::Builder::new().prefix("fingerpost-bench").tempdir_in(base).expect("a folder");
    let work = Work::at(temporary.path().to_str().expect("Unicode"));
    generate::programme(work.path("content").as_std_path(), pages);
    generate::programme(work.path("content-with-finding").as_std_path(), pages);
    generate::add_finding(work.path("content-with-finding").as_std_path());
    work.build("content-with-finding");
    work.build("content");
    let size = floor::prepare(work.path("site-of-content").as_std_path(), work.path("list").as_std_path());

    let mut costs = JOBS.map(|_| Vec::new());
    for round in 0..ROUNDS {
        for ((job, _), costs) in JOBS.iter().zip(&mut costs) {
            costs.push(work.measure(*job, round));
        }
    }
    let medians = costs.map(|costs| median_of(&costs));
    println!("\n{pages} texts; the site has {} files, {:.1} MB", size.files, size.bytes as f64 / 1e6);
    println!("{:<14}{:>9}{:>9}{:>9}{:>12}{:>12}", "", "CPU ms", "wall ms", "peak MB", "CPU/floor", "CPU/clean");
    let [floor, clean, ..] = medians;
    for ((_, name), cost) in JOBS.iter().zip(medians) {
        println!(
            "{name:<14}{:>9.1}{:>9.1}{:>9.1}{:>12.2}{:>12.3}",
            cost.cpu * 1e3,
            cost.wall * 1e3,
            cost.peak / 1e6,
            cost.cpu / floor.cpu,
            cost.cpu / clean.cpu
        );
    }
    let (_, stages) = measure::run(&mut work.this_program("job:stages"));
    print!("{stages}");
    clean.cpu
}

impl Work {
    fn at(folder: &str) -> Self {
        Self { folder: folder.into() }
    }

    fn path(&self, name: &str) -> Utf8PathBuf {
        self.folder.join(name)
    }

    /// Prepares the folders for a job and measures it.
    fn measure(&self, job: Job, round: usize) -> Cost {
        match job {
            Job::Floor => {
                remove(&self.path("floor"));
                measure::run(&mut self.this_program("job:floor")).0
            }
            Job::Clean => {
                remove(&self.path("site-of-content"));
                self.build("content")
            }
            Job::Unchanged => self.build("content"),
            Job::UnchangedWithFinding => self.build("content-with-finding"),
            Job::OneEdit => {
                generate::change_one(self.path("content").as_std_path(), round);
                self.build("content")
            }
        }
    }

    /// Runs `fingerpost build`.
    fn build(&self, content: &str) -> Cost {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(["build", content, "--today", TODAY, "--format", "concise", "--out"]);
        command.arg(format!("site-of-{content}")).current_dir(&self.folder).env("RAYON_NUM_THREADS", "2");
        let (cost, printed) = measure::run(&mut command);
        let has_finding = printed.contains("notes.md");
        assert_eq!(has_finding, content.ends_with("finding"), "{printed}");
        cost
    }

    /// This program, doing one job in a process of its own.
    fn this_program(&self, job: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.arg(job).arg(&self.folder).env("RAYON_NUM_THREADS", "2");
        command
    }

    fn run_floor(&self) {
        let [content, list, out] = ["content", "list", "floor"].map(|name| self.path(name).into_std_path_buf());
        floor::run(&content, &list, &out);
    }

    fn run_stages(&self) {
        stages::run(&self.path("content"), &self.path("site-of-stages"), TODAY.parse().expect("a day"));
    }
}

fn remove(folder: &Utf8Path) {
    if folder.exists() {
        std::fs::remove_dir_all(folder).expect("an old output is removed");
    }
}
