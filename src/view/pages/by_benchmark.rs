//! The programme by benchmark.

use serde::Serialize;

use crate::framework::Criterion;
use crate::programme::Benchmark;
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::parts::activity_card::{ActivityCard, planned};
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::event_card::EventCard;
use crate::view::routes::PageKind;

/// The programme by benchmark.
#[derive(Debug, Serialize)]
pub struct ByBenchmarkPage<'a> {
    /// The version of the benchmarks.
    pub framework: String,
    /// The address of the source.
    pub source: String,
    /// The benchmarks.
    pub benchmarks: Vec<BenchmarkAll<'a>>,
}

/// The activities and events that serve a benchmark.
#[derive(Debug, Serialize)]
pub struct BenchmarkAll<'a> {
    /// The benchmark.
    pub benchmark: BenchmarkTag,
    /// Its meaning for families.
    pub means: &'a str,
    /// The address of the source.
    pub source: &'a str,
    /// Its requirement.
    pub criteria: Vec<&'a str>,
    /// The planned activities.
    pub activities: Vec<ActivityCard>,
    /// The events.
    pub events: Vec<EventCard>,
}

/// The programme by benchmark. `None` if no version of the benchmarks is in use.
pub(crate) fn by_benchmark<'a>(context: &Context<'a>) -> Option<ByBenchmarkPage<'a>> {
    let framework = context.framework()?;
    let benchmarks = framework.benchmarks.iter().filter_map(|facts| {
        let benchmark = Benchmark::new(facts.number)?;
        let activities = planned(context).filter(|activity| activity.benchmarks.contains(&benchmark));
        let events = context.programme.events.iter().filter(|event| event.benchmarks.contains(&benchmark));
        Some(BenchmarkAll {
            benchmark: context.tags(&[benchmark]).into_iter().next()?,
            means: &facts.means,
            source: &facts.source,
            criteria: facts.criteria.iter().map(|criterion: &Criterion| criterion.text.as_str()).collect(),
            activities: activities.map(|activity| ActivityCard::new(activity, None, context)).collect(),
            events: events.map(|event| EventCard::new(event, None, context)).collect(),
        })
    });
    Some(ByBenchmarkPage {
        framework: framework.name.clone(),
        source: framework.source.clone(),
        benchmarks: benchmarks.collect(),
    })
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Option<PageDraft<'a, ByBenchmarkPage<'a>>> {
    Some(PageDraft::new(PageKind::ByBenchmark, by_benchmark(context)?, context))
}
