//! Under `heard`, there is a quotation with a name. People answer a survey freely if nobody will know who said what. UK
//! GDPR, Article 5, asks that personal data be limited to what is needed (the Information Commissioner's guidance on
//! children and the UK GDPR, as stored in November 2026). Summarise it in your own words, for the group as a whole.
//!
//! Wrong:
//!
//! ```yaml
//! heard:
//!   - '“I loved the boatyard”, said Amelia in 9B'
//! ```
//!
//! Right:
//!
//! ```yaml
//! heard:
//!   - Visits to workplaces are what Year 9 liked best.
//! ```

use crate::check::RuleInput;
use crate::framework::FirstNames;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::first_names;

pub(super) const CODE: Code = Code::new("named-quote");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for heard in input.programme.surveys.iter().flat_map(|survey| &survey.heard) {
        let Some(name) = quoted_name(&heard.value, &input.facts.first_names) else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("this looks like the words of one person, `{name}`"),
            help: "Summarise what the group said in your own words, without names.".into(),
        };
        findings.advise(advice, heard.place.clone());
    }
}

/// The name of the quoted person, if there is one.
fn quoted_name<'t>(heard: &'t str, names: &FirstNames) -> Option<&'t str> {
    let is_quote = heard.contains(['“', '”', '"', '‘']) || heard.starts_with("I ") || heard.contains(" I ");
    let signature = heard.rsplit_once(['—', '–']).or_else(|| heard.rsplit_once(" - ")).map(|(_, name)| name.trim());
    let quoted = if is_quote { Some(heard) } else { signature }?;
    first_names(quoted, names).next().map(|name| name.written.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    #[test]
    fn quotation_with_a_name_is_reported() {
        let names = Facts::load().expect("the data files parse").first_names;
        let quoted = |heard: &'static str| quoted_name(heard, &names);
        assert_eq!(quoted("“I loved the boatyard”, said Amelia in 9B"), Some("Amelia"));
        assert_eq!(quoted("More visits, please – Amelia, Year 9"), Some("Amelia"));
        assert_eq!(quoted("I liked it when Ethan came"), Some("Ethan"));
        for heard in [
            "“More visits” was the commonest answer",
            "Lessons are where pupils see careers least. They want real examples.",
            "Amelia Engineering was the favourite visit",
            "“Mrs Amelia Bell explains it well”",
        ] {
            assert_eq!(quoted(heard), None, "{heard}");
        }
    }
}
