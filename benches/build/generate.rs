//! Generates a programme of any size: one text in ten is an event, the others are pages. The texts have 434 words on
//! average, taken from the example school, with headings, lists, a table, a quotation and links to each other.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Writes a programme with a number of pages and events.
pub(crate) fn programme(folder: &Path, pages: usize) {
    for (path, text) in [("school.yaml", SCHOOL), ("programme.md", PROGRAMME), ("provider-access.md", PROVIDER_ACCESS)]
    {
        write(folder, path, text);
    }
    write(
        folder,
        "team.yaml",
        "people:\n  - {role: careers-leader, name: Ada Bench, email: careers@bench.example, phone: 01632 960100}\n",
    );
    write(folder, "evaluation.md", "---\nmethods: [{what: Survey, who: [pupils]}]\n---\nWe ask, count and publish.\n");
    for year in 7..=13 {
        write(folder, &format!("programme/year-{year}.md"), &plan(year));
    }
    let words = words();
    let mut random = Random(7);
    for number in 0..pages {
        let front = if is_event(number) { event(number, &mut random) } else { page(number, &mut random) };
        write(folder, &path(number), &format!("---\n{front}---\n{}", body(&words, &mut random, pages)));
    }
}

/// Adds a file with a finding that every build prints.
pub(crate) fn add_finding(content: &Path) {
    write(content, "notes.md", "No page shows this text.\n");
}

/// Changes the text of one page.
pub(crate) fn change_one(content: &Path, round: usize) {
    let path = content.join(path(1));
    let text = std::fs::read_to_string(&path).expect("the page");
    std::fs::write(path, format!("{text}\nChanged in round {round}.\n")).expect("it is written");
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
    std::fs::write(path, text).expect("it is written");
}

fn is_event(number: usize) -> bool {
    number.is_multiple_of(10)
}

/// The path of the text with this number.
fn path(number: usize) -> String {
    if is_event(number) { format!("events/event-{number}.md") } else { format!("pages/page-{number}.md") }
}

fn event(number: usize, random: &mut Random) -> String {
    let (month, day) = (random.below(8) + 1, random.below(28) + 1);
    let (year, benchmark) = (random.below(7) + 7, random.below(7) + 2);
    format!(
        "title: Event {number}\ndate: 2027-{month:02}-{day:02}\nstarts: 17:30\nends: 19:00\nplace: Hall\n\
         audiences: [pupils, parents]\ngroups: [year-{year}]\nbenchmarks: [1, {benchmark}]\n\
         pupils: Bring a pen.\nparents: Come along.\n"
    )
}

fn page(number: usize, random: &mut Random) -> String {
    let audience = ["pupils", "parents", "staff", "employers"].get(random.below(4)).expect("an audience");
    let (month, day) = (random.below(10) + 1, random.below(28) + 1);
    format!(
        "title: Page {number}\nsummary: What page {number} is about\naudiences: [{audience}]\n\
         updated: 2026-{month:02}-{day:02}\n"
    )
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
    let _ = writeln!(text, "provider: training-provider, attendance: everyone, with: [Trainer {year}]}}");
    text + "---\nWhat this year is about.\n"
}

fn body(words: &[String], random: &mut Random, pages: usize) -> String {
    let mut text = String::new();
    for section in 1..=4 {
        let (first, second) = (paragraph(words, random), paragraph(words, random));
        let [one, two, three] = std::array::from_fn(|_| random.pick(words, 6));
        let _ = write!(text, "## Part {section}\n\n{first}\n\n{second}\n\n- {one}\n- {two}\n- {three}\n\n");
    }
    let [autumn, spring] = std::array::from_fn(|_| random.pick(words, 5));
    let (quotation, [next, further]) = (paragraph(words, random), std::array::from_fn(|_| path(random.below(pages))));
    let _ = write!(
        text,
        "| Term | What | Where |\n|---|---|---|\n| Autumn | {autumn} | Hall |\n| Spring | {spring} | Library |\n\n\
         > {quotation}\n\nSee [what comes next](../{next}), [more about it](../{further}) and [the team](../team.yaml).\n"
    );
    text
}

/// Three sentences.
fn paragraph(words: &[String], random: &mut Random) -> String {
    let sentences = std::array::from_fn::<String, 3, _>(|_| {
        let length = random.below(6) + 8;
        format!("We {}.", random.pick(words, length))
    });
    sentences.join(" ")
}

/// The words of the example school in their order, without names and numbers.
fn words() -> Vec<String> {
    let mut texts = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content-example"));
    // Not the translations.
    texts.retain(|path| {
        path.to_string_lossy().ends_with(".md") && !path.with_extension("").to_string_lossy().contains('.')
    });
    texts.sort();
    let text: String = texts.iter().map(|path| std::fs::read_to_string(path).expect("a text")).collect();
    let is_plain = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    text.split_whitespace().filter(is_plain).map(str::to_owned).collect()
}

/// A random number generator that gives the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    /// A number of words that follow each other.
    fn pick(&mut self, words: &[String], number: usize) -> String {
        let start = self.below(words.len() - number);
        words.iter().skip(start).take(number).map(String::as_str).collect::<Vec<_>>().join(" ")
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
duty: Every pupil meets two providers in each key phase
opportunities: [{group: year-8, when: autumn, what: Assembly}]
---
Providers are welcome.
";
