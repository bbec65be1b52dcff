//! Maps the columns of a form's export to the questions of a survey. The school keeps this file, so that the
//! same export always gives the same counts.

use super::super::audience::FeedbackGroup;
use super::super::benchmark::Benchmark;
use super::super::format::{Day, Groups, Located, Text, Verbatim, record, string_enum};

record! {
    /// How to turn the columns of a form's export into a survey. `fingerpost import survey` suggests one.
    pub struct SurveyMapping {
        /// The title of the survey.
        required title: Text = "Parents' evening survey";
        /// Who you asked.
        required from: FeedbackGroup as "Who you asked" = "parents";
        /// The date of the survey. If you leave it out, it is the date of the last answer.
        optional date: Day;
        /// The form or questionnaire you used, such as “our own form”.
        optional instrument: Text as "Form or questionnaire";
        /// The groups it was about. If you leave it out, it was about all groups.
        optional groups: Groups;
        /// How many people you asked.
        optional invited: u32 as "How many you asked";
        /// The columns of the export to read. Columns that identify people are never read.
        list columns: MappedColumn;
    }
}

string_enum! {
    pub enum ColumnKind {
        /// One answer from an ordered scale.
        Scale "scale",
        ChooseOne "choose-one",
        ChooseMany "choose-many",
        Number "number",
        /// Free text. Answers are counted, never copied.
        FreeText "text",
        /// A column that you do not need. It is not read.
        Ignore "ignore",
    }
}

record! {
    /// One column of the export.
    pub struct MappedColumn {
        /// Its heading, exactly as in the export.
        required column: Located<Verbatim> = "I know who to ask about careers";
        /// The question as the site shows it. If you leave it out, it is the heading.
        optional question: Text, long;
        /// What the column contains.
        required kind: ColumnKind = "scale";
        /// The answers in the order of the scale, exactly as in the export.
        list answers: Located<Verbatim>;
        /// The answers that count as positive.
        list positive: Located<Verbatim> as "Positive answers";
        /// The answers that count as neither positive nor negative.
        list neutral: Located<Verbatim> as "Neutral answers";
        /// A label for all other answers together, such as “Something else”.
        optional other: Text;
        /// The benchmarks that the question is about.
        list benchmarks: Benchmark;
    }
}
