//! Finishes the HTML of Markdown bodies, once for each body, however many pages show it.
//!
//! Takes the texts, whose HTML has placeholders. First every link is resolved ([`resolve_all`]), which decides which
//! pictures and documents are published. When they are processed, [`finish_all`] fills the placeholders. Those for the
//! path to the root and the level of headings stay, because the page decides them. Reports broken links and anchors, raw
//! HTML and unsafe addresses.

mod body;
mod fill;
mod key_links;
mod link_html;
mod links;
mod picture;
mod resolved;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

pub(super) use self::body::{Bodies, Body, DEFAULT_LEVEL, PlacedBody, ShownBody};
pub(super) use self::fill::fill_links;
pub(super) use self::key_links::KeyLinkHtml;
pub(super) use self::link_html::LinkHtml;
use self::links::LinkResolver;
pub(super) use self::resolved::ResolvedBody;
use self::resolved::{PendingAnchor, resolve_key_links};
use super::pictures::{ProcessedPictures, Wanted};
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, Findings, KnownWords};
use crate::text::TextBody;
use crate::view::Site;

/// A message with hundreds of ids helps nobody.
const MAX_SHOWN_IDS: usize = 30;

/// Resolves the links and pictures of all bodies that pages show, and the links in keys. Returns them, and the files that
/// they use.
pub(super) fn resolve_all(
    site: &Site<'_>,
    texts: Vec<TextBody>,
    findings: &mut Findings,
) -> (Vec<ResolvedBody>, KeyLinkHtml, Wanted) {
    let links = LinkResolver::new(site);
    let hidden: HashSet<&ContentPath> = site.hidden.iter().map(|file| &file.path).collect();
    let with_keys: Vec<&TextBody> = texts.iter().filter(|text| !hidden.contains(text.path())).collect();
    let of_keys: Vec<_> = with_keys.into_par_iter().map(|text| resolve_key_links(text, &links)).collect();
    let mut texts: HashMap<ContentPath, TextBody> = texts.into_iter().map(|text| (text.path().clone(), text)).collect();
    let shown = site.prose.iter().chain(&site.translated);
    let shown: Vec<TextBody> = shown.filter_map(|prose| texts.remove(prose.path())).collect();
    let resolved: Vec<_> = shown.into_par_iter().map(|text| resolved::resolve(text, &links)).collect();
    let mut bodies = Vec::with_capacity(resolved.len());
    let mut anchors = Vec::new();
    let mut wanted = Wanted::default();
    for (body, of_body) in resolved {
        findings.append(of_body.findings);
        anchors.extend(of_body.anchors);
        wanted.linked.extend(of_body.linked);
        wanted.shown.extend(body.pictures().filter(|file| !site.is_expired(file)).cloned());
        bodies.push(body);
    }
    let mut key_links = KeyLinkHtml::default();
    for (htmls, of_text) in of_keys {
        findings.append(of_text.findings);
        anchors.extend(of_text.anchors);
        wanted.linked.extend(of_text.linked);
        key_links.extend(htmls);
    }
    report_broken_anchors(anchors, &bodies, findings);
    (bodies, key_links, wanted)
}

fn report_broken_anchors(links: Vec<PendingAnchor>, bodies: &[ResolvedBody], findings: &mut Findings) {
    if links.is_empty() {
        return;
    }
    let ids: HashMap<&ContentPath, &[String]> =
        bodies.iter().map(|body| (body.text.path(), body.text.html.heading_ids.as_slice())).collect();
    let mut headings: HashMap<ContentPath, (HashSet<&str>, OnceCell<KnownWords<'_>>)> = HashMap::new();
    for link in links {
        let in_order = ids.get(&link.target).copied().unwrap_or_default();
        let (ids, known) = headings
            .entry(link.target)
            .or_insert_with(|| (in_order.iter().map(String::as_str).collect(), OnceCell::new()));
        if ids.contains(link.anchor.as_str()) {
            continue;
        }
        let known = known.get_or_init(|| KnownWords::new(in_order.iter().map(String::as_str)));
        let suggestion = known.nearest(&link.anchor).map(str::to_owned);
        let known = some_in_words(in_order);
        let problem = RenderProblem::BrokenAnchor { target: link.shown_target, anchor: link.anchor, known, suggestion };
        findings.add(problem, link.place);
    }
}

/// The first ids, and the number of the others: “a, b and 3 more”. Empty if there are none.
fn some_in_words(ids: &[String]) -> String {
    let shown = ids.get(..MAX_SHOWN_IDS).unwrap_or(ids).join(", ");
    match ids.len().saturating_sub(MAX_SHOWN_IDS) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Fills the placeholders of all bodies.
pub(super) fn finish_all(bodies: Vec<ResolvedBody>, pictures: &ProcessedPictures, site: &Site<'_>) -> Bodies {
    let finish = |body: ResolvedBody| (body.text.path().to_string(), fill::fill(body, pictures, site));
    let finished: Vec<_> = bodies.into_par_iter().map(finish).collect();
    finished.into_iter().collect()
}
