//! Generates a small but complete site for a teacher to edit, for any kind of institution.
//!
//! Takes a [`NewSite`] (name, kind, today) and the field's facts; gives the texts of the files, which build without
//! errors. Doesn't write to the disk. Fails only for a day so far off that its academic year doesn't exist.
//!
//! What only the school can know is marked `[Write …]`, which `check` reports. A comment marks what is made up, such as
//! two events. The templates in `files/` have the names of the files they become. `kind_defaults` holds the groups
//! and words that each kind starts with.

mod evaluation;
mod kind_defaults;
mod name;
mod new_groups;
mod school_year;
mod templates;
mod term_system;

use jiff::civil::{Date, Weekday};
use serde::Serialize;

pub use evaluation::self_evaluation;
pub use name::name_of_folder;
pub use new_groups::{Ages, NewGroups};
pub use templates::NewFile;
pub use term_system::TermSystem;

use crate::framework::Facts;
use crate::programme::{Kind, Words};
use kind_defaults::{FirstEncounter, KindDefaults, KindGroup, NewGroup};
pub(crate) use school_year::usual_halves;
use school_year::{SchoolTerm, SchoolYear};
use templates::Templates;

/// What a repository on GitHub needs, and where it goes.
const GITHUB_FILES: [(&str, &str); 4] = [
    ("github/README.md", "README.md"),
    ("github/workflow.yml", ".github/workflows/careers-site.yml"),
    ("github/gitignore", ".gitignore"),
    ("github/extensions.json", ".vscode/extensions.json"),
];

/// How many days ahead the made-up events are, so that there is time to plan them.
const ENCOUNTER_DAYS_AHEAD: i32 = 21;
const EVENING_DAYS_AHEAD: i32 = 35;

/// The careers leader, as far as is known.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewLeader {
    /// On one line.
    pub name: Option<String>,
    pub email: Option<String>,
}

#[derive(Clone, Debug)]
pub struct NewSite {
    /// On one line.
    pub name: String,
    pub kind: Kind,
    /// What the institution calls its pupils; `None` for the usual word of its kind.
    pub pupils: Option<String>,
    pub terms: TermSystem,
    pub groups: NewGroups,
    pub leader: NewLeader,
    /// Whether to add what a repository on GitHub needs to check, build and publish the site.
    pub github: bool,
    /// The day of creation, which decides the academic year.
    pub today: Date,
}

impl NewSite {
    /// With the usual words, terms and groups.
    pub fn new(name: &str, kind: Kind, today: Date) -> Self {
        let (terms, groups) = (TermSystem::default(), NewGroups::default());
        let (pupils, leader, github) = (None, NewLeader::default(), false);
        Self { name: name.to_owned(), kind, pupils, terms, groups, leader, github, today }
    }
}

/// True if a site of this kind can have these groups.
pub fn has_groups(kind: Kind, groups: &NewGroups) -> bool {
    KindDefaults::with_groups(kind, groups).is_some()
}

/// Why the site can't be generated.
#[derive(Debug)]
pub enum ScaffoldError {
    Day(jiff::Error),
    /// A template is invalid, which a test rules out.
    Template(tera::Error),
    /// This kind has no groups by age, or none of these ages.
    Groups(Kind),
    /// The facts have no entry for this kind, which a test rules out.
    Kind(Kind),
}

impl std::fmt::Display for ScaffoldError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(error) => write!(f, "there is no academic year for that day: {error}"),
            Self::Template(error) => write!(f, "a template in this program is damaged: {error}"),
            Self::Groups(kind) => write!(
                f,
                "a site of the kind {} has no groups for these ages. Leave out --ages and --sixth-form, and change the \
                 groups in school.yaml and programme/ afterwards",
                kind.as_str()
            ),
            Self::Kind(kind) => write!(f, "this program has no data for the kind {}", kind.as_str()),
        }
    }
}

impl std::error::Error for ScaffoldError {}

impl From<jiff::Error> for ScaffoldError {
    fn from(error: jiff::Error) -> Self {
        Self::Day(error)
    }
}

impl From<tera::Error> for ScaffoldError {
    fn from(error: tera::Error) -> Self {
        Self::Template(error)
    }
}

#[derive(Serialize)]
struct TemplateContext<'a> {
    name: &'a str,
    kind: Kind,
    /// For e-mail and web addresses that are clearly made up.
    domain: String,
    /// Where people write about careers: the careers leader's own address, or a made-up one.
    careers_email: String,
    words: Words,
    /// True if the words are not the usual ones of its kind.
    own_words: bool,
    /// `school`, `college` or `centre`.
    place: &'static str,
    /// The job title of the person who handles complaints.
    head: &'static str,
    kind_group: KindGroup,
    /// Whether this kind has the provider access duty.
    has_provider_duty: bool,
    year: &'a SchoolYear,
    terms: Vec<SchoolTerm>,
    next_review: Date,
    groups: &'a [NewGroup],
    leader: &'a NewLeader,
    /// The groups that the provider access duty covers, and their years as text.
    provider_groups: Vec<&'a NewGroup>,
    provider_years: String,
    /// Whether the site is in a repository on GitHub, and the version of this program for its workflow.
    github: bool,
    version: &'static str,
    /// Whether the programme goes up to age 16, and to 18.
    to_16: bool,
    to_18: bool,
}

/// All files of the new site, in the order in which a teacher should read them. Fails if the day has no academic year, or
/// a template or the facts are damaged.
pub fn scaffold(new_site: &NewSite, facts: &Facts) -> Result<Vec<NewFile>, ScaffoldError> {
    let defaults = KindDefaults::with_groups(new_site.kind, &new_site.groups);
    let defaults = defaults.ok_or(ScaffoldError::Groups(new_site.kind))?;
    let school_year = SchoolYear::for_site_created_on(new_site.today)?;
    let templates = Templates::load()?;
    let context = TemplateContext::new(new_site, facts, &defaults, &school_year)?;
    let mut files = Vec::new();
    let first_files = ["school.yaml", "team.yaml", "programme.md"];
    let last_files =
        ["guidance.md", "evaluation.md", "pupils.md", "parents.md", "staff.md", "employers.md", "offers.yaml"];
    for path in first_files {
        files.push(templates.render(path, path, &context)?);
    }
    for group in &defaults.groups {
        let path = format!("programme/{}.md", group.id);
        files.push(templates.render_with(group.template, &path, &context, ("this", group))?);
    }
    files.extend(events(new_site, &defaults, &school_year, (&templates, &context))?);
    if context.has_provider_duty {
        files.push(templates.render("provider-access.md", "provider-access.md", &context)?);
    }
    for path in last_files {
        files.push(templates.render(path, path, &context)?);
    }
    if new_site.github {
        for (template, path) in GITHUB_FILES {
            files.push(templates.render(template, path, &context)?);
        }
    }
    // The first, school.yaml, has its terms from the context already.
    for file in files.iter_mut().skip(1) {
        file.text = new_site.terms.in_text(std::mem::take(&mut file.text));
    }
    Ok(files)
}

/// Two made-up events on coming school days: a meeting with visitors, and an evening for families.
fn events(
    new_site: &NewSite,
    defaults: &KindDefaults,
    school_year: &SchoolYear,
    (templates, context): (&Templates, &TemplateContext<'_>),
) -> Result<[NewFile; 2], ScaffoldError> {
    let meeting = school_year.school_day(new_site.today, ENCOUNTER_DAYS_AHEAD, Weekday::Tuesday)?;
    let evening = school_year.school_day(new_site.today, EVENING_DAYS_AHEAD, Weekday::Thursday)?;
    let template = match defaults.encounter {
        FirstEncounter::College { .. } => "events/meet-a-college.md",
        FirstEncounter::Apprenticeships => "events/meet-an-apprenticeship-provider.md",
        FirstEncounter::Employers => "events/meet-the-employers.md",
    };
    let dated_path = |template: &str, day: Date| template.replace("events/", &format!("events/{day}-"));
    Ok([
        templates.render_with(
            template,
            &dated_path(template, meeting),
            context,
            ("this", &defaults.encounter_group()),
        )?,
        templates.render("events/careers-evening.md", &dated_path("events/careers-evening.md", evening), context)?,
    ])
}

impl<'a> TemplateContext<'a> {
    fn new(
        new_site: &'a NewSite,
        facts: &Facts,
        defaults: &'a KindDefaults,
        year: &'a SchoolYear,
    ) -> Result<Self, ScaffoldError> {
        let kind_facts = facts.kind(new_site.kind.as_str()).ok_or(ScaffoldError::Kind(new_site.kind))?;
        let usual_words = Words::chosen(None, &kind_facts.words);
        let provider_groups: Vec<&NewGroup> =
            defaults.groups.iter().filter(|group| group.years.iter().any(|year| (8..=13).contains(year))).collect();
        let includes = |year: u8| defaults.groups.iter().any(|group| group.years.contains(&year));
        let domain = name::domain(&new_site.name, defaults.place);
        let careers_email = new_site.leader.email.clone().unwrap_or_else(|| format!("careers@{domain}"));
        Ok(Self {
            name: &new_site.name,
            kind: new_site.kind,
            domain,
            careers_email,
            own_words: new_site.pupils.is_some(),
            words: match &new_site.pupils {
                Some(pupils) => usual_words.with_pupils(pupils),
                None => usual_words,
            },
            place: defaults.place,
            head: defaults.head,
            kind_group: defaults.kind_group,
            has_provider_duty: !provider_groups.is_empty()
                && facts.provider_access.kinds.iter().any(|kind| kind == new_site.kind.as_str()),
            year,
            terms: new_site.terms.terms(year)?,
            next_review: school_year::review_after(new_site.today)?,
            groups: &defaults.groups,
            leader: &new_site.leader,
            provider_years: kind_defaults::years_as_text(&provider_groups),
            provider_groups,
            github: new_site.github,
            version: env!("CARGO_PKG_VERSION"),
            to_16: includes(11),
            to_18: includes(13),
        })
    }
}
