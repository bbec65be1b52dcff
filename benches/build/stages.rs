//! The share of each stage in the CPU time of a clean build.

use camino::Utf8Path;
use cpu_time::ProcessTime;
use fingerpost::framework::Facts;
use fingerpost::report::Findings;
use fingerpost::{BuildOptions, Stage};

/// Builds in this process and prints the share of each stage.
pub(crate) fn run(folder: &Utf8Path, out: &Utf8Path, today: jiff::civil::Date) {
    let mut starts: Vec<(&str, f64)> = vec![("start", 0.0)];
    let now = || ProcessTime::now().as_duration().as_secs_f64();
    let facts = Facts::load().expect("the facts");
    let options = BuildOptions { folder, out, today, strict: false, adopt: false };
    let mut findings = Findings::default();
    let mut progress = |stage| {
        let name = match stage {
            Stage::Read => "read",
            Stage::Programme => "programme",
            Stage::Check => "check",
            Stage::Render => "view and render",
            Stage::Pictures { .. } => return,
            Stage::Publish => "publish",
        };
        starts.push((name, now()));
    };
    fingerpost::build(&options, &facts, &mut progress, &mut findings);
    let total = now();
    let unexpected = findings.sorted().into_iter().find(|finding| !finding.is_advice);
    assert!(unexpected.is_none(), "the generated programme has an unexpected finding: {unexpected:?}");
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([total]);
    let share = |((name, start), end): (&(&str, f64), f64)| format!("{name} {:.0} %", (end - start) / total * 100.0);
    println!("stages, CPU: {}", starts.iter().zip(ends).map(share).collect::<Vec<_>>().join(", "));
}
