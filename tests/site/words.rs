//! No word of a text vanishes: it is on the page, or a finding names the place.

use std::collections::BTreeSet;
use std::ops::Range;

use fingerpost::read::{Sources, document};
use fingerpost::report::{ContentPath, Findings};
use proptest::prelude::{any, prop, prop_assert};

use crate::common::{self, facts};

/// Pieces of Markdown, right and wrong. Each `W` becomes a word of its own.
const PIECES: [&str; 44] = [
    "W W W",
    "# W W {#id}",
    "##W W",
    "W\n---",
    "**W W** W",
    "W **W **W",
    "*W *W",
    "__W__ _W_ W_W",
    "</div>\nW W",
    "</p>\n\nW",
    "W <b>W</b> W",
    "<div>\nW\n</div>\nW",
    "W </i> W",
    "<!-- comment --> W",
    "W <!-- comment --> W",
    "<!-- W\n\nW",
    "<!-->\nW",
    "<?php W ?>",
    "<![CDATA[ W ]]>",
    "<W W>",
    "< W > W",
    "| W | W |\n|---|---|\n| W | W | W |\n| W |",
    "| W | W |\n| W | W |",
    "W | W\n--- | ---\nW | W",
    "[W]: W",
    "[W]: W \"W W\"",
    "[W][a]\n\n[a]: https://a.example/W",
    "[W](https://a.example \"W W\")",
    "[W](tel:01632 W)",
    "[W] (https://a.example/W)",
    "W[^1]\n\n[^1]: W W",
    "[^2]: W\n    W",
    "``` W W\nW\n```",
    "```text\nW\n```",
    "    W W",
    "> W\n> > W",
    "1. W\n2. W\n   - W\n\n     W",
    "- [ ] W\n- [x] W",
    "&amp; W &W; W&nbsp;W",
    "\\W \\*W\\*",
    "~~W~~ W~W",
    "W  \nW\\\nW",
    "W: 24\" and 'W'",
    "{W} $W$ ^W^ [W] (W)",
];

/// A text of pieces with their words, and the words that are to be on the page with their places.
fn text_of(pieces: &[(prop::sample::Index, bool)]) -> (String, Vec<(String, Range<usize>)>) {
    let mut text = "---\ntitle: Words\naudiences: [pupils]\n---\n\n".to_owned();
    let mut words = Vec::new();
    for (piece, is_close) in pieces {
        for part in PIECES[piece.index(PIECES.len())].split_inclusive('W') {
            text.push_str(part.trim_end_matches('W'));
            if part.ends_with('W') {
                let word = format!("w{}q", words.len());
                words.push((word.clone(), text.len()..text.len() + word.len()));
                text.push_str(&word);
            }
        }
        text.push_str(if *is_close { "\n" } else { "\n\n" });
    }
    (text, words)
}

#[derive(Debug)]
struct Reported {
    code: String,
    span: Range<usize>,
}

/// The words of the page, and the findings in the text.
fn built(text: &str) -> (BTreeSet<String>, Vec<Reported>) {
    let school =
        "name: A School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms: []\ngroups: [Year 7]\n";
    let team = "people:\n  - { name: A. Leader, role: careers-leader, email: a@a.example, phone: 01632 960123 }\n";
    let mut findings = Findings::default();
    let files = [("school.yaml", school), ("team.yaml", team), ("pages/words.md", text)];
    let documents = files
        .into_iter()
        .filter_map(|(path, text)| document(ContentPath::new(path), text.as_bytes().to_vec(), &mut findings));
    let sources = Sources { documents: documents.collect(), ..Sources::default() };
    let site = fingerpost::build_sources(sources, facts(), common::today(), &mut |_| {}, &mut findings);
    let site = site.expect("a site");
    let page = common::pages(&site.files).into_iter().find(|(path, _)| path.ends_with("words.html"));
    let words = page.map(|(_, html)| html.to_owned()).unwrap_or_default();
    let shown = words.split(|ch: char| !ch.is_ascii_alphanumeric()).map(str::to_owned).collect();
    let reported = findings
        .sorted()
        .into_iter()
        .filter(|finding| finding.place.path().as_str() == "pages/words.md")
        .map(|finding| Reported { code: finding.code.as_str().to_owned(), span: finding.place.span })
        .collect();
    (shown, reported)
}

/// True if a finding names the word, or the HTML that hides it.
fn is_reported(text: &str, word: &Range<usize>, reported: &[Reported]) -> bool {
    reported.iter().any(|finding| {
        let hides = match finding.code.as_str() {
            "unclosed-comment" => true,
            "raw-html" => {
                let between = text.get(finding.span.start..word.start).unwrap_or_default();
                let spans_blank_lines = ["<?", "<!"].iter().any(|start| between.starts_with(start));
                spans_blank_lines || !between.contains("\n\n")
            }
            _ => finding.span.end >= word.end,
        };
        hides && finding.span.start <= word.start
    })
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 48, ..Default::default() })]

    #[test]
    #[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
    fn every_word_is_on_the_page_or_reported(
        pieces in prop::collection::vec((any::<prop::sample::Index>(), prop::bool::weighted(0.2)), 1..6),
    ) {
        let (text, words) = text_of(&pieces);
        let (shown, reported) = built(&text);
        for (word, span) in words {
            prop_assert!(
                shown.contains(&word) || is_reported(&text, &span, &reported),
                "{word} vanished from:\n{text}\n{reported:?}"
            );
        }
    }
}
