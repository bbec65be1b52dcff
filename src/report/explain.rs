//! The longer explanation of each code that a stage tells, for `fingerpost explain`. Rules of
//! `check` explain theirs themselves.

use super::Code;

/// All explanations: a section a code, headed by its word.
const EXPLANATIONS: &str = include_str!("explain.md");

/// What a finding of this code means, why it matters, and an example wrong and mended. `None` if no
/// stage tells it.
pub fn explain(code: Code) -> Option<&'static str> {
    let heading = format!("# {}\n", code.word());
    let start = EXPLANATIONS.find(&format!("\n{heading}")).map(|at| at + 1);
    let start = start.or_else(|| EXPLANATIONS.starts_with(&heading).then_some(0))?;
    let section = EXPLANATIONS.get(start..)?;
    let end = section.get(1..).and_then(|rest| rest.find("\n# ")).map_or(section.len(), |at| at + 2);
    section.get(..end).map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explanations_are_more_than_a_line() {
        for (code, text) in Code::ALL.iter().filter_map(|code| Some((code, explain(*code)?))) {
            assert!(text.len() > 120, "{code} deserves more words");
        }
    }

    #[test]
    fn every_section_belongs_to_a_code() {
        for heading in EXPLANATIONS.lines().filter_map(|line| line.strip_prefix("# ")) {
            assert!(Code::ALL.iter().any(|code| code.word() == heading), "{heading} is no code");
        }
    }
}
