//! The plan: what each group's year is about, and the activities in it.

use super::areas::{Area, resolve_areas};
use super::audience::Notes;
use super::benchmark::Benchmark;
use super::event_kinds::{Attendance, EncounterPart, ProviderKind};
use super::format::{Groups, Located, RichText, Text, record, string_enum};
use super::group_names::{groups_named, resolve};
use super::groups::{Group, GroupSet};
use super::meaningful::Meaningful;
use super::outcomes::{LearningOutcome, OutcomeEntry};
use super::prose::Prose;
use super::resource::ResourceEntry;
use super::terms::{AcademicYear, When};
use super::times::Times;
use super::workplace_time::WorkplaceTime;
use super::year::WhenText;
use crate::report::{Findings, Place};

record! {
    /// What a group's year is about. The text below the front matter gives the details.
    pub struct PlanData {
        /// The groups, for a file that is not named after one.
        optional groups: Groups;
        /// The theme, in one or two words.
        optional theme: Text, prose;
        /// The aim of the year, in a sentence.
        optional aim: RichText, prose;
        /// The year's key question.
        optional question: Text as "Key question", prose;
        /// What pupils know or can do by the end of the year, each as a text or with its area of learning.
        list outcomes: OutcomeEntry, prose;
        /// Choices and important dates.
        list choices: Choice as "Choices and important dates" of "choice or date";
        /// How parents can help.
        list help: RichText as "How parents can help" of "way to help", prose;
        /// A note for each audience about the year as a whole.
        flat notes: Notes => "Notes for each audience";
        /// The activities.
        list activities: ActivityData;
        /// The text below the front matter.
        body prose: Prose;
    }
}

record! {
    /// A choice or an important date.
    pub struct Choice {
        /// What is to be chosen or done.
        required what: Text as "What is to be chosen or done" = "Choose GCSE options", prose;
        /// When, in your own words.
        optional when: Text, prose;
        /// What helps.
        optional note: RichText as "What helps", prose;
    }
}

string_enum! {
    pub enum ActivityKind {
        Lesson "lesson",
        TutorTime "tutor-time",
        Assembly "assembly",
        Talk "talk",
        Workshop "workshop",
        Encounter "encounter" as "Meeting people from work",
        Visit "visit",
        Workplace "workplace" as "At a workplace",
        Guidance "guidance" as "Personal guidance",
        Mentoring "mentoring",
        Project "project",
        Research "research" as "Finding things out",
        Event "event",
        Provider "provider" as "Meeting a college or training provider",
    }
}

impl ActivityKind {
    /// What a pupil would call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Lesson => "Lesson",
            Self::TutorTime => "Tutor time",
            Self::Assembly => "Assembly",
            Self::Talk => "Talk",
            Self::Workshop => "Workshop",
            Self::Encounter => "Meeting people from work",
            Self::Visit => "Visit",
            Self::Workplace => "At a workplace",
            Self::Guidance => "Personal guidance",
            Self::Mentoring => "Mentoring",
            Self::Project => "Project",
            Self::Research => "Finding things out",
            Self::Event => "Event",
            Self::Provider => "Meeting a college or training provider",
        }
    }
}

string_enum! {
    /// How certain an activity is.
    pub enum Status {
        Firm "firm",
        Proposed "proposed",
        Cancelled "cancelled",
    }
}

record! {
    /// A planned activity, which repeats each year.
    pub struct ActivityData {
        /// The title.
        required title: Text = "Options evening", prose;
        /// When it takes place: all year, weekly, fortnightly, or one or more terms, half-terms, months, named weeks or
        /// days. `date to come` or nothing while it is open.
        list when: Located<WhenText> as "When" of "time";
        /// The kind of activity.
        required kind: ActivityKind = "lesson";
        /// One or two sentences about it, for everybody, or a list of points.
        list about: RichText as "About" of "point", prose;
        /// The benchmarks it contributes to, 1 to 8.
        list benchmarks: Benchmark;
        /// The areas of learning it belongs to, from school.yaml.
        list areas: Located<Text>, areas => "Areas of learning, subjects, skills and partners";
        /// The subjects it is part of (Benchmark 4).
        list subjects: Text, subjects => "Areas of learning, subjects, skills and partners";
        /// Partners who take part.
        list with: Text as "Partners" => "Areas of learning, subjects, skills and partners";
        /// The kind of provider. This makes the activity a provider encounter, unless an event with the same name is one.
        optional provider: ProviderKind as "Kind of provider" => "Providers and guidance meetings";
        /// Whether all pupils in the groups take part: in an encounter with a provider, or in guidance meetings.
        optional attendance: Attendance => "Providers and guidance meetings";
        /// Whether a sixth form, university or studio school speaks of its T Levels, higher technical courses or
        /// apprenticeships. Only then does it count for the law on provider access.
        optional technical: bool as "Speaks of technical education" => "Providers and guidance meetings";
        /// The time that each pupil spends in workplaces.
        flat workplace: WorkplaceTime => "Workplaces and former pupils";
        /// Whether former pupils take part (Benchmark 3).
        optional alumni: bool as "Former pupils take part" => "Workplaces and former pupils";
        /// What the encounter covers: the provider, the careers, the learning, the pupils' questions.
        list covers: EncounterPart as "What the encounter covers" => "Providers and guidance meetings";
        /// What benchmarks 5, 6 and 7 ask of an encounter. The site makes a sheet for pupils, a brief for the employer or
        /// provider and a note for staff of it.
        optional meaningful: Meaningful as "What makes it meaningful" => "Sheets to print";
        /// Skills that pupils practise.
        list skills: Text => "Areas of learning, subjects, skills and partners";
        /// The role that leads it.
        optional led_by: Text => "For staff";
        /// What staff need for it, and where it is.
        list resources: ResourceEntry, prose => "For staff";
        /// What you need from employers.
        optional needs: RichText as "What you need from employers", prose => "What parents and employers do";
        /// Whether parents and carers are invited.
        optional parents_invited: bool as "Parents and carers are invited" => "What parents and employers do";
        /// The events that carry it out, by file name or title. `none` if there is none. Not needed if both have the same
        /// name.
        list event: Located<Text> as "Events" => "Its events, and how certain it is";
        /// How certain it is. Firm if left out.
        optional status: Located<Status> => "Its events, and how certain it is";
        /// A note for each audience.
        flat notes: Notes => "Notes for each audience";
    }
}

/// Whether an activity names its events.
#[derive(Clone, Debug)]
pub enum ActivityEvent {
    Unnamed,
    Named(Vec<Located<Text>>),
    NotOne,
}

impl ActivityEvent {
    fn new(written: Vec<Located<Text>>) -> Self {
        match written.as_slice() {
            [] => Self::Unnamed,
            [one] if one.value.eq_ignore_ascii_case("none") => Self::NotOne,
            _ => Self::Named(written),
        }
    }

    pub fn names(&self) -> &[Located<Text>] {
        if let Self::Named(names) = self { names } else { &[] }
    }
}

/// What a group's year is about.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The groups it is for, in order. One for most; several for a whole-school plan.
    pub groups: GroupSet,
    /// True if the file is named after its one group.
    pub(crate) of_one_group: bool,
    pub(crate) theme: Option<Text>,
    pub(crate) aim: Option<RichText>,
    pub(crate) question: Option<Text>,
    pub(crate) outcomes: Vec<LearningOutcome>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) help: Vec<RichText>,
    pub(crate) notes: Notes,
    pub(crate) prose: Prose,
}

#[derive(Clone, Debug)]
pub struct Activity {
    pub(crate) at: Place,
    pub title: Text,
    pub groups: GroupSet,
    /// When it is planned; never empty.
    pub when: Vec<When>,
    /// The school's words for each time that is between two days.
    pub(crate) when_words: Vec<String>,
    /// The terms it touches, by index, in order; none while its date is open.
    pub(crate) terms: Vec<usize>,
    pub kind: ActivityKind,
    /// A text about it, or several points.
    pub(crate) about: Vec<RichText>,
    pub benchmarks: Vec<Benchmark>,
    /// By index.
    pub(crate) areas: Vec<usize>,
    pub(crate) subjects: Vec<Text>,
    pub(crate) with: Vec<Text>,
    pub(crate) provider: Option<ProviderKind>,
    pub(crate) attendance: Option<Attendance>,
    pub(crate) technical: bool,
    pub(crate) workplace: WorkplaceTime,
    pub(crate) alumni: bool,
    pub(crate) covers: Vec<EncounterPart>,
    pub(crate) meaningful: Option<Meaningful>,
    pub(crate) skills: Vec<Text>,
    pub(crate) led_by: Option<Text>,
    pub(crate) resources: Vec<ResourceEntry>,
    pub(crate) needs: Option<RichText>,
    pub(crate) parents_invited: bool,
    pub event: ActivityEvent,
    pub(crate) status: Located<Status>,
    pub notes: Notes,
}

impl Plan {
    /// True if it is the plan of this group alone.
    pub fn is_of(&self, group: usize) -> bool {
        self.of_one_group && self.groups == [group]
    }

    /// A plan and its activities, once the groups and the year are known.
    pub fn new(
        data: PlanData,
        (groups, areas): (&[Group], &[Area]),
        year: &AcademicYear,
        findings: &mut Findings,
    ) -> (Self, Vec<Activity>) {
        let stem = data.prose.path().stem().to_owned();
        let own = match groups_named(&stem, groups).as_deref() {
            Some([own]) => Some(*own),
            _ => None,
        };
        let set = match (&data.groups, own) {
            (None, Some(own)) => vec![own],
            (None, None) => {
                let place = data.prose.place.source.whole_file();
                resolve(Some(&Groups::Named(vec![Located { value: stem, place }])), groups, findings)
            }
            (written, _) => resolve(written.as_ref(), groups, findings),
        };
        let activities = data.activities.into_iter();
        let activities = activities.map(|activity| Activity::new(activity, &set, (areas, year), findings)).collect();
        let plan = Self {
            of_one_group: own.is_some_and(|own| set == [own]),
            groups: set,
            theme: data.theme,
            aim: data.aim,
            question: data.question,
            outcomes: data.outcomes.into_iter().map(|outcome| LearningOutcome::new(outcome, areas, findings)).collect(),
            choices: data.choices,
            help: data.help,
            notes: data.notes,
            prose: data.prose,
        };
        (plan, activities)
    }
}

impl Activity {
    /// True while its time is not fixed.
    pub(crate) fn is_undated(&self) -> bool {
        self.when.iter().all(|when| *when == When::ToCome)
    }

    /// True if it takes place all the time, or in every term.
    pub(crate) fn runs_all_year(&self, year: &AcademicYear) -> bool {
        let is_all = |when: &When| matches!(when, When::AllYear | When::Often(_));
        self.when.iter().any(is_all) || !self.terms.is_empty() && self.terms.len() == year.terms.len()
    }

    fn new(
        data: ActivityData,
        groups: &GroupSet,
        (areas, year): (&[Area], &AcademicYear),
        findings: &mut Findings,
    ) -> Self {
        let Times { when, when_words } = Times::read(&data.when, year, findings);
        let mut terms: Vec<usize> = when.iter().flat_map(|when| year.terms_of(*when)).collect();
        terms.sort_unstable();
        terms.dedup();
        let status = data.status.unwrap_or_else(|| Located { value: Status::Firm, place: data.at.clone() });
        Self {
            at: data.at,
            title: data.title,
            groups: groups.clone(),
            when,
            when_words,
            terms,
            kind: data.kind,
            about: data.about,
            benchmarks: data.benchmarks,
            areas: resolve_areas(&data.areas, areas, findings),
            subjects: data.subjects,
            with: data.with,
            provider: data.provider,
            attendance: data.attendance,
            workplace: data.workplace,
            alumni: data.alumni == Some(true),
            technical: data.technical == Some(true),
            covers: data.covers,
            meaningful: data.meaningful,
            skills: data.skills,
            led_by: data.led_by,
            resources: data.resources,
            needs: data.needs,
            parents_invited: data.parents_invited == Some(true),
            event: ActivityEvent::new(data.event),
            status,
            notes: data.notes,
        }
    }
}
