//! Screenshots of every kind of page, for people to look at.

use std::path::Path;

use crate::chromium::Browser;
use crate::sites::Sites;

/// `SCREENSHOTS=1 cargo test --features browser-tests --test browser pictures` writes them to `target/screenshots`.
#[test]
fn screenshots_of_every_kind_of_page_on_request() {
    if std::env::var_os("SCREENSHOTS").is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder).expect("a folder");
    let browser = Browser::start();
    let schemes: [(&str, &[(&str, &str)]); 3] = [
        ("light", &[]),
        ("dark", &[("prefers-color-scheme", "dark")]),
        ("forced", &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]),
    ];
    for (scheme, features) in schemes {
        browser.prefer(features);
        for (width, height) in [(390, 844), (1280, 800)] {
            browser.resize(width, height);
            for page in Sites::get().kinds().into_iter().filter(|page| page.site == "example") {
                browser.go(&Sites::get().hosted(page));
                let file = folder.join(format!("{}-{width}-{scheme}.png", page.kind));
                std::fs::write(file, browser.picture()).expect("a picture is kept");
            }
        }
    }
}
