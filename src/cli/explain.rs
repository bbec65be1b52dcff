//! `fingerpost explain CODE`: what a finding means, why it matters, and how to fix it.

use super::{Exit, print};
use crate::explain::{codes, explanations};
use crate::report::{Code, did_you_mean};

/// The arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The code of a finding, such as unknown-key; all codes if left out
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(word) = &arguments.code else {
        let list: String =
            explanations().map(|(code, text)| format!("{code:24} {}\n", first_sentence(&text))).collect();
        print::out(&list);
        return Exit::Clean;
    };
    if let Some((_, text)) = explanations().find(|(code, _)| code.as_str() == word.to_lowercase()) {
        print::out(&format!("{text}\n"));
        return Exit::Clean;
    }
    let near = did_you_mean(word, codes().map(Code::as_str)).map(|word| format!(" Did you mean {word}?"));
    print::note(&format!(
        "fingerpost: there is no code {word}.{} `fingerpost explain` lists them all.\n",
        near.unwrap_or_default()
    ));
    Exit::Error
}

/// The first sentence of an explanation.
fn first_sentence(text: &str) -> String {
    let paragraph = text.split("\n\n").nth(1).unwrap_or_default().replace('\n', " ");
    paragraph.split_once(". ").map_or(paragraph.clone(), |(first, _)| format!("{first}."))
}
