//! A link's words do not say where it leads. Many people go through a page from link to link and hear only the words of
//! the links: “click here” ten times does not help them. A bare address is read character by character (WCAG 2.2,
//! success criteria 2.4.4, level A, and 2.4.9). Put the link on the words that name its target.
//!
//! Wrong:
//!
//! ```text
//! To book a meeting [click here](guidance.md).
//! See https://www.ucas.com/ for courses.
//! ```
//!
//! Right:
//!
//! ```text
//! [Book a guidance meeting](guidance.md).
//! Look up courses at [UCAS](https://www.ucas.com/).
//! ```

use memchr::memmem::Finder;

use crate::check::{PageText, TextCheck, TextLink, TextRuleInput};
use crate::framework::LinkWords;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("link-text");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let lists = &input.facts.wording.link_text;
    let described = &input.context.described_pictures;
    let beginnings = ["://", "www."].map(Finder::new);
    TextCheck::each(move |text, findings| {
        // A picture brings its words along from media/pictures.yaml.
        let has_words = |link: &TextLink| {
            let mut pictures = text.pictures.iter().filter(|picture| link.span.contains(&picture.span.start));
            pictures.any(|picture| described.contains(&picture.file()))
        };
        for link in text.links.iter().filter(|link| !link.words.trim().is_empty() || !has_words(link)) {
            if let Some((message, help)) = problem(link, lists) {
                let advice = Advice { code: CODE, severity: Severity::Should, message, help };
                findings.advise(advice, text.place(&link.span));
            }
        }
        // Fast path: most texts show no address.
        if beginnings.iter().any(|beginning| beginning.find(text.plain().as_bytes()).is_some()) {
            report_bare_addresses(text, findings);
        }
    })
}

/// The message and the help for the words of a link.
fn problem(link: &TextLink, lists: &LinkWords) -> Option<(String, String)> {
    let words = link.words.trim();
    let example = format!("`[words that name it]({})`", link.target);
    if words.is_empty() {
        let help = format!("Write {example}. Nobody can see, hear or click a link without words.");
        return Some(("this link has no words".into(), help));
    }
    if is_address(words) {
        let help = format!(
            "Write {example}. A screen reader reads an address character by character, and few people understand it."
        );
        return Some((format!("this link shows a bare address: `{words}`"), help));
    }
    is_vague(words, lists).then(|| {
        let help = format!(
            "Put the link on words that name its target: {example}. Many people hear only the links of a page, \
             one after the other."
        );
        (format!("`{words}` does not say where this link leads"), help)
    })
}

/// True if the words would suit any link.
pub(super) fn is_vague(words: &str, lists: &LinkWords) -> bool {
    let plain = words.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    // The subject IT is no filler.
    let rest = plain.filter(|word| *word == "IT" || !lists.fillers.contains(&word.to_lowercase()));
    let rest = rest.collect::<Vec<_>>().join(" ").to_lowercase();
    rest.is_empty() || lists.vague.contains(&rest)
}

fn is_address(words: &str) -> bool {
    let lower = words.to_lowercase();
    let rest = ["http://", "https://", "www."].iter().find_map(|start| lower.strip_prefix(start));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(' '))
}

/// Reports addresses in the text that are not links.
fn report_bare_addresses(text: &PageText, findings: &mut Findings) {
    for passage in text.body() {
        let words = text.text_of(passage);
        if !words.contains("://") && !words.contains("www.") {
            continue;
        }
        for piece in words.split_whitespace() {
            let address = piece.trim_matches(|ch: char| !ch.is_alphanumeric() && ch != '/');
            let start = passage.range.start + (address.as_ptr() as usize - words.as_ptr() as usize);
            let place = text.place_in(passage, start..start + address.len());
            let contains_it = |link: &TextLink| link.span.start <= place.span.start && place.span.end <= link.span.end;
            let before = text.source.text.get(..place.span.start).unwrap_or_default();
            // An address in code is an example.
            if is_address(address) && !before.ends_with('`') && !text.links.iter().any(contains_it) {
                findings.advise(bare_address(address), place);
            }
        }
    }
}

fn bare_address(address: &str) -> Advice {
    let target = if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
    Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("this address is not a link: `{address}`"),
        help: format!(
            "Make it a link with words that name it: `[words that name it]({target})`. Now nobody can click it, \
             and a screen reader reads it character by character."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_words_are_recognised() {
        let lists = crate::framework::Facts::load().expect("the data files parse").wording.link_text;
        for words in [
            "click here",
            "Here",
            "read more…",
            "this link",
            "More",
            "link",
            "Find out more",
            "Please click here for more information",
            "PDF",
            "the website",
            "→",
            "More info",
            "Visit the website",
            "download the document",
        ] {
            assert!(is_vague(words, &lists), "{words}");
        }
    }

    #[test]
    fn specific_words_are_accepted() {
        let lists = crate::framework::Facts::load().expect("the data files parse").wording.link_text;
        for words in [
            "Year 9",
            "UCAS",
            "guidance",
            "Read the careers policy",
            "More about T Levels",
            "Download the prospectus",
            "the options booklet",
            "Here to Help, our partner",
            "team page",
        ] {
            assert!(!is_vague(words, &lists), "{words}");
        }
    }
}
