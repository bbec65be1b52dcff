//! Drafts: what is typed is kept before it is saved, offered again, and never hides what is newer.

use crate::client::{Response, get};
use crate::html_form::HtmlForm;
use crate::preview::Preview;
use crate::until::until;

const EVENT: &str = "/-/edit/events/2027-03-04-careers-fair.md";
const EVENT_FILE: &str = "events/2027-03-04-careers-fair.md";

fn json(response: &Response) -> serde_json::Value {
    assert_eq!(response.status, 200, "{}", response.text());
    serde_json::from_slice(&response.body).expect("JSON")
}

/// The link to go on with a draft.
fn link(html: &str) -> String {
    let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|link| link.replace("&amp;", "&")).find(|link| link.contains("draft=")).expect("a link")
}

/// Types a title, and closes the page.
fn type_and_leave(preview: &Preview, address: &str, title: &str) -> HtmlForm {
    let form = type_title(preview, address, title);
    assert_eq!(form.send_live(preview, "closed").status, 200);
    form
}

/// Types a title and waits until it is kept. Gives the form.
fn type_title(preview: &Preview, address: &str, title: &str) -> HtmlForm {
    let mut form = HtmlForm::at(preview, address);
    form.set("title", title);
    let answer = json(&form.send_live(preview, "typed"));
    assert_eq!(answer["kept"], "9:30am", "{answer}");
    form
}

#[test]
fn what_is_typed_is_offered_until_it_is_saved() {
    let mut preview = Preview::small();
    let before = preview.read(EVENT_FILE);
    type_title(&preview, EVENT, "Spring & summer fair");
    assert_eq!(preview.read(EVENT_FILE), before);
    // Also after a restart, for example of the computer.
    preview.stop();
    preview.start_again();
    let page = get(&preview, EVENT).text();
    assert!(page.contains("unsaved changes to this form from 9:30am"), "{page}");
    assert_eq!(HtmlForm::of(&page, EVENT).value("title"), "Ridgeway careers fair");
    let home = get(&preview, "/-/").text();
    assert!(home.contains("Not saved yet") && link(&home) == link(&page), "{home}");
    let page = get(&preview, &link(&page)).text();
    assert!(page.contains("This is what you typed earlier"), "{page}");
    let form = HtmlForm::of(&page, EVENT);
    assert_eq!(form.value("title").replace("&amp;", "&"), "Spring & summer fair");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert!(preview.read(EVENT_FILE).contains("title: Spring & summer fair\n"));
    assert!(!get(&preview, EVENT).text().contains("unsaved changes"));
    assert!(!get(&preview, "/-/").text().contains("Not saved yet"));
}

#[test]
fn a_form_with_nothing_to_save_has_no_draft() {
    let preview = Preview::small();
    let mut form = type_title(&preview, EVENT, "Spring fair");
    form.set("title", "Ridgeway careers fair");
    assert_eq!(json(&form.send_live(&preview, "typed"))["kept"], serde_json::Value::Null);
    assert!(!get(&preview, EVENT).text().contains("unsaved changes"));
}

#[test]
fn a_draft_is_thrown_away_with_a_button() {
    let preview = Preview::small();
    for (page, expected) in [(EVENT, EVENT), ("/-/", "/-/#drafts")] {
        type_and_leave(&preview, EVENT, "Spring fair");
        let form = HtmlForm::of(&get(&preview, page).text(), "/-/drop-draft");
        let response = form.press(&preview, "");
        assert_eq!((response.status, response.header("location")), (303, Some(expected)));
        assert!(!get(&preview, EVENT).text().contains("unsaved changes"), "{page}");
    }
}

#[test]
fn a_draft_never_hides_a_newer_file() {
    let preview = Preview::small();
    type_and_leave(&preview, EVENT, "Spring fair");
    preview.replace(EVENT_FILE, "title: Ridgeway careers fair", "title: Autumn fair");
    let page = get(&preview, EVENT).text();
    assert_eq!(HtmlForm::of(&page, EVENT).value("title"), "Autumn fair");
    let both = get(&preview, &link(&page));
    let text = both.text();
    assert_eq!(both.status, 409);
    assert!(text.contains("Spring fair") && text.contains("Autumn fair") && text.contains("Both changed."), "{text}");
    let response = HtmlForm::of(&text, EVENT).press(&preview, "resolve");
    assert_eq!(response.status, 303);
    assert!(preview.read(EVENT_FILE).contains("title: Spring fair\n"));
    assert!(!get(&preview, EVENT).text().contains("unsaved changes"));
}

#[test]
fn each_of_two_tabs_keeps_its_own_and_is_noted() {
    let preview = Preview::small();
    let one = type_title(&preview, EVENT, "One");
    let mut two = HtmlForm::at(&preview, EVENT);
    let page = get(&preview, EVENT).text();
    assert!(page.contains("also open in another tab, with unsaved changes from 9:30am"), "{page}");
    let note = |form: &HtmlForm| json(&form.send_live(&preview, "open"))["note"].to_string();
    assert!(note(&two).contains("also open in another tab"));
    two.set("title", "Two");
    json(&two.send_live(&preview, "typed"));
    let page = get(&preview, "/-/").text();
    assert_eq!(page.matches("Carry on<").count(), 2, "{page}");
    one.send_live(&preview, "closed");
    assert_eq!(note(&two), "null");
    assert_eq!(one.press(&preview, "save").status, 303);
    assert!(note(&two).contains("has changed since you opened it"));
    assert_eq!(two.press(&preview, "save").status, 409);
    assert!(preview.read(EVENT_FILE).contains("title: One\n"));
}

#[test]
fn texts_items_and_new_files_have_drafts_too() {
    let preview = Preview::small();
    let mut text = HtmlForm::at(&preview, "/-/text/team.yaml");
    let changed = text.value("text").replace("people:", "# Typed\npeople:");
    text.set("text", &changed);
    json(&text.send_live(&preview, "typed"));
    text.send_live(&preview, "closed");
    let page = get(&preview, &link(&get(&preview, "/-/text/team.yaml").text())).text();
    assert!(page.contains("# Typed") && page.contains("This is what you typed earlier"), "{page}");
    assert_eq!(HtmlForm::of(&page, "/-/text").press(&preview, "").status, 303);
    assert!(preview.read("team.yaml").contains("# Typed"));

    let address = "/-/edit/programme/year-9.md?item=activities.1";
    let mut item = HtmlForm::at(&preview, address);
    item.set("activities.1.title", "A typed title");
    json(&item.send_live(&preview, "typed"));
    item.send_live(&preview, "closed");
    let page = get(&preview, address).text();
    assert!(link(&page).starts_with(address), "{page}");
    assert!(get(&preview, &link(&page)).text().contains("value=\"A typed title\""));
    assert!(!get(&preview, "/-/edit/programme/year-9.md").text().contains("unsaved changes"));

    let address = "/-/edit/programme/year-9.md?item=activities.new";
    let mut item = HtmlForm::at(&preview, address);
    item.set("activities.3.title", "A new title");
    item.set("activities.3.kind", "visit");
    item.set("activities.3.hours", "many");
    let answer = json(&item.send_live(&preview, "typed"));
    assert!(answer["findings"]["activities.3.hours"].is_array(), "{answer}");
    item.send_live(&preview, "closed");
    let page = get(&preview, &link(&get(&preview, address).text())).text();
    assert!(page.contains("value=\"A new title\""), "{page}");

    let mut new = HtmlForm::at(&preview, "/-/new/event");
    assert_eq!(json(&new.send_live(&preview, "typed"))["kept"], serde_json::Value::Null);
    new.set("title", "Farm visit");
    new.set("date", "9 March 2027");
    json(&new.send_live(&preview, "typed"));
    new.send_live(&preview, "closed");
    let page = get(&preview, &link(&get(&preview, "/-/new/event").text())).text();
    assert_eq!(HtmlForm::of(&page, "/-/new/event").press(&preview, "save").status, 303);
    assert!(!get(&preview, "/-/new/event").text().contains("unsaved changes"));
}

#[test]
fn what_is_only_typed_is_never_published() {
    let preview = Preview::small();
    let builds = preview.builds();
    type_title(&preview, EVENT, "Unpublished words");
    crate::client::post(&preview, "/-/build", &[]);
    let page = preview.content.join("site/events/2027-03-04-careers-fair.html");
    until(|| page.exists()).expect("the site is built");
    let built = std::fs::read_to_string(page);
    assert!(!built.expect("the page").contains("Unpublished words"));
    assert!(!get(&preview, "/events/2027-03-04-careers-fair.html").text().contains("Unpublished words"));
    assert_eq!(preview.builds(), builds);
}

#[test]
fn rows_are_changed_for_the_script_without_the_page_around_them() {
    let preview = Preview::small();
    let form = HtmlForm::at(&preview, "/-/edit/programme/year-9.md");
    let page = form.press(&preview, "add:outcomes").text();
    let fragment = form.press_live(&preview, "add:outcomes");
    assert_eq!(fragment.status, 200);
    let text = fragment.text();
    assert!(!text.contains("<html") && !text.contains("name=\"token\""), "{text}");
    assert!(page.contains(text.trim()) && text.contains("name=\"outcomes.3.can\""), "{text}");
    assert!(get(&preview, "/-/edit/programme/year-9.md").text().contains("name=\"outcomes"));
}

#[test]
fn what_is_typed_is_shown_on_a_page_of_its_own_that_runs_no_script() {
    let preview = Preview::small();
    let mut form = HtmlForm::at(&preview, EVENT);
    form.set("title", "Spring & summer fair");
    let answer = json(&form.send_live(&preview, "typed"));
    let address = answer["page"].as_str().expect("an address").to_owned();
    let page = get(&preview, &address);
    assert!(page.text().contains("<h1>Spring &amp; summer fair"), "{}", page.text());
    assert!(!page.text().contains("live.js"));
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("sandbox allow-same-origin; script-src 'none'"), "{policy}");
    assert_eq!(page.header("x-frame-options"), Some("sameorigin"));
    // Its links and styles are those of the same preview, also of pages that list the event.
    let root = address.split("events/").next().expect("the root").to_owned();
    assert!(get(&preview, &format!("{root}events/index.html")).text().contains("Spring &amp; summer fair"));
    assert!(!get(&preview, "/events/index.html").text().contains("Spring &amp; summer fair"));
    // Words below the front matter.
    form.set("body", "Words that nobody has saved.");
    json(&form.send_live(&preview, "typed"));
    assert!(get(&preview, &address).text().contains("Words that nobody has saved."));
    // Other forms have other addresses, and a closed one has none.
    assert!(
        !get(&preview, &address.replace(form.value("form-draft"), "0000000000000000"))
            .text()
            .contains("nobody has saved")
    );
    form.send_live(&preview, "closed");
    assert!(!get(&preview, &address).text().contains("nobody has saved"));
}

#[test]
fn findings_of_what_is_typed_are_those_of_check() {
    let preview = Preview::small();
    let mut form = HtmlForm::at(&preview, EVENT);
    form.set("starts", "half past");
    form.set("title", "Typed with an error");
    let answer = json(&form.send_live(&preview, "typed"));
    let message = answer["findings"]["starts"][0]["message"].as_str().expect("a finding").to_owned();
    // The page is shown as far as it can be.
    let page = get(&preview, answer["page"].as_str().expect("a page")).text();
    assert!(page.contains("<h1>Typed with an error"), "{page}");
    assert_eq!(form.press(&preview, "save").status, 303);
    let saved = get(&preview, EVENT).text();
    assert!(saved.contains(&message), "{message}: {saved}");
    let mut form = HtmlForm::at(&preview, EVENT);
    form.set("starts", "1:30pm");
    assert_eq!(json(&form.send_live(&preview, "typed"))["findings"]["starts"], serde_json::Value::Null);
}
