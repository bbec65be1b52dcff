//! The panel: the findings and source files of a page, and the page on another day.

use crate::chromium::Browser;
use crate::preview::Preview;
use crate::until::until;

const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";

/// The shadow root of the panel.
const PANEL: &str = "document.querySelector('fingerpost-preview').shadowRoot";

fn open(preview: &Preview, page: &str) -> Browser {
    let browser = Browser::start();
    browser.go(&preview.address(page));
    browser.wait_for(&format!("{PANEL}?.getElementById('day')"));
    browser
}

/// The value of a JavaScript expression in the panel.
fn of_panel(browser: &Browser, what: &str) -> serde_json::Value {
    browser.script(&format!("return {PANEL}.{what}"))
}

fn wait_for_panel(browser: &Browser, condition: &str) {
    browser.wait_for(&format!("{PANEL}.{condition}"));
}

#[test]
fn an_error_is_shown_as_in_the_terminal_until_it_is_fixed() {
    let preview = Preview::small();
    let browser = open(&preview, "pupils/year-9.html");
    preview.replace("team.yaml", "people:", "peopel:");
    wait_for_panel(&browser, "querySelector('.findings')");
    let problems = of_panel(&browser, "querySelector('.findings').textContent").to_string();
    for words in ["peopel is not a key that belongs here", "team.yaml, line ", "peopel:", "Did you mean"] {
        assert!(problems.contains(words), "{words} in {problems}");
    }
    assert_eq!(of_panel(&browser, "getElementById('body').hidden"), false);
    assert!(of_panel(&browser, "querySelector('[role=alert]').textContent").to_string().contains("to fix"));
    // The last good page stays on the screen.
    assert_eq!(browser.script("return document.querySelector('h1').textContent.includes('Year 9')"), true);
    preview.replace("team.yaml", "peopel:", "people:");
    wait_for_panel(&browser, "querySelector('.findings') === null");
    wait_for_panel(&browser, "querySelector('[role=status]').textContent === 'Everything is fixed.'");
    assert_eq!(of_panel(&browser, "getElementById('body').hidden"), true);
}

#[test]
fn legal_requirements_are_shown_on_the_page_concerned() {
    // Nothing else may be required of it.
    let preview = Preview::start();
    let browser = open(&preview, "index.html");
    preview.replace("school.yaml", "next-review: 2027-07-16", "next-review: 2026-07-16");
    wait_for_panel(&browser, "querySelector('.findings .severity')?.textContent === 'Must be fixed'");
    // Its page is shown as it is now: nothing stops the build.
    assert_eq!(of_panel(&browser, "textContent.includes('last good version')"), false);
    browser.go(&preview.address("pages/about-this-example.html"));
    wait_for_panel(&browser, "getElementById('day')");
    assert_eq!(of_panel(&browser, "querySelector('.findings')"), serde_json::Value::Null);
}

#[test]
fn a_new_site_shows_what_to_write_first() {
    // It must lack nothing else.
    let preview = Preview::start();
    let browser = open(&preview, "index.html");
    for file in ["staff.md", "parents.md", "pupils.md", "employers.md", "guidance.md"] {
        preview.save(file, &format!("{}\n[Write what is new]\n", preview.read(file)));
    }
    wait_for_panel(&browser, "querySelectorAll('.steps li').length === 5");
    assert_eq!(of_panel(&browser, "querySelector('.steps li').textContent"), "Personal guidance: what is new");
    assert_eq!(of_panel(&browser, "getElementById('toggle').textContent"), "Write this first: Personal guidance");
    // It covers nothing until somebody opens it.
    assert_eq!(of_panel(&browser, "getElementById('body').hidden"), true);
    assert_eq!(of_panel(&browser, "getElementById('dashboard').checkVisibility()"), true);
    browser.go(&preview.address("index.html"));
    wait_for_panel(&browser, "querySelectorAll('.steps li').length === 5");
    assert_eq!(of_panel(&browser, "getElementById('body').hidden"), true);
}

#[test]
fn content_in_the_panel_is_text_and_never_runs() {
    let preview = Preview::small();
    let browser = open(&preview, "index.html");
    let hostile = "</script><img src=x onerror='window.run=1'><script>window.run=1</script>";
    let shown = preview.read("programme/year-9.md").replacen("---\n", &format!("---\n\"{hostile}\": 1\n"), 1);
    preview.save("programme/year-9.md", &shown);
    wait_for_panel(&browser, "querySelector('.findings')?.textContent.includes('<script>')");
    assert_eq!(of_panel(&browser, "querySelectorAll('img, script').length"), 0);
    assert_eq!(browser.script("return window.run ?? null"), serde_json::Value::Null);
}

#[test]
fn the_panel_works_with_the_keyboard_and_opens_only_for_new_findings() {
    let preview = Preview::small();
    let browser = open(&preview, "index.html");
    assert_eq!(of_panel(&browser, "querySelector('section').getAttribute('aria-label')"), "Preview");
    of_panel(&browser, "getElementById('toggle').focus()");
    browser.press(&[ENTER]);
    wait_for_panel(&browser, "getElementById('toggle').getAttribute('aria-expanded') === 'true'");
    browser.press(&[ESCAPE]);
    wait_for_panel(&browser, "getElementById('body').hidden");
    preview.replace("team.yaml", "people:", "peopel:");
    wait_for_panel(
        &browser,
        "querySelector('.findings') && !@.getElementById('body').hidden".replace('@', PANEL).as_str(),
    );
    // It opens by itself and does not move the focus.
    assert_eq!(of_panel(&browser, "activeElement.id"), "toggle");
    browser.press(&[ESCAPE]);
    wait_for_panel(&browser, "getElementById('body').hidden");
    browser.go(&preview.address("team.html"));
    wait_for_panel(&browser, "querySelector('.findings')");
    assert_eq!(of_panel(&browser, "getElementById('body').hidden"), true);
    preview.replace("team.yaml", "peopel:", "poeple:");
    wait_for_panel(&browser, "getElementById('body').hidden === false");
}

#[test]
fn each_page_names_its_files_and_opens_them_in_the_editor() {
    let preview = Preview::small();
    let browser = open(&preview, "pupils/year-9.html");
    let first = of_panel(&browser, "querySelector('.sources li span').textContent");
    assert_eq!(first, "programme/year-9.md");
    of_panel(&browser, "getElementById('source-0').click()");
    assert_eq!(preview.edited(), "programme/year-9.md");
    wait_for_panel(&browser, "getElementById('source-0').textContent === 'Opened'");
}

#[test]
fn the_site_on_another_day_follows_changes() {
    let preview = Preview::at("/careers/");
    let browser = open(&preview, "events/index.html");
    of_panel(&browser, "getElementById('day').value = '2027-02-20'");
    of_panel(&browser, "getElementById('show-day').click()");
    let address = preview.address("events/index.html").replace("/careers/", "/.fingerpost/on/2027-02-20/");
    until(|| browser.address() == address).expect("the same page as of that day");
    let main_contains = |words: &str| format!("document.querySelector('main').innerText.includes({words:?})");
    browser.wait_for(&main_contains("Ridgeway careers fair"));
    assert_eq!(browser.script(&format!("return {}", main_contains("Options evening"))), false);
    wait_for_panel(&browser, "getElementById('day').value === '2027-02-20'");
    preview.replace("events/2027-03-04-careers-fair.md", "Ridgeway careers fair", "Spring fair");
    browser.wait_for(&main_contains("Spring fair"));
    // Links stay on that day, and one leads back to today.
    browser.script("document.querySelector('.menu a').click()");
    until(|| browser.address().ends_with("/.fingerpost/on/2027-02-20/programme/index.html")).expect("the programme");
    wait_for_panel(&browser, "getElementById('now')");
    of_panel(&browser, "getElementById('now').click()");
    until(|| browser.address() == preview.address("programme/index.html")).expect("today again");
}

#[test]
fn a_theme_that_forbids_scripts_still_follows_changes() {
    let preview = Preview::small();
    let base = std::fs::read_to_string(crate::common::folder("themes/default/base.html")).expect("the theme");
    let strict = base.replace("script-src 'self'; connect-src 'self'; ", "");
    assert_ne!(base, strict);
    preview.save("theme/base.html", &strict);
    let browser = open(&preview, "index.html");
    preview.replace("school.yaml", "name: Ridgeway School", "name: Strict School");
    browser.wait_for("document.querySelector('h1').innerText.includes('Strict School')");
}
