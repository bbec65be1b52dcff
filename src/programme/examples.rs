//! What a new site comes with and nobody has written yet: notes that say what to write, examples, and made-up values. None
//! of it counts for the law or the benchmarks.

use std::borrow::Cow;

use super::audience::Notes;
use super::programme::Programme;
use crate::report::{Place, Source};

/// The start of every text in a new site that somebody still has to write.
pub const PLACEHOLDER: &str = "[Write ";

/// The start of every text in a new site that is made up.
pub const EXAMPLE: &str = "(Example) ";

/// The comments above made-up values, but for that above dates.
const COMMENTS: [&str; 3] = ["# Change this: it is made up.", "# Change this: it is only proposed.", "# Change this."];

/// How the comment above made-up dates begins and ends.
const DATES_COMMENT: (&str, &str) = ("# Check these dates against your ", " calendar.");

/// Where texts that somebody still has to write begin in a text. A link such as “[Write to us](…)” is none.
pub fn placeholders(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(PLACEHOLDER).map(|(at, _)| at).filter(|at| {
        let rest = text.get(at + 1..).unwrap_or_default();
        // The bracket at the end may have been deleted.
        let rest = rest.split("\n\n").next().unwrap_or_default();
        let after = rest.find(['[', ']']).and_then(|end| rest.get(end..));
        !after.is_some_and(|after| after.starts_with("](") || after.starts_with("]["))
    })
}

/// True if somebody has written the text.
pub fn is_written(text: &str) -> bool {
    !text.trim().is_empty() && placeholders(text).next().is_none() && !is_example(text)
}

/// True for a text of a new site that is made up.
pub fn is_example(text: &str) -> bool {
    text.trim_start().starts_with(EXAMPLE)
}

/// True for a whole line that is a comment above a made-up value, exactly as new sites have it.
pub fn is_example_comment(line: &str) -> bool {
    COMMENTS.contains(&line) || is_dates_comment(line)
}

/// True for a whole line that is the comment above made-up dates.
pub fn is_dates_comment(line: &str) -> bool {
    let (start, end) = DATES_COMMENT;
    let place = line.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    place.is_some_and(|place| !place.contains(' '))
}

/// The comments above made-up values in the keys of a file: where each begins, and the whole line without white space
/// around it.
pub fn example_comments(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let is_markdown = source.path.extension() == "md";
    let mut at = 0;
    let lines = source.text.split_inclusive('\n').map(move |line| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        (start, line.trim())
    });
    // A heading in a body may have the same words.
    let keys =
        lines.enumerate().take_while(move |(number, (_, line))| !is_markdown || (*number == 0) == (*line == "---"));
    keys.map(|(_, line)| line).filter(|(_, line)| is_example_comment(line))
}

/// True if a comment above the line of a value says that the value is made up.
fn is_made_up(place: &Place) -> bool {
    let before = place.source.text.get(..place.span.start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let above = before.get(..line_start).unwrap_or_default().lines().rev().map(str::trim);
    let mut comments = above.take_while(|line| line.starts_with('#'));
    comments.any(is_example_comment)
}

impl Programme {
    /// The programme without examples and made-up values.
    pub(super) fn without_examples(&self) -> Cow<'_, Self> {
        if !self.has_examples() {
            return Cow::Borrowed(self);
        }
        let mut real = self.clone();
        real.activities.retain(|activity| !is_example(&activity.title));
        real.events.retain(|event| !is_example(&event.title));
        real.offers.retain(|offer| !is_example(&offer.title));
        for plan in &mut real.plans {
            plan.outcomes.retain(|outcome| !is_example(&outcome.can));
        }
        real.team.leader.email.take_if(|email| is_made_up(&email.place));
        real.team.leader.phone.take_if(|phone| is_made_up(&phone.place));
        if let Some(reviews) = &mut real.institution.details.reviews {
            reviews.next_review.take_if(|day| is_made_up(&day.place));
        }
        if let Some(guidance) = &mut real.guidance {
            guidance.book.take_if(|text| is_example(text));
            guidance.entitlement.retain(|text| !is_example(text));
            without_example_notes(&mut guidance.notes);
        }
        if let Some(access) = &mut real.provider_access {
            access.opportunities.retain(|opportunity| !is_example(&opportunity.what));
        }
        Cow::Owned(real)
    }

    /// True if there may be any.
    fn has_examples(&self) -> bool {
        let titles =
            self.activities.iter().map(|activity| &activity.title).chain(self.events.iter().map(|event| &event.title));
        let has_comment = |place: &Place| example_comments(&place.source).next().is_some();
        titles.into_iter().any(|title| is_example(title))
            || self.offers.iter().any(|offer| is_example(&offer.title))
            || self.plans.iter().flat_map(|plan| &plan.outcomes).any(|outcome| is_example(&outcome.can))
            || self.guidance.iter().any(|guidance| guidance.prose.place.source.text.contains(EXAMPLE))
            || self.provider_access.iter().any(|access| access.prose.place.source.text.contains(EXAMPLE))
            || has_comment(&self.team.leader.at)
            || has_comment(&self.institution.place)
    }
}

fn without_example_notes(notes: &mut Notes) {
    for note in [&mut notes.pupils, &mut notes.parents, &mut notes.staff, &mut notes.employers] {
        note.take_if(|text| is_example(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{ContentPath, Source};

    #[test]
    fn made_up_values_have_a_comment_above() {
        let text = "# Change this: it is made up.\nphone: 1\nemail: 2\n  # Change this.\n  # A note.\n  day: 3\n";
        let source = Source { path: ContentPath::new("team.yaml"), text: text.into() };
        let is_made_up_at = |value: &str| {
            let start = text.find(value).expect("the value");
            is_made_up(&source.place(start..start + 1))
        };
        assert!(is_made_up_at("1") && is_made_up_at("3") && !is_made_up_at("2"));
    }

    #[test]
    fn note_of_a_teacher_does_not_make_a_value_made_up() {
        let text = "# Change this when Ms Venn leaves.\nphone: 1\n";
        let source = Source { path: ContentPath::new("team.yaml"), text: text.into() };
        assert!(!is_made_up(&source.place(42..43)));
    }

    #[test]
    fn heading_of_a_page_is_no_comment_above_a_value() {
        let comments = |path: &str| {
            let text = "---\n# Change this.\ntitle: A\n---\n# Change this.\n";
            let source = Source { path: ContentPath::new(path), text: text.into() };
            example_comments(&source).map(|(at, _)| at).collect::<Vec<_>>()
        };
        assert_eq!((comments("pages/a.md"), comments("a.yaml")), (vec![4], vec![4, 32]));
    }

    #[test]
    fn link_that_begins_with_write_is_written() {
        for text in ["[Write to us](mailto:a@b.example)", "[Write to us][us]", "A [Write to us](x.md) b"] {
            assert!(is_written(text), "{text}");
        }
        for text in [
            "[Write one line]",
            "[Write one line",
            "[Write to us](x.md) and [Write one line]",
            "[Write one\n\nSee [us](x.md)",
        ] {
            assert!(!is_written(text), "{text}");
        }
    }
}
