//! Nothing moves while a page loads.

use serde_json::json;

use crate::chromium::Browser;
use crate::sites::{Sites, stride};

/// The largest sum of layout shifts. Chromium counts up to 0.1 as good.
const MAX: f64 = 0.01;

/// The sum of layout shifts, once the page has loaded and been drawn, with what moved first.
const SHIFTS: &str = "
    const done = arguments[0];
    let sum = 0;
    let first = '';
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            sum += value;
            first ||= sources[0]?.node?.outerHTML?.slice(0, 120) ?? '';
        }
    }).observe({ type: 'layout-shift', buffered: true });
    const draw = (times) => times ? requestAnimationFrame(() => draw(times - 1)) : setTimeout(() => done([sum, first]));
    draw(4);";

/// All results in the window have their sentences.
const READ: &str = "[...document.querySelectorAll('.has-sentence')]
    .every((one) => one.getBoundingClientRect().top > innerHeight || one.querySelector('mark'))";

fn shifts(browser: &Browser) -> (f64, String) {
    let found = browser.script_that_takes_time(SHIFTS);
    (found[0].as_f64().expect("a number"), found[1].to_string())
}

#[test]
fn nothing_moves_while_pages_load() {
    let sites = Sites::get();
    let browser = Browser::start();
    let mut problems = Vec::new();
    // What loads late loads late at every width, so only some pages are loaded at both.
    for (width, height, step) in [(390, 844, 1), (1280, 800, stride(4))] {
        browser.resize(width, height);
        for page in sites.kinds().into_iter().filter(|page| page.site == "example").step_by(step) {
            browser.go(&sites.hosted(page));
            let (sum, first) = shifts(&browser);
            if sum > MAX {
                problems.push(format!("{} at {width}: {sum:.3}, first {first}", page.path()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn nothing_moves_while_a_search_is_answered() {
    let sites = Sites::get();
    let browser = Browser::start();
    let mut problems = Vec::new();
    for (width, height) in [(390, 844), (1280, 800)] {
        browser.resize(width, height);
        // Many results, one, and none.
        for query in ["work", "slipway", "zzzz"] {
            browser.go(&format!("{}?q={query}", sites.hosted(sites.page("example", "search.html"))));
            browser.wait_for("document.querySelector('[role=status]').textContent");
            browser.wait_for(READ);
            let (sum, first) = shifts(&browser);
            if sum > MAX {
                problems.push(format!("{query} at {width}: {sum:.3}, first {first}"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_is_put_in_late_is_reported() {
    let sites = Sites::get();
    let browser = Browser::start();
    let late = "addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() =>
        document.querySelector('main').insertAdjacentHTML('afterbegin', '<p style=\"height: 20rem\">Late</p>'))))";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": late }));
    browser.go(&sites.hosted(sites.page("example", "team.html")));
    browser.wait_for("document.querySelector('main > p')");
    assert!(shifts(&browser).0 > MAX);
}
