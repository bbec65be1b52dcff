//! Printed pages are complete, tagged for screen readers and without navigation.

use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::chromium::Browser;
use crate::packages;
use crate::sites::Sites;

/// Pages that people print, with the number of A4 sides each may take.
const MAX_SIDES: [(&str, u32); 13] = [
    ("programme/index.html", 10),
    // A family's year is on the two sides of one.
    ("parents/year-9.html", 2),
    ("parents/year-11.html", 2),
    ("parents/year-12.html", 2),
    // A term of the calendar is on one.
    ("staff/calendar.html", 3),
    ("pupils/index.html", 6),
    ("parents/index.html", 8),
    ("staff/index.html", 12),
    ("employers/index.html", 12),
    ("pupils/year-9.html", 3),
    // The longest sheets of each kind.
    ("pupils/sheets/2027-07-05-year-10-work-experience-week.html", 1),
    ("employers/sheets/2027-01-21-year-9-tarn-valley-utc.html", 1),
    ("staff/sheets/2027-07-05-year-10-work-experience-week.html", 1),
];

/// Prints the open page and returns its text.
fn printed_text(browser: &Browser) -> String {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(&file, browser.print()).expect("writing the PDF");
    poppler("pdftotext", file.path())
}

#[test]
fn buttons_print_as_addresses_and_folds_are_open() {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.go(&sites.hosted(sites.page("example", "guidance.html")));
    let address = browser.script("return document.querySelector('main a.button[href^=http]').href");
    let text = printed_text(&browser);
    assert!(text.contains(&format!("({})", address.as_str().expect("an address"))), "{text}");
    browser.go(&sites.hosted(sites.page("example", "pupils/year-9.html")));
    let closed = "[...document.querySelectorAll('.fold:not([open])')].at(0)";
    let folded = browser.script(&format!("return {closed}.querySelector('h3 a, h4 a, dt, li, p').textContent"));
    let text = printed_text(&browser).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(folded.as_str().expect("words")), "{folded} is not in {text}");
    assert!(!text.contains("Add to your calendar"), "a file has no address on paper");
}

#[test]
fn sheets_have_a_running_title_and_numbers_but_no_ways_in() {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.go(&sites.hosted(sites.page("example", "programme/index.html")));
    let text = printed_text(&browser);
    let sheets: Vec<&str> = text.split_terminator('\u{c}').collect();
    for (number, sheet) in sheets.iter().enumerate().skip(1) {
        assert!(sheet.contains("our careers programme – Careers at Ridgeway School"), "{sheet}");
        // How wide a space is depends on the font.
        let number = format!("{}/{}", number + 1, sheets.len());
        assert!(sheet.replace(' ', "").contains(&number), "{sheet}");
    }
    for (page, element) in [("index.html", ".fingerpost"), ("a-to-z.html", ".letter-nav")] {
        browser.go(&sites.hosted(sites.page("example", page)));
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
        let shown = browser.script(&format!("return document.querySelector({element:?}).checkVisibility()"));
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
        assert_eq!(shown, false, "{page}");
    }
}

#[test]
fn letters_on_a_familys_sheet_have_ten_points() {
    let sites = Sites::get();
    let browser = Browser::start();
    browser.go(&sites.hosted(sites.page("example", "parents/year-12.html")));
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let script = "const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const small = [];
        let count = 0;
        while (texts.nextNode()) {
            const one = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !one.checkVisibility() || one.closest('.visually-hidden')) continue;
            count += 1;
            if (parseFloat(getComputedStyle(one).fontSize) < 13.3) small.push(one.outerHTML.slice(0, 120));
        }
        return [count, small.join('; ')]";
    let found = browser.script(script);
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
    assert!(found[0].as_u64() > Some(100), "{found}");
    assert_eq!(found[1], "");
}

/// The output of one of poppler's tools.
fn poppler(tool: &str, file: &Path) -> String {
    if !packages::can_run("pdftotext") {
        packages::install_from_debian(&["poppler-utils"]);
    }
    let mut command = Command::new(tool);
    command.arg(file).args((tool == "pdftotext").then_some("-"));
    String::from_utf8(command.output().expect("it runs").stdout).expect("UTF-8")
}

#[test]
fn printed_pages_are_complete_tagged_and_without_menus() {
    let sites = Sites::get();
    let browser = Browser::start();
    for (address, max) in MAX_SIDES {
        let page = sites.pages().iter().find(|page| page.site == "example" && page.address == address);
        browser.go(&sites.hosted(page.expect("the page")));
        let title = browser.script("return document.querySelector('h1').innerText");
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
        let shown =
            "return [...document.querySelectorAll('nav:not(.contents) a, nav h2, .skip-link')].filter((one) => one.getClientRects().length)
            .map((one) => one.outerHTML.slice(0, 80)).join()";
        assert_eq!(browser.script(shown), "", "{address} prints its menus");
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
        let file = sites.folder.join("printed.pdf");
        std::fs::write(&file, browser.print()).expect("writing the PDF");
        let facts = poppler("pdfinfo", &file);
        let fact = |name: &str| {
            let line = facts.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_else(|| panic!("{name} is not in {facts}")).trim()
        };
        assert_eq!(fact("Tagged:"), "yes", "{address}");
        assert!(fact("Page size:").contains("A4"), "{address}: {}", fact("Page size:"));
        let sides: u32 = fact("Pages:").parse().expect("a number");
        assert!(sides <= max, "{address} takes {sides} sides, and may take {max}");
        let text = poppler("pdftotext", &file);
        assert!(!text.contains("Skip to main content"), "{address} prints the way past the menus");
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = words(title.as_str().expect("a title"));
        assert!(words(&text).contains(&title), "{address} prints no “{title}”:\n{text:.400}");
    }
}
