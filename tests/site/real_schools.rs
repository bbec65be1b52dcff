//! What real schools publish: each kind of fact reaches the page where its readers look, as the school stated it.

use fingerpost::read::{Document, Sources, parse_yaml};
use fingerpost::render::OutputFile;
use fingerpost::report::{ContentPath, Finding, Findings, Severity, Source};
use jiff::civil::date;

use crate::common::{facts, text_of};

const SCHOOL: &str = "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
                      - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }\n    \
                      - { name: Spring, starts: 2027-01-04, ends: 2027-03-26 }\ngroups: [Year 7, Year 8, Year 10]\n";

/// The site of a small school with these settings and files, whose text is YAML.
pub(crate) fn site(school: &str, files: &[(&str, &str)]) -> Vec<OutputFile> {
    site_of(&format!("{SCHOOL}{school}"), files)
}

/// The site of a school with this school.yaml and these files. All its links lead somewhere.
pub(crate) fn site_of(school: &str, files: &[(&str, &str)]) -> Vec<OutputFile> {
    let (files, findings) = build(school, files);
    let is_wrong = |finding: &&Finding| {
        finding.severity == Severity::Error || ["dead-link", "duplicate-id"].contains(&finding.code.as_str())
    };
    let wrong: Vec<&Finding> = findings.iter().filter(is_wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    files.expect("a site")
}

/// What is found in the files of a small school.
pub(crate) fn findings(files: &[(&str, &str)]) -> Vec<Finding> {
    build(SCHOOL, files).1
}

fn build(school: &str, files: &[(&str, &str)]) -> (Option<Vec<OutputFile>>, Vec<Finding>) {
    let team = "people:\n  - { name: A. Leader, role: careers-leader, email: a@a.example, phone: 01632 960123 }\n";
    let all = [("school.yaml", school), ("team.yaml", team)];
    let mut findings = Findings::default();
    let documents = all.iter().chain(files).map(|(path, text)| {
        let source = Source { path: ContentPath::new(path), text: (*text).into() };
        let data = parse_yaml(&source, 0..text.len(), &mut findings);
        Document { data, unreadable: false, body: text.len()..text.len(), source }
    });
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    assert!(findings.is_empty(), "{:?}", findings.sorted());
    let built = fingerpost::build_sources(sources, facts(), date(2026, 11, 23), &mut |_| {}, &mut findings);
    (built.map(|built| built.files), findings.sorted())
}

pub(crate) fn page<'f>(files: &'f [OutputFile], path: &str) -> &'f str {
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&file.bytes).expect("UTF-8")
}

pub(crate) fn is_there(files: &[OutputFile], path: &str) -> bool {
    files.iter().any(|file| file.path == path)
}

#[test]
fn inexact_dates_are_shown_as_written() {
    let files = site(
        "reviews: { next-review: by Easter 2027, programme-next-review: Summer term 2027 }\n",
        &[(
            "evaluation/actions.yaml",
            "actions:\n  - { said: Late, by: self-evaluation, did: Early, due: March 2027 }\n",
        )],
    );
    let home = text_of(page(&files, "index.html"));
    assert!(home.contains("The information on this site: next review due by Easter 2027 ."), "{home}");
    assert!(home.contains("The programme itself: next review due Summer term 2027 ."), "{home}");
    assert!(!page(&files, "index.html").contains("datetime=\"2027-03"), "no day is made up");
    let evaluation = page(&files, "evaluation/index.html");
    assert!(text_of(evaluation).contains("We found Late Our answer Early Due: March 2027 ."), "{evaluation}");
    assert!(evaluation.contains("<time datetime=\"2027-03\">March 2027</time>"));
}

#[test]
fn percentages_are_shown_without_an_invented_number() {
    let files = site(
        "",
        &[(
            "evaluation/surveys/a.yaml",
            "title: Families\nfrom: parents\ndate: Spring 2026\nresponded: not stated\nstated: { Overall: 4 in 5 content }\n\
             questions:\n  - { question: I know whom to ask, counts: { Agree: 66.2%, Disagree: 33.8% } }\n",
        )],
    );
    let text = text_of(page(&files, "evaluation/feedback.html"));
    assert!(text.contains("How many answered: not stated.") && text.contains("Agree 66.2% Disagree 33.8%"), "{text}");
    assert!(text.contains("Overall 4 in 5 content"), "{text}");
    assert!(!text.contains("People") && !text.contains("100 "), "{text}");
}

#[test]
fn shares_of_few_people_are_suppressed_like_their_numbers() {
    let files = site(
        "",
        &[(
            "evaluation/surveys/a.yaml",
            "title: Staff\nfrom: staff\ndate: 2025-26\ninvited: 50\nresponded: 80%\n\
             questions:\n  - { question: I feel ready, counts: { Agree: 95%, Disagree: 5% } }\n",
        )],
    );
    let text = text_of(page(&files, "evaluation/feedback.html"));
    assert!(text.contains("80% of 50 answered") && !text.contains("95%") && !text.contains("5%."), "{text}");
}

#[test]
fn figures_that_measure_something_else_stay_out_of_the_table_of_scores() {
    let files = site(
        "",
        &[(
            "evaluation/benchmarks/2026.yaml",
            "date: July 2026\nframework: schools-2025\ntool: Compass+\nscores: { 1: 100, 3: 66.2 }\ncomparators:\n  \
             - { scope: hub, year: 2025-26, source: the hub, measures: average-score, scores: { 1: 82 } }\n  \
             - { scope: national, year: 2025-26, source: a report, measures: fully-achieved, scores: { 1: 51 } }\n",
        )],
    );
    let html = page(&files, "evaluation/benchmarks.html");
    let (table, rest) = html.split_once("</table>").expect("a table");
    assert!(table.contains("Our careers hub, 2025-26") && table.contains("66.2%"), "{table}");
    assert!(!table.contains("England, 2025-26") && !table.contains("51%"), "{table}");
    assert!(rest.contains("51%") && rest.contains("These figures measure something different"), "{rest}");
}

#[test]
fn results_about_an_event_are_on_its_page() {
    let files = site(
        "",
        &[
            ("events/fair.md", "title: Careers fair\ndate: 2026-11-12\naudiences: [pupils]\n"),
            (
                "evaluation/surveys/a.yaml",
                "title: After the fair\nfrom: pupils\ndate: November 2026\nevent: fair\nresponded: 73%\nquestions: []\n",
            ),
        ],
    );
    assert!(text_of(page(&files, "events/fair.html")).contains("After the fair"));
    assert!(page(&files, "evaluation/feedback.html").contains("href=\"../events/fair.html\""));
}

#[test]
fn groups_are_in_the_order_of_the_school_everywhere() {
    let plan =
        |title: &str| format!("activities:\n  - {{ title: {title}, when: autumn, kind: lesson, benchmarks: [2] }}\n");
    let (ten, seven, eight) = (plan("TEN"), plan("SEVEN"), plan("EIGHT"));
    let files = site(
        "",
        &[
            ("programme/year-10.md", ten.as_str()),
            ("programme/year-7.md", seven.as_str()),
            ("programme/year-8.md", eight.as_str()),
        ],
    );
    for path in ["programme/by-term.html", "programme/by-benchmark.html", "programme/index.html"] {
        let text = text_of(page(&files, path));
        let at = |title: &str| text.rfind(title).unwrap_or_else(|| panic!("{path} has no {title}"));
        assert!(at("SEVEN") < at("EIGHT") && at("EIGHT") < at("TEN"), "{path}: {text}");
    }
}

#[test]
fn activities_name_areas_of_learning_which_have_a_page() {
    let files = site(
        "areas: cdi\n",
        &[(
            "programme/year-7.md",
            "aim: Find out.\nactivities:\n  \
             - { title: Quiz, when: weekly, kind: lesson, about: Ten questions., areas: [Grow throughout life] }\n  \
             - { title: Visit, kind: visit }\n",
        )],
    );
    let areas = text_of(page(&files, "programme/by-area.html"));
    assert!(areas.contains("Grow throughout life Year 7 Quiz Weekly"), "{areas}");
    let year = text_of(page(&files, "pupils/year-7.html"));
    assert!(year.contains("Find out.") && year.contains("Ten questions."), "{year}");
    assert!(year.contains("Dates to come Visit Date to come"), "an activity without a time has none: {year}");
}

#[test]
fn the_school_decides_about_evidence_and_results() {
    let survey = "title: A survey\nfrom: parents\ndate: 2026-07-01\nresponded: 40\nquestions: []\n";
    let run = "date: 2026-07-01\nframework: schools-2025\ntool: Compass+\nscores: { 1: 50 }\n";
    let content = [("evaluation/surveys/a.yaml", survey), ("evaluation/benchmarks/a.yaml", run)];
    let (shown, hidden) = (site("", &content), site("publish: { evidence: no, results: no }\n", &content));
    for path in ["evidence.html", "evaluation/feedback.html", "evaluation/benchmarks.html"] {
        assert!(is_there(&shown, path) && !is_there(&hidden, path), "{path}");
    }
    assert!(!page(&hidden, "programme.json").contains("Compass+"));
    assert!(!page(&shown, "evaluation/benchmarks.html").contains("What comes next"));
    let with_steps = site("publish: { next-steps: yes }\n", &content);
    assert!(page(&with_steps, "evaluation/benchmarks.html").contains("What comes next"));
}

#[test]
fn empty_pages_and_calendars_are_not_offered() {
    let files = site("", &[]);
    for path in ["employers/year.html", "staff/year.html", "programme/by-term.html", "programme/by-area.html"] {
        assert!(!is_there(&files, path), "{path}");
    }
    assert!(!page(&files, "subscribe.html").contains("pupils.ics"));
    assert!(!is_there(&files, "pupils/calendar.html"));
}

#[test]
fn tables_of_few_people_are_not_published() {
    let table =
        "title: Placements\nmeasures: Number of pupils\nunit: people\nrows: { Year 10: 31, Year 7: 4 }\nsource: us\n";
    let files = site("", &[("evaluation/figures/a.yaml", table)]);
    let html = page(&files, "evaluation/index.html");
    assert!(
        html.contains("Placements") && !html.contains("<td>31") && !page(&files, "programme.json").contains("\"31\"")
    );
}

#[test]
fn an_activity_can_have_several_points() {
    let plan = "activities:\n  - title: Work week\n    when: all year\n    kind: workplace\n    about:\n      \
                - Five days with an employer\n      - A diary, read by your tutor\n    staff: Visit on day three.\n  \
                - { title: Quiz, when: spring, kind: lesson, about: Ten questions. }\n";
    let files = site("", &[("programme/year-7.md", plan)]);
    for path in ["pupils/year-7.html", "parents/year-7.html", "programme/index.html", "programme/by-term.html"] {
        let html = page(&files, path);
        assert!(html.contains("<li>Five days with an employer</li>"), "{path}");
        assert!(
            html.contains("<li>A diary, read by your tutor</li>") && html.contains("<dd>Ten questions.</dd>"),
            "{path}"
        );
    }
    assert!(page(&files, "staff/index.html").contains("Five days with an employer; A diary, read by your tutor"));
    let data = page(&files, "programme.json").replace(": ", ":");
    assert!(data.contains("\"about\":\"Five days with an employer A diary, read by your tutor\""), "{data}");
    assert!(data.contains("\"about\":\"Ten questions.\"") && data.contains("\"points\":[]"), "{data}");
}

#[test]
fn others_than_the_five_groups_review_the_programme() {
    let survey =
        "title: Link governor's visit\nfrom: governors\ndate: 2026-07-01\nresponded: not stated\nheard: [Well led]\n";
    let actions = "actions:\n  - { said: More local jobs, by: careers-hub, did: A new partner }\n  \
                   - { said: Tell us of pay, by: alumni, did: A talk on pay }\n";
    let impact = "methods:\n  - { what: Review day, who: [providers, governors], when: July }\n";
    let files = site(
        "",
        &[("evaluation/surveys/g.yaml", survey), ("evaluation/actions.yaml", actions), ("evaluation.md", impact)],
    );
    let feedback = text_of(page(&files, "evaluation/feedback.html"));
    assert!(feedback.contains("Governors Link governor's visit") && feedback.contains("Well led"), "{feedback}");
    assert!(feedback.contains("The careers hub said More local jobs"), "{feedback}");
    assert!(feedback.contains("Alumni said Tell us of pay"), "{feedback}");
    let evaluation = text_of(page(&files, "evaluation/index.html"));
    assert!(evaluation.contains("Review day colleges and training providers and governors July"), "{evaluation}");
    assert!(page(&files, "programme.json").contains("governors"));
    // The benchmarks ask for five groups, whoever else is asked.
    let welsh = site("language: cy\n", &[("evaluation/actions.yaml", actions)]);
    assert!(text_of(page(&welsh, "evaluation/feedback.html")).contains("hyb gyrfaoedd"));
}

#[test]
fn numbers_of_people_are_next_to_percentages() {
    let table =
        |rest: &str| format!("title: In learning\nmeasures: Share in learning\nunit: percent\nsource: us\n{rest}");
    let years = table("columns: [2024, 2025]\nrows: { Year 11: [96, 97.5] }\ncohorts: { 2024: 182, 2025: 290 }\n");
    let rows = table("rows: { 2024: 96, 2025: 97.5 }\ncohorts: { 2024: 182 }\n");
    let few = table("rows: { 2024: 96 }\ncohorts: { 2024: 5 }\n");
    let files = site(
        "",
        &[
            ("evaluation/figures/a.yaml", years.as_str()),
            ("evaluation/figures/b.yaml", rows.as_str()),
            ("evaluation/figures/c.yaml", few.as_str()),
        ],
    );
    let html = page(&files, "evaluation/index.html");
    let text = text_of(html);
    assert!(text.contains("2024 2025 Year 11 96% 97.5% People 182 290"), "{text}");
    assert!(text.contains("Share in learning People 2024 96% 182 2025 97.5% Source"), "{text}");
    assert!(text.contains("because some are so small that they could identify people"), "{text}");
    assert!(page(&files, "programme.json").contains("\"182\""));
}

#[test]
fn a_table_can_be_shown_without_the_figures_of_its_smallest_group() {
    let table = |people: &str, ours: &str| {
        format!(
            "title: Level 2\nmeasures: Share in learning\nunit: percent\nsource: us\ncolumns: [Ours, England]\n\
             rows: {{ Learning: [{ours}, 15] }}\ncohorts: {{ Ours: {people}, England: 72 026 }}\n"
        )
    };
    let text = |people: &str, ours: &str| {
        let files = site("", &[("evaluation/figures/a.yaml", table(people, ours).as_str())]);
        (text_of(page(&files, "evaluation/index.html")), page(&files, "programme.json").to_owned())
    };
    let (html, data) = text("fewer than 6", "not published");
    assert!(html.contains("Learning not published 15% People fewer than 6 72 026"), "{html}");
    assert!(data.contains("72 026"));
    for (people, ours) in [("4", "not published"), ("fewer than 6", "25"), ("Up to 5", "25%")] {
        let (html, data) = text(people, ours);
        assert!(html.contains("so small that they could identify people") && !html.contains("15%"), "{people}: {html}");
        assert!(!data.contains("72 026"), "{people}");
    }
}

#[test]
fn times_of_activities_are_shown_in_the_words_of_the_school() {
    let plan = "activities:\n  - { title: Review, when: by Easter 2027, kind: guidance, benchmarks: [8] }\n  \
                - { title: Diary, when: [autumn, end of March], kind: lesson, subjects: [Art] }\n";
    let files = site("", &[("programme/year-7.md", plan)]);
    let year = text_of(page(&files, "pupils/year-7.html"));
    assert!(year.contains("Spring term 4 January 2027 to 26 March 2027 Review By Easter 2027"), "{year}");
    assert!(year.contains("Diary Autumn term, end of March"), "{year}");
    assert!(text_of(page(&files, "staff/subjects.html")).contains("Autumn term, end of March"));
    assert!(page(&files, "programme.json").contains("by Easter 2027"));
}
