//! The words of one finished page, each with the field it is in.

use std::collections::HashMap;

use html_escape::decode_html_entities;

use super::fold::fold;
use crate::render::html_tags::{Tag, Tags};

/// The part of a page that a word is in, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Field {
    Title,
    Heading,
    Text,
}

/// Navigation, forms, scripts and drawings aren't part of the page's text.
const SKIPPED_ELEMENTS: [&str; 6] = ["nav", "form", "template", "script", "style", "svg"];
/// Headings of a section, a table or an activity.
const HEADINGS: [&str; 9] = ["h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "summary"];
/// Elements that can be inside a word.
const INSIDE_WORDS: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "small", "strong", "sub", "sup", "wbr"];

/// The words of a page's `<main>` and of its title, each with its most important field.
pub(super) fn page_words(html: &str, title: &str) -> HashMap<String, Field> {
    let mut collector = WordCollector { words: HashMap::new(), text: String::new(), field: Field::Text };
    let main = html.find("<main").and_then(|from| html.get(from..)).unwrap_or_default();
    let mut tags = Tags::of(main);
    let mut from = tags.end();
    let mut is_main = false;
    while let Some(tag) = tags.next_tag() {
        if is_main {
            collector.push(main.get(from..tags.start()).unwrap_or_default());
        }
        if is_main && !tag.is_end && is_hidden(tag, &mut tags, &mut collector) {
            skip(tag, &mut tags);
        }
        is_main = !(tag.is_end && has_name(tag, &["main"]));
        if !has_name(tag, &INSIDE_WORDS) {
            collector.take_text();
        }
        for (names, field) in [(&["h1"][..], Field::Title), (&HEADINGS, Field::Heading)] {
            if has_name(tag, names) {
                collector.field = if tag.is_end { Field::Text } else { field };
            }
        }
        if !is_main {
            break;
        }
        while tags.next_attribute().is_some() {}
        from = tags.end();
    }
    collector.text = html_escape::encode_text(title).into_owned();
    collector.field = Field::Title;
    collector.take_text();
    collector.words
}

/// Reads a tag's attributes, collecting alt text. True if the element is hidden or hidden from screen readers.
fn is_hidden(tag: Tag<'_>, tags: &mut Tags<'_>, collector: &mut WordCollector) -> bool {
    let mut is_hidden = has_name(tag, &SKIPPED_ELEMENTS);
    while let Some((name, value)) = tags.next_attribute() {
        is_hidden |= name == "aria-hidden" && value == "true" || name == "hidden";
        if name == "alt" {
            collector.text.push(' ');
            collector.text.push_str(value);
        }
    }
    is_hidden
}

fn has_name(tag: Tag<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(tag.name))
}

/// Skips to the end of an element.
fn skip(element: Tag<'_>, tags: &mut Tags<'_>) {
    let mut depth = 1;
    while depth > 0
        && let Some(tag) = tags.next_tag()
    {
        match tag {
            tag if !has_name(tag, &[element.name]) => {}
            Tag { is_end: true, .. } => depth -= 1,
            Tag { is_end: false, .. } => depth += 1,
        }
    }
}

struct WordCollector {
    words: HashMap<String, Field>,
    /// Text since the last word boundary.
    text: String,
    field: Field,
}

impl WordCollector {
    /// Adds the text between two tags, without comments.
    fn push(&mut self, mut text: &str) {
        while let Some((before, comment)) = text.split_once("<!--") {
            self.text.push_str(before);
            text = comment.split_once("-->").map_or("", |(_, after)| after);
        }
        self.text.push_str(text);
    }

    fn take_text(&mut self) {
        let field = self.field;
        fold(&decode_html_entities(&self.text), |word| match self.words.get_mut(word) {
            Some(known) => *known = field.min(*known),
            None => {
                self.words.insert(word.to_owned(), field);
            }
        });
        self.text.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(main: &str) -> Vec<(String, Field)> {
        let html = format!("<title>no</title><header><h1>no</h1></header><main id=\"main\">{main}</main><p>no</p>");
        let mut words: Vec<_> = page_words(&html, "Named").into_iter().collect();
        words.sort();
        words.retain(|(word, _)| word != "named");
        words
    }

    fn words(main: &str) -> Vec<String> {
        read(main).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn most_important_field_of_a_word_counts() {
        let seen = read("<h1>Fair &amp; talks</h1><h2>The <em>fair</em></h2><p>The hall and a fair</p>");
        let wanted = [
            ("a", Field::Text),
            ("and", Field::Text),
            ("fair", Field::Title),
            ("hall", Field::Text),
            ("talks", Field::Title),
            ("the", Field::Heading),
        ];
        assert_eq!(seen, wanted.map(|(word, field)| (word.to_owned(), field)));
        assert!(page_words("<main></main>", "A &lt;b&gt; c").contains_key("lt"), "a title is text, not HTML");
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

    proptest::proptest! {
        #[test]
        fn any_page_is_read_without_panic(html in "(<(/)?(main|nav|h1|p|svg|span aria-hidden=\"true\"|img alt=x)>|é| |&lt;|<!--){0,20}") {
            page_words(&html, "");
        }
    }
}
