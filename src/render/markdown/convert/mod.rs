//! One Markdown body → HTML with marks.
//!
//! Events of the parser are written as they come. Those that need more than the parser's own HTML
//! (headings, links, pictures, tables, footnotes, short forms) are written here.

mod links;
mod numbers;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, html};

use self::links::OpenLink;
use super::footnotes::Footnotes;
use super::links::{Ways, targets_with_spaces};
use super::picture::{PICTURE, Shown};
use super::short_forms::ShortForms;
use super::table::Table;
use super::{AnchorWish, Converted, LEVEL, ROOT, anchor_prefix, attribute};
use crate::language::Language;
use crate::programme::{Direction, Prose, slug, translation_of};
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, Findings, Place};

/// What stands for something in our HTML, so that no text may hold it.
const MARKS: [char; 3] = [ROOT, LEVEL, PICTURE];

pub(super) fn convert(
    prose: &Prose,
    ways: &Ways<'_>,
    short_forms: &[(String, String)],
    language: &Language,
) -> Converted {
    let text = prose.text();
    let mut converter = Converter {
        prose,
        ways,
        language,
        prefix: anchor_prefix(prose.path()),
        out: String::with_capacity(text.len() * 3 / 2),
        footnotes: Footnotes::default(),
        short_forms: ShortForms::of(text, short_forms),
        anchors: Vec::new(),
        wishes: Vec::new(),
        own_wishes: Vec::new(),
        linked: Vec::new(),
        shown: Vec::new(),
        findings: Findings::default(),
        open_links: Vec::new(),
        heading: None,
        last_level: None,
        table: None,
        picture: None,
        plain: 0,
        is_rtl: translation_of(prose.path()).is_some_and(|(_, language)| language.direction() == Direction::Rtl),
    };
    for (event, span) in prose.events() {
        converter.event(event, span);
    }
    converter.finish()
}

struct Converter<'a> {
    prose: &'a Prose,
    ways: &'a Ways<'a>,
    /// What words are said in that the text does not have itself.
    language: &'a Language,
    prefix: String,
    out: String,
    footnotes: Footnotes,
    short_forms: ShortForms<'a>,
    anchors: Vec<String>,
    wishes: Vec<AnchorWish>,
    own_wishes: Vec<(String, Range<usize>)>,
    /// Files that the text links to.
    linked: Vec<ContentPath>,
    /// Pictures that it shows, one for each gap.
    shown: Vec<Shown>,
    findings: Findings,
    /// The links that are open.
    open_links: Vec<OpenLink>,
    /// The heading that is being read.
    heading: Option<Heading>,
    /// The level of the last heading: the next may be one deeper, no more.
    last_level: Option<u8>,
    table: Option<Table>,
    /// The picture that is being read.
    picture: Option<Picture>,
    /// Inside headings, links and code, where short forms keep quiet.
    plain: usize,
    /// True for a text that is written from right to left.
    is_rtl: bool,
}

struct Heading {
    level: u8,
    html: String,
    text: String,
}

struct Picture {
    /// The file; `None` if it is not to be had, which has been told.
    file: Option<ContentPath>,
    alt: String,
    caption: String,
}

impl<'a> Converter<'a> {
    fn event(&mut self, event: Event<'a>, span: Range<usize>) {
        // Emphasis and links say nothing in a picture's description.
        let in_picture = self.picture.is_some();
        match event {
            Event::Code(text) if in_picture => self.text(text),
            Event::SoftBreak | Event::HardBreak if in_picture => self.text(" ".into()),
            Event::Start(_) if in_picture => {}
            Event::End(tag) if in_picture && tag != TagEnd::Image => {}
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text),
            // Blocks of HTML are told as a whole, where they start.
            Event::Html(_) => {}
            Event::InlineHtml(html) => self.raw_html(&html, span),
            Event::FootnoteReference(label) => {
                let mark = self.footnotes.mark(&label, &self.prefix);
                self.html(&mark);
            }
            Event::TaskListMarker(done) => {
                let (sign, key) = if done { ("☑", "task_done") } else { ("☐", "task_to_do") };
                let word = self.language.text(key);
                self.html(&format!(
                    "<span aria-hidden=\"true\">{sign}</span> <span class=\"visually-hidden\">{word} </span>"
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

    /// Where HTML goes now: into a heading, a footnote, or the text.
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

    fn tell(&mut self, problem: RenderProblem, span: Range<usize>) {
        let place = self.place(span);
        self.findings.add(problem, place);
    }

    /// Where in its file a part of the text stands.
    fn place(&self, span: Range<usize>) -> Place {
        let start = self.prose.place.span.start;
        self.prose.place.source.place(start + span.start..start + span.end)
    }

    fn start(&mut self, tag: Tag<'a>, span: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.plain += 1;
                self.heading = Some(Heading { level: self.level(level), html: String::new(), text: String::new() });
            }
            Tag::Link { link_type, dest_url, .. } => self.start_link(link_type, &dest_url, span),
            Tag::Image { dest_url, title, .. } => {
                let file = self.picture(&dest_url, span);
                self.picture = Some(Picture { file, alt: String::new(), caption: plain_text(&title) });
            }
            Tag::FootnoteDefinition(label) => self.footnotes.begin(&label),
            Tag::HtmlBlock => {
                let html = self.prose.text().get(span.clone()).unwrap_or_default().to_owned();
                self.raw_html(&html, span);
            }
            Tag::CodeBlock(kind) => {
                self.plain += 1;
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
                self.plain -= 1;
                self.end_link();
            }
            TagEnd::Image => {
                if let Some(Picture { file: Some(file), alt, caption }) = self.picture.take() {
                    let gap = format!("{PICTURE}{};", self.shown.len());
                    self.html(&gap);
                    self.shown.push(Shown { file, alt, caption });
                }
            }
            TagEnd::FootnoteDefinition => self.footnotes.end(),
            TagEnd::HtmlBlock => {}
            TagEnd::CodeBlock => {
                self.plain -= 1;
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

    /// What a table says at one of its turns; nothing outside of one.
    fn in_table(&mut self, turn: fn(&mut Table) -> &'static str) {
        let html = self.table.as_mut().map(turn).unwrap_or_default();
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
        let said = (level as u8).saturating_sub(2);
        let fits = self.last_level.map_or(0, |last| said.min(last + 1));
        self.last_level = Some(fits);
        fits
    }

    fn end_heading(&mut self) {
        self.plain -= 1;
        let Some(heading) = self.heading.take() else { return };
        let mut anchor = slug(&heading.text);
        if anchor.is_empty() {
            anchor = "heading".into();
        }
        let same =
            self.anchors.iter().filter(|known| **known == anchor || known.starts_with(&format!("{anchor}-"))).count();
        if self.anchors.contains(&anchor) {
            anchor = format!("{anchor}-{}", same + 1);
        }
        let Heading { level, html, .. } = heading;
        let prefix = &self.prefix;
        let whole = format!("<h{LEVEL}{level} id=\"{prefix}{anchor}\">{html}</h{LEVEL}{level}>\n");
        self.html(&whole);
        self.anchors.push(anchor);
    }

    fn text(&mut self, text: CowStr<'a>) {
        let text: CowStr<'a> = if text.contains(MARKS) { plain_text(&text).into() } else { text };
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
        let quiet = self.plain > 0 || self.table.as_ref().is_some_and(Table::is_in_head);
        if quiet || self.short_forms.is_empty() {
            self.push(Event::Text(text));
            return;
        }
        let mut rest: &str = &text;
        while let Some((at, long)) = self.short_forms.next_in(rest) {
            let before = rest.get(..at.start).unwrap_or_default().to_owned();
            let short = rest.get(at.clone()).unwrap_or_default();
            let abbreviation = format!("<abbr>{}</abbr>", attribute(short));
            self.push(Event::Text(before.into()));
            self.html(&abbreviation);
            self.push(Event::Text(format!(" ({long})").into()));
            rest = rest.get(at.end..).unwrap_or_default();
        }
        self.push(Event::Text(rest.to_owned().into()));
    }

    /// Comments are for the author. All other HTML is told, and left out.
    fn raw_html(&mut self, html: &str, span: Range<usize>) {
        let without_comments = without_comments(html);
        let trimmed = without_comments.trim();
        // A closing tag was told where it opened.
        if trimmed.is_empty() || trimmed.starts_with("</") {
            return;
        }
        let line = trimmed.lines().next().unwrap_or_default();
        let shown: String = line.chars().take(40).collect();
        let end = span.start + line.len().min(span.len());
        self.tell(RenderProblem::RawHtml { html: shown }, span.start..end);
    }

    fn finish(mut self) -> Converted {
        for (anchor, span) in std::mem::take(&mut self.own_wishes) {
            if !self.anchors.contains(&anchor) {
                let known = self.anchors.clone();
                let suggestion =
                    crate::report::did_you_mean(&anchor, known.iter().map(String::as_str)).map(str::to_owned);
                let target = self.prose.path().file_name().to_owned();
                self.tell(RenderProblem::BrokenAnchor { target, anchor, known, suggestion }, span);
            }
        }
        for (span, target) in targets_with_spaces(self.prose.text()) {
            let suggestion = Some(target.replace(' ', "%20"));
            self.tell(RenderProblem::SpaceInLink { target: target.to_owned(), suggestion }, span);
        }
        let mut html = self.out;
        self.footnotes.write_list(&self.prefix, self.language, &mut html);
        Converted {
            html,
            anchors: self.anchors,
            wishes: self.wishes,
            linked: self.linked,
            shown: self.shown,
            findings: self.findings,
        }
    }
}

/// Text without the letters that stand for something in our HTML.
fn plain_text(text: &str) -> String {
    text.replace(MARKS, "")
}

fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
}
