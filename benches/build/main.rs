//! The cost of a build, compared with the least the machine needs.
//!
//! For programmes of 100, 1,000 and 10,000 pages this measures, interleaved in one run: the floor (writing the same
//! bytes to as many files), reading the content, a bare loop (read, front matter, Markdown, template, write), and
//! builds: clean, unchanged, and with one changed file. Machines are noisy, so compare the ratios. Each measurement is
//! a process of its own, which gives it its own CPU time and peak memory. Files are in memory where possible.
//!
//! `cargo bench` takes some minutes; `cargo bench -- 1000` measures one size only.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::expect_used,
    clippy::panic,
    reason = "benchmarks read, write, time and print, and fail by panicking"
)]

mod bare;
mod generate;
mod measure;

use std::path::{Path, PathBuf};

use measure::{Cost, median_of};

/// Measurements of each job.
const ROUNDS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [job, work] = arguments.as_slice()
        && let Some(job) = job.strip_prefix("job:")
    {
        return match job {
            "floor" => measure::report(bare::floor(&Path::new(work).join("reference"), &Path::new(work).join("floor"))),
            _ => measure::report(|| run_job(job, Path::new(work))),
        };
    }
    let chosen: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if chosen.is_empty() { vec![100, 1000, 10_000] } else { chosen };
    let results: Vec<(usize, Vec<(&str, Cost)>)> =
        sizes.into_iter().map(|pages| (pages, measure_size(pages))).collect();
    growth(&results);
}

/// Measures one size: generates it, builds once for the bytes of the floor, then measures every job in turn.
fn measure_size(pages: usize) -> Vec<(&'static str, Cost)> {
    let work = work_folder(pages);
    generate::programme(&work.join("content"), pages);
    run_job("clean", &work);
    let bytes = generate::copy_tree(&work.join("site"), &work.join("reference"));
    let jobs = ["floor", "read", "bare", "clean", "unchanged", "one-changed"];
    let mut costs: Vec<Vec<Cost>> = vec![Vec::new(); jobs.len()];
    for round in 0..ROUNDS {
        for (job, costs) in jobs.iter().zip(&mut costs) {
            prepare(job, &work, round);
            costs.push(measure::in_a_process(job, &work));
        }
    }
    println!("\n{pages} pages, {:.1} MB in {} files", bytes.size as f64 / 1e6, bytes.files);
    println!(
        "{:<14}{:>10}{:>10}{:>12}{:>12}{:>12}{:>10}",
        "", "wall ms", "CPU ms", "wall/floor", "CPU/floor", "CPU us/page", "peak MB"
    );
    let medians: Vec<(&str, Cost)> = jobs.iter().zip(&costs).map(|(job, costs)| (*job, median_of(costs))).collect();
    let floor = medians.first().expect("the floor is measured").1;
    for (job, cost) in &medians {
        println!(
            "{job:<14}{:>10.1}{:>10.1}{:>12.2}{:>12.2}{:>12.1}{:>10.1}",
            cost.wall * 1e3,
            cost.cpu * 1e3,
            cost.wall / floor.wall,
            cost.cpu / floor.cpu,
            cost.cpu * 1e6 / pages as f64,
            cost.peak / 1e6,
        );
    }
    let cost = |list: &str| medians.iter().find(|(job, _)| *job == list).expect("it was measured").1;
    let (clean, floor, read) = (cost("clean"), cost("floor"), cost("read"));
    println!(
        "clean / (floor + reading the content): wall {:.2}, CPU {:.2}",
        clean.wall / (floor.wall + read.wall),
        clean.cpu / (floor.cpu + read.cpu),
    );
    println!(
        "clean / bare loop, CPU {:.2}   unchanged / clean, wall {:.2}   peak / bytes written {:.2}",
        cost("clean").cpu / cost("bare").cpu,
        cost("unchanged").wall / cost("clean").wall,
        cost("clean").peak / bytes.size as f64,
    );
    std::fs::remove_dir_all(&work).expect("the work folder goes");
    medians
}

/// Prints how CPU time grows with the number of pages, as an exponent.
fn growth(results: &[(usize, Vec<(&str, Cost)>)]) {
    let clean = |costs: &[(&str, Cost)]| costs.iter().find(|(job, _)| *job == "clean").map(|(_, cost)| cost.cpu);
    for pair in results.windows(2) {
        if let [(few, first), (many, second)] = pair
            && let (Some(a), Some(b)) = (clean(first), clean(second))
        {
            let exponent = (b / a).ln() / (*many as f64 / *few as f64).ln();
            println!("growth from {few} to {many} pages: CPU ~ pages^{exponent:.2}");
        }
    }
}

/// Prepares the folders for a job.
fn prepare(job: &str, work: &Path, round: usize) {
    let gone = |name: &str| {
        let folder = work.join(name);
        if folder.exists() {
            std::fs::remove_dir_all(folder).expect("an old output goes");
        }
    };
    match job {
        "floor" => gone("floor"),
        "bare" => gone("bare"),
        "clean" => gone("site"),
        "one-changed" => generate::change_one(&work.join("content"), round),
        _ => {}
    }
}

fn run_job(job: &str, work: &Path) {
    match job {
        "read" => bare::read_all(&work.join("content")),
        "bare" => bare::bare_loop(&work.join("content"), &work.join("bare")),
        _ => build(work),
    }
}

fn build(work: &Path) {
    let utf8 = |name: &str| camino::Utf8PathBuf::from_path_buf(work.join(name)).expect("a path in Unicode");
    let (folder, out) = (utf8("content"), utf8("site"));
    let facts = fingerpost::framework::Facts::load().expect("the facts");
    let today = jiff::civil::date(2026, 11, 23);
    let order = fingerpost::BuildOptions { folder: &folder, out: &out, today, strict: false, adopt: false };
    let mut findings = fingerpost::report::Findings::default();
    fingerpost::build(&order, &facts, &mut |_| {}, &mut findings);
    let unexpected = findings.sorted().into_iter().find(|finding| !finding.is_advice);
    assert!(unexpected.is_none(), "the generated programme has an unexpected finding: {unexpected:?}");
}

fn work_folder(pages: usize) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let work = base.join(format!("fingerpost-bench-{}-{pages}", std::process::id()));
    std::fs::create_dir_all(&work).expect("a work folder");
    work
}
