//! Runs the rules for texts, all of them over one text after the other.

use super::content_rule::{ContentRule, EachCheck, PassageCheck, TextCheck};
use super::signal_table::{SignalBits, SignalTable, signals_in};
use super::text_context::TextRuleInput;
use super::text_results::{FileLinks, TextResults};
use super::word_table::{AnyWordRule, WordCheck};
use crate::report::Findings;
use crate::text::{Dictionary, PageText};

/// The checks of all rules, with what they need prepared once.
pub(super) struct TextRules<'a> {
    /// In the order of the rules. `None` for those that check only the whole site.
    checks: Vec<Option<PreparedCheck<'a>>>,
    signals: SignalTable<'a>,
}

enum PreparedCheck<'a> {
    Each(EachCheck<'a>),
    Passages(SignalBits, PassageCheck<'a>),
    Words(Box<dyn AnyWordRule + 'a>),
}

/// The check for texts that share a dictionary.
enum ReadyCheck<'c> {
    Each(&'c EachCheck<'c>),
    Passages(SignalBits, &'c PassageCheck<'c>),
    Words(WordCheck<'c>),
}

impl<'a> TextRules<'a> {
    pub(super) fn new(rules: &[ContentRule], input: &'a TextRuleInput<'_>) -> Self {
        let mut signals = SignalTable::default();
        let mut next: SignalBits = 1;
        let mut prepare = |check| match check {
            TextCheck::Each(check) => PreparedCheck::Each(check),
            TextCheck::Words(check) => PreparedCheck::Words(check),
            TextCheck::Passages(of_check, check) => {
                let mut needed: SignalBits = 0;
                for signal in of_check {
                    signals.add(next, signal);
                    needed |= next;
                    next <<= 1;
                }
                PreparedCheck::Passages(needed, check)
            }
        };
        let checks = rules.iter().map(|rule| rule.check.prepare_texts(input).map(&mut prepare)).collect();
        Self { checks, signals }
    }

    /// Joins the results of several checks.
    pub(super) fn joined(&self, results: Vec<TextResults>) -> TextResults {
        let mut all = TextResults::new(self.checks.len());
        results.into_iter().for_each(|next| all.append(next));
        all
    }

    /// Checks texts that share a dictionary.
    pub(super) fn check(&self, texts: &[PageText]) -> TextResults {
        let mut results = TextResults::new(self.checks.len());
        let Some(dictionary) = texts.first().map(PageText::dictionary) else { return results };
        let signals = self.signals.of_dictionary(dictionary);
        let checks: Vec<Option<ReadyCheck<'_>>> =
            self.checks.iter().map(|check| Some(check.as_ref()?.ready(dictionary))).collect();
        for text in texts {
            let signals_of_passages: Vec<SignalBits> =
                text.passages.iter().map(|passage| signals_in(passage, text, &signals)).collect();
            for (check, findings) in checks.iter().zip(&mut results.findings) {
                if let Some(check) = check {
                    check.run(text, &signals_of_passages, findings);
                }
            }
            results.links.extend(FileLinks::of(text));
        }
        results
    }
}

impl PreparedCheck<'_> {
    fn ready(&self, dictionary: &Dictionary) -> ReadyCheck<'_> {
        match self {
            Self::Each(check) => ReadyCheck::Each(check),
            Self::Passages(needed, check) => ReadyCheck::Passages(*needed, check),
            Self::Words(check) => ReadyCheck::Words(check.with_words(dictionary)),
        }
    }
}

impl ReadyCheck<'_> {
    fn run(&self, text: &PageText, signals_of_passages: &[SignalBits], findings: &mut Findings) {
        match self {
            Self::Each(check) => check(text, findings),
            Self::Words(check) => check(text, findings),
            Self::Passages(needed, check) => {
                let passages = text.passages.iter().zip(signals_of_passages);
                let passages = passages.filter(|(_, signals)| *signals & needed == *needed);
                passages.for_each(|(passage, _)| check(text, passage, findings));
            }
        }
    }
}
