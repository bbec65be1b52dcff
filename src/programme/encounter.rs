//! Occasions on which pupils meet employers, providers and others.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::benchmark::Benchmark;
use super::event::Event;
use super::event_kinds::{Attendance, EncounterPart, EventKind, ProviderKind};
use super::format::Text;
use super::groups::{GroupSet, slug};
use super::plan::{Activity, ActivityKind, Status};
use super::terms::{AcademicYear, When};
use crate::framework::ProviderAccessDuty;
use crate::report::Place;

/// An occasion on which pupils meet others: a dated event or a planned activity.
#[derive(Clone, Copy, Debug)]
pub enum Encounter<'a> {
    Event(&'a Event),
    Activity(&'a Activity),
}

impl<'a> Encounter<'a> {
    pub fn title(self) -> &'a str {
        match self {
            Self::Event(event) => &event.title,
            Self::Activity(activity) => &activity.title,
        }
    }

    pub fn place(self) -> &'a Place {
        match self {
            Self::Event(event) => &event.at,
            Self::Activity(activity) => &activity.at,
        }
    }

    pub fn groups(self) -> &'a GroupSet {
        match self {
            Self::Event(event) => &event.groups,
            Self::Activity(activity) => &activity.groups,
        }
    }

    /// True unless pupils go elsewhere, or meet online.
    pub fn is_at_school(self) -> bool {
        match self {
            Self::Event(event) => {
                let is_away =
                    matches!(event.kind, Some(EventKind::Visit | EventKind::WorkExperience | EventKind::OpenDay));
                !is_away && event.online.is_none()
            }
            Self::Activity(activity) => !matches!(activity.kind, ActivityKind::Visit | ActivityKind::Workplace),
        }
    }

    pub fn benchmarks(self) -> &'a [Benchmark] {
        match self {
            Self::Event(event) => &event.benchmarks,
            Self::Activity(activity) => &activity.benchmarks,
        }
    }

    pub fn provider(self) -> Option<ProviderKind> {
        match self {
            Self::Event(event) => event.provider,
            Self::Activity(activity) => activity.provider,
        }
    }

    /// True if the law on provider access can count it, as far as the provider is concerned.
    pub fn is_with_qualifying_provider(self, duty: &ProviderAccessDuty) -> bool {
        self.provider().is_some_and(|kind| qualifies(kind, self.is_technical(), duty))
    }

    pub(super) fn attendance(self) -> Option<Attendance> {
        match self {
            Self::Event(event) => event.attendance,
            Self::Activity(activity) => activity.attendance,
        }
    }

    fn is_technical(self) -> bool {
        match self {
            Self::Event(event) => event.technical,
            Self::Activity(activity) => activity.technical,
        }
    }

    pub(super) fn covers(self) -> &'a [EncounterPart] {
        match self {
            Self::Event(event) => &event.covers,
            Self::Activity(activity) => &activity.covers,
        }
    }

    pub(crate) fn with(self) -> &'a [Text] {
        match self {
            Self::Event(event) => &event.with,
            Self::Activity(activity) => &activity.with,
        }
    }

    /// Whom the pupils meet: the names or, if there are none, the kind of provider.
    pub(super) fn providers(self) -> BTreeSet<String> {
        providers(self.with(), self.provider())
    }

    pub(super) fn is_proposed(self) -> bool {
        matches!(self, Self::Activity(activity) if activity.status.value == Status::Proposed)
    }

    /// The last day on which pupils may meet somebody for the first time: the first of an event that is repeated, and the last
    /// of the first time of an activity.
    pub(super) fn latest(self, year: &AcademicYear) -> Date {
        match self {
            Self::Event(event) => event.date,
            Self::Activity(activity) => {
                // What takes place often has begun by the end of the first term.
                let last = |when: &When| match when {
                    When::Often(_) => year.terms.first().map_or(year.ends, |term| term.ends),
                    when => year.span(*when).1,
                };
                activity.when.iter().map(last).min().unwrap_or(year.ends)
            }
        }
    }
}

pub(super) fn providers(names: &[Text], kind: Option<ProviderKind>) -> BTreeSet<String> {
    if names.is_empty() {
        return kind.map(|kind| format!("any {}", kind.as_str())).into_iter().collect();
    }
    names.iter().map(|name| slug(name)).collect()
}

pub(super) fn qualifies(kind: ProviderKind, is_technical: bool, duty: &ProviderAccessDuty) -> bool {
    let is_one_of = |kinds: &[String]| kinds.iter().any(|word| word == kind.as_str());
    is_one_of(&duty.qualifying_providers) || is_technical && is_one_of(&duty.qualifying_if_technical)
}
