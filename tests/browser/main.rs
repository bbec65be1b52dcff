//! What a real browser makes of it: headless Chromium, driven by the WebDriver protocol.
//!
//! `chromium` is the one way to start a browser, and installs it where it is missing. `preview` is
//! a school's content folder with a preview of it. All other rooms are tests.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test works on folders and stops at the first surprise"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/packages.rs"]
mod packages;
#[path = "../common/preview.rs"]
mod preview;
#[path = "../common/until.rs"]
mod until;

mod axe;
mod chromium;
mod fits;
mod follows;
mod host;
mod keys;
mod markup;
mod panel;
mod paper;
mod pictures;
mod quiet;
mod search;
mod sites;
mod tools;
