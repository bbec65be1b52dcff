//! The description of an event, as Markdown.
//!
//! Calendars hold plain text or HTML. Neither is Markdown, so its characters are escaped, and its lines stay lines.
//! Joining details of online meetings are left out: whoever has them can join.

use super::escape::escaped_line;
use super::{html, joining};

/// A description for a content file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Description {
    pub(super) markdown: String,
    /// True if joining details were left out.
    pub(super) had_joining_details: bool,
}

impl Description {
    pub(super) fn of(text: &str) -> Self {
        if html::is_html(text) {
            let (text, had_joining_details) = joining::without_details(&html::to_markdown(text));
            return Self { markdown: text, had_joining_details };
        }
        let (text, had_joining_details) = joining::without_details(text);
        Self { markdown: plain_to_markdown(&text), had_joining_details }
    }
}

/// Plain text on one line, without joining details, and whether there were any. It is shown as it is, so it isn't escaped.
pub(super) fn one_line_without_details(text: &str) -> (String, bool) {
    let text = if html::is_html(text) { html::to_text(text) } else { text.to_owned() };
    let (text, had_joining_details) = joining::without_details(&text);
    (crate::import::cell::one_line(&text), had_joining_details)
}

/// Plain text as Markdown that shows the same characters and lines.
fn plain_to_markdown(text: &str) -> String {
    let mut paragraphs: Vec<Vec<String>> = vec![Vec::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(paragraph) if !line.is_empty() => paragraph.push(escaped_line(line)),
            Some(paragraph) if !paragraph.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    let paragraphs: Vec<String> = paragraphs.iter().map(|lines| lines.join("\\\n")).collect();
    paragraphs.join("\n\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Options, Parser, html::push_html};

    use super::*;

    fn shown(markdown: &str) -> String {
        let mut html = String::new();
        push_html(&mut html, Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION));
        let text = html.replace("<br />", "").replace("<p>", "").replace("</p>", "");
        html_escape::decode_html_entities(&text).trim().to_owned()
    }

    #[test]
    fn plain_text_is_shown_as_it_was_written() {
        for text in [
            "Choose 2*3*4 subjects_of_interest_\n#1 Maths\n+ plus\n> quoted\n| a | b |\nline one\nline two\n***",
            "1. First\n2) Second\n- dash\n---\n===\n`code` and ~~no~~",
            "a <b and 5 < 6 &amp; [x](y) ![z] \\n <!-- no -->",
            "Term: x\n: definition\n[^1]: note",
        ] {
            assert_eq!(shown(&Description::of(text).markdown), text, "{}", Description::of(text).markdown);
        }
    }

    #[test]
    fn web_addresses_become_links() {
        let text = Description::of("See https://hill.example/a_b*c (or http://a.example/?x=1).").markdown;
        assert_eq!(text, "See <https://hill.example/a_b*c> (or <http://a.example/?x=1>).");
    }

    proptest::proptest! {
        #[test]
        fn any_plain_text_is_shown_as_it_was_written(text in "[a-zA-Z0-9 *_#`\\[\\]()!&;:.,=+>~|\\\\-]{0,40}") {
            let plain: Vec<&str> = text.split_whitespace().collect();
            let html = shown(&Description::of(&text).markdown);
            let read: Vec<&str> = html.split_whitespace().collect();
            proptest::prop_assert_eq!(read.join(" "), plain.join(" "));
        }
    }
}
