//! Three validators accept the open data, and reject it when damaged.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::common;
use crate::tools;

/// A site in a folder, and its open data.
fn data(name: &str, content: &'static str) -> (PathBuf, Value) {
    let site = tools::folder(name);
    tools::write(common::site(content), &site);
    let text = std::fs::read_to_string(site.join("programme.json")).expect("the data");
    (site, serde_json::from_str(&text).expect("JSON"))
}

#[test]
fn validators_accept_the_data_of_every_site() {
    for (name, content) in [
        ("data", "content-example"),
        ("data-college", "tests/fixtures/college"),
        ("data-special", "tests/fixtures/special"),
    ] {
        let (site, _) = data(name, content);
        assert_eq!(verdicts(&site, &[site.join("programme.json")]), [["accepted"; 3]], "{name}");
    }
}

#[test]
fn validators_refuse_damaged_data() {
    let (site, undamaged) = data("data-damaged", "content-example");
    let damages: [fn(&mut Value); 4] = [
        |data| data["events"][0]["date"] = json!("4 March 2027"),
        |data| data["groups"] = json!("Year 9"),
        |data| data["events"][0]["benchmarks"] = json!(["two"]),
        |data| {
            data.as_object_mut().expect("an object").remove("version");
        },
    ];
    let files: Vec<PathBuf> = damages
        .iter()
        .enumerate()
        .map(|(number, damage)| {
            let mut damaged = undamaged.clone();
            damage(&mut damaged);
            let path = site.join(format!("damaged-{number}.json"));
            std::fs::write(&path, damaged.to_string()).expect("it is written");
            path
        })
        .collect();
    assert_eq!(verdicts(&site, &files), vec![["refused"; 3]; damages.len()]);
}

/// The verdicts of jsonschema (Rust), jsonschema (Python) and ajv on each file.
fn verdicts(site: &Path, files: &[PathBuf]) -> Vec<[&'static str; 3]> {
    let json =
        |path: &Path| -> Value { serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON") };
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&json(&site.join("programme.schema.json"))).expect("a schema");
    let mut arguments = vec![site];
    arguments.extend(files.iter().map(PathBuf::as_path));
    let word = |word: &str| if word == "accepted" { "accepted" } else { "refused" };
    let rust = files.iter().map(|file| if validator.is_valid(&json(file)) { "accepted" } else { "refused" });
    let python = tools::python("data.py", &arguments);
    let node = tools::node("data.mjs", &arguments);
    rust.zip(python.lines()).zip(node.lines()).map(|((a, b), c)| [a, word(b), word(c)]).collect()
}

/// Every event of the data is on a page with the same title, and none is for staff only.
#[test]
fn the_data_is_what_public_pages_show() {
    let (_, data) = data("data-pages", "content-example");
    let files = common::site("content-example");
    let events = data["events"].as_array().expect("events");
    assert!(events.len() > 25);
    for event in events {
        let page = files.iter().find(|file| Some(file.path.as_str()) == event["page"].as_str()).expect("a page");
        let text = common::text_of(&String::from_utf8_lossy(&page.bytes));
        assert!(text.contains(&common::plain(event["title"].as_str().expect("a title"))), "{event}");
        assert_ne!(event["audiences"], json!(["staff"]));
    }
    let text = data.to_string();
    assert!(!text.contains("\"staff\":"), "there are notes for staff");
    let people: Vec<&str> =
        data["careers_leaders"].as_array().expect("leaders").iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(people, ["Ms Nadia Thornwick"], "no other person is named with an address");
}

#[test]
fn small_numbers_are_suppressed() {
    let (_, data) = data("data-small", "content-example");
    let suppressed =
        |value: &Value| value.as_array().into_iter().flatten().filter(|one| one["number"].is_null()).count();
    let surveys = data["evaluation"]["surveys"].as_array().expect("surveys");
    let answers: usize = surveys
        .iter()
        .flat_map(|survey| survey["questions"].as_array())
        .flatten()
        .map(|question| suppressed(&question["answers"]))
        .sum();
    assert!(answers > 0, "the example has small numbers");
    for answer in
        surveys.iter().flat_map(|s| s["questions"].as_array()).flatten().flat_map(|q| q["answers"].as_array()).flatten()
    {
        assert!(!(1..=5).contains(&answer["number"].as_u64().unwrap_or(0)), "{answer}");
    }
}
