//! A small CSS minifier. Pages must stay light on slow phones, and not every host compresses files.

/// Removes comments and the whitespace and semicolons that only help authors. Quoted strings stay as they are.
pub(super) fn minify(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut minified = String::with_capacity(text.len());
    let mut remaining = &*text;
    let mut after_space = false;
    while let Some(ch) = remaining.chars().next() {
        if let Some(comment) = remaining.strip_prefix("/*") {
            remaining = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let length = match ch {
            '"' | '\'' => string_length(remaining),
            ch if is_special(ch) => ch.len_utf8(),
            // Copied at once. What begins it decides about the space before it.
            _ => remaining.find(is_special).unwrap_or(remaining.len()),
        };
        let (part, after) = remaining.split_at(length);
        remaining = after;
        if ch.is_whitespace() {
            after_space = true;
            continue;
        }
        if ch == '}' && minified.ends_with(';') {
            minified.pop();
        }
        // A space before a colon matters in selectors: `.a :first-child`.
        let can_join =
            minified.is_empty() || minified.ends_with(['{', '}', ';', ':', ',', '(', '>']) || "{};,)>".contains(ch);
        if after_space && !can_join {
            minified.push(' ');
        }
        after_space = false;
        minified.push_str(part);
    }
    minified.into_bytes()
}

/// True for a character that is not simply copied.
fn is_special(ch: char) -> bool {
    ch.is_whitespace() || "\"'/}".contains(ch)
}

/// The bytes of the quoted string at the start of a text, with its quotation marks.
fn string_length(text: &str) -> usize {
    let quote = text.chars().next();
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, ch)| {
        let ends = !is_escaped && Some(*ch) == quote;
        is_escaped = !is_escaped && *ch == '\\';
        ends
    });
    end.map_or(text.len(), |(at, ch)| at + ch.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_spaces_are_removed_and_strings_kept() {
        for (source, minified) in [
            ("/* why */\na {\n  b: c; /* x */\n}\n", "a{b:c}"),
            ("a, b > c { d: e; f: calc(1px + 2px) -1px; }\n", "a,b>c{d:e;f:calc(1px + 2px) -1px}"),
            (".a :first-child, .a/**/.b { c: d }", ".a :first-child,.a.b{c:d}"),
            ("@media (min-width: 1em) and (x: y) {\n  a { b: c; }\n}\n", "@media (min-width:1em) and (x:y){a{b:c}}"),
            (r#"a::before { content: "· ; \" }/* " / ''; }"#, r#"a::before{content:"· ; \" }/* " / ''}"#),
            ("a { content: 'no end", "a{content:'no end"),
        ] {
            assert_eq!(String::from_utf8(minify(source.as_bytes())).expect("UTF-8"), minified);
        }
    }
}
