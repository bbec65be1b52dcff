//! Stage 2: builds the [`Programme`] from the content files. The domain, without files or HTML.
//!
//! [`load`] works in two steps: `files` reads each file into a record and reports its mistakes;
//! `build` then resolves groups, terms and roles, and hides what is not shown today.

mod accessibility;
mod activity_events;
mod areas;
mod audience;
mod bank_holidays;
mod benchmark;
mod bound;
mod build;
pub(crate) mod colour;
mod copies;
pub(crate) mod dates;
pub mod disclosure;
mod encounter;
mod evaluation;
mod event;
mod event_day;
mod event_hours;
mod event_kinds;
mod event_name;
mod evidence;
mod examples;
mod files;
mod findings;
pub mod format;
mod group_names;
mod groups;
mod host;
mod institution;
mod language;
mod link_user;
mod meaningful;
mod meaningful_encounters;
mod meant;
mod media;
mod named_people;
mod named_years;
mod outcomes;
mod pages;
mod past_encounters;
mod person;
mod plan;
#[expect(clippy::module_inception, reason = "it defines `Programme`")]
mod programme;
mod prose;
mod provider_access_ledger;
mod provision;
mod recurrence;
mod reporting_lines;
mod reserved;
mod resource;
mod rich_text;
mod subjects;
mod summary;
mod team;
mod terms;
mod time_names;
mod times;
mod translations;
mod undated_draft;
mod unpublished;
mod visibility;
mod words;
mod workplace_time;
mod workplaces;
mod year;
mod year_label;

pub use accessibility::{Accessibility, Compliance, KnownProblem, Reason, Standard};
pub use activity_events::ActivityEvents;
pub use areas::Area;
pub use audience::{Audience, Audiences, FeedbackGroup, Notes};
pub(crate) use bank_holidays::easter;
pub use benchmark::Benchmark;
pub use build::load;
pub(crate) use dates::{MONTHS, WEEKDAYS, date_in_words, weekday_name};
pub use encounter::Encounter;
pub use evaluation::{
    Achievement, Action, ActionSource, Amount, Basis, ColumnKind, Comparator, Comparison, CriteriaProgress,
    Destinations, Evaluation, FiguresFile, FiguresPage, FiguresUnit, GuidanceCounts, LeaverCount, Line, MappedColumn,
    Measure, Method, Origin, Question, Readout, Scope, Scores, Step, Survey, SurveyMapping, SurveySubject, readout,
};
pub use event::{Cancelled, Event};
pub(crate) use event_day::day_in_name;
pub use event_kinds::{Attendance, EncounterPart, EventKind, ProviderKind};
pub(crate) use evidence::applies_to;
pub use evidence::{
    CriterionStatus, Shown, Statutory, count_serving, criteria, explains_booking, groups_without_feedback,
    groups_without_feedback_since, has_duties, is_served, serving, statutory, unlinked_subjects, was_asked_since,
};
pub use examples::{
    EXAMPLE, PLACEHOLDER, example_comments, is_dates_comment, is_example, is_example_comment, is_written, placeholders,
};
pub(crate) use files::academic_year;
pub use files::{CONTENT_FILES, ContentFileKind, FilePlace, content_file_kind, prose_keys};
pub use findings::{ContentProblem, Hidden};
pub use group_names::groups_named;
pub use groups::{Group, GroupSet, groups_later, slug};
pub use host::Host;
pub use institution::{Institution, Kind};
pub use language::{Direction, LanguageTag};
pub use link_user::has_user;
pub use meaningful::Meaningful;
pub use meaningful_encounters::{MeaningfulEncounter, meaningful_encounters};
pub use meant::meant;
pub use media::{MediaFile, Permission, PictureEntry};
pub use outcomes::LearningOutcome;
pub use pages::{FurtherPage, Policy, PolicyBody, Welcome};
pub use past_encounters::HeldEncounter;
pub use person::{Person, Role};
pub use plan::{Activity, ActivityEvent, ActivityKind, Plan, Status};
pub use programme::{PastYear, Programme};
pub use prose::Prose;
pub(crate) use prose::typeset;
pub use provider_access_ledger::{
    LedgerEncounter, Meetings, NotCounted, PhaseLedger, has_no_years, outside_school_day, provider_access_ledger,
};
pub use provision::{Offer, OfferKind};
pub use recurrence::{Frequency, Pattern, Recurrence, pattern_days};
pub use resource::{Film, Resource, ResourceEntry};
pub(crate) use rich_text::{
    EMPHASIS, EMPHASIS_END, KEY_LINK, KEY_LINK_END, RichMark, RichPart, STRONG, STRONG_END, link_id, on_one_line,
    rich_parts,
};
pub use rich_text::{MarkedText, RichText};
pub use subjects::{Champion, TaughtSubject};
pub use summary::Backer;
pub use team::Team;
pub use terms::{AcademicYear, NamedWeek, Rhythm, Term, When};
pub use times::Times;
pub use translations::{Translation, may_be_translated, parts_of_name, translation_of};
pub use unpublished::UnpublishedFile;
pub use visibility::HiddenItem;
pub use words::{Words, WordsData};
pub use workplace_time::{WorkHours, WorkplaceMode, WorkplaceTime};
pub use workplaces::{
    CohortHours, Experience, GroupHours, NotForAll, StageHours, WorkplaceLedger, WorkplaceTarget,
    is_workplace_benchmark, longest_hours,
};
pub(crate) use year::term_dates;
