//! `fingerpost import programme` and `import events`: writes all content files or none.

use camino::Utf8Path;

use super::shared::{WriteOptions, read_bytes, report};
use crate::cli::arguments::named;
use crate::cli::existing_content::load;
use crate::cli::exit::Exit;
use crate::cli::{clock, content, print};
use crate::framework::Facts;
use crate::import::{Draft, SheetFile, try_out};
use crate::programme::Programme;
use crate::report::Findings;

#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) file: &'a Utf8Path,
    pub(super) folder: &'a Utf8Path,
    pub(super) writing: WriteOptions,
}

/// Runs an import, and shows or writes its drafts unless there are errors.
pub(super) fn import_files(
    target: Target<'_>,
    facts: &Facts,
    import: impl Fn(SheetFile<'_>, &Programme, &mut Findings) -> Option<Vec<Draft>>,
) -> Result<Exit, Exit> {
    let bytes = read_bytes(target.file)?;
    let today = clock::today();
    let (sources, programme) = load(target.folder, facts, today)?;
    let sheet = SheetFile { name: target.file.file_name().unwrap_or_default(), bytes: &bytes };
    let mut findings = Findings::default();
    let drafts = import(sheet, &programme, &mut findings);
    if let Some(drafts) = &drafts {
        try_out(sources, drafts, (facts, today), &mut findings);
    }
    let has_errors = findings.any_error();
    report(findings, target.file, target.folder);
    match drafts {
        Some(drafts) if !has_errors => show_or_write(&drafts, target),
        _ => Err(Exit::Findings),
    }
}

/// Shows drafts, or writes them. If a draft would replace a file, none is written without `--replace`.
fn show_or_write(drafts: &[Draft], Target { folder, writing, .. }: Target<'_>) -> Result<Exit, Exit> {
    let replaces = |draft: &&Draft| draft.addition.is_none() && folder.join(&draft.path).exists();
    let existing: Vec<&str> = drafts.iter().filter(replaces).map(|draft| draft.path.as_str()).collect();
    if !writing.write {
        drafts.iter().for_each(|draft| print::out(&shown(draft)));
    }
    drafts.iter().flat_map(|draft| &draft.notes).for_each(|note| print::out(&format!("{note}\n")));
    if !existing.is_empty() && !writing.replace {
        let existing = existing.join(", ");
        if writing.write {
            return Err(print::failure(format!(
                "nothing was written, because these files already exist: {existing}. Move them, or add --replace to replace \
                 everything in them."
            )));
        }
        print::out(&format!(
            "Nothing was written. These files already exist: {existing}. Move them, or add --write --replace to replace \
             everything in them.\n"
        ));
        return Ok(Exit::Clean);
    }
    finish(drafts, folder, writing)
}

/// Writes the drafts with `--write`, and says what was done.
pub(super) fn finish(drafts: &[Draft], folder: &Utf8Path, writing: WriteOptions) -> Result<Exit, Exit> {
    let files = if drafts.len() == 1 { "one file".to_owned() } else { format!("{} files", drafts.len()) };
    if drafts.is_empty() {
        return Ok(Exit::Clean);
    }
    if !writing.write {
        print::out(&format!("Nothing was written. Add --write to write {files} into {}.\n", named(folder)));
        return Ok(Exit::Clean);
    }
    write_all(drafts, folder, writing).map_err(print::failure)?;
    print::out(&format!("Wrote {files} into {}. Run `fingerpost check` to see what is left to do.\n", named(folder)));
    Ok(Exit::Clean)
}

/// Writes the drafts, after checking that every file can be extended that is there already.
fn write_all(drafts: &[Draft], folder: &Utf8Path, writing: WriteOptions) -> Result<(), String> {
    let (additions, new_files): (Vec<&Draft>, Vec<&Draft>) = drafts.iter().partition(|draft| draft.addition.is_some());
    let mut extended = Vec::new();
    for (draft, addition) in additions.iter().filter_map(|draft| Some((draft, draft.addition.as_ref()?))) {
        let target = folder.join(&draft.path);
        let text = content::extended(&target, &addition.before, &draft.text);
        extended.push((text.map_err(|reason| format!("{target} {reason}"))?, target));
    }
    for (text, target) in extended {
        content::replace(&target, &text).map_err(|reason| format!("{target} {reason}"))?;
    }
    for draft in new_files {
        let target = folder.join(&draft.path);
        writing.write_file(&target, &draft.text).map_err(|reason| format!("{target} {reason}"))?;
    }
    Ok(())
}

/// A new file, or what is added to one.
pub(super) fn shown(draft: &Draft) -> String {
    match &draft.addition {
        Some(addition) => {
            format!("== {}: these are added, and everything in it stays as it is\n{}\n", draft.path, addition.added)
        }
        None => format!("== {}\n{}\n", draft.path, draft.text),
    }
}
