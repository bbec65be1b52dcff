//! What pages with dates say between two academic years.

use crate::language::message;
use crate::view::context::Context;

/// That the terms of the programme's year have ended, or that the year has not begun yet. `None` from its first day to the end of its last
/// term.
pub(crate) fn year_notice(context: &Context<'_>) -> Option<String> {
    let (year, language) = (context.year(), &context.language);
    if context.today < year.starts {
        let day = language.day(year.starts).plain;
        return Some(message!(language, "year_begins", year = &year.label, day = &day));
    }
    if context.today <= year.terms_end() {
        return None;
    }
    let public = context.coming.iter().filter(|event| !event.is_cancelled() && !event.is_for_staff_only());
    let ended = message!(language, "year_ended", year = &year.label, count = public.count());
    let next = match year.next_label() {
        Some(next) => message!(language, "preparing_year", year = &next),
        None => language.text("preparing_next_year").to_owned(),
    };
    Some(format!("{ended} {next}"))
}
