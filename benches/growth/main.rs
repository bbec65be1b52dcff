//! How the cost of a build grows with each kind of content.
//!
//! For each kind this builds a programme with `n` and with `2n` items of that kind, and prints the CPU time of both and
//! the exponent of the growth. Work that every build does is measured with an empty programme and subtracted. An exponent
//! above 1.3 is marked: something looks at every pair of items.
//!
//! `cargo bench --bench growth` takes some minutes; `cargo bench --bench growth -- headings` measures one kind.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "benchmarks read, write, time and print, and fail by panicking"
)]

mod cases;
#[path = "../build/measure.rs"]
mod measure;

use std::path::{Path, PathBuf};
use std::process::Command;

use cases::{CASES, Case};
use measure::{Cost, median_of};

/// Measurements of each size.
const ROUNDS: usize = 3;
/// The exponent from which a kind of content is marked.
const MAX_EXPONENT: f64 = 1.3;
/// Below this, in seconds, the exponent is mostly noise.
const MIN_CPU: f64 = 0.02;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [job, work] = arguments.as_slice()
        && job.starts_with("job:")
    {
        return build(Path::new(work));
    }
    let work = work_folder();
    let fixed = cost_of(&work, |_| {}).cpu;
    println!("{:<24}{:>8}{:>12}{:>12}{:>10}", "", "n", "n: CPU ms", "2n: CPU ms", "exponent");
    for case in CASES.iter().filter(|case| arguments.is_empty() || arguments.iter().any(|one| one == case.name)) {
        let Case { name, items, write } = case;
        let [few, many] = [*items, items * 2].map(|items| cost_of(&work, |folder| write(folder, items)).cpu - fixed);
        let exponent = (many.max(MIN_CPU) / few.max(MIN_CPU)).log2();
        let mark = if exponent > MAX_EXPONENT { "  grows too fast" } else { "" };
        println!("{name:<24}{items:>8}{:>12.1}{:>12.1}{exponent:>10.2}{mark}", few * 1e3, many * 1e3);
    }
    std::fs::remove_dir_all(&work).expect("the work folder goes");
}

/// The cost of building and printing a programme, without generating it.
fn cost_of(work: &Path, write: impl FnOnce(&Path)) -> Cost {
    let content = work.join("content");
    cases::basics(&content);
    write(&content);
    let costs: Vec<Cost> = (0..ROUNDS)
        .map(|_| {
            let this = std::env::current_exe().expect("this program");
            let (cost, _) = measure::run(Command::new(this).arg("job:growth").arg(work));
            let _ = std::fs::remove_dir_all(work.join("site"));
            cost
        })
        .collect();
    std::fs::remove_dir_all(content).expect("the content goes");
    median_of(&costs)
}

/// Builds the site, and formats the findings as every kind of output.
fn build(work: &Path) {
    use fingerpost::report::print::{Format, Style};
    let utf8 = |name: &str| camino::Utf8PathBuf::from_path_buf(work.join(name)).expect("a path in Unicode");
    let (folder, out) = (utf8("content"), utf8("site"));
    let facts = fingerpost::framework::Facts::load().expect("the facts");
    let today = jiff::civil::date(2026, 11, 23);
    let options = fingerpost::BuildOptions { folder: &folder, out: &out, today, strict: false, adopt: false };
    let mut findings = fingerpost::report::Findings::default();
    fingerpost::build(&options, &facts, &mut |_| {}, &mut findings);
    let findings = findings.sorted();
    for format in [Format::Full, Format::Concise, Format::Json, Format::Github] {
        let style = Style { format, width: 110, folder: folder.as_str() };
        assert_eq!(fingerpost::report::print::findings(&findings, style).is_empty(), findings.is_empty());
    }
}

fn work_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let work = base.join(format!("fingerpost-growth-{}", std::process::id()));
    std::fs::create_dir_all(&work).expect("a work folder");
    work
}
