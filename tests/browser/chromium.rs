//! Starts and drives Chromium.
//!
//! Each test starts its own [`Browser`], a Chromium with a fresh profile that is gone when it is
//! dropped; the last one takes `chromedriver` along. Commands are those of the W3C WebDriver protocol. Nothing sleeps: a test
//! waits for a condition.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::packages;
use crate::until::{TIMEOUT, until};

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

/// A browser with one window or more.
pub(crate) struct Browser {
    /// Stops when the last browser is dropped.
    _driver: Arc<Driver>,
    agent: ureq::Agent,
    session: String,
}

/// One of a browser's windows.
pub(crate) struct Window(String);

/// The chromedriver of all browsers of this run.
struct Driver {
    program: Child,
    port: u16,
}

impl Browser {
    /// Starts a browser with one window of the size of a small laptop.
    pub(crate) fn start() -> Self {
        let driver = Driver::shared();
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(TIMEOUT * 2))
            .build()
            .new_agent();
        let session = format!("http://127.0.0.1:{}/session", driver.port);
        let mut browser = Self { _driver: driver, agent, session };
        let log = json!({ "enableNetwork": true, "enablePage": false });
        let options = json!({ "args": SWITCHES, "perfLoggingPrefs": log });
        let logs = json!({ "browser": "ALL", "performance": "ALL" });
        let list = json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logs });
        let list = json!({ "alwaysMatch": list });
        let answer = browser.post("", &json!({ "capabilities": list })).expect("a browser starts");
        browser.session = format!("{}/{}", browser.session, answer["sessionId"].as_str().expect("a session"));
        browser.resize(1280, 800);
        browser
    }

    /// Goes to an address and waits until the page has loaded.
    pub(crate) fn go(&self, address: &str) {
        self.post("/url", &json!({ "url": address })).expect("the page loads");
    }

    /// The address of the open page.
    pub(crate) fn address(&self) -> String {
        self.script("return location.href").as_str().expect("an address").to_owned()
    }

    /// Runs the body of a JavaScript function and returns its value.
    pub(crate) fn script(&self, body: &str) -> Value {
        self.try_script(body).unwrap_or_else(|error| panic!("{error} in {body}"))
    }

    fn try_script(&self, body: &str) -> Result<Value, String> {
        self.post("/execute/sync", &json!({ "script": body, "args": [] }))
    }

    /// Waits until a JavaScript expression is true.
    pub(crate) fn wait_for(&self, condition: &str) {
        let mut last = Ok(Value::Null);
        until(|| {
            // While a page loads, scripts may fail.
            last = self.try_script(&format!("return !!({condition})"));
            last == Ok(Value::Bool(true))
        })
        .unwrap_or_else(|()| panic!("timed out waiting for {condition}: {last:?}\n{}", self.page_text()));
    }

    fn page_text(&self) -> String {
        let text = self.try_script("return location.href + '\\n' + document.body.innerText.slice(0, 2000)");
        text.map_or_else(|error| error, |text| text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses keys, one after the other. Special keys are characters of the private use area, as in
    /// WebDriver.
    pub(crate) fn press(&self, keys: &[&str]) {
        let strokes: Vec<Value> = keys
            .iter()
            .flat_map(|key| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })])
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.post("/actions", &json!({ "actions": [keyboard] })).expect("keys are pressed");
    }

    /// Sets the size of the viewport.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.zoom(width, height, 1);
    }

    /// The same with a pixel ratio, as for a reader who zooms in.
    pub(crate) fn zoom(&self, width: u32, height: u32, dots: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": dots, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        // As on a phone. Otherwise they take a part of the width.
        self.devtools("Emulation.setScrollbarsHidden", &json!({ "hidden": true }));
    }

    /// Sets media features, such as a dark colour scheme, and resets all others.
    pub(crate) fn prefer(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Runs asynchronous JavaScript. It passes its result to the callback, the last of `arguments`.
    pub(crate) fn script_that_takes_time(&self, body: &str) -> Value {
        let answer = self.post("/execute/async", &json!({ "script": body, "args": [] }));
        answer.unwrap_or_else(|error| panic!("{error} in {:.200}", body))
    }

    /// New entries in a log (`browser` or `performance`).
    pub(crate) fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.post("/se/log", &json!({ "type": kind })).expect("a log");
        entries.as_array().cloned().unwrap_or_default()
    }

    /// The page as a PDF, printed on the paper that its styles set.
    pub(crate) fn print(&self) -> Vec<u8> {
        let paper = json!({ "printBackground": true, "preferCSSPageSize": true, "generateTaggedPDF": true });
        let printed = self.devtools("Page.printToPDF", &paper);
        STANDARD.decode(printed["data"].as_str().expect("a file")).expect("base64")
    }

    /// A screenshot of the whole page, as PNG.
    pub(crate) fn picture(&self) -> Vec<u8> {
        let taken = self.devtools("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }));
        STANDARD.decode(taken["data"].as_str().expect("a picture")).expect("base64")
    }

    /// Sends a command of the DevTools protocol, for what WebDriver can't do.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.post("/goog/cdp/execute", &body).expect("the command is known")
    }

    /// The window that commands go to.
    pub(crate) fn window(&self) -> Window {
        let handle = self.ask("GET", "/window", None).expect("a window");
        Window(handle.as_str().expect("a handle").to_owned())
    }

    /// Opens another window and switches to it.
    pub(crate) fn open_window(&self) -> Window {
        let answer = self.post("/window/new", &json!({ "type": "window" })).expect("a window opens");
        let window = Window(answer["handle"].as_str().expect("a handle").to_owned());
        self.go_on_in(&window);
        window
    }

    /// Switches to another window.
    pub(crate) fn go_on_in(&self, window: &Window) {
        self.post("/window", &json!({ "handle": window.0 })).expect("the window is there");
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.ask("POST", path, Some(body))
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let address = format!("{}{path}", self.session);
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

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that has gone already needs no ending.
        let _ = self.ask("DELETE", "", None);
    }
}

impl Driver {
    /// The one that runs, or a new one: two that start at the same time would take the same port.
    fn shared() -> Arc<Self> {
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
        Self { program, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already; both ways it is over.
        let _ = self.program.kill();
        let _ = self.program.wait();
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

/// Installs Chromium and its driver from Debian or Ubuntu, where they are missing.
fn install() {
    if !packages::can_run("chromedriver") || !packages::can_run("chromium") {
        packages::install_from_debian(&["chromium", "chromium-driver"]);
    }
}
