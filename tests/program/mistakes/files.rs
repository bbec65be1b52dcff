//! Files in the wrong folder, with the wrong name or of the wrong kind, and copies of files.

use std::fs;

use super::{School, assert_found};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
const WORD: &[u8] = b"PK\x03\x04 a Word document \x00";

fn rename(school: &School, from: &str, to: &str) {
    let to = school.path().join(to);
    fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
    fs::rename(school.path().join(from), to).expect("renamed");
}

#[test]
fn copies_are_never_moved_over_the_original() {
    let school = School::new();
    for (original, copy) in [
        ("programme/year-9.md", "programme/year-9-LAPTOP-123.md"),
        ("programme/year-9.md", "programme/year-9 (1).md"),
        ("programme/year-8.md", "programme/year-8.md.txt"),
        ("team.yaml", "team (1).yaml"),
        ("school.yaml", "school-LAPTOP-123.yaml"),
        ("pupils.md", "pupils - Copy.md"),
    ] {
        let text = fs::read_to_string(school.path().join(original)).expect("a text");
        school.add(copy, text);
        assert_found(&school, &[&[copy, "[unknown-file]", "a copy of", original, "then delete this copy"]]);
        fs::remove_file(school.path().join(copy)).expect("removed");
    }
}

#[test]
fn files_that_differ_only_in_case_or_spaces_are_reported() {
    let school = School::new();
    school.add("programme/Year 9.md", "---\ntheme: Choosing\n---\n");
    assert_found(&school, &[&["year-9.md", "[names-differ-in-case]", "`programme/Year 9.md`"]]);
    rename(&school, "programme/Year 9.md", "programme/Y9.md");
    assert_found(&school, &[&["year-9.md", "[duplicate]", "two files for Year 9", "`programme/Y9.md`"]]);
}

#[test]
fn files_in_the_wrong_place_are_not_called_missing() {
    let school = School::new();
    rename(&school, "guidance.md", "pages/guidance.md");
    assert_found(&school, &[&["pages/guidance.md", "[wrong-name]", "this should be `guidance.md`"]]);
    let school = School::new();
    rename(&school, "team.yaml", "team (1).yaml");
    assert_found(&school, &[&["team (1).yaml", "[wrong-name]", "name it `team.yaml`"]]);
    let school = School::new();
    rename(&school, "events/2027-01-14-careers-evening.md", "event/2027-01-14-careers-evening.md");
    assert_found(&school, &[&["event/2027", "the folder `event`", "Did you mean the folder `events`?"]]);
}

#[test]
fn pictures_and_documents_that_are_there_are_not_called_missing() {
    let school = School::new();
    school.add("logo.svg", SVG).change("school.yaml", "# logo: media/logo.svg", "logo: logo.svg");
    assert_found(&school, &[&["school.yaml", "[unpublished-file]", "`logo.svg` is there", "Move it to media/"]]);
    let school = School::new();
    school.add("media/team.doc", WORD).add("media/hall.jfif", b"\xFF\xD8\xFF");
    school.change("pupils.md", "## Start here", "[Team](media/team.doc) ![A hall](media/hall.jfif)\n\n## Start here");
    assert_found(
        &school,
        &[&["`media/team.doc` is there", "`team.docx`"], &["`media/hall.jfif` is there", "rename it to `hall.jpg`"]],
    );
}

#[test]
fn documents_in_place_of_texts_are_explained() {
    let school = School::new();
    school.add("programme/Year 9 plan.docx", WORD);
    assert_found(&school, &[&["[unknown-file]", "it is a document", "programme/year-9-plan.md"]]);
    let school = School::new();
    school.add("pages/plan.md", WORD);
    assert_found(&school, &[&["[not-text]", "it is a Word document", "paste them into a new file"]]);
    let school = School::new();
    school.add("pages/plan.md", "{\\rtf1\\ansi Plan}");
    assert_found(&school, &[&["[not-text]", "rich text format"]]);
}
