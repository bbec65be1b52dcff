//! `fingerpost audit`: a form for each department and team that asks what they do already.

mod form_folder;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use self::form_folder::{FormFile, WrittenForms, write_forms};
use super::{clock, print};
use crate::cli::arguments::{current_dir, facts, named, parse_day};
use crate::cli::existing_content::load;
use crate::cli::exit::Exit;
use crate::cli::quoted::quoted;
use crate::framework::Facts;
use crate::import::department_audit::{audit_form, departments, form_as_markdown, form_as_workbook, may_lack_subjects};
use crate::programme::Programme;
use crate::read::AUDIT_FORMS;

#[derive(Debug, clap::Args)]
pub(super) struct AuditArguments {
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// The folder to write the forms into [default: audit, in the content folder, which is never published]
    #[arg(long, value_name = "FOLDER")]
    out: Option<Utf8PathBuf>,
    /// The day by which the forms should come back, such as 2027-01-15 [default: a line to fill in]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    by: Option<Date>,
}

pub(super) fn run(arguments: &AuditArguments) -> Result<Exit, Exit> {
    let facts = facts()?;
    let folder = arguments.folder.as_path();
    let own = folder.join(AUDIT_FORMS);
    let out = arguments.out.as_ref().unwrap_or(&own);
    reject_content_folder(folder, out)?;
    let (_, programme) = load(folder, &facts, clock::today())?;
    let files = form_files(&programme, &facts, arguments.by)?;
    let written = write_forms(out, &files).map_err(print::failure)?;
    print::out(&summary(&written, &files, arguments, out));
    if may_lack_subjects(&programme, &facts) {
        print::out("To ask every subject, list your subjects in school.yaml: `subjects: [English, Maths, …]`.\n");
    }
    Ok(Exit::Clean)
}

/// Refuses a folder in which the forms would be taken for content.
fn reject_content_folder(folder: &Utf8Path, out: &Utf8Path) -> Result<(), Exit> {
    let resolve = |path: &Utf8Path| camino::absolute_utf8(path).ok().map(|path| without_dots(&path));
    let (Some(content), Some(out)) = (resolve(folder), resolve(out)) else { return Ok(()) };
    let is_content = |path: &Utf8Path| {
        path.strip_prefix(&content).is_ok_and(|inside| {
            let first = inside.components().next().map_or("", |first| first.as_str());
            !first.eq_ignore_ascii_case(AUDIT_FORMS)
        })
    };
    if is_content(&out) {
        return Err(print::failure(format!(
            "forms that come back may have names in them, so they can't go among the content. Leave out --out to write them \
             into {}, or choose a folder outside of {}.",
            folder.join(AUDIT_FORMS),
            named(folder)
        )));
    }
    Ok(())
}

/// A path without `..`, as it is written: what links lead to does not matter for a warning.
fn without_dots(path: &Utf8Path) -> Utf8PathBuf {
    let mut plain = Utf8PathBuf::new();
    for component in path.components() {
        match component {
            Utf8Component::ParentDir => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    plain
}

/// Each form as a workbook and as Markdown.
fn form_files(programme: &Programme, facts: &Facts, by: Option<Date>) -> Result<Vec<FormFile>, Exit> {
    let mut files = Vec::new();
    for department in departments(programme, facts) {
        let form = audit_form(&department, by, programme, facts);
        let workbook = form_as_workbook(&form)
            .map_err(|error| print::failure(format!("the form of {} could not be made: {error}", department.name)))?;
        files.push(FormFile { name: format!("{}.xlsx", form.file_stem), bytes: workbook });
        files.push(FormFile { name: format!("{}.md", form.file_stem), bytes: form_as_markdown(&form).into_bytes() });
    }
    Ok(files)
}

fn summary(written: &WrittenForms, files: &[FormFile], arguments: &AuditArguments, out: &Utf8Path) -> String {
    let mut text = format!(
        "{} departments and teams have a form in {out}, as a spreadsheet (.xlsx) and as a text (.md) to print or mail. Wrote \
         {} files; {} were up to date.\n",
        files.len() / 2,
        written.written,
        written.unchanged
    );
    if !written.changed.is_empty() {
        text.push_str(&format!(
            "Somebody has filled these in or changed them, so they were left as they are: {}. To have new ones, move them \
             away, or choose another folder with --out.\n",
            written.changed.join(", ")
        ));
    }
    let folder = &arguments.folder;
    let folder = quoted(folder);
    let forms = if arguments.out.is_some() { format!("{} {folder}", quoted(out)) } else { folder };
    text.push_str(&format!(
        "Send each to the person who knows, and put what comes back into the same folder. Then run `fingerpost import \
         audit {forms}`.\n"
    ));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_in_a_path_do_not_hide_where_it_leads() {
        for (out, is_refused) in [
            ("/school/audit/../events", true),
            ("/school/./pages", true),
            ("/school/../forms", false),
            ("/school/audit/2026", false),
        ] {
            assert_eq!(reject_content_folder("/school".into(), out.into()).is_err(), is_refused, "{out}");
        }
    }
}
