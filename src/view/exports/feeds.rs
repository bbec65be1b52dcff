//! News feeds: upcoming events for an audience, changes to them, and further pages.
//!
//! Builds a feed for each audience, with the notes for that audience. A feed is only built if the site's
//! address is known, because feeds and their entries need absolute addresses.
//!
//! Fingerpost keeps no state between builds, so an entry is a piece of news, not an event: “the fair is on
//! 4 March” and “the fair on 4 March is cancelled” are two entries. The ID of an entry consists of the
//! event's page, the day, and whether it is cancelled or to be confirmed. So feed readers show a moved, cancelled or
//! confirmed event as new, but not one with a corrected title. An entry is dated by the later of `changed:` and `publish:`, or else by the first day
//! of the academic year: never by the day of the build, which would make every entry new each night.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::language::{Language, message};
use crate::programme::{Audience, Cancelled, Event, FurtherPage};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_entries;
use crate::view::parts::to_confirm::with_certainty;
use crate::view::routes::PageKind;

const MAX_ENTRIES: usize = 100;

#[derive(Debug)]
pub struct Feed {
    pub address: Address,
    /// Its absolute address, which is also its unique ID.
    pub id: String,
    /// “Careers at Ridgeway School: news for parents and carers”.
    pub title: String,
    pub page: String,
    pub author: String,
    pub updated: Date,
    pub language: String,
    /// The entries, newest first.
    pub entries: Vec<News>,
}

#[derive(Debug)]
pub struct News {
    pub id: String,
    pub title: String,
    pub page: String,
    pub updated: Date,
    /// The description for this audience, in paragraphs.
    pub about: Vec<String>,
}

pub(crate) fn feed_address(audience: Audience, context: &Context<'_>) -> Address {
    Address::new(format!("feeds/{}.xml", context.folders.name(audience)))
}

/// A feed for each audience; empty while the site's address is unknown.
pub(crate) fn feeds(context: &Context<'_>) -> Vec<Feed> {
    Audience::ALL.iter().filter_map(|audience| feed(*audience, context)).collect()
}

fn feed(audience: Audience, context: &Context<'_>) -> Option<Feed> {
    let site = context.web_address.as_ref()?;
    let institution = &context.programme.institution;
    let events = context.coming.iter().filter(|event| event.concerns(audience));
    let mut entries: Vec<News> = events.filter_map(|event| event_news(event, audience, context)).collect();
    let pages = context.programme.pages.iter().filter(|page| page.is_for(audience));
    entries.extend(pages.filter_map(|page| page_news(page, context)));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    entries.truncate(MAX_ENTRIES);
    let address = feed_address(audience, context);
    Some(Feed {
        id: site.of(&address),
        address,
        title: message!(
            context.language,
            "feed_title",
            school = &institution.name,
            audience = context.language.audience(audience),
        ),
        page: site.of(&context.address(PageKind::landing(audience))),
        author: institution.name.clone(),
        updated: entries.first().map_or_else(|| since(None, context), |entry| entry.updated),
        language: context.language.tag().to_owned(),
        entries,
    })
}

/// The date of a piece of news, which is never after today. News of a year that has not begun yet have the first day of the
/// year before it.
fn since(date: Option<Date>, context: &Context<'_>) -> Date {
    let starts = context.year().starts;
    let begun = if starts <= context.today { starts } else { starts.saturating_sub(1.year()) };
    date.unwrap_or(begun).min(context.today)
}

fn event_news(event: &Event, audience: Audience, context: &Context<'_>) -> Option<News> {
    let page = context.web_address.as_ref()?.of(&context.event_address(event));
    let cancelled = &event.cancelled;
    let when = with_certainty(when(event, context), event, context);
    let language = &context.language;
    let (suffix, title) = match cancelled {
        Cancelled::No if event.is_to_be_confirmed() => {
            ("-to-confirm", message!(language, "news_title", title = &event.title, when = &when))
        }
        Cancelled::No => ("", message!(language, "news_title", title = &event.title, when = &when)),
        Cancelled::Yes(_) => ("-cancelled", message!(language, "news_cancelled", title = &event.title, when = &when)),
    };
    let changed = event.changed.max(event.visibility.publish.as_ref().map(|publish| publish.value));
    Some(News {
        id: format!("{page}#{}{suffix}", event.date),
        updated: since(changed, context),
        about: std::iter::once(when_and_where(event, &when, language))
            .chain(calendar_entries::paragraphs(event, Some(audience), context))
            .collect(),
        title,
        page,
    })
}

/// “Thursday 4 March 2027 to Friday 5 March 2027”, or the pattern of something repeated.
fn when(event: &Event, context: &Context<'_>) -> String {
    let day = |day| context.language.day(day).long;
    match &event.recurrence {
        Some(repeats) => context.language.pattern(&repeats.pattern, context.year()),
        None if event.until != event.date => {
            message!(context.language, "date_range", from = &day(event.date), to = &day(event.until))
        }
        None => day(event.date),
    }
}

/// The same with the hours and the place, as a sentence.
fn when_and_where(event: &Event, when: &str, language: &Language) -> String {
    let hours = event.times.map(|times| language.times(times));
    let parts: Vec<&str> = std::iter::once(when).chain(hours.as_deref()).chain(event.place.as_deref()).collect();
    format!("{}.", parts.join(language.text("list_comma")))
}

/// A further page is news from the day it is published on, if that is set.
fn page_news(page: &FurtherPage, context: &Context<'_>) -> Option<News> {
    let published = page.visibility.publish.as_ref()?.value;
    let address = context.web_address.as_ref()?.of(&PageKind::FurtherPage.address_of(&page.id()));
    Some(News {
        id: format!("{address}#{published}"),
        title: page.title.clone(),
        updated: since(Some(published), context),
        about: page.summary.iter().map(|summary| summary.to_string()).collect(),
        page: address,
    })
}
