//! How many of each group had their guidance meeting: counts of one academic year, never people.

use std::collections::HashMap;

use jiff::civil::Date;

use super::super::format::{Day, Located, RichText, Text, record};
use crate::programme::findings::ContentProblem;
use crate::programme::group_names::resolve_one;
use crate::programme::groups::{Group, GroupSet, slug};
use crate::programme::terms::AcademicYear;
use crate::report::{Findings, Place};

record! {
    /// How many of each group were offered a guidance meeting in an academic year, and how many had it. Counts, never people.
    pub struct GuidanceCountsFile {
        /// The day on which you counted. It decides the academic year.
        required as_of: Located<Day> as "Counted on" = "2026-11-27";
        /// Where the counts come from.
        optional source: Text;
        /// Anything that helps people understand the counts.
        optional note: RichText, prose;
        /// One line for each group.
        list meetings: GroupMeetings as "Meetings" of "group";
    }
}

record! {
    /// The guidance meetings of one group.
    pub struct GroupMeetings {
        /// The group.
        required group: Located<Text> = "Year 11";
        /// How many were offered a meeting.
        required offered: u32 as "How many were offered a meeting" = "178";
        /// How many of these had it by that day.
        required met: Located<u32> as "How many had it" = "171";
    }
}

/// The guidance meetings of an academic year, by group.
#[derive(Clone, Debug)]
pub struct GuidanceCounts {
    /// Without its rows.
    pub(crate) file: GuidanceCountsFile,
    pub(crate) as_of: Date,
    /// How many academic years before this one it was: 0 for this year.
    pub(crate) years_ago: i16,
    pub(crate) rows: Vec<MeetingCount>,
}

/// How many of a group were offered a meeting, and had it. These numbers must not be published: `disclosure` gives those
/// that may be.
#[derive(Clone, Debug)]
pub(crate) struct MeetingCount {
    /// As the school calls it now or, if it has no such group any more, as the file does.
    pub(crate) name: String,
    /// Empty for a group that the school no longer has.
    pub(crate) groups: GroupSet,
    pub(crate) offered: u32,
    pub(crate) met: u32,
    pub(crate) place: Place,
}

impl MeetingCount {
    /// True if all who were offered a meeting had it.
    pub(crate) fn is_everyone(&self) -> bool {
        self.met >= self.offered
    }
}

impl GuidanceCounts {
    /// Reports unknown groups of this year, groups that are listed twice, and more meetings than were offered.
    pub(in crate::programme) fn new(
        mut file: GuidanceCountsFile,
        groups: &[Group],
        year: &AcademicYear,
        findings: &mut Findings,
    ) -> Self {
        let as_of = file.as_of.value;
        let years_ago = year.years_before(as_of);
        let mut rows: Vec<MeetingCount> = Vec::new();
        let mut listed: HashMap<String, String> = HashMap::new();
        for row in std::mem::take(&mut file.meetings) {
            let (counted, total) = (row.met.value.into(), row.offered.into());
            if counted > total {
                let people = "were offered a meeting";
                let problem = ContentProblem::CountsDoNotAdd { counted, total, people, choose_many: false };
                findings.add(problem, row.met.place.clone());
            }
            // Groups of a past year need not exist any more.
            let mut unreported = Findings::default();
            let report = if years_ago > 0 { &mut unreported } else { &mut *findings };
            let of = resolve_one(&row.group, groups, report);
            let names: Vec<&str> = of.iter().filter_map(|index| Some(groups.get(*index)?.name.as_str())).collect();
            let name = if names.is_empty() { row.group.value.clone() } else { names.join(", ") };
            if let Some(other) = listed.get(&slug(&name)).cloned() {
                findings.add(ContentProblem::TwoInFile { what: "groups", name, other }, row.group.place.clone());
                continue;
            }
            listed.insert(slug(&name), name.clone());
            let (offered, met) = (row.offered, row.met.value);
            rows.push(MeetingCount { name, groups: of, offered, met, place: row.met.place });
        }
        Self { file, as_of, years_ago, rows }
    }
}
