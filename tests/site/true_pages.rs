//! Pages state only what the school wrote: nothing is made more definite, and each reason is the true one.

use crate::common::text_of;
use crate::real_schools::{findings, is_there, page, site};

const PLAN: &str = "activities:\n  \
    - { title: OPEN, kind: lesson, benchmarks: [2] }\n  \
    - { title: ALWAYS, when: all year, kind: lesson, benchmarks: [2] }\n  \
    - { title: OFTEN, when: weekly, kind: lesson }\n  \
    - { title: ONCE, when: spring, kind: lesson, benchmarks: [2] }\n";

/// How often each title is on a page.
fn counts(html: &str) -> [usize; 4] {
    ["OPEN", "ALWAYS", "OFTEN", "ONCE"].map(|title| html.matches(title).count())
}

#[test]
fn activities_without_a_date_are_in_no_term() {
    let files = site("", &[("programme/year-7.md", PLAN)]);
    let by_term = page(&files, "programme/by-term.html");
    assert_eq!(counts(by_term), [1, 1, 1, 1], "each is there once");
    let text = text_of(by_term);
    assert!(text.contains("All year ALWAYS") && text.contains("Dates to come OPEN Date to come"), "{text}");
    assert!(text.find("ALWAYS") < text.find("Autumn term") || !text.contains("Autumn term"), "{text}");
    assert_eq!(counts(page(&files, "staff/index.html")), [0, 1, 1, 0], "the staff's part of this term");
    let matrix = text_of(page(&files, "staff/matrix.html"));
    assert!(matrix.contains("date to come OPEN") && matrix.contains("All year ALWAYS"), "{matrix}");
    assert!(!page(&files, "programme.json").contains("\"when\":[\"Date to come\"],\"spans\":[["));
}

#[test]
fn a_year_without_terms_is_not_all_year() {
    let school =
        "name: A College\nkind: fe-college\nyear:\n  label: 2026-27\n  starts: 2026-09-01\ngroups: [Level 2]\n";
    let plan = "activities:\n  - { title: ONCE, when: March, kind: lesson, benchmarks: [2] }\n  \
                - { title: ALWAYS, when: all year, kind: lesson }\n";
    let event = "title: FAIR\ndate: 2027-03-04\naudiences: [pupils]\nbenchmarks: [2]\n";
    let files = crate::real_schools::site_of(school, &[("programme/level-2.md", plan), ("events/fair.md", event)]);
    let year = text_of(page(&files, "programme/index.html"));
    assert!(year.contains("All year ALWAYS All year") && year.contains("2026-27 ONCE March"), "{year}");
    let matrix = text_of(page(&files, "staff/matrix.html"));
    assert!(matrix.contains("March FAIR") && !matrix.contains("All year"), "{matrix}");
}

#[test]
fn an_action_without_a_day_is_not_called_open() {
    let own = "actions:\n  - { said: No plan, by: self-evaluation, did: A plan }\n";
    let files = site("", &[("evaluation/actions.yaml", own)]);
    let text = text_of(page(&files, "evaluation/index.html"));
    assert!(text.contains("We found No plan Our answer A plan") && !text.contains("ot done"), "{text}");
    assert!(!is_there(&files, "evaluation/feedback.html"), "nobody said anything");
}

#[test]
fn a_figure_that_others_would_reveal_is_not_called_too_few() {
    let leavers = "leavers: Year 11\nyear: 2025\nbasis: actual\nsource: us\ncohort: 100\ndestinations:\n  \
                   - { to: Sixth form, number: 60 }\n  - { to: Work, number: 37 }\n  - { to: Other, number: 3 }\n";
    let one = "leavers: Year 13\nyear: 2025\nbasis: actual\nsource: us\ncohort: 5\ndestinations:\n  \
               - { to: University, number: 5 }\n";
    let survey = "title: A survey\nfrom: parents\ndate: 2026-07-01\nresponded: 80\nquestions:\n  \
                  - { question: Content, counts: { Agree: 70, Unsure: 5, Disagree: 5 } }\n  \
                  - { question: Sure, counts: { Yes: 40, No: 37, Other: 3 } }\n";
    let files = site(
        "",
        &[
            ("evaluation/destinations/a.yaml", leavers),
            ("evaluation/destinations/b.yaml", one),
            ("evaluation/surveys/a.yaml", survey),
        ],
    );
    let why = "We do not publish small numbers, or numbers from which they could be worked out";
    for path in ["evaluation/destinations.html", "evaluation/feedback.html"] {
        let text = text_of(page(&files, path));
        assert!(text.contains(why) && text.contains("not published") && !text.contains("oo few"), "{path}: {text}");
        assert!(text.contains("because some are so small that they could identify people"), "{path}: {text}");
    }
}

#[test]
fn a_comparison_without_a_year_states_what_is_missing() {
    let run = "date: July 2026\nframework: schools-2025\ntool: Compass+\nscores: { 1: 66.2 }\ncomparators:\n  \
               - { scope: national, year: not stated, source: a report, fully-achieved: 5.96 }\n  \
               - { scope: national, year: 2024-25, source: us, measures: fully-achieved, scores: { 1: 51 } }\n";
    let files = site("", &[("evaluation/benchmarks/a.yaml", run)]);
    let text = text_of(page(&files, "evaluation/benchmarks.html"));
    assert!(text.contains("England, year not stated : 5.96 benchmarks fully achieved on average"), "{text}");
    assert!(text.contains("1. Stable programme: 51%") && !text.contains("2. Careers information:"), "{text}");
    assert!(!text.contains("nothing to compare") && !text.contains("No day is set"), "{text}");
}

#[test]
fn pages_that_the_site_does_not_have_are_not_linked() {
    let own = "actions:\n  - { said: No plan, by: self-evaluation, did: A plan }\n";
    let counts = "as-of: 2026-11-20\nmeetings: [{ group: Year 10, offered: 120, met: 120 }]\n";
    let plan =
        "activities:\n  - { title: MEETING, when: autumn, kind: guidance, benchmarks: [8], attendance: everyone }\n";
    let files = [
        ("evaluation/actions.yaml", own),
        ("evaluation/guidance/2026-27.yaml", counts),
        ("programme/year-10.md", plan),
        (
            "evaluation/evidence.yaml",
            "criteria: [{ criterion: \"3.1\", shown: Ours, page: evaluation/actions.yaml }]\n",
        ),
    ];
    // Dead links fail the site.
    let built = site("", &files);
    let text = text_of(page(&built, "evidence.html"));
    assert!(text.contains("had their guidance meeting"), "{text}");
    for link in ["guidance.md", "provider-access.md"] {
        let statement = format!("criteria: [{{ criterion: \"3.1\", shown: Ours, page: {link} }}]\n");
        let found = findings(&[("evaluation/evidence.yaml", &statement)]);
        assert!(found.iter().any(|finding| finding.code.as_str() == "broken-link"), "{link}: {found:#?}");
    }
}

#[test]
fn parts_of_pages_do_not_share_the_names_of_groups_and_plans() {
    let school = "name: A College\nkind: fe-college\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n\
                  groups: [Access, Groups]\n";
    let notes = "staff: A note.\nactivities:\n  - { title: ONE, when: March, kind: lesson }\n";
    let shared = format!("groups: all\n{notes}");
    let files = [
        ("programme.md", "access: { pupils: Ask us. }\n"),
        ("guidance.md", "staff: A note.\nwhen: In March\n"),
        ("programme/guidance.md", shared.as_str()),
        ("programme/access.md", notes),
        ("programme/Whole College.md", shared.as_str()),
    ];
    let files = crate::real_schools::site_of(school, &files);
    let programme = page(&files, "programme/index.html");
    assert!(programme.contains("id=\"part-group-access\"") && programme.contains("id=\"part-plan-whole-college\""));
    assert!(page(&files, "staff/year.html").contains("id=\"part-plan-guidance\""));
}

#[test]
fn charts_and_summary_compare_with_the_same_evaluation() {
    let run = |date: &str, score: u8| {
        format!("date: {date}\nframework: schools-2025\ntool: Compass+\nscores: {{ 3: {score} }}\nnext: 2026-07-31\n")
    };
    let (first, last) = (run("2026-07-10", 66), run("2026-11-20", 85));
    let own = "date: 2026-09-30\nframework: schools-2025\ntool: Our own\nstatements: [{ criterion: \"3.1\", status: achieved }]\n";
    let files = [
        ("evaluation/benchmarks/a.yaml", first.as_str()),
        ("evaluation/benchmarks/b.yaml", own),
        ("evaluation/benchmarks/c.yaml", last.as_str()),
    ];
    let text = text_of(page(&site("", &files), "evaluation/benchmarks.html"));
    assert!(text.contains("up from 66% to 85%"), "{text}");
    assert!(!text.contains("Next due: 31"), "it is overdue: {text}");
}

#[test]
fn leavers_are_named_once_and_joined_with_themselves() {
    let table = |leavers: &str, basis: &str| {
        format!(
            "leavers: {leavers}\nyear: 2025\nbasis: {basis}\nsource: us\ncohort: 100\ndestinations:\n  \
             - {{ to: Sixth form, number: 60 }}\n  - {{ to: Work, number: 40 }}\n"
        )
    };
    let (intended, actual) = (table("Year 11", "intended"), table("Year 11 leavers", "actual"));
    let files =
        [("evaluation/destinations/a.yaml", intended.as_str()), ("evaluation/destinations/b.yaml", actual.as_str())];
    let html = site("", &files);
    let html = page(&html, "evaluation/destinations.html");
    assert!(html.contains("part-joined-1") && !text_of(html).contains("leavers leavers"), "{html}");
}
