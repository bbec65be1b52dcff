//! A benchmark as a small label.

use serde::Serialize;

use crate::programme::Benchmark;

#[derive(Clone, Debug, Serialize)]
pub struct BenchmarkTag {
    /// 1 to 8.
    pub number: u8,
    /// One to three words.
    pub short: String,
    /// Its official label.
    pub name: String,
}

pub(crate) fn tags(benchmarks: &[Benchmark], all: &[BenchmarkTag]) -> Vec<BenchmarkTag> {
    let mut numbers: Vec<u8> = benchmarks.iter().map(|benchmark| benchmark.number()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.iter().filter_map(|number| all.iter().find(|tag| tag.number == *number).cloned()).collect()
}
