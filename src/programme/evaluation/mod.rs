//! The evaluation of the programme: methods, benchmark evaluations, surveys, destinations and actions.

mod actions;
mod benchmarks;
mod destinations;
mod figures;
mod guidance_counts;
mod mapping;
mod readout;
mod survey;

pub(super) use actions::ActionsFile;
pub use actions::{Action, ActionSource};
pub(super) use benchmarks::EvaluationFile;
pub use benchmarks::{Achievement, Comparator, CriteriaProgress, Evaluation, Measure, Origin, Scope, Scores};
pub use destinations::{Amount, Basis, Destinations, LeaverCount};
pub use figures::{FiguresFile, FiguresPage, FiguresUnit};
pub use guidance_counts::GuidanceCounts;
pub(super) use guidance_counts::GuidanceCountsFile;
pub(super) use guidance_counts::MeetingCount;
pub use mapping::{ColumnKind, MappedColumn, SurveyMapping};
pub use readout::{Comparison, Line, Readout, Step, readout};
pub(super) use survey::PastYearNames;
pub(super) use survey::SurveyFile;
pub use survey::{Question, Survey, SurveySubject};

use super::audience::FeedbackGroup;
use super::format::{Day, InexactDate, Link, Located, Text, record};
use super::prose::Prose;

record! {
    /// How you measure the impact of the programme. Describe it in full in the text below the front matter.
    pub struct Impact {
        /// The methods you use, such as surveys and questionnaires.
        list methods: Method;
        /// The date you last changed the text. Older translations show a note.
        optional updated: Located<Day>;
        /// The main text.
        body prose: Prose;
    }
}

record! {
    /// One method of asking for feedback or measuring impact.
    pub struct Method {
        /// The name of the method.
        required what: Text = "Future Skills Questionnaire", prose;
        /// Who answers.
        list who: FeedbackGroup as "Who answers";
        /// When you use it, in your own words.
        optional when: Text, prose;
        /// When you last used it.
        optional last: InexactDate;
        /// When you will next use it.
        optional next: Located<InexactDate>;
        /// A link to the form, while people can answer.
        optional link: Link;
    }
}
