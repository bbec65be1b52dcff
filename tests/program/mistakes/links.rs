//! Links as people write them: understood, or reported with a way to write them.

use std::fs;

use super::{School, assert_found};

const PDF: &[u8] = b"%PDF-1.4 not a whole document";

/// A school whose page for staff has a link, and which has a document.
fn linking(link: &str) -> School {
    let school = School::new();
    school.add("policies/Policy 2026 (final).pdf", PDF);
    school.change("staff.md", "## Your part", &format!("{link}\n\n## Your part"));
    school
}

#[test]
fn spaces_and_brackets_in_links_are_reported() {
    let fixed = "[our policy](policies/Policy%202026%20(final).pdf)";
    for link in ["[our policy](policies/Policy 2026 (final).pdf)", "[our policy](../policies/Policy 2026 (final).pdf)"]
    {
        assert_found(&linking(link), &[&["staff.md", "[broken-link]", "a space in", fixed]]);
    }
    assert_found(&linking(fixed), &[]);
    let school = linking("[our policy] (policies/policy.pdf)");
    let [from, to] = ["policies/Policy 2026 (final).pdf", "policies/policy.pdf"].map(|path| school.path().join(path));
    fs::rename(from, to).expect("renamed");
    assert_found(&school, &[&["[broken-link]", "a space between", "[our policy](policies/policy.pdf)"]]);
}

#[test]
fn a_heading_of_two_lines_can_be_linked_to() {
    let school = School::new();
    school.change("staff.md", "## Your part", "Careers\nfair\n---\n\nSee [the fair](#careers-fair).\n\n## Your part");
    assert_found(&school, &[]);
}

#[test]
fn backslashes_in_links_are_understood() {
    assert_found(&linking("[our policy](policies\\Policy%202026%20(final).pdf)"), &[]);
    for link in [r"[x](C:\Users\jo\policy.pdf)", "[x](file:///C:/Users/jo/policy.pdf)", r"[x](\\server\policy.pdf)"] {
        let school = School::new();
        school.change("staff.md", "## Your part", &format!("{link}\n\n## Your part"));
        assert_found(&school, &[&["[unsafe-link]", "your own computer", "policies/policy.pdf"]]);
    }
}

#[test]
fn a_link_is_never_suggested_as_it_is_written() {
    let school = School::new();
    school.change("staff.md", "## Your part", "[Year 9](../programme/year-9.md)\n\n## Your part");
    assert_found(&school, &[&["[broken-link]", "Did you mean `programme/year-9.md`?"]]);
}
