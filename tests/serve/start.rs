//! The start page: a folder is opened or made in the browser.

use std::time::Duration;

use fingerpost::serve::{Ended, IdleLimits};

use crate::client::{RunningServer, get, post};
use crate::html_form::HtmlForm;
use crate::start_page::StartPage;
use crate::until::until;

impl RunningServer for StartPage {
    fn port_number(&self) -> u16 {
        self.port()
    }

    fn page_with_form(&self) -> &'static str {
        "/-/"
    }
}

#[test]
fn a_folder_is_opened_by_its_path_and_listed_the_next_time() {
    let start = StartPage::start();
    for path in ["/", "/pupils/", "/-/edit/team.yaml"] {
        assert_eq!(get(&start, path).header("location"), Some("/-/"), "{path}");
    }
    assert!(get(&start, "/-/").text().contains("Open a careers folder"));
    // As Windows copies it.
    let response = post(&start, "/-/open-folder", &[("folder", &format!("\"{}\"", start.school()))]);
    assert_eq!((response.status, response.header("location")), (303, Some("/-/")));
    let dashboard = get(&start, "/-/").text();
    assert!(dashboard.contains("What to do") && dashboard.contains("Stop Fingerpost"), "{dashboard}");
    assert!(get(&start, "/pupils/").text().contains("<h1>"));
    assert_eq!(start.recent(), [start.school()]);
}

#[test]
fn a_folder_that_was_dropped_on_the_program_is_open() {
    let start = StartPage::start();
    assert!(start.open_dropped(&start.home).is_err_and(|reason| reason.contains("it has no file school.yaml")));
    assert!(get(&start, "/-/").text().contains("Open a careers folder"));
    assert_eq!(start.open_dropped(&start.school()), Ok(()));
    assert!(get(&start, "/-/").text().contains("What to do"));
    assert_eq!(start.recent(), [start.school()]);
}

#[test]
fn recent_folders_are_offered_if_they_are_still_there() {
    let start = StartPage::start();
    start.remember(&start.home.join("gone"));
    start.remember(&start.school());
    let page = get(&start, "/-/").text();
    assert!(page.contains(&format!("value=\"{}\"", start.school())) && page.contains("Ridgeway School"), "{page}");
    assert!(!page.contains("gone"), "{page}");
}

#[test]
fn other_paths_are_explained_and_stay_as_they_were_typed() {
    let start = StartPage::start();
    for (typed, expected) in [
        ("", "Write where the folder is."),
        ("ridgeway-school", "Write the full path of the folder"),
        (start.home.join("no<where>").as_str(), "There is no folder"),
        (start.home.as_str(), "it has no file school.yaml"),
    ] {
        let response = post(&start, "/-/open-folder", &[("folder", typed)]);
        let text = response.text();
        assert_eq!(response.status, 422, "{typed}");
        assert!(text.contains(expected) && text.contains("<title>Error: "), "{typed}: {text}");
        let kept = typed.replace('<', "&lt;").replace('>', "&gt;");
        assert!(text.contains(&format!("name=\"folder\" value=\"{kept}\"")), "{typed}: {text}");
    }
    // The path of its main file is as good as its own.
    let file = start.school().join("school.yaml");
    assert_eq!(post(&start, "/-/open-folder", &[("folder", file.as_str())]).status, 303);
}

#[test]
fn folders_are_walked_with_links() {
    let start = StartPage::start();
    // Windows has no names with `<`.
    let (photos, shown) = if cfg!(windows) {
        ("Photos & films", "Photos &amp; films")
    } else {
        ("Photos & <b>films", "Photos &amp; &lt;b&gt;films")
    };
    for name in [photos, ".hidden"] {
        std::fs::create_dir(start.home.join(name)).expect("a folder");
    }
    std::fs::write(start.home.join("letter.txt"), "").expect("a file");
    let page = get(&start, "/-/folders").text();
    assert!(page.contains(shown) && page.contains("Up to the folder"), "{page}");
    assert!(!page.contains("hidden<") && !page.contains("letter.txt"), "{page}");
    assert!(page.contains(&format!("name=\"folder\" value=\"{}\"", start.school())), "{page}");
    let mut links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let inside = links.find(|link| link.contains("ridgeway")).expect("a link");
    let school = get(&start, inside).text();
    assert!(school.contains("This is a careers folder") && school.contains("programme<"), "{school}");
}

#[test]
fn a_new_site_is_made_from_a_few_questions() {
    let start = StartPage::start();
    let mut form = HtmlForm::at(&start, "/-/new-site");
    assert_eq!((form.value("kind"), form.value("place")), ("academy", start.home.as_str()));
    form.set("name", "Harbour  Side: College");
    form.set("kind", "sixth-form-college");
    form.set("terms", "six");
    form.set("leader", "Ada “the guide” Lovelace");
    form.set("email", "ada@harbourside.example");
    let response = form.press(&start, "");
    assert_eq!((response.status, response.header("location")), (303, Some("/-/")), "{}", response.text());
    let folder = start.home.join("harbour-side-college");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file");
    assert!(read("school.yaml").contains("name: \"Harbour Side: College\""));
    assert!(read("school.yaml").contains("kind: sixth-form-college") && read("school.yaml").contains("Term 6"));
    let team = read("team.yaml");
    assert!(team.contains("name: \"Ada “the guide” Lovelace\"") && team.contains("email: \"ada@harbourside.example\""));
    let dashboard = get(&start, "/-/").text();
    assert!(dashboard.contains("Harbour Side: College") && !dashboard.contains("Errors: "), "{dashboard}");
    assert_eq!(start.recent(), [folder]);
    HtmlForm::at(&start, "/-/build").press(&start, "");
    until(|| get(&start, "/-/build").text().contains("Example text from the start is still in ")).expect("a warning");
}

#[test]
fn wrong_answers_are_explained_and_nothing_is_made() {
    let start = StartPage::start();
    let mut form = HtmlForm::at(&start, "/-/new-site");
    form.set("ages", "18-11");
    form.set("leader", "Ada");
    form.set("email", "ada");
    form.set("place", start.home.join("nowhere").as_str());
    let response = form.press(&start, "");
    let text = response.text();
    assert_eq!(response.status, 422);
    for (field, message) in [
        ("name", "Write the name of the school"),
        ("ages", "Write the youngest and"),
        ("email", "Write the whole e-mail address"),
        ("place", "There is no such folder"),
    ] {
        assert!(text.contains(&format!("<a href=\"#{field}\">{message}")), "{field}: {text}");
    }
    assert!(text.contains("value=\"Ada\""), "{text}");
    let mut form = HtmlForm::of(&text, "/-/new-site");
    form.set("name", "Ridgeway School");
    form.set("ages", "");
    form.set("email", "");
    form.set("place", start.home.as_str());
    let text = form.press(&start, "").text();
    assert!(text.contains("ridgeway-school is not empty"), "{text}");
    assert_eq!(start.recent().len(), 0);
}

#[test]
fn it_stops_once_no_page_has_been_open_for_a_while() {
    let limits = IdleLimits { closed: Duration::from_millis(300), unknown: Duration::from_secs(3600) };
    let mut start = StartPage::with_limits(limits);
    assert_eq!(get(&start, "/-/alive").status, 204);
    assert_eq!(start.ended(), Ended::Idle);
}
