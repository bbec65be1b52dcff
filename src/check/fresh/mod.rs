//! Rules for what is out of date, and for dates that cannot be right.

mod accessibility_check;
mod action_overdue;
mod award_over;
mod comparator_year;
mod dates;
mod destinations_due;
mod document_review;
mod evaluation_old;
mod facts_old;
mod feedback_due;
mod guidance_due;
mod last_updated;
mod needs_by;
mod next_year;
mod old_date;
mod old_words;
mod other_school;
mod other_terms;
mod problem_overdue;
mod review_near;
mod review_past;
mod reviews;
mod still_proposed;
mod survey_old;
mod to_confirm;
mod translation_old;
mod wrong_weekday;
mod year_over;

use super::ContentCheck::{Site, Texts};
use super::{ContentRule, rule};

pub(super) use other_school::school_names;
pub(super) use other_terms::other_terms;
pub(super) use wrong_weekday::outside_year;

pub(super) const RULES: &[ContentRule] = &[
    rule!("review_past.rs", review_past::CODE, Site(review_past::check)),
    rule!("review_near.rs", review_near::CODE, Site(review_near::check)),
    rule!("last_updated.rs", last_updated::CODE, Site(last_updated::check)),
    rule!("next_year.rs", next_year::CODE, Site(next_year::check)),
    rule!("year_over.rs", year_over::CODE, Site(year_over::check)),
    rule!("facts_old.rs", facts_old::CODE, Site(facts_old::check)),
    rule!("document_review.rs", document_review::CODE, Site(document_review::check)),
    rule!("accessibility_check.rs", accessibility_check::CODE, Site(accessibility_check::check)),
    rule!("problem_overdue.rs", problem_overdue::CODE, Site(problem_overdue::check)),
    rule!("award_over.rs", award_over::CODE, Site(award_over::check)),
    rule!("evaluation_old.rs", evaluation_old::CODE, Site(evaluation_old::check)),
    rule!("comparator_year.rs", comparator_year::CODE, Site(comparator_year::check)),
    rule!("survey_old.rs", survey_old::CODE, Site(survey_old::check)),
    rule!("feedback_due.rs", feedback_due::CODE, Site(feedback_due::check)),
    rule!("guidance_due.rs", guidance_due::CODE, Site(guidance_due::check)),
    rule!("destinations_due.rs", destinations_due::CODE, Site(destinations_due::check)),
    rule!("action_overdue.rs", action_overdue::CODE, Site(action_overdue::check)),
    rule!("still_proposed.rs", still_proposed::CODE, Site(still_proposed::check)),
    rule!("to_confirm.rs", to_confirm::CODE, Site(to_confirm::check)),
    rule!("needs_by.rs", needs_by::CODE, Site(needs_by::check)),
    rule!("old_words.rs", old_words::CODE, Texts(old_words::prepare)),
    rule!("other_school.rs", other_school::CODE, Texts(other_school::prepare)),
    rule!("other_terms.rs", other_terms::CODE, Texts(other_terms::prepare)),
    rule!("old_date.rs", old_date::CODE, Texts(old_date::prepare)),
    rule!("translation_old.rs", translation_old::CODE, Site(translation_old::check)),
    rule!("wrong_weekday.rs", wrong_weekday::CODE, Texts(wrong_weekday::prepare)),
];
