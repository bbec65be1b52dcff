//! `fingerpost import programme` and `import events`: writes all content files or none.

use camino::Utf8Path;

use super::shared::{WriteOptions, read_bytes, report};
use crate::cli::exit::Exit;
use crate::cli::print::OutputFormat;
use crate::cli::{clock, print};
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
    let mut read_findings = Findings::default();
    let today = clock::today();
    let loaded = crate::load_programme(target.folder, facts, today, &mut read_findings);
    if crate::folder_is_missing(&read_findings) {
        print::findings(&read_findings.sorted(), OutputFormat::Full, target.folder.as_str());
        return Err(Exit::Error);
    }
    let Some((sources, programme)) = loaded else {
        print::failure(format!(
            "{} needs a valid school.yaml and team.yaml first. Run `fingerpost check` to see what is wrong.",
            target.folder
        ));
        return Err(Exit::Findings);
    };
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

/// Shows drafts, or writes them. If one of the files exists, none is written without `--replace`.
fn show_or_write(drafts: &[Draft], Target { folder, writing, .. }: Target<'_>) -> Result<Exit, Exit> {
    let existing: Vec<&str> =
        drafts.iter().map(|draft| draft.path.as_str()).filter(|path| folder.join(path).exists()).collect();
    if !writing.write {
        for draft in drafts {
            print::out(&format!("== {}\n{}\n", draft.path, draft.text));
        }
    }
    drafts.iter().flat_map(|draft| &draft.notes).for_each(|note| print::out(&format!("{note}\n")));
    let files = if drafts.len() == 1 { "one file".to_owned() } else { format!("{} files", drafts.len()) };
    if !existing.is_empty() && !writing.replace {
        let error = print::failure(format!(
            "nothing was written, because these files already exist: {}. Move them, or add --replace to replace everything \
             in them.",
            existing.join(", ")
        ));
        return if writing.write { Err(error) } else { Ok(Exit::Clean) };
    }
    if !writing.write {
        print::out(&format!("Nothing was written. Add --write to write {files} into {folder}.\n"));
        return Ok(Exit::Clean);
    }
    for draft in drafts {
        let target = folder.join(&draft.path);
        writing.write_file(&target, &draft.text).map_err(|reason| print::failure(format!("{target} {reason}")))?;
    }
    print::out(&format!("Wrote {files} into {folder}. Run `fingerpost check` to see what is left to do.\n"));
    Ok(Exit::Clean)
}
