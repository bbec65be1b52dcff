//! News feeds and the sitemap, read by `feedparser` and by the rules of RFC 4287.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::common::{self, pages, plain};
use crate::tools;

#[derive(Deserialize)]
struct FeedOutput {
    feeds: BTreeMap<String, Vec<News>>,
    sitemap: BTreeSet<String>,
}

#[derive(Deserialize)]
struct News {
    id: String,
    title: String,
    page: String,
    updated: String,
    text: String,
}

const ROOT: &str = "https://careers.ridgeway.example/";

/// Read once: tests in parallel would delete each other's folder.
fn read() -> &'static FeedOutput {
    static OUTPUT: OnceLock<FeedOutput> = OnceLock::new();
    OUTPUT.get_or_init(|| {
        let site = tools::folder("feeds");
        tools::write(common::site("content-example"), &site);
        serde_json::from_str(&tools::python("feeds.py", &[&site])).expect("JSON")
    })
}

#[test]
fn each_audience_has_its_own_feed_and_notes() {
    let text = read();
    let feeds: Vec<&str> = text.feeds.keys().map(String::as_str).collect();
    assert_eq!(feeds, ["employers", "parents", "pupils", "staff"]);
    let employers = text.feeds.get("employers").expect("a feed");
    let list = employers.iter().find(|news| news.title.starts_with("Mock interviews")).expect("an event");
    assert!(plain(&list.text).contains("We need: Twenty people to interview Year 11"), "{}", list.text);
    for (audience, news) in text.feeds.iter().flat_map(|(audience, all)| all.iter().map(move |news| (audience, news))) {
        assert!(news.page.starts_with(ROOT), "{audience}: {}", news.page);
        assert!(news.updated <= common::today().to_string(), "{audience}: {} is news of the future", news.id);
    }
}

#[test]
fn a_cancelled_event_is_news_of_its_own_day() {
    let text = read();
    let parents = text.feeds.get("parents").expect("a feed");
    let news =
        parents.iter().find(|news| news.title.starts_with("Cancelled: Year 9 boatyard")).expect("a cancelled event");
    assert!(news.id.ends_with("-cancelled"), "{}", news.id);
    assert_eq!(news.updated, "2026-11-20");
    assert_eq!(parents.first().map(|first| &first.id), Some(&news.id), "the newest comes first");
}

#[test]
fn the_sitemap_lists_every_page_and_nothing_else() {
    let files = common::site("content-example");
    // Search engines have no use for a search page, nor for sheets that repeat the page of an event.
    let is_listed =
        |(page, _): &(&str, &str)| !["404.html", "search.html"].contains(page) && !page.contains("/sheets/");
    let listed = pages(files).into_iter().filter(is_listed).map(|(page, _)| page);
    let expected: BTreeSet<String> = listed.map(|page| format!("{ROOT}{page}")).collect();
    assert_eq!(read().sitemap, expected);
}

/// Feeds and sitemaps need absolute addresses.
#[test]
fn a_site_without_an_address_has_neither_feeds_nor_a_sitemap() {
    let content = tools::folder("no-address");
    for (path, text) in [
        (
            "school.yaml",
            "name: No Address\nkind: academy\nyear: {label: 2026-27, starts: 2026-09-01}\ngroups: [Year 7]\n",
        ),
        ("team.yaml", "people: [{role: careers-leader, name: Ada Here, email: careers@here.example}]\n"),
    ] {
        std::fs::write(content.join(path), text).expect("it is written");
    }
    let files = crate::generate::site(&content);
    let there = |path: &str| files.iter().any(|file| file.path.starts_with(path));
    assert!(there("calendars/all.ics") && there("programme.json"), "calendars can be downloaded all the same");
    assert!(!there("feeds/") && !there("sitemap.xml") && !there("robots.txt"));
    let subscribe = files.iter().find(|file| file.path == "subscribe.html").expect("the page");
    let html = String::from_utf8_lossy(&subscribe.bytes);
    assert!(html.contains("Download") && !html.contains("webcal:") && !html.contains("calendar.google.com"));
}
