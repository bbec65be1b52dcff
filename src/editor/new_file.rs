//! New content files: where they go, and how they begin.

use jiff::civil::Date;

use super::edit_error::EditError;
use super::file_edit::{FileEdit, ValuePath, YamlValue};
use super::open_file::OpenFile;
use crate::programme::{ContentFileKind, FilePlace, slug};
use crate::read::unusable_name;
use crate::report::ContentPath;

/// The longest name of a file, without the day and the extension, in characters. Some systems allow only 260 for a whole path.
const MAX_NAME: usize = 60;
/// How many files may have the same name, but for a number.
const MAX_SAME_NAME: u32 = 1_000;

/// The paths that a new file of this kind may have, the best first: made from its title, after the day if there is one, and
/// with a number if others have that name. For a kind with fixed paths, these.
pub(super) fn paths(kind: &ContentFileKind, (title, day): (&str, Option<Date>)) -> Vec<ContentPath> {
    let (folder, extension) = match kind.place() {
        FilePlace::Fixed(paths) => return paths.iter().map(|path| ContentPath::new(path)).collect(),
        FilePlace::Folder { folder, extension } => (folder, extension),
    };
    let name = name(title, kind.name);
    let name = day.map_or_else(|| name.clone(), |day| format!("{day}-{name}"));
    let path = |suffix: &str| ContentPath::new(&format!("{folder}/{name}{suffix}.{extension}"));
    let numbered = (2..MAX_SAME_NAME).map(|number| path(&format!("-{number}")));
    std::iter::once(path("")).chain(numbered).collect()
}

/// The paths that a new picture or document may have, the best first.
pub(super) fn media_paths(words: &str, extension: &str) -> impl Iterator<Item = ContentPath> {
    let (name, extension) = (name(words, "file"), extension.to_owned());
    let suffix = |number: u32| if number == 1 { String::new() } else { format!("-{number}") };
    (1..MAX_SAME_NAME).map(move |number| ContentPath::new(&format!("media/{name}{}.{extension}", suffix(number))))
}

/// A name that every system allows.
fn name(title: &str, kind: &str) -> String {
    let mut name = String::new();
    for word in slug(title).split('-') {
        let separator = usize::from(!name.is_empty());
        if name.chars().count() + separator + word.chars().count() > MAX_NAME {
            break;
        }
        if separator > 0 {
            name.push('-');
        }
        name.push_str(word);
    }
    if name.is_empty() {
        name.extend(slug(title).chars().take(MAX_NAME));
    }
    match name.as_str() {
        "" => kind.to_owned(),
        reserved if unusable_name(reserved).is_some() => format!("{kind}-{reserved}"),
        _ => name,
    }
}

/// A file with its title and the other keys that it must have, still empty. It is not written yet.
///
/// # Errors
/// An [`EditError`], for a title that no file can have.
pub(super) fn file(kind: &ContentFileKind, path: ContentPath, title: &str) -> Result<OpenFile, EditError> {
    let text = if path.extension() == "md" { "---\n---\n" } else { "" };
    let empty = OpenFile::new(path, text.into())?;
    let fields = kind.fields();
    let order: Vec<&'static str> = fields.iter().map(|field| field.key).filter(|key| !key.is_empty()).collect();
    let edit = |key: &str, value: YamlValue| FileEdit::AddKey {
        path: ValuePath::default(),
        key: key.to_owned(),
        value,
        order: order.clone(),
    };
    let is_title = |key: &str| ["title", "name"].contains(&key) && !title.trim().is_empty();
    let edits = fields.iter().filter_map(|field| match field.key {
        key if is_title(key) => Some(edit(key, YamlValue::Text(title.trim().to_owned()))),
        key if field.is_required => Some(edit(key, YamlValue::Null)),
        _ => None,
    });
    empty.with_edits(&edits.collect::<Vec<FileEdit>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_allowed_everywhere() {
        for (title, expected) in [
            ("Careers fair!", "careers-fair"),
            ("Con", "event-con"),
            ("", "event"),
            ("😀", "event"),
            ("Über uns", "über-uns"),
        ] {
            assert_eq!(name(title, "event"), expected, "{title}");
        }
        assert_eq!(name(&"word ".repeat(40), "event").len(), 59);
        assert_eq!(name(&"x".repeat(200), "event").len(), 60);
    }
}
