//! Every page says when it was last brought up to date. A date more than four months ago shows visitors that nobody has
//! checked the site since the term before last. A date in the future cannot be true. The Careers & Enterprise Company
//! advises schools to look at the programme every term (frequently asked questions for mainstream schools, as stored in
//! November 2026): change this date when you have done so.
//!
//! Wrong:
//!
//! ```yaml
//! reviews:
//!   last-updated: 2026-05-04     (and today is 23 November 2026)
//! ```
//!
//! Right:
//!
//! ```yaml
//! reviews:
//!   last-updated: 2026-11-20
//! ```

use super::dates::{a_term, is_older_than};
use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("last-updated");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let Some(reviews) = &input.programme.institution.details.reviews else { return };
    let Some(updated) = &reviews.last_updated else { return };
    let day = updated.value.on_in_words();
    let (severity, message, help) = if updated.value.earliest > input.today {
        let help = format!("Today is {}. Write the date of your last change.", date_in_words(input.today));
        (Severity::Should, format!("the site says it was last updated {day}, which is in the future"), help)
    } else if is_older_than(updated.value.latest, a_term(), input.today) {
        let help = "Read the whole site. Then write today's date here, even if you changed little.".to_owned();
        (Severity::Could, format!("the site says it was last updated {day}, more than a term ago"), help)
    } else {
        return;
    };
    findings.advise(Advice { code: CODE, severity, message, help }, updated.place.clone());
}
