//! The programme in summary, who backs it, and how each audience can get the information.

use super::audience::Audience;
use super::format::{Day, Located, Text, record, string_enum};
use super::prose::Prose;

string_enum! {
    /// Who backs the programme (Benchmark 1).
    pub enum Backer {
        Governors "governors",
        Headteacher "headteacher",
        SeniorLeaders "senior-leaders",
        Trustees "trustees",
    }
}

impl Backer {
    pub fn title(self) -> &'static str {
        match self {
            Self::Governors => "Governors",
            Self::Headteacher => "Headteacher",
            Self::SeniorLeaders => "Senior leaders",
            Self::Trustees => "Trustees",
        }
    }
}

record! {
    /// The programme in summary. The text below the front matter is the summary itself.
    pub struct Summary {
        /// A title for the page.
        optional title: Text, prose;
        /// What the programme aims to achieve.
        list aims: Text, prose;
        /// Who backs it, and since when.
        list backing: Backing;
        /// How it links to the development plan.
        optional development_plan: Text, prose;
        /// How parents and carers are part of it throughout.
        optional parent_engagement: Text, prose;
        /// How it meets everybody's needs.
        optional inclusion: Text, prose;
        /// How each audience can get the information. The law requires all four lines.
        optional access: AccessLines;
        /// The day the text was last changed. Older translations show a note.
        optional updated: Located<Day>;
        /// The text below the front matter.
        body prose: Prose;
    }
}

record! {
    /// Somebody who backs the programme.
    pub struct Backing {
        /// Who.
        required by: Backer = "governors";
        /// Their name or position, in your own words.
        optional who: Text;
        /// Since when, or when they approved it.
        optional since: Day;
        /// What they say about it.
        optional says: Text, prose;
    }
}

record! {
    /// How each audience can get the information about the programme.
    pub struct AccessLines {
        /// How pupils can get it.
        optional pupils: Text, prose;
        /// How parents and carers can get it.
        optional parents: Text, prose;
        /// How teachers and other staff can get it.
        optional staff: Text, prose;
        /// How employers can get it.
        optional employers: Text, prose;
    }
}

impl AccessLines {
    pub fn to(&self, audience: Audience) -> Option<&str> {
        audience.pick([&self.pupils, &self.parents, &self.staff, &self.employers])
    }
}
