//! A language is named by a word that is no language tag. Screen readers choose their voice by the tag, and do not
//! know what “welsh” or “pk” is (WCAG 2.2, success criteria 3.1.1, level A, and 3.1.2, level AA; read on 23 November
//! 2026). A tag has two or three letters, as in the registry of language subtags: cy for Welsh, ur for Urdu, pl for
//! Polish. A country may follow: en-GB.
//!
//! Wrong:
//!
//! ```text
//! [Croeso](lang:welsh)
//! ```
//!
//! Right:
//!
//! ```text
//! [Croeso](lang:cy)
//! ```

use crate::check::Subject;
use crate::report::{Advice, Code, Findings, Place, Severity};

/// The tags of two letters (ISO 639-1, as in the IANA registry of language subtags).
const TAGS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io \
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt \
    my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm \
    sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// What people write for languages that are spoken at home in Britain: names, and the countries' letters.
const MEANT: [(&str, &str); 40] = [
    ("albanian", "sq"),
    ("arabic", "ar"),
    ("bengali", "bn"),
    ("bulgarian", "bg"),
    ("cantonese", "yue"),
    ("chinese", "zh"),
    ("cn", "zh"),
    ("cornish", "kw"),
    ("cz", "cs"),
    ("czech", "cs"),
    ("dari", "prs"),
    ("english", "en"),
    ("eng", "en"),
    ("farsi", "fa"),
    ("french", "fr"),
    ("gaelic", "gd"),
    ("german", "de"),
    ("gr", "el"),
    ("greek", "el"),
    ("gujarati", "gu"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("irish", "ga"),
    ("italian", "it"),
    ("jp", "ja"),
    ("kurdish", "ku"),
    ("mandarin", "zh"),
    ("pashto", "ps"),
    ("pk", "ur"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("punjabi", "pa"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("somali", "so"),
    ("spanish", "es"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("welsh", "cy"),
];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if let Some(language) = &subject.programme.institution.details.language {
        tell(&language.value, language.place.clone(), findings);
    }
    for text in &subject.texts {
        for marked in &text.marked {
            tell(&marked.tag, text.place(&marked.span), findings);
        }
    }
}

fn tell(tag: &str, place: Place, findings: &mut Findings) {
    if is_tag(tag) {
        return;
    }
    let start = tag.split('-').next().unwrap_or(tag).to_lowercase();
    let meant = MEANT.iter().find(|(said, _)| *said == start);
    let mend = match meant {
        Some((_, tag)) => format!("Write `{tag}`."),
        None => {
            "Write the tag of the language, which has two or three letters: cy for Welsh, ur for Urdu, pl for Polish."
                .to_owned()
        }
    };
    let advice = Advice {
        code: Code::LanguageTag,
        severity: Severity::Should,
        message: format!("`{tag}` is not the tag of a language"),
        help: format!("{mend} Screen readers choose their voice by it."),
    };
    findings.advise(advice, place);
}

/// True if a tag begins with a language that is known.
fn is_tag(tag: &str) -> bool {
    let start = tag.split('-').next().unwrap_or(tag).to_lowercase();
    let known = match start.len() {
        2 => TAGS.split_ascii_whitespace().any(|known| known == start),
        3 => start.chars().all(|letter| letter.is_ascii_lowercase()),
        _ => false,
    };
    known && !MEANT.iter().any(|(said, _)| *said == start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_names_and_countries() {
        for tag in ["cy", "en-GB", "ur", "uk", "zh-Hant", "yue", "prs", "PL"] {
            assert!(is_tag(tag), "{tag}");
        }
        for word in ["welsh", "English", "pk", "jp", "eng", "x", ""] {
            assert!(!is_tag(word), "{word}");
        }
    }

    #[test]
    fn what_was_meant_is_a_tag() {
        for (said, tag) in MEANT {
            assert!(is_tag(tag) && !is_tag(said), "{said}");
        }
    }
}
