//! `hours:` and `mode:` are about time in workplaces, and serve Benchmark 6 (updated Gatsby Benchmarks, in use since
//! September 2025). In an activity or event of other benchmarks nothing counts them: perhaps 6 is missing from
//! `benchmarks:`, or the hours mean how long it lasts, which for events is `starts:` and `ends:`. Hours are those of one
//! pupil, so they can't be more than the event lasts.
//!
//! Wrong:
//!
//! ```yaml
//! title: A morning at work
//! benchmarks: [5]
//! hours: 3
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: A morning at work
//! benchmarks: [5, 6]
//! hours: 3
//! ```

use crate::check::RuleInput;
use crate::framework::Facts;
use crate::programme::{ActivityEvents, Benchmark, Event, WorkplaceTime, is_workplace_benchmark, longest_hours};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("hours-not-counted");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let (programme, facts) = (input.programme, input.facts);
    let links = ActivityEvents::new(programme);
    for activity in &programme.activities {
        let events = links.events_of(activity).iter().flat_map(|event| &event.benchmarks);
        let benchmarks: Vec<Benchmark> = activity.benchmarks.iter().chain(events).copied().collect();
        report_unused(&activity.workplace, &benchmarks, facts, findings);
    }
    for event in &programme.events {
        let activities = links.activities_of(event).iter().flat_map(|activity| &activity.benchmarks);
        let benchmarks: Vec<Benchmark> = event.benchmarks.iter().chain(activities).copied().collect();
        report_unused(&event.workplace, &benchmarks, facts, findings);
        report_too_long(event, findings);
    }
}

fn report_unused(workplace: &WorkplaceTime, benchmarks: &[Benchmark], facts: &Facts, findings: &mut Findings) {
    let hours = workplace.hours.as_ref().map(|hours| &hours.place);
    let mode = workplace.mode.as_ref().map(|mode| &mode.place);
    let (Some(place), false) = (hours.or(mode), is_workplace_benchmark(benchmarks, facts)) else { return };
    let key = if hours.is_some() { "hours" } else { "mode" };
    let number = facts.workplaces.benchmark;
    let help =
        format!("`{key}:` is for time in workplaces. Add {number} to `benchmarks:` if this is, or take `{key}:` out.");
    report(format!("this counts for nothing: `{key}:` is only for benchmark {number}"), help, place, findings);
}

/// Hours that are longer than the event: a part of a day for each of its days, if it has no times.
fn report_too_long(event: &Event, findings: &mut Findings) {
    let Some(hours) = &event.workplace.hours else { return };
    let lasts = longest_hours(event);
    if hours.value <= lasts {
        return;
    }
    let each_time = if event.recurrence.is_some() { " each time" } else { "" };
    let message =
        format!("{} hours for one pupil are more than the {lasts} hours of this event{each_time}", hours.value);
    let help = format!("Write the hours that one pupil spends there{each_time}, or correct the days and times.");
    report(message, help, &hours.place, findings);
}

fn report(message: String, help: String, place: &Place, findings: &mut Findings) {
    findings.advise(Advice { code: CODE, severity: Severity::Should, message, help }, place.clone());
}
