//! What visitors come for on a phone: few taps, and little to scroll, from the home page to the answer.

use serde_json::Value;

use crate::chromium::Browser;
use crate::sites::Sites;

const MAX_TAPS: u32 = 3;
const MAX_SCREENS: f64 = 2.0;

/// A message of the English interface.
fn text(key: &str) -> &'static str {
    let lines = include_str!("../../themes/default/strings/en.ftl").lines();
    let mut texts = lines.filter_map(|line| line.split_once(" = ")).filter(|(name, _)| *name == key);
    texts.next().map_or_else(|| panic!("no message {key}"), |(_, text)| text)
}

/// Finds what a visitor looks for: the first shown element with all of these words, or with them in it. It scrolls there and returns by how
/// many screens, with the address of a link.
const FIND: &str = "
    const shown = [...document.querySelectorAll(SELECTOR)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const words = (one) => (one.innerText ?? '').replaceAll(/\\s+/g, ' ').trim();
    const found = shown.filter((one) => words(one).includes(WORDS));
    const one = found.find((one) => words(one) === WORDS) ?? found.find((one) => !found.some((other) => other !== one && one.contains(other)));
    if (!one) return null;
    const { top, bottom } = one.getBoundingClientRect();
    const far = bottom > innerHeight ? Math.min(bottom - innerHeight, top) : Math.min(top, 0);
    scrollBy({ top: far, behavior: 'instant' });
    return [Math.abs(far) / innerHeight, one.getAttribute('href') && one.href];";

/// A visitor with a phone, who starts on the home page of the example.
struct Visitor {
    browser: Browser,
    taps: u32,
    screens: f64,
}

impl Visitor {
    fn new() -> Self {
        let browser = Browser::start();
        browser.resize(390, 844);
        browser.go(&Sites::get().hosted(Sites::get().page("example", "index.html")));
        Self { browser, taps: 0, screens: 0.0 }
    }

    fn find(&mut self, selector: &str, words: &str) -> Value {
        let script = FIND.replace("SELECTOR", &format!("{selector:?}")).replace("WORDS", &format!("{words:?}"));
        let found = self.browser.script(&script);
        let screens = found[0].as_f64();
        self.screens += screens.unwrap_or_else(|| panic!("{}: no “{words}” is shown", self.browser.address()));
        found[1].clone()
    }

    /// Taps a link and waits for its page. Other pages and files open, but nothing is sent or written.
    fn follow(mut self, words: &str) -> Self {
        let address = self.find("a[href]", words);
        self.taps += 1;
        self.browser.go(address.as_str().expect("an address"));
        self
    }

    /// Taps what opens something on the page.
    fn open(mut self, words: &str) -> Self {
        self.find("button, summary", words);
        self.taps += 1;
        let tap = format!(
            "const all = [...document.querySelectorAll('button, summary')]; all.find((one) => one.innerText.includes({words:?})).click()"
        );
        self.browser.script(&tap);
        self
    }

    /// A link that leads to an address with these words, as the last tap.
    fn reaches_link(mut self, words: &str, address: &str) {
        let found = self.find("a[href]", words);
        let found = found.as_str().expect("an address");
        assert!(found.contains(address), "“{words}” leads to {found}, without {address}");
        self.taps += 1;
        self.is_quick();
    }

    /// Words in the main part.
    fn reads(mut self, words: &str) -> Self {
        self.find("main, main *", words);
        self
    }

    /// An element in the main part.
    fn reaches(mut self, selector: &str) -> Self {
        self.find(selector, "");
        self
    }

    fn is_quick(&self) {
        let (taps, screens) = (self.taps, self.screens);
        assert!(taps <= MAX_TAPS && screens <= MAX_SCREENS, "{taps} taps and {screens:.1} screens");
    }
}

#[test]
fn a_pupil_finds_the_next_thing_and_its_place() {
    let visitor = Visitor::new().follow("Pupils").follow("Year 9").reads(text("next_for_you"));
    visitor.reads("Thursday 21 January 2027").reads("Main hall").is_quick();
}

#[test]
fn a_pupil_books_an_adviser() {
    let visitor = Visitor::new().open(text("menu")).follow(text("page_guidance"));
    visitor.reaches_link(text("open_booking"), "https://");
}

#[test]
fn parents_find_the_next_evening_for_them_and_add_it_to_a_calendar() {
    let visitor = Visitor::new().follow("Parents and carers").follow("Year 11").reads("invited");
    visitor.reads("Tuesday 1 December 2026").reaches_link(text("add_to_calendar"), ".ics");
}

#[test]
fn parents_read_how_others_judged() {
    let visitor = Visitor::new().follow("Parents and carers").follow(text("what_you_told_us"));
    visitor.reads("survey, spring 2026").is_quick();
}

#[test]
fn a_geography_teacher_finds_year_8() {
    let visitor = Visitor::new().follow("Staff").follow(text("page_subjects")).follow("Geography");
    visitor.reaches("tr:target td[data-label=\"Year 8\"]").is_quick();
}

#[test]
fn an_employer_offers_a_visit() {
    let visitor = Visitor::new().follow("Employers").follow(text("ways_to_take_part"));
    visitor.open("Walk-in visit for fifteen pupils").reads(text("offer_this")).is_quick();
}

#[test]
fn a_governor_finds_the_evidence_and_its_sum() {
    Visitor::new().open(text("menu")).follow(text("page_evidence")).reads("criteria").is_quick();
}

#[test]
fn a_provider_finds_how_to_ask_and_how_early() {
    let visitor = Visitor::new().open(text("menu")).follow("Provider access");
    visitor.reads(text("how_to_ask")).reads("four school weeks").is_quick();
}

#[test]
fn parents_find_their_language() {
    let visitor = Visitor::new().follow("اردو");
    assert_eq!(visitor.browser.script("return document.querySelector('main').lang"), "ur");
    visitor.is_quick();
}

#[test]
fn what_is_not_shown_is_not_found() {
    let mut visitor = Visitor::new().follow("Pupils");
    let far = visitor.screens;
    visitor.browser.script(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<p hidden>Planted</p><p>Planted far away</p>');
         document.querySelector('h1 + p + p').style.marginTop = '1688px'",
    );
    visitor.find("main *", "Planted");
    assert!(visitor.screens - far > 1.0, "{} screens", visitor.screens - far);
}
