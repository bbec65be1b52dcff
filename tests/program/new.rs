//! `fingerpost new`: a new site is complete, whatever the kind and the name, and existing files are left alone.

use std::fs;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::programme::{EXAMPLE, Kind, PLACEHOLDER, criteria, provider_access_ledger, statutory};
use fingerpost::read;
use fingerpost::report::{Code, FileLocation, Finding, Findings};
use fingerpost::scaffold::{NewFile, NewSite, scaffold};
use jiff::civil::{Date, date};

use crate::common::facts;

/// A temporary folder to create sites in.
struct TempSite(tempfile::TempDir);

impl TempSite {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> Utf8PathBuf {
        Utf8Path::from_path(self.0.path()).expect("a plain path").join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.current_dir(self.0.path()).args(arguments).output().expect("the program runs")
    }

    /// The Markdown and YAML files of a site.
    fn texts(&self, folder: &str) -> Vec<(String, String)> {
        let files = crate::common::files_below(&self.path(folder)).into_iter();
        let is_text = |name: &str| [".md", ".yaml"].iter().any(|end| name.ends_with(end));
        files
            .filter(|(name, _)| is_text(name))
            .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8")))
            .collect()
    }

    fn new_site(&self, folder: &str, kind: Kind) {
        let output = self.run(&["new", folder, "--kind", kind.as_str(), "--today", "2026-11-25"]);
        assert_eq!(output.status.code(), Some(0), "{}: {}", kind.as_str(), error(&output));
    }
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// All findings in a folder.
fn findings(folder: &Utf8Path, today: Date) -> Vec<Finding> {
    let mut findings = Findings::default();
    let sources = read::read(folder, None, &mut findings);
    let files = fingerpost::build_sources(sources, facts(), today, &mut |_| {}, &mut findings);
    assert!(files.is_some(), "{folder}: {:?}", findings.sorted());
    findings.sorted()
}

fn texts(name: &str, kind: Kind, today: Date) -> Vec<NewFile> {
    scaffold(&NewSite::new(name, kind, today), facts()).expect("a site")
}

fn write(folder: &Utf8Path, files: &[NewFile]) {
    for file in files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, &file.text).expect("written");
    }
}

/// Findings that a new site may have: texts and facts that only the school knows, and a plan that has only
/// begun. Any other finding is a fault in the templates.
const STILL_TO_WRITE: [Code; 9] = [
    Code::new("who-maintains"),
    Code::new("accessibility-unchecked"),
    Code::new("placeholder"),
    Code::new("statutory"),
    Code::new("provider-access"),
    Code::new("criterion"),
    Code::new("group-unheard"),
    Code::new("subject-not-linked"),
    Code::new("empty-term"),
];

#[test]
fn a_new_site_of_every_kind_has_its_pages_and_lacks_only_what_the_school_must_write() {
    let today = date(2026, 11, 25);
    for kind in Kind::ALL {
        let site = TempSite::new();
        let files = texts("Ridgeway School", *kind, today);
        write(&site.path("ridgeway"), &files);
        let mut found = Findings::default();
        let sources = read::read(&site.path("ridgeway"), None, &mut found);
        let built = fingerpost::build_sources(sources, facts(), today, &mut |_| {}, &mut found).expect("a site");
        for finding in found.clone().sorted() {
            assert!(STILL_TO_WRITE.contains(&finding.code), "{}: {finding:?}", kind.as_str());
        }
        let marks = found.sorted().iter().filter(|finding| finding.code == Code::new("placeholder")).count();
        assert!((8..45).contains(&marks), "{}: {marks} places to write", kind.as_str());
        let pages: Vec<&str> = crate::common::pages(&built.files).into_iter().map(|(path, _)| path).collect();
        assert!(pages.contains(&"index.html"), "{}", kind.as_str());
        for file in files.iter().filter(|file| file.path.starts_with("programme/")) {
            let name = Utf8Path::new(&file.path).file_stem().expect("a name");
            assert!(pages.iter().any(|page| page.contains(name)), "{}: no page of {name}: {pages:?}", kind.as_str());
        }
    }
}

#[test]
fn a_new_site_is_valid_in_each_part_of_the_year() {
    is_valid_every(41);
}

#[test]
#[ignore = "takes minutes; the test above has nine days of the year"]
fn a_new_site_is_valid_on_any_day_of_the_year() {
    is_valid_every(1);
}

fn is_valid_every(days: i32) {
    let mut today = date(2026, 9, 1);
    while today < date(2027, 9, 1) {
        let site = TempSite::new();
        write(&site.path("site"), &texts("Ridgeway School", Kind::AllThroughSchool, today));
        for finding in findings(&site.path("site"), today) {
            // After Easter the next year can be planned.
            let is_known = STILL_TO_WRITE.contains(&finding.code) || finding.code == Code::new("next-year");
            assert!(is_known, "{today}: {finding:?}");
        }
        today = today.checked_add(jiff::ToSpan::days(days)).expect("a day");
    }
}

#[test]
fn statutory_items_are_marked_and_one_encounter_is_an_example() {
    for kind in Kind::ALL {
        let site = TempSite::new();
        write(&site.path("ridgeway"), &texts("Ridgeway School", *kind, date(2026, 11, 25)));
        let sources = read::read(&site.path("ridgeway"), None, &mut Default::default());
        let programme = fingerpost::programme::load(&sources, facts(), crate::common::today(), &mut Default::default())
            .expect("a programme");
        for status in statutory(&programme, facts()) {
            let text = &status.place.source.text;
            let is_to_create = status.place.location == FileLocation::ToCreate;
            let is_marked = text.contains(PLACEHOLDER) || text.contains(EXAMPLE) || is_to_create;
            assert!(!status.met && is_marked, "{}: {}", kind.as_str(), status.title);
        }
        let ledger = provider_access_ledger(&programme, facts());
        let counted: usize = ledger.iter().map(|line| line.encounters.len()).sum();
        let not_counted: usize = ledger.iter().map(|line| line.not_counted.len()).sum();
        assert_eq!((counted, not_counted), (0, usize::from(!ledger.is_empty())), "{}", kind.as_str());
        assert_eq!(programme.provider_access.is_some(), !ledger.is_empty(), "{}", kind.as_str());
        assert_eq!(programme.plans.len(), programme.groups.len(), "{}", kind.as_str());
    }
}

#[test]
fn invented_details_are_reported_until_their_comment_is_deleted() {
    let site = TempSite::new();
    let today = date(2026, 11, 25);
    let mut files = texts("Ridgeway School", Kind::Academy, today);
    for file in &mut files {
        file.text = file.text.replace("[Write ", "[Written ");
    }
    write(&site.path("site"), &files);
    let findings_of: Vec<String> =
        findings(&site.path("site"), today).iter().map(|finding| finding.place.path().to_string()).collect();
    for path in ["school.yaml", "team.yaml"] {
        assert!(findings_of.iter().any(|file| file == path), "{path} is not among {findings_of:?}");
    }
    for file in &mut files {
        let text = file.text.replace(EXAMPLE, "");
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        file.text = lines.map(|line| format!("{line}\n")).collect();
    }
    write(&site.path("site"), &files);
    let found = findings(&site.path("site"), today);
    assert!(found.iter().all(|finding| finding.code != Code::new("placeholder")));
}

#[test]
fn examples_count_for_nothing_and_are_marked_on_every_page() {
    let site = TempSite::new();
    site.new_site("ridgeway", Kind::Academy);
    let mut findings = Findings::default();
    let sources = read::read(&site.path("ridgeway"), None, &mut findings);
    let programme = fingerpost::programme::load(&sources, facts(), crate::common::today(), &mut findings);
    let programme = programme.expect("a programme");
    let today = date(2026, 11, 25);
    for status in criteria(&programme, facts(), today).iter().filter(|status| status.applies()) {
        assert!(!status.is_met(), "{}", status.criterion.id);
    }
    let files = fingerpost::build_sources(sources, facts(), today, &mut |_| {}, &mut findings).expect("a site").files;
    let pages = crate::common::pages(&files);
    let titles = programme.activities.iter().map(|activity| &activity.title);
    for title in titles.chain(programme.events.iter().map(|event| &event.title)) {
        let name = crate::common::plain(title.strip_prefix(EXAMPLE).expect("a mark"));
        for (path, html) in &pages {
            // The name of a kind of activity begins like a title.
            let text = crate::common::text_of(html).replace("Meeting a college or training provider", "");
            let marked = text.matches(&format!("{EXAMPLE}{name}")).count();
            assert_eq!(text.matches(&name).count(), marked, "{path}: {name}");
        }
    }
    let output = site.run(&["build", "ridgeway", "--out", "site", "--today", "2026-11-25", "--strict"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
}

#[test]
fn every_file_with_examples_is_reported() {
    let site = TempSite::new();
    site.new_site("ridgeway", Kind::Academy);
    let placeholder = Code::new("placeholder");
    let findings = findings(&site.path("ridgeway"), date(2026, 11, 25));
    let reported = |path: &str| {
        let of_file = findings.iter().filter(|finding| finding.place.path().as_str() == path);
        of_file.filter(|finding| finding.code == placeholder).any(|finding| finding.message.contains("example"))
    };
    for file in ["offers.yaml", "programme/year-7.md", "programme/year-11.md", "guidance.md", "team.yaml"] {
        let written = fs::read_to_string(site.path("ridgeway").join(file)).expect("a file");
        assert!(written.contains(EXAMPLE), "{file}");
        assert!(reported(file), "{file}");
    }
    let titles = fs::read_to_string(site.path("ridgeway").join("offers.yaml")).expect("a file");
    let mut titles = titles.lines().filter_map(|line| line.trim_start().strip_prefix("- title: "));
    assert!(titles.all(|title| title.starts_with(EXAMPLE)), "every offer is marked");
}

#[test]
fn first_check_fits_on_a_screen_and_begins_as_build_does() {
    for kind in [Kind::Academy, Kind::SpecialSchool, Kind::FeCollege] {
        let site = TempSite::new();
        site.new_site("ridgeway", kind);
        let check = printed(&site.run(&["check", "ridgeway", "--today", "2026-11-25"]));
        assert!(check.lines().count() <= 22, "{}: {check}", kind.as_str());
        assert!(check.lines().all(|line| line.chars().count() <= 300), "{check}");
        assert!(check.starts_with("Write this first:\n\n  1  team.yaml"), "{check}");
        assert!(check.contains("the careers leader's name"), "{check}");
        let build = printed(&site.run(&["build", "ridgeway", "--out", "site", "--today", "2026-11-25"]));
        assert_eq!(build.lines().next(), check.lines().next());
        assert_eq!(build.lines().nth(2), check.lines().nth(2));
        let all = printed(&site.run(&["check", "ridgeway", "--all", "--today", "2026-11-25"]));
        assert!(all.lines().count() > 100, "{all}");
    }
}

#[test]
fn what_may_never_be_published_is_reported_on_a_new_site_too() {
    let site = TempSite::new();
    site.new_site("ridgeway", Kind::Academy);
    let path = site.path("ridgeway/pupils.md");
    let text = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, text + "\n\nEmma Sample, born on 4 March 2012, came first.\n").expect("written");
    for command in [["check", "ridgeway"].as_slice(), &["build", "ridgeway", "--out", "site"]] {
        let text = printed(&site.run(&[command, &["--today", "2026-11-25"]].concat()));
        assert!(text.contains("[date-of-birth]"), "{text}");
    }
}

/// What kinds, terms and ages combine to, and the groups that this gives.
const COMBINATIONS: [(Kind, &str, &[&str], &str); 14] = [
    (Kind::Academy, "six", &[], "year-7 year-8 year-9 year-10 year-11"),
    (Kind::Academy, "3", &["--sixth-form"], "year-7 year-8 year-9 year-10 year-11 year-12 year-13"),
    (Kind::Academy, "6", &["--sixth-form"], "year-7 year-8 year-9 year-10 year-11 year-12 year-13"),
    (Kind::Academy, "six", &["--ages", "11-18"], "year-7 year-8 year-9 year-10 year-11 year-12 year-13"),
    (Kind::MaintainedSchool, "six", &["--ages", "13-18"], "year-9 year-10 year-11 year-12 year-13"),
    (Kind::Academy, "three", &["--ages", "14-16"], "year-10 year-11"),
    (Kind::AllThroughSchool, "six", &["--ages", "3-18"], ALL_YEARS),
    (Kind::MiddleSchool, "six", &["--ages", "9-12"], "year-5 year-6 year-7"),
    (Kind::MiddleSchool, "three", &["--ages", "10-14"], "year-6 year-7 year-8 year-9"),
    (Kind::PupilReferralUnit, "six", &["--ages", "11-16"], "year-7 year-8 year-9 year-10 year-11"),
    (Kind::SpecialSchool, "six", &[], "finding-out trying-out moving-on"),
    (Kind::SpecialSchool, "three", &["--ages", "11-16"], "finding-out trying-out"),
    (Kind::SixthFormCollege, "six", &["--sixth-form"], "year-12 year-13"),
    (Kind::FeCollege, "six", &[], "construction health-and-care business-and-digital"),
];
const ALL_YEARS: &str = "year-5 year-6 year-7 year-8 year-9 year-10 year-11 year-12 year-13";

#[test]
#[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
fn terms_and_ages_can_be_chosen_for_every_kind() {
    let mut built = Vec::new();
    for (kind, terms, options, groups) in COMBINATIONS {
        let what = format!("{} --terms {terms} {options:?}", kind.as_str());
        let site = TempSite::new();
        let start = ["new", "ridgeway", "--kind", kind.as_str(), "--today", "2026-11-25", "--terms", terms];
        let output = site.run(&[&start, options].concat());
        assert_eq!(output.status.code(), Some(0), "{what}: {}", error(&output));
        let plans: Vec<String> = groups.split(' ').map(|group| format!("{group}.md")).collect();
        let mut written: Vec<String> = fs::read_dir(site.path("ridgeway/programme"))
            .expect("a folder")
            .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
            .collect();
        written.sort_by_key(|name| plans.iter().position(|plan| plan == name));
        assert_eq!(written, plans, "{what}");
        for finding in findings(&site.path("ridgeway"), date(2026, 11, 25)) {
            assert!(STILL_TO_WRITE.contains(&finding.code), "{what}: {finding:?}");
        }
        let school = fs::read_to_string(site.path("ridgeway/school.yaml")).expect("it is there");
        let is_six = ["6", "six"].contains(&terms);
        assert_eq!(school.matches("- name: Term ").count(), if is_six { 6 } else { 0 }, "{what}");
        for (name, text) in site.texts("ridgeway").iter().filter(|_| is_six) {
            let text = text.replace("choose in spring", "").to_lowercase();
            for name_of_term in ["autumn", "spring", "summer"] {
                assert!(!text.contains(name_of_term), "{what}: {name} has {name_of_term}");
            }
        }
        // What a build prints hardly depends on terms and ages.
        if built.contains(&kind) {
            continue;
        }
        built.push(kind);
        let output = site.run(&["build", "ridgeway", "--out", "site", "--today", "2026-11-25"]);
        assert_eq!(output.status.code(), Some(0), "{what}: {}", printed(&output));
        let text = printed(&output);
        assert!(text.starts_with("Write this first:") && text.lines().count() <= 26, "{what}: {text}");
    }
}

#[test]
fn ages_that_fit_no_group_are_refused() {
    let site = TempSite::new();
    for (kind, options) in [
        ("fe-college", ["--ages", "16-19"].as_slice()),
        ("training-provider", &["--sixth-form"]),
        ("middle-school", &["--sixth-form"]),
        ("academy", &["--ages", "3-7"]),
        ("academy", &["--ages", "eleven"]),
        ("academy", &["--terms", "five"]),
        ("academy", &["--ages", "11-18", "--sixth-form"]),
    ] {
        let output = site.run(&[&["new", "a", "--kind", kind], options].concat());
        assert_eq!(output.status.code(), Some(2), "{kind} {options:?}: {}", printed(&output));
        assert!(!site.path("a").exists(), "{kind} {options:?}");
    }
}

#[test]
fn names_with_special_characters_are_kept() {
    let names = [
        "St Mary's: \"The\" School",
        "Schule für Größe & Überblick",
        "# 1 School",
        "- [Ysgol] {y} *Bryn* `a` <b>",
        "yes",
        "2027",
        "{{ words.pupil }} {% if %}",
        "学校 🏫",
        "back\\slash",
    ];
    for name in names {
        let site = TempSite::new();
        let output = site.run(&["new", "site", &format!("--name={name}"), "--today", "2026-11-25"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", error(&output));
        assert!(printed(&output).contains(name));
        let sources = read::read(&site.path("site"), None, &mut Default::default());
        let mut findings = Findings::default();
        let value = fingerpost::programme::load(&sources, facts(), crate::common::today(), &mut findings);
        assert_eq!(findings.counts().errors, 0, "{name}: {:?}", findings.sorted());
        // Quotation marks and apostrophes are typeset when a file is read.
        let typeset = name.replace("\"The\"", "“The”").replace('\'', "’");
        assert_eq!(value.expect("a programme").institution.name, typeset);
    }
}

#[test]
fn the_folder_name_becomes_the_school_name() {
    let site = TempSite::new();
    site.new_site("sites/tarn-valley-utc", Kind::Utc);
    let school = fs::read_to_string(site.path("sites/tarn-valley-utc/school.yaml")).expect("it is there");
    assert!(school.contains("\nname: \"Tarn Valley UTC\"\n"), "{school}");
    assert!(school.contains("careers@tarn-valley-utc.example"), "{school}");
}

#[test]
fn an_empty_folder_is_filled_and_named() {
    let site = TempSite::new();
    let folder = site.path("harbour-college");
    fs::create_dir(&folder).expect("made");
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let output = command.current_dir(&folder).args(["new", ".", "--kind", "fe-college"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    assert!(printed(&output).contains("Harbour College"), "{}", printed(&output));
}

#[test]
fn existing_files_and_folders_are_never_overwritten() {
    let site = TempSite::new();
    fs::create_dir(site.path("school")).expect("made");
    fs::write(site.path("school/.hidden"), "mine").expect("written");
    fs::write(site.path("file"), "mine").expect("written");
    for folder in ["school", "file", "file/below"] {
        let output = site.run(&["new", folder]);
        assert_eq!(output.status.code(), Some(2), "{folder}");
        assert!(error(&output).contains(folder), "{}", error(&output));
        assert!(printed(&output).is_empty());
    }
    let left: Vec<_> = fs::read_dir(site.path("school")).expect("it is there").collect();
    assert_eq!(left.len(), 1);
    assert_eq!(fs::read_to_string(site.path("file")).expect("it is there"), "mine");
}

#[cfg(unix)]
#[test]
fn a_broken_link_is_not_followed() {
    let site = TempSite::new();
    std::os::unix::fs::symlink(site.path("nowhere"), site.path("link")).expect("made");
    let output = site.run(&["new", "link"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!site.path("nowhere").exists());
}

#[test]
fn a_misspelt_kind_gets_a_suggestion() {
    let site = TempSite::new();
    for (typed, meant) in [("acadmy", "'academy'"), ("sixth form college", "'sixth-form-college'")] {
        let output = site.run(&["new", "school", "--kind", typed]);
        assert_eq!(output.status.code(), Some(2));
        assert!(error(&output).contains("similar") && error(&output).contains(meant), "{}", error(&output));
        assert!(!site.path("school").exists());
    }
    let output = site.run(&["new", "school", "--kind", "UTC"]);
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
}

#[test]
fn impossible_names_and_days_are_refused() {
    let site = TempSite::new();
    for arguments in
        [["new", "a", "--name", "  "], ["new", "a", "--today", "tomorrow"], ["new", "a", "--today", "9999-12-01"]]
    {
        let output = site.run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!site.path("a").exists(), "{arguments:?}");
    }
}

/// Editors check a YAML file by the schema that its first line names.
#[test]
fn every_yaml_file_fits_the_schema_it_names() {
    let site = TempSite::new();
    for kind in Kind::ALL {
        let folder = site.path(kind.as_str());
        site.new_site(kind.as_str(), *kind);
        for file in texts("Ridgeway", *kind, date(2026, 11, 25)).iter().filter(|file| file.path.ends_with(".yaml")) {
            let text = fs::read_to_string(folder.join(&file.path)).expect("it is there");
            let first = text.lines().next().unwrap_or_default();
            let schema = first.strip_prefix("# yaml-language-server: $schema=").expect(&file.path);
            let schema = folder.join(&file.path).with_file_name(schema);
            let schema = fs::read_to_string(&schema).unwrap_or_else(|_| panic!("{schema} is missing"));
            let schema = serde_json::from_str(&schema).expect("a schema");
            let value: serde_json::Value = serde_yaml::from_str(&text).expect(&file.path);
            let validator = jsonschema::validator_for(&schema).expect("a schema");
            let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{} {}: {errors:?}", kind.as_str(), file.path);
        }
    }
}

#[test]
fn each_kind_gets_its_own_words() {
    let all = |kind| {
        let files = texts("Harbour", kind, date(2026, 11, 25));
        files.iter().map(|file| file.text.as_str()).collect::<String>()
    };
    // Keys and ids stay the same for every kind; sentences use the words of the kind.
    let sentences = |text: &str| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        let findings_of = lines.map(|line| line.replace("who: [pupils]", "").replace("audiences: [pupils", ""));
        findings_of.map(|line| line.replacen("pupils:", "", 1)).collect::<Vec<_>>().join("\n")
    };
    for kind in [Kind::FeCollege, Kind::TrainingProvider, Kind::SixthFormCollege] {
        let text = sentences(&all(kind));
        assert!(!text.to_lowercase().contains("pupil"), "{}", kind.as_str());
        assert!(!text.contains("our school") && !text.contains("your school"), "{}", kind.as_str());
    }
    assert!(all(Kind::FeCollege).contains("course area"));
    assert!(sentences(&all(Kind::Academy)).contains("pupils"));
}

/// A word that is changed in school.yaml later is still in the texts: each file is reported once, with its lines.
#[test]
fn texts_without_the_words_of_the_school_are_reported() {
    let site = TempSite::new();
    site.new_site("ridgeway", Kind::Academy);
    let code = Code::new("school-words");
    let today = date(2026, 11, 25);
    let reported = || -> Vec<Finding> {
        findings(&site.path("ridgeway"), today).into_iter().filter(|finding| finding.code == code).collect()
    };
    assert_eq!(reported(), []);
    let school = site.path("ridgeway/school.yaml");
    let text = fs::read_to_string(&school).expect("it is there");
    fs::write(&school, format!("{text}words: {{ pupils: students, parents: families, groups: cohorts }}\n"))
        .expect("written");
    let found = reported();
    let usual = ["pupil", "pupils", "parents and carers", "year groups"];
    for finding in &found {
        let path = site.path("ridgeway").join(finding.place.path().as_str());
        let mut text = fs::read_to_string(&path).expect("it is there");
        let (_, lines) = finding.help.split_once(", in line").expect("its lines");
        let lines: Vec<usize> =
            lines.split(|ch: char| !ch.is_ascii_digit()).filter_map(|line| line.parse().ok()).collect();
        for line in &lines {
            let line = text.lines().nth(line - 1).expect("a line").to_lowercase();
            assert!(usual.iter().any(|word| line.contains(word)), "{path}: {line}");
        }
        for (from, to) in [("pupils", "students"), ("pupil", "student"), ("Year groups", "Cohorts")] {
            // Keys and addresses stay as they are.
            let is_text = |line: &str| !line.contains(&format!("{from}:")) && !line.contains("[pupils");
            let changed = text.lines().map(|line| if is_text(line) { line.replace(from, to) } else { line.to_owned() });
            text = changed.map(|line| format!("{line}\n")).collect();
        }
        fs::write(&path, text.replace("parents and carers", "families")).expect("written");
    }
    let mut files: Vec<String> = found.iter().map(|finding| finding.place.path().to_string()).collect();
    assert!(files.len() > 6, "{files:?}");
    files.dedup();
    assert_eq!(files.len(), found.len(), "a file is reported twice");
    assert_eq!(reported(), []);
}

/// What Fingerpost writes itself follows the words of the school, on every page and in every address.
#[test]
fn every_page_uses_the_words_of_the_school() {
    for (kind, usual) in [(Kind::Academy, "pupil"), (Kind::SixthFormCollege, "student"), (Kind::FeCollege, "learner")] {
        let site = TempSite::new();
        let files =
            NewSite { pupils: Some("scholars".to_owned()), ..NewSite::new("Ridgeway", kind, date(2026, 11, 25)) };
        write(&site.path("site"), &scaffold(&files, facts()).expect("a site"));
        let sources = read::read(&site.path("site"), None, &mut Default::default());
        let today = date(2026, 11, 25);
        let built = fingerpost::build_sources(sources, facts(), today, &mut |_| {}, &mut Default::default());
        for (path, html) in crate::common::pages(&built.expect("a site").files) {
            // The learners of other places are not the school's own.
            let text = crate::common::text_of(html).to_lowercase().replace("staff and learners", "");
            let around = text.find(usual).map(|at| &text[at.saturating_sub(80)..at + usual.len()]);
            assert_eq!(around, None, "{path} of {}", kind.as_str());
            assert!(!path.contains(usual), "{path}");
        }
    }
}

/// Every file of a new site uses the word that the school chose.
#[test]
fn the_chosen_word_for_pupils_is_in_every_text() {
    let today = date(2026, 11, 23);
    for kind in [Kind::Academy, Kind::SpecialSchool, Kind::MiddleSchool, Kind::FeCollege] {
        let site = NewSite { pupils: Some("scholars".to_owned()), ..NewSite::new("A School", kind, today) };
        for file in scaffold(&site, facts()).expect("a site") {
            let is_key = |line: &str| {
                let line = line.trim_start().trim_start_matches("# ");
                ["pupils: ", "pupil: ", "who: ", "audiences: "].iter().any(|key| line.contains(key))
            };
            let texts = file
                .text
                .lines()
                .map(|line| if is_key(line) { line.split_once(": ").map_or("", |(_, text)| text) } else { line });
            for text in texts.filter(|text| !text.starts_with('[')) {
                let text = text.to_lowercase().replace("pupils.md", "").replace("former pupils", "");
                for word in ["pupil", "student", "learner"] {
                    assert!(!text.contains(word), "{} ({}): {text}", file.path, kind.as_str());
                }
            }
        }
    }
}

/// A repository on GitHub gets its workflow, in which nothing is left of the template, and the site builds without more
/// findings than one without.
#[test]
fn a_site_for_github_has_a_workflow_and_a_host() {
    let site = TempSite::new();
    for arguments in [&["new", "plain"][..], &["new", "on-github", "--github"][..]] {
        let output = site.run(&[arguments, &["--today", "2026-11-25", "--name", "Ridgeway"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", error(&output));
        assert_eq!(printed(&output).contains("on GitHub"), arguments.len() > 2);
    }
    let text = |path: &str| fs::read_to_string(site.path("on-github").join(path)).expect(path);
    let workflow = text(".github/workflows/careers-site.yml");
    assert!(workflow.contains(concat!("pipx install fingerpost==", env!("CARGO_PKG_VERSION"))), "{workflow}");
    assert!(workflow.contains("${{ github.run_id }}") && !workflow.contains("{%"), "{workflow}");
    assert!(text("README.md").starts_with("# Careers at Ridgeway\n"));
    assert!(text(".gitignore").contains("/site/"));
    assert!(text("school.yaml").contains("\nhost: github-pages\n"));
    assert!(!site.path("plain").join(".github").exists());
    let count = |folder: &str| findings(&site.path(folder), date(2026, 11, 25)).len();
    assert_eq!(count("on-github"), count("plain"));
}
