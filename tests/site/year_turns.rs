//! What pages say between two academic years: after the last term, and before the first.

use crate::common::{self, pages, text_of};
use crate::dates::{build, content};
use fingerpost::render::OutputFile;
use fingerpost::report::Findings;
use fingerpost::{BuildOptions, Outcome};
use jiff::civil::{Date, date};

const FAIR: (&str, &str) =
    ("events/2026-11-12-fair.md", "---\ntitle: Fair\naudiences: [pupils, parents, staff, employers]\n---\n");
const RESULTS: (&str, &str) = ("events/2027-08-12-results.md", "---\ntitle: Results\naudiences: [pupils]\n---\n");
const PLAN: (&str, &str) =
    ("programme/year-7.md", "---\nactivities:\n  - { title: Lesson, when: autumn, kind: lesson }\n---\n");

/// The notice of each page that has one.
fn notices(files: &[OutputFile]) -> Vec<(&str, String)> {
    let with_notice = pages(files).into_iter().filter_map(|(path, html)| {
        let (_, rest) = html.split_once("<p class=\"panel\">")?;
        Some((path, text_of(&rest.split("</p>").next()?.replace(['\u{2068}', '\u{2069}'], ""))))
    });
    with_notice.collect()
}

/// The notice on a day, which all pages share. Empty if there is none.
fn notice(files: &[(&str, &str)], today: Date) -> String {
    let (_folder, path) = content(files);
    let files = build(&path, today);
    let notices = notices(&files);
    assert!(notices.iter().all(|(_, text)| *text == notices[0].1), "{notices:?}");
    notices.first().map(|(_, text)| text.clone()).unwrap_or_default()
}

#[test]
fn pages_with_dates_have_a_notice_once_the_last_term_has_ended() {
    let (_folder, path) = content(&[FAIR, PLAN]);
    let files = build(&path, date(2026, 12, 19));
    let mut with_notice: Vec<&str> = notices(&files).into_iter().map(|(path, _)| path).collect();
    with_notice.sort_unstable();
    let expected = [
        "employers/index.html",
        "events/index.html",
        "events/past.html",
        "index.html",
        "parents/index.html",
        "programme/index.html",
        "pupils/index.html",
        "staff/index.html",
    ];
    assert_eq!(with_notice, expected);
    let ended = "The 2026-27 programme has ended. We are preparing the programme for 2027-28.";
    for (today, expected) in [
        (date(2026, 9, 1), ""),
        (date(2026, 12, 18), ""),
        (date(2026, 12, 19), ended),
        (date(2027, 9, 6), ended),
        (date(2026, 8, 31), "This is the programme for 2026-27. It begins on 1 September 2026."),
    ] {
        assert_eq!(notice(&[FAIR, PLAN], today), expected, "{today}");
    }
}

#[test]
fn a_notice_leaves_open_what_is_still_to_come() {
    let before = "The 2026-27 programme has ended, except for the dates that are still to come. We are preparing the \
                  programme for 2027-28.";
    assert_eq!(notice(&[FAIR, RESULTS], date(2027, 8, 12)), before);
    assert!(notice(&[FAIR, RESULTS], date(2027, 8, 13)).starts_with("The 2026-27 programme has ended. "));
}

#[test]
fn a_notice_is_in_the_language_of_the_site_and_names_only_a_known_year() {
    let school = |settings: &str| {
        format!(
            "name: Small School\nkind: academy\n{settings}  starts: 2026-09-01\n  terms:\n    \
             - {{name: Autumn, starts: 2026-09-02, ends: 2026-12-18}}\ngroups: [Year 7]\n"
        )
    };
    for (settings, today, expected) in [
        (
            "year:\n  label: 2026/27\n",
            date(2027, 9, 6),
            "The 2026/27 programme has ended. We are preparing the programme for 2027/28.",
        ),
        (
            "year:\n  label: This year\n",
            date(2027, 9, 6),
            "The This year programme has ended. We are preparing the next one.",
        ),
        (
            "language: cy\nyear:\n  label: 2026-27\n",
            date(2026, 7, 1),
            "Dyma'r rhaglen ar gyfer 2026-27. Mae'n dechrau ar 1 Medi 2026.",
        ),
        (
            "language: ur\nyear:\n  label: 2026-27\n",
            date(2027, 9, 6),
            "2026-27 کا پروگرام ختم ہو چکا ہے۔ ہم 2027-28 کا پروگرام تیار کر رہے ہیں۔",
        ),
    ] {
        assert_eq!(notice(&[("school.yaml", &school(settings)), FAIR], today), expected);
    }
}

#[test]
fn no_term_is_called_current_once_all_have_ended() {
    let (_folder, path) = content(&[FAIR, PLAN]);
    let current = |today: Date| {
        let files = build(&path, today);
        let texts = pages(&files).into_iter().map(|(path, html)| (path, text_of(html)));
        let current: Vec<&str> =
            texts.filter(|(_, text)| text.contains("Now and next")).map(|(path, _)| path).collect();
        current.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(current(date(2026, 12, 18)).contains(&"programme/by-term.html".to_owned()));
    assert_eq!(current(date(2026, 12, 19)), Vec::<String>::new());
}

#[test]
fn an_unchanged_folder_has_the_notice_after_a_build_on_a_later_day() {
    let (_folder, path) = content(&[FAIR, PLAN]);
    let (_out_folder, root) = content(&[]);
    let out = root.join("site");
    let home = |today: Date| {
        let options = BuildOptions { folder: &path, out: &out, today, strict: false, adopt: false };
        let outcome = fingerpost::build(&options, common::facts(), &mut |_| {}, &mut Findings::default());
        assert!(matches!(outcome, Outcome::Published(..)), "{today}");
        std::fs::read_to_string(out.join("index.html")).expect("the home page")
    };
    assert!(!home(date(2026, 12, 18)).contains("<p class=\"panel\">"));
    assert!(home(date(2026, 12, 19)).contains("<p class=\"panel\">"));
}

#[test]
fn news_of_a_year_that_has_not_begun_keeps_its_date() {
    let (_folder, path) = content(&[FAIR, PLAN]);
    let dates = |today: Date| {
        let files = build(&path, today);
        let feed = files.iter().find(|file| file.path == "feeds/pupils.xml").expect("a feed");
        let text = String::from_utf8(feed.bytes.clone()).expect("UTF-8");
        let dates = text.split("<updated>").skip(1).filter_map(|rest| rest.get(..10)).map(str::to_owned);
        dates.collect::<Vec<_>>()
    };
    assert_eq!(dates(date(2026, 7, 20)), ["2025-09-01", "2025-09-01"]);
    assert_eq!(dates(date(2026, 7, 20)), dates(date(2026, 8, 31)));
    assert_eq!(dates(date(2026, 9, 1)), ["2026-09-01", "2026-09-01"]);
}
