//! Works out the move of a content folder to the next academic year, and reads the result as a build would.

use camino::Utf8Path;
use jiff::civil::Date;

use super::site::load_files;
use crate::editor::OpenFile;
use crate::framework::Facts;
use crate::programme;
use crate::read::{self, RawFiles};
use crate::report::{ContentPath, Finding, Findings, Severity};
use crate::year::{TermListError, YearError, YearInput, YearPlan, current_year, next_year, read_terms};

/// What the next academic year is made of.
#[derive(Debug)]
pub struct YearOptions<'a> {
    /// The content folder.
    pub folder: &'a Utf8Path,
    /// The name and the bytes of a list of term dates. `None` moves this year's.
    pub terms: Option<(&'a str, Vec<u8>)>,
    pub facts: &'a Facts,
    pub today: Date,
}

/// Why there is no plan for the next year. Nothing has changed.
#[derive(Debug)]
pub enum NoYearPlan {
    /// The folder can't be read, or holds no programme. The findings tell why.
    NoProgramme,
    Terms(TermListError),
    Year(YearError),
}

/// A plan for the next year.
#[derive(Debug)]
pub struct CheckedYearPlan {
    pub plan: YearPlan,
    /// Errors that the content would have after the change, and does not have before.
    pub errors: Vec<Finding>,
}

/// Works out what the next academic year changes. Adds the findings of a folder that has no programme.
///
/// # Errors
/// A [`NoYearPlan`].
pub fn plan_next_year(options: YearOptions<'_>, findings: &mut Findings) -> Result<CheckedYearPlan, NoYearPlan> {
    let YearOptions { folder, terms, facts, today } = options;
    let found = read::find(folder, None, findings);
    let raw = load_files(found, None, findings).ok_or(NoYearPlan::NoProgramme)?;
    let open = |(path, bytes): &(ContentPath, Vec<u8>)| OpenFile::new(path.clone(), bytes.clone()).ok();
    let files: Vec<OpenFile> = raw.texts().iter().filter_map(open).collect();
    let mut before = Findings::default();
    let sources = read::parse(raw.clone(), &mut before);
    if programme::load(&sources, facts, today, &mut before).is_none() {
        findings.append(before);
        return Err(NoYearPlan::NoProgramme);
    }
    let old = current_year(&files).ok_or(NoYearPlan::Year(YearError::NoYear))?;
    let terms = terms.map(|(name, bytes)| read_terms(name, bytes, &old)).transpose().map_err(NoYearPlan::Terms)?;
    let plan = next_year(YearInput { files, terms, facts, today }).map_err(NoYearPlan::Year)?;
    let known = before.sorted();
    let errors = errors_after(&plan, raw, (facts, today)).into_iter();
    let is_known =
        |error: &Finding| known.iter().any(|before| before.code == error.code && before.message == error.message);
    let errors = errors.filter(|error| !is_known(error)).collect();
    Ok(CheckedYearPlan { plan, errors })
}

/// The errors of the content after the changes.
fn errors_after(plan: &YearPlan, mut raw: RawFiles, (facts, today): (&Facts, Date)) -> Vec<Finding> {
    for change in &plan.changes {
        raw = match &change.after {
            Some(bytes) => raw.with_text(change.path.clone(), bytes.clone()),
            None => raw.without_text(&change.path),
        };
    }
    let mut findings = Findings::default();
    let sources = read::parse(raw, &mut findings);
    programme::load(&sources, facts, today, &mut findings);
    findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error).collect()
}
