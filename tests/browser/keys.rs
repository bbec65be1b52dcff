//! Keyboard navigation: Tab reaches every link and control in the order of the page, and the focus is always visible.

use serde_json::{Value, json};

use crate::chromium::Browser;
use crate::sites::{Page, Sites};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// Counts the stops that are out of the window when the next key is pressed.
const WATCH_STOPS: &str = "
    window.lost = [];
    document.addEventListener('keydown', () => {
        const one = document.activeElement;
        const { top, bottom } = one.getBoundingClientRect();
        if (one !== document.body && (bottom < 1 || top > innerHeight - 1)) window.lost.push(one.outerHTML.slice(0, 120));
    }, true)";

/// Lists everything that can be focused, with its outline when unfocused. At each stop the release of the key
/// records the focused element: by then the page has scrolled.
const WATCH: &str = "
    const there = (one) => one.getClientRects().length && !one.parentElement.closest('details:not([open]) > :not(summary)');
    window.targets = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')].filter(there);
    const look = (one) => { const style = getComputedStyle(one); return style.outlineStyle + style.outlineWidth + style.outlineColor; };
    const unfocused = new Map(window.targets.map((one) => [one, look(one)]));
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (one) => {
        for (let at = one.parentElement; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (colour !== 'rgba(0, 0, 0, 0)') return colour;
        }
        return 'Canvas';
    };
    window.stops = [];
    document.addEventListener('keyup', () => {
        const one = document.activeElement;
        const index = window.targets.indexOf(one);
        const rect = one.getClientRects()[0];
        const style = getComputedStyle(one);
        const faults = [];
        if (index < 0) faults.push('not expected');
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || look(one) === unfocused.get(one)) faults.push('no ring');
        const lights = [light(style.outlineColor), light(behind(one))].sort((a, b) => b - a);
        if ((lights[0] + 0.05) / (lights[1] + 0.05) < 3) faults.push('a ring that is hard to see');
        if (!rect || rect.top < -1 || rect.left < -1 || rect.bottom > innerHeight + 1 || rect.right > innerWidth + 1) faults.push('outside the window ' + JSON.stringify(rect));
        else {
            const on = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
            if (!one.contains(on)) faults.push('covered by ' + (on && on.outerHTML.slice(0, 80)));
        }
        window.stops.push([index, faults.join(', '), one.outerHTML.slice(0, 120)]);
    }, true);
    return window.targets.length";

/// Tabs through the open page and returns problems.
fn walk(browser: &Browser) -> Vec<String> {
    let targets = browser.script(WATCH).as_u64().expect("a number");
    let keys = vec![TAB; usize::try_from(targets).expect("not many")];
    keys.chunks(50).for_each(|some| browser.press(some));
    let stops = browser.script("return window.stops");
    let stops = stops.as_array().expect("a list");
    let reached: Vec<Option<u64>> = stops.iter().map(|stop| stop[0].as_u64()).collect();
    let mut problems: Vec<String> = stops.iter().filter(|stop| stop[1] != "").map(Value::to_string).collect();
    if reached != (0..targets).map(Some).collect::<Vec<_>>() {
        problems.push(format!("of {targets} things that can be followed Tab reaches {reached:?}"));
    }
    problems
}

fn check(kinds: &[&str], width: u32, scheme: &str) {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.resize(width, 640);
    browser.prefer(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]);
    let mut problems = Vec::new();
    let is_meant = |page: &&Page| page.site == "example" && kinds.contains(&page.kind.as_str());
    for page in sites.kinds().into_iter().filter(is_meant) {
        browser.go(&sites.hosted(page));
        problems.extend(walk(&browser).into_iter().map(|fault| format!("{}: {fault}", page.path())));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn tab_reaches_everything_on_a_wide_light_page() {
    check(&["gallery", "home", "matrix", "events", "search", "staff", "employers"], 1280, "light");
}

#[test]
fn tab_reaches_everything_on_a_narrow_dark_page() {
    check(&["gallery", "home", "pupil-group", "subscribe", "benchmarks"], 320, "dark");
}

#[test]
fn the_focus_stays_in_view_at_eight_keys_a_second() {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.go(&sites.hosted(sites.page("example", "pupils/year-9.html")));
    browser.script(WATCH_STOPS);
    browser.press_in_time(&[TAB; 30], 125);
    assert_eq!(browser.script("return window.lost"), json!([]));
    let moved = browser.script("return scrollY > 500");
    assert_eq!(moved, true, "the page has scrolled");
    // A page that scrolls slowly leaves the focus behind.
    browser.script(
        "const style = new CSSStyleSheet();
         style.replaceSync('html { scroll-behavior: smooth } a { display: block; margin-block: 300px }');
         document.adoptedStyleSheets = [style];
         scrollTo({ top: 0, behavior: 'instant' });
         document.querySelector('.home-link').focus();",
    );
    browser.press_in_time(&[TAB; 16], 125);
    assert_ne!(browser.script("return window.lost"), json!([]));
}

#[test]
fn the_first_tab_stop_skips_the_menus() {
    let sites = Sites::get();
    let browser = Browser::start();
    // All pages share the menus.
    for page in sites.kinds().into_iter().filter(|page| page.site == "example").step_by(3) {
        browser.go(&sites.hosted(page));
        browser.press(&[TAB]);
        let link = browser.script(
            "return [document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]",
        );
        assert_eq!(link.to_string(), "[\"skip-link\",true]", "{}", page.path());
        browser.press(&[ENTER]);
        browser.wait_for("document.activeElement.localName === 'main'");
        browser.press(&[TAB]);
        let inside = "return !document.activeElement.closest('header')";
        assert_eq!(browser.script(inside), true, "{}: the next stop is in the menus again", page.path());
    }
}

#[test]
fn missing_focus_rings_and_covered_elements_are_reported() {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.prefer(&[("prefers-reduced-motion", "reduce")]);
    let page = sites.kinds().into_iter().find(|page| page.kind == "team").expect("the team");
    browser.go(&sites.hosted(page));
    browser.script(
        "const style = new CSSStyleSheet();
         style.replaceSync(`.menu a:focus { outline: none } .home-link:focus { outline-color: transparent }
             .audience-nav li { position: relative } .audience-nav li:nth-child(2)::after { content: ''; position: absolute; inset: 0; background: red }
             .footer a { visibility: hidden }`);
         document.adoptedStyleSheets = [style];",
    );
    let problems = walk(&browser).join("\n");
    for fault in ["no ring", "covered by", "Tab reaches"] {
        assert!(problems.contains(fault), "{fault} is not reported:\n{problems}");
    }
}
