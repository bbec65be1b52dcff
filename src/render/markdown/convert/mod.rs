//! Converts one Markdown body to HTML with placeholders.
//!
//! The parser's HTML is used except for headings, links, pictures, tables, footnotes and abbreviations.

mod links;
mod numbers;
mod open_link;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, html};

use self::open_link::OpenLink;
use super::converted::{Converted, PendingAnchor, ShownPicture};
use super::footnotes::{self, Footnotes};
use super::heading_ids::HeadingIds;
use super::html::{anchor_prefix, escape};
use super::links::{LinkResolver, targets_with_spaces};
use super::placeholders::{self, LEVEL, PICTURE};
use super::short_forms::ShortForms;
use super::table::Table;
use crate::language::Language;
use crate::programme::{Direction, Prose, translation_of};
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, Findings, KnownWords, Place};

pub(super) fn convert(
    prose: &Prose,
    links: &LinkResolver<'_>,
    short_forms: &[(String, String)],
    language: &Language,
) -> Converted {
    let text = prose.text();
    let mut converter = Converter {
        prose,
        links,
        language,
        prefix: anchor_prefix(prose.path()),
        out: String::with_capacity(text.len() * 3 / 2),
        footnotes: Footnotes::default(),
        short_forms: ShortForms::of(text, short_forms),
        anchors: HeadingIds::new(footnotes::ids(text)),
        pending_anchors: Vec::new(),
        same_page_anchors: Vec::new(),
        linked: Vec::new(),
        shown: Vec::new(),
        findings: Findings::default(),
        open_links: Vec::new(),
        heading: None,
        last_level: None,
        table: None,
        picture: None,
        no_expansion: 0,
        is_rtl: translation_of(prose.path()).is_some_and(|(_, language)| language.direction() == Direction::Rtl),
    };
    for (event, span) in prose.events() {
        converter.event(event, span);
    }
    converter.finish()
}

struct Converter<'a, 's> {
    prose: &'a Prose,
    links: &'a LinkResolver<'s>,
    /// For words that aren't in the text itself.
    language: &'a Language,
    prefix: String,
    out: String,
    footnotes: Footnotes,
    short_forms: ShortForms<'a>,
    anchors: HeadingIds,
    pending_anchors: Vec<PendingAnchor>,
    same_page_anchors: Vec<(String, Range<usize>)>,
    /// Files that the text links to.
    linked: Vec<ContentPath>,
    /// One for each picture placeholder.
    shown: Vec<ShownPicture>,
    findings: Findings,
    open_links: Vec<OpenLink>,
    /// The current heading.
    heading: Option<Heading>,
    /// The next heading may be at most one level deeper.
    last_level: Option<u8>,
    table: Option<Table>,
    /// The current picture.
    picture: Option<Picture>,
    /// Above 0 inside headings, links and code, where abbreviations aren't expanded.
    no_expansion: usize,
    /// True for text in a right-to-left language.
    is_rtl: bool,
}

struct Heading {
    level: u8,
    html: String,
    text: String,
}

struct Picture {
    /// `None` if there is a finding instead.
    file: Option<ContentPath>,
    alt: String,
    caption: String,
}

impl<'a> Converter<'a, '_> {
    fn event(&mut self, event: Event<'a>, span: Range<usize>) {
        // Alt text has no emphasis and no links.
        let in_picture = self.picture.is_some();
        match event {
            Event::Code(text) if in_picture => self.text(text),
            Event::SoftBreak | Event::HardBreak if in_picture => self.text(" ".into()),
            Event::Start(_) if in_picture => {}
            Event::End(tag) if in_picture && tag != TagEnd::Image => {}
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text),
            // HTML blocks are reported once, at their start.
            Event::Html(_) => {}
            Event::InlineHtml(html) => self.raw_html(&html, span),
            Event::FootnoteReference(label) => {
                let reference = self.footnotes.reference(&label, &self.prefix);
                self.html(&reference);
            }
            Event::TaskListMarker(done) => {
                let (symbol, key) = if done { ("☑", "task_done") } else { ("☐", "task_to_do") };
                let word = self.language.text(key);
                self.html(&format!(
                    "<span aria-hidden=\"true\">{symbol}</span> <span class=\"visually-hidden\">{word} </span>"
                ));
            }
            Event::Code(code) => {
                if let Some(heading) = &mut self.heading {
                    heading.text.push_str(&code);
                }
                self.push(Event::Code(code));
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

    fn report(&mut self, problem: RenderProblem, span: Range<usize>) {
        let place = self.place(span);
        self.findings.add(problem, place);
    }

    /// The place of a range of the text.
    fn place(&self, span: Range<usize>) -> Place {
        let start = self.prose.place.span.start;
        self.prose.place.source.place(start + span.start..start + span.end)
    }

    fn start(&mut self, tag: Tag<'a>, span: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.no_expansion += 1;
                self.heading = Some(Heading { level: self.level(level), html: String::new(), text: String::new() });
            }
            Tag::Link { link_type, dest_url, .. } => self.start_link(link_type, &dest_url, span),
            Tag::Image { dest_url, title, .. } => {
                let file = self.picture(&dest_url, span);
                self.picture = Some(Picture { file, alt: String::new(), caption: without_placeholders(&title) });
            }
            Tag::FootnoteDefinition(label) => self.footnotes.begin(&label),
            Tag::HtmlBlock => {
                let html = self.prose.text().get(span.clone()).unwrap_or_default().to_owned();
                self.raw_html(&html, span);
            }
            Tag::CodeBlock(kind) => {
                self.no_expansion += 1;
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
                self.end_link();
            }
            TagEnd::Image => {
                if let Some(Picture { file: Some(file), alt, caption }) = self.picture.take() {
                    let placeholder = format!("{PICTURE}{};", self.shown.len());
                    self.html(&placeholder);
                    self.shown.push(ShownPicture { file, alt, caption });
                }
            }
            TagEnd::FootnoteDefinition => self.footnotes.end(),
            TagEnd::HtmlBlock => {}
            TagEnd::CodeBlock => {
                self.no_expansion -= 1;
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
        let anchor = self.anchors.add(&text);
        let prefix = &self.prefix;
        let html = format!("<h{LEVEL}{level} id=\"{prefix}{anchor}\">{html}</h{LEVEL}{level}>\n");
        self.html(&html);
    }

    fn text(&mut self, text: CowStr<'a>) {
        let text: CowStr<'a> = if text.contains(placeholders::ALL) { without_placeholders(&text).into() } else { text };
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
        let skips = self.no_expansion > 0 || self.table.as_ref().is_some_and(Table::is_in_head);
        if skips || self.short_forms.is_empty() {
            self.push(Event::Text(text));
            return;
        }
        let mut remaining: &str = &text;
        while let Some((at, long)) = self.short_forms.next_in(remaining) {
            let before = remaining.get(..at.start).unwrap_or_default().to_owned();
            let short = remaining.get(at.clone()).unwrap_or_default();
            let abbreviation = format!("<abbr>{}</abbr>", escape(short));
            self.push(Event::Text(before.into()));
            self.html(&abbreviation);
            self.push(Event::Text(format!(" ({long})").into()));
            remaining = remaining.get(at.end..).unwrap_or_default();
        }
        self.push(Event::Text(remaining.to_owned().into()));
    }

    /// Drops comments. Reports and drops all other HTML.
    fn raw_html(&mut self, html: &str, span: Range<usize>) {
        let without_comments = without_comments(html);
        let trimmed = without_comments.trim();
        // A closing tag was reported at its opening tag.
        if trimmed.is_empty() || trimmed.starts_with("</") {
            return;
        }
        let line = trimmed.lines().next().unwrap_or_default();
        let shown: String = line.chars().take(40).collect();
        let end = span.start + line.len().min(span.len());
        self.report(RenderProblem::RawHtml { html: shown }, span.start..end);
    }

    fn finish(mut self) -> Converted {
        let mut broken = std::mem::take(&mut self.same_page_anchors);
        broken.retain(|(anchor, _)| !self.anchors.contains(anchor));
        if !broken.is_empty() {
            let ids = self.anchors.in_order().to_vec();
            let known = KnownWords::new(ids.iter().map(String::as_str));
            for (anchor, span) in broken {
                let suggestion = known.nearest(&anchor).map(str::to_owned);
                let target = self.prose.path().file_name().to_owned();
                let known = self.anchors.some_in_words();
                self.report(RenderProblem::BrokenAnchor { target, anchor, known, suggestion }, span);
            }
        }
        for (span, target) in targets_with_spaces(self.prose.text()) {
            let suggestion = Some(target.replace(' ', "%20"));
            self.report(RenderProblem::SpaceInLink { target: target.to_owned(), suggestion }, span);
        }
        let mut html = self.out;
        self.footnotes.write_list(&self.prefix, self.language, &mut html);
        Converted {
            html,
            anchors: self.anchors,
            pending_anchors: self.pending_anchors,
            linked: self.linked,
            shown: self.shown,
            findings: self.findings,
        }
    }
}

/// Text without the characters used as placeholders.
fn without_placeholders(text: &str) -> String {
    text.replace(placeholders::ALL, "")
}

fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut result = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        result.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    result + rest
}
