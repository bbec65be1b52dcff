//! `fingerpost import programme` and `import events`: content files, all of them or none.

use camino::Utf8Path;

use super::{Writing, bytes_of, tell};
use crate::cli::{Exit, Format, print};
use crate::framework::Facts;
use crate::import::{Draft, SheetFile, try_out};
use crate::programme::Programme;
use crate::read;
use crate::report::{Findings, Found};

/// What is imported, where to, and whether it is written.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) file: &'a Utf8Path,
    pub(super) folder: &'a Utf8Path,
    pub(super) writing: Writing,
}

/// Imports content files, all of them or none.
pub(super) fn import_files(
    target: Target<'_>,
    facts: &Facts,
    import: impl Fn(SheetFile<'_>, &Programme) -> Found<Option<Vec<Draft>>>,
) -> Exit {
    let bytes = match bytes_of(target.file) {
        Ok(bytes) => bytes,
        Err(exit) => return exit,
    };
    let mut unread = Findings::default();
    let sources = read::read(target.folder, None, &mut unread);
    if crate::folder_is_missing(&unread) {
        print::findings(&unread.sorted(), Format::Full, target.folder.as_str());
        return Exit::Error;
    }
    let Some(known) = crate::programme::programme(&sources, facts).value else {
        print::note(&format!(
            "fingerpost: {} needs a school.yaml and a team.yaml first: `fingerpost check` says what is wrong.\n",
            target.folder
        ));
        return Exit::Findings;
    };
    let sheet = SheetFile { name: target.file.file_name().unwrap_or_default(), bytes: &bytes };
    let Found { value: drafts, mut findings } = import(sheet, &known);
    if let Some(drafts) = &drafts {
        findings.append(try_out(sources, drafts, facts));
    }
    let stops = findings.any_error();
    tell(findings, target.file, target.folder);
    match drafts {
        Some(drafts) if !stops => finish_all(&drafts, target),
        _ => Exit::Findings,
    }
}

/// Shows drafts, or writes them: all, or none if one is there already.
fn finish_all(drafts: &[Draft], Target { folder, writing, .. }: Target<'_>) -> Exit {
    let in_the_way: Vec<&str> =
        drafts.iter().map(|draft| draft.path.as_str()).filter(|path| folder.join(path).exists()).collect();
    if !writing.write {
        for draft in drafts {
            print::out(&format!("== {}\n{}\n", draft.path, draft.text));
        }
    }
    drafts.iter().flat_map(|draft| &draft.notes).for_each(|note| print::out(&format!("{note}\n")));
    let files = if drafts.len() == 1 { "one file".to_owned() } else { format!("{} files", drafts.len()) };
    if !in_the_way.is_empty() && !writing.replace {
        print::note(&format!(
            "fingerpost: nothing was written, for these are there already: {}. Move them, or add --replace to write \
             over all that is in them.\n",
            in_the_way.join(", ")
        ));
        return if writing.write { Exit::Error } else { Exit::Clean };
    }
    if !writing.write {
        print::out(&format!("Nothing was written. Add --write, and this becomes {files} in {folder}.\n"));
        return Exit::Clean;
    }
    for draft in drafts {
        let target = folder.join(&draft.path);
        if let Err(reason) = writing.carry_out(&target, &draft.text) {
            print::note(&format!("fingerpost: {target} {reason}\n"));
            return Exit::Error;
        }
    }
    print::out(&format!("Wrote {files} into {folder}. `fingerpost check` says what is still to be done.\n"));
    Exit::Clean
}
