//! The page that says how to get dates into one's own calendar, and links to it from other pages.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::address::Address;
use super::calendars::{Choice, key_dates_address};
use super::cards::LinkTo;
use super::context::Context;
use super::events::coming_address;
use super::planner::planner_address;
use super::{feeds, say, search};
use crate::programme::Audience;

/// How to subscribe to calendars and news.
#[derive(Debug, Serialize)]
pub struct SubscribePage {
    /// The calendars, in sets.
    pub sets: Vec<CalendarSet>,
    /// News feeds; empty while the site's address is unknown.
    pub feeds: Vec<FeedLine>,
    /// Calendars to print, one for each audience.
    pub printed: Vec<LinkTo>,
    /// True if the site's address is known, so that calendars can keep themselves up to date.
    pub known: bool,
}

/// Calendars that belong together.
#[derive(Debug, Serialize)]
pub struct CalendarSet {
    /// Its heading.
    pub title: String,
    /// The calendars.
    pub calendars: Vec<CalendarLine>,
}

/// A calendar and the ways to get it.
#[derive(Debug, Serialize)]
pub struct CalendarLine {
    /// Its part of the page.
    pub part: String,
    /// “Year 9, for parents and carers”.
    pub title: String,
    /// The file, to download.
    pub file: Address,
    /// The addresses that programs subscribe to, if the site's own is known.
    pub ways: Option<Ways>,
}

/// The addresses of a calendar that programs subscribe to.
#[derive(Debug, Serialize)]
pub struct Ways {
    /// `https://…`, to paste.
    pub address: String,
    /// `webcal://…`, which calendar programs open themselves.
    pub webcal: String,
    /// Google Calendar's page for adding it.
    pub google: String,
}

/// A news feed.
#[derive(Debug, Serialize)]
pub struct FeedLine {
    /// For whom.
    pub title: String,
    /// Its file.
    pub file: Address,
}

/// Where a page's reader gets its dates: into a calendar, or on paper.
#[derive(Debug, Serialize)]
pub struct TakeAway {
    /// The part of the page on subscribing that is about these dates.
    pub subscribe: Address,
    /// The calendar to print.
    pub printed: Option<Address>,
    /// All events, of which visitors see those of this audience and group first.
    pub events: Option<Address>,
}

/// The address of the page.
pub(super) fn subscribe_address() -> Address {
    Address::new("subscribe.html")
}

/// Where to get the dates of an audience or a group.
pub(super) fn take_away(choice: Choice, context: &Context<'_>) -> TakeAway {
    TakeAway {
        subscribe: subscribe_address().part(&choice.part(context)),
        printed: choice.audience.map(planner_address),
        events: choice.audience.map(|_| search::filtered(&coming_address(), choice, context)),
    }
}

/// How to subscribe.
pub(super) fn subscribe(context: &Context<'_>) -> SubscribePage {
    let words = context.words();
    let choices = Choice::all(context);
    let set = |title: String, wanted: &dyn Fn(&Choice) -> bool| CalendarSet {
        title,
        calendars: choices.iter().filter(|choice| wanted(choice)).map(|choice| line(*choice, context)).collect(),
    };
    let of = |audience: Option<Audience>| move |choice: &Choice| choice.group.is_some() && choice.audience == audience;
    let mut sets = vec![set("Everything, or what concerns you".into(), &|choice| choice.group.is_none())];
    for audience in [Audience::Parents, Audience::Pupils] {
        let title = format!("For {}, by {}", audience.name(words), words.group);
        sets.push(set(title, &of(Some(audience))));
    }
    sets.push(set(format!("For everybody, by {}", words.group), &of(None)));
    if let Some(first) = sets.first_mut() {
        first.calendars.push(CalendarLine {
            part: "part-key-dates".into(),
            title: "Term dates and deadlines".into(),
            ways: ways(&key_dates_address(), context),
            file: key_dates_address(),
        });
    }
    let printed = Audience::ALL.iter().map(|audience| {
        LinkTo::new(planner_address(*audience), format!("Calendar to print for {}", audience.name(words)))
    });
    let feeds = Audience::ALL
        .iter()
        .filter(|_| context.web_address.is_some())
        .map(|audience| FeedLine { title: say::capital(audience.name(words)), file: feeds::feed_address(*audience) });
    SubscribePage { sets, feeds: feeds.collect(), printed: printed.collect(), known: context.web_address.is_some() }
}

fn line(choice: Choice, context: &Context<'_>) -> CalendarLine {
    let file = choice.address(context);
    CalendarLine { part: choice.part(context), title: choice.title(context), ways: ways(&file, context), file }
}

fn ways(file: &Address, context: &Context<'_>) -> Option<Ways> {
    let site = context.web_address.as_ref()?;
    let webcal = format!("webcal://{}{}", site.without_scheme(), file.encoded());
    let google = utf8_percent_encode(&webcal, NON_ALPHANUMERIC);
    Some(Ways {
        address: site.of(file),
        google: format!("https://calendar.google.com/calendar/r?cid={google}"),
        webcal,
    })
}
