//! Which encounters have sheets to print, and where these are.

use std::collections::{HashMap, HashSet};

use crate::framework::Framework;
use crate::language::message;
use crate::programme::{
    Activity, ActivityEvents, Audience, Benchmark, Encounter, Event, MeaningfulEncounter, Programme,
    meaningful_encounters, slug,
};
use crate::view::context::Context;
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;

/// A file and a place in it.
type Place<'a> = (&'a str, usize);

/// The encounters of benchmarks that define what is meaningful, with those that have sheets. These are the described
/// ones, also when they are over: a link that employers were sent stays right, and pupils look back afterwards.
#[derive(Debug, Default)]
pub(crate) struct Sheets<'a> {
    pub all: Vec<MeaningfulEncounter<'a>>,
    /// The names of the sheets in addresses, by the place of the encounter.
    names: HashMap<Place<'a>, String>,
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

    /// How many encounters for a benchmark there are, and how many of these say all that it asks for.
    pub(crate) fn count(&self, benchmark: Benchmark) -> (usize, usize) {
        let serving = || self.all.iter().filter(|one| one.serves(benchmark));
        (serving().count(), serving().filter(|one| one.is_meaningful()).count())
    }
}

fn place(encounter: Encounter<'_>) -> Place<'_> {
    (encounter.place().path().as_str(), encounter.place().span.start)
}

/// The kind of the sheet for an audience. Parents and carers have none.
pub(crate) fn kind(audience: Audience) -> Option<PageKind> {
    match audience {
        Audience::Pupils => Some(PageKind::PupilSheet),
        Audience::Employers => Some(PageKind::EmployerBrief),
        Audience::Staff => Some(PageKind::StaffNote),
        Audience::Parents => None,
    }
}

/// “Sheet for pupils”, “Brief for employers”.
pub(crate) fn name(encounter: Encounter<'_>, audience: Audience, context: &Context<'_>) -> String {
    let key = match audience {
        Audience::Employers if encounter.provider().is_some() => "sheet_for_providers",
        Audience::Employers => "sheet_for_employers",
        Audience::Staff => "sheet_for_staff",
        Audience::Pupils | Audience::Parents => "sheet_for_pupils",
    };
    context.language.text(key).to_owned()
}

/// A link to the sheet of an encounter for an audience; `None` if it has none.
pub(crate) fn link(encounter: Encounter<'_>, audience: Audience, context: &Context<'_>) -> Option<LinkTo> {
    let of = context.sheets.names.get(&place(encounter))?;
    let title = message!(context.language, "sheet_link", sheet = &name(encounter, audience, context));
    Some(LinkTo::new(context.address_of(kind(audience)?, of), title))
}

pub(crate) fn of_event(event: &Event, audience: Audience, context: &Context<'_>) -> Option<LinkTo> {
    link(Encounter::Event(event), audience, context)
}

pub(crate) fn of_activity(activity: &Activity, audience: Audience, context: &Context<'_>) -> Option<LinkTo> {
    link(Encounter::Activity(activity), audience, context)
}
