//! A reader tries to work out what was withheld, from everything that a site publishes.
//!
//! Random pupils of three year groups answer a question. The school publishes the answers of all of
//! them and of some year groups. The reader takes every number of `programme.json`, writes down what
//! adds up to what, and asks of each number that is not there: must it be what it is?
//!
//! The sums make a network: from a source to each year group (how many answered), from there to each
//! answer (the cells), from there to the end (all who gave it), and back. What is published is fixed,
//! the rest may flow. A number can be another one if and only if there is a way round through its edge
//! on which something may change (Ford and Fulkerson, Flows in Networks, 1962): so the reader misses nothing that follows from the sums.

use std::collections::VecDeque;
use std::fmt::Write as _;

use fingerpost::framework::Facts;
use fingerpost::read::{Document, Sources, parse};
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
        let data = parse(&source, 0..text.len(), &mut findings);
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

/// The site of a school that has published the whole and some of its parts: its pages and its data.
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
    let facts = Facts::load().expect("facts");
    let found = fingerpost::build_sources(sources(&files), &facts, date(2026, 11, 24), &mut |_| {});
    let made = found.value.expect("a site");
    let text = |path: &str| {
        let file = made.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(file.bytes.to_vec()).expect("text")
    };
    (serde_json::from_str(&text("programme.json")).expect("JSON"), text("evaluation/feedback.html"))
}

/// What the data say of a survey: how many answered the question and gave each answer, where that is told.
#[derive(Debug, Default, PartialEq)]
struct Told {
    /// True if answers are told at all.
    question: bool,
    people: Option<u32>,
    cells: [Option<u32>; ANSWERS.len()],
}

fn told(data: &Json, title: &str) -> Told {
    let surveys = data["evaluation"]["surveys"].as_array().expect("surveys");
    let survey = surveys.iter().find(|survey| survey["title"] == title);
    let Some(survey) = survey else { return Told::default() };
    // Everybody who answered the survey may have answered the question: the reader takes it so.
    let responded = survey["answered"].as_str().and_then(|words| words.split(' ').next()?.parse().ok());
    let Some(question) = survey["questions"].get(0) else { return Told { people: responded, ..Told::default() } };
    let number = |value: &Json| value.as_u64().map(|number| u32::try_from(number).expect("a small number"));
    let cells = std::array::from_fn(|answer| number(&question["answers"][answer]["number"]));
    Told { people: number(&question["number"]).or(responded), cells, question: !question["number"].is_null() }
}

/// The nodes of the network: these two, then the year groups, then the answers.
const SOURCE: usize = 0;
const END: usize = 1;

/// An edge of the network: what flows, and whether a reader knows it.
struct Edge {
    from: usize,
    to: usize,
    flow: u32,
    known: bool,
}

/// True if the flow of an edge could be another, with all that is known as it is.
fn is_open(edges: &[Edge], at: usize) -> bool {
    let nodes = 2 + YEARS + ANSWERS.len();
    // More through this edge: from its end back to its start, without it.
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

/// Every number there is, and what of it is told.
fn network(counts: &Counts, told: &[Told; YEARS], whole: &Told) -> Vec<Edge> {
    let answer_node = |answer: usize| 2 + YEARS + answer;
    let mut edges = Vec::new();
    for (year, told) in told.iter().enumerate() {
        let flow = counts[year].iter().sum();
        edges.push(Edge { from: SOURCE, to: 2 + year, flow, known: told.people.is_some() });
        for (answer, flow) in counts[year].into_iter().enumerate() {
            let known = told.cells[answer].is_some();
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
    fn no_withheld_number_can_be_worked_out(
        counts in prop::array::uniform3(prop::array::uniform4(prop_oneof![0_u32..3, 0_u32..12, 6_u32..40])),
        parts in prop::array::uniform3(prop::bool::weighted(0.8)),
        skipped in 0_u32..4,
    ) {
        let (data, page) = publish(&counts, parts, skipped);
        let whole = told(&data, "all");
        let years: [Told; YEARS] = std::array::from_fn(|year| told(&data, &format!("year-{}", year + 7)));
        // What is told is true, and nothing small is.
        for (told, counts) in years.iter().zip(&counts).chain([(&whole, &total(&counts))]) {
            for (cell, count) in told.cells.iter().zip(counts) {
                prop_assert!(cell.is_none_or(|cell| cell == *count && !(1..6).contains(&cell)), "{told:?}");
            }
        }
        let edges = network(&counts, &years, &whole);
        for (at, edge) in edges.iter().enumerate().filter(|(_, edge)| !edge.known && edge.from != SOURCE) {
            // That nobody gave an answer may be known: zeros are published.
            let nobody = edge.flow == 0;
            // A year group without a survey of its own is what is left: that may be large, or nobody.
            let year = [edge.from, edge.to].into_iter().find(|node| (2..2 + YEARS).contains(node));
            let harmless = year.is_some_and(|node| !parts[node - 2]) && edge.flow >= 6;
            prop_assert!(
                nobody || harmless || is_open(&edges, at),
                "{} from {} to {} can be worked out of {years:?} and {whole:?}", edge.flow, edge.from, edge.to
            );
        }
        // The page shows what the data tell, and no other number of people.
        let shown: Vec<&str> = page.split("data-label=\"People\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        let mut expected: Vec<String> = Vec::new();
        for told in [&whole].into_iter().chain(&years).filter(|told| told.question) {
            expected.extend(told.cells.iter().map(|cell| cell.map_or("too few to publish".into(), |cell| cell.to_string())));
        }
        let mut shown: Vec<String> = shown.into_iter().map(str::to_owned).collect();
        shown.sort();
        expected.sort();
        prop_assert_eq!(shown, expected);
        // A share of positive answers is only told where it follows from the rest.
        let split = |told: &Told| {
            let hidden = |cells: &[Option<u32>]| cells.iter().any(Option::is_none);
            hidden(&told.cells[..2]) && hidden(&told.cells[2..])
        };
        let told_shares = page.matches("% positive").count();
        let may_tell = [&whole].into_iter().chain(&years).filter(|told| told.question && !split(told)).count();
        prop_assert_eq!(told_shares, may_tell);
    }
}

#[test]
fn the_reader_of_this_test_works_out_what_is_withheld_too_little() {
    let counts = [[40, 20, 10, 3], [30, 20, 10, 8], [20, 20, 10, 9]];
    let cells =
        |year: usize| Told { question: true, people: Some(counts[year].iter().sum()), cells: counts[year].map(Some) };
    let whole = Told { question: true, people: Some(total(&counts).iter().sum()), cells: total(&counts).map(Some) };
    // One cell alone follows from the sum of its row.
    let mut years = [cells(0), cells(1), cells(2)];
    years[0].cells[3] = None;
    let edges = network(&counts, &years, &whole);
    let hidden: Vec<usize> = (0..edges.len()).filter(|at| !edges[*at].known).collect();
    assert!(hidden.iter().all(|at| !is_open(&edges, *at)));
    // A year group that is left out whole follows from the others.
    let edges = network(&counts, &[Told::default(), cells(1), cells(2)], &whole);
    let hidden: Vec<usize> = (0..edges.len()).filter(|at| !edges[*at].known).collect();
    assert!(hidden.len() == 5 && hidden.iter().all(|at| !is_open(&edges, *at)));
    // Two that are left out do not.
    let edges = network(&counts, &[Told::default(), Told::default(), cells(2)], &whole);
    assert!((0..edges.len()).filter(|at| !edges[*at].known).all(|at| is_open(&edges, at)));
}
