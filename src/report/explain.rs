//! The longer explanation of each code, for `fingerpost explain`.

use super::Code;

/// All explanations: a section a code, headed by its word.
const EXPLANATIONS: &str = include_str!("explain.md");

/// What a finding of this code means, why it matters, and an example wrong and mended.
pub fn explain(code: Code) -> &'static str {
    let heading = format!("# {}\n", code.word());
    let start = EXPLANATIONS.find(&format!("\n{heading}")).map_or(0, |at| at + 1);
    let section = EXPLANATIONS.get(start..).unwrap_or("");
    let end = section.get(1..).and_then(|rest| rest.find("\n# ")).map_or(section.len(), |at| at + 2);
    section.get(..end).unwrap_or(section).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_with_an_example() {
        for code in Code::ALL {
            let text = explain(*code);
            assert!(text.starts_with(&format!("# {code}\n")), "no section for {code}");
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
