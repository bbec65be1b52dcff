//! Searching and filtering, as visitors do.

use serde_json::{Value, json};

use crate::chromium::Browser;
use crate::in_language::example_in;
use crate::sites::Sites;
use crate::until::until;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

const STATUS: &str = "document.querySelector('[role=status]').textContent";

/// A browser on the day of the sites, before the events that are to come.
fn browser() -> Browser {
    let browser = Browser::start();
    let day = "Date.now = () => Date.parse('2026-11-23T12:00:00Z')";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": day }));
    browser
}

/// The addresses of a page of the example, on a host below a path and on a disk.
fn addresses(page: &str) -> [String; 2] {
    let sites = Sites::get();
    let page = sites.page("example", page);
    [sites.hosted(page), sites.on_disk(page)]
}

fn type_in(browser: &Browser, text: &str) {
    let keys: Vec<String> = text.chars().map(String::from).collect();
    browser.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Presses Tab until the focused element matches a selector.
fn tab_to(browser: &Browser, selector: &str) {
    for _ in 0..60 {
        if browser.script(&format!("return document.activeElement.matches({selector:?})")) == true {
            return;
        }
        browser.press(&[TAB]);
    }
    panic!("Tab does not reach {selector}");
}

/// The titles of the results.
fn result_titles(browser: &Browser) -> Vec<String> {
    let titles =
        browser.script("return [...document.querySelectorAll('#results li > a')].map((link) => link.textContent)");
    titles.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Waits until the status contains these words, and returns it.
fn wait_for_status(browser: &Browser, words: &str) -> String {
    browser.wait_for(&format!("{STATUS}.includes({words:?})"));
    browser.script(&format!("return {STATUS}")).as_str().expect("words").to_owned()
}

fn scripts_off(browser: &Browser, off: bool) {
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": off }));
}

#[test]
fn search_works_with_the_keyboard_on_a_host_and_from_a_disk() {
    let browser = browser();
    for address in addresses("search.html") {
        browser.go(&address);
        tab_to(&browser, "input");
        assert_eq!(browser.script("return document.activeElement.labels[0].textContent"), "Search this site");
        type_in(&browser, "careers fair");
        browser.press(&[ENTER]);
        let text = wait_for_status(&browser, "pages found for “careers fair”.");
        let titles = result_titles(&browser);
        assert_eq!(text, format!("{} pages found for “careers fair”.", titles.len()));
        assert_eq!(titles[0], "Ridgeway careers fair");
        let lines = "const [place, , about] = document.querySelectorAll('#results li:first-child p');
            return [place.textContent, about.textContent]";
        assert_eq!(
            browser.script(lines),
            json!([
                "Events › Thursday 4\u{a0}March 2027",
                "Forty employers and providers, each with something to try."
            ])
        );
        assert_eq!(browser.address(), format!("{address}?q=careers+fair"));
        tab_to(&browser, "#results a");
        browser.press(&[ENTER]);
        browser.wait_for("document.title.startsWith('Ridgeway careers fair')");
        // The back button returns to the results.
        browser.script("setTimeout(() => history.back())");
        wait_for_status(&browser, "pages found for “careers fair”.");
        assert_eq!(result_titles(&browser), titles);
    }
}

#[test]
fn results_appear_while_typing_and_an_empty_search_shows_nothing() {
    let browser = browser();
    browser.go(&addresses("search.html")[0]);
    tab_to(&browser, "input");
    type_in(&browser, "apprentice");
    wait_for_status(&browser, "pages found for “apprentice”.");
    let titles = result_titles(&browser);
    assert!(titles.iter().any(|title| title == "Degree apprenticeships for Year 12"), "{titles:?}");
    browser.script("document.querySelector('input').select()");
    type_in(&browser, " ");
    browser.wait_for(&format!("{STATUS} === ''"));
    assert!(result_titles(&browser).is_empty());
    assert_eq!(browser.address(), addresses("search.html")[0]);
}

/// Searches by the address. Returns the status and the first title.
fn search_by_address(browser: &Browser, query: &str) -> (String, String) {
    browser.go(&format!("{}?q={query}", addresses("search.html")[1]));
    let text = wait_for_status(browser, "”.");
    (text, result_titles(browser).first().cloned().unwrap_or_default())
}

#[test]
fn search_tolerates_mistakes_inflections_and_missing_spaces() {
    let browser = browser();
    for (query, first) in [
        ("mock+interview", "Mock interviews"),
        ("MOCK+ÍNTERVIEW%E2%80%99S", "Mock interviews"),
        ("workexperience", "Work experience guide"),
        ("year9+boatyards", "Year 9 boatyard visit"),
        ("policy", "Careers policy"),
    ] {
        let (text, title) = search_by_address(&browser, query);
        assert_eq!(title, first, "{query}: {text}");
        assert!(!text.contains("come close"), "{query}: {text}");
    }
    for (typo, first) in [
        ("aprenticeship", "National Apprenticeship Week"),
        ("appretniceship", "National Apprenticeship Week"),
        ("apprentiseships", "Apprenticeships and T Levels"),
    ] {
        let (text, title) = search_by_address(&browser, typo);
        assert_eq!(title, first, "{typo}");
        assert!(text.starts_with("No exact matches. Similar results: "), "{text}");
    }
    let (text, title) = search_by_address(&browser, "zzyzzx");
    let list = "Nothing found for “zzyzzx”. Try different or fewer words, or use the A to Z.";
    assert_eq!((text.as_str(), title.as_str()), (list, ""));
    assert_eq!(browser.script("return document.getElementById('results').hidden"), true);
    let (text, _) = search_by_address(&browser, "%3Cb%3Eoat");
    assert!(text.contains("“<b>oat”"), "{text}");
}

/// What people search for, and the page that answers it.
const ANSWERS: [(&str, &str); 45] = [
    ("careers adviser", "Personal guidance"),
    ("careers interview", "Personal guidance"),
    ("how do I book a careers adviser", "Personal guidance"),
    ("careers meeting", "Personal guidance"),
    ("appointment", "Personal guidance"),
    ("1 to 1", "Personal guidance"),
    ("interview", "Mock interviews"),
    ("interveiw", "Mock interviews"),
    ("interview practice", "Mock interviews"),
    ("aprenticeship", "National Apprenticeship Week"),
    ("apprentiseships", "Apprenticeships and T Levels"),
    ("CV", "Year 10 for pupils"),
    ("résumé", "Year 10 for pupils"),
    ("options", "Year 9 options evening"),
    ("choosing subjects", "Year 9 options evening"),
    ("work experience", "Work experience guide"),
    ("year 10 work experience", "Year 10 work-experience week"),
    ("provider deadline", "Provider access"),
    ("baker clause", "Provider access"),
    ("personal statement", "Main UCAS deadline"),
    ("UCAS", "Main UCAS deadline"),
    ("univeristy visit", "Year 12 visit to Northmarch University"),
    ("T levels", "Apprenticeships and T Levels"),
    ("degree apprenticeships", "Degree apprenticeships for Year 12"),
    ("boatyard", "Year 9 boatyard visit"),
    ("boatyard zzyzzx", "Year 9 boatyard visit"),
    ("what time is the careers fair", "Ridgeway careers fair"),
    ("GCSE results", "GCSE results day"),
    ("drop-in", "Careers drop-in"),
    ("enterprise", "Make it, sell it enterprise day"),
    ("head of careers", "The careers team"),
    ("who is the careers leader", "The careers team"),
    ("safeguarding", "Keeping pupils safe at work"),
    ("insurance", "Keeping pupils safe at work"),
    ("where leavers went", "Destinations"),
    ("survey", "Your feedback and what we did"),
    ("gatsby", "Benchmark results"),
    ("calendar", "Add dates to your calendar"),
    ("glossary", "Words we use"),
    ("local jobs", "Work in our area"),
    ("science careers", "Careers in your subject"),
    ("special needs", "Into adulthood, a coffee morning for families of pupils with SEND"),
    ("after year 13", "What comes after Year 13"),
    ("year 9", "Year 9 for pupils"),
    ("emploers", "Careers for employers"),
];

/// Pages that have the words in their titles, though they show what other pages have.
const OVERVIEWS: [(&str, &str); 4] = [
    ("programme by term", "The programme by term"),
    ("events", "Events"),
    ("past events", "Past events"),
    ("evidence", "Evidence"),
];

#[test]
fn the_first_result_answers_what_was_asked() {
    let browser = browser();
    let mut wrong = Vec::new();
    for (query, first) in ANSWERS.iter().chain(&OVERVIEWS) {
        let (_, title) = search_by_address(&browser, &query.replace(' ', "+"));
        if title != *first {
            wrong.push(format!("{query}: {title} instead of {first}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn searches_in_welsh_and_urdu_know_words_of_the_same_meaning() {
    let browser = browser();
    search_by_address(&browser, "fair");
    for (tag, answers) in [
        (
            "cy",
            [
                ("cyfweliad gyrfa", "guidance.html"),
                ("cynghorydd", "guidance.html"),
                ("dyddiad cau darparwyr", "provider-access.html"),
                ("arolwg", "evaluation/feedback.html"),
                ("calendr", "subscribe.html"),
            ],
        ),
        (
            "ur",
            [
                ("کیریئر انٹرویو", "guidance.html"),
                ("مشیر سے ملاقات", "guidance.html"),
                ("فراہم کنندہ", "provider-access.html"),
                ("سروے", "evaluation/feedback.html"),
                ("کیریئر لیڈر", "team.html"),
            ],
        ),
    ] {
        let files = example_in(tag);
        let index = files.iter().find(|file| file.path.starts_with("assets/search-index.")).expect("an index");
        browser.script(std::str::from_utf8(&index.bytes).expect("UTF-8"));
        for (query, first) in answers {
            let search = format!("return new Index(globalThis.searchIndex).search(fold({query:?}))[0][0]?.page[0]");
            assert_eq!(browser.script(&search), first, "{tag}: {query}");
        }
    }
}

#[test]
fn overviews_and_events_that_are_over_come_last() {
    let browser = browser();
    for query in ["cv", "boatyard", "apprenticeship", "sixth+form"] {
        search_by_address(&browser, query);
        let places = browser.script(
            "return [...document.querySelectorAll('#results li')].map((item) => item.querySelector('a').getAttribute('href'))",
        );
        let places: Vec<String> =
            places.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        let is_overview = |place: &String| place.starts_with("programme/by-") || place == "staff/matrix.html";
        let first = places.iter().position(is_overview).expect("an overview");
        let last = places.iter().rposition(|place| place.contains("pupils/year-")).expect("a year");
        assert!(last < first, "{query}: {places:?}");
    }
    search_by_address(&browser, "ucas");
    let lines = "return [...document.querySelectorAll('#results li')].slice(0, 3).map((item) => item.querySelector('p').textContent)";
    assert_eq!(
        browser.script(lines),
        json!([
            "Events › Wednesday 13\u{a0}January 2027",
            "Events › Friday 4\u{a0}December 2026",
            "Events › Thursday 15\u{a0}October 2026 · Past"
        ])
    );
    search_by_address(&browser, "boatyard");
    let second = browser.script("return document.querySelectorAll('#results li')[1].querySelector('p').textContent");
    assert_eq!(second, "Events › Thursday 26\u{a0}November 2026 · Cancelled");
}

#[test]
fn the_sentence_that_matched_is_shown_and_leads_to_its_heading() {
    let browser = browser();
    let [hosted, on_disk] = addresses("search.html");
    let first = "document.querySelector('#results li')";
    browser.go(&format!("{hosted}?q=cv"));
    browser.wait_for(&format!("{first} && {first}.querySelector('p a').textContent"));
    let shown = format!(
        "const item = {first}; return [...item.querySelectorAll('p a, p:last-child, mark')].map((one) => one.textContent)"
    );
    assert_eq!(browser.script(&shown), json!(["CV and speaking up", "Write a one-page CV.", "CV"]));
    browser.script(&format!("{first}.querySelector('p a').click()"));
    browser.wait_for("document.title.startsWith('Year 10 for pupils')");
    assert!(browser.address().ends_with("pupils/year-10.html#part-year"), "{}", browser.address());
    // A heading that has the words is better than a sentence with them above it.
    browser.go(&format!("{hosted}?q=options"));
    let second = "document.querySelectorAll('#results li')[1]";
    browser.wait_for(&format!("{second}?.querySelector('p a').textContent === 'How options work'"));
    // Words that a title has need no sentence, and pages on a disk can't be read.
    for address in [format!("{hosted}?q=careers+fair"), format!("{on_disk}?q=cv")] {
        browser.go(&address);
        wait_for_status(&browser, "”.");
        assert_eq!(browser.script(&format!("return {first}.querySelector('p a').getClientRects().length")), 0);
        assert_ne!(browser.script(&format!("return {first}.querySelector('p:last-child').textContent")), "");
    }
}

#[test]
fn a_page_that_cannot_be_read_keeps_its_description() {
    let browser = browser();
    browser.devtools("Network.enable", &json!({}));
    browser.devtools("Network.setBlockedURLs", &json!({ "urls": ["*/pupils/year-10.html"] }));
    browser.go(&format!("{}?q=cv", addresses("search.html")[0]));
    wait_for_status(&browser, "pages found");
    let items = "[...document.querySelectorAll('#results li')]";
    browser.wait_for(&format!("{items}[1].querySelector('p a').textContent && !{items}[0].className"));
    let line = browser.script(&format!("return {items}[0].querySelector('p:last-child').textContent"));
    assert_eq!(line, "What is work really like, and what suits me?");
}

#[test]
fn the_script_folds_words_as_the_index_does() {
    let browser = Browser::start();
    browser.go(&addresses("search.html")[0]);
    let table = include_str!("../../src/text/folding.txt").lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<(&str, &str)> = table.map(|line| line.split_once('\t').expect("a text and its words")).collect();
    let texts: Vec<&str> = rows.iter().map(|row| row.0).collect();
    let folded = browser.script(&format!("return {}.map((text) => fold(text).join(' '))", json!(texts)));
    assert_eq!(folded, json!(rows.iter().map(|row| row.1).collect::<Vec<_>>()));
}

#[test]
fn results_can_be_filtered_by_audience_and_group() {
    let browser = browser();
    let [_, address] = addresses("search.html");
    browser.go(&format!("{address}?q=apprenticeships"));
    wait_for_status(&browser, "pages found");
    let all = result_titles(&browser);
    browser.go(&format!("{address}?q=apprenticeships&for=staff&group=year-12"));
    wait_for_status(&browser, "pages found");
    let some = result_titles(&browser);
    assert!(some.len() < all.len() && !some.is_empty(), "{} of {}", some.len(), all.len());
    assert!(some.contains(&"Apprenticeships and T Levels".to_owned()), "what is for all stays: {some:?}");
    assert!(!some.contains(&"Year 10 meet Keystone Lane Apprenticeships".to_owned()), "{some:?}");
    tab_to(&browser, "form a");
    browser.press(&[ENTER]);
    browser.wait_for("document.querySelector('form a').hidden");
    wait_for_status(&browser, "pages found");
    assert_eq!((result_titles(&browser), browser.address()), (all, format!("{address}?q=apprenticeships")));
}

#[test]
fn the_index_is_loaded_on_demand_and_a_failure_is_reported() {
    let browser = Browser::start();
    let [address, _] = addresses("search.html");
    browser.go(&address);
    assert_eq!(browser.script("return typeof globalThis.searchIndex"), "undefined");
    browser.devtools("Network.enable", &json!({}));
    browser.devtools("Network.setBlockedURLs", &json!({ "urls": ["*/search-index*"] }));
    browser.go(&format!("{address}?q=fair"));
    wait_for_status(&browser, "Search is not working at the moment. Use the A to Z of pages instead.");
}

#[test]
fn without_scripts_the_search_page_leads_to_the_a_to_z() {
    let browser = Browser::start();
    scripts_off(&browser, true);
    browser.go(&addresses("search.html")[0]);
    let shown = browser.script("return document.querySelector('main').innerText");
    let shown = shown.as_str().expect("text");
    assert!(shown.contains("Search needs JavaScript") && shown.contains("A to Z of all pages"), "{shown}");
    assert_eq!(browser.script("return document.querySelectorAll('form, input').length"), 0);
}

/// The titles of visible events, and the number of all events.
fn events(browser: &Browser) -> (Vec<String>, usize) {
    let shown = browser.script(
        "return [...document.querySelectorAll('.event-list h3')].filter((one) => one.getClientRects().length).map((one) => one.textContent)",
    );
    let shown = shown.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let all = browser.script("return document.querySelectorAll('.event-list h3').length");
    (shown, usize::try_from(all.as_u64().expect("a number")).expect("few"))
}

#[test]
fn families_see_their_own_events_first_and_all_on_request() {
    let browser = Browser::start();
    for (group_page, list) in addresses("parents/year-9.html").into_iter().zip(addresses("events/index.html")) {
        browser.go(&group_page);
        let own = "[...document.querySelectorAll('main a')].find((link) => link.textContent === 'All events for you')";
        browser.script(&format!("{own}.click()"));
        until(|| browser.address() == format!("{list}?for=parents&group=year-9")).expect("the events");
        let text = wait_for_status(&browser, "Showing");
        let (shown, all) = events(&browser);
        assert_eq!(text, format!("Showing {} of {all} events.", shown.len()));
        let chosen = "return [...document.querySelectorAll('select')].map((one) => one.selectedOptions[0].textContent)";
        assert_eq!(browser.script(chosen), json!(["Parents and carers", "Year 9"]));
        assert!(shown.contains(&"Year 9 options evening".to_owned()), "{shown:?}");
        assert!(!shown.iter().any(|title| title.contains("Year 12")), "{shown:?}");
        let other = "return document.querySelector('[data-other-list]').search";
        assert_eq!(browser.script(other), "?for=parents&group=year-9");
        let months = "return [...document.querySelectorAll('.filtered-events section')].filter((one) => !one.hidden && !one.querySelector('li:not([hidden])')).length";
        assert_eq!(browser.script(months), 0, "months without events");
        // With the keyboard, choose the next option.
        tab_to(&browser, "select[name=group]");
        browser.press(&["\u{e015}"]);
        until(|| browser.address() == format!("{list}?for=parents&group=year-10")).expect("another choice");
        assert_ne!(events(&browser).0, shown);
        tab_to(&browser, "form a");
        browser.press(&[ENTER]);
        until(|| browser.address() == list).expect("all events");
        browser.wait_for("document.querySelector('form a').hidden");
        assert_eq!((events(&browser).0.len(), browser.script(&format!("return {STATUS}"))), (all, json!("")));
    }
}

#[test]
fn all_events_are_shown_for_an_unknown_choice_or_without_scripts() {
    let browser = Browser::start();
    let [address, _] = addresses("events/index.html");
    browser.go(&format!("{address}?for=aliens&group=year-99"));
    browser.wait_for("document.querySelector('form')");
    let (shown, all) = events(&browser);
    assert_eq!(shown.len(), all);
    scripts_off(&browser, true);
    browser.go(&format!("{address}?for=parents&group=year-9"));
    assert_eq!(events(&browser).0.len(), all);
    assert_eq!(browser.script("return document.querySelectorAll('form').length"), 0);
}

#[test]
fn results_move_little_while_their_sentences_are_read() {
    let browser = browser();
    let record = "globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            if (sources.some(({ node }) => node?.closest?.('#results'))) globalThis.shift += value;
          }
        }).observe({ type: 'layout-shift', buffered: true });";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": record }));
    // All results in the window have their sentences, and the browser has drawn them.
    let drawn = "const done = arguments[0];
        const inView = () => [...document.querySelectorAll('.has-sentence')].filter(
          (item) => item.getBoundingClientRect().top < innerHeight);
        const look = () => {
          const items = inView();
          const isDone = items.length && items.every((item) => item.querySelector('mark') || item.querySelector('p a').textContent);
          requestAnimationFrame(isDone ? () => requestAnimationFrame(() => setTimeout(() => done(globalThis.shift))) : look);
        };
        look();";
    for (width, height) in [(390, 1200), (1280, 1200)] {
        browser.resize(width, height);
        for query in ["cv", "insurance", "mentor"] {
            browser.go(&format!("{}?q={query}", addresses("search.html")[0]));
            let shift = browser.script_that_takes_time(drawn).as_f64().expect("a number");
            assert!(shift < 0.01, "{query} at {width}: {shift}");
        }
    }
}
