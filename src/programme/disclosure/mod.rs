//! Statistical disclosure control: suppresses small numbers, so that nobody can be recognised in a table.
//!
//! Takes the programme, and returns its figures that may be published: [`PublishedFigures`]. Pages and open
//! data use only these figures, so suppressed numbers cannot reach them. The rules are Fingerpost's own, on the safe
//! side of common practice:
//!
//! - results need at least ten answers (other surveys show nothing below ten to thirty), and destinations need at
//!   least six leavers (the Department for Education suppresses institution-level destinations of fewer than six).
//!   A school can raise both in `school.yaml`, but not lower them;
//! - no count from one to five is published, nor any from which one could be worked out: see `suppression`;
//! - no table is published that reveals a suppressed number by subtraction: see `differencing`;
//! - no two sizes of the same leavers are published that differ by a few people: see `sizes`;
//! - tables of figures that the school states are suppressed as a whole: see `tables`;
//! - guidance meetings are put into words where few had theirs, or few did not: see `meetings`.
//!
//! The guarantee: every suppressed number (except zeros, which may be published) has at least two possible values for
//! a reader who has everything that is published: counts, numbers of people asked and answering, shares, the share of
//! positive answers, other questions and other surveys. Within a single table this is also true of zeros, and for a
//! reader who knows these rules. Tests attack the tables as both readers. Figures in people's own texts are not
//! checked here.

mod differencing;
mod leavers;
mod lines;
mod meetings;
mod published;
mod sizes;
mod suppression;
mod tables;
pub(super) mod thresholds;
mod words;

use std::collections::{BTreeMap, HashSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::evaluation::{Question, Survey};
use super::format::{Answers, PeopleCount, Percent};
use super::groups::GroupSet;
use super::programme::Programme;
use super::terms::AcademicYear;
use differencing::{CountTable, PublishedTable};
use suppression::Suppression;
use tables::MAX_DAYS_APART;
use thresholds::{MIN_ANSWERS, MIN_LEAVERS};
use words::plain;

pub use leavers::{DestinationFigures, PublishedLeavers};
pub use meetings::{Had, MeetingFigures, MeetingRow, PublishedMeetings};
pub use published::PublishedFigures;
pub use tables::{TableFigures, TableSuppression};
pub use thresholds::Thresholds;

impl Thresholds {
    pub fn of(programme: &Programme) -> Self {
        let custom = programme.institution.details.small_numbers.as_ref();
        Self {
            answers: custom.and_then(|custom| custom.answers).map_or(MIN_ANSWERS, |min| min.0),
            leavers: custom.and_then(|custom| custom.leavers).map_or(MIN_LEAVERS, |min| min.0),
        }
    }
}

/// Why figures are suppressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuppressionReason {
    TooFew,
    /// Other published figures count some of the same people, and subtraction would reveal a small number.
    Overlap,
}

/// The publishable results of a survey.
#[derive(Debug)]
pub struct SurveyFigures<'a> {
    /// The survey, for its title, date and texts. Its own figures must not be used.
    pub survey: &'a Survey,
    pub figures: Result<Figures<'a>, SuppressionReason>,
}

#[derive(Debug)]
pub struct Figures<'a> {
    /// As the school states it.
    pub responded: PeopleCount,
    /// The number of people asked, if known.
    pub invited: Option<u32>,
    pub questions: Vec<QuestionFigures<'a>>,
}

#[derive(Debug)]
pub struct QuestionFigures<'a> {
    pub question: &'a Question,
    /// The answers, or the reason they are suppressed.
    pub answers: Result<PublishedAnswers<'a>, SuppressionReason>,
}

impl QuestionFigures<'_> {
    /// True if some answers are published and others suppressed.
    pub fn is_in_part(&self) -> bool {
        match &self.answers {
            Ok(PublishedAnswers::Counts(answers)) => answers.counts.iter().any(|(_, count)| count.is_none()),
            Ok(PublishedAnswers::Shares(shares)) => shares.iter().any(|(_, share)| share.is_none()),
            Err(_) => false,
        }
    }
}

/// Answers as counts or, if the school has only those, as percentages.
#[derive(Debug)]
pub enum PublishedAnswers<'a> {
    Counts(AnswerFigures<'a>),
    /// Each answer and its share as the school states it; `None` if suppressed.
    Shares(Vec<(&'a str, Option<Percent>)>),
}

#[derive(Debug)]
pub struct AnswerFigures<'a> {
    /// The number that shares are calculated from: those who answered the question or, if several answers were possible,
    /// those who answered the survey.
    pub people: u32,
    /// Each answer in the order of the scale, and the number of people who gave it; `None` if suppressed.
    pub counts: Vec<(&'a str, Option<u32>)>,
    /// The number of positive answers, if any count as positive and the sum reveals nothing more.
    pub positive: Option<u32>,
    /// The number of neutral answers, on the same condition.
    pub neutral: Option<u32>,
}

/// The publishable results of each survey, in the order of the programme.
fn surveys(programme: &Programme) -> Vec<SurveyFigures<'_>> {
    let min_people = Thresholds::of(programme).answers;
    let mut order: Vec<usize> = (0..programme.surveys.len()).collect();
    // Totals come before their parts.
    order.sort_by_key(|at| programme.surveys.get(*at).map(|survey| std::cmp::Reverse(survey.people())));
    let mut totals = PublishedTotals::new(&programme.year);
    let mut shown: Vec<(usize, SurveyFigures<'_>)> = Vec::with_capacity(order.len());
    for (at, survey) in order.into_iter().filter_map(|at| Some((at, programme.surveys.get(at)?))) {
        let figures = figures(survey, min_people, &mut totals);
        shown.push((at, SurveyFigures { survey, figures }));
    }
    shown.sort_by_key(|(at, _)| *at);
    shown.into_iter().map(|(_, shown)| shown).collect()
}

/// The published surveys. Later ones may count some of the same people.
struct PublishedTotals<'a> {
    year: &'a AcademicYear,
    /// By the last day of their dates.
    by_day: BTreeMap<Date, Vec<PublishedTotal<'a>>>,
    /// The most days that a date such as “Summer term” can mean.
    longest: i32,
    count: usize,
}

impl<'a> PublishedTotals<'a> {
    fn new(year: &'a AcademicYear) -> Self {
        Self { year, by_day: BTreeMap::new(), longest: 0, count: 0 }
    }

    fn add(&mut self, survey: &'a Survey, questions: BTreeMap<String, PublishedTable<'a>>) {
        let total = PublishedTotal { index: self.count, survey, questions };
        let date = &survey.date.value;
        self.longest = self.longest.max((date.latest - date.earliest).get_days());
        self.by_day.entry(date.latest).or_default().push(total);
        self.count += 1;
    }

    /// Those that a survey may be a part of, in the order in which they were added.
    fn related_to(&mut self, survey: &Survey) -> Vec<&mut PublishedTotal<'a>> {
        let date = &survey.date.value;
        let from = date.earliest.saturating_sub(MAX_DAYS_APART.days());
        let to = date.latest.saturating_add(MAX_DAYS_APART.days());
        let near = self.by_day.range_mut(from..=to.saturating_add(self.longest.days()));
        let near = near.flat_map(|(_, totals)| totals).filter(|total| total.survey.date.value.earliest <= to);
        let mut related: Vec<_> = near.filter(|total| may_be_part(survey, total.survey, self.year)).collect();
        related.sort_by_key(|total| total.index);
        related
    }
}

struct PublishedTotal<'a> {
    index: usize,
    survey: &'a Survey,
    questions: BTreeMap<String, PublishedTable<'a>>,
}

impl<'a> PublishedTotal<'a> {
    /// The tables that may be of the same question: with the same words, or else those with the same answers whose words
    /// the other survey, which asked `asked`, doesn't have.
    fn same_question<'t>(
        &'t mut self,
        key: &str,
        table: &CountTable<'_>,
        asked: &HashSet<String>,
    ) -> Vec<&'t mut PublishedTable<'a>> {
        if self.questions.contains_key(key) {
            return self.questions.get_mut(key).into_iter().collect();
        }
        let others =
            self.questions.iter_mut().filter(|(words, total)| !asked.contains(*words) && total.has_answers_of(table));
        others.map(|(_, total)| total).collect()
    }
}

fn figures<'a>(
    survey: &'a Survey,
    min_people: u32,
    totals: &mut PublishedTotals<'a>,
) -> Result<Figures<'a>, SuppressionReason> {
    let responded = survey.people();
    // Shares show how many answered if few were asked.
    if responded.or(survey.invited).is_some_and(|people| people < min_people) {
        return Err(SuppressionReason::TooFew);
    }
    let asked: HashSet<String> = survey.questions.iter().map(|question| plain(&question.question)).collect();
    let mut related = totals.related_to(survey);
    let mut published = BTreeMap::new();
    let mut questions = Vec::with_capacity(survey.questions.len());
    for question in &survey.questions {
        let key = plain(&question.question);
        let answers = match answers(question, responded, min_people) {
            Err(reason) => Err(reason),
            Ok((answers, None)) => Ok(answers),
            Ok((answers, Some(table))) => {
                let same_question = related.iter_mut().flat_map(|total| total.same_question(&key, &table, &asked));
                // Other questions would reveal the number of people in this part, so all of it is suppressed.
                if !differencing::try_add(same_question, &table, min_people) {
                    return Err(SuppressionReason::Overlap);
                }
                // The same question twice in one form counts the same people, so only the first is recorded.
                published.entry(key).or_insert_with(|| PublishedTable::new(table));
                Ok(answers)
            }
        };
        questions.push(QuestionFigures { question, answers });
    }
    totals.add(survey, published);
    Ok(Figures { responded: survey.responded.value, invited: survey.invited, questions })
}

/// True if two surveys of about the same time may count some of the same people: they asked the same kind of people
/// about some of the same groups, such as “all” and “girls”, and neither says that it has no overlaps. Who was in Year 9 in
/// July is in Year 10 in October, so groups of two academic years may be the same people. So may groups of two lists.
fn may_be_part(part: &Survey, total: &Survey, year: &AcademicYear) -> bool {
    if part.from != total.from || !part.overlaps || !total.overlaps {
        return false;
    }
    let has_other_subject = part.subject.is_some() && total.subject.is_some() && part.subject != total.subject;
    let is_within = |part: &GroupSet, total: &GroupSet| part.iter().all(|group| total.contains(group));
    let share_groups = part.groups.iter().any(|group| total.groups.contains(group));
    let may_contain = is_within(&part.groups, &total.groups) || !is_within(&total.groups, &part.groups);
    let is_of_same_year = part.groups_of == total.groups_of
        && year.years_before(part.date.value.latest) == year.years_before(total.date.value.latest);
    !has_other_subject && (!is_of_same_year || part.groups == total.groups || share_groups && may_contain)
}

fn answers(
    question: &Question,
    responded: Option<u32>,
    min_people: u32,
) -> Result<(PublishedAnswers<'_>, Option<CountTable<'_>>), SuppressionReason> {
    let shares = match &question.counts.0 {
        Answers::Counts(counts) => {
            let counts: Vec<u32> = counts.iter().map(|(_, count)| *count).collect();
            let sum = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
            // Where people could choose several answers, the sum may count few people often.
            let of_counts = (question.choose_many != Some(true)).then_some(sum);
            let people = responded.or(of_counts).ok_or(SuppressionReason::TooFew)?;
            let (answers, table) = counted(question, &counts, people, min_people)?;
            return Ok((PublishedAnswers::Counts(answers), Some(table)));
        }
        Answers::Shares(shares) => shares,
    };
    // Shares of an unknown number of people count nobody.
    let Some(responded) = responded else {
        let as_stated = shares.iter().map(|(label, share)| (label.as_str(), Some(*share)));
        return Ok((PublishedAnswers::Shares(as_stated.collect()), None));
    };
    // A share is suppressed like the nearest count, because it reveals no more than that.
    let counts: Vec<u32> = shares.iter().map(|(_, share)| share.of(responded)).collect();
    let (answers, table) = counted(question, &counts, responded, min_people)?;
    let shown = shares.iter().zip(&answers.counts);
    let shown = shown.map(|((label, share), (_, count))| (label.as_str(), count.map(|_| *share)));
    Ok((PublishedAnswers::Shares(shown.collect()), Some(table)))
}

fn counted<'a>(
    question: &'a Question,
    counts: &[u32],
    responded: u32,
    min_people: u32,
) -> Result<(AnswerFigures<'a>, CountTable<'a>), SuppressionReason> {
    let labels = || question.counts.labels();
    let [positive, neutral] = [&question.positive, &question.neutral]
        .map(|list| list.iter().map(|answer| answer.value.as_str()).collect::<HashSet<&str>>());
    let side = |label: &str| (positive.contains(label), neutral.contains(label));
    let sides: Vec<(bool, bool)> = labels().map(side).collect();
    let total = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
    let has_several_choices = question.choose_many == Some(true);
    let (people, suppression) = if has_several_choices {
        (responded, suppression::several_choices(counts, responded, min_people))
    } else {
        (total, suppression::one_choice(counts, &sides, min_people))
    };
    let suppressed = match suppression {
        Suppression::Everything => return Err(SuppressionReason::TooFew),
        Suppression::Nothing => vec![false; counts.len()],
        Suppression::Cells(suppressed) => suppressed,
    };
    let sum_of = |wanted: (bool, bool)| {
        let of_side = || sides.iter().zip(&suppressed).filter(|(side, _)| **side == wanted);
        let any_elsewhere = sides.iter().zip(&suppressed).any(|(side, suppressed)| *side != wanted && *suppressed);
        // The sum of one side would reveal more than the sum of all suppressed cells.
        let is_split = of_side().any(|(_, suppressed)| *suppressed) && any_elsewhere;
        let cells = sides.iter().zip(counts).filter(|(side, _)| **side == wanted).map(|(_, count)| *count);
        (of_side().next().is_some() && !has_several_choices && !is_split).then(|| cells.fold(0, u32::saturating_add))
    };
    let table = CountTable {
        cells: labels().zip(counts.iter().copied()).collect(),
        people,
        is_complete: !suppressed.contains(&true),
    };
    let shown = suppressed.iter().zip(counts).map(|(suppressed, count)| (!suppressed).then_some(*count));
    let answers = AnswerFigures {
        people,
        counts: labels().zip(shown).collect(),
        positive: sum_of((true, false)),
        neutral: sum_of((false, true)),
    };
    Ok((answers, table))
}
