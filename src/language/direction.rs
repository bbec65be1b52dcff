//! Which way a language is written.

use serde::Serialize;

use super::file::start_of;

/// Which way a language is written. Its words are those of the `dir` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Direction {
    /// As English and Welsh.
    #[serde(rename = "ltr")]
    LeftToRight,
    /// As Arabic and Urdu.
    #[serde(rename = "rtl")]
    RightToLeft,
}

/// Languages that are written from right to left unless their tag names another script.
const LANGUAGES: [&str; 11] = ["ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"];
/// Scripts that are written from right to left (ISO 15924), in small letters.
const SCRIPTS: [&str; 7] = ["adlm", "arab", "aran", "hebr", "nkoo", "syrc", "thaa"];

impl Direction {
    /// Of a language tag, such as `ur` or `pa-Arab`: its script if it names one, or the usual one of the language.
    pub fn of(tag: &str) -> Self {
        let script = tag.split('-').skip(1).find(|part| part.len() == 4 && part.chars().all(char::is_alphabetic));
        let turned = match script {
            Some(script) => SCRIPTS.contains(&script.to_lowercase().as_str()),
            None => LANGUAGES.contains(&start_of(tag).as_str()),
        };
        if turned { Self::RightToLeft } else { Self::LeftToRight }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_decides_before_the_language() {
        for tag in ["ur", "AR", "fa-IR", "pa-Arab", "ku-arab"] {
            assert_eq!(Direction::of(tag), Direction::RightToLeft, "{tag}");
        }
        for tag in ["en-GB", "cy", "ur-Latn", "pa", ""] {
            assert_eq!(Direction::of(tag), Direction::LeftToRight, "{tag}");
        }
    }
}
