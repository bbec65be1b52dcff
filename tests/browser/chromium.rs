//! Drives Chromium.
//!
//! Each test gets its own [`Browser`], without anything that another test has opened, set or stored. Commands are those of
//! the W3C WebDriver protocol. Nothing sleeps: a test waits for a condition.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::driver::{Driver, Session};
use crate::until::until;

/// A browser with one window or more.
pub(crate) struct Browser {
    driver: Arc<Driver>,
    session: Session,
}

/// One of a browser's windows.
pub(crate) struct Window(String);

impl Browser {
    /// Starts a browser with one window of the size of a small laptop.
    pub(crate) fn start() -> Self {
        let driver = Driver::shared();
        let session = driver.session();
        let browser = Self { driver, session };
        browser.resize(1280, 800);
        browser
    }

    /// Goes to an address and waits until the page has loaded.
    pub(crate) fn go(&self, address: &str) {
        self.session.post("/url", &json!({ "url": address })).expect("the page loads");
        // Some versions of ChromeDriver answer before the styles have come.
        self.wait_for("document.readyState === 'complete'");
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
        self.session.post("/execute/sync", &json!({ "script": body, "args": [] }))
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
        self.press_in_time(keys, 0);
    }

    /// The same, with a pause of some milliseconds after each key.
    pub(crate) fn press_in_time(&self, keys: &[&str], pause: u32) {
        let stroke = |key: &&str| {
            [
                json!({ "type": "keyDown", "value": key }),
                json!({ "type": "keyUp", "value": key }),
                json!({ "type": "pause", "duration": pause }),
            ]
        };
        let strokes: Vec<Value> = keys.iter().flat_map(stroke).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.session.post("/actions", &json!({ "actions": [keyboard] })).expect("keys are pressed");
    }

    /// Presses keys, one after the other, while another one is held down.
    pub(crate) fn press_with(&self, held: &str, keys: &[&str]) {
        let stroke =
            |key: &&str| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        let down = json!({ "type": "keyDown", "value": held });
        let up = json!({ "type": "keyUp", "value": held });
        let strokes: Vec<Value> = std::iter::once(down).chain(keys.iter().flat_map(stroke)).chain([up]).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.session.post("/actions", &json!({ "actions": [keyboard] })).expect("keys are pressed");
    }

    /// Chooses a file in the field that a selector finds.
    pub(crate) fn choose_file(&self, selector: &str, file: &str) {
        let query = json!({ "using": "css selector", "value": selector });
        let found = self.session.post("/element", &query).expect("the field");
        let element = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
        let path = format!("/element/{}/value", element.expect("an identifier"));
        self.session.post(&path, &json!({ "text": file })).expect("the file is chosen");
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
        let answer = self.session.post("/execute/async", &json!({ "script": body, "args": [] }));
        answer.unwrap_or_else(|error| panic!("{error} in {:.200}", body))
    }

    /// New entries in a log (`browser` or `performance`).
    pub(crate) fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.session.log(kind).expect("a log");
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
        self.session.devtools(command, parameters).expect("the command is known")
    }

    /// The window that commands go to.
    pub(crate) fn window(&self) -> Window {
        let handle = self.session.ask("GET", "/window", None).expect("a window");
        Window(handle.as_str().expect("a handle").to_owned())
    }

    /// Opens another window and switches to it.
    pub(crate) fn open_window(&self) -> Window {
        let answer = self.session.post("/window/new", &json!({ "type": "window" })).expect("a window opens");
        let window = Window(answer["handle"].as_str().expect("a handle").to_owned());
        self.go_on_in(&window);
        window
    }

    /// Switches to another window.
    pub(crate) fn go_on_in(&self, window: &Window) {
        self.session.post("/window", &json!({ "handle": window.0 })).expect("the window is there");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A failed test may leave a browser that no longer answers.
        if std::thread::panicking() {
            self.session.end();
        } else {
            self.driver.keep(self.session.clone());
        }
    }
}

#[test]
fn a_browser_that_is_used_again_has_nothing_of_the_last_test() {
    let sites = crate::sites::Sites::get();
    let page = sites.page("example", "index.html");
    let addresses = [sites.hosted(page), sites.on_disk(page)];
    let browser = Browser::start();
    let states = || {
        addresses.each_ref().map(|address| {
            browser.go(address);
            browser.script(
                "const queries = ['print', '(prefers-color-scheme: dark)', '(scripting: none)', '(max-width: 1000px)'];
                 return [queries.map((query) => matchMedia(query).matches), history.length, devicePixelRatio,
                     localStorage.length, sessionStorage.length, document.cookie,
                     getComputedStyle(document.querySelector('.masthead')).backgroundColor]",
            )
        })
    };
    browser.session.clear().expect("it answers");
    browser.resize(1280, 800);
    let first = states();
    for address in &addresses {
        browser.go(address);
        browser.script("localStorage.a = 1; sessionStorage.a = 1; document.cookie = 'a=1'; console.error('a')");
    }
    let planted = states();
    browser.open_window();
    browser.zoom(320, 640, 4);
    browser.prefer(&[("prefers-color-scheme", "dark")]);
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    browser.devtools("Network.enable", &json!({}));
    browser.devtools("Network.setBlockedURLs", &json!({ "urls": ["*style*"] }));
    assert_ne!(states(), planted);
    browser.session.clear().expect("it answers");
    assert_eq!((browser.log("browser"), browser.log("performance")), (Vec::new(), Vec::new()));
    browser.resize(1280, 800);
    assert_eq!(states(), first);
    let windows = browser.session.ask("GET", "/window/handles", None).expect("the windows");
    assert_eq!(windows.as_array().map(Vec::len), Some(1));
}
