//! Converts every Markdown body to HTML, once, however many pages show it.
//!
//! Takes the bodies of the site. Returns HTML with placeholders, because the page decides the path to the site's root
//! and the level of headings. Reports broken links and anchors, raw HTML and unsafe addresses.

mod body;
mod convert;
mod converted;
mod footnotes;
mod heading_ids;
mod html;
mod links;
mod picture;
mod placeholders;
mod short_forms;
mod table;

use std::collections::HashMap;

use rayon::prelude::*;

pub(super) use self::body::Bodies;
use self::body::Body;
use self::converted::{Converted, HtmlWithPlaceholders, PendingAnchor};
use self::heading_ids::HeadingIds;
use self::links::LinkResolver;
use super::pictures::{ProcessedPictures, Wanted};
use crate::programme::Prose;
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, Findings, KnownWords};
use crate::view::Site;

/// Converts all bodies in parallel. Returns them, and the files that they use.
pub(super) fn convert_all(site: &Site<'_>, findings: &mut Findings) -> (Vec<HtmlWithPlaceholders>, Wanted) {
    let links = LinkResolver::new(site);
    let original = site.prose.par_iter().map(|prose| (prose, site.abbreviations));
    let translated = site.translated.par_iter().map(|prose| (prose, &[][..]));
    let convert = |(prose, short_forms): (&&Prose, _)| {
        (prose.path().clone(), convert::convert(prose, &links, short_forms, &site.language))
    };
    let converted: Vec<(ContentPath, Converted)> = original.chain(translated).map(convert).collect();
    let mut bodies = Vec::with_capacity(converted.len());
    let mut anchors: HashMap<ContentPath, HeadingIds> = HashMap::new();
    let mut pending = Vec::new();
    let mut wanted = Wanted::default();
    for (path, one) in converted {
        findings.append(one.findings);
        pending.extend(one.pending_anchors);
        wanted.linked.extend(one.linked);
        let shown = one.shown.iter().map(|shown| &shown.file).filter(|file| !site.is_expired(file));
        wanted.shown.extend(shown.cloned());
        anchors.insert(path.clone(), one.anchors);
        bodies.push(HtmlWithPlaceholders { path, html: one.html, shown: one.shown });
    }
    report_broken_anchors(pending, &anchors, findings);
    (bodies, wanted)
}

fn report_broken_anchors(
    links: Vec<PendingAnchor>,
    anchors: &HashMap<ContentPath, HeadingIds>,
    findings: &mut Findings,
) {
    let no_headings = HeadingIds::default();
    let mut known_words: HashMap<ContentPath, KnownWords<'_>> = HashMap::new();
    for link in links {
        let headings = anchors.get(&link.target).unwrap_or(&no_headings);
        if headings.contains(&link.anchor) {
            continue;
        }
        let known = known_words
            .entry(link.target)
            .or_insert_with(|| KnownWords::new(headings.in_order().iter().map(String::as_str)));
        let suggestion = known.nearest(&link.anchor).map(str::to_owned);
        let target = link.link.split('#').next().unwrap_or(&link.link).to_owned();
        let known = headings.some_in_words();
        let problem = RenderProblem::BrokenAnchor { target, anchor: link.anchor, known, suggestion };
        findings.add(problem, link.place);
    }
}

/// Replaces the picture placeholders of all bodies.
pub(super) fn insert_pictures(
    bodies: Vec<HtmlWithPlaceholders>,
    pictures: &ProcessedPictures,
    site: &Site<'_>,
) -> Bodies {
    let insert = |body: HtmlWithPlaceholders| {
        let html = picture::insert(&body, pictures, site);
        (body.path.to_string(), Body::new(html))
    };
    bodies.into_par_iter().map(insert).collect()
}
