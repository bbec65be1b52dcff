//! Every field of every file of the example and the fixtures, changed through its form with texts that are awkward in YAML.
//! The value is read back as it was typed, every other value stays, and so does every byte outside the value.

use std::fs;
use std::path::Path;

use fingerpost::ContentPath;
use fingerpost::editor::form::{ContentForm, FieldContent, FormField, FormValue};
use fingerpost::editor::{EditError, FileEdit, OpenFile};
use fingerpost::programme::format::Control;
use fingerpost::programme::meant;

use crate::random_changes::pairs;

const FOLDERS: [&str; 3] = ["content-example", "tests/fixtures/college", "tests/fixtures/special"];

/// Texts that are awkward in YAML.
pub(crate) fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "Careers fair",
        "no",
        "Yes",
        "on",
        "null",
        "~",
        "012",
        "1e3",
        "0x1f",
        "1:30",
        "17:30",
        "2027-03-04",
        "4.5",
        "1,000",
        ".inf",
        "# x",
        "x # y",
        "x #y",
        ": ",
        "a: b",
        "a:",
        ":",
        "- x",
        "-",
        "---",
        "...",
        "? x",
        "?",
        "'",
        "\"",
        "it's",
        "say \"x\"",
        "\"quoted\"",
        "'quoted'",
        "“curly”",
        "a\\b",
        "\\n",
        "@x",
        "`x`",
        "%x",
        "&x",
        "*x",
        "!x",
        "|",
        ">",
        "[",
        "]",
        "{",
        "}",
        "[x, y]",
        "{ x: y }",
        "x, y",
        ",",
        "x]",
        "x}",
        "<<",
        "=",
        "🎓 emoji 👩‍🏫",
        "مهنة",
        "\u{202b}abc\u{202c}",
        "naïve café",
        "line one\nline two",
        "one\n\nthree",
        "  lead\nnext",
        "- a\n- b",
        "• a\n• b",
        "a: b\nc: d",
        "x\n---\ny",
        "# a\n# b",
        "tab\there",
        "a\u{2028}b",
        "a\u{85}b",
        "a\u{a0}b",
        "\u{feff}x",
        "\u{7f}x",
        "x\u{1}y",
        "e\u{301}",
        "trailing \\",
        "https://example.org/a#b?c=d",
        "#0b5d4e",
        "a@b.example",
        "66.2%",
        "not stated",
        "all",
        "cdi",
        "x: # y",
        "''",
        "\"\"",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("long ".repeat(2_000).trim().to_owned());
    texts.push("x".repeat(10_000));
    texts
}

pub(crate) struct Example {
    pub(crate) form: ContentForm,
    pub(crate) file: OpenFile,
}

/// Every content file, as it is and with the line ends of Windows.
pub(crate) fn examples(windows: bool) -> Vec<Example> {
    let mut examples = Vec::new();
    for folder in FOLDERS {
        let mut folders = vec![Path::new(folder).to_path_buf()];
        while let Some(inner) = folders.pop() {
            let mut entries: Vec<_> = fs::read_dir(inner).unwrap().map(|entry| entry.unwrap().path()).collect();
            entries.sort();
            for path in entries {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = ContentPath::new(path.strip_prefix(folder).unwrap().to_str().unwrap());
                let Some(form) = ContentForm::of_path(&name) else { continue };
                let text = fs::read_to_string(&path).unwrap();
                let text = if windows { text.replace('\n', "\r\n") } else { text };
                let file = OpenFile::new(name, text.into_bytes()).unwrap();
                examples.push(Example { form, file });
            }
        }
    }
    assert!(examples.len() > 120, "{}", examples.len());
    examples
}

/// A field that holds one text: its name, and the names and values that go with it.
#[derive(Debug)]
pub(crate) struct Leaf {
    pub(crate) name: String,
    pub(crate) control: Control,
    rows: Vec<(String, String)>,
}

fn leaves(fields: &[FormField], rows: &[(String, String)], found: &mut Vec<Leaf>) {
    for field in fields {
        match &field.content {
            FieldContent::Text(_) => found.push(Leaf {
                name: field.name.clone(),
                control: field.definition.control.clone(),
                rows: rows.to_vec(),
            }),
            FieldContent::Fields(fields) => leaves(fields, rows, found),
            FieldContent::Rows(list) => {
                for row in list {
                    let was = (format!("{}@was", row.field.name), row.origin.unwrap().to_string());
                    let rows: Vec<_> = rows.iter().cloned().chain([was]).collect();
                    if row.label.is_some() {
                        let name = format!("{}@label", row.field.name);
                        found.push(Leaf { name, control: Control::Text, rows: rows.clone() });
                    }
                    leaves(std::slice::from_ref(&row.field), &rows, found);
                }
            }
            FieldContent::Chosen(_) | FieldContent::TextOnly => {}
        }
    }
}

impl Example {
    pub(crate) fn leaves(&self) -> Vec<Leaf> {
        let mut found = Vec::new();
        leaves(&self.form.fields(Some(&self.file), &self.form.values(&self.file)), &[], &mut found);
        found
    }

    /// Sends one field and returns the file after it.
    fn changed(&self, leaf: &Leaf, text: &str) -> OpenFile {
        let pairs: Vec<_> =
            leaf.rows.iter().cloned().chain([(leaf.name.clone(), text.replace('\n', "\r\n"))]).collect();
        self.sent(&self.form.sent(&pairs))
    }

    /// Checks that the file has what was sent, and nothing else has changed.
    pub(crate) fn sent(&self, sent: &FormValue) -> OpenFile {
        let edits = self.form.edits(&self.file, sent);
        let context = || format!("{} {edits:?}", self.file.path());
        let after = match self.file.with_edits(&edits) {
            Ok(after) => after,
            // The text is the label of another row.
            Err(EditError::SameLabel(label)) if has_label_twice(&self.form.values(&self.file).with(sent), &label) => {
                return OpenFile::new(self.file.path().clone(), self.file.bytes().to_vec()).unwrap();
            }
            Err(error) => panic!("{error} {}", context()),
        };
        let expected = flat(&self.form.values(&self.file).with(sent));
        let found = flat(&self.form.values(&after));
        let differ = |one: &[String], other: &[String]| -> Vec<String> {
            one.iter().filter(|line| !other.contains(line)).cloned().collect()
        };
        assert!(found == expected, "{:?} {:?} {}", differ(&found, &expected), differ(&expected, &found), context());
        check_bytes(&self.file, &after, &edits);
        after
    }
}

fn has_label_twice(value: &FormValue, label: &str) -> bool {
    match value {
        FormValue::Rows(rows) => {
            let same = rows.rows.iter().filter(|row| row.label.as_deref() == Some(label)).count();
            same > 1 || rows.rows.iter().any(|row| has_label_twice(&row.value, label))
        }
        FormValue::Fields(fields) => fields.iter().any(|(_, value)| has_label_twice(value, label)),
        _ => false,
    }
}

/// The values by name, one a line, without blank ones and without what rows were before.
fn flat(value: &FormValue) -> Vec<String> {
    fn add(name: &str, value: &FormValue, lines: &mut Vec<String>) {
        match value {
            FormValue::Rows(rows) => {
                for (at, row) in rows.rows.iter().filter(|row| !row.is_blank()).enumerate() {
                    lines.extend(row.label.iter().map(|label| format!("{name}.{at}@label={label:?}")));
                    add(&format!("{name}.{at}"), &row.value, lines);
                }
            }
            FormValue::Fields(fields) => {
                fields.iter().for_each(|(key, value)| add(&format!("{name}.{key}"), value, lines));
            }
            FormValue::Chosen(values) if values.is_empty() => {}
            FormValue::Chosen(values) => {
                let mut values = values.clone();
                values.sort();
                lines.push(format!("{name}={values:?}"));
            }
            FormValue::Absent => {}
            FormValue::Text(text) if text.is_empty() => {}
            value => lines.push(format!("{name}={value:?}")),
        }
    }
    let mut lines = Vec::new();
    add("", value, &mut lines);
    lines
}

/// Checks that an only edit has changed no byte outside its value.
fn check_bytes(before: &OpenFile, after: &OpenFile, edits: &[FileEdit]) {
    let (old, new) = (before.text().as_bytes(), after.text().as_bytes());
    let same_above = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let same_below = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    match edits {
        [] => assert_eq!(before.text(), after.text()),
        [FileEdit::AddKey { .. } | FileEdit::Append { .. }] if !before.text().contains("[]") => {
            assert!(same_above + same_below >= old.len(), "{} {edits:?}", before.path());
        }
        [FileEdit::Set { path, .. } | FileEdit::RenameKey { path, .. }] => {
            let start = before.text().find(&before.text_of(path).unwrap()).unwrap();
            let end = before.start_of(path).unwrap() + before.text_of(path).unwrap().len() + 2;
            assert!(same_above >= start, "{} {edits:?}", before.path());
            assert!(old.len() - same_below.min(old.len() - same_above) <= end, "{} {edits:?}", before.path());
        }
        [FileEdit::SetBody { .. }] => assert!(same_above >= before.document().body.start),
        _ => {}
    }
}

/// Sends each text to each field, or to some of them, and returns how often.
fn change_every_field(windows: bool, step: usize) -> usize {
    let texts = texts();
    let mut count = 0;
    for example in examples(windows) {
        for leaf in example.leaves() {
            for (at, text) in texts.iter().enumerate() {
                count += 1;
                let is_body = matches!(leaf.control, Control::Markdown);
                let is_long_label = leaf.name.ends_with("@label") && text.len() > 1_000;
                if count % step == 0 && !(is_body && text.starts_with("---")) && !is_long_label {
                    let after = example.changed(&leaf, text);
                    let is_line = !matches!(leaf.control, Control::LongText) && text.trim().contains('\n');
                    let typed = match is_body {
                        true => text.replace('\u{1}', ""),
                        false if is_line => text.split_whitespace().collect::<Vec<_>>().join(" "),
                        false => meant(&leaf.control, text.trim()),
                    };
                    let shown = example.form.fields(Some(&after), &example.form.values(&after));
                    let shown = shown.iter().find_map(|field| field.find(&leaf.name));
                    if let Some(FieldContent::Text(shown)) = shown.map(|field| &field.content)
                        && !typed.is_empty()
                    {
                        assert_eq!(*shown, typed, "{} {leaf:?} {at}", example.file.path());
                    }
                }
            }
        }
    }
    count / step
}

#[test]
fn every_field_takes_awkward_texts() {
    let count = change_every_field(false, 1_499) + change_every_field(true, 1_511);
    assert!(count > 300, "{count}");
}

#[test]
#[ignore = "takes many minutes: every text in every field"]
fn every_field_takes_every_awkward_text() {
    let count = change_every_field(false, 1) + change_every_field(true, 1);
    println!("{count} edits");
}

#[test]
fn an_unchanged_form_changes_nothing() {
    for windows in [false, true] {
        for example in examples(windows) {
            let values = example.form.values(&example.file);
            assert_eq!(example.form.edits(&example.file, &values), [], "{}", example.file.path());
            assert_eq!(example.form.text_parts(&example.file), [], "{}", example.file.path());
            let pairs = pairs(&example.form.fields(Some(&example.file), &values));
            let sent = example.form.sent(&pairs);
            assert_eq!(example.form.edits(&example.file, &sent), [], "{}", example.file.path());
        }
    }
}
