//! Generates a programme of any size: one file in ten is an event, the others are pages. Each text has about 430
//! words, with headings, lists, a table and links.

use std::fmt::Write;
use std::path::Path;

/// The size of a finished site.
pub(crate) struct Bytes {
    pub(crate) size: u64,
    pub(crate) files: usize,
}

const WORDS: [&str; 24] = [
    "careers",
    "pupils",
    "choose",
    "subjects",
    "local",
    "employers",
    "visit",
    "college",
    "skills",
    "future",
    "week",
    "apprenticeship",
    "talk",
    "plan",
    "learn",
    "meet",
    "work",
    "questions",
    "family",
    "options",
    "route",
    "help",
    "interest",
    "year",
];

/// Writes a programme with a number of pages and events.
pub(crate) fn programme(folder: &Path, pages: usize) {
    write(folder, "school.yaml", SCHOOL);
    write(
        folder,
        "team.yaml",
        "people:\n  - {role: careers-leader, name: Ada Bench, email: careers@bench.example, phone: 01632 960100}\n",
    );
    write(folder, "programme.md", PROGRAMME);
    write(folder, "evaluation.md", "---\nmethods: [{what: Survey, who: [pupils]}]\n---\nWe ask, count and publish.\n");
    write(folder, "provider-access.md", PROVIDER_ACCESS);
    for year in 7..=13 {
        write(folder, &format!("programme/year-{year}.md"), &plan(year));
    }
    let mut random = Random(7);
    for number in 0..pages {
        let (path, front) = if number % 10 == 0 {
            let (month, day) = (random.below(8) + 1, random.below(28) + 1);
            let year = 7 + random.below(7);
            let front = format!(
                "title: Event {number}\ndate: 2027-{month:02}-{day:02}\nstarts: 17:30\naudiences: [pupils, parents]\ngroups: [year-{year}]\nbenchmarks: [2, {}]\nplace: Hall\npupils: Bring a pen.\nparents: Come along.\n",
                random.below(8) + 1
            );
            (format!("events/event-{number}.md"), front)
        } else {
            let audience =
                ["pupils", "parents", "staff", "employers"].get(random.below(4)).copied().unwrap_or("pupils");
            (
                format!("pages/page-{number}.md"),
                format!("title: Page {number}\nsummary: What page {number} is about\naudiences: [{audience}]\n"),
            )
        };
        let neighbour = (number + 1) % pages / 10 * 10;
        write(folder, &path, &format!("---\n{front}---\n{}", body(&mut random, neighbour)));
    }
}

/// Changes the text of one page.
pub(crate) fn change_one(content: &Path, round: usize) {
    let path = content.join("pages/page-1.md");
    let text = std::fs::read_to_string(&path).expect("the page");
    std::fs::write(path, format!("{text}\nChanged in round {round}.\n")).expect("it is written");
}

/// Copies a finished site and returns its size.
pub(crate) fn copy_tree(from: &Path, to: &Path) -> Bytes {
    let mut files = Vec::new();
    super::bare::gather(from, &mut files);
    let mut size = 0;
    for file in &files {
        let target = to.join(file.strip_prefix(from).expect("below it"));
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("a folder is made");
        size += std::fs::copy(file, target).expect("it is copied");
    }
    Bytes { size, files: files.len() }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
    std::fs::write(path, text).expect("it is written");
}

fn plan(year: usize) -> String {
    let mut text = format!("---\ntheme: Year {year}\nquestion: What next?\noutcomes: [I can plan]\nactivities:\n");
    for (number, term) in ["autumn", "spring", "summer"].iter().cycle().take(9).enumerate() {
        let benchmark = 2 + number % 7;
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "  - {{title: Activity {number}, when: {term}, kind: lesson, benchmarks: [{benchmark}], pupils: Take part.}}"
        );
    }
    // The statutory provider encounters, without which every build would have findings.
    text.push_str("  - {title: A training provider comes, when: autumn, kind: provider, ");
    text.push_str("provider: training-provider, attendance: everyone}\n");
    text + "---\nWhat this year is about.\n"
}

fn body(random: &mut Random, neighbour: usize) -> String {
    let mut text = String::new();
    for section in 0..4 {
        let _ = write!(
            text,
            "## Part {section}\n\n{}\n\n- {}\n- {}\n- {}\n\n",
            random.words(60),
            random.words(8),
            random.words(8),
            random.words(8)
        );
    }
    let _ = write!(
        text,
        "| Term | What | Where |\n|---|---|---|\n| Autumn | {} | Hall |\n| Spring | {} | Library |\n\n> {}\n\nSee [the next event](../events/event-{neighbour}.md) and [the team](../team.yaml).\n",
        random.words(5),
        random.words(5),
        random.words(20)
    );
    text
}

/// A random number generator that gives the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    fn words(&mut self, number: usize) -> String {
        let words: Vec<&str> = (0..number).filter_map(|_| WORDS.get(self.below(WORDS.len())).copied()).collect();
        words.join(" ")
    }
}

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
reviews: {next-review: 2027-07-16}
accessibility: {contact: The careers leader}
";

const PROGRAMME: &str = "---
access: {pupils: On this site, parents: On this site, staff: On this site, employers: On this site}
---
The programme in summary.
";

const PROVIDER_ACCESS: &str = "---
contact: careers-leader
request: Write to us
granting: When it fits
refusing: When it does not
premises: The hall
opportunities: [{group: year-8, when: autumn, what: Assembly}]
---
Providers are welcome.
";
