//! Events on every page and in every file: who sees which notes, what is hidden, what is repeated.

use crate::common::{self, pages, plain, site, text_of};
use fingerpost::programme::Audience;
use fingerpost::read::{Node, Value};
use fingerpost::render::OutputFile;
use jiff::civil::{Date, date};

/// The readable text of any file: calendars unfolded, escapes undone.
fn readable(file: &OutputFile) -> String {
    let text = String::from_utf8_lossy(&file.bytes);
    match file.path.rsplit('.').next() {
        Some("html") => text_of(&text) + " " + &plain(&text),
        Some("ics") => {
            let unfolded = text.replace("\r\n ", "").replace("\\n", " ").replace("\\,", ",").replace("\\;", ";");
            plain(&unfolded.replace("\\\\", "\\"))
        }
        _ => plain(&text.replace("\\\"", "\"")),
    }
}

fn visit(node: &Node, key: &str, visit_value: &mut impl FnMut(&str, &str)) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => visit_value(key, text),
        Value::List(items) => items.iter().for_each(|item| visit(item, key, visit_value)),
        Value::Map(entries) => entries.iter().for_each(|entry| visit(&entry.node, &entry.key, visit_value)),
    }
}

/// The values of a key in some folders of the example.
fn values_of(key: &str, folders: &[&str]) -> Vec<String> {
    let sources = fingerpost::read::read(&common::folder("content-example"), None, &mut Default::default());
    let mut values_of = Vec::new();
    for document in &sources.documents {
        let wanted = folders.iter().any(|folder| document.source.path.as_str().starts_with(folder));
        if let Some(data) = document.data.as_ref().filter(|_| wanted) {
            visit(data, "", &mut |at, text| values_of.extend((at == key).then(|| plain(text))));
        }
    }
    values_of
}

#[test]
fn staff_notes_are_only_in_files_for_staff() {
    let mut notes = values_of("staff", &["programme/", "events/", "guidance.md"]);
    notes.extend(values_of("resources", &["programme/"]));
    // Links to public websites are not confidential.
    notes.retain(|note| !note.starts_with("https:"));
    assert!(notes.len() > 50, "the example has notes for staff");
    let files = site("content-example");
    let for_staff =
        |path: &str| path.starts_with("staff/") || ["calendars/staff.ics", "feeds/staff.xml"].contains(&path);
    let mut public = 0;
    for file in files.iter().filter(|file| !for_staff(&file.path) && !file.path.ends_with(".svg")) {
        let text = readable(file);
        public += 1;
        for note in &notes {
            assert!(!text.contains(note.as_str()), "{} has a note for staff: {note}", file.path);
        }
    }
    assert!(public > 150, "{public} files");
    let calendar = files.iter().find(|file| file.path == "calendars/staff.ics").expect("the calendar for staff");
    let notes = values_of("staff", &["events/"]);
    assert!(notes.iter().all(|note| readable(calendar).contains(note.as_str())), "the calendar for staff lacks a note");
}

#[test]
fn each_calendar_has_the_notes_of_its_audience_only() {
    let files = site("content-example");
    for audience in Audience::ALL {
        let path = format!("calendars/{}.ics", audience.as_str());
        let calendar = readable(files.iter().find(|file| file.path == path).expect("a calendar"));
        let own = values_of(audience.as_str(), &["events/"]);
        assert!(own.iter().any(|note| calendar.contains(note.as_str())), "{path} lacks its own notes");
        for other in Audience::ALL.iter().filter(|other| *other != audience) {
            for note in values_of(other.as_str(), &["events/"]).iter().filter(|note| !own.contains(note)) {
                assert!(!calendar.contains(note.as_str()), "{path} has a note for {}: {note}", other.as_str());
            }
        }
    }
}

/// A small school with these files, in a temporary folder.
pub(crate) fn content(files: &[(&str, &str)]) -> (tempfile::TempDir, camino::Utf8PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = camino::Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("a path in Unicode");
    let school = "name: Small School\nkind: academy\nweb-address: https://small.example\nyear:\n  label: 2026-27\n  \
        starts: 2026-09-01\n  terms:\n    - {name: Autumn, starts: 2026-09-02, ends: 2026-12-18}\ngroups: [Year 7]\n";
    let team = "people: [{role: careers-leader, name: Ada Small, email: careers@small.example}]\n";
    for (file, text) in [("school.yaml", school), ("team.yaml", team)].iter().chain(files) {
        let file = path.join(file);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(file, text).expect("it is written");
    }
    (folder, path)
}

/// The site of a folder on a day.
pub(crate) fn build(folder: &camino::Utf8Path, today: Date) -> Vec<OutputFile> {
    let facts = common::facts();
    let sources = fingerpost::read::read(folder, None, &mut Default::default());
    let mut findings = fingerpost::report::Findings::default();
    let made = fingerpost::build_sources(sources, facts, today, &mut |_| {}, &mut findings);
    assert_eq!(findings.counts().errors, 0, "{:?}", findings.sorted());
    made.expect("a site").files
}

#[test]
fn the_next_thing_of_pupils_is_theirs_before_it_is_their_parents() {
    let event = |title: &str, day: u8, more: &str| {
        format!("---\ntitle: {title}\ndate: 2026-11-{day:02}\nstarts: 17:30\n{more}\n---\n")
    };
    let next = |events: &[(&str, u8, &str)]| {
        let files: Vec<(String, String)> =
            events.iter().map(|(title, day, more)| (format!("events/{title}.md"), event(title, *day, more))).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (_folder, path) = content(&files);
        let files = build(&path, date(2026, 11, 1));
        let page = pages(&files).into_iter().find(|(page, _)| *page == "pupils/year-7.html").expect("a page").1;
        let card =
            text_of(page.split_once("class=\"next-card\"").expect("a card").1.split("</h3>").next().expect("a title"));
        card.rsplit(' ').next().expect("a word").to_owned()
    };
    let named_first = ("Talk", 10, "audiences: [parents, pupils]");
    let evening = ("Evening", 11, "kind: evening\naudiences: [pupils, parents]\nparents: Come at six.");
    let options =
        ("Options", 12, "kind: evening\naudiences: [pupils, parents]\npupils: Visit two desks.\nparents: Come.");
    assert_eq!(next(&[named_first, evening, options]), "Options");
    assert_eq!(next(&[named_first, evening]), "Talk", "nothing else is next");
}

#[test]
fn items_outside_their_dates_are_in_no_file() {
    let front = "publish: 2026-10-05\nexpire: 2026-10-09\n---\n![A sign](../media/sign.svg)\n";
    let event = format!("---\ntitle: Secretive fair\ndate: 2026-11-12\naudiences: all\n{front}");
    let page = format!("---\ntitle: Secretive page\n{front}");
    let (_folder, path) = content(&[
        ("events/fair.md", &event),
        ("pages/page.md", &page),
        ("media/sign.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ]);
    let with = |today: Date| {
        let files = build(&path, today);
        files.iter().filter(|file| readable(file).contains("Secretive") || file.path.ends_with("sign.svg")).count()
    };
    assert_eq!((with(date(2026, 10, 4)), with(date(2026, 10, 10))), (0, 0));
    assert!(with(date(2026, 10, 5)) > 10 && with(date(2026, 10, 9)) > 10, "pages, calendars, feeds and data");
}

/// Terms in some counties begin before the summer bank holiday, which is on 31 August in 2026.
#[test]
fn a_repeated_event_leaves_out_the_summer_bank_holiday() {
    let school = "name: Small School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-08-27\n  terms:\n    \
        - {name: Autumn, starts: 2026-08-27, ends: 2026-12-18}\ngroups: [Year 7]\n";
    let event = "---\ntitle: Drop-in\nevery: Monday\naudiences: all\n---\n\nCome.\n";
    let (_folder, path) = content(&[("school.yaml", school), ("events/drop-in.md", event)]);
    let files = build(&path, date(2026, 8, 27));
    let has = |day: &str| files.iter().any(|file| file.path.ends_with("drop-in.html") && readable(file).contains(day));
    assert!(has("datetime=\"2026-09-07\"") && !has("datetime=\"2026-08-31\""));
    let calendars = files.iter().filter(|file| file.path.ends_with(".ics"));
    let calendars: Vec<_> = calendars.map(|file| String::from_utf8_lossy(&file.bytes)).collect();
    let begins = |day: &str| {
        let mut lines = calendars.iter().flat_map(|calendar| calendar.lines());
        lines.any(|line| (line.starts_with("DTSTART") || line.starts_with("RDATE")) && line.contains(day))
    };
    assert!(begins("20260907") && !begins("20260831"));
}

#[test]
fn a_repeated_event_is_listed_once_with_its_next_day() {
    let files = site("content-example");
    let pages = pages(files);
    let page = |path: &str| pages.iter().find(|(at, _)| *at == path).expect("a page").1;
    let events = page("events/index.html");
    assert_eq!(events.matches(">Careers drop-in</a>").count(), 1);
    assert!(text_of(events).contains("Every Tuesday and Thursday in term time · Next: Tuesday 24 November 2026"));
    let own = page("events/careers-drop-in.html");
    assert!(
        own.contains("datetime=\"2026-12-17\"") && !own.contains("datetime=\"2026-12-22\""),
        "a date in the holidays"
    );
    assert!(!own.contains("datetime=\"2027-02-09\""), "a date that is left out");
}

#[test]
fn printed_calendars_list_the_events_of_their_audience() {
    let facts = common::facts();
    let sources = fingerpost::read::read(&common::folder("content-example"), None, &mut Default::default());
    let programme =
        fingerpost::programme::load(&sources, facts, common::today(), &mut Default::default()).expect("a programme");
    let files = site("content-example");
    let pages = pages(files);
    for audience in Audience::ALL {
        let path = format!("{}/calendar.html", audience.as_str());
        let text = text_of(pages.iter().find(|(at, _)| *at == path).expect("a page").1);
        for event in &programme.events {
            let there = text.contains(&plain(&event.title));
            assert_eq!(there, event.concerns(*audience), "{path}: {}", event.title);
        }
    }
}

#[test]
fn titles_cannot_break_out_of_json_ld() {
    let event = "---\ntitle: '</script><script>alert(1)</script>'\ndate: 2026-11-12\naudiences: all\n---\n";
    let (_folder, path) = content(&[("events/fair.md", event)]);
    for (page, html) in pages(&build(&path, date(2026, 11, 1))) {
        assert!(!html.contains("<script>") && !html.contains("alert(1)</script"), "{page}");
    }
}

#[test]
fn the_script_for_past_events_is_small_and_only_where_needed() {
    let files = site("content-example");
    let scripts = files.iter().filter(|file| file.path.ends_with(".js"));
    let mark_past: Vec<_> = scripts.filter(|file| readable(file).contains("dataset.endsAt")).collect();
    assert!(mark_past.iter().any(|script| script.bytes.len() < 1024), "it is not on its own anywhere");
    let has_script = |html: &str| mark_past.iter().any(|script| html.contains(&script.path));
    for (page, html) in pages(files) {
        let has = has_script(html);
        let over = page == "events/past.html" || html.contains("This event has taken place.");
        assert!(has || over || !html.contains("data-ends-at="), "{page} shows dates that may pass, without the script");
    }
    let plain = pages(files).iter().filter(|(_, html)| !has_script(html)).count();
    assert!(plain > 20, "only {plain} pages have no script");
}
