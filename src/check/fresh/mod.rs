//! What has gone stale, or says something untrue of a date.

mod review_past;
mod weekday;

use super::{Rule, rule};

pub(super) const RULES: &[Rule] =
    &[rule!("review_past.rs", ReviewPast, review_past::check), rule!("weekday.rs", WrongWeekday, weekday::check)];
