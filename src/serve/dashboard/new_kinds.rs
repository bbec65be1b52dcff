//! The kinds of files that can be made, and the sections in which they are chosen.

use crate::programme::{CONTENT_FILES, ContentFileKind, FilePlace};

pub(super) const PROGRAMME: &str = "Programme and events";
pub(super) const PEOPLE: &str = "People and partners";
pub(super) const EVALUATION: &str = "Evaluation";
pub(super) const PAGES: &str = "Pages, policies and pictures";

/// A kind of file that can be made.
pub(super) struct NewKind {
    /// The kind's name in the format.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    /// The section of the page on which it is chosen.
    pub(super) section: &'static str,
    /// The keys whose values the file is named after. None for a plan, which is named after its group.
    pub(super) named_after: &'static [&'static str],
    /// True if the file's name begins with the date.
    pub(super) has_date: bool,
}

pub(super) const KINDS: [NewKind; 10] = [
    NewKind { name: "event", title: "Event", section: PROGRAMME, named_after: &["title"], has_date: true },
    NewKind { name: "group", title: "Plan of the year", section: PROGRAMME, named_after: &[], has_date: false },
    NewKind { name: "page", title: "Page", section: PAGES, named_after: &["title"], has_date: false },
    NewKind { name: "document", title: "Policy", section: PAGES, named_after: &["title"], has_date: false },
    NewKind {
        name: "benchmarks",
        title: "Benchmark evaluation",
        section: EVALUATION,
        named_after: &[],
        has_date: true,
    },
    NewKind { name: "survey", title: "Survey results", section: EVALUATION, named_after: &["title"], has_date: false },
    NewKind {
        name: "destinations",
        title: "Destinations of leavers",
        section: EVALUATION,
        named_after: &["leavers", "year"],
        has_date: false,
    },
    NewKind {
        name: "figures",
        title: "Table of figures",
        section: EVALUATION,
        named_after: &["title"],
        has_date: false,
    },
    NewKind {
        name: "guidance-counts",
        title: "Guidance meetings",
        section: EVALUATION,
        named_after: &["as-of"],
        has_date: false,
    },
    NewKind {
        name: "past-encounters",
        title: "Encounters with providers in an earlier year",
        section: EVALUATION,
        named_after: &["starts"],
        has_date: false,
    },
];

impl NewKind {
    /// False for a plan, which is listed by its group.
    pub(super) fn is_listed(&self) -> bool {
        self.has_date || !self.named_after.is_empty()
    }
}

/// The kind of a new file in a folder, such as `events/`.
pub(super) fn of_folder(folder: &str) -> Option<&'static NewKind> {
    let folder = folder.strip_suffix('/')?;
    let is_there = |kind: &&ContentFileKind| matches!(kind.place(), FilePlace::Folder { folder: of_kind, .. } if of_kind == folder);
    let content = CONTENT_FILES.iter().find(is_there)?;
    KINDS.iter().find(|kind| kind.name == content.name)
}

#[cfg(test)]
mod tests {
    use super::of_folder;

    #[test]
    fn new_files_of_a_folder_have_a_kind() {
        let kind = |folder: &str| of_folder(folder).map(|kind| kind.name);
        assert_eq!((kind("events/"), kind("pages/")), (Some("event"), Some("page")));
        assert_eq!((kind("provider-access/"), kind("media/"), kind("events")), (Some("past-encounters"), None, None));
    }
}
