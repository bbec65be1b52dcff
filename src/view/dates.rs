//! Dates and times in the words of a language.

use jiff::civil::{Date, Time, Weekday};
use serde::Serialize;

use crate::language::{Language, capital, message};
use crate::programme::format::InexactDate;

const DAYS: [&str; 7] = [
    "weekday_monday",
    "weekday_tuesday",
    "weekday_wednesday",
    "weekday_thursday",
    "weekday_friday",
    "weekday_saturday",
    "weekday_sunday",
];

const SHORT_DAYS: [&str; 7] = [
    "weekday_short_monday",
    "weekday_short_tuesday",
    "weekday_short_wednesday",
    "weekday_short_thursday",
    "weekday_short_friday",
    "weekday_short_saturday",
    "weekday_short_sunday",
];

const MONTHS: [&str; 12] = [
    "month_january",
    "month_february",
    "month_march",
    "month_april",
    "month_may",
    "month_june",
    "month_july",
    "month_august",
    "month_september",
    "month_october",
    "month_november",
    "month_december",
];

const SHORT_MONTHS: [&str; 12] = [
    "month_short_january",
    "month_short_february",
    "month_short_march",
    "month_short_april",
    "month_short_may",
    "month_short_june",
    "month_short_july",
    "month_short_august",
    "month_short_september",
    "month_short_october",
    "month_short_november",
    "month_short_december",
];

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayInWords {
    /// “2027-03-04”, for `datetime` attributes; empty if there is no such form.
    pub iso: String,
    /// “Thursday 4 March 2027”.
    pub long: String,
    /// “4 March 2027”.
    pub plain: String,
    /// “Thu”.
    pub weekday: String,
    /// “4”.
    pub day: i8,
    /// “Mar”.
    pub month: String,
}

/// The message key of a weekday, from a list of seven.
fn weekday_key(keys: &[&'static str; 7], day: Weekday) -> &'static str {
    usize::try_from(day.to_monday_zero_offset()).ok().and_then(|at| keys.get(at)).copied().unwrap_or_default()
}

/// The message key of a date's month, from a list of twelve.
fn month_key(keys: &[&'static str; 12], date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|at| keys.get(at)).copied().unwrap_or_default()
}
impl Language {
    pub(crate) fn weekday(&self, day: Weekday) -> &str {
        self.text(weekday_key(&DAYS, day))
    }

    pub(crate) fn month(&self, date: Date) -> &str {
        self.text(month_key(&MONTHS, date))
    }

    /// A month of a year: “March 2027”.
    pub(crate) fn month_of_year(&self, date: Date) -> String {
        message!(self, "month_of_year", month = self.month(date), year = date.year())
    }

    /// A date in all formats.
    pub(crate) fn day(&self, date: Date) -> DayInWords {
        let (weekday, month) = (self.weekday(date.weekday()), self.month(date));
        let capital = capital(weekday);
        let (day, year) = (date.day(), date.year());
        DayInWords {
            iso: date.to_string(),
            long: message!(
                self,
                "date_long",
                weekday = weekday,
                Weekday = &capital,
                day = day,
                month = month,
                year = year
            ),
            plain: message!(self, "date_plain", day = day, month = month, year = year),
            weekday: self.text(weekday_key(&SHORT_DAYS, date.weekday())).to_owned(),
            day,
            month: self.text(month_key(&SHORT_MONTHS, date)).to_owned(),
        }
    }

    /// A day in all formats, or the school's words for a time that is not exact.
    pub(crate) fn date(&self, date: &InexactDate) -> DayInWords {
        let Some(words) = &date.words else { return self.day(date.latest) };
        let is_month = date.earliest.first_of_month() == date.earliest && date.earliest.last_of_month() == date.latest;
        let iso = if is_month { date.earliest.strftime("%Y-%m").to_string() } else { String::new() };
        let (long, plain) = (words.clone(), words.clone());
        DayInWords { iso, long, plain, weekday: String::new(), day: 0, month: String::new() }
    }

    /// “4 January 2027 to 26 March 2027”.
    pub(crate) fn days(&self, (first, last): (Date, Date)) -> String {
        message!(self, "date_range", from = &self.day(first).plain, to = &self.day(last).plain)
    }

    /// “5pm”, “5:30pm”, “noon”.
    pub(crate) fn time(&self, time: Time) -> String {
        let (hour, hour24) = ((time.hour() + 11) % 12 + 1, time.hour());
        let minute = format!("{:02}", time.minute());
        let key = match (time.hour(), time.minute()) {
            (12, 0) => return self.text("time_noon").to_owned(),
            (..12, 0) => "time_am",
            (..12, _) => "time_am_minutes",
            (_, 0) => "time_pm",
            _ => "time_pm_minutes",
        };
        message!(self, key, hour = hour, hour24 = hour24, minute = &minute)
    }

    /// “5:30pm to 7pm”.
    pub(crate) fn times(&self, (starts, ends): (Time, Option<Time>)) -> String {
        let starts = self.time(starts);
        match ends {
            None => starts,
            Some(ends) => message!(self, "time_range", from = &starts, to = &self.time(ends)),
        }
    }
}
