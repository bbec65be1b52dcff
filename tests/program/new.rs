//! `fingerpost new`: what it makes is whole, whatever the kind and the name; what is there is left alone.

use std::fs;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::programme::{Kind, provider_access_ledger, statutory};
use fingerpost::read;
use fingerpost::report::{Code, Finding, Found};
use fingerpost::scaffold::{Brief, NewFile, scaffold};
use jiff::civil::{Date, date};

/// A folder for a test, gone when it ends.
struct Room(tempfile::TempDir);

impl Room {
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

    fn new_site(&self, folder: &str, kind: Kind) {
        let output = self.run(&["new", folder, "--kind", kind.word(), "--today", "2026-11-25"]);
        assert_eq!(output.status.code(), Some(0), "{}: {}", kind.word(), error(&output));
    }
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn facts() -> Facts {
    Facts::load().expect("the data files parse")
}

/// Everything that reading, checking and drawing find in a folder.
fn findings(folder: &Utf8Path, today: Date) -> Vec<Finding> {
    let Found { value: sources, mut findings } = read::read(folder, None);
    let Found { value: files, findings: found } = fingerpost::build_sources(sources, &facts(), today, &mut |_| {});
    findings.append(found);
    assert!(files.is_some(), "{folder}: {:?}", findings.sorted());
    findings.sorted()
}

fn texts(name: &str, kind: Kind, today: Date) -> Vec<NewFile> {
    scaffold(&Brief { name: name.to_owned(), kind, today }, &facts()).expect("a site")
}

fn write(folder: &Utf8Path, files: &[NewFile]) {
    for file in files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, &file.text).expect("written");
    }
}

/// What a new site may be told of: texts and facts that only the school knows, and a plan that is only
/// begun. Everything else would be a fault of ours.
const STILL_TO_WRITE: [Code; 8] = [
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
fn every_kind_gets_a_site_that_only_has_things_left_to_write() {
    let today = date(2026, 11, 25);
    for kind in Kind::ALL {
        let room = Room::new();
        room.new_site("ridgeway-school", *kind);
        let found = findings(&room.path("ridgeway-school"), today);
        for finding in &found {
            assert!(STILL_TO_WRITE.contains(&finding.code), "{}: {finding:?}", kind.word());
        }
        let marks = found.iter().filter(|finding| finding.code == Code::new("placeholder")).count();
        assert!((8..30).contains(&marks), "{}: {marks} places to write", kind.word());
    }
}

#[test]
fn every_kind_builds_and_has_its_pages() {
    for kind in Kind::ALL {
        let room = Room::new();
        room.new_site("ridgeway-school", *kind);
        let output = room.run(&["build", "ridgeway-school", "--out", "site", "--today", "2026-11-25"]);
        assert_eq!(output.status.code(), Some(0), "{}: {}{}", kind.word(), said(&output), error(&output));
        let files = texts("Ridgeway School", *kind, date(2026, 11, 25));
        let pages: Vec<String> = walkdir::WalkDir::new(room.path("site"))
            .into_iter()
            .filter_map(|entry| Some(entry.ok()?.path().to_string_lossy().replace('\\', "/")))
            .filter(|path| path.ends_with(".html"))
            .collect();
        assert!(room.path("site/index.html").is_file(), "{}", kind.word());
        for file in files.iter().filter(|file| file.path.starts_with("programme/")) {
            let name = Utf8Path::new(&file.path).file_stem().expect("a name");
            assert!(pages.iter().any(|page| page.contains(name)), "{}: no page of {name}: {pages:?}", kind.word());
        }
    }
}

#[test]
fn every_day_of_the_year_is_a_good_day_to_begin() {
    let mut today = date(2026, 9, 1);
    while today < date(2027, 9, 1) {
        let room = Room::new();
        write(&room.path("site"), &texts("Ridgeway School", Kind::AllThroughSchool, today));
        for finding in findings(&room.path("site"), today) {
            assert!(STILL_TO_WRITE.contains(&finding.code), "{today}: {finding:?}");
        }
        today = today.checked_add(jiff::ToSpan::days(13)).expect("a day");
    }
}

#[test]
fn the_law_finds_everything_written_or_marked_and_one_meeting_planned() {
    let facts = facts();
    for kind in Kind::ALL {
        let room = Room::new();
        room.new_site("ridgeway", *kind);
        let sources = read::read(&room.path("ridgeway"), None).value;
        let programme = fingerpost::programme::programme(&sources, &facts).value.expect("a programme");
        for status in statutory(&programme, &facts) {
            let marked = status.place.source.text.contains(fingerpost::programme::PLACEHOLDER);
            assert!(status.met || marked, "{}: {}", kind.word(), status.title);
        }
        let ledger = provider_access_ledger(&programme, &facts);
        let planned: usize = ledger.iter().map(|line| line.encounters.len()).sum();
        assert_eq!(planned, usize::from(!ledger.is_empty()), "{}", kind.word());
        assert_eq!(programme.provider_access.is_some(), !ledger.is_empty(), "{}", kind.word());
        assert_eq!(programme.plans.len(), programme.groups.len(), "{}", kind.word());
    }
}

#[test]
fn what_was_invented_is_told_until_its_remark_is_gone() {
    let room = Room::new();
    let today = date(2026, 11, 25);
    let mut files = texts("Ridgeway School", Kind::Academy, today);
    for file in &mut files {
        file.text = file.text.replace("[Write ", "[Written ");
    }
    write(&room.path("site"), &files);
    let told: Vec<String> =
        findings(&room.path("site"), today).iter().map(|finding| finding.place.path().to_string()).collect();
    for path in ["school.yaml", "team.yaml"] {
        assert!(told.iter().any(|file| file == path), "{path} is not among {told:?}");
    }
    for file in &mut files {
        let kept = file.text.lines().filter(|line| !line.trim_start().starts_with('#'));
        file.text = kept.map(|line| format!("{line}\n")).collect();
    }
    write(&room.path("site"), &files);
    let found = findings(&room.path("site"), today);
    assert!(found.iter().all(|finding| finding.code != Code::new("placeholder")), "{found:?}");
}

#[test]
fn any_name_survives() {
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
        let room = Room::new();
        let output = room.run(&["new", "site", &format!("--name={name}"), "--today", "2026-11-25"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", error(&output));
        assert!(said(&output).contains(name));
        let sources = read::read(&room.path("site"), None).value;
        let Found { value, findings } = fingerpost::programme::programme(&sources, &facts());
        assert_eq!(findings.counts().errors, 0, "{name}: {:?}", findings.sorted());
        assert_eq!(value.expect("a programme").institution.name, name);
    }
}

#[test]
fn the_folder_gives_the_name_unless_one_is_said() {
    let room = Room::new();
    room.new_site("sites/tarn-valley-utc", Kind::Utc);
    let school = fs::read_to_string(room.path("sites/tarn-valley-utc/school.yaml")).expect("it is there");
    assert!(school.contains("\nname: \"Tarn Valley UTC\"\n"), "{school}");
    assert!(school.contains("careers@tarn-valley-utc.example"), "{school}");
}

#[test]
fn an_empty_folder_is_filled_and_named() {
    let room = Room::new();
    let folder = room.path("harbour-college");
    fs::create_dir(&folder).expect("made");
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let output = command.current_dir(&folder).args(["new", ".", "--kind", "fe-college"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    assert!(said(&output).contains("Harbour College"), "{}", said(&output));
}

#[test]
fn nothing_is_made_where_something_is() {
    let room = Room::new();
    fs::create_dir(room.path("school")).expect("made");
    fs::write(room.path("school/.hidden"), "mine").expect("written");
    fs::write(room.path("file"), "mine").expect("written");
    for folder in ["school", "file", "file/below"] {
        let output = room.run(&["new", folder]);
        assert_eq!(output.status.code(), Some(2), "{folder}");
        assert!(error(&output).contains(folder), "{}", error(&output));
        assert!(said(&output).is_empty());
    }
    let left: Vec<_> = fs::read_dir(room.path("school")).expect("it is there").collect();
    assert_eq!(left.len(), 1);
    assert_eq!(fs::read_to_string(room.path("file")).expect("it is there"), "mine");
}

#[cfg(unix)]
#[test]
fn nothing_is_made_through_a_link_to_nothing() {
    let room = Room::new();
    std::os::unix::fs::symlink(room.path("nowhere"), room.path("link")).expect("made");
    let output = room.run(&["new", "link"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!room.path("nowhere").exists());
}

#[test]
fn a_kind_that_is_nearly_right_is_suggested() {
    let room = Room::new();
    for (typed, meant) in [("acadmy", "'academy'"), ("sixth form college", "'sixth-form-college'")] {
        let output = room.run(&["new", "school", "--kind", typed]);
        assert_eq!(output.status.code(), Some(2));
        assert!(error(&output).contains("similar") && error(&output).contains(meant), "{}", error(&output));
        assert!(!room.path("school").exists());
    }
    let output = room.run(&["new", "school", "--kind", "UTC"]);
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
}

#[test]
fn names_and_days_that_cannot_be_are_refused() {
    let room = Room::new();
    for arguments in
        [["new", "a", "--name", "  "], ["new", "a", "--today", "tomorrow"], ["new", "a", "--today", "9999-12-01"]]
    {
        let output = room.run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!room.path("a").exists(), "{arguments:?}");
    }
}

/// Editors check a YAML file by the schema that its first line names.
#[test]
fn every_yaml_file_fits_the_schema_it_names() {
    let room = Room::new();
    for kind in Kind::ALL {
        let folder = room.path(kind.word());
        room.new_site(kind.word(), *kind);
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
            assert!(errors.is_empty(), "{} {}: {errors:?}", kind.word(), file.path);
        }
    }
}

#[test]
fn the_words_are_those_of_the_kind() {
    let all = |kind| {
        let files = texts("Harbour", kind, date(2026, 11, 25));
        files.iter().map(|file| file.text.as_str()).collect::<String>()
    };
    // Keys, ids and words of audiences stay what they are; sentences must not say “pupil”.
    let sentences = |text: &str| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        let told = lines.map(|line| line.replace("who: [pupils]", "").replace("audiences: [pupils", ""));
        told.map(|line| line.replacen("pupils:", "", 1)).collect::<Vec<_>>().join("\n")
    };
    for kind in [Kind::FeCollege, Kind::TrainingProvider, Kind::SixthFormCollege] {
        let text = sentences(&all(kind));
        assert!(!text.to_lowercase().contains("pupil"), "{}", kind.word());
        assert!(!text.contains("our school") && !text.contains("your school"), "{}", kind.word());
    }
    assert!(all(Kind::FeCollege).contains("course area"));
    assert!(sentences(&all(Kind::Academy)).contains("pupils"));
}
