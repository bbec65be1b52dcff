//! The documentation: its links lead to files, and its table lists the files that the program knows.

use std::fs;

use crate::common::folder;

/// The README and every page of `docs`, each with its path.
fn pages() -> Vec<(String, String)> {
    let docs = folder("docs").read_dir_utf8().expect("the docs");
    let docs = docs.map(|entry| format!("docs/{}", entry.expect("a folder entry").file_name()));
    let names = docs.chain(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned));
    names.map(|name| (name.clone(), fs::read_to_string(folder(&name)).expect("a page"))).collect()
}

#[test]
fn links_in_the_documentation_lead_to_files() {
    for (name, text) in pages() {
        let text = text.split("```").step_by(2).collect::<String>();
        // Links in code spans are examples.
        let text = text.split('`').step_by(2).collect::<String>();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains("://")) {
            let base = folder(&name).parent().expect("a folder").to_owned();
            let path = base.join(target.split('#').next().unwrap_or_default());
            assert!(path.exists(), "{name} links to {target}");
        }
    }
}

#[test]
fn the_table_of_content_files_lists_every_file_of_the_example() {
    let text = fs::read_to_string(folder("docs/content-folder.md")).expect("the page");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let listed: Vec<&str> =
        rows.filter_map(|row| row.split('|').nth(1)).flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    for entry in folder("content-example").read_dir_utf8().expect("the example") {
        let entry = entry.expect("a folder entry");
        let is_folder = entry.file_type().expect("a file type").is_dir();
        let name = if is_folder { format!("{}/", entry.file_name()) } else { entry.file_name().to_owned() };
        let is_translation = name.split('.').count() > 2;
        assert!(name.starts_with('.') || is_translation || listed.contains(&name.as_str()), "no row for {name}");
    }
    for name in listed.iter().filter(|name| !name.ends_with('/')) {
        let is_known = folder("src/programme").read_dir_utf8().expect("the source").any(|entry| {
            let path = entry.expect("a folder entry").into_path();
            fs::read_to_string(path).is_ok_and(|text| text.contains(&format!("\"{name}\"")))
        });
        let is_welcome = ["pupils.md", "parents.md", "staff.md", "employers.md"].contains(name);
        assert!(is_known || is_welcome, "the program does not know {name}");
    }
}

#[test]
fn the_table_of_content_files_names_every_kind_of_content_file() {
    let text = fs::read_to_string(folder("docs/content-folder.md")).expect("the page");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
    // Translations are named by a pattern, which has a section of its own.
    let kinds = fingerpost::programme::CONTENT_FILES.iter().filter(|kind| kind.name != "translation");
    for path in kinds.flat_map(|kind| kind.files.split(", ")) {
        // `evaluation/surveys/*.yaml` is in the row of `evaluation/`.
        let name = if path.contains('*') { path.split_inclusive('/').next().unwrap_or(path) } else { path };
        let folder = path.split_inclusive('/').next().unwrap_or(path);
        let is_named = |row: &&str| row.contains(&format!("`{name}`")) || row.starts_with(&format!("| `{folder}`"));
        assert!(rows.iter().any(is_named), "docs/content-folder.md has no row for {path}");
    }
}

#[test]
fn the_list_of_dependencies_has_each_crate_once() {
    let manifest = fs::read_to_string(folder("Cargo.toml")).expect("the manifest");
    let mut named: Vec<&str> = Vec::new();
    let mut is_list = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_list = line.ends_with("dependencies]");
        } else if let (true, Some((name, value))) = (is_list, line.split_once(" = ")) {
            let renamed = value.split_once("package = \"").and_then(|(_, rest)| rest.split('"').next());
            named.push(renamed.unwrap_or(name));
        }
    }
    named.sort_unstable();
    named.dedup();
    let text = fs::read_to_string(folder("docs/dependencies.md")).expect("the page");
    let mut listed: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    listed.sort_unstable();
    assert_eq!(listed, named);
}
