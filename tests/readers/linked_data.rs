//! The structured data of pages, read by a JSON-LD processor and checked against the types of schema.org.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::common::{self, pages};
use crate::tools;

#[derive(Deserialize)]
struct LinkedDataOutput {
    blocks: usize,
    types: BTreeMap<String, Vec<Node>>,
}

#[derive(Deserialize)]
struct Node {
    page: String,
    node: Value,
}

/// Reads sites all at once, as TypeScript takes seconds to start.
fn read(sites: [(&str, &'static str); 3]) -> Vec<LinkedDataOutput> {
    let folders = sites.map(|(name, content)| {
        let folder = tools::folder(name);
        tools::write(common::site(content), &folder);
        folder
    });
    let folders: Vec<&Path> = folders.iter().map(AsRef::as_ref).collect();
    serde_json::from_str(&tools::node("linked_data.mjs", &folders)).expect("JSON")
}

#[test]
fn every_block_is_valid_and_describes_its_page() {
    let sites = read([
        ("linked-data", "content-example"),
        ("linked-college", "tests/fixtures/college"),
        ("linked-special", "tests/fixtures/special"),
    ]);
    for site in &sites {
        assert!(site.blocks > 20, "{} blocks", site.blocks);
    }
    let text = &sites[0];
    let files = common::site("content-example");
    let of = |kind: &str| text.types.get(kind).map_or(&[][..], Vec::as_slice);
    assert_eq!(text.blocks, pages(files).len(), "each page has structured data");
    assert_eq!(of("EducationalOrganization").len(), 1, "the home page describes the school");
    assert_eq!(of("BreadcrumbList").len(), text.blocks - 1, "every other page has breadcrumbs");
    let events = files.iter().filter(|file| file.path.starts_with("events/") && file.path.ends_with(".ics")).count();
    assert_eq!(of("Event").len(), events);
    let event = |page: &str| &of("Event").iter().find(|node| node.page == page).expect("an event").node;
    let online = event("events/2026-12-01-apprenticeships-explained-online.html");
    assert_eq!(online["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
    assert_eq!(online["location"][0]["@type"], "VirtualLocation");
    let cancelled = event("events/2026-11-26-boatyard-visit.html");
    assert_eq!(cancelled["eventStatus"], "https://schema.org/EventCancelled");
    let repeated = event("events/careers-drop-in.html");
    assert_eq!(repeated["startDate"], "2026-11-24T12:40:00+00:00", "the next one");
    assert_eq!(repeated["eventSchedule"]["byDay"][0], "https://schema.org/Tuesday");
}
