//! A rule for the content files and the programme.

use super::input::RuleInput;
use super::rule::Rule;
use super::text_context::TextRuleInput;
use super::text_results::FileLinks;
use super::word_table::AnyWordRule;
use crate::report::Findings;
use crate::text::{PageText, Passage};

pub(super) type ContentRule = Rule<ContentCheck>;

/// What a rule checks: the whole site, one text after the other, or both.
#[derive(Clone, Copy, Debug)]
pub(super) enum ContentCheck {
    Site(SiteCheck),
    /// Checks the whole site, with the links of its texts.
    Links(fn(&RuleInput<'_>, &[FileLinks], &mut Findings)),
    EachText(fn(&PageText, &mut Findings)),
    /// Prepares the check of each text.
    Texts(PrepareTexts),
    SiteAndTexts(SiteCheck, PrepareTexts),
}

type SiteCheck = fn(&RuleInput<'_>, &mut Findings);
type PrepareTexts = for<'a> fn(&'a TextRuleInput<'_>) -> TextCheck<'a>;

/// A check of one text after the other, with what it needs prepared once.
pub(super) enum TextCheck<'a> {
    Each(EachCheck<'a>),
    /// Checks only passages with a word of each of these signals.
    Passages(Vec<Signals<'a>>, PassageCheck<'a>),
    /// Looks at every word.
    Words(Box<dyn AnyWordRule + 'a>),
}

/// The words that a rule looks for. It finds nothing in passages without them.
pub(super) enum Signals<'a> {
    /// Written in lower case here, and in any case in texts. A part of a word counts too, as in “Mon-Fri”.
    Words(Vec<String>),
    /// The words for which this is true.
    Where(WordTest<'a>),
}

pub(super) type EachCheck<'a> = Box<dyn Fn(&PageText, &mut Findings) + Send + Sync + 'a>;
pub(super) type PassageCheck<'a> = Box<dyn Fn(&PageText, &Passage, &mut Findings) + Send + Sync + 'a>;
pub(super) type WordTest<'a> = Box<dyn Fn(&str) -> bool + Send + Sync + 'a>;

impl<'a> TextCheck<'a> {
    pub(super) fn each(check: impl Fn(&PageText, &mut Findings) + Send + Sync + 'a) -> Self {
        Self::Each(Box::new(check))
    }

    pub(super) fn passages(
        signals: Signals<'a>,
        check: impl Fn(&PageText, &Passage, &mut Findings) + Send + Sync + 'a,
    ) -> Self {
        Self::Passages(vec![signals], Box::new(check))
    }

    pub(super) fn passages_with_both(
        (first, second): (Signals<'a>, Signals<'a>),
        check: impl Fn(&PageText, &Passage, &mut Findings) + Send + Sync + 'a,
    ) -> Self {
        Self::Passages(vec![first, second], Box::new(check))
    }
}

impl ContentCheck {
    pub(super) fn check_site(self, input: &RuleInput<'_>, links: &[FileLinks], findings: &mut Findings) {
        match self {
            Self::Site(check) | Self::SiteAndTexts(check, _) => check(input, findings),
            Self::Links(check) => check(input, links, findings),
            Self::EachText(_) | Self::Texts(_) => {}
        }
    }

    /// True if it checks only texts, one after the other.
    pub(super) fn is_of_texts(self) -> bool {
        matches!(self, Self::EachText(_) | Self::Texts(_))
    }

    /// `None` if it has nothing to check in a text.
    pub(super) fn prepare_texts<'a>(self, input: &'a TextRuleInput<'_>) -> Option<TextCheck<'a>> {
        match self {
            Self::Site(_) | Self::Links(_) => None,
            Self::EachText(check) => Some(TextCheck::each(check)),
            Self::Texts(prepare) | Self::SiteAndTexts(_, prepare) => Some(prepare(input)),
        }
    }
}
