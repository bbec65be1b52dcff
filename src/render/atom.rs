//! News feeds as Atom (RFC 4287), written by the `atom_syndication` crate.

use atom_syndication::{Content, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text};

use super::OutputFile;
use crate::view::{Feed, News};

/// Every feed as a file. One that cannot be written is left out: the crate only fails where memory ends.
pub(super) fn files(feeds: &[Feed]) -> Vec<OutputFile> {
    feeds.iter().filter_map(file).collect()
}

fn file(feed: &Feed) -> Option<OutputFile> {
    let atom = Atom {
        id: feed.id.clone(),
        title: Text::plain(feed.title.clone()),
        updated: moment(feed.updated)?,
        authors: vec![Person { name: feed.author.clone(), ..Person::default() }],
        generator: Some(Generator { value: "Fingerpost".into(), ..Generator::default() }),
        links: vec![link(&feed.id, "self", "application/atom+xml"), link(&feed.page, "alternate", "text/html")],
        lang: Some(feed.language.clone()),
        entries: feed.entries.iter().map(entry).collect::<Option<_>>()?,
        ..Atom::default()
    };
    let mut bytes = atom.write_to(Vec::new()).ok()?;
    bytes.push(b'\n');
    Some(OutputFile { path: feed.address.to_string(), bytes })
}

fn entry(news: &News) -> Option<Entry> {
    let content =
        Content { value: Some(news.about.join("\n\n")), content_type: Some("text".into()), ..Content::default() };
    Some(Entry {
        id: news.id.clone(),
        title: Text::plain(news.title.clone()),
        updated: moment(news.updated)?,
        links: vec![link(&news.page, "alternate", "text/html")],
        content: Some(content).filter(|_| !news.about.is_empty()),
        ..Entry::default()
    })
}

fn link(to: &str, how: &str, kind: &str) -> Link {
    Link { href: to.into(), rel: how.into(), mime_type: Some(kind.into()), ..Link::default() }
}

/// The first moment of a day.
fn moment(day: jiff::civil::Date) -> Option<FixedDateTime> {
    format!("{day}T00:00:00Z").parse().ok()
}
