//! The start page, on which somebody opens a careers folder or makes a new one.

use crate::axe::{DARK, LIGHT, audit};
use crate::chromium::Browser;
use crate::start_page::StartPage;

const ENTER: &str = "\u{e007}";

#[test]
fn the_pages_before_a_folder_is_open_pass_every_rule() {
    let start = StartPage::start();
    start.remember(&start.school());
    let browser = Browser::start();
    let mut problems = Vec::new();
    for page in ["", "folders", "new-site"] {
        browser.go(&format!("http://127.0.0.1:{}/-/{page}", start.port()));
        for mode in [&LIGHT, &DARK] {
            mode.set(&browser);
            problems
                .extend(audit(&browser, mode.rules).into_iter().map(|rule| format!("{page} ({}): {rule}", mode.name)));
            let wide = browser.script("return document.documentElement.scrollWidth > innerWidth");
            assert_eq!(wide, false, "{page} is wider than the window ({})", mode.name);
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_teacher_makes_a_school_by_keyboard() {
    let start = StartPage::start();
    let browser = Browser::start();
    browser.go(&format!("http://127.0.0.1:{}/-/", start.port()));
    browser.script("document.querySelector('a[href=\"/-/new-site\"]').focus()");
    browser.press(&[ENTER]);
    browser.wait_for("location.pathname === '/-/new-site'");
    // The first error is that it has no name. The summary leads to the field.
    browser.script("document.querySelector('main button').focus()");
    browser.press(&[ENTER]);
    browser.wait_for("document.title.startsWith('Error: ')");
    browser.script("document.querySelector('.error-summary a').focus()");
    browser.press(&[ENTER]);
    browser.wait_for("document.activeElement.id === 'name'");
    browser.press(&["H", "i", "l", "l", ENTER]);
    browser.wait_for("document.getElementById('todo')");
    assert!(start.home.join("hill/school.yaml").exists());
}
