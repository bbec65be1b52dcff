//! Form exports are counted correctly; hostile ones end in a finding.

use std::io::Write as _;

use fingerpost::import::SheetError;
use fingerpost::import::survey::{SurveyDetails, count, propose};
use fingerpost::import::{Draft, SheetFile};
use fingerpost::programme::format::{FieldReader, FromNode};
use fingerpost::programme::{FeedbackGroup, SurveyMapping};
use fingerpost::read::{Node, Value, parse_yaml};
use fingerpost::report::{Code, ContentPath, Findings, Problem, Source};
use jiff::civil::{Date, date};
use serde_json::Value as Json;

use super::fixture;
use crate::common::{facts, today};

fn source(text: &str) -> Source {
    Source { path: ContentPath::new("evaluation/mappings/test.yaml"), text: text.into() }
}

fn node(text: &str) -> Node {
    let mut findings = Findings::default();
    let node = parse_yaml(&source(text), 0..text.len(), &mut findings);
    assert!(findings.is_empty(), "{text}");
    node.expect("YAML")
}

fn mapping(text: &str) -> SurveyMapping {
    let mut findings = Findings::default();
    let source = source(text);
    let read = SurveyMapping::from_node(&node(text), &mut FieldReader::new(&source, &mut findings));
    assert!(findings.is_empty(), "{:?}\n{text}", findings.sorted());
    read.expect("a mapping")
}

fn proposed(name: &str, bytes: &[u8]) -> (Option<Draft>, Findings) {
    let details = SurveyDetails {
        name: "test",
        title: "A test",
        from: FeedbackGroup::Parents,
        date: None,
        invited: None,
        today: today(),
    };
    let mut findings = Findings::default();
    let draft = propose(SheetFile { name, bytes }, &details, facts(), &mut findings);
    (draft, findings)
}

fn counted(name: &str, bytes: &[u8], mapping: &SurveyMapping, day: Option<Date>) -> (Option<Draft>, Findings) {
    let mut findings = Findings::default();
    let file = SheetFile { name, bytes };
    let draft = count(file, ("test", mapping), (day, today()), facts(), &mut findings);
    (draft, findings)
}

/// Counts a file with the mapping that is proposed for it.
fn survey(name: &str, bytes: &[u8], day: Option<Date>) -> Draft {
    let mapping = mapping(&proposed(name, bytes).0.expect("a proposal").text);
    let (value, findings) = counted(name, bytes, &mapping, day);
    assert!(findings.is_empty(), "{:?}", findings.sorted());
    value.expect("a survey")
}

fn field<'n>(node: &'n Node, key: &str) -> &'n Node {
    let Value::Map(entries) = &node.value else { panic!("looking for {key} in something other than a map") };
    &entries.iter().find(|entry| entry.key == key).unwrap_or_else(|| panic!("no {key}")).node
}

fn scalar(node: &Node) -> &str {
    let Value::Scalar(text) = &node.value else { panic!("not a scalar") };
    text
}

/// The contents of a survey file, in the form of `expected.json`.
fn contents(draft: &Draft) -> Json {
    let survey = node(&draft.text);
    let Value::List(questions) = &field(&survey, "questions").value else { panic!("not a list") };
    let of_question = |question: &Node| {
        let Value::Map(counts) = &field(question, "counts").value else { panic!("no counts") };
        let number = |node: &Node| scalar(node).parse::<u32>().expect("a number");
        // The file lists answers that nobody gave; the expectation does not.
        let counts = counts.iter().filter(|entry| number(&entry.node) > 0);
        let counts: serde_json::Map<String, Json> =
            counts.map(|entry| (entry.key.clone(), number(&entry.node).into())).collect();
        (scalar(field(question, "question")).to_owned(), Json::Object(counts))
    };
    let questions: serde_json::Map<String, Json> = questions.iter().map(of_question).collect();
    let responded: u32 = scalar(field(&survey, "responded")).parse().expect("a number");
    serde_json::json!({ "responded": responded, "questions": questions, "date": scalar(field(&survey, "date")) })
}

#[test]
fn exports_of_both_form_tools_are_counted_correctly() {
    let expected: Json = serde_json::from_slice(&fixture("expected.json")).expect("JSON");
    for name in ["microsoft-parents.xlsx", "google-staff.csv", "google-pupils.ods", "microsoft-employers.csv"] {
        // The dates of this one are ambiguous.
        let day = (name == "microsoft-employers.csv").then(|| date(2026, 7, 9));
        let contents = contents(&survey(name, &fixture(name), day));
        for key in ["responded", "questions", "date"] {
            if let Some(expected) = expected[name].get(key) {
                assert_eq!(&contents[key], expected, "{key} of {name}");
            }
        }
    }
}

#[test]
fn personal_data_stays_in_the_sheet() {
    for name in ["microsoft-parents.xlsx", "google-staff.csv", "microsoft-employers.csv"] {
        let bytes = fixture(name);
        let draft = survey(name, &bytes, Some(date(2026, 7, 9)));
        let proposal = proposed(name, &bytes).0.expect("a proposal");
        let notes = draft.notes.join("\n");
        for text in [&draft.text, &proposal.text, &notes] {
            for who in ["@", "person", "Invented", "someone"] {
                assert!(!text.contains(who), "{who} of {name} in:\n{text}");
            }
        }
    }
}

#[test]
fn the_order_of_rows_makes_no_difference() {
    let rows = ["2026-03-01,Yes,Maths;Art;", "2026-03-09,No,Art;", "2026-03-05,Yes,Maths;", "2026-03-02,No,Art;"];
    let sheet = |rows: &[&str]| format!("Timestamp,Useful?,Which?\n{}\n", rows.join("\n"));
    let mut turned = rows;
    turned.reverse();
    let both = [sheet(&rows), sheet(&turned)].map(|text| survey("a.csv", text.as_bytes(), None).text);
    assert_eq!(both[0], both[1]);
    assert!(both[0].contains("date: 2026-03-09"));
}

fn sheet_messages(findings: &Findings) -> Vec<String> {
    findings.of_code(Code::new("sheet")).map(|finding| finding.message.clone()).collect()
}

#[test]
fn ambiguous_sheets_are_refused() {
    let refused = |name: &str| {
        let (value, findings) = proposed(name, &fixture(name));
        assert_eq!(value, None, "{name}");
        sheet_messages(&findings)
    };
    assert_eq!(refused("formula.xlsx"), [SheetError::Formula { cell: "B2".into() }.message()]);
    assert_eq!(refused("merged.xlsx"), [SheetError::Merged { cell: "B1".into() }.message()]);
    assert_eq!(refused("no-heading.xlsx"), ["cell C2 has no heading above it"]);
    assert_eq!(refused("workbook-called.csv"), [SheetError::OtherKind { actual: "xlsx" }.message()]);
}

#[test]
fn an_ambiguous_date_is_refused_unless_the_day_is_stated() {
    let refused = |name: &str| {
        let bytes = fixture(name);
        let mapping = mapping(&proposed(name, &bytes).0.expect("a proposal").text);
        let (value, findings) = counted(name, &bytes, &mapping, None);
        assert_eq!(value, None, "{name}");
        assert!(counted(name, &bytes, &mapping, Some(date(2026, 1, 14))).0.is_some(), "{name}");
        sheet_messages(&findings)
    };
    assert_eq!(refused("two-orders.csv"), [SheetError::MixedOrder.message()]);
    let messages = refused("microsoft-employers.csv");
    assert!(matches!(messages.as_slice(), [one] if one.contains("two different days")), "{messages:?}");
}

#[test]
#[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
fn locked_damaged_and_oversized_sheets_are_refused() {
    let refused = |name: &str, bytes: &[u8]| sheet_messages(&proposed(name, bytes).1);
    let locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 EncryptedPackage";
    assert_eq!(refused("answers.xlsx", locked), [SheetError::LockedOrOld.message()]);
    assert_eq!(refused("answers.xls", locked), [SheetError::LockedOrOld.message()]);
    assert_eq!(refused("answers.csv", locked), [SheetError::LockedOrOld.message()]);
    assert_eq!(refused("answers.xlsx", b"Name,Why\n"), [SheetError::Damaged.message()]);
    assert_eq!(refused("answers.pdf", b"%PDF"), [SheetError::NotASheet.message()]);
    assert_eq!(refused("answers.csv", b""), [SheetError::Empty.message()]);
    let half = fixture("microsoft-parents.xlsx");
    assert_eq!(refused("answers.xlsx", &half[..half.len() / 2]), [SheetError::OtherKind { actual: "zip" }.message()]);
    assert_eq!(refused("answers.xlsx", &bomb()), [SheetError::TooLarge.message()]);
    let long = "Useful?\n".to_owned() + &"Yes\n".repeat(250_001);
    assert_eq!(refused("answers.csv", long.as_bytes()), [SheetError::TooLarge.message()]);
}

/// A workbook of a few kilobytes that would unpack to more than 300 MB.
fn bomb() -> Vec<u8> {
    let options = zip::write::SimpleFileOptions::default();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/workbook.xml", options).expect("a part");
    archive.write_all(b"<workbook/>").expect("written");
    archive.start_file("xl/worksheets/sheet1.xml", options).expect("a part");
    let block = vec![b' '; 1 << 20];
    (0..310).for_each(|_| archive.write_all(&block).expect("written"));
    let packed = archive.finish().expect("an archive").into_inner();
    assert!(packed.len() < 1_000_000);
    packed
}

#[test]
fn answers_missing_from_the_mapping_are_reported_at_their_place() {
    let mapping = mapping(
        "title: A test\nfrom: parents\ncolumns:\n  - column: Useful?\n    kind: choose-one\n    answers: [\"Yes\"]\n  \
         - column: Gone?\n    kind: text\n",
    );
    let sheet = b"Timestamp,Useful?,New?\n2026-03-01,yes,\n2026-03-01,No,\n2026-03-01,No,x\n";
    let (value, findings) = counted("a.csv", sheet, &mapping, None);
    assert_eq!(value, None);
    let contents: Vec<String> = findings
        .sorted()
        .iter()
        .map(|finding| {
            format!(
                "{}: {}",
                finding.place.source.text[..finding.place.span.start].lines().count().max(1),
                finding.message
            )
        })
        .collect();
    assert_eq!(
        contents,
        [
            "1: the mapping doesn't mention the column `New?`",
            "4: 2 people answered `No`, which is not in the list of answers",
            "7: the export has no column `Gone?`"
        ]
    );
}

#[test]
fn all_answers_missing_from_the_mapping_are_counted() {
    let mapping = mapping(
        "title: A test\nfrom: parents\ncolumns:\n  - column: Useful?\n    kind: choose-one\n    answers: [\"Yes\"]\n",
    );
    let answers: String = (0..180).map(|number| format!("2026-03-01,Because of {number}\n")).collect();
    let sheet = format!("Timestamp,Useful?\n{answers}");
    let findings = counted("a.csv", sheet.as_bytes(), &mapping, None).1.sorted();
    let with_more: Vec<&str> = findings
        .iter()
        .filter_map(|finding| finding.help.split_once(" 175 more answers"))
        .map(|(_, rest)| rest)
        .collect();
    assert_eq!((findings.len(), with_more.len()), (5, 1), "{findings:?}");
    assert!(with_more[0].ends_with("the kind is `text`."), "{with_more:?}");
}

#[test]
fn a_mapping_cannot_use_a_personal_column() {
    let text = "title: A test\nfrom: parents\ncolumns:\n  - column: Email\n    kind: choose-one\n    other: Somebody\n";
    let (value, findings) = counted("a.csv", b"Email,Useful?\na@b.example,Yes\n", &mapping(text), None);
    assert_eq!(value, None);
    let messages: Vec<String> = findings.of_code(Code::new("missing-column")).map(|one| one.message.clone()).collect();
    assert_eq!(messages, ["the column `Email` identifies people, so Fingerpost does not read it"]);
}

#[test]
fn names_in_a_column_that_is_not_read_are_not_repeated() {
    let text =
        "title: A test\nfrom: parents\ncolumns:\n  - column: Who are you?\n    kind: choose-one\n    answers: [A, B]\n";
    let sheet = b"Who are you?,Useful?\nEmma Sample,Yes\nZofia Nowak,No\nOwen Sample,No\n";
    let (_, findings) = counted("a.csv", sheet, &mapping(text), None);
    for finding in findings.sorted() {
        assert!(!finding.message.contains("Sample") && !finding.message.contains("Nowak"), "{}", finding.message);
    }
}

#[test]
fn what_one_person_wrote_is_not_an_answer_to_choose() {
    let answers = ["Maths", "Art", "\"Maths, Art\"", "\"Art, Maths\"", "Sam Lowe bullies me"];
    let sheet = format!("Timestamp,Why?\n{}", answers.map(|answer| format!("2026-03-01,{answer}\n")).concat());
    proposal_without("a.csv", sheet.as_bytes(), &["bullies"]);
}

/// The mapping that is proposed for a sheet, and whether all the survey's text is free of these words.
fn proposal_without(name: &str, bytes: &[u8], private: &[&str]) -> String {
    let draft = proposed(name, bytes).0.expect("a proposal");
    for word in private {
        assert!(!draft.text.contains(word), "{word} in:\n{}", draft.text);
    }
    draft.text
}

#[test]
fn columns_that_identify_people_are_recognised_in_any_language() {
    let people = ["Sioned Sampl", "Emma Sampl", "Owen Sampl"];
    let rows = |start: &str| -> String {
        let row = |at: usize| {
            let who = people[at % 3];
            format!("{},{start},p{}@hill.example,{who},Tak\n", at + 1, at % 3)
        };
        (0..9).map(row).collect()
    };
    let moments = "19/03/2026 10:00:00,19/03/2026 10:05:00";
    for headings in [
        "Identyfikator,Godzina rozpoczęcia,Godzina ukończenia,Adres,Osoba,Przydatne?",
        "ID,Amser cychwyn,Amser cwblhau,E-bost,Enw,Defnyddiol?",
        "رقم,البدء,الإكمال,بريد,شخص,مفيد؟",
    ] {
        let sheet = format!("{headings}\n{}", rows(moments));
        let text = proposal_without("a.csv", sheet.as_bytes(), &["@hill.example", "Sampl"]);
        assert!(text.contains("date: 2026-03-19"), "{text}");
        assert_eq!(text.matches("- column:").count(), 1, "{text}");
        assert!(text.contains("answers") || text.contains("kind: text"), "{text}");
    }
    let birthdays = "Timestamp,When were you born?,Useful?\n2026-03-19,2010-03-04,Yes\n2026-03-19,2011-09-30,No\n";
    assert!(proposal_without("a.csv", birthdays.as_bytes(), &[]).contains("identify people: When were you born?"));
}

#[test]
fn answers_with_contact_details_are_never_copied() {
    let rows = "2026-03-19,Yes,07911 123456\n".repeat(8) + &"2026-03-19,No,nothing\n".repeat(8);
    let sheet = format!("Timestamp,Useful?,What else?\n{rows}");
    let text = proposal_without("a.csv", sheet.as_bytes(), &["07911"]);
    assert!(text.contains("kind: text"), "{text}");
    let mapping = mapping(
        "title: A test\nfrom: parents\ncolumns:\n  - column: What else?\n    kind: choose-one\n    answers: [nothing]\n  \
         - column: Useful?\n    kind: ignore\n",
    );
    let (_, findings) = counted("a.csv", sheet.as_bytes(), &mapping, None);
    let messages: Vec<String> = findings.sorted().into_iter().map(|finding| finding.message).collect();
    assert_eq!(messages, ["8 people answered `an address or a number`, which is not in the list of answers"]);
}

#[test]
fn sheets_are_read_below_a_title_and_after_a_separator_line() {
    for sheet in [
        "sep=;\nTimestamp;Useful?\n2026-03-19;Yes\n2026-03-19;No\n",
        "Survey of parents\n\nTimestamp,Useful?\n2026-03-19,Yes\n2026-03-19,No\n",
        "Timestamp|Useful?\n19-Mar-2026 10:00|Yes\n19-Mar-2026 10:01|No\n",
    ] {
        let survey = survey("a.csv", sheet.as_bytes(), None);
        assert!(survey.text.contains("date: 2026-03-19") && survey.text.contains("\"Yes\": 1"), "{}", survey.text);
    }
}

#[test]
fn hidden_tables_and_renamed_workbooks_are_read_as_people_see_them() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let old = workbook.add_worksheet();
    old.write_row(0, 0, ["Old", "Data"]).expect("written");
    old.set_hidden(true);
    let seen = workbook.add_worksheet();
    seen.write_row(0, 0, ["Timestamp", "Useful?"]).expect("written");
    seen.write_row(1, 0, ["2026-03-19", "Yes"]).expect("written");
    seen.write_row(2, 0, ["2026-03-19", "No"]).expect("written");
    seen.set_active(true);
    let bytes = workbook.save_to_buffer().expect("a workbook");
    assert!(survey("a.xlsx", &bytes, None).text.contains("question: \"Useful?\""));
    let renamed = renamed_parts(
        &bytes,
        &[("xl/workbook.xml", "xl/workbook2.xml"), ("xl/_rels/workbook.xml.rels", "xl/_rels/workbook2.xml.rels")],
    );
    assert!(survey("a.xlsx", &renamed, None).text.contains("question: \"Useful?\""));
}

/// A packed file whose parts have other names.
fn renamed_parts(bytes: &[u8], names: &[(&str, &str)]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).expect("a part");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).expect("text");
        let new_name = |name: &str| {
            names.iter().find(|(old, _)| *old == name).map_or(name.to_owned(), |(_, new)| (*new).to_owned())
        };
        let text =
            text.replace("/xl/workbook.xml", "/xl/workbook2.xml").replace("\"xl/workbook.xml", "\"xl/workbook2.xml");
        to.start_file(new_name(&part.name().expect("a name")), zip::write::SimpleFileOptions::default())
            .expect("a part");
        to.write_all(text.as_bytes()).expect("written");
    }
    to.finish().expect("an archive").into_inner()
}

#[test]
fn a_long_text_in_many_cells_is_refused() {
    let sheet = format!("Timestamp,Useful?\n2026-03-19,{}\n", "x".repeat(300_000));
    assert_eq!(sheet_messages(&proposed("a.csv", sheet.as_bytes()).1), [SheetError::TooLarge.message()]);
}

#[test]
fn choices_with_a_comma_are_split_correctly() {
    let mapping = mapping(
        "title: A test\nfrom: pupils\ndate: 2026-03-01\ncolumns:\n  - column: Which?\n    kind: choose-many\n    \
         answers: [\"Art, craft\", Art, Maths]\n    other: Another\n",
    );
    let sheet = "Which?\n\"Art, craft, Maths\"\n\"Maths, Art\"\nArt;Maths;\n\"Maths, Latin, Greek\"\n\n";
    let contents = contents(&counted("a.csv", sheet.as_bytes(), &mapping, None).0.expect("a survey"));
    assert_eq!(
        contents["questions"]["Which?"],
        serde_json::json!({ "Art, craft": 1, "Art": 2, "Maths": 4, "Another": 1 })
    );
    assert_eq!(contents["responded"], 4);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, ..Default::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        for name in ["a.csv", "a.tsv", "a.xlsx", "a.ods", "a.xls", "a"] {
            let _ = proposed(name, &bytes);
        }
    }

    #[test]
    fn a_sheet_with_changed_bytes_is_read_or_refused(at in 0_usize..8_000, byte: u8) {
        for name in ["microsoft-parents.xlsx", "google-pupils.ods"] {
            let mut bytes = fixture(name);
            let length = bytes.len();
            bytes[at % length] = byte;
            let _ = proposed(name, &bytes);
        }
    }
}
