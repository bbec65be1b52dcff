//! Term dates from a list: pasted from the council's page, exported from a calendar (.ics), or as `terms:` of school.yaml.

mod edges;
mod error;
mod lines;

use jiff::ToSpan;

pub use self::error::TermListError;

use self::edges::halves_between;
use self::lines::ListedDays;
use super::next_terms::{NextTerms, break_between, with_shape_of};
use super::school_weeks::Half;
use crate::import::events::{calendar_days, is_calendar};
use crate::programme::{AcademicYear, Term, term_dates};

/// The most that is read of a list, in bytes.
const MAX_SIZE: usize = 10_000_000;

/// Reads the terms of the year after `old` from a list with this file name.
///
/// # Errors
/// A [`TermListError`], if the dates are not clearly those of the next year's terms.
pub fn read_terms(name: &str, bytes: Vec<u8>, old: &AcademicYear) -> Result<NextTerms, TermListError> {
    if bytes.len() > MAX_SIZE {
        return Err(TermListError::TooLarge);
    }
    let starts = old.starts.saturating_add(1.year());
    let extension = name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase());
    if ["yaml", "yml"].contains(&extension.as_str()) {
        let (terms, closed) = term_dates(bytes).ok_or(TermListError::NotTerms)?;
        let until = starts.saturating_add(1.year()).saturating_sub(1.day());
        if terms.iter().any(|term| term.ends < starts || until < term.starts) {
            return Err(TermListError::NoDates { from: starts, until });
        }
        return Ok(NextTerms { starts, terms, closed, is_listed: true });
    }
    let days = if is_calendar(name) {
        ListedDays::of_calendar(&calendar_days(&bytes).ok_or(TermListError::NotCalendar)?, starts)
    } else {
        let (text, _) = crate::read::decode(bytes).ok_or(TermListError::NotText)?;
        ListedDays::of_text(&text, starts)?
    };
    if days.is_empty() {
        let until = starts.saturating_add(1.year()).saturating_sub(1.day());
        return Err(TermListError::NoDates { from: starts, until });
    }
    let halves = halves_between(&days)?;
    let terms = terms_of(&halves, &old.terms)?;
    Ok(NextTerms { starts, terms, closed: days.closed, is_listed: true })
}

/// Terms with the names that the school has.
fn terms_of(halves: &[Half], old: &[Term]) -> Result<Vec<Term>, TermListError> {
    let needed = old.iter().map(|term| 1 + usize::from(term.half_term.is_some())).sum();
    if halves.len() == needed {
        return Ok(with_shape_of(old, halves));
    }
    if halves.len() == 2 * old.len() {
        let pairs = halves.chunks_exact(2).zip(old);
        let term = |(pair, term): (&[Half], &Term)| match pair {
            [first, second] => Some(Term {
                name: term.name.clone(),
                starts: first.starts,
                ends: second.ends,
                half_term: Some(break_between(*first, *second)),
            }),
            _ => None,
        };
        return Ok(pairs.filter_map(term).collect());
    }
    Err(TermListError::OtherTerms { found: halves.len(), needed })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;

    fn year(has_half_terms: bool) -> AcademicYear {
        let term = |name: &str, starts, ends, half| Term {
            name: name.into(),
            starts,
            ends,
            half_term: Some(half).filter(|_| has_half_terms),
        };
        AcademicYear {
            label: "2026-27".into(),
            starts: date(2026, 9, 1),
            ends: date(2027, 8, 31),
            terms: vec![
                term("Autumn", date(2026, 9, 2), date(2026, 12, 18), (date(2026, 10, 26), date(2026, 10, 30))),
                term("Spring", date(2027, 1, 4), date(2027, 3, 25), (date(2027, 2, 15), date(2027, 2, 19))),
                term("Summer", date(2027, 4, 12), date(2027, 7, 21), (date(2027, 5, 31), date(2027, 6, 4))),
            ],
            closed: Vec::new(),
            weeks: Vec::new(),
            is_confirmed: true,
        }
    }

    type Dates = Vec<(String, Date, Option<(Date, Date)>, Date)>;

    fn dates(name: &str, text: &str) -> Result<Dates, TermListError> {
        let next = read_terms(name, text.into(), &year(true))?;
        Ok(next.terms.into_iter().map(|term| (term.name, term.starts, term.half_term, term.ends)).collect())
    }

    fn expected() -> Dates {
        vec![
            ("Autumn".into(), date(2027, 9, 2), Some((date(2027, 10, 25), date(2027, 10, 29))), date(2027, 12, 17)),
            ("Spring".into(), date(2028, 1, 4), Some((date(2028, 2, 14), date(2028, 2, 18))), date(2028, 3, 31)),
            ("Summer".into(), date(2028, 4, 18), Some((date(2028, 5, 29), date(2028, 6, 2))), date(2028, 7, 21)),
        ]
    }

    #[test]
    fn lists_of_councils_are_read() {
        let ranges = "School term dates 2027 to 2028\n\nAutumn term 2027: Thursday 2 September to Friday 17 December 2027\n\
                      Half term: Monday 25 October to Friday 29 October 2027\n\nSpring term 2028\n4 January 2028 - 31 March 2028\n\
                      Half-term holiday: 14–18 February 2028\n\nSummer term: Tuesday 18 April 2028 to Friday 21 July 2028\n\
                      May Day bank holiday: Monday 1 May 2028\nHalf term: 29 May to 2 June 2028\n";
        let one_day_a_line = "Autumn term\nTerm starts: Thursday 2 September 2027\nHalf term starts: Monday 25 October 2027\n\
                      Half term ends: Friday 29 October 2027\nTerm ends: Friday 17 December 2027\n\
                      Spring term\nTerm starts: Tuesday 4 January 2028\nHalf term starts: Monday 14 February 2028\n\
                      Half term ends: Friday 18 February 2028\nTerm ends: Friday 31 March 2028\n\
                      Summer term\nTerm starts: Tuesday 18 April 2028\nHalf term starts: Monday 29 May 2028\n\
                      Half term ends: Friday 2 June 2028\nTerm ends: Friday 21 July 2028\n";
        let closes = "Schools open Thursday 2 September 2027\nClose for half term Friday 22 October\n\
                      Return after half term Monday 1 November\nClose for Christmas Friday 17 December\n\
                      Open Tuesday 4 January 2028\nClose for half term Friday 11 February\nReturn Monday 21 February\n\
                      Close for Easter Friday 31 March\nReturn Tuesday 18 April\nClose for half term Friday 26 May\n\
                      Return Monday 5 June\nClose for summer Friday 21 July 2028\n";
        let halves = "Term 1\t02/09/2027\t22/10/2027\nTerm 2\t01/11/2027\t17/12/2027\nTerm 3\t04/01/2028\t11/02/2028\n\
                      Term 4\t21/02/2028\t31/03/2028\nTerm 5\t18/04/2028\t26/05/2028\nTerm 6\t05/06/2028\t21/07/2028\n";
        let table = "Term\tStarts\tHalf term from\tto\tEnds\nAutumn\t2 September 2027\t25 October 2027\t29 October 2027\t17 December 2027\n\
                     Spring\t4 January 2028\t14 February 2028\t18 February 2028\t31 March 2028\n\
                     Summer\t18 April 2028\t29 May 2028\t2 June 2028\t21 July 2028\n";
        let both_years = format!("Autumn term 2026: 2 September to 18 December 2026\n{ranges}");
        let closes_and_reopens = "School open Thursday 2 September 2027\nHalf term: close Friday 22 October, reopen Monday 1 November\n\
                     Christmas: close Friday 17 December, reopen Tuesday 4 January 2028\n\
                     Half term: Friday 11 February - Monday 21 February 2028\nClose for Easter Friday 31 March\n\
                     Reopen Tuesday 18 April (Easter Monday is the day before)\nClose for half term Friday 26 May\n\
                     Resume after half term Monday 5 June\nClose for summer Friday 21 July 2028\n";
        let closed_days = format!(
            "{ranges}School closed to pupils (staff training): Friday 24 September 2027\n\
             Occasional day (school closed): Monday 29 November 2027\nClosed for polling: Thursday 4 May 2028\n"
        );
        let lists =
            [ranges, one_day_a_line, closes, halves, table, &both_years, closes_and_reopens, closed_days.as_str()];
        for list in lists {
            assert_eq!(dates("terms.txt", list), Ok(expected()), "{list}");
        }
    }

    #[test]
    fn calendars_and_yaml_are_read() {
        let entry = |title: &str, first: &str, after: &str| {
            format!(
                "BEGIN:VEVENT\r\nUID:{title}\r\nSUMMARY:{title}\r\nDTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{after}\r\nEND:VEVENT\r\n"
            )
        };
        let entries = [
            entry("Autumn term", "20270902", "20271218"),
            entry("October half term", "20271025", "20271030"),
            entry("Spring term", "20280104", "20280401"),
            entry("February half term", "20280214", "20280219"),
            entry("Summer term", "20280418", "20280722"),
            entry("May half term", "20280529", "20280603"),
            entry("Autumn term", "20260902", "20261219"),
        ];
        let calendar = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", entries.concat());
        for name in ["terms.ics", "Terms.ICALENDAR"] {
            assert_eq!(dates(name, &calendar), Ok(expected()));
        }
        let yaml = "terms:\n  - { name: Autumn, starts: 2027-09-02, ends: 2027-12-17, half-term: { starts: 2027-10-25, ends: 2027-10-29 } }\n  \
                    - { name: Spring, starts: 2028-01-04, ends: 2028-03-31, half-term: { starts: 2028-02-14, ends: 2028-02-18 } }\n  \
                    - { name: Summer, starts: 2028-04-18, ends: 2028-07-21, half-term: { starts: 2028-05-29, ends: 2028-06-02 } }\n";
        assert_eq!(dates("terms.yaml", yaml), Ok(expected()));
    }

    #[test]
    fn training_days_are_days_without_school() {
        let list = "Autumn: 2 September to 17 December 2027\nSpring: 4 January to 31 March 2028\n\
                    Summer: 18 April to 21 July 2028\nINSET day: Thursday 2 September 2027\n";
        let next = read_terms("terms.txt", list.into(), &year(false)).expect("clear terms");
        assert_eq!((next.terms.len(), next.closed, next.is_listed), (3, vec![date(2027, 9, 2)], true));
        let list = list.replace("INSET day", "School closed");
        let next = read_terms("terms.txt", list.into(), &year(false)).expect("clear terms");
        assert_eq!((next.terms.len(), next.closed), (3, vec![date(2027, 9, 2)]));
    }

    #[test]
    fn what_is_not_clear_is_refused() {
        let error = |text: &str| dates("terms.txt", text).expect_err(text);
        assert!(matches!(error("Dear parents"), TermListError::NoDates { .. }));
        assert!(matches!(error("Autumn term: 2 September to 18 December 2024"), TermListError::NoDates { .. }));
        assert!(matches!(error("Term starts 2 September 2027"), TermListError::Unclear { .. }));
        assert!(matches!(
            error("Autumn term: 2 September to 17 December 2027"),
            TermListError::OtherTerms { found: 1, needed: 6 }
        ));
        let this_year = "Autumn term: Wednesday 2 September to Friday 18 December";
        assert!(matches!(error(this_year), TermListError::OtherWeekday { .. }));
        let this_year = "Autumn term: 2 September to 18 December\nHalf term: 26 to 30 October";
        assert_eq!(error(this_year), TermListError::AtWeekend { day: date(2027, 12, 18) });
        assert_eq!(dates("terms.yaml", "terms: soon"), Err(TermListError::NotTerms));
        assert_eq!(dates("terms.ics", "no calendar"), Err(TermListError::NotCalendar));
    }

    proptest::proptest! {
        #[test]
        fn any_list_is_read_or_refused(text in "((Term|Half term|Autumn|ends|starts|holiday|INSET|to|-|\n| )|[0-9]{1,2} (September|March) 202[78]){0,20}") {
            if let Ok(terms) = dates("terms.txt", &text) {
                proptest::prop_assert!(terms.iter().all(|(_, starts, _, ends)| starts <= ends));
            }
        }
    }
}
