//! Translated texts: their addresses, their links, and the language each part is marked with.

use std::fs;

use crate::common::{facts, today};
use camino::Utf8Path;
use fingerpost::report::{Code, Findings};

const SCHOOL: &str = "name: Ridgeway School
kind: independent-school
web-address: https://careers.example/
year:
  label: 2026-27
  starts: 2026-09-01
  terms: [{ name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }]
groups: [{ name: Information technology, id: it }]
accessibility: { contact: Tell the office. }
abbreviations: { UCAS: Universities and Colleges Admissions Service }
";
const TEAM: &str = "people: [{ role: careers-leader, name: Priya Venn, email: careers@ridgeway.example }]\n";
const ORIGINAL: &str = "---\ntitle: Words\n---\n\n## Who helps\n\nRing UCAS.\n";

/// The pages of a site with these files, and the codes of its findings.
fn site(files: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<Code>) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8Path::from_path(folder.path()).expect("Unicode");
    for (path, text) in [("school.yaml", SCHOOL), ("team.yaml", TEAM)].iter().chain(files) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let mut findings = Findings::default();
    let made = fingerpost::build_in_memory(root, facts(), today(), &mut findings);
    let pages = made.expect("a site").files.into_iter().filter(|file| file.path.ends_with(".html"));
    let pages = pages.map(|file| (file.path, String::from_utf8(file.bytes).expect("UTF-8"))).collect();
    (pages, findings.sorted().iter().map(|finding| finding.code).collect())
}

fn page<'p>(pages: &'p [(String, String)], address: &str) -> &'p str {
    &pages.iter().find(|(path, _)| path == address).expect(address).1
}

#[test]
fn a_page_and_its_translations_link_to_each_other() {
    let (pages, codes) = site(&[
        ("pages/words.md", ORIGINAL),
        (
            "pages/words.ur.md",
            "---\ntitle: الفاظ\nmachine: yes\n---\n\n## کون\n\nفون UCAS یا 01632 960123۔ [انگریزی](words.md#who-helps)\n",
        ),
        ("pages/words.zh-hant.md", "---\ntitle: 字詞\nmachine: yes\n---\n\n請看[烏爾都語](words.ur.md#کون)。\n"),
    ]);
    assert!(!codes.contains(&Code::new("broken-link")) && !codes.contains(&Code::new("broken-anchor")), "{codes:?}");
    for address in ["pages/words.html", "ur/pages/words.html", "zh-hant/pages/words.html"] {
        let html = page(&pages, address);
        for (language, target) in [
            ("en-GB", "pages/words.html"),
            ("x-default", "pages/words.html"),
            ("ur", "ur/pages/words.html"),
            ("zh-Hant", "zh-hant/pages/words.html"),
        ] {
            let link =
                format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"https://careers.example/{target}\">");
            assert!(html.contains(&link), "{address}: {link}");
        }
    }
    let urdu = page(&pages, "ur/pages/words.html");
    assert!(
        urdu.contains("<html lang=\"en-GB\" dir=\"ltr\"")
            && urdu.contains(" lang=\"ur\" dir=\"rtl\">\n<div class=\"container\">")
    );
    assert!(urdu.contains("hreflang=\"zh-Hant\" lang=\"zh-Hant\" dir=\"ltr\">繁體中文</a>"));
    assert!(!urdu.contains("hreflang=\"ur\" lang=\"ur\" dir=\"rtl\">اردو</a>"), "a page does not offer itself");
    // Telephone numbers keep their direction, English abbreviations are not explained, anchors are translated.
    assert!(urdu.contains("<bdi dir=\"ltr\">01632\u{a0}960123</bdi>") && !urdu.contains("Admissions Service"));
    assert!(urdu.contains("href=\"../../pages/words.html#who-helps\""));
    assert!(page(&pages, "zh-hant/pages/words.html").contains("href=\"../../ur/pages/words.html#کون\""));
    assert!(page(&pages, "pages/words.html").contains("Admissions Service"));
    assert!(page(&pages, "a-to-z.html").contains("hreflang=\"ur\" lang=\"ur\" dir=\"rtl\">الفاظ</a>"));
}

/// A course area may be called IT, which is the tag of Italian.
#[test]
fn a_language_tag_never_replaces_a_group() {
    let (pages, codes) = site(&[
        ("parents.md", "Ring us. See [the course](programme/it.md).\n"),
        ("parents.it.md", "---\ntitle: Genitori\nmachine: yes\n---\n\nChiamateci. Vedi [il corso](programme/it.md).\n"),
        ("programme/it.md", "---\ntheme: Computers\nactivities: [{ title: Talk, when: autumn }]\n---\n\nText.\n"),
    ]);
    assert!(!codes.contains(&Code::new("address-clash")), "{codes:?}");
    assert!(page(&pages, "parents/it.html").contains("Information technology"));
    let italian = page(&pages, "it/parents.html");
    assert!(italian.contains("<main id=\"site_main\" tabindex=\"-1\" lang=\"it\" dir=\"ltr\">"));
    // From a page for parents, links lead to the pages for parents.
    assert!(italian.contains("href=\"../parents/it.html\">il corso</a>"), "{italian}");
}

#[test]
fn a_translation_is_hidden_with_its_original() {
    let draft = ORIGINAL.replace("title", "draft: yes\ntitle");
    let (pages, codes) = site(&[
        ("pages/words.md", &draft),
        ("pages/words.cy.md", "---\ntitle: Geiriau\nmachine: yes\n---\n\nFfoniwch ni.\n"),
        ("pages/other.md", "---\ntitle: Other\n---\n\nSee [Geiriau](words.cy.md).\n"),
    ]);
    assert!(!pages.iter().any(|(path, _)| path.contains("words")), "a draft is on the site");
    assert!(codes.contains(&Code::new("not-shown")) && codes.contains(&Code::new("link-to-hidden")), "{codes:?}");
}

#[test]
fn a_translation_older_than_its_original_is_marked() {
    let original = ORIGINAL.replace("title", "updated: 2026-11-20\ntitle");
    let translation =
        |day: &str| format!("---\ntitle: Geiriau\ntranslator: a governor\ntranslated: {day}\n---\n\nFfoniwch.\n");
    for (day, is_old) in [("2026-11-19", true), ("2026-11-20", false)] {
        let (pages, codes) = site(&[("pages/words.md", &original), ("pages/words.cy.md", &translation(day))]);
        assert_eq!(codes.contains(&Code::new("translation-old")), is_old, "{day}: {codes:?}");
        assert_eq!(page(&pages, "cy/pages/words.html").contains("The original is newer."), is_old, "{day}");
    }
}

#[test]
fn the_home_page_offers_each_language_once_and_prefers_the_text_for_parents() {
    let (pages, _) = site(&[
        ("pages/words.md", ORIGINAL),
        ("pages/words.ur.md", "---\ntitle: الفاظ\nmachine: yes\n---\n\nفون\n"),
        ("pages/words.pl.md", "---\ntitle: Słowa\nmachine: yes\n---\n\nTelefon\n"),
        ("parents.md", "---\nlead: Who to call.\n---\n\nCall us.\n"),
        ("parents.ur.md", "---\ntitle: والدین\nmachine: yes\n---\n\nفون\n"),
    ]);
    let home = page(&pages, "index.html");
    assert!(home.contains("href=\"ur/parents.html\" hreflang=\"ur\" lang=\"ur\" dir=\"rtl\">اردو</a>"));
    assert!(home.contains("href=\"pl/pages/words.html\" hreflang=\"pl\" lang=\"pl\" dir=\"ltr\">Polski</a>"));
    assert!(!home.contains("ur/pages/words.html"));
    let (pages, _) = site(&[]);
    assert!(!page(&pages, "index.html").contains("In other languages"), "nothing is empty");
}
