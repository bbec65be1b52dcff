//! Reads what a template wrote: links, ids and, in the main part, words.

use std::collections::HashMap;

use html_escape::decode_html_entities;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_128;

use super::batch::{PageBatch, PageFacts};
use super::page_parts::{find, parts, rfind};
use super::page_state::{PageState, Region};
use super::tag_roles::{AttributeRole, role_of};
use crate::render::html_tags::{Tag, Tags};
use crate::render::markdown::{Bodies, ShownBody};
use crate::text::{Field, TermCollector, fold};

/// Navigation, forms, scripts and drawings aren't part of the page's text.
const SKIPPED_ELEMENTS: [&str; 6] = ["nav", "form", "template", "script", "style", "svg"];
/// Elements without an end.
const VOID_ELEMENTS: [&str; 5] = ["br", "hr", "img", "input", "wbr"];
/// Headings of a section, a table or an activity.
const HEADINGS: [&str; 9] = ["h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "summary"];
/// Elements that can be inside a word.
const INSIDE_WORDS: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "small", "strong", "sub", "sup", "wbr"];

/// Reads the pages of one batch.
pub(in crate::render) struct PageScanner<'b> {
    bodies: &'b Bodies,
    batch: PageBatch,
    terms: TermCollector,
    /// Parts before and after the main part, by their hash.
    regions: FxHashMap<u128, Region>,
    buffer: String,
}

impl<'b> PageScanner<'b> {
    pub(in crate::render) fn new(bodies: &'b Bodies) -> Self {
        Self {
            bodies,
            batch: PageBatch::default(),
            terms: TermCollector::default(),
            regions: HashMap::default(),
            buffer: String::new(),
        }
    }

    /// Reads a page with marks in place of its bodies.
    pub(in crate::render) fn read(&mut self, path: &str, title: &str, frame: &str) {
        let (before, main, after) = parts(frame);
        let (head, header) = before.split_at_checked(find(before, "<body").unwrap_or(0)).unwrap_or(("", before));
        let mut page = PageState::default();
        page.region.add(&self.region(head));
        // The breadcrumb trail is in the last navigation, and differs from page to page.
        let (shared, own) = header.split_at_checked(rfind(header, "<nav").unwrap_or(0)).unwrap_or(("", header));
        page.region.add(&self.cached_region(shared));
        page.region.add(&self.region(own));
        self.main_part(main, &mut page);
        page.region.add(&self.cached_region(after));
        self.add_words(title, Field::Title);
        let PageState { region: Region { links, mut ids }, paths, bodies, .. } = page;
        ids.sort_unstable();
        self.batch.pages.push(PageFacts {
            path: path.to_owned(),
            links: links.into(),
            linked_paths: paths.into(),
            ids: ids.into(),
            terms: self.terms.take(),
            bodies: bodies.into(),
        });
    }

    pub(in crate::render) fn finish(self) -> PageBatch {
        self.batch
    }

    /// The same as [`Self::region`], for parts that many pages share.
    fn cached_region(&mut self, html: &str) -> Region {
        let hash = xxh3_128(html.as_bytes());
        if let Some(region) = self.regions.get(&hash) {
            return region.clone();
        }
        let region = self.region(html);
        self.regions.insert(hash, region.clone());
        region
    }

    /// The links and ids of a part.
    fn region(&mut self, html: &str) -> Region {
        let mut tags = Tags::of(html);
        let mut region = Region::default();
        let mut open = None;
        while let Some(tag) = tags.next_tag() {
            let start = tags.start();
            let link = self.attributes(tag, &mut tags, &mut region, &mut |_, _| {});
            self.link_boundary((tag, link), (html, start, tags.end()), &mut open, &mut region);
        }
        self.close_link(open.take(), html, html.len(), &mut region);
        region
    }

    /// Reads the attributes of a tag, and calls `other` with each. Returns the target of a link that people follow.
    fn attributes<'t>(
        &mut self,
        tag: Tag<'t>,
        tags: &mut Tags<'t>,
        region: &mut Region,
        other: &mut dyn FnMut(&str, &str),
    ) -> Option<&'t str> {
        let mut link = None;
        while let Some((name, value)) = tags.next_attribute() {
            other(name, value);
            match role_of(tag.name, name).filter(|_| !tag.is_end) {
                None => {}
                Some(AttributeRole::Link) => link = Some(value),
                Some(AttributeRole::Load) => self.add_link(value, "", region),
                Some(AttributeRole::LoadSet) => {
                    let candidates = value.split(',').filter_map(|candidate| candidate.split_whitespace().next());
                    candidates.for_each(|address| self.add_link(address, "", region));
                }
                Some(AttributeRole::Id) => region.ids.push(self.id(value)),
                // `<a id="x" name="x">` gives one element the same id twice.
                Some(AttributeRole::Name) => {
                    let id = self.id(value);
                    if region.ids.last() != Some(&id) {
                        region.ids.push(id);
                    }
                }
            }
        }
        link
    }

    fn id(&mut self, value: &str) -> u32 {
        self.batch.intern_id(&decode_html_entities(value))
    }

    fn add_link(&mut self, target: &str, inside: &str, region: &mut Region) {
        region.links.push(self.batch.intern_link(target, inside, &mut self.buffer));
    }

    /// Ends the open link at the start or end of a link, and starts the next.
    fn link_boundary<'t>(
        &mut self,
        (tag, link): (Tag<'_>, Option<&'t str>),
        (html, start, end): (&str, usize, usize),
        open: &mut Option<(&'t str, usize)>,
        region: &mut Region,
    ) {
        if link.is_some() || tag.is_end && tag.name.eq_ignore_ascii_case("a") {
            self.close_link(open.take(), html, start, region);
        }
        if let Some(target) = link {
            *open = Some((target, end));
        }
    }

    fn close_link(&mut self, open: Option<(&str, usize)>, html: &str, end: usize, region: &mut Region) {
        if let Some((target, start)) = open {
            self.add_link(target, html.get(start..end).unwrap_or_default(), region);
        }
    }

    /// Reads the main part: links, ids and words.
    fn main_part(&mut self, html: &str, page: &mut PageState) {
        let mut tags = Tags::of(html);
        let mut open = None;
        let mut from = 0;
        while let Some(tag) = tags.next_tag() {
            let start = tags.start();
            self.text(html.get(from..start).unwrap_or_default(), page);
            let mut is_hidden = has_name(tag, &SKIPPED_ELEMENTS);
            let mut alt = String::new();
            let link = self.attributes(tag, &mut tags, &mut page.region, &mut |name, value| match name {
                "aria-hidden" => is_hidden |= value == "true",
                "hidden" => is_hidden = true,
                "alt" => value.clone_into(&mut alt),
                _ => {}
            });
            self.link_boundary((tag, link), (html, start, tags.end()), &mut open, &mut page.region);
            from = tags.end();
            if page.skipped.is_some() {
                page.leave_skipped(tag);
                continue;
            }
            if !alt.is_empty() {
                page.text.push(' ');
                page.text.push_str(&alt);
            }
            if !has_name(tag, &INSIDE_WORDS) {
                self.end_words(page);
            }
            for (names, field) in [(&["h1"][..], Field::Title), (&HEADINGS, Field::Heading)] {
                if has_name(tag, names) {
                    page.field = (!tag.is_end).then_some(field);
                }
            }
            // A void element has no end, so it hides nothing else.
            if is_hidden && !tag.is_end && !has_name(tag, &VOID_ELEMENTS) {
                page.skipped = Some((tag.name.to_owned(), 1));
            }
        }
        self.text(html.get(from..).unwrap_or_default(), page);
        self.end_words(page);
        self.close_link(open.take(), html, html.len(), &mut page.region);
    }

    /// Adds the text between two tags, with the bodies in it and without comments.
    fn text(&mut self, mut text: &str, page: &mut PageState) {
        let bodies = self.bodies;
        while let Some((before, shown, after)) = bodies.split(text) {
            page.push(before);
            self.end_words(page);
            self.body(&shown, page);
            text = after;
        }
        page.push(text);
    }

    fn body(&mut self, shown: &ShownBody<'_, '_>, page: &mut PageState) {
        let facts = &shown.body.facts;
        for id in shown.ids() {
            page.region.ids.push(self.batch.intern_id(id));
        }
        for address in &facts.links {
            page.paths.push(self.batch.intern_path(address));
        }
        if page.skipped.is_some() {
            return;
        }
        if let Some(opening) = shown.opening_words() {
            self.add_words(&opening, Field::Text);
        } else {
            page.bodies.push(shown.index);
            self.add_words(&facts.words, Field::Text);
        }
    }

    /// Adds the words since the last boundary.
    fn end_words(&mut self, page: &mut PageState) {
        if page.text.is_empty() {
            return;
        }
        let field = page.field.unwrap_or(Field::Text);
        self.add_words(&decode_html_entities(&page.text), field);
        page.text.clear();
    }

    fn add_words(&mut self, text: &str, field: Field) {
        let (terms, known) = (&mut self.terms, &mut self.batch.terms);
        fold(text, |word| terms.add(known.intern(word), field));
    }
}

fn has_name(tag: Tag<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(tag.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::facts::LinkId;
    use crate::text::FoundTerm;

    /// The facts of one page.
    fn scanned(title: &str, html: &str) -> PageBatch {
        let bodies = Bodies::default();
        let mut scanner = PageScanner::new(&bodies);
        scanner.read("page.html", title, html);
        scanner.finish()
    }

    fn fields(main: &str) -> Vec<(String, Field)> {
        let html = format!("<title>no</title><header><h1>no</h1></header><main id=\"main\">{main}</main><p>no</p>");
        let batch = scanned("Named", &html);
        let known: Vec<&str> = batch.terms.iter().collect();
        let word = |found: &FoundTerm| (known[found.term().index()].to_owned(), found.field());
        let mut words: Vec<_> = batch.pages[0].terms.iter().map(word).collect();
        words.sort();
        words.retain(|(word, _)| word != "named");
        words
    }

    fn words(main: &str) -> Vec<String> {
        fields(main).into_iter().map(|(word, _)| word).collect()
    }

    fn links_and_ids(html: &str) -> (Vec<(String, String)>, Vec<String>) {
        let batch = scanned("", html);
        let page = &batch.pages[0];
        let link = |id: &LinkId| {
            let link = batch.link(*id);
            (link.target.clone(), link.words())
        };
        (page.links.iter().map(link).collect(), batch.ids_of(page).map(str::to_owned).collect())
    }

    fn pair(target: &str, words: &str) -> (String, String) {
        (target.to_owned(), words.to_owned())
    }

    #[test]
    fn most_important_field_of_a_word_counts() {
        let seen = fields("<h1>Fair &amp; talks</h1><h2>The <em>fair</em></h2><p>The hall and a fair</p>");
        let wanted = [
            ("a", Field::Text),
            ("and", Field::Text),
            ("fair", Field::Title),
            ("hall", Field::Text),
            ("talks", Field::Title),
            ("the", Field::Heading),
        ];
        assert_eq!(seen, wanted.map(|(word, field)| (word.to_owned(), field)));
        let title = scanned("A &lt;b&gt; c", "<main></main>");
        assert!(title.terms.iter().any(|word| word == "lt"), "a title is text, not HTML");
    }

    #[test]
    fn hidden_elements_and_navigation_are_left_out() {
        let main = "<nav><ul><li>no</li></ul></nav>yes<span aria-hidden=\"true\"><span>no</span>no</span>\
            <form><p>no</p></form><template>no</template><svg><title>no</title></svg><p hidden>no</p> too\
            <img alt=\"a map\" src=\"no.png\"><!-- no -->";
        assert_eq!(words(main), ["a", "map", "too", "yes"]);
    }

    #[test]
    fn block_tags_end_words_and_inline_tags_do_not() {
        assert_eq!(
            words("<p>one</p><p>two</p><b>th</b>ree<br>four<th>five<span>six</span>"),
            ["five", "four", "one", "six", "three", "two"]
        );
    }

    #[test]
    fn links_have_words_and_pictures_have_none() {
        for page in ["{}", "<main>{}</main>", "<body><nav>{}</nav><main></main>", "<main></main><footer>{}</footer>"] {
            let (links, ids) = links_and_ids(&page.replace(
                "{}",
                "<h1 id=top>A</h1><p><a class=standalone-link href='b.html?x=1&amp;y=2#c'>To <b>B</b></a> \
                 <img src=\"m.svg\" alt=map><a href=d.html><img src=e.png alt='The way'></a>",
            ));
            let mut wanted =
                [pair("b.html?x=1&y=2#c", "To B"), pair("m.svg", ""), pair("d.html", "The way"), pair("e.png", "")];
            let mut links = links;
            links.sort();
            wanted.sort();
            assert_eq!(links, wanted, "{page}");
            assert_eq!(ids, ["top"], "{page}");
        }
    }

    #[test]
    fn links_in_scripts_and_comments_are_ignored() {
        let (links, ids) = links_and_ids(
            "<title><a href=a></title><script>'<a href=b>'</script><!-- <a href=c id=d> --><style>a{}</style>\
             <textarea><a href=e></textarea><p data-href=f title='<a href=g>'></p href=h><noscript><a href=seen>x</a>",
        );
        assert_eq!(links, [pair("seen", "x")]);
        assert!(ids.is_empty());
    }

    #[test]
    fn links_in_hidden_elements_are_read() {
        let (links, ids) = links_and_ids("<main><nav><a href=a id=b>no</a></nav><p hidden><a href=c>no</a></p></main>");
        assert_eq!(links, [pair("a", "no"), pair("c", "no")]);
        assert_eq!(ids, ["b"]);
    }

    #[test]
    fn every_source_of_a_picture_set_is_read() {
        let (links, _) = links_and_ids("<img srcset='a.png 1x, b.png 2x' src=a.png><source srcset=c.webp>");
        let targets: Vec<&str> = links.iter().map(|(target, _)| target.as_str()).collect();
        assert_eq!(targets, ["a.png", "b.png", "a.png", "c.webp"]);
    }

    #[test]
    fn id_and_equal_name_count_once() {
        assert_eq!(links_and_ids("<a id=x name=x></a><a name=y></a><p id=y>").1, ["x", "y", "y"]);
    }

    #[test]
    fn pages_that_share_a_header_have_all_its_links() {
        let bodies = Bodies::default();
        let mut scanner = PageScanner::new(&bodies);
        for page in ["a.html", "b.html"] {
            let header = "<body><nav><a href=home.html>Home</a></nav><nav><a href=up.html>Up</a></nav>";
            scanner.read(page, "", &format!("<title>{page}</title>{header}<main><a href={page}>x</a></main>"));
        }
        let batch = scanner.finish();
        let targets = |page: &PageFacts| page.links.iter().map(|id| batch.link(*id).target).collect::<Vec<_>>();
        assert_eq!(targets(&batch.pages[0]), ["home.html", "up.html", "a.html"]);
        assert_eq!(targets(&batch.pages[1]), ["home.html", "up.html", "b.html"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_read(html: String) {
            links_and_ids(&html);
        }

        #[test]
        fn any_tags_can_be_read(html in "(<(a|img|p|/a|title|script)( (href|src|id|alt|srcset)=?('x'|\"é\"|y|)){0,3}/?>|é| ){0,12}") {
            links_and_ids(&html);
        }

        #[test]
        fn any_page_can_be_read(html in "(<(/)?(main|nav|h1|p|svg|span aria-hidden=\"true\"|img alt=x)>|é| |&lt;|<!--|<body>){0,20}") {
            links_and_ids(&html);
        }
    }
}
