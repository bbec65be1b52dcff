//! Runs the cases of a target, and watches for panics, time and memory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

use super::ALLOCATED;
use super::containers;
use super::random::Random;
use super::targets::Target;

/// Builds without optimisation are slower.
const MAX_CPU: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 2 });
/// How much a case may have allocated at a time, in bytes.
const MAX_BYTES: usize = 500_000_000;
/// A case that needs the processor for longer is one that hangs, and so is one that waits for longer.
const MAX_RUNNING: Duration = Duration::from_secs(120);
const MAX_WAITING: Duration = Duration::from_secs(1800);
/// No more cases of a target are kept.
const MAX_FAILURES: usize = 20;

/// How long each target runs.
#[derive(Clone, Copy)]
pub(crate) enum Extent {
    Few,
    Time(Duration),
}

pub(crate) struct Runner {
    extent: Extent,
    seed: u64,
    kept: PathBuf,
}

/// What the current case has done.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());
/// The panics of libraries that were caught since the target began: how many at each place in their code.
static GUARDED: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());
/// 0 between cases, 1 for a new case, 2 for one that the watch has seen.
static BEGAN: AtomicU64 = AtomicU64::new(0);

impl Runner {
    pub(crate) fn new(extent: Extent, seed: u64) -> Self {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
        std::fs::create_dir_all(&kept).expect("a folder for cases");
        std::panic::set_hook(Box::new(|panic| {
            if fingerpost::read::is_panic_guarded() {
                let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
                *GUARDED.lock().unwrap_or_else(PoisonError::into_inner).entry(place).or_default() += 1;
            } else {
                PANICS.lock().unwrap_or_else(PoisonError::into_inner).push(panic.to_string());
            }
        }));
        watch(Instant::now());
        Self { extent, seed, kept }
    }

    /// Returns how many cases failed.
    pub(crate) fn run(&self, target: &Target) -> usize {
        let mut random = Random::new(self.seed, target.name);
        let others: Vec<&[u8]> = target.seeds.iter().map(|seed| &*seed.bytes).collect();
        let (start, mut cases, mut failures) = (Instant::now(), 0, Vec::<String>::new());
        let (mut slowest, mut largest) = (Duration::ZERO, 0);
        GUARDED.lock().unwrap_or_else(PoisonError::into_inner).clear();
        while match self.extent {
            Extent::Few => cases < target.few,
            Extent::Time(time) => start.elapsed() < time && failures.len() < MAX_FAILURES,
        } {
            let seed = random.pick(&target.seeds);
            let bytes = containers::mutated(&seed.path, &seed.bytes, &others, &mut random);
            let current = self.kept.join(format!("{}-current", target.name));
            // If this process is ended by the system, the case is there.
            std::fs::write(&current, &bytes).expect("the case is kept");
            let case = run_case(target, &seed.path, &bytes);
            cases += 1;
            (slowest, largest) = (slowest.max(case.cpu), largest.max(case.bytes));
            if let Some(failure) = case.failure().filter(|failure| !failures.contains(failure)) {
                let name = seed.path.replace('/', "-");
                let kept = self.kept.join(format!("{}-{}-{name}", target.name, failures.len()));
                std::fs::write(&kept, &bytes).expect("the case is kept");
                println!("{}: {failure}\n  as {} in {}", target.name, seed.path, kept.display());
                failures.push(failure);
            }
        }
        let guarded = std::mem::take(&mut *GUARDED.lock().unwrap_or_else(PoisonError::into_inner));
        println!(
            "{:<12}{cases:>8} cases in {:>4} s, {} failed, {} panics caught; slowest {:.2} s, largest {} MB",
            target.name,
            start.elapsed().as_secs(),
            failures.len(),
            guarded.values().sum::<usize>(),
            slowest.as_secs_f64(),
            largest / 1_000_000
        );
        for (place, count) in guarded {
            println!("  {count} caught in {place}");
        }
        failures.len()
    }
}

/// What a case has used.
struct Case {
    cpu: Duration,
    bytes: usize,
    panics: Vec<String>,
}

impl Case {
    fn failure(&self) -> Option<String> {
        if let Some(panic) = self.panics.first() {
            return Some(panic.clone());
        }
        if self.cpu > MAX_CPU {
            return Some("too slow".to_owned());
        }
        (self.bytes > MAX_BYTES).then(|| "too large".to_owned())
    }
}

fn run_case(target: &Target, path: &str, bytes: &[u8]) -> Case {
    PANICS.lock().unwrap_or_else(PoisonError::into_inner).clear();
    let (cpu, before) = (ProcessTime::now(), ALLOCATED.current_usage());
    ALLOCATED.reset_peak_usage();
    BEGAN.store(1, Ordering::Relaxed);
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (target.run)(path, bytes)));
    BEGAN.store(0, Ordering::Relaxed);
    let mut panics = std::mem::take(&mut *PANICS.lock().unwrap_or_else(PoisonError::into_inner));
    if result.is_err() && panics.is_empty() {
        panics.push("a panic without a message".to_owned());
    }
    Case { cpu: cpu.elapsed(), bytes: ALLOCATED.peak_usage().saturating_sub(before), panics }
}

/// Ends the process if a case hangs.
fn watch(start: Instant) {
    std::thread::spawn(move || {
        let mut began: Option<(Duration, ProcessTime)> = None;
        loop {
            std::thread::sleep(Duration::from_secs(1));
            match BEGAN.swap(2, Ordering::Relaxed) {
                0 => {
                    BEGAN.store(0, Ordering::Relaxed);
                    began = None;
                }
                1 => began = Some((start.elapsed(), ProcessTime::now())),
                // On a busy machine a case may wait for long.
                _ if began
                    .is_some_and(|(at, cpu)| cpu.elapsed() > MAX_RUNNING || start.elapsed() - at > MAX_WAITING) =>
                {
                    eprintln!("a case hangs: see the file that ends with -current");
                    std::process::abort();
                }
                _ => {}
            }
        }
    });
}
