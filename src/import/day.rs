//! The day of the last answer, from stamps as forms write them. The order of day and month is never
//! guessed: a column settles it by itself, or somebody must say the day.

use jiff::civil::Date;

use crate::import::findings::SheetError;

/// The last day of a column of stamps, in each order that is possible so far.
#[derive(Clone, Debug)]
pub(super) struct LastDay {
    /// Stamps that can be read in one way only, such as 2026-03-19.
    sure: Option<Date>,
    /// With the day before the month; `None` once that is impossible.
    day_first: Option<Option<Date>>,
    /// With the month before the day.
    month_first: Option<Option<Date>>,
    /// A stamp that is open, to show.
    example: Option<String>,
    /// A stamp that is no day.
    strange: Option<String>,
}

impl Default for LastDay {
    fn default() -> Self {
        Self { sure: None, day_first: Some(None), month_first: Some(None), example: None, strange: None }
    }
}

impl LastDay {
    /// Takes one more stamp.
    pub(super) fn add(&mut self, stamp: &str) {
        let stamp = stamp.trim();
        match Readings::of(stamp) {
            _ if stamp.is_empty() => {}
            Some(Readings::One(Some(date))) => self.sure = self.sure.max(Some(date)),
            Some(Readings::Two { day_first: None, month_first: None } | Readings::One(None)) | None => {
                self.strange = Some(stamp.to_owned());
            }
            Some(Readings::Two { day_first, month_first }) => {
                let add = |latest: &mut Option<Option<Date>>, date: Option<Date>| {
                    *latest = latest.take().filter(|_| date.is_some()).map(|latest| latest.max(date));
                };
                add(&mut self.day_first, day_first);
                add(&mut self.month_first, month_first);
                self.example.get_or_insert_with(|| stamp.to_owned());
            }
        }
    }

    /// The last day; `None` if there were no stamps.
    pub(super) fn end(self) -> Result<Option<Date>, SheetError> {
        if let Some(value) = self.strange {
            return Err(SheetError::BadTimestamp { value });
        }
        let Some(value) = self.example else { return Ok(self.sure) };
        match (self.day_first, self.month_first) {
            (None, None) => Err(SheetError::MixedOrder),
            (Some(by_day), Some(by_month)) if by_day != by_month => Err(SheetError::AmbiguousDay { value }),
            (Some(latest), _) | (None, Some(latest)) => Ok(self.sure.max(latest)),
        }
    }
}

/// How the days of a column are read: in one order for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    day_first: bool,
}

impl Days {
    /// The order of a column. `said` stands where the column does not settle it.
    pub(super) fn of(stamps: impl Iterator<Item = String>, said: Option<bool>) -> Result<Self, SheetError> {
        let mut last = LastDay::default();
        // Days in words are read in one way only.
        stamps.filter(|stamp| with_slashes(stamp)).for_each(|stamp| last.add(&stamp));
        if let Some(value) = last.strange {
            return Err(SheetError::BadTimestamp { value });
        }
        match (last.day_first.is_some(), last.month_first.is_some(), said) {
            (false, false, _) => Err(SheetError::MixedOrder),
            (true, false, _) => Ok(Self { day_first: true }),
            (false, true, _) => Ok(Self { day_first: false }),
            (true, true, Some(day_first)) => Ok(Self { day_first }),
            (true, true, None) => match last.example {
                Some(value) => Err(SheetError::AmbiguousOrder { value }),
                None => Ok(Self { day_first: true }),
            },
        }
    }

    /// A day; `None` if it is none.
    pub(super) fn read(self, stamp: &str) -> Option<Date> {
        if !with_slashes(stamp) {
            let iso = stamp.split('T').next().unwrap_or(stamp);
            return crate::programme::format::day(iso);
        }
        match Readings::of(stamp)? {
            Readings::One(date) => date,
            Readings::Two { day_first, month_first } => {
                if self.day_first {
                    day_first
                } else {
                    month_first
                }
            }
        }
    }
}

/// The days that a stamp in numbers may mean; `None` stands for a day that there is not, such as 31 April.
#[derive(Clone, Copy)]
enum Readings {
    /// The year comes first.
    One(Option<Date>),
    /// The year comes last.
    Two { day_first: Option<Date>, month_first: Option<Date> },
}

impl Readings {
    /// `None` if the stamp does not begin with three numbers. What stands behind them, such as the time, is
    /// passed over.
    fn of(stamp: &str) -> Option<Self> {
        let day = stamp.split([' ', 'T', ',']).next()?;
        let numbers: Option<Vec<i16>> = day.split(['/', '-', '.']).map(|part| part.parse().ok()).collect();
        match *numbers? {
            [year, month, day] if year > 31 => Some(Self::One(date(year, month, day))),
            [first, second, year] => {
                let year = if year < 100 { 2000 + year } else { year };
                Some(Self::Two { day_first: date(year, second, first), month_first: date(year, first, second) })
            }
            _ => None,
        }
    }
}

/// True for 4/3/2027 and its like, false for 4 March 2027 and 2027-03-04.
fn with_slashes(stamp: &str) -> bool {
    let day = stamp.split([' ', 'T']).next().unwrap_or_default();
    let first = day.split(['/', '.', '-']).next().unwrap_or_default();
    first.len() < day.len() && first.len() < 4 && day.chars().all(|sign| sign.is_ascii_digit() || "/.-".contains(sign))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn last(stamps: &[&str]) -> Result<Option<Date>, SheetError> {
        let mut last = LastDay::default();
        stamps.iter().for_each(|stamp| last.add(stamp));
        last.end()
    }

    #[test]
    fn days_that_can_be_read_in_one_way_are_read() {
        assert_eq!(last(&[]), Ok(None));
        let google = ["2022/11/30 10:39:41 PM GMT+1", "2022/12/02 8:00:00 AM GMT"];
        assert_eq!(last(&google), Ok(Some(date(2022, 12, 2))));
        assert_eq!(last(&["2026-03-19T17:30:00", ""]), Ok(Some(date(2026, 3, 19))));
        // One stamp of the column settles it.
        assert_eq!(last(&["7/1/26 19:06:23", "7/27/26 19:06:23"]), Ok(Some(date(2026, 7, 27))));
        assert_eq!(last(&["01/07/2026 10:00", "27/07/2026 10:00"]), Ok(Some(date(2026, 7, 27))));
        assert_eq!(last(&["6/6/2026 10:00"]), Ok(Some(date(2026, 6, 6))));
    }

    #[test]
    fn the_order_of_day_and_month_is_not_guessed() {
        assert!(matches!(last(&["10/9/2024 11:02", "1/9/2024 11:02"]), Err(SheetError::AmbiguousDay { .. })));
        assert_eq!(last(&["13/1/2026", "1/13/2026"]), Err(SheetError::MixedOrder));
        assert!(matches!(last(&["31/31/2026"]), Err(SheetError::BadTimestamp { .. })));
        assert!(matches!(last(&["yesterday"]), Err(SheetError::BadTimestamp { .. })));
    }

    proptest::proptest! {
        #[test]
        fn any_stamp_is_read_or_refused(stamps: Vec<String>) {
            let mut last = LastDay::default();
            stamps.iter().for_each(|stamp| last.add(stamp));
            let _ = last.end();
        }
    }
}
