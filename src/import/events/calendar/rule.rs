//! Days of a recurrence rule (RFC 5545, section 3.3.10).

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use rrule::RRuleSet;

use super::moments::Moment;
use crate::read::without_panic;

/// How many times one rule is followed: 30 years of school days.
const MAX_TIMES: usize = 12_000;
/// Nothing in a school repeats within a day.
const FREQUENCIES: [&str; 4] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/// Every time of a rule from its start to a limit, in the local time of its zone. `None` if the rule can't be read. `to_local`
/// converts the UTC time of its last day.
pub(super) fn times(
    rule: &str,
    start: DateTime,
    limit: DateTime,
    to_local: impl FnMut(DateTime) -> DateTime,
) -> Option<Vec<DateTime>> {
    let rule = normalised(rule, to_local)?;
    // The library panics on some damaged rules.
    let mut times = without_panic(|| follow(&rule, start, limit))??;
    // The start counts even if the rule leaves it out.
    if times.first() != Some(&start) && start <= limit {
        times.insert(0, start);
    }
    Some(times)
}

/// The times that the library finds for a rule.
fn follow(rule: &str, start: DateTime, limit: DateTime) -> Option<Vec<DateTime>> {
    // The rule is about local time, so the library gets no zone and can't change the clocks.
    let text = format!("DTSTART:{}\nRRULE:{rule}", start.strftime("%Y%m%dT%H%M%SZ"));
    let set: RRuleSet = text.parse().ok()?;
    let moments = set.limit().into_iter().take(MAX_TIMES).map_while(|moment| {
        let at = Timestamp::from_second(moment.timestamp()).ok()?;
        Some(TimeZone::UTC.to_datetime(at)).filter(|at| *at <= limit)
    });
    Some(moments.collect())
}

/// A rule that the library reads: in capitals, and with its last day in local time.
fn normalised(rule: &str, mut to_local: impl FnMut(DateTime) -> DateTime) -> Option<String> {
    let mut parts = Vec::new();
    for part in rule.to_ascii_uppercase().split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=')?;
        match key {
            "FREQ" if !FREQUENCIES.contains(&value) => return None,
            "UNTIL" => {
                let until = Moment::parse(value)?;
                let last = match until.time {
                    None => until.day.to_datetime(Time::constant(23, 59, 59, 0)),
                    Some(_) if until.is_utc => to_local(until.local()),
                    Some(_) => until.local(),
                };
                parts.push(format!("UNTIL={}", last.strftime("%Y%m%dT%H%M%SZ")));
            }
            _ if key.starts_with("X-") => {}
            _ => parts.push(format!("{key}={value}")),
        }
    }
    Some(parts.join(";"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;

    fn days(rule: &str) -> Option<Vec<Date>> {
        let (start, limit) = (date(2027, 3, 2).at(9, 0, 0, 0), date(2027, 8, 31).at(23, 59, 0, 0));
        Some(times(rule, start, limit, |at| at)?.into_iter().map(DateTime::date).collect())
    }

    #[test]
    fn rules_are_followed_to_their_end() {
        assert_eq!(days("FREQ=WEEKLY;COUNT=2"), Some(vec![date(2027, 3, 2), date(2027, 3, 9)]));
        assert_eq!(days("freq=weekly;until=20270309;"), Some(vec![date(2027, 3, 2), date(2027, 3, 9)]));
        assert_eq!(days("FREQ=WEEKLY;UNTIL=20270309T085959Z"), Some(vec![date(2027, 3, 2)]));
        assert_eq!(days("FREQ=MONTHLY;BYDAY=1TU;COUNT=2"), Some(vec![date(2027, 3, 2), date(2027, 4, 6)]));
        assert_eq!(days("FREQ=WEEKLY;BYDAY=WE;COUNT=1"), Some(vec![date(2027, 3, 2), date(2027, 3, 3)]));
        assert_eq!(days("FREQ=DAILY").map(|days| days.len()), Some(183));
    }

    #[test]
    fn rules_that_cannot_be_read_or_never_end_are_refused() {
        for rule in [
            "FREQ=WEEKLY;BYDAY=T’",
            "FREQ=WEEKLY;BYDAY=1TU\u{feff}",
            "W1 TU #10",
            "FREQ=SECONDLY",
            "FREQ=SOMETIMES",
            "COUNT=2",
            "",
        ] {
            assert_eq!(days(rule), None, "{rule}");
        }
        // There is no 30 February.
        assert_eq!(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), Some(vec![date(2027, 3, 2)]));
    }

    proptest::proptest! {
        #[test]
        fn any_rule_is_followed_or_refused(rule in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);)?([A-Z]{3,6}=[A-Z0-9,’é+-]{1,6};?){0,3}") {
            let _ = days(&rule);
        }
    }
}
