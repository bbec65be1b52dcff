//! `fingerpost explain CODE`: what a finding means, why it matters, and how to fix it.

use super::print;
use crate::cli::exit::Exit;
use crate::explain::{codes, explanations};
use crate::report::{Code, did_you_mean};

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArguments {
    /// The code of a finding, such as unknown-key [default: list all codes]
    code: Option<String>,
}

pub(super) fn run(arguments: &ExplainArguments) -> Result<Exit, Exit> {
    let Some(name) = &arguments.code else {
        let list: String =
            explanations().map(|(code, text)| format!("{code:24} {}\n", first_sentence(&text))).collect();
        print::out(&list);
        return Ok(Exit::Clean);
    };
    if let Some((_, text)) = explanations().find(|(code, _)| code.as_str() == name.to_lowercase()) {
        print::out(&format!("{text}\n"));
        return Ok(Exit::Clean);
    }
    let suggestion = did_you_mean(name, codes().map(Code::as_str)).map(|code| format!(" Did you mean {code}?"));
    Err(print::failure(format!(
        "there is no code called {name}.{} `fingerpost explain` lists them all.",
        suggestion.unwrap_or_default()
    )))
}

fn first_sentence(text: &str) -> String {
    let paragraph = text.split("\n\n").nth(1).unwrap_or_default().replace('\n', " ");
    paragraph.split_once(". ").map_or(paragraph.clone(), |(first, _)| format!("{first}."))
}
