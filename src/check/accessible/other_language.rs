//! A passage is in another language, and is not marked. A screen reader reads it with an English voice, and nobody
//! understands it; it may skip letters of another script (WCAG 2.2, success criterion 3.1.2, level AA). Mark it with
//! the tag of its language. You do not need to mark names, or words that English has borrowed. Fingerpost does not
//! notice a short greeting, but it is better to mark it. In a translation, the file name gives the language, so you do
//! not need marks for it.
//!
//! Wrong:
//!
//! ```text
//! اردو میں مدد کے لیے دفتر کو فون کریں
//! ```
//!
//! Right:
//!
//! ```text
//! [اردو میں مدد کے لیے دفتر کو فون کریں](lang:ur)
//! ```

use std::ops::Range;

use icu_properties::props::Script;
use icu_properties::script::ScriptWithExtensions;
use whatlang::Lang;

use crate::check::{PageText, Passage, PassageKind, TextCheck, TextRuleInput, WordRule, WordTable};
use crate::framework::Reading;
use crate::programme::LanguageTag;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("other-language");

/// A text with fewer words may be a name or a quotation.
const MIN_WORDS: usize = 8;

/// The percentage of words that look English from which a passage counts as English.
const ENGLISH_PERCENT: usize = 20;

/// Languages that the detector calls by the code of one of their forms.
const TAGS: [(Lang, &str); 2] = [(Lang::Cmn, "zh"), (Lang::Pes, "fa")];

/// The detector gets at most this many words: it needs few to be certain, and takes long for many.
const MAX_WORDS: usize = 200;

struct LanguageSearch<'a> {
    /// The language of the site, without its region.
    site: String,
    reading: &'a Reading,
}

/// What the rule needs to know of a word.
#[derive(Clone, Copy, Default)]
struct SeenWord {
    has_other_script: bool,
    begins_lower: bool,
    looks_english: bool,
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let site = input.context.language.as_str();
    let site = site.split('-').next().unwrap_or(site).to_lowercase();
    TextCheck::Words(Box::new(LanguageSearch { site, reading: &input.facts.reading }))
}

impl WordRule for LanguageSearch<'_> {
    type Known = SeenWord;

    fn know(&self, word: &str) -> SeenWord {
        SeenWord {
            has_other_script: word.contains(is_in_other_script),
            begins_lower: word.starts_with(char::is_lowercase),
            looks_english: looks_english(word, self.reading),
        }
    }

    fn check(&self, text: &PageText, words: &WordTable<SeenWord>, findings: &mut Findings) {
        if let Some(language) = &text.language {
            // What is written on the page of a sign language is in English.
            if !language.is_signed() {
                report_translation(text, language, self.reading, findings);
            }
            return;
        }
        for passage in &text.passages {
            for part in text.unmarked(passage) {
                if let Some((span, language)) = self.other(text, part, words) {
                    findings.advise(advice(text, passage, (span.clone(), language)), text.place_in(passage, span));
                }
            }
        }
    }
}

/// A range in the plain text, and its language if the detector is certain.
type OtherLanguage = (Range<usize>, Option<Lang>);

impl LanguageSearch<'_> {
    /// The first part of a passage that is in another language than the site.
    fn other(&self, text: &PageText, part: Range<usize>, words: &WordTable<SeenWord>) -> Option<OtherLanguage> {
        let of_part = text.words_in(&part);
        let by_script = || other_script(text.slice(part.clone()));
        let has_other_script = of_part.iter().any(|word| words.get(*word).has_other_script);
        let other = match has_other_script.then(by_script).flatten() {
            Some((span, language)) => Some((part.start + span.start..part.start + span.end, language)),
            None if self.site == "en" => other_latin(text, part, words),
            None => None,
        };
        other.filter(|(_, language)| language.map(tag) != Some(&self.site))
    }
}

/// Reports a translation whose text is in another language than its file name: it may not be translated yet, or its
/// name may be wrong.
fn report_translation(text: &PageText, language: &LanguageTag, reading: &Reading, findings: &mut Findings) {
    // The detector mistakes languages that it does not know for similar ones.
    let is_known = Lang::all().iter().any(|known| tag(*known) == language.primary());
    let detect = || {
        let info = whatlang::detect(&first_words(text)).filter(|info| is_known && info.is_reliable());
        info.map(|info| info.lang())
    };
    let Some(detected) = is_english(text, reading).then_some(Lang::Eng).or_else(detect) else { return };
    if tag(detected) == language.primary() {
        return;
    }
    let name = language.english_name();
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("the file name has the tag for {name}, but the text seems to be in {}", detected.eng_name()),
        help: format!(
            "A screen reader reads it as if it were {name}. Translate it, or change the file name to the tag of its \
             language."
        ),
    };
    findings.advise(advice, text.source.whole_file());
}

/// The passages at the start of a text that have enough words for the detector.
fn first_words(text: &PageText) -> String {
    let mut words = 0;
    let is_needed = |passage: &&Passage| {
        let before = words;
        words += text.words_in(&passage.range).len();
        before < MAX_WORDS
    };
    text.body().take_while(is_needed).map(|passage| text.text_of(passage)).collect::<Vec<_>>().join("\n")
}

/// True for a text with a large share of English words.
fn is_english(text: &PageText, reading: &Reading) -> bool {
    let words = || text.body().flat_map(|passage| text.words_in(&passage.range));
    let all = words().count();
    let english = words().filter(|word| looks_english(&text.word(**word).to_lowercase(), reading)).count();
    all >= MIN_WORDS && english * 100 >= all * ENGLISH_PERCENT * 2
}

fn tag(language: Lang) -> &'static str {
    let own = TAGS.iter().find(|(known, _)| *known == language).map(|(_, tag)| *tag);
    // A tag has two letters if there is such a code.
    let short = || isolang::Language::from_639_3(language.code()).and_then(|known| known.to_639_1());
    own.or_else(short).unwrap_or(language.code())
}

fn advice(text: &PageText, passage: &Passage, (span, language): (Range<usize>, Option<Lang>)) -> Advice {
    let start: String = text.slice(span).chars().take(30).collect();
    let (name, tag) = match language {
        Some(language) => (language.eng_name(), tag(language)),
        None => ("another script", "TAG"),
    };
    let mark = format!("`[{}…](lang:{tag})`", start.split_whitespace().next().unwrap_or_default());
    let addition =
        if language.is_some() { "" } else { ", with the tag of its language in place of TAG, such as `ur` for Urdu" };
    let help = if matches!(passage.kind, PassageKind::Key(_)) {
        format!(
            "A screen reader reads it with the wrong voice. Move it to the text below the front matter and mark it \
             there: {mark}{addition}."
        )
    } else {
        format!("Mark it like this: {mark}{addition}. A screen reader then reads it with the right voice.")
    };
    Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("this seems to be in {name}, and is not marked"),
        help,
    }
}

/// The first run of text in another script, and its language if the detector is certain.
fn other_script(words: &str) -> Option<(Range<usize>, Option<Lang>)> {
    let (start, _) = words.char_indices().find(|(_, ch)| is_in_other_script(*ch))?;
    let rest = words.get(start..).unwrap_or_default();
    // Spaces and punctuation belong to the run if more of the script follows.
    let length = rest
        .char_indices()
        .take_while(|(_, ch)| !ch.is_alphabetic() || is_in_other_script(*ch))
        .filter(|(_, ch)| is_in_other_script(*ch))
        .last()
        .map_or(0, |(at, ch)| at + ch.len_utf8());
    let run = rest.get(..length).unwrap_or_default();
    // One or two Greek letters may be mathematics.
    let min_chars = if run.chars().all(is_greek) { 3 } else { 2 };
    (run.chars().count() >= min_chars).then(|| {
        let is_certain = |info: &whatlang::Info| {
            info.is_reliable()
                || !matches!(
                    info.script(),
                    whatlang::Script::Arabic
                        | whatlang::Script::Cyrillic
                        | whatlang::Script::Devanagari
                        | whatlang::Script::Hebrew
                )
        };
        let language = whatlang::detect(run).filter(is_certain).map(|info| info.lang());
        (start..start + length, language)
    })
}

/// True for a letter of a script other than Latin. Symbols and styled letters belong to no script.
fn is_in_other_script(ch: char) -> bool {
    // Fast path: all letters before U+0250 are Latin.
    if ch < '\u{250}' || !ch.is_alphabetic() {
        return false;
    }
    let scripts = ScriptWithExtensions::new().get_script_extensions_val(ch);
    ![Script::Latin, Script::Common, Script::Inherited].iter().any(|script| scripts.contains(script))
}

fn is_greek(ch: char) -> bool {
    ScriptWithExtensions::new().has_script(ch, Script::Greek)
}

/// The range and language of a part in the Latin script that is clearly not English.
fn other_latin(text: &PageText, part: Range<usize>, words: &WordTable<SeenWord>) -> Option<OtherLanguage> {
    let of_part = text.words_in(&part);
    let (mut lower, mut english) = (0usize, 0usize);
    for (before, word) in of_part.iter().map(|word| words.get(*word)).enumerate() {
        lower += usize::from(word.begins_lower);
        english += usize::from(word.begins_lower && word.looks_english);
        // Fast path: most passages are clearly English after a few words.
        if english >= 3 && english * 4 > before {
            return None;
        }
    }
    // Lists of names have few words in lower case.
    if lower < MIN_WORDS || lower * 2 < of_part.len() || english * 100 >= lower * ENGLISH_PERCENT {
        return None;
    }
    let end = of_part.get(MAX_WORDS).map_or(part.end, |word| text.range_of(*word).start);
    let info = whatlang::detect(text.slice(part.start..end)).filter(whatlang::Info::is_reliable)?;
    (info.lang() != Lang::Eng).then_some((part, Some(info.lang())))
}

/// True for frequent words, words of the field, and suffixes that few other languages have.
fn looks_english(word: &str, reading: &Reading) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    reading.frequent.contains(word)
        || ["ing", "tion", "ship", "ness", "ity", "ould", "ght", "ly"].iter().any(|suffix| singular.ends_with(suffix))
        || reading.terms.contains(singular)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;
    use crate::read::Document;
    use crate::report::{ContentPath, Source};
    use crate::text::{self, TextOptions};

    #[test]
    fn every_language_that_is_detected_has_a_tag_that_can_be_written() {
        for language in Lang::all() {
            assert!(LanguageTag::parse(tag(*language)).is_some(), "{}", language.eng_name());
        }
    }

    fn language(words: &str) -> Option<&'static str> {
        let reading = Facts::load().expect("the data files parse").reading;
        let source = Source { path: ContentPath::new("pages/a.md"), text: words.into() };
        let document = Document { source, data: None, unreadable: false, body: 0..words.len() };
        let search = LanguageSearch { site: "en".into(), reading: &reading };
        let find = |texts: &[PageText]| {
            let [text] = texts else { panic!("one text") };
            let table = WordTable::new(text.dictionary(), |word| search.know(word));
            let passage = text.passages.first().expect("a passage");
            search.other(text, passage.range.clone(), &table).map(|(_, language)| language.map_or("?", tag))
        };
        text::analyse(&[document], &TextOptions::default(), find).1.pop().expect("the text of the document")
    }

    #[test]
    fn passages_in_other_languages_are_reported() {
        for (tag, words) in [
            ("cy", "Mae croeso i chi ddod i siarad gyda ni am ddewisiadau eich plentyn ar ôl yr ysgol."),
            (
                "pl",
                "Zapraszamy wszystkich rodziców na spotkanie w sprawie wyboru przedmiotów dla uczniów klasy dziewiątej.",
            ),
            (
                "ro",
                "Vă rugăm să veniți la școală pentru a vorbi despre alegerile copilului dumneavoastră după clasa a noua.",
            ),
            ("pt", "Os pais podem falar connosco sobre as escolhas dos seus filhos depois de terminarem a escola."),
            ("uk", "Ласкаво просимо до нашої школи, ми допоможемо вашій дитині обрати майбутню професію."),
            ("ur", "اردو میں مدد کے لیے دفتر کو فون کریں"),
            ("zh", "欢迎来到我们学校"),
            ("pa", "ਜੀ ਆਇਆਂ ਨੂੰ"),
            ("ja", "キャリアセンターへようこそ"),
        ] {
            assert_eq!(language(words), Some(tag), "{words}");
        }
    }

    #[test]
    fn names_short_quotations_and_english_are_not_reported() {
        for words in [
            "Hallowmere College, Brackenfold Training, Tarn Valley UTC, Millrace Sixth Form College and Northmarch University",
            "Ms Zofia Merriweather-Nowak, Mr Kwame Underhill-Mensah, Saoirse Quillfeather, Łukasz Wiśniewski, José Muñoz",
            "A déjà vu, a façade and a café.",
            "Bienvenue! Willkommen! Croeso!",
            "Angles α and β, area πr².",
            "Pick three more, then one reserve: art, music, history, French, Spanish, computing, dance, food, drama",
            "careers pupils choose subjects local employers visit college skills future week apprenticeship talk plan learn",
            "Maths, physics, further maths, chemistry, biology, product design, textiles, photography, graphics, media",
            "Bring sturdy boots, waterproof trousers, gloves, packed lunch, water, medication, consent form, sense of humour",
        ] {
            assert_eq!(language(words), None, "{words}");
        }
    }
}
