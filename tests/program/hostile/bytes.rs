//! Files that are not text, not UTF-8 or too large.

use std::fs;

use super::{SCHOOL, TestSite, event};

#[test]
fn a_binary_named_like_a_page_is_refused() {
    TestSite::published().with("pages/options.md", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00").refuses_only("not-text");
}

#[test]
fn nul_bytes_in_a_text_are_refused() {
    TestSite::published().with("pages/options.md", "---\ntitle: A\u{0}B\n---\n").refuses_only("not-text");
}

#[test]
fn files_of_fifty_megabytes_are_refused() {
    for path in ["pages/options.md", "media/hall.jpg"] {
        let site = TestSite::published().with(path, "");
        let file = fs::File::options().write(true).open(site.at("careers").join(path)).expect("the file");
        file.set_len(50_000_000).expect("room");
        site.refuses("too-large");
    }
}

#[test]
fn a_byte_order_mark_is_reported() {
    let output = TestSite::published().with("school.yaml", format!("\u{feff}{SCHOOL}")).accepts();
    assert_eq!(output.codes, ["byte-order-mark"]);
}

#[test]
fn utf16_is_read() {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(SCHOOL.replace("Ridgeway", "Rîdgeway").encode_utf16().flat_map(u16::to_le_bytes));
    let site = TestSite::published().with("school.yaml", bytes);
    let output = site.accepts();
    assert!(site.pages().contains("Rîdgeway School"));
    assert!(!output.all.contains("We read it as Windows-1252"), "it is not: {}", output.all);
}

#[test]
fn windows_1252_is_read_and_reported() {
    let site =
        TestSite::published().with("pages/options.md", b"---\ntitle: Caf\xe9 \x96 it\x92s open\n---\nCome in.\n");
    site.accepts().reports("windows-1252");
    assert!(site.pages().contains("Café – it’s open"));
}

#[test]
fn bytes_of_no_known_encoding_are_refused() {
    TestSite::published().with("pages/options.md", b"---\ntitle: \x81\x8d\n---\n").refuses_only("not-text");
}

#[test]
fn lines_of_a_megabyte_are_accepted() {
    let site = TestSite::published().with_page(&"word ".repeat(200_000));
    site.accepts();
    let site =
        TestSite::published().with("events/2027-03-04-fair.md", event(&format!("title: {}", "a".repeat(1_000_000))));
    site.accepts();
}
