//! What has gone stale, or says something untrue of a date.

mod accessibility_check;
mod action_overdue;
mod award_over;
mod comparator_year;
mod dates;
mod document_review;
mod evaluation_old;
mod feedback_due;
mod last_updated;
mod needs_by;
mod old_words;
mod problem_overdue;
mod review_near;
mod review_past;
mod still_proposed;
mod survey_old;
mod translation_old;
mod weekday;
mod year_over;

use super::{ContentRule, rule};

pub(super) const RULES: &[ContentRule] = &[
    rule!("review_past.rs", ReviewPast, review_past::check),
    rule!("review_near.rs", ReviewNear, review_near::check),
    rule!("last_updated.rs", LastUpdated, last_updated::check),
    rule!("year_over.rs", YearOver, year_over::check),
    rule!("document_review.rs", DocumentReview, document_review::check),
    rule!("accessibility_check.rs", AccessibilityCheck, accessibility_check::check),
    rule!("problem_overdue.rs", ProblemOverdue, problem_overdue::check),
    rule!("award_over.rs", AwardOver, award_over::check),
    rule!("evaluation_old.rs", EvaluationOld, evaluation_old::check),
    rule!("comparator_year.rs", ComparatorYear, comparator_year::check),
    rule!("survey_old.rs", SurveyOld, survey_old::check),
    rule!("feedback_due.rs", FeedbackDue, feedback_due::check),
    rule!("action_overdue.rs", ActionOverdue, action_overdue::check),
    rule!("still_proposed.rs", StillProposed, still_proposed::check),
    rule!("needs_by.rs", NeedsBy, needs_by::check),
    rule!("old_words.rs", OldWords, old_words::check),
    rule!("translation_old.rs", TranslationOld, translation_old::check),
    rule!("weekday.rs", WrongWeekday, weekday::check),
];
