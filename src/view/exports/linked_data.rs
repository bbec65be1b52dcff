//! Structured data for search engines, in the vocabulary of schema.org: the school, the position of
//! a page in the site, and the time and audience of an event.
//!
//! Returns typed nodes, which `render` writes into the page as JSON-LD. Addresses are absolute if the site's
//! web address is known, otherwise relative like all links of the site.

use serde::Serialize;

use crate::language::{capital, message};
use crate::programme::dates::WEEKDAYS;
use crate::programme::{Audience, Cancelled, Encounter, Event, Frequency, Recurrence};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;
use crate::view::time::{self, Hours};

#[derive(Debug, Serialize)]
pub struct LinkedData {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<LinkedDataNode>,
}

impl LinkedData {
    /// `None` if there are no nodes.
    pub(crate) fn new(graph: Vec<LinkedDataNode>) -> Option<Self> {
        (!graph.is_empty()).then_some(Self { context: "https://schema.org", graph })
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub(crate) enum LinkedDataNode {
    /// <https://schema.org/EducationalOrganization>
    EducationalOrganization(Organization),
    /// <https://schema.org/WebSite>
    WebSite(WebSite),
    /// <https://schema.org/BreadcrumbList>
    BreadcrumbList(BreadcrumbList),
    /// <https://schema.org/Event>
    Event(Box<EventNode>),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Organization {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WebSite {
    name: String,
    url: String,
    in_language: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BreadcrumbList {
    item_list_element: Vec<ListItem>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
struct ListItem {
    position: usize,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EventNode {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    start_date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    event_status: &'static str,
    event_attendance_mode: &'static str,
    location: Vec<Location>,
    organizer: LinkedDataNode,
    audience: Vec<AudienceNode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_schedule: Option<Schedule>,
    url: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
enum Location {
    Place {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        address: Option<String>,
    },
    VirtualLocation {
        url: String,
    },
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Audience", rename_all = "camelCase")]
struct AudienceNode {
    audience_type: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Schedule {
    by_day: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_month_week: Option<i8>,
    repeat_frequency: &'static str,
    start_date: String,
    end_date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_time: Option<String>,
    schedule_timezone: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    except_date: Vec<String>,
}

pub(crate) fn home(context: &Context<'_>) -> Vec<LinkedDataNode> {
    let institution = &context.programme.institution;
    let site = WebSite {
        name: message!(context.language, "careers_at", school = &institution.name),
        url: address_from("", &PageKind::Home.address(), context),
        in_language: context.language.tag().to_owned(),
    };
    vec![organization(context), LinkedDataNode::WebSite(site)]
}

fn organization(context: &Context<'_>) -> LinkedDataNode {
    let institution = &context.programme.institution;
    let details = &institution.details;
    let site = context.web_address.as_ref();
    let logo = details.logo.as_ref().zip(site).map(|(logo, site)| site.of(&Address::new(logo.value.as_str())));
    LinkedDataNode::EducationalOrganization(Organization {
        name: institution.name.clone(),
        url: details.website.as_ref().map(|link| link.as_str().to_owned()).or_else(|| Some(site?.as_str().to_owned())),
        address: details.address.clone(),
        telephone: details.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        email: details.email.as_ref().map(|email| email.as_str().to_owned()),
        logo,
    })
}

/// The breadcrumb trail: the pages above a page, then itself. `None` on the home page.
pub(crate) fn trail(root: &str, title: &str, above: &[LinkTo], context: &Context<'_>) -> Option<LinkedDataNode> {
    let last = ListItem { position: above.len() + 1, name: title.to_owned(), item: None };
    let links = above.iter().enumerate().map(|(index, link)| ListItem {
        position: index + 1,
        name: link.title.clone(),
        item: Some(address_from(root, &link.address, context)),
    });
    let list = BreadcrumbList { item_list_element: links.chain([last]).collect() };
    (!above.is_empty()).then_some(LinkedDataNode::BreadcrumbList(list))
}

/// An absolute address, or one relative to a page with the path `root` to the site's root.
fn address_from(root: &str, to: &Address, context: &Context<'_>) -> String {
    context.web_address.as_ref().map_or_else(|| format!("{root}{}", to.encoded()), |site| site.of(to))
}

pub(crate) fn event(event: &Event, context: &Context<'_>) -> LinkedDataNode {
    let first = event.next_day(context.today);
    let last = if event.recurrence.is_some() { first } else { event.until };
    let (start_date, end_date) = match time::hours(event, first, last) {
        Hours::AllDay { first, last } => (first.to_string(), Some(last.to_string())),
        Hours::Timed { starts, ends } => (time::to_rfc3339(starts), ends.map(time::to_rfc3339)),
    };
    let page = context.event_address(event);
    let own_address = address_from(&page.root(), &page, context);
    // Search engines need a place or an address for every event.
    let online = event.online_on(context.today).map(|link| link.as_str().to_owned());
    let is_online_only = event.place.as_deref().is_some_and(is_online);
    let is_online = is_online_only || event.online.is_some();
    let online = online.or_else(|| is_online.then(|| own_address.clone()));
    let place = event.place.clone().filter(|_| !is_online_only);
    let school = || context.programme.institution.name.clone();
    let place = if online.is_none() { Some(place.unwrap_or_else(school)) } else { place };
    let mode = match (&place, &online) {
        (Some(_), Some(_)) => "https://schema.org/MixedEventAttendanceMode",
        (_, None) => "https://schema.org/OfflineEventAttendanceMode",
        (None, Some(_)) => "https://schema.org/OnlineEventAttendanceMode",
    };
    let is_at_school = event.place.as_deref().is_none_or(is_part_of_school) && Encounter::Event(event).is_at_school();
    let address = context.programme.institution.details.address.clone().filter(|_| is_at_school);
    let place = place.map(|name| Location::Place { name, address });
    LinkedDataNode::Event(Box::new(EventNode {
        name: event.title.clone(),
        description: event.summary.as_deref().map(str::to_owned),
        start_date,
        end_date,
        event_status: match event.cancelled {
            Cancelled::Yes(_) => "https://schema.org/EventCancelled",
            Cancelled::No => "https://schema.org/EventScheduled",
        },
        event_attendance_mode: mode,
        location: place.into_iter().chain(online.map(|url| Location::VirtualLocation { url })).collect(),
        organizer: organization(context),
        audience: audiences(event, context),
        event_schedule: event.recurrence.as_ref().map(|repeats| schedule(event, repeats)),
        url: own_address,
    }))
}

/// True for a place such as “Main hall” or “Library”, which has the address of the school. Any other may be anywhere.
fn is_part_of_school(place: &str) -> bool {
    const PARTS: [&str; 18] = [
        "hall",
        "halls",
        "library",
        "room",
        "rooms",
        "gym",
        "canteen",
        "refectory",
        "classroom",
        "foyer",
        "reception",
        "atrium",
        "block",
        "workshop",
        "workshops",
        "office",
        "sixth",
        "school",
    ];
    const ELSEWHERE: [&str; 11] = [
        "town",
        "village",
        "church",
        "civic",
        "community",
        "parish",
        "city",
        "public",
        "memorial",
        "university",
        "college",
    ];
    let place = place.to_lowercase();
    let has = |words: &[&str]| place.split(|ch: char| !ch.is_alphanumeric()).any(|word| words.contains(&word));
    has(&PARTS) && !has(&ELSEWHERE)
}

/// True for a place that isn't one, such as “Online” or “Microsoft Teams Meeting”.
fn is_online(place: &str) -> bool {
    const WORDS: [&str; 16] = [
        "online",
        "virtual",
        "webinar",
        "teams",
        "zoom",
        "skype",
        "webex",
        "remote",
        "remotely",
        "livestream",
        "ar-lein",
        "arlein",
        "youtube",
        "meet",
        "internet",
        "stream",
    ];
    const OTHERS: [&str; 14] = [
        "microsoft",
        "google",
        "meeting",
        "via",
        "on",
        "call",
        "event",
        "only",
        "link",
        "video",
        "live",
        "a",
        "by",
        "the",
    ];
    let lower = place.to_lowercase();
    let words = || lower.split(|ch: char| !ch.is_alphanumeric() && ch != '-').filter(|word| !word.is_empty());
    words().any(|word| WORDS.contains(&word)) && words().all(|word| WORDS.contains(&word) || OTHERS.contains(&word))
}

/// The audiences and, unless it is for all, the groups of an event.
fn audiences(event: &Event, context: &Context<'_>) -> Vec<AudienceNode> {
    let audiences = event.audiences.0.iter().map(|audience: &Audience| context.language.audience(*audience).to_owned());
    let all = event.groups.len() == context.groups().len();
    let groups = event.groups.iter().filter(|_| !all).filter_map(|index| context.groups().get(*index));
    audiences
        .map(|name| capital(&name))
        .chain(groups.map(|group| group.name.clone()))
        .map(|audience_type| AudienceNode { audience_type })
        .collect()
}

fn schedule(event: &Event, repeats: &Recurrence) -> Schedule {
    let pattern = &repeats.pattern;
    let clock = |time: jiff::civil::Time| time.strftime("%H:%M:%S").to_string();
    let days = WEEKDAYS.iter().filter(|(_, day)| pattern.weekdays.contains(day));
    let (repeat_frequency, by_month_week) = match pattern.frequency {
        Frequency::Weekly => ("P1W", None),
        Frequency::Fortnightly => ("P2W", None),
        Frequency::Monthly(nth) => ("P1M", Some(nth)),
    };
    Schedule {
        by_day: days.map(|(name, _)| format!("https://schema.org/{name}")).collect(),
        by_month_week,
        repeat_frequency,
        start_date: event.date.to_string(),
        end_date: event.until.to_string(),
        start_time: event.times.map(|(starts, _)| clock(starts)),
        end_time: event.times.and_then(|(_, ends)| ends).map(clock),
        schedule_timezone: "Europe/London",
        except_date: repeats.left_out().iter().map(ToString::to_string).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_online;

    #[test]
    fn words_for_online_are_not_places() {
        for place in
            ["Online", "online (Microsoft Teams)", "Zoom meeting", "Ar-lein", "Virtual event", "Via Google Meet"]
        {
            assert!(is_online(place), "{place}");
        }
        for place in ["Hall", "Online suite, room 3", "Meeting room", "Library and online", "The stage"] {
            assert!(!is_online(place), "{place}");
        }
    }
}
