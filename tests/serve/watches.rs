//! Every way in which files are saved is noticed, by notification and by polling.

use std::io;
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use camino::Utf8Path;
use fingerpost::framework::Facts;
use fingerpost::serve::{BasePath, PollingReason, PreviewHost, ServeEvent, ServeOptions, Server, WatchMode};
use jiff::civil::Date;

use crate::client::{get, message};
use crate::html_form::HtmlForm;
use crate::preview::{Preview, copy};
use crate::until::until;

const FILE: &str = "pages/about-this-example.md";

fn text(title: &str) -> String {
    format!("---\ntitle: {title}\n---\nText.\n")
}

fn shows(preview: &Preview, words: &str) {
    let page = || get(preview, "/pages/about-this-example.html").text();
    until(|| page().contains(words)).unwrap_or_else(|()| panic!("no {words} in {}", page()));
}

/// Saves in every way that editors and sync clients do.
fn save_in_every_way(preview: &Preview) {
    let at = |name: &str| preview.content.join(name);
    preview.save(FILE, &text("Truncated and written"));
    shows(preview, "Truncated and written");

    preview.save("pages/.about.tmp", &text("Written and renamed over"));
    preview.rename("pages/.about.tmp", FILE);
    shows(preview, "Written and renamed over");

    preview.rename(FILE, "pages/about-this-example.md~");
    preview.save(FILE, &text("With a backup"));
    shows(preview, "With a backup");

    preview.delete(FILE);
    preview.save(FILE, &text("Deleted and recreated"));
    shows(preview, "Deleted and recreated");

    preview.save(FILE, "");
    preview.save(FILE, &text("Empty for a moment"));
    shows(preview, "Empty for a moment");

    std::fs::write(preview.content.with_file_name("from-elsewhere.md"), text("Moved in")).expect("saved");
    std::fs::rename(preview.content.with_file_name("from-elsewhere.md"), at(FILE)).expect("moved");
    shows(preview, "Moved in");

    preview.rename("pages", "pages-away");
    // Other pages link to these, so the last good site stays.
    until(|| message(preview, "/")["panel"]["state"] == "stale").expect("errors are reported");
    preview.rename("pages-away", "pages");
    shows(preview, "Moved in");
    preview.save(FILE, &text("In a folder that was renamed"));
    shows(preview, "In a folder that was renamed");

    let outside = preview.content.with_file_name("pages-outside");
    std::fs::rename(at("pages"), &outside).expect("moved out");
    copy(&outside, &at("pages"));
    preview.save(FILE, &text("In a recreated folder"));
    shows(preview, "In a recreated folder");

    std::fs::create_dir_all(at("theme/components/mine/deep")).expect("folders");
    preview.save("theme/components/mine/deep/mine.css", "main { color: rgb(7, 8, 9) }\n");
    until(|| {
        let page = get(preview, "/").text();
        let style = page.split("href=\"").find(|rest| rest.starts_with("assets/style.")).expect("a style");
        get(preview, &format!("/{}", style.split('"').next().expect("its address"))).text().contains("rgb(7,8,9)")
    })
    .expect("the style of a new folder");

    let away = preview.content.with_file_name("away");
    std::fs::rename(&preview.content, &away).expect("moved away");
    copy(&away, &preview.content);
    preview.save(FILE, &text("In a recreated content folder"));
    shows(preview, "In a recreated content folder");
    // The preview may be writing its cache.
    until(|| std::fs::remove_dir_all(&preview.content).is_ok()).expect("deleted");
    std::fs::rename(&away, &preview.content).expect("moved back");
    shows(preview, "In a recreated folder");
    preview.save(FILE, &text("After all that"));
    shows(preview, "After all that");
}

#[test]
fn every_way_of_saving_is_noticed_by_notification() {
    let preview = Preview::small();
    assert_eq!(*preview.watch_mode(), WatchMode::Native);
    save_in_every_way(&preview);
}

#[test]
#[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
fn every_way_of_saving_is_noticed_by_polling() {
    let preview = Preview::polling();
    assert_eq!(*preview.watch_mode(), WatchMode::Polling(PollingReason::Requested));
    save_in_every_way(&preview);
}

#[test]
fn reading_the_pages_builds_nothing() {
    let preview = Preview::small();
    let before = preview.builds();
    for _ in 0..20 {
        get(&preview, "/");
        preview.read("school.yaml");
    }
    // The next change, made in one step, is built once. If reading had triggered builds, there would be more.
    let outside = preview.content.with_file_name("change.md");
    std::fs::write(&outside, text("The only change")).expect("saved");
    std::fs::rename(outside, preview.content.join(FILE)).expect("moved in");
    shows(&preview, "The only change");
    assert_eq!(preview.builds(), before + 1);
}

#[test]
fn a_save_in_a_form_is_shown_at_once_and_built_once() {
    for preview in [Preview::small(), Preview::polling()] {
        let before = preview.builds();
        let mut form = HtmlForm::at(&preview, "/-/edit/pages/about-this-example.md");
        form.set("title", "Sent with a form");
        assert_eq!(form.press(&preview, "save").status, 303);
        assert!(get(&preview, "/pages/about-this-example.html").text().contains("Sent with a form"));
        // The folder's own report of the save comes later.
        std::thread::sleep(Duration::from_millis(300));
        preview.save(FILE, &text("Saved in an editor"));
        shows(&preview, "Saved in an editor");
        assert_eq!(preview.builds(), before + 2, "{:?}", preview.watch_mode());
    }
}

/// Panics at the second build, as a bug would.
struct PanickingHost(Mutex<usize>);

impl PreviewHost for PanickingHost {
    fn today(&self) -> Date {
        crate::common::today()
    }

    fn now(&self) -> jiff::civil::DateTime {
        crate::common::today().at(9, 30, 0, 0)
    }

    fn edit(&self, _: &Utf8Path) -> io::Result<()> {
        Ok(())
    }

    fn on_event(&self, event: ServeEvent<'_>) {
        if let ServeEvent::Built { .. } = event {
            let mut builds = self.0.lock().expect("the count");
            *builds += 1;
            assert!(*builds < 2, "this panic is intended");
        }
    }
}

#[test]
fn a_preview_that_can_no_longer_build_stops() {
    let example = Preview::small();
    let options = ServeOptions {
        folder: example.content.clone(),
        out: None,
        base: BasePath::default(),
        port: Some(0),
        today: None,
        poll: false,
        phone: None,
        idle: None,
    };
    let host = Arc::new(PanickingHost(Mutex::default()));
    let server = Server::start(options, Facts::load().expect("the facts"), host).expect("a preview");
    assert!(TcpStream::connect(server.address()).is_ok());
    example.save(FILE, &text("Too much"));
    until(|| TcpStream::connect(server.address()).is_err()).expect("it ends");
    assert!(server.until_ended().is_err());
}
