//! The W3C's checker of HTML finds no error on any page of any site, and warns of nothing that is one.

use std::process::Command;

use serde_json::Value;

use crate::packages;
use crate::sites::Sites;
use crate::tools::npm_home;

/// Warnings that are no faults, by how they begin. It judges a page's own policy, and in a file there is
/// no host that `'self'` could mean; data for search engines is a script only by its tag. Two activities
/// of one name are two entries of a list.
const FALSE_ALARMS: [&str; 3] = [
    "Resource violates Content Security Policy (meta tag)",
    "Inline script violates Content Security Policy (meta tag)",
    "Duplicate “dt” name",
];

/// What is wrong with the pages below a folder.
fn errors(folder: &std::path::Path) -> Vec<String> {
    if !packages::is_there("java") {
        packages::from_debian(&["default-jre-headless"]);
    }
    let checker = npm_home().join("vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    java.args(["-XX:TieredStopAtLevel=1", "-Xss8m", "-jar"]).arg(checker);
    java.args(["--skip-non-html", "--format", "json", "--stdout"]).arg(folder);
    let said = java.output().expect("Java runs").stdout;
    let said: Value = serde_json::from_slice(&said).expect("JSON");
    let messages = said["messages"].as_array().expect("messages");
    let wrong = messages.iter().filter(|message| message["type"] != "info" || message["subType"] == "warning");
    let is_alarm = |message: &Value| {
        let text = message["message"].as_str().unwrap_or_default();
        message["type"] == "info" && FALSE_ALARMS.iter().any(|alarm| text.starts_with(alarm))
    };
    let line = |message: &Value| format!("{} {} {}", message["url"], message["lastLine"], message["message"]);
    wrong.filter(|message| !is_alarm(message)).map(line).collect()
}

#[test]
fn no_page_has_an_error() {
    let wrong = errors(&Sites::get().folder);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_error_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = "<!doctype html><html lang=en><title>t</title><p><div id=a></div><div id=a></div></p>";
    std::fs::write(folder.path().join("page.html"), page).expect("written");
    let wrong = errors(folder.path()).join("\n");
    assert!(wrong.contains("Duplicate ID"), "{wrong}");
}
