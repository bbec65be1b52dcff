//! A small complete site to edit, for any kind of institution.
//!
//! Takes a [`Brief`] (name, kind, today) and the field's facts; gives the files as texts, which
//! read, check and build without errors. Touches no disk. Refuses only a day so far off that its
//! academic year does not exist.
//!
//! What only the school can know is marked `[Write …]` and becomes a finding. What we had to invent,
//! such as two events, says so beside it. The texts are templates in `files/`, named as the files
//! they become; which groups and words a kind starts with stands in `setting`.

mod calendar;
mod evaluation;
mod name;
mod setting;
mod templates;

use jiff::civil::{Date, Weekday};
use serde::Serialize;

pub use evaluation::self_evaluation;
pub use name::{name_of_folder, on_one_line};

use crate::framework::Facts;
use crate::programme::{Kind, Words};
use calendar::Calendar;
use setting::{Encounter, Family, Group, Setting};
use templates::Templates;

/// How far ahead the invented events are, in days: time enough to plan them.
const ENCOUNTER_IN: i32 = 21;
const EVENING_IN: i32 = 35;

/// Whom the site is for.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The institution's name, on one line.
    pub name: String,
    /// What kind it is.
    pub kind: Kind,
    /// The day the site is made: it decides the academic year.
    pub today: Date,
}

/// A file of the new site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its path in the content folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Why no site could be made.
#[derive(Debug)]
pub enum Trouble {
    /// The academic year of that day does not exist.
    Day(jiff::Error),
    /// A template is damaged, which a test rules out.
    Template(tera::Error),
    /// The facts do not know the kind, which a test rules out.
    Kind(Kind),
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(error) => write!(f, "there is no academic year for that day: {error}"),
            Self::Template(error) => write!(f, "a text in this program is damaged: {error}"),
            Self::Kind(kind) => write!(f, "this program knows too little of the kind {}", kind.as_str()),
        }
    }
}

impl std::error::Error for Trouble {}

impl From<jiff::Error> for Trouble {
    fn from(error: jiff::Error) -> Self {
        Self::Day(error)
    }
}

impl From<tera::Error> for Trouble {
    fn from(error: tera::Error) -> Self {
        Self::Template(error)
    }
}

/// What the templates see.
#[derive(Serialize)]
struct Scene<'a> {
    name: &'a str,
    kind: Kind,
    /// For addresses that are plainly invented.
    domain: String,
    words: Words,
    /// `school`, `college` or `centre`.
    place: &'static str,
    /// Whom a complaint goes to.
    head: &'static str,
    family: Family,
    /// Whether the provider access duty binds this kind.
    bound: bool,
    year: &'a Calendar,
    next_review: Date,
    groups: &'a [Group],
    /// The groups that providers meet, and their years in words.
    provider_groups: Vec<&'a Group>,
    provider_years: String,
    /// Whether the programme reaches 16, and 18.
    to_16: bool,
    to_18: bool,
}

/// Every file of the new site, in the order in which they are best read.
///
/// # Errors
/// If the day is at the end of the calendar, or the program itself is damaged.
pub fn scaffold(brief: &Brief, facts: &Facts) -> Result<Vec<NewFile>, Trouble> {
    let setting = Setting::of(brief.kind);
    let calendar = Calendar::for_site_made_on(brief.today)?;
    let templates = Templates::load()?;
    let scene = Scene::new(brief, facts, &setting, &calendar)?;
    let mut files = Vec::new();
    let before = ["school.yaml", "team.yaml", "programme.md"];
    let after = ["guidance.md", "evaluation.md", "pupils.md", "parents.md", "staff.md", "employers.md", "offers.yaml"];
    for path in before {
        files.push(templates.render(path, path, &scene)?);
    }
    for group in &setting.groups {
        let path = format!("programme/{}.md", group.id);
        files.push(templates.render_with(group.plan, &path, &scene, ("this", group))?);
    }
    files.extend(events(brief, &setting, &calendar, (&templates, &scene))?);
    if scene.bound {
        files.push(templates.render("provider-access.md", "provider-access.md", &scene)?);
    }
    for path in after {
        files.push(templates.render(path, path, &scene)?);
    }
    Ok(files)
}

/// Two invented events on school days to come: a meeting, and an evening for families.
fn events(
    brief: &Brief,
    setting: &Setting,
    calendar: &Calendar,
    (templates, scene): (&Templates, &Scene<'_>),
) -> Result<[NewFile; 2], Trouble> {
    let meeting = calendar.school_day(brief.today, ENCOUNTER_IN, Weekday::Tuesday)?;
    let evening = calendar.school_day(brief.today, EVENING_IN, Weekday::Thursday)?;
    let template = match setting.encounter {
        Encounter::College { .. } => "events/meet-a-college.md",
        Encounter::Apprenticeships => "events/meet-an-apprenticeship-provider.md",
        Encounter::Employers => "events/meet-the-employers.md",
    };
    let dated = |template: &str, day: Date| template.replace("events/", &format!("events/{day}-"));
    Ok([
        templates.render_with(template, &dated(template, meeting), scene, ("this", &setting.encounter_group()))?,
        templates.render("events/careers-evening.md", &dated("events/careers-evening.md", evening), scene)?,
    ])
}

impl<'a> Scene<'a> {
    fn new(brief: &'a Brief, facts: &Facts, setting: &'a Setting, year: &'a Calendar) -> Result<Self, Trouble> {
        let known = facts.kind(brief.kind.as_str()).ok_or(Trouble::Kind(brief.kind))?;
        let provider_groups: Vec<&Group> =
            setting.groups.iter().filter(|group| group.years.iter().any(|year| (8..=13).contains(year))).collect();
        let reaches = |year: u8| setting.groups.iter().any(|group| group.years.contains(&year));
        Ok(Self {
            name: &brief.name,
            kind: brief.kind,
            domain: name::domain(&brief.name, setting.place),
            words: Words::chosen(None, &known.words),
            place: setting.place,
            head: setting.head,
            family: setting.family,
            bound: facts.provider_access.kinds.iter().any(|kind| kind == brief.kind.as_str()),
            year,
            next_review: calendar::review_after(brief.today)?,
            groups: &setting.groups,
            provider_years: setting::years_in_words(&provider_groups),
            provider_groups,
            to_16: reaches(11),
            to_18: reaches(13),
        })
    }
}
