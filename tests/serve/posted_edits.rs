//! Every field of every form, changed as a browser does it: the value is read back as it was typed, every other value stays,
//! the lines of other values stay, and Undo brings back every byte.

use crate::client::{get, post};
use crate::forms::texts;
use crate::html_form::HtmlForm;
use crate::preview::{Preview, SMALL};

/// Texts that are awkward in YAML, in HTML or in both.
const HOSTILE: [&str; 16] = [
    "no",
    "1:30",
    "# x",
    ": ",
    "a: b",
    "'",
    "say \"x\"",
    "- x",
    "{ x: y }",
    "</textarea><script>alert(1)</script>",
    "&amp; <b>",
    "🎓 emoji",
    "مهنة",
    "tab\there",
    "one\ntwo: # three",
    "",
];

/// Hidden fields that say which version of the file a form was made from.
const OF_THE_FORM: [&str; 2] = ["seen", "form-draft"];

/// A field of a form.
struct PostedField {
    file: String,
    address: String,
    name: String,
}

/// The fields of all forms, and of the first item of each list.
fn fields(preview: &Preview) -> Vec<PostedField> {
    let mut fields = Vec::new();
    for file in texts(preview) {
        let html = get(preview, &format!("/-/edit/{file}")).text();
        let items = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let items = items.filter(|link| link.contains("?item=") && link.ends_with(".0")).map(str::to_owned);
        for address in std::iter::once(format!("/-/edit/{file}")).chain(items) {
            let typed = HtmlForm::at(preview, &address).typed;
            fields.extend(typed.into_iter().map(|name| PostedField {
                file: file.clone(),
                address: address.clone(),
                name,
            }));
        }
    }
    fields
}

/// As a form keeps it: no spaces around a line, and no lines without words.
fn tidy(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

/// The fields that a change of one of them must leave alone.
fn others(form: &HtmlForm, name: &str) -> Vec<(String, String)> {
    let is_other = |field: &&(String, String)| field.0 != name && !OF_THE_FORM.contains(&field.0.as_str());
    form.fields.iter().filter(is_other).cloned().collect()
}

/// Types a text into a field, saves, reads it back, and undoes it. Returns what is wrong.
fn edit(preview: &Preview, field: &PostedField, text: &str) -> Result<(), String> {
    let before = preview.read(&field.file);
    let mut form = HtmlForm::at(preview, &field.address);
    if !form.fields.iter().any(|(name, _)| *name == field.name) {
        return Err("the form no longer has this field".to_owned());
    }
    let (old, kept) = (form.value(&field.name).to_owned(), others(&form, &field.name));
    form.set(&field.name, text);
    let response = form.press(preview, "save");
    if response.status != 303 {
        // What can't be saved is refused with what was typed, and the file stays.
        let is_kept = tidy(HtmlForm::of(&response.text(), &form.action).value(&field.name)) == tidy(text);
        return if is_kept && preview.read(&field.file) == before { Ok(()) } else { Err(response.text()) };
    }
    let after = preview.read(&field.file);
    if after == before {
        return if tidy(text) == tidy(&old) { Ok(()) } else { Err("it is not saved".to_owned()) };
    }
    let saved = HtmlForm::at(preview, &field.address);
    let is_in_new_row = form.fields.iter().any(|(name, _)| {
        let row = name.strip_suffix("@only");
        row.is_some_and(|row| field.name.strip_prefix(row).is_some_and(|rest| rest.starts_with('.')))
    });
    // A new row has another name once it is saved.
    let mut values = saved.fields.iter().filter(|(name, _)| is_in_new_row || *name == field.name);
    // A name that is not known becomes one more choice.
    let is_read_back = match tidy(text).is_empty() {
        true => values.all(|(_, value)| tidy(value) != tidy(&old)),
        false => values.any(|(_, value)| tidy(value) == tidy(text)),
    };
    if !is_read_back {
        return Err(format!("read back as {:?}", saved.value(&field.name)));
    }
    let changed = others(&saved, &field.name);
    // A row without words goes, and those after it get other numbers.
    let is_removed = tidy(text).is_empty() && field.name.split('.').any(|part| part.parse::<usize>().is_ok());
    if changed != kept && !is_in_new_row && !is_removed {
        let first = kept.iter().zip(&changed).find(|(one, other)| one != other);
        return Err(format!("another field has changed: {first:?}"));
    }
    let lost = lost_lines(&before, &after);
    if lost > old.lines().count() + 2 {
        return Err(format!("{lost} lines are gone, though the value had {}", old.lines().count()));
    }
    if post(preview, "/-/undo", &[]).status != 303 || preview.read(&field.file) != before {
        return Err("Undo does not bring it back".to_owned());
    }
    Ok(())
}

/// How many lines of a text are between the first and the last line that differ from another text.
fn lost_lines(before: &str, after: &str) -> usize {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let start = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let same_end = before[start..].iter().rev().zip(after[start..].iter().rev());
    before.len() - start - same_end.take_while(|(one, other)| one == other).count()
}

/// Each number from 0 to the limit once, in an order that looks random and is the same on every machine.
fn spread(limit: usize) -> impl Iterator<Item = usize> {
    let step =
        (limit * 5 / 8..).find(|step| (2..*step).all(|by| !step.is_multiple_of(by) || !limit.is_multiple_of(by)));
    let step = step.expect("a number without a common factor");
    (0..limit).map(move |at| at * step % limit)
}

fn edit_through_forms(folder: &str, edits: usize) {
    let preview = Preview::of(folder);
    let fields = fields(&preview);
    assert!(fields.len() > 100, "{} fields", fields.len());
    let mut problems = Vec::new();
    for (at, index) in spread(fields.len()).chain(spread(fields.len())).take(edits).enumerate() {
        let (field, text) = (&fields[index], HOSTILE[at % HOSTILE.len()]);
        let before = preview.read(&field.file);
        if let Err(problem) = edit(&preview, field, text) {
            problems.push(format!("{} {} with {text:?}: {problem:.300}", field.address, field.name));
            // The next edits begin with the file as it was.
            preview.save(&field.file, &before);
        }
    }
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn values_typed_into_forms_are_read_back_and_undone() {
    edit_through_forms(SMALL, 8);
}

#[test]
#[ignore = "takes many minutes: each field of all content"]
fn values_typed_into_each_field_are_read_back_and_undone() {
    for folder in ["content-example", "tests/fixtures/college", "tests/fixtures/special"] {
        edit_through_forms(folder, usize::MAX);
    }
}
