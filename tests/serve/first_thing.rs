//! `check`, `build`, the preview's terminal and its panel name the same first thing to do.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use camino::Utf8Path;
use fingerpost::programme::Kind;
use serde_json::Value;

use crate::client::message_at;
use crate::common;
use crate::preview::copy;

const TODAY: &str = "2026-11-25";

fn fingerpost(folder: &Utf8Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.current_dir(folder).args(arguments).args(["--today", TODAY]);
    command
}

fn output(folder: &Utf8Path, arguments: &[&str]) -> String {
    let output = fingerpost(folder, arguments).output().expect("the program runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What the preview prints first, and the panel of its home page.
fn serve(folder: &Utf8Path) -> (String, Value) {
    let mut child =
        fingerpost(folder, &["serve", "school", "--poll"]).stdout(Stdio::piped()).spawn().expect("the program runs");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let mut printed = String::new();
    let mut panel = None;
    for line in lines {
        let port = line.split_once("http://127.0.0.1:").and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
        if let Some(port) = port {
            panel = Some(message_at(port, "/index.html")["panel"].take());
            break;
        }
        printed.push_str(&line);
        printed.push('\n');
    }
    child.kill().expect("it ends");
    child.wait().expect("it has ended");
    (printed, panel.expect("an address"))
}

/// The first line that names something to do.
fn first_thing(printed: &str) -> &str {
    let is_thing = |line: &&str| line.starts_with("  1  ") || line.contains("]: ");
    printed.lines().find(is_thing).unwrap_or_else(|| panic!("nothing to do in {printed}"))
}

/// The same line, as the panel shows it. Steps have names there in place of files, which are left out.
fn first_of_panel(panel: &Value) -> String {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    match (&panel["steps"][0], &panel["findings"][0]) {
        (Value::Null, first) => {
            format!("{}[{}]: {}", text(&first["severity"]), text(&first["code"]), text(&first["message"]))
        }
        (step, _) => text(&step["things"]),
    }
}

/// Compares all four. Returns what they name.
fn first_everywhere(folder: &Utf8Path) -> String {
    let check = output(folder, &["check", "school"]);
    let first = first_thing(&check);
    assert_eq!(first_thing(&output(folder, &["build", "school"])), first);
    let (printed, panel) = serve(folder);
    assert_eq!(first_thing(&printed), first);
    let plain = |text: &str| text.trim_start_matches("  1  ").replace(':', "").split_whitespace().collect::<String>();
    let step = first.strip_prefix("  1  ").and_then(|step| step.split_once("  "));
    assert_eq!(plain(&first_of_panel(&panel)), plain(step.map_or(first, |(_, things)| things)));
    first.to_owned()
}

fn begins_with_the_careers_leader(kinds: &[Kind]) {
    for kind in kinds {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("a plain path");
        output(folder, &["new", "school", "--kind", kind.as_str()]);
        let first = first_everywhere(folder);
        let leader = ["  1  team.yaml", "the careers leader's name"];
        assert!(leader.iter().all(|words| first.contains(words)), "{}: {first}", kind.as_str());
    }
}

#[test]
fn a_new_site_begins_with_the_careers_leader() {
    begins_with_the_careers_leader(&[Kind::Academy, Kind::SpecialSchool]);
}

#[test]
#[ignore = "starts four programs for each kind; the test above takes two kinds"]
fn a_new_site_of_every_kind_begins_with_the_careers_leader() {
    begins_with_the_careers_leader(Kind::ALL);
}

#[test]
fn a_written_site_begins_with_what_the_law_asks_for() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Utf8Path::from_path(temporary.path()).expect("a plain path");
    let school = folder.join("school");
    copy(&common::folder("content-example"), &school);
    let change = |path: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(school.join(path)).expect("a content file");
        assert!(text.contains(from), "{path} has no {from}");
        std::fs::write(school.join(path), text.replacen(from, to, 1)).expect("written");
    };
    change("school.yaml", "next-review: 2027-07-16", "next-review: 2026-07-16");
    change("school.yaml", "kind: academy", "kind: maintained-school");
    change("team.yaml", "    email:", "    # email:");
    let first = first_everywhere(folder);
    assert!(first.starts_with("must[") && first.contains("email"), "{first}");
    change("team.yaml", "    # email:", "    emial:");
    let first = first_everywhere(folder);
    assert!(first.starts_with("error[unknown-key]"), "{first}");
}
