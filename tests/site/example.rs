//! Rules that every site keeps, tried on the example school and the two fixtures.

use std::collections::{HashMap, HashSet};

use crate::common::{self, attributes, pages, plain, site, text_of};
use fingerpost::audit::{AuditInput, PageOrigin};
use fingerpost::read::{Node, Value};
use fingerpost::render::{PAGE_POLICY, read_pages};
use regex::Regex;

const SITES: [&str; 3] = ["content-example", "tests/fixtures/college", "tests/fixtures/special"];

#[test]
fn the_example_has_no_findings() {
    let facts = common::facts();
    let sources = fingerpost::read::read(&common::folder("content-example"), None, &mut Default::default());
    let mut findings = fingerpost::report::Findings::default();
    fingerpost::build_sources(sources, facts, common::today(), &mut |_| {}, &mut findings);
    assert!(findings.is_empty(), "{:#?}", findings.sorted());
}

/// What is missing is for `check`. Visitors read what is there.
#[test]
fn public_pages_leave_out_what_is_missing() {
    let mut sources = fingerpost::read::read(&common::folder("content-example"), None, &mut Default::default());
    let is_left = |path: &str| !path.starts_with("evaluation") && !path.starts_with("events") && path != "offers.yaml";
    sources.documents.retain(|document| is_left(document.source.path.as_str()));
    let mut findings = fingerpost::report::Findings::default();
    let built = fingerpost::build_sources(sources, common::facts(), common::today(), &mut |_| {}, &mut findings);
    let files = built.expect("a site").files;
    let pages = pages(&files);
    for (path, page) in &pages {
        let text = text_of(page);
        for words in ["Not yet", "gaps to fill", " 0 of ", "feedback yet", "Not enough", "asks for yet"] {
            assert!(!text.contains(words), "{path} says: {words}");
        }
    }
    let is_there = |name: &str| pages.iter().any(|(path, _)| path.ends_with(name));
    assert!(!is_there("evaluation/feedback.html") && !is_there("evaluation/destinations.html"));
}

/// Checking the finished pages is part of making them: see `src/audit`.
#[test]
fn apostrophes_and_figures_are_typeset_alike_in_yaml_markdown_and_messages() {
    let files = site("content-example");
    let wrong = Regex::new(r#".{0,30}(['"]|--|\d %|\d\.\d\d ?[ap]m|\d [ap]m\b).{0,30}"#).expect("a pattern");
    let mut apostrophes = 0;
    for (path, html) in pages(files) {
        let (_, body) = html.split_once("<body").expect("a body");
        let text = body.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"");
        let text: String = text.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        let found = wrong.find(&text).map(|found| found.as_str());
        assert_eq!(found, None, "{path}");
        apostrophes += text.matches('’').count();
    }
    assert!(apostrophes > 100, "the pages hold apostrophes, so that the test can fail: {apostrophes}");
}

#[test]
fn every_link_resolves_and_every_page_can_be_reached() {
    for name in SITES {
        let files = site(name);
        let facts = read_pages(files);
        let links: usize = facts.pages.iter().map(|page| page.links.len()).sum();
        assert!(links > 1000, "{name} has only {links} links");
        // A host shows the 404 page at any depth: where the host is known, its links begin at the root.
        let is_rooted = |(page, html): &(&str, &str)| *page == "404.html" && html.contains("href=\"/index.html\"");
        let root = if pages(files).iter().any(is_rooted) { "/" } else { "" };
        let origins = HashMap::from([("404.html", PageOrigin { root, source: None, is_redirect: false })]);
        let mut findings = fingerpost::report::Findings::default();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        fingerpost::audit::audit(&AuditInput { paths: &paths, facts: &[facts], origins, theme: &[] }, &mut findings);
        let findings = findings.sorted();
        let messages: Vec<String> = findings.iter().map(|finding| finding.message.clone()).collect();
        assert!(messages.is_empty(), "{name}: {messages:#?}");
    }
}

#[test]
fn pages_have_a_content_security_policy_and_follow_it() {
    for name in SITES {
        let files = site(name);
        for (page, html) in pages(files) {
            let policy = format!("http-equiv=\"Content-Security-Policy\" content=\"{PAGE_POLICY}\"");
            assert!(html.contains(&policy), "{name}: {page} has another policy than the one that hosts send");
            assert!(!html.contains("<style"), "{name}: {page} has an inline style");
            assert!(attributes(html, "style").is_empty(), "{name}: {page} has a style attribute");
            for script in html.split("<script").skip(1) {
                let data = script.starts_with(" type=\"application/ld+json\">");
                let file = script.starts_with(" src=\"") && script.contains("></script>");
                assert!(data || file, "{name}: {page} has a script in it: <script{script:.40}");
            }
            for source in attributes(html, "src") {
                assert!(!source.contains("//"), "{name}: {page} loads {source}");
            }
        }
        let styles = files.iter().filter(|file| file.path.ends_with(".css"));
        for style in styles {
            let text = String::from_utf8_lossy(&style.bytes);
            assert!(!text.contains("url(") && !text.contains("@import"), "{} loads something", style.path);
        }
    }
}

#[test]
fn every_page_has_one_title_one_heading_and_a_description() {
    for name in SITES {
        let files = site(name);
        let mut titles = HashSet::new();
        for (page, html) in pages(files) {
            assert_eq!(html.matches("<h1").count(), 1, "{name}: {page}");
            assert!(html.contains("<meta name=\"description\""), "{name}: {page}");
            let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
            assert!(titles.insert(title.to_owned()), "{name}: two pages are called {title}");
            let mut level = 0;
            for at in html.match_indices("<h").map(|(at, _)| at) {
                let Some(next) = html[at + 2..].chars().next().and_then(|digit| digit.to_digit(10)) else { continue };
                assert!(next <= level + 1, "{name}: {page} skips from h{level} to h{next}");
                level = next;
            }
        }
    }
}

/// Keys whose values are keywords, or appear in another form: dates, times, groups.
const CONVERTED_KEYS: [&str; 68] = [
    "hours",
    "mode",
    "standard",
    "why",
    "prepared-on",
    "machine",
    "translated",
    "updated",
    "file",
    "permission",
    "remove-after",
    "decorative",
    "page",
    "every",
    "except",
    "draft",
    "publish",
    "expire",
    "changed",
    "closed",
    "kind",
    "role",
    "audiences",
    "groups",
    "group",
    "benchmarks",
    "when",
    "status",
    "date",
    "until",
    "starts",
    "ends",
    "provider",
    "attendance",
    "parents-invited",
    "from",
    "by",
    "framework",
    "scores",
    "scope",
    "basis",
    "contact",
    "cancelled",
    "choose-many",
    "measures",
    "unit",
    "page",
    "signed",
    "event",
    "area",
    "areas",
    "champion",
    "reports-to",
    "responded",
    "positive",
    "years",
    "last",
    "next",
    "due",
    "done",
    "since",
    "next-review",
    "who",
    "last-updated",
    "programme-evaluated",
    "approved-on",
    "checked-on",
    "needs-by",
];

/// Keys whose values are not shown as text.
const TECHNICAL_KEYS: [&str; 6] = ["colour", "language", "web-address", "logo", "id", "words"];

#[test]
fn every_fact_of_the_content_is_on_the_site() {
    for name in SITES {
        let files = site(name);
        // Link addresses count as shown.
        let text_of_site: String = pages(files)
            .iter()
            .map(|(_, html)| format!("{} {}\n", text_of(html), plain(&attributes(html, "href").join(" "))))
            .collect();
        let sources = fingerpost::read::read(&common::folder(name), None, &mut Default::default());
        let mut lost = Vec::new();
        for document in &sources.documents {
            let Some(data) = &document.data else { continue };
            // Answers of small groups are suppressed.
            let few = ["surveys/", "evaluation/guidance/"]
                .iter()
                .any(|folder| document.source.path.as_str().contains(folder));
            visit(data, "", &mut |key, value| {
                let skipped = CONVERTED_KEYS.contains(&key) || TECHNICAL_KEYS.contains(&key) || few && key != "heard";
                let value = without_links(value);
                let is_shown = |text: &str| text_of_site.contains(&plain(text));
                if !skipped && !is_shown(&value) && !is_shown(&small(&value)) {
                    lost.push(format!("{}: {key}: {value}", document.source.path));
                }
            });
        }
        assert!(lost.is_empty(), "{name}:\n{}", lost.join("\n"));
    }
}

/// The words of `[words](target)`.
fn without_links(text: &str) -> String {
    let words = |(at, part): (usize, &str)| match part.split_once(')') {
        Some((_, after)) if at > 0 => after.replace('[', ""),
        _ => part.replace('[', ""),
    };
    text.split("](").enumerate().map(words).collect()
}

/// As it is in the middle of a sentence.
fn small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Calls `visit_value` with the key and text of each scalar.
fn visit(node: &Node, key: &str, visit_value: &mut impl FnMut(&str, &str)) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => visit_value(key, text),
        Value::List(items) => items.iter().for_each(|item| visit(item, key, visit_value)),
        Value::Map(entries) => {
            for entry in entries {
                let inside = if TECHNICAL_KEYS.contains(&key) || key == "scores" { key } else { &entry.key };
                visit(&entry.node, inside, visit_value);
            }
        }
    }
}

#[test]
fn every_paragraph_of_the_content_is_on_the_site() {
    for name in SITES {
        let files = site(name);
        let mut text_of_site: String = pages(files).iter().map(|(_, html)| text_of(html) + "\n").collect();
        for meaning in meanings(name) {
            text_of_site = text_of_site.replace(&format!(" ({})", plain(&meaning)), "");
        }
        let sources = fingerpost::read::read(&common::folder(name), None, &mut Default::default());
        for document in &sources.documents {
            let body = &document.source.text[document.body.clone()];
            for line in body.lines().filter(|line| line.len() > 40 && !line.contains(['[', '*', '|', '`', '_'])) {
                // List markers disappear, and an abbreviation may be followed by its meaning.
                let line = plain(
                    line.trim_start_matches(['-', '#', '>', ' '])
                        .trim_start_matches(|ch: char| ch.is_numeric() || ch == '.'),
                );
                let start: String = line.chars().take(24).collect();
                assert!(text_of_site.contains(start.trim()), "{name}: {}: {line}", document.source.path);
            }
        }
    }
}

/// The meanings of abbreviations, which pages add after their first use.
fn meanings(name: &str) -> Vec<String> {
    let sources = fingerpost::read::read(&common::folder(name), None, &mut Default::default());
    let mut meanings = Vec::new();
    for document in sources.documents.iter().filter(|document| document.source.path.as_str() == "school.yaml") {
        let Some(Value::Map(entries)) = document.data.as_ref().map(|data| &data.value) else { continue };
        for entry in entries.iter().filter(|entry| entry.key == "abbreviations") {
            visit(&entry.node, "", &mut |_, meaning| meanings.push(meaning.to_owned()));
        }
    }
    meanings
}

#[test]
fn staff_notes_are_on_staff_pages_only() {
    let files = site("content-example");
    let sources = fingerpost::read::read(&common::folder("content-example"), None, &mut Default::default());
    let mut notes = Vec::new();
    for document in sources.documents.iter().filter(|document| {
        ["programme/", "events/", "guidance.md"].iter().any(|start| document.source.path.as_str().starts_with(start))
    }) {
        if let Some(data) = &document.data {
            visit(data, "", &mut |key, value| {
                if key == "staff" || key == "resources" {
                    notes.push(plain(value));
                }
            });
        }
    }
    assert!(notes.len() > 20, "the example has notes for staff");
    for (page, html) in pages(files).into_iter().filter(|(page, _)| !page.starts_with("staff/")) {
        let text = text_of(html);
        for note in &notes {
            assert!(!text.contains(note.as_str()), "{page} shows a note for staff: {note}");
        }
    }
}

#[test]
fn the_example_is_as_complete_as_a_real_school() {
    let facts = common::facts();
    let sources = fingerpost::read::read(&common::folder("content-example"), None, &mut Default::default());
    let programme =
        fingerpost::programme::load(&sources, facts, common::today(), &mut Default::default()).expect("a programme");
    assert_eq!(programme.groups.len(), 7);
    for (index, group) in programme.groups.iter().enumerate() {
        let of_group = programme.activities.iter().filter(|activity| activity.groups == [index]);
        assert!(of_group.count() >= 6, "{} has few activities", group.name);
    }
    let ledger = fingerpost::programme::provider_access_ledger(&programme, facts);
    assert_eq!(ledger.len(), 3);
    assert!(ledger.iter().all(|phase| phase.is_met()), "the provider access duty is met in every phase");
    assert!(fingerpost::programme::statutory(&programme, facts).iter().all(|item| item.met));
    assert!(fingerpost::programme::groups_without_feedback(&programme).is_empty());
}

#[test]
fn the_schemas_of_the_example_are_current_and_accept_its_files() {
    let schemas = common::folder("content-example/.schema");
    for schema in fingerpost::programme::CONTENT_FILES {
        let text = std::fs::read_to_string(schemas.join(format!("{}.json", schema.name))).unwrap_or_default();
        let written: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!(written, schema.json(), "{} is stale: fingerpost schema --into content-example", schema.name);
    }
    let sources = fingerpost::read::read(&common::folder("content-example"), None, &mut Default::default());
    let mut checked = 0;
    for document in &sources.documents {
        let path = document.source.path.as_str();
        let Some(first) = document.source.text.lines().next().filter(|_| path.ends_with(".yaml")) else { continue };
        let schema_path = first.split("$schema=").nth(1).unwrap_or_default();
        let file = common::folder("content-example").join(document.source.path.folder()).join(schema_path);
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        assert!(schema.is_object(), "{path} does not point at its schema: {first}");
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let content: serde_json::Value = serde_yaml::from_str(&document.source.text).expect("YAML");
        let errors: Vec<String> = validator.iter_errors(&content).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
        checked += 1;
    }
    assert!(checked > 10, "only {checked} YAML files");
}

/// The example's statement on provider access dates the encounters that its events have. `claims` counts them.
#[test]
fn example_statement_agrees_with_the_events() {
    let folder = common::folder("content-example");
    let read = |path: &str| std::fs::read_to_string(folder.join(path)).expect("a file of the example");
    let events = std::fs::read_dir(folder.join("events")).expect("the events").map(|entry| {
        let name = entry.expect("an entry").file_name().into_string().expect("Unicode");
        let text = read(&format!("events/{name}"));
        (name, text)
    });
    let events: Vec<(String, String)> = events.collect();
    let statement = read("provider-access.md");
    for line in statement.lines().filter(|line| line.starts_with("  - { group: ")) {
        let group = line.split(['{', ',']).nth(1).expect("a group").trim().trim_start_matches("group: ");
        let Some((_, after)) = line.rsplit_once(" on ") else { continue };
        let day: Vec<&str> = after.split([' ', ',', '"']).take(3).collect();
        let months = ["January", "February", "March", "April", "May", "June"];
        let later = ["July", "August", "September", "October", "November", "December"];
        let Some(month) = months.iter().chain(&later).position(|month| Some(month) == day.get(1)) else { continue };
        let date = format!("{}-{:02}-{:0>2}", day[2], month + 1, day[0]);
        let is_there = events.iter().any(|(name, text)| {
            let groups = text.lines().find(|line| line.starts_with("groups:")).unwrap_or("groups: all");
            name.starts_with(&date) && (groups.contains(group) || groups == "groups: all")
        });
        assert!(is_there, "no event for {group} on {date}");
    }
}
