//! The words of the interface: all that a page says and the school has not written itself.
//!
//! Takes the language that `school.yaml` names and the school's own `theme/strings/`; gives a [`Language`]
//! that says each message. Refuses nothing: where a file is wrong, that is told, and our words stand in; what a
//! language lacks is said in English. What is told to the teacher (findings, the command line) is
//! always English, and stands elsewhere.
//!
//! The words themselves stand in `themes/default/strings/`, one file a language, in the syntax of
//! Fluent. Most are plain text with places for names: those are cut up once, when a language is loaded,
//! and then only joined. The others, which choose by a number or a word, are said by the `fluent-bundle` crate.

mod file;
mod findings;
mod load;
mod pattern;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

pub use findings::LanguageProblem;
pub use load::{english, language};

use self::pattern::{Message, Parts, Piece};
use crate::programme::{self, Direction, Words};

/// A language, ready to speak for one school.
pub struct Language {
    /// The tag of the content, as in `<html lang>`.
    tag: String,
    /// The start of the tag of what is spoken: English where there are no words of the content's language.
    speaks: String,
    /// True for our English and nothing else.
    is_usual: bool,
    /// Every message by its key.
    messages: HashMap<String, Message>,
    /// What says messages that choose: English, then the language itself, then the school's own words in it.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// What the school calls its people.
    words: Words,
    /// The same with capitals.
    capitals: Words,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").field("tag", &self.tag).field("messages", &self.messages.len()).finish()
    }
}

/// What a message is given.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A word, a name or a part of the sentence.
    Text(&'a str),
    /// A number, which may choose between forms.
    Number(i64),
}

impl<'a, S: AsRef<str> + ?Sized> From<&'a S> for Arg<'a> {
    fn from(text: &'a S) -> Self {
        Self::Text(text.as_ref())
    }
}

macro_rules! numbers {
    ($($kind:ty)*) => {
        $(impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })*
    };
}
numbers! { u8 u32 u64 usize i8 i16 i64 }

/// Says a message: `message!(language, "criterion_title", id = "1.3")`.
macro_rules! message {
    ($language:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $language.format($key, &[$((stringify!($name), $crate::language::Arg::from($value))),*])
    };
}
pub(crate) use message;

/// How text becomes part of what is made, such as HTML.
pub type Escape = fn(&str) -> Cow<'_, str>;

/// What one message is given.
struct Given<'g> {
    args: &'g [(&'g str, Arg<'g>)],
    /// How the message's own text is written; texts that it is given are written so already.
    escape: Escape,
}

impl<'g> Given<'g> {
    fn of(&self, name: &str) -> Option<Arg<'g>> {
        self.args.iter().find(|(given, _)| *given == name).map(|(_, arg)| *arg)
    }
}

/// FileLocation around a number in place of HTML. No text can hold it: Unicode has no such letter.
const MARK: char = '\u{FDD2}';

/// Letters that a word can begin with so that a word before it changes, as the Welsh “a” to “ac”.
const VOWELS: &str = "aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü";

impl Language {
    /// The tag of the content, such as `en-GB`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Which way the content is written.
    pub fn direction(&self) -> Direction {
        direction_of(&self.tag)
    }

    /// True if English on a page must be marked as such.
    pub fn is_foreign(&self) -> bool {
        file::start_of(&self.tag) != "en"
    }

    /// True for our English, without a word of the school's own.
    pub fn is_usual(&self) -> bool {
        self.is_usual
    }

    /// What the school calls its people.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The same with capitals.
    pub fn capitals(&self) -> &Words {
        &self.capitals
    }

    /// Every message that needs to be given nothing.
    pub fn plain_texts(&self) -> BTreeMap<&str, &str> {
        let plain = self.messages.iter().filter_map(|(key, message)| match &message.parts {
            Parts::Text(text) => Some((key.as_str(), text.as_str())),
            _ => None,
        });
        plain.collect()
    }

    /// A message that needs to be given nothing. The key itself if there is none of this name.
    pub fn text<'k>(&'k self, key: &'k str) -> &'k str {
        match self.messages.get(key).map(|message| &message.parts) {
            Some(Parts::Text(text)) => text,
            _ => key,
        }
    }

    /// A message with what it is given. The key itself if there is none of this name.
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let given = Given { args, escape: |text| Cow::Borrowed(text) };
        self.said(key, &given).unwrap_or_else(|| key.to_owned())
    }

    /// The same as HTML: texts that it is given are HTML already. `None` if there is no message of this name.
    pub fn format_html(&self, key: &str, args: &[(&str, Arg<'_>)], escape: Escape) -> Option<String> {
        self.said(key, &Given { args, escape })
    }

    fn said(&self, key: &str, given: &Given<'_>) -> Option<String> {
        let message = self.messages.get(key)?;
        debug_assert!(
            given.args.iter().all(|(name, _)| self.word(name).is_none()),
            "{key} is given one of the school's own words"
        );
        Some(match &message.parts {
            Parts::Text(text) => (given.escape)(text).into_owned(),
            Parts::Pieces(pieces) => self.joined(pieces, given),
            Parts::Chosen(bundle) => self.chosen(*bundle, key, message, given)?,
        })
    }

    fn joined(&self, pieces: &[Piece], given: &Given<'_>) -> String {
        let mut said = String::with_capacity(64);
        for piece in pieces {
            match piece {
                Piece::Text(text) => said.push_str(&(given.escape)(text)),
                Piece::Place { name, apart } => {
                    said.extend(apart.then_some(pattern::APART));
                    match (given.of(name), self.word(name)) {
                        (Some(Arg::Text(text)), _) => said.push_str(text),
                        (Some(Arg::Number(number)), _) => said.push_str(&number.to_string()),
                        (None, Some(word)) => said.push_str(&(given.escape)(word)),
                        (None, None) => said.push_str(&format!("{{${name}}}")),
                    }
                    said.extend(apart.then_some(pattern::APART_END));
                }
            }
        }
        said
    }

    /// Lets the crate say a message. What is HTML already goes through it under a mark.
    fn chosen(&self, bundle: usize, key: &str, message: &Message, given: &Given<'_>) -> Option<String> {
        let mut args = FluentArgs::with_capacity(message.asks.len());
        let mut marked: Vec<(String, &str)> = Vec::new();
        for name in &message.asks {
            let value = match (given.of(name), self.word(name)) {
                (Some(Arg::Number(number)), _) => FluentValue::from(number),
                (Some(Arg::Text(text)), _) if matches!((given.escape)(text), Cow::Borrowed(_)) => {
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
            args.set(name.as_str(), value);
        }
        let bundle = self.bundles.get(bundle)?;
        let said = bundle.format_pattern(bundle.get_message(key)?.value()?, Some(&args), &mut Vec::new());
        let said = (given.escape)(&said).into_owned();
        Some(marked.iter().fold(said, |said, (mark, html)| said.replace(mark, html)))
    }

    /// One of the school's own words, by the name that messages know it under.
    fn word(&self, name: &str) -> Option<&str> {
        let words = if name.starts_with(char::is_uppercase) { &self.capitals } else { &self.words };
        Some(match name {
            "pupil" | "Pupil" => &words.pupil,
            "pupils" | "Pupils" => &words.pupils,
            "parents" | "Parents" => &words.parents,
            "staff" | "Staff" => &words.staff,
            "employers" | "Employers" => &words.employers,
            "group" | "Group" => &words.group,
            "groups" | "Groups" => &words.groups,
            _ => return None,
        })
    }

    /// The forms that the language has for numbers (CLDR plural categories), each with a number that takes it;
    /// the usual form, “other”, comes last.
    pub fn forms(&self) -> Vec<(&'static str, i64)> {
        let rules = self.speaks.parse::<LanguageIdentifier>().ok();
        let rules = rules.and_then(|language| PluralRules::create(language, PluralRuleType::CARDINAL).ok());
        let category = |number: i64| rules.as_ref().and_then(|rules| rules.select(number).ok()).map_or("other", form);
        let mut forms: Vec<(&'static str, i64)> = Vec::new();
        for number in 0..SAMPLES {
            if forms.iter().all(|(known, _)| *known != category(number)) {
                forms.push((category(number), number));
            }
        }
        forms.sort_by_key(|(form, _)| *form == "other");
        forms
    }

    /// “a”, “a and b”, “a, b and c”.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [most @ .., last] => {
                let rest = most.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.text("list_comma"));
                let last = last.as_ref();
                let vowel =
                    last.chars().next().is_some_and(|first| first.to_lowercase().any(|one| VOWELS.contains(one)));
                let begins = if vowel { "vowel" } else { "other" };
                message!(self, "list_and", rest = &rest, last = last, begins = begins)
            }
        }
    }
}

/// Among so many numbers every form turns up that whole numbers take.
const SAMPLES: i64 = 200;

fn form(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// Which way a language is written; what is no tag is taken for one from left to right.
fn direction_of(tag: &str) -> Direction {
    programme::LanguageTag::parse(tag).map_or(Direction::Ltr, |language| language.direction())
}

/// The first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A language that speaks for an ordinary school, for tests.
#[cfg(test)]
pub(crate) fn in_words(tag: &str) -> Language {
    load::in_words(tag)
}
