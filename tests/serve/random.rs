//! Random edits, ever on: whatever a teacher does, in whatever order, the preview ends up with the
//! bytes that a fresh build gives.
//!
//! The same seed gives the same edits. `FINGERPOST_RANDOM_SEED` chooses another one and
//! `FINGERPOST_RANDOM_EDITS` says how many: a hundred take some seconds, fifty thousand about an hour.

use std::collections::BTreeSet;

use fingerpost::framework::Facts;
use fingerpost::report::Found;

use crate::client::{get, message, undressed};
use crate::common;
use crate::preview::{Preview, copy};
use crate::until::until;

/// A small generator of numbers: the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
fn random_edits_end_with_the_bytes_of_a_fresh_build() {
    let seed = number("FINGERPOST_RANDOM_SEED", 1);
    let edits = number("FINGERPOST_RANDOM_EDITS", 60);
    let preview = Preview::start();
    let mut dice = Dice(seed);
    let mut seen = BTreeSet::new();
    let mut until_check = 0;
    for number in 0..edits {
        edit(&preview, &mut dice, number);
        if until_check == 0 {
            until_check = dice.below(12);
            agree(&preview, &mut seen).unwrap_or_else(|trouble| {
                let edits = number + 1;
                panic!("{trouble}\nagain: FINGERPOST_RANDOM_SEED={seed} FINGERPOST_RANDOM_EDITS={edits}")
            });
        } else {
            until_check -= 1;
        }
    }
    // The whole folder as it was, as a backup would bring it back.
    std::fs::remove_dir_all(&preview.content).expect("deleted");
    copy(&common::folder("content-example"), &preview.content);
    agree(&preview, &mut seen).expect("the site as it was");
}

/// The text files that an edit may be about.
fn texts(preview: &Preview) -> Vec<String> {
    let mut texts = Vec::new();
    let mut open = vec![preview.content.clone()];
    while let Some(folder) = open.pop() {
        for entry in folder.read_dir_utf8().expect("a folder") {
            let path = entry.expect("an entry").into_path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ["md", "yaml"].contains(&ending)) {
                texts.push(path.strip_prefix(&preview.content).expect("below it").to_string());
            }
        }
    }
    texts.sort();
    texts
}

/// One edit of a kind that happens.
fn edit(preview: &Preview, dice: &mut Dice, number: u64) {
    let texts = texts(preview);
    let file = dice.pick(&texts).clone();
    let is_page = file.ends_with(".md");
    match dice.below(14) {
        0..=3 if is_page => preview.save(&file, &format!("{}\nWord {number}.\n", preview.read(&file))),
        4 => preview.save(&format!("pages/new-{}.md", number % 9), &format!("---\ntitle: New {number}\n---\nText.\n")),
        5 if is_page => preview.save(&file, &preview.read(&file).replacen("title:", "titel:", 1)),
        6 if texts.len() > 20 => preview.delete(&file),
        7 => preview.rename(&file, &format!("{file}.bak")),
        8 => {
            // Cut off in the middle, at a letter.
            let text = preview.read(&file);
            let cut: String = text.chars().take(dice.below(text.chars().count().max(1))).collect();
            preview.save(&file, &cut);
        }
        9 => preview.save("theme/components/mine/mine.css", &format!("main {{ order: {number} }}\n")),
        10 => {
            let away = preview.content.with_file_name("away");
            std::fs::rename(&preview.content, &away).expect("moved away");
            std::fs::rename(&away, &preview.content).expect("moved back");
        }
        11 => std::fs::write(preview.content.join("media/logo.svg"), drawing(number)).expect("saved"),
        // Mended: as it was in the beginning, if it was.
        _ => {
            let original = common::folder("content-example").join(&file);
            if original.is_file() {
                std::fs::copy(original, preview.content.join(&file)).map(drop).expect("copied");
            } else {
                copy(&common::folder("content-example/pages"), &preview.content.join("pages"));
            }
            copy(&common::folder("content-example/programme"), &preview.content.join("programme"));
            let top = ["school.yaml", "team.yaml", "programme.md", "guidance.md", "parents.md", "evaluation.md"];
            for file in top {
                std::fs::copy(common::folder("content-example").join(file), preview.content.join(file))
                    .expect("copied");
            }
        }
    }
}

fn drawing(number: u64) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle r=\"{}\"/></svg>\n", number % 9 + 1)
}

/// Waits until the preview shows what a fresh build gives: all its files and no others, or its errors.
fn agree(preview: &Preview, seen: &mut BTreeSet<String>) -> Result<(), String> {
    let facts = Facts::load().expect("the facts");
    let Found { value: draft, findings } = fingerpost::build_in_memory(&preview.content, &facts, common::today());
    let errors = findings.clone().sorted().iter().filter(|finding| finding.severity.as_str() == "error").count();
    if errors > 0 {
        let told = || {
            let told = message(preview, "/");
            let notices = told["panel"]["findings"].as_array().expect("findings").clone();
            (told["panel"]["state"] != "current")
                .then(|| notices.iter().filter(|one| one["severity"] == "error").count())
        };
        return until(|| told() == Some(errors)).map_err(|()| format!("{errors} errors, and not {:?}", told()));
    }
    let files = draft.expect("a site without errors").files;
    // The last good site is kept while there are errors: it may have the right bytes before it is current.
    let is_current = || message(preview, "/")["panel"]["state"] == "current";
    until(is_current).map_err(|()| "the preview is not current, and there are no errors".to_owned())?;
    let differs = || {
        let different = files.iter().find(|file| {
            let body = get(preview, &format!("/{}", file.path)).body;
            let body = if file.path.ends_with(".html") { undressed(body) } else { body };
            body != file.bytes
        });
        let gone = |path: &&String| {
            !files.iter().any(|file| file.path == **path) && get(preview, &format!("/{path}")).status != 404
        };
        different.map(|file| file.path.clone()).or_else(|| seen.iter().find(gone).cloned())
    };
    until(|| differs().is_none()).map_err(|()| format!("{:?} is not as in a fresh build", differs()))?;
    seen.extend(files.into_iter().map(|file| file.path));
    Ok(())
}
