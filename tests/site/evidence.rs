//! What counts as evidence for the criteria of the benchmarks, and what does not.

use std::fs;

use camino::Utf8Path;
use fingerpost::programme::criteria;
use jiff::civil::date;

const YEARS: &str = "Year 7, Year 8, Year 9, Year 10, Year 11, Year 12, Year 13";

/// What is missing for a criterion in a school with these lines in school.yaml and these files; empty if it is shown.
fn missing(criterion: &str, lines: &str, files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(folder.path()).expect("Unicode");
    let school = format!(
        "name: Ridgeway\nkind: academy\nyear: {{ label: 2026-27, starts: 2026-09-01 }}\ngroups: [{YEARS}]\n{lines}\n"
    );
    let team = "people:\n  - { role: careers-leader, email: careers@ridgeway.example }\n";
    for (path, text) in [("school.yaml", school.as_str()), ("team.yaml", team)].iter().chain(files) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let facts = crate::common::facts();
    let today = date(2026, 11, 23);
    let mut findings = fingerpost::report::Findings::default();
    let sources = fingerpost::read::read(root, None, &mut findings);
    let programme = fingerpost::programme::load(&sources, facts, today, &mut findings).expect("a programme");
    let statuses = criteria(&programme, facts, today);
    let status = statuses.iter().find(|status| status.criterion.id == criterion).expect("the criterion");
    status.missing().filter_map(|shown| shown.missing.as_deref()).collect::<Vec<_>>().join("; ")
}

fn plan(activities: &str) -> String {
    format!("---\nactivities:\n{activities}---\n\nThis year.\n")
}

fn event(lines: &str) -> String {
    format!("---\ntitle: A visit\naudiences: [pupils]\n{lines}\n---\n\nWelcome.\n")
}

#[test]
fn higher_education_needs_two_visits_to_universities() {
    let visit = |title: &str, provider: &str| {
        event(&format!("kind: visit\nbenchmarks: [7]\ngroups: [year-12]\nprovider: {provider}"))
            .replace("A visit", title)
    };
    let college = ("events/2026-12-01-a.md", visit("One", "further-education-college"));
    let first = ("events/2026-12-02-b.md", visit("Two", "university"));
    let second = ("events/2026-12-03-c.md", visit("Three", "university"));
    let of = |events: &[&(&'static str, String)]| {
        missing("7.2", "", &events.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>())
    };
    assert!(of(&[&college, &first]).contains("two visits to universities"));
    assert_eq!(of(&[&college, &first, &second]), "");
    let planned = plan(
        "  - { title: A day at university, kind: visit, when: autumn, benchmarks: [7], groups: [year-12], \
         provider: university, event: 2026-12-02-b }\n",
    );
    let once = [("programme/year-12.md", planned), first];
    assert!(of(&once.iter().collect::<Vec<_>>()).contains("two visits"), "the event is the activity's");
    let same = |with: &str| visit("University day", &format!("university\nwith: [{with}]"));
    let to = |other: &str| {
        of(&[&("events/2026-12-02-b.md", same("University of Seaford")), &("events/2026-12-03-c.md", same(other))])
    };
    assert_eq!(to("University of Westmoor"), "");
    assert!(to("University of Seaford").contains("two visits"));
}

#[test]
fn range_of_providers_counts_what_all_pupils_meet_by_sixteen() {
    let with = |groups: &str, attendance: &str| {
        let text =
            event(&format!("benchmarks: [7]\ngroups: [{groups}]\nprovider: university\nattendance: {attendance}"));
        missing("7.1", "", &[("events/2026-12-02-b.md", &text)])
    };
    assert!(with("year-12", "everyone").contains("a university"));
    assert!(with("year-11", "optional").contains("a university"));
    assert!(!with("year-11", "everyone").contains("a university"));
}

#[test]
fn workplaces_by_sixteen_need_two_experiences_and_their_hours() {
    let one = plan("  - { title: Half a day, kind: workplace, when: autumn, benchmarks: [6], hours: 3 }\n");
    let year_8 = missing("6.1", "", &[("programme/year-8.md", &one)]);
    assert!(year_8.contains("two different experiences"), "{year_8}");
    assert!(year_8.contains("Years 7 to 9 (3 of 25 hours are planned)"), "{year_8}");
    let week = |title: &str, more: &str| {
        plan(&format!("  - {{ title: {title}, kind: workplace, when: autumn, benchmarks: [6], hours: 25{more} }}\n"))
    };
    let of = |first: &str, second: &str| {
        missing("6.1", "", &[("programme/year-8.md", first), ("programme/year-10.md", second)])
    };
    assert_eq!(of(&week("Our week", ""), &week("Their week", "")), "");
    let same_twice = of(&week("Our week", ""), &week("Our week", ""));
    assert!(same_twice.contains("two different experiences") && !same_twice.contains("hours"), "{same_twice}");
    let for_some = of(&week("Our week", ""), &week("Their week", ", attendance: optional"));
    assert!(for_some.contains("two different experiences") && for_some.contains("Years 10 and 11"), "{for_some}");
}

#[test]
fn preparing_for_a_workplace_is_no_experience_of_one() {
    let lessons = plan(
        "  - { title: Finding a placement, kind: tutor-time, when: autumn, benchmarks: [6] }\n  \
         - { title: Looking back, kind: lesson, when: summer, benchmarks: [6] }\n",
    );
    assert!(missing("6.1", "", &[("programme/year-10.md", &lessons)]).contains("two different experiences"));
    let visits = lessons.replace("tutor-time", "visit").replace("lesson", "workplace");
    assert!(!missing("6.1", "", &[("programme/year-10.md", &visits)]).contains("two different experiences"));
}

#[test]
fn each_subject_counts_in_each_year_in_which_it_is_taught() {
    let drama = plan("  - { title: Stage, kind: lesson, when: autumn, benchmarks: [4], subjects: [Drama] }\n");
    let only_year_7 = missing("4.1", "subjects: [Drama]", &[("programme/year-7.md", &drama)]);
    assert!(only_year_7.contains("Drama (Year 8, Year 9"), "{only_year_7}");
    let taught = missing("4.1", "subjects: [{ name: Drama, years: [7] }]", &[("programme/year-7.md", &drama)]);
    assert!(!taught.contains("Drama"), "{taught}");
}

#[test]
fn former_pupils_need_a_key_and_not_a_phrase() {
    let text = |key: &str| {
        plan(&format!(
            "  - {{ title: Talks, kind: talk, when: autumn, {key}pupils: Former pupils do not come yet. }}\n"
        ))
    };
    assert!(missing("3.6", "", &[("programme/year-9.md", &text(""))]).contains("former pupils"));
    assert!(!missing("3.6", "", &[("programme/year-9.md", &text("alumni: yes, "))]).contains("former pupils"));
}

#[test]
fn page_for_parents_counts_only_if_it_serves_benchmark_2() {
    let page = |lines: &str| format!("---\ntitle: Lunch\naudiences: [parents]\n{lines}---\n\nSoup.\n");
    assert!(missing("2.2", "", &[("pages/lunch.md", &page(""))]).contains("careers information"));
    assert_eq!(missing("2.2", "", &[("pages/lunch.md", &page("benchmarks: [2]\n"))]), "");
}

#[test]
fn training_of_another_year_does_not_count() {
    let training = event("kind: training");
    assert!(missing("4.2", "", &[("events/2025-10-01-a.md", &training)]).contains("training"));
    assert_eq!(missing("4.2", "", &[("events/2026-10-01-a.md", &training)]), "");
}

#[test]
fn what_is_proposed_or_cancelled_does_not_count() {
    let talk = |status: &str| {
        plan(&format!("  - {{ title: Talk, kind: talk, when: autumn, benchmarks: [3], with: [Lorimer], {status}}}\n"))
    };
    let role_models = |status: &str| missing("3.1", "", &[("programme/year-9.md", &talk(status))]);
    assert!(!role_models("").contains("people who show what is possible"));
    assert!(role_models("status: proposed ").contains("people who show what is possible"));
    assert!(role_models("status: cancelled ").contains("people who show what is possible"));
}

#[test]
fn role_models_need_the_schools_own_words_too() {
    let talk = plan("  - { title: Talk, kind: talk, when: autumn, benchmarks: [3], with: [Lorimer] }\n");
    let talk = ("programme/year-9.md", talk.as_str());
    let in_part = missing("3.1", "", &[talk]);
    assert!(in_part.starts_with("a sentence by the school on how it challenges stereotypes"), "{in_part}");
    let words = "criteria:\n  - { criterion: \"3.1\", shown: We look at who is missing. }\n";
    assert_eq!(missing("3.1", "", &[talk, ("evaluation/evidence.yaml", words)]), "");
}

#[test]
fn guidance_counts_if_all_of_a_year_have_a_meeting() {
    let of = |kind: &str, year_11: &str, year_12: &str| {
        let guidance = |attendance: &str| {
            plan(&format!("  - {{ title: Talk, kind: {kind}, when: autumn, benchmarks: [8]{attendance} }}\n"))
        };
        let (younger, older) = (guidance(year_11), guidance(year_12));
        missing("8.1", "", &[("programme/year-11.md", &younger), ("programme/year-12.md", &older)])
    };
    let everyone = ", attendance: everyone";
    assert_eq!(of("guidance", everyone, everyone), "the careers adviser's qualification");
    assert!(of("guidance", ", attendance: optional", everyone).contains("for all by the age of 16"));
    assert!(of("guidance", everyone, "").contains("a further guidance meeting for all from 16 to 18"));
    assert!(of("tutor-time", everyone, everyone).contains("for all by the age of 16"));
    let counts = |day: &str| format!("as-of: {day}\nmeetings:\n  - {{ group: Year 11, offered: 60, met: 60 }}\n");
    let counted = |day: &str| missing("8.1", "", &[("evaluation/guidance/a.yaml", &counts(day))]);
    assert!(counted("2026-11-02").contains("for all by the age of 16"), "not everybody has been offered one by then");
    assert!(!counted("2026-07-10").contains("for all by the age of 16"));
}

#[test]
fn how_to_get_guidance_is_found_wherever_it_is_written() {
    let with = |text: &str| missing("8.2", "", &[("guidance.md", text)]);
    for text in [
        "---\nbook: Ask your tutor.\n---\n",
        "---\ndrop-in: Tuesdays at lunch, in the library.\n---\n",
        "---\npupils: Ask your tutor for a slip.\n---\n\nEverybody has a meeting in Year 11.\n",
        "Everybody has a meeting. To book one, write to careers@ridgeway.example.\n",
    ] {
        assert_eq!(with(text), "", "{text}");
    }
    assert!(with("Everybody has a meeting in Year 11.\n").contains("how to get personal guidance"));
    assert!(with("---\nbook: (Example) Ask your tutor.\n---\n").contains("how to get personal guidance"));
}

#[test]
fn nothing_is_asked_for_applicants() {
    let college = |groups: &str| {
        let school = format!(
            "name: A College\nkind: fe-college\nyear: {{ label: 2026-27, starts: 2026-09-01 }}\ngroups: [{groups}]\n"
        );
        let plan = plan(
            "  - { title: One, when: all year, kind: encounter, benchmarks: [5] }\n  \
             - { title: Two, when: all year, kind: encounter, benchmarks: [5] }\n",
        );
        missing("5.1", "", &[("school.yaml", school.as_str()), ("programme/level-2.md", plan.as_str())])
    };
    assert_eq!(college("Level 2, Applicants"), "");
    assert_eq!(college("Level 2, { name: Welcome week, learners: no }"), "");
    assert!(college("Level 2, Level 3").contains("Level 3"));
    assert!(college("Level 2, { name: Applicants, learners: yes }").contains("Applicants"));
}

#[test]
fn advisers_count_if_their_qualification_is_named() {
    let guidance =
        |adviser: &str| missing("8.1", "", &[("guidance.md", &format!("---\nadviser: {adviser}\n---\n\nAsk.\n"))]);
    assert!(guidance("Mrs Quillfeather from Lanternway").contains("the careers adviser's qualification"));
    assert!(!guidance("Mrs Quillfeather, qualified at Level 6").contains("the careers adviser's qualification"));
}

#[test]
fn plans_are_structured_by_what_is_firm_from_year_7_on() {
    let talk = |status: &str| plan(&format!("  - {{ title: Talk, kind: talk, when: autumn, {status}}}\n"));
    let of_year_7 = |status: &str| missing("1.1", "", &[("programme/year-7.md", &talk(status))]);
    assert!(of_year_7("").contains("planned for Year 8, Year 9"), "{}", of_year_7(""));
    for status in ["status: proposed ", "status: cancelled "] {
        assert!(of_year_7(status).contains("planned for any year group"), "{}", of_year_7(status));
    }
}

#[test]
fn evidence_page_states_legal_force_and_source_once_for_all_that_share_them() {
    let files = crate::common::site("content-example");
    let (_, html) =
        crate::common::pages(files).into_iter().find(|(page, _)| *page == "evidence.html").expect("the page");
    let at = |words: &str| {
        assert_eq!(html.matches(words).count(), 1, "{words}");
        html.find(words)
    };
    let (must, should) = (at(">What must be on this website<"), at(">What should be on this website<"));
    assert!(must < at(">A provider access statement<span") && at(">A provider access statement<span") < should);
    assert!(should < at(">The careers leader’s name<span"));
    at("<p class=\"meta\">Department for Education, what academies should publish online.");
}
