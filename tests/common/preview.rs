//! A school's content folder on its own, with a preview of it that a test can stop and start again.
#![allow(dead_code, reason = "not every test file needs all of it")]

use std::io;
use std::sync::{Arc, Mutex};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
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
    port: Option<u16>,
    server: Option<Server>,
    around: Arc<Around>,
}

/// The clock stands still, and files are not really opened.
#[derive(Default)]
struct Around {
    edited: Mutex<Vec<Utf8PathBuf>>,
    builds: Mutex<usize>,
}

impl PreviewHost for Around {
    fn today(&self) -> Date {
        common::today()
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
    /// Of the example school, at the root.
    pub(crate) fn start() -> Self {
        Self::new("/", false)
    }

    /// Of the example school, below a path.
    pub(crate) fn at(base: &str) -> Self {
        Self::new(base, false)
    }

    /// Of the example school, looking for changes at intervals.
    pub(crate) fn polling() -> Self {
        Self::new("/", true)
    }

    fn new(base: &str, poll: bool) -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let root = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
        let content = root.join("school");
        copy(&common::folder("content-example"), &content);
        let base = base.parse().expect("a base");
        let around = Arc::default();
        let mut preview = Self { _temporary: temporary, content, base, poll, port: None, server: None, around };
        preview.start_again();
        preview
    }

    /// Starts the server at the address that it had before.
    pub(crate) fn start_again(&mut self) {
        let facts = Facts::load().expect("the facts");
        // The first time any port will do; but not the usual ones, where a developer may have a preview.
        let port = self.port.or(Some(0));
        let order = ServeOptions {
            folder: self.content.clone(),
            base: self.base.clone(),
            port,
            today: None,
            poll: self.poll,
            phone: None,
        };
        let server = Server::start(order, facts, self.around.clone()).expect("a preview");
        self.port = Some(server.address().port());
        self.server = Some(server);
    }

    pub(crate) fn stop(&mut self) {
        self.server = None;
    }

    /// The port that it has been started at.
    pub(crate) fn port(&self) -> u16 {
        self.port.expect("it has been started")
    }

    /// How it notices changes.
    pub(crate) fn watch_mode(&self) -> &WatchMode {
        self.server.as_ref().expect("it runs").watch_mode()
    }

    /// The address of a page.
    pub(crate) fn address(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}{}{page}", self.port(), self.base)
    }

    /// How often the site has been built.
    pub(crate) fn builds(&self) -> usize {
        *self.around.builds.lock().expect("the count")
    }

    /// True if no file has been opened in the editor.
    pub(crate) fn nothing_edited(&self) -> bool {
        self.around.edited.lock().expect("the list").is_empty()
    }

    /// Waits until a file has been opened in the editor, and gives its path in the content folder.
    pub(crate) fn edited(&self) -> String {
        until(|| !self.around.edited.lock().expect("the list").is_empty()).expect("a file is opened");
        let edited = self.around.edited.lock().expect("the list");
        let root = self.content.canonicalize_utf8().expect("the content folder");
        edited.first().and_then(|file| file.strip_prefix(root).ok()).expect("a content file").to_string()
    }

    /// Saves a content file.
    pub(crate) fn save(&self, path: &str, text: &str) {
        let path = self.content.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("saved");
    }

    /// Saves a content file with a text exchanged, which must be there.
    pub(crate) fn exchange(&self, path: &str, from: &str, to: &str) {
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

/// Copies a folder with all that is in it.
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
