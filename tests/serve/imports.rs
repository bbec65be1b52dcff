//! Imports of spreadsheets, calendars and exports of forms, with their review.

use crate::client::get;
use crate::common::folder;
use crate::html_form::HtmlForm;
use crate::preview::Preview;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/fixtures/import").join(name)).expect("the fixture")
}

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270310T130000\r\n\
                        DTEND:20270310T150000\r\nSUMMARY:Visit to a dairy\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n\
                        DTSTART;VALUE=DATE:20270311\r\nSUMMARY:Farm day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_is_reviewed_before_its_events_are_saved() {
    let preview = Preview::small();
    preview.save("events/2027-03-11-farm-day.md", "---\ntitle: Our farm day\naudiences: [staff]\n---\n");
    let mut form = HtmlForm::at(&preview, "/-/import/events");
    form.tick("audiences", "pupils");
    let response = form.upload(&preview, Some(("calendar.ics", CALENDAR.as_bytes())));
    assert_eq!(response.status, 303, "{}", response.text());
    let review = response.header("location").expect("the review").to_owned();
    let new = preview.content.join("events/2027-03-10-visit-to-a-dairy.md");
    assert!(!new.exists(), "nothing is saved before the review");
    let page = get(&preview, &review).text();
    for words in ["Visit to a dairy", "<td>New</td>", "Left out: there is a file of this name", ">Save it</button>"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let accept = HtmlForm::of(&page, "/-/accept-import");
    assert_eq!(accept.press(&preview, "").status, 303);
    let text = preview.read("events/2027-03-10-visit-to-a-dairy.md");
    assert!(text.contains("title: \"Visit to a dairy\"") && text.contains("audiences: [pupils]"), "{text}");
    assert_eq!(preview.read("events/2027-03-11-farm-day.md"), "---\ntitle: Our farm day\naudiences: [staff]\n---\n");
    // A review is saved once.
    assert_eq!(accept.press(&preview, "").status, 404);
}

#[test]
fn a_survey_is_counted_and_its_export_is_not_kept() {
    let preview = Preview::small();
    let mut form = HtmlForm::at(&preview, "/-/import/survey");
    let export = fixture("microsoft-parents.xlsx");
    let nobody = form.upload(&preview, Some(("Parents 2026 (1-47).xlsx", &export)));
    assert_eq!(nobody.status, 422);
    assert!(nobody.text().contains("Choose who answered."), "{}", nobody.text());
    form.set("from", "parents");
    let response = form.upload(&preview, Some(("Parents 2026 (1-47).xlsx", &export)));
    assert_eq!(response.status, 303, "{}", response.text());
    let page = get(&preview, response.header("location").expect("the review")).text();
    assert!(page.contains("evaluation/surveys/parents-2026.yaml"), "{page}");
    let accept = HtmlForm::of(&page, "/-/accept-import");
    assert_eq!(accept.press(&preview, "").status, 303);
    let survey = preview.read("evaluation/surveys/parents-2026.yaml");
    assert!(survey.contains("counts:") && survey.contains("from: parents"), "{survey}");
    assert!(preview.content.join("evaluation/mappings/parents-2026.yaml").exists());
    let kept = walk(preview.content.as_std_path());
    assert!(!kept.iter().any(|name| name.ends_with(".xlsx")), "{kept:?}");
    // The same export again, with the mapping as it is now.
    let mut again = HtmlForm::at(&preview, "/-/import/survey");
    again.set("from", "parents");
    let response = again.upload(&preview, Some(("Parents 2026.xlsx", &export)));
    let page = get(&preview, response.header("location").expect("the review")).text();
    assert!(page.contains("Replaces the results that are there"), "{page}");
}

#[test]
fn mistakes_in_a_spreadsheet_are_listed_and_stop_the_import() {
    let preview = Preview::small();
    let form = HtmlForm::at(&preview, "/-/import/programme");
    let csv = b"Group,When,Activity,Kind\nYear 9,autumn 1,Farm talk,talk\nYear 99,autumn 1,Farm visit,talk\n";
    let response = form.upload(&preview, Some(("plan.csv", csv)));
    let page = get(&preview, response.header("location").expect("the review")).text();
    assert!(page.contains("Nothing can be imported yet") && page.contains("Year 99"), "{page}");
    assert!(!page.contains("/-/accept-import"), "{page}");
    let good = b"Group,When,Activity,Kind\nYear 9,autumn 1,Farm talk,talk\n";
    let response = form.upload(&preview, Some(("plan.csv", good)));
    let page = get(&preview, response.header("location").expect("the review")).text();
    assert!(page.contains("Added to the file") && page.matches("<tr><th scope=\"row\">").count() == 1, "{page}");
    let before = preview.read("programme/year-9.md");
    assert_eq!(HtmlForm::of(&page, "/-/accept-import").press(&preview, "").status, 303);
    let after = preview.read("programme/year-9.md");
    let (start, end) = after.split_once("  - title: \"Farm talk\"").expect("the activity");
    assert!(before.starts_with(start) && before.ends_with(&end[end.len() - 100..]), "{after}");
}

/// The names of all files below a folder.
fn walk(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let names = |path: std::path::PathBuf| match path.is_dir() {
        true => walk(&path),
        false => vec![path.display().to_string()],
    };
    entries.flat_map(names).collect()
}
