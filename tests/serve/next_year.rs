//! The page that moves the content on to the next school year.

use jiff::civil::date;

use crate::client::{encoded, get, post_body};
use crate::html_form::HtmlForm;
use crate::preview::Preview;

const PAGE: &str = "/-/year";
const TERMS: &str = include_str!("../cases/year/session.in/terms.txt");
const FAIR: &str = "events/2027-03-04-careers-fair.md";
const MOVED: &str = "events/2028-03-02-careers-fair.md";

/// A small school on the day after the summer term.
fn small_school() -> Preview {
    Preview::on("tests/cases/year/session.in/careers", date(2027, 7, 22))
}

fn is_unchanged(preview: &Preview) -> bool {
    preview.content.join(FAIR).exists() && !preview.content.join("archive").exists()
}

#[test]
fn the_page_shows_what_changes_and_changes_nothing_else() {
    let preview = small_school();
    let page = get(&preview, PAGE).text();
    for words in [
        "What changes from 2026-27 to 2027-28",
        "The terms are this year’s, moved.",
        "<td data-label=\"Was\">Thursday 4 March 2027</td><td data-label=\"Becomes\">Thursday 2 March 2028</td>",
        "<a href=\"https://www.jcq.org.uk/\">",
        "<a href=\"/-/edit/events/2027-03-04-careers-fair.md\">Careers fair</a>",
        "<th scope=\"row\">…is on 4 March 2027. Forms are due on Friday 26 February 2027.</th>",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert!(!page.contains("Take the last change back"), "{page}");
    let mut form = HtmlForm::at(&preview, PAGE);
    // A list that can't be used: the message leads to the field, which keeps the list.
    form.set("terms", "Bananas & custard");
    let refused = form.press(&preview, "show");
    let page = refused.text();
    assert_eq!(refused.status, 422);
    assert!(
        page.contains("<title>Error: ") && page.contains("<a href=\"#terms\">The term dates can’t be used"),
        "{page}"
    );
    assert!(page.contains("aria-invalid=\"true\"") && page.contains("Bananas &amp; custard</textarea>"), "{page}");
    assert!(!page.contains("value=\"change\""), "{page}");
    // A list that can.
    form.set("terms", TERMS);
    let page = form.press(&preview, "show").text();
    assert!(
        page.contains("The terms are from your list.") && page.contains("half-term 25 to 29 October 2027"),
        "{page}"
    );
    let shown = HtmlForm::of(&page, PAGE);
    let table = shown.press(&preview, "table");
    assert_eq!(table.header("content-disposition"), Some("attachment; filename=\"next-year.xlsx\""));
    assert!(table.body.starts_with(b"PK"));
    // Another list, or other content, than was shown.
    let mut other = HtmlForm::of(&page, PAGE);
    other.set("terms", &TERMS.replace("Friday 17 December", "Thursday 16 December"));
    preview.replace("parents.md", "Forms are due", "The forms are due");
    for form in [&other, &shown] {
        let refused = form.press(&preview, "change");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("have changed since this page was shown"), "{}", refused.text());
    }
    for path in [PAGE, "/-/undo-year"] {
        let origin = format!("http://127.0.0.1:{}", preview.port());
        let headers = [("origin", &*origin), ("content-type", "application/x-www-form-urlencoded")];
        let fields = encoded(&[("do", "change"), ("plan", shown.value("plan"))]);
        assert_eq!(post_body(&preview, path, &headers, &fields).status, 403, "{path}");
    }
    assert!(is_unchanged(&preview));
}

#[test]
fn a_change_lists_what_is_left_and_is_taken_back_until_a_file_is_edited() {
    let preview = small_school();
    let change = || {
        let response = HtmlForm::at(&preview, PAGE).press(&preview, "change");
        assert_eq!(
            (response.status, response.header("location")),
            (303, Some("/-/year?done=1")),
            "{}",
            response.text()
        );
        get(&preview, "/-/year?done=1").text()
    };
    let undo = |page: &str| HtmlForm::of(page, "/-/undo-year").press(&preview, "undo");
    let before = preview.read(FAIR);
    let done = change();
    for words in ["Your content is changed from 2026-27 to 2027-28.", "Days to confirm", "Days to look up"] {
        assert!(done.contains(words), "{words} is not in {done}");
    }
    assert!(preview.content.join(MOVED).exists() && preview.content.join("archive/2026-27").join(FAIR).exists());
    // The year after that is not offered before this one begins.
    let page = get(&preview, PAGE).text();
    assert!(page.contains("2027-28 begins on 1 September 2027.") && !page.contains("value=\"change\""), "{page}");
    assert_eq!(undo(&page).header("location"), Some(PAGE));
    assert!(is_unchanged(&preview) && preview.read(FAIR) == before);
    assert!(!get(&preview, PAGE).text().contains("Still to do"));
    // Confirming the day in the form is an edit.
    let done = change();
    let (_, link) = done.split_once(&format!("<a href=\"/-/edit/{MOVED}?at=")).expect("a day to confirm");
    let at = link.split('"').next().expect("a place");
    let to = get(&preview, &format!("/-/edit/{MOVED}?at={at}"));
    assert!(to.header("location").is_some_and(|to| to.ends_with("#field-confirm")), "{to:?}");
    let mut form = HtmlForm::at(&preview, &format!("/-/edit/{MOVED}"));
    form.set("confirm", "");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert!(!preview.read(MOVED).contains("\nconfirm:"), "{}", preview.read(MOVED));
    let refused = undo(&done);
    let page = refused.text();
    assert_eq!(refused.status, 422);
    assert!(page.contains(&format!("<li><a href=\"/-/edit/{MOVED}\">Careers fair</a></li>")), "{page}");
    assert!(preview.content.join(MOVED).exists());
}

#[test]
fn the_dashboard_leads_from_a_year_that_is_over_to_the_page() {
    let preview = small_school();
    let page = get(&preview, "/-/").text();
    let (_, task) = page.split_once("The last term of 2026-27 ended").expect("the task");
    let task = task.split("</li>").next().expect("its end");
    assert!(task.contains("<a class=\"action\" href=\"/-/year\">Go on to the next school year<"), "{task}");
    assert!(!task.contains("fingerpost"), "{task}");
}
