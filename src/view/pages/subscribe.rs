//! How to subscribe to calendars and news feeds.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::language::message;
use crate::programme::Audience;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::exports::feeds;
use crate::view::exports::key_dates::key_dates_address;
use crate::view::format;
use crate::view::parts::link::LinkTo;

#[derive(Debug, Serialize)]
pub struct SubscribePage {
    pub sets: Vec<CalendarSet>,
    /// News feeds; empty while the site's address is unknown.
    pub feeds: Vec<FeedLine>,
    pub printed: Vec<LinkTo>,
    /// True if the site's address is known, which subscriptions need.
    pub known: bool,
}

#[derive(Debug, Serialize)]
pub struct CalendarSet {
    pub title: String,
    pub calendars: Vec<CalendarLine>,
}

#[derive(Debug, Serialize)]
pub struct CalendarLine {
    /// The fragment of its section of the page.
    pub part: String,
    /// “Year 9, for parents and carers”.
    pub title: String,
    pub file: Address,
    pub ways: Option<SubscribeUrls>,
}

#[derive(Debug, Serialize)]
pub struct SubscribeUrls {
    /// `https://…`, to paste into a calendar app.
    pub address: String,
    /// `webcal://…`, which opens in a calendar app.
    pub webcal: String,
    /// Google Calendar's page for adding it.
    pub google: String,
}

#[derive(Debug, Serialize)]
pub struct FeedLine {
    pub title: String,
    pub file: Address,
}

pub(crate) fn subscribe(context: &Context<'_>) -> SubscribePage {
    let language = &context.language;
    // A calendar without dates is not offered. Its file stays, for those who have it already.
    let scopes: Vec<CalendarScope> =
        CalendarScope::all(context).into_iter().filter(|scope| scope.has_dates(context)).collect();
    let set = |title: String, wanted: &dyn Fn(&CalendarScope) -> bool| CalendarSet {
        title,
        calendars: scopes.iter().filter(|scope| wanted(scope)).map(|scope| line(*scope, context)).collect(),
    };
    let of =
        |audience: Option<Audience>| move |scope: &CalendarScope| scope.group.is_some() && scope.audience == audience;
    let mut sets = vec![set(language.text("set_all").to_owned(), &|scope| scope.group.is_none())];
    for audience in [Audience::Parents, Audience::Pupils] {
        let title = message!(language, "set_for", audience = language.audience(audience));
        sets.push(set(title, &of(Some(audience))));
    }
    sets.push(set(language.text("set_everybody").to_owned(), &of(None)));
    if let Some(first) = sets.first_mut() {
        first.calendars.push(CalendarLine {
            part: "part-key-dates".into(),
            title: language.text("key_dates_short").to_owned(),
            ways: subscribe_urls(&key_dates_address(), context),
            file: key_dates_address(),
        });
    }
    let has_dates = |audience: &&Audience| CalendarScope::of(**audience).has_dates(context);
    let printed = Audience::ALL.iter().filter(has_dates).map(|audience| {
        let title = message!(language, "print_for", audience = language.audience(*audience));
        LinkTo::new(context.planner_address(*audience), title)
    });
    let feeds = Audience::ALL.iter().filter(|_| context.web_address.is_some()).map(|audience| FeedLine {
        title: format::capital(language.audience(*audience)),
        file: feeds::feed_address(*audience, context),
    });
    SubscribePage { sets, feeds: feeds.collect(), printed: printed.collect(), known: context.web_address.is_some() }
}

pub(crate) fn line(scope: CalendarScope, context: &Context<'_>) -> CalendarLine {
    let file = scope.address(context);
    CalendarLine { part: scope.part(context), title: scope.title(context), ways: subscribe_urls(&file, context), file }
}

pub(crate) fn subscribe_urls(file: &Address, context: &Context<'_>) -> Option<SubscribeUrls> {
    let site = context.web_address.as_ref()?;
    let webcal = format!("webcal://{}{}", site.without_scheme(), file.encoded());
    let google = utf8_percent_encode(&webcal, NON_ALPHANUMERIC);
    Some(SubscribeUrls {
        address: site.of(file),
        google: format!("https://calendar.google.com/calendar/r?cid={google}"),
        webcal,
    })
}
