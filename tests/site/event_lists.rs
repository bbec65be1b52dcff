//! Lists of events and activities: what is cancelled, over, of another year, or no longer asked for.

use crate::common::text_of;
use crate::real_schools::{is_there, page, site};

fn plan(activity: &str) -> String {
    format!("activities:\n  - {{ {activity}, kind: lesson, benchmarks: [2] }}\n")
}

fn event(lines: &str) -> String {
    format!("title: FAIR\n{lines}\n")
}

/// A site with these plans for all groups and these events.
fn with(plans: &[&str], events: &[&str]) -> Vec<fingerpost::render::OutputFile> {
    let plans = plans.iter().enumerate();
    let plans = plans.map(|(at, text)| (format!("programme/plan-{at}.md"), format!("groups: all\n{}", plan(text))));
    let events = events.iter().enumerate().map(|(at, text)| (format!("events/event-{at}.md"), event(text)));
    let files: Vec<(String, String)> = plans.chain(events).collect();
    site("", &files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

#[test]
fn cancelled_event_does_not_take_place_where_its_activity_is_shown() {
    let activity = "title: Careers day, when: autumn, event: event-0, needs: Ten speakers";
    for (date, day) in [("2026-12-03", "3 December"), ("2026-11-12", "12 November")] {
        let lines = format!("date: {date}\naudiences: [pupils]\nsubjects: [Art]\ncancelled: Snow");
        let files = with(&[activity], &[&lines]);
        for path in ["programme/index.html", "programme/by-term.html", "staff/index.html", "employers/year.html"] {
            let text = text_of(page(&files, path));
            let shown = [format!("Cancelled: Thursday {day}"), format!("Cancelled: {day}")];
            assert!(shown.iter().any(|shown| text.contains(shown)), "{path}: {text}");
        }
        let pupils = text_of(page(&files, "pupils/year-7.html"));
        assert!(pupils.contains("Careers day") || pupils.contains("Cancelled: FAIR"), "{pupils}");
        assert!(!pupils.contains("Past: Careers day"), "it never took place: {pupils}");
        assert!(!page(&files, "staff/matrix.html").contains("events/event-0.html"));
        assert!(!text_of(page(&files, "employers/index.html")).contains("Ten speakers"));
    }
}

#[test]
fn events_of_another_year_are_in_none_of_its_terms() {
    let next = "date: 2027-09-16\naudiences: [pupils]\nbenchmarks: [2]";
    let files = with(&["title: ONCE, when: spring"], &[next]);
    let text = text_of(page(&files, "pupils/year-7.html"));
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words}: {text}"));
    assert!(at("Spring term") < at("2027-28"), "{text}");
    let benchmarks = text_of(page(&files, "programme/by-benchmark.html"));
    assert!(benchmarks.contains("ONCE") && !benchmarks.contains("FAIR"), "{benchmarks}");
    assert!(!text_of(page(&files, "pupils/calendar.html")).contains("16 September 2027"));
}

#[test]
fn what_goes_on_for_months_is_not_the_next_thing() {
    let long = "date: 2026-11-02\nuntil: 2027-03-26\naudiences: [pupils]\nsummary: APPLY";
    let files = with(&[], &[long, "date: 2026-12-03\naudiences: [pupils]\nsummary: COME"]);
    for path in ["pupils/year-7.html", "pupils/index.html", "index.html"] {
        let text = text_of(page(&files, path));
        let come = text.find("COME").unwrap_or_else(|| panic!("{path}: {text}"));
        assert!(text.find("APPLY").is_none_or(|apply| come < apply), "{path}: {text}");
    }
    let files = with(&[], &[long]);
    let text = text_of(page(&files, "pupils/year-7.html"));
    assert!(text.contains("Next for you"), "nothing else is left: {text}");
}

#[test]
fn each_group_is_led_to_its_own_event() {
    let evening =
        |group: &str, date: &str| format!("date: {date}\ngroups: {group}\naudiences: [pupils]\nbenchmarks: [2]");
    let (seven, eight) = (evening("Year 7", "2027-01-14"), evening("Year 8", "2027-01-21"));
    let files = with(&["title: FAIR, when: spring"], &[&seven, &eight]);
    let matrix = page(&files, "staff/matrix.html");
    for (at, name) in ["Year 7", "Year 8"].iter().enumerate() {
        let cell = matrix.split("<h3").skip(1).find(|part| part.contains(&format!(">{name}<"))).expect("the group");
        let other = format!("events/event-{}.html", 1 - at);
        assert!(cell.contains(&format!("events/event-{at}.html")) && !cell.contains(&other), "{name}: {cell}");
    }
}

#[test]
fn areas_of_learning_show_each_event_once() {
    let area = "Grow throughout life";
    let talk = |date: &str| format!("title: Employer talk\ndate: {date}\naudiences: [pupils]\nareas: [{area}]\n");
    let (one, two) = (talk("2026-10-08"), talk("2027-03-04"));
    let fair = format!("title: Spring careers fair\ndate: 2027-02-04\naudiences: [pupils]\nareas: [{area}]\n");
    let activity = format!("title: Careers fair, when: spring, event: spring-fair, areas: [{area}]");
    let plan = plan(&activity);
    let files = [
        ("events/one.md", one.as_str()),
        ("events/two.md", two.as_str()),
        ("events/spring-fair.md", fair.as_str()),
        ("programme/year-7.md", plan.as_str()),
    ];
    let html = site("areas: cdi\n", &files);
    let html = page(&html, "programme/by-area.html");
    for (event, times) in [("events/one.html", 3), ("events/two.html", 3), ("events/spring-fair.html", 3)] {
        assert_eq!(html.matches(event).count(), times, "{event} is once for each group: {html}");
    }
    assert!(text_of(html).contains("Careers fair 4 February 2027"), "the activity has the day of its event");
    let cancelled = format!("{fair}cancelled: yes\n");
    assert!(!is_there(&site("areas: cdi\n", &[("events/fair.md", &cancelled)]), "programme/by-area.html"));
}

#[test]
fn employers_see_what_is_needed_until_they_can_no_longer_reply() {
    let activity = "title: FAIR, when: autumn, needs: TWENTY PEOPLE";
    let asked = text_of(page(&with(&[activity], &["date: 2026-12-03\naudiences: [pupils]"]), "employers/index.html"));
    assert!(asked.contains("TWENTY PEOPLE"), "its event asks for nothing: {asked}");
    for (by, is_open) in [("2026-11-23", true), ("2026-11-22", false)] {
        let lines = format!("date: 2026-12-03\naudiences: [pupils]\nneeds: TEN PEOPLE\nneeds-by: {by}");
        let files = with(&[], &[&lines]);
        for path in ["employers/index.html", "events/event-0.html", "calendars/employers.ics"] {
            let text = page(&files, path);
            assert!(text.contains("FAIR") && text.contains("TEN PEOPLE") == is_open, "{path} on {by}: {text}");
        }
        let employers = text_of(page(&files, "employers/index.html"));
        assert_eq!(employers.contains("eply by") || employers.contains("nswer by"), is_open, "{employers}");
        // The list of all events for them has it, too.
        let list = page(&files, "events/index.html");
        assert!(list.contains("data-audiences=\"pupils employers\""), "{list}");
    }
}

#[test]
fn activities_of_a_shared_plan_are_listed_once() {
    let plans = [
        ("programme/whole-school.md", "groups: all", "ALL"),
        ("programme/pshe.md", "groups: all", "PSHE"),
        ("programme/apprenticeships.md", "groups: Year 10", "WORK"),
        ("programme/year-10.md", "theme: Ten", "TEN"),
    ];
    let texts: Vec<(&str, String)> = plans
        .iter()
        .map(|(path, lines, title)| (*path, format!("{lines}\n{}", plan(&format!("title: {title}, when: autumn")))))
        .collect();
    let files = site("", &texts.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>());
    for (path, titles) in
        [("programme/index.html", &["ALL", "PSHE", "WORK", "TEN"][..]), ("staff/year.html", &["ALL", "PSHE", "WORK"])]
    {
        for title in titles {
            let of_title = format!(">{title}<");
            assert_eq!(page(&files, path).matches(&of_title).count(), 1, "{title} on {path}");
        }
    }
}

#[test]
fn link_to_join_is_published_until_the_event_is_over() {
    let link = "https://meet.example/all-year";
    for (lines, is_open) in
        [("date: 2026-11-23", true), ("date: 2026-11-20", false), ("date: 2026-12-03\ncancelled: yes", false)]
    {
        let files = with(&[], &[&format!("{lines}\naudiences: [parents]\nonline: {link}")]);
        let has_link = |path: &str| page(&files, path).replace("\r\n ", "").contains(link);
        for path in ["events/event-0.html", "programme.json", "calendars/parents.ics", "events/event-0.ics"] {
            assert_eq!(has_link(path), is_open, "{path}: {lines}");
        }
        assert!(page(&files, "events/event-0.html").contains("VirtualLocation"), "it was online all the same");
    }
}

#[test]
fn address_of_the_school_is_not_given_to_other_places() {
    for (place, is_school) in [
        ("place: Tarn Leisure Centre\n", false),
        ("place: Town Hall\n", false),
        ("place: Main hall\n", true),
        ("", true),
    ] {
        let event = format!("title: Fair\ndate: 2027-03-04\naudiences: [pupils]\n{place}");
        let files = site("address: 1 Long Road\n", &[("events/fair.md", &event)]);
        let html = page(&files, "events/fair.html");
        let (_, location) = html.split_once("\"location\":").expect("a place");
        let (location, _) = location.split_once(']').expect("its end");
        assert_eq!(location.contains("1 Long Road"), is_school, "{location}");
    }
}

#[test]
fn weekend_between_two_terms_is_no_holiday() {
    for (starts, is_holiday) in [("2026-12-21", false), ("2026-12-22", true)] {
        let school = format!(
            "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
             - {{ name: One, starts: 2026-09-02, ends: 2026-12-18 }}\n    \
             - {{ name: Two, starts: {starts}, ends: 2027-03-26 }}\ngroups: [Year 7]\n"
        );
        let files = crate::real_schools::site_of(&school, &[]);
        let dates = page(&files, "calendars/key-dates.ics");
        assert_eq!(dates.contains("Holidays"), is_holiday, "{starts}");
    }
}
