//! How files are saved, and that each way is noticed: by what the system tells, and by looking.

use std::io;
use std::net::TcpStream;
use std::sync::{Arc, Mutex};

use camino::Utf8Path;
use fingerpost::framework::Facts;
use fingerpost::serve::{BasePath, PollingReason, PreviewHost, ServeEvent, ServeOptions, Server, WatchMode};
use jiff::civil::Date;

use crate::client::{get, message};
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

/// One after the other, the ways in which editors and sync clients save.
fn all_ways(preview: &Preview) {
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
    preview.save(FILE, &text("Deleted and made anew"));
    shows(preview, "Deleted and made anew");

    preview.save(FILE, "");
    preview.save(FILE, &text("Empty for a moment"));
    shows(preview, "Empty for a moment");

    std::fs::write(preview.content.with_file_name("from-elsewhere.md"), text("Moved in")).expect("saved");
    std::fs::rename(preview.content.with_file_name("from-elsewhere.md"), at(FILE)).expect("moved");
    shows(preview, "Moved in");

    preview.rename("pages", "pages-away");
    // Other pages link to these, so that the last good site stays.
    until(|| message(preview, "/")["panel"]["state"] == "stale").expect("errors are told");
    preview.rename("pages-away", "pages");
    shows(preview, "Moved in");
    preview.save(FILE, &text("In a folder that was renamed"));
    shows(preview, "In a folder that was renamed");

    let outside = preview.content.with_file_name("pages-outside");
    std::fs::rename(at("pages"), &outside).expect("moved out");
    copy(&outside, &at("pages"));
    preview.save(FILE, &text("In a folder made anew"));
    shows(preview, "In a folder made anew");

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
    preview.save(FILE, &text("In a content folder made anew"));
    shows(preview, "In a content folder made anew");
    std::fs::remove_dir_all(&preview.content).expect("deleted");
    std::fs::rename(&away, &preview.content).expect("moved back");
    shows(preview, "In a folder made anew");
    preview.save(FILE, &text("After all that"));
    shows(preview, "After all that");
}

#[test]
fn every_way_of_saving_is_noticed_where_the_system_tells() {
    let preview = Preview::start();
    assert_eq!(*preview.watch_mode(), WatchMode::Native);
    all_ways(&preview);
}

#[test]
fn every_way_of_saving_is_noticed_by_looking() {
    let preview = Preview::polling();
    assert_eq!(*preview.watch_mode(), WatchMode::Polling(PollingReason::Requested));
    all_ways(&preview);
}

#[test]
fn reading_the_pages_builds_nothing() {
    let preview = Preview::start();
    let before = preview.builds();
    for _ in 0..20 {
        get(&preview, "/");
        preview.read("school.yaml");
    }
    // What comes next is built once: had the reading counted, there would be more. It comes in one step.
    let outside = preview.content.with_file_name("change.md");
    std::fs::write(&outside, text("The only change")).expect("saved");
    std::fs::rename(outside, preview.content.join(FILE)).expect("moved in");
    shows(&preview, "The only change");
    assert_eq!(preview.builds(), before + 1);
}

/// Breaks off at the second build, as a mistake of ours would.
struct Fragile(Mutex<usize>);

impl PreviewHost for Fragile {
    fn today(&self) -> Date {
        crate::common::today()
    }

    fn edit(&self, _: &Utf8Path) -> io::Result<()> {
        Ok(())
    }

    fn on_event(&self, event: ServeEvent<'_>) {
        if let ServeEvent::Built { .. } = event {
            let mut builds = self.0.lock().expect("the count");
            *builds += 1;
            assert!(*builds < 2, "this is meant to happen");
        }
    }
}

#[test]
fn a_preview_that_cannot_follow_any_more_ends_rather_than_lies() {
    let example = Preview::start();
    let order = ServeOptions {
        folder: example.content.clone(),
        base: BasePath::default(),
        port: Some(0),
        today: None,
        poll: false,
        phone: None,
    };
    let around = Arc::new(Fragile(Mutex::default()));
    let server = Server::start(order, Facts::load().expect("the facts"), around).expect("a preview");
    assert!(TcpStream::connect(server.address()).is_ok());
    example.save(FILE, &text("Too much"));
    until(|| TcpStream::connect(server.address()).is_err()).expect("it ends");
    assert!(server.until_ctrl_c().is_err());
}
