//! The dashboard: what it lists, its search, and how it builds the site.

use std::io::{Cursor, Read};

use fingerpost::report::Findings;

use crate::client::{get, post};
use crate::common;
use crate::html_form::HtmlForm;
use crate::preview::Preview;
use crate::until::until;

/// The text of the page, without its tags, as far as this simple reader can tell.
fn text_of(preview: &Preview, path: &str) -> String {
    let response = get(preview, path);
    assert_eq!(response.status, 200, "{path}");
    let mut text = String::new();
    let mut is_tag = false;
    for ch in response.text().chars() {
        match ch {
            '<' => is_tag = true,
            '>' => is_tag = false,
            ch if !is_tag => text.push(ch),
            _ => {}
        }
    }
    text
}

#[test]
fn everything_there_is_can_be_found() {
    let preview = Preview::small();
    let all = text_of(&preview, "/-/");
    for heading in ["What to do", "Out of date and coming up", "Programme", "Events", "People", "Pages"] {
        assert!(all.contains(heading), "{heading} in {all}");
    }
    let html = get(&preview, "/-/").text();
    for file in ["programme/year-9.md", "team.yaml", "offers.yaml", "evaluation/actions.yaml", "school.yaml"] {
        assert!(html.contains(&format!("href=\"/-/edit/{file}")), "{file}");
    }
    let found = text_of(&preview, "/-/?q=options+EVENING");
    assert!(found.contains("Found for “options EVENING”") && found.contains("Options evening"), "{found}");
    assert!(!found.contains("What to do"), "{found}");
    assert!(text_of(&preview, "/-/?q=no+such+thing").contains("Nothing was found."));
}

#[test]
fn what_the_law_asks_for_comes_first_and_links_to_its_place() {
    let preview = Preview::start();
    assert!(
        text_of(&preview, "/-/").contains("There is nothing to fix") || text_of(&preview, "/-/").contains("Should:")
    );
    preview.replace("school.yaml", "next-review: 2027-07-16", "next-review: 2026-07-16");
    until(|| get(&preview, "/-/").text().contains("Must: the law requires")).expect("the finding");
    let html = get(&preview, "/-/").text();
    let start = preview.read("school.yaml").find("2026-07-16").expect("the date");
    assert!(html.contains(&format!("href=\"/-/edit/school.yaml?at={start}\"")), "{html}");
    let file = text_of(&preview, "/-/edit/school.yaml");
    assert!(file.contains("To put right"), "{file}");
}

#[test]
fn errors_are_listed_and_the_content_stays() {
    let preview = Preview::small();
    preview.replace("team.yaml", "people:", "peopel:");
    until(|| get(&preview, "/-/").text().contains("Errors: these stop")).expect("the error");
    let html = get(&preview, "/-/").text();
    assert!(html.contains("last good version") && html.contains("Options evening"), "{html}");
    assert!(html.contains("Your careers team <small>team.yaml, line "), "{html}");
    assert!(html.contains("checked again once the errors are fixed"), "{html}");
    assert!(!html.contains("Nothing is out of date"), "{html}");
    let other = text_of(&preview, "/-/edit/guidance.md");
    assert!(other.contains("The preview is out of date until the errors are fixed. See the errors"), "{other}");
    let response = post(&preview, "/-/build", &[]);
    assert_eq!((response.status, response.header("location")), (303, Some("/-/build")));
    let built = text_of(&preview, "/-/build");
    assert!(built.contains("The site could not be built") && built.contains("Nothing was written"), "{built}");
    assert_eq!(get(&preview, "/-/site.zip").status, 404);
}

#[test]
fn the_site_is_built_downloaded_and_its_changes_are_listed() {
    let preview = Preview::small();
    assert!(text_of(&preview, "/-/").contains("has not been built yet"));
    assert_eq!(get(&preview, "/-/site.zip").status, 404);
    assert_eq!(post(&preview, "/-/build", &[]).status, 303);
    until(|| text_of(&preview, "/-/build").contains("The site is built")).expect("a site");
    assert!(text_of(&preview, "/-/").contains("Nothing has changed."));
    let mut findings = Findings::default();
    let draft = fingerpost::build_in_memory(&preview.content, common::facts(), common::today(), &mut findings);
    let expected = &draft.expect("a site without errors").files;
    for file in expected {
        let built = std::fs::read(preview.content.join("site").join(&file.path)).expect("a file of the site");
        assert!(built == file.bytes, "{} differs", file.path);
    }
    let zip = get(&preview, "/-/site.zip");
    assert_eq!(zip.header("content-disposition"), Some("attachment; filename=\"careers-site.zip\""));
    let mut archive = zip::ZipArchive::new(Cursor::new(zip.body)).expect("a .zip");
    assert_eq!(archive.len(), expected.len());
    for file in expected {
        let mut bytes = Vec::new();
        archive.by_name(&file.path).expect("the file").read_to_end(&mut bytes).expect("it can be read");
        assert!(bytes == file.bytes, "{} differs", file.path);
    }
    preview.replace("team.yaml", "people:", "# A note\npeople:");
    preview.save("pages/new.md", "---\ntitle: New\n---\nText.\n");
    preview.delete("staff.md");
    let changes = text_of(&preview, "/-/");
    for line in ["Changed: team.yaml", "New: pages/new.md", "Removed: staff.md"] {
        assert!(changes.contains(line), "{line} in {changes}");
    }
}

#[test]
fn a_file_is_opened_in_the_editor_of_this_computer() {
    let preview = Preview::small();
    let response = post(&preview, "/-/open", &[("file", "programme/year-9.md")]);
    assert_eq!((response.status, response.header("location")), (303, Some("/-/text/programme/year-9.md")));
    assert_eq!(preview.edited(), "programme/year-9.md");
    let page = get(&preview, "/-/edit/programme/year-9.md").text();
    assert!(page.contains("href=\"/pupils/year-9.html\""), "{page}");
}

#[test]
fn each_file_to_write_first_has_a_link_with_its_name() {
    let preview = Preview::start();
    assert!(!text_of(&preview, "/-/edit/guidance.md").contains("out of date until"));
    for file in ["staff.md", "parents.md", "programme/year-9.md", "programme/year-8.md", "guidance.md"] {
        preview.save(file, &format!("{}\n[Write what is new]\n", preview.read(file)));
    }
    until(|| get(&preview, "/-/").text().contains("Write these first")).expect("the steps");
    let html = get(&preview, "/-/").text();
    for (file, name) in [
        ("programme/year-8.md", "Year 8’s plan"),
        ("programme/year-9.md", "Year 9’s plan"),
        ("guidance.md", "Personal guidance"),
    ] {
        let link = format!("<a href=\"/-/edit/{file}\" title=\"{file}\">{name}</a>");
        assert!(html.contains(&link), "{link} in {html}");
    }
    assert!(html.find("Year 8’s plan") < html.find("Year 9’s plan"), "{html}");
}

#[test]
fn dates_that_are_right_are_confirmed_in_their_form() {
    let preview = Preview::small();
    let comment = "  # Check these dates against your school calendar.\n";
    preview.replace("school.yaml", "  terms:\n", &format!("{comment}  terms:\n"));
    let confirmed = preview.read("school.yaml").replace(comment, "");
    let mut form = HtmlForm::at(&preview, "/-/edit/school.yaml");
    form.tick("year.terms@right", "yes");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert_eq!(preview.read("school.yaml"), confirmed);
    assert!(!get(&preview, "/-/edit/school.yaml").text().contains("year.terms@right"));
}

#[test]
fn a_form_takes_a_made_up_value_and_its_warning_away() {
    let preview = Preview::small();
    let text = preview.read("team.yaml");
    let phone = text.lines().find(|line| line.ends_with("960124")).expect("a phone").to_owned();
    preview.replace("team.yaml", &phone, &format!("    # Change this: it is made up.\n{phone}"));
    until(|| get(&preview, "/-/").text().contains("This value is made up")).expect("the warning");
    let start = preview.read("team.yaml").find(&phone).expect("it") + phone.find("phone: ").expect("a key") + 7;
    let html = get(&preview, "/-/").text();
    assert!(html.contains(&format!("href=\"/-/edit/team.yaml?at={start}\"")), "{html}");
    let response = get(&preview, &format!("/-/edit/team.yaml?at={start}"));
    assert!(response.header("location").is_some_and(|to| to.ends_with("#field-people.1.phone")), "{response:?}");
    let mut form = HtmlForm::at(&preview, "/-/edit/team.yaml?item=people.1");
    form.set("people.1.phone", "01632 960777");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert!(!preview.read("team.yaml").contains("# Change this"), "{}", preview.read("team.yaml"));
    until(|| !get(&preview, "/-/").text().contains("This value is made up")).expect("no warning");
}
