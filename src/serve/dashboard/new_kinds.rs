//! The kinds of files that can be made, and the sections in which they are chosen.

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
