//! Escapes plain text, so that Markdown shows the same characters.

/// A line whose characters mean nothing in Markdown, and whose web addresses are links.
pub(super) fn escaped_line(line: &str) -> String {
    let mut escaped = String::new();
    for (at, word) in line.split(' ').enumerate() {
        if at > 0 {
            escaped.push(' ');
        }
        match web_address(word) {
            Some((before, address, after)) => {
                escaped.push_str(&format!("{}<{address}>{}", escape(before), escape(after)));
            }
            None => escaped.push_str(&escape(word)),
        }
    }
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let after = escaped.get(digits..).unwrap_or_default();
    if digits > 0 && after.starts_with(['.', ')']) {
        // `1.` would begin a list.
        escaped.insert(digits, '\\');
    } else if escaped.starts_with(['-', '+', '=', ':']) {
        escaped.insert(0, '\\');
    }
    escaped
}

/// The parts of a word before, in and after its web address.
fn web_address(word: &str) -> Option<(&str, &str, &str)> {
    let start = word.find("https://").or_else(|| word.find("http://"))?;
    let (before, rest) = word.split_at_checked(start)?;
    let end = rest.find(['<', '>', '"', '\\']).unwrap_or(rest.len());
    let address = rest.get(..end)?.trim_end_matches(['.', ',', ';', ')', ']', '!', '?', '\'', '’', '”']);
    let after = rest.get(address.len()..)?;
    let is_address = address.split_once("://").is_some_and(|(_, host)| host.contains('.'));
    is_address.then_some((before, address, after))
}

pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for ch in text.chars() {
        if matches!(ch, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '|' | '~' | '>' | '^' | '$' | '{' | '}')
            || ch == '&' && text.contains(';')
        {
            escaped.push('\\');
        }
        escaped.push(ch);
    }
    escaped
}
