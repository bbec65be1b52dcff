//! The programme in the formats of other programs: calendars, feeds, linked data, open data.

pub(crate) mod calendar_entries;
pub(crate) mod calendar_scope;
pub(crate) mod calendars;
pub(crate) mod feeds;
pub(crate) mod key_dates;
pub(crate) mod linked_data;
pub(crate) mod open_data;
