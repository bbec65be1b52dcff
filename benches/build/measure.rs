//! Wall time, CPU time and peak memory of a process.

use std::process::{Command, Stdio};
use std::time::Instant;

use wait4::Wait4;

/// What a process cost: seconds, seconds (user and system), bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
    pub(crate) peak: f64,
}

/// Runs a process to its end. Returns its cost and what it printed.
pub(crate) fn run(command: &mut Command) -> (Cost, String) {
    let begin = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn().expect("the process starts");
    // The pipe has to be read before the end, or a full one would stop the process.
    let printed = std::io::read_to_string(child.stdout.take().expect("a pipe")).expect("text");
    let used = child.wait4().expect("the process ends");
    let wall = begin.elapsed().as_secs_f64();
    assert!(used.status.success(), "{command:?} failed: {printed}");
    let cpu = (used.rusage.utime + used.rusage.stime).as_secs_f64();
    (Cost { wall, cpu, peak: used.rusage.maxrss as f64 }, printed)
}

/// The median of each figure.
pub(crate) fn median_of(costs: &[Cost]) -> Cost {
    let median = |figure: fn(&Cost) -> f64| {
        let mut figures: Vec<f64> = costs.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied().unwrap_or_default()
    };
    Cost { wall: median(|cost| cost.wall), cpu: median(|cost| cost.cpu), peak: median(|cost| cost.peak) }
}
