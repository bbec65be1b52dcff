//! One mistake, one message: what follows from an error is not reported.

use super::{School, assert_found};

#[test]
fn links_to_a_file_with_an_error_are_not_reported() {
    let school = School::new();
    school.change("programme/year-9.md", "theme: (Example)", "theme: \"(Example)");
    assert_found(&school, &[&["programme/year-9.md:4", "[yaml-syntax]", "is never closed"]]);
}

#[test]
fn a_key_with_a_wrong_value_is_not_called_missing() {
    let school = School::new();
    school.event("events/fair.md", "audiences: [pupils]\ndate: 29 February 2027\n");
    assert_found(&school, &[&["events/fair.md:4", "[bad-date]", "no such day"]]);
    school.event("events/fair.md", "audiences: [pupils]\ndate: 2027-02-03\nstarts: noonish\nends: 14:00\n");
    assert_found(&school, &[&["events/fair.md:5", "[bad-time]"]]);
    school.event("events/fair.md", "audience: [pupils]\ndate: 2027-02-03\n");
    assert_found(&school, &[&["[unknown-key]", "Did you mean `audiences`?"]]);
}

#[test]
fn a_leader_with_a_wrong_address_is_not_called_missing() {
    let school = School::new();
    school.change("team.yaml", "role: careers-leader", "role: careers leeder");
    assert_found(&school, &[&["team.yaml:6", "[unknown-value]"]]);
}

#[test]
fn a_picture_that_a_misspelt_key_or_link_names_is_not_called_unused() {
    let school = School::new();
    school.add("media/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
    school.change("school.yaml", "# logo: media/logo.svg", "lgo: media/logo.svg");
    assert_found(&school, &[&["school.yaml", "[unknown-key]", "Did you mean `logo`?"]]);
    school.change("school.yaml", "lgo: media/logo.svg", "# lgo: media/logo.svg");
    school.change("pupils.md", "## Start here", "![Our logo](meda/logo.svg)\n\n## Start here");
    assert_found(&school, &[&["pupils.md", "[missing-media]", "Did you mean `media/logo.svg`?"]]);
}

#[test]
fn an_event_with_an_error_is_not_missed_by_the_law() {
    let school = School::new();
    let event = "events/2027-01-12-meet-a-college.md";
    school.change(event, "title: (Example) Meet", "title: (Example): meet");
    assert_found(&school, &[&[event, "[yaml-syntax]"]]);
}
