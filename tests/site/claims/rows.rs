//! The table: what a sentence says, and where the data have it.

use regex::{Captures, Regex};
use serde_json::Value;

use super::example::Example;
use crate::common::facts;

pub(super) const NUMBER_WORDS: [(&str, usize); 18] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("hundred", 100),
];

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) struct Claim<'a> {
    pub(super) words: &'a Captures<'a>,
    pub(super) file: &'a str,
    pub(super) example: &'a Example,
}

pub(super) struct Row {
    pub(super) pattern: Regex,
    /// Where the data have it, in words.
    pub(super) looks_up: &'static str,
    pub(super) agrees: fn(&Claim<'_>) -> bool,
}

impl Claim<'_> {
    fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |found| found.as_str())
    }

    fn number(&self, index: usize) -> usize {
        number(self.word(index))
    }

    fn has_day(&self, day: usize, month: usize, year: Option<usize>) -> bool {
        self.example.dates.iter().any(|(known_year, known_month, known_day)| {
            usize::from(*known_day) == day
                && usize::from(*known_month) == month
                && year.is_none_or(|year| usize::from(*known_year) == year)
        })
    }
}

fn number(word: &str) -> usize {
    let lower = word.to_lowercase();
    let known = NUMBER_WORDS.iter().find(|(known, _)| *known == lower).map(|(_, number)| *number);
    let one = (lower == "one" || lower == "a").then_some(1);
    known.or(one).or_else(|| lower.replace(',', "").parse().ok()).unwrap_or(usize::MAX)
}

fn month(name: &str) -> usize {
    MONTHS.iter().position(|month| *month == name).map_or(0, |index| index + 1)
}

fn list<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    value[key].as_array().into_iter().flatten().collect()
}

fn has(value: &Value, key: &str, wanted: &str) -> bool {
    value[key].as_str() == Some(wanted) || list(value, key).iter().any(|one| one.as_str() == Some(wanted))
}

fn share(leavers: &Value, counts: impl Fn(&str) -> bool) -> (f64, f64) {
    let (mut least, mut most) = (0.0, 0.0);
    for one in list(leavers, "destinations").into_iter().filter(|one| one["to"].as_str().is_some_and(&counts)) {
        // “fewer than 6” is 1 to 5.
        let number = one["number"].as_f64();
        least += number.unwrap_or(1.0);
        most += number.unwrap_or(5.0);
    }
    let cohort = leavers["cohort"].as_f64().expect("a cohort");
    (least / cohort, most / cohort)
}

/// The score of a benchmark in an evaluation.
fn score(claim: &Claim<'_>, file: &str, benchmark: usize) -> f64 {
    let scores = &claim.example.data(file)["scores"];
    scores[benchmark.to_string()].as_f64().unwrap_or(f64::NAN)
}

const COMPASS: &str = "evaluation/benchmarks/2026-07-10.yaml";

fn is_weakest(claim: &Claim<'_>, benchmark: usize) -> bool {
    (1..=8).all(|other| score(claim, COMPASS, benchmark) <= score(claim, COMPASS, other))
}

/// The encounters that count for a year: those of all pupils up to Year 11, all others after that.
fn encounters(claim: &Claim<'_>, year: usize) -> usize {
    let qualifying = &facts().provider_access.qualifying_providers;
    let events = claim.example.all("events/");
    let counts = |event: &&Value| {
        let is_counted = event["provider"].as_str().is_some_and(|kind| qualifying.iter().any(|known| known == kind));
        is_counted
            && has(event, "groups", &format!("year-{year}"))
            && (year > 11 || has(event, "attendance", "everyone"))
    };
    events.iter().filter(counts).count()
}

/// The hours of workplaces in the plans and events of some years.
fn hours(claim: &Claim<'_>, years: std::ops::RangeInclusive<usize>) -> u64 {
    let plans = years.map(|year| claim.example.data(&format!("programme/year-{year}.md")));
    plans
        .flat_map(|plan| {
            list(&plan, "activities")
                .iter()
                .filter(|one| one["attendance"] != "optional")
                .filter_map(|one| one["hours"].as_u64())
                .collect::<Vec<_>>()
        })
        .sum()
}

/// True if parents of every year are asked in to an evening or an online event.
fn parents_of(claim: &Claim<'_>, years: std::ops::RangeInclusive<usize>) -> bool {
    let events = claim.example.all("events/");
    let mut years = years;
    years.all(|year| {
        events.iter().any(|event| {
            let is_late = event["starts"].as_str().is_some_and(|starts| starts >= "17:00");
            is_late && has(event, "audiences", "parents") && has(event, "groups", &format!("year-{year}"))
        })
    })
}

fn asked(claim: &Claim<'_>) -> usize {
    let evaluation = claim.example.data("evaluation.md");
    let methods = list(&evaluation, "methods");
    let mut groups: Vec<&Value> = methods.iter().flat_map(|method| list(method, "who")).collect();
    groups.sort_by_key(|group| group.to_string());
    groups.dedup();
    groups.len()
}

fn changes(claim: &Claim<'_>) -> usize {
    let actions = claim.example.data("evaluation/actions.yaml");
    list(&actions, "actions").iter().filter(|action| !has(action, "by", "self-evaluation")).count()
}

/// The lines of a file that begin a step: “1. ”, or a row of a table below its head.
fn steps(claim: &Claim<'_>) -> usize {
    let text = claim.example.text(claim.file);
    let listed = text.lines().filter(|line| line.starts_with(|ch: char| ch.is_ascii_digit())).count();
    let table = text.lines().filter(|line| line.starts_with("| ")).count();
    if listed > 0 { listed } else { table.saturating_sub(2) }
}

fn is_in(claim: &Claim<'_>, file: &str, words: &str) -> bool {
    claim.example.text(file).contains(words)
}

pub(super) fn rows() -> Vec<Row> {
    let months = MONTHS.join("|");
    let some: String = NUMBER_WORDS.iter().map(|(word, _)| format!("{word}|")).collect::<String>() + "one|[0-9]+";
    let row = |pattern: &str, looks_up: &'static str, agrees: fn(&Claim<'_>) -> bool| {
        let pattern = pattern.replace("MONTH", &format!("({months})")).replace("NUMBER", &format!("(?i:({some}))"));
        Row { pattern: Regex::new(&pattern).expect("a pattern"), looks_up, agrees }
    };
    vec![
        row(r"01632 960\d{3}", "phone numbers of school and team", |claim| {
            ["school.yaml", "team.yaml"].iter().any(|file| is_in(claim, file, &format!("phone: {}", claim.word(0))))
        }),
        row(r"(\d{1,2})(?::(\d\d))?([ap]m)\b", "hours of events", |claim| {
            let minute = claim.words.get(2).map_or(0, |minute| number(minute.as_str()));
            let time = (claim.number(1) % 12 + if claim.word(3) == "pm" { 12 } else { 0 }, minute);
            claim.example.times.iter().any(|(hour, minute)| (usize::from(*hour), usize::from(*minute)) == time)
        }),
        row(r"(\d{1,2}) to (?:\w+day )?(\d{1,2}) MONTH(?: (\d{4}))?", "days of the data", |claim| {
            let (month, year) = (month(claim.word(3)), claim.words.get(4).map(|_| claim.number(4)));
            claim.has_day(claim.number(1), month, year) && claim.has_day(claim.number(2), month, year)
        }),
        row(r"28 February(?: of|\b)", "the law", |claim| {
            let phases = &facts().provider_access.phases;
            phases.iter().all(|phase| (phase.until_month, phase.until_day) == (2, 28))
                && claim.file == "provider-access.md"
        }),
        row(r"(\d{1,2}) MONTH(?: (\d{4}))?", "days of the data", |claim| {
            claim.has_day(claim.number(1), month(claim.word(2)), claim.words.get(3).map(|_| claim.number(3)))
        }),
        row(r"MONTH (\d{4})", "months of the data", |claim| {
            (1..=31).any(|day| claim.has_day(day, month(claim.word(1)), Some(claim.number(2))))
        }),
        row(r"(Easter|autumn|spring|summer) (20\d\d)", "seasons of the data", |claim| {
            let months = match claim.word(1) {
                "Easter" => 3..=4,
                "autumn" => 9..=12,
                "spring" => 1..=4,
                _ => 5..=8,
            };
            months.into_iter().any(|month| (1..=31).any(|day| claim.has_day(day, month, Some(claim.number(2)))))
        }),
        row(r"Year (\d+) (?:meet |are offered )NUMBER", "events with providers that count", |claim| {
            encounters(claim, claim.number(1)) == claim.number(2)
        }),
        row(r"Year (\d+) NUMBER before", "events with providers that count", |claim| {
            encounters(claim, claim.number(1)) == claim.number(2)
        }),
        row(r"more than the NUMBER encounters that the law asks for", "the law", |claim| {
            facts().provider_access.encounters_per_phase == claim.number(1)
                && (8..=11)
                    .step_by(2)
                    .all(|year| encounters(claim, year) + encounters(claim, year + 1) > claim.number(1))
        }),
        row(r"[Aa]bout half of our Year (\d+) leavers", "destinations", |claim| {
            if claim.number(1) != 11 {
                return false;
            }
            let leavers = claim.example.data("evaluation/destinations/year-11-2025.yaml");
            let (least, most) = share(&leavers, |to| !to.starts_with("Sixth form at") && !to.starts_with("Not in"));
            least > 0.44 && most < 0.56
        }),
        row(r"A little over half of our leavers plan to go to university", "destinations", |claim| {
            let leavers = claim.example.data("evaluation/destinations/year-13-2026.yaml");
            let (least, most) = share(&leavers, |to| to == "University");
            least > 0.5 && most < 0.6
        }),
        row(r"NUMBER working people in a guessing game", "the event", |claim| {
            let event = claim.example.data("events/2026-11-18-what-is-my-job.md");
            let visitors = event["summary"].as_str().and_then(|summary| summary.split(' ').next()).map(number);
            visitors == Some(claim.number(1))
        }),
        row(r"send NUMBER questions to someone in the job", "offers", |claim| {
            is_in(claim, "offers.yaml", &format!("Answer {} questions by email", claim.word(1)))
        }),
        row(r"(?i)^NUMBER subjects are theirs|picks (three) more|the (three) they ask for", "choices", |claim| {
            let word = (1..=3).map(|index| claim.word(index)).find(|word| !word.is_empty()).unwrap_or_default();
            is_in(claim, "programme/year-9.md", &format!("You choose {} subjects", word.to_lowercase()))
        }),
        row(r"(\d+) of (\d+) pupils got all three first choices", "the sentence after it", |claim| {
            let others = claim.number(2) - claim.number(1);
            let word = NUMBER_WORDS.iter().find(|(_, number)| *number == others).map_or("", |(word, _)| word);
            is_in(claim, claim.file, &format!("The other {word} talked"))
        }),
        row(r"evening or online event in each of Years (\d+) to (\d+)", "events for parents", |claim| {
            parents_of(claim, claim.number(1)..=claim.number(2))
        }),
        row(r"[Aa]ll NUMBER groups were asked", "methods of evaluation", |claim| asked(claim) == claim.number(1)),
        row(r"NUMBER changes came of it", "actions", |claim| changes(claim) == claim.number(1)),
        row(r"In Years (\d+) to (\d+) that is NUMBER hours", "hours of activities", |claim| {
            hours(claim, claim.number(1)..=claim.number(2)) == claim.number(3) as u64
        }),
        row(r"NUMBER visits in Years 7 and 8", "activities in workplaces", |claim| {
            let plans = [7, 8].map(|year| claim.example.data(&format!("programme/year-{year}.md")));
            let visits =
                plans.iter().flat_map(|plan| list(plan, "activities")).filter(|one| has(one, "kind", "workplace"));
            visits.count() == claim.number(1)
        }),
        row(r"\bYears? \d+(?:(?: to |, | and )\d+)*", "year groups of the school", |claim| {
            let school = claim.example.data("school.yaml");
            let years = Regex::new(r"\d+").expect("a pattern");
            years.find_iter(claim.word(0)).all(|year| has(&school, "groups", &format!("Year {}", year.as_str())))
        }),
        row(r"NUMBER careers champions", "the team", |claim| {
            let team = claim.example.data("team.yaml");
            let champions = list(&team, "people").iter().filter(|one| has(one, "role", "careers-champion")).count();
            claim.number(1) <= champions
        }),
        row(r"NUMBER national weeks", "events", |claim| {
            let events = claim.example.all("events/");
            let is_week = |event: &&Value| event["title"].as_str().is_some_and(|title| title.starts_with("National"));
            events.iter().filter(is_week).count() == claim.number(1)
        }),
        row(r"[Aa]bout NUMBER minutes", "the length of a meeting", |claim| {
            let length = claim.example.data("guidance.md")["length"].to_string();
            length.contains(&format!("{} minutes", claim.number(1)))
        }),
        row(r"replies within NUMBER school days", "the provider access statement", |claim| {
            is_in(claim, "provider-access.md", claim.word(0))
        }),
        row(r"NUMBER school days before", "what changed", |claim| {
            is_in(claim, "evaluation/actions.yaml", claim.word(0))
        }),
        row(r"(?:at least|followed for) NUMBER years", "methods of evaluation", |claim| {
            is_in(claim, "evaluation.md", &format!("followed for {} years", claim.word(1)))
        }),
        row(r"(?i)(?:the )?NUMBER (?:Gatsby Benchmarks|things that good careers work)", "the benchmarks", |claim| {
            facts().frameworks.iter().all(|framework| framework.benchmarks.len() == claim.number(1))
        }),
        row(r"[Ww]eakest benchmark is (\d)", "scores", |claim| is_weakest(claim, claim.number(1))),
        row(r"Benchmark (\d) is our weakest", "scores", |claim| is_weakest(claim, claim.number(1))),
        row(r"Compass gave us (\d+)% in July", "scores", |claim| {
            score(claim, COMPASS, 2) == f64::from(u32::try_from(claim.number(1)).expect("a percentage"))
        }),
        row(r"Fewer than half of our pupils saw it in lessons", "the pupils' survey", |claim| {
            let survey = claim.example.data("evaluation/surveys/2026-07-pupils.yaml");
            let questions = list(&survey, "questions");
            let question = questions.iter().find(|one| one["question"].to_string().contains("My subjects show me"));
            let count = |answer: &str| question.and_then(|one| one["counts"][answer].as_u64()).expect("a count");
            (count("Strongly agree") + count("Agree")) * 2 < survey["responded"].as_u64().expect("a number")
        }),
        row(r"(Level \d) (?:award|diploma)|qualified at (Level \d)", "qualifications of the team", |claim| {
            let level = if claim.word(1).is_empty() { claim.word(2) } else { claim.word(1) };
            is_in(claim, "team.yaml", level)
        }),
        row(
            r"(?i)NUMBER (?:common next steps|steps|things that help|questions for any figure)",
            "the list below",
            |claim| steps(claim) == claim.number(1),
        ),
        row(r"\b(?:[Pp]ost-|(?:are|by|at|under|from|until you are) )(1[468])\b", "ages of the school", |claim| {
            let ages = claim.example.data("school.yaml")["facts"]["Ages"].to_string();
            ages.contains("11 to 18") && (11..=18).contains(&claim.number(1))
        }),
    ]
}
