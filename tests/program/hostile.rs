//! Clumsy and hostile inputs, made at run time. Whatever comes: no panic, a finding that names the
//! trouble, and the site that was published before stays as it was, byte for byte.
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

const SCHOOL: &str = "\
name: Ridgeway School
kind: independent-school
year:
  label: 2026-27
  starts: 2026-09-01
  terms:
    - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }
groups: [Year 7, Year 8]
accessibility: { contact: Tell the school office. }
";
const TEAM: &str = "\
people:
  - role: careers-leader
    name: Priya Venn
    email: careers@ridgeway.example
";
const FAIR: &str = "---\ntitle: Careers fair\naudiences: [pupils, parents]\n---\nCome and meet employers.\n";

const NEW: &str = "---\ntitle: New\n---\nNew.\n";

/// A content folder `careers` and beside it the folder `site`.
struct Desk {
    dir: TempDir,
}

/// What the program said.
struct Told {
    exit: i32,
    codes: Vec<String>,
    all: String,
}

/// Every file of a folder with its bytes, and every link.
type Snapshot = BTreeMap<PathBuf, Vec<u8>>;

impl Desk {
    /// With an empty content folder.
    fn empty() -> Self {
        let desk = Self { dir: TempDir::new().expect("a folder for the test") };
        fs::create_dir(desk.at("careers")).expect("the content folder");
        desk
    }

    /// With a small clean content folder.
    fn clean() -> Self {
        Self::empty().with("school.yaml", SCHOOL).with("team.yaml", TEAM)
    }

    /// With a small clean content folder that has been published.
    fn published() -> Self {
        let desk = Self::clean();
        let told = desk.build();
        assert_eq!((told.exit, told.codes.len()), (0, 0), "a clean folder: {}", told.all);
        desk
    }

    /// Puts a file into the content folder.
    fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.put(&format!("careers/{path}"), bytes);
        // What no page links to is not published.
        if path.starts_with("media/") {
            self.put("careers/pages/linked.md", format!("---\ntitle: Linked\n---\n[The file](../{path})\n"));
        }
        self
    }

    /// Puts a page with this text into the content folder.
    fn with_page(self, body: &str) -> Self {
        self.with("pages/options.md", format!("---\ntitle: Options\n---\n{body}\n"))
    }

    /// Puts a file beside or below the content folder.
    fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
        fs::write(path, bytes).expect("the file");
    }

    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn build(&self) -> Told {
        self.run(&["build", "careers"])
    }

    /// Runs the program, which must end within two minutes, without a panic.
    fn run(&self, arguments: &[&str]) -> Told {
        let file = |name: &str| fs::File::create(self.at(name)).expect("a file for what is said");
        let mut child = Command::new(env!("CARGO_BIN_EXE_fingerpost"))
            .args(arguments)
            .args(["--format", "json", "--today", "2026-11-23"])
            .current_dir(self.dir.path())
            .stdin(Stdio::null())
            .stdout(file(".stdout"))
            .stderr(file(".stderr"))
            .spawn()
            .expect("the program");
        let mut exit = None;
        for _ in 0..12_000 {
            exit = child.try_wait().expect("the program's end");
            if exit.is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let Some(exit) = exit else {
            child.kill().expect("an end to the program");
            panic!("the program hangs");
        };
        let said = |name: &str| String::from_utf8_lossy(&fs::read(self.at(name)).expect("what was said")).into_owned();
        let (out, notes) = (said(".stdout"), said(".stderr"));
        assert!(!notes.contains("panicked") && !notes.contains("overflow"), "a panic: {notes}");
        let exit = exit.code().unwrap_or_else(|| panic!("killed by a signal: {notes}"));
        assert!((0..=2).contains(&exit), "exit code {exit}: {notes}");
        let codes = out.lines().map(|line| {
            let finding: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
            finding.get("code").and_then(|code| code.as_str()).expect("a code").to_owned()
        });
        Told { exit, codes: codes.collect(), all: out.chars().take(3000).chain(notes.chars()).collect() }
    }

    /// The content is refused with this code, and the site is as it was.
    #[track_caller]
    fn refuses(&self, code: &str) -> Told {
        let before = snapshot(&self.at("site"));
        let told = self.build();
        assert_eq!(told.exit, 1, "exit code: {}", told.all);
        told.names(code);
        assert!(snapshot(&self.at("site")) == before, "the site has changed");
        told
    }

    /// The content is refused with this code and no other.
    #[track_caller]
    fn refuses_only(&self, code: &str) {
        let told = self.refuses(code);
        assert!(told.codes.iter().all(|told| told == code), "more is told than {code}: {:?}", told.codes);
    }

    /// The site is built.
    #[track_caller]
    fn accepts(&self) -> Told {
        let told = self.build();
        assert_eq!(told.exit, 0, "exit code: {}", told.all);
        told
    }

    /// All pages of the site as one text.
    fn pages(&self) -> String {
        let pages =
            snapshot(&self.at("site")).into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "html"));
        pages.map(|(_, bytes)| String::from_utf8(bytes).expect("a page in UTF-8")).collect()
    }
}

impl Told {
    #[track_caller]
    fn names(&self, code: &str) {
        assert!(self.codes.iter().any(|told| told == code), "{code} is not told, but: {}", self.all);
    }

    fn count(&self, code: &str) -> usize {
        self.codes.iter().filter(|told| *told == code).count()
    }
}

fn snapshot(folder: &Path) -> Snapshot {
    let mut files = Snapshot::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let bytes = if entry.file_type().is_file() { fs::read(entry.path()).expect("a file") } else { Vec::new() };
        files.insert(entry.path().to_owned(), bytes);
    }
    files
}

fn event(front_matter: &str) -> String {
    format!("---\naudiences: [pupils]\n{front_matter}\n---\n")
}

// The folder

#[test]
fn an_empty_folder() {
    let told = Desk::empty().refuses("empty-folder");
    assert_eq!(told.codes, ["empty-folder"], "nothing more helps");
}

#[test]
fn a_missing_folder() {
    let told = Desk::published().run(&["build", "carers"]);
    assert_eq!(told.exit, 2);
    assert_eq!(told.codes, ["no-folder"], "nothing more helps");
}

#[test]
fn a_file_instead_of_a_folder() {
    let told = Desk::published().run(&["build", "careers/school.yaml"]);
    assert_eq!(told.exit, 2);
    assert_eq!(told.codes, ["no-folder"], "nothing more helps");
}

#[test]
fn no_school_file() {
    let desk = Desk::published();
    fs::remove_file(desk.at("careers/school.yaml")).expect("removed");
    desk.refuses_only("missing-file");
}

#[test]
fn no_team_file() {
    let desk = Desk::published();
    fs::remove_file(desk.at("careers/team.yaml")).expect("removed");
    desk.refuses_only("missing-file");
}

#[test]
fn empty_files() {
    Desk::published().with("school.yaml", "").refuses("missing-key");
    Desk::published().with("team.yaml", "").refuses("no-leader");
    Desk::published().with("pages/options.md", "").refuses("missing-key");
    Desk::published().with("offers.yaml", "").accepts();
}

#[test]
fn folders_with_the_names_of_files() {
    let desk = Desk::clean();
    fs::remove_file(desk.at("careers/team.yaml")).expect("removed");
    fs::create_dir(desk.at("careers/team.yaml")).expect("a folder");
    desk.refuses("missing-file");
}

#[test]
fn folders_twenty_deep() {
    let desk = Desk::published().with(&format!("events/{}fair.md", "a/".repeat(20)), FAIR);
    desk.refuses_only("too-deep");
}

#[test]
fn two_thousand_files_that_nobody_knows() {
    let desk = Desk::published();
    for number in 0..2_000 {
        desk.put(&format!("careers/{number}.csv"), "");
    }
    assert_eq!(desk.accepts().count("unknown-file"), 2_000);
}

#[test]
fn more_files_than_any_school_has() {
    let desk = Desk::published();
    for number in 0..50_010 {
        fs::write(desk.at(&format!("careers/{number}.csv")), "").expect("a file");
    }
    desk.refuses("too-many-files");
}

// File names

#[test]
fn names_that_differ_only_in_capitals() {
    let desk = Desk::published()
        .with("pages/Fair.md", "---\ntitle: One\n---\n")
        .with("pages/fair.md", "---\ntitle: Two\n---\n");
    if fs::read_dir(desk.at("careers/pages")).expect("the folder").count() == 2 {
        desk.refuses("names-differ-in-case");
    }
}

#[test]
fn names_that_become_one_address() {
    let desk = Desk::published()
        .with("pages/work-week.md", "---\ntitle: One\n---\n")
        .with("pages/work week.md", "---\ntitle: Two\n---\n");
    desk.refuses("address-clash");
}

#[test]
fn names_that_take_the_place_of_our_own_pages() {
    Desk::published().with("events/index.md", event("title: Fair\ndate: 2027-03-04")).refuses("address-clash");
    let groups = SCHOOL.replace("[Year 7, Year 8]", "[Year 7, Index]");
    Desk::published().with("school.yaml", groups).refuses("address-clash");
}

#[test]
fn a_group_without_letters_in_its_name() {
    let desk = Desk::published().with("school.yaml", SCHOOL.replace("[Year 7, Year 8]", "['???', Year 8]"));
    let told = desk.build();
    assert!(!desk.at("site/pupils/.html").exists(), "a page without a name: {}", told.all);
}

#[test]
fn a_page_without_letters_in_its_name() {
    let desk = Desk::published().with("pages/---.md", "---\ntitle: Lines\n---\nText.\n");
    let told = desk.build();
    assert!(!desk.at("site/pages/.html").exists(), "a page without a name: {}", told.all);
}

#[test]
fn a_page_without_a_text() {
    Desk::published().with("pages/options.md", "---\ntitle: Options\n---\n").accepts();
    Desk::published().with("policies/careers.md", "---\ntitle: Careers policy\n---\n").accepts();
    for file in ["pupils.md", "parents.md", "staff.md", "employers.md", "guidance.md", "evaluation.md", "programme.md"]
    {
        Desk::published().with(file, "---\n---\n").accepts();
    }
}

#[test]
fn names_that_windows_keeps_for_itself() {
    Desk::published().with("pages/CON.md", "---\ntitle: Con\n---\n").refuses_only("file-name");
}

#[test]
fn group_words_that_try_to_climb_out() {
    let groups = SCHOOL.replace("[Year 7, Year 8]", "[{ name: Year 7, id: ../../../out }, Year 8]");
    let desk = Desk::published().with("school.yaml", groups);
    let told = desk.build();
    assert!(told.exit < 2, "{}", told.all);
    assert!(!desk.at("out.html").exists() && !desk.dir.path().join("../out.html").exists());
}

#[test]
fn a_name_as_long_as_the_disk_allows() {
    let desk = Desk::published().with(&format!("pages/{}.md", "n".repeat(252)), "---\ntitle: Long\n---\n");
    let before = snapshot(&desk.at("site"));
    let told = desk.build();
    assert_ne!(told.exit, 0, "its page would have a longer name yet: {}", told.all);
    assert!(snapshot(&desk.at("site")) == before, "the site has changed");
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_unicode() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::published();
    let name = std::ffi::OsStr::from_bytes(b"careers/caf\xe9.md");
    if fs::write(desk.dir.path().join(name), "").is_ok() {
        desk.refuses_only("file-name");
    }
}

#[cfg(unix)]
#[test]
fn a_name_with_a_line_break() {
    Desk::published().with("pages/a\n::error::b.md", "---\ntitle: A\n---\n").refuses_only("file-name");
}

// Bytes

#[test]
fn a_program_with_the_name_of_a_page() {
    Desk::published().with("pages/options.md", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00").refuses_only("not-text");
}

#[test]
fn nul_bytes_in_a_text() {
    Desk::published().with("pages/options.md", "---\ntitle: A\u{0}B\n---\n").refuses_only("not-text");
}

#[test]
fn fifty_megabytes() {
    for path in ["pages/options.md", "media/hall.jpg"] {
        let desk = Desk::published().with(path, "");
        let file = fs::File::options().write(true).open(desk.at("careers").join(path)).expect("the file");
        file.set_len(50_000_000).expect("room");
        desk.refuses("too-large");
    }
}

#[test]
fn a_byte_order_mark() {
    let told = Desk::published().with("school.yaml", format!("\u{feff}{SCHOOL}")).accepts();
    assert_eq!(told.codes, ["byte-order-mark"]);
}

#[test]
fn utf16_as_notepad_calls_unicode() {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(SCHOOL.replace("Ridgeway", "Rîdgeway").encode_utf16().flat_map(u16::to_le_bytes));
    let desk = Desk::published().with("school.yaml", bytes);
    let told = desk.accepts();
    assert!(desk.pages().contains("Rîdgeway School"));
    assert!(!told.all.contains("We read it as Windows-1252"), "it is not: {}", told.all);
}

#[test]
fn windows_1252() {
    let desk = Desk::published().with("pages/options.md", b"---\ntitle: Caf\xe9 \x96 it\x92s open\n---\nCome in.\n");
    desk.accepts().names("windows-1252");
    assert!(desk.pages().contains("Café – it’s open"));
}

#[test]
fn bytes_that_no_encoding_has() {
    Desk::published().with("pages/options.md", b"---\ntitle: \x81\x8d\n---\n").refuses_only("not-text");
}

#[test]
fn a_line_of_a_megabyte() {
    let desk = Desk::published().with_page(&"word ".repeat(200_000));
    desk.accepts();
    let desk = Desk::published().with("events/2027-03-04-fair.md", event(&format!("title: {}", "a".repeat(1_000_000))));
    desk.accepts();
}

// YAML

#[test]
fn a_yaml_bomb() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        bomb += &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 10].join(", "));
    }
    Desk::published().with("offers.yaml", bomb).refuses_only("yaml-too-complex");
}

#[test]
fn deep_nesting() {
    Desk::published().with("offers.yaml", "[".repeat(100_000)).refuses_only("yaml-too-complex");
    let steps: String = (0..500).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    Desk::published().with("offers.yaml", steps).refuses_only("yaml-too-complex");
}

#[test]
fn slips_of_the_pen() {
    for slip in [
        "title:\n\t- fair",
        "title: \"Fair",
        "title: 'Fair",
        "title: Careers: fair",
        "title: @home",
        "title: [fair",
        "title: {a: b",
    ] {
        Desk::published().with("events/2027-03-04-fair.md", event(slip)).refuses_only("yaml-syntax");
    }
}

#[test]
fn front_matter_without_an_end() {
    Desk::published().with("pages/options.md", "---\ntitle: Options\n\nText\n").refuses_only("unclosed-front-matter");
}

#[test]
fn a_key_twice() {
    Desk::published().with("team.yaml", format!("{TEAM}    name: Sam Reed\n")).refuses_only("duplicate-key");
}

#[test]
fn files_that_are_no_map() {
    for text in
        ["- a\n- b\n", "just words\n", "42\n", "--- a\n--- b\n", "? [a]\n: b\n", "!!python/object:os.system x\n"]
    {
        let told = Desk::published().with("school.yaml", text).build();
        assert_eq!(told.exit, 1, "{text:?}: {}", told.all);
        assert!(!told.codes.is_empty(), "{text:?} is refused without a word");
    }
}

#[test]
fn numbers_too_large_for_a_computer() {
    let survey = |responded: &str| {
        format!(
            "title: S\nfrom: parents\ndate: 2026-06-25\nresponded: {responded}\nquestions:\n  - question: Q\n    counts: {{ A: 4294967295, B: 4294967295 }}\n    choose-many: yes\n"
        )
    };
    for number in ["99999999999999999999999", "4294967296", "-1", "0x10"] {
        Desk::published().with("evaluation/surveys/s.yaml", survey(number)).refuses("wrong-type");
    }
    Desk::published().with("evaluation/surveys/s.yaml", survey("4294967295")).accepts();
    Desk::published()
        .with("events/2027-03-04-fair.md", event("title: Fair\nbenchmarks: [99999999999999999999]"))
        .refuses("out-of-range");
}

#[test]
fn words_that_yaml_takes_for_numbers() {
    for word in ["1e400", ".inf", ".nan", "0777", "1_000", "12:30:45", "~", "off"] {
        let told = Desk::published().with("school.yaml", format!("{SCHOOL}tagline: {word}\n")).accepts();
        assert!(told.codes.len() < 2, "{word}: {}", told.all);
    }
}

#[test]
fn days_at_the_ends_of_time() {
    for day in ["0000-00-00", "2027-02-30", "99999-01-01", "-0001-01-01", "31 June 2027"] {
        Desk::published().with("events/fair.md", event(&format!("title: Fair\ndate: {day}"))).refuses("bad-date");
    }
    let told =
        Desk::published().with("events/fair.md", event("title: Fair\ndate: 9999-12-31\nuntil: 9999-12-31")).accepts();
    told.names("outside-year");
    Desk::published().with("events/0000-01-01-fair.md", event("title: Fair")).accepts().names("outside-year");
}

#[test]
fn an_academic_year_at_the_end_of_time() {
    let school = SCHOOL
        .replace("2026-09-01", "9999-01-01")
        .replace("2026-09-02", "9999-01-01")
        .replace("2026-12-18", "9999-12-31");
    let activities = "---\nactivities:\n  - { title: A, when: march, kind: talk }\n  - { title: B, when: autumn, kind: talk }\n---\n";
    let told = Desk::published().with("school.yaml", school).with("programme/year-7.md", activities).build();
    assert!(told.exit < 2, "{}", told.all);
}

#[test]
fn an_event_of_eight_thousand_years() {
    let told = Desk::published().with("events/2027-03-04-fair.md", event("title: Fair\nuntil: 9999-12-31")).build();
    assert!(told.exit < 2, "{}", told.all);
}

#[test]
fn an_abbreviation_of_nothing() {
    let school = format!("{SCHOOL}abbreviations: {{ '': Nothing, ' ': Space, a: Letter }}\n");
    let told = Desk::published().with("school.yaml", school).with_page("A word and a letter.").build();
    assert!(told.exit < 2, "{}", told.all);
}

#[test]
fn five_thousand_groups() {
    let names: Vec<String> = (0..5_000).map(|number| format!("Pathway {number}")).collect();
    let desk = Desk::published().with("school.yaml", SCHOOL.replace("Year 7, Year 8", &names.join(", ")));
    let told = desk.build();
    assert!(told.exit < 2, "{}", told.all);
}

#[test]
fn an_event_twice() {
    let desk =
        Desk::published().with("events/2027-03-04-fair.md", FAIR).with("events/2027-03-04-careers-fair.md", FAIR);
    desk.refuses_only("duplicate");
}

// Texts

#[test]
fn links_that_lead_out_of_the_folder() {
    for target in [
        "../../secret.md",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "%2e%2e/%2e%2e/secret.md",
        "year-9.md/../../../x.md",
    ] {
        let desk = Desk::published().with_page(&format!("[here]({target})"));
        desk.put("secret.md", "secret");
        desk.refuses_only("broken-link");
    }
}

#[test]
fn links_to_other_places_than_the_web() {
    for target in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#9;script:alert(1)",
        "javascript&colon;alert(1)",
        "<  javascript:alert(1)>",
        "data:text/html,hello",
        "vbscript:x",
        "file:///etc/passwd",
        "C:/Users/me/list.docx",
        "//evil.example/x",
        "\\\\\\\\server\\\\share",
    ] {
        Desk::published().with_page(&format!("[here]({target})")).refuses_only("unsafe-link");
    }
    Desk::published().with_page("<javascript:alert(1)>").refuses_only("unsafe-link");
    Desk::published().with_page("[here][1]\n\n[1]: javascript:alert(1)").refuses_only("unsafe-link");
    Desk::published().with_page("![here](javascript:alert(1))").refuses_only("unsafe-link");
}

#[test]
fn html_in_a_text() {
    for html in
        ["<script>alert(1)</script>", "a <b>word</b>", "<img src=x onerror=alert(1)>", "<?php x ?>", "<![CDATA[x]]>"]
    {
        Desk::published().with_page(html).refuses_only("raw-html");
    }
}

#[test]
fn html_between_two_remarks() {
    let desk = Desk::published().with_page("<!-- a --><script>alert(1)</script><!-- b -->");
    desk.refuses_only("raw-html");
    Desk::published().with_page("<!-- a remark\nof two lines -->\n\nText. <!-- another -->").accepts();
}

#[test]
fn html_in_header_texts_comes_out_as_text() {
    let bad = "'<b>x</b> \"&amp; <script>alert(1)</script>'";
    let school = SCHOOL
        .replace("Ridgeway School", bad)
        .replace("2026-27", bad)
        .replace("Tell the school office.", bad)
        .replace("Year 7", bad);
    let team = TEAM.replace("Priya Venn", bad) + &format!("    about: {bad}\n    title: {bad}\n    ask-about: {bad}\n");
    let fair = event(&format!(
        "title: {bad}\nplace: {bad}\nsummary: {bad}\nneeds: {bad}\nwith: {bad}\ncancelled: {bad}\npupils: {bad}"
    ));
    let desk = Desk::published()
        .with("school.yaml", school + &format!("abbreviations: {{ XYZ: {bad} }}\ntagline: {bad}\naddress: {bad}\nawards: [{{ name: {bad}, level: {bad} }}]\n"))
        .with("team.yaml", team)
        .with("events/2027-03-04-fair.md", fair)
        .with("pages/options.md", format!("---\ntitle: {bad}\nsummary: {bad}\n---\nXYZ\n\n| <x | b |\n|---|---|\n| 1 | 2 |\n"))
        .with("offers.yaml", format!("offers:\n  - {{ title: {bad}, about: {bad}, commitment: {bad} }}\n"));
    desk.accepts();
    let pages = desk.pages();
    assert!(pages.contains("&lt;b&gt;"), "the text is there");
    assert!(!pages.contains("<b>x") && !pages.contains("<script>alert"), "and it is only text");
}

#[test]
fn words_in_every_script() {
    let title = "🎓 ماذا بعد؟ 下一步 \u{202e}desrever";
    let desk = Desk::published()
        .with("events/2027-03-04-fair.md", event(&format!("title: {title}")))
        .with("pages/بعد.md", format!("---\ntitle: {title}\n---\n## {title}\n"));
    desk.accepts();
    assert!(desk.pages().contains("ماذا بعد؟ 下一步"));
}

#[test]
fn markdown_nested_without_end() {
    for nested in [
        ">".repeat(50_000),
        "[".repeat(50_000),
        "- ".repeat(5_000),
        "*a ".repeat(50_000),
        "![".repeat(20_000),
        "`".repeat(99_999),
    ] {
        let told = Desk::published().with_page(&nested).build();
        assert!(told.exit < 2, "{}", told.all);
    }
}

// Pictures

const OPEN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

/// A drawing with something dangerous in it is refused, or goes out without it.
#[track_caller]
fn is_made_harmless(drawing: &str, danger: &str) {
    let desk = Desk::published().with("media/map.svg", drawing);
    let told = desk.build();
    if told.exit == 0 {
        let published = fs::read_to_string(desk.at("site/media/map.svg")).expect("the drawing");
        assert!(!published.contains(danger), "{danger} is published: {published}");
    } else {
        assert!(told.codes.iter().all(|code| code.ends_with("-picture")), "{}", told.all);
    }
}

#[test]
fn drawings_that_run_something() {
    for inside in [
        "><script>alert(1)</script></svg>",
        " onload=\"alert(1)\"/>",
        "><a href=\"javascript:alert(1)\"><path/></a></svg>",
        "><foreignObject><p>x</p></foreignObject></svg>",
        "><use href=\"https://evil.example/x.svg#a\"/></svg>",
        "><style>@import 'https://evil.example/x.css';</style></svg>",
    ] {
        Desk::published().with("media/map.svg", format!("{OPEN}{inside}")).refuses_only("unsafe-picture");
    }
}

#[test]
fn drawings_that_turn_a_link_into_a_script() {
    for attribute in ["values", "to", "from"] {
        let animated = format!("<animate attributeName=\"href\" {attribute}=\"javascript:alert(1)\"/>");
        is_made_harmless(&format!("{OPEN}><a>{animated}</a></svg>"), "javascript:");
    }
}

#[test]
fn drawings_that_load_something_in_a_roundabout_way() {
    for style in [
        "@\\69mport 'https://evil.example/x';",
        "a{fill:u\\72l(https://evil.example/x)}",
        "a{fill:image-set('https://evil.example/x')}",
    ] {
        is_made_harmless(&format!("{OPEN}><style>{style}</style></svg>"), "evil.example");
    }
    let sheet = "<?xml-stylesheet href=\"https://evil.example/x.xsl\" type=\"text/xsl\"?>";
    is_made_harmless(&format!("{sheet}{OPEN}/>"), "evil.example");
}

#[test]
fn drawings_whose_document_type_hides_a_script() {
    let entity = "<!DOCTYPE svg [<!ENTITY s \"<script xmlns='http://www.w3.org/2000/svg'>alert(1)</script>\">]>";
    is_made_harmless(&format!("{entity}{OPEN}><g>&s;</g></svg>"), "alert");
    let default = "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]>";
    is_made_harmless(&format!("{default}{OPEN}/>"), "alert");
    let behind_a_remark = format!("<!-- <!DOCTYPE a> -->{default}");
    is_made_harmless(&format!("{behind_a_remark}{OPEN}/>"), "alert");
    let behind_a_sign = default.replace("svg [", "svg SYSTEM \"a>b\" [");
    is_made_harmless(&format!("{behind_a_sign}{OPEN}/>"), "alert");
    let outside = "<!DOCTYPE svg [<!ENTITY s SYSTEM \"file:///etc/passwd\">]>";
    is_made_harmless(&format!("{outside}{OPEN}><text>&s;</text></svg>"), "passwd");
}

#[test]
fn a_drawing_that_grows_without_end() {
    let mut bomb = String::from("<!DOCTYPE svg [<!ENTITY a0 \"x\">");
    for level in 1..30 {
        bomb += &format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
    }
    is_made_harmless(&format!("{bomb}]>{OPEN}>&a29;</svg>"), "&a29;");
    Desk::published().with("media/map.svg", format!("{OPEN}>{}", "<g>".repeat(200_000))).refuses_only("broken-picture");
    let deep = format!("{OPEN}>{}{}</svg>", "<g>".repeat(50_000), "</g>".repeat(50_000));
    let told = Desk::published().with("media/map.svg", deep).build();
    assert!(told.exit < 2, "{}", told.all);
}

#[test]
fn damaged_pictures() {
    for (name, bytes) in [
        ("a.png", &b"\x89PNG\r\n\x1a\n\0\0\xff"[..]),
        ("a.jpg", b"\xff\xd8\xff\xe1\xff"),
        ("a.webp", b"RIFF\xff\xff\xff\xffWEBP"),
        ("a.svg", b"<svg"),
        ("a.png", b""),
    ] {
        Desk::published().with(&format!("media/{name}"), bytes).refuses_only("broken-picture");
    }
}

// Links on the disk

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_to_a_file_elsewhere_is_not_published() {
        let desk = Desk::published().with("media/here.txt", "here");
        desk.put("secret.txt", "secret");
        symlink(desk.at("secret.txt"), desk.at("careers/media/list.txt")).expect("a link");
        desk.accepts().names("link-leaves-folder");
        assert!(desk.at("site/media/here.txt").exists() && !desk.at("site/media/list.txt").exists());
    }

    #[test]
    fn a_link_to_a_folder_elsewhere_is_not_published() {
        let desk = Desk::published();
        desk.put("private/list.txt", "secret");
        symlink(desk.at("private"), desk.at("careers/media")).expect("a link");
        desk.accepts().names("link-leaves-folder");
        assert!(!desk.at("site/media").exists());
    }

    #[test]
    fn a_link_to_a_folder_that_begins_with_our_name() {
        let desk = Desk::published();
        desk.put("careers-private/list.txt", "secret");
        symlink(desk.at("careers-private"), desk.at("careers/media")).expect("a link");
        desk.accepts().names("link-leaves-folder");
    }

    #[test]
    fn links_in_a_circle() {
        let desk = Desk::published();
        symlink("..", desk.at("careers/up")).expect("a link");
        symlink(".", desk.at("careers/here")).expect("a link");
        desk.accepts().names("link-leaves-folder");
        symlink("b.md", desk.at("careers/a.md")).expect("a link");
        symlink("a.md", desk.at("careers/b.md")).expect("a link");
        desk.refuses("unreadable");
    }

    #[test]
    fn a_pipe_instead_of_a_file() {
        let desk = Desk::published().with("media/here.txt", "here");
        for path in ["careers/pupils.md", "careers/media/hall.jpg", "careers/.hidden"] {
            let made = Command::new("mkfifo").arg(desk.at(path)).status();
            assert!(made.is_ok_and(|made| made.success()), "a pipe");
        }
        desk.refuses_only("unreadable");
    }

    #[test]
    fn a_file_that_we_may_not_read() {
        use std::os::unix::fs::PermissionsExt;
        let desk = Desk::published().with("pupils.md", "Hello.");
        let path = desk.at("careers/pupils.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
        if fs::read(&path).is_err() {
            desk.refuses_only("unreadable");
        }
    }

    #[test]
    fn a_link_in_the_site_to_somewhere_else() {
        let desk = Desk::published().with_page("New.");
        desk.put("elsewhere/index.html", "theirs");
        fs::remove_file(desk.at("site/team.html")).expect("removed");
        symlink(desk.at("elsewhere/index.html"), desk.at("site/team.html")).expect("a link");
        let told = desk.build();
        assert_eq!(told.exit, 2, "{}", told.all);
        told.names("in-the-way");
        assert_eq!(fs::read(desk.at("elsewhere/index.html")).expect("their file"), b"theirs");
    }

    #[test]
    fn a_site_folder_that_is_a_link() {
        let desk = Desk::clean();
        fs::create_dir(desk.at("real")).expect("a folder");
        symlink("real", desk.at("site")).expect("a link");
        desk.accepts();
        assert!(desk.at("real/index.html").exists());
    }
}

// The folder of the site

#[test]
fn other_peoples_files() {
    let desk = Desk::clean();
    desk.put("site/homework.txt", "mine");
    let before = snapshot(&desk.at("site"));
    let told = desk.build();
    assert_eq!(told.exit, 2);
    told.names("not-ours");
    assert!(snapshot(&desk.at("site")) == before);
    let told = desk.run(&["build", "careers", "--adopt"]);
    assert_eq!(told.exit, 0, "{}", told.all);
    assert_eq!(fs::read(desk.at("site/homework.txt")).expect("their file"), b"mine");
}

#[test]
fn other_peoples_page_in_our_place() {
    let desk = Desk::clean();
    desk.put("site/index.html", "mine");
    let told = desk.run(&["build", "careers", "--adopt"]);
    assert_eq!(told.exit, 2);
    told.names("in-the-way");
    assert_eq!(snapshot(&desk.at("site")).len(), 2, "the folder and their page");
}

#[test]
fn a_file_in_place_of_the_site() {
    let desk = Desk::clean();
    desk.put("site", "mine");
    let told = desk.build();
    assert_eq!(told.exit, 2);
    told.names("in-the-way");
    assert_eq!(fs::read(desk.at("site")).expect("their file"), b"mine");
}

#[test]
fn the_site_in_the_content() {
    let desk = Desk::clean();
    let before = snapshot(&desk.at("careers"));
    for out in ["careers", "./careers/", "careers/../careers"] {
        assert_eq!(desk.run(&["build", "careers", "--out", out]).exit, 2);
    }
    assert!(snapshot(&desk.at("careers")) == before);
    for _ in 0..2 {
        let told = desk.run(&["build", "careers", "--out", "careers/site"]);
        assert_eq!((told.exit, told.codes.len()), (0, 0), "inside it is passed over: {}", told.all);
    }
}

#[test]
fn the_content_in_the_site() {
    let desk = Desk::clean();
    let before = snapshot(&desk.at("careers"));
    assert_eq!(desk.run(&["build", "careers", "--out", "."]).exit, 2, "the content is not ours to publish into");
    assert!(snapshot(&desk.at("careers")) == before);
    desk.run(&["build", "careers", "--out", ".", "--adopt"]);
    assert!(snapshot(&desk.at("careers")) == before);
}

#[test]
fn the_content_where_pages_would_go() {
    let desk = Desk::clean();
    fs::rename(desk.at("careers"), desk.at("events")).expect("moved");
    let before = snapshot(&desk.at("events"));
    for _ in 0..2 {
        desk.run(&["build", "events", "--out", ".", "--adopt"]);
    }
    assert!(snapshot(&desk.at("events")) == before, "pages were written among the content");
}

#[test]
fn a_list_of_our_files_that_names_other_files() {
    let desk = Desk::published();
    desk.put("precious.txt", "mine");
    let path = desk.at("site/.fingerpost-manifest.json");
    let text = fs::read_to_string(&path).expect("our list");
    let (start, rest) = text.split_once("index.html").expect("a page");
    for stranger in ["../precious.txt", "/etc/hostname", "a/../../precious.txt", "careers/../../precious.txt"] {
        fs::write(&path, format!("{start}{stranger}{rest}")).expect("written");
        let told = desk.build();
        assert_eq!(fs::read(desk.at("precious.txt")).expect("still there"), b"mine", "{}", told.all);
        assert!(Path::new("/etc/hostname").exists() || cfg!(not(target_os = "linux")));
    }
}

#[test]
fn a_damaged_list_of_our_files() {
    for damage in ["", "{", "[]", "{\"files\": 7}", "\u{0}"] {
        let desk = Desk::published().with_page("New.");
        desk.put("site/.fingerpost-manifest.json", damage);
        let before = snapshot(&desk.at("site"));
        let told = desk.build();
        assert_eq!(told.exit, 2, "{damage:?}: {}", told.all);
        assert!(snapshot(&desk.at("site")) == before);
    }
}

#[test]
fn two_builds_at_once() {
    let desk = Desk::published().with_page("New.");
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(["build", "careers", "--today", "2026-11-23"]).current_dir(desk.dir.path());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program")
    };
    let children: Vec<_> = (0..4).map(|_| run()).collect();
    for mut child in children {
        assert!(matches!(child.wait().expect("its end").code(), Some(0 | 2)));
    }
    desk.accepts();
    assert!(desk.pages().contains("New."));
}

/// A disk of its own, small enough to fill. `None` if we may not make one.
#[cfg(target_os = "linux")]
struct Disk(PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    fn of(path: PathBuf, size: &str) -> Option<Self> {
        fs::create_dir_all(&path).expect("a folder");
        let options = format!("size={size}");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &options, "none"]).arg(&path).stderr(Stdio::null());
        let made = mount.status();
        made.is_ok_and(|made| made.success()).then_some(Self(path))
    }

    fn lock(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).status();
        assert!(done.is_ok_and(|done| done.success()), "read-only");
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        // Nothing more can be done if it stays: it goes with the machine.
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full() {
    let desk = Desk::clean();
    let Some(_disk) = Disk::of(desk.at("site"), "2m") else { return };
    desk.accepts();
    let before = snapshot(&desk.at("site"));
    // A dot in front: a setting of the host, not a page.
    fs::write(desk.at("site/.filler"), vec![0; 4_000_000]).expect_err("a full disk");
    desk.put("careers/pages/options.md", NEW);
    let told = desk.build();
    assert_eq!(told.exit, 2, "{}", told.all);
    told.names("cannot-write");
    fs::remove_file(desk.at("site/.filler")).expect("removed");
    assert!(snapshot(&desk.at("site")) == before, "the site has changed");
    desk.accepts();
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_read_only() {
    let desk = Desk::clean();
    let Some(disk) = Disk::of(desk.at("site"), "2m") else { return };
    desk.accepts();
    disk.lock();
    let before = snapshot(&desk.at("site"));
    desk.put("careers/pages/options.md", NEW);
    let told = desk.build();
    assert_eq!(told.exit, 2, "{}", told.all);
    told.names("cannot-write");
    assert!(snapshot(&desk.at("site")) == before, "the site has changed");
}

// The theme

#[test]
fn a_template_with_a_slip() {
    for template in [
        "{% if %}",
        "{{ page.",
        "{% extends \"nothing.html\" %}",
        "{{ page.nothing.at.all }}",
        "{{ 1 / 0 }}",
        "{% include \"x.html\" %}",
    ] {
        Desk::published().with("theme/pages/home.html", template).refuses("theme");
    }
}

#[test]
fn a_template_that_draws_itself() {
    for template in ["{% include \"pages/home.html\" %}", "{% extends \"pages/home.html\" %}"] {
        Desk::published().with("theme/pages/home.html", template).refuses("theme");
    }
}

#[test]
fn a_template_that_is_no_text() {
    Desk::published().with("theme/pages/home.html", b"\xff\xfe\x00\x00").refuses("theme");
}

// What is told

#[test]
fn no_value_can_paint_the_terminal() {
    let desk = Desk::published().with("events/2027-03-04-fair.md", event("title: Fair\nkind: \"\\e[31mfair\\e[2J\""));
    let full = Command::new(env!("CARGO_BIN_EXE_fingerpost"))
        .args(["build", "careers", "--today", "2026-11-23"])
        .env("CLICOLOR_FORCE", "1")
        .current_dir(desk.dir.path())
        .output()
        .expect("the program");
    let text = String::from_utf8_lossy(&full.stdout).into_owned();
    assert!(text.contains("unknown-value"), "{text}");
    assert!(!text.contains("\u{1b}[2J"), "the terminal was cleared");
}
