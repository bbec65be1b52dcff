//! The dashboard and its forms, as a teacher uses them: by keyboard, with and without scripts, in every display mode.

use serde_json::json;

use crate::axe::{DARK, FORCED, LIGHT, Mode, ZOOMED, audit};
use crate::chromium::Browser;
use crate::preview::Preview;
use crate::until::until;

const EVENT: &str = "events/2027-03-04-careers-fair.md";
const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";

/// The address of a page of the dashboard.
fn address(preview: &Preview, page: &str) -> String {
    format!("http://127.0.0.1:{}/-/{page}", preview.port())
}

/// Types words with the keyboard, and then a key.
fn type_words(browser: &Browser, words: &str, last: &str) {
    let keys: Vec<String> = words.chars().map(String::from).chain([last.to_owned()]).collect();
    browser.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn pages_of_the_dashboard_pass_every_rule_in_light_and_some_in_another_mode() {
    pages_pass(|at| match at % 6 {
        0 => vec![&LIGHT, &DARK],
        2 => vec![&LIGHT, &FORCED],
        4 => vec![&LIGHT, &ZOOMED],
        _ => vec![&LIGHT],
    });
}

#[test]
#[ignore = "takes a minute; the test above takes one or two modes of each page"]
fn pages_of_the_dashboard_pass_every_rule_in_every_mode() {
    pages_pass(|_| vec![&LIGHT, &DARK, &FORCED, &ZOOMED]);
}

fn pages_pass(modes: impl Fn(usize) -> Vec<&'static Mode>) {
    let preview = Preview::start();
    // With something to fix on a form and on the first page.
    preview.replace(EVENT, "starts: 13:30", "starts: half past");
    let browser = Browser::start();
    browser.go(&address(&preview, ""));
    until(|| {
        browser.go(&address(&preview, ""));
        browser.script("return document.querySelector('.tasks .error') !== null") == true
    })
    .expect("the error is listed");
    let mut problems = Vec::new();
    let pages = [
        "",
        "?q=evening",
        "edit/school.yaml",
        "edit/events/2027-03-04-careers-fair.md",
        "edit/programme/year-9.md",
        "edit/programme/year-9.md?item=activities.2",
        "text/team.yaml",
        "new",
        "new/event",
        "history",
        "year",
        "build",
        "nothing",
    ];
    for (at, page) in pages.into_iter().enumerate() {
        browser.go(&address(&preview, page));
        for mode in modes(at) {
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
fn pages_that_take_files_pass_every_rule_and_a_text_has_buttons_and_links() {
    let preview = Preview::small();
    let browser = Browser::start();
    let mut problems = Vec::new();
    let mut check = |page: &str| {
        for mode in [&LIGHT, &DARK] {
            mode.set(&browser);
            problems
                .extend(audit(&browser, mode.rules).into_iter().map(|rule| format!("{page} ({})", mode.name) + &rule));
            let wide = browser.script("return document.documentElement.scrollWidth > innerWidth");
            assert_eq!(wide, false, "{page} is wider than the window ({})", mode.name);
        }
    };
    for page in ["media", "upload/picture", "new/benchmarks", "import/survey"] {
        browser.go(&address(&preview, page));
        check(page);
    }
    // The review of a spreadsheet.
    browser.go(&address(&preview, "import/programme"));
    browser.script(
        "const data = new DataTransfer();
         data.items.add(new File(['Group,When,Activity,Kind\\nYear 9,autumn 1,Farm talk,talk\\n'], 'plan.csv'));
         const input = document.getElementById('field-file');
         input.files = data.files;
         input.form.requestSubmit()",
    );
    browser.wait_for("location.search.startsWith('?review=') && document.querySelector('table') !== null");
    check("the review");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    // Without scripts there are no buttons, and the field for links is only to copy from.
    browser.go(&address(&preview, &format!("edit/{EVENT}")));
    browser.wait_for("document.querySelector('[aria-label=\"Marks for the text\"] button') !== null");
    let press = |name: &str| {
        browser.script(&format!(
            "[...document.querySelectorAll('[role=group] button')].find((button) => button.textContent === '{name}').click()"
        ));
    };
    let text = || browser.script("return document.getElementById('field-body').value").to_string();
    let at = |start: usize, end: usize| {
        browser.script(&format!("document.getElementById('field-body').setSelectionRange({start}, {end})"));
    };
    browser.script("document.getElementById('field-body').value = 'One\\nTwo'");
    at(0, 0);
    press("Heading");
    at(0, 99);
    press("List");
    assert_eq!(text(), "\"- ## One\\n- Two\"");
    browser.script("document.getElementById('field-body').value = 'Come'");
    at(0, 4);
    press("Link");
    assert_eq!(text(), "\"[Come](https://)\"");
    browser.script(
        "const field = document.getElementById('field-body-own');
         field.value = [...field.list.options].map((option) => option.value).find((value) => value.includes('options-evening'));
         document.getElementById('field-body').setSelectionRange(0, 99);
         field.dispatchEvent(new Event('change'))",
    );
    assert_eq!(text(), "\"[Options evening](../events/2027-02-04-options-evening.md)\"");
}

#[test]
fn a_teacher_writes_undoes_and_builds_by_keyboard() {
    let preview = Preview::small();
    let browser = Browser::start();
    let before = preview.read(EVENT);
    browser.go(&address(&preview, &format!("edit/{EVENT}")));
    browser.script("const title = document.getElementById('field-title'); title.focus(); title.select()");
    type_words(&browser, "Spring fair", ENTER);
    until(|| preview.read(EVENT).contains("title: Spring fair\n")).expect("the title is saved");
    browser.wait_for("location.search.startsWith('?saved=')");
    // The message has the focus, and Undo is the next thing in it.
    assert_eq!(browser.script("return document.activeElement.textContent.includes('Saved.')"), true);
    browser.press(&[TAB, ENTER]);
    until(|| preview.read(EVENT) == before).expect("the file is as before");
    browser.go(&address(&preview, "new/event"));
    browser.script("document.getElementById('field-title').focus()");
    type_words(&browser, "Farm visit", TAB);
    type_words(&browser, "9 March 2027", ENTER);
    let file = "events/2027-03-09-farm-visit.md";
    until(|| preview.content.join(file).exists()).expect("the file");
    browser.wait_for("location.search.startsWith('?saved=')");
    assert!(preview.read(file).starts_with("---\ntitle: Farm visit\n"), "{}", preview.read(file));
    // An audience is still missing: the error is shown, and the form leads to its field.
    browser.go(&address(&preview, &format!("edit/{file}")));
    browser.wait_for("document.title.startsWith('Error: ')");
    browser.script("document.querySelector('.error-summary a').focus()");
    browser.press(&[ENTER]);
    browser.wait_for("location.hash === '#field-audiences'");
    browser.script("document.querySelector('input[name=audiences][value=pupils]').focus()");
    browser.press(&[" ", ENTER]);
    until(|| preview.read(file).contains("audiences: [pupils]")).expect("the audience is saved");
    browser.wait_for("location.search.startsWith('?saved=')");
    browser.go(&address(&preview, "build"));
    browser.script("document.querySelector('main button').focus()");
    browser.press(&[ENTER]);
    until(|| preview.content.join("site/events/2027-03-09-farm-visit.html").exists()).expect("the page of the event");
    browser.wait_for("document.querySelector('h1').textContent === 'The site is built'");
    let downloads = tempfile::tempdir().expect("a folder");
    let into = json!({ "behavior": "allow", "downloadPath": downloads.path() });
    browser.devtools("Browser.setDownloadBehavior", &into);
    browser.script("document.querySelector('a[href=\"/-/site.zip\"]').focus()");
    browser.press(&[ENTER]);
    until(|| downloads.path().join("careers-site.zip").exists()).expect("the site as a .zip");
    // From a page of the site to its form.
    browser.go(&preview.address("events/2027-03-04-careers-fair.html"));
    let link = "document.querySelector('fingerpost-preview')?.shadowRoot.getElementById('edit-page')";
    browser.wait_for(link);
    assert_eq!(browser.script(&format!("return {link}.textContent")), "Edit this event");
    browser.script(&format!("{link}.click()"));
    browser.wait_for(&format!("location.pathname === '/-/edit/{EVENT}'"));
}
