//! The converter: takes the parser's events, gives HTML with placeholders.
//!
//! The parser's HTML is used except for headings, links, pictures, tables, footnotes and abbreviations.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use super::body_html::{BodyHtml, BodyLink, BodyPicture, RawHtml};
use super::escape::{anchor_prefix, escape};
use super::footnotes::{self, Footnotes};
use super::heading_ids::HeadingIds;
use super::lost_links::lost_links;
use super::lost_words::LostWords;
use super::numbers;
use super::placeholders::{LEVEL, LINK, LINK_END, PICTURE, TASK_DONE, TASK_TO_DO, is_placeholder};
use super::raw_html::OpenTags;
use super::short_forms::{Abbreviations, ShortForms};
use super::table::Table;
use super::unread_marks::UnreadMarks;
use crate::programme::{Direction, Prose, translation_of};

/// Converts one body.
pub(in crate::text) struct HtmlConverter<'a> {
    /// The whole file.
    source: &'a str,
    body: &'a str,
    prefix: String,
    out: String,
    links: Vec<BodyLink>,
    pictures: Vec<BodyPicture>,
    raw_html: Vec<RawHtml>,
    open_tags: OpenTags,
    lost_words: LostWords<'a>,
    /// Code and comments, in which no link is lost.
    no_links: Vec<Range<usize>>,
    unread_marks: UnreadMarks,
    /// Words that people read and that no passage has: blocks of code, and the meanings of abbreviations.
    other_words: String,
    footnotes: Footnotes,
    short_forms: ShortForms<'a>,
    heading_ids: HeadingIds,
    /// The current heading.
    heading: Option<Heading>,
    /// The next heading may be at most one level deeper.
    last_level: Option<u8>,
    table: Option<Table>,
    /// The current picture.
    picture: Option<BodyPicture>,
    /// How many pictures are open in its text.
    inner_pictures: usize,
    /// Above 0 inside headings, links and code, where abbreviations aren't expanded.
    no_expansion: usize,
    is_in_code_block: bool,
    /// True for text in a right-to-left language.
    is_rtl: bool,
}

struct Heading {
    level: u8,
    html: String,
    text: String,
}

impl<'a> HtmlConverter<'a> {
    /// `abbreviations` with their meanings are expanded. The page shows what begins at `shown_from`.
    pub(in crate::text) fn new(prose: &'a Prose, abbreviations: &'a Abbreviations<'a>, shown_from: usize) -> Self {
        let text = prose.text();
        let prefix = anchor_prefix(prose.path());
        Self {
            source: &prose.place.source.text,
            body: text,
            out: String::with_capacity(text.len() * 3 / 2),
            links: Vec::new(),
            pictures: Vec::new(),
            raw_html: Vec::new(),
            open_tags: OpenTags::default(),
            lost_words: LostWords::new(&prose.place.source.text, shown_from.max(prose.place.span.start)),
            no_links: Vec::new(),
            unread_marks: UnreadMarks::default(),
            other_words: String::new(),
            footnotes: Footnotes::default(),
            short_forms: ShortForms::of(text, abbreviations),
            heading_ids: HeadingIds::new(footnotes::ids(text)),
            prefix,
            heading: None,
            last_level: None,
            table: None,
            picture: None,
            inner_pictures: 0,
            no_expansion: 0,
            is_in_code_block: false,
            is_rtl: translation_of(prose.path()).is_some_and(|(_, language)| language.direction() == Direction::Rtl),
        }
    }

    /// `span` is in the file.
    pub(in crate::text) fn event(&mut self, event: Event<'a>, span: Range<usize>) {
        self.lost_words.event(&event, &span);
        self.unread_marks.event(&event, &span, self.source);
        if let Event::Code(_) | Event::InlineHtml(_) | Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) = event
            && self.no_links.last().is_none_or(|last| last.end <= span.start)
        {
            self.no_links.push(span.clone());
        }
        // Alt text has no emphasis and no links.
        let in_picture = self.picture.is_some();
        match event {
            Event::Start(Tag::Image { .. }) if in_picture => self.inner_pictures += 1,
            Event::End(TagEnd::Image) if self.inner_pictures > 0 => self.inner_pictures -= 1,
            Event::Code(text) if in_picture => self.text(text, &span),
            Event::SoftBreak | Event::HardBreak if in_picture => self.text(" ".into(), &span),
            Event::Start(_) if in_picture => {}
            Event::End(tag) if in_picture && tag != TagEnd::Image => {}
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text, &span),
            // HTML blocks are reported once, at their start.
            Event::Html(_) => {}
            Event::InlineHtml(html) => self.raw_html(&html, span),
            Event::FootnoteReference(label) => {
                let reference = self.footnotes.reference(&label, &self.prefix);
                self.html(&reference);
            }
            Event::TaskListMarker(done) => self.sink().push(if done { TASK_DONE } else { TASK_TO_DO }),
            Event::Code(code) => {
                let code = clean(code);
                if let Some(heading) = &mut self.heading {
                    heading.text.push_str(&code);
                }
                if let Some(table) = &mut self.table {
                    table.take_text(&code);
                }
                self.push(Event::Code(code));
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(heading) = &mut self.heading {
                    heading.text.push(' ');
                }
                self.push(event);
            }
            other => self.push(other),
        }
    }

    /// The current output: a heading, a footnote, or the text.
    fn sink(&mut self) -> &mut String {
        match &mut self.heading {
            Some(heading) => &mut heading.html,
            None => self.footnotes.open_note().unwrap_or(&mut self.out),
        }
    }

    /// The parser's own HTML for an event.
    fn push(&mut self, event: Event<'a>) {
        html::push_html(self.sink(), std::iter::once(event));
    }

    fn html(&mut self, html: &str) {
        self.sink().push_str(html);
    }

    fn start(&mut self, tag: Tag<'a>, span: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.no_expansion += 1;
                self.heading = Some(Heading { level: self.level(level), html: String::new(), text: String::new() });
            }
            Tag::Link { link_type, dest_url, .. } => self.start_link(link_type, &dest_url, span),
            Tag::Image { dest_url, title, .. } => {
                self.picture = Some(BodyPicture {
                    target: dest_url.into_string(),
                    alt: String::new(),
                    caption: without_placeholders(&title),
                    span,
                });
            }
            Tag::FootnoteDefinition(label) => self.footnotes.begin(&label, span),
            Tag::HtmlBlock => {
                let html = self.source.get(span.clone()).unwrap_or_default().to_owned();
                self.raw_html(&html, span);
            }
            Tag::CodeBlock(kind) => {
                self.no_expansion += 1;
                self.is_in_code_block = true;
                self.push(Event::Start(Tag::CodeBlock(kind)));
            }
            Tag::Table(_) => {
                self.table = Some(Table::default());
                self.html("<table>");
            }
            Tag::TableHead => self.in_table(Table::begin_head),
            Tag::TableRow => self.in_table(Table::begin_row),
            Tag::TableCell => {
                let html = self.table.as_mut().map(Table::begin_cell).unwrap_or_default();
                self.html(&html);
            }
            other => self.push(Event::Start(other)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Link => {
                self.no_expansion -= 1;
                self.sink().push(LINK_END);
            }
            TagEnd::Image => {
                if let Some(picture) = self.picture.take() {
                    let placeholder = format!("{PICTURE}{};", self.pictures.len());
                    self.html(&placeholder);
                    self.pictures.push(picture);
                }
            }
            TagEnd::FootnoteDefinition => self.footnotes.end(),
            TagEnd::HtmlBlock => {}
            TagEnd::CodeBlock => {
                self.no_expansion -= 1;
                self.is_in_code_block = false;
                self.push(Event::End(TagEnd::CodeBlock));
            }
            TagEnd::Table => {
                self.table = None;
                self.html("</tbody></table>\n");
            }
            TagEnd::TableHead => self.in_table(Table::end_head),
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            other => self.push(Event::End(other)),
        }
    }

    /// Writes table HTML; nothing outside a table.
    fn in_table(&mut self, write: fn(&mut Table) -> &'static str) {
        let html = self.table.as_mut().map(write).unwrap_or_default();
        self.html(html);
    }

    fn end_cell(&mut self) {
        if let Some(mut table) = self.table.take() {
            table.end_cell(self.sink());
            self.table = Some(table);
        }
    }

    fn start_link(&mut self, link_type: LinkType, target: &str, span: Range<usize>) {
        self.no_expansion += 1;
        let target = if link_type == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
        let placeholder = format!("{LINK}{};", self.links.len());
        self.html(&placeholder);
        self.links.push(BodyLink { target, span });
    }

    /// Headings in a text continue the page's outline: `##` is the first level, and none is skipped.
    fn level(&mut self, level: HeadingLevel) -> u8 {
        let written = (level as u8).saturating_sub(2);
        let level = self.last_level.map_or(0, |last| written.min(last + 1));
        self.last_level = Some(level);
        level
    }

    fn end_heading(&mut self) {
        self.no_expansion -= 1;
        let Some(heading) = self.heading.take() else { return };
        let Heading { level, html, text } = heading;
        let anchor = self.heading_ids.add(&text);
        let prefix = &self.prefix;
        let html = format!("<h{LEVEL}{level} id=\"{prefix}{anchor}\">{html}</h{LEVEL}{level}>\n");
        self.html(&html);
    }

    fn text(&mut self, text: CowStr<'a>, span: &Range<usize>) {
        let text = clean(text);
        if let Some(picture) = &mut self.picture {
            picture.alt.push_str(&text);
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(&text);
        }
        if let Some(table) = &mut self.table {
            table.take_text(&text);
        }
        if self.is_rtl && numbers::next_in(&text).is_some() {
            let html = numbers::isolated(&text);
            self.html(&html);
            return;
        }
        if self.is_in_code_block {
            self.other_words.push_str(&text);
        }
        let skips = self.no_expansion > 0 || self.table.as_ref().is_some_and(Table::is_in_head);
        if skips || self.short_forms.is_empty() {
            self.push(Event::Text(text));
            return;
        }
        // An apostrophe is a text of its own.
        let around = self.source.get(..span.start).zip(self.source.get(span.end..)).unwrap_or_default();
        let mut remaining: &str = &text;
        while let Some((at, long)) = self.short_forms.next_in(remaining, around) {
            let before = remaining.get(..at.start).unwrap_or_default().to_owned();
            let short = remaining.get(at.clone()).unwrap_or_default();
            let abbreviation = format!("<abbr>{}</abbr>", escape(short));
            self.push(Event::Text(before.into()));
            self.html(&abbreviation);
            self.push(Event::Text(format!(" ({long})").into()));
            self.other_words.push_str(&format!("{short} {long}\n"));
            remaining = remaining.get(at.end..).unwrap_or_default();
        }
        self.push(Event::Text(remaining.to_owned().into()));
    }

    /// Drops comments. Reports and drops all other HTML.
    fn raw_html(&mut self, html: &str, span: Range<usize>) {
        self.raw_html.extend(self.open_tags.problems(html, span));
    }

    /// `start` is the offset of the body in the file, and `shown_from` that of the part that was converted.
    pub(in crate::text) fn finish(self, start: usize, shown_from: usize) -> BodyHtml {
        let Self {
            mut out,
            prefix,
            links,
            pictures,
            raw_html,
            other_words,
            footnotes,
            heading_ids,
            lost_words,
            no_links,
            unread_marks,
            ..
        } = self;
        let has_no_links = |at: usize| {
            let before = no_links.partition_point(|part| part.start <= at).checked_sub(1);
            before.and_then(|part| no_links.get(part)).is_some_and(|part| at < part.end)
        };
        let mut lost_links = lost_links(self.body, start);
        lost_links.retain(|link| link.span.start >= shown_from && !has_no_links(link.span.start));
        let notes = footnotes.write_list(&prefix, &mut out);
        out.shrink_to_fit();
        BodyHtml {
            html: out,
            links,
            pictures,
            raw_html,
            other_words,
            heading_ids: heading_ids.into_order(),
            note_ids: notes.ids,
            shown_from,
            lost_words: lost_words.finish(start + self.body.len(), &notes.unused),
            unread_marks: unread_marks.finish(self.source),
            unused_notes: notes.unused,
            lost_links,
            prefix,
        }
    }
}

fn clean(text: CowStr<'_>) -> CowStr<'_> {
    if text.contains(is_placeholder) { without_placeholders(&text).into() } else { text }
}

/// Text without the characters used as placeholders.
fn without_placeholders(text: &str) -> String {
    text.replace(is_placeholder, "")
}
