//! A language: its messages, and how they are formatted.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::arg::{Arg, Escape, MessageArgs, message};
use super::file::primary_subtag;
use super::in_sentence::in_sentence;
use super::pattern::{self, Message, MessageBody, Piece};
use crate::programme::{self, Direction, Words};

/// The interface texts of one school in one language.
pub struct Language {
    /// The tag of the content, as in `<html lang>`.
    pub(super) tag: String,
    /// The primary subtag of the messages' language: English if there are no messages in the content's language.
    pub(super) message_language: String,
    /// True for the built-in English without custom messages.
    pub(super) is_default_english: bool,
    pub(super) messages: HashMap<String, Message>,
    /// For messages with selectors: English, then the language itself, then the school's custom messages.
    pub(super) bundles: Vec<FluentBundle<FluentResource>>,
    pub(super) words: Words,
    pub(super) capitalised_words: Words,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").field("tag", &self.tag).field("messages", &self.messages.len()).finish()
    }
}

/// Encloses the number of an HTML argument. It is a noncharacter, so it can't occur in text.
const MARK: char = '\u{FDD2}';

/// Initial vowels change the word before them: the Welsh “a” becomes “ac”.
const VOWELS: &str = "aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü";

impl Language {
    pub fn tag(&self) -> &str {
        &self.tag
    }

    pub fn direction(&self) -> Direction {
        direction_of(&self.tag)
    }

    /// True if English on a page needs a `lang` attribute.
    pub fn needs_lang_attribute(&self) -> bool {
        primary_subtag(&self.tag) != "en"
    }

    pub fn is_default_english(&self) -> bool {
        self.is_default_english
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    pub fn capitals(&self) -> &Words {
        &self.capitalised_words
    }

    /// Every message without arguments.
    pub fn plain_texts(&self) -> BTreeMap<&str, &str> {
        let plain = self.messages.iter().filter_map(|(key, message)| match &message.body {
            MessageBody::Text(text) => Some((key.as_str(), text.as_str())),
            _ => None,
        });
        plain.collect()
    }

    /// A message without arguments. Returns the key if there is no such message.
    pub fn text<'k>(&'k self, key: &'k str) -> &'k str {
        match self.messages.get(key).map(|message| &message.body) {
            Some(MessageBody::Text(text)) => text,
            _ => key,
        }
    }

    /// A message with arguments. Returns the key if there is no such message.
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let args = MessageArgs { args, escape: |text| text.into() };
        self.format_with(key, &args).unwrap_or_else(|| key.to_owned())
    }

    /// A message as HTML. Text arguments are HTML already. `None` if there is no such message.
    pub fn format_html(&self, key: &str, args: &[(&str, Arg<'_>)], escape: Escape) -> Option<String> {
        self.format_with(key, &MessageArgs { args, escape })
    }

    fn format_with(&self, key: &str, args: &MessageArgs<'_>) -> Option<String> {
        let message = self.messages.get(key)?;
        debug_assert!(
            args.args.iter().all(|(name, _)| self.word(name).is_none()),
            "an argument of {key} has the name of one of the school's words"
        );
        Some(match &message.body {
            MessageBody::Text(text) => (args.escape)(text).into_owned(),
            MessageBody::Pieces(pieces) => self.interpolate(pieces, args),
            MessageBody::Select(bundle) => self.format_fluent(*bundle, key, message, args)?,
        })
    }

    /// Fluent's own resolver is slower, and pages hold thousands of these messages.
    fn interpolate(&self, pieces: &[Piece], args: &MessageArgs<'_>) -> String {
        let mut output = String::with_capacity(64);
        for piece in pieces {
            match piece {
                Piece::Text(text) => output.push_str(&(args.escape)(text)),
                Piece::Variable { name, isolated } => {
                    output.extend(isolated.then_some(pattern::FIRST_STRONG_ISOLATE));
                    match (args.get(name), self.word(name)) {
                        (Some(Arg::Text(text)), _) => output.push_str(text),
                        (Some(Arg::Number(number)), _) => output.push_str(&number.to_string()),
                        (None, Some(word)) => output.push_str(&(args.escape)(word)),
                        (None, None) => output.push_str(&format!("{{${name}}}")),
                    }
                    output.extend(isolated.then_some(pattern::POP_ISOLATE));
                }
            }
        }
        output
    }

    /// Formats a message with Fluent. HTML arguments are replaced by marks, because the result is escaped as a whole.
    fn format_fluent(&self, bundle: usize, key: &str, message: &Message, args: &MessageArgs<'_>) -> Option<String> {
        let mut fluent_args = FluentArgs::with_capacity(message.variables.len());
        let mut marked: Vec<(String, &str)> = Vec::new();
        for name in &message.variables {
            let value = match (args.get(name), self.word(name)) {
                (Some(Arg::Number(number)), _) => FluentValue::from(number),
                (Some(Arg::Text(text)), _) if matches!((args.escape)(text), Cow::Borrowed(_)) => {
                    FluentValue::from(text)
                }
                (Some(Arg::Text(html)), _) => {
                    let mark = format!("{MARK}{}{MARK}", marked.len());
                    marked.push((mark.clone(), html));
                    FluentValue::from(mark)
                }
                (None, Some(word)) => FluentValue::from(word),
                (None, None) => continue,
            };
            fluent_args.set(name.as_str(), value);
        }
        let bundle = self.bundles.get(bundle)?;
        let text = bundle.format_pattern(bundle.get_message(key)?.value()?, Some(&fluent_args), &mut Vec::new());
        let text = (args.escape)(&text).into_owned();
        Some(marked.iter().fold(text, |text, (mark, html)| text.replace(mark, html)))
    }

    fn word(&self, name: &str) -> Option<&str> {
        let words = if name.starts_with(char::is_uppercase) { &self.capitalised_words } else { &self.words };
        words.get(name)
    }

    /// The language's plural categories (CLDR), each with a number in it; “other” comes last.
    pub fn plural_categories(&self) -> Vec<(&'static str, i64)> {
        let rules = self.message_language.parse::<LanguageIdentifier>().ok();
        let rules = rules.and_then(|language| PluralRules::create(language, PluralRuleType::CARDINAL).ok());
        let category =
            |number: i64| rules.as_ref().and_then(|rules| rules.select(number).ok()).map_or("other", category_name);
        let mut categories: Vec<(&'static str, i64)> = Vec::new();
        for number in 0..SAMPLES {
            if categories.iter().all(|(known, _)| *known != category(number)) {
                categories.push((category(number), number));
            }
        }
        categories.sort_by_key(|(name, _)| *name == "other");
        categories
    }

    /// What a school calls people, for the middle of a sentence; as written in other languages than English.
    pub fn in_sentence<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.needs_lang_attribute() { Cow::Borrowed(text) } else { in_sentence(text) }
    }

    /// “a”, “a and b”, “a, b and c”.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [most @ .., last] => {
                let start = most.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.text("list_comma"));
                let last = last.as_ref();
                let vowel =
                    last.chars().next().is_some_and(|first| first.to_lowercase().any(|one| VOWELS.contains(one)));
                let begins = if vowel { "vowel" } else { "other" };
                message!(self, "list_and", rest = &start, last = last, begins = begins)
            }
        }
    }
}

/// Every category of whole numbers occurs below this number.
const SAMPLES: i64 = 200;

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// The writing direction of a language; left to right for an invalid tag.
pub(super) fn direction_of(tag: &str) -> Direction {
    programme::LanguageTag::parse(tag).map_or(Direction::Ltr, |language| language.direction())
}

/// Capitalises the first character.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
