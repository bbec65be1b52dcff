//! Dated events, and which of them are provider encounters.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::areas::{Area, resolve_areas};
use super::audience::{Audience, Audiences, Notes};
use super::benchmark::Benchmark;
use super::event_day::{WrittenDay, day_in_name, event_day, has_day_in_name};
use super::event_hours::{WrittenHours, report_hours};
use super::event_kinds::{Attendance, EncounterPart, EventKind, ProviderKind};
use super::findings::ContentProblem;
use super::format::{
    Clock, Control, Day, FieldReader, FromNode, Groups, Link, Located, RichText, Text, record, yes_or_no,
};
use super::group_names::resolve;
use super::groups::{Group, GroupSet, slug};
use super::meaningful::Meaningful;
use super::prose::Prose;
use super::recurrence::{Recurrence, RecurrenceRequest, RecurrenceText};
use super::terms::{AcademicYear, When};
use super::visibility::Visibility;
use super::workplace_time::WorkplaceTime;
use crate::read::Node;
use crate::report::{Findings, Place, Subject};

record! {
    /// An event with a date. The text below the front matter gives the details.
    pub struct EventData {
        /// The title.
        required title: Text = "Careers fair", prose;
        /// The day. You can leave it out if the file name starts with the date.
        optional date: Located<Day>;
        /// The last day, if it lasts several days or is repeated.
        optional until: Located<Day> as "Last day" => "Several days, or every week";
        /// When it repeats in term time: Tuesday, or `Tuesday and Thursday in spring`.
        optional every: Located<RecurrenceText> as "Repeats" => "Several days, or every week";
        /// Days on which a repeated event does not take place.
        list except: Located<Day> as "Not on these days" of "day" => "Several days, or every week";
        /// The start time. All day if left out.
        optional starts: Located<Clock> as "Start time";
        /// The end time.
        optional ends: Located<Clock> as "End time";
        /// Where it is.
        optional place: Text;
        /// Where to join online.
        optional online: Link as "Link to join online" => "Joining online and booking";
        /// One line about it.
        optional summary: RichText, prose;
        /// The kind of event.
        optional kind: EventKind;
        /// Who it is for.
        required audiences: Audiences as "Who it is for" = "[pupils, parents]";
        /// The groups it is for. All groups if left out.
        optional groups: Groups;
        /// The benchmarks it contributes to, 1 to 8.
        list benchmarks: Benchmark => "Benchmarks, areas of learning and partners";
        /// The areas of learning it belongs to, from school.yaml.
        list areas: Located<Text>, areas => "Benchmarks, areas of learning and partners";
        /// The subjects it is part of (Benchmark 4).
        list subjects: Text, subjects => "Benchmarks, areas of learning and partners";
        /// Partners who take part.
        list with: Text as "Partners" => "Benchmarks, areas of learning and partners";
        /// The kind of provider. This makes the event a provider encounter.
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
        /// When pupils who were away meet the provider: the day, or in your own words.
        optional catch_up: RichText as "For pupils who were away", prose => "Providers and guidance meetings";
        /// Whether parents and carers are asked to come. If left out, those it is for are invited to fairs, evenings, open days and
        /// what begins at 4pm or later.
        optional parents_invited: bool as "Parents and carers are invited" => "What parents and employers do";
        /// Where to book.
        optional booking: Link as "Where to book" => "Joining online and booking";
        /// What you need from employers.
        optional needs: RichText as "What you need from employers", prose => "What parents and employers do";
        /// The day by which employers should reply.
        optional needs_by: Located<Day> as "Employers reply by" => "What parents and employers do";
        /// Whether it is cancelled: yes, or the reason.
        optional cancelled: Cancelled, prose => "Cancelled or changed";
        /// The day it was moved, cancelled or otherwise changed. News feeds show it.
        optional changed: Day as "Day of the change" => "Cancelled or changed";
        /// Yes while its day is still to be confirmed. Leave it out once somebody has looked.
        optional confirm: Located<bool> as "Date to be confirmed" => "Cancelled or changed";
        /// Its name in addresses and calendars. The file name if left out. With an id, both stay the same
        /// when you rename the file.
        optional id: Text as "Name in addresses" => "When it is on the site";
        /// The names it had in addresses in earlier years. They lead to its page.
        list was: Located<Text> as "Earlier addresses" of "address" => "When it is on the site";
        /// Whether and when it is on the site.
        flat visibility: Visibility => "When it is on the site";
        /// A note for each audience.
        flat notes: Notes => "Notes for each audience";
        /// The main text.
        body prose: Prose;
    }
}

/// The days between the first and the last of a long event.
const LONG_DAYS: i32 = 31;

#[derive(Clone, Debug)]
pub struct Event {
    /// The place of its front matter.
    pub(crate) at: Place,
    /// Its name in addresses and calendars: the file's name, unless the file gives another.
    pub(crate) id: String,
    /// The ids that it had before.
    pub(crate) was: Vec<Located<String>>,
    pub title: Text,
    pub date: Date,
    /// The day as it is written, with its place. `None` for a repeated event without one.
    written_day: Option<Located<Date>>,
    /// The last day: the first, for most events.
    pub until: Date,
    /// All days of a repeated event.
    pub(crate) recurrence: Option<Recurrence>,
    /// When it starts on the first day and ends on the last; `None` for all day.
    pub times: Option<(Time, Option<Time>)>,
    pub place: Option<Text>,
    pub(crate) online: Option<Link>,
    pub(crate) summary: Option<RichText>,
    pub(crate) kind: Option<EventKind>,
    pub audiences: Audiences,
    pub groups: GroupSet,
    pub(crate) benchmarks: Vec<Benchmark>,
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
    pub(crate) catch_up: Option<RichText>,
    pub(crate) parents_invited: bool,
    pub(crate) booking: Option<Link>,
    pub(crate) needs: Option<RichText>,
    pub(crate) needs_by: Option<Located<Day>>,
    pub(crate) cancelled: Cancelled,
    pub(crate) changed: Option<Day>,
    /// The place of the value that says that its day is still to be confirmed. `None` if the day is certain.
    pub(crate) to_confirm: Option<Place>,
    pub(crate) visibility: Visibility,
    pub(crate) notes: Notes,
    pub prose: Prose,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cancelled {
    #[default]
    No,
    Yes(Option<String>),
}

impl FromNode for Cancelled {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = Text::from_node(node, reader)?;
        Some(match yes_or_no(&text) {
            Some(false) => Self::No,
            Some(true) => Self::Yes(None),
            None => Self::Yes(Some(text)),
        })
    }
    fn schema() -> serde_json::Value {
        Text::schema()
    }
    fn control() -> Control {
        Control::YesNoOrText
    }
}

impl EventData {
    /// Its name in addresses and calendars.
    pub(super) fn address_id(&self) -> String {
        let own = self.id.as_deref().map(slug).filter(|id| !id.is_empty());
        own.unwrap_or_else(|| slug(self.prose.path().stem()))
    }

    /// True for a draft that gives no day, neither in a key nor in the name of its file.
    pub(super) fn is_undated_draft(&self) -> bool {
        let has_key = self.date.is_some() || self.every.is_some();
        self.visibility.is_draft() && !has_key && !has_day_in_name(self.prose.path())
    }
}

impl Event {
    /// Resolves the groups and the days. `None` if no day is known, which is reported.
    pub fn new(
        data: EventData,
        (groups, areas): (&[Group], &[Area]),
        year: &AcademicYear,
        findings: &mut Findings,
    ) -> Option<Self> {
        let id = data.address_id();
        let times = data.starts.as_ref().map(|starts| (starts.value, data.ends.as_ref().map(|ends| ends.value)));
        data.visibility.report_order(findings);
        let (date, until, recurrence) = days(&data, year, findings)?;
        let written_day = written_day(&data);
        let hours = WrittenHours {
            at: &data.at,
            starts: data.starts.as_ref(),
            ends: data.ends.as_ref(),
            is_for_parents: data.audiences.0.contains(&Audience::Parents),
            is_in_a_day: date == until || recurrence.is_some(),
        };
        report_hours(&hours, findings);
        let groups = resolve(data.groups.as_ref(), groups, findings);
        let parents_invited = data.parents_invited.unwrap_or_else(|| usually_invites_parents(&data));
        Some(Self {
            was: data.was.into_iter().map(earlier_id).collect(),
            at: data.at,
            id,
            title: data.title,
            date,
            written_day,
            until,
            recurrence,
            times,
            place: data.place,
            online: data.online,
            summary: data.summary,
            kind: data.kind,
            audiences: data.audiences,
            groups,
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
            catch_up: data.catch_up,
            parents_invited,
            booking: data.booking,
            needs: data.needs,
            needs_by: data.needs_by,
            cancelled: data.cancelled.unwrap_or_default(),
            changed: data.changed,
            to_confirm: data.confirm.filter(|confirm| confirm.value).map(|confirm| confirm.place),
            visibility: data.visibility,
            notes: data.notes,
            prose: data.prose,
        })
    }

    /// Reports a day that is not in the academic year, unless it is one of the year before that is still to come.
    pub(super) fn report_outside(&self, year: &AcademicYear, today: Date, findings: &mut Findings) {
        let Some(day) = &self.written_day else { return };
        if day.value > year.ends || self.is_past(today) {
            year.report_outside(day.value, &day.place, findings);
        }
    }

    pub fn is_past(&self, today: Date) -> bool {
        self.until < today
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled != Cancelled::No
    }

    /// True if its day is still to be confirmed, and it has not been cancelled.
    pub fn is_to_be_confirmed(&self) -> bool {
        self.to_confirm.is_some() && !self.is_cancelled()
    }

    /// The day that lists show: the first or, for a repeated event, the next; the last once it is over.
    pub fn next_day(&self, today: Date) -> Date {
        self.recurrence.as_ref().map_or(self.date, |recurrence| recurrence.next(today).unwrap_or(self.until))
    }

    /// The days on which it begins: one, unless it is repeated.
    pub fn days(&self) -> &[Date] {
        self.recurrence.as_ref().map_or(std::slice::from_ref(&self.date), Recurrence::days)
    }

    /// True if it goes on for a month or more, as the time for applications does.
    pub fn is_long(&self) -> bool {
        let span = self.date.until(self.until).map_or(0, |span| span.get_days());
        self.recurrence.is_none() && span >= LONG_DAYS
    }

    /// What is needed from employers, as long as they can reply.
    pub fn needs_now(&self, today: Date) -> Option<&RichText> {
        let is_too_late = self.needs_by.as_ref().is_some_and(|by| by.value < today);
        self.needs.as_ref().filter(|_| !is_too_late && !self.is_cancelled() && !self.is_past(today))
    }

    /// The link to join it, which ends with the event: the same link may lead to other meetings.
    pub fn online_on(&self, today: Date) -> Option<&Link> {
        self.online.as_ref().filter(|_| !self.is_cancelled() && !self.is_past(today))
    }

    /// The terms, by index, in which it takes place.
    pub fn terms(&self, year: &AcademicYear) -> Vec<usize> {
        let mut terms: Vec<usize> = self.days().iter().flat_map(|day| year.terms_of(When::Day(*day))).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    pub fn is_for(&self, audience: Audience) -> bool {
        self.audiences.0.contains(&audience)
    }

    /// True if parents and carers are asked to come.
    pub fn invites_parents(&self) -> bool {
        self.parents_invited && self.is_for(Audience::Parents)
    }

    /// True for a parents' evening, though pupils may come: parents are named first, or they alone have a note.
    pub(crate) fn is_mainly_for_parents(&self) -> bool {
        let first = self.audiences.0.iter().find(|audience| [Audience::Pupils, Audience::Parents].contains(audience));
        let is_evening_for_parents = matches!(self.kind, Some(EventKind::Evening))
            && self.notes.to(Audience::Parents).is_some()
            && self.notes.to(Audience::Pupils).is_none();
        self.invites_parents() && (first == Some(&Audience::Parents) || is_evening_for_parents)
    }

    /// True if it is for this audience, or the audience has a part in it.
    pub fn concerns(&self, audience: Audience) -> bool {
        let has_a_part = match audience {
            Audience::Pupils | Audience::Parents => false,
            Audience::Staff => self.notes.staff.is_some(),
            Audience::Employers => self.needs.is_some(),
        };
        self.is_for(audience) || has_a_part
    }

    /// All whom it concerns; nobody if it does not say whom it is for.
    pub fn concerned(&self) -> Vec<Audience> {
        let all = Audience::ALL.iter().copied();
        all.filter(|audience| !self.audiences.0.is_empty() && self.concerns(*audience)).collect()
    }

    pub fn is_for_staff_only(&self) -> bool {
        self.needs.is_none() && self.audiences.0.iter().all(|audience| *audience == Audience::Staff)
    }
}

/// The id in an earlier address, which may be written as `events/2027-03-04-careers-fair.html`.
fn earlier_id(written: Located<Text>) -> Located<String> {
    let name = written.value.rsplit('/').next().unwrap_or_default();
    Located { value: slug(name.trim_end_matches(".html").trim_end_matches(".md")), place: written.place }
}

/// True for what families come to: a pupils' visit may be on their pages, too, but only their children go.
fn usually_invites_parents(data: &EventData) -> bool {
    const AFTER_SCHOOL: Time = Time::constant(16, 0, 0, 0);
    let is_for_parents = data.audiences.0.contains(&Audience::Parents);
    let is_for_pupils = data.audiences.0.contains(&Audience::Pupils);
    let is_after_school = data.starts.as_ref().is_some_and(|starts| starts.value >= AFTER_SCHOOL);
    let is_for_families = matches!(data.kind, Some(EventKind::Fair | EventKind::Evening | EventKind::OpenDay));
    let is_deadline = data.kind == Some(EventKind::Deadline);
    is_for_parents && !is_deadline && (!is_for_pupils || is_for_families || is_after_school)
}

/// The day in the front matter or, without one, in the file's name.
fn written_day(data: &EventData) -> Option<Located<Date>> {
    let in_name = || {
        let value = day_in_name(data.prose.path().stem())?;
        Some(Located { value, place: data.at.source.whole_file() })
    };
    data.date.clone().or_else(in_name)
}

/// The first and last day, and all days of a repeated event. `None` if no day is known, which is reported.
fn days(data: &EventData, year: &AcademicYear, findings: &mut Findings) -> Option<(Date, Date, Option<Recurrence>)> {
    let written =
        WrittenDay { date: data.date.as_ref(), is_changed: data.changed.is_some(), is_repeated: data.every.is_some() };
    let first = event_day(&data.at, written, findings);
    if let Some(last) = data.until.as_ref().filter(|last| first.is_some_and(|first| last.value < first)) {
        findings.add(ContentProblem::WrongOrder { what: "the last day comes before the first" }, last.place.clone());
    }
    let longest = first.map(|first| first.saturating_add(1.year()));
    if let Some(last) = data.until.as_ref().filter(|last| longest.is_some_and(|longest| last.value > longest)) {
        let what = "the last day is more than a year after the first";
        findings.add(ContentProblem::WrongOrder { what }, last.place.clone());
    }
    let last = data.until.as_ref().map(|until| longest.map_or(until.value, |longest| until.value.min(longest)));
    let Some(every) = &data.every else {
        if let Some(day) = data.except.first() {
            let problem = ContentProblem::MissingKey { key: "every", example: "every: Tuesday".into() };
            findings.add_needing(problem, day.place.clone(), [Subject::key(&data.at, "every")]);
        }
        let first = first?;
        return Some((first, last.unwrap_or(first), None));
    };
    let recurrence = Recurrence::new(&RecurrenceRequest { every, first, last, except: &data.except }, year, findings)?;
    Some((*recurrence.days().first()?, *recurrence.days().last()?, Some(recurrence)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Value;
    use crate::report::{ContentPath, Source};

    fn cancelled(text: &str) -> Option<Cancelled> {
        let source = Source { path: ContentPath::new("events/fair.md"), text: text.into() };
        let node = Node { value: Value::Scalar(text.to_owned()), span: 0..text.len() };
        Cancelled::from_node(&node, &mut FieldReader::new(&source, &mut Findings::default()))
    }

    #[test]
    fn cancelled_accepts_the_same_words_as_any_yes_or_no() {
        for word in ["no", "No", "NO", "n", "false", "False", "off", "Off"] {
            assert_eq!(cancelled(word), Some(Cancelled::No), "{word}");
        }
        for word in ["yes", "YES", "y", "true", "on"] {
            assert_eq!(cancelled(word), Some(Cancelled::Yes(None)), "{word}");
        }
        assert_eq!(cancelled("The hall is flooded"), Some(Cancelled::Yes(Some("The hall is flooded".into()))));
    }
}
