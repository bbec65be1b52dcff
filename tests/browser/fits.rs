//! No page scrolls sideways, on a narrow phone or at 400% zoom.

use crate::chromium::Browser;
use crate::sites::{Page, Sites};

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
        let out = browser.script(STANDS_OUT);
        if out != "" {
            problems.push(format!("{}: {out}", page.path()));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_kind_of_page_fits_a_narrow_phone() {
    let browser = Browser::start();
    browser.resize(320, 640);
    check(&browser, Sites::get().kinds().into_iter());
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
