//! What the script of a form adds: drafts, and rows without loading the page again.

use crate::axe::{DARK, LIGHT, audit};
use crate::chromium::Browser;
use crate::preview::Preview;
use crate::until::until;

const ENTER: &str = "\u{e007}";
const EVENT: &str = "events/2027-03-04-careers-fair.md";

fn address(preview: &Preview, page: &str) -> String {
    format!("http://127.0.0.1:{}/-/{page}", preview.port())
}

/// Types words into the field with the focus.
fn type_words(browser: &Browser, words: &str) {
    let keys: Vec<String> = words.chars().map(String::from).collect();
    browser.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_half_filled_form_survives_a_closed_tab() {
    let preview = Preview::small();
    let browser = Browser::start();
    let (form, before) = (address(&preview, &format!("edit/{EVENT}")), preview.read(EVENT));
    browser.go(&form);
    browser.script("const title = document.getElementById('field-title'); title.focus(); title.select()");
    type_words(&browser, "Spring fair");
    browser.wait_for("document.querySelector('.live-state').textContent.includes('Kept as a draft at 9:30am')");
    assert_eq!(browser.script("return document.activeElement.id"), "field-title");
    // What is typed just before the page is closed is kept too.
    type_words(&browser, " 2027");
    browser.go(&address(&preview, ""));
    browser.wait_for("document.getElementById('drafts')");
    assert_eq!(preview.read(EVENT), before);
    browser.go(&form);
    browser.wait_for("document.querySelector('a[href*=\"draft=\"]')");
    for mode in [&LIGHT, &DARK] {
        mode.set(&browser);
        assert_eq!(audit(&browser, mode.rules), [""; 0], "{}", mode.name);
    }
    browser.script("document.querySelector('a[href*=\"draft=\"]').focus()");
    browser.press(&[ENTER]);
    browser.wait_for("document.getElementById('field-title').value === 'Spring fair 2027'");
    browser.script("document.getElementById('field-title').focus()");
    browser.press(&[ENTER]);
    until(|| preview.read(EVENT).contains("title: Spring fair 2027\n")).expect("the title is saved");
    browser.wait_for("location.search.startsWith('?saved=')");
    browser.go(&address(&preview, ""));
    assert_eq!(browser.script("return document.getElementById('drafts')"), serde_json::Value::Null);
}

#[test]
fn rows_are_added_moved_and_removed_without_loading_the_page() {
    let preview = Preview::small();
    let browser = Browser::start();
    browser.go(&address(&preview, "edit/programme/year-9.md"));
    browser.script("window.stays = true");
    let press = |button: &str| {
        browser.script(&format!("document.querySelector('button[value=\"{button}\"]').focus()"));
        browser.press(&[ENTER]);
    };
    let said = |words: &str| {
        browser.wait_for(&format!("document.querySelector('.live-done').textContent.startsWith('{words}')"));
    };
    let focused = || browser.script("return document.activeElement.name || document.activeElement.id");
    press("add:outcomes");
    said("Added");
    assert_eq!(focused(), "outcomes.3.can");
    type_words(&browser, "I know whom to ask.");
    press("up:outcomes.3");
    said("Moved up: Outcome 4");
    assert_eq!(browser.script("return document.activeElement.value"), "up:outcomes.3");
    press("remove:outcomes.0");
    said("Removed: Outcome 1");
    assert_eq!(focused(), "field-outcomes");
    assert_eq!(browser.script("return window.stays"), true);
    let before = preview.read("programme/year-9.md");
    browser.script("document.querySelector('button[value=save]').focus()");
    browser.press(&[ENTER]);
    until(|| preview.read("programme/year-9.md") != before).expect("it is saved");
    let after = preview.read("programme/year-9.md");
    assert!(!after.contains("which subjects I must take"), "{after}");
    assert!(after.find("I know whom to ask.") < after.find("I can name three routes"), "{after}");
}

#[test]
fn the_page_and_the_findings_follow_what_is_typed() {
    let preview = Preview::small();
    let browser = Browser::start();
    browser.resize(1280, 800);
    browser.go(&address(&preview, &format!("edit/{EVENT}")));
    let heading = "document.querySelector('.preview iframe').contentDocument?.querySelector('h1')?.textContent";
    browser.wait_for(&format!("{heading} === 'Ridgeway careers fair'"));
    browser.script("const title = document.getElementById('field-title'); title.focus(); title.select()");
    type_words(&browser, "Spring fair");
    browser.wait_for(&format!("{heading} === 'Spring fair'"));
    assert_eq!(browser.script("return document.activeElement.id"), "field-title");
    browser.script("const starts = document.getElementById('field-starts'); starts.focus(); starts.select()");
    type_words(&browser, "half past");
    browser.wait_for("document.getElementById('field-starts-findings')?.textContent.includes('half past')");
    let described = "document.getElementById('field-starts').getAttribute('aria-describedby')";
    assert_eq!(browser.script(&format!("return {described}.includes('field-starts-findings')")), true);
    browser.wait_for("document.querySelector('.live-done').textContent.includes('to look at')");
    assert_eq!(browser.script("return document.activeElement.id"), "field-starts");
    assert_eq!(audit(&browser, LIGHT.rules), [""; 0]);
    // On a small screen there is a link instead.
    DARK.set(&browser);
    let shown = "return [...document.querySelectorAll('.preview, .preview-link')].map((one) => one.checkVisibility())";
    assert_eq!(browser.script(shown), serde_json::json!([true, false]));
    assert!(!preview.read(EVENT).contains("Spring fair"));
}

#[test]
fn the_page_of_a_new_file_appears_as_it_is_typed() {
    let preview = Preview::small();
    let browser = Browser::start();
    browser.resize(1280, 800);
    browser.go(&address(&preview, "new/event"));
    let frame = "document.querySelector('.preview iframe')";
    assert_eq!(browser.script(&format!("return {frame}.checkVisibility()")), false);
    browser.script("document.getElementById('field-title').focus()");
    type_words(&browser, "Farm visit");
    browser.script("document.getElementById('field-date').focus()");
    type_words(&browser, "9 March 2027");
    browser.wait_for("document.getElementById('field-audiences-findings')?.textContent.includes('audiences')");
    browser.script("document.querySelector('input[name=audiences][value=pupils]').click()");
    browser.wait_for(&format!("{frame}.contentDocument?.querySelector('h1')?.textContent === 'Farm visit'"));
    assert_eq!(audit(&browser, LIGHT.rules), [""; 0]);
    assert!(!preview.content.join("events/2027-03-09-farm-visit.md").exists());
}

#[test]
fn a_row_is_added_to_a_new_item_and_what_was_typed_stays() {
    let preview = Preview::small();
    let browser = Browser::start();
    browser.go(&address(&preview, "edit/programme/year-9.md?item=activities.new"));
    browser.script("document.getElementById('field-activities.3.title').focus()");
    type_words(&browser, "Farm visit");
    browser.script("document.querySelector('button[value=\"add:activities.3.about\"]').focus()");
    browser.press(&[ENTER]);
    browser.wait_for("document.activeElement.name === 'activities.3.about.0'");
    assert_eq!(browser.script("return document.getElementById('field-activities.3.title').value"), "Farm visit");
}

#[test]
fn the_weekday_of_another_date_is_not_left_below_it() {
    let preview = Preview::small();
    let browser = Browser::start();
    browser.go(&address(&preview, &format!("edit/{EVENT}")));
    let note = || browser.script("return document.getElementById('field-needs-by-note').textContent");
    let before = note();
    assert!(before.to_string().contains("2027"), "{before}");
    let field = "const date = document.getElementById('field-needs-by'); date.focus();";
    browser.script(&format!("{field} date.setSelectionRange(0, 0)"));
    type_words(&browser, "1");
    assert_eq!(note(), "");
}

#[test]
fn pictures_and_pages_are_added_to_a_text_with_the_enter_key() {
    let preview = Preview::small();
    let browser = Browser::start();
    let before = preview.read(EVENT);
    browser.go(&address(&preview, &format!("edit/{EVENT}")));
    browser.wait_for("document.querySelector('[aria-label=\"Marks for the text\"]')");
    let text = || browser.script("return document.querySelector('[data-markdown]').value").to_string();
    let text_before = text();
    browser.script(
        "const area = document.querySelector('[data-markdown]'); area.setSelectionRange(0, 0);
         const buttons = [...document.querySelectorAll('[aria-label=\"Marks for the text\"] button')];
         buttons.find((button) => button.textContent === 'Picture').click()",
    );
    let status = |words: &str| {
        browser.wait_for(&format!("document.getElementById('field-body-own-status').textContent.includes('{words}')"));
    };
    status("what the picture shows");
    assert_eq!(browser.script("return document.activeElement.id"), "field-body-own");
    assert_eq!(text(), text_before);
    let add = |words: &str, expected: &str| {
        browser.script("document.getElementById('field-body-own').focus()");
        type_words(&browser, words);
        browser.press(&[ENTER]);
        browser.wait_for(&format!("document.querySelector('[data-markdown]').value.includes('{expected}')"));
        status(expected);
    };
    add("logo.svg", "](../media/logo.svg)");
    add("guidance.md", "](../guidance.md)");
    browser.script("document.getElementById('field-body-own').focus()");
    type_words(&browser, "zebra");
    browser.press(&[ENTER]);
    status("None of your pages");
    assert_eq!(browser.script("return location.search"), "");
    assert_eq!(preview.read(EVENT), before);
}
