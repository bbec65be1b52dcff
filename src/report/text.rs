//! Text helpers for messages: lists in words, and the nearest known word.

use super::known_words::KnownWords;

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

/// The word of `known` that `typed` most likely means, or `None` if none is near.
pub fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    KnownWords::new(known).nearest(typed)
}

/// The `count` words of `known` that are most similar to `typed`, the most similar first.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, count: usize) -> Vec<&'a str> {
    let typed = plain(typed);
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_by_cached_key(|word| strsim::damerau_levenshtein(&typed, &plain(word)));
    known.truncate(count);
    known
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, list};

    #[test]
    fn the_nearest_word_is_suggested_unless_it_is_too_different() {
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
