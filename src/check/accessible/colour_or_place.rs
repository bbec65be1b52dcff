//! Something is described only by its colour or its position on the page. Not everybody sees colours. On a phone, in
//! print and read aloud, the page is one column, and nothing is “on the right” (WCAG 2.2, success criteria 1.3.3 and
//! 1.4.1, level A). Use its name. Directions to a room or a road are fine.
//!
//! Wrong:
//!
//! ```text
//! Click the green button. Dates in red are full. Use the menu on the right.
//! ```
//!
//! Right:
//!
//! ```text
//! Choose “Book a place”. Dates marked “full” are full. Use the menu “Your year”.
//! ```

use std::ops::Range;

use crate::check::{PageText, Passage, Signals, TextCheck, TextRuleInput};
use crate::framework::PositionWords;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text;

pub(super) const CODE: Code = Code::new("colour-or-place");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let lists = &input.facts.wording.colour_or_place;
    let colours_and_sides = lists.colours.union(&lists.sides).cloned().collect();
    TextCheck::passages(Signals::Words(colours_and_sides), |text, passage, findings| {
        report(text, passage, lists, findings);
    })
}

fn report(text: &PageText, passage: &Passage, lists: &PositionWords, findings: &mut Findings) {
    let words = text.text_of(passage);
    for (span, kind) in descriptions(words, lists) {
        let description = words.get(span.clone()).unwrap_or_default();
        let (what, why) = match kind {
            DescriptionKind::Position => {
                ("position", "On a phone, in print and read aloud nothing is on the right or on the left.")
            }
            DescriptionKind::Colour => {
                ("colour", "Not everybody sees colours, and a screen reader does not name them.")
            }
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("`{description}` describes something only by its {what}"),
            help: format!("Use its name or its heading. {why}"),
        };
        findings.advise(advice, text.place_of(passage, &span));
    }
}

#[derive(Clone, Copy)]
enum DescriptionKind {
    Colour,
    Position,
}

/// The parts of a text that describe something only by its colour or its position.
fn descriptions(text: &str, lists: &PositionWords) -> Vec<(Range<usize>, DescriptionKind)> {
    let lower = text.to_ascii_lowercase();
    let mut descriptions = Vec::new();
    for sentence in text::sentences(&lower) {
        let words: Vec<text::WrittenWord<'_>> = text::words(lower.get(sentence.clone()).unwrap_or_default()).collect();
        let colour = by_colour(&words, lists).map(|span| (span, DescriptionKind::Colour));
        let both = colour.into_iter().chain(by_side(&words, lists).map(|span| (span, DescriptionKind::Position)));
        descriptions.extend(both.map(|(span, kind)| (sentence.start + span.start..sentence.start + span.end, kind)));
    }
    descriptions
}

/// “The green button”, “dates in red”.
fn by_colour(words: &[text::WrittenWord<'_>], lists: &PositionWords) -> Option<Range<usize>> {
    words
        .windows(2)
        .find_map(|pair| {
            let [first, second] = pair else { return None };
            let is_thing = lists.colours.contains(first.text) && lists.things.contains(second.text);
            is_thing.then(|| first.at..second.end())
        })
        .or_else(|| {
            words.windows(3).find_map(|three| {
                let [first, second, third] = three else { return None };
                let is_shown =
                    lists.shown.contains(first.text) && second.text == "in" && lists.colours.contains(third.text);
                is_shown.then(|| first.at..third.end())
            })
        })
}

/// “The menu on the right”, “click on the left”, “the right-hand column”.
fn by_side(words: &[text::WrittenWord<'_>], lists: &PositionWords) -> Option<Range<usize>> {
    let is_on_page = words.iter().any(|word| lists.things.contains(word.text) || lists.actions.contains(word.text));
    if !is_on_page {
        return None;
    }
    let is_side = |word: &text::WrittenWord<'_>| lists.sides.contains(word.text);
    let with_hand =
        words.iter().find(|word| ["right-hand", "left-hand"].contains(&word.text)).map(|word| word.at..word.end());
    with_hand.or_else(|| {
        words.windows(3).enumerate().find_map(|(index, three)| {
            let [first, second, third] = three else { return None };
            let is_position = ["on", "to", "at"].contains(&first.text) && second.text == "the" && is_side(third);
            // “On the right track”, “on the left bank”: something else is on the right or left side.
            let next = words.get(index + 3).map(|word| word.text);
            let ends =
                next.is_none_or(|next| ["of", "side", "hand", "to", "for", "and", "or", "if", "when"].contains(&next));
            let is_of_page = next != Some("of")
                || words
                    .get(index + 4..)
                    .unwrap_or_default()
                    .iter()
                    .take(3)
                    .any(|word| ["page", "screen", "site", "menu"].contains(&word.text));
            (is_position && ends && is_of_page).then(|| first.at..third.end())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(text: &str) -> Vec<&str> {
        let lists = crate::framework::Facts::load().expect("the data files parse").wording.colour_or_place;
        descriptions(text, &lists).into_iter().map(|(span, _)| &text[span]).collect()
    }

    #[test]
    fn thing_on_a_page_described_by_colour_or_position_is_reported() {
        assert_eq!(reported("To book, click the green button."), ["green button"]);
        assert_eq!(reported("Come along. Dates in red are full."), ["Dates in red"]);
        assert_eq!(reported("Use the menu on the right."), ["on the right"]);
        assert_eq!(reported("Hello. Click on the left. The red text counts."), ["on the left", "red text"]);
        assert_eq!(reported("See the right-hand column."), ["right-hand"]);
    }

    #[test]
    fn thing_outside_the_page_is_not_reported() {
        for text in [
            "The office is on the right of the gate.",
            "You are on the right track to get a job.",
            "Put the form into the red box in reception.",
            "Green jobs are growing. Link them to science.",
            "A white coat, black trousers and a blue tie.",
            "Use the link. It takes you to the right person.",
            "What is left to do? Click here.",
            "We ask pupils which button they would press, and whether they are on the right course.",
        ] {
            assert!(reported(text).is_empty(), "{text}: {:?}", reported(text));
        }
    }
}
