//! The paper for governors that `check --html` writes: what it says, what it leaves out, and how it compares itself.

use std::fs;
use std::process::Command;

use camino::Utf8PathBuf;
use tempfile::TempDir;

use crate::common;

struct School(TempDir);

impl School {
    fn new() -> Self {
        let school = Self(TempDir::new().expect("a folder"));
        for (path, bytes) in common::files_below(&common::folder("tests/cases/check-html/session.in/careers")) {
            school.write(&path, &String::from_utf8(bytes).expect("UTF-8"));
        }
        school
    }

    fn write(&self, path: &str, text: &str) {
        let path = Utf8PathBuf::from_path_buf(self.0.path().join("careers")).expect("Unicode").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, text).expect("written");
    }

    /// The paper of a day.
    fn paper(&self, today: &str, more: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(["check", "careers", "--html", "paper.html", "--today", today]).args(more);
        let output = command.current_dir(self.0.path()).output().expect("the program");
        let text = fs::read_to_string(self.0.path().join("paper.html"));
        text.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
    }
}

/// The part of a paper below a heading.
fn below<'a>(paper: &'a str, id: &str) -> &'a str {
    let start = paper.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id} in {paper}"));
    let rest = &paper[start..];
    &rest[..rest.find("<h2").unwrap_or(rest.len())]
}

#[test]
fn a_paper_lists_what_has_changed_since_the_one_of_an_earlier_day() {
    let school = School::new();
    assert!(!school.paper("2026-09-14", &[]).contains("id=\"changes\""), "the first paper has nothing to compare with");
    school.write("programme.md", "---\ninclusion: Every plan is made for each pupil.\n---\n\nWhat we do, in summary, for every pupil of our school.\n");
    school.write(
        "evaluation/actions.yaml",
        "actions:\n  - { said: Too late, by: parents, did: Dates go out a term ahead, done: 2026-10-02, owner: deputy }\n  \
         - { said: More visits, by: pupils, did: Two more visits, due: 2027-01-20, owner: careers leader }\n",
    );
    let first = school.paper("2026-11-23", &[]);
    let changes = below(&first, "changes");
    assert!(changes.contains("14 September 2026") && changes.contains("New on the website"), "{changes}");
    assert!(changes.contains("Done: Dates go out a term ahead"), "{changes}");
    // Made again on the same day, it is still compared with the earlier one.
    assert_eq!(below(&school.paper("2026-11-23", &[]), "changes"), changes);
    let later = school.paper("2026-12-01", &[]);
    assert!(below(&later, "changes").contains("Nothing has changed."), "{}", below(&later, "changes"));
    let since = school.paper("2026-12-01", &["--since", "2026-10-31"]);
    assert!(below(&since, "changes").contains("New on the website"), "{}", below(&since, "changes"));
    let actions = below(&later, "actions");
    assert!(actions.contains("20 January 2027") && actions.contains("careers leader"), "{actions}");
    assert!(!actions.contains("a term ahead"), "it is done: {actions}");
}

#[test]
fn a_paper_has_all_findings_whichever_are_printed() {
    let school = School::new();
    let whole = school.paper("2026-11-23", &[]);
    assert_eq!(school.paper("2026-11-23", &["--only", "link-text"]), whole);
}

#[test]
fn a_paper_never_replaces_a_page_of_the_site() {
    let school = School::new();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(arguments).args(["--today", "2026-11-23"]).current_dir(school.0.path());
        command.output().expect("the program")
    };
    assert!(run(&["build", "careers"]).status.success());
    let home = school.0.path().join("site/index.html");
    let before = fs::read(&home).expect("the home page");
    let output = run(&["check", "careers", "--html", "site/index.html"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(fs::read(&home).expect("the home page") == before);
}

#[test]
fn a_paper_that_cannot_be_written_yet_is_named() {
    let school = School::new();
    school.write("team.yaml", "people: 1\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let output = command.args(["check", "careers", "--html", "paper.html"]).current_dir(school.0.path()).output();
    let printed = String::from_utf8(output.expect("the program").stderr).expect("text");
    assert!(printed.contains("paper.html was not written"), "{printed}");
}

#[test]
fn a_paper_has_sources_and_no_small_numbers_and_no_scripts() {
    let school = School::new();
    school.write(
        "evaluation/guidance/2026-27.yaml",
        "as-of: 2026-11-20\nmeetings: [{ group: Year 9, offered: 178, met: 175 }]\n",
    );
    school.write(
        "evaluation/destinations/2026.yaml",
        "leavers: Year 9\nyear: 2026\nbasis: actual\nsource: our own count\ncohort: 100\ndestinations:\n  \
         - { to: Ridgeway Upper School, number: 77 }\n  - { to: Other schools, number: 19 }\n  - { to: Abroad, number: 4 }\n",
    );
    let paper = school.paper("2026-11-23", &["--award"]);
    assert!(!paper.contains("<script") && !paper.contains("src="), "{paper}");
    assert!(
        below(&paper, "law").contains("https://www.gov.uk/") && below(&paper, "law").contains("edition"),
        "{paper}"
    );
    let figures = below(&paper, "figures");
    assert!(figures.contains("Year 9: nearly all of 178 had their guidance meeting by 20 November 2026."), "{figures}");
    assert!(figures.contains("Ridgeway Upper School 77%") && !figures.contains("Abroad"), "{figures}");
    assert!(!paper.contains("175") && !paper.contains("19%"), "{paper}");
    assert!(paper.contains("may be published"), "{paper}");
    let award = below(&paper, "award");
    assert!(award.contains("8. Personal guidance") && award.contains("Impact on learning"), "{award}");
    let settings = common::folder("tests/cases/check-html/session.in/careers/school.yaml");
    let settings = fs::read_to_string(settings).expect("a school");
    school.write("school.yaml", &format!("{settings}publish: {{ results: no }}\n"));
    assert!(
        school.paper("2026-11-23", &[]).contains("Keep this paper inside the school."),
        "results are not published"
    );
}
