//! No rule of axe-core is broken, on any kind of page, as any reader sees it.
//!
//! All rules are switched on by name: those of WCAG A, AA and AAA, good practice, and the
//! experimental ones. Each kind of the example's pages is seen in two ways that have nothing in
//! common, and some in the rarer ones:
//!
//! | pages | light, 1280 px | dark, 320 px | forced colours | 400 % zoom |
//! | --- | --- | --- | --- | --- |
//! | each kind of the example, and the gallery | yes | yes | gallery, home, matrix, group, benchmarks | gallery, home, matrix, events |
//! | every other kind of the college | yes | | | |
//! | the other kinds of the special school | | yes | | |

use std::fmt::Write;

use serde_json::Value;

use crate::chromium::Browser;
use crate::sites::{Page, Sites};
use crate::tools::npm;

/// A way in which a reader sees a page.
struct Way {
    name: &'static str,
    features: &'static [(&'static str, &'static str)],
    /// Width, height and dots a pixel.
    window: (u32, u32, u32),
    /// The rules, as a JavaScript expression.
    rules: &'static str,
}

const ALL: &str = "axe.getRules().map((rule) => rule.ruleId)";
const LIGHT: Way = Way { name: "light, 1280 px", features: &[], window: (1280, 800, 1), rules: ALL };
const DARK: Way =
    Way { name: "dark, 320 px", features: &[("prefers-color-scheme", "dark")], window: (320, 640, 1), rules: ALL };
const FORCED: Way = Way {
    name: "forced colours",
    features: &[("forced-colors", "active"), ("prefers-color-scheme", "dark")],
    window: (1280, 800, 1),
    // Asked for the colour of a text, Chromium tells what the style says and not what it shows.
    rules: "axe.getRules().map((rule) => rule.ruleId).filter((id) => !id.startsWith('color-contrast'))",
};
const ZOOMED: Way = Way { name: "400 %", features: &[], window: (320, 200, 4), rules: ALL };

/// Runs all rules on the page that is open; gives each rule that is broken, with the elements.
fn audit(browser: &Browser, rules: &str) -> Vec<String> {
    if browser.script("return typeof axe") == "undefined" {
        browser.script(&npm("axe-core/axe.min.js"));
    }
    let broken = browser.script_that_takes_time(&format!(
        "const done = arguments[0];
         const rules = Object.fromEntries({rules}.map((id) => [id, {{ enabled: true }}]));
         axe.run({{ runOnly: Object.keys(rules), rules, resultTypes: ['violations'] }}).then(
             (found) => done(found.violations.map((rule) => [rule.id, rule.help,
                 ...rule.nodes.slice(0, 3).map((node) => node.target + ' ' + node.html.slice(0, 160) + ' '
                     + node.any.map((check) => check.message).join(' ').slice(0, 200))])),
             (error) => done([['axe', String(error)]]));"
    ));
    let lines = |rule: &Value| {
        let parts = rule.as_array().into_iter().flatten();
        parts.filter_map(Value::as_str).collect::<Vec<_>>().join("\n    ")
    };
    broken.as_array().expect("a list").iter().map(lines).collect()
}

/// Audits pages, each in all ways, and tells everything that is wrong together.
fn check(pages: &[&Page], ways: &[&Way]) {
    let sites = Sites::get();
    let browser = Browser::start();
    let mut told = String::new();
    for way in ways {
        let (width, height, dots) = way.window;
        browser.zoom(width, height, dots);
        browser.prefer(way.features);
        for page in pages {
            browser.go(&sites.hosted(page));
            for broken in audit(&browser, way.rules) {
                let _ = writeln!(told, "{} ({}, {}): {broken}", page.path(), page.kind, way.name);
            }
        }
    }
    assert!(told.is_empty(), "{told}");
}

#[test]
fn every_kind_of_page_of_the_example_in_the_light_and_in_the_dark() {
    let pages: Vec<&Page> = Sites::get().kinds().into_iter().filter(|page| page.site == "example").collect();
    check(&pages, &[&LIGHT, &DARK]);
}

#[test]
fn each_kind_of_page_in_turn_of_a_college_in_the_light_and_of_a_special_school_in_the_dark() {
    let of = |site: &str, first: usize| -> Vec<&Page> {
        let pages = Sites::get().kinds().into_iter().filter(|page| page.site == site);
        pages.skip(first).step_by(2).collect()
    };
    check(&of("college", 0), &[&LIGHT]);
    check(&of("special", 1), &[&DARK]);
}

#[test]
fn pages_with_charts_cards_and_tables_in_forced_colours_and_zoomed() {
    let some = |kinds: &[&str]| -> Vec<&Page> {
        let pages = Sites::get().kinds().into_iter();
        pages.filter(|page| page.site == "example" && kinds.contains(&page.kind.as_str())).collect()
    };
    check(&some(&["gallery", "home", "matrix", "pupil-group", "benchmarks"]), &[&FORCED]);
    check(&some(&["gallery", "home", "matrix", "events"]), &[&ZOOMED]);
}

/// Some two hundred pages, in three ways: for a quiet hour, before a version goes out.
#[test]
#[ignore = "takes many minutes; above, the largest page of each kind stands for all"]
fn every_page_of_every_site() {
    let pages: Vec<&Page> = Sites::get().pages().iter().collect();
    check(&pages, &[&LIGHT, &DARK, &FORCED]);
}

#[test]
fn found_pages_and_filtered_events_in_the_light_and_in_the_dark() {
    let sites = Sites::get();
    let browser = Browser::start();
    for way in [&LIGHT, &DARK] {
        let (width, height, dots) = way.window;
        browser.zoom(width, height, dots);
        browser.prefer(way.features);
        for (page, query) in [("search.html", "q=careers"), ("events/index.html", "for=parents&group=year-9")] {
            browser.go(&format!("{}?{query}", sites.hosted(sites.page("example", page))));
            browser.wait_for("document.querySelector('[role=status]').textContent");
            let broken = audit(&browser, way.rules);
            assert!(broken.is_empty(), "{page} ({}): {}", way.name, broken.join("\n"));
        }
    }
}

/// What these tests would tell of faults: a page with one of each sort.
#[test]
fn faults_are_noticed_in_all_ways() {
    let browser = Browser::start();
    let page = Sites::get().kinds().into_iter().find(|page| page.kind == "text").expect("a page of text");
    browser.go(&Sites::get().hosted(page));
    browser.script(
        "document.querySelector('main').insertAdjacentHTML('beforeend', `<div id=planted><img src=data:,>
         <p>Grey words</p> <button>a</button><button>b</button></div>`);
         const style = new CSSStyleSheet();
         style.replaceSync('#planted p { color: #666 } #planted button { width: 12px; height: 12px; padding: 0 }');
         document.adoptedStyleSheets = [style];",
    );
    let told = audit(&browser, ALL).join("\n");
    for rule in ["image-alt", "color-contrast-enhanced", "target-size"] {
        assert!(told.contains(rule), "{rule} is not told:\n{told}");
    }
}
