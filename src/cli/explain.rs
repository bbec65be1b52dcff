//! `fingerpost explain CODE`: what a finding means, why it matters, and how to mend it.

use super::{Exit, print};
use crate::check::Explanation;
use crate::report::{self, Code, did_you_mean};
use crate::{audit, check, external};

/// What `explain` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The code of a finding, such as unknown-key; all codes if left out
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(said) = &arguments.code else {
        let list: String = Code::ALL.iter().map(|code| format!("{:24} {}\n", code.word(), gist(*code))).collect();
        print::out(&list);
        return Exit::Clean;
    };
    let words = || Code::ALL.iter().map(|code| code.word());
    match Code::ALL.iter().find(|code| code.word() == said.to_lowercase()) {
        Some(code) => {
            print::out(&format!("{}\n", explanation(*code)));
            Exit::Clean
        }
        None => {
            let near = did_you_mean(said, words()).map(|word| format!(" Did you mean {word}?"));
            print::note(&format!(
                "fingerpost: there is no code {said}.{} `fingerpost explain` lists them all.\n",
                near.unwrap_or_default()
            ));
            Exit::Usage
        }
    }
}

/// What a code means: the explanation of its rule, or of the stage that reports it.
fn explanation(code: Code) -> String {
    let rule = rules().find(|explanation| explanation.code == code).map(Explanation::text);
    rule.or_else(|| report::explain(code).map(str::to_owned)).unwrap_or_default()
}

/// The explanations of all rules.
fn rules() -> impl Iterator<Item = &'static Explanation> {
    check::explanations().chain(audit::explanations()).chain(external::explanations())
}

/// The first sentence of an explanation.
fn gist(code: Code) -> String {
    let paragraph = explanation(code).split("\n\n").nth(1).unwrap_or_default().replace('\n', " ");
    paragraph.split_once(". ").map_or(paragraph.clone(), |(first, _)| format!("{first}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained_with_an_example() {
        for explanation in rules() {
            let text = explanation.text();
            assert!(text.contains("\nWrong:\n\n    ") && text.contains("\nRight:\n\n    "), "{text}");
            assert!(text.len() > 250, "the explanation of {} is too short", explanation.code);
        }
    }

    #[test]
    fn every_code_is_explained_once() {
        for code in Code::ALL {
            let by_rules = rules().filter(|explanation| explanation.code == *code).count();
            let by_stages = usize::from(report::explain(*code).is_some());
            assert_eq!(by_rules + by_stages, 1, "{code} is explained by {by_rules} rules and {by_stages} stages");
        }
    }
}
