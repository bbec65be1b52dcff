//! Finished bodies. The page a body is on decides the path to the root and the level of its headings, so those stay
//! placeholders until then.

use std::collections::HashMap;

use super::placeholders::{LEVEL, ROOT};

/// All bodies, by their file.
pub(in crate::render) type Bodies = HashMap<String, Body>;

/// A body as HTML, with the positions of its placeholders.
#[derive(Debug, Default)]
pub(in crate::render) struct Body {
    html: String,
    placeholders: Vec<(usize, Placeholder)>,
}

#[derive(Clone, Copy, Debug)]
enum Placeholder {
    Root,
    /// The offset from the first level. A digit follows in the HTML.
    Level(u8),
}

/// The first byte of both placeholders in UTF-8. Few other characters begin with it.
const FIRST_BYTE: u8 = 0xEF;

impl Body {
    pub(super) fn new(mut html: String) -> Self {
        html.shrink_to_fit();
        let at = memchr::memchr_iter(FIRST_BYTE, html.as_bytes());
        let placeholder = |at: usize| {
            let mut chars = html.get(at..)?.chars();
            match chars.next()? {
                ROOT => Some((at, Placeholder::Root)),
                LEVEL => {
                    let level = chars.next().and_then(|digit| digit.to_digit(10))?;
                    Some((at, Placeholder::Level(u8::try_from(level).ok()?)))
                }
                _ => None,
            }
        };
        let placeholders = at.filter_map(placeholder).collect();
        Self { html, placeholders }
    }

    /// The HTML for a page: `root` is the relative path to the root, `level` the level of the body's first headings.
    pub(in crate::render) fn html(&self, root: &str, level: u8) -> String {
        let mut html = String::with_capacity(self.html.len() + self.placeholders.len() * root.len());
        let mut from = 0;
        for (at, placeholder) in &self.placeholders {
            html.push_str(self.html.get(from..*at).unwrap_or_default());
            from = at + ROOT.len_utf8();
            match placeholder {
                Placeholder::Root => html.push_str(root),
                Placeholder::Level(offset) => {
                    html.push(char::from(b'0' + (level + offset).min(6)));
                    from += 1;
                }
            }
        }
        html.push_str(self.html.get(from..).unwrap_or_default());
        html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_and_heading_levels_come_from_the_page() {
        let html = format!("<h{LEVEL}0>A</h{LEVEL}0><a href=\"{ROOT}team.html\">b</a><h{LEVEL}1>c</h{LEVEL}1>");
        let body = Body::new(html);
        assert_eq!(body.html("../", 3), "<h3>A</h3><a href=\"../team.html\">b</a><h4>c</h4>");
        assert_eq!(body.html("", 6), "<h6>A</h6><a href=\"team.html\">b</a><h6>c</h6>");
    }
}
