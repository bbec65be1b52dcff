//! Extracts the texts of content files.

use std::sync::Arc;

use rayon::prelude::*;

use super::dictionary::Dictionary;
use super::page_text::PageText;
use super::{markdown, yaml_text};
use crate::read::Document;

/// How many documents one task extracts. More would leave a core idle at the end, fewer would repeat words.
const CHUNK: usize = 64;

/// Extracts the text of every document, in parallel.
pub(crate) fn extract(documents: &[Document]) -> Vec<PageText> {
    documents.par_chunks(CHUNK).flat_map_iter(texts_of_chunk).collect()
}

/// Texts of one chunk share a dictionary.
fn texts_of_chunk(documents: &[Document]) -> impl Iterator<Item = PageText> {
    let mut dictionary = Dictionary::default();
    let texts: Vec<PageText> = documents.iter().map(|document| page_text(document, &mut dictionary)).collect();
    let dictionary = Arc::new(dictionary);
    texts.into_iter().map(move |text| PageText { dictionary: Arc::clone(&dictionary), ..text })
}

fn page_text(document: &Document, dictionary: &mut Dictionary) -> PageText {
    let mut text = PageText::new(&document.source);
    if let Some(data) = &document.data {
        yaml_text::read(data, &mut text);
    }
    if document.source.path.extension() == "md" {
        markdown::read(document, &mut text);
    }
    text.intern_words(dictionary);
    text
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
        page_text(&Document { source, data, unreadable: false, body: front..written.len() }, &mut Dictionary::default())
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
        let parts: Vec<&str> = text.unmarked(&text.passages[0]).into_iter().map(|part| text.slice(part)).collect();
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
