//! `fingerpost explain CODE`: what a finding means, why it matters, and how to mend it.

use super::{Exit, print};
use crate::check;
use crate::report::{self, Code, did_you_mean};

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

/// What a code means: a rule says it, or the stage that tells it.
fn explanation(code: Code) -> String {
    check::explain(code).or_else(|| report::explain(code).map(str::to_owned)).unwrap_or_default()
}

/// The first sentence of an explanation.
fn gist(code: Code) -> String {
    let paragraph = explanation(code).split("\n\n").nth(1).unwrap_or_default().replace('\n', " ");
    paragraph.split_once(". ").map_or(paragraph.clone(), |(first, _)| format!("{first}."))
}
