//! Formats values as YAML.

pub(super) use crate::editor::double_quoted as quoted;

/// A text on one line of a comment.
pub(super) fn in_comment(text: &str) -> String {
    text.chars().map(|ch| if is_forbidden(ch) || is_line_end(ch) { ' ' } else { ch }).collect()
}

/// True for characters that YAML 1.2.2 does not allow, and for tabs (5.1).
fn is_forbidden(ch: char) -> bool {
    ch.is_control() && ch != '\u{85}' || matches!(ch, '\u{fffe}' | '\u{ffff}')
}

/// Also the line ends of Unicode.
fn is_line_end(ch: char) -> bool {
    matches!(ch, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn numbers(numbers: &[u8]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
    format!("[{}]", numbers.join(", "))
}

pub(super) fn list<S: AsRef<str>>(texts: &[S]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Value, parse_yaml};
    use crate::report::{ContentPath, Findings, Source};

    #[test]
    fn every_character_can_be_quoted_and_stand_in_a_comment() {
        for ch in (0..=0x2100).chain(0xfff0..=0x10010).filter_map(char::from_u32) {
            let text = format!("a{ch}b");
            let yaml = format!("# {}\nkey: {}\n", in_comment(&text), quoted(&text));
            let source = Source { path: ContentPath::new("a.yaml"), text: yaml.as_str().into() };
            let mut findings = Findings::default();
            let node = parse_yaml(&source, 0..yaml.len(), &mut findings).expect("YAML");
            let Value::Map(entries) = &node.value else { panic!("no map: {yaml}") };
            assert_eq!(entries[0].node.value, Value::Scalar(text.clone()), "{yaml:?} {:?}", findings.sorted());
        }
    }
}
