//! Tests in a real browser: headless Chromium, driven by the WebDriver protocol.
//!
//! Run with `--features browser-tests`. The suite needs Chromium with chromedriver, Node with npm, Java and poppler.
//! As root on Debian or Ubuntu it installs them where they are missing; packages from npm go into `target/`.
//!
//! `driver` starts browsers, `chromium` drives them, `hands` works in them as people do, `host` serves finished sites, `preview`
//! and `start_page` run the program. The other modules are tests.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests use files and programs, and fail by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/in_language.rs"]
mod in_language;
#[path = "../common/packages.rs"]
mod packages;
#[path = "../common/preview.rs"]
mod preview;
#[path = "../common/start_page.rs"]
mod start_page;
#[path = "../common/until.rs"]
mod until;

mod axe;
mod chromium;
mod dashboard;
mod driver;
mod fits;
mod follows;
mod hands;
mod host;
mod keys;
mod languages;
mod live_forms;
mod markup;
mod panel;
mod paper;
mod pictures;
mod quiet;
mod search;
mod shifts;
mod sites;
mod start;
mod tasks;
mod teacher;
mod tools;
