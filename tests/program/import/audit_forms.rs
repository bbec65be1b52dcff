//! Forms of `fingerpost audit`, filled in and read back.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use fingerpost::import::department_audit::{
    AuditAnswers, FilledForm, audit_drafts, audit_form, coverage, departments, form_as_markdown, form_as_workbook,
    read_form,
};
use fingerpost::import::{Draft, SheetFile};
use fingerpost::programme::Programme;
use fingerpost::report::{Findings, Severity};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use super::files::read_back;
use crate::common::{facts, today};

/// The programme of the school with two groups, which teaches art.
fn programme() -> Programme {
    let path = "programme/year-7.md".to_owned();
    let text = "---\nactivities:\n  - title: Colours at work\n    when: Autumn\n    kind: lesson\n    benchmarks: [4]\n    \
                subjects: [Art]\n---\n\nWe look around.\n";
    read_back(&[Draft { path, text: text.to_owned(), addition: None, notes: Vec::new() }])
}

/// The form for art as a workbook and as Markdown.
fn art_form() -> (Vec<u8>, String) {
    let programme = programme();
    let departments = departments(&programme, facts());
    let art = departments.iter().find(|department| department.name == "Art").expect("a form for art");
    let form = audit_form(art, None, &programme, facts());
    (form_as_workbook(&form).expect("a workbook"), form_as_markdown(&form))
}

/// The cells of the visible sheet of a workbook.
fn cells(workbook: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).expect("a workbook");
    let range = book.worksheet_range("Form").expect("a sheet");
    let text = |cell: &Data| if matches!(cell, Data::Empty) { String::new() } else { cell.to_string() };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// A workbook with the cells of the form for art and these rows below its example.
fn filled(rows: &[&[&str]]) -> Vec<u8> {
    let mut all = cells(&art_form().0);
    let first = all.iter().position(|row| row[0].starts_with("(Example)")).expect("an example") + 1;
    for (row, cells) in rows.iter().enumerate() {
        all.resize(all.len().max(first + row + 1), Vec::new());
        all[first + row] = cells.iter().map(|cell| (*cell).to_owned()).collect();
    }
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet(), &all);
    workbook.save_to_buffer().expect("a workbook")
}

fn write(sheet: &mut Worksheet, rows: &[Vec<String>]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
}

/// What forms give, and the messages about them.
fn imported(files: &[(&str, &[u8])]) -> (AuditAnswers, Vec<String>) {
    let programme = programme();
    let departments = departments(&programme, facts());
    let mut findings = Findings::default();
    let forms: Vec<FilledForm> = files
        .iter()
        .filter_map(|(name, bytes)| read_form(SheetFile { name, bytes }, &departments, &mut findings))
        .collect();
    let answers = audit_drafts(&forms, &departments, (&programme, facts()), &mut findings);
    let messages = findings.sorted().into_iter();
    let messages = messages.map(|finding| {
        assert!(finding.severity != Severity::Must, "{}", finding.message);
        finding.message
    });
    (answers, messages.collect())
}

#[test]
fn a_filled_form_becomes_activities_to_review() {
    let row: &[&str] = &[
        "Visit to the print works",
        "All year groups",
        "Spring 1",
        "Tarn Print; Inky & Sons",
        "How a book is made",
        "6. Do pupils see or try out a workplace?",
        "3",
        "Head of art",
    ];
    let (answers, messages) = imported(&[("art.xlsx", &filled(&[row]))]);
    assert!(messages.is_empty(), "{messages:?}");
    let paths: Vec<&str> = answers.drafts.iter().map(|draft| draft.path.as_str()).collect();
    assert_eq!(paths, ["programme/year-7.md", "programme/year-8.md"]);
    let read = read_back(&answers.drafts);
    let new: Vec<_> = read.activities.iter().filter(|activity| activity.title == "Visit to the print works").collect();
    assert_eq!(new.len(), 2);
    let text = &answers.drafts[1].text;
    for line in [
        "when: [\"Spring 1\"]",
        "kind: workplace",
        "benchmarks: [6]",
        "subjects: [\"Art\"]",
        "with: [\"Tarn Print\", \"Inky & Sons\"]",
        "hours: 3",
        "staff: \"Pupils learn: How a book is made. Ask: Head of art.\"",
        "status: proposed",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    let covered = coverage(&programme(), &answers.added, facts(), today());
    let workplaces: Vec<(usize, usize)> = covered.rows[5].groups.iter().map(|group| (group.now, group.added)).collect();
    assert_eq!(workplaces, [(0, 1), (0, 1)]);
    assert_eq!((covered.rows[3].groups[0].now, covered.rows[3].groups[1].is_gap()), (1, true));
}

#[test]
fn empty_forms_give_nothing() {
    let (workbook, markdown) = art_form();
    let (answers, messages) = imported(&[("art.xlsx", &workbook), ("art.md", markdown.as_bytes())]);
    assert!(answers.drafts.is_empty() && messages.is_empty(), "{messages:?}");
    assert_eq!(answers.notes, ["These forms are still empty: Art."]);
    assert_eq!(workbook, art_form().0, "the same form has the same bytes");
}

#[test]
fn markdown_is_filled_in_as_a_table() {
    let (_, markdown) = art_form();
    let empty = "|  |  |  |  |  |  |  |  |";
    let answer = "| A mural for a client | Year 8 | Autumn | A café \\| bar | | 5 | | |";
    let (answers, messages) = imported(&[("art (1).md", markdown.replacen(empty, answer, 1).as_bytes())]);
    assert!(messages.is_empty(), "{messages:?}");
    assert!(answers.drafts[0].text.contains("with: [\"A café | bar\"]"), "{}", answers.drafts[0].text);
}

#[test]
fn an_activity_of_two_departments_or_of_the_programme_is_not_repeated() {
    let art = filled(&[
        &["The colours at work", "Year 7", "Autumn", "", "", "4"],
        &["Careers fair", "Year 7", "Autumn", "", "", "5"],
        &["Spring careers fair", "Year 7", "Spring", "", "", "5"],
    ]);
    let library = "This form is for: Library\n\n| What do you do? | With which year groups? | When? |\n\
                   | --- | --- | --- |\n| The careers fair | Year 7, Year 8 | Autumn |\n";
    let (answers, messages) = imported(&[("art.xlsx", &art), ("x.md", library.as_bytes())]);
    let titles: Vec<&str> = answers.drafts.iter().flat_map(|draft| draft.text.lines()).collect();
    let titles: Vec<&str> = titles.into_iter().filter_map(|line| line.trim().strip_prefix("- title: ")).collect();
    // The file of Year 7 keeps its own activity.
    assert_eq!(titles, ["Colours at work", "\"Careers fair\"", "\"Spring careers fair\"", "\"Careers fair\""]);
    assert_eq!(
        answers.notes,
        [
            "“The colours at work” is in the programme already, for Year 7.",
            "“Careers fair” is in the forms of Art and Library. It became one activity."
        ]
    );
    assert!(messages[0].contains("“Spring careers fair” may be the same as “Careers fair”"), "{messages:?}");
}

#[test]
fn one_title_of_two_groups_is_two_activities() {
    let form = filled(&[
        &["Guest speaker", "Year 7", "Autumn 1", "A bank"],
        &["Guest speaker", "Year 8", "Spring 1", "A hospital"],
        &["Guest speaker", "Year 7", "Spring 2", "A farm"],
    ]);
    let (answers, _) = imported(&[("art.xlsx", &form)]);
    let [first, second] = answers.drafts.as_slice() else { panic!("{:?}", answers.drafts) };
    for line in ["when: [\"Autumn 1\", \"Spring 2\"]", "with: [\"A bank\", \"A farm\"]"] {
        assert!(first.text.contains(line), "{line} is not in\n{}", first.text);
    }
    assert!(
        second.text.contains("when: [\"Spring 1\"]") && second.text.contains("[\"A hospital\"]"),
        "{}",
        second.text
    );
}

#[test]
fn what_cannot_be_read_or_names_people_is_left_out_and_reported() {
    let form = filled(&[
        &["Amelia shows her murals", "Year 7", "Autumn"],
        &["A talk", "Year 17", "Autumn"],
        &["A walk", "", "Autumn"],
        &["", "Year 7"],
        &["=1+1", "Year 7", "Autumn"],
        &["A trail", "Year 7", "After mocks", "Mr Tolworth", "", "most", "half a day", "Zofia Nowak"],
        &["A swim", "Mr Tolworth's class", "Autumn"],
        &["A sail", "Year 7", "Ask Zofia", "", "", "", "Zofia decides"],
        &["(Example) Our own", "Year 7"],
    ]);
    let (answers, messages) = imported(&[("art.xlsx", &form)]);
    let reported = messages.join("\n");
    for part in [
        "may identify a person, so its row was left out",
        "there is no group called `Year 17`",
        "does not say who it is for",
        "does not say what is done",
        "has a formula",
        "`After mocks` is not a time",
        "may identify a person, so it was left out",
        "`most` is none of the eight questions",
        "`half a day` is not a number of hours",
        "still begins with “(Example)”",
    ] {
        assert!(reported.contains(part), "{part} is not in\n{reported}");
    }
    let [draft] = answers.drafts.as_slice() else { panic!("{:?}", answers.drafts) };
    assert!(draft.text.contains("title: \"A sail\"\n    kind: lesson\n    subjects"), "{}", draft.text);
    assert!(draft.text.contains("staff: \"When: After mocks. How long: half a day.\""), "{}", draft.text);
    for name in ["Amelia", "Tolworth", "Zofia"] {
        assert!(!draft.text.contains(name) && !reported.contains(name), "{name}");
    }
}

#[test]
fn forms_that_were_changed_beyond_recognition_do_no_harm() {
    let rows = cells(&art_form().0);
    let book = |make: &dyn Fn(&mut Workbook)| {
        let mut workbook = Workbook::new();
        make(&mut workbook);
        workbook.save_to_buffer().expect("a workbook")
    };
    let answer = ["A walk", "Year 7", "Autumn"].map(str::to_owned).to_vec();
    let another_sheet_first = book(&|workbook| {
        write(workbook.add_worksheet(), &[vec!["Notes".to_owned()], vec!["of a meeting".to_owned()]]);
        write(workbook.add_worksheet(), &[rows.clone(), vec![answer.clone()]].concat());
    });
    let merged = book(&|workbook| {
        let sheet = workbook.add_worksheet();
        write(sheet, &rows);
        let row = u32::try_from(rows.len()).expect("a row");
        sheet.merge_range(row, 0, row + 1, 0, "A walk", &Format::new()).expect("merged");
        sheet.write_string(row, 1, "Year 7").expect("a cell").write_string(row, 2, "Autumn").expect("a cell");
        sheet.write_string(row + 1, 1, "Year 8").expect("a cell");
    });
    let formula = book(&|workbook| {
        let sheet = workbook.add_worksheet();
        write(sheet, &rows);
        let row = u32::try_from(rows.len()).expect("a row");
        sheet
            .write_formula(row, 0, Formula::new("=HYPERLINK(\"https://a.example\")").set_result("A walk"))
            .expect("a cell");
        sheet.write_string(row, 1, "Year 7").expect("a cell");
    });
    let renamed = "This form is for: Art\nWhat we do,Year,Term,Cost,Comments\nA walk,Year 7,Autumn,£4,None\n";
    let no_headings = "A walk,Year 7,Autumn\nA talk,Year 8,Spring\n";
    let long = format!("What do you do?,Year group,When?\n{}", "A walk,Year 7,Autumn\n".repeat(10_000));
    for (name, bytes, drafts, message) in [
        ("art.xlsx", another_sheet_first.as_slice(), 1, ""),
        ("art.xlsx", &merged, 1, "is merged with others"),
        ("art.xlsx", &formula, 0, "has a formula, so its row was left out"),
        ("art.csv", renamed.as_bytes(), 1, "the columns “Cost” and “Comments” are not part of the form"),
        ("art.csv", no_headings.as_bytes(), 0, "does not have the headings of a form"),
        ("art.csv", long.as_bytes(), 0, "there are more than 200 rows"),
        ("art.xlsx", b"PK no workbook", 0, "the name of this file does not match"),
        ("art.md", b"\x00\x01", 0, "this spreadsheet is damaged"),
        ("notes.md", b"| a | b |\n|---|---|\n| c | d |\n", 0, "does not have the headings of a form"),
    ] {
        let (answers, messages) = imported(&[(name, bytes)]);
        assert_eq!(answers.drafts.len(), drafts, "{message}: {messages:?}");
        assert!(messages.join("\n").contains(message), "{message} is not in {messages:?}");
        assert!(!message.is_empty() || messages.is_empty(), "{messages:?}");
    }
}

#[test]
fn every_kind_of_institution_has_forms_that_read_back() {
    for fixture in ["content-example", "tests/fixtures/college", "tests/fixtures/special"] {
        let mut findings = Findings::default();
        let folder = crate::common::folder(fixture);
        let (_, programme) = fingerpost::load_programme(&folder, facts(), today(), &mut findings).expect("a programme");
        let departments = departments(&programme, facts());
        assert!(departments.len() > 8, "{fixture}");
        for (index, department) in departments.iter().enumerate() {
            let form = audit_form(department, None, &programme, facts());
            let bytes = form_as_workbook(&form).expect("a workbook");
            let name = format!("{}.xlsx", form.file_stem);
            let form = read_form(SheetFile { name: "returned.xlsx", bytes: &bytes }, &departments, &mut findings);
            assert_eq!(form.and_then(|form| form.department), Some(index), "{fixture}: {name}");
        }
    }
}
