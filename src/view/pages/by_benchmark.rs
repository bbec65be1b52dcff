//! The programme by benchmark.

use serde::Serialize;

use crate::framework::Criterion;
use crate::programme::{Activity, Benchmark};
use crate::view::context::Context;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::event_card::EventCard;
use crate::view::parts::link::LinkTo;

#[derive(Debug, Serialize)]
pub struct ByBenchmarkPage<'a> {
    pub framework: String,
    pub source: String,
    pub benchmarks: Vec<BenchmarkAll<'a>>,
}

#[derive(Debug, Serialize)]
pub struct BenchmarkAll<'a> {
    pub benchmark: BenchmarkTag,
    /// Its meaning for families.
    pub means: String,
    /// What the school does for it, in its own words.
    pub own: Option<&'a str>,
    pub source: &'a str,
    pub criteria: Vec<String>,
    pub activities: Vec<ActivityCard>,
    pub events: Vec<EventCard>,
    /// The school's own pages about it.
    pub pages: Vec<LinkTo>,
}

pub(crate) fn by_benchmark<'a>(context: &Context<'a>) -> Option<ByBenchmarkPage<'a>> {
    let framework = context.framework()?;
    let words = &context.programme.institution.words;
    let texts = context.programme.summary.as_ref().and_then(|summary| summary.benchmarks.as_ref());
    let benchmarks = framework.benchmarks.iter().filter_map(|facts| {
        let benchmark = Benchmark::new(facts.number)?;
        let activities = context.programme.planned().filter(|activity| activity.benchmarks.contains(&benchmark));
        let activities: Vec<&Activity> = activities.collect();
        let events = context.programme.events.iter().filter(|event| context.year().contains(event.date));
        let events = events.filter(|event| event.benchmarks.contains(&benchmark));
        let carried_out = context.activity_events.ids_of_events(&activities);
        let events = events.filter(|event| !carried_out.contains(event.id.as_str()));
        let pages = context.programme.pages.iter().filter(|page| page.benchmarks.contains(&benchmark));
        Some(BenchmarkAll {
            benchmark: context.tags(&[benchmark]).into_iter().next()?,
            means: words.in_text(&facts.means),
            own: texts.and_then(|texts| texts.of(benchmark)),
            source: &facts.from.source,
            criteria: facts.criteria.iter().map(|criterion: &Criterion| words.in_text(&criterion.text)).collect(),
            activities: activities.iter().map(|activity| ActivityCard::new(activity, None, context)).collect(),
            events: events.map(|event| EventCard::new(event, None, context)).collect(),
            pages: pages.map(LinkTo::further_page).collect(),
        })
    });
    Some(ByBenchmarkPage {
        framework: framework.name.clone(),
        source: framework.from.source.clone(),
        benchmarks: benchmarks.collect(),
    })
}
