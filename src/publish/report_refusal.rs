//! The findings that tell people why a site was not published.

use camino::{Utf8Path, Utf8PathBuf};

use super::findings::PublishProblem;
use super::refusal::Refusal;
use crate::report::{Findings, Place};

impl Refusal {
    /// Adds a finding at the output folder, or at each file that prevents publishing.
    pub fn report(&self, findings: &mut Findings) {
        let mut report =
            |problem: PublishProblem, path: &Utf8Path| findings.add(problem, Place::of_output(path.as_str()));
        match self {
            Self::NotOurs { path, holds } => {
                let why = format!("this folder has files that Fingerpost did not write, such as {holds}");
                report(PublishProblem::NotOurs { why }, path);
            }
            Self::ManifestUnreadable { path, reason } => {
                report(PublishProblem::UnreadableList { reason: reason.clone() }, path);
            }
            Self::Busy { path } => report(PublishProblem::Busy, path),
            Self::Foreign { path, others, more } => {
                let why = "this is in the way, and Fingerpost did not write it";
                for (path, more) in with_count(path, others, *more) {
                    report(PublishProblem::InTheWay { why, more }, path);
                }
            }
            Self::Edited { path, others, more } => {
                for (path, more) in with_count(path, others, *more) {
                    report(PublishProblem::Edited { more }, path);
                }
            }
            Self::NotAFolder { path } => {
                report(PublishProblem::InTheWay { why: "this is a file, but the site needs a folder", more: 0 }, path);
            }
            Self::LinkInside { path } => {
                let why = "this is a link, and its target may not be part of the site";
                report(PublishProblem::InTheWay { why, more: 0 }, path);
            }
            Self::Unfinished(cause) => {
                report(PublishProblem::Unfinished { reason: cause.to_string() }, cause.path());
            }
            Self::UnsafePath { .. } | Self::Clash { .. } => {
                report(PublishProblem::BadPath { reason: self.to_string() }, self.path());
            }
            Self::CannotRead { .. } | Self::CannotWrite { .. } => {
                report(PublishProblem::CannotWrite { reason: self.to_string() }, self.path());
            }
        }
    }
}

/// The paths, the last with how many more there are.
fn with_count<'p>(
    first: &'p Utf8Path,
    others: &'p [Utf8PathBuf],
    more: usize,
) -> impl Iterator<Item = (&'p Utf8Path, usize)> {
    let paths = std::iter::once(first).chain(others.iter().map(Utf8PathBuf::as_path)).enumerate();
    paths.map(move |(index, path)| (path, if index == others.len() { more } else { 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_that_was_written_in_part_is_not_called_untouched() {
        let cause = Refusal::NotAFolder { path: "site/index.html".into() };
        let mut findings = Findings::default();
        Refusal::Unfinished(Box::new(cause)).report(&mut findings);
        let finding = findings.sorted().remove(0);
        assert!(finding.message.starts_with("only a part of the site could be written"), "{}", finding.message);
        assert!(!finding.help.contains("Nothing was"), "{}", finding.help);
    }
}
