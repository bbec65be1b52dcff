//! Past academic years in `archive/`: their page, and that nothing else shows them.

use std::fs;
use std::sync::LazyLock;

use crate::common::{self, pages, text_of};
use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::render::OutputFile;
use fingerpost::report::{Finding, Findings};

/// The example with a year before it, made of its own files.
struct School {
    folder: Utf8PathBuf,
    _temporary: tempfile::TempDir,
}

/// A date or label of this year, a year earlier.
fn a_year_earlier(text: &str) -> String {
    text.replace("2026-27", "LABEL").replace("2026", "2025").replace("2027", "2026").replace("LABEL", "2025-26")
}

impl School {
    fn new() -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
        let school = Self { folder, _temporary: temporary };
        for (path, bytes) in common::files_below(&common::folder("content-example")) {
            school.write_bytes(&path, &bytes);
            let is_archived = ["school.yaml", "team.yaml"].contains(&path.as_str()) || path.starts_with("events/");
            if is_archived {
                let text = String::from_utf8(bytes).expect("a text");
                school.write(&format!("archive/2025-26/{}", a_year_earlier(&path)), &a_year_earlier(&text));
            }
        }
        school.write_past(
            "2026-02-03-glassblowing.md",
            "title: Glassblowing morning\naudiences: [pupils]\ngroups: Year 8\nwith: [Marrowby Glass]\n\
             online: https://meet.marrowby.example/\nstaff: Bring the tongs.",
        );
        school
    }

    fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, bytes).expect("written");
    }

    fn write(&self, path: &str, text: &str) {
        self.write_bytes(path, text.as_bytes());
    }

    /// An event of the past year.
    fn write_past(&self, name: &str, keys: &str) {
        self.write(&format!("archive/2025-26/events/{name}"), &format!("---\n{keys}\n---\n"));
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.folder.join(path)).expect("a text");
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, &text.replace(from, to));
    }

    fn build(&self) -> (Vec<OutputFile>, Vec<Finding>) {
        build(&self.folder)
    }

    /// The site. Fails if there are findings.
    fn site(&self) -> Vec<OutputFile> {
        let (files, findings) = self.build();
        assert!(findings.is_empty(), "{findings:#?}");
        files
    }
}

/// The site of a school with events of every kind in its past year, built once for all tests of this run.
static SITE: LazyLock<Vec<OutputFile>> = LazyLock::new(|| {
    let school = School::new();
    let cancelled = "title: Rained off\naudiences: [pupils]\ncancelled: yes\nwith: [Nobody came]";
    school.write_past("2025-11-04-flooded.md", cancelled);
    school.write_past("2025-11-05-idea.md", "title: Only an idea\naudiences: [pupils]\ndraft: yes");
    school.write_past("2025-11-06-staff.md", "title: Staff only\naudiences: [staff]");
    school.write_past("2026-02-10-again.md", "title: Again\naudiences: [pupils]\nwith: [Marrowby Glass, ABC Tools]");
    school.site()
});

fn build(folder: &Utf8Path) -> (Vec<OutputFile>, Vec<Finding>) {
    let mut findings = Findings::default();
    let sources = fingerpost::read::read(folder, None, &mut findings);
    let built = fingerpost::build_sources(sources, common::facts(), common::today(), &mut |_| {}, &mut findings);
    (built.map_or_else(Vec::new, |site| site.files), findings.sorted())
}

fn page<'a>(files: &'a [OutputFile], path: &str) -> &'a str {
    let found = pages(files).into_iter().find(|(address, _)| *address == path);
    found.unwrap_or_else(|| panic!("there is no {path}")).1
}

/// The part of a page that begins with an id.
fn part<'a>(html: &'a str, id: &str) -> &'a str {
    let start = html.find(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("there is no part {id}"));
    html[start..].split("</li>").next().unwrap_or_default()
}

#[test]
fn a_past_year_has_a_page_of_what_took_place() {
    let past = page(&SITE, "past/2025-26.html");
    let text = text_of(past);
    assert!(text.contains("Programme 2025-26 (past)") && text.contains("2025-26 is over."), "{text}");
    assert!(past.contains("href=\"../programme/index.html\""));
    assert!(past.contains("<meta name=\"robots\" content=\"noindex\">"));
    let event = text_of(part(past, "event-2026-02-03-glassblowing"));
    for words in ["Glassblowing morning", "Tuesday 3 February 2026", "Year 8", "With Marrowby Glass."] {
        assert!(event.contains(words), "{event} has no {words}");
    }
    for words in ["Rained off", "Only an idea", "Staff only", "tongs", "meet.marrowby", ".ics\"", "Book a place"] {
        assert!(!past.contains(words), "{words}");
    }
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("Autumn term") < at("Spring term") && at("Spring term") < at("Glassblowing morning"));
    assert!(at("Glassblowing morning") < at("Summer term"));
}

#[test]
fn the_programme_and_the_events_link_to_past_years() {
    for address in ["programme/index.html", "events/index.html", "events/past.html"] {
        let html = page(&SITE, address);
        assert!(html.contains("href=\"../past/2025-26.html\">2025-26</a>"), "{address}");
    }
    assert!(!page(common::site("content-example"), "programme/index.html").contains("../past/"));
}

/// Search, A to Z, sitemap, calendars, feeds, data and all pages but those that look back.
#[test]
fn nothing_else_shows_a_past_year() {
    let files = &*SITE;
    let looks_back = ["past/2025-26.html", "employers/index.html", "events/2026-02-03-glassblowing.html"];
    for file in files {
        let text = String::from_utf8_lossy(&file.bytes);
        let shows = ["Glassblowing", "Marrowby"].iter().any(|words| text.contains(words));
        assert!(!shows || looks_back.contains(&file.path.as_str()), "{}", file.path);
    }
    for path in ["sitemap.xml", "a-to-z.html", "programme.json"] {
        let file = files.iter().find(|file| file.path == path).expect(path);
        assert!(!String::from_utf8_lossy(&file.bytes).contains("past/2025-26"), "{path}");
    }
    let addresses = |files: &[OutputFile]| -> Vec<String> {
        let calendars = files.iter().filter(|file| file.path.ends_with(".ics"));
        calendars.map(|file| file.path.clone()).collect()
    };
    assert_eq!(addresses(files), addresses(common::site("content-example")));
}

#[test]
fn a_past_year_that_cannot_be_read_is_one_finding() {
    let school = School::new();
    school.write("archive/2025-26/school.yaml", "name: [");
    let (files, findings) = school.build();
    let found: Vec<_> = findings.iter().map(|one| (one.code.as_str(), one.place.path().as_str())).collect();
    assert_eq!(found, [("unreadable-past-year", "archive/2025-26")]);
    assert!(!files.iter().any(|file| file.path.starts_with("past/")));
}

/// Its texts may say what today’s rules would report, and are not read as content of this year.
#[test]
fn texts_of_a_past_year_have_no_findings() {
    let school = School::new();
    school.write_past("2025-11-04-odd.md", "titel: Wrong key\naudiences: [pupils");
    school.write("archive/2025-26/pages/old.md", "---\ntitle: Old\n---\n[Nowhere](nowhere.md) CLICK HERE\n");
    school.site();
    school.write("archive/notes.md", "A note.");
    let (_, findings) = school.build();
    let codes: Vec<_> = findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["unknown-file"]);
}

#[test]
fn a_past_year_is_shown_in_the_language_of_the_site() {
    let school = School::new();
    school.edit("school.yaml", "language: en-GB", "language: cy");
    let (files, _) = school.build();
    let text = text_of(page(&files, "past/2025-26.html"));
    assert!(text.contains("Mae 2025-26 wedi dod i ben.") && text.contains("3 Chwefror 2026"), "{text}");
}

/// The address that a page sends its visitors to at once, after checking that it is fit for people and search engines, too.
fn redirect<'a>(files: &'a [OutputFile], path: &str) -> &'a str {
    let html = page(files, path);
    let (_, after) = html.split_once("<meta http-equiv=\"refresh\" content=\"0; url=").expect("a redirect");
    let target = after.split('"').next().expect("a target");
    assert!(html.contains(&format!("<a href=\"{target}\">")), "{html}");
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">") && html.contains("<html lang=\"en-GB\""));
    assert!(html.contains("<link rel=\"canonical\" href=\"https://careers.ridgeway.example/"), "{html}");
    target
}

#[test]
fn old_addresses_of_past_events_lead_to_the_page_of_their_year() {
    let files = &*SITE;
    let glassblowing = redirect(files, "events/2026-02-03-glassblowing.html");
    assert_eq!(glassblowing, "../past/2025-26.html#event-2026-02-03-glassblowing");
    assert_eq!(redirect(files, "events/2025-11-04-flooded.html"), "../past/2025-26.html");
    let flooded = text_of(page(files, "events/2025-11-04-flooded.html"));
    assert!(flooded.contains("This page has moved: Programme 2025-26 (past)"), "{flooded}");
    // It is there again this year.
    assert!(!page(files, "events/careers-drop-in.html").contains("http-equiv=\"refresh\""));
    assert!(!files.iter().any(|file| file.path.contains("glassblowing.ics")));
}

#[test]
fn earlier_addresses_lead_to_the_page_of_the_event() {
    let school = School::new();
    school.edit(
        "events/2027-03-11-boatyard-visit.md",
        "title:",
        "was: [2026-03-11-boatyard-visit, events/2025-03-06-boats.html]\ntitle:",
    );
    let files = school.site();
    for old in ["events/2026-03-11-boatyard-visit.html", "events/2025-03-06-boats.html"] {
        assert_eq!(redirect(&files, old), "../events/2027-03-11-boatyard-visit.html");
        assert!(text_of(page(&files, old)).contains("This page has moved: "));
        let index = files.iter().filter(|file| ["sitemap.xml", "a-to-z.html", "programme.json"].contains(&&*file.path));
        let index = index.chain(files.iter().filter(|file| file.path.contains("search")));
        for file in index {
            assert!(!String::from_utf8_lossy(&file.bytes).contains(old), "{} has {old}", file.path);
        }
    }
}

#[test]
fn an_earlier_address_that_is_taken_is_reported_and_leads_to_its_owner() {
    let school = School::new();
    school.edit("events/2027-03-11-boatyard-visit.md", "title:", "was: [careers-drop-in, 2026-01-boats]\ntitle:");
    school.edit("events/2026-11-26-boatyard-visit.md", "title:", "was: 2026-01-boats\ntitle:");
    let (files, findings) = school.build();
    let found: Vec<_> = findings.iter().map(|one| (one.code.as_str(), one.place.path().as_str())).collect();
    let taken = ("address-taken", "events/2027-03-11-boatyard-visit.md");
    assert_eq!(found, [taken, taken], "{findings:#?}");
    assert_eq!(redirect(&files, "events/2026-01-boats.html"), "../events/2026-11-26-boatyard-visit.html");
}

#[test]
fn links_to_archived_events_lead_to_the_page_of_their_year() {
    let school = School::new();
    school.edit("evaluation.md", "---\n\n", "---\n\n[Glass](events/2026-02-03-glassblowing.md#times) ");
    let files = school.site();
    let evaluation = page(&files, "evaluation/index.html");
    assert!(evaluation.contains("href=\"../past/2025-26.html#event-2026-02-03-glassblowing\""), "{evaluation}");
}

#[test]
fn a_survey_may_be_about_an_archived_event_and_the_groups_of_its_year() {
    let school = School::new();
    school.write(
        "evaluation/surveys/2026-02-glass.yaml",
        "title: Glassblowing survey\nfrom: pupils\ndate: 2026-02-05\nevent: 2026-02-03-glassblowing\n\
         groups: Year 8\nresponded: 60\nquestions:\n  - question: It was good\n    counts: { Agree: 40, Disagree: 20 }\n",
    );
    let files = school.site();
    let feedback = page(&files, "evaluation/feedback.html");
    assert!(feedback.contains("href=\"../past/2025-26.html#event-2026-02-03-glassblowing\""));
    assert!(text_of(feedback).contains("Year 8 in 2025-26, now Year 9"), "{}", text_of(feedback));
    // Last year’s drop-in is not this year’s.
    school.write(
        "evaluation/surveys/2026-03-drop-in.yaml",
        "title: Drop-in survey\nfrom: pupils\ndate: 2026-03-05\nevent: careers-drop-in\ngroups: Year 13\n\
         responded: 60\nquestions:\n  - question: It was good\n    counts: { Agree: 40, Disagree: 20 }\n",
    );
    let files = school.site();
    let text = text_of(page(&files, "evaluation/feedback.html"));
    assert!(text.contains("Year 13 in 2025-26") && !text.contains("Year 13 in 2025-26, now"), "{text}");
    assert!(!page(&files, "events/careers-drop-in.html").contains("Drop-in survey"));
}

/// A group that the school no longer has is one of its year; a name that neither year has is still reported.
#[test]
fn a_survey_may_be_about_a_group_that_the_school_no_longer_has() {
    let school = School::new();
    school.edit("archive/2025-26/school.yaml", "  - Year 7\n", "  - Enterprise pathway\n");
    let survey = |groups: &str| {
        let text = format!(
            "title: Pathway survey\nfrom: pupils\ndate: 2026-02-05\ngroups: {groups}\nresponded: 60\n\
             questions:\n  - question: It was good\n    counts: {{ Agree: 40, Disagree: 20 }}\n"
        );
        school.write("evaluation/surveys/2026-02-pathway.yaml", &text);
        school.build()
    };
    for (groups, shown) in [
        ("Enterprise pathway", "Enterprise pathway in 2025-26"),
        ("[Enterprise pathway, Year 8]", "Enterprise pathway and Year 8 in 2025-26, now Year 9"),
        ("Year 7", "Year 7 in 2025-26, now Year 8"),
    ] {
        let (files, findings) = survey(groups);
        assert!(findings.is_empty(), "{findings:#?}");
        let text = text_of(page(&files, "evaluation/feedback.html"));
        assert!(text.contains(shown), "{text}");
    }
    let (_, findings) = survey("Enterprise patway");
    let found: Vec<_> = findings.iter().map(|one| (one.code.as_str(), one.place.path().as_str())).collect();
    assert_eq!(found, [("unknown-group", "evaluation/surveys/2026-02-pathway.yaml")]);
    assert!(findings[0].help.contains("enterprise-pathway"), "{findings:#?}");
}

#[test]
fn employers_see_who_took_part_last_year() {
    let employers = page(&SITE, "employers/index.html");
    let (_, took_part) = employers.split_once("id=\"part-took-part\"").expect("the section");
    let took_part = text_of(took_part.split("</section>").next().expect("its end"));
    assert!(took_part.contains("Who took part in 2025-26") && !took_part.contains("Nobody came"), "{took_part}");
    assert_eq!(took_part.matches("Marrowby Glass").count(), 1, "{took_part}");
    let at = |name: &str| took_part.find(name).expect("the name");
    assert!(at("ABC Tools") < at("Hallowmere College") && at("Hallowmere College") < at("Marrowby Glass"));
}

#[test]
fn entries_of_calendars_keep_their_ids_within_a_year_only() {
    let files = common::site("content-example");
    let calendar = files.iter().find(|file| file.path == "events/careers-drop-in.ics").expect("a calendar");
    let text = String::from_utf8_lossy(&calendar.bytes).replace("\r\n ", "");
    assert!(text.contains("UID:event-careers-drop-in-2026-09-01@careers.ridgeway.example"), "{text}");
    let dated = files.iter().find(|file| file.path == "events/2027-03-11-boatyard-visit.ics").expect("a calendar");
    let text = String::from_utf8_lossy(&dated.bytes).replace("\r\n ", "");
    assert!(text.contains("UID:event-2027-03-11-boatyard-visit@careers.ridgeway.example"), "{text}");
}

/// A changed text of the archive is never taken for an edit of words.
#[test]
fn a_changed_past_year_is_noticed_by_the_next_build() {
    let school = School::new();
    let out = tempfile::tempdir().expect("a folder");
    let out = Utf8Path::from_path(out.path()).expect("Unicode").join("site");
    let build = || {
        let (folder, out, today) = (school.folder.as_path(), out.as_path(), common::today());
        let options = fingerpost::BuildOptions { folder, out, today, strict: false, adopt: false };
        let outcome = fingerpost::build(&options, common::facts(), &mut |_| {}, &mut Findings::default());
        assert!(matches!(outcome, fingerpost::Outcome::Published(..)), "{outcome:?}");
        fs::read_to_string(out.join("past/2025-26.html")).expect("the page")
    };
    assert!(build().contains("Glassblowing morning"));
    let event = "archive/2025-26/events/2026-02-03-glassblowing.md";
    school.edit(event, "Glassblowing morning", "Glassblowing evening");
    let changes = fingerpost::changes_since_build(&school.folder, &out).expect("a build");
    assert_eq!(changes.changed.iter().map(|path| path.as_str()).collect::<Vec<_>>(), [event]);
    assert!(build().contains("Glassblowing evening"));
}
