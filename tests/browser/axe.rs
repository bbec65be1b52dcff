//! Every kind of page passes all rules of axe-core, in every display mode.
//!
//! All rules are switched on by name: those of WCAG A, AA and AAA, good practice, and the
//! experimental ones. The gallery has every component in each of its states, so only some pages are tested in the rarer
//! modes. The ignored test has every page in all of them.
//!
//! | pages | light, 1280 px | dark, 320 px | forced colours | 400% zoom |
//! | --- | --- | --- | --- | --- |
//! | the gallery, and the kinds of the example | yes | gallery, home, every fourth | gallery, home, matrix | gallery, events |
//! | every eighth other kind of the college | yes | | | |
//! | every eighth other kind of the special school | | yes | | |

use std::fmt::Write;

use serde_json::Value;

use crate::chromium::Browser;
use crate::preview::Preview;
use crate::sites::{Page, Sites};
use crate::tools::npm;

/// How a reader sees a page.
pub(crate) struct Mode {
    pub(crate) name: &'static str,
    features: &'static [(&'static str, &'static str)],
    /// Width, height and dots a pixel.
    window: (u32, u32, u32),
    /// The rules, as a JavaScript expression in which `slow` are those of [`SLOW`].
    pub(crate) rules: &'static str,
}

const ALL: &str = "axe.getRules().map((rule) => rule.ruleId).filter((id) => !slow.includes(id))";
/// The rules for which axe-core loads all styles and sounds of a page once more. All pages have the same, so these are tested on two.
const SLOW: &str = "['css-orientation-lock', 'no-autoplay-audio']";
pub(crate) const LIGHT: Mode = Mode { name: "light, 1280 px", features: &[], window: (1280, 800, 1), rules: ALL };
pub(crate) const DARK: Mode =
    Mode { name: "dark, 320 px", features: &[("prefers-color-scheme", "dark")], window: (320, 640, 1), rules: ALL };
pub(crate) const FORCED: Mode = Mode {
    name: "forced colours",
    features: &[("forced-colors", "active"), ("prefers-color-scheme", "dark")],
    window: (1280, 800, 1),
    // In forced colours Chromium reports the colour in the style, not the one it shows.
    rules: "axe.getRules().map((rule) => rule.ruleId)
        .filter((id) => !id.startsWith('color-contrast') && !slow.includes(id))",
};
pub(crate) const ZOOMED: Mode = Mode { name: "400%", features: &[], window: (320, 200, 4), rules: ALL };

impl Mode {
    pub(crate) fn set(&self, browser: &Browser) {
        let (width, height, dots) = self.window;
        browser.zoom(width, height, dots);
        browser.prefer(self.features);
    }
}

/// Runs rules on the open page. Returns each rule that is broken, with the elements.
pub(crate) fn audit(browser: &Browser, rules: &str) -> Vec<String> {
    if browser.script("return typeof axe") == "undefined" {
        browser.script(&npm("axe-core/axe.min.js"));
    }
    let broken = browser.script_that_takes_time(&format!(
        "const done = arguments[0];
         const slow = {SLOW};
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

/// Audits pages in all modes and reports all problems together.
fn check(pages: &[&Page], modes: &[&Mode]) {
    let sites = Sites::get();
    let browser = Browser::start();
    let mut problems = String::new();
    for page in pages {
        // Modes only change styles, so the page is loaded once for all of them.
        browser.go(&sites.hosted(page));
        for mode in modes {
            mode.set(&browser);
            for broken in audit(&browser, mode.rules) {
                let _ = writeln!(problems, "{} ({}, {}): {broken}", page.path(), page.kind, mode.name);
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn example_pages_pass_in_light_and_dark() {
    let pages = || Sites::get().kinds().into_iter().filter(|page| page.site == "example");
    let (shared, others): (Vec<&Page>, Vec<&Page>) =
        pages().partition(|page| ["gallery", "home"].contains(&page.kind.as_str()));
    check(&shared, &[&LIGHT, &DARK]);
    let (both, light): (Vec<_>, Vec<_>) = others.into_iter().enumerate().partition(|(at, _)| at % 4 == 0);
    check(&both.into_iter().map(|(_, page)| page).collect::<Vec<_>>(), &[&LIGHT, &DARK]);
    check(&light.into_iter().map(|(_, page)| page).collect::<Vec<_>>(), &[&LIGHT]);
}

#[test]
fn college_pages_pass_in_light_and_special_school_pages_in_dark() {
    let of = |site: &str, first: usize| -> Vec<&Page> {
        let pages = Sites::get().kinds().into_iter().filter(|page| page.site == site);
        pages.skip(first).step_by(8).collect()
    };
    check(&of("college", 0), &[&LIGHT]);
    check(&of("special", 2), &[&DARK]);
}

#[test]
fn charts_cards_and_tables_pass_in_forced_colours_and_zoomed() {
    let some = |kinds: &[&str]| -> Vec<&Page> {
        let pages = Sites::get().kinds().into_iter();
        pages.filter(|page| page.site == "example" && kinds.contains(&page.kind.as_str())).collect()
    };
    check(&some(&["gallery", "home", "matrix"]), &[&FORCED]);
    check(&some(&["gallery", "events"]), &[&ZOOMED]);
}

#[test]
#[ignore = "takes many minutes; the tests above use the largest page of each kind"]
fn every_page_of_every_site_passes() {
    let pages: Vec<&Page> = Sites::get().pages().iter().collect();
    check(&pages, &[&LIGHT, &DARK, &FORCED, &ZOOMED]);
}

#[test]
fn search_results_and_filtered_events_pass_in_light_and_dark() {
    let sites = Sites::get();
    let browser = Browser::start();
    for mode in [&LIGHT, &DARK] {
        mode.set(&browser);
        for (page, query) in
            [("search.html", "q=careers"), ("search.html", "q=cv"), ("events/index.html", "for=parents&group=year-9")]
        {
            browser.go(&format!("{}?{query}", sites.hosted(sites.page("example", page))));
            browser.wait_for("document.querySelector('[role=status]').textContent");
            if query == "q=cv" {
                browser.script("document.getElementById('results').scrollIntoView()");
                browser.wait_for("document.querySelector('#results mark')");
            }
            let broken = audit(&browser, mode.rules);
            assert!(broken.is_empty(), "{page} ({}): {}", mode.name, broken.join("\n"));
        }
    }
}

#[test]
fn no_style_locks_the_orientation_and_no_sound_starts_by_itself() {
    let browser = Browser::start();
    let gallery = Sites::get().kinds().into_iter().find(|page| page.kind == "gallery").expect("the gallery");
    let preview = Preview::small();
    for address in [Sites::get().hosted(gallery), format!("http://127.0.0.1:{}/-/", preview.port())] {
        browser.go(&address);
        assert_eq!(audit(&browser, SLOW), [""; 0], "{address}");
    }
    browser.go(&Sites::get().hosted(gallery));
    // The checker reads style sheets that a page loads, not those that a script adopts.
    browser.script(
        "document.styleSheets[0].insertRule('@media (orientation: landscape) { html { transform: rotate(90deg) } }')",
    );
    assert!(audit(&browser, SLOW).join("\n").contains("css-orientation-lock"));
}

#[test]
fn planted_faults_are_reported() {
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
    let problems = audit(&browser, ALL).join("\n");
    for rule in ["image-alt", "color-contrast-enhanced", "target-size"] {
        assert!(problems.contains(rule), "{rule} is not told:\n{problems}");
    }
}

#[test]
fn a_fault_in_one_mode_is_reported_on_a_page_that_was_loaded_in_another() {
    let browser = Browser::start();
    LIGHT.set(&browser);
    let page = Sites::get().kinds().into_iter().find(|page| page.kind == "text").expect("a page of text");
    browser.go(&Sites::get().hosted(page));
    browser.script(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=planted>Grey words</p>');
         const style = new CSSStyleSheet();
         style.replaceSync('@media (prefers-color-scheme: dark) and (width < 600px) { #planted { color: #666 } }');
         document.adoptedStyleSheets = [style];",
    );
    assert!(audit(&browser, ALL).is_empty());
    DARK.set(&browser);
    let problems = audit(&browser, ALL).join("\n");
    assert!(problems.contains("color-contrast") && problems.contains("#planted"), "{problems}");
}
