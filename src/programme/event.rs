//! Dated events, and which of them are provider encounters.

use jiff::civil::{Date, Time};

use super::AcademicYear;
use super::audience::{Audience, Audiences, Notes};
use super::form::{Clock, Day, Groups, Link, Located, Text, choice, record};
use super::groups::{Group, GroupSet, resolve};
use super::prose::Prose;
use super::scalars::Benchmark;
use crate::report::{Findings, Problem};

choice! {
    /// What sort of event it is.
    pub enum EventKind {
        /// A fair.
        Fair "fair",
        /// An evening for families.
        Evening "evening",
        /// A talk.
        Talk "talk",
        /// A visit.
        Visit "visit",
        /// A workshop.
        Workshop "workshop",
        /// An assembly.
        Assembly "assembly",
        /// Mock interviews.
        Interviews "interviews",
        /// Work experience.
        WorkExperience "work-experience",
        /// An open day elsewhere.
        OpenDay "open-day",
        /// Personal guidance.
        Guidance "guidance",
        /// Training for staff.
        Training "training",
        /// A date by which something must be done.
        Deadline "deadline",
        /// Anything else.
        Other "other",
    }
}

choice! {
    /// What sort of provider comes, for events that are provider encounters.
    pub enum ProviderKind {
        /// A further education college.
        FurtherEducationCollege "further-education-college",
        /// A sixth-form college.
        SixthFormCollege "sixth-form-college",
        /// An independent training provider.
        TrainingProvider "training-provider",
        /// A provider of apprenticeships.
        ApprenticeshipProvider "apprenticeship-provider",
        /// A university technical college.
        UniversityTechnicalCollege "university-technical-college",
        /// A university.
        University "university",
        /// A school's sixth form.
        SchoolSixthForm "school-sixth-form",
    }
}

choice! {
    /// Whether all pupils of the groups take part in a provider encounter.
    pub enum Attendance {
        /// All take part.
        Everyone "everyone",
        /// Who likes.
        Optional "optional",
    }
}

record! {
    /// An event with a date. The text below the front matter says more.
    pub struct EventForm {
        /// What it is called.
        required title: Text = "Careers fair";
        /// The day. May be left out if the file's name begins with it.
        optional date: Located<Day>;
        /// The last day, if it takes several.
        optional until: Located<Day>;
        /// When it begins; all day if left out.
        optional starts: Clock;
        /// When it ends.
        optional ends: Located<Clock>;
        /// Where it is.
        optional place: Text;
        /// Where to join online.
        optional online: Link;
        /// One line about it.
        optional summary: Text;
        /// What sort of event it is.
        optional kind: EventKind;
        /// Who is told of it.
        required audiences: Audiences = "[pupils, parents]";
        /// The groups it is for; all if left out.
        optional groups: Groups;
        /// The benchmarks it serves, 1 to 8.
        list benchmarks: Benchmark;
        /// Partners who take part.
        list with: Text;
        /// What sort of provider comes. Makes it a provider encounter.
        optional provider: ProviderKind;
        /// Whether all pupils of the groups take part in the provider encounter.
        optional attendance: Attendance;
        /// Where to book.
        optional booking: Link;
        /// What is needed from employers.
        optional needs: Text;
        /// By when they should answer.
        optional needs_by: Located<Day>;
        /// That it is cancelled: yes, or the reason.
        optional cancelled: Text;
        /// What each audience is told.
        flat notes: Notes;
    }
}

/// A dated event.
#[derive(Clone, Debug)]
pub struct Event {
    /// What the front matter says.
    pub form: EventForm,
    /// The word for it in addresses: the file's name.
    pub id: String,
    /// The first day.
    pub date: Date,
    /// The last day; the first for most.
    pub until: Date,
    /// When it begins on the first day and ends on the last; `None` for all day.
    pub times: Option<(Time, Option<Time>)>,
    /// The groups it is for.
    pub groups: GroupSet,
    /// The text.
    pub prose: Prose,
}

/// Whether an event takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// It does.
    No,
    /// It does not, for this reason if one is given.
    Yes(Option<String>),
}

impl Event {
    /// An event, once the groups and the year are known. `None` if its day is unknown: told.
    pub fn new(
        form: EventForm,
        prose: Prose,
        groups: &[Group],
        year: &AcademicYear,
        findings: &mut Findings,
    ) -> Option<Self> {
        let date = event_day(&form, &prose, findings)?;
        let until = form.until.as_ref().map_or(date, |until| until.value);
        if let Some(last) = form.until.as_ref().filter(|last| last.value < date) {
            findings.add(Problem::WrongOrder { what: "the last day comes before the first" }, last.place.clone());
        }
        let times = form.starts.map(|starts| (starts, form.ends.as_ref().map(|ends| ends.value)));
        if let (Some((starts, _)), Some(ends)) = (times, &form.ends)
            && date == until
            && ends.value < starts
        {
            findings.add(Problem::WrongOrder { what: "the event ends before it begins" }, ends.place.clone());
        }
        if let (None, Some(ends)) = (form.starts, &form.ends) {
            let example = "starts: 17:30".to_owned();
            findings.add(Problem::MissingKey { key: "starts", example }, ends.place.clone());
        }
        if !year.contains(date) {
            let place = form.date.as_ref().map_or_else(|| form.at.source.whole(), |date| date.place.clone());
            let date = date.strftime("%-d %B %Y").to_string();
            findings.add(Problem::OutsideYear { date, year: year.label.clone() }, place);
        }
        let set = resolve(form.groups.as_ref(), groups, findings);
        let id = super::groups::slug(prose.path().stem());
        Some(Self { id, date, until, times, groups: set, prose, form })
    }

    /// Whether it takes place.
    pub fn cancelled(&self) -> Cancelled {
        match self.form.cancelled.as_deref() {
            None | Some("no" | "false" | "No") => Cancelled::No,
            Some("yes" | "true" | "Yes") => Cancelled::Yes(None),
            Some(reason) => Cancelled::Yes(Some(reason.to_owned())),
        }
    }

    /// True once its last day has passed.
    pub fn is_past(&self, today: Date) -> bool {
        self.until < today
    }

    /// True if this audience is told of it.
    pub fn is_for(&self, audience: Audience) -> bool {
        self.form.audiences.0.contains(&audience)
    }
}

/// The day: from the front matter or the file's name, which must agree.
fn event_day(form: &EventForm, prose: &Prose, findings: &mut Findings) -> Option<Date> {
    let in_name = prose.path().stem().get(..10).and_then(super::form::day);
    match (&form.date, in_name) {
        (Some(said), Some(in_name)) if said.value != in_name => {
            let text = |date: Date| date.strftime("%-d %B %Y").to_string();
            let problem = Problem::DateDiffers { here: text(said.value), in_name: text(in_name) };
            findings.add(problem, said.place.clone());
            Some(said.value)
        }
        (Some(said), _) => Some(said.value),
        (None, Some(in_name)) => Some(in_name),
        (None, None) => {
            findings.add(Problem::MissingKey { key: "date", example: "date: 2027-03-04".into() }, form.at.clone());
            None
        }
    }
}
