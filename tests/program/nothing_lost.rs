//! Nothing that is written is lost: the value of every key reaches a page of everyone it is for.

use std::collections::{BTreeSet, HashMap};
use std::fs;

use fingerpost::programme::CONTENT_FILES;

use crate::common::{facts, pages, plain, text_of};
use crate::mistakes::School;

/// A plan with a different word as the value of every key.
const PLAN: &str = "theme: Thematheme
aim: Aimaim
question: Questionquestion
outcomes: [Outcomeoutcome, { can: Cancan, level: Levellevel }]
choices:
  - what: Whatwhat
    when: Whenwhen
    note: Notenote
help: [Helphelp]
pupils: Pupilspupils
parents: Parentsparents
staff: Staffstaff
employers: Employersemployers
activities:
  - title: Titletitle
    when: all year
    kind: lesson
    about: Aboutabout
    benchmarks: [4]
    subjects: [Subjectsubject]
    with: [Withwith]
    skills: [Skillsskills]
    led-by: Leaderleader
    resources: Resourceresource
    needs: Needsneeds
    parents-invited: yes
    pupils: Forpupils
    parents: Forparents
    staff: Forstaff
    employers: Foremployers
";

/// For each key of a plan or its activities, the pages on which its value must be. `GROUP` is each of the groups.
const REACHES: &[(&str, &[&str])] = &[
    ("Thematheme", &["pupils/GROUP.html", "parents/GROUP.html"]),
    ("Aimaim", &["pupils/GROUP.html", "parents/GROUP.html"]),
    ("Questionquestion", &["pupils/GROUP.html", "parents/GROUP.html"]),
    ("Outcomeoutcome", &["pupils/GROUP.html", "parents/GROUP.html", "programme/index.html"]),
    ("Cancan", &["pupils/GROUP.html", "parents/GROUP.html", "programme/index.html", "programme/outcomes.html"]),
    ("Levellevel", &["programme/outcomes.html"]),
    ("Whatwhat", &["pupils/GROUP.html", "parents/GROUP.html"]),
    ("Whenwhen", &["pupils/GROUP.html", "parents/GROUP.html"]),
    ("Notenote", &["pupils/GROUP.html", "parents/GROUP.html"]),
    ("Helphelp", &["parents/GROUP.html"]),
    ("Pupilspupils", &["pupils/GROUP.html"]),
    ("Parentsparents", &["parents/GROUP.html"]),
    ("Staffstaff", &["staff/index.html"]),
    ("Employersemployers", &["employers/year.html"]),
    ("Bodybody", &["pupils/GROUP.html", "parents/GROUP.html", "programme/index.html"]),
    ("Titletitle", &["pupils/GROUP.html", "parents/GROUP.html", "staff/index.html", "programme/index.html"]),
    ("Aboutabout", &["pupils/GROUP.html", "parents/GROUP.html", "programme/index.html"]),
    ("Subjectsubject", &["staff/subjects.html"]),
    ("Withwith", &["pupils/GROUP.html", "parents/GROUP.html"]),
    ("Skillsskills", &["pupils/GROUP.html"]),
    ("Leaderleader", &["staff/index.html"]),
    ("Resourceresource", &["staff/index.html"]),
    ("Needsneeds", &["employers/year.html"]),
    ("Forpupils", &["pupils/GROUP.html"]),
    ("Forparents", &["parents/GROUP.html"]),
    ("Forstaff", &["staff/index.html"]),
    ("Foremployers", &["employers/year.html"]),
];

/// A school whose only plan is the one above.
fn school_with(plan: &str, groups: &str) -> School {
    let school = School::new();
    for year in 7..=11 {
        fs::remove_file(school.path().join(format!("programme/year-{year}.md"))).expect("removed");
    }
    for text in ["programme.md", "pupils.md", "parents.md"] {
        let path = school.path().join(text);
        let kept = fs::read_to_string(&path).expect("a text");
        let kept = kept.lines().filter(|line| !line.contains("(programme/year-"));
        fs::write(path, kept.map(|line| format!("{line}\n")).collect::<String>()).expect("written");
    }
    school.add(plan, format!("---\n{groups}{PLAN}---\n\nBodybody\n"));
    school
}

fn assert_reaches(plan: &str, groups: &str, ids: &[&str]) {
    let school = school_with(plan, groups);
    let mut findings = Default::default();
    let site = fingerpost::build_in_memory(school.path(), facts(), super::mistakes::TODAY, &mut findings);
    let files = site.expect("a site").files;
    let pages = pages(&files);
    let mut lost = BTreeSet::new();
    for (value, addresses) in REACHES {
        let of_groups = |address: &&str| match address.contains("GROUP") {
            true => ids.iter().map(|id| address.replace("GROUP", id)).collect(),
            false => vec![(*address).to_owned()],
        };
        for address in addresses.iter().flat_map(of_groups) {
            let page = pages.iter().find(|(path, _)| **path == address);
            let text = page.map(|(_, html)| text_of(html)).unwrap_or_default();
            if !text.contains(value) {
                lost.insert(format!("{value} is not on {address}"));
            }
        }
    }
    assert!(lost.is_empty(), "{plan} with `{groups}`: {lost:#?}");
    let staff = pages.iter().find(|(path, _)| *path == "staff/index.html").map(|(_, html)| text_of(html));
    let parts = staff.map_or(0, |text| text.matches("Titletitle").count());
    // What is for every group is listed once.
    let expected = if groups.contains("all") { 1 } else { ids.len() };
    assert_eq!(parts, expected, "each group's part of the page for staff has the activity");
}

#[test]
fn every_key_of_a_plan_reaches_its_readers() {
    assert_reaches("programme/year-7.md", "", &["year-7"]);
    assert_reaches("programme/both.md", "groups: [year-7, year-8]\n", &["year-7", "year-8"]);
    assert_reaches("programme/all.md", "groups: all\n", &["year-7", "year-8", "year-9", "year-10", "year-11"]);
}

#[test]
fn a_plan_for_several_groups_adds_to_the_plan_of_each() {
    let own = ["Owntheme", "Ownaim", "Ownquestion", "Ownoutcome", "Ownbody"];
    let shared = ["Thematheme", "Aimaim", "Questionquestion", "Outcomeoutcome", "Bodybody"];
    let of_year_7 = ["pupils/year-7.html", "parents/year-7.html", "staff/year-7.html"];
    let several = site_with_own_plan("programme/both.md", "groups: [year-7, year-8]\n");
    for page in of_year_7.into_iter().chain(["programme/index.html"]) {
        assert_on(&several, page, &own);
        assert_on(&several, page, &shared);
    }
    // What a plan for every group is about is part of the programme. The page of a group has the rest.
    let all = site_with_own_plan("programme/all.md", "groups: all\n");
    assert_on(&all, "programme/index.html", &shared);
    for site in [several, all] {
        of_year_7.iter().for_each(|page| assert_on(&site, page, &own));
        assert_on(&site, "pupils/year-7.html", &["Outcomeoutcome", "Whatwhat", "Pupilspupils"]);
        assert_on(&site, "parents/year-7.html", &["Outcomeoutcome", "Helphelp", "Parentsparents"]);
    }
}

/// The text of each page of a school in which Year 7 has a plan of its own too.
fn site_with_own_plan(plan: &str, groups: &str) -> HashMap<String, String> {
    let school = school_with(plan, groups);
    let own = "theme: Owntheme\naim: Ownaim\nquestion: Ownquestion\noutcomes: [Ownoutcome]\n";
    school.add("programme/year-7.md", format!("---\n{own}---\n\nOwnbody\n"));
    let mut findings = Default::default();
    let site = fingerpost::build_in_memory(school.path(), facts(), super::mistakes::TODAY, &mut findings);
    let files = site.expect("a site").files;
    pages(&files).iter().map(|(path, html)| ((*path).to_owned(), text_of(html))).collect()
}

fn assert_on(site: &HashMap<String, String>, page: &str, values: &[&str]) {
    for value in values {
        assert!(site[page].contains(value), "{value} is not on {page}");
    }
}

#[test]
fn every_key_of_a_plan_is_tested() {
    let schema = CONTENT_FILES.iter().find(|kind| kind.name == "group").expect("a schema").json();
    let keys = |schema: &serde_json::Value| -> Vec<String> {
        let properties = schema["properties"].as_object().expect("keys");
        properties.keys().cloned().collect()
    };
    // These have no text of their own, or other tests.
    let others = [
        "groups",
        "activities",
        "event",
        "when",
        "kind",
        "benchmarks",
        "areas",
        "provider",
        "attendance",
        "status",
        "strand",
    ]
    .into_iter()
    .chain(["technical", "covers", "hours", "mode", "alumni", "meaningful"])
    .collect::<Vec<_>>();
    let activity = &schema["properties"]["activities"]["anyOf"][1];
    for key in keys(&schema).into_iter().chain(keys(activity)) {
        let is_tested =
            PLAN.lines().any(|line| line.trim_start().trim_start_matches("- ").starts_with(&format!("{key}:")));
        assert!(is_tested || others.contains(&key.as_str()), "no test proves where `{key}` is shown");
    }
}

/// An event with a different word as the value of every key.
const EVENT: &str = "title: Titletitle
date: 2027-01-14
starts: 09:17
ends: 10:43
place: Placeplace
online: https://online.example/join
summary: Summarysummary
kind: talk
audiences: [pupils, parents, staff, employers]
benchmarks: [5]
with: [Withwith]
booking: https://booking.example/form
needs: Needsneeds
needs-by: 2027-01-07
pupils: Forpupils
parents: Forparents
staff: Forstaff
employers: Foremployers
";

#[test]
fn every_key_of_an_event_reaches_its_readers() {
    let page = "events/2027-01-14-event.html";
    for (groups, ids) in [
        ("groups: [year-7]\n", &["year-7"][..]),
        ("groups: [year-7, year-8]\n", &["year-7", "year-8"]),
        ("", &["year-7", "year-8", "year-9", "year-10", "year-11"]),
    ] {
        let school = School::new();
        school.add("events/2027-01-14-event.md", format!("---\n{EVENT}{groups}---\n\nBodybody\n"));
        let mut findings = Default::default();
        let site = fingerpost::build_in_memory(school.path(), facts(), super::mistakes::TODAY, &mut findings);
        let files = site.expect("a site").files;
        let pages = pages(&files);
        let html = |address: &str| pages.iter().find(|(path, _)| *path == address).map_or("", |(_, html)| *html);
        let on = |address: &str, values: &[&str]| {
            let html = plain(html(address));
            let lost: Vec<&&str> = values.iter().filter(|value| !html.contains(**value)).collect();
            assert!(lost.is_empty(), "`{groups}`: {lost:?} are not on {address}");
        };
        on(page, &["Titletitle", "14 January", "9:17am", "10:43am", "Placeplace", "https://online.example/join"]);
        on(
            page,
            &["Summarysummary", "Withwith", "https://booking.example/form", "Bodybody", "Forpupils", "Forparents"],
        );
        on("employers/index.html", &["Titletitle", "Needsneeds", "Foremployers"]);
        on("staff/year.html", &["Titletitle", "Forstaff"]);
        for id in ids {
            on(&format!("pupils/{id}.html"), &["Titletitle", "Forpupils"]);
            on(&format!("parents/{id}.html"), &["Titletitle", "Forparents"]);
        }
    }
}

#[test]
fn several_times_inclusion_and_the_order_of_tables_reach_their_readers() {
    let school = School::new();
    let opportunity = "  - group: year-9\n    when: [autumn 2, march, by Easter]\n    what: Whatwhat\n";
    school.add("provider-access.md", format!("---\nopportunities:\n{opportunity}---\n\nText.\n"));
    school.add("programme.md", "---\ninclusion: Inclusioninclusion\n---\n\nText.\n");
    for (name, order) in [("a", "order: 2\n"), ("b", "order: 1\n"), ("c", "")] {
        let table =
            format!("title: Table {name}\nmeasures: Share\nunit: percent\nrows: {{ All: 80 }}\nsource: us\n{order}");
        school.add(&format!("evaluation/figures/{name}.yaml"), table);
    }
    let mut findings = Default::default();
    let site = fingerpost::build_in_memory(school.path(), facts(), super::mistakes::TODAY, &mut findings);
    let files = site.expect("a site").files;
    let site: HashMap<String, String> =
        pages(&files).iter().map(|(path, html)| ((*path).to_owned(), text_of(html))).collect();
    assert_on(&site, "provider-access.html", &["Autumn term, second half and March, by Easter Whatwhat"]);
    for page in ["pupils/index.html", "parents/index.html", "programme/index.html"] {
        assert_on(&site, page, &["Inclusioninclusion"]);
    }
    let evaluation = &site["evaluation/index.html"];
    let at = |name: &str| evaluation.find(&format!("Table {name}")).expect("the table");
    assert!(at("b") < at("a") && at("a") < at("c"), "{evaluation}");
}
