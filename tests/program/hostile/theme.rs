//! Templates with errors, and values that could control the terminal.

use std::process::Command;

use super::{TestSite, event};

#[test]
fn template_errors_are_reported() {
    for template in [
        "{% if %}",
        "{{ page.",
        "{% extends \"nothing.html\" %}",
        "{{ page.nothing.at.all }}",
        "{{ 1 / 0 }}",
        "{% include \"x.html\" %}",
    ] {
        TestSite::published().with("theme/pages/home.html", template).refuses("theme");
    }
}

#[test]
fn recursive_templates_are_refused() {
    for template in ["{% include \"pages/home.html\" %}", "{% extends \"pages/home.html\" %}"] {
        TestSite::published().with("theme/pages/home.html", template).refuses("theme");
    }
}

#[test]
fn templates_that_are_not_text_are_refused() {
    TestSite::published().with("theme/pages/home.html", b"\xff\xfe\x00\x00").refuses("theme");
}

#[test]
fn a_message_with_an_emoji_in_its_name_is_reported() {
    let strings = "no_such_message_ed🎓ition = There is a newer edition.\n";
    TestSite::published().with("theme/strings/en.ftl", strings).accepts().reports("words");
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let site =
        TestSite::published().with("events/2027-03-04-fair.md", event("title: Fair\nkind: \"\\e[31mfair\\e[2J\""));
    let full = Command::new(env!("CARGO_BIN_EXE_fingerpost"))
        .args(["build", "careers", "--today", "2026-11-23"])
        .env("CLICOLOR_FORCE", "1")
        .current_dir(site.dir.path())
        .output()
        .expect("the program");
    let text = String::from_utf8_lossy(&full.stdout).into_owned();
    assert!(text.contains("unknown-value"), "{text}");
    assert!(!text.contains("\u{1b}[2J"), "the terminal was cleared");
}
