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
fn links_in_code_and_comments_are_not_lost() {
    for text in ["<!-- [map](our map.pdf) -->", "Write `[x] (a.pdf)`.", "```\n[x](our map.pdf)\n```"] {
        let school = School::new();
        school.change("staff.md", "## Your part", &format!("{text}\n\n## Your part"));
        assert_found(&school, &[]);
    }
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
        assert_found(&school, &[&["[unsafe-link]", "your own computer", "link to it there: policies/policy.pdf"]]);
    }
    let school = School::new();
    school.add("pages/test.md", "---\ntitle: Test\n---\n[x](C:\\policy.pdf)\n");
    assert_found(&school, &[&["[unsafe-link]", "link to it there: ../policies/policy.pdf"]]);
}

#[test]
fn parts_of_pages_without_a_text_can_be_linked_to() {
    let school = School::new();
    school.change("staff.md", "## Your part", "[Five](programme/by-benchmark.html#part-5)\n\n## Your part");
    assert_found(&school, &[]);
    let made =
        fingerpost::build_in_memory(school.path(), crate::common::facts(), super::TODAY, &mut Default::default());
    let link = b"programme/by-benchmark.html#part-5\">Five<";
    let files = made.expect("a site").files;
    assert!(files.iter().any(|file| file.bytes.windows(link.len()).any(|bytes| bytes == link)));
}

#[test]
fn documents_and_pages_are_not_pictures() {
    for target in ["policies/policy.pdf", "programme/year-9.md", "#your-part", "lang:cy"] {
        let school = School::new();
        school.add("policies/policy.pdf", PDF);
        school.change("staff.md", "## Your part", &format!("![x]({target}) [x](policies/policy.pdf)\n\n## Your part"));
        assert_found(&school, &[&["[not-a-picture]", &format!("`{target}` is not a picture"), "remove the !"]]);
    }
}

#[test]
fn words_in_quotation_marks_after_an_address_are_lost() {
    let school = School::new();
    school.change("staff.md", "## Your part", "[UCAS](https://www.ucas.com \"Opens the hub\")\n\n## Your part");
    assert_found(&school, &[&["[lost-words]", "Words in quotation marks after an address"]]);
}

#[test]
fn headings_may_have_the_name_of_a_part_of_the_page() {
    let school = School::new();
    school.add("pages/test.md", "---\ntitle: Test\n---\n## Menu\n\n[The menu](#menu)\n");
    school.change(
        "staff.md",
        "## Your part",
        "## Menu\n\n[The menu](#menu) and [a test](pages/test.md)\n\n## Your part",
    );
    assert_found(&school, &[]);
}

#[test]
fn asterisks_after_words_are_left_alone() {
    let school = School::new();
    school.change("staff.md", "## Your part", "Places for Maths* and Art* are full.\n\n## Your part");
    assert_found(&school, &[]);
}

#[test]
fn a_link_is_never_suggested_as_it_is_written() {
    let school = School::new();
    school.change("staff.md", "## Your part", "[Year 9](../programme/year-9.md)\n\n## Your part");
    assert_found(&school, &[&["[broken-link]", "Did you mean `programme/year-9.md`?"]]);
}
