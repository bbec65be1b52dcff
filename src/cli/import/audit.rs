//! `fingerpost import audit`: the answers of departments become draft activities, and the coverage of the benchmarks is
//! shown.
#![expect(clippy::disallowed_methods, reason = "lists a folder with forms")]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use super::coverage_table::coverage_text;
use super::files::{finish, shown};
use super::shared::{WriteOptions, read_bytes, report};
use crate::cli::arguments::current_dir;
use crate::cli::existing_content::load;
use crate::cli::exit::Exit;
use crate::cli::{clock, print};
use crate::framework::Facts;
use crate::import::department_audit::{FilledForm, audit_drafts, coverage, departments, read_form};
use crate::import::{SheetFile, try_out};
use crate::read::{AUDIT_FORMS, disk_reason};
use crate::report::Findings;

#[derive(Debug, clap::Args)]
pub(super) struct AuditImportArguments {
    /// The forms that came back (.xlsx, .ods, .csv or .md), or folders with them, and last the content folder
    /// [default: the forms in the folder audit of the content folder]
    #[arg(value_name = "FORMS AND FOLDER")]
    paths: Vec<Utf8PathBuf>,
    /// Write the activities, instead of only showing them
    #[arg(long)]
    write: bool,
}

pub(super) fn run(arguments: &AuditImportArguments, facts: &Facts) -> Result<Exit, Exit> {
    let (folder, paths) = split(&arguments.paths)?;
    let today = clock::today();
    let (sources, programme) = load(&folder, facts, today)?;
    let departments = departments(&programme, facts);
    let mut forms: Vec<FilledForm> = Vec::new();
    let mut has_errors = false;
    let mut of_files: Vec<(Utf8PathBuf, Findings)> = Vec::new();
    for path in form_paths(&paths)? {
        let bytes = read_bytes(&path)?;
        let file = SheetFile { name: path.file_name().unwrap_or_default(), bytes: &bytes };
        let mut findings = Findings::default();
        forms.extend(read_form(file, &departments, &mut findings));
        has_errors |= findings.any_error();
        of_files.push((path, findings));
    }
    let mut answered = Vec::new();
    let mut findings = Findings::default();
    let answers = audit_drafts(&forms, &departments, (&programme, facts), &mut findings);
    answered.append(&mut findings.sorted());
    let mut in_drafts = Findings::default();
    try_out(sources, &answers.drafts, (facts, today), &mut in_drafts);
    has_errors |= in_drafts.any_error();
    for (path, mut findings) in of_files {
        let name = path.file_name().unwrap_or_default();
        findings.extend(answered.extract_if(.., |finding| finding.place.path().as_str() == name));
        report(findings, &path, &folder);
    }
    in_drafts.extend(answered);
    report(in_drafts, Utf8Path::new(""), &folder);
    if has_errors {
        return Err(Exit::Findings);
    }
    if !arguments.write {
        answers.drafts.iter().for_each(|draft| print::out(&shown(draft)));
    }
    let notes = answers.notes.iter().chain(answers.drafts.iter().flat_map(|draft| &draft.notes));
    notes.for_each(|note| print::out(&format!("{note}\n")));
    print::out(&coverage_text(&coverage(&programme, &answers.added, facts, today)));
    if answers.drafts.is_empty() {
        print::out("The forms add nothing new, so there is nothing to write.\n");
    }
    finish(&answers.drafts, &folder, WriteOptions { write: arguments.write, replace: false })
}

/// The content folder, and the forms or the folders with forms.
fn split(paths: &[Utf8PathBuf]) -> Result<(Utf8PathBuf, Vec<Utf8PathBuf>), Exit> {
    let is_content = |folder: &Utf8Path| folder.join("school.yaml").is_file();
    let (folder, forms) = match paths.split_last() {
        Some((last, forms)) if is_content(last) => (last.clone(), forms),
        _ if is_content(&current_dir()) => (current_dir(), paths),
        _ => {
            return Err(print::failure(
                "which content folder is it? Write it last: the folder with school.yaml, as in `fingerpost import audit \
                 geography.xlsx my-school`.",
            ));
        }
    };
    let forms = if forms.is_empty() { vec![folder.join(AUDIT_FORMS)] } else { forms.to_vec() };
    Ok((folder, forms))
}

/// The forms in the order of their names: files that are named, and those in folders.
fn form_paths(paths: &[Utf8PathBuf]) -> Result<Vec<Utf8PathBuf>, Exit> {
    let mut forms = Vec::new();
    for path in paths {
        if path.file_name() == Some(AUDIT_FORMS) && !path.exists() {
            continue;
        }
        if !path.is_dir() {
            forms.push(path.clone());
            continue;
        }
        let entries = fs::read_dir(path.as_std_path())
            .map_err(|error| print::failure(format!("{path} could not be read: {}", disk_reason(&error))))?;
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| is_form(name)).collect();
        names.sort_unstable();
        forms.extend(names.iter().map(|name| path.join(name)));
    }
    if forms.is_empty() {
        let folders: Vec<&str> = paths.iter().map(|path| path.as_str()).collect();
        return Err(print::failure(format!(
            "there are no forms in {}. `fingerpost audit` writes them.",
            crate::report::list(&folders)
        )));
    }
    Ok(forms)
}

fn is_form(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    !name.starts_with(['.', '~']) && ["xlsx", "xlsm", "ods", "csv", "md"].contains(&extension.as_str())
}
