//! What a run has to say: findings, each with a place in a file.
//!
//! This room stands below all others. A stage makes a [`Finding`] from a [`Problem`] (facts, no
//! words) and a [`Place`] (a file and a span in it) and collects it in [`Findings`]; it never
//! stops at the first. The words for every problem stand in `words.rs` and the files beside it, the longer
//! explanations in `explain.md`, and `print` draws them for people and for machines.

mod code;
mod explain;
mod findings;
mod place;
pub mod print;
mod problem;
mod trouble;
mod words;
mod words_of_import;
mod words_of_language;
mod words_of_yaml;

/// The file in an output folder that lists what we wrote there. Reading passes over a folder that has it.
pub const MANIFEST: &str = ".fingerpost-manifest.json";

pub use code::{Code, Severity};
pub use explain::explain;
pub use findings::{Counts, Finding, Findings, Found};
pub use place::{ContentPath, Place, Position, Source, Stands};
pub use problem::{Advice, Problem};
pub use trouble::{
    DateTrouble, Hidden, RepeatTrouble, SheetTrouble, TranslationTrouble, Wanted, WordsTrouble, YamlTrouble,
};

/// “a”, “a and b”, “a, b and c”.
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most = most.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
            format!("{most} and {}", last.as_ref())
        }
    }
}

/// The one of `known` that `typed` most likely meant, or `None` when nothing is near.
///
/// Near means at most a third of the letters (and at least one) differ, counting a swap of two
/// neighbours as one difference; letter case and the choice of space, hyphen or underscore do not count.
pub fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let typed = plain(typed);
    let limit = (typed.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|word| (strsim::damerau_levenshtein(&typed, &plain(word)), word))
        .filter(|(distance, _)| *distance <= limit)
        .filter(|(distance, word)| *distance == 0 || !differ_in_numbers_only(&typed, &plain(word)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Year 8 is no slip for Year 9.
fn differ_in_numbers_only(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_numeric()).collect::<String>();
    letters(a) == letters(b)
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, list};

    #[test]
    fn suggests_the_nearest_word_and_nothing_far_away() {
        let known = ["audiences", "groups", "next-review"];
        assert_eq!(did_you_mean("audience", known), Some("audiences"));
        assert_eq!(did_you_mean("gruops", known), Some("groups"));
        assert_eq!(did_you_mean("Next_Review", known), Some("next-review"));
        assert_eq!(did_you_mean("colour", known), None);
        assert_eq!(did_you_mean("year-9", ["year-7", "year-8"]), None);
    }

    #[test]
    fn lists_end_in_and() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list::<&str>(&[]), "");
    }
}
