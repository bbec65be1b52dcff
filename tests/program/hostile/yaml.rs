//! YAML with mistakes, bombs, and values out of range.

use super::{FAIR, SCHOOL, TEAM, TestSite, event};

#[test]
fn a_yaml_bomb_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        bomb += &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 10].join(", "));
    }
    TestSite::published().with("offers.yaml", bomb).refuses_only("yaml-too-complex");
}

#[test]
fn deeply_nested_yaml_is_refused() {
    TestSite::published().with("offers.yaml", "[".repeat(100_000)).refuses_only("yaml-too-complex");
    let steps: String = (0..500).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    TestSite::published().with("offers.yaml", steps).refuses_only("yaml-too-complex");
}

#[test]
fn common_yaml_mistakes_are_refused() {
    for yaml in [
        "title:\n\t- fair",
        "title: \"Fair",
        "title: 'Fair",
        "title: Careers: fair",
        "title: @home",
        "title: [fair",
        "title: {a: b",
    ] {
        TestSite::published().with("events/2027-03-04-fair.md", event(yaml)).refuses_only("yaml-syntax");
    }
}

#[test]
fn unclosed_front_matter_is_refused() {
    TestSite::published()
        .with("pages/options.md", "---\ntitle: Options\n\nText\n")
        .refuses_only("unclosed-front-matter");
}

#[test]
fn a_duplicate_key_is_refused() {
    TestSite::published().with("team.yaml", format!("{TEAM}    name: Sam Reed\n")).refuses_only("duplicate-key");
}

#[test]
fn files_without_a_map_are_refused() {
    for text in
        ["- a\n- b\n", "just words\n", "42\n", "--- a\n--- b\n", "? [a]\n: b\n", "!!python/object:os.system x\n"]
    {
        let output = TestSite::published().with("school.yaml", text).build();
        assert_eq!(output.exit, 1, "{text:?}: {}", output.all);
        assert!(!output.codes.is_empty(), "{text:?} is refused without a finding");
    }
}

#[test]
fn numbers_out_of_range_are_refused() {
    let survey = |responded: &str| {
        format!(
            "title: S\nfrom: parents\ndate: 2026-06-25\nresponded: {responded}\nquestions:\n  - question: Q\n    counts: {{ A: 4294967295, B: 4294967295 }}\n    choose-many: yes\n"
        )
    };
    for number in ["99999999999999999999999", "4294967296", "-1", "0x10"] {
        TestSite::published().with("evaluation/surveys/s.yaml", survey(number)).refuses("wrong-type");
    }
    TestSite::published().with("evaluation/surveys/s.yaml", survey("4294967295")).accepts();
    TestSite::published()
        .with("events/2027-03-04-fair.md", event("title: Fair\nbenchmarks: [99999999999999999999]"))
        .refuses("out-of-range");
}

#[test]
fn words_that_look_like_numbers_stay_text() {
    for word in ["1e400", ".inf", ".nan", "0777", "1_000", "12:30:45", "~", "off"] {
        let output = TestSite::published().with("school.yaml", format!("{SCHOOL}tagline: {word}\n")).accepts();
        assert!(output.codes.len() < 2, "{word}: {}", output.all);
    }
}

#[test]
fn impossible_and_extreme_dates_are_reported() {
    for day in ["0000-00-00", "2027-02-30", "99999-01-01", "-0001-01-01", "31 June 2027"] {
        TestSite::published().with("events/fair.md", event(&format!("title: Fair\ndate: {day}"))).refuses("bad-date");
    }
    let output = TestSite::published()
        .with("events/fair.md", event("title: Fair\ndate: 9999-12-31\nuntil: 9999-12-31"))
        .accepts();
    output.reports("outside-year");
    TestSite::published().with("events/0000-01-01-fair.md", event("title: Fair")).accepts().reports("outside-year");
}

#[test]
fn an_academic_year_in_9999_builds() {
    let school = SCHOOL
        .replace("2026-09-01", "9999-01-01")
        .replace("2026-09-02", "9999-01-01")
        .replace("2026-12-18", "9999-12-31");
    let activities = "---\nactivities:\n  - { title: A, when: march, kind: talk }\n  - { title: B, when: autumn, kind: talk }\n---\n";
    let output = TestSite::published().with("school.yaml", school).with("programme/year-7.md", activities).build();
    assert!(output.exit < 2, "{}", output.all);
}

#[test]
fn an_event_of_eight_thousand_years_builds() {
    let output =
        TestSite::published().with("events/2027-03-04-fair.md", event("title: Fair\nuntil: 9999-12-31")).build();
    assert!(output.exit < 2, "{}", output.all);
}

#[test]
fn empty_abbreviations_do_no_harm() {
    let school = format!("{SCHOOL}abbreviations: {{ '': Nothing, ' ': Space, a: Letter }}\n");
    let output = TestSite::published().with("school.yaml", school).with_page("A word and a letter.").build();
    assert!(output.exit < 2, "{}", output.all);
}

#[test]
fn five_thousand_groups_build() {
    let reports: Vec<String> = (0..5_000).map(|number| format!("Pathway {number}")).collect();
    let site = TestSite::published().with("school.yaml", SCHOOL.replace("Year 7, Year 8", &reports.join(", ")));
    let output = site.build();
    assert!(output.exit < 2, "{}", output.all);
}

#[test]
fn an_event_in_two_files_is_refused() {
    let site =
        TestSite::published().with("events/2027-03-04-fair.md", FAIR).with("events/2027-03-04-careers-fair.md", FAIR);
    site.refuses_only("duplicate");
}
