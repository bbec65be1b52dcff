//! A copy of the example school with a preview that a test can stop and restart.
#![allow(dead_code, reason = "not every suite uses all of it")]

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, OnceLock};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::report::Findings;
use fingerpost::serve::{BasePath, PreviewHost, ServeEvent, ServeOptions, Server, WatchMode};
use jiff::civil::Date;

use crate::common;
use crate::until::until;

/// A copy of the example school, previewed.
pub(crate) struct Preview {
    _temporary: tempfile::TempDir,
    pub(crate) content: Utf8PathBuf,
    base: BasePath,
    poll: bool,
    /// The day it shows, if it is another one than that of the example.
    today: Option<Date>,
    port: Option<u16>,
    server: Option<Server>,
    host: Arc<RecordingHost>,
}

/// The content folder of the small school.
pub(crate) const SMALL: &str = "tests/fixtures/small";
const CACHE: &str = ".fingerpost/pictures";

/// The encoded pictures of a content folder, as encoding them takes longer than the rest of a build.
fn pictures(folder: &str) -> &'static Utf8Path {
    static PICTURES: Mutex<BTreeMap<String, &OnceLock<Utf8PathBuf>>> = Mutex::new(BTreeMap::new());
    let pictures =
        *PICTURES.lock().expect("the pictures").entry(folder.to_owned()).or_insert_with(|| Box::leak(Box::default()));
    pictures.get_or_init(|| {
        let temporary = Utf8PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("preview-pictures");
        let content = temporary.join(env!("CARGO_CRATE_NAME")).join(folder);
        if content.exists() {
            // They could be of another version.
            std::fs::remove_dir_all(&content).expect("deleted");
        }
        copy(&common::folder(folder), &content);
        let mut findings = Findings::default();
        fingerpost::build_in_memory(&content, common::facts(), common::today(), &mut findings).expect("a site");
        content.join(CACHE)
    })
}

/// A host with a fixed clock that records events instead of opening files.
#[derive(Default)]
struct RecordingHost {
    edited: Mutex<Vec<Utf8PathBuf>>,
    builds: Mutex<usize>,
}

impl PreviewHost for RecordingHost {
    fn today(&self) -> Date {
        common::today()
    }

    fn now(&self) -> jiff::civil::DateTime {
        common::today().at(9, 30, 0, 0)
    }

    fn edit(&self, file: &Utf8Path) -> io::Result<()> {
        self.edited.lock().expect("the list").push(file.to_owned());
        Ok(())
    }

    fn on_event(&self, event: ServeEvent<'_>) {
        if let ServeEvent::Built { .. } = event {
            *self.builds.lock().expect("the count") += 1;
        }
    }
}

impl Preview {
    /// Starts a preview of the example school at the root.
    pub(crate) fn start() -> Self {
        Self::new("content-example", "/", false)
    }

    /// Starts a preview of a school with one or two files of each kind, which builds much sooner than the example.
    pub(crate) fn small() -> Self {
        Self::new(SMALL, "/", false)
    }

    /// Starts a preview of another content folder of this repository.
    pub(crate) fn of(folder: &str) -> Self {
        Self::new(folder, "/", false)
    }

    /// Starts a preview of another content folder, as it is on a day.
    pub(crate) fn on(folder: &str, today: Date) -> Self {
        let mut preview = Self::prepare(folder, "/", false);
        preview.today = Some(today);
        preview.start_again();
        preview
    }

    /// Starts one of the small school below a path.
    pub(crate) fn at(base: &str) -> Self {
        Self::new(SMALL, base, false)
    }

    /// Starts one of the small school with polling instead of file notifications.
    pub(crate) fn polling() -> Self {
        Self::new(SMALL, "/", true)
    }

    fn new(folder: &str, base: &str, poll: bool) -> Self {
        let mut preview = Self::prepare(folder, base, poll);
        preview.start_again();
        preview
    }

    /// A copy of a folder with a preview that does not run yet.
    fn prepare(folder: &str, base: &str, poll: bool) -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let root = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
        let content = root.join("school");
        copy(&common::folder(folder), &content);
        copy(pictures(folder), &content.join(CACHE));
        let base = base.parse().expect("a base");
        let host = Arc::default();
        Self { _temporary: temporary, content, base, poll, today: None, port: None, server: None, host }
    }

    /// Starts the server again, on the same port as before.
    pub(crate) fn start_again(&mut self) {
        let facts = Facts::load().expect("the facts");
        // At first any free port, but not the default ones, where a developer may run a preview.
        let port = self.port.or(Some(0));
        let options = ServeOptions {
            folder: self.content.clone(),
            out: None,
            base: self.base.clone(),
            port,
            today: self.today,
            poll: self.poll,
            phone: None,
            idle: None,
        };
        let server = Server::start(options, facts, self.host.clone()).expect("a preview");
        self.port = Some(server.address().port());
        self.server = Some(server);
    }

    pub(crate) fn stop(&mut self) {
        self.server = None;
    }

    /// The port it runs on.
    pub(crate) fn port(&self) -> u16 {
        self.port.expect("it has been started")
    }

    /// How it watches for changes.
    pub(crate) fn watch_mode(&self) -> &WatchMode {
        self.server.as_ref().and_then(Server::watch_mode).expect("it runs")
    }

    /// The address of a page.
    pub(crate) fn address(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}{}{page}", self.port(), self.base)
    }

    /// How often the site has been built.
    pub(crate) fn builds(&self) -> usize {
        *self.host.builds.lock().expect("the count")
    }

    /// True if no file has been opened in the editor.
    pub(crate) fn nothing_edited(&self) -> bool {
        self.host.edited.lock().expect("the list").is_empty()
    }

    /// Waits until a file has been opened in the editor, and gives its path in the content folder.
    pub(crate) fn edited(&self) -> String {
        until(|| !self.host.edited.lock().expect("the list").is_empty()).expect("a file is opened");
        let edited = self.host.edited.lock().expect("the list");
        let root = fingerpost::serve::plain_path(&self.content);
        let file = edited.first().and_then(|file| file.strip_prefix(root).ok()).expect("a content file");
        file.as_str().replace('\\', "/")
    }

    /// Saves a content file.
    pub(crate) fn save(&self, path: &str, text: &str) {
        let path = self.content.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("saved");
    }

    /// Replaces a text in a content file. Fails if the file does not contain it.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.save(path, &text.replace(from, to));
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.content.join(path)).expect("a content file")
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        std::fs::rename(self.content.join(from), self.content.join(to)).expect("renamed");
    }

    pub(crate) fn delete(&self, path: &str) {
        std::fs::remove_file(self.content.join(path)).expect("deleted");
    }
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Utf8Path, to: &Utf8Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in from.read_dir_utf8().expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
