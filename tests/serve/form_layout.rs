//! How a form is laid out: what is folded away, what can be chosen, and parts without a form.

use crate::client::get;
use crate::html_form::HtmlForm;
use crate::preview::Preview;
use crate::until::until;

/// The fold with a heading, from its tag on.
fn fold<'h>(html: &'h str, heading: &str) -> &'h str {
    let end = html.find(&format!("<h2>{heading}</h2>")).unwrap_or_else(|| panic!("no {heading} in {html}"));
    &html[html[..end].rfind("<details").expect("a fold")..]
}

fn is_open(html: &str, heading: &str) -> bool {
    fold(html, heading).split('>').next().expect("a tag").contains(" open")
}

#[test]
fn rarely_used_fields_are_folded_away_unless_they_have_a_value_or_a_finding() {
    let preview = Preview::small();
    let new = get(&preview, "/-/new/event").text();
    for heading in ["Several days, or every week", "Joining online and booking", "Notes for each audience"] {
        assert!(!is_open(&new, heading), "{heading}");
    }
    let first_fold = new.find("<details class=\"fold\"").expect("a fold");
    for name in ["title", "date", "starts", "place", "audiences", "body"] {
        let at = new.find(&format!("name=\"{name}\"")).expect(name);
        assert!(at < first_fold, "{name} is folded away");
    }
    let address = "/-/edit/events/2027-03-04-careers-fair.md";
    let page = get(&preview, address).text();
    assert!(is_open(&page, "Joining online and booking") && !is_open(&page, "Several days, or every week"));
    let mut form = HtmlForm::at(&preview, address);
    form.set("until", "1 March 2027");
    let partners = form.value("with@lines").to_owned();
    assert!(partners.starts_with("Hallowmere College\nMillrace"), "{partners}");
    form.set("with@lines", &format!("{}\n\n Someone else ", partners.replacen("College", "college", 1)));
    let before = preview.read("events/2027-03-04-careers-fair.md");
    assert_eq!(form.press(&preview, "save").status, 303);
    let with = |text: &str| text.lines().find(|line| line.starts_with("with:")).expect("partners").to_owned();
    let expected = with(&before).replacen("College", "college", 1).replace(']', ", Someone else]");
    assert_eq!(with(&preview.read("events/2027-03-04-careers-fair.md")), expected);
    until(|| is_open(&get(&preview, address).text(), "Several days, or every week")).expect("a value");
}

#[test]
fn known_names_are_chosen_and_lists_are_called_by_one_item() {
    let preview = Preview::start();
    let address = "/-/edit/programme/year-9.md?item=activities.0";
    let mut form = HtmlForm::at(&preview, address);
    let before = preview.read("programme/year-9.md");
    form.tick("activities.0.areas", "See the big picture");
    form.tick("activities.0.subjects", "Maths");
    form.tick("activities.0.subjects", "Astronomy");
    assert_eq!(form.press(&preview, "save").status, 303);
    let after = preview.read("programme/year-9.md");
    let areas = "areas: [Explore possibilities, Manage career";
    let expected = before.replacen(areas, &format!("{areas}, See the big picture"), 1).replacen(
        "    led-by: Form tutors\n",
        "    subjects: [Maths, Astronomy]\n    led-by: Form tutors\n",
        1,
    );
    assert_eq!(after, expected);
    let page = get(&preview, address).text();
    assert!(page.contains("value=\"Astronomy\" checked") && page.contains(">Another subject</label>"), "{page}");
    // Lists are added to by the name of one item, and those of short values have a line for each.
    for (path, words) in [
        ("team.yaml", ">Add another person</a>"),
        ("programme/year-9.md", ">Add another activity</a>"),
        ("programme/year-9.md", ">Add another way to help</button>"),
        ("events/2027-03-04-careers-fair.md", "Write each day on a line of its own."),
    ] {
        let page = get(&preview, &format!("/-/edit/{path}")).text();
        assert!(page.contains(words), "{words} in {page}");
    }
    let survey = get(&preview, "/-/edit/evaluation/surveys/2026-10-post-16-evening.yaml").text();
    let suggested = "<option value=\"2026-10-08-post-16-evening\" label=\"Post-16 evening, ";
    assert!(survey.contains("list=\"field-event-names\"") && survey.contains(suggested), "{survey}");
    let school = get(&preview, "/-/edit/school.yaml").text();
    assert!(school.contains("<option value=\"media/logo.svg\" selected>media/logo.svg</option>"), "{school}");
}

#[test]
fn parts_without_a_form_are_changed_as_text() {
    let preview = Preview::small();
    let path = "pages/odd.md";
    let before = "---\ntitle: Odd\n# Why\nwhere: { room: 4 }\nsummary: [a, b]\n---\n\nText.\n";
    preview.save(path, before);
    let address = format!("/-/edit/{path}");
    until(|| get(&preview, &address).status == 200).expect("the form");
    let mut form = HtmlForm::at(&preview, &address);
    assert_eq!(form.value("text@where"), "where: { room: 4 }");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert_eq!(preview.read(path), before);
    form.set("text@where", "where:\n  room: 5");
    form.set("title", "Odder");
    assert_eq!(form.press(&preview, "save").status, 303);
    let after = before.replace("where: { room: 4 }", "where:\n  room: 5").replace("Odd\n", "Odder\n");
    assert_eq!(preview.read(path), after);
    let mut form = HtmlForm::at(&preview, &address);
    form.set("text@where", "where: [");
    let page = form.press(&preview, "save");
    assert_eq!(page.status, 422);
    assert!(page.text().contains("would change other parts") && page.text().contains("where: ["), "{}", page.text());
    form.set("text@where", "");
    form.set("text@summary", "summary: A line");
    assert_eq!(form.press(&preview, "save").status, 303);
    assert_eq!(preview.read(path), "---\ntitle: Odder\nsummary: A line\n---\n\nText.\n");
    assert_eq!(HtmlForm::at(&preview, &address).value("summary"), "A line");
}

#[test]
fn choices_have_the_words_of_the_site_and_groups_the_order_of_the_programme() {
    let preview = Preview::start();
    let activity = get(&preview, "/-/edit/programme/year-9.md?item=activities.0").text();
    for words in [
        "> Benchmark 5: Encounters with employers and employees</label>",
        ">Meeting people from work</option>",
        ">Meeting a college or training provider</option>",
    ] {
        assert!(activity.contains(words), "{words} in {activity}");
    }
    assert!(get(&preview, "/-/edit/team.yaml?item=people.0").text().contains(">SENDCo</option>"));
    for page in ["/-/", "/-/new", "/-/edit/events/2027-03-04-careers-fair.md"] {
        let html = get(&preview, page).text();
        let html = html.split("Plans</h").last().expect("a page");
        let at = |year: u8| html.find(&format!("Year {year}<")).or_else(|| html.find(&format!("> Year {year}")));
        let places: Vec<_> = (7..=13).map(|year| at(year).unwrap_or_else(|| panic!("{year} in {html}"))).collect();
        assert!(places.is_sorted(), "{page}: {places:?}");
    }
}

#[test]
fn forms_name_people_and_files_in_words_and_can_be_left() {
    let preview = Preview::small();
    let person = get(&preview, "/-/edit/team.yaml?item=people.0").text();
    let leader = preview.read("team.yaml");
    let leader = leader.split("name: ").nth(1).and_then(|rest| rest.lines().next()).expect("a name");
    assert!(person.contains(&format!("<h1>Edit person: {leader}</h1>")), "{person}");
    assert!(person.contains("<a href=\"/-/edit/team.yaml\">Your careers team</a>"), "{person}");
    for (page, back) in [
        ("edit/team.yaml?item=people.0", "/-/edit/team.yaml"),
        ("edit/team.yaml", "/-/"),
        ("text/team.yaml", "/-/"),
        ("new/event", "/-/new"),
    ] {
        let html = get(&preview, &format!("/-/{page}")).text();
        assert!(html.contains(&format!("<a href=\"{back}\">Leave without saving</a>")), "{page}: {html}");
    }
}

#[test]
fn examples_of_links_lead_from_the_folder_of_the_text() {
    let preview = Preview::small();
    for (page, path) in [
        ("edit/guidance.md", "](media/"),
        ("new/event", "](../media/"),
        ("edit/pages/about-this-example.md", "](../media/"),
    ] {
        assert!(get(&preview, &format!("/-/{page}")).text().contains(&format!("{path}picture.jpg)")), "{page}");
    }
}
