//! Removes findings that follow from others: a link to a file that can't be read, or a key that is called missing because
//! its value is wrong.

use std::collections::{HashMap, HashSet};

use super::finding::Finding;
use super::{Code, Severity, Source, Subject};

/// What is broken so far.
#[derive(Default)]
struct Broken {
    subjects: HashMap<Subject, Vec<(Severity, Code)>>,
    /// The files with errors.
    sources: Vec<Source>,
}

/// Removes each finding that needs what an equally or more serious finding breaks. A finding that is removed breaks
/// nothing, so that two can't remove each other.
pub(super) fn remove_consequences(findings: &mut Vec<Finding>) {
    let mut broken = Broken::default();
    let needs_nothing = |finding: &Finding| finding.needs.is_empty();
    let mut undecided: Vec<(usize, &Finding)> =
        findings.iter().enumerate().filter(|(_, finding)| !needs_nothing(finding)).collect();
    if undecided.is_empty() {
        return;
    }
    findings.iter().filter(|finding| needs_nothing(finding)).for_each(|cause| broken.add(cause));
    let mut removed: HashSet<usize> = HashSet::new();
    while !undecided.is_empty() {
        let mut possible = Broken::default();
        undecided.iter().for_each(|(_, finding)| possible.add(finding));
        let before = undecided.len();
        undecided.retain(|(index, finding)| {
            if broken.breaks_need_of(finding) {
                removed.insert(*index);
                false
            } else if possible.breaks_need_of(finding) {
                true
            } else {
                broken.add(finding);
                false
            }
        });
        // Those left need each other: the first is kept.
        if undecided.len() == before {
            broken.add(undecided.remove(0).1);
        }
    }
    let mut index = 0..;
    findings.retain(|_| index.next().is_some_and(|index| !removed.contains(&index)));
}

impl Broken {
    fn add(&mut self, cause: &Finding) {
        let by = (cause.severity, cause.code);
        for subject in &cause.breaks {
            let folders = |path: &str| {
                let folders = path.match_indices('/').filter_map(|(slash, _)| path.get(..=slash));
                folders.filter(|folder| *folder != path).map(str::to_owned).collect::<Vec<_>>()
            };
            let of_folders: Vec<Subject> = match subject {
                Subject::File(path) => folders(path).into_iter().map(Subject::File).collect(),
                Subject::Content(path) => folders(path).into_iter().map(Subject::Content).collect(),
                _ => Vec::new(),
            };
            of_folders.into_iter().for_each(|folder| self.subjects.entry(folder).or_default().push(by));
            self.subjects.entry(subject.clone()).or_default().push(by);
        }
        let source = &cause.place.source;
        if cause.severity == Severity::Error && !self.sources.iter().any(|known| known.path == source.path) {
            self.sources.push(source.clone());
        }
    }

    fn breaks_need_of(&self, finding: &Finding) -> bool {
        finding.needs.iter().any(|need| self.breaks(need, finding))
    }

    fn breaks(&self, need: &Subject, finding: &Finding) -> bool {
        if let Subject::Mention(name) = need {
            return self.sources.iter().any(|source| is_unread_text(source) || source.text.contains(name));
        }
        let is_cause = |subject: &Subject| {
            let causes = self.subjects.get(subject).into_iter().flatten();
            // Several blanks in one line are several things to write.
            causes.into_iter().any(|(severity, code)| *severity <= finding.severity && *code != finding.code)
        };
        is_cause(need) || folders_above(need).any(|folder| is_cause(&folder))
    }
}

/// True for a text that could not be read, and for a folder: it may mention anything.
fn is_unread_text(source: &Source) -> bool {
    source.text.is_empty() && ["md", "yaml", "yml", ""].contains(&source.path.extension().as_str())
}

/// The folders that a file is in, by their names without a slash: a folder that can't be read breaks what is inside.
fn folders_above(need: &Subject) -> impl Iterator<Item = Subject> {
    let path = match need {
        Subject::File(path) => path.as_str(),
        _ => "",
    };
    let folders = path.match_indices('/').filter_map(|(slash, _)| path.get(..slash));
    let root = (!path.is_empty()).then_some(".");
    folders.chain(root).map(|folder| Subject::File(folder.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Advice, Place};

    fn file(path: &str) -> Subject {
        Subject::File(path.to_owned())
    }

    /// A finding with a code, at a file.
    fn finding(code: &'static str, severity: Severity, path: &str) -> Finding {
        let advice = Advice { code: Code::new(code), severity, message: code.to_owned(), help: String::new() };
        Finding::new(&advice, Place::of_file(path))
    }

    fn breaking(broken: &str, finding: Finding) -> Finding {
        Finding { breaks: vec![file(broken)], ..finding }
    }

    fn needing(needed: &str, finding: Finding) -> Finding {
        Finding { needs: vec![file(needed)], ..finding }
    }

    fn left(added: impl IntoIterator<Item = Finding>) -> Vec<&'static str> {
        let mut findings: Vec<Finding> = added.into_iter().collect();
        remove_consequences(&mut findings);
        findings.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn what_follows_from_an_error_is_removed() {
        let findings = [
            breaking("programme/year-9.md", finding("syntax", Severity::Error, "programme/year-9.md")),
            needing("programme/year-9.md", finding("link", Severity::Error, "pupils.md")),
            needing("programme/year-8.md", finding("other-link", Severity::Error, "pupils.md")),
            needing("programme/", finding("plan", Severity::Must, "events/")),
        ];
        assert_eq!(left(findings), ["syntax", "other-link"]);
    }

    #[test]
    fn what_is_in_a_folder_that_cannot_be_read_is_not_missing() {
        let findings = |folder: &'static str| {
            [
                breaking(folder, finding("unreadable", Severity::Error, folder)),
                needing("media/maps/hall.svg", finding("picture", Severity::Error, "pupils.md")),
                needing("media/maps/", finding("folder", Severity::Must, "pupils.md")),
                needing("mediation.md", finding("link", Severity::Error, "pupils.md")),
            ]
        };
        assert_eq!(left(findings("media")), ["unreadable", "link"]);
        assert_eq!(left(findings("media/maps")), ["unreadable", "link"]);
        assert_eq!(left(findings(".")), ["unreadable"]);
    }

    #[test]
    fn a_text_that_was_not_read_may_mention_any_file() {
        let unlinked = || {
            let needs = vec![Subject::Mention("hall.svg".to_owned())];
            Finding { needs, ..finding("not-linked", Severity::Should, "media/hall.svg") }
        };
        for unread in ["pupils.md", "offers.yaml", "pages"] {
            assert_eq!(left([finding("unreadable", Severity::Error, unread), unlinked()]), ["unreadable"]);
        }
        let picture = finding("unreadable", Severity::Error, "media/map.svg");
        assert_eq!(left([picture, unlinked()]), ["unreadable", "not-linked"]);
    }

    #[test]
    fn two_findings_never_remove_each_other_or_a_worse_one() {
        let findings = [
            needing("b.md", breaking("a.md", finding("a", Severity::Error, "a.md"))),
            needing("a.md", breaking("b.md", finding("b", Severity::Error, "b.md"))),
            breaking("d.md", finding("c", Severity::Could, "c.md")),
            needing("d.md", finding("d", Severity::Should, "d.md")),
        ];
        assert_eq!(left(findings), ["a", "c", "d"]);
    }
}
