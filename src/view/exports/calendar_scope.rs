//! Which events a calendar contains, and the audience its entries are written for.

use crate::language::message;
use crate::programme::{Audience, Event, Group, slug};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format;

/// The events that a calendar contains, and the audience it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CalendarScope {
    /// The audience; `None` for everybody.
    pub(crate) audience: Option<Audience>,
    /// The index of the group; `None` for all groups.
    pub(crate) group: Option<usize>,
}

impl CalendarScope {
    pub(crate) fn of(audience: Audience) -> Self {
        Self { audience: Some(audience), group: None }
    }

    /// Every calendar except term dates and single events, widest first.
    pub(crate) fn all(context: &Context<'_>) -> Vec<Self> {
        let mut scopes = vec![Self { audience: None, group: None }];
        scopes.extend(Audience::ALL.iter().map(|audience| Self::of(*audience)));
        for audience in [Some(Audience::Pupils), Some(Audience::Parents), None] {
            let groups = 0..context.groups().len();
            scopes.extend(groups.map(|index| Self { audience, group: Some(index) }));
        }
        scopes
    }

    pub(crate) fn group<'a>(self, context: &Context<'a>) -> Option<&'a Group> {
        self.group.and_then(|index| context.groups().get(index))
    }

    pub(crate) fn address(self, context: &Context<'_>) -> Address {
        let group = self.group(context).map(|group| &group.id);
        Address::new(match (self.audience, group) {
            (None, None) => "calendars/all.ics".to_owned(),
            (Some(audience), None) => format!("calendars/{}.ics", context.folders.name(audience)),
            (None, Some(group)) => format!("calendars/groups/{group}.ics"),
            (Some(audience), Some(group)) => format!("calendars/{}/{group}.ics", context.folders.name(audience)),
        })
    }

    /// “Year 9, for parents and carers”.
    pub(crate) fn title(self, context: &Context<'_>) -> String {
        let language = &context.language;
        let audience = self.audience.map(|audience| language.audience(audience));
        match (audience, self.group(context)) {
            (None, None) => language.text("calendar_all").to_owned(),
            (Some(audience), None) => format::capital(audience),
            (None, Some(group)) => group.name.clone(),
            (Some(audience), Some(group)) => {
                message!(language, "calendar_group_for", name = &group.name, audience = audience)
            }
        }
    }

    /// The fragment of its section of the subscription page.
    pub(crate) fn part(self, context: &Context<'_>) -> String {
        let address = self.address(context);
        format!("part-{}", slug(address.as_str().trim_start_matches("calendars/").trim_end_matches(".ics")))
    }

    /// True if there is something in it.
    pub(crate) fn has_dates(self, context: &Context<'_>) -> bool {
        context.programme.events.iter().any(|event| self.includes(event))
    }

    pub(crate) fn includes(self, event: &Event) -> bool {
        let is_audience = match self.audience {
            None => !event.is_for_staff_only(),
            Some(audience) => event.concerns(audience),
        };
        is_audience && self.group.is_none_or(|group| event.groups.contains(&group))
    }
}
