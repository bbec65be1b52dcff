//! Links and pictures of a text: where they lead, and how they are written.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::Converter;
use crate::programme::ContentProblem;
use crate::programme::{Direction, LanguageTag};
use crate::render::findings::RenderProblem;
use crate::render::markdown::links::Way;
use crate::render::markdown::{AnchorWish, ROOT, anchor_prefix, attribute};
use crate::render::pictures::is_picture;
use crate::report::ContentPath;

/// How a link closes.
pub(super) struct OpenLink {
    closing: &'static str,
    /// What is said behind its text: the type and size of a document.
    note: Option<String>,
    /// Where its text begins in the HTML.
    from: usize,
}

impl Converter<'_> {
    pub(super) fn start_link(&mut self, link_type: LinkType, said: &str, span: Range<usize>) {
        self.plain += 1;
        let said = if link_type == LinkType::Email { format!("mailto:{said}") } else { said.to_owned() };
        let mut note = None;
        let (opening, closing) = match self.ways.find(&said, self.prose.path()) {
            Ok(Way::Inside { target, .. }) if self.ways.is_expired(&target) => (String::new(), ""),
            Ok(Way::Language(language)) => {
                let is_rtl = LanguageTag::parse(&language).is_some_and(|one| one.direction() == Direction::Rtl);
                let direction = if is_rtl { " dir=\"rtl\"" } else { "" };
                (format!("<span lang=\"{language}\"{direction}>"), "</span>")
            }
            Ok(Way::Outside(address)) => (format!("<a href=\"{}\">", attribute(&address)), "</a>"),
            Ok(Way::Here(anchor)) => {
                self.own_wishes.push((anchor.clone(), span));
                (format!("<a href=\"#{}{anchor}\">", self.prefix), "</a>")
            }
            Ok(Way::Inside { address, target, anchor }) => {
                self.linked.push(target.clone());
                note = self.ways.note(&target);
                let mut href = attribute(&address).replace(' ', "%20");
                if let Some(anchor) = anchor {
                    href = format!("{}#{}{anchor}", href.split('#').next().unwrap_or_default(), anchor_prefix(&target));
                    let place = self.place(span);
                    self.wishes.push(AnchorWish { target, said, anchor, place });
                }
                (format!("<a href=\"{ROOT}{href}\">"), "</a>")
            }
            Err(problem) => {
                self.tell(problem, span);
                (String::new(), "")
            }
        };
        self.html(&opening);
        let from = self.sink().len();
        self.open_links.push(OpenLink { closing, note, from });
    }

    /// A document's type and size stand in the text of a link to it, unless the author wrote them there.
    pub(super) fn end_link(&mut self) {
        let Some(OpenLink { closing, note, from }) = self.open_links.pop() else { return };
        let text = self.sink().get(from..).unwrap_or_default().trim_end().to_owned();
        if let Some(note) = note.filter(|note| !text.ends_with(note.as_str())) {
            self.html(&format!(" {}", attribute(&note)));
        }
        self.html(closing);
    }

    /// The file of a picture; `None` if it is not to be had, which is told.
    pub(super) fn picture(&mut self, said: &str, span: Range<usize>) -> Option<ContentPath> {
        match self.ways.find(said, self.prose.path()) {
            Ok(Way::Inside { target, .. }) if is_picture(&target) => return Some(target),
            Ok(_) => self.tell(RenderProblem::PictureElsewhere { target: said.to_owned() }, span),
            Err(RenderProblem::Content(ContentProblem::BrokenLink { target, suggestion })) => {
                self.tell(ContentProblem::MissingMedia { target, suggestion }.into(), span);
            }
            Err(problem) => self.tell(problem, span),
        }
        None
    }
}
