//! Turns the marks of texts in keys into HTML, in a finished page.

use std::collections::HashMap;

use super::link_html::LinkHtml;
use crate::programme::{EMPHASIS, EMPHASIS_END, KEY_LINK, KEY_LINK_END, STRONG, STRONG_END};
use crate::text::{FIRST_BYTE, ROOT};

/// The links in keys, by their ids.
#[derive(Debug, Default)]
pub(in crate::render) struct KeyLinkHtml(HashMap<String, LinkHtml>);

impl Extend<(String, LinkHtml)> for KeyLinkHtml {
    fn extend<T: IntoIterator<Item = (String, LinkHtml)>>(&mut self, links: T) {
        self.0.extend(links);
    }
}

impl KeyLinkHtml {
    /// The page with HTML in place of marks. `root` is the path to the site's root. In an attribute, marks are removed.
    pub(in crate::render) fn fill(&self, page: String, root: &str) -> String {
        if memchr::memchr(FIRST_BYTE, page.as_bytes()).is_none() {
            return page;
        }
        let mut filler = Filler { links: self, root, out: String::with_capacity(page.len() * 9 / 8), open: None };
        let (mut remaining, mut is_in_tag) = (page.as_str(), false);
        while let Some(at) = memchr::memchr(FIRST_BYTE, remaining.as_bytes()) {
            let (before, rest) = remaining.split_at_checked(at).unwrap_or((remaining, ""));
            // Texts are escaped, so these two only stand around tags.
            is_in_tag = before.rfind(['<', '>']).map_or(is_in_tag, |last| before.as_bytes().get(last) == Some(&b'<'));
            filler.out.push_str(before);
            remaining = filler.mark(rest, is_in_tag);
        }
        filler.out.push_str(remaining);
        filler.out
    }
}

fn is_mark(ch: char) -> bool {
    (STRONG..=KEY_LINK_END).contains(&ch)
}

struct Filler<'k> {
    links: &'k KeyLinkHtml,
    root: &'k str,
    out: String,
    /// The link whose end has not come, and where its words begin.
    open: Option<(&'k LinkHtml, usize)>,
}

impl Filler<'_> {
    /// Writes the character at the start of `rest`, which may be a mark, and returns what follows it.
    fn mark<'r>(&mut self, rest: &'r str, is_in_tag: bool) -> &'r str {
        let mut chars = rest.chars();
        let Some(mark) = chars.next() else { return "" };
        let after = chars.as_str();
        let (id, after) = if mark == KEY_LINK { after.split_once(';').unwrap_or_default() } else { ("", after) };
        match mark {
            _ if !is_mark(mark) => self.out.push(mark),
            _ if is_in_tag => {}
            STRONG => self.out.push_str("<strong>"),
            STRONG_END => self.out.push_str("</strong>"),
            EMPHASIS => self.out.push_str("<em>"),
            EMPHASIS_END => self.out.push_str("</em>"),
            KEY_LINK => {
                if let Some(link) = self.links.0.get(id) {
                    self.out.push_str(&link.opening.replace(ROOT, self.root));
                    self.open = Some((link, self.out.len()));
                }
            }
            KEY_LINK_END => {
                if let Some((link, start)) = self.open.take() {
                    link.close(&mut self.out, start);
                }
            }
            _ => {}
        }
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::ContentPath;

    #[test]
    fn marks_become_html_in_text_and_nothing_in_attributes() {
        let mut links = KeyLinkHtml::default();
        let html = LinkHtml::internal("media/a.pdf", None, &ContentPath::new("media/a.pdf"), Some("(PDF)".into()));
        links.extend([("a:1:0".to_owned(), html), ("a:1:1".to_owned(), LinkHtml::words_only())]);
        let text = format!("{STRONG}Bring{STRONG_END} {KEY_LINK}a:1:0;the {EMPHASIS}form{EMPHASIS_END}{KEY_LINK_END}…");
        let page = format!("<p title=\"{text}\">{text} {KEY_LINK}a:1:1;no{KEY_LINK_END} \u{FDD8}3;2;../;</p>");
        assert_eq!(
            links.fill(page, "../"),
            "<p title=\"Bring the form…\"><strong>Bring</strong> <a href=\"../media/a.pdf\">the <em>form</em> (PDF)</a>… \
             no \u{FDD8}3;2;../;</p>"
        );
    }
}
