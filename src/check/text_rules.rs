//! Runs the rules for texts, all of them over one text after the other.

use super::content_rule::{ContentRule, EachCheck, PassageCheck, TextCheck};
use super::input::RuleInput;
use super::signal_table::{RuleBits, SignalTable, rules_of};
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
    Passages(RuleBits, PassageCheck<'a>),
    Words(Box<dyn AnyWordRule + 'a>),
}

/// The check for texts that share a dictionary.
enum ReadyCheck<'c> {
    Each(&'c EachCheck<'c>),
    Passages(RuleBits, &'c PassageCheck<'c>),
    Words(WordCheck<'c>),
}

impl<'a> TextRules<'a> {
    pub(super) fn new(rules: &[ContentRule], input: &'a RuleInput<'_>) -> Self {
        let mut signals = SignalTable::default();
        let mut next: RuleBits = 1;
        let mut prepare = |check| match check {
            TextCheck::Each(check) => PreparedCheck::Each(check),
            TextCheck::Words(check) => PreparedCheck::Words(check),
            TextCheck::Passages(of_rule, check) => {
                let rule = next;
                next <<= 1;
                signals.add(rule, of_rule);
                PreparedCheck::Passages(rule, check)
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
            let rules_of_passages: Vec<RuleBits> =
                text.passages.iter().map(|passage| rules_of(passage, text, &signals)).collect();
            for (check, findings) in checks.iter().zip(&mut results.findings) {
                if let Some(check) = check {
                    check.run(text, &rules_of_passages, findings);
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
            Self::Passages(rule, check) => ReadyCheck::Passages(*rule, check),
            Self::Words(check) => ReadyCheck::Words(check.with_words(dictionary)),
        }
    }
}

impl ReadyCheck<'_> {
    fn run(&self, text: &PageText, rules_of_passages: &[RuleBits], findings: &mut Findings) {
        match self {
            Self::Each(check) => check(text, findings),
            Self::Words(check) => check(text, findings),
            Self::Passages(rule, check) => {
                let passages = text.passages.iter().zip(rules_of_passages);
                passages
                    .filter(|(_, rules)| *rules & rule != 0)
                    .for_each(|(passage, _)| check(text, passage, findings));
            }
        }
    }
}
