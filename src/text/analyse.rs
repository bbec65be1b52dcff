//! Reads the texts of content files.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::body::TextBody;
use super::dictionary::Dictionary;
use super::fold::fold;
use super::found_terms::{Field, FoundTerms, TermCollector};
use super::html::Abbreviations;
use super::page_text::PageText;
use super::{markdown, yaml_text};
use crate::programme::Programme;
use crate::read::Document;

/// How many documents one task reads, at most. Fewer would repeat words, more would take memory.
const MAX_CHUNK: usize = 256;
/// Tasks for each thread, so that no core is idle at the end.
const TASKS_PER_THREAD: usize = 4;

/// What the programme decides about its texts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct TextOptions {
    /// Expanded in texts in the site's language.
    abbreviations: Vec<(String, String)>,
    /// Where the shown part of each translation starts, by its file: its page shows a heading with its title once.
    pub(crate) shown_from: HashMap<String, usize>,
}

impl TextOptions {
    pub(crate) fn of(programme: &Programme) -> Self {
        let abbreviations = programme.institution.details.abbreviations.as_ref();
        let translations = programme.translations.iter().map(|translation| &translation.prose);
        Self {
            abbreviations: abbreviations.map_or_else(Vec::new, |abbreviations| abbreviations.0.clone()),
            shown_from: translations.map(|prose| (prose.path().to_string(), prose.place.span.start)).collect(),
        }
    }
}

/// Reads the text of every document, in parallel and in chunks whose texts share a dictionary.
///
/// Calls `visit` with the texts of each chunk. Returns its results and, for rendering, the bodies of Markdown files and
/// the links in the keys of all.
/// All else of a text is dropped before the next chunk, so memory does not grow with it.
pub(crate) fn analyse<R: Send>(
    documents: &[Document],
    options: &TextOptions,
    visit: impl Fn(&[PageText]) -> R + Sync,
) -> (Vec<TextBody>, Vec<R>) {
    let chunk = documents.len().div_ceil(rayon::current_num_threads() * TASKS_PER_THREAD).clamp(1, MAX_CHUNK);
    let abbreviations = Abbreviations::new(&options.abbreviations);
    let read = |documents| {
        let texts = texts_of_chunk(documents, options, &abbreviations);
        let result = visit(&texts);
        let is_page = |text: &PageText| text.path().extension() == "md" || !text.key_links.is_empty();
        (texts.into_iter().filter(is_page).map(TextBody::of).collect::<Vec<_>>(), result)
    };
    let (bodies, results): (Vec<Vec<TextBody>>, Vec<R>) = documents.par_chunks(chunk).map(read).unzip();
    (bodies.into_iter().flatten().collect(), results)
}

/// Texts of one chunk share a dictionary.
fn texts_of_chunk(documents: &[Document], options: &TextOptions, abbreviations: &Abbreviations<'_>) -> Vec<PageText> {
    let mut words = WordCollector::default();
    let read = |document| page_text(document, (options, abbreviations), &mut words);
    let texts: Vec<PageText> = documents.iter().map(read).collect();
    let dictionary = Arc::new(words.dictionary);
    texts.into_iter().map(|text| PageText { dictionary: Arc::clone(&dictionary), ..text }).collect()
}

fn page_text(
    document: &Document,
    (options, abbreviations): (&TextOptions, &Abbreviations<'_>),
    words: &mut WordCollector,
) -> PageText {
    let mut text = PageText::new(&document.source);
    if let Some(data) = &document.data {
        yaml_text::read(data, &mut text);
    }
    if document.source.path.extension() == "md" {
        let none = Abbreviations::new(&[]);
        let abbreviations = if text.language.is_some() { &none } else { abbreviations };
        let shown_from = options.shown_from.get(document.source.path.as_str()).copied().unwrap_or(document.body.start);
        text.html = markdown::read(document, shown_from, abbreviations, &mut text);
    }
    text.intern_words(&mut words.dictionary);
    text.terms = search_terms(&text, words);
    text
}

/// The words of one chunk of texts.
#[derive(Default)]
struct WordCollector {
    dictionary: Dictionary,
    terms: TermCollector,
}

/// The search terms of a Markdown body, as far as its own file decides them.
fn search_terms(text: &PageText, words: &mut WordCollector) -> FoundTerms {
    let WordCollector { dictionary, terms } = words;
    for passage in text.body().filter(|passage| text.html.shows(&passage.span)) {
        let field = if passage.is_heading { Field::Heading } else { Field::Text };
        for word in text.words_in(&passage.range) {
            dictionary.terms_of(word.id).iter().for_each(|term| terms.add(*term, field));
        }
    }
    fold(&text.html.other_words, |term| terms.add(dictionary.intern_term(term), Field::Text));
    terms.take()
}

#[cfg(test)]
mod tests {
    use super::super::page_text::PassageKind;
    use super::*;
    use crate::report::{ContentPath, Findings, Source};

    fn read_text(written: &str) -> PageText {
        let front = written
            .find("---\n")
            .map_or(0, |start| written[start + 4..].find("---\n").map_or(0, |end| start + end + 8));
        let source = Source { path: ContentPath::new("pages/a.md"), text: written.into() };
        let data = crate::read::parse_yaml(&source, 4..front.saturating_sub(4).max(4), &mut Findings::default());
        page_text(
            &Document { source, data, unreadable: false, body: front..written.len() },
            (&TextOptions::default(), &Abbreviations::new(&[])),
            &mut WordCollector::default(),
        )
    }

    #[test]
    fn every_passage_is_extracted_once_with_its_place() {
        let written = "---\ntitle: \"Fair\"\nwords: { pupils: scholars }\naudiences: [pupils]\n---\n## Don't `run` &amp; hide\n\n\
                       One *two*\nthree.\n\n- four\n  - five\n\n| six | seven |\n| --- | --- |\n| eight | |\n\n```\nnine\n```\n";
        let text = read_text(written);
        let passages: Vec<(PassageKind, &str)> =
            text.passages.iter().map(|passage| (passage.kind, text.text_of(passage))).collect();
        let kinds = [
            (PassageKind::Key("title"), "Fair"),
            (PassageKind::Heading, "Don’t run & hide"),
            (PassageKind::Paragraph, "One two three."),
            (PassageKind::Item, "four"),
            (PassageKind::Item, "five"),
            (PassageKind::Cell, "six"),
            (PassageKind::Cell, "seven"),
            (PassageKind::Cell, "eight"),
        ];
        assert_eq!(passages, kinds);
        let heading = &text.passages[1];
        for (part, place) in [("run", "run"), ("Don’t", "Don'"), ("hide", "hide"), ("& hide", "&amp; hide")] {
            let at = heading.range.start + text.text_of(heading).find(part).expect("a part of the heading");
            let span = text.place_in(heading, at..at + part.len()).span;
            assert!(written[span.clone()].starts_with(place), "{part}: {}", &written[span]);
        }
        let table = &text.tables[0];
        assert_eq!((table.columns.as_slice(), table.rows[0].1), ([true, true].as_slice(), true));
    }

    #[test]
    fn language_mark_is_not_a_link() {
        let text = read_text("Say [Croeso i chi](lang:cy) to [Bryn](bryn.md).\n");
        assert_eq!((text.links.len(), text.links[0].words.as_str()), (1, "Bryn"));
        let parts: Vec<&str> = text.unmarked(&text.passages[0]).map(|part| text.slice(part)).collect();
        assert_eq!(parts, ["Say ", " to Bryn."]);
    }

    #[test]
    fn caption_is_the_paragraph_after_its_picture() {
        let text =
            read_text("![a](a.png)\n\n![b](b.png)\n\nBelow b.\n\n![c](c.png)\nNext to c.\n\n![d](d.png)\n\n## Next\n");
        let captions: Vec<Vec<&str>> = text
            .pictures
            .iter()
            .map(|picture| text.next_to(picture).map(|passage| text.text_of(passage).trim()).collect())
            .collect();
        assert_eq!(captions, [vec![], vec!["Below b."], vec!["Next to c."], vec![]]);
    }
}
