//! A new site comes with notes in square brackets that begin with the word Write. They say what belongs there. This one
//! has not been replaced yet, and visitors can read it. Texts that begin with (Example) are made up, and so are values
//! with a comment that asks you to change them: write your own, and delete the mark or the comment. The forms of the
//! dashboard delete the comment for you, that of a list once you have said that all of it is right. Until then such values
//! count neither for the law nor for the benchmarks, and `build --strict` stops.
//!
//! Wrong:
//!
//! ```text
//! [Write here what Year 9 is about.]
//! ```
//!
//! Right:
//!
//! ```text
//! In Year 9 you choose your subjects for the next two years.
//! ```

use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::check::{TextCheck, TextRuleInput};
use crate::programme::{EXAMPLE, PLACEHOLDER, example_comments, is_dates_comment, placeholders};
use crate::report::{Advice, Code, Findings, Place, Severity, Source, Subject};

pub(super) const CODE: Code = Code::new("placeholder");

pub(super) fn prepare<'a>(_: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    // Comments begin with “# Change” or “# Check”.
    let any = AhoCorasick::new([PLACEHOLDER, EXAMPLE, "# Ch"]);
    TextCheck::each(move |text, findings| {
        // Fast path: most texts are finished.
        if any.as_ref().is_ok_and(|any| !any.is_match(text.source.text.as_bytes())) {
            return;
        }
        placeholders(&text.source.text).for_each(|at| report_placeholder(&text.source, at, findings));
        for (at, comment) in example_comments(&text.source) {
            report_comment(&text.source, (at, comment), findings);
        }
        report_examples(&text.source, findings);
    })
}

fn report_placeholder(source: &Source, at: usize, findings: &mut Findings) {
    let after = source.text.get(at..).unwrap_or_default();
    let paragraph = after.split("\n\n").next().unwrap_or(after);
    // The bracket at the end may have been deleted.
    let length = paragraph.find(']').unwrap_or_else(|| after.lines().next().map_or(1, str::len));
    let text = after.get(1..length).unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("still to be written: `{text}`");
    let place = source.place(at..(at + length + 1).min(source.text.len()));
    let line = Subject::line(&place);
    report(message, "Replace it with your own words.".into(), place, line, findings);
}

fn report_comment(source: &Source, (at, comment): (usize, &str), findings: &mut Findings) {
    let end = at + comment.len();
    let place = source.place(value_below(&source.text, end).unwrap_or(at..end));
    // What the law asks for is reported at the value itself.
    let line = Subject::line(&place);
    let (message, help) = match is_dates_comment(comment) {
        true => ("these dates are made up", DATES_HELP),
        false => ("this value is made up", VALUE_HELP),
    };
    report(message.to_owned(), help.to_owned(), place, line, findings);
}

const VALUE_HELP: &str = "Write your own and save. In a text editor, delete the comment above it too.";

const DATES_HELP: &str = "Put them right. Then tick “All of these are right now” in the form, or delete the comment above them in a text editor.";

/// The value on the first line below a comment that is no comment: what is after its key, or the key if that is all.
fn value_below(text: &str, comment_end: usize) -> Option<Range<usize>> {
    let mut at = comment_end + text.get(comment_end..)?.find('\n')? + 1;
    let line = loop {
        let line = text.get(at..)?.split_inclusive('\n').next()?;
        if !line.trim_start().starts_with('#') {
            break line;
        }
        at += line.len();
    };
    let entry = line.trim_start().trim_start_matches("- ");
    let start = at + line.len() - entry.len();
    let entry = entry.split(" #").next().unwrap_or(entry).trim_end();
    match entry.split_once(": ").map(|(_, value)| value.trim_start()).filter(|value| !value.is_empty()) {
        Some(value) => Some(start + entry.len() - value.len()..start + entry.len()),
        None => Some(start..start + entry.trim_end_matches(':').len()).filter(|span| !span.is_empty()),
    }
}

/// Reports all examples of a file at once, at the first.
fn report_examples(source: &Source, findings: &mut Findings) {
    let is_comment = |at: usize| {
        let line = source.text.get(..at).and_then(|before| before.lines().next_back()).unwrap_or_default();
        line.trim_start().starts_with("# ")
    };
    let examples: Vec<usize> =
        source.text.match_indices(EXAMPLE).map(|(at, _)| at).filter(|at| !is_comment(*at)).collect();
    let Some(first) = examples.first() else { return };
    let message = match examples.len() {
        1 => "one text in this file is an example, and not yours".to_owned(),
        count => format!("{count} texts in this file are examples, and not yours"),
    };
    let help = "They begin with (Example), and count for nothing. Change each so that it is true for you, and delete the mark. \
                Or delete the text.";
    let advice = Advice { code: CODE, severity: Severity::Should, message, help: help.to_owned() };
    let place = source.place(*first..first + EXAMPLE.trim_end().len());
    let content = Subject::Content(source.path.to_string());
    findings.advise_breaking(advice, place, [content]);
}

fn report(message: String, help: String, place: Place, line: Subject, findings: &mut Findings) {
    let advice = Advice { code: CODE, severity: Severity::Should, message, help };
    findings.advise_needing(advice, place, [line]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_about_the_value_below_it() {
        fn value(text: &str) -> Option<&str> {
            let comment_end = text.find('\n').unwrap_or(text.len());
            text.get(value_below(text, comment_end)?)
        }
        assert_eq!(value("# Change this.\nphone: 01632 960000 # why\nemail: b\n"), Some("01632 960000"));
        assert_eq!(value("# Change this.\r\n  # A note.\r\n  - email: a@b.example\r\n"), Some("a@b.example"));
        assert_eq!(value("# Check these dates.\nterms:\n  - name: Autumn\n"), Some("terms"));
        assert_eq!(value("# Change this.\n\nphone: 1\n"), None);
        assert_eq!(value("# Change this."), None);
    }
}
