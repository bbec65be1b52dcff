//! Builds are reproducible, write only what changed, and lose nothing when they fail.
use crate::common;

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::report::Findings;
use fingerpost::{BuildOptions, Outcome, build};

struct TempSite {
    _folder: tempfile::TempDir,
    content: Utf8PathBuf,
    out: Utf8PathBuf,
}

/// A copy of the example school.
fn temp_site() -> TempSite {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("Unicode");
    copy(&common::folder("content-example"), &root.join("content"));
    TempSite { _folder: folder, content: root.join("content"), out: root.join("site") }
}

fn copy(from: &Utf8Path, to: &Utf8Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in from.read_dir_utf8().expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(drop).expect("copied")
        }
    }
}

/// The outcome of a build, and its findings.
fn run(temp_site: &TempSite, strict: bool) -> (Outcome, Findings) {
    let facts = common::facts();
    let order =
        BuildOptions { folder: &temp_site.content, out: &temp_site.out, today: common::today(), strict, adopt: false };
    let mut findings = Findings::default();
    (build(&order, facts, &mut |_| {}, &mut findings), findings)
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let (one, two) = (temp_site(), temp_site());
    assert!(matches!(run(&one, false).0, Outcome::Published(..)));
    assert!(matches!(run(&two, false).0, Outcome::Published(..)));
    let (one, two) = (common::files_below(&one.out), common::files_below(&two.out));
    assert!(one.len() > 80);
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(two.get(path) == Some(bytes), "{path} differs");
    }
}

#[test]
fn only_a_site_at_the_root_of_a_domain_takes_the_domain() {
    let temp_site = temp_site();
    let path = temp_site.content.join("school.yaml");
    let school = std::fs::read_to_string(&path).expect("a file");
    for (address, domain) in [
        ("https://careers.ridgeway.example/", Some("careers.ridgeway.example\n")),
        ("https://www.ridgeway.example/careers/", None),
    ] {
        let changed = school.replace("https://careers.ridgeway.example/", address);
        std::fs::write(&path, format!("{changed}\nhost: github-pages\n")).expect("written");
        let mut findings = Findings::default();
        let made = fingerpost::build_in_memory(&temp_site.content, common::facts(), common::today(), &mut findings);
        let files = made.expect("a site").files;
        let named = files.iter().find(|file| file.path == "CNAME").map(|file| file.bytes.as_slice());
        assert_eq!(named, domain.map(str::as_bytes), "{address}");
    }
}

#[test]
fn an_unchanged_folder_is_not_built_again() {
    let temp_site = temp_site();
    run(&temp_site, false);
    let before = common::files_below(&temp_site.out);
    assert!(matches!(run(&temp_site, false).0, Outcome::UpToDate(_)));
    assert_eq!(before, common::files_below(&temp_site.out));
}

#[test]
fn a_page_changed_by_hand_is_kept() {
    let temp_site = temp_site();
    run(&temp_site, false);
    std::fs::write(temp_site.out.join("team.html"), "changed by hand").expect("written");
    run(&temp_site, false);
    assert_eq!(std::fs::read_to_string(temp_site.out.join("team.html")).expect("the page"), "changed by hand");
}

#[test]
fn one_changed_event_changes_few_files() {
    let temp_site = temp_site();
    run(&temp_site, false);
    let event = temp_site.content.join("guidance.md");
    let text = std::fs::read_to_string(&event).expect("the guidance");
    std::fs::write(&event, text + "\nOne more line.\n").expect("written");
    let Outcome::Published(published, _) = run(&temp_site, false).0 else { panic!("it is published") };
    // The page, the search index, and the search page that names the index file.
    assert_eq!((published.written, published.removed), (3, 1));
}

#[test]
fn a_page_removed_from_the_content_leaves_the_site() {
    let temp_site = temp_site();
    let page = temp_site.content.join("pages/extra.md");
    std::fs::write(&page, "---\ntitle: Extra\n---\nText.\n").expect("written");
    run(&temp_site, false);
    assert!(temp_site.out.join("pages/extra.html").is_file());
    std::fs::remove_file(page).expect("removed");
    run(&temp_site, false);
    assert!(!temp_site.out.join("pages/extra.html").exists());
}

#[test]
fn a_build_with_errors_leaves_the_last_good_site_byte_for_byte() {
    let temp_site = temp_site();
    run(&temp_site, false);
    let before = common::files_below(&temp_site.out);
    std::fs::write(temp_site.content.join("team.yaml"), "people: [\n").expect("written");
    std::fs::write(temp_site.content.join("pages/new.md"), "---\ntitle: New\n---\n[x](nowhere.md)\n").expect("written");
    let (outcome, findings) = run(&temp_site, false);
    assert!(matches!(outcome, Outcome::Stopped));
    assert!(findings.any_error());
    assert_eq!(before, common::files_below(&temp_site.out));
}

#[test]
fn strict_stops_at_must_and_should_findings() {
    let temp_site = temp_site();
    std::fs::write(temp_site.content.join("notes.md"), "lost\n").expect("written");
    assert!(matches!(run(&temp_site, true).0, Outcome::Stopped));
    assert!(!temp_site.out.exists());
    assert!(matches!(run(&temp_site, false).0, Outcome::Published(..)));
}

#[test]
fn strict_stops_although_nothing_has_changed() {
    let temp_site = temp_site();
    std::fs::write(
        temp_site.content.join("pages/shout.md"),
        "---\ntitle: Shout\n---\nTHIS IS A VERY LOUD PAGE INDEED\n",
    )
    .expect("written");
    let (outcome, findings) = run(&temp_site, false);
    assert!(matches!(outcome, Outcome::Published(..)));
    assert!(findings.only_advice() && findings.counts().should > 0, "{:?}", findings.sorted());
    assert!(matches!(run(&temp_site, false).0, Outcome::UpToDate(_)));
    assert!(matches!(run(&temp_site, true).0, Outcome::Stopped));
}

#[test]
fn past_and_coming_events_depend_on_the_given_day() {
    let temp_site = temp_site();
    let facts = common::facts();
    let day = jiff::civil::date(2027, 8, 31);
    let order =
        BuildOptions { folder: &temp_site.content, out: &temp_site.out, today: day, strict: false, adopt: false };
    build(&order, facts, &mut |_| {}, &mut Findings::default());
    let coming = std::fs::read_to_string(temp_site.out.join("events/index.html")).expect("the events");
    let past = std::fs::read_to_string(temp_site.out.join("events/past.html")).expect("the past events");
    assert!(!coming.contains("<ol class=\"event-list\">"), "events are still listed as coming");
    assert!(past.matches("<time ").count() > 30);
}

#[test]
fn a_theme_file_can_be_replaced() {
    let temp_site = temp_site();
    std::fs::create_dir_all(temp_site.content.join("theme/pages")).expect("a folder");
    let own = "{% extends \"base.html\" %}{% block main %}<p>Ours: {{ site.name }}</p>{% endblock %}";
    std::fs::write(temp_site.content.join("theme/pages/404.html"), own).expect("written");
    assert!(matches!(run(&temp_site, false).0, Outcome::Published(..)));
    let page = std::fs::read_to_string(temp_site.out.join("404.html")).expect("the page");
    assert!(page.contains("<p>Ours: Ridgeway School</p>"));
}
