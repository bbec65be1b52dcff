//! What a new site comes with and nobody has written yet: notes that say what to write, examples, and made-up values. None
//! of it counts for the law or the benchmarks.

use std::borrow::Cow;

use super::audience::Notes;
use super::programme::Programme;
use crate::report::Place;

/// The start of every text in a new site that somebody still has to write.
pub const PLACEHOLDER: &str = "[Write ";

/// The start of every text in a new site that is made up.
pub const EXAMPLE: &str = "(Example) ";

/// How the comments above made-up values begin.
pub const EXAMPLE_COMMENTS: [&str; 4] =
    ["# Change the next two", "# Change this", "# Check these dates", "# An invented event"];

/// True if somebody has written the text.
pub fn is_written(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(PLACEHOLDER) && !is_example(text)
}

/// True for a text of a new site that is made up.
pub fn is_example(text: &str) -> bool {
    text.trim_start().starts_with(EXAMPLE)
}

/// True for a whole line that is a comment above a made-up value, exactly as new sites have it.
pub fn is_example_comment(line: &str) -> bool {
    let calendar = || line.strip_prefix("# Check these dates against your ")?.strip_suffix(" calendar.");
    ["# Change this: it is made up.", "# Change this."].contains(&line)
        || calendar().is_some_and(|place| !place.contains(' '))
}

/// True if a comment above the line of a value says that the value is made up.
fn is_made_up(place: &Place) -> bool {
    let before = place.source.text.get(..place.span.start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let above = before.get(..line_start).unwrap_or_default().lines().rev().map(str::trim);
    let mut comments = above.take_while(|line| line.starts_with('#'));
    comments.any(|line| EXAMPLE_COMMENTS.iter().any(|comment| line.starts_with(comment)))
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
        let has_comment = |place: &Place| EXAMPLE_COMMENTS.iter().any(|comment| place.source.text.contains(comment));
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
}
