//! Random edits: whatever a teacher does, in whatever order, the preview ends up with the bytes of a fresh build.
//!
//! The same seed gives the same edits. `FINGERPOST_RANDOM_SEED` sets the seed and `FINGERPOST_RANDOM_EDITS` the number
//! of edits: a hundred take seconds, fifty thousand about an hour.

use std::collections::BTreeSet;

use camino::Utf8Path;

use crate::client::{get, message, without_live_script};
use crate::common;
use crate::preview::{Preview, SMALL, copy};
use crate::until::until;

/// A random number generator that gives the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
fn random_edits_end_with_the_bytes_of_a_fresh_build() {
    edit_at_random(SMALL);
}

#[test]
#[ignore = "the test above takes a smaller school"]
fn random_edits_of_the_example_end_with_the_bytes_of_a_fresh_build() {
    edit_at_random("content-example");
}

fn edit_at_random(folder: &str) {
    let original = common::folder(folder);
    let seed = number("FINGERPOST_RANDOM_SEED", 1);
    let edits = number("FINGERPOST_RANDOM_EDITS", 30);
    let preview = Preview::of(folder);
    let mut random = Random(seed);
    let mut seen = BTreeSet::new();
    let mut until_check = 0;
    for number in 0..edits {
        edit((&preview, &original), &mut random, number);
        if until_check == 0 {
            until_check = random.below(12);
            matches_fresh_build(&preview, &mut seen).unwrap_or_else(|problem| {
                let edits = number + 1;
                panic!("{problem}\nto repeat: FINGERPOST_RANDOM_SEED={seed} FINGERPOST_RANDOM_EDITS={edits}")
            });
        } else {
            until_check -= 1;
        }
    }
    // Restore the whole folder, as from a backup.
    until(|| std::fs::remove_dir_all(&preview.content).is_ok()).expect("deleted");
    copy(&original, &preview.content);
    matches_fresh_build(&preview, &mut seen).expect("the site as it was");
}

/// The text files that edits can change.
fn texts(preview: &Preview) -> Vec<String> {
    let mut texts = Vec::new();
    let mut open = vec![preview.content.clone()];
    while let Some(folder) = open.pop() {
        for entry in folder.read_dir_utf8().expect("a folder") {
            let path = entry.expect("an entry").into_path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| ["md", "yaml"].contains(&extension)) {
                texts.push(path.strip_prefix(&preview.content).expect("below it").as_str().replace('\\', "/"));
            }
        }
    }
    texts.sort();
    texts
}

/// Makes one realistic edit.
fn edit((preview, folder): (&Preview, &Utf8Path), random: &mut Random, number: u64) {
    let texts = texts(preview);
    let file = random.pick(&texts).clone();
    let is_page = file.ends_with(".md");
    match random.below(14) {
        0..=3 if is_page => preview.save(&file, &format!("{}\nWord {number}.\n", preview.read(&file))),
        4 => preview.save(&format!("pages/new-{}.md", number % 9), &format!("---\ntitle: New {number}\n---\nText.\n")),
        5 if is_page => preview.save(&file, &preview.read(&file).replacen("title:", "titel:", 1)),
        6 if texts.len() > 8 => preview.delete(&file),
        7 => preview.rename(&file, &format!("{file}.bak")),
        8 => {
            // Cut off in the middle, at a character.
            let text = preview.read(&file);
            let cut: String = text.chars().take(random.below(text.chars().count().max(1))).collect();
            preview.save(&file, &cut);
        }
        9 => preview.save("theme/components/mine/mine.css", &format!("main {{ order: {number} }}\n")),
        10 => {
            let away = preview.content.with_file_name("away");
            std::fs::rename(&preview.content, &away).expect("moved away");
            std::fs::rename(&away, &preview.content).expect("moved back");
        }
        11 => std::fs::write(preview.content.join("media/logo.svg"), drawing(number)).expect("saved"),
        // Restored, if it was there.
        _ => {
            let original = folder.join(&file);
            if original.is_file() {
                std::fs::copy(original, preview.content.join(&file)).map(drop).expect("copied");
            } else {
                copy(&folder.join("pages"), &preview.content.join("pages"));
            }
            copy(&folder.join("programme"), &preview.content.join("programme"));
            for file in ["school.yaml", "team.yaml", "programme.md", "guidance.md", "parents.md", "evaluation.md"] {
                std::fs::copy(folder.join(file), preview.content.join(file)).expect("copied");
            }
        }
    }
}

fn drawing(number: u64) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle r=\"{}\"/></svg>\n", number % 9 + 1)
}

/// Waits until the preview shows the files of a fresh build and no others, or its errors.
fn matches_fresh_build(preview: &Preview, seen: &mut BTreeSet<String>) -> Result<(), String> {
    let facts = common::facts();
    let mut findings = fingerpost::report::Findings::default();
    let draft = fingerpost::build_in_memory(&preview.content, facts, common::today(), &mut findings);
    let errors = findings.clone().sorted().iter().filter(|finding| finding.severity.as_str() == "error").count();
    if errors > 0 {
        let errors_shown = || {
            let errors_shown = message(preview, "/");
            let notices = errors_shown["panel"]["findings"].as_array().expect("findings").clone();
            (errors_shown["panel"]["state"] != "current")
                .then(|| notices.iter().filter(|one| one["severity"] == "error").count())
        };
        return until(|| errors_shown() == Some(errors))
            .map_err(|()| format!("{errors} errors, and not {:?}", errors_shown()));
    }
    let files = draft.expect("a site without errors").files;
    // The last good site is kept while there are errors: it may have the right bytes before it is current.
    let is_current = || message(preview, "/")["panel"]["state"] == "current";
    until(is_current).map_err(|()| "the preview is not current, and there are no errors".to_owned())?;
    let first_difference = || {
        let different = files.iter().find(|file| {
            let body = get(preview, &format!("/{}", file.path)).body;
            let body = if file.path.ends_with(".html") { without_live_script(body) } else { body };
            body != file.bytes
        });
        let gone = |path: &&String| {
            !files.iter().any(|file| file.path == **path) && get(preview, &format!("/{path}")).status != 404
        };
        different.map(|file| file.path.clone()).or_else(|| seen.iter().find(gone).cloned())
    };
    until(|| first_difference().is_none())
        .map_err(|()| format!("{:?} is not as in a fresh build", first_difference()))?;
    seen.extend(files.into_iter().map(|file| file.path));
    Ok(())
}
