//! Not everybody in the year has had a guidance meeting. Every pupil should have one by the age of 16 and a further one by
//! 18 (criterion 8.1, updated Gatsby Benchmarks, in use from September 2025). `check` asks at Easter of Year 11 and of
//! Year 13, because then there is a term left for those who were away. From January on, it says if fewer than half had theirs.
//! It looks only at what `evaluation/guidance/` says of this academic year.
//!
//! Wrong:
//!
//! ```yaml
//! as-of: 2027-03-26
//! meetings:
//!   - { group: year-11, offered: 178, met: 150 }
//! ```
//!
//! Right:
//!
//! ```yaml
//! as-of: 2027-06-11     (counted again, after meetings online for those who were away)
//! meetings:
//!   - { group: year-11, offered: 178, met: 178 }
//! ```

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::RuleInput;
use crate::programme::{GuidanceCounts, date_in_words, easter};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("guidance-behind");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let (programme, due) = (input.programme, &input.facts.cohorts.guidance);
    let leaves = programme.year.ends.year();
    let Ok(good_friday) = easter(leaves).map(|sunday| sunday.saturating_sub(2.days())) else { return };
    let Ok(january) = Date::new(leaves, 1, 1) else { return };
    let newest = programme.guidance_counts.iter().filter(|counts| counts.years_ago == 0);
    let Some(counts) = newest.max_by_key(|counts| counts.as_of) else { return };
    for row in counts.rows.iter().filter(|row| !row.is_everyone()) {
        let groups = row.groups.iter().filter_map(|index| programme.groups.get(*index));
        let years: Vec<u8> = groups.flat_map(|group| group.years.iter().copied()).collect();
        // Years that are not due yet may be those that are missing.
        if years.is_empty() || !years.iter().all(|year| due.years.contains(year)) {
            continue;
        }
        let (severity, message) = if input.today >= good_friday {
            (Severity::Should, format!("not everybody in {} had a guidance meeting by {}", row.name, day(counts)))
        } else if input.today >= january && row.met.saturating_mul(2) < row.offered {
            (Severity::Could, format!("fewer than half of {} had a guidance meeting by {}", row.name, day(counts)))
        } else {
            continue;
        };
        let help = if counts.as_of < good_friday && input.today >= good_friday {
            "Count again, and write the new day after `as-of:`. Offer those who were away another time, online or by phone."
        } else {
            "Offer those who were away another time, online or by phone. Then count again."
        };
        let help = format!("{help}\n{}", due.from.cited());
        findings.advise(Advice { code: CODE, severity, message, help }, row.place.clone());
    }
}

fn day(counts: &GuidanceCounts) -> String {
    date_in_words(counts.as_of)
}
