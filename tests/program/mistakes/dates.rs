//! Days and hours of events, in front matter and in file names.

use super::{School, assert_found};

#[test]
fn dates_in_file_names_are_explained() {
    for (name, words) in [
        ("2027-02-31-careers-fair", ["2027-02-31", "no such day"]),
        ("30-01-2027 talk", ["`30-01-2027`", "`2027-01-30-talk.md`"]),
        ("2027-1-5-talk", ["`2027-1-5`", "`2027-01-05-talk.md`"]),
        ("20270304 talk", ["`20270304`", "`2027-03-04-talk.md`"]),
        ("careers-fair", ["`date` is missing", "`2027-03-04-careers-fair.md`"]),
    ] {
        let school = School::new();
        school.event(&format!("events/{name}.md"), "audiences: [pupils]\n");
        assert_found(&school, &[&words]);
    }
    let school = School::new();
    school.event("events/30-01-2027 talk.md", "audiences: [pupils]\ndate: 2027-01-30\n");
    assert_found(&school, &[]);
}

#[test]
fn evening_hours_without_pm_are_asked_about() {
    let event = |hours: &str| {
        let school = School::new();
        school.event("events/2027-01-14-evening.md", &format!("audiences: [parents]\n{hours}"));
        school
    };
    assert_found(
        &event("starts: 5:30\nends: 7:00\n"),
        &[&["[early-time]", "`5:30` is early in the morning", "`starts: 17:30` and `ends: 19:00`"]],
    );
    assert_found(&event("starts: 7:00\n"), &[&["[early-time]", "19:00"]]);
    for hours in ["starts: 05:30\n", "starts: 5.30 am\n", "starts: 8:00\nends: 9:00\n", "starts: 5:30 pm\nends: 7pm\n"]
    {
        assert_found(&event(hours), &[]);
    }
    assert_found(&event("starts: 12:30pm\nends: 1:15\n"), &[&["`1:15` is before the event begins", "13:15"]]);
    assert_found(&event("starts: 17:00\nends: 16:00\n"), &[&["the event ends before it begins"]]);
}
