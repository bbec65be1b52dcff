//! A teacher makes her school's site in the browser, from the first page to the build, and its files read as if she had written
//! them by hand.
//!
//! Her content folder is compared with `tests/golden/teacher`. To accept an intended change, run
//! `BLESS=1 cargo test --features browser-tests --test browser -- teacher` and read the diff.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use camino::Utf8PathBuf;
use serde_json::{Value, json};

use crate::chromium::Browser;
use crate::common;
use crate::hands::{Hands, Person};
use crate::start_page::StartPage;

const GOLDEN: &str = "tests/golden/teacher";
const COLLEGE_EVENT: &str = "events/2026-12-15-meet-a-college.md";
const EVENING_EVENT: &str = "events/2027-01-14-careers-evening.md";
const MORNING: &str = "events/2027-03-09-apprenticeship-morning.md";
const FAIR: &str = "events/2027-03-24-careers-fair-for-years-10-and-11.md";

#[test]
fn a_teacher_makes_a_site_without_scripts() {
    let browser = Browser::start();
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    let teacher = make_a_site(Person { browser, hands: Hands::Pointer });
    if std::env::var_os("BLESS").is_some() {
        teacher.keep_as_golden();
    }
    teacher.compare();
}

#[test]
#[ignore = "takes half a minute; without scripts the whole story is played above"]
fn a_teacher_makes_a_site_with_scripts() {
    make_a_site(Person { browser: Browser::start(), hands: Hands::Pointer }).compare();
}

#[test]
#[ignore = "takes most of a minute; `dashboard.rs` has a shorter play by keyboard"]
fn a_teacher_makes_a_site_by_keyboard_alone() {
    make_a_site(Person { browser: Browser::start(), hands: Hands::Keyboard }).compare();
}

/// A teacher at work.
struct Teacher {
    person: Person,
    start: StartPage,
}

/// The whole story.
fn make_a_site(person: Person) -> Teacher {
    let teacher = Teacher::start(person);
    teacher.makes_a_school();
    assert_eq!(teacher.counts()["must"], 3);
    teacher.writes_about_the_leader();
    teacher.writes_the_statement_of_provider_access();
    teacher.plans_year_8();
    teacher.plans_year_10();
    teacher.makes_two_events();
    assert_eq!(teacher.counts()["must"], 0);
    teacher.imports_a_survey();
    teacher.adds_a_picture();
    teacher.moves_and_cancels_events();
    let counts = teacher.counts();
    assert_eq!((counts["error"], counts["must"]), (0, 0));
    assert_eq!(teacher.checked(), counts);
    teacher.builds();
    teacher
}

impl Teacher {
    fn start(person: Person) -> Self {
        Self { person, start: StartPage::start() }
    }

    fn makes_a_school(&self) {
        let person = &self.person;
        person.browser.go(&format!("http://127.0.0.1:{}/-/", self.start.port()));
        person.follow("a[href=\"/-/new-site\"]");
        person.write("name", "Hill Top School");
        person.choose("kind", "Academy");
        person.choose("terms", "Three terms, each with a half-term");
        person.write("leader", "Priya Shah");
        person.write("email", "careers@hilltop.example");
        person.send("main form button");
        person.browser.wait_for("document.getElementById('todo')");
    }

    fn writes_about_the_leader(&self) {
        let person = &self.person;
        self.open("team.yaml");
        self.item("people.0");
        person.write("field-people.0.phone", "01632 960471");
        person.write("field-people.0.days", "Monday to Thursday: 8.30 to 4");
        person.write("field-people.0.ask-about.0", "Options in Year 9");
        person.write("field-people.0.ask-about.1", "Coming in to meet our pupils");
        person.write("field-people.0.ask-about.2", "A paper copy of anything on this site");
        person.save();
        self.open("team.yaml");
        self.item("people.1");
        person.write("field-people.1.name", "Sam O'Neill");
        person.write("field-people.1.email", "sam@hilltop.example");
        person.write("field-people.1.ask-about.0", "Choosing a next step");
        person.write("field-people.1.ask-about.1", "Changing your mind");
        person.save();
        self.open("team.yaml");
        self.item("people.2");
        person.send("button[value=item-remove]");
    }

    fn writes_the_statement_of_provider_access(&self) {
        let person = &self.person;
        self.open("provider-access.md");
        person
            .write("field-request", "Write to Priya Shah half a term ahead: say who you are and what pupils will do.");
        person.write("field-granting", "We say yes when a visit fits the programme.");
        person.write(
            "field-refusing",
            "We offer another date if a visit clashes with exams, and give the reason in writing.",
        );
        person.write("field-premises", "The main hall, with a screen. Leaflets go on a shelf in the library.");
        person.write("field-safeguarding", "Visitors sign in and wear a badge. A member of staff stays with them.");
        person.write("field-duty", "Twice in Year 8, and twice in Year 10.\n\nWho is away meets the provider online.");
        for row in 0..4 {
            person.write(&format!("field-opportunities.{row}.what"), "A talk or a workshop");
        }
        person.write("field-complaints", "Write to the headteacher.");
        person.write("field-approved-by", "The full governing body");
        person.write("field-approved-on", "9 September 2026");
        person.save();
    }

    fn plans_year_8(&self) {
        const PLAN: &str = "programme/year-8.md";
        let person = &self.person;
        self.open(PLAN);
        person.write("field-theme", "Exploring");
        person.write("field-question", "How do people get from school to the work they do?");
        person.write("field-outcomes.0", "I can explain what an apprenticeship is.");
        person.write("field-outcomes.1", "I can name a job that uses a subject I enjoy.");
        person.write("field-help.0", "Look up one job together.");
        person.write("field-body", "In Year 8 we look around.\n\n- We meet a college.\n- We see a workplace.");
        person.save();
        self.item("activities.2");
        person.send("button[value=item-remove]");
        self.item("activities.0");
        person.write("field-activities.0.title", "Meet Northbank College");
        person.write("field-activities.0.with", "Northbank College");
        person.choose("field-activities.0.provider", "Further education college");
        person.choose("field-activities.0.attendance", "Everyone");
        person.save();
        self.open(PLAN);
        self.item("activities.1");
        person.write("field-activities.1.title", "Numbers at work");
        person.save();
        self.open(PLAN);
        self.item("activities.new");
        person.write("field-activities.2.title", "Apprenticeships: what are they?");
        person.write("field-activities.2.when", "spring 2");
        person.choose("field-activities.2.kind", "Meeting a college or training provider");
        person.tick("activities.2.benchmarks", "7");
        person.write("field-activities.2.with", "Ridge Training");
        person.choose("field-activities.2.provider", "Training provider");
        person.choose("field-activities.2.attendance", "Everyone");
        person.save();
        self.open(PLAN);
        self.item("activities.new");
        person.write("field-activities.3.title", "A day at the wind farm");
        person.write("field-activities.3.when", "4 May 2027");
        person.choose("field-activities.3.kind", "At a workplace");
        person.tick("activities.3.benchmarks", "4");
        person.tick("activities.3.benchmarks", "6");
        person.write("field-activities.3.needs", "30 hard hats");
        person.write("field-activities.3.pupils", "Meet three people who work there, and ask: how did you get here?");
        person.save();
    }

    /// The plan's example of a meeting with a provider becomes a real one.
    fn plans_year_10(&self) {
        let person = &self.person;
        self.open("programme/year-10.md");
        self.item("activities.1");
        person.write("field-activities.1.title", "Meeting an apprenticeship provider");
        person.write("field-activities.1.with", "Hallowmere Homes");
        person.choose("field-activities.1.provider", "Apprenticeship provider");
        person.choose("field-activities.1.attendance", "Everyone");
        person.save();
    }

    fn makes_two_events(&self) {
        let person = &self.person;
        for example in [COLLEGE_EVENT, EVENING_EVENT] {
            self.open(example);
            person.send("form[action=\"/-/delete\"] button");
        }
        person.follow("a[href=\"/-/new\"]");
        person.follow("a[href=\"/-/new/event\"]");
        person.write("field-title", "Apprenticeship morning");
        person.write("field-date", "9 March 2027");
        person.write("field-starts", "9.30am");
        person.write("field-ends", "11am");
        person.write("field-place", "The main hall");
        person.write("field-summary", "People who learn while they earn show what they do.");
        person.choose("field-kind", "Workshop");
        person.tick("audiences", "pupils");
        person.tick("audiences", "staff");
        person.tick("groups", "Year 10");
        person.write("field-body", "Everyone in Year 10 takes part.");
        person.tick("benchmarks", "7");
        person.write("field-with", "Northbank College");
        person.choose("field-provider", "Further education college");
        person.choose("field-attendance", "Everyone");
        person.write("field-catch-up", "Live online on the Tuesday after");
        person.save();
        person.follow("a[href=\"/-/new\"]");
        person.follow("a[href=\"/-/new/event\"]");
        person.write("field-title", "Careers fair for Years 10 and 11");
        person.write("field-date", "24 March 2027");
        person.write("field-starts", "17:30");
        person.write("field-place", "Sports hall, by the car park");
        person.write("field-summary", "Twenty employers & three colleges: ask them anything.");
        person.choose("field-kind", "Fair");
        person.tick("audiences", "pupils");
        person.tick("audiences", "parents");
        person.tick("groups", "Year 10");
        person.tick("groups", "Year 11");
        person.write("field-parents", "Come for ten minutes or for the whole evening.");
        person.save();
    }

    fn imports_a_survey(&self) {
        let person = &self.person;
        let export = self.start.home.join("Parents evening 2026.xlsx");
        std::fs::copy(common::folder("tests/fixtures/import/microsoft-parents.xlsx"), &export).expect("copied");
        person.follow("a[href=\"/-/new\"]");
        person.follow("a[href=\"/-/import/survey\"]");
        person.browser.choose_file("#field-file", export.as_str());
        person.choose("from", "Parents");
        person.write("invited", "180");
        person.send("main form button");
        person.send("form[action=\"/-/accept-import\"] button");
        assert!(person.page_text().contains("Saved."), "{}", person.page_text());
    }

    fn adds_a_picture(&self) {
        let person = &self.person;
        let photo = self.start.home.join("Our Hall.png");
        let pixels = image::RgbImage::from_fn(400, 200, |x, _| image::Rgb([(x / 2) as u8, 90, 120]));
        pixels.save(&photo).expect("a picture");
        person.follow("a[href=\"/-/media\"]");
        person.follow("a[href=\"/-/upload/picture\"]");
        person.browser.choose_file("#field-file", photo.as_str());
        person.write("field-pictures.0.alt", "The hall on the day of the fair: 12 stalls");
        person.choose("field-pictures.0.permission", "Own work");
        person.save();
    }

    fn moves_and_cancels_events(&self) {
        let person = &self.person;
        self.open(MORNING);
        person.write("field-date", "11 March 2027");
        person.save();
        // The file keeps its name, which has the day before.
        assert_eq!(self.counts()["error"], 0);
        self.open(MORNING);
        // The wrong one, without which the law is not met any more.
        person.write("field-cancelled", "The hall has no roof.");
        person.save();
        assert_eq!(self.counts()["must"], 1);
        person.follow("a[href=\"/-/history\"]");
        person.send("form[action=\"/-/undo\"] button");
        assert_eq!(self.counts()["must"], 0);
        self.open(FAIR);
        person.write("field-cancelled", "The hall has no roof.");
        person.save();
    }

    fn builds(&self) {
        let person = &self.person;
        person.follow("a[href=\"/-/build\"]");
        person.send("main form button");
        person.browser.wait_for("document.querySelector('h1').textContent === 'The site is built'");
        let built = self.folder().join("site/events/2027-03-09-apprenticeship-morning.html");
        let page = std::fs::read_to_string(built).expect("the page of the event");
        assert!(page.contains("2027-03-11"), "{page}");
    }

    /// Goes to the dashboard, and from there to a file.
    fn open(&self, file: &str) {
        self.person.follow("a[href=\"/-/\"]");
        self.person.follow(&format!("main a[href=\"/-/edit/{file}\"]"));
    }

    /// Goes from a file to one of its items.
    fn item(&self, item: &str) {
        self.person.follow(&format!("main a[href*=\"?item={item}\"]"));
    }

    fn folder(&self) -> Utf8PathBuf {
        self.start.home.join("hill-top-school")
    }

    /// How many findings of each severity the dashboard lists.
    fn counts(&self) -> BTreeMap<String, usize> {
        self.person.follow("a[href=\"/-/\"]");
        let counts = self.person.browser.script(
            "return ['error', 'must', 'should', 'could'].map((severity) =>
                [severity, document.querySelectorAll(`.tasks > li.${severity}`).length])",
        );
        serde_json::from_value::<Vec<(String, usize)>>(counts).expect("numbers").into_iter().collect()
    }

    /// How many of each severity the program's check finds.
    fn checked(&self) -> BTreeMap<String, usize> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        let today = common::today().to_string();
        let folder = self.folder();
        let output = command.args(["check", folder.as_str(), "--today", &today, "--format", "json"]).output();
        let output = String::from_utf8(output.expect("it runs").stdout).expect("UTF-8");
        let findings: Vec<Value> =
            output.lines().map(|line| serde_json::from_str(line).expect("a finding on each line")).collect();
        let count = |severity: &str| findings.iter().filter(|finding| finding["severity"] == severity).count();
        ["error", "must", "should", "could"].map(|severity| (severity.to_owned(), count(severity))).into()
    }

    /// Her files, without those that Fingerpost keeps and makes.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = common::files_below(&self.folder());
        files.retain(|path, _| !path.starts_with('.') && !path.starts_with("site/"));
        files
    }

    fn keep_as_golden(&self) {
        let golden = common::folder(GOLDEN);
        if golden.exists() {
            std::fs::remove_dir_all(&golden).expect("removed");
        }
        for (path, bytes) in self.files() {
            let file = golden.join(path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(file, bytes).expect("written");
        }
    }

    /// Compares her files with the golden files.
    fn compare(&self) {
        let (before, now) = (common::files_below(&common::folder(GOLDEN)), self.files());
        let paths: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
        for path in paths {
            let text = |files: &BTreeMap<String, Vec<u8>>| {
                files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            };
            assert_eq!(text(&now), text(&before), "{path}");
            assert_eq!(now.get(path), before.get(path), "{path}");
        }
    }
}
