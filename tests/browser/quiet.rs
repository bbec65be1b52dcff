//! Pages load nothing from other hosts, log nothing, and work without scripts and from a disk.

use serde_json::{Value, json};

use crate::chromium::Browser;
use crate::sites::Sites;

/// The addresses that a page requested, without data URLs.
fn requests(browser: &Browser) -> Vec<String> {
    let mut requests = Vec::new();
    for entry in browser.log("performance") {
        let message: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default()).expect("JSON");
        if message["message"]["method"] == "Network.requestWillBeSent" {
            requests.extend(message["message"]["params"]["request"]["url"].as_str().map(str::to_owned));
        }
    }
    requests.retain(|address| !address.starts_with("data:"));
    requests
}

/// The messages in the browser's console: script errors, policy violations, missing files.
fn console_messages(browser: &Browser) -> Vec<String> {
    browser.log("browser").iter().map(|entry| entry["message"].to_string()).collect()
}

#[test]
fn every_kind_of_page_asks_its_own_host_alone_and_complains_of_nothing() {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.log("performance");
    let mut problems = Vec::new();
    for page in sites.kinds().into_iter().filter(|page| page.site == "example") {
        let address = sites.hosted(page);
        browser.go(&address);
        let host = address.split_inclusive('/').take(3).collect::<String>();
        let requests = requests(&browser);
        assert!(requests.contains(&address) && requests.len() > 1, "{address} asked for {requests:?}");
        let foreign = requests.into_iter().filter(|address| !address.starts_with(&host));
        problems.extend(foreign.map(|foreign| format!("{} asks for {foreign}", page.path())));
        problems.extend(console_messages(&browser).iter().map(|text| format!("{}: {text}", page.path())));
    }
    problems.extend(sites.failed().iter().map(|path| format!("{path} is not there")));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_kind_of_page_works_from_a_disk() {
    let sites = Sites::get();
    let browser = Browser::start();
    let mut problems = Vec::new();
    // The page of what is not there is a host's alone.
    for page in sites.kinds().into_iter().filter(|page| page.site == "example" && page.kind != "404") {
        browser.go(&sites.on_disk(page));
        problems.extend(console_messages(&browser).iter().map(|text| format!("{}: {text}", page.path())));
        // The style has come, and the way home leads to a page.
        let school =
            "return getComputedStyle(document.querySelector('.masthead')).backgroundColor !== 'rgba(0, 0, 0, 0)'
            && new URL(document.querySelector('.home-link').href).pathname";
        let home = sites.folder.join("example/index.html");
        assert_eq!(browser.script(school), json!(home), "{}", page.path());
        let requests = requests(&browser).into_iter().filter(|address| !address.starts_with("file:"));
        problems.extend(requests.map(|foreign| format!("{} asks for {foreign}", page.path())));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Texts that have no place on the page, but for what a reader opens.
const LOST: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lost = [];
    while (walker.nextNode()) {
        const text = walker.currentNode;
        const range = document.createRange();
        range.selectNode(text);
        const is_meant = text.parentElement.closest('script, svg, details:not([open]) > :not(summary)');
        if (text.data.trim() && !is_meant && !range.getClientRects().length) lost.push(text.data.trim().slice(0, 80));
    }
    return lost";

/// Things to press that are shown.
const DEAD: &str = "
    const shown = [...document.querySelectorAll('button, input, select')].filter((one) => one.getClientRects().length);
    return shown.map((one) => one.outerHTML.slice(0, 80)).join()";

#[test]
fn without_scripts_all_text_is_there_and_no_control_is_dead() {
    let sites = Sites::get();
    let browser = Browser::start();
    let scripts_off = |off: bool| browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": off }));
    let lost = || browser.script(LOST).as_array().cloned().expect("a list");
    let mut problems = Vec::new();
    // The gallery shows forms, too, which pages keep in a template until a script takes them out.
    for page in sites.kinds().into_iter().filter(|page| page.site == "example" && page.kind != "gallery") {
        scripts_off(false);
        browser.go(&sites.hosted(page));
        // Some words are for paper or for another width; and with scripts nothing that one can press is dead.
        let meant = lost();
        scripts_off(true);
        browser.go(&sites.hosted(page));
        let links = browser.script("return document.querySelectorAll('header nav a').length");
        assert!(links.as_u64() > Some(4), "{}: {links} links in the menus", page.path());
        let missing = lost().into_iter().filter(|text| !meant.contains(text));
        problems.extend(missing.map(|text| format!("{}: {text}", page.path())));
        let dead = browser.script(DEAD);
        problems.extend((dead != "").then(|| format!("{}: {dead}", page.path())));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    browser.script("document.body.insertAdjacentHTML('beforeend', '<p hidden>Planted</p><button>Dead</button>')");
    assert_eq!(
        (lost().pop(), browser.script(DEAD)),
        (Some(json!("Planted")), json!("<button>Dead</button>")),
        "noticed"
    );
}

#[test]
fn foreign_requests_and_complaints_are_noticed() {
    let sites = Sites::get();
    let browser = Browser::start();
    let page = sites.kinds().into_iter().find(|page| page.kind == "text").expect("a page of text");
    browser.go(&sites.hosted(page));
    browser.log("performance");
    // The page's own policy forbids this one, and the browser says so.
    browser.script("document.body.insertAdjacentHTML('beforeend', '<img src=https://tracker.example/dot.png>')");
    browser.wait_for("document.querySelector('img:last-child').complete");
    assert!(console_messages(&browser).iter().any(|text| text.contains("Content Security Policy")));
    browser.go("data:text/html,<img src='http://127.0.0.1:9/dot.png'>");
    assert!(requests(&browser).iter().any(|address| address.ends_with("/dot.png")));
}
