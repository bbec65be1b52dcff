//! The W3C's checker of HTML finds no error on any page of any site.

use std::process::Command;

use serde_json::Value;

use crate::packages;
use crate::sites::Sites;
use crate::tools::npm_home;

/// The checker's one false alarm: it takes `'self'` of a page's policy for a mistake in a file, which has no host.
const FALSE_ALARM: &str = "Content-Security-Policy";

/// What is wrong with the pages below a folder.
fn errors(folder: &std::path::Path) -> Vec<String> {
    if !packages::is_there("java") {
        packages::from_debian(&["default-jre-headless"]);
    }
    let checker = npm_home().join("vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    java.args(["-XX:TieredStopAtLevel=1", "-Xss1m", "-jar"]).arg(checker);
    java.args(["--skip-non-html", "--format", "json", "--stdout"]).arg(folder);
    let said = java.output().expect("Java runs").stdout;
    let said: Value = serde_json::from_slice(&said).expect("JSON");
    let messages = said["messages"].as_array().expect("messages");
    let wrong = messages.iter().filter(|message| message["type"] != "info" || message["subType"] == "warning");
    let line = |message: &Value| {
        format!("{} {} {} {}", message["url"], message["lastLine"], message["message"], message["extract"])
    };
    wrong.map(line).filter(|line| !line.contains(FALSE_ALARM)).collect()
}

#[test]
fn no_page_has_an_error() {
    let wrong = errors(&Sites::get().folder);
    assert!(
        wrong.is_empty(),
        "{} errors:\n{}",
        wrong.len(),
        wrong.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn an_error_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = "<!doctype html><html lang=en><title>t</title><p><div id=a></div><div id=a></div></p>";
    std::fs::write(folder.path().join("page.html"), page).expect("written");
    let wrong = errors(folder.path()).join("\n");
    assert!(wrong.contains("Duplicate ID"), "{wrong}");
}
