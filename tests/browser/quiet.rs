//! Pages load nothing from other hosts, log nothing, and work without scripts and from a disk.

use serde_json::{Value, json};

use crate::chromium::Browser;
use crate::sites::{Sites, stride};

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
fn pages_request_only_their_own_host_and_log_nothing() {
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
    // The 404 page only exists on a host.
    for page in sites.kinds().into_iter().filter(|page| page.site == "example" && page.kind != "404") {
        browser.go(&sites.on_disk(page));
        problems.extend(console_messages(&browser).iter().map(|text| format!("{}: {text}", page.path())));
        // The style is loaded, and the link to the home page works.
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

/// Texts that are not visible, except those that a reader can open.
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

/// Visible controls.
const DEAD: &str = "
    const shown = [...document.querySelectorAll('button, input, select')].filter((one) => one.getClientRects().length);
    return shown.map((one) => one.outerHTML.slice(0, 80)).join()";

#[test]
fn without_scripts_all_text_is_shown_and_every_control_works() {
    let sites = Sites::get();
    let browser = Browser::start();
    let scripts_off = |off: bool| browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": off }));
    let lost = || browser.script(LOST).as_array().cloned().expect("a list");
    let mut problems = Vec::new();
    // The style guide also shows forms, which pages keep in a template until a script inserts them.
    let pages = sites.kinds().into_iter().filter(|page| page.site == "example" && page.kind != "gallery");
    for page in pages.step_by(stride(2)) {
        scripts_off(false);
        browser.go(&sites.hosted(page));
        // Some text is for print or another width. With scripts, every control works.
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
fn foreign_requests_and_console_messages_are_reported() {
    let sites = Sites::get();
    let browser = Browser::start();
    let page = sites.kinds().into_iter().find(|page| page.kind == "text").expect("a page of text");
    browser.go(&sites.hosted(page));
    browser.log("performance");
    // The page's policy forbids this request, and the browser logs it.
    browser.script("document.body.insertAdjacentHTML('beforeend', '<img src=https://tracker.example/dot.png>')");
    browser.wait_for("document.querySelector('img:last-child').complete");
    assert!(console_messages(&browser).iter().any(|text| text.contains("Content Security Policy")));
    browser.go("data:text/html,<img src='http://127.0.0.1:9/dot.png'>");
    assert!(requests(&browser).iter().any(|address| address.ends_with("/dot.png")));
}
