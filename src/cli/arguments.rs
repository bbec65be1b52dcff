//! What several commands start with: the facts, and parsers of their arguments.

use camino::{Utf8Path, Utf8PathBuf};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::print;
use crate::cli::exit::Exit;
use crate::framework::Facts;

/// The compiled-in facts. Prints an error if they are damaged.
pub(super) fn facts() -> Result<Facts, Exit> {
    Facts::load().map_err(|error| print::failure(format!("a data file in this program is damaged: {error}")))
}

pub(super) fn current_dir() -> Utf8PathBuf {
    Utf8PathBuf::from(".")
}

/// A folder in a sentence: “.” would look like its end.
pub(super) fn named(folder: &Utf8Path) -> &str {
    if folder == "." { "this folder" } else { folder.as_str() }
}

pub(super) fn parse_day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write the date as year, month, day, such as 2027-03-04".to_owned())
}

/// Parses a word of the content files, so that clap can list all and suggest similar ones.
pub(super) fn one_of<T: Copy + Send + Sync>(
    all: &'static [T],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|value| word(*value))).try_map(move |text| {
        let known = all.iter().copied().find(|value| word(*value).eq_ignore_ascii_case(&text));
        known.ok_or_else(|| format!("unknown value {text}"))
    })
}
