//! Mutated inputs for every parser, ours and those of libraries: none may panic, hang or fill the memory.
//!
//! `cargo test --test fuzz` runs a few cases of each target. To run one for a minute:
//!
//! ```sh
//! FINGERPOST_FUZZ_SECONDS=60 cargo test --profile fuzz --test fuzz -- pictures
//! ```
//!
//! A seed in `FINGERPOST_FUZZ_SEED` gives other cases. A case that fails is kept below `target/tmp/fuzz`.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests read files, print, and fail by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
mod containers;
mod mutations;
#[path = "../common/preview.rs"]
mod preview;
mod random;
mod runner;
mod school;
mod seeds;
mod targets;
#[path = "../common/until.rs"]
mod until;

use std::time::Duration;

use runner::{Extent, Runner};

#[global_allocator]
static ALLOCATED: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--list") {
        return;
    }
    let names: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().expect("a number"));
    let extent = match number("FINGERPOST_FUZZ_SECONDS") {
        Some(seconds) => Extent::Time(Duration::from_secs(seconds)),
        None => Extent::Few,
    };
    let runner = Runner::new(extent, number("FINGERPOST_FUZZ_SEED").unwrap_or(1));
    let wanted =
        targets::all().into_iter().filter(|target| names.is_empty() || names.iter().any(|one| *one == target.name));
    let failures: usize = wanted.map(|target| runner.run(&target)).sum();
    if failures > 0 {
        eprintln!("{failures} cases failed");
        std::process::exit(1);
    }
}
