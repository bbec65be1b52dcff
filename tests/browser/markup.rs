//! The W3C's HTML checker reports no error and no relevant warning on any page of any site.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::packages;
use crate::sites::Sites;
use crate::tools::npm_home;

/// Warnings to ignore, by their first words. The checker applies a page's security policy, but in a file `'self'` has
/// no meaning, and JSON-LD is a script only by its tag. Two activities with one name are two entries of a list.
const FALSE_ALARMS: [&str; 3] = [
    "Resource violates Content Security Policy (meta tag)",
    "Inline script violates Content Security Policy (meta tag)",
    "Duplicate “dt” name",
];

/// Errors and warnings about the pages below some folders.
fn errors(folders: &[&Path]) -> Vec<String> {
    if !packages::can_run("java") {
        packages::install_from_debian(&["default-jre-headless"]);
    }
    let checker = npm_home().join("vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    java.args(["-XX:TieredStopAtLevel=1", "-Xss8m", "-jar"]).arg(checker);
    java.args(["--skip-non-html", "--format", "json", "--stdout"]).args(folders);
    let text = java.output().expect("Java runs").stdout;
    let text: Value = serde_json::from_slice(&text).expect("JSON");
    let messages = text["messages"].as_array().expect("messages");
    let wrong = messages.iter().filter(|message| message["type"] != "info" || message["subType"] == "warning");
    let is_alarm = |message: &Value| {
        let text = message["message"].as_str().unwrap_or_default();
        message["type"] == "info" && FALSE_ALARMS.iter().any(|alarm| text.starts_with(alarm))
    };
    let line = |message: &Value| format!("{} {} {}", message["url"], message["lastLine"], message["message"]);
    wrong.filter(|message| !is_alarm(message)).map(line).collect()
}

#[test]
fn every_page_is_valid_html_and_a_planted_fault_is_reported() {
    let planted = tempfile::tempdir().expect("a folder");
    let page = "<!doctype html><html lang=en><title>t</title><p><div id=a></div><div id=a></div></p>";
    std::fs::write(planted.path().join("planted-fault.html"), page).expect("written");
    // One run for both, as Java takes seconds to start.
    let found = errors(&[&Sites::get().folder, planted.path()]);
    let (planted, wrong): (Vec<String>, Vec<String>) =
        found.into_iter().partition(|error| error.contains("/planted-fault.html"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(planted.iter().any(|error| error.contains("Duplicate ID")), "{planted:?}");
}
