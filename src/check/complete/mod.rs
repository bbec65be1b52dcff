//! Rules for what is missing from a programme.

mod area_without_outcome;
mod audience_unserved;
mod cohort_differs;
mod comparator_measure;
mod criterion;
mod empty_term;
mod few_answers;
mod group_without_feedback;
mod group_without_plan;
mod host_cannot_serve;
mod host_settings_unread;
mod hours_not_counted;
mod leader_line;
mod list_ends_early;
mod misspelt_subject;
mod no_audience;
mod no_outcomes;
mod not_meaningful;
mod not_translated;
mod placeholder;
mod same_event;
mod school_words;
mod subject_not_linked;
mod translator;
mod workplace_hours;

use super::ContentCheck::{Links, Site, Texts};
use super::{ContentRule, rule};

pub(super) use school_words::replaced_words;

pub(super) const RULES: &[ContentRule] = &[
    rule!("placeholder.rs", placeholder::CODE, Texts(placeholder::prepare)),
    rule!("group_without_plan.rs", group_without_plan::CODE, Site(group_without_plan::check)),
    rule!("school_words.rs", school_words::CODE, Texts(school_words::prepare)),
    rule!("no_outcomes.rs", no_outcomes::CODE, Site(no_outcomes::check)),
    rule!("area_without_outcome.rs", area_without_outcome::CODE, Site(area_without_outcome::check)),
    rule!("empty_term.rs", empty_term::CODE, Site(empty_term::check)),
    rule!("audience_unserved.rs", audience_unserved::CODE, Site(audience_unserved::check)),
    rule!("no_audience.rs", no_audience::CODE, Site(no_audience::check)),
    rule!("same_event.rs", same_event::CODE, Site(same_event::check)),
    rule!("subject_not_linked.rs", subject_not_linked::CODE, Site(subject_not_linked::check)),
    rule!("misspelt_subject.rs", misspelt_subject::CODE, Site(misspelt_subject::check)),
    rule!("group_without_feedback.rs", group_without_feedback::CODE, Site(group_without_feedback::check)),
    rule!("leader_line.rs", leader_line::CODE, Site(leader_line::check)),
    rule!("few_answers.rs", few_answers::CODE, Site(few_answers::check)),
    rule!("host_cannot_serve.rs", host_cannot_serve::CODE, Site(host_cannot_serve::check)),
    rule!("host_settings_unread.rs", host_settings_unread::CODE, Site(host_settings_unread::check)),
    rule!("list_ends_early.rs", list_ends_early::CODE, Texts(list_ends_early::prepare)),
    rule!("criterion.rs", criterion::CODE, Site(criterion::check)),
    rule!("workplace_hours.rs", workplace_hours::CODE, Site(workplace_hours::check)),
    rule!("hours_not_counted.rs", hours_not_counted::CODE, Site(hours_not_counted::check)),
    rule!("comparator_measure.rs", comparator_measure::CODE, Site(comparator_measure::check)),
    rule!("not_meaningful.rs", not_meaningful::CODE, Site(not_meaningful::check)),
    rule!("cohort_differs.rs", cohort_differs::CODE, Site(cohort_differs::check)),
    rule!("not_translated.rs", not_translated::CODE, Links(not_translated::check)),
    rule!("translator.rs", translator::CODE, Site(translator::check)),
];
