//! Resolves the links and pictures of one body.

use std::ops::Range;

use super::link_html::LinkHtml;
use super::links::{LinkResolver, LinkTarget};
use crate::programme::{ContentProblem, link_id};
use crate::render::findings::RenderProblem;
use crate::render::pictures::is_picture;
use crate::report::{ContentPath, Findings, Place};
use crate::text::{BodyLink, BodyPicture, KeyLink, LostLink, SpaceIn, TextBody};

/// A body whose links and pictures are known.
pub(in crate::render) struct ResolvedBody {
    pub(super) text: TextBody,
    /// In the order of the placeholders.
    pub(super) links: Vec<LinkHtml>,
    /// In the order of the placeholders. `None` if there is a finding instead.
    pub(super) pictures: Vec<Option<ContentPath>>,
}

/// What the whole site needs to know about a body.
#[derive(Default)]
pub(super) struct BodyUses {
    pub(super) findings: Findings,
    pub(super) anchors: Vec<PendingAnchor>,
    /// Pictures and documents that it links to.
    pub(super) linked: Vec<ContentPath>,
}

/// A link to a heading, checked when all headings are known.
pub(super) struct PendingAnchor {
    pub(super) target: ContentPath,
    /// The target for messages.
    pub(super) shown_target: String,
    pub(super) anchor: String,
    pub(super) place: Place,
}

impl ResolvedBody {
    /// A body whose links are known, in the order of the text. `None` if it has pictures, or another number of links.
    pub(in crate::render) fn without_pictures(text: TextBody, links: Vec<LinkHtml>) -> Option<Self> {
        let is_known = text.html.pictures.is_empty() && text.html.links.len() == links.len();
        is_known.then(|| Self { text, links, pictures: Vec::new() })
    }

    pub(in crate::render) fn text(&self) -> &TextBody {
        &self.text
    }

    pub(in crate::render) fn links(&self) -> &[LinkHtml] {
        &self.links
    }

    /// The files of its pictures.
    pub(super) fn pictures(&self) -> impl Iterator<Item = &ContentPath> {
        self.pictures.iter().flatten()
    }
}

pub(super) fn resolve(text: TextBody, links: &LinkResolver<'_>) -> (ResolvedBody, BodyUses) {
    let mut resolver = BodyResolver { text: &text, links, uses: BodyUses::default() };
    for raw in &text.html.raw_html {
        let problem = match raw.is_unclosed_comment {
            true => RenderProblem::UnclosedComment,
            false => RenderProblem::RawHtml { html: raw.html.clone() },
        };
        resolver.report(problem, &raw.span);
    }
    for (part, span) in &text.html.lost_words {
        resolver.report(RenderProblem::LostWords { part: *part }, span);
    }
    for (mark, span) in &text.html.unread_marks {
        resolver.report(RenderProblem::UnreadMark { mark: *mark }, span);
    }
    let link_htmls = text.html.links.iter().map(|link| resolver.link(link)).collect();
    let pictures = text.html.pictures.iter().map(|picture| resolver.picture(picture)).collect();
    resolver.report_lost(&text.html.lost_links);
    let uses = resolver.uses;
    (ResolvedBody { text, links: link_htmls, pictures }, uses)
}

/// The links in the keys of a file, with their ids.
pub(super) fn resolve_key_links(text: &TextBody, links: &LinkResolver<'_>) -> (Vec<(String, LinkHtml)>, BodyUses) {
    let mut resolver = BodyResolver { text, links, uses: BodyUses::default() };
    let html = |KeyLink { target, span, number }: &KeyLink| {
        // Pages of other files show the text too, so a heading of its own file is on another page.
        let is_anchor = target.trim().starts_with('#');
        let target = if is_anchor { format!("{}{}", text.path().file_name(), target.trim()) } else { target.clone() };
        let link = BodyLink { target, span: span.clone() };
        (link_id(text.path(), span.start, *number), resolver.link(&link))
    };
    let htmls = text.key_links.links.iter().map(html).collect();
    resolver.report_lost(&text.key_links.lost);
    (htmls, resolver.uses)
}

struct BodyResolver<'t, 'l, 's> {
    text: &'t TextBody,
    links: &'l LinkResolver<'s>,
    uses: BodyUses,
}

impl BodyResolver<'_, '_, '_> {
    fn report(&mut self, problem: RenderProblem, span: &Range<usize>) {
        self.uses.findings.add(problem, self.text.place(span));
    }

    fn report_lost(&mut self, lost: &[LostLink]) {
        for LostLink { text: words, target, space, span } in lost {
            let is_contact = target.starts_with("tel:") || target.starts_with("mailto:");
            let meant = match is_contact {
                true => target.replace(' ', ""),
                false => self.links.path_meant(target, self.text.path()),
            };
            let written = format!("[{words}]({meant})");
            let problem = match space {
                SpaceIn::Target => RenderProblem::SpaceInLink { target: target.clone(), written },
                SpaceIn::Between => RenderProblem::SpaceBeforeTarget { written },
            };
            self.report(problem, span);
        }
    }

    fn link(&mut self, link: &BodyLink) -> LinkHtml {
        match self.links.resolve(&link.target, self.text.path()) {
            Ok(LinkTarget::Internal { target, .. }) if self.links.is_expired(&target) => LinkHtml::words_only(),
            Ok(LinkTarget::Language(language)) => LinkHtml::language(&language),
            Ok(LinkTarget::External(address)) => LinkHtml::external(&address),
            Ok(LinkTarget::SamePage(anchor)) => {
                let html = LinkHtml::same_page(&self.text.html.prefix, &anchor);
                let target = self.text.path().clone();
                let shown_target = target.file_name().to_owned();
                self.expect_heading(target, shown_target, anchor, &link.span);
                html
            }
            Ok(LinkTarget::Internal { address, target, anchor }) => {
                let html = LinkHtml::internal(&address, anchor.as_deref(), &target, self.links.note(&target));
                if let Some(anchor) = anchor {
                    let written = link.target.split('#').next().unwrap_or_default().to_owned();
                    self.expect_heading(target, written, anchor, &link.span);
                } else if self.links.is_media(&target) {
                    self.uses.linked.push(target);
                }
                html
            }
            Err(problem) => {
                self.report(problem, &link.span);
                LinkHtml::words_only()
            }
        }
    }

    fn expect_heading(&mut self, target: ContentPath, shown_target: String, anchor: String, span: &Range<usize>) {
        let place = self.text.place(span);
        self.uses.anchors.push(PendingAnchor { target, shown_target, anchor, place });
    }

    /// The file of a picture. Returns `None` after adding a finding.
    fn picture(&mut self, picture: &BodyPicture) -> Option<ContentPath> {
        match self.links.resolve(&picture.target, self.text.path()) {
            Ok(LinkTarget::Internal { target, .. }) if is_picture(&target) => return Some(target),
            Ok(LinkTarget::External(target)) => {
                self.report(RenderProblem::PictureElsewhere { target }, &picture.span);
            }
            Ok(LinkTarget::Internal { .. } | LinkTarget::SamePage(_) | LinkTarget::Language(_)) => {
                self.report(RenderProblem::NotAPicture { target: picture.target.clone() }, &picture.span);
            }
            Err(RenderProblem::Content(ContentProblem::BrokenLink { target, path, suggestion })) => {
                self.report(ContentProblem::MissingMedia { target, path, suggestion }.into(), &picture.span);
            }
            Err(problem) => self.report(problem, &picture.span),
        }
        None
    }
}
