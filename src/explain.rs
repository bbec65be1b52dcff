//! Every code of a finding with its explanation, from the stages' tables and the rules.

use crate::check::Explanation;
use crate::import::department_audit::AuditFormProblem;
use crate::import::{CalendarError, ImportProblem, SheetError};
use crate::language::LanguageProblem;
use crate::programme::ContentProblem;
use crate::publish::PublishProblem;
use crate::read::{ReadProblem, YamlMistake};
use crate::render::RenderProblem;
use crate::report::{Code, explanation};
use crate::view::ViewProblem;
use crate::{audit, check, external};

/// The tables of the stages, in the order of the pipeline.
const TABLES: [&[(&str, &[&str])]; 11] = [
    ReadProblem::EXPLANATIONS,
    YamlMistake::EXPLANATIONS,
    ContentProblem::EXPLANATIONS,
    LanguageProblem::EXPLANATIONS,
    ViewProblem::EXPLANATIONS,
    RenderProblem::EXPLANATIONS,
    SheetError::EXPLANATIONS,
    CalendarError::EXPLANATIONS,
    ImportProblem::EXPLANATIONS,
    AuditFormProblem::EXPLANATIONS,
    PublishProblem::EXPLANATIONS,
];

/// Every code with its explanation: the stages in the order of the pipeline, then the rules.
pub fn explanations() -> impl Iterator<Item = (Code, String)> {
    let entries = TABLES.into_iter().flatten().filter(|(_, lines)| !lines.is_empty());
    let stages = entries.map(|(word, lines)| {
        let code = Code::new(word);
        (code, explanation(code, lines.iter().copied()))
    });
    stages.chain(rules().map(|rule| (rule.code, rule.text())))
}

fn rules() -> impl Iterator<Item = &'static Explanation> {
    check::explanations().chain(audit::explanations()).chain(external::explanations())
}

/// The code with this word, if there is one.
pub fn code(word: &str) -> Option<Code> {
    let words = TABLES.into_iter().flatten().map(|(word, _)| Code::new(word));
    words.chain(rules().map(|rule| rule.code)).find(|code| code.as_str() == word)
}

/// Every code, in the same order.
pub fn codes() -> impl Iterator<Item = Code> {
    explanations().map(|(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_exactly_once() {
        let mut codes: Vec<Code> = codes().collect();
        for (word, _) in TABLES.into_iter().flatten() {
            assert!(codes.contains(&Code::new(word)), "{word} has no explanation");
        }
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all, "two explanations have the same code");
    }

    #[test]
    fn every_rule_is_explained_with_an_example() {
        for text in rules().map(Explanation::text) {
            assert!(text.contains("\nWrong:\n\n    ") && text.contains("\nRight:\n\n    "), "{text}");
        }
    }

    #[test]
    fn explanations_are_long_enough_and_have_an_example() {
        for (code, text) in explanations() {
            assert!(text.len() > 120, "{code} needs a longer explanation");
            assert!(text.contains("\n    "), "{code} has no example");
        }
    }
}
