//! Content folders that are missing, empty or far too large.

use std::fs;

use super::{FAIR, TestSite};

#[test]
fn an_empty_folder_is_refused() {
    let output = TestSite::empty().refuses("empty-folder");
    assert_eq!(output.codes, ["empty-folder"], "other findings would not help");
}

#[test]
fn a_missing_folder_is_refused() {
    let output = TestSite::published().run(&["build", "carers"]);
    assert_eq!(output.exit, 2);
    assert_eq!(output.codes, ["no-folder"], "other findings would not help");
}

#[test]
fn a_file_instead_of_a_folder_is_refused() {
    let output = TestSite::published().run(&["build", "careers/school.yaml"]);
    assert_eq!(output.exit, 2);
    assert_eq!(output.codes, ["no-folder"], "other findings would not help");
}

#[test]
fn a_missing_school_file_is_refused() {
    let site = TestSite::published();
    fs::remove_file(site.at("careers/school.yaml")).expect("removed");
    site.refuses_only("missing-file");
}

#[test]
fn a_missing_team_file_is_refused() {
    let site = TestSite::published();
    fs::remove_file(site.at("careers/team.yaml")).expect("removed");
    site.refuses_only("missing-file");
}

#[test]
fn empty_files_are_reported_or_accepted() {
    TestSite::published().with("school.yaml", "").refuses("missing-key");
    TestSite::published().with("team.yaml", "").refuses("no-leader");
    TestSite::published().with("pages/options.md", "").refuses("missing-key");
    TestSite::published().with("offers.yaml", "").accepts();
}

#[test]
fn a_folder_named_like_a_file_does_not_count() {
    let site = TestSite::clean();
    fs::remove_file(site.at("careers/team.yaml")).expect("removed");
    fs::create_dir(site.at("careers/team.yaml")).expect("a folder");
    site.refuses("missing-file");
}

#[test]
fn folders_twenty_levels_deep_are_refused() {
    let site = TestSite::published().with(&format!("events/{}fair.md", "a/".repeat(20)), FAIR);
    site.refuses_only("too-deep");
}

#[test]
fn two_thousand_unknown_files_are_each_reported() {
    let site = TestSite::published();
    for number in 0..2_000 {
        site.put(&format!("careers/{number}.csv"), "");
    }
    assert_eq!(site.accepts().count("unknown-file"), 2_000);
}

#[test]
fn more_than_fifty_thousand_files_are_refused() {
    let site = TestSite::published();
    site.put("careers/first.csv", "");
    for number in 0..50_010 {
        let path = site.at(&format!("careers/{number}.csv"));
        // A link is made sooner than a file. Some file systems allow few links to one file.
        fs::hard_link(site.at("careers/first.csv"), &path).or_else(|_| fs::write(path, "")).expect("a file");
    }
    site.refuses("too-many-files");
}
