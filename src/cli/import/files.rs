//! `fingerpost import programme` and `import events`: writes all content files or none.

use camino::Utf8Path;

use super::shared::{WriteOptions, read_bytes, report};
use crate::cli::arguments::named;
use crate::cli::existing_content::load;
use crate::cli::exit::Exit;
use crate::cli::{clock, content, print};
use crate::editor::{ChangeKind, ContentChange, EditableFolder};
use crate::framework::Facts;
use crate::import::{Draft, SheetFile, try_out};
use crate::programme::Programme;
use crate::report::{ContentPath, Findings};

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
                 all files of this import that are there, with everything in them."
            )));
        }
        print::out(&format!(
            "Nothing was written. These files already exist: {existing}. Move them, or add --write --replace to replace \
             all files of this import that are there, with everything in them.\n"
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

/// Writes all drafts or none. The error is a sentence.
fn write_all(drafts: &[Draft], folder: &Utf8Path, writing: WriteOptions) -> Result<(), String> {
    let changes = drafts.iter().map(|draft| {
        let file = folder.join(&draft.path);
        change(draft, &file, writing).map_err(|reason| format!("{file} {reason}"))
    });
    let changes = changes.collect::<Result<Vec<_>, _>>()?;
    let made =
        EditableFolder::new(folder).and_then(|folder| folder.make_changes(ChangeKind::Import, "import", &changes));
    made.map_err(|error| error.to_string())
}

/// The change that a draft makes of a file. The error continues a sentence that begins with the file's name.
fn change(draft: &Draft, file: &Utf8Path, writing: WriteOptions) -> Result<ContentChange, String> {
    let (before, after) = match &draft.addition {
        Some(addition) => content::versions(file, &addition.before, &draft.text)?,
        None if writing.replace => (content::bytes_if_any(file)?, draft.text.clone().into_bytes()),
        None if file.exists() => return Err(content::EXISTS.to_owned()),
        None => (None, draft.text.clone().into_bytes()),
    };
    Ok(ContentChange { path: ContentPath::new(&draft.path), before, after: Some(after) })
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
