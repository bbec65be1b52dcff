//! The hours that pupils spend in workplaces, by stage and group.

use serde::Serialize;

use crate::language::message;
use crate::programme::{CohortHours, Experience, Group, GroupHours, NotForAll, StageHours, WorkHours, WorkplaceTarget};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format::capital;
use crate::view::routes::PageKind;

/// Groups whose hours add up; all groups, if no number of hours is known for the institution.
#[derive(Debug, Serialize)]
pub struct WorkplaceSection {
    /// “Years 7 to 9”. `None` if the hours do not add up.
    pub name: Option<String>,
    /// “By the end of Year 9: 14 of 25 hours”. `None` for nothing.
    pub sum: Option<String>,
    /// How much of the hours that guidance asks for this is; `None` for nothing.
    pub percent: Option<u64>,
    /// True if guidance asks for a number of hours by the end.
    pub has_target: bool,
    /// What guidance or the benchmark asks for.
    pub means: Option<String>,
    /// Why there is no number of hours to reach.
    pub note: Option<String>,
    /// What pupils of a group will have had by the end, where their earlier years are known and were different.
    pub cohorts: Vec<String>,
    pub groups: Vec<WorkplaceRow>,
}

#[derive(Debug, Serialize)]
pub struct WorkplaceRow {
    pub group: String,
    pub so_far: String,
    pub planned: String,
    /// “14 of 25”.
    pub by_end: Option<String>,
    /// The hours that are missing by the end of the stage.
    pub short: Option<String>,
    pub experiences: Vec<ExperienceLine>,
}

#[derive(Debug, Serialize)]
pub struct ExperienceLine {
    pub title: String,
    /// The page of the event, if it is one.
    pub address: Option<Address>,
    /// WorkHours, how, when, and for whom if not for all.
    pub facts: Vec<String>,
}

/// The time of one group, with the page that has all of it.
#[derive(Debug, Serialize)]
pub struct WorkplaceBrief {
    /// “By the end of Year 9: 14 of 25 hours”.
    pub sum: String,
    pub address: Address,
}

/// All sections. With nothing planned they are there too, for staff.
pub(crate) fn sections(context: &Context<'_>) -> Vec<WorkplaceSection> {
    let ledger = &context.workplaces;
    let row = |of: &GroupHours<'_>, stage: Option<&StageHours<'_>>| row(of, stage, context);
    if ledger.stages.is_empty() {
        let note = Some(context.language.text("workplaces_no_target").to_owned());
        let groups = ledger.groups.iter().map(|of| row(of, None)).collect();
        let section = WorkplaceSection {
            name: None,
            sum: None,
            percent: None,
            has_target: false,
            means: None,
            note,
            cohorts: Vec::new(),
            groups,
        };
        return vec![section];
    }
    let of_stage = |stage: &StageHours<'_>| {
        let groups = ledger.groups.iter().filter(|of| stage.groups.contains(&of.group));
        let cohorts = stage.cohorts.iter().filter(|cohort| cohort.by_end != stage.hours);
        WorkplaceSection {
            name: years(&stage.years, context),
            sum: sum(stage, stage.hours, context),
            percent: percent(stage),
            has_target: matches!(stage.target, WorkplaceTarget::Hours(_)),
            means: Some(context.programme.institution.words.in_text(&stage.facts.means)),
            note: (stage.target == WorkplaceTarget::Shared)
                .then(|| context.language.text("workplaces_shared").to_owned()),
            cohorts: cohorts.filter_map(|cohort| cohort_line(cohort, stage, context)).collect(),
            groups: groups.map(|of| row(of, Some(stage))).collect(),
        }
    };
    ledger.stages.iter().map(of_stage).collect()
}

/// `None` for a group without hours.
pub(crate) fn brief(group: usize, context: &Context<'_>) -> Option<WorkplaceBrief> {
    let ledger = &context.workplaces;
    let stage = ledger.stages.iter().find(|stage| stage.groups.contains(&group))?;
    let hours = stage.cohort(group).map_or(stage.hours, |cohort| cohort.by_end);
    Some(WorkplaceBrief { sum: sum(stage, hours, context)?, address: context.address(PageKind::Workplaces) })
}

/// “Years 7 to 9”, in the language of the page.
fn years(years: &[u8], context: &Context<'_>) -> Option<String> {
    let (first, last) = (*years.first()?, *years.last()?);
    Some(match last - first {
        0 => message!(context.language, "year_number", year = first),
        1 => message!(context.language, "years_and", first = first, last = last),
        _ => message!(context.language, "years_to", first = first, last = last),
    })
}

fn sum(stage: &StageHours<'_>, hours: WorkHours, context: &Context<'_>) -> Option<String> {
    let (language, year) = (&context.language, *stage.years.last()?);
    if hours == WorkHours::ZERO {
        return None;
    }
    Some(match stage.target {
        WorkplaceTarget::Hours(target) => {
            let (hours, target) = (hours.to_string(), target.to_string());
            message!(language, "workplaces_by_end_of", year = year, hours = &hours, target = &target)
        }
        WorkplaceTarget::NoNumber | WorkplaceTarget::Shared => {
            message!(language, "workplaces_by_end", year = year, hours = &language.hours(hours))
        }
    })
}

fn percent(stage: &StageHours<'_>) -> Option<u64> {
    let WorkplaceTarget::Hours(target) = stage.target else { return None };
    Some(stage.hours.percent_of(target)).filter(|percent| *percent > 0)
}

fn cohort_line(cohort: &CohortHours, stage: &StageHours<'_>, context: &Context<'_>) -> Option<String> {
    let language = &context.language;
    let earlier = cohort.earlier.iter().map(|(starts, hours)| {
        message!(language, "workplaces_in_year", hours = &language.hours(*hours), year = &context.year_label(*starts))
    });
    let earlier: Vec<String> = earlier.collect();
    Some(message!(
        language,
        "workplaces_cohort",
        name = group_name(cohort.group, context)?,
        earlier = &language.list(&earlier),
        hours = &language.hours(cohort.by_end),
        year = *stage.years.last()?
    ))
}

fn row(of: &GroupHours<'_>, stage: Option<&StageHours<'_>>, context: &Context<'_>) -> WorkplaceRow {
    let by_end = stage.map(|stage| stage.cohort(of.group).map_or(stage.hours, |cohort| cohort.by_end));
    let target =
        stage.and_then(|stage| if let WorkplaceTarget::Hours(target) = stage.target { Some(target) } else { None });
    let words = |hours: WorkHours| match target {
        Some(target) if hours > WorkHours::ZERO => {
            message!(context.language, "hours_of", hours = &hours.to_string(), target = &target.to_string())
        }
        _ => hours.to_string(),
    };
    let short = stage.zip(by_end).and_then(|(stage, hours)| stage.short_of(hours));
    WorkplaceRow {
        group: group_name(of.group, context).unwrap_or_default().to_owned(),
        so_far: of.so_far().to_string(),
        planned: of.planned().to_string(),
        by_end: by_end.map(words),
        short: short.map(|short| short.to_string()),
        experiences: of.experiences.iter().map(|experience| line(experience, context)).collect(),
    }
}

fn group_name<'a>(group: usize, context: &Context<'a>) -> Option<&'a str> {
    context.groups().get(group).map(|group: &Group| group.name.as_str())
}

fn line(experience: &Experience<'_>, context: &Context<'_>) -> ExperienceLine {
    let language = &context.language;
    let when = match (experience.event, experience.activity) {
        (Some(event), _) => match &event.recurrence {
            Some(repeats) => Some(language.pattern(&repeats.pattern, context.year())),
            None if event.date == event.until => Some(language.day(event.date).plain),
            None => Some(language.days((event.date, event.until))),
        },
        (None, Some(activity)) => Some(capital(&language.times_of(activity, context.year()))),
        (None, None) => None,
    };
    let not_counted = experience.not_counted.map(|why| match why {
        NotForAll::Optional => "not_for_everyone",
        NotForAll::Proposed => "only_proposed",
    });
    let facts = [
        Some(
            experience
                .hours()
                .map_or_else(|| language.text("hours_not_given").to_owned(), |hours| language.hours(hours)),
        ),
        experience.mode.map(|mode| language.workplace_mode(mode)),
        when.filter(|when| !when.is_empty()),
        not_counted.map(|key| language.text(key).to_owned()),
    ];
    ExperienceLine {
        title: experience.title.to_owned(),
        address: experience
            .event
            .filter(|event| context.programme.is_shown(event))
            .map(|event| context.event_address(event)),
        facts: facts.into_iter().flatten().collect(),
    }
}
