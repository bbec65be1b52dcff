//! Saves into real folders: what is written, what is kept, and what is refused.

use std::fs;

use camino::Utf8PathBuf;
use fingerpost::ContentPath;
use fingerpost::editor::form::ContentForm;
use fingerpost::editor::{
    ChangedBy, Conflict, DraftId, EditableFolder, FileChange, FileEdit, FileVersion, FormDraft, SaveError, SavedChange,
    SavedFile, ValuePath, YamlValue,
};
use fingerpost::programme::CONTENT_FILES;
use jiff::civil::{DateTime, date};

/// A content folder that is removed at the end.
struct Site {
    folder: EditableFolder,
    path: Utf8PathBuf,
    _temporary: tempfile::TempDir,
}

const TEAM: &str = "people:\n  - role: careers-leader # one\n    name: Ms Nadia Thornwick\n";

impl Site {
    fn new() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(temporary.path().canonicalize().unwrap()).unwrap();
        fs::write(path.join("team.yaml"), TEAM).unwrap();
        fs::create_dir(path.join("events")).unwrap();
        Self { folder: EditableFolder::new(&path).unwrap(), path, _temporary: temporary }
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path.join(path)).unwrap()
    }

    fn save(&self, seen: FileVersion, name: &str) -> Result<SavedFile, SaveError> {
        self.folder.save(&team(), seen, FileChange::Edits(&[named(name)]), now())
    }

    fn seen(&self) -> FileVersion {
        self.folder.open(&team()).unwrap().seen()
    }
}

fn team() -> ContentPath {
    ContentPath::new("team.yaml")
}

fn named(name: &str) -> FileEdit {
    let path = ValuePath::default().key("people").index(0).key("name");
    FileEdit::Set { path, value: YamlValue::Text(name.into()) }
}

fn now() -> DateTime {
    date(2026, 11, 29).at(16, 45, 12, 0)
}

#[test]
fn a_save_changes_one_value_and_keeps_what_was_before() {
    let site = Site::new();
    let saved = site.save(site.seen(), "Mr Kwame Underhill").unwrap();
    assert_eq!(site.text("team.yaml"), TEAM.replace("Ms Nadia Thornwick", "Mr Kwame Underhill"));
    assert_eq!(saved.seen, Some(site.seen()));
    assert_eq!(site.text(".fingerpost/history/000001 2026-11-29 16.45.12 changed/team.yaml"), TEAM);
    assert_eq!(site.text(".fingerpost/.gitignore").lines().last(), Some("*"));
    let unchanged = site.save(site.seen(), "Mr Kwame Underhill").unwrap();
    assert!(unchanged.save.is_none() && site.folder.history().len() == 1);
    let names: Vec<_> = fs::read_dir(&site.path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn the_history_is_not_content() {
    let site = Site::new();
    site.save(site.seen(), "Mr Kwame Underhill").unwrap();
    site.folder.keep_draft(&draft(&site)).unwrap();
    let sources = fingerpost::read::read(&site.path, None, &mut fingerpost::Findings::default());
    let paths: Vec<_> = sources.documents.iter().map(|document| document.source.path.as_str()).collect();
    assert_eq!(paths, ["team.yaml"]);
    assert!(sources.others.is_empty() && sources.media.is_empty());
}

#[test]
fn a_file_that_has_changed_meanwhile_is_not_overwritten() {
    let site = Site::new();
    let seen = site.seen();
    let theirs = TEAM.replace("# one", "# two") + "    days: Monday\n";
    fs::write(site.path.join("team.yaml"), &theirs).unwrap();
    let Err(SaveError::Conflict(conflict)) = site.save(seen, "Mr Kwame Underhill") else { panic!("a conflict") };
    assert_eq!(site.text("team.yaml"), theirs);
    assert_eq!(conflict.theirs().text(), theirs);
    assert_eq!(conflict.yours().unwrap().text(), TEAM.replace("Ms Nadia Thornwick", "Mr Kwame Underhill"));
    let parts = conflict.parts();
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].path, Some(ValuePath::default().key("people")));
    assert_eq!(parts[0].changed_by, ChangedBy::Both);
}

#[test]
fn versions_are_chosen_part_by_part() {
    let site = Site::new();
    let path = ContentPath::new("events/2027-03-04-fair.md");
    let base = "---\ntitle: Fair\naudiences: all\nplace: Hall\n---\nText\n";
    site.folder.create(&path, base.as_bytes(), now()).unwrap();
    let seen = site.folder.open(&path).unwrap().seen();
    let theirs = "---\ntitle: Fair # !\naudiences: all\nstarts: 18:00\n---\nOther text\n";
    fs::write(site.path.join(path.as_str()), theirs).unwrap();
    let top = ValuePath::default();
    let edits = [
        FileEdit::Set { path: top.key("title"), value: YamlValue::Text("Careers fair".into()) },
        FileEdit::AddKey { path: top, key: "kind".into(), value: YamlValue::Word("fair".into()), order: vec![] },
    ];
    let Err(SaveError::Conflict(conflict)) = site.folder.save(&path, seen, FileChange::Edits(&edits), now()) else {
        panic!("a conflict")
    };
    let parts = conflict.parts();
    let facts: Vec<_> =
        parts.iter().map(|part| (part.path.as_ref().map(ToString::to_string), part.changed_by)).collect();
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(
        facts,
        [
            (named("title"), ChangedBy::You),
            (named("place"), ChangedBy::Them),
            (named("kind"), ChangedBy::You),
            (named("starts"), ChangedBy::Them),
            (None, ChangedBy::Them),
        ]
    );
    let mine: Vec<_> = parts.into_iter().filter(|part| part.changed_by == ChangedBy::You).collect();
    let edits = Conflict::edits(&mine, |_| vec!["title", "kind"]);
    let merged = conflict.theirs().with_edits(&edits).unwrap();
    assert_eq!(
        merged.text(),
        theirs.replace("title: Fair #", "title: Careers fair #").replace("!\n", "!\nkind: fair\n")
    );
}

#[test]
fn saves_are_undone_one_after_the_other() {
    let site = Site::new();
    let path = ContentPath::new("events/2027-03-04-fair.md");
    site.save(site.seen(), "One").unwrap();
    site.folder.create(&path, b"---\ntitle: Fair\n---\n", now()).unwrap();
    site.folder.remove(&path, FileVersion::of(b"---\ntitle: Fair\n---\n"), now()).unwrap();
    assert!(!site.path.join(path.as_str()).exists());
    site.folder.undo_last(now()).unwrap();
    assert_eq!(site.text(path.as_str()), "---\ntitle: Fair\n---\n");
    site.folder.undo_last(now()).unwrap();
    assert!(!site.path.join(path.as_str()).exists());
    site.folder.undo_last(now()).unwrap();
    assert_eq!(site.text("team.yaml"), TEAM);
    assert!(matches!(site.folder.undo_last(now()), Err(SaveError::NothingToUndo)));
    let undone = site.folder.history().into_iter().find(|entry| entry.change == SavedChange::Undone).unwrap();
    assert_eq!(undone.path, team());
    site.folder.restore(&undone, now()).unwrap();
    assert_eq!(site.text("team.yaml"), TEAM.replace("Ms Nadia Thornwick", "One"));
    site.folder.undo_last(now()).unwrap();
    assert_eq!(site.text("team.yaml"), TEAM);
}

#[test]
fn a_save_that_was_changed_since_is_not_undone() {
    let site = Site::new();
    site.save(site.seen(), "One").unwrap();
    fs::write(site.path.join("team.yaml"), "people: []\n").unwrap();
    assert!(matches!(site.folder.undo_last(now()), Err(SaveError::Conflict(_))));
    assert_eq!(site.text("team.yaml"), "people: []\n");
}

#[test]
fn a_version_can_be_forgotten() {
    let site = Site::new();
    site.save(site.seen(), "One").unwrap();
    let history = site.folder.history();
    site.folder.forget(&history[0]).unwrap();
    assert!(site.folder.history().is_empty());
    assert!(!site.path.join(".fingerpost/history/000001 2026-11-29 16.45.12 changed").exists());
}

#[test]
fn old_versions_go() {
    let site = Site::new();
    for day in 0..3 {
        let when = now().checked_add(jiff::ToSpan::days(day * 300)).unwrap();
        site.folder.save(&team(), site.seen(), FileChange::Edits(&[named(&day.to_string())]), when).unwrap();
    }
    let numbers: Vec<_> = site.folder.history().iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [3, 2]);
}

#[test]
fn a_draft_is_kept_for_one_page_and_one_version_of_its_file() {
    let site = Site::new();
    let (draft, other) = (draft(&site), draft(&site));
    assert_ne!(draft.id, other.id);
    site.folder.keep_draft(&draft).unwrap();
    site.folder.keep_draft(&other).unwrap();
    let longer = FormDraft { fields: vec![("people.0.name".to_owned(), "Mr Kwame".to_owned())], ..draft.clone() };
    site.folder.keep_draft(&longer).unwrap();
    assert_eq!(site.folder.draft(draft.id), Some(longer));
    assert!(draft.is_for(Some(site.seen())));
    site.save(site.seen(), "One").unwrap();
    assert!(!draft.is_for(Some(site.seen())));
    assert_eq!(site.folder.drafts_kept().len(), 2);
    site.folder.drop_draft(draft.id).unwrap();
    assert_eq!(site.folder.drafts_kept(), [other]);
    site.folder.drop_draft(draft.id).unwrap();
}

#[test]
fn damaged_drafts_and_other_files_are_no_drafts() {
    let site = Site::new();
    let kept = draft(&site);
    site.folder.keep_draft(&kept).unwrap();
    let folder = site.path.join(".fingerpost/drafts");
    fs::write(folder.join("0000000000000001.json"), "{").unwrap();
    fs::write(folder.join("notes.json"), fs::read(folder.join(format!("{}.json", kept.id))).unwrap()).unwrap();
    // A copy of a draft is not the draft of another page.
    fs::copy(folder.join(format!("{}.json", kept.id)), folder.join("0000000000000002.json")).unwrap();
    assert_eq!(site.folder.drafts_kept(), [kept]);
    for id in ["", "../../team", "000000000000000G", "00000000000000001", "+000000000000001"] {
        assert!(id.parse::<DraftId>().is_err(), "{id}");
    }
}

/// A draft of the form of `team.yaml` as it is now.
fn draft(site: &Site) -> FormDraft {
    FormDraft {
        id: DraftId::random().unwrap(),
        form: "edit/team.yaml".to_owned(),
        title: "Edit: People".to_owned(),
        seen: Some(site.seen().to_string()),
        at: now(),
        fields: vec![("people.0.name".to_owned(), "Mr".to_owned())],
    }
}

#[test]
fn only_files_of_the_site_are_written() {
    let site = Site::new();
    for path in [
        "../team.yaml",
        "/etc/passwd",
        "events/../../x.md",
        ".fingerpost/history/x.md",
        "theme/site.css",
        "notes.md",
        "events/con.md",
        "events/a?.md",
        "events/x.md.",
        "events//x.md",
        "events/x.exe",
        "media/x.html",
        "C:/x.md",
        "events/x.md::$DATA",
        ".schema/school.json",
        "archive/2025-26/events/x.md",
        "archive/2025-26/parents.ur.md",
        "media/~$x.docx",
        "",
    ] {
        let created = site.folder.create(&ContentPath::new(path), b"x", now());
        assert!(matches!(created, Err(SaveError::NotAllowed { .. })), "{path}: {created:?}");
    }
    for path in ["notes.md", "../team.yaml", "TEAM.YAML", "Events/x.md"] {
        assert!(site.folder.open(&ContentPath::new(path)).is_err(), "{path}");
    }
    let existing = site.folder.create(&team(), b"people: []\n", now());
    assert!(matches!(existing, Err(SaveError::Exists(_))), "{existing:?}");
    let missing = site.folder.open(&ContentPath::new("school.yaml"));
    assert!(matches!(missing, Err(SaveError::Missing(_))), "{missing:?}");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let site = Site::new();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("school.yaml"), "name: x\n").unwrap();
    symlink(elsewhere.path().join("school.yaml"), site.path.join("school.yaml")).unwrap();
    symlink(elsewhere.path(), site.path.join("pages")).unwrap();
    for path in ["school.yaml", "pages/x.md"] {
        let created = site.folder.create(&ContentPath::new(path), b"x", now());
        assert!(matches!(created, Err(SaveError::NotAllowed { .. })), "{path}: {created:?}");
    }
    assert!(matches!(site.folder.open(&ContentPath::new("school.yaml")), Err(SaveError::NotAllowed { .. })));
    fs::set_permissions(site.path.join("team.yaml"), fs::Permissions::from_mode(0o640)).unwrap();
    site.save(site.seen(), "One").unwrap();
    let mode = fs::metadata(site.path.join("team.yaml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn a_second_writer_is_refused() {
    let site = Site::new();
    site.save(site.seen(), "One").unwrap();
    let lock = fs::File::open(site.path.join(".fingerpost/history/lock")).unwrap();
    lock.lock().unwrap();
    let busy = site.save(site.seen(), "Two");
    assert!(matches!(busy, Err(SaveError::Busy)), "{busy:?}");
    drop(lock);
    site.save(site.seen(), "Two").unwrap();
}

#[test]
fn new_files_get_a_free_name_and_the_keys_they_need() {
    let site = Site::new();
    let kind = |name: &str| CONTENT_FILES.iter().find(|kind| kind.name == name).unwrap();
    let day = Some(date(2027, 3, 4));
    let fair = site.folder.new_file(kind("event"), "Careers fair: all years", day).unwrap();
    assert_eq!(fair.path().as_str(), "events/2027-03-04-careers-fair-all-years.md");
    assert_eq!(fair.text(), "---\ntitle: \"Careers fair: all years\"\naudiences:\n---\n");
    let form = ContentForm::of_path(fair.path()).unwrap();
    let pairs = [("audiences", "pupils"), ("date", "4 March 2027"), ("body", "Come.")];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let filled = fair.with_edits(&form.edits(&fair, &form.sent(&pairs))).unwrap();
    let text = "---\ntitle: \"Careers fair: all years\"\ndate: 4 March 2027\naudiences: [pupils]\n---\n\nCome.\n";
    assert_eq!(filled.text(), text);
    site.folder.create(filled.path(), filled.bytes(), now()).unwrap();
    let second = site.folder.new_file(kind("event"), "Careers FAIR, all_years", day).unwrap();
    assert_eq!(second.path().as_str(), "events/2027-03-04-careers-fair-all-years-2.md");
    let page = site.folder.new_file(kind("page"), "Con", None).unwrap();
    assert_eq!((page.path().as_str(), page.text()), ("pages/page-con.md", "---\ntitle: Con\n---\n"));
    let survey = site.folder.new_file(kind("survey"), "Parents", None).unwrap();
    assert_eq!(survey.text(), "title: Parents\nfrom:\ndate:\nresponded:\n");
    let audience = site.folder.new_file(kind("audience"), "", None).unwrap();
    assert_eq!((audience.path().as_str(), audience.text()), ("pupils.md", "---\n---\n"));
    assert!(matches!(site.folder.new_file(kind("team"), "", None), Err(SaveError::Exists(_))));
    assert!(matches!(site.folder.new_file(kind("translation"), "", None), Err(SaveError::NotAllowed { .. })));
}

#[test]
fn a_text_from_a_browser_keeps_the_line_ends_of_the_file() {
    let site = Site::new();
    fs::write(site.path.join("team.yaml"), TEAM.replace("one\n", "one\r\n")).unwrap();
    for (before, after) in [("Ms ", "Mrs "), ("people", "# All\npeople"), ("Thornwick\n", "Thornwick")] {
        let now_there = site.text("team.yaml");
        let typed = now_there.replace("\r\n", "\n").replace(before, after).replace('\n', "\r\n");
        site.folder.save(&team(), site.seen(), FileChange::Text(&typed), now()).unwrap();
        assert_eq!(site.text("team.yaml"), now_there.replace(before, after));
    }
}
