//! Loads a language: our words, the school's own before them, English behind them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::file::{self, Written, start_of};
use super::pattern::{Message, Parts, Piece, pieces};
use super::{Language, capital, direction_of, message};
use crate::framework::{DefaultWords, Facts};
use crate::language::findings::LanguageProblem;
use crate::programme::format::Located;
use crate::programme::{Direction, Institution, Words, WordsData};
use crate::read::Media;
use crate::read::ReadProblem;
use crate::report::{Findings, Found, Place, Source, did_you_mean};

/// The language of content that names none.
const USUAL: &str = "en-GB";

/// The files of words: a language is there when its file is.
#[derive(RustEmbed)]
#[folder = "themes/default/strings/"]
struct Strings;

/// The language of a school's site, and what is wrong with its own words. `theme` are the files of its theme.
pub fn language(school: &Institution, facts: &Facts, theme: &[Media]) -> Found<Language> {
    let mut findings = Findings::default();
    let asked = school.details.language.as_ref();
    let tag = asked.map_or(USUAL, |asked| asked.value.as_str());
    let own = Own::of(tag, theme, &mut findings);
    if let Some(asked) = asked
        && own.is_none()
    {
        tell_unknown(asked, &mut findings);
    }
    let value = assemble(tag, own.as_ref(), &mut findings).speaking_for(school, facts);
    Found { value, findings }
}

/// English, for what is told to machines and in the terminal.
pub fn english(school: &Institution, facts: &Facts) -> Language {
    assemble(USUAL, None, &mut Findings::default()).speaking_for(school, facts)
}

/// Our words of a language, by the start of its tag.
fn ours(start: &str) -> Option<String> {
    let file = Strings::get(&format!("{start}.ftl"))?;
    String::from_utf8(file.data.into_owned()).ok()
}

/// The languages that we have words for.
fn known() -> Vec<String> {
    let mut known: Vec<String> =
        Strings::iter().filter_map(|name| Some(name.strip_suffix(".ftl")?.to_owned())).collect();
    known.sort_unstable();
    known
}

/// There are no words for a language. What is no language tag at all is told by `check`.
fn tell_unknown(asked: &Located<String>, findings: &mut Findings) {
    let start = start_of(&asked.value);
    let is_tag = (2..=3).contains(&start.len()) && start.chars().all(|letter| letter.is_ascii_lowercase());
    if is_tag && ours(&start).is_none() {
        let problem = LanguageProblem::NoLanguage { tag: start, known: known() };
        findings.add(problem, asked.place.clone());
    }
}

/// The school's own words.
struct Own {
    source: Source,
}

impl Own {
    /// From `theme/strings/`: the file of the whole tag or of its start. Files for other languages are told.
    fn of(tag: &str, theme: &[Media], findings: &mut Findings) -> Option<Self> {
        let names = [format!("theme/strings/{tag}.ftl"), format!("theme/strings/{}.ftl", start_of(tag))];
        let name = names.iter().find(|name| theme.iter().any(|file| file.path.as_str() == name.as_str()));
        let mut own = None;
        for file in theme.iter().filter(|file| file.path.folder() == "theme/strings") {
            if Some(file.path.as_str()) != name.map(String::as_str) {
                let problem = LanguageProblem::OtherLanguage { language: tag.to_owned() };
                findings.add(problem, Place::of_file(file.path.as_str()));
                continue;
            }
            match text_of(file) {
                Ok(text) => own = Some(Self { source: Source { path: file.path.clone(), text } }),
                Err(problem) => findings.add(problem, Place::of_file(file.path.as_str())),
            }
        }
        own
    }
}

fn text_of(file: &Media) -> Result<Arc<str>, ReadProblem> {
    let bytes = file.bytes()?;
    let text = std::str::from_utf8(&bytes).map_err(|_| ReadProblem::NotText)?;
    Ok(text.trim_start_matches('\u{feff}').into())
}

/// The words of one file, and the file that it may refer to.
struct Layer<'t> {
    /// The start of its language's tag.
    start: &'t str,
    text: &'t str,
    below: &'t str,
}

/// A language without the words of a school: English, our words of the language over it, the school's own over those.
fn assemble(tag: &str, own: Option<&Own>, findings: &mut Findings) -> Language {
    let start = start_of(tag);
    let english = ours("en").unwrap_or_default();
    let of_start = if start == "en" { None } else { ours(&start) };
    let (reference, _) = file::read(&english);
    let known: BTreeMap<&str, &Written<'_>> = reference.iter().map(|one| (one.key, one)).collect();
    let mut layers = vec![Layer { start: "en", text: &english, below: "" }];
    layers.extend(of_start.as_ref().map(|text| Layer { start: &start, text, below: "" }));
    if let Some(own) = own {
        tell(own, &known, findings);
        let is_ours = start == "en" || of_start.is_some();
        let below = layers.last().filter(|_| is_ours).map_or("", |layer| layer.text);
        if !is_ours {
            tell_missing(own, &reference, findings);
        }
        layers.push(Layer { start: &start, text: &own.source.text, below });
    }
    let mut messages = HashMap::with_capacity(reference.len());
    let mut bundles = Vec::with_capacity(layers.len());
    for layer in &layers {
        let isolate = direction_of(layer.start) == Direction::Rtl;
        let (written, _) = file::read(layer.text);
        for one in written.iter().filter(|one| known.get(one.key).is_some_and(|english| fits(one, english))) {
            messages.insert(one.key.to_owned(), message(one, bundles.len(), isolate));
        }
        bundles.push(bundle(layer, isolate));
    }
    let is_usual = layers.len() == 1 && start == "en";
    let speaks = layers.last().map_or("en", |layer| layer.start).to_owned();
    let words = Words::default();
    Language { tag: tag.to_owned(), speaks, is_usual, messages, bundles, capitals: words.clone(), words }
}

fn message(written: &Written<'_>, bundle: usize, isolate: bool) -> Message {
    let parts = match pieces(&written.pattern, isolate) {
        None => Parts::Chosen(bundle),
        Some(mut pieces) => match pieces.as_mut_slice() {
            [] => Parts::Text(String::new()),
            [Piece::Text(text)] => Parts::Text(std::mem::take(text)),
            _ => Parts::Pieces(pieces),
        },
    };
    Message { parts, asks: written.asks.iter().map(|name| (*name).to_owned()).collect() }
}

/// What says the messages of a layer that choose.
fn bundle(layer: &Layer<'_>, isolate: bool) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = layer.start.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(isolate);
    for text in [layer.below, layer.text] {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Tells what is wrong with the school's own words.
fn tell(own: &Own, known: &BTreeMap<&str, &Written<'_>>, findings: &mut Findings) {
    let (written, errors) = file::read(&own.source.text);
    for error in errors {
        let problem = LanguageProblem::Syntax { detail: error.kind.to_string() };
        findings.add(problem, own.source.place(error.pos));
    }
    for one in &written {
        let place = own.source.place(one.at.clone());
        let Some(english) = known.get(one.key) else {
            let suggestion = did_you_mean(one.key, known.keys().copied()).map(str::to_owned);
            findings.add(LanguageProblem::UnknownMessage { key: one.key.into(), suggestion }, place);
            continue;
        };
        for name in not_given(one, english) {
            let known = english.asks.iter().chain(&english.may_ask).filter(|name| !is_word(name));
            let known = known.map(|name| format!("${name}")).collect();
            let problem = LanguageProblem::UnknownVariable { key: one.key.into(), name: name.into(), known };
            findings.add(problem, place.clone());
        }
    }
}

/// What a message wants to show and is not given, by what the English one is given.
fn not_given<'w>(one: &'w Written<'_>, english: &'w Written<'_>) -> impl Iterator<Item = &'w str> {
    let given = |name: &&str| english.asks.contains(name) || english.may_ask.contains(name) || is_word(name);
    one.asks.iter().copied().filter(move |name| !given(name))
}

fn fits(one: &Written<'_>, english: &Written<'_>) -> bool {
    not_given(one, english).next().is_none()
}

/// Tells what a school's own language leaves out.
fn tell_missing(own: &Own, all: &[Written<'_>], findings: &mut Findings) {
    let (written, _) = file::read(&own.source.text);
    let said: Vec<&str> = written.iter().map(|one| one.key).collect();
    let missing: Vec<&str> = all.iter().map(|one| one.key).filter(|key| !said.contains(key)).collect();
    if !missing.is_empty() {
        let some = missing.iter().take(5).map(|key| (*key).to_owned()).collect();
        findings.add(LanguageProblem::Missing { count: missing.len(), some }, own.source.whole_file());
    }
}

/// True for the names under which every message knows what the school calls its people.
fn is_word(name: &str) -> bool {
    let small = name.to_lowercase();
    let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
    let words = ["pupil", "pupils", "parents", "staff", "employers", "group", "groups"];
    words.contains(&small.as_str()) && (capitals == 0 || name == capital(&small))
}

impl Language {
    /// Learns what a school calls its people.
    fn speaking_for(self, school: &Institution, facts: &Facts) -> Self {
        let kind = facts.kind(school.kind.as_str());
        let usual = kind.map(|kind| kind.words.clone()).unwrap_or_default();
        self.with_words(school.details.words.as_ref(), &usual)
    }

    /// From what a school says of its words and the kind's usual ones, in English. Messages that hold nothing else
    /// are plain text from now on.
    fn with_words(mut self, said: Option<&WordsData>, usual: &DefaultWords) -> Self {
        let word = |key: &str, name: &String| message!(self, key, word = &name.replace(' ', "-"), name = name);
        let defaults = DefaultWords {
            pupil: word("word_pupil", &usual.pupil),
            pupils: word("word_pupils", &usual.pupils),
            parents: word("word_parents", &usual.parents),
            staff: word("word_staff", &usual.staff),
            group: word("word_group", &usual.group),
            groups: word("word_groups", &usual.groups),
        };
        let employers = self.text("word_employers").to_owned();
        self.words = Words { employers, ..Words::chosen(said, &defaults) };
        self.capitals = self.words.with_capitals(capital);
        let plain: Vec<(String, String)> = self
            .messages
            .iter()
            .filter(|(_, message)| !matches!(message.parts, Parts::Text(_)))
            .filter(|(_, message)| message.asks.iter().all(|name| is_word(name)))
            .map(|(key, _)| (key.clone(), self.format(key, &[])))
            .collect();
        for (key, text) in plain {
            self.messages.entry(key).and_modify(|message| message.parts = Parts::Text(text));
        }
        self
    }
}

/// A language with the words of an ordinary school.
#[cfg(test)]
pub(super) fn in_words(tag: &str) -> Language {
    let facts = Facts::load().expect("the facts");
    assemble(tag, None, &mut Findings::default()).with_words(None, &facts.kinds[0].words)
}
