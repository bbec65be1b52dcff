//! Translations: `parents.ur.md` next to `parents.md`.
//!
//! A text in a Markdown file may have a file next to it for each language, named with
//! the language's tag (BCP 47). It becomes a page of its own. Plans of a year and events cannot have
//! one: most of their text is in keys, from which lists and calendars are made too.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::audience::Audience;
use super::findings::ContentProblem;
use super::format::{Day, Located, RichText, Text, record};
use super::language::LanguageTag;
use super::prose::Prose;
use super::resource::Film;
use crate::report::{ContentPath, Findings, Place, Subject};

record! {
    /// A text in another language. The text below the front matter is the translation.
    pub struct TranslationData {
        /// Its title, in its language. You can write it as a heading with one # at the top instead.
        optional title: Text, prose;
        /// One line about it, in its language.
        optional summary: RichText, prose;
        /// Another name for `summary`, as in the introductions for each audience.
        optional lead: RichText, prose;
        /// Films in its language, such as British Sign Language.
        list films: Film;
        /// Who translated it, or who checked a machine translation.
        optional translator: Text;
        /// Whether it is a machine translation. The page then points readers to the original.
        optional machine: Located<bool>;
        /// The day it was translated, or last compared with the original.
        optional translated: Located<Day>;
        /// The text below the front matter.
        body prose: Prose;
    }
}

/// A text in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    pub of: ContentPath,
    pub language: LanguageTag,
    pub title: String,
    pub(crate) at: Place,
    /// One line about it: its summary or its lead.
    pub(crate) summary: Option<RichText>,
    pub(crate) films: Vec<Film>,
    pub(crate) translator: Option<Text>,
    pub(crate) machine: Option<Located<bool>>,
    pub(crate) translated: Option<Located<Day>>,
    pub(crate) prose: Prose,
}

impl Translation {
    /// Returns `None` if it has no title, which is reported.
    pub(super) fn new(written: TranslationFile, findings: &mut Findings) -> Option<Self> {
        let TranslationFile { of, language, data } = written;
        let TranslationData { at, title, summary, lead, films, translator, machine, translated, prose } = data;
        let heading = heading_above(&prose);
        let Some(title) = title.or_else(|| heading.as_ref().map(|(title, _)| title.clone())) else {
            let example = format!("title: {}", language.own_name());
            let needed = Subject::key(&at, "title");
            findings.add_needing(ContentProblem::MissingKey { key: "title", example }, at, [needed]);
            return None;
        };
        // The page shows its title once.
        let below = heading.filter(|(text, _)| *text == title).map_or(0, |(_, end)| end);
        let span = prose.place.span.start + below..prose.place.span.end;
        let prose = Prose { place: Place { span, ..prose.place } };
        Some(Self { of, language, title, at, summary: summary.or(lead), films, translator, machine, translated, prose })
    }

    /// True if a machine translated it.
    pub fn is_by_machine(&self) -> bool {
        self.machine.as_ref().is_some_and(|machine| machine.value)
    }
}

pub(super) struct TranslationFile {
    pub(super) of: ContentPath,
    pub(super) language: LanguageTag,
    pub(super) data: TranslationData,
}

/// The text of a first-level heading at the very top, and its end.
fn heading_above(prose: &Prose) -> Option<(String, usize)> {
    let mut events = prose.events();
    let (Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }), span) = events.next()? else { return None };
    let mut words = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::End(TagEnd::Heading(_)) => break,
            _ => {}
        }
    }
    (!words.trim().is_empty()).then(|| (words.trim().to_owned(), span.end))
}

/// `parents.ur.md` → `parents.md` and `ur`. `None` for names without such a part.
pub fn parts_of_name(path: &ContentPath) -> Option<(ContentPath, &str)> {
    if path.extension() != "md" {
        return None;
    }
    let (name, tag) = path.stem().rsplit_once('.').filter(|(name, tag)| !name.is_empty() && !tag.is_empty())?;
    let folder = path.folder();
    let slash = if folder.is_empty() { "" } else { "/" };
    Some((ContentPath::new(&format!("{folder}{slash}{name}.md")), tag))
}

/// True for the file of a text that may have translations.
pub fn may_be_translated(path: &ContentPath) -> bool {
    let parts: Vec<&str> = path.as_str().split('/').collect();
    match parts.as_slice() {
        ["programme.md" | "guidance.md" | "evaluation.md" | "provider-access.md"] => true,
        [file] => Audience::ALL.iter().any(|audience| *file == format!("{}.md", audience.as_str())),
        ["pages", .., _] | ["policies", _] => path.extension() == "md",
        _ => false,
    }
}

/// The original and the language of a translation's file, by its name.
pub fn translation_of(path: &ContentPath) -> Option<(ContentPath, LanguageTag)> {
    let (original, tag) = parts_of_name(path)?;
    let language = LanguageTag::parse(tag)?;
    may_be_translated(&original).then_some((original, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn translations_are_recognised_by_name() {
        let of = |path: &str| {
            let found = translation_of(&ContentPath::new(path));
            found.map(|(original, language)| (original.to_string(), language.tag().to_owned()))
        };
        let is = |original: &str, tag: &str| Some((original.to_owned(), tag.to_owned()));
        assert_eq!(of("parents.ur.md"), is("parents.md", "ur"));
        assert_eq!(of("pages/next/words.zh-hant.md"), is("pages/next/words.md", "zh-Hant"));
        assert_eq!(of("policies/careers-policy.cy.md"), is("policies/careers-policy.md", "cy"));
        for path in
            ["parents.md", "parents.urdu.md", "events/fair.ur.md", "programme/year-9.ur.md", "offers.ur.yaml", ".ur.md"]
        {
            assert_eq!(of(path), None, "{path}");
        }
    }
}
