//! Fills the placeholders of one body.

use super::body::{Body, BodyFacts};
use super::link_html::LinkHtml;
use super::picture;
use super::resolved::ResolvedBody;
use crate::language::message;
use crate::render::pictures::ProcessedPictures;
use crate::text::{FIRST_BYTE, LINK, LINK_END, NOTE_BACK, PICTURE, TASK_DONE, TASK_TO_DO, TextBody};
use crate::view::Site;

const OPEN: &str = "<p>";
const CLOSE: &str = "</p>\n";

/// The HTML of a body, with placeholders only for what its page decides.
pub(super) fn fill(body: ResolvedBody, pictures: &ProcessedPictures, site: &Site<'_>) -> Body {
    filled(body, Some(SiteParts { pictures, site })).0
}

/// The same for a body without pictures and words of the site's language. `None` for other bodies.
pub(in crate::render) fn fill_links(body: ResolvedBody) -> Option<Body> {
    let (body, is_complete) = filled(body, None);
    is_complete.then_some(body)
}

/// Also returns whether all placeholders could be filled.
fn filled(body: ResolvedBody, site: Option<SiteParts<'_>>) -> (Body, bool) {
    let mut filler = Filler {
        body: &body,
        site,
        out: String::with_capacity(body.text.html.html.len() + 64 * body.links.len()),
        open_link: None,
        words: String::new(),
        is_complete: true,
    };
    let mut remaining = body.text.html.html.as_str();
    while let Some(at) = memchr::memchr(FIRST_BYTE, remaining.as_bytes()) {
        let (before, rest) = remaining.split_at_checked(at).unwrap_or((remaining, ""));
        filler.out.push_str(before);
        remaining = filler.placeholder(rest);
    }
    filler.out.push_str(remaining);
    let Filler { out, words, is_complete, .. } = filler;
    (Body::new(out, facts(body, words)), is_complete)
}

/// What the page needs to know, so that nobody has to read the HTML again.
fn facts(body: ResolvedBody, words: String) -> BodyFacts {
    let TextBody { html, terms, dictionary, .. } = body.text;
    let ids = html.heading_ids.iter().chain(&html.note_ids).map(|id| format!("{}{id}", html.prefix)).collect();
    let links = body.links.into_iter().filter_map(|link| link.address).collect();
    BodyFacts { ids, links, terms, dictionary, words }
}

struct Filler<'b> {
    body: &'b ResolvedBody,
    site: Option<SiteParts<'b>>,
    out: String,
    /// The link whose end has not come, and where its words begin.
    open_link: Option<(&'b LinkHtml, usize)>,
    /// Words that were filled in.
    words: String,
    /// False once a part of the site was missing.
    is_complete: bool,
}

/// What bodies may show of the site.
#[derive(Clone, Copy)]
struct SiteParts<'b> {
    pictures: &'b ProcessedPictures,
    site: &'b Site<'b>,
}

impl<'b> Filler<'b> {
    /// Fills the placeholder at the start of `rest`, and returns what follows it.
    fn placeholder<'r>(&mut self, rest: &'r str) -> &'r str {
        let mut chars = rest.chars();
        let first = chars.next().unwrap_or_default();
        let after = chars.as_str();
        match first {
            LINK => {
                let (number, after) = numbered(after);
                self.start_link(number);
                after
            }
            PICTURE => {
                let (number, after) = numbered(after);
                self.picture(number, after)
            }
            NOTE_BACK => {
                let (number, after) = numbered(after);
                if let Some(SiteParts { site, .. }) = self.site() {
                    let words = message!(site.language, "note_back", number = number);
                    self.add_words(&words);
                    self.out.push_str(&words);
                }
                after
            }
            LINK_END => {
                self.end_link();
                after
            }
            TASK_DONE => {
                self.task("☑", "task_done");
                after
            }
            TASK_TO_DO => {
                self.task("☐", "task_to_do");
                after
            }
            other => {
                self.out.push(other);
                after
            }
        }
    }

    fn site(&mut self) -> Option<SiteParts<'b>> {
        self.is_complete &= self.site.is_some();
        self.site
    }

    fn start_link(&mut self, number: usize) {
        let Some(link) = self.body.links.get(number) else { return };
        self.out.push_str(&link.opening);
        self.open_link = Some((link, self.out.len()));
    }

    /// Adds a document's type and size to the words of the link, unless the author wrote them.
    fn end_link(&mut self) {
        let Some((link, start)) = self.open_link.take() else { return };
        if let Some(note) = link.close(&mut self.out, start) {
            self.add_words(note);
        }
    }

    fn task(&mut self, symbol: &str, key: &str) {
        let Some(SiteParts { site, .. }) = self.site() else { return };
        let words = site.language.text(key);
        self.add_words(words);
        let hidden = format!("<span class=\"visually-hidden\">{words} </span>");
        self.out.push_str(&format!("<span aria-hidden=\"true\">{symbol}</span> {hidden}"));
    }

    fn add_words(&mut self, words: &str) {
        self.words.push_str(words);
        self.words.push('\n');
    }

    /// Writes a picture, and returns what follows it. A picture that can't be shown is removed.
    fn picture<'r>(&mut self, number: usize, after: &'r str) -> &'r str {
        let Some(shown) = self.body.text.html.pictures.get(number) else { return after };
        let Some(file) = self.body.pictures.get(number).and_then(Option::as_ref) else { return after };
        let Some(SiteParts { pictures, site }) = self.site() else { return after };
        let note = site.pictures.get(file);
        let Some(picture) = pictures.picture(file) else {
            return self.remove_paragraph(after);
        };
        let alt = picture::description(shown, note);
        let html = picture::picture_html(picture, &alt);
        self.add_words(&alt);
        // A paragraph that holds only the picture becomes a figure.
        match picture::caption(shown, note) {
            Some(caption) if self.out.ends_with(OPEN) && after.starts_with(CLOSE) => {
                self.out.truncate(self.out.len() - OPEN.len());
                self.out.push_str(&format!("<figure>{html}<figcaption>{caption}</figcaption></figure>\n"));
                self.add_words(&picture::caption_words(shown, note));
                after.get(CLOSE.len()..).unwrap_or_default()
            }
            _ => {
                self.out.push_str(&html);
                after
            }
        }
    }

    /// Removes a paragraph that holds only a picture.
    fn remove_paragraph<'r>(&mut self, after: &'r str) -> &'r str {
        match after.strip_prefix(CLOSE) {
            Some(after) if self.out.ends_with(OPEN) => {
                self.out.truncate(self.out.len() - OPEN.len());
                after
            }
            _ => after,
        }
    }
}

/// The number after a placeholder, and what follows its semicolon.
fn numbered(after: &str) -> (usize, &str) {
    let (number, after) = after.split_once(';').unwrap_or_default();
    (number.parse().unwrap_or(usize::MAX), after)
}
