//! A page at an earlier address of an event, which leads on to where the event is now. It is without style and scripts, and
//! works from disk and in a sub-folder, too.

use serde::Serialize;

use crate::language::message;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::moved_events::{MovedEvent, moved_events};
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct MovedEventPage {
    pub now: Address,
    /// The page of that address.
    pub canonical: Address,
    /// The text of the link.
    pub title: String,
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, MovedEventPage>> {
    moved_events(context).into_iter().map(|moved| draft(moved, context)).collect()
}

fn draft<'a>(moved: MovedEvent<'a>, context: &Context<'a>) -> PageDraft<'a, MovedEventPage> {
    let (kind, language) = (PageKind::MovedEvent, &context.language);
    let description = message!(language, kind.description(), title = &moved.title);
    let canonical = Address::new(moved.now.as_str().split('#').next().unwrap_or_default());
    let page = MovedEventPage { canonical, now: moved.now, title: moved.title.clone() };
    let draft = PageDraft::titled(kind, kind.address_of(moved.was), (moved.title, description), page, context);
    PageDraft { source: moved.event.map(|event| &event.prose.place.source), ..draft }
}
