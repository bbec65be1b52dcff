//! No page scrolls sideways, on a narrow phone, at 400% zoom or with large letters, and no page is too long on a phone.

use serde_json::json;

use crate::chromium::Browser;
use crate::sites::{Page, Sites, stride};

/// Elements that overflow the window, except those in a scrolling box.
const STANDS_OUT: &str = "
    const wide = document.documentElement.clientWidth;
    const scrolls = (one) => one && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((one) => {
        const rect = one.getBoundingClientRect();
        return rect.width > 1 && (rect.right > wide + 1 || rect.left < -1 && !one.matches('.skip-link')) && !scrolls(one.parentElement);
    });
    const found = out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120));
    if (document.scrollingElement.scrollWidth > wide) found.push('the page is ' + document.scrollingElement.scrollWidth + ' wide');
    return found.join('; ')";

fn check<'a>(browser: &Browser, pages: impl Iterator<Item = &'a Page>) {
    let mut problems = Vec::new();
    for page in pages {
        browser.go(&Sites::get().hosted(page));
        problems.extend(stands_out(browser, page));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn stands_out(browser: &Browser, page: &Page) -> Option<String> {
    let out = browser.script(STANDS_OUT);
    (out != "").then(|| format!("{}: {out}", page.path()))
}

#[test]
fn pages_of_other_schools_fit_a_narrow_phone() {
    let browser = Browser::start();
    browser.resize(320, 640);
    let others = Sites::get().kinds().into_iter().filter(|page| page.site != "example");
    check(&browser, others.step_by(stride(2)));
}

fn set_font_size(browser: &Browser, pixels: u32) {
    let sizes = json!({ "fontSizes": { "standard": pixels, "fixed": pixels * 13 / 16 } });
    browser.devtools("Page.setFontSizes", &sizes);
}

/// Links that are all of a table cell, and marks of footnotes, that are too small to tap.
const SMALL: &str = "
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const links = [...document.querySelectorAll('main :is(td, th) a, sup a, .footnotes a')].filter((one) => one.checkVisibility());
    const is_all = (one) => one.closest('sup, .footnotes') || one.closest('td, th').innerText.trim() === one.innerText.trim();
    const small = links.filter((one) => is_all(one) && one.getBoundingClientRect().height < 44);
    return [links.length, small.map((one) => one.outerHTML.slice(0, 120)).join('; ')]";

/// Pages that may take more than ten screens of a phone: paper copies, the list of all pages, and the map of all subjects, which
/// begins with links to each.
const LONG: [&str; 4] = ["planner", "a-to-z", "gallery", "subjects"];

/// Pages that many come to with one question, which may take eight.
const SHORT: [&str; 4] = ["employers", "benchmarks", "team", "evidence"];

/// Kinds with a page for each group, of which the largest is not always the longest.
const OF_GROUPS: [&str; 2] = ["pupil-group", "parent-group"];

/// What is wrong with the length of a page, in screens of a phone.
fn too_long(page: &Page, screens: f64) -> Option<String> {
    // Whole screens, and a few lines more for the fonts of other computers.
    let max = match page.kind.as_str() {
        kind if LONG.contains(&kind) => return None,
        kind if OF_GROUPS.contains(&kind) => 7.25,
        kind if SHORT.contains(&kind) => 8.25,
        _ => 10.25,
    };
    (screens > max).then(|| format!("{}: {screens:.1} screens, and may take {max}", page.path()))
}

#[test]
fn pages_of_the_example_are_short_easy_to_tap_and_fit_a_narrow_phone_and_large_letters() {
    let sites = Sites::get();
    let browser = Browser::start();
    let of_groups = sites.pages().iter().filter(|page| OF_GROUPS.contains(&page.kind.as_str()));
    let kinds = sites.kinds().into_iter().filter(|page| !OF_GROUPS.contains(&page.kind.as_str()));
    let pages = kinds.chain(of_groups).filter(|page| page.site == "example");
    let (mut links, mut problems) = (0, Vec::new());
    // Sizes and letters only change styles, so each page is loaded once.
    for (at, page) in pages.enumerate() {
        set_font_size(&browser, 16);
        browser.resize(390, 844);
        browser.go(&sites.hosted(page));
        let screens = browser.script("return document.documentElement.scrollHeight / innerHeight").as_f64();
        problems.extend(too_long(page, screens.expect("a number")));
        browser.resize(320, 640);
        problems.extend(stands_out(&browser, page));
        // From here on everything that can be opened is open.
        for width in [390, 1280] {
            browser.resize(width, 844);
            let found = browser.script(SMALL);
            links += found[0].as_u64().expect("a number");
            problems.extend((found[1] != "").then(|| format!("{} at {width}: {}", page.path(), found[1])));
        }
        if at % stride(2) == 0 {
            set_font_size(&browser, 32);
            assert_eq!(browser.script("return getComputedStyle(document.documentElement).fontSize"), "32px");
            problems.extend(stands_out(&browser, page).map(|out| format!("with large letters: {out}")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(links > 50, "{links} links");
    browser.go(&sites.hosted(sites.page("example", "pupils/year-9.html")));
    browser.script(
        "const style = new CSSStyleSheet();
         style.replaceSync('sup > a { padding: 0 !important }');
         document.adoptedStyleSheets = [style]",
    );
    assert!(browser.script(SMALL)[1].to_string().contains("note-mark"), "a small mark is reported");
}

#[test]
fn charts_cards_and_tables_fit_at_400_percent() {
    let kinds = ["gallery", "home", "matrix", "events", "benchmarks"];
    let browser = Browser::start();
    browser.zoom(320, 200, 4);
    let is_meant = |page: &&Page| page.site == "example" && kinds.contains(&page.kind.as_str());
    check(&browser, Sites::get().kinds().into_iter().filter(is_meant));
}

#[test]
fn search_results_and_filtered_events_fit_a_narrow_phone_and_zoom() {
    let sites = Sites::get();
    let browser = Browser::start();
    for dots in [1, 4] {
        browser.zoom(320, 200, dots);
        for (page, query) in
            [("search.html", "q=careers&for=pupils"), ("search.html", "q=cv"), ("events/index.html", "for=parents")]
        {
            browser.go(&format!("{}?{query}", sites.hosted(sites.page("example", page))));
            browser.wait_for("document.querySelector('[role=status]').textContent");
            if query == "q=cv" {
                browser.script("document.getElementById('results').scrollIntoView()");
                browser.wait_for("document.querySelector('#results mark')");
            }
            assert_eq!(browser.script(STANDS_OUT), "", "{page}");
        }
    }
}

#[test]
fn content_that_is_too_wide_is_reported() {
    let browser = Browser::start();
    browser.resize(320, 640);
    browser.go(&Sites::get().hosted(Sites::get().kinds().first().expect("a page")));
    assert_eq!(browser.script(STANDS_OUT), "");
    browser.script("document.querySelector('h1').style.cssText = 'width: 500px; max-width: none'");
    let out = browser.script(STANDS_OUT).to_string();
    assert!(out.contains("<h1") && out.contains("wide"), "{out}");
}
