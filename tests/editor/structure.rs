//! Each edit on YAML as teachers write it: the whole text before and after.

use fingerpost::ContentPath;
use fingerpost::editor::{EditError, FileEdit, OpenFile, PathStep, UnsupportedYaml, ValuePath, YamlValue};

fn path(written: &str) -> ValuePath {
    let step = |part: &str| part.parse().map_or_else(|_| PathStep::Key(part.into()), PathStep::Index);
    ValuePath(written.split('.').filter(|part| !part.is_empty()).map(step).collect())
}

fn text(text: &str) -> YamlValue {
    YamlValue::Text(text.into())
}

fn word(text: &str) -> YamlValue {
    YamlValue::Word(text.into())
}

fn map(entries: &[(&str, YamlValue)]) -> YamlValue {
    YamlValue::Map(entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}

fn set(at: &str, value: YamlValue) -> FileEdit {
    FileEdit::Set { path: path(at), value }
}

fn add(at: &str, key: &str, value: YamlValue) -> FileEdit {
    FileEdit::AddKey { path: path(at), key: key.into(), value, order: vec!["a", "b", "c", "d", "e"] }
}

fn remove_key(at: &str) -> FileEdit {
    FileEdit::RemoveKey { path: path(at) }
}

fn append(at: &str, value: YamlValue) -> FileEdit {
    FileEdit::Append { path: path(at), value }
}

fn remove_item(at: &str) -> FileEdit {
    FileEdit::RemoveItem { path: path(at) }
}

fn shift(at: &str, from: usize, to: usize) -> FileEdit {
    FileEdit::MoveItem { path: path(at), from, to }
}

fn edited(name: &str, before: &str, edit: &FileEdit) -> Result<String, EditError> {
    let file = OpenFile::new(ContentPath::new(name), before.into()).expect("text");
    file.with_edits(std::slice::from_ref(edit)).map(|edited| edited.text().to_owned())
}

/// Checks each edit of a YAML file, with both kinds of line ends and in front matter.
fn check(cases: &[(&str, FileEdit, &str)]) {
    for (before, edit, after) in cases {
        assert_eq!(edited("a.yaml", before, edit).as_deref(), Ok(*after), "{before:?} {edit:?}");
        let windows = |text: &str| text.replace('\n', "\r\n");
        if before.contains('\n') {
            let found = edited("a.yaml", &windows(before), edit);
            assert_eq!(found.as_deref(), Ok(&*windows(after)), "CRLF {before:?} {edit:?}");
        }
        if before.ends_with('\n') && !before.starts_with("---") {
            let in_markdown = |text: &str| format!("---\n{text}---\n# Body\n\n---\nend");
            let found = edited("a.md", &in_markdown(before), edit);
            assert_eq!(found.as_deref(), Ok(&*in_markdown(after)), "Markdown {before:?} {edit:?}");
        }
    }
}

#[test]
fn a_value_is_replaced_in_its_own_style() {
    check(
        &[
            ("a: x\n", set("a", text("u")), "a: u\n"),
            ("a:   x   # why\nb: 1\n", set("a", text("y z")), "a:   y z   # why\nb: 1\n"),
            ("a: 'x'\n", set("a", text("it's")), "a: 'it''s'\n"),
            ("a: \"x\"\n", set("a", text("say \"y\"")), "a: \"say \\\"y\\\"\"\n"),
            ("a: x\n", set("a", text("no")), "a: \"no\"\n"),
            ("a: x\n", set("a", word("no")), "a: no\n"),
            ("a: x\n", set("a", text("1:30")), "a: \"1:30\"\n"),
            ("a: 2025-26\n", set("a", text("2026-27")), "a: 2026-27\n"),
            ("a: x\n", set("a", word("#0b5d4e")), "a: \"#0b5d4e\"\n"),
            ("a: x\n", set("a", text("C:\\new")), "a: C:\\new\n"),
            ("a: x\n", set("a", text("Tea: \\ 2")), "a: 'Tea: \\ 2'\n"),
            ("a: x\n", set("a", text("")), "a: \"\"\n"),
            ("a:\nb: 1\n", set("a", text("x")), "a: x\nb: 1\n"),
            ("a: # why\nb: 1\n", set("a", text("x")), "a: x # why\nb: 1\n"),
            ("a: x # why\nb: 1\n", set("a", YamlValue::Null), "a: # why\nb: 1\n"),
            ("a: long\n  text\nb: 1\n", set("a", text("x")), "a: x\nb: 1\n"),
            ("a:\n  text\nb: 1\n", set("a", text("x")), "a:\n  x\nb: 1\n"),
            ("- x\n- y\n", set("1", text("a: b")), "- x\n- \"a: b\"\n"),
            ("a: [x, y]\n", set("a.1", text("y, z")), "a: [x, \"y, z\"]\n"),
            ("a: { b: 1, c: 2 }\n", set("a.b", word("3")), "a: { b: 3, c: 2 }\n"),
            ("a: { b: 1 }\n", set("a.b", word("?")), "a: { b: \"?\" }\n"),
            ("a: {b: , c: 2}\n", set("a.b", word("3")), "a: {b: 3 , c: 2}\n"),
            ("a:\n  1: x\n  2: y\n", set("a.2", text("z")), "a:\n  1: x\n  2: z\n"),
        ]
        .map(|(before, edit, after)| (before, numeric(edit), after)),
    );
}

/// `a.2` in these tests is a key where the map has numbers.
fn numeric(edit: FileEdit) -> FileEdit {
    match edit {
        FileEdit::Set { path: at, value } if at == path("a.2") => FileEdit::Set { path: path("a").key("2"), value },
        edit => edit,
    }
}

#[test]
fn lines_are_written_below_a_bar() {
    check(&[
        ("a: x # why\nb: 1\n", set("a", text("y\nz\n")), "a: | # why\n  y\n  z\nb: 1\n"),
        ("a: x\n", set("a", text("y\n\nz")), "a: |-\n  y\n\n  z\n"),
        ("a: |\n  x\n  y\nb: 1\n", set("a", text("z\n")), "a: |\n  z\nb: 1\n"),
        ("a: | # why\n  x\n\nb: 1\n", set("a", text("y\nz\n")), "a: | # why\n  y\n  z\n\nb: 1\n"),
        ("a: >\n  x\n  y\n\nb: 1\n", set("a", text("z")), "a: |-\n  z\n\nb: 1\n"),
        ("a: |+\n  x\n\nb: 1\n", set("a", text("z\n")), "a: |\n  z\nb: 1\n"),
        ("a: x\n", set("a", text("y\n\n")), "a: |+\n  y\n\n"),
        ("a: x\n", set("a", text(" y\nz")), "a: \" y\\nz\"\n"),
        ("a: x\n", set("a", text("• y\n• z")), "a: \"• y\\n• z\"\n"),
        ("- a: x\n  b: 1\n", set("0.a", text("y\nz\n")), "- a: |\n    y\n    z\n  b: 1\n"),
        ("a: {b: x}\n", set("a.b", text("y\nz")), "a: {b: \"y\\nz\"}\n"),
    ]);
    let without_line_break = edited("a.yaml", "a: x", &set("a", text("y\nz\n")));
    assert_eq!(without_line_break.as_deref(), Ok("a: |\n  y\n  z"));
}

#[test]
fn lists_and_keys_replace_texts_and_are_replaced_by_them() {
    let list = YamlValue::List(vec![text("One thing that people can do"), text("Another one")]);
    check(&[
        (
            "a: x # why\nb: 1\n",
            set("a", list.clone()),
            "a: # why\n  - One thing that people can do\n  - Another one\nb: 1\n",
        ),
        ("a:\nb:\n- x\n", set("a", list.clone()), "a:\n- One thing that people can do\n- Another one\nb:\n- x\n"),
        ("a: x\n", set("a", YamlValue::List(vec![word("1"), word("2")])), "a: [1, 2]\n"),
        ("a:\n  - x\n  - y # z\nb: 1\n", set("a", text("z")), "a: z\nb: 1\n"),
        ("a: # why\n  - x\n\nb: 1\n", set("a", text("z")), "a: z # why\n\nb: 1\n"),
        (
            "a: [1]\n",
            set("a", map(&[("b", text("x")), ("c", map(&[("d", word("1"))]))])),
            "a:\n  b: x\n  c:\n    d: 1\n",
        ),
        ("- x\n- y\n", set("0", map(&[("b", text("x")), ("c", word("1"))])), "- b: x\n  c: 1\n- y\n"),
        ("- b: x\n  c: 1\n- y\n", set("0", text("z")), "- z\n- y\n"),
        ("a:\n  b: 1\n  c: 2\nd: 1\n", set("a", map(&[("e", word("1"))])), "a:\n  e: 1\nd: 1\n"),
    ]);
}

#[test]
fn a_key_goes_where_the_format_has_it() {
    check(&[
        ("a: 1\nc: 3\n", add("", "b", word("2")), "a: 1\nb: 2\nc: 3\n"),
        ("a: 1\nx: 3\n", add("", "b", word("2")), "a: 1\nb: 2\nx: 3\n"),
        ("x: 1\nc: 3\n", add("", "b", word("2")), "x: 1\nb: 2\nc: 3\n"),
        ("# Top\n\n# About c\nc: 3\n", add("", "b", word("2")), "# Top\n\nb: 2\n# About c\nc: 3\n"),
        (
            "# yaml-language-server: $schema=x\nc: 3\n",
            add("", "b", word("2")),
            "# yaml-language-server: $schema=x\nb: 2\nc: 3\n",
        ),
        ("a:\n  - x\n  # last\n\nc: 3\n", add("", "b", word("2")), "a:\n  - x\nb: 2\n  # last\n\nc: 3\n"),
        ("a: |\n  x\n\nc: 3\n", add("", "b", word("2")), "a: |\n  x\nb: 2\n\nc: 3\n"),
        ("c: 1\na: 2\n", add("", "b", word("2")), "c: 1\na: 2\nb: 2\n"),
        ("a: 1 # one\n", add("", "z", word("2")), "a: 1 # one\nz: 2\n"),
        ("- b: 1\n  c: 2\n", add("0", "a", word("0")), "- a: 0\n  b: 1\n  c: 2\n"),
        ("- a: 1\n- a: 2\n", add("0", "b", word("0")), "- a: 1\n  b: 0\n- a: 2\n"),
        ("x: { a: 1, c: 2 }\n", add("x", "b", word("0")), "x: { a: 1, b: 0, c: 2 }\n"),
        ("x: { c: 2 }\n", add("x", "b", word("0")), "x: { b: 0, c: 2 }\n"),
        ("x: {}\n", add("x", "b", word("0")), "x: { b: 0 }\n"),
        ("x:\nz: 1\n", add("x", "b", word("0")), "x:\n  b: 0\nz: 1\n"),
        ("x: # why\n", add("x", "b", word("0")), "x: # why\n  b: 0\n"),
        ("a: 1\n", add("", "b", map(&[("x", text("u"))])), "a: 1\nb:\n  x: u\n"),
        ("a: 1\n", add("", "Yes: and no", word("2")), "a: 1\n'Yes: and no': 2\n"),
        ("# only this\n", add("", "b", word("2")), "# only this\nb: 2\n"),
    ]);
    for (before, after) in
        [("", "b: 2\n"), ("a: 1", "a: 1\nb: 2"), ("---\na: 1\n", "---\na: 1\nb: 2\n"), ("# x", "# x\nb: 2\n")]
    {
        assert_eq!(edited("a.yaml", before, &add("", "b", word("2"))).as_deref(), Ok(after), "{before:?}");
    }
    for (before, after) in [
        ("Body\n", "---\nb: 2\n---\nBody\n"),
        ("", "---\nb: 2\n---\n"),
        ("---\n---\nx", "---\nb: 2\n---\nx"),
        ("a\r\nb\r\n", "---\r\nb: 2\r\n---\r\na\r\nb\r\n"),
    ] {
        assert_eq!(edited("a.md", before, &add("", "b", word("2"))).as_deref(), Ok(after), "{before:?}");
    }
}

#[test]
fn a_key_takes_its_comments_with_it() {
    check(&[
        ("a: 1\nb: 2\nc: 3\n", remove_key("b"), "a: 1\nc: 3\n"),
        ("a: 1\n# About b\n# and more\nb: 2 # two\nc: 3\n", remove_key("b"), "a: 1\nc: 3\n"),
        ("a: 1\n# Not about b\n\nb: 2\nc: 3\n", remove_key("b"), "a: 1\n# Not about b\n\nc: 3\n"),
        ("a: 1\n\nb:\n  - x\n\nc: 3\n", remove_key("b"), "a: 1\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n", remove_key("b"), "a: 1\n"),
        (
            "# yaml-language-server: $schema=x\na: 1\nb: 2\n",
            remove_key("a"),
            "# yaml-language-server: $schema=x\nb: 2\n",
        ),
        ("a: 1\n", remove_key("a"), ""),
        ("- a: 1\n  b: 2\n", remove_key("0.a"), "- b: 2\n"),
        ("x:\n  - a: 1\n    # About b\n    b: 2\n", remove_key("x.0.a"), "x:\n  # About b\n  - b: 2\n"),
        ("- a: 1\n  b: 2\n- c\n", remove_key("0.b"), "- a: 1\n- c\n"),
        ("- a: 1\n- c\n", remove_key("0.a"), "- {}\n- c\n"),
        ("x:\n  a: 1\ny: 2\n", remove_key("x.a"), "x: {}\ny: 2\n"),
        ("x: { a: 1, b: 2, c: 3 }\n", remove_key("x.b"), "x: { a: 1, c: 3 }\n"),
        ("x: { a: 1, b: 2 }\n", remove_key("x.b"), "x: { a: 1 }\n"),
        ("x: { a: 1 }\n", remove_key("x.a"), "x: {}\n"),
    ]);
    assert_eq!(edited("a.yaml", "a: 1\nb: 2", &remove_key("b")).as_deref(), Ok("a: 1"));
}

#[test]
fn items_are_added_removed_and_moved() {
    check(&[
        ("a:\n  - x\n  - y # z\n\nb: 1\n", append("a", text("new")), "a:\n  - x\n  - y # z\n  - new\n\nb: 1\n"),
        ("a:\n- x\nb: 1\n", append("a", map(&[("c", word("1")), ("d", text("e"))])), "a:\n- x\n- c: 1\n  d: e\nb: 1\n"),
        ("a: [x, y]\n", append("a", text("z")), "a: [x, y, z]\n"),
        ("a: []\n", append("a", word("z")), "a: [z]\n"),
        ("a: []\n", append("a", map(&[("c", word("1"))])), "a:\n  - c: 1\n"),
        ("a:\nb: 1\n", append("a", map(&[("c", word("1"))])), "a:\n  - c: 1\nb: 1\n"),
        ("a:\n  - x\n  # About y\n  - y\n  - z\n", remove_item("a.1"), "a:\n  - x\n  - z\n"),
        ("a:\n  - x\n  - y\nb: 1\n", remove_item("a.1"), "a:\n  - x\nb: 1\n"),
        ("a: # why\n  - x\nb: 1\n", remove_item("a.0"), "a: [] # why\nb: 1\n"),
        ("a: [2, 5, 7]\n", remove_item("a.1"), "a: [2, 7]\n"),
        ("a: [2, 5, 7]\n", remove_item("a.2"), "a: [2, 5]\n"),
        ("a: [2]\n", remove_item("a.0"), "a: []\n"),
        (
            "a:\n  # One\n  - b: 1\n    c: 2\n\n  - d\n  # Three\n  - e # 3\n",
            shift("a", 0, 2),
            "a:\n  - d\n\n  # Three\n  - e # 3\n  # One\n  - b: 1\n    c: 2\n",
        ),
        ("a: [1, 2,  3]\n", shift("a", 2, 0), "a: [3, 1,  2]\n"),
        ("a:\n  Agree: 1\n  No: 2\n", shift("a", 0, 1), "a:\n  No: 2\n  Agree: 1\n"),
    ]);
    assert_eq!(edited("a.yaml", "- a\n- b", &append("", text("c"))).as_deref(), Ok("- a\n- b\n- c"));
    assert_eq!(edited("a.yaml", "- a\n- b", &shift("", 0, 1)).as_deref(), Ok("- b\n- a"));
}

#[test]
fn keys_get_other_names() {
    let rename = |at: &str, name: &str| FileEdit::RenameKey { path: path(at), name: name.into() };
    check(&[
        ("a:\n  Agree: 1 # x\n  No: 2\n", rename("a.Agree", "Agree: a lot"), "a:\n  'Agree: a lot': 1 # x\n  No: 2\n"),
        ("a: { Agree: 1, No: 2 }\n", rename("a.No", "Not, sure"), "a: { Agree: 1, 'Not, sure': 2 }\n"),
    ]);
    let clash = edited("a.yaml", "a: 1\nb: 2\n", &rename("a", "b"));
    assert_eq!(clash, Err(EditError::KeyExists(path("b"))));
}

#[test]
fn the_body_changes_without_the_lines_around() {
    for (before, body, after) in [
        ("---\na: 1\n---\n\nOld\n\n", "New", "---\na: 1\n---\n\nNew\n\n"),
        ("---\na: 1\n---\nOld", "New\n\nMore\n", "---\na: 1\n---\nNew\n\nMore"),
        ("---\na: 1\n---\n", "New", "---\na: 1\n---\n\nNew\n"),
        ("---\na: 1\n---", "New", "---\na: 1\n---\nNew\n"),
        (
            "---\r\na: 1\r\n---\r\nOne\r\nTwo\r\n",
            "One\r\nTwo\r\nThree",
            "---\r\na: 1\r\n---\r\nOne\r\nTwo\r\nThree\r\n",
        ),
        ("---\na: 1\n---\nOne\r\nTwo\nThree\n", "One\nThree", "---\na: 1\n---\nOne\r\nThree\n"),
        ("---\na: 1\n---\nOne\nTwo\nThree\n", "Two\nThree", "---\na: 1\n---\nTwo\nThree\n"),
        ("---\na: 1\n---\nOne\nTwo\nThree\n", "Zero\nOne\nTwo\nThree", "---\na: 1\n---\nZero\nOne\nTwo\nThree\n"),
        ("---\na: 1\n---\nOne\nTwo\n", "", "---\na: 1\n---\n\n"),
        ("Body", "New\n---\n", "New\n---"),
        ("---\na: [1\n---\nOld\n", "New", "---\na: [1\n---\nNew\n"),
        ("", "New", "New"),
    ] {
        let found = edited("a.md", before, &FileEdit::SetBody { text: body.into() });
        assert_eq!(found.as_deref(), Ok(after), "{before:?} {body:?}");
    }
    let keys = edited("a.md", "Body", &FileEdit::SetBody { text: "---\na: 1\n---\nx".into() });
    assert_eq!(keys, Err(EditError::BodyLooksLikeKeys));
}

#[test]
fn what_edits_do_not_support_is_refused_in_plain_words() {
    use UnsupportedYaml::{Alias, Anchor, DuplicateKey, LongKey, MergeKey, Other, Tag};
    for (before, why) in [
        ("a: 1\nb: &x 2\nc: *x\n", EditError::Unsupported(Anchor)),
        ("a: 1\nb: !!str 2\n", EditError::Unsupported(Tag)),
        ("a: 1\n? b\n: 2\n", EditError::Unsupported(LongKey)),
        ("a: 1\nb: 1\nb: 2\n", EditError::Unsupported(DuplicateKey)),
        ("a: 1\nb: [c: 2]\n", EditError::Unsupported(Other)),
        ("a: 1\nb:\n\tc: 1\n", EditError::Invalid),
        ("a: 1: 2\n", EditError::Invalid),
        ("b: 1\n", EditError::NoSuchValue(path("a"))),
    ] {
        let found = edited("a.yaml", before, &set("a", text("x")));
        assert_eq!(found, Err(why), "{before:?}");
    }
    let messages = [Anchor, Alias, MergeKey, Tag, LongKey, DuplicateKey, Other]
        .map(|part| EditError::Unsupported(part).to_string());
    assert!(messages.iter().all(|message| message.ends_with(". Edit it as text.")), "{messages:?}");
}

#[test]
fn encodings_stay() {
    let old = |text: &[u8]| OpenFile::new(ContentPath::new("a.yaml"), text.to_vec()).expect("text");
    let edit =
        |file: &OpenFile, value: &str| file.with_edits(&[set("a", text(value))]).map(|file| file.bytes().to_vec());
    assert_eq!(edit(&old(b"a: caf\xE9\n"), "na\u{ef}ve"), Ok(b"a: na\xEFve\n".to_vec()));
    assert_eq!(edit(&old(b"a: caf\xE9\n"), "→"), Err(EditError::Unencodable('→')));
    assert_eq!(edit(&old(b"\xEF\xBB\xBFa: x\r\n"), "é"), Ok(b"\xEF\xBB\xBFa: \xC3\xA9\r\n".to_vec()));
    assert_eq!(edit(&old(b"\xFF\xFEa\0:\0 \0x\0"), "u"), Ok(b"\xFF\xFEa\0:\0 \0u\0".to_vec()));
    assert!(OpenFile::new(ContentPath::new("a.yaml"), vec![0, 1, 2]).is_err());
}

#[test]
fn the_text_of_one_value_is_changed_by_hand() {
    let before = "a: 1\n# About b\nodd:\n  - x\n  - y: 2\nc: [1, {z: 2}, 3] # end\n";
    let change = |at: &str, text: &str| {
        let edit = FileEdit::SetText { path: path(at), text: text.into() };
        edited("a.yaml", before, &edit)
    };
    assert_eq!(change("odd", "odd: x\r\n").as_deref(), Ok("a: 1\n# About b\nodd: x\nc: [1, {z: 2}, 3] # end\n"));
    assert_eq!(change("odd.1", "- y: 3").as_deref(), Ok(&*before.replace("y: 2", "y: 3")));
    assert_eq!(
        change("odd", "odd: 1\nmore: 2").as_deref(),
        Ok("a: 1\n# About b\nodd: 1\nmore: 2\nc: [1, {z: 2}, 3] # end\n")
    );
    for (at, text) in [
        ("odd", "odd: ["),
        ("c.1", "{z: 2}, 4"),
        ("odd", "a: 2"),
        ("odd.1", "- y: 2\nc: 3"),
        ("odd.1.y", "y: 2\n  - 3"),
    ] {
        assert_eq!(change(at, text), Err(EditError::TextChangesMore(path(at))), "{at} {text}");
    }
    assert_eq!(change("none", "x: 1"), Err(EditError::NoSuchValue(path("none"))));
    let windows = FileEdit::SetText { path: path("a"), text: "a:\n  - 1\n  - 2".into() };
    let after = edited("a.md", "---\r\na: 1\r\n---\r\nText.\r\n", &windows);
    assert_eq!(after.as_deref(), Ok("---\r\na:\r\n  - 1\r\n  - 2\r\n---\r\nText.\r\n"));
}

#[test]
fn a_changed_value_loses_the_comment_that_calls_it_made_up() {
    let made_up = "# Change this: it is made up.\n";
    let dates = "# Check these dates against your school calendar.\n";
    check(&[
        (&format!("{made_up}a: x\n{made_up}b: y\n"), set("a", text("u")), &format!("a: u\n{made_up}b: y\n")),
        (&format!("{made_up}a: x\n{made_up}b: y\n"), set("b", text("u")), &format!("{made_up}a: x\nb: u\n")),
        (&format!("z: 1\n# Ours.\n{made_up}# Mine.\na: x\n"), set("a", text("u")), "z: 1\n# Ours.\n# Mine.\na: u\n"),
        ("# Change this: Ada knows.\na: x\n", set("a", text("u")), "# Change this: Ada knows.\na: u\n"),
        ("# Change this: it is only proposed.\n# Why.\na: x\n", set("a", text("u")), "# Why.\na: u\n"),
        ("a:\n  - b: x\n    # Change this.\n    c: y\n", set("a.0.c", text("u")), "a:\n  - b: x\n    c: u\n"),
        // The other items are as they were.
        (
            &format!("{dates}a:\n  - b: 1\n    c: 2\n"),
            set("a.0.c", word("3")),
            &format!("{dates}a:\n  - b: 1\n    c: 3\n"),
        ),
        (&format!("{dates}a:\n  - b: 1\n"), FileEdit::Confirm { path: path("a") }, "a:\n  - b: 1\n"),
        (&format!("{dates}a:\n  b: 1\n"), set("a.b", word("3")), "a:\n  b: 3\n"),
        (
            "# Check these dates against your mock exam calendar.\na: 1\n",
            set("a", word("2")),
            "# Check these dates against your mock exam calendar.\na: 2\n",
        ),
        (&format!("a: x\n{made_up}\nb: y\n"), set("b", text("u")), &format!("a: x\n{made_up}\nb: u\n")),
    ]);
}
