//! Pages in Urdu and English: space between lines, and texts that run in their own direction.

use serde_json::json;

use crate::chromium::Browser;
use crate::host::Host;
use crate::in_language::example_in;
use crate::sites::Sites;

/// Elements with words whose lines are closer than this many times their letters.
fn close_lines(browser: &Browser, selector: &str, least: f64) -> String {
    let script = format!(
        "const all = [...document.querySelectorAll('{selector}')].filter((one) => one.checkVisibility());
         const close = (one) => {{ const style = getComputedStyle(one); return parseFloat(style.lineHeight) < {least} * parseFloat(style.fontSize) - .1; }};
         return all.length ? all.filter(close).map((one) => one.outerHTML.slice(0, 120)).join('; ') : 'nothing is there'"
    );
    browser.script(&script).as_str().expect("a text").to_owned()
}

#[test]
fn lines_in_urdu_are_far_enough_apart() {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.resize(390, 844);
    browser.go(&sites.hosted(sites.page("example", "ur/parents.html")));
    assert_eq!(close_lines(&browser, "main :is(h1, h2, h3)", 1.8), "");
    assert_eq!(close_lines(&browser, "main :is(.lead, .prose p, .prose li)", 2.0), "");
    assert!(close_lines(&browser, ".footer p", 2.0).contains("<p"), "English keeps its lines");
    // The label and the languages begin at the right, as the title does.
    let gap = "const right = (one) => document.querySelector(one).getBoundingClientRect().right;
        return Math.abs(right('.language-switcher p') - right('.prose'))";
    assert!(browser.script(gap).as_f64().expect("a number") < 2.0);
}

#[test]
fn english_texts_on_an_urdu_site_run_from_left_to_right_and_the_ways_in_stay_in_a_row() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in example_in("ur") {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(path, &file.bytes).expect("it is written");
    }
    let host = Host::start(folder.path());
    let browser = Browser::start();
    browser.resize(390, 844);
    browser.go(&host.address("pupils/year-9.html"));
    let rows = "return new Set([...document.querySelectorAll('.audience-nav li')].map((one) => one.getBoundingClientRect().top)).size";
    assert_eq!(browser.script(rows), 1, "the four ways in are in one row, also those with several words");
    // The sign that ends the sentence is after its last word.
    let end = "const text = document.querySelector('.lead').firstChild;
        const at = (index) => { const range = new Range(); range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect().left; };
        return [text.data.at(-1), at(text.length - 1) > at(text.length - 2)]";
    assert_eq!(browser.script(end), json!(["?", true]));
    let direction = "return getComputedStyle(document.querySelector('.prose')).direction";
    assert_eq!(browser.script(direction), "ltr");
    assert_eq!(browser.script("return getComputedStyle(document.querySelector('main')).direction"), "rtl");
}
