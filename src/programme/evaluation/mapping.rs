//! How the columns of a form's export become the questions of a survey: a file that the school keeps, so
//! that the same export always gives the same counts.

use super::super::audience::FeedbackGroup;
use super::super::benchmark::Benchmark;
use super::super::format::{Day, Groups, Located, Text, record, string_enum};

record! {
    /// How the columns of a form's export become a survey. `fingerpost import survey` proposes it.
    pub struct SurveyMapping {
        /// What the survey is called.
        required title: Text = "Parents' evening survey";
        /// Who was asked.
        required from: FeedbackGroup = "parents";
        /// When it was done; the day of the last answer if left out.
        optional date: Day;
        /// The instrument, such as your own form.
        optional instrument: Text;
        /// The groups it was about; all if left out.
        optional groups: Groups;
        /// How many were asked.
        optional invited: u32;
        /// The columns of the export that are read. Columns that tell who people are never are.
        list columns: MappedColumn;
    }
}

string_enum! {
    /// What stands in a column.
    pub enum ColumnKind {
        /// One answer out of an ordered scale.
        Scale "scale",
        /// One answer out of several.
        ChooseOne "choose-one",
        /// Several answers out of several.
        ChooseMany "choose-many",
        /// A number, such as 1 to 5.
        Number "number",
        /// Free text. It is counted and never copied.
        FreeText "text",
        /// Nothing that is wanted. It is not read.
        Ignore "ignore",
    }
}

record! {
    /// One column of the export.
    pub struct MappedColumn {
        /// Its heading, as it stands in the export.
        required column: Located<Text> = "I know who to ask about careers";
        /// The question as the site shows it; the heading if left out.
        optional question: Text;
        /// What stands in it.
        required kind: ColumnKind = "scale";
        /// The answers in the order of the scale, as they stand in the export.
        list answers: Located<Text>;
        /// The answers that count as positive.
        list positive: Located<Text>;
        /// The answers that count neither way.
        list neutral: Located<Text>;
        /// What all other answers are counted as, such as “Something else”.
        optional other: Text;
        /// The benchmarks it speaks to.
        list benchmarks: Benchmark;
    }
}
