//! A picture's alternative text does not help people who cannot see the picture. A file name means nothing to them. The
//! screen reader already says “image”. People hear words twice if they are also next to the picture. A very long text
//! cannot be paused and read again: facts belong on the page (WCAG 2.2, success criterion 1.1.1, level A, and its
//! technique G94).
//!
//! Wrong:
//!
//! ```text
//! ![IMG_2041.jpg](../media/bench.jpg)
//! ![Image of a workshop bench](../media/bench.jpg)
//! ```
//!
//! Right:
//!
//! ```text
//! ![A workshop bench with a vice, a plane and a lamp](../media/bench.jpg)
//! ```

use crate::check::{PageText, TextPicture};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("alt-text");

/// People who listen cannot follow a longer text.
const MAX_CHARS: usize = 150;
/// The same words may be written with spaces and line breaks around them.
const MAX_TIMES_LONGER: usize = 8;

const EXTENSIONS: [&str; 8] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic"];

/// Words for any picture. “Map of” and “Chart of” are useful, because they name the kind of picture.
const KINDS: [&str; 8] = ["image", "picture", "photo", "photograph", "graphic", "icon", "pic", "img"];

pub(super) fn check(text: &PageText, findings: &mut Findings) {
    for picture in text.pictures.iter().filter(|picture| !picture.alt.is_empty()) {
        if let Some((message, help)) = problem(text, picture) {
            let advice = Advice { code: CODE, severity: Severity::Should, message, help };
            findings.advise(advice, text.place(&picture.span));
        }
    }
}

/// The message and the help for an alternative text.
fn problem(text: &PageText, picture: &TextPicture) -> Option<(String, String)> {
    let alt = picture.alt.as_str();
    if is_file_name(alt, &picture.target) {
        let help = "Describe what the picture shows. People who cannot see it hear these words, and a file name means nothing \
                    to them.";
        return Some((format!("this picture's alternative text is a file name: `{alt}`"), help.into()));
    }
    if let Some(start) = unneeded_start(alt) {
        let rest = alt.get(start.len()..).unwrap_or_default().trim();
        let help = if rest.is_empty() {
            "Describe what it shows. Screen readers already say that it is a picture.".to_owned()
        } else {
            let mut chars = rest.chars();
            let rest: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
            format!("Write `{rest}`. Screen readers already say that it is a picture.")
        };
        return Some((format!("`{}` is not needed in an alternative text", start.trim()), help));
    }
    let length = alt.chars().count();
    if length > MAX_CHARS {
        let help = format!(
            "Keep it below {MAX_CHARS} characters: what the picture shows, in one sentence. Move facts to the text below \
             the picture, where everybody can read them."
        );
        return Some((format!("this alternative text is very long: {length} characters"), help));
    }
    // A much longer passage is not the same, and would be read again for each of its pictures.
    let max_bytes = MAX_TIMES_LONGER * (alt.len() + 1);
    let mut passages =
        text.next_to(picture).map(|passage| text.text_of(passage)).filter(|words| words.len() <= max_bytes);
    let is_repeated = passages.any(|words| plain(words.trim()).eq(plain(alt)));
    is_repeated.then(|| {
        let help = "People who use a screen reader hear the same words twice. Describe in the brackets what can be seen, \
                    and explain below the picture what it means.";
        ("this alternative text repeats the words next to the picture".to_owned(), help.to_owned())
    })
}

fn is_file_name(alt: &str, target: &str) -> bool {
    let lower = alt.to_lowercase();
    if EXTENSIONS.iter().any(|extension| lower.ends_with(extension)) {
        return true;
    }
    if alt.contains(' ') {
        return false;
    }
    let file = target.rsplit('/').next().unwrap_or(target).to_lowercase();
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    // “Signpost” for signpost.svg is a word; careers-fair_2 is a name, and so are IMG2041 and 20261123.
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    let is_joined = lower.contains(['-', '_']) && lower == stem;
    is_joined || lower.contains('_') || digits >= 3
}

/// The start of a text such as “Image of”, “A photo showing”, or all of “Picture”.
fn unneeded_start(alt: &str) -> Option<&str> {
    let lower = alt.to_lowercase();
    let article =
        ["a ", "an ", "the "].iter().find(|article| lower.starts_with(**article)).map_or(0, |article| article.len());
    let rest = lower.get(article..)?;
    let kind = KINDS.iter().filter(|kind| rest.starts_with(**kind)).max_by_key(|kind| kind.len())?;
    let after = rest.get(kind.len()..)?;
    let link = [" of ", " showing ", " shows ", ": "].iter().find(|link| after.starts_with(**link));
    let length = match link {
        Some(link) => article + kind.len() + link.len(),
        None if after.trim_matches(|ch: char| !ch.is_alphabetic()).is_empty() => alt.len(),
        None => return None,
    };
    alt.get(..length)
}

/// Only letters and digits, in lower case.
fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_name_is_recognised() {
        for name in ["IMG_2041.jpg", "fair.PNG", "careers-fair", "DSC_0042", "20261123", "fair_final"] {
            assert!(is_file_name(name, "media/careers-fair.jpg"), "{name}");
        }
        for words in ["Signpost", "Year-9", "Two T-shirts in a shop.", "The hall in 2026", "Self-portrait"] {
            assert!(!is_file_name(words, "media/signpost.svg"), "{words}");
        }
    }

    #[test]
    fn unneeded_start_is_recognised() {
        assert_eq!(unneeded_start("Image of a bench"), Some("Image of "));
        assert_eq!(unneeded_start("A photograph showing tools"), Some("A photograph showing "));
        assert_eq!(unneeded_start("Picture 3"), Some("Picture 3"));
        for words in ["Image editing on a large screen", "Map of the site", "A picture frame", "Pictures of trees"] {
            assert_eq!(unneeded_start(words), None, "{words}");
        }
    }
}
