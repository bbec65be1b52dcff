//! News feeds as Atom (RFC 4287), written by the `atom_syndication` crate.

use atom_syndication::{Content, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text};

use super::output_file::OutputFile;
use crate::view::{Feed, News};

/// Every feed as a file. Writing to memory doesn't fail; a feed that did would be left out.
pub(super) fn files(feeds: &[Feed]) -> Vec<OutputFile> {
    feeds.iter().filter_map(file).collect()
}

fn file(feed: &Feed) -> Option<OutputFile> {
    let atom = Atom {
        id: feed.id.clone(),
        title: Text::plain(feed.title.clone()),
        updated: midnight(feed.updated)?,
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
        updated: midnight(news.updated)?,
        links: vec![link(&news.page, "alternate", "text/html")],
        content: Some(content).filter(|_| !news.about.is_empty()),
        ..Entry::default()
    })
}

fn link(href: &str, rel: &str, mime_type: &str) -> Link {
    Link { href: href.into(), rel: rel.into(), mime_type: Some(mime_type.into()), ..Link::default() }
}

/// Midnight UTC at the start of a day.
fn midnight(day: jiff::civil::Date) -> Option<FixedDateTime> {
    format!("{day}T00:00:00Z").parse().ok()
}
