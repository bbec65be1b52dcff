//! An encounter with an employer, a workplace or a provider does not say all that makes it meaningful. The updated Gatsby
//! Benchmarks 5, 6 and 7 (in use from September 2025) count meaningful encounters, and say what these are: a purpose that
//! everybody knows, learning outcomes, talking with each other, and time to look back. Workplaces also need a range of people,
//! a task and feedback from the employer; providers need both staff and learners to meet.
//!
//! Write this once, below `meaningful:` in the event, or in the activity of the plan that it carries out. The site makes
//! three pages to print of it: a sheet for pupils, a brief for the employer or provider, and a note for staff.
//!
//! Wrong:
//!
//! ```yaml
//! benchmarks: [5]
//! meaningful:
//!   purpose: To practise talking to somebody new
//! ```
//!
//! Right:
//!
//! ```yaml
//! benchmarks: [5]
//! meaningful:
//!   purpose: To practise talking to somebody new
//!   outcomes: [I can give two examples of what I have done]
//!   two-way: Fifteen minutes each, five of them for the pupil's own questions
//!   reflection: [Which answer were you happiest with?]
//! ```

use crate::check::RuleInput;
use crate::framework::AskedOfEncounter;
use crate::programme::{ActivityEvents, Encounter, MeaningfulEncounter, is_example, meaningful_encounters};
use crate::report::{Advice, Code, Findings, Place, Severity, list};

pub(super) const CODE: Code = Code::new("not-meaningful");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    let Some(framework) = input.facts.framework_on(programme.institution.kind_facts.setting, input.today) else {
        return;
    };
    let links = ActivityEvents::new(programme);
    let all = meaningful_encounters(programme, Some(framework), &links);
    let ahead = || all.iter().filter(|one| !is_over(one, input));
    if all.iter().all(|one| one.described.is_none()) {
        // What is made up is replaced or deleted first.
        report_none(ahead().filter(|one| !is_example(one.encounter.title())), input, findings);
    }
    for one in ahead().filter(|one| one.described.is_some()) {
        let missing: Vec<&AskedOfEncounter> = one.missing().collect();
        if missing.is_empty() {
            continue;
        }
        let keys: Vec<String> = missing.iter().map(|asked| format!("`{}:`", asked.test.key())).collect();
        let cited = framework.benchmarks.iter().filter(|facts| {
            one.encounter.benchmarks().iter().any(|benchmark| benchmark.number() == facts.number)
                && facts.meaningful.iter().any(|asked| missing.iter().any(|one| one.test == asked.test))
        });
        let cited = cited.map(|facts| facts.from.cited()).collect::<Vec<_>>().join("\n");
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("“{}” does not yet say all that makes it meaningful", one.encounter.title()),
            help: format!(
                "Write {} below `meaningful:`. Still missing: {}.\n{cited}",
                list(&keys),
                asks(&missing, input)
            ),
        };
        findings.advise(advice, place(one));
    }
}

/// Reports once that no encounter is described, at the first to come.
fn report_none<'p, 'a: 'p>(
    mut ahead: impl Iterator<Item = &'p MeaningfulEncounter<'a>>,
    input: &RuleInput<'_>,
    findings: &mut Findings,
) {
    let Some(first) = ahead.next() else { return };
    let keys: Vec<String> = first.asked.iter().map(|asked| format!("`{}:`", asked.test.key())).collect();
    let advice = Advice {
        code: CODE,
        severity: Severity::Could,
        message: "no encounter with employers or providers says what makes it meaningful".into(),
        help: format!(
            "Begin with this one. Write `meaningful:` and, indented below it, {}. Its benchmarks ask for: {}. The site makes a \
             sheet for pupils, a brief for the visitor and a note for staff of it.",
            list(&keys),
            asks(&first.asked, input)
        ),
    };
    findings.advise(advice, place(first));
}

/// What is asked for, in the school's words.
fn asks(asked: &[&AskedOfEncounter], input: &RuleInput<'_>) -> String {
    let words = &input.programme.institution.words;
    asked.iter().map(|asked| words.in_text(&asked.is)).collect::<Vec<_>>().join("; ")
}

fn place(one: &MeaningfulEncounter<'_>) -> Place {
    one.described.map_or_else(|| one.encounter.place().clone(), |described| described.at.clone())
}

fn is_over(one: &MeaningfulEncounter<'_>, input: &RuleInput<'_>) -> bool {
    match one.encounter {
        Encounter::Event(event) => event.is_past(input.today),
        Encounter::Activity(_) => false,
    }
}
