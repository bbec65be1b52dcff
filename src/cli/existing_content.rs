//! The content that a command adds to.

use camino::Utf8Path;
use jiff::civil::Date;

use super::arguments::named;
use super::exit::Exit;
use super::print::OutputFormat;
use super::quoted::quoted;
use super::{content, print};
use crate::framework::Facts;
use crate::programme::Programme;
use crate::read::Sources;
use crate::report::Findings;

/// The content of a folder, and its programme. Prints why there is none.
pub(super) fn load(folder: &Utf8Path, facts: &Facts, today: Date) -> Result<(Sources, Programme), Exit> {
    content::complete_changes(folder)?;
    let mut findings = Findings::default();
    let loaded = crate::load_programme(folder, facts, today, &mut findings);
    if crate::folder_is_missing(&findings) {
        print::findings(&findings.sorted(), OutputFormat::Full, folder.as_str());
        return Err(Exit::Error);
    }
    loaded.ok_or_else(|| {
        print::failure(format!(
            "{} needs a valid school.yaml and team.yaml first. Run `fingerpost check {}` to see what is wrong.",
            named(folder),
            quoted(folder)
        ));
        Exit::Findings
    })
}
