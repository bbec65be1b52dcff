//! Which encounters have sheets to print, and where these are.

use std::collections::{HashMap, HashSet};

use crate::framework::Framework;
use crate::programme::{
    AcademicYear, ActivityEvents, Benchmark, Encounter, MeaningfulEncounter, Programme, meaningful_encounters, slug,
};
use crate::report::ContentPath;

/// A file and a place in it.
type Place = (ContentPath, usize);

/// The encounters of benchmarks that define what is meaningful, with those that have sheets. These are the described
/// ones, also when they are over: a link that employers were sent stays right, and pupils look back afterwards.
#[derive(Debug, Default)]
pub(crate) struct Sheets<'a> {
    pub all: Vec<MeaningfulEncounter<'a>>,
    /// The names of the sheets in addresses, by the place of the encounter.
    names: HashMap<Place, String>,
}

impl<'a> Sheets<'a> {
    pub(crate) fn new(programme: &'a Programme, framework: Option<&'a Framework>, links: &ActivityEvents<'a>) -> Self {
        let all = meaningful_encounters(programme, framework, links);
        let (mut names, mut taken) = (HashMap::new(), HashSet::new());
        for one in all.iter().filter(|one| one.described.is_some()) {
            let wanted = match one.encounter {
                Encounter::Event(event) => event.id.clone(),
                Encounter::Activity(activity) => {
                    format!("{}-{}", slug(activity.at.path().stem()), slug(&activity.title))
                }
            };
            let numbered = (2..).map(|number| format!("{wanted}-{number}"));
            let free = std::iter::once(wanted.clone()).chain(numbered).find(|name| !taken.contains(name));
            let name = free.unwrap_or(wanted);
            taken.insert(name.clone());
            names.insert(place(one.encounter), name);
        }
        Self { all, names }
    }

    /// The encounters that have sheets, with the names of these in addresses.
    pub(crate) fn described(&self) -> impl Iterator<Item = (&MeaningfulEncounter<'a>, &str)> {
        self.all.iter().filter_map(|one| Some((one, self.names.get(&place(one.encounter))?.as_str())))
    }

    /// The name of the sheets of an encounter, if it has any.
    pub(crate) fn name_of(&self, encounter: Encounter<'_>) -> Option<&str> {
        self.names.get(&place(encounter)).map(String::as_str)
    }

    /// How many encounters of the year for a benchmark there are, and how many of these say all that it asks for.
    pub(crate) fn count(&self, benchmark: Benchmark, year: &AcademicYear) -> (usize, usize) {
        let is_of_year = |one: &&MeaningfulEncounter<'_>| match one.encounter {
            Encounter::Event(event) => year.contains(event.date),
            Encounter::Activity(_) => true,
        };
        let serving = || self.all.iter().filter(|one| one.serves(benchmark)).filter(is_of_year);
        (serving().count(), serving().filter(|one| one.is_meaningful()).count())
    }
}

fn place(encounter: Encounter<'_>) -> Place {
    (encounter.place().path().clone(), encounter.place().span.start)
}
