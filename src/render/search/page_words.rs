//! The words of one finished page, and where on it each stands.

use std::collections::HashMap;

use html_escape::decode_html_entities;

use super::fold::fold;
use crate::render::html_tags::{Tag, Tags};

/// Where a word stands on a page, the weightiest place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Standing {
    /// In the page's title.
    Title,
    /// In a heading, or what serves as one.
    Heading,
    /// In the text.
    Text,
}

/// What leads elsewhere, is pressed, or is drawn: no part of what a page says.
const NOT_READ: [&str; 6] = ["nav", "form", "template", "script", "style", "svg"];
/// What heads a part of a page, a table or an activity.
const HEADINGS: [&str; 9] = ["h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "summary"];
/// Elements that may stand in the middle of a word.
const INSIDE_WORDS: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "small", "strong", "sub", "sup", "wbr"];

/// The words of a page's main part and of its title, each with the weightiest place it has.
pub(super) fn page_words(html: &str, title: &str) -> HashMap<String, Standing> {
    let mut reader = Reader { words: HashMap::new(), text: String::new(), standing: Standing::Text };
    let main = html.find("<main").and_then(|from| html.get(from..)).unwrap_or_default();
    let mut tags = Tags::of(main);
    let mut from = tags.end();
    let mut is_main = false;
    while let Some(tag) = tags.next_tag() {
        if is_main {
            reader.push(main.get(from..tags.start()).unwrap_or_default());
        }
        if is_main && !tag.is_end && is_hidden(tag, &mut tags, &mut reader) {
            skip(tag, &mut tags);
        }
        is_main = !(tag.is_end && is_one(tag, &["main"]));
        if !is_one(tag, &INSIDE_WORDS) {
            reader.take_text();
        }
        for (names, standing) in [(&["h1"][..], Standing::Title), (&HEADINGS, Standing::Heading)] {
            if is_one(tag, names) {
                reader.standing = if tag.is_end { Standing::Text } else { standing };
            }
        }
        if !is_main {
            break;
        }
        while tags.next_attribute().is_some() {}
        from = tags.end();
    }
    reader.text = html_escape::encode_text(title).into_owned();
    reader.standing = Standing::Title;
    reader.take_text();
    reader.words
}

/// Reads a tag's attributes. True if screen readers leave its element out, too; what a picture shows is read.
fn is_hidden(tag: Tag<'_>, tags: &mut Tags<'_>, reader: &mut Reader) -> bool {
    let mut is_hidden = is_one(tag, &NOT_READ);
    while let Some((name, value)) = tags.next_attribute() {
        is_hidden |= name == "aria-hidden" && value == "true" || name == "hidden";
        if name == "alt" {
            reader.text.push(' ');
            reader.text.push_str(value);
        }
    }
    is_hidden
}

fn is_one(tag: Tag<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(tag.name))
}

/// Goes to the end of an element.
fn skip(element: Tag<'_>, tags: &mut Tags<'_>) {
    let mut depth = 1;
    while depth > 0
        && let Some(tag) = tags.next_tag()
    {
        match tag {
            tag if !is_one(tag, &[element.name]) => {}
            Tag { is_end: true, .. } => depth -= 1,
            Tag { is_end: false, .. } => depth += 1,
        }
    }
}

/// Gathers words.
struct Reader {
    words: HashMap<String, Standing>,
    /// What has been read since the last end of a word.
    text: String,
    standing: Standing,
}

impl Reader {
    /// Reads what stands between two tags, without comments.
    fn push(&mut self, mut text: &str) {
        while let Some((before, comment)) = text.split_once("<!--") {
            self.text.push_str(before);
            text = comment.split_once("-->").map_or("", |(_, behind)| behind);
        }
        self.text.push_str(text);
    }

    fn take_text(&mut self) {
        let standing = self.standing;
        fold(&decode_html_entities(&self.text), |word| match self.words.get_mut(word) {
            Some(known) => *known = standing.min(*known),
            None => {
                self.words.insert(word.to_owned(), standing);
            }
        });
        self.text.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(main: &str) -> Vec<(String, Standing)> {
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
    fn the_weightiest_place_of_a_word_counts() {
        let seen = read("<h1>Fair &amp; talks</h1><h2>The <em>fair</em></h2><p>The hall and a fair</p>");
        let wanted = [
            ("a", Standing::Text),
            ("and", Standing::Text),
            ("fair", Standing::Title),
            ("hall", Standing::Text),
            ("talks", Standing::Title),
            ("the", Standing::Heading),
        ];
        assert_eq!(seen, wanted.map(|(word, standing)| (word.to_owned(), standing)));
        assert!(page_words("<main></main>", "A &lt;b&gt; c").contains_key("lt"), "a title is no HTML");
    }

    #[test]
    fn what_nobody_is_read_aloud_and_what_leads_elsewhere_is_left_out() {
        let main = "<nav><ul><li>no</li></ul></nav>yes<span aria-hidden=\"true\"><span>no</span>no</span>\
            <form><p>no</p></form><template>no</template><svg><title>no</title></svg><p hidden>no</p> too\
            <img alt=\"a map\" src=\"no.png\"><!-- no -->";
        assert_eq!(words(main), ["a", "map", "too", "yes"]);
    }

    #[test]
    fn tags_end_words_where_readers_see_them_end() {
        assert_eq!(
            words("<p>one</p><p>two</p><b>th</b>ree<br>four<th>five<span>six</span>"),
            ["five", "four", "one", "six", "three", "two"]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_page_is_read(html in "(<(/)?(main|nav|h1|p|svg|span aria-hidden=\"true\"|img alt=x)>|é| |&lt;|<!--){0,20}") {
            page_words(&html, "");
        }
    }
}
