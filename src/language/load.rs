//! Loads a language in layers: English, then the built-in messages of the language, then the school's custom messages.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::parser::ErrorKind;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::arg::message;
use super::file::{self, ParsedMessage, primary_subtag};
use super::messages::{Language, capital, direction_of};
use super::pattern::{Message, MessageBody, Piece, pieces};
use crate::framework::DefaultWords;
use crate::language::findings::LanguageProblem;
use crate::programme::format::Located;
use crate::programme::{Direction, Institution, Words, WordsData};
use crate::read::Media;
use crate::read::ReadProblem;
use crate::report::{Findings, Place, Source, did_you_mean};

/// The language of content that states none.
const DEFAULT_TAG: &str = "en-GB";

/// One file for each built-in language.
#[derive(RustEmbed)]
#[folder = "themes/default/strings/"]
struct Strings;

/// The language of a school's site. `theme` are the files of its theme.
pub fn language(school: &Institution, theme: &[Media], findings: &mut Findings) -> Language {
    let chosen = school.details.language.as_ref();
    let tag = chosen.map_or(DEFAULT_TAG, |chosen| chosen.value.as_str());
    let custom = CustomMessages::find(tag, theme, findings);
    if let Some(chosen) = chosen
        && custom.is_none()
    {
        report_unknown_language(chosen, findings);
    }
    load_layers(tag, custom.as_ref(), findings).with_school_words(school)
}

/// English, for data files and the terminal.
pub fn english(school: &Institution) -> Language {
    load_layers(DEFAULT_TAG, None, &mut Findings::default()).with_school_words(school)
}

fn built_in(subtag: &str) -> Option<String> {
    let file = Strings::get(&format!("{subtag}.ftl"))?;
    String::from_utf8(file.data.into_owned()).ok()
}

fn built_in_languages() -> Vec<String> {
    let mut known: Vec<String> =
        Strings::iter().filter_map(|name| Some(name.strip_suffix(".ftl")?.to_owned())).collect();
    known.sort_unstable();
    known
}

/// Reports a language without messages. `check` reports an invalid tag.
fn report_unknown_language(chosen: &Located<String>, findings: &mut Findings) {
    let subtag = primary_subtag(&chosen.value);
    let is_tag = (2..=3).contains(&subtag.len()) && subtag.chars().all(|ch| ch.is_ascii_lowercase());
    if is_tag && built_in(&subtag).is_none() {
        let problem = LanguageProblem::NoLanguage { tag: subtag, known: built_in_languages() };
        findings.add(problem, chosen.place.clone());
    }
}

struct CustomMessages {
    source: Source,
}

impl CustomMessages {
    /// Finds the file in `theme/strings/` for the tag or its primary subtag. Reports files for other languages.
    fn find(tag: &str, theme: &[Media], findings: &mut Findings) -> Option<Self> {
        let names = [format!("theme/strings/{tag}.ftl"), format!("theme/strings/{}.ftl", primary_subtag(tag))];
        let name = names.iter().find(|name| theme.iter().any(|file| file.path.as_str() == name.as_str()));
        let mut custom = None;
        for file in theme.iter().filter(|file| file.path.folder() == "theme/strings") {
            if Some(file.path.as_str()) != name.map(String::as_str) {
                let problem = LanguageProblem::OtherLanguage { language: tag.to_owned() };
                findings.add(problem, Place::of_file(file.path.as_str()));
                continue;
            }
            match text_of(file) {
                Ok(text) => custom = Some(Self { source: Source { path: file.path.clone(), text } }),
                Err(problem) => findings.add(problem, Place::of_file(file.path.as_str())),
            }
        }
        custom
    }
}

fn text_of(file: &Media) -> Result<Arc<str>, ReadProblem> {
    let bytes = file.bytes()?;
    let text = std::str::from_utf8(&bytes).map_err(|_| ReadProblem::NotText { actual: None })?;
    Ok(text.trim_start_matches('\u{feff}').into())
}

/// The messages of one file, and the file that it may refer to.
struct Layer<'t> {
    subtag: &'t str,
    text: &'t str,
    base: &'t str,
}

/// A language without a school's words for its people.
fn load_layers(tag: &str, custom: Option<&CustomMessages>, findings: &mut Findings) -> Language {
    let subtag = primary_subtag(tag);
    let english = built_in("en").unwrap_or_default();
    let translated = if subtag == "en" { None } else { built_in(&subtag) };
    let (reference, _) = file::parse(&english);
    let known: BTreeMap<&str, &ParsedMessage<'_>> = reference.iter().map(|one| (one.key, one)).collect();
    let mut layers = vec![Layer { subtag: "en", text: &english, base: "" }];
    layers.extend(translated.as_ref().map(|text| Layer { subtag: &subtag, text, base: "" }));
    if let Some(custom) = custom {
        report_mistakes(custom, &known, findings);
        let is_built_in = subtag == "en" || translated.is_some();
        let base = layers.last().filter(|_| is_built_in).map_or("", |layer| layer.text);
        if !is_built_in {
            report_missing(custom, &reference, findings);
        }
        layers.push(Layer { subtag: &subtag, text: &custom.source.text, base });
    }
    let mut messages = HashMap::with_capacity(reference.len());
    let mut bundles = Vec::with_capacity(layers.len());
    for (index, layer) in layers.iter().enumerate() {
        let isolate = direction_of(layer.subtag) == Direction::Rtl;
        let other = (index > 0).then(|| file::parse(layer.text).0);
        let parsed = other.as_ref().unwrap_or(&reference);
        for one in
            parsed.iter().filter(|one| known.get(one.key).is_some_and(|english| has_known_variables(one, english)))
        {
            messages.insert(one.key.to_owned(), prepare(one, bundles.len(), isolate));
        }
        bundles.push(bundle(layer, isolate));
    }
    let is_default_english = layers.len() == 1 && subtag == "en";
    let message_language = layers.last().map_or("en", |layer| layer.subtag).to_owned();
    Language {
        tag: tag.to_owned(),
        message_language,
        is_default_english,
        messages,
        bundles,
        words: Words::default(),
        capitalised_words: Words::default(),
    }
}

fn prepare(parsed: &ParsedMessage<'_>, bundle: usize, isolate: bool) -> Message {
    let body = match pieces(&parsed.pattern, isolate) {
        None => MessageBody::Select(bundle),
        Some(mut pieces) => match pieces.as_mut_slice() {
            [] => MessageBody::Text(String::new()),
            [Piece::Text(text)] => MessageBody::Text(std::mem::take(text)),
            _ => MessageBody::Pieces(pieces),
        },
    };
    Message { body, variables: parsed.variables.iter().map(|name| (*name).to_owned()).collect() }
}

/// The Fluent bundle for a layer's messages with selectors.
fn bundle(layer: &Layer<'_>, isolate: bool) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = layer.subtag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(isolate);
    for text in [layer.base, layer.text] {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn report_mistakes(custom: &CustomMessages, known: &BTreeMap<&str, &ParsedMessage<'_>>, findings: &mut Findings) {
    let (parsed, errors) = file::parse(&custom.source.text);
    for error in errors {
        let detail = match error.kind {
            ErrorKind::ExpectedToken('}') => {
                "Between { and } there must be one name, such as { $pupils }. Or a } is missing.".to_owned()
            }
            kind => format!("The parser reports: {}.", kind.to_string().trim_end_matches('.')),
        };
        // The parser stops in a line after the one with the mistake.
        let start = error.slice.map_or(error.pos.start, |broken| broken.start);
        let line = custom.source.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        findings.add(LanguageProblem::Syntax { detail }, custom.source.place(start..start + line.trim_end().len()));
    }
    for one in &parsed {
        let place = custom.source.place(one.range.clone());
        let Some(english) = known.get(one.key) else {
            let suggestion = did_you_mean(one.key, known.keys().copied()).map(str::to_owned);
            findings.add(LanguageProblem::UnknownMessage { key: one.key.into(), suggestion }, place);
            continue;
        };
        for name in unknown_variables(one, english) {
            let known = english.variables.iter().chain(&english.optional_variables).filter(|name| !is_word(name));
            let known = known.map(|name| format!("${name}")).collect();
            let problem = LanguageProblem::UnknownVariable { key: one.key.into(), name: name.into(), known };
            findings.add(problem, place.clone());
        }
    }
}

/// Variables of a message that the English message doesn't have.
fn unknown_variables<'w>(one: &'w ParsedMessage<'_>, english: &'w ParsedMessage<'_>) -> impl Iterator<Item = &'w str> {
    let known =
        |name: &&str| english.variables.contains(name) || english.optional_variables.contains(name) || is_word(name);
    one.variables.iter().copied().filter(move |name| !known(name))
}

fn has_known_variables(one: &ParsedMessage<'_>, english: &ParsedMessage<'_>) -> bool {
    unknown_variables(one, english).next().is_none()
}

/// Reports messages that a custom language leaves out.
fn report_missing(custom: &CustomMessages, all: &[ParsedMessage<'_>], findings: &mut Findings) {
    let (parsed, _) = file::parse(&custom.source.text);
    let present: Vec<&str> = parsed.iter().map(|one| one.key).collect();
    let missing: Vec<&str> = all.iter().map(|one| one.key).filter(|key| !present.contains(key)).collect();
    if !missing.is_empty() {
        let some = missing.iter().take(5).map(|key| (*key).to_owned()).collect();
        findings.add(LanguageProblem::Missing { count: missing.len(), some }, custom.source.whole_file());
    }
}

/// True for the variables that every message has: what the school calls its people.
fn is_word(name: &str) -> bool {
    Words::default().get(name).is_some()
}

impl Language {
    /// Adds what a school calls its people.
    fn with_school_words(self, school: &Institution) -> Self {
        self.with_words(school.details.words.as_ref(), &school.kind_facts.words)
    }

    /// `custom` are the school's words, `usual` the English ones for its kind. Messages with no other variables become
    /// plain text.
    fn with_words(mut self, custom: Option<&WordsData>, usual: &DefaultWords) -> Self {
        let word = |key: &str, name: &String| message!(self, key, word = &name.replace(' ', "-"), name = name);
        let defaults = DefaultWords {
            pupil: word("word_pupil", &usual.pupil),
            pupils: word("word_pupils", &usual.pupils),
            parents: word("word_parents", &usual.parents),
            staff: word("word_staff", &usual.staff),
            group: word("word_group", &usual.group),
            groups: word("word_groups", &usual.groups),
            area: word("word_area", &usual.area),
            areas: word("word_areas", &usual.areas),
        };
        let employers = self.text("word_employers").to_owned();
        self.words = Words { employers, ..Words::chosen(custom, &defaults) };
        self.capitalised_words = self.words.with_capitals(capital);
        let plain: Vec<(String, String)> = self
            .messages
            .iter()
            .filter(|(_, message)| !matches!(message.body, MessageBody::Text(_)))
            .filter(|(_, message)| message.variables.iter().all(|name| is_word(name)))
            .map(|(key, _)| (key.clone(), self.format(key, &[])))
            .collect();
        for (key, text) in plain {
            self.messages.entry(key).and_modify(|message| message.body = MessageBody::Text(text));
        }
        self
    }
}

/// A language with the usual words for people, for tests.
#[cfg(test)]
pub(crate) fn in_words(tag: &str) -> Language {
    let facts = crate::framework::Facts::load().expect("the facts load");
    load_layers(tag, None, &mut Findings::default()).with_words(None, &facts.kinds[0].words)
}
