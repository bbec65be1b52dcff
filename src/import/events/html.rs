//! HTML in descriptions, as Google Calendar and Outlook write it.

use html5gum::{Token, Tokenizer};

use super::escape::{escape, escaped_line};

/// Tags that show that a text is HTML.
const TAGS: [&str; 26] = [
    "p",
    "br",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "a",
    "div",
    "span",
    "html",
    "body",
    "head",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "font",
    "blockquote",
    "html-blob",
];

/// True if a text has a tag that programs write.
pub(super) fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name: String =
            rest.chars().take_while(|ch| ch.is_ascii_alphanumeric() || *ch == '-').take(12).collect::<String>();
        let after = rest.get(name.len()..).unwrap_or_default();
        let inside = after.split('>').next().filter(|inside| inside.len() < after.len()).unwrap_or("<");
        let is_tag =
            matches!(inside.trim(), "" | "/") || inside.starts_with(char::is_whitespace) && inside.contains('=');
        TAGS.contains(&name.to_ascii_lowercase().as_str()) && is_tag && !inside.contains('<')
    })
}

/// HTML as Markdown.
pub(super) fn to_markdown(html: &str) -> String {
    convert(html, true)
}

/// The words of HTML.
pub(super) fn to_text(html: &str) -> String {
    convert(html, false)
}

fn convert(html: &str, is_markdown: bool) -> String {
    // Google keeps the lines of a text, and adds tags to some words.
    let has_blocks = ["<br", "<p", "<div", "<li", "<h1", "<h2", "<h3", "<table"]
        .iter()
        .any(|tag| html.to_ascii_lowercase().contains(tag));
    let html = if has_blocks { html.to_owned() } else { html.replace('\n', "<br>") };
    let mut writer = Writer { is_markdown, ..Writer::default() };
    for token in Tokenizer::new(&html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
                let target =
                    tag.attributes.get(b"href".as_slice()).map(|href| String::from_utf8_lossy(href).into_owned());
                writer.open(&name, target);
            }
            Token::EndTag(tag) => writer.close(&String::from_utf8_lossy(&tag.name).to_ascii_lowercase()),
            Token::String(text) => writer.add(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    writer.finish()
}

#[derive(Default)]
struct Writer {
    is_markdown: bool,
    blocks: Vec<String>,
    line: String,
    /// The lists that are open: the number of the next item, or `None` for bullets.
    lists: Vec<Option<u32>>,
    /// Elements whose text isn't shown.
    hidden: usize,
    /// The address of the link that is open, and where its text begins.
    link: Option<(String, usize)>,
    /// The `**` and `*` that are open, and where the text in each begins.
    marks: Vec<(&'static str, usize)>,
    /// True at the start of a list item.
    is_new_item: bool,
}

impl Writer {
    fn open(&mut self, name: &str, target: Option<String>) {
        match name {
            "head" | "style" | "script" | "title" => self.hidden += 1,
            "br" => self.break_line(),
            "b" | "strong" => self.mark("**"),
            "i" | "em" => self.mark("*"),
            "ul" => {
                self.end_block();
                self.lists.push(None);
            }
            "ol" => {
                self.end_block();
                self.lists.push(Some(1));
            }
            "li" => {
                self.end_block();
                self.begin_item();
            }
            "a" => self.link = target.map(|target| (target, self.line.len())),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.begin_block();
                self.mark("**");
            }
            "p" | "div" | "table" | "tr" | "blockquote" | "hr" => self.begin_block(),
            "td" | "th" => self.line.push(' '),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "head" | "style" | "script" | "title" => self.hidden = self.hidden.saturating_sub(1),
            "b" | "strong" => self.unmark("**"),
            "i" | "em" => self.unmark("*"),
            "ul" | "ol" => {
                self.end_block();
                self.lists.pop();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.unmark("**");
                self.end_block();
            }
            "a" => self.end_link(),
            "li" => self.end_block(),
            "p" | "div" | "table" | "tr" | "blockquote" => self.begin_block(),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        let starts_with_space = text.starts_with(char::is_whitespace);
        let ends_with_space = text.ends_with(char::is_whitespace);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if (starts_with_space || words.is_empty()) && !self.line.is_empty() && !self.line.ends_with([' ', '\n']) {
            self.line.push(' ');
        }
        let is_at_start = self.is_new_item || self.line.is_empty() || self.line.ends_with('\n');
        self.is_new_item &= words.is_empty();
        if !self.is_markdown {
            self.line.push_str(&words);
        } else if is_at_start || self.link.is_none() && words.contains("://") {
            self.line.push_str(&escaped_line(&words));
        } else {
            self.line.push_str(&escape(&words));
        }
        if ends_with_space && !words.is_empty() {
            self.line.push(' ');
        }
    }

    fn mark(&mut self, mark: &'static str) {
        if self.is_markdown && !self.marks.iter().any(|(open, _)| *open == mark) {
            self.line.push_str(mark);
            self.marks.push((mark, self.line.len()));
        }
    }

    /// Emphasis begins and ends at a letter, because `** word **` isn't emphasis in Markdown, and it ends with its paragraph.
    fn unmark(&mut self, mark: &'static str) {
        let begins = self.marks.iter().rfind(|(open, _)| *open == mark).map(|(_, begins)| *begins);
        // A link that begins inside ends with it.
        if self.link.as_ref().is_some_and(|(_, start)| begins.is_some_and(|begins| *start >= begins)) {
            self.end_link();
        }
        let Some(at) = self.marks.iter().rposition(|(open, _)| *open == mark) else { return };
        let (_, start) = self.marks.remove(at);
        if start > self.line.len() {
            return;
        }
        // `<b>one <i>two</b>`: what is still open inside has no end.
        for (open, begins) in self.marks.drain(at..).rev() {
            if begins <= self.line.len() {
                self.line.replace_range(begins - open.len()..begins, "");
            }
        }
        let inside = self.line.split_off(start);
        self.line.truncate(start - mark.len());
        let parts = inside.split("\n\n").map(|part| {
            let text = part.trim_matches([' ', '\n', '\\']);
            let (before, after) = part.split_once(text).filter(|_| !text.is_empty()).unwrap_or((part, ""));
            if text.is_empty() { before.to_owned() } else { format!("{before}{mark}{text}{mark}{after}") }
        });
        self.line.push_str(&parts.collect::<Vec<_>>().join("\n\n"));
    }

    /// A block at the start of a list item is the item.
    fn begin_block(&mut self) {
        if !self.is_new_item {
            self.end_block();
        }
    }

    fn end_link(&mut self) {
        let Some((target, start)) = self.link.take() else { return };
        // Emphasis that begins inside ends with it.
        while let Some((mark, _)) = self.marks.last().copied().filter(|(_, begins)| *begins > start) {
            self.unmark(mark);
        }
        let is_web = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme));
        if !self.is_markdown || !is_web || start > self.line.len() || target.contains(['<', '>', '\n']) {
            return;
        }
        let text = self.line.split_off(start);
        if text.starts_with(' ') && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
        let text = text.trim();
        let target = target.replace(' ', "%20");
        if text.is_empty() {
            return;
        }
        let is_itself = text.replace('\\', "").trim_matches(['<', '>']) == target;
        self.line.push_str(&if is_itself { format!("<{target}>") } else { format!("[{text}](<{target}>)") });
    }

    fn break_line(&mut self) {
        let trimmed = self.line.trim_end_matches(' ').len();
        self.line.truncate(trimmed);
        if !self.line.is_empty() {
            self.line.push('\n');
        }
        if let Some((_, start)) = &mut self.link {
            *start = (*start).min(self.line.len());
        }
    }

    fn begin_item(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        let indent = if self.is_markdown { "   ".repeat(depth) } else { String::new() };
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.line = format!("{indent}{marker}");
        self.is_new_item = true;
    }

    fn end_block(&mut self) {
        self.end_link();
        while let Some((mark, _)) = self.marks.last().copied() {
            self.unmark(mark);
        }
        let block = std::mem::take(&mut self.line);
        if std::mem::take(&mut self.is_new_item) {
            return;
        }
        let lines: Vec<&str> = block.trim_end().split('\n').collect();
        let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
        for line in lines {
            match paragraphs.last_mut() {
                Some(last) if !line.trim().is_empty() => last.push(line),
                _ => paragraphs.push(Vec::new()),
            }
        }
        let line_end = if self.is_markdown { "\\\n" } else { "\n" };
        for paragraph in paragraphs.iter().filter(|lines| !lines.is_empty()) {
            let text = paragraph.join(line_end);
            if !text.trim().is_empty() {
                self.blocks.push(text);
            }
        }
    }

    fn finish(mut self) -> String {
        self.end_block();
        let mut text = String::new();
        for block in self.blocks {
            let is_item = |block: &str| {
                let block = block.trim_start();
                block.starts_with("- ") || block.split_once(". ").is_some_and(|(start, _)| start.parse::<u32>().is_ok())
            };
            let last = text.rsplit('\n').next().unwrap_or_default();
            let separator = match text.is_empty() {
                true => "",
                false if is_item(&block) && is_item(last) => "\n",
                false => "\n\n",
            };
            text.push_str(separator);
            text.push_str(&block);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_markdown() {
        for (html, markdown) in [
            (
                "<p>Come to the <b>hall</b>.</p><ul><li>Firms</li><li>Colleges</li></ul><br>See <a \
                 href=\"https://example.org/fair\">the plan</a> &amp; map",
                "Come to the **hall**.\n\n- Firms\n- Colleges\n\nSee [the plan](<https://example.org/fair>) & map",
            ),
            ("<p><a href=\"https://a.example\">Café<i>!</a> more</i>", "[Café*!*](<https://a.example>) more"),
            (
                "<b>One<br><br>éabc<a href=\"https://a.example\">d</b></a>",
                "**One**\n\n**éabc[d](<https://a.example>)**",
            ),
            ("<b><a href=\"https://a.example\">é<i>x</a></b>", "**[é*x*](<https://a.example>)**"),
            ("a<td></td><td><a href=\"https://a.example\"><br>éx</a>", "a\\\n[éx](<https://a.example>)"),
            ("<b>Bring </b>a pen<br><br>and <i>paper</i>", "**Bring** a pen\n\nand *paper*"),
            ("One\nTwo <b>three</b>", "One\\\nTwo **three**"),
            ("<div>1. not a list</div><div># no heading</div>", "1\\. not a list\n\n\\# no heading"),
            ("<ol><li>A</li><li>B<ul><li>C</li></ul></li></ol>", "1. A\n2. B\n   - C"),
            ("<html><head><style>p {}</style></head><body>Hi</body></html>", "Hi"),
            ("<a href=\"javascript:alert(1)\">Click</a>", "Click"),
            ("<ul><li><p>Firms</p></li><li><div>Colleges</div></li><li></li></ul>Come", "- Firms\n- Colleges\n\nCome"),
            ("<ol><li><p>Firms</p></li><li><p>Colleges</p></li></ol>", "1. Firms\n2. Colleges"),
            ("<i><b>x</b></i> and <i>5*</i>", "***x*** and *5\\**"),
            ("<b>one <i>two</b> three</i>", "**one two** three"),
            ("the<b> hall</b>", "the **hall**"),
            ("<b>One<br><br>Two</b>", "**One**\n\n**Two**"),
            ("See<a href=\"https://a.example/x\"> the plan</a>", "See [the plan](<https://a.example/x>)"),
            ("<a href=\"https://a.example/x\">https://a.example/x</a>", "<https://a.example/x>"),
        ] {
            assert_eq!(to_markdown(html), markdown);
        }
    }

    #[test]
    fn plain_text_is_not_html() {
        for text in ["5 < 6 and 7 > 6", "a <b and c", "x <- y", "Ada <ada@hill.example>", "<https://a.example>"] {
            assert!(!is_html(text), "{text}");
        }
        assert!(is_html("a<br>b") && is_html("<P CLASS='x'>b") && is_html("a <b>c</b>"));
    }

    proptest::proptest! {
        #[test]
        fn any_html_is_converted(html in "(<(/?(p|b|i|br|ul|ol|li|a|h1|td)( href=\"https://x\")?)>|[a-zé &;<>*]{0,4}){0,12}") {
            let _ = (to_markdown(&html), to_text(&html));
        }
    }
}
