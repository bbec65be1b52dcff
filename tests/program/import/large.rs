//! Very large exports: fifty thousand answers in no more than 200 MB. An ordinary run has fewer.

use std::fmt::Write as _;
use std::process::Command;

use camino::Utf8Path;

use rust_xlsxwriter::Workbook;

const HEADINGS: [&str; 5] = ["ID", "Start time", "Email", "Was it useful?", "What could be better?"];

/// The limit on address space, in the unit of `ulimit -v`.
const MAX_KILOBYTES: usize = 200 * 1024;

/// The answer of one person: every third is not sure.
fn answer(person: usize) -> &'static str {
    if person.is_multiple_of(3) { "Not sure" } else { "Yes" }
}

/// Runs `fingerpost import survey` within the memory limit.
fn import(file: &Utf8Path, content: &Utf8Path, more: &[&str]) -> String {
    let limited = format!("ulimit -v {MAX_KILOBYTES}; exec \"$@\"");
    let output = Command::new("sh")
        .args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_fingerpost"), "import", "survey"])
        .args([file.as_str(), content.as_str(), "--name", "large"])
        .args(more)
        .output()
        .expect("it runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{file}: {errors}");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn thousands_of_answers_are_counted() {
    are_counted_within_limit(5_000);
}

#[test]
#[ignore = "takes half a minute; the test above has a tenth of the answers"]
fn fifty_thousand_answers_are_counted_within_200_megabytes() {
    are_counted_within_limit(50_000);
}

fn are_counted_within_limit(people: usize) {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = Utf8Path::from_path(temporary.path()).expect("UTF-8");
    let mut csv = HEADINGS.join(",") + "\n";
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADINGS).expect("written");
    for person in 0..people {
        let free = format!("Answer {person}: ") + &"as long as people give them. ".repeat(6);
        let (answer, email) = (answer(person), format!("p{person}@example.org"));
        writeln!(csv, "{person},2026-03-19 09:00:00,{email},{answer},\"{free}\"").expect("written");
        let row = u32::try_from(person + 1).expect("a row");
        let cells = [&person.to_string(), "2026-03-19 09:00:00", &email, answer, &free];
        sheet.write_row(row, 0, cells).expect("written");
    }
    std::fs::write(folder.join("answers.csv"), csv).expect("written");
    workbook.save(folder.join("answers.xlsx")).expect("written");
    let not_sure = (0..people).filter(|person| answer(*person) == "Not sure").count();
    let yes = people - not_sure;
    for name in ["answers.csv", "answers.xlsx"] {
        let content = folder.join(format!("careers-{name}"));
        std::fs::create_dir(&content).expect("created");
        std::fs::write(content.join("school.yaml"), "").expect("written");
        import(&folder.join(name), &content, &["--from", "parents", "--date", "2026-03-19", "--write"]);
        let survey = import(&folder.join(name), &content, &[]);
        assert!(survey.contains(&format!("responded: {people}")), "{survey}");
        assert!(survey.contains(&format!("\"Yes\": {yes}")), "{survey}");
        assert!(survey.contains(&format!("\"Not sure\": {not_sure}")), "{survey}");
    }
}
