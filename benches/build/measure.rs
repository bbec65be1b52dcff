//! Wall time, CPU time and peak memory of a job in a process of its own.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use cpu_time::ProcessTime;

/// The cost of a job: seconds, seconds, bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
    pub(crate) peak: f64,
}

/// Runs a job in this process and prints its cost for the parent.
pub(crate) fn report(job: impl FnOnce()) {
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    job();
    println!("{} {} {}", wall.elapsed().as_secs_f64(), cpu.elapsed().as_secs_f64(), peak_memory());
}

/// Runs a job in a process of its own.
pub(crate) fn in_a_process(job: &str, work: &Path) -> Cost {
    let this = std::env::current_exe().expect("this program");
    let output = Command::new(this).arg(format!("job:{job}")).arg(work).output().expect("the job runs");
    assert!(output.status.success(), "{job}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [wall, cpu, peak] = numbers.as_slice() else { panic!("{job} printed {text}") };
    Cost { wall: *wall, cpu: *cpu, peak: *peak }
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

/// The peak memory of this process, in bytes; 0 where the system does not report it.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: f64 = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default();
    kilobytes * 1024.0
}
