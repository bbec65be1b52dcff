//! The encounters of benchmarks that define what is meaningful, and what these ask of each.

use super::activity_events::ActivityEvents;
use super::audience::Audience;
use super::benchmark::Benchmark;
use super::encounter::Encounter;
use super::examples::is_written;
use super::format::RichText;
use super::meaningful::Meaningful;
use super::programme::Programme;
use crate::framework::{AskedOfEncounter, EncounterTest, Framework};

impl Meaningful {
    /// True if it says what a test asks for.
    pub fn says(&self, test: EncounterTest) -> bool {
        let one = |text: &Option<RichText>| text.as_deref().is_some_and(is_written);
        let any = |texts: &[RichText]| texts.iter().any(|text| is_written(text));
        match test {
            EncounterTest::Purpose => one(&self.purpose),
            EncounterTest::Outcomes => any(&self.outcomes),
            EncounterTest::TwoWay => one(&self.two_way),
            EncounterTest::People => self.people.iter().any(|role| is_written(role)),
            EncounterTest::Task => one(&self.task),
            EncounterTest::Feedback => one(&self.feedback),
            EncounterTest::Reflection => any(&self.reflection),
        }
    }
}

/// An encounter that serves a benchmark which defines what is meaningful.
#[derive(Clone, Debug)]
pub struct MeaningfulEncounter<'a> {
    pub encounter: Encounter<'a>,
    /// What its file or, for an event without its own, the activity that it carries out says.
    pub described: Option<&'a Meaningful>,
    /// What its benchmarks ask for, each thing once.
    pub asked: Vec<&'a AskedOfEncounter>,
}

impl<'a> MeaningfulEncounter<'a> {
    /// What its benchmarks ask for and its file does not say.
    pub fn missing(&self) -> impl Iterator<Item = &'a AskedOfEncounter> {
        let says = |asked: &&AskedOfEncounter| self.described.is_some_and(|described| described.says(asked.test));
        self.asked.iter().copied().filter(move |asked| !says(asked))
    }

    pub fn is_meaningful(&self) -> bool {
        self.missing().next().is_none()
    }

    pub fn serves(&self, benchmark: Benchmark) -> bool {
        self.encounter.benchmarks().contains(&benchmark)
    }
}

/// The encounters that pupils have: events by time, also those of another year that are still there, then activities that
/// no event carries out. Cancelled ones are left out.
pub fn meaningful_encounters<'a>(
    programme: &'a Programme,
    framework: Option<&'a Framework>,
    links: &ActivityEvents<'a>,
) -> Vec<MeaningfulEncounter<'a>> {
    let events = programme.events.iter().filter(|event| !event.is_cancelled() && event.is_for(Audience::Pupils));
    let events = events.map(|event| {
        let of_activity = || links.activities_of(event).iter().find_map(|activity| activity.meaningful.as_ref());
        (Encounter::Event(event), event.meaningful.as_ref().or_else(of_activity))
    });
    let undated = programme.planned().filter(|activity| links.events_of(activity).is_empty());
    let undated = undated.map(|activity| (Encounter::Activity(activity), activity.meaningful.as_ref()));
    let all = events.chain(undated).map(|(encounter, described)| MeaningfulEncounter {
        encounter,
        described,
        asked: framework.map_or_else(Vec::new, |framework| asked(encounter.benchmarks(), framework)),
    });
    all.filter(|one| !one.asked.is_empty()).collect()
}

/// What benchmarks ask of an encounter, in the order of the tests. The wording is that of the last benchmark.
fn asked<'a>(benchmarks: &[Benchmark], framework: &'a Framework) -> Vec<&'a AskedOfEncounter> {
    let served = |number: u8| benchmarks.iter().any(|benchmark| benchmark.number() == number);
    let all =
        framework.benchmarks.iter().rev().filter(|facts| served(facts.number)).flat_map(|facts| &facts.meaningful);
    let mut asked: Vec<&AskedOfEncounter> = all.collect();
    asked.sort_by_key(|asked| asked.test);
    asked.dedup_by_key(|asked| asked.test);
    asked
}
