//! Every key of the content format has a row here that says on which pages its value is, or the test that proves it.

use std::collections::BTreeSet;

use fingerpost::programme::CONTENT_FILES;
use fingerpost::report::Findings;
use serde_json::Value;

use crate::common::{facts, pages, plain};
use crate::mistakes::{School, TODAY};

/// A content file with a different value for every key.
struct File {
    /// The name of its schema.
    kind: &'static str,
    path: &'static str,
    text: &'static str,
    rows: &'static [Row],
}

/// A key, its value as readers see it, and the pages that it must be on. Translations and feeds show when a text was
/// `updated`, and no page does.
type Row = (&'static str, &'static str, &'static [&'static str]);

/// The rows of the text for an audience.
macro_rules! welcome_rows {
    ($pages:expr) => {
        &[
            ("title", "Welcometitle", $pages),
            ("lead", "Welcomelead", $pages),
            ("updated", "", &[]),
            ("resources", "Resourcewhat", $pages),
            ("resources.what", "Resourcewhat", $pages),
            ("resources.link", "https://resources.example/welcome", $pages),
            ("resources.owner", "Resourceowner", $pages),
            ("resources.place", "Resourceplace", $pages),
            ("films", "Filmtitle", $pages),
            ("films.title", "Filmtitle", $pages),
            ("films.link", "https://films.example/welcome", $pages),
            ("films.length", "Filmlength", $pages),
            ("films.signed", "British Sign Language", $pages),
            ("films.transcript", "Filmtranscript", $pages),
            ("", "Welcomebody", $pages),
        ]
    };
}

const FILES: &[File] = &[
    File {
        kind: "offers",
        path: "offers.yaml",
        text: "offers:\n  - title: Offertitle\n    kind: mock-interviews\n    commitment: Offertime\n    \
               groups: [year-8, year-10]\n    when: Offerwhen\n    about: Offerabout\n    checks: Offerchecks\n",
        rows: &[
            ("offers", "Offertitle", EMPLOYERS),
            ("offers.title", "Offertitle", EMPLOYERS),
            ("offers.kind", "ock interviews", EMPLOYERS),
            ("offers.commitment", "Offertime", EMPLOYERS),
            ("offers.groups", "Year 8", EMPLOYERS),
            ("offers.groups", "Year 10", EMPLOYERS),
            ("offers.when", "Offerwhen", EMPLOYERS),
            ("offers.about", "Offerabout", EMPLOYERS),
            ("offers.checks", "Offerchecks", EMPLOYERS),
        ],
    },
    File {
        kind: "team",
        path: "team.yaml",
        text: "people:\n  - role: careers-leader\n    name: Leadername\n    title: Leadertitle\n    \
               email: leader@team.example\n    phone: 01632 960111\n    days: Leaderdays\n    about: Leaderabout\n    \
               qualifications: [Leadercertificate]\n    booking: https://booking.example/leader\n    \
               ask-about: [Leadertopic]\n    groups: [year-9]\n    reports-to: link-governor\n    \
               responsible-for: [Leaderduty]\n    time: Leadertime\n    senior-leader: yes\n  - role: link-governor\n    name: Governorname\n",
        rows: &[
            ("people", "Governorname", TEAM),
            ("people.role", "Link governor for careers", TEAM),
            ("people.name", "Leadername", &["team.html", "index.html", "employers/index.html"]),
            ("people.title", "Leadertitle", TEAM),
            ("people.email", "leader@team.example", &["team.html", "index.html"]),
            ("people.phone", "01632 960111", &["team.html", "index.html"]),
            ("people.days", "Leaderdays", TEAM),
            ("people.about", "Leaderabout", TEAM),
            ("people.qualifications", "Leadercertificate", TEAM),
            ("people.booking", "https://booking.example/leader", TEAM),
            ("people.ask-about", "Leadertopic", TEAM),
            ("people.groups", "Year 9", TEAM),
            ("people.reports-to", "Who answers to whom", TEAM),
            ("people.responsible-for", "Leaderduty", TEAM),
            ("people.time", "Leadertime", TEAM),
            // `check` uses it: tests/cases/leader-line.
            ("people.senior-leader", "", &[]),
        ],
    },
    File {
        kind: "guidance",
        path: "guidance.md",
        text: "---\nentitlement: [Guidanceright]\nwhen: Guidancewhen\nlength: Guidancelength\nbook: Guidancebook\n\
               booking: https://booking.example/guidance\ndrop-in: Guidancedrop\nadviser: Guidanceadviser\n\
               independent: Guidanceindependent\npupils: Guidancepupils\nparents: Guidanceparents\nstaff: Guidancestaff\n\
               employers: Guidanceemployers\nupdated: 2026-10-05\nfilms:\n  - title: Filmtitle\n    \
               link: https://films.example/guidance\n    length: Filmlength\n    signed: yes\n    \
               transcript: Filmtranscript\n---\n\nGuidancebody\n",
        rows: &[
            ("entitlement", "Guidanceright", GUIDANCE),
            ("when", "Guidancewhen", GUIDANCE),
            ("length", "Guidancelength", GUIDANCE),
            ("book", "Guidancebook", GUIDANCE),
            ("booking", "https://booking.example/guidance", &["guidance.html", "pupils/year-9.html"]),
            ("drop-in", "Guidancedrop", GUIDANCE),
            ("adviser", "Guidanceadviser", GUIDANCE),
            ("independent", "Guidanceindependent", GUIDANCE),
            ("pupils", "Guidancepupils", GUIDANCE),
            ("parents", "Guidanceparents", GUIDANCE),
            ("staff", "Guidancestaff", &["staff/year.html"]),
            ("employers", "Guidanceemployers", GUIDANCE),
            ("updated", "", &[]),
            ("films", "Filmtitle", GUIDANCE),
            ("films.title", "Filmtitle", GUIDANCE),
            ("films.link", "https://films.example/guidance", GUIDANCE),
            ("films.length", "Filmlength", GUIDANCE),
            ("films.signed", "British Sign Language", GUIDANCE),
            ("films.transcript", "Filmtranscript", GUIDANCE),
            ("", "Guidancebody", GUIDANCE),
        ],
    },
    File {
        kind: "programme",
        path: "programme.md",
        text: "---\ntitle: Programmetitle\naims: [Programmeaim]\nbacking:\n  - by: governors\n    who: Backerwho\n    \
               since: 2026-09-24\n    says: Backersays\n  - { by: headteacher, since: 2026-09-24 }\ndevelopment-plan: Programmeplan\nresources: Programmebudget\nappraisal: Programmeobjective\ninclusion: Programmeinclusion\n\
               parent-engagement: Programmeparents\nbenchmarks:\n  2: Programmesentence\naccess:\n  pupils: Accesspupils\n  \
               parents: Accessparents\n  staff: Accessstaff\n  employers: Accessemployers\nupdated: 2026-10-06\n---\n\n\
               Programmebody\n",
        rows: &[
            ("title", "Programmetitle", &["programme/index.html", "index.html"]),
            ("aims", "Programmeaim", PROGRAMME),
            ("backing", "Backerwho", PROGRAMME),
            ("backing.by", "eadteacher", PROGRAMME),
            ("backing.who", "Backerwho", PROGRAMME),
            ("backing.since", "24 September 2026", PROGRAMME),
            ("backing.says", "Backersays", PROGRAMME),
            ("development-plan", "Programmeplan", PROGRAMME),
            ("resources", "Programmebudget", PROGRAMME),
            ("appraisal", "Programmeobjective", PROGRAMME),
            ("inclusion", "Programmeinclusion", PROGRAMME),
            ("parent-engagement", "Programmeparents", PROGRAMME),
            ("benchmarks", "Programmesentence", &["programme/by-benchmark.html"]),
            ("access", "Accesspupils", PROGRAMME),
            ("access.pupils", "Accesspupils", PROGRAMME),
            ("access.parents", "Accessparents", PROGRAMME),
            ("access.staff", "Accessstaff", PROGRAMME),
            ("access.employers", "Accessemployers", PROGRAMME),
            ("updated", "", &[]),
            ("", "Programmebody", PROGRAMME),
        ],
    },
    File {
        kind: "evaluation",
        path: "evaluation.md",
        text: "---\nmethods:\n  - what: Methodwhat\n    who: [careers-advisers]\n    when: Methodwhen\n    last: 2026-03-19\n    \
               next: 2027-03-18\n    link: https://forms.example/advisers\nupdated: 2026-10-07\n---\n\nEvaluationbody\n",
        rows: &[
            ("methods", "Methodwhat", EVALUATION),
            ("methods.what", "Methodwhat", EVALUATION),
            ("methods.who", "areers advisers", EVALUATION),
            ("methods.when", "Methodwhen", EVALUATION),
            ("methods.last", "19 March 2026", EVALUATION),
            ("methods.next", "18 March 2027", EVALUATION),
            ("methods.link", "https://forms.example/advisers", EVALUATION),
            ("updated", "", &[]),
            ("", "Evaluationbody", EVALUATION),
        ],
    },
    File {
        kind: "provider-access",
        path: "provider-access.md",
        text: "---\ncontact: careers-leader\nrequest: Accessrequest\ngranting: Accessgranting\nrefusing: Accessrefusing\n\
               premises: Accesspremises\nsafeguarding: Accesssafe\nduty: Accessduty\nopportunities:\n  \
               - { group: year-8, when: autumn 2, what: Accesswhat }\npast-providers: [Accesspast]\n\
               complaints: Accesscomplaints\napproved-by: Accessapproved\napproved-on: 2026-09-25\n\
               next-review: 2027-07-15\nupdated: 2026-10-08\n---\n\nAccessbody\n",
        rows: &[
            ("contact", "Leadername", ACCESS),
            ("request", "Accessrequest", ACCESS),
            ("granting", "Accessgranting", ACCESS),
            ("refusing", "Accessrefusing", ACCESS),
            ("premises", "Accesspremises", ACCESS),
            ("safeguarding", "Accesssafe", ACCESS),
            ("duty", "Accessduty", ACCESS),
            ("opportunities", "Accesswhat", ACCESS),
            ("opportunities.group", "Year 8", ACCESS),
            ("opportunities.when", "Autumn term, second half", ACCESS),
            ("opportunities.what", "Accesswhat", ACCESS),
            ("past-providers", "Accesspast", ACCESS),
            ("complaints", "Accesscomplaints", ACCESS),
            ("approved-by", "Accessapproved", ACCESS),
            ("approved-on", "25 September 2026", ACCESS),
            ("next-review", "15 July 2027", ACCESS),
            ("updated", "", &[]),
            ("", "Accessbody", ACCESS),
        ],
    },
    File { kind: "audience", path: "pupils.md", text: WELCOME, rows: welcome_rows!(&["pupils/index.html"]) },
    File { kind: "audience", path: "parents.md", text: WELCOME, rows: welcome_rows!(&["parents/index.html"]) },
    File { kind: "audience", path: "staff.md", text: WELCOME, rows: welcome_rows!(&["staff/index.html"]) },
    File { kind: "audience", path: "employers.md", text: WELCOME, rows: welcome_rows!(&["employers/index.html"]) },
    File {
        kind: "actions",
        path: "evaluation/actions.yaml",
        text: "actions:\n  - said: Actionsaid\n    by: parents\n    did: Actiondid\n    owner: Actionowner\n    \
               due: 2027-01-22\n  - said: Actionold\n    by: staff\n    did: Actiondone\n    owner: Actionother\n    \
               done: 2026-10-23\n",
        rows: &[
            ("actions", "Actionold", FEEDBACK),
            ("actions.said", "Actionsaid", FEEDBACK),
            ("actions.by", "Parents and carers", FEEDBACK),
            ("actions.did", "Actiondid", FEEDBACK),
            ("actions.owner", "Actionowner", FEEDBACK),
            ("actions.due", "22 January 2027", FEEDBACK),
            ("actions.done", "23 October 2026", FEEDBACK),
        ],
    },
    File {
        kind: "evidence",
        path: "evaluation/evidence.yaml",
        text: "criteria:\n  - criterion: \"3.2\"\n    shown: Evidenceshown\n    page: pages/further.md\n",
        rows: &[
            ("criteria", "Evidenceshown", &["evidence.html"]),
            ("criteria.criterion", "3.2", &["evidence.html"]),
            ("criteria.shown", "Evidenceshown", &["evidence.html"]),
            ("criteria.page", "pages/further.html", &["evidence.html"]),
        ],
    },
    File {
        kind: "page",
        path: "pages/further.md",
        text: "---\ntitle: Pagetitle\nsummary: Pagesummary\naudiences: [pupils, staff]\nbenchmarks: [2]\n\
               publish: 2026-10-01\nexpire: 2027-08-01\ndraft: no\nupdated: 2026-10-09\nfilms:\n  - title: Filmtitle\n    \
               link: https://films.example/page\n    length: Filmlength\n    signed: yes\n    \
               transcript: Filmtranscript\n---\n\nPagebody\n",
        rows: &[
            ("title", "Pagetitle", &["pages/further.html", "pupils/index.html", "staff/index.html"]),
            ("summary", "Pagesummary", FURTHER),
            ("audiences", "Pagetitle", &["pupils/index.html", "staff/index.html"]),
            ("benchmarks", "Pagetitle", &["programme/by-benchmark.html"]),
            // A page that is shown has these too; `tests/site/dates.rs` tests on which days.
            ("publish", "Pagebody", FURTHER),
            ("expire", "Pagebody", FURTHER),
            ("draft", "Pagebody", FURTHER),
            ("updated", "", &[]),
            ("films", "Filmtitle", FURTHER),
            ("films.title", "Filmtitle", FURTHER),
            ("films.link", "https://films.example/page", FURTHER),
            ("films.length", "Filmlength", FURTHER),
            ("films.signed", "British Sign Language", FURTHER),
            ("films.transcript", "Filmtranscript", FURTHER),
            ("", "Pagebody", FURTHER),
        ],
    },
    File {
        kind: "document",
        path: "policies/rules.md",
        text: "---\ntitle: Policytitle\nsummary: Policysummary\napproved-by: Policyapproved\napproved-on: 2026-09-21\n\
               next-review: 2027-07-14\nupdated: 2026-10-12\n---\n\nPolicybody\n",
        rows: &[
            ("title", "Policytitle", &["policies/rules.html", "policies/index.html"]),
            ("summary", "Policysummary", &["policies/index.html"]),
            ("approved-by", "Policyapproved", POLICY),
            ("approved-on", "21 September 2026", POLICY),
            ("next-review", "14 July 2027", POLICY),
            ("updated", "", &[]),
            ("", "Policybody", POLICY),
        ],
    },
];

/// Files whose values are counted, withheld or processed, and the tests that prove where they are.
const ELSEWHERE: &[(&str, &str)] = &[
    ("school", "src/programme/institution.rs and tests/site/example.rs"),
    ("group", "nothing_lost.rs"),
    ("event", "nothing_lost.rs"),
    ("benchmarks", "tests/site/example.rs"),
    ("survey", "tests/site/small_numbers.rs"),
    ("mapping", "only an import uses it: tests/program/import"),
    ("destinations", "tests/site/small_numbers.rs"),
    ("figures", "tests/site/real_schools.rs"),
    ("guidance-counts", "tests/site/meetings.rs"),
    ("past-encounters", "tests/site/encounters.rs"),
    ("pictures", "tests/site/pictures.rs"),
    ("translation", "tests/site/translations.rs"),
];

const EMPLOYERS: &[&str] = &["employers/index.html"];
const TEAM: &[&str] = &["team.html"];
const GUIDANCE: &[&str] = &["guidance.html"];
const PROGRAMME: &[&str] = &["programme/index.html"];
const EVALUATION: &[&str] = &["evaluation/index.html"];
const ACCESS: &[&str] = &["provider-access.html"];
const FEEDBACK: &[&str] = &["evaluation/feedback.html"];
const FURTHER: &[&str] = &["pages/further.html"];
const POLICY: &[&str] = &["policies/rules.html"];

const WELCOME: &str = "---\ntitle: Welcometitle\nlead: Welcomelead\nupdated: 2026-10-13\nresources:\n  - what: Resourcewhat\n    \
                       link: https://resources.example/welcome\n    owner: Resourceowner\n    place: Resourceplace\nfilms:\n  \
                       - title: Filmtitle\n    link: https://films.example/welcome\n    length: Filmlength\n    \
                       signed: yes\n    transcript: Filmtranscript\n---\n\nWelcomebody\n";

#[test]
fn the_value_of_every_key_is_on_the_pages_of_its_readers() {
    let school = School::new();
    for file in FILES {
        school.add(file.path, file.text);
    }
    let mut findings = Findings::default();
    let site = fingerpost::build_in_memory(school.path(), facts(), TODAY, &mut findings).expect("a site");
    let pages: Vec<(&str, String)> = pages(&site.files).into_iter().map(|(path, html)| (path, plain(html))).collect();
    assert!(!findings.any_error(), "{findings:#?}");
    let mut lost = BTreeSet::new();
    for File { path, rows, .. } in FILES {
        for (key, value, addresses) in *rows {
            let on: Vec<&str> =
                pages.iter().filter(|(_, html)| html.contains(value)).map(|(address, _)| *address).collect();
            for address in addresses.iter().filter(|address| !on.contains(address)) {
                lost.insert(format!("`{key}` of {path}: {value} is not on {address}, but on {on:?}"));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

/// A new key of the format needs a row above.
#[test]
fn every_key_of_the_format_has_a_row() {
    for kind in CONTENT_FILES {
        let files: Vec<&File> = FILES.iter().filter(|file| file.kind == kind.name).collect();
        let is_elsewhere = ELSEWHERE.iter().any(|(name, _)| *name == kind.name);
        assert!(is_elsewhere == files.is_empty(), "no test proves where the keys of `{}` are shown", kind.name);
        for file in files {
            let known: BTreeSet<&str> = file.rows.iter().map(|(key, ..)| *key).filter(|key| !key.is_empty()).collect();
            let mut keys = BTreeSet::new();
            collect_keys(&kind.json(), "", &mut keys);
            let keys: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
            assert_eq!(keys, known, "{}", file.path);
        }
    }
}

/// Every key of a schema, with the keys that it is in.
fn collect_keys(schema: &Value, prefix: &str, keys: &mut BTreeSet<String>) {
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        collect_keys(value, &format!("{prefix}{key}."), keys);
        keys.insert(format!("{prefix}{key}"));
    }
    let alternatives = schema["anyOf"].as_array().into_iter().flatten();
    alternatives.chain([&schema["items"]]).filter(|inner| inner.is_object()).for_each(|inner| {
        collect_keys(inner, prefix, keys);
    });
}
