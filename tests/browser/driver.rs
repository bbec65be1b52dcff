//! The chromedriver of a run, and the browsers that it controls.
//!
//! To start a browser takes longer than most tests, so one that a test has left is cleared and used again.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use serde_json::{Value, json};

use crate::packages;
use crate::until::TIMEOUT;

/// Switches that keep Chromium quiet and let root start it.
const SWITCHES: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// Chromium without windows. It draws as Chromium does, with a quarter less work.
const SHELL: &str = "/usr/bin/chromium-headless-shell";

/// A chromedriver. It stops when the last test that uses it ends.
pub(crate) struct Driver {
    program: Child,
    port: u16,
    /// Browsers that no test uses.
    idle: Mutex<Vec<Session>>,
}

/// A browser, as chromedriver knows it.
#[derive(Clone)]
pub(crate) struct Session {
    agent: ureq::Agent,
    address: String,
}

impl Driver {
    /// The one that runs, or a new one: two that start at the same time would take the same port.
    pub(crate) fn shared() -> Arc<Self> {
        static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start());
            *running = Arc::downgrade(&driver);
            driver
        })
    }

    fn start() -> Self {
        install();
        let mut program = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let port = port_of(&mut program);
        Self { program, port, idle: Mutex::default() }
    }

    /// A browser with one empty window and nothing stored.
    pub(crate) fn session(&self) -> Session {
        let idle = self.idle().pop();
        idle.filter(|session| session.clear().is_ok()).unwrap_or_else(|| Session::start(self.port))
    }

    /// Takes back a browser that a test has left.
    pub(crate) fn keep(&self, session: Session) {
        self.idle().push(session);
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Session>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.idle().drain(..).for_each(|session| session.end());
        // It may have ended already; both ways it is over.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Session {
    fn start(port: u16) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(TIMEOUT * 2))
            .build()
            .new_agent();
        let mut session = Self { agent, address: format!("http://127.0.0.1:{port}/session") };
        let log = json!({ "enableNetwork": true, "enablePage": false });
        let mut options = json!({ "args": SWITCHES, "perfLoggingPrefs": log });
        if Path::new(SHELL).exists() {
            options["binary"] = SHELL.into();
        }
        let logs = json!({ "browser": "ALL", "performance": "ALL" });
        let list = json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logs });
        let list = json!({ "alwaysMatch": list });
        let answer = session.post("", &json!({ "capabilities": list })).expect("a browser starts");
        session.address = format!("{}/{}", session.address, answer["sessionId"].as_str().expect("a session"));
        session
    }

    /// Replaces all windows with a new one, as emulated settings belong to a window, and deletes what pages have
    /// stored.
    pub(crate) fn clear(&self) -> Result<(), String> {
        let old = self.ask("GET", "/window/handles", None)?;
        let new = self.post("/window/new", &json!({ "type": "window" }))?;
        for handle in old.as_array().into_iter().flatten() {
            self.post("/window", &json!({ "handle": handle }))?;
            self.ask("DELETE", "/window", None)?;
        }
        self.post("/window", &json!({ "handle": new["handle"] }))?;
        self.devtools("Storage.clearDataForOrigin", &json!({ "origin": "*", "storageTypes": "all" }))?;
        self.devtools("Network.clearBrowserCache", &json!({}))?;
        self.log("browser")?;
        self.log("performance")?;
        Ok(())
    }

    /// Sends a command of the DevTools protocol.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// New entries in a log.
    pub(crate) fn log(&self, kind: &str) -> Result<Value, String> {
        self.post("/se/log", &json!({ "type": kind }))
    }

    /// Ends the browser.
    pub(crate) fn end(&self) {
        // A browser that has gone already needs no ending. Without this command, the shell would outlive its session.
        let _ = self.devtools("Browser.close", &json!({}));
        let _ = self.ask("DELETE", "", None);
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.ask("POST", path, Some(body))
    }

    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let address = format!("{}{path}", self.address);
        let answer = match (method, body) {
            ("POST", Some(body)) => self.agent.post(address).send_json(body),
            ("DELETE", _) => self.agent.delete(address).call(),
            _ => self.agent.get(address).call(),
        };
        let mut answer = answer.map_err(|error| error.to_string())?;
        let well = answer.status().is_success();
        let value = answer.body_mut().read_json::<Value>().map_err(|error| error.to_string())?["value"].take();
        if well { Ok(value) } else { Err(value["message"].as_str().unwrap_or("no message").to_owned()) }
    }
}

/// The port that a driver says it has taken.
fn port_of(program: &mut Child) -> u16 {
    let mut lines = BufReader::new(program.stdout.take().expect("its output")).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("was started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // It must be able to go on writing.
    std::thread::spawn(move || lines.for_each(drop));
    port.expect("chromedriver prints its port")
}

/// Installs Chromium and its driver from Debian or Ubuntu, where they are missing. Only Debian has the shell.
fn install() {
    if packages::can_run("chromedriver") && (Path::new(SHELL).exists() || packages::can_run("chromium")) {
        return;
    }
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let chromium = if release.lines().any(|line| line == "ID=debian") { "chromium-headless-shell" } else { "chromium" };
    packages::install_from_debian(&["chromium-driver", chromium]);
}
