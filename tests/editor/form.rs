//! Forms: what they show of a file, and what they change in it.

use fingerpost::ContentPath;
use fingerpost::editor::OpenFile;
use fingerpost::editor::form::{ContentForm, FieldContent, FormRow, WhyText, field_at};
use fingerpost::programme::CONTENT_FILES;
use fingerpost::programme::format::{Control, FieldDefinition, NamedThing};

fn open(path: &str, text: &str) -> (ContentForm, OpenFile) {
    let path = ContentPath::new(path);
    (ContentForm::of_path(&path).expect("a content file"), OpenFile::new(path, text.into()).expect("text"))
}

/// The text of a file after a form was sent.
fn sent(path: &str, text: &str, pairs: &[(&str, &str)]) -> String {
    let (form, file) = open(path, text);
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let edits = form.edits(&file, &form.sent(&pairs));
    file.with_edits(&edits).expect("edits").text().to_owned()
}

const EVENT: &str =
    "---\ntitle: Fair\naudiences: [pupils, parents]\n# Ask the office\nplace: Hall\nbenchmarks: 2, 5\n---\n\nCome.\n";

#[test]
fn only_what_was_sent_is_changed() {
    let all = ["pupils", "parents", "staff", "employers"].map(|audience| ("audiences", audience));
    for (pairs, before, after) in [
        (&[("title", "Fair: for all")][..], "title: Fair\n", "title: \"Fair: for all\"\n"),
        (&[("title", " Fair ")], "", ""),
        (&[("place", "")], "# Ask the office\nplace: Hall\n", ""),
        (&[("starts", "5:30pm")], "title: Fair\n", "title: Fair\nstarts: 5:30pm\n"),
        (&[("technical", "no")], "2, 5\n", "2, 5\ntechnical: no\n"),
        (&[("groups", "all")], "[pupils, parents]\n", "[pupils, parents]\ngroups: all\n"),
        (&[("audiences", ""), ("audiences", "staff"), ("audiences", "pupils")], "[pupils, parents]", "[pupils, staff]"),
        (&all, "[pupils, parents]", "all"),
        (&[("audiences", "")], "audiences: [pupils, parents]\n", ""),
        (&[("benchmarks", "2"), ("benchmarks", "5")], "", ""),
        (&[("benchmarks", "2"), ("benchmarks", "7")], "2, 5", "[2, 7]"),
        (&[("body", "Come.\r\n\r\nAll of you.\r\n")], "Come.\n", "Come.\n\nAll of you.\n"),
        (&[("cancelled", "yes")], "2, 5\n", "2, 5\ncancelled: yes\n"),
        (&[("cancelled", "no trains")], "2, 5\n", "2, 5\ncancelled: no trains\n"),
        (&[("unknown", "x"), ("benchmarks@was", "2")], "", ""),
    ] {
        assert_eq!(sent("events/fair.md", EVENT, pairs), EVENT.replacen(before, after, 1), "{pairs:?}");
    }
}

const PLAN: &str = "---\nactivities:\n  # Each year\n  - title: One # first\n    kind: talk\n\n  - title: Two\n    kind: visit\n    odd: x\n---\n";

#[test]
fn one_period_is_written_without_brackets() {
    for (typed, expected) in [
        ("autumn 2", "autumn 2"),
        ("autumn 2\nspring 1", "[autumn 2, spring 1]"),
        ("spring, but not in March", "[\"spring, but not in March\"]"),
    ] {
        let before = "---\nactivities:\n  - title: One\n    kind: talk\n---\n";
        let pairs = [("activities.0@was", "0"), ("activities.0.when@lines", typed)];
        let after = before.replace("One\n", &format!("One\n    when: {expected}\n"));
        assert_eq!(sent("programme/year-9.md", before, &pairs), after);
    }
}

#[test]
fn rows_are_changed_added_removed_and_moved() {
    let row = |at: &str, was: &str| vec![(format!("activities.{at}@was"), was.to_owned())];
    let pairs = |parts: Vec<Vec<(String, String)>>| parts.concat();
    let all = || vec![("activities@rows".to_owned(), String::new())];
    let title = |at: &str, title: &str| vec![(format!("activities.{at}.title"), title.to_owned())];
    for (sent_pairs, after) in [
        (pairs(vec![row("9", "1"), title("9", "2nd")]), PLAN.replace("Two", "2nd")),
        (pairs(vec![all(), row("0", "0"), row("1", "1")]), PLAN.to_owned()),
        (
            pairs(vec![all(), row("b", "1"), row("a", "0")]),
            "---\nactivities:\n  - title: Two\n    kind: visit\n    odd: x\n\n  # Each year\n  - title: One # first\n    kind: talk\n---\n".to_owned(),
        ),
        (pairs(vec![all(), row("1", "1")]), PLAN.replace("  # Each year\n  - title: One # first\n    kind: talk\n\n", "\n")),
        (pairs(vec![all()]), "---\n---\n".to_owned()),
        (
            pairs(vec![title("new", "Three"), vec![("activities.new.kind".into(), "guidance".into())], vec![("activities.new.benchmarks".into(), "8".into())]]),
            PLAN.replace("    odd: x\n", "    odd: x\n  - title: Three\n    kind: guidance\n    benchmarks: [8]\n"),
        ),
        (pairs(vec![title("new", " ")]), PLAN.to_owned()),
    ] {
        let borrowed: Vec<_> = sent_pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(sent("programme/year-9.md", PLAN, &borrowed), after, "{sent_pairs:?}");
    }
}

#[test]
fn records_that_are_one_line_stay_so_until_they_need_more() {
    let school = "groups:\n  - Year 7\n  - Year 8\n";
    let rename = sent("school.yaml", school, &[("groups.0@was", "0"), ("groups.0.name", "Year 6")]);
    assert_eq!(rename, school.replace("Year 7", "Year 6"));
    let more = sent("school.yaml", school, &[("groups.0@was", "0"), ("groups.0.about", "The first year: all new")]);
    assert_eq!(more, "groups:\n  - name: Year 7\n    about: \"The first year: all new\"\n  - Year 8\n");
    let new = sent("school.yaml", school, &[("groups.9.name", "Year 9")]);
    assert_eq!(new, format!("{school}  - Year 9\n"));
}

#[test]
fn a_word_in_place_of_a_list_is_shown_and_changed_as_its_only_row() {
    let areas = |before: &str, name: &str| {
        sent("school.yaml", before, &[("areas@rows", "all"), ("areas.0@was", "0"), ("areas.0.name", name)])
    };
    assert_eq!(areas("areas: cdi # why\n", "cdi"), "areas: cdi # why\n");
    assert_eq!(areas("areas: cdi # why\n", "Explore"), "areas: [Explore] # why\n");
    assert_eq!(areas("areas: [Explore]\n", "CDI"), "areas: cdi\n");
    assert_eq!(areas("areas: [Explore]\n", "Manage"), "areas: [Manage]\n");
    assert_eq!(
        areas("areas:\n  - name: Explore\n    about: More\n", "Manage"),
        "areas:\n  - name: Manage\n    about: More\n"
    );
}

#[test]
fn labels_and_benchmarks_keep_their_values() {
    let survey = "questions:\n  - question: Sure?\n    counts:\n      Agree: 4 # of 9\n      No: 5\n";
    let renamed = sent(
        "evaluation/surveys/a.yaml",
        survey,
        &[("questions.0@was", "0"), ("questions.0.counts.1@was", "1"), ("questions.0.counts.1@label", "Not sure")],
    );
    assert_eq!(renamed, survey.replace("No:", "Not sure:"));
    let evaluation = "scores: { 1: 94, 3: 70 }\n";
    let added = sent("evaluation/benchmarks/a.yaml", evaluation, &[("scores.2", "66.2"), ("scores.3", "")]);
    assert_eq!(added, "scores: { 1: 94, 2: 66.2 }\n");
}

#[test]
fn what_a_form_can_not_express_is_text() {
    let (form, file) = open("events/fair.md", "---\ntitle: [a, b]\nwhere: Hall # x\nAudiences: all\n---\n");
    let parts: Vec<_> = form.text_parts(&file).into_iter().map(|part| (part.text, part.why)).collect();
    let expected = [("title: [a, b]".to_owned(), WhyText::OtherKind), ("where: Hall".to_owned(), WhyText::UnknownKey)];
    assert_eq!(parts, expected);
    assert_eq!(sent("events/fair.md", file.text(), &[("title", "x")]), file.text());
}

#[test]
fn rows_that_a_form_cannot_express_stay_when_another_is_changed() {
    let plan = |first: &str| {
        format!("---\nactivities:\n  - title: One\n    resources:\n{first}      - titel: Film\n      -\n---\n")
    };
    let rows = [
        ("activities.0@was", "0"),
        ("activities.0.resources@rows", "all"),
        ("activities.0.resources.0@was", "0"),
        ("activities.0.resources.1@was", "1"),
        ("activities.0.resources.1.what", ""),
        ("activities.0.resources.2@was", "2"),
    ];
    let slides = "      - what: Slides\n        odd: x\n";
    for (typed, expected) in
        [("Notes", plan(&slides.replace("Slides", "Notes"))), ("", plan("      - odd: x\n")), ("Slides", plan(slides))]
    {
        let pairs = [&rows[..], &[("activities.0.resources.0.what", typed)]].concat();
        assert_eq!(sent("programme/year-9.md", &plan(slides), &pairs), expected, "{typed}");
    }
    let removed = sent("programme/year-9.md", &plan(slides), &rows[..2]);
    assert_eq!(removed, "---\nactivities:\n  - title: One\n---\n");
    let hours = "school-day:\n  starts: 08:40\n  odd: x\n";
    assert_eq!(sent("school.yaml", hours, &[("school-day.starts", "")]), "school-day:\n  odd: x\n");
}

#[test]
fn a_text_of_one_line_that_is_written_over_several_is_shown_on_one() {
    let event = "---\ntitle: |\n  Careers\n  fair\nplace: Hall\n---\n";
    let typed = |title: &str| sent("events/fair.md", event, &[("title", title), ("place", "Gym")]);
    assert_eq!(typed("Careers fair"), event.replace("Hall", "Gym"));
    assert!(typed("Jobs fair").contains("Jobs fair\n"), "{}", typed("Jobs fair"));
}

#[test]
fn a_place_in_a_file_has_its_field() {
    let (form, file) = open("programme/year-9.md", PLAN);
    let fields = form.fields(Some(&file), &form.values(&file));
    let at = |text: &str| field_at(&fields, &file, PLAN.find(text).expect("the text"));
    assert_eq!(at("One").as_deref(), Some("activities.0.title"));
    assert_eq!(at("visit").as_deref(), Some("activities.1.kind"));
    let field = fields.iter().find_map(|field| field.find("activities.1.kind")).expect("the field");
    assert!(matches!(&field.content, FieldContent::Text(text) if text == "visit"));
    assert_eq!(field.path.to_string(), "activities.1.kind");
}

#[test]
fn every_field_has_a_label_and_a_hint() {
    for kind in CONTENT_FILES {
        let form = ContentForm::of_kind(kind.name).expect("a kind");
        assert!(!kind.description().is_empty(), "{}", kind.name);
        form.definitions().iter().for_each(|field| check_words(kind.name, field));
    }
}

fn check_words(kind: &str, field: &FieldDefinition) {
    let name = format!("{kind} {}", field.key);
    assert!(field.label.starts_with(char::is_uppercase) && field.label.chars().count() <= 45, "{name} {}", field.label);
    assert!(
        field.hint.ends_with(['.', '?', '”', ')']) || field.hint.ends_with(char::is_alphanumeric),
        "{name} {}",
        field.hint
    );
    fn inside(kind: &str, control: &Control) {
        match control {
            Control::Record(fields) | Control::TextOrRecord { fields, .. } => {
                fields().iter().for_each(|field| check_words(kind, field));
            }
            Control::List(item) | Control::Labelled(item) | Control::PerBenchmark(item) => inside(kind, item),
            Control::WordOr { other, .. } => inside(kind, other),
            _ => {}
        }
    }
    inside(kind, &field.control);
}

#[test]
fn a_form_is_shown_again_with_one_more_row() {
    let (form, file) = open("programme/year-9.md", PLAN);
    let sent = form.sent(&[("activities.0@was".into(), "0".into()), ("activities.0.title".into(), "First".into())]);
    let mut values = form.shown(Some(&file), &sent);
    values.rows_mut("activities").expect("the list").rows.push(FormRow::new(None));
    values.rows_mut("activities.1.resources").expect("the list").rows.push(FormRow::new(None));
    let fields = form.fields(Some(&file), &values);
    let text = |name: &str| match &fields.iter().find_map(|field| field.find(name)).expect(name).content {
        FieldContent::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((text("activities.0.title"), text("activities.1.title")), ("First".into(), "Two".into()));
    assert_eq!((text("activities.2.title"), text("activities.1.resources.0.what")), (String::new(), String::new()));
    assert!(values.rows_mut("activities.9.resources").is_none() && values.rows_mut("theme").is_none());
    assert_eq!(form.edits(&file, &values).len(), 1, "blank rows are not written");
}

#[test]
fn another_word_for_a_field_is_not_the_key_of_another_one() {
    let school = "words:\n  pupil: learner\n";
    let found = sent("school.yaml", school, &[("words.pupils", "learners")]);
    assert_eq!(found, "words:\n  pupil: learner\n  pupils: learners\n");
    let plan = "students: Come along.\n";
    assert_eq!(
        sent("programme/a.md", &format!("---\n{plan}---\n"), &[("pupils", "Come.")]),
        "---\nstudents: Come.\n---\n"
    );
}

#[test]
fn every_list_has_a_name_for_one_item() {
    fn check(kind: &str, fields: &[FieldDefinition]) {
        for field in fields {
            let mut control = &field.control;
            while let Control::WordOr { other, .. } = control {
                control = other;
            }
            match control {
                Control::List(item) | Control::Labelled(item) => {
                    let (item_name, label) = (field.item_name(), field.label.to_lowercase());
                    assert_ne!(item_name, label, "{kind} {} has no name for one item", field.key);
                    if let Control::Record(fields) | Control::TextOrRecord { fields, .. } = &**item {
                        check(kind, &fields());
                    }
                }
                Control::Record(fields) | Control::TextOrRecord { fields, .. } => check(kind, &fields()),
                _ => {}
            }
        }
    }
    for kind in CONTENT_FILES {
        check(kind.name, &kind.fields());
    }
}

#[test]
fn sentences_have_fields_of_several_lines_and_known_names_are_chosen() {
    let control = |kind: &str, key: &str| {
        let form = ContentForm::of_kind(kind).expect("a kind");
        form.definitions().iter().find(|field| field.key == key).expect("a key").control.clone()
    };
    assert!(matches!(control("figures", "measures"), Control::LongText));
    assert!(matches!(control("event", "title"), Control::Text));
    assert!(matches!(control("school", "logo"), Control::Name(NamedThing::Picture)));
    let Control::Several { item, all: None } = control("event", "areas") else { panic!("several areas") };
    assert!(matches!(*item, Control::Name(NamedThing::Area)));
    let areas = sent("events/fair.md", EVENT, &[("areas", ""), ("areas", "1: Explore")]);
    assert_eq!(areas, EVENT.replace("2, 5\n", "2, 5\nareas: [\"1: Explore\"]\n"));
}
