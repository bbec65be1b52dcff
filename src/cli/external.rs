//! `fingerpost check --external`: links to other websites are tried, and what was answered is remembered.

use camino::Utf8Path;
use jiff::civil::Date;

use super::print;
use crate::check::links::ExternalLinks;
use crate::external::{Answers, Memory, Notebook, Web, check_answers, tour};
use crate::read::Sources;
use crate::report::Findings;

/// Tries the links of the content that are due, says so, and gives findings of all that is known.
pub(super) fn try_links(sources: &Sources, folder: &Utf8Path, today: Date) -> Findings {
    let notebook = Notebook::of(folder);
    let memory = notebook.read().unwrap_or_else(|trouble| {
        print::note(&format!("fingerpost: {trouble}.\n"));
        Memory::default()
    });
    let outward = ExternalLinks::of(sources);
    let due = memory.due(&outward, today);
    if !due.is_empty() {
        let links = if due.len() == 1 { "one link".to_owned() } else { format!("{} links", due.len()) };
        print::note(&format!("Trying {links} on other websites, politely, so it takes a while …\n"));
    }
    let heard = if due.is_empty() { Some(Default::default()) } else { tour(&due, &Web::public()) };
    let unheard = if heard.is_none() { due.as_slice() } else { &[] };
    let updated = memory.clone().updated(heard.unwrap_or_default(), &outward, today);
    if updated != memory
        && let Err(trouble) = notebook.write(&updated)
    {
        print::note(&format!("fingerpost: {trouble}.\n"));
    }
    check_answers(&Answers { outward: &outward, memory: &updated, unheard })
}
