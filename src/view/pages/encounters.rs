//! The encounters that say what makes them meaningful, with their sheets to print.

use serde::Serialize;

use crate::framework::EncounterTest;
use crate::programme::{Audience, Encounter, MeaningfulEncounter};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format;
use crate::view::pages::sheet::when;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::link::LinkTo;
use crate::view::parts::sheet_links::{link, test_name};

#[derive(Debug, Serialize)]
pub struct EncountersPage {
    /// What is ahead, then what is over.
    pub rows: Vec<EncounterRow>,
}

#[derive(Debug, Serialize)]
pub struct EncounterRow {
    pub title: String,
    pub address: Option<Address>,
    pub when: String,
    pub groups: String,
    pub benchmarks: Vec<BenchmarkTag>,
    /// The names of the tests that its description answers.
    pub says: Vec<String>,
    pub sheets: Vec<LinkTo>,
}

/// `None` if no encounter says it.
pub(crate) fn encounters(context: &Context<'_>) -> Option<EncountersPage> {
    let is_over = |one: &MeaningfulEncounter<'_>| match one.encounter {
        Encounter::Event(event) => event.is_past(context.today),
        Encounter::Activity(_) => false,
    };
    let (over, ahead): (Vec<_>, Vec<_>) = context.sheets.described().map(|(one, _)| one).partition(|one| is_over(one));
    let rows: Vec<EncounterRow> = ahead.into_iter().chain(over).map(|one| row(one, context)).collect();
    (!rows.is_empty()).then_some(EncountersPage { rows })
}

fn row(one: &MeaningfulEncounter<'_>, context: &Context<'_>) -> EncounterRow {
    let says = |test: &&EncounterTest| one.described.is_some_and(|described| described.says(**test));
    let audiences = [Audience::Staff, Audience::Pupils, Audience::Employers];
    EncounterRow {
        title: one.encounter.title().to_owned(),
        address: match one.encounter {
            Encounter::Event(event) => Some(context.event_address(event)),
            Encounter::Activity(_) => None,
        },
        when: when(one.encounter, context),
        groups: format::capital(&context.language.groups(one.encounter.groups(), context.groups())),
        benchmarks: context.tags(one.encounter.benchmarks()),
        says: EncounterTest::ALL.iter().filter(says).map(|test| test_name(*test, context)).collect(),
        sheets: audiences.iter().filter_map(|audience| link(one.encounter, *audience, context)).collect(),
    }
}
