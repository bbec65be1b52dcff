//! Converts links and pictures.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::Converter;
use super::open_link::OpenLink;
use crate::programme::ContentProblem;
use crate::programme::{Direction, LanguageTag};
use crate::render::findings::RenderProblem;
use crate::render::markdown::converted::PendingAnchor;
use crate::render::markdown::html::{anchor_prefix, escape};
use crate::render::markdown::links::LinkTarget;
use crate::render::markdown::placeholders::ROOT;
use crate::render::pictures::is_picture;
use crate::report::ContentPath;

impl Converter<'_, '_> {
    pub(super) fn start_link(&mut self, link_type: LinkType, link: &str, span: Range<usize>) {
        self.no_expansion += 1;
        let link = if link_type == LinkType::Email { format!("mailto:{link}") } else { link.to_owned() };
        let mut note = None;
        let (opening, closing) = match self.links.resolve(&link, self.prose.path()) {
            Ok(LinkTarget::Internal { target, .. }) if self.links.is_expired(&target) => (String::new(), ""),
            Ok(LinkTarget::Language(language)) => {
                let is_rtl = LanguageTag::parse(&language).is_some_and(|one| one.direction() == Direction::Rtl);
                let direction = if is_rtl { " dir=\"rtl\"" } else { "" };
                (format!("<span lang=\"{language}\"{direction}>"), "</span>")
            }
            Ok(LinkTarget::External(address)) => (format!("<a href=\"{}\">", escape(&address)), "</a>"),
            Ok(LinkTarget::SamePage(anchor)) => {
                self.same_page_anchors.push((anchor.clone(), span));
                (format!("<a href=\"#{}{anchor}\">", self.prefix), "</a>")
            }
            Ok(LinkTarget::Internal { address, target, anchor }) => {
                self.linked.push(target.clone());
                note = self.links.note(&target);
                let mut href = escape(&address).replace(' ', "%20");
                if let Some(anchor) = anchor {
                    href = format!("{}#{}{anchor}", href.split('#').next().unwrap_or_default(), anchor_prefix(&target));
                    let place = self.place(span);
                    self.pending_anchors.push(PendingAnchor { target, link, anchor, place });
                }
                (format!("<a href=\"{ROOT}{href}\">"), "</a>")
            }
            Err(problem) => {
                self.report(problem, span);
                (String::new(), "")
            }
        };
        self.html(&opening);
        let text_start = self.sink().len();
        self.open_links.push(OpenLink { closing, note, text_start });
    }

    /// Adds a document's type and size to the link text, unless the author wrote them.
    pub(super) fn end_link(&mut self) {
        let Some(OpenLink { closing, note, text_start }) = self.open_links.pop() else { return };
        let text = self.sink().get(text_start..).unwrap_or_default().trim_end().to_owned();
        if let Some(note) = note.filter(|note| !text.ends_with(note.as_str())) {
            self.html(&format!(" {}", escape(&note)));
        }
        self.html(closing);
    }

    /// The file of a picture. Returns `None` after adding a finding.
    pub(super) fn picture(&mut self, link: &str, span: Range<usize>) -> Option<ContentPath> {
        match self.links.resolve(link, self.prose.path()) {
            Ok(LinkTarget::Internal { target, .. }) if is_picture(&target) => return Some(target),
            Ok(_) => self.report(RenderProblem::PictureElsewhere { target: link.to_owned() }, span),
            Err(RenderProblem::Content(ContentProblem::BrokenLink { target, suggestion })) => {
                self.report(ContentProblem::MissingMedia { target, suggestion }.into(), span);
            }
            Err(problem) => self.report(problem, span),
        }
        None
    }
}
