//! Programmes with many items of one kind.

use std::fs;
use std::path::Path;

/// A kind of content, with the smaller number of items to measure.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) items: usize,
    /// Writes that many items into a content folder that has the basics.
    pub(crate) write: fn(&Path, usize),
}

macro_rules! cases {
    ($($name:literal, $items:literal, |$folder:ident, $count:ident| $write:expr;)*) => {
        pub(crate) const CASES: &[Case] =
            &[$( Case { name: $name, items: $items, write: |$folder, $count| $write } ),*];
    };
}

cases! {
    "events", 2000, |folder, count| each(count, |i| event(folder, i, "Come along."));
    "archived events", 2000, |folder, count| {
        for file in ["school.yaml", "team.yaml"] {
            let text = fs::read_to_string(folder.join(file)).unwrap_or_default();
            write(folder, &format!("archive/last-year/{file}"), &text);
        }
        each(count, |i| event(&folder.join("archive/last-year"), i, "Come along."));
    };
    "pages", 2000, |folder, count| each(count, |i| page(folder, i, "Text."));
    "policies", 2000, |folder, count| each(count, |i| {
        write(folder, &format!("policies/policy-{i}.md"), &format!("---\ntitle: Policy {i}\n---\nText.\n"));
    });
    "translated pages", 500, |folder, count| each(count, |i| {
        page(folder, i, &format!("See [that](page-{}.md).", (i + 1) % count));
        for language in ["ur", "pl"] {
            let text = format!("---\ntitle: T {i}\nmachine: yes\n---\nSee [that](page-{}.md).\n", (i + 1) % count);
            write(folder, &format!("pages/page-{i}.{language}.md"), &text);
        }
    });
    "headings", 4000, |folder, count| page(folder, 0, &join(count, |i| format!("## Part number {i}\n\nText.\n\n")));
    "equal headings", 4000, |folder, count| page(folder, 0, &join(count, |_| "## Part\n\nText.\n\n".into()));
    "links to headings", 4000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("## Part {i}\n\nSee [that {i}](#part-{i}).\n\n")));
        page(folder, 1, &join(count, |i| format!("See [that {i}](page-0.md#part-{i}).\n\n")));
    };
    "links", 4000, |folder, count| each(count, |i| {
        page(folder, i, &format!("See [page {i}](page-{}.md).", (i * 7 + 1) % count));
    });
    "other websites", 4000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("See [site {i}](https://site-{i}.example/).\n\n")));
    };
    "broken links", 4000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("See [that {i}](gone-{i}.md).\n\n")));
    };
    "broken links to headings", 4000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("## Part {i}\n\nSee [that {i}](#no-part-{i}).\n\n")));
    };
    "links with spaces", 2000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("See [that](my page {i}.md). ")));
    };
    "pictures", 2000, |folder, count| {
        each(count, |i| write(folder, &format!("media/p-{i}.svg"), &square(i)));
        let entry = |i| format!("  - {{file: p-{i}.svg, caption: Square {i}, permission: own-work}}\n");
        write(folder, "media/pictures.yaml", &format!("pictures:\n{}", join(count, entry)));
        page(folder, 0, &join(count, |i| format!("![Square number {i}](../media/p-{i}.svg)\n\n")));
    };
    "pictures in a paragraph", 4000, |folder, count| {
        write(folder, "media/p.svg", &square(1));
        page(folder, 0, &join(count, |i| format!("![Square number {i}](../media/p.svg) ")));
    };
    "missing pictures", 4000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("![Square number {i}](../media/p-{i}.svg)\n\n")));
    };
    "documents", 2000, |folder, count| {
        each(count, |i| write(folder, &format!("media/sheet-{i}.csv"), "A,B\n1,2\n"));
        page(folder, 0, &join(count, |i| format!("See [sheet {i}](../media/sheet-{i}.csv).\n\n")));
    };
    "footnotes", 4000, |folder, count| {
        let notes = join(count, |i| format!("[^{i}]: Note {i}.\n\n"));
        page(folder, 0, &(join(count, |i| format!("Text {i}.[^{i}]\n\n")) + &notes));
    };
    "quotes", 8000, |folder, count| page(folder, 0, &join(count, |i| format!("> “Good {i}.”\n> A pupil\n\n")));
    "sentences in a paragraph", 8000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("We visit firm {i} on a day in May. ")));
    };
    "words in a sentence", 16_000, |folder, count| page(folder, 0, &join(count, |i| format!("word{i} ")));
    "personal data", 2000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("Ring 07700 {:06} or a{i}@gmail.com, born 01/02/2010. ", 900_000 + i)));
    };
    "personal data in one sentence", 2000, |folder, count| {
        page(folder, 0, &"the number 943 476 5919 of somebody born 01/02/2011, due 12 March 2026, ".repeat(count));
    };
    "marked languages", 4000, |folder, count| {
        page(folder, 0, &join(count, |i| format!("Say [Croeso i chi](lang:cy) {i}. ")));
    };
    "list items", 16_000, |folder, count| page(folder, 0, &join(count, |i| format!("- Item {i}\n")));
    "table rows", 16_000, |folder, count| {
        page(folder, 0, &format!("| A | B |\n|---|---|\n{}", join(count, |i| format!("| a{i} | b |\n"))));
    };
    "raw HTML", 4000, |folder, count| page(folder, 0, &join(count, |i| format!("Some <b>raw {i}</b> text.\n\n")));
    "flood of <b>", 16_000, |folder, count| page(folder, 0, &"<b>".repeat(count));
    "flood of anchors", 8000, |folder, count| page(folder, 0, &"[a](#b)".repeat(count));
    "flood of headings", 8000, |folder, count| page(folder, 0, &"# a\n".repeat(count));
    "flood of keys", 8000, |folder, count| page(folder, 0, &"a: b\n".repeat(count));
    "flood of ](", 50_000, |folder, count| page(folder, 0, &"](".repeat(count));
    "flood of [a](", 25_000, |folder, count| page(folder, 0, &"[a](".repeat(count));
    "flood of 1", 50_000, |folder, count| page(folder, 0, &"1 ".repeat(count));
    "flood of pictures", 4000, |folder, count| page(folder, 0, &"![a](../media/a.png)".repeat(count));
    "flood of brackets", 20_000, |folder, count| write(folder, "offers.yaml", &format!("offers: {}", "[".repeat(count)));
    "one long value", 200_000, |folder, count| {
        write(folder, "offers.yaml", &format!("offers:\n  - {{title: {}, kind: talk, about: Us}}\n", "a ".repeat(count)));
    };
    "findings in many files", 2000, |folder, count| each(count, |i| page(folder, i, "Click [here](gone.md). <b>Raw</b>"));
    "people", 2000, |folder, count| {
        let person = |i| format!("  - {{role: other, title: Adviser {i}, name: Ben Bell{i}, email: ben{i}@bench.example}}\n");
        write(folder, "team.yaml", &(TEAM.to_owned() + &join(count, person)));
    };
    "offers", 4000, |folder, count| {
        let offer = |i| format!("  - {{title: Offer {i}, kind: talk, groups: [year-9], about: Tell one class}}\n");
        write(folder, "offers.yaml", &format!("offers:\n{}", join(count, offer)));
    };
    "activities", 4000, |folder, count| {
        let activity = |i| format!("  - {{title: Task {i}, when: autumn, kind: lesson, benchmarks: [2], pupils: Join in.}}\n");
        write(folder, "programme/year-9.md", &format!("---\nactivities:\n{}---\nText.\n", join(count, activity)));
    };
    "activities with events", 2000, |folder, count| {
        let activity = |i| format!("  - {{title: Task {i}, when: autumn, kind: talk, benchmarks: [5], event: event-{i}}}\n");
        write(folder, "programme/year-9.md", &format!("---\nactivities:\n{}---\nText.\n", join(count, activity)));
        each(count, |i| event(folder, i, "Come along."));
    };
    "actions", 10_000, |folder, count| {
        let action = |i| format!("  - {{said: We want {i}, by: pupils, did: Done {i}, due: 2026-09-30}}\n");
        write(folder, "evaluation/actions.yaml", &format!("actions:\n{}", join(count, action)));
    };
    "unknown keys", 4000, |folder, count| write(folder, "offers.yaml", &join(count, |i| format!("key-{i}: {i}\n")));
    "repeated keys", 4000, |folder, count| write(folder, "offers.yaml", &join(count, |i| format!("key: {i}\n")));
    "surveys", 4000, |folder, count| each(count, |i| {
        let date = format!("{}-06-25", 1900 + i % 120);
        write(folder, &format!("evaluation/surveys/{i}.yaml"), &format!("{}{QUESTION}", survey(&date)));
    });
    "questions", 2000, |folder, count| {
        let question = |i| QUESTION.replace("thing", &format!("thing {i}")).replace("questions:\n", "");
        let questions = join(count, question);
        write(folder, "evaluation/surveys/a.yaml", &format!("{}questions:\n{questions}", survey("2026-06-25")));
    };
    "answers to a question", 4000, |folder, count| {
        let (counts, answers) = (join(count, |i| format!("Way {i}: 40, ")), join(count, |i| format!("Way {i}, ")));
        let question = format!("questions:\n  - {{question: Which, counts: {{{counts}}}, positive: [{answers}]}}\n");
        write(folder, "evaluation/surveys/a.yaml", &(survey("2026-06-25").replace("84", "8400000") + &question));
    };
    "tables of figures", 300, |folder, count| each(count, |i| {
        let (first, second) = (700_000 - i * 1000, 500_000 - i * 700);
        let rows = format!("rows: {{Sixth form: {first}, College: {second}}}");
        let text = format!("title: Leavers {}\nmeasures: Leavers\nunit: people\nsource: us\n{rows}\n", spelled(i));
        write(folder, &format!("evaluation/figures/table-{i}.yaml"), &text);
    });
    "tables of destinations", 1000, |folder, count| each(count, |i| {
        let cohort = 90_000_000 - i * 50;
        let rows = format!("  - {{to: Sixth form, number: {}}}\n  - {{to: Work, number: 900}}\n", cohort - 900);
        let start = format!("leavers: {}\nyear: 2025\nbasis: actual\nsource: us\ncohort: {cohort}\n", spelled(i));
        write(folder, &format!("evaluation/destinations/table-{i}.yaml"), &format!("{start}destinations:\n{rows}"));
    });
    "destinations in two stages", 2000, |folder, count| for basis in ["intended", "actual"] {
        let places = join(count, |i| format!("  - {{to: Place {i}, number: {}}}\n", i + 30));
        let start = format!("leavers: Year 11\nyear: 2025\nbasis: {basis}\nsource: us\ncohort: 90000000\n");
        write(folder, &format!("evaluation/destinations/{basis}.yaml"), &format!("{start}destinations:\n{places}"));
    };
    "guidance meetings", 4000, |folder, count| {
        let rows = join(count, |i| format!("  - {{group: Old {i}, offered: 150, met: 120}}\n"));
        write(folder, "evaluation/guidance/a.yaml", &format!("as-of: 2024-11-27\nmeetings:\n{rows}"));
    };
    "subjects", 4000, |folder, count| {
        let subjects = join(count, |i| format!("  - {{name: Subject {i}, champion: Head of {i}}}\n"));
        write(folder, "school.yaml", &format!("{SCHOOL}subjects:\n{subjects}"));
        let activity = |i| format!("  - {{title: Task {i}, when: autumn, kind: lesson, subjects: [Subject {i}]}}\n");
        write(folder, "programme/year-9.md", &format!("---\nactivities:\n{}---\nText.\n", join(count, activity)));
    };
    "reporting lines", 4000, |folder, count| {
        let person = |i| format!("  - {{role: other, title: Tutor {i}, name: Ben Bell{i}, reports-to: Ben Bell{}}}\n", (i * 7 + 1) % count);
        write(folder, "team.yaml", &(TEAM.to_owned() + &join(count, person)));
    };
    "unknown people", 8000, |folder, count| {
        let person = |i| format!("  - {{role: other, title: Tutor {i}, name: Ben Bell{i}, reports-to: Unknown {i}}}\n");
        write(folder, "team.yaml", &(TEAM.to_owned() + &join(count, person)));
    };
    "hidden columns", 4000, |folder, count| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for column in (0..2 * u16::try_from(count).expect("few columns")).step_by(2) {
            sheet.set_column_hidden(column).expect("a column");
            sheet.write_string(0, column + 1, "Text").expect("a cell");
        }
        fs::create_dir_all(folder.join("media")).expect("a folder is made");
        book.save(folder.join("media/wide.xlsx")).expect("it is written");
    };
    "destinations", 4000, |folder, count| {
        let places = join(count, |i| format!("  - {{to: Place {i}, number: {}}}\n", i + 30));
        let text = format!("leavers: Year 11\nyear: 2025\nbasis: actual\nsource: us\ncohort: 90000000\ndestinations:\n{places}");
        write(folder, "evaluation/destinations/a.yaml", &text);
    };
}

const TEAM: &str = "people:\n  - {role: careers-leader, name: Ada Bench, email: careers@bench.example}\n";

const SCHOOL: &str = "name: Bench School
kind: academy
year:
  label: 2026-27
  starts: 2026-09-01
  terms:
    - {name: Autumn, starts: 2026-09-02, ends: 2026-12-18}
    - {name: Spring, starts: 2027-01-04, ends: 2027-03-26}
    - {name: Summer, starts: 2027-04-12, ends: 2027-07-21}
groups: [Year 7, Year 8, Year 9, Year 10, Year 11, Year 12, Year 13]
accessibility: {contact: The careers leader}
";

const QUESTION: &str =
    "questions:\n  - {question: I know thing, counts: {Agree: 41, Disagree: 40}, positive: [Agree], benchmarks: [2]}\n";

/// The files that every programme needs.
pub(crate) fn basics(folder: &Path) {
    write(folder, "school.yaml", SCHOOL);
    write(folder, "team.yaml", TEAM);
}

fn survey(date: &str) -> String {
    format!("title: Survey of {date}\nfrom: parents\ndate: {date}\nresponded: 84\n")
}

fn square(number: usize) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><path d=\"M0 0h4v4\" fill=\"#{number:06x}\"/></svg>"
    )
}

fn page(folder: &Path, number: usize, body: &str) {
    let text = format!("---\ntitle: Page {number}\naudiences: [pupils]\n---\n{body}\n");
    write(folder, &format!("pages/page-{number}.md"), &text);
}

fn event(folder: &Path, number: usize, body: &str) {
    let (month, day) = (number % 6 + 1, number % 28 + 1);
    let text = format!(
        "---\ntitle: Event {number}\ndate: 2027-{month:02}-{day:02}\naudiences: [pupils]\ngroups: [year-9]\n---\n{body}\n"
    );
    write(folder, &format!("events/event-{number}.md"), &text);
}

fn each(count: usize, write: impl FnMut(usize)) {
    (0..count).for_each(write);
}

/// The number in characters: titles with other numbers are about other people.
fn spelled(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

fn join(count: usize, item: impl FnMut(usize) -> String) -> String {
    (0..count).map(item).collect()
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
    fs::write(path, text).expect("it is written");
}
