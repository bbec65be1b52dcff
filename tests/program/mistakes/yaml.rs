//! Characters and lines that YAML can't read, each with the fault that is there.

use super::{School, assert_found};

#[test]
fn curly_quotation_marks_are_named() {
    let school = School::new();
    school.change("school.yaml", "name: \"Ridgeway School\"", "name: “St Aidan's: Careers”");
    assert_found(&school, &[&["school.yaml:4", "curly", "name: \"St Aidan's: Careers\""]]);
}

#[test]
fn all_tabs_are_named_at_once_with_the_spaces_they_need() {
    let school = School::new();
    school.change("team.yaml", "    email:", "\temail:").change("team.yaml", "    phone:", "\tphone:");
    assert_found(&school, &[&["team.yaml:9", "in lines 9 and 11", "this line needs 4"]]);
}

#[test]
fn missing_colons_and_spaces_are_named() {
    let school = School::new();
    school.change("school.yaml", "phone: 01632", "phone:01632");
    assert_found(&school, &[&["school.yaml:9", "a space is missing after the colon", "phone: 01632 960000"]]);
    school.change("school.yaml", "phone:01632", "phone: 01632").change("school.yaml", "kind: academy", "kind academy");
    assert_found(&school, &[&["school.yaml:6", "the colon after `kind` is missing", "`kind: academy`"]]);
}

#[test]
fn list_characters_of_word_are_named() {
    for character in ['•', '–', '—', '▪'] {
        let school = School::new();
        school
            .event("events/2027-01-14-fair.md", &format!("audiences:\n  {character} pupils\n  {character} parents\n"));
        assert_found(&school, &[&["fair.md:4", &format!("`{character}`"), "- pupils"]]);
    }
}

#[test]
fn long_dashes_in_place_of_three_hyphens_are_named() {
    let school = School::new();
    school.add("events/2027-01-14-fair.md", "—\ntitle: Fair\naudiences: [pupils]\n—\n\nCome.\n");
    assert_found(&school, &[&["fair.md:1", "should be three hyphens", "`—`"]]);
    school.add("events/2027-01-14-fair.md", "—\n# A comment.\ntitle: Fair\naudiences: [pupils]\n---\n\nCome.\n");
    assert_found(&school, &[&["fair.md:1", "should be three hyphens", "`—`"]]);
    school.add("events/2027-01-14-fair.md", "---\ntitle: Fair\naudiences: [pupils]\n—\n\nCome.\n");
    assert_found(&school, &[&["fair.md:4", "should be three hyphens", "`—`"]]);
}
