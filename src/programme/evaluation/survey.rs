//! Surveys: what people answered, as counts or as the percentages that the school has.

use std::collections::HashSet;

use jiff::civil::Date;

use super::super::audience::FeedbackGroup;
use super::super::benchmark::Benchmark;
use super::super::event_name::EventName;
use super::super::format::{
    Answers, Groups, InexactDate, LabelledTexts, Located, PeopleCount, Percent, RichText, Tally, Text, record,
};
use super::super::group_names::{are_known, resolve};
use super::super::groups::{Group, GroupSet, slug};
use super::super::plan::Activity;
use super::super::terms::AcademicYear;
use crate::programme::findings::{ContentProblem, MAX_LISTED};
use crate::report::{ContentPath, Findings, did_you_mean};

record! {
    /// The results of a survey: only counts or percentages, never names.
    pub struct SurveyFile {
        /// The title of the survey.
        required title: Text = "Parents' evening survey", prose;
        /// Who you asked.
        required from: FeedbackGroup as "Who you asked" = "parents";
        /// The date of the survey, or its last day: a day, a month, a term or a year.
        required date: Located<InexactDate> = "2026-06-25";
        /// The form or questionnaire you used, such as “our own form”.
        optional instrument: Text as "Form or questionnaire" => "What it was about, and how you asked";
        /// The groups it was about. If you leave it out, it was about all groups.
        optional groups: Groups => "What it was about, and how you asked";
        /// The event or the activity it was about: the name of the event's file, or a title.
        optional event: Located<Text> => "What it was about, and how you asked";
        /// `no` if nobody answered both this and another survey of the same people within six months. Otherwise figures are
        /// left out if the difference to the other survey would be too few people.
        optional overlaps: bool as "Same people as in another survey" => "What it was about, and how you asked";
        /// How many people you asked.
        optional invited: u32 as "How many you asked";
        /// How many people answered: a number, a percentage of those you asked, or “not stated”.
        required responded: Located<PeopleCount> as "How many answered" = "84";
        /// The questions, with the number or the percentage of people who gave each answer.
        list questions: Question;
        /// Figures that you state and that Fingerpost does not work out, such as “Overall: 88%”.
        optional stated: LabelledTexts as "Figures you state" of "figure" => "Figures you state";
        /// What people said, in your own words and without names.
        list heard: Located<RichText> as "What people said" of "sentence", prose;
    }
}

record! {
    /// A question, and how many people gave each answer.
    pub struct Question {
        /// The question as you asked it.
        required question: Text = "I know who to ask about careers", prose, long;
        /// How many people gave each answer, in the order of the scale: numbers, or percentages such as 66.2%.
        required counts: Tally as "Answers" = "{ Agree: 41, Disagree: 10 }";
        /// The answers that count as positive.
        list positive: Located<Text> as "Positive answers";
        /// The answers that count as neither positive nor negative, such as “Not sure”.
        list neutral: Located<Text> as "Neutral answers";
        /// Whether people could choose several answers.
        optional choose_many: bool as "Several answers possible";
        /// The benchmarks that the question is about.
        list benchmarks: Benchmark;
    }
}

/// What a survey was about, other than the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurveySubject {
    /// An event, by its id.
    Event(String),
    /// An event of a past year, by the name of that year's folder and its id.
    PastEvent { folder: String, id: String },
    /// An activity, by its title.
    Activity(String),
}

/// What a survey of a past year may name: its groups and events.
#[derive(Debug)]
pub struct PastYearNames<'a> {
    /// The name of its folder in `archive/`.
    pub folder: &'a str,
    pub year: &'a AcademicYear,
    pub groups: &'a [Group],
    pub events: Vec<EventName>,
}

/// What a survey may be about: events and activities of this year, and events of past years, the newest first.
pub(super) type Subjects<'a> = (&'a [EventName], &'a [Activity], &'a [PastYearNames<'a>]);

#[derive(Clone, Debug)]
pub struct Survey {
    pub(crate) path: ContentPath,
    pub(crate) title: Text,
    pub(crate) from: FeedbackGroup,
    pub(crate) date: Located<InexactDate>,
    pub(crate) instrument: Option<Text>,
    pub(crate) groups: GroupSet,
    /// The folder in `archive/` of the past year that its groups are of. `None` if they are of this year.
    pub(crate) groups_of: Option<String>,
    pub(crate) subject: Option<SurveySubject>,
    /// Whether other surveys may count some of the same people.
    pub(crate) overlaps: bool,
    pub(crate) invited: Option<u32>,
    pub(crate) responded: Located<PeopleCount>,
    pub(crate) questions: Vec<Question>,
    pub(crate) stated: Option<LabelledTexts>,
    pub(crate) heard: Vec<Located<RichText>>,
}

impl Survey {
    /// Checks that the figures fit the number of people, and that the answers and the event exist.
    pub fn new(data: SurveyFile, groups: &[Group], subjects: Subjects<'_>, findings: &mut Findings) -> Self {
        let subject = data.event.as_ref().and_then(|event| subject(event, data.date.value.latest, subjects, findings));
        let (groups, groups_of) = groups_of(&data, groups, subjects.2, findings);
        let survey = Self {
            path: data.at.path().clone(),
            title: data.title,
            from: data.from,
            date: data.date,
            instrument: data.instrument,
            groups,
            groups_of,
            subject,
            overlaps: data.overlaps.unwrap_or(true),
            invited: data.invited,
            responded: data.responded,
            questions: data.questions,
            stated: data.stated,
            heard: data.heard,
        };
        survey.questions.iter().for_each(|question| question.report(survey.responded.value, findings));
        if let (Some(invited), PeopleCount::Number(responded)) = (survey.invited, survey.responded.value)
            && invited < responded
        {
            findings.add(ContentProblem::MoreThanAsked { responded, invited }, survey.responded.place.clone());
        }
        survey
    }

    /// How many people answered, as far as the file states it or its counts show it.
    pub fn people(&self) -> Option<u32> {
        match (self.responded.value, self.invited) {
            (PeopleCount::Number(people), _) => Some(people),
            (PeopleCount::Share(share), Some(invited)) => Some(share.of(invited)),
            _ => self.questions.iter().filter_map(Question::counted).max(),
        }
    }
}

impl Question {
    /// The sum of its counts, if people chose one answer each.
    fn counted(&self) -> Option<u32> {
        let Answers::Counts(counts) = &self.counts.0 else { return None };
        let sum = counts.iter().fold(0_u32, |sum, (_, count)| sum.saturating_add(*count));
        (self.choose_many != Some(true)).then_some(sum)
    }

    fn report(&self, responded: PeopleCount, findings: &mut Findings) {
        if let (Some(counted), PeopleCount::Number(total)) = (self.counted(), responded)
            && counted > total
        {
            let (counted, total) = (counted.into(), total.into());
            let problem = ContentProblem::CountsDoNotAdd { counted, total, people: "answered", choose_many: true };
            findings.add(problem, self.at.clone());
        }
        if let (Answers::Counts(counts), PeopleCount::Number(total), Some(true)) =
            (&self.counts.0, responded, self.choose_many)
            && let Some((answer, count)) =
                counts.iter().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > total)
        {
            let problem = ContentProblem::MoreThanAnswered { answer: answer.to_string(), count: *count, total };
            findings.add(problem, self.at.clone());
        }
        if let Answers::Shares(shares) = &self.counts.0
            && self.choose_many != Some(true)
            && shares.len() > 1
        {
            let shares: Vec<Percent> = shares.iter().map(|(_, share)| *share).collect();
            let problem =
                Percent::wrong_sum(&shares).map(|sum| ContentProblem::SharesDoNotAdd { sum, of_leavers: false });
            problem.into_iter().for_each(|problem| findings.add(problem, self.at.clone()));
        }
        for both in self.neutral.iter().filter(|one| self.positive.iter().any(|other| other.value == one.value)) {
            findings.add(ContentProblem::PositiveAndNeutral { answer: both.value.to_string() }, both.place.clone());
        }
        let known: HashSet<&str> = self.counts.labels().collect();
        let is_unknown = |listed: &&Located<Text>| !known.contains(listed.value.as_str());
        for listed in self.positive.iter().chain(&self.neutral).filter(is_unknown) {
            let suggestion = did_you_mean(&listed.value, self.counts.labels()).map(str::to_owned);
            let known = self.counts.labels().take(MAX_LISTED + 1).map(str::to_owned).collect();
            findings.add(
                ContentProblem::UnknownValue { value: listed.value.clone(), known, suggestion },
                listed.place.clone(),
            );
        }
    }
}

/// The groups that a survey names, and the folder of the past year that they are of: the one that the survey's day is in,
/// unless only this year has groups of these names. Reports names that neither has.
fn groups_of(
    survey: &SurveyFile,
    groups: &[Group],
    past_years: &[PastYearNames<'_>],
    findings: &mut Findings,
) -> (GroupSet, Option<String>) {
    let written = survey.groups.as_ref();
    let day = survey.date.value.latest;
    let past = past_years.iter().find(|past| past.year.contains(day));
    match past.filter(|past| are_known(written, past.groups) || !are_known(written, groups)) {
        Some(past) => (resolve(written, past.groups, findings), Some(past.folder.to_owned())),
        None => (resolve(written, groups, findings), None),
    }
}

/// The event or the activity of this name: of the past year that the day of the survey is in, of this year, or else of any
/// past year. Reports a name that nothing has.
fn subject(
    named: &Located<Text>,
    day: Date,
    (events, activities, past_years): Subjects<'_>,
    findings: &mut Findings,
) -> Option<SurveySubject> {
    let is_named = |event: &&EventName| event.is(&named.value);
    let past_event = |past: &PastYearNames<'_>| {
        let event = past.events.iter().find(is_named)?;
        Some(SurveySubject::PastEvent { folder: past.folder.to_owned(), id: event.id.clone() })
    };
    let activity = || activities.iter().find(|activity| slug(&activity.title) == slug(&named.value));
    let found = past_years
        .iter()
        .filter(|past| past.year.contains(day))
        .find_map(past_event)
        .or_else(|| events.iter().find(is_named).map(|event| SurveySubject::Event(event.id.clone())))
        .or_else(|| activity().map(|activity| SurveySubject::Activity(activity.title.clone())))
        .or_else(|| past_years.iter().find_map(past_event));
    if found.is_none() {
        let names =
            events.iter().chain(past_years.iter().flat_map(|past| &past.events)).flat_map(EventName::suggestions);
        let known: Vec<&str> = names.chain(activities.iter().map(|activity| activity.title.as_str())).collect();
        let suggestion = did_you_mean(&named.value, known).map(str::to_owned);
        findings.add(ContentProblem::UnknownEvent { value: named.value.clone(), suggestion }, named.place.clone());
    }
    found
}
