//! A reader tries to work out suppressed numbers from everything that a site publishes.
//!
//! Random pupils of three year groups answer a question. The school publishes the answers of all of
//! them and of some year groups. The reader takes every number of `programme.json`, notes which numbers
//! add up, and tests for each missing number whether only one value is possible.
//!
//! The sums make a network: from a source to each year group (how many answered), from there to each
//! answer (the cells), from there to the end (all who gave it), and back. Published flows are fixed, the
//! others may change. A number can have another value if and only if a circle of changeable edges leads
//! through it (Ford and Fulkerson, Flows in Networks, 1962), so the reader misses nothing that follows.

use std::collections::VecDeque;
use std::fmt::Write as _;

use fingerpost::read::{Document, Sources, parse_yaml};
use fingerpost::report::{ContentPath, Findings, Source};
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::Value as Json;

const ANSWERS: [&str; 4] = ["Yes", "Mostly", "Hardly", "No"];
const YEARS: usize = 3;

/// How many of each year group gave each answer.
type Counts = [[u32; ANSWERS.len()]; YEARS];

/// A content folder in memory.
fn sources(files: &[(String, String)]) -> Sources {
    let mut findings = Findings::default();
    let documents = files.iter().map(|(path, text)| {
        let source = Source { path: ContentPath::new(path), text: text.as_str().into() };
        let data = parse_yaml(&source, 0..text.len(), &mut findings);
        Document { data, unreadable: false, body: text.len()..text.len(), source }
    });
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    assert!(findings.is_empty(), "the texts of this test are wrong");
    sources
}

fn survey(title: &str, groups: &str, counts: [u32; ANSWERS.len()], skipped: u32) -> String {
    let mut text = format!("title: {title}\nfrom: pupils\ndate: 2026-07-01\ngroups: {groups}\n");
    let people: u32 = counts.iter().sum();
    let _ = write!(text, "responded: {}\ninvited: {}\n", people + skipped, people + skipped + 7);
    text.push_str("questions:\n  - question: I know my choices\n    positive: [\"Yes\", Mostly]\n    counts:\n");
    for (answer, count) in ANSWERS.iter().zip(counts) {
        let _ = writeln!(text, "      \"{answer}\": {count}");
    }
    text
}

fn total(counts: &Counts) -> [u32; ANSWERS.len()] {
    std::array::from_fn(|answer| counts.iter().map(|year| year[answer]).sum())
}

/// Publishes the total and some of the year groups. Returns the open data and the feedback page.
fn publish(counts: &Counts, parts: [bool; YEARS], skipped: u32) -> (Json, String) {
    let school = "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
                  - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }\ngroups: [Year 7, Year 8, Year 9]\n";
    let team = "- name: A. Leader\n  role: careers-leader\n  email: a@a.example\n  phone: 01632 960123\n";
    let mut files = vec![
        ("school.yaml".to_owned(), school.to_owned()),
        ("team.yaml".to_owned(), format!("people:\n{team}")),
        ("evaluation/surveys/all.yaml".to_owned(), survey("all", "all", total(counts), skipped)),
    ];
    for year in (0..YEARS).filter(|year| parts[*year]) {
        let name = format!("year-{}", year + 7);
        files.push((format!("evaluation/surveys/{name}.yaml"), survey(&name, &format!("[{name}]"), counts[year], 0)));
    }
    let facts = crate::common::facts();
    let mut findings = Findings::default();
    let site = fingerpost::build_sources(sources(&files), facts, date(2026, 11, 24), &mut |_| {}, &mut findings);
    let site = site.expect("a site");
    let text = |path: &str| {
        let file = site.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(file.bytes.to_vec()).expect("text")
    };
    (serde_json::from_str(&text("programme.json")).expect("JSON"), text("evaluation/feedback.html"))
}

/// The published numbers of a survey: how many answered the question, and how many gave each answer.
#[derive(Debug, Default, PartialEq)]
struct PublishedSurvey {
    /// True if any answers are published.
    question: bool,
    people: Option<u32>,
    cells: [Option<u32>; ANSWERS.len()],
}

fn published_survey(data: &Json, title: &str) -> PublishedSurvey {
    let surveys = data["evaluation"]["surveys"].as_array().expect("surveys");
    let survey = surveys.iter().find(|survey| survey["title"] == title);
    let Some(survey) = survey else { return PublishedSurvey::default() };
    // The reader assumes that everybody who answered the survey answered the question.
    let responded = survey["answered"].as_str().and_then(|words| words.split(' ').next()?.parse().ok());
    let Some(question) = survey["questions"].get(0) else {
        return PublishedSurvey { people: responded, ..PublishedSurvey::default() };
    };
    let number = |value: &Json| value.as_u64().map(|number| u32::try_from(number).expect("a small number"));
    let cells = std::array::from_fn(|answer| number(&question["answers"][answer]["number"]));
    PublishedSurvey {
        people: number(&question["number"]).or(responded),
        cells,
        question: !question["number"].is_null(),
    }
}

/// The nodes of the network: these two, then the year groups, then the answers.
const SOURCE: usize = 0;
const END: usize = 1;

/// An edge of the network: its flow, and whether the reader knows it.
struct Edge {
    from: usize,
    to: usize,
    flow: u32,
    known: bool,
}

/// True if the flow of an edge could differ while all known flows stay the same.
fn is_open(edges: &[Edge], at: usize) -> bool {
    let nodes = 2 + YEARS + ANSWERS.len();
    // More flow through this edge must return from its end to its start by other edges.
    let reaches = |start: usize, goal: usize| {
        let mut seen = vec![false; nodes];
        let mut queue = VecDeque::from([start]);
        seen[start] = true;
        while let Some(node) = queue.pop_front() {
            let free = edges.iter().enumerate().filter(|(index, edge)| *index != at && !edge.known);
            for (_, edge) in free {
                for (from, next, may) in [(edge.from, edge.to, true), (edge.to, edge.from, edge.flow > 0)] {
                    if from == node && may && !seen[next] {
                        seen[next] = true;
                        queue.push_back(next);
                    }
                }
            }
        }
        seen[goal]
    };
    let edge = &edges[at];
    reaches(edge.to, edge.from) || edge.flow > 0 && reaches(edge.from, edge.to)
}

/// The network of all numbers, with the published ones marked as known.
fn network(counts: &Counts, published_survey: &[PublishedSurvey; YEARS], whole: &PublishedSurvey) -> Vec<Edge> {
    let answer_node = |answer: usize| 2 + YEARS + answer;
    let mut edges = Vec::new();
    for (year, published_survey) in published_survey.iter().enumerate() {
        let flow = counts[year].iter().sum();
        edges.push(Edge { from: SOURCE, to: 2 + year, flow, known: published_survey.people.is_some() });
        for (answer, flow) in counts[year].into_iter().enumerate() {
            let known = published_survey.cells[answer].is_some();
            edges.push(Edge { from: 2 + year, to: answer_node(answer), flow, known });
        }
    }
    for (answer, flow) in total(counts).into_iter().enumerate() {
        edges.push(Edge { from: answer_node(answer), to: END, flow, known: whole.cells[answer].is_some() });
    }
    let all = total(counts).iter().sum();
    edges.push(Edge { from: END, to: SOURCE, flow: all, known: whole.people.is_some() });
    edges
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_suppressed_number_can_be_worked_out(
        counts in prop::array::uniform3(prop::array::uniform4(prop_oneof![0_u32..3, 0_u32..12, 6_u32..40])),
        parts in prop::array::uniform3(prop::bool::weighted(0.8)),
        skipped in 0_u32..4,
    ) {
        let (data, page) = publish(&counts, parts, skipped);
        let whole = published_survey(&data, "all");
        let years: [PublishedSurvey; YEARS] = std::array::from_fn(|year| published_survey(&data, &format!("year-{}", year + 7)));
        // Published numbers are true, and none is small.
        for (published_survey, counts) in years.iter().zip(&counts).chain([(&whole, &total(&counts))]) {
            for (cell, count) in published_survey.cells.iter().zip(counts) {
                prop_assert!(cell.is_none_or(|cell| cell == *count && !(1..6).contains(&cell)), "{published_survey:?}");
            }
        }
        let edges = network(&counts, &years, &whole);
        for (at, edge) in edges.iter().enumerate().filter(|(_, edge)| !edge.known && edge.from != SOURCE) {
            // Zeros may be known: they are published.
            let is_zero = edge.flow == 0;
            // A year group without its own survey is the difference, which may be large or zero.
            let year = [edge.from, edge.to].into_iter().find(|node| (2..2 + YEARS).contains(node));
            let is_harmless = year.is_some_and(|node| !parts[node - 2]) && edge.flow >= 6;
            prop_assert!(
                is_zero || is_harmless || is_open(&edges, at),
                "{} from {} to {} can be worked out of {years:?} and {whole:?}", edge.flow, edge.from, edge.to
            );
        }
        // The page shows the same numbers of people as the data.
        let shown: Vec<&str> = page.split("data-label=\"People\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        let mut expected: Vec<String> = Vec::new();
        for published_survey in [&whole].into_iter().chain(&years).filter(|published_survey| published_survey.question) {
            expected.extend(published_survey.cells.iter().map(|cell| cell.map_or("not published".into(), |cell| cell.to_string())));
        }
        let mut shown: Vec<String> = shown.into_iter().map(str::to_owned).collect();
        shown.sort();
        expected.sort();
        prop_assert_eq!(shown, expected);
        // The share of positive answers is only published where it follows from published numbers.
        let split = |published_survey: &PublishedSurvey| {
            let hidden = |cells: &[Option<u32>]| cells.iter().any(Option::is_none);
            hidden(&published_survey.cells[..2]) && hidden(&published_survey.cells[2..])
        };
        let published_shares = page.matches("% positive").count();
        let publishable = [&whole].into_iter().chain(&years).filter(|published_survey| published_survey.question && !split(published_survey)).count();
        prop_assert_eq!(published_shares, publishable);
    }
}

#[test]
fn the_reader_works_out_numbers_that_are_suppressed_too_little() {
    let counts = [[40, 20, 10, 3], [30, 20, 10, 8], [20, 20, 10, 9]];
    let cells = |year: usize| PublishedSurvey {
        question: true,
        people: Some(counts[year].iter().sum()),
        cells: counts[year].map(Some),
    };
    let whole =
        PublishedSurvey { question: true, people: Some(total(&counts).iter().sum()), cells: total(&counts).map(Some) };
    // A single missing cell follows from the sum of its row.
    let mut years = [cells(0), cells(1), cells(2)];
    years[0].cells[3] = None;
    let edges = network(&counts, &years, &whole);
    let hidden: Vec<usize> = (0..edges.len()).filter(|at| !edges[*at].known).collect();
    assert!(hidden.iter().all(|at| !is_open(&edges, *at)));
    // A single missing year group follows from the others.
    let edges = network(&counts, &[PublishedSurvey::default(), cells(1), cells(2)], &whole);
    let hidden: Vec<usize> = (0..edges.len()).filter(|at| !edges[*at].known).collect();
    assert!(hidden.len() == 5 && hidden.iter().all(|at| !is_open(&edges, *at)));
    // Two missing year groups do not.
    let edges = network(&counts, &[PublishedSurvey::default(), PublishedSurvey::default(), cells(2)], &whole);
    assert!((0..edges.len()).filter(|at| !edges[*at].known).all(|at| is_open(&edges, at)));
}

/// The titles of the surveys and leavers whose figures the open data has, of these files.
fn shown(files: &[(&str, &str)]) -> Vec<String> {
    let school = "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
                  - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }\ngroups: [Year 10, Year 11]\n";
    let team = "people:\n- { name: A. Leader, role: careers-leader, email: a@a.example, phone: 01632 960123 }\n";
    let basics = [("school.yaml", school), ("team.yaml", team)];
    let files: Vec<(String, String)> =
        basics.iter().chain(files).map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut findings = Findings::default();
    let today = date(2026, 11, 24);
    let site = fingerpost::build_sources(sources(&files), crate::common::facts(), today, &mut |_| {}, &mut findings);
    assert!(!findings.any_error(), "{:#?}", findings.sorted());
    let files = site.expect("a site").files;
    let data = files.iter().find(|file| file.path == "programme.json").expect("open data");
    let text = String::from_utf8(data.bytes.clone()).expect("text");
    ["40", "37"].into_iter().filter(|people| text.contains(&format!(": {people}"))).map(str::to_owned).collect()
}

/// A survey of year 10 with another title, day and wording.
fn survey_of_year_10(title: &str, day: &str, question: &str, [yes, no]: [u32; 2]) -> String {
    let people = yes + no;
    format!(
        "title: {title}\nfrom: pupils\ndate: {day}\nresponded: {people}\ngroups: [year-10]\nquestions:\n  \
         - question: {question}\n    counts: {{ \"Yes\": {yes}, \"No\": {no} }}\n"
    )
}

#[test]
fn two_surveys_of_the_same_people_do_not_give_a_third_by_subtraction() {
    let all = survey_of_year_10("All", "2026-07-01", "Do you know whom to ask?", [25, 15]);
    let paths = ["evaluation/surveys/all.yaml", "evaluation/surveys/girls.yaml"];
    for (day, question) in [
        ("2026-07-01", "Do you know whom to ask?"),
        ("2026-07-01", "Do you know who to ask?"),
        ("2026-08-20", "Do you know whom to ask?"),
    ] {
        let girls = survey_of_year_10("Girls", day, question, [24, 13]);
        assert_eq!(shown(&[(paths[0], &all), (paths[1], &girls)]), ["40"], "{day} {question}");
        let apart = format!("{girls}overlaps: no\n");
        assert_eq!(shown(&[(paths[0], &all), (paths[1], &apart)]), ["40", "37"], "{day} {question}");
    }
}

/// Seven people who choose both of two answers give fourteen ticks.
#[test]
fn ticks_are_not_taken_for_people_if_their_number_is_unknown() {
    let of = |responded: &str| {
        let survey = survey_of_year_10("Stalls", "2026-07-01", "What did you see?", [37, 40]);
        survey.replace("responded: 77", &format!("responded: {responded}")) + "    choose-many: yes\n"
    };
    assert_eq!(shown(&[("evaluation/surveys/stalls.yaml", &of("60"))]), ["40", "37"]);
    assert!(shown(&[("evaluation/surveys/stalls.yaml", &of("not stated"))]).is_empty());
}

/// Who was in Year 10 in July is in Year 11 in October.
#[test]
fn surveys_of_two_academic_years_may_be_of_the_same_people_in_other_groups() {
    let paths = ["evaluation/surveys/all.yaml", "evaluation/surveys/girls.yaml"];
    let all = survey_of_year_10("All", "2026-07-01", "Do you know whom to ask?", [25, 15]);
    let of_year_11 = |day: &str| {
        survey_of_year_10("Girls", day, "Do you know whom to ask?", [24, 13]).replace("[year-10]", "[year-11]")
    };
    assert_eq!(shown(&[(paths[0], &all), (paths[1], &of_year_11("2026-10-01"))]), ["40"]);
    assert_eq!(shown(&[(paths[0], &all), (paths[1], &of_year_11("2026-07-02"))]), ["40", "37"]);
}

#[test]
fn two_tables_of_the_same_leavers_do_not_give_a_third_by_subtraction() {
    let leavers = |name: &str, [college, work]: [u32; 2]| {
        let cohort = college + work;
        format!(
            "leavers: {name}\nyear: 2026\nbasis: actual\nsource: our own count\ncohort: {cohort}\ndestinations:\n  \
             - {{ to: College, number: {college} }}\n  - {{ to: Work, number: {work} }}\n"
        )
    };
    let paths = ["evaluation/destinations/a.yaml", "evaluation/destinations/b.yaml"];
    let all = leavers("Year 11 leavers", [25, 15]);
    assert_eq!(shown(&[(paths[0], &all), (paths[1], &leavers("Year 11 girls", [24, 13]))]), ["40"]);
    assert_eq!(shown(&[(paths[0], &all), (paths[1], &leavers("Year 13", [24, 13]))]), ["40", "37"]);
    // The rows of a table whose cohort is not stated add up to it.
    let unstated = all.replace("cohort: 40", "cohort: not stated");
    assert!(shown(&[(paths[0], &unstated), (paths[1], &leavers("Year 11 girls", [24, 13]))]).is_empty());
    // A figure that the school states of too few people is theirs.
    let stated = "stated: { In education: \"rate: 37%\" }\n";
    assert!(shown(&[(paths[0], &(leavers("Year 12", [3, 1]) + stated))]).is_empty());
    assert_eq!(shown(&[(paths[0], &(leavers("Year 12", [30, 12]) + stated))]), ["37"]);
    // What leavers intended and where they are now are about the same people, whatever the cohort is called.
    let intended = leavers("Year 11", [23, 14]).replace("basis: actual", "basis: intended");
    assert_eq!(shown(&[(paths[0], &all), (paths[1], &intended)]).len(), 1);
    let apart = leavers("Girls", [24, 13]) + "overlaps: no\n";
    assert_eq!(shown(&[(paths[0], &all), (paths[1], &apart)]), ["40", "37"]);
}
