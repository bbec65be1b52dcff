//! Languages by their tags (BCP 47): whether a tag is valid, the language's own name, and the
//! direction it is written in.
//!
//! Takes a tag such as `ur`, `zh-Hant` or `pa-Guru`; returns a [`LanguageTag`]. Rejects anything else, and
//! suggests the language that was most likely meant. Names come from ISO 639 and CLDR through `isolang`.

use serde::Serialize;

/// A language, or one way of writing it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag {
    tag: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Ltr,
    Rtl,
}

/// Scripts that are written from right to left (Unicode, Standard Annex 9).
const RIGHT_TO_LEFT_SCRIPTS: [&str; 8] = ["Arab", "Aran", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"];

/// Languages that are usually written in one of those (CLDR 48, likely subtags; read on 24 November 2026).
const RIGHT_TO_LEFT: [&str; 25] = [
    "aii", "ar", "arc", "ary", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "phr", "pnb",
    "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
];

/// Names of languages, in their own words and in English, where the general list has none, an awkward
/// one, or one that does not distinguish two scripts (CLDR 48, “Locale Display Names”; read on
/// 24 November 2026). Longer tags come before their prefixes.
const NAMES: [(&str, &str, &str); 28] = [
    ("aii", "ܣܘܪܝܬ", "Assyrian"),
    ("ak", "Akan", "Akan"),
    ("bfi", "British Sign Language", "British Sign Language"),
    ("el", "Ελληνικά", "Greek"),
    ("ku-Arab", "کوردی", "Kurdish"),
    ("kmr", "Kurmancî", "Kurdish (Kurmanji)"),
    ("ckb", "کوردیی ناوەندی", "Kurdish (Sorani)"),
    ("ne", "नेपाली", "Nepali"),
    ("pa-Arab", "پنجابی", "Punjabi (Shahmukhi)"),
    ("pa", "ਪੰਜਾਬੀ", "Punjabi"),
    ("phr", "پہاڑی", "Pahari"),
    ("pnb", "پنجابی", "Punjabi (Shahmukhi)"),
    ("prs", "دری", "Dari"),
    ("ps", "پښتو", "Pashto"),
    ("pt-BR", "português (Brasil)", "Brazilian Portuguese"),
    ("pt", "português", "Portuguese"),
    ("rmn", "Romani", "Romani"),
    ("rom", "Romani", "Romani"),
    ("skr", "سرائیکی", "Saraiki"),
    ("so", "Soomaali", "Somali"),
    ("sr-Latn", "srpski", "Serbian"),
    // Most people who read Sylheti in Britain read it in Bengali letters.
    ("syl", "ꠍꠤꠟꠐꠤ (Sylheti)", "Sylheti"),
    ("tw", "Twi", "Twi"),
    ("yi", "ייִדיש", "Yiddish"),
    ("yue", "粵語", "Cantonese"),
    ("zh-Hans", "简体中文", "Chinese (simplified)"),
    ("zh-Hant", "繁體中文", "Chinese (traditional)"),
    ("zh", "中文", "Chinese"),
];

/// Languages that are signed. What is written on their pages is in English.
const SIGNED: [&str; 1] = ["bfi"];

/// What people write for languages that are not named as ISO 639 names them: everyday names, and the
/// letters of a country.
const MEANT: [(&str, &str); 17] = [
    ("british", "en"),
    ("bsl", "bfi"),
    ("cantonese", "yue"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dari", "prs"),
    ("farsi", "fa"),
    ("gaelic", "gd"),
    ("gr", "el"),
    ("greek", "el"),
    ("jp", "ja"),
    ("mandarin", "zh"),
    ("pashto", "ps"),
    ("pk", "ur"),
    ("punjabi", "pa"),
    ("sorani", "ckb"),
    ("twi", "tw"),
];

/// Tags that most likely mean something else at the end of a file name, such as a new version of a text.
/// For the language of Nepal, write `new-NP`.
const NOT_TAGS: [&str; 1] = ["new"];

impl LanguageTag {
    /// The language of a tag. `None` if it is not well-formed, if the language doesn't exist, or if a shorter tag
    /// is the right one (`ur`, not `urd`).
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = oxilangtag::LanguageTag::parse_and_normalize(tag).ok()?;
        // A screen reader can't use private subtags after `x-`.
        if tag.private_use().is_some() || NOT_TAGS.contains(&tag.as_str()) {
            return None;
        }
        let primary = tag.primary_language();
        let known = match primary.len() {
            2 => isolang::Language::from_639_1(primary).is_some(),
            3 => {
                let named = NAMES.iter().any(|(known, ..)| *known == primary);
                let listed = isolang::Language::from_639_3(primary);
                named || listed.is_some_and(|one| one.to_639_1().is_none() && one.to_autonym().is_some())
            }
            _ => false,
        };
        known.then(|| Self { tag: tag.into_inner() })
    }

    /// The language that was meant by text that isn't a tag: an English name, a country code, or a tag
    /// that is too long.
    pub fn meant(text: &str) -> Option<Self> {
        let word = text.split('-').next().unwrap_or(text).to_lowercase();
        if let Some((_, tag)) = MEANT.iter().find(|(known, _)| *known == word) {
            return Self::parse(tag);
        }
        let mut chars = word.chars();
        let name: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
        let listed = isolang::Language::from_name(&name).or_else(|| isolang::Language::from_639_3(&word))?;
        Self::parse(listed.to_639_1().unwrap_or(listed.to_639_3()))
    }

    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The tag without script and country: `zh` of `zh-Hant`.
    pub fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or(&self.tag)
    }

    /// True for a sign language, whose films are the translation.
    pub fn is_signed(&self) -> bool {
        SIGNED.contains(&self.primary())
    }

    /// Its own name, such as “اردو”.
    pub fn own_name(&self) -> String {
        let listed = || self.listed().and_then(|one| one.to_autonym());
        self.named().map(|(own, _)| own).or_else(listed).unwrap_or(&self.tag).to_owned()
    }

    /// Its English name, such as “Urdu”.
    pub fn english_name(&self) -> String {
        let listed = || self.listed().map(|one| one.to_name());
        self.named().map(|(_, english)| english).or_else(listed).unwrap_or(&self.tag).to_owned()
    }

    pub fn direction(&self) -> Direction {
        let script =
            oxilangtag::LanguageTag::parse(self.tag.as_str()).ok().and_then(|tag| tag.script().map(str::to_owned));
        let is_rtl = match script {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.as_str()),
            None => RIGHT_TO_LEFT.contains(&self.primary()),
        };
        if is_rtl { Direction::Rtl } else { Direction::Ltr }
    }

    fn listed(&self) -> Option<isolang::Language> {
        isolang::Language::from_639_1(self.primary()).or_else(|| isolang::Language::from_639_3(self.primary()))
    }

    /// Its names, if ours are better than those of the list.
    fn named(&self) -> Option<(&'static str, &'static str)> {
        let begins =
            |known: &str| self.tag.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        NAMES.iter().find(|(known, ..)| begins(known)).map(|(_, own, english)| (*own, *english))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> LanguageTag {
        LanguageTag::parse(tag).unwrap_or_else(|| panic!("{tag} is a language"))
    }

    #[test]
    fn names_countries_and_file_versions_are_not_tags() {
        for tag in
            ["cy", "en-GB", "ur", "uk", "zh-Hant", "yue", "prs", "PL", "pa-Guru", "so", "ti", "rom", "tw", "new-NP"]
        {
            assert!(LanguageTag::parse(tag).is_some(), "{tag}");
        }
        for word in
            ["welsh", "English", "pk", "jp", "eng", "urd", "x", "", "old", "new", "bak", "tmp", "v2", "fin", "x-y"]
        {
            assert!(LanguageTag::parse(word).is_none(), "{word}");
        }
        assert_eq!(language("ZH-hant").tag(), "zh-Hant");
    }

    #[test]
    fn languages_with_names_in_right_to_left_letters_have_that_direction() {
        let is_rtl = |ch: char| ('\u{590}'..='\u{8ff}').contains(&ch);
        for (tag, name, _) in NAMES {
            let direction = if name.contains(is_rtl) { Direction::Rtl } else { Direction::Ltr };
            assert_eq!(language(tag).direction(), direction, "{tag}");
        }
    }

    #[test]
    fn likely_language_is_suggested() {
        let meant = |text| LanguageTag::meant(text).map(|language| language.tag().to_owned());
        for (text, tag) in
            [("urdu", "ur"), ("Welsh", "cy"), ("urd", "ur"), ("pk", "ur"), ("punjabi", "pa"), ("polish", "pl")]
        {
            assert_eq!(meant(text).as_deref(), Some(tag), "{text}");
        }
        for (text, tag) in MEANT {
            assert_eq!(meant(text).as_deref(), Some(tag), "{text}");
        }
        assert_eq!((meant("v2"), meant("final")), (None, None));
    }

    /// The languages most often spoken at home by pupils in England, and some that are easily got wrong.
    #[test]
    fn languages_are_named_as_their_speakers_name_them() {
        for (tag, own, english, rtl) in [
            ("ur", "اردو", "Urdu", true),
            ("pl", "polski", "Polish", false),
            ("pa", "ਪੰਜਾਬੀ", "Punjabi", false),
            ("pa-Arab", "پنجابی", "Punjabi (Shahmukhi)", true),
            ("ro", "română", "Romanian", false),
            ("ar", "العربية", "Arabic", true),
            ("bn", "বাংলা", "Bengali", false),
            ("so", "Soomaali", "Somali", false),
            ("uk", "українська", "Ukrainian", false),
            ("fa", "فارسی", "Persian", true),
            ("prs", "دری", "Dari", true),
            ("ps", "پښتو", "Pashto", true),
            ("ckb", "کوردیی ناوەندی", "Kurdish (Sorani)", true),
            ("ku", "kurdî", "Kurdish", false),
            ("cy", "Cymraeg", "Welsh", false),
            ("zh-Hant-HK", "繁體中文", "Chinese (traditional)", false),
            ("en-GB", "English", "English", false),
            ("bfi", "British Sign Language", "British Sign Language", false),
            ("dv", "ދިވެހިބަސް", "Dhivehi", true),
            ("he", "עברית", "Hebrew", true),
            ("ur-Latn", "اردو", "Urdu", false),
        ] {
            let it = language(tag);
            let direction = if rtl { Direction::Rtl } else { Direction::Ltr };
            assert_eq!((it.own_name().as_str(), it.english_name().as_str(), it.direction()), (own, english, direction));
        }
    }
}
