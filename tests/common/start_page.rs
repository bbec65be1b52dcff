//! A start page on which a test opens a copy of the example school, or makes a new one.
#![allow(dead_code, reason = "not every suite uses all of it")]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::scaffold::{NewSite, scaffold};
use fingerpost::serve::{Ended, IdleLimits, PreviewHost, ServeEvent, Server, SharedStartHost, StartHost, StartOptions};
use jiff::civil::Date;

use crate::common;

/// Long enough for a slow machine, and never reached.
pub(crate) const NEVER: IdleLimits =
    IdleLimits { closed: Duration::from_secs(3600), unknown: Duration::from_secs(3600) };

/// A start page, in whose home folder are a copy of the example school and nothing else.
pub(crate) struct StartPage {
    _temporary: tempfile::TempDir,
    pub(crate) home: Utf8PathBuf,
    port: u16,
    server: Option<Server>,
    host: Arc<TestHost>,
}

struct TestHost {
    home: Utf8PathBuf,
    recent: Mutex<Vec<Utf8PathBuf>>,
}

impl StartHost for TestHost {
    fn today(&self) -> Date {
        common::today()
    }

    fn recent(&self) -> Vec<Utf8PathBuf> {
        self.recent.lock().expect("the list").clone()
    }

    fn remember(&self, folder: &Utf8Path) {
        self.recent.lock().expect("the list").insert(0, folder.to_owned());
    }

    fn home(&self) -> Option<Utf8PathBuf> {
        Some(self.home.clone())
    }

    fn documents(&self) -> Option<Utf8PathBuf> {
        self.home()
    }

    fn make(&self, folder: &Utf8Path, site: &NewSite) -> Result<(), String> {
        if folder.exists() {
            return Err(format!("{folder} is not empty."));
        }
        for file in scaffold(site, &Facts::load().expect("the facts")).map_err(|error| error.to_string())? {
            let path = folder.join(&file.path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, file.text).expect("written");
        }
        Ok(())
    }

    fn preview_host(&self, _folder: &Utf8Path) -> Arc<dyn PreviewHost> {
        Arc::new(QuietHost)
    }
}

/// A host with a fixed clock, which prints nothing.
struct QuietHost;

impl PreviewHost for QuietHost {
    fn today(&self) -> Date {
        common::today()
    }

    fn now(&self) -> jiff::civil::DateTime {
        common::today().at(9, 30, 0, 0)
    }

    fn edit(&self, _file: &Utf8Path) -> std::io::Result<()> {
        Ok(())
    }

    fn on_event(&self, _event: ServeEvent<'_>) {}
}

impl StartPage {
    pub(crate) fn start() -> Self {
        Self::with_limits(NEVER)
    }

    pub(crate) fn with_limits(idle: IdleLimits) -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let home = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
        crate::preview::copy(&common::folder("content-example"), &home.join("ridgeway-school"));
        let host = Arc::new(TestHost { home: home.clone(), recent: Mutex::default() });
        let options = StartOptions { port: Some(0), today: None, idle };
        let shared: SharedStartHost = host.clone();
        let server = Server::start_page(options, Facts::load().expect("the facts"), shared).expect("a start page");
        let port = server.address().port();
        Self { _temporary: temporary, home, port, server: Some(server), host }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The path of the example school.
    pub(crate) fn school(&self) -> Utf8PathBuf {
        self.home.join("ridgeway-school")
    }

    /// Notes that a folder was opened in an earlier run.
    pub(crate) fn remember(&self, folder: &Utf8Path) {
        self.host.remember(folder);
    }

    /// The folders that were opened.
    pub(crate) fn recent(&self) -> Vec<Utf8PathBuf> {
        self.host.recent()
    }

    /// Opens a folder that was dropped on the program.
    pub(crate) fn open_dropped(&self, folder: &Utf8Path) -> Result<(), String> {
        self.server.as_ref().expect("it runs").open_folder(folder)
    }

    /// Waits for the end.
    pub(crate) fn ended(&mut self) -> Ended {
        self.server.take().expect("it runs").until_ended().expect("it ends")
    }
}
