//! Guidance asks for two weeks' worth of experience of workplaces: 25 hours for every pupil in Years 7 to 9, and 25 hours in
//! Years 10 and 11 (Department for Education, edition of 8 May 2025). The hours of the years are added up as this year's
//! plan has them. Activities and events count that have `benchmarks: [6]`, `hours:` for one pupil, and are for
//! everyone: not `attendance: optional`, and not proposed. In Years 7 to 9 the time may be in person or virtual, such as a
//! project that an employer sets. For special schools, units and colleges no number of hours is known, so they do not get
//! this finding.
//!
//! Wrong:
//!
//! ```yaml
//! activities:
//!   - title: A morning at work
//!     kind: workplace
//!     benchmarks: [6]
//! ```
//!
//! Right:
//!
//! ```yaml
//! activities:
//!   - title: A morning at work
//!     kind: workplace
//!     benchmarks: [6]
//!     hours: 3
//! ```

use crate::check::RuleInput;
use crate::programme::{Experience, NotForAll, StageHours, WorkHours, WorkplaceLedger, WorkplaceTarget};
use crate::report::{Advice, Code, Findings, Place, Severity, list};

pub(super) const CODE: Code = Code::new("workplace-hours");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let ledger = WorkplaceLedger::new(input.programme, input.facts, input.today);
    let targets = || ledger.stages.iter().filter(|stage| matches!(stage.target, WorkplaceTarget::Hours(_)));
    let is_of_target = |experience: &&Experience<'_>| targets().any(|stage| is_in(stage, experience, &ledger));
    if ledger.has_hours() {
        targets().for_each(|stage| report_short(stage, &ledger, input, findings));
    } else if let Some(first) = ledger.experiences().find(is_of_target) {
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: "nothing says how many hours pupils spend in workplaces".into(),
            help: format!(
                "Write `hours:` for one pupil in the activities and events with `benchmarks: [{}]`, such as `hours: 5`. Then \
                 the site shows parents how much time it is in all, and `check` compares it with what guidance asks \
                 for.\n{}",
                input.facts.workplaces.benchmark,
                input.facts.workplaces.from.cited()
            ),
        };
        findings.advise(advice, first.at.clone());
    }
}

fn report_short(stage: &StageHours<'_>, ledger: &WorkplaceLedger<'_>, input: &RuleInput<'_>, findings: &mut Findings) {
    let (Some(short), WorkplaceTarget::Hours(target)) = (stage.short(), stage.target) else { return };
    let words = &input.programme.institution.words;
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!(
            "in {} every {} spends {} of {target} hours in workplaces",
            stage.name(),
            words.pupil,
            stage.hours
        ),
        help: format!(
            "{} missing. {} {}{}\n{}",
            if short == WorkHours::whole(1) { "1 hour is".to_owned() } else { format!("{short} hours are") },
            words.in_text(&stage.facts.means),
            words.in_text(&stage.facts.fill),
            not_counted(stage, ledger),
            input.facts.workplaces.from.cited()
        ),
    };
    findings.advise(advice, place(stage, input));
}

/// The plan of the last year of the stage, where the time is most likely to be found.
fn place(stage: &StageHours<'_>, input: &RuleInput<'_>) -> Place {
    let last = stage.groups.last().copied();
    match last.and_then(|group| input.programme.plan_of(group)) {
        Some(plan) => plan.prose.place.source.whole_file(),
        None => {
            let group = last.and_then(|group| input.programme.groups.get(group));
            Place::to_create(&format!("programme/{}.md", group.map_or("year-9", |group| &group.id)))
        }
    }
}

/// What is planned and adds nothing, with the reason.
fn not_counted(stage: &StageHours<'_>, ledger: &WorkplaceLedger<'_>) -> String {
    let titles = |why: &dyn Fn(&Experience<'_>) -> bool| {
        let of_stage = ledger.experiences().filter(|experience| is_in(stage, experience, ledger) && why(experience));
        let mut titles: Vec<String> = of_stage.map(|experience| format!("“{}”", experience.title)).collect();
        titles.sort();
        titles.dedup();
        titles
    };
    let unknown = titles(&|experience| experience.not_counted.is_none() && experience.hours().is_none());
    let optional = titles(&|experience| experience.not_counted == Some(NotForAll::Optional));
    let proposed = titles(&|experience| experience.not_counted == Some(NotForAll::Proposed));
    let sentences = [(unknown, "Without `hours:`"), (optional, "Not for everyone"), (proposed, "Only proposed")];
    let sentences = sentences.into_iter().filter(|(titles, _)| !titles.is_empty());
    sentences.map(|(titles, why)| format!(" {why}: {}.", list(&titles))).collect()
}

/// True if an experience is one of a group of the stage.
fn is_in(stage: &StageHours<'_>, experience: &Experience<'_>, ledger: &WorkplaceLedger<'_>) -> bool {
    let groups = ledger.groups.iter().filter(|of| stage.groups.contains(&of.group));
    groups.flat_map(|of| &of.experiences).any(|one| std::ptr::eq(one.at, experience.at))
}
