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
use crate::common::facts;

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
    let details =
        SurveyDetails { name: "test", title: "A test", from: FeedbackGroup::Parents, date: None, invited: None };
    let mut findings = Findings::default();
    let draft = propose(SheetFile { name, bytes }, &details, &facts().privacy.columns, &mut findings);
    (draft, findings)
}

fn counted(name: &str, bytes: &[u8], mapping: &SurveyMapping, day: Option<Date>) -> (Option<Draft>, Findings) {
    let mut findings = Findings::default();
    let file = SheetFile { name, bytes };
    let draft = count(file, ("test", mapping), day, &facts().privacy.columns, &mut findings);
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
    assert_eq!(refused("no-heading.xlsx"), [SheetError::NoHeading { column: "C".into() }.message()]);
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
fn a_mapping_cannot_use_a_personal_column() {
    let text = "title: A test\nfrom: parents\ncolumns:\n  - column: Email\n    kind: choose-one\n    other: Somebody\n";
    let (value, findings) = counted("a.csv", b"Email,Useful?\na@b.example,Yes\n", &mapping(text), None);
    assert_eq!(value, None);
    assert!(findings.of_code(Code::new("missing-column")).next().is_some());
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
