//! The words of the format that other words mean, for forms.

use super::benchmark::Benchmark;
use super::format::{Control, plain, value_meant, yes_or_no};

/// The word of the format for what is written in a file, such as `parents` for `Carers`. Texts that are not of the format
/// stay as they are.
pub fn meant(control: &Control, written: &str) -> String {
    let word = match control {
        Control::YesNo | Control::YesNoOrText => {
            yes_or_no(written.trim()).map(|yes| if yes { "yes" } else { "no" }.to_owned())
        }
        Control::Benchmark => Benchmark::parse(written).map(|benchmark| benchmark.number().to_string()),
        Control::Choice(options) => {
            let words: Vec<&'static str> = options.iter().map(|option| option.value).collect();
            let plain = plain(written);
            let word = words.iter().copied().find(|word| *word == plain).or_else(|| value_meant(&plain, &words));
            word.map(str::to_owned)
        }
        _ => None,
    };
    word.unwrap_or_else(|| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::audience::Audience;
    use crate::programme::format::FromNode;

    #[test]
    fn other_words_for_a_value_mean_the_same() {
        assert_eq!(meant(&Audience::control(), "Carers"), "parents");
        assert_eq!(meant(&Audience::control(), "elsewhere"), "elsewhere");
        assert_eq!(meant(&Control::YesNo, "TRUE"), "yes");
        assert_eq!(meant(&Control::Benchmark, "BM 3"), "3");
        assert_eq!(meant(&Control::Text, "BM 3"), "BM 3");
    }
}
