//! Words that schools use: read where their meaning is certain, suggested where it is not.

use fingerpost::programme::Audience;

use super::{School, assert_found};

/// Lines of an event that has a day.
fn assert_read(lines: &str) {
    let school = School::new();
    school.event("events/2027-01-14-fair.md", lines);
    assert_found(&school, &[]);
}

#[test]
fn keys_in_capitals_are_read() {
    let school = School::new();
    school.add("events/2027-01-14-fair.md", "---\nTitle: Fair\nAudiences: [Pupils]\nStarts: 17:00\n---\n");
    assert_found(&school, &[]);
}

#[test]
fn other_words_for_audiences_are_read() {
    assert_read("audiences: [students, families, teachers, businesses]\n");
    assert_read("audiences: Learners, Carers\nstudents: Bring a pen.\n");
    let school = School::new();
    school.change("school.yaml", "# words:", "words:").change("school.yaml", "#   staff: staff", "  staff: teachers");
    school.change("evaluation.md", "who: [staff]", "who: [teachers]");
    assert_found(&school, &[]);
}

#[test]
fn parents_and_carers_named_together_are_one_audience() {
    let school = School::new();
    school.event("events/2027-01-14-fair.md", "audiences: [pupils, parents, carers]\n");
    let sources = fingerpost::read::read(school.path(), None, &mut Default::default());
    let programme =
        fingerpost::programme::load(&sources, crate::common::facts(), super::TODAY, &mut Default::default());
    let programme = programme.expect("a programme");
    let fair = programme.events.iter().find(|event| event.title == "Careers fair").expect("the event");
    assert_eq!(fair.audiences.0, [Audience::Pupils, Audience::Parents]);
}

#[test]
fn groups_are_read_as_schools_write_them() {
    for groups in ["Y9", "[Y9, Yr 10, Year10, yr11, 7]", "Years 9-11", "Year 7, Year 8", "KS4", "All years"] {
        assert_read(&format!("audiences: [pupils]\ngroups: {groups}\n"));
    }
    let school = School::new();
    school.event("events/2027-01-14-fair.md", "audiences: [pupils]\ngroups: Years 9-13\n");
    assert_found(&school, &[&["[unknown-group]", "`Years 9-13`", "year-7, year-8, year-9, year-10, year-11"]]);
}

#[test]
fn benchmarks_are_read_as_schools_write_them() {
    assert_read("audiences: [pupils]\nbenchmarks: [BM5, GB 3, Benchmark 2, bm8]\n");
    let school = School::new();
    school.event("events/2027-01-14-fair.md", "audiences: [pupils]\nbenchmarks: [BM9]\n");
    assert_found(&school, &[&["[out-of-range]", "BM9 is not between 1 and 8"]]);
}

#[test]
fn times_are_read_or_suggested() {
    let school = School::new();
    let plan = "programme/year-7.md";
    school.change(plan, "autumn 1", "Aut 1").change(plan, "spring 1", "Spr 1").change(plan, "summer 1", "June 2027");
    assert_found(&school, &[]);
    school.change(plan, "Aut 1", "Term 6").change(plan, "June 2027", "December 2025").change(plan, "Spr 1", "weekly");
    assert_found(&school, &[&["`Term 6`", "`summer 2`"], &["`December 2025`", "`december 2026`"]]);
}

#[test]
fn keys_that_teachers_write_are_suggested() {
    let school = School::new();
    school.event("events/2027-01-14-fair.md", "audiences: [pupils]\nwhere: Hall\ntime: 5 pm\n");
    assert_found(&school, &[&["`where`", "Did you mean `place`?"], &["`time`", "Did you mean `starts` and `ends`?"]]);
    school.event("events/2027-01-14-fair.md", "who: [pupils]\n");
    assert_found(&school, &[&["`who`", "Did you mean `audiences`?"]]);
}
