//! The dates and times of events, read back from the text of their pages.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use crate::common::{attributes, text_of};

/// The times of an event, each as `first|last` (whole days) or `from|to` (local times; no `to` if
/// the page says no end), and the moment of the first from which its own data tells it.
#[derive(Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub(crate) struct Times {
    pub(crate) title: String,
    pub(crate) cancelled: bool,
    pub(crate) times: Vec<String>,
}

/// The times on the pages of events, by event id.
pub(crate) fn shown(pages: &[(&str, &str)]) -> BTreeMap<String, Times> {
    let mut shown = BTreeMap::new();
    for (path, html) in pages {
        let Some(id) = path.strip_prefix("events/").and_then(|path| path.strip_suffix(".html")) else { continue };
        if ["index", "past"].contains(&id) {
            continue;
        }
        shown.insert(id.to_owned(), times(html));
    }
    shown
}

fn times(html: &str) -> Times {
    let heading = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).expect("a heading");
    let when = html.split("<dt>When</dt>").nth(1).and_then(|rest| rest.split("</dd>").next()).expect("a time");
    let hours = text_of(when.rsplit("</time>").next().expect("hours"));
    let hours: Vec<Time> = hours.split(" to ").filter(|words| !words.is_empty()).map(clock).collect();
    let day = |text: &str| text.parse::<Date>().expect("a day");
    let days: Vec<Date> = attributes(when, "datetime").into_iter().map(day).collect();
    let (first, last) = (*days.first().expect("a day"), *days.last().expect("a day"));
    let dates = html.split("<ul class=\"date-list\">").nth(1).and_then(|rest| rest.split("</ul>").next());
    let times = match dates {
        Some(dates) => attributes(dates, "datetime").into_iter().map(day).map(|day| time(day, day, &hours)).collect(),
        None => vec![time(first, last, &hours)],
    };
    Times { title: unescaped(heading), cancelled: html.contains("This event is cancelled."), times }
}

fn time(first: Date, last: Date, hours: &[Time]) -> String {
    let at = |day: Date, time: Time| day.to_datetime(time).strftime("%Y-%m-%dT%H:%M").to_string();
    let Some(starts) = hours.first() else { return format!("{first}|{last}") };
    let from = at(first, *starts);
    let to = match hours.get(1) {
        Some(ends) => at(last, *ends),
        // A page that names a last day and no hour means all of that day.
        None if last > first => at(last.saturating_add(1.day()), Time::midnight()),
        None => String::new(),
    };
    if to > from { format!("{from}|{to}") } else { format!("{from}|") }
}

/// “5:30pm”, “noon”.
fn clock(words: &str) -> Time {
    if words == "noon" {
        return Time::constant(12, 0, 0, 0);
    }
    let (clock, half) = words.split_at_checked(words.len() - 2).expect("a time");
    let (hour, minute) = clock.split_once(':').unwrap_or((clock, "0"));
    let hour: i8 = hour.parse::<i8>().expect("an hour") % 12 + if half == "pm" { 12 } else { 0 };
    Time::new(hour, minute.parse().expect("a minute"), 0, 0).expect("a time")
}

/// Text with HTML escapes undone.
fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}
