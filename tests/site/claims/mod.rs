//! What the example's texts count and date is what its data hold. Each number in a text is explained by a row of the table
//! in `rows.rs`, which looks the number up in the data, or by a line of `allowed.txt`, which gives the reason why no data
//! can have it.

mod example;
mod rows;

use std::ops::Range;

use example::Example;
use regex::Regex;
use rows::{Claim, Row, rows};

const ALLOWED: &str = include_str!("allowed.txt");

/// A line of `allowed.txt`: file, words and reason.
struct Allowed<'a> {
    file: &'a str,
    words: &'a str,
}

fn allowed() -> Vec<Allowed<'static>> {
    let lines = ALLOWED.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let entries = lines.map(|line| {
        let parts: Vec<&str> = line.split(" :: ").collect();
        let [file, words, reason] = parts[..] else { panic!("not file, words and reason: {line}") };
        assert!(reason.len() > 5, "no reason: {line}");
        Allowed { file, words }
    });
    entries.collect()
}

/// The numbers of a sentence, in digits or words.
fn numbers(sentence: &str) -> Vec<Range<usize>> {
    let words = rows::NUMBER_WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("|");
    let pattern = Regex::new(&format!(r"(?i)\d[\d,.]*|\b(?:{words}|half|third|quarter|fifth)\b")).expect("a pattern");
    pattern.find_iter(sentence).map(|found| found.range()).collect()
}

/// What is wrong with the numbers of a sentence: contradictions, and numbers that nothing explains.
fn wrong(file: &str, sentence: &str, rows: &[Row], example: &Example, used: &mut Vec<usize>) -> Vec<String> {
    let mut explained: Vec<Range<usize>> = Vec::new();
    let mut wrong = Vec::new();
    for (index, entry) in allowed().iter().enumerate().filter(|(_, entry)| entry.file == file) {
        if let Some(start) = sentence.find(entry.words) {
            explained.push(start..start + entry.words.len());
            used.push(index);
        }
    }
    for row in rows {
        for found in row.pattern.captures_iter(sentence) {
            let whole = found.get(0).expect("a match").range();
            if explained.iter().any(|known| known.start < whole.end && whole.start < known.end) {
                continue;
            }
            if !(row.agrees)(&Claim { words: &found, file, example }) {
                wrong.push(format!("{file}: the data do not have “{}” ({})", &found[0], row.looks_up));
            }
            explained.push(whole);
        }
    }
    let is_open =
        |number: &Range<usize>| !explained.iter().any(|known| known.start < number.end && number.start < known.end);
    if numbers(sentence).iter().any(is_open) {
        wrong.push(format!("{file}: no row and no line of allowed.txt explains a number: {sentence}"));
    }
    wrong
}

#[test]
fn numbers_of_the_examples_texts_are_those_of_its_data() {
    let (example, rows) = (Example::read(), rows());
    let mut used = Vec::new();
    let found: Vec<String> = example
        .sentences()
        .iter()
        .flat_map(|(file, sentence)| wrong(file, sentence, &rows, &example, &mut used))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    let entries = allowed();
    let unused = entries.iter().enumerate().filter(|(index, _)| !used.contains(index));
    let unused: Vec<&str> = unused.map(|(_, entry)| entry.words).collect();
    assert!(unused.is_empty(), "allowed.txt has words that no text has: {unused:#?}");
}

#[test]
fn numbers_that_the_data_do_not_have_are_found() {
    let (example, rows) = (Example::read(), rows());
    let of = |sentence: &str| wrong("programme.md", sentence, &rows, &example, &mut Vec::new()).len();
    for right in
        ["Year 8 meet two providers.", "Ring 01632 960123.", "The fair is on 4 March 2027.", "In autumn it rains."]
    {
        assert_eq!(of(right), 0, "{right}");
    }
    for wrong in [
        "Year 8 meet three providers.",
        "Ring 01632 960999.",
        "The fair is on 5 March 2027.",
        "There are 17 employers.",
        "All four groups were asked.",
        "Our weakest benchmark is 5.",
        "About half of our Year 13 leavers moved on.",
    ] {
        assert_eq!(of(wrong), 1, "{wrong}");
    }
}
