//! Formats the long explanations that `fingerpost explain CODE` prints.

use super::Code;

/// Formats the lines of a doc comment for a terminal: a heading, and examples indented.
pub fn explanation<'a>(code: Code, lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = format!("# {code}\n\n");
    let mut in_example = false;
    for line in lines.map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        if line.starts_with("```") {
            in_example = !in_example;
            continue;
        }
        let indent = if in_example && !line.is_empty() { "    " } else { "" };
        text.push_str(indent);
        text.push_str(line);
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}
