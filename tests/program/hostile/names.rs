//! File names that clash, hide or try to leave the folder.

use std::fs;

use super::{SCHOOL, TestSite, event, snapshot};

#[test]
fn names_that_differ_only_in_case_are_refused() {
    let site = TestSite::published()
        .with("pages/Fair.md", "---\ntitle: One\n---\n")
        .with("pages/fair.md", "---\ntitle: Two\n---\n");
    if fs::read_dir(site.at("careers/pages")).expect("the folder").count() == 2 {
        site.refuses("names-differ-in-case");
    }
}

#[test]
fn two_names_for_one_address_are_refused() {
    let site = TestSite::published()
        .with("pages/work-week.md", "---\ntitle: One\n---\n")
        .with("pages/work, week.md", "---\ntitle: Two\n---\n");
    site.refuses("address-clash");
}

#[test]
fn content_cannot_replace_generated_pages() {
    TestSite::published().with("events/index.md", event("title: Fair\ndate: 2027-03-04")).refuses("address-clash");
    let groups = SCHOOL.replace("[Year 7, Year 8]", "[Year 7, Index]");
    TestSite::published().with("school.yaml", groups).refuses("address-clash");
}

#[test]
fn a_group_name_without_letters_makes_no_nameless_page() {
    let site = TestSite::published().with("school.yaml", SCHOOL.replace("[Year 7, Year 8]", "['???', Year 8]"));
    let output = site.build();
    assert!(!site.at("site/pupils/.html").exists(), "a page without a name: {}", output.all);
}

#[test]
fn a_page_name_without_letters_makes_no_nameless_page() {
    let site = TestSite::published().with("pages/---.md", "---\ntitle: Lines\n---\nText.\n");
    let output = site.build();
    assert!(!site.at("site/pages/.html").exists(), "a page without a name: {}", output.all);
}

#[test]
fn pages_without_text_are_accepted() {
    TestSite::published().with("pages/options.md", "---\ntitle: Options\n---\n").accepts();
    TestSite::published().with("policies/careers.md", "---\ntitle: Careers policy\n---\n").accepts();
    for file in ["pupils.md", "parents.md", "staff.md", "employers.md", "guidance.md", "evaluation.md", "programme.md"]
    {
        TestSite::published().with(file, "---\n---\n").accepts();
    }
}

// Windows creates no such file.
#[cfg(unix)]
#[test]
fn names_reserved_by_windows_are_refused() {
    TestSite::published().with("pages/CON.md", "---\ntitle: Con\n---\n").refuses_only("file-name");
}

#[test]
fn group_ids_cannot_leave_the_site() {
    let groups = SCHOOL.replace("[Year 7, Year 8]", "[{ name: Year 7, id: ../../../out }, Year 8]");
    let site = TestSite::published().with("school.yaml", groups);
    let output = site.build();
    assert!(output.exit < 2, "{}", output.all);
    assert!(!site.at("out.html").exists() && !site.dir.path().join("../out.html").exists());
}

#[test]
fn a_page_name_too_long_for_the_disk_stops_the_build() {
    let site = TestSite::published().with(&format!("pages/{}.md", "n".repeat(252)), "---\ntitle: Long\n---\n");
    let before = snapshot(&site.at("site"));
    let output = site.build();
    assert_ne!(output.exit, 0, "the page's name is longer still: {}", output.all);
    assert!(snapshot(&site.at("site")) == before, "the site has changed");
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_unicode_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let site = TestSite::published();
    let name = std::ffi::OsStr::from_bytes(b"careers/caf\xe9.md");
    if fs::write(site.dir.path().join(name), "").is_ok() {
        site.refuses_only("file-name");
    }
}

#[cfg(unix)]
#[test]
fn a_name_with_a_line_break_is_refused() {
    TestSite::published().with("pages/a\n::error::b.md", "---\ntitle: A\n---\n").refuses_only("file-name");
}
