//! Forms: what they save, what they leave alone, and what happens when something is in the way.

use crate::client::{get, post};
use crate::html_form::HtmlForm;
use crate::preview::Preview;
use crate::until::until;

const EVENT: &str = "events/2027-03-04-careers-fair.md";

fn form_of(path: &str) -> String {
    format!("/-/edit/{path}")
}

/// Every text file of the content.
pub(crate) fn texts(preview: &Preview) -> Vec<String> {
    let html = get(preview, "/-/").text();
    let links = html.split("href=\"/-/edit/").skip(1).filter_map(|rest| rest.split(['"', '?']).next());
    let mut files: Vec<String> = links.map(str::to_owned).collect();
    files.sort();
    files.dedup();
    files
}

#[test]
fn a_form_that_is_saved_unchanged_changes_no_byte_of_any_file() {
    let preview = Preview::start();
    let files = texts(&preview);
    assert!(files.len() > 50, "{files:?}");
    for path in &files {
        let before = preview.read(path);
        let page = get(&preview, &form_of(path));
        assert_eq!(page.status, 200, "{path}");
        let mut addresses = vec![form_of(path)];
        let html = page.text();
        // One item of each list, so that the test stays quick.
        let items = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        addresses.extend(items.filter(|link| link.ends_with(".0") && link.contains("?item=")).map(str::to_owned));
        for address in addresses {
            let response = HtmlForm::at(&preview, &address).press(&preview, "save");
            assert_eq!(response.status, 303, "{address}: {}", response.text());
            assert_eq!(preview.read(path), before, "{address}");
        }
    }
    assert!(get(&preview, "/-/history").text().contains("Nothing has been saved here yet"));
}

#[test]
fn one_value_changes_and_every_other_byte_stays() {
    let preview = Preview::small();
    let before = preview.read(EVENT);
    let mut form = HtmlForm::at(&preview, &form_of(EVENT));
    let title = form.value("title").to_owned();
    form.set("title", "Careers fair: what's next?");
    let response = form.press(&preview, "save");
    assert_eq!((response.status, response.header("location")), (303, Some(&*format!("{}?saved=1", form_of(EVENT)))));
    let after = preview.read(EVENT);
    let line = |text: &str| text.lines().find(|line| line.starts_with("title:")).expect("a title").to_owned();
    assert_eq!(after.replace(&line(&after), &line(&before)), before);
    let saved = get(&preview, &format!("{}?saved=1", form_of(EVENT))).text();
    assert!(saved.contains("<p>Saved.</p>"), "{saved}");
    assert_eq!(HtmlForm::at(&preview, &form_of(EVENT)).value("title"), "Careers fair: what's next?");
    // The preview has it by now.
    assert!(get(&preview, "/events/2027-03-04-careers-fair.html").text().contains("Careers fair: what’s next?"));
    assert_eq!(post(&preview, "/-/undo", &[]).status, 303);
    assert_eq!(preview.read(EVENT), before);
    assert_eq!(HtmlForm::at(&preview, &form_of(EVENT)).value("title"), title);
}

#[test]
fn dates_are_words_and_a_new_one_is_read_back() {
    let preview = Preview::small();
    let mut form = HtmlForm::at(&preview, &form_of(EVENT));
    let before = preview.read(EVENT);
    form.set("needs-by", "5 February 2027");
    assert_eq!(form.press(&preview, "save").status, 303);
    let page = get(&preview, &form_of(EVENT)).text();
    assert!(page.contains("value=\"5 February 2027\"") && page.contains("Friday 5 February 2027"), "{page}");
    assert_ne!(preview.read(EVENT), before);
}

#[test]
fn activities_are_added_changed_moved_copied_and_removed() {
    let preview = Preview::small();
    let path = "programme/year-9.md";
    let before = preview.read(path);
    let titles = || {
        let text = preview.read(path);
        let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix("- title: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let (first, count) = (titles()[0].clone(), titles().len());
    let mut form = HtmlForm::at(&preview, "/-/edit/programme/year-9.md?item=activities.new");
    form.set("activities.3.title", "Visit to a farm");
    form.set("activities.3.kind", "visit");
    form.tick("activities.3.benchmarks", "6");
    assert_eq!(count, 3);
    let response = form.press(&preview, "save");
    let place = "/-/edit/programme/year-9.md?item=activities.3&saved=1";
    assert_eq!((response.status, response.header("location")), (303, Some(place)));
    assert_eq!((titles().len(), titles()[3].as_str()), (4, "Visit to a farm"));
    let item = |at: usize| HtmlForm::at(&preview, &format!("/-/edit/programme/year-9.md?item=activities.{at}"));
    let mut form = item(3);
    form.set("activities.3.title", "Visit to two farms");
    assert_eq!(form.press(&preview, "item-up").status, 303);
    assert_eq!(titles()[2], "Visit to two farms");
    let mut form = item(0);
    form.set("activities.0.title", "Typed before it is copied");
    assert_eq!(form.press(&preview, "item-copy").status, 303);
    assert_eq!(titles()[..2], ["Typed before it is copied", "Typed before it is copied"]);
    let mut form = item(0);
    form.set("activities.0.title", &first);
    assert_eq!(form.press(&preview, "save").status, 303);
    assert_eq!(item(1).press(&preview, "item-remove").status, 303);
    assert_eq!(item(2).press(&preview, "item-remove").status, 303);
    assert_eq!(preview.read(path), before);
    assert_eq!(get(&preview, "/-/edit/programme/year-9.md?item=activities.99").status, 404);
    assert_eq!(get(&preview, "/-/edit/programme/year-9.md?item=theme.0").status, 404);
}

#[test]
fn rows_change_in_the_form_without_being_saved() {
    let preview = Preview::small();
    let path = "programme/year-9.md";
    let before = preview.read(path);
    let mut form = HtmlForm::at(&preview, &form_of(path));
    form.set("theme", "Choosing well");
    let (one, two) = (form.value("outcomes.0.can").to_owned(), form.value("outcomes.1.can").to_owned());
    let page = form.press(&preview, "add:outcomes");
    assert_eq!(page.status, 200);
    let mut form = HtmlForm::of(&page.text(), "/-/edit");
    assert_eq!(form.value("theme"), "Choosing well");
    form.set("outcomes.3.can", "I can ask a good question.");
    let form = HtmlForm::of(&form.press(&preview, "up:outcomes.1").text(), "/-/edit");
    assert_eq!((form.value("outcomes.0.can"), form.value("outcomes.1.can")), (two.as_str(), one.as_str()));
    let form = HtmlForm::of(&form.press(&preview, "remove:outcomes.1").text(), "/-/edit");
    assert_eq!(preview.read(path), before);
    assert_eq!(form.press(&preview, "save").status, 303);
    let after = preview.read(path);
    assert!(after.contains("theme: Choosing well") && after.contains("I can ask a good question."), "{after}");
    assert!(!after.contains(&one) && after.contains(&two), "{after}");
}

#[test]
fn rows_of_a_new_item_change_and_what_was_typed_stays() {
    let preview = Preview::small();
    let address = "/-/edit/programme/year-9.md?item=activities.new";
    let (list, typed) = ("activities.3.about", "Visit to a farm");
    let mut form = HtmlForm::at(&preview, address);
    form.set("activities.3.title", typed);
    for (at, text) in ["We take a coach.", "Bring a coat."].iter().enumerate() {
        let button = format!("add:{list}");
        assert!(form.press_live(&preview, &button).text().contains(&format!("name=\"{list}.{at}\"")), "{at}");
        form = HtmlForm::of(&form.press(&preview, &button).text(), "/-/edit");
        form.set(&format!("{list}.{at}"), text);
    }
    let mut press = |button: &str| {
        form = HtmlForm::of(&form.press(&preview, &format!("{button}:{list}.1")).text(), "/-/edit");
        assert_eq!(form.value("activities.3.title"), typed, "{button}");
        let rows = form.fields.iter().filter(|(name, _)| name.starts_with(list) && !name.contains('@'));
        rows.map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(press("up"), ["Bring a coat.", "We take a coach."]);
    assert_eq!(press("copy"), ["Bring a coat.", "We take a coach.", "We take a coach."]);
    assert_eq!(press("remove"), ["Bring a coat.", "We take a coach."]);
    assert_eq!(form.press(&preview, "save").status, 303);
    let text = preview.read("programme/year-9.md");
    assert_eq!((text.matches(typed).count(), text.matches("We take a coach.").count()), (1, 1), "{text}");
}

#[test]
fn advice_about_the_whole_file_is_not_among_the_errors() {
    let preview = Preview::small();
    let page = get(&preview, &form_of("school.yaml")).text();
    let (errors, others) = page.split_once("<h1>").expect("a heading");
    let (_, advice) = others.split_once("About the whole file").expect("the advice");
    assert!(advice.contains("An accessibility statement") && !errors.contains("accessibility"), "{page}");
}

#[test]
fn an_error_can_be_saved_and_is_shown_at_its_field() {
    let preview = Preview::small();
    let mut form = HtmlForm::at(&preview, &form_of(EVENT));
    form.set("starts", "half past");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert!(preview.read(EVENT).contains("half past"));
    until(|| get(&preview, &form_of(EVENT)).text().contains("error-summary")).expect("the finding");
    let page = get(&preview, &form_of(EVENT)).text();
    assert!(page.contains("<title>Error: "), "{page}");
    assert!(page.contains(&format!("href=\"{}#field-starts\"", form_of(EVENT))), "{page}");
    assert!(page.contains("aria-describedby=\"field-starts-hint field-starts-findings\""), "{page}");
    assert!(page.contains("value=\"half past\""), "{page}");
    // The last good site stays.
    assert_eq!(get(&preview, "/events/2027-03-04-careers-fair.html").status, 200);
    // A finding leads to its field.
    let at = preview.read(EVENT).find("half past").expect("the value");
    let response = get(&preview, &format!("{}?at={at}", form_of(EVENT)));
    assert_eq!(response.header("location"), Some(&*format!("{}#field-starts", form_of(EVENT))));
}

#[test]
fn a_file_that_has_changed_meanwhile_is_compared_part_by_part() {
    let preview = Preview::small();
    let mut form = HtmlForm::at(&preview, &form_of(EVENT));
    form.set("title", "The title of the form");
    form.set("place", "The place of the form");
    let title = preview.read(EVENT).lines().find(|line| line.starts_with("title:")).expect("a title").to_owned();
    preview.replace(EVENT, &title, "title: The title of another program");
    let other = preview.read(EVENT);
    let page = form.press(&preview, "save");
    assert_eq!(page.status, 409, "{}", page.text());
    assert_eq!(preview.read(EVENT), other);
    let html = page.text();
    assert!(html.contains("The title of the form") && html.contains("The title of another program"), "{html}");
    let mut choice = HtmlForm::of(&html, "/-/edit");
    // The title is the first part, and the place the second.
    assert_eq!((choice.value("keep-0"), choice.value("keep-1")), ("yours", "yours"));
    choice.set("keep-0", "theirs");
    assert_eq!(choice.press(&preview, "resolve").status, 303);
    let after = preview.read(EVENT);
    assert!(after.contains("title: The title of another program\n"), "{after}");
    assert!(after.contains("The place of the form"), "{after}");
}

#[test]
fn what_was_typed_is_shown_again_after_a_restart_and_if_it_is_too_large() {
    let mut preview = Preview::small();
    let before = preview.read(EVENT);
    let mut form = HtmlForm::at(&preview, &form_of(EVENT));
    form.set("title", "Typed before the restart");
    preview.stop();
    preview.start_again();
    let page = form.press(&preview, "save");
    assert_eq!(page.status, 403);
    assert!(page.text().contains("value=\"Typed before the restart\""), "{}", page.text());
    assert_eq!(preview.read(EVENT), before);
    let mut form = HtmlForm::of(&page.text(), "/-/edit");
    form.set("body", &"A long line.\n".repeat(100_000));
    let page = form.press(&preview, "save");
    assert_eq!(page.status, 413);
    assert!(page.text().contains("value=\"Typed before the restart\""));
    assert_eq!(preview.read(EVENT), before);
}

#[test]
fn a_refused_text_is_saved_only_over_the_version_it_was_typed_for() {
    let mut preview = Preview::small();
    let mut form = HtmlForm::at(&preview, "/-/text/team.yaml");
    form.set("text", "people: []\n");
    preview.stop();
    preview.start_again();
    preview.save("team.yaml", "# Of another program\npeople: []\n");
    let page = form.press(&preview, "");
    assert_eq!(page.status, 403, "{}", page.text());
    assert_eq!(HtmlForm::of(&page.text(), "/-/text").press(&preview, "").status, 409);
    assert_eq!(preview.read("team.yaml"), "# Of another program\npeople: []\n");
}

#[test]
fn what_was_typed_is_kept_if_its_form_cannot_be_shown_any_more() {
    let preview = Preview::small();
    let sent = |address: &str, field: &str, change: &dyn Fn()| {
        let mut form = HtmlForm::at(&preview, address);
        form.set(field, "Typed in vain");
        change();
        let page = form.press(&preview, "save");
        assert!(page.text().contains("Typed in vain"), "{address}: {}", page.text());
        let home = get(&preview, "/-/").text();
        let links = home.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let link = links.map(|link| link.replace("&amp;", "&")).find(|link| link.contains("draft="));
        let draft = get(&preview, &link.expect("a draft")).text();
        assert!(draft.contains("Typed in vain"), "{address}: {draft}");
        HtmlForm::of(&draft, "/-/drop-draft").press(&preview, "");
        page.status
    };
    let last = "/-/edit/programme/year-9.md?item=activities.2";
    let none = || preview.save("programme/year-9.md", "---\ntheme: Choosing\n---\n");
    assert_eq!(sent(last, "activities.2.title", &none), 404);
    let broken = || preview.save("team.yaml", "people: [\n");
    assert_eq!(sent("/-/edit/team.yaml?item=people.0", "people.0.name", &broken), 409);
    assert_eq!(preview.read("team.yaml"), "people: [\n");
    for form in ["edit", "text"] {
        let (field, address) = (if form == "edit" { "body" } else { "text" }, format!("/-/{form}/pages/gone.md"));
        preview.save("pages/gone.md", "---\ntitle: Gone\n---\n");
        assert_eq!(sent(&address, field, &|| preview.delete("pages/gone.md")), 404);
    }
}

#[test]
fn undo_takes_back_the_save_that_its_page_is_about() {
    let preview = Preview::small();
    let before = preview.read(EVENT);
    let mut form = HtmlForm::at(&preview, &form_of(EVENT));
    form.set("title", "Another fair");
    let saved = form.press(&preview, "save");
    let mut other = HtmlForm::at(&preview, "/-/edit/programme/year-9.md");
    other.set("theme", "Choosing well");
    assert_eq!(other.press(&preview, "save").status, 303);
    let page = get(&preview, saved.header("location").expect("a page")).text();
    let undone = HtmlForm::of(&page, "/-/undo").press(&preview, "");
    assert_eq!((preview.read(EVENT), undone.status), (before, 303));
    assert!(preview.read("programme/year-9.md").contains("theme: Choosing well\n"));
    let page = get(&preview, undone.header("location").expect("a page")).text();
    assert!(page.contains("<p>Undone.</p>") && !page.contains("/-/undo"), "{page}");
    let unchanged = HtmlForm::at(&preview, &form_of(EVENT)).press(&preview, "save");
    let page = get(&preview, unchanged.header("location").expect("a page")).text();
    assert!(page.contains("<p>Saved.</p>") && !page.contains("/-/undo"), "{page}");
}

#[test]
fn an_empty_form_makes_nothing() {
    let preview = Preview::small();
    preview.delete("offers.yaml");
    for address in ["/-/edit/programme/year-9.md?item=activities.new", "/-/edit/offers.yaml?item=offers.new"] {
        let page = HtmlForm::at(&preview, address).press(&preview, "save");
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Write something first."), "{}", page.text());
    }
    assert!(!preview.content.join("offers.yaml").exists());
}

#[test]
fn a_button_does_its_work_also_after_a_conflict() {
    let preview = Preview::small();
    let path = "programme/year-9.md";
    let form = HtmlForm::at(&preview, "/-/edit/programme/year-9.md?item=activities.0");
    let title = format!("- title: {}\n", form.value("activities.0.title"));
    preview.save(path, &preview.read(path).replacen("---\n", "---\n# Of another program\n", 1));
    let page = form.press(&preview, "item-remove");
    assert_eq!(page.status, 409, "{}", page.text());
    assert_eq!(HtmlForm::of(&page.text(), "/-/edit").press(&preview, "resolve").status, 303);
    let text = preview.read(path);
    assert!(!text.contains(&title) && text.contains("# Of another program"), "{text}");
}

#[test]
fn items_of_a_list_in_capital_letters_are_copied_as_they_are_written() {
    let preview = Preview::small();
    let path = "programme/year-9.md";
    let item = "  - title: A walk\n    benchmarks: [2, 3]\n    odd: yes\n";
    let plan = |items: &[&str]| format!("---\nActivities:\n{}---\n", items.concat());
    let other = "  - title: A talk\n";
    preview.save(path, &plan(&[item, other]));
    let at = |index: usize| HtmlForm::at(&preview, &format!("/-/edit/{path}?item=activities.{index}"));
    let page = get(&preview, &format!("/-/edit/{path}?item=activities.0")).text();
    assert!(page.contains("odd: yes"), "{page}");
    for (index, button, expected) in [
        (0, "item-copy", plan(&[item, item, other])),
        (1, "item-down", plan(&[item, other, item])),
        (1, "item-remove", plan(&[item, item])),
    ] {
        let response = at(index).press(&preview, button);
        assert_eq!((response.status, preview.read(path)), (303, expected), "{button}: {}", response.text());
    }
}

#[test]
fn a_yes_or_no_that_cannot_be_read_stays() {
    let preview = Preview::small();
    preview.save("pages/later.md", "---\ntitle: Later\ndraft: until Friday\n---\nText.\n");
    let mut form = HtmlForm::at(&preview, "/-/edit/pages/later.md");
    form.set("title", "Soon");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert_eq!(preview.read("pages/later.md"), "---\ntitle: Soon\ndraft: until Friday\n---\nText.\n");
}

#[test]
fn a_file_is_edited_as_text_with_its_line_ends() {
    let preview = Preview::small();
    preview.save("pages/windows.md", "---\r\ntitle: Windows\r\n---\r\nOne.\r\n");
    let mut form = HtmlForm::at(&preview, "/-/text/pages/windows.md");
    assert_eq!(form.press(&preview, "").status, 303);
    assert_eq!(preview.read("pages/windows.md"), "---\r\ntitle: Windows\r\n---\r\nOne.\r\n");
    form.set("text", "---\ntitle: Windows\n---\nOne.\nTwo.\n");
    assert_eq!(form.press(&preview, "").status, 303);
    assert_eq!(preview.read("pages/windows.md"), "---\r\ntitle: Windows\r\n---\r\nOne.\r\nTwo.\r\n");
    // The form is of the version before.
    let page = form.press(&preview, "");
    assert_eq!(page.status, 409, "{}", page.text());
    assert!(page.text().contains("In the file now"));
    // Invalid YAML has no form.
    preview.save("team.yaml", "people: [\n");
    assert_eq!(get(&preview, "/-/edit/team.yaml").header("location"), Some("/-/text/team.yaml"));
    assert!(get(&preview, "/-/text/team.yaml").text().contains("people: ["));
}

#[test]
fn new_things_get_a_file_or_a_place_in_one() {
    let preview = Preview::small();
    let mut form = HtmlForm::at(&preview, "/-/new/event");
    form.set("title", "Apprenticeship talk");
    form.tick("audiences", "pupils");
    form.set("date", "8 March 2027");
    let response = form.press(&preview, "save");
    let place = "/-/edit/events/2027-03-08-apprenticeship-talk.md?saved=1";
    assert_eq!((response.status, response.header("location")), (303, Some(place)), "{}", response.text());
    let text = preview.read("events/2027-03-08-apprenticeship-talk.md");
    assert_eq!(text, "---\ntitle: Apprenticeship talk\ndate: 8 March 2027\naudiences: [pupils]\n---\n");
    // Another one of the same name.
    let response = form.press(&preview, "save");
    let place = "/-/edit/events/2027-03-08-apprenticeship-talk-2.md?saved=2";
    assert_eq!((response.status, response.header("location")), (303, Some(place)));
    let nameless = HtmlForm::at(&preview, "/-/new/page").press(&preview, "save");
    assert_eq!(nameless.status, 422);
    assert!(nameless.text().contains("Write the title."), "{}", nameless.text());
    // A file of the format that is not there yet.
    preview.delete("offers.yaml");
    let mut form = HtmlForm::at(&preview, "/-/edit/offers.yaml?item=offers.new");
    form.set("offers.0.title", "Give a talk");
    let response = form.press(&preview, "save");
    assert_eq!(response.status, 303, "{}", response.text());
    assert_eq!(preview.read("offers.yaml"), "offers:\n  - title: Give a talk\n");
    // A group without a plan of its own.
    preview.delete("programme/year-7.md");
    until(|| get(&preview, "/-/new").text().contains("/-/new/group?for=Year%207")).expect("the group");
    let mut form = HtmlForm::at(&preview, "/-/new/group?for=Year%207");
    form.set("theme", "Starting out");
    let response = form.press(&preview, "save");
    assert_eq!(response.header("location"), Some("/-/edit/programme/year-7.md?saved=4"), "{}", response.text());
    assert_eq!(preview.read("programme/year-7.md"), "---\ntheme: Starting out\n---\n");
    assert_eq!(get(&preview, "/-/new/group?for=Year%2099").status, 404);
    let new = get(&preview, "/-/new").text();
    for link in [
        "/-/new/event",
        "/-/new/destinations",
        "team.yaml?item=people.new",
        "school.yaml?item=groups.new",
        "evaluation.md?item=methods.new",
        "programme/year-9.md?item=activities.new",
    ] {
        assert!(new.contains(link), "{link} in {new}");
    }
}

#[test]
fn deleted_files_come_back_from_the_history() {
    let preview = Preview::small();
    let before = preview.read(EVENT);
    let page = get(&preview, &form_of(EVENT)).text();
    let form = HtmlForm::of(&page, "/-/delete");
    let response = form.press(&preview, "");
    assert_eq!((response.status, response.header("location")), (303, Some("/-/history")));
    assert!(!preview.content.join(EVENT).exists());
    assert_eq!(get(&preview, &form_of(EVENT)).status, 404);
    let history = get(&preview, "/-/history").text();
    assert!(history.contains(&format!("Deleted: {EVENT}")), "{history}");
    let version = get(&preview, "/-/history?save=1").text();
    let restored = HtmlForm::of(&version, "/-/restore").press(&preview, "");
    assert_eq!(restored.status, 303, "{}", restored.text());
    assert_eq!(preview.read(EVENT), before);
    // Also what an old editor has saved.
    let old = b"---\ntitle: Caf\xE9\n---\n";
    std::fs::write(preview.content.join("pages/old.md"), old).expect("saved");
    let page = get(&preview, &form_of("pages/old.md")).text();
    HtmlForm::of(&page, "/-/delete").press(&preview, "");
    let version = get(&preview, "/-/history?save=3").text();
    assert!(version.contains("title: Café"), "{version}");
    assert_eq!(HtmlForm::of(&version, "/-/restore").press(&preview, "").status, 303);
    assert_eq!(std::fs::read(preview.content.join("pages/old.md")).expect("the file"), old);
}

#[test]
fn an_event_moves_when_its_date_is_written() {
    let preview = Preview::small();
    let page = get(&preview, &form_of(EVENT)).text();
    assert!(page.contains("Only needed if the event moves"), "{page}");
    let mut form = HtmlForm::at(&preview, &form_of(EVENT));
    form.set("date", "11 March 2027");
    let typed = form.send_live(&preview, "typed").text();
    assert!(typed.contains("\"findings\":{}"), "nothing is wrong while it is typed: {typed:.600}");
    assert_eq!(form.press(&preview, "save").status, 303);
    let text = preview.read(EVENT);
    assert!(text.contains("changed: 2026-11-23\n"), "{text}");
    let saved = get(&preview, &form_of(EVENT)).text();
    assert!(!saved.contains("error-summary"), "{saved}");
    let shown = || get(&preview, "/events/2027-03-04-careers-fair.html").text().contains("11\u{a0}March 2027");
    until(shown).expect("the page with its new day, at its old address");
}

#[test]
fn a_draft_without_a_day_is_listed_and_its_form_adds_the_day() {
    const DRAFT: &str = "events/results-day.md";
    let preview = Preview::small();
    let builds = preview.builds();
    preview.save(DRAFT, "---\ntitle: Results day\ndraft: yes\naudiences: [pupils]\n---\n\nCome to the hall.\n");
    until(|| preview.builds() > builds).expect("a build");
    let home = get(&preview, "/-/").text();
    assert!(home.contains("“Results day” has no day yet") && home.contains(&form_of(DRAFT)), "{home}");
    let mut form = HtmlForm::at(&preview, &form_of(DRAFT));
    form.set("title", "Results");
    assert_eq!(form.send_live(&preview, "typed").status, 200);
    form.set("title", "Results day");
    form.set("date", "12 August 2027");
    form.set("draft", "");
    assert_eq!(form.press(&preview, "save").status, 303);
    let saved = "---\ntitle: Results day\ndate: 12 August 2027\naudiences: [pupils]\n---\n\nCome to the hall.\n";
    assert_eq!(preview.read(DRAFT), saved);
    assert!(get(&preview, "/events/results-day.html").text().contains("Thursday 12\u{a0}August 2027"));
}
