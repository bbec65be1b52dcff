//! HTML in a body, which is not published.

use std::ops::Range;

use super::body_html::RawHtml;

/// How much of the HTML is shown in a message, in characters.
const MAX_SHOWN: usize = 40;

/// The elements that are open, so that each is reported once.
#[derive(Default)]
pub(super) struct OpenTags(Vec<String>);

impl OpenTags {
    /// What to report of a part of a body. Comments are meant to be invisible, if they end.
    pub(super) fn problems(&mut self, html: &str, span: Range<usize>) -> Vec<RawHtml> {
        let (without_comments, unclosed) = without_comments(html);
        let mut problems = Vec::new();
        let rest = self.without_known_ends(&without_comments);
        let trimmed = rest.trim();
        if !trimmed.is_empty() {
            let line = trimmed.lines().next().unwrap_or_default();
            let end = span.start + line.len().min(span.len());
            let html = line.chars().take(MAX_SHOWN).collect();
            problems.push(RawHtml { html, is_unclosed_comment: false, span: span.start..end });
        }
        problems.extend(unclosed.into_iter().map(|at| {
            let start = span.start + at;
            RawHtml { html: "<!--".into(), is_unclosed_comment: true, span: start..start + 4 }
        }));
        problems
    }

    /// The HTML without the ends of elements whose start was reported.
    fn without_known_ends(&mut self, html: &str) -> String {
        let mut rest = html;
        let mut result = String::new();
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at_checked(at).unwrap_or((rest, ""));
            result.push_str(before);
            let end = tag.find('>').map_or(tag.len(), |end| end + 1);
            let (tag, after) = tag.split_at_checked(end).unwrap_or((tag, ""));
            rest = after;
            let inner = tag.trim_start_matches('<');
            let is_end = inner.starts_with('/');
            let name: String =
                inner.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
            let name = name.to_ascii_lowercase();
            match self.0.iter().rposition(|open| *open == name) {
                Some(at) if is_end => {
                    self.0.remove(at);
                    continue;
                }
                _ if !is_end && !name.is_empty() => self.0.push(name),
                _ => {}
            }
            result.push_str(tag);
        }
        result + rest
    }
}

/// HTML without comments, and where each begins that has no end of its own.
fn without_comments(html: &str) -> (String, Vec<usize>) {
    let mut rest = html;
    let mut result = String::new();
    let mut unclosed = Vec::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        result.push_str(before);
        let start = html.len() - after.len() - 4;
        // `<!-->` and `<!--->` are empty comments.
        let empty = [">", "->"].iter().find_map(|end| after.strip_prefix(end));
        let Some(after_end) = empty.or_else(|| after.split_once("-->").map(|(_, after)| after)) else {
            unclosed.push(start);
            return (result, unclosed);
        };
        // The end of a later comment ends this one too, and hides the text between them.
        let comment = after.get(..after.len() - after_end.len()).unwrap_or_default();
        if comment.contains("<!--") {
            unclosed.push(start);
        }
        rest = after_end;
    }
    (result + rest, unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(parts: &[&str]) -> Vec<String> {
        let mut open = OpenTags::default();
        parts.iter().flat_map(|html| open.problems(html, 0..html.len())).map(|raw| raw.html).collect()
    }

    #[test]
    fn ends_are_reported_unless_their_start_was() {
        assert_eq!(reported(&["<b>", "</b>"]), ["<b>"]);
        assert_eq!(reported(&["</div>\nBring your form.\n"]), ["</div>"]);
        assert_eq!(reported(&["<div>", "</div>\nBring your form.\n"]), ["<div>", "Bring your form."]);
        assert_eq!(reported(&["</p>", "<P>", "</p>", "</p>"]), ["</p>", "<P>", "</p>"]);
    }

    #[test]
    fn comments_are_reported_only_without_an_end_of_their_own() {
        assert_eq!(reported(&["<!-- a -->", "<!-->", "<!--->", "<!-- a\n\nb -->"]), Vec::<String>::new());
        assert_eq!(reported(&["<!-- a\nb"]), ["<!--"]);
        assert_eq!(reported(&["<!-- a\n\nb <!-- c -->"]), ["<!--"]);
        assert_eq!(reported(&["<!-- a\n\n<!-->"]), ["<!--"]);
        assert_eq!(reported(&["<!-- a --> words"]), ["words"]);
    }
}
