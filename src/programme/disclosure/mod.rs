//! Statistical disclosure control: suppresses small numbers, so that nobody can be recognised in a table.
//!
//! Takes the programme; gives what of its surveys and destinations may be published. Pages and open
//! data get their figures here and nowhere else, so what is withheld cannot reach them. The rules are ours, on the safe side
//! of common practice:
//!
//! - results from ten answers on (surveys elsewhere show nothing below ten to thirty), destinations from
//!   six leavers on (the Department for Education suppresses institution-level destinations of fewer
//!   than six). A school may raise both in `school.yaml`, and cannot lower them;
//! - no count from one to five, and none that could be worked out: see `suppression`;
//! - no table that reveals a suppressed number by subtraction from another: see `differencing`.
//!
//! What is promised: every withheld number (but for zeros, which may be published) may still be one of
//! at least two, for a reader who has all that is published: counts, how many answered and were asked,
//! shares, the share of positive answers, other questions and surveys. Of a single table that holds for
//! zeros too, and for a reader who knows these rules. Tests play both readers. Figures that people type
//! into a text are not checked here.

mod differencing;
mod suppression;
mod thresholds;

use std::collections::HashMap;

use super::evaluation::{Amount, Destinations, Question, Survey};
use super::format::Text;
use super::groups::GroupSet;
use super::programme::Programme;
use differencing::{Counts, Published};
use suppression::{Row, Suppression};
use thresholds::{FEWEST_ANSWERS, FEWEST_LEAVERS};

pub use thresholds::{SmallNumbers, Thresholds};

/// How far apart, in days, two surveys may lie that ask the same people once.
const ONE_WAVE: i32 = 31;

impl Thresholds {
    /// Those of a school.
    pub fn of(programme: &Programme) -> Self {
        let asked = programme.institution.details.small_numbers.as_ref();
        Self {
            answers: asked.and_then(|asked| asked.answers).map_or(FEWEST_ANSWERS, |fewest| fewest.0),
            leavers: asked.and_then(|asked| asked.leavers).map_or(FEWEST_LEAVERS, |fewest| fewest.0),
        }
    }
}

/// Why figures are suppressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuppressionReason {
    /// They count too few people.
    TooFew,
    /// Others are published that count some of the same people: the rest would be too few.
    Overlap,
}

/// What of a survey may be published.
#[derive(Debug)]
pub struct SurveyFigures<'a> {
    /// The survey, for its title, day and words. Its figures are taken from here alone.
    pub survey: &'a Survey,
    /// The figures, or why there are none.
    pub figures: Result<Figures<'a>, SuppressionReason>,
}

/// The figures of a survey.
#[derive(Debug)]
pub struct Figures<'a> {
    /// How many answered.
    pub responded: u32,
    /// How many were asked, if that is known.
    pub invited: Option<u32>,
    /// The questions.
    pub questions: Vec<QuestionFigures<'a>>,
}

/// What of a question may be published.
#[derive(Debug)]
pub struct QuestionFigures<'a> {
    /// The question, for its words.
    pub question: &'a Question,
    /// The answers, or why there are none.
    pub answers: Result<Answers<'a>, SuppressionReason>,
}

/// The answers to a question.
#[derive(Debug)]
pub struct Answers<'a> {
    /// How many people the shares are of: who answered it or, where several answers were possible, who
    /// answered anything.
    pub people: u32,
    /// Each answer, in the order of the scale, and how many gave it; `None` if that is withheld.
    pub counts: Vec<(&'a str, Option<u32>)>,
    /// How many gave a positive answer, where answers count as such and their sum can be known anyway.
    pub positive: Option<u32>,
    /// The same of answers that count neither way.
    pub neutral: Option<u32>,
}

/// What of a year's destinations may be published.
#[derive(Debug)]
pub struct DestinationFigures<'a> {
    /// The destinations, for their words.
    pub destinations: &'a Destinations,
    /// How many left and, for each row in order, whether it is withheld; or why nothing is shown.
    pub figures: Result<(u32, Vec<bool>), SuppressionReason>,
}

/// What of each survey may be published, in the order of the programme.
pub fn surveys(programme: &Programme) -> Vec<SurveyFigures<'_>> {
    let fewest = Thresholds::of(programme).answers;
    let mut order: Vec<usize> = (0..programme.surveys.len()).collect();
    // The whole comes before its parts.
    order.sort_by_key(|at| programme.surveys.get(*at).map(|survey| std::cmp::Reverse(survey.responded.value)));
    let mut wholes: Vec<PublishedTotal<'_>> = Vec::new();
    let mut shown: Vec<(usize, SurveyFigures<'_>)> = Vec::with_capacity(order.len());
    for (at, survey) in order.into_iter().filter_map(|at| Some((at, programme.surveys.get(at)?))) {
        let figures = figures(survey, fewest, &mut wholes);
        shown.push((at, SurveyFigures { survey, figures }));
    }
    shown.sort_by_key(|(at, _)| *at);
    shown.into_iter().map(|(_, shown)| shown).collect()
}

/// A survey whose figures are published, as others may be parts of it.
struct PublishedTotal<'a> {
    survey: &'a Survey,
    questions: HashMap<String, Published<'a>>,
}

fn figures<'a>(
    survey: &'a Survey,
    fewest: u32,
    wholes: &mut Vec<PublishedTotal<'a>>,
) -> Result<Figures<'a>, SuppressionReason> {
    let responded = survey.responded.value;
    if responded < fewest {
        return Err(SuppressionReason::TooFew);
    }
    let mut over: Vec<&mut PublishedTotal<'a>> =
        wholes.iter_mut().filter(|whole| may_be_part(survey, whole.survey)).collect();
    let mut published = HashMap::new();
    let mut questions = Vec::with_capacity(survey.questions.len());
    for question in &survey.questions {
        let key = plain(&question.question);
        let answers = match answers(question, responded, fewest) {
            Err(why) => Err(why),
            Ok((answers, table)) => {
                let mut same = over.iter_mut().filter_map(|whole| whole.questions.get_mut(&key));
                // Another question would tell how many there are in the part, so all of it is withheld.
                if !same.all(|whole| whole.admits(&table, fewest)) {
                    return Err(SuppressionReason::Overlap);
                }
                // A question asked twice in one form is not two tables of different people.
                published.entry(key).or_insert_with(|| Published::new(table));
                Ok(answers)
            }
        };
        questions.push(QuestionFigures { question, answers });
    }
    wholes.push(PublishedTotal { survey, questions: published });
    Ok(Figures { responded, invited: survey.invited, questions })
}

/// True if the people of a survey may be some of those of another: the same sort of people, asked at
/// the same time, about some of the same groups or under the same title.
fn may_be_part(part: &Survey, whole: &Survey) -> bool {
    let (a, b) = (part, whole);
    let days = (a.date.value - b.date.value).get_days().abs();
    let within = |part: &GroupSet, whole: &GroupSet| part.iter().all(|group| whole.contains(group));
    let share = part.groups.iter().any(|group| whole.groups.contains(group));
    let fewer = share
        && part.groups != whole.groups
        && (within(&part.groups, &whole.groups) || !within(&whole.groups, &part.groups));
    a.from == b.from && days <= ONE_WAVE && (fewer || part.groups == whole.groups && plain(&a.title) == plain(&b.title))
}

/// Words without capitals, signs and spaces.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn answers(question: &Question, responded: u32, fewest: u32) -> Result<(Answers<'_>, Counts<'_>), SuppressionReason> {
    let labels = || question.counts.0.iter().map(|(label, _)| label.as_str());
    let counts: Vec<u32> = question.counts.0.iter().map(|(_, count)| *count).collect();
    let is_one_of = |list: &[super::format::Located<Text>], label: &str| list.iter().any(|said| said.value == label);
    let side = |label: &str| (is_one_of(&question.positive, label), is_one_of(&question.neutral, label));
    let sides: Vec<(bool, bool)> = labels().map(side).collect();
    let total = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
    let several = question.choose_many == Some(true);
    let (people, suppression) = if several {
        (responded, suppression::several_choices(&counts, responded, fewest))
    } else {
        (total, suppression::one_choice(&counts, &sides, fewest))
    };
    let hidden = match suppression {
        Suppression::Everything => return Err(SuppressionReason::TooFew),
        Suppression::Nothing => vec![false; counts.len()],
        Suppression::Cells(hidden) => hidden,
    };
    let sum_of = |wanted: (bool, bool)| {
        let of_side = || sides.iter().zip(&hidden).filter(|(side, _)| **side == wanted);
        let elsewhere = sides.iter().zip(&hidden).any(|(side, hidden)| *side != wanted && *hidden);
        let split = of_side().any(|(_, hidden)| *hidden) && elsewhere;
        let cells = sides.iter().zip(&counts).filter(|(side, _)| **side == wanted).map(|(_, count)| *count);
        (of_side().next().is_some() && !several && !split).then(|| cells.fold(0, u32::saturating_add))
    };
    let table =
        Counts { cells: labels().zip(counts.iter().copied()).collect(), people, whole: !hidden.contains(&true) };
    let shown = hidden.iter().zip(&counts).map(|(hidden, count)| (!hidden).then_some(*count));
    let answers = Answers {
        people,
        counts: labels().zip(shown).collect(),
        positive: sum_of((true, false)),
        neutral: sum_of((false, true)),
    };
    Ok((answers, table))
}

/// What of each year's destinations may be published, in the order of the programme.
pub fn destinations(programme: &Programme) -> Vec<DestinationFigures<'_>> {
    let fewest = Thresholds::of(programme).leavers;
    let all = &programme.destinations;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| all.get(*at).map(|leavers| std::cmp::Reverse(leavers.cohort.value)));
    let mut wholes: Vec<(&Destinations, Published<'_>)> = Vec::new();
    let mut shown: Vec<(usize, DestinationFigures<'_>)> = Vec::with_capacity(order.len());
    for (at, destinations) in order.into_iter().filter_map(|at| Some((at, all.get(at)?))) {
        let figures = leavers(destinations, fewest).and_then(|(hidden, table)| {
            let mut over = wholes.iter_mut().filter(|(whole, _)| may_be_part_of(destinations, whole));
            if !over.all(|(_, whole)| whole.admits(&table, fewest)) {
                return Err(SuppressionReason::Overlap);
            }
            wholes.push((destinations, Published::new(table)));
            Ok((destinations.cohort.value, hidden))
        });
        shown.push((at, DestinationFigures { destinations, figures }));
    }
    shown.sort_by_key(|(at, _)| *at);
    shown.into_iter().map(|(_, shown)| shown).collect()
}

/// “Year 11 with an EHC plan” may be part of “Year 11”.
fn may_be_part_of(part: &Destinations, whole: &Destinations) -> bool {
    let (a, b) = (part, whole);
    (a.year, a.basis) == (b.year, b.basis) && plain(&a.leavers).contains(&plain(&b.leavers))
}

fn leavers(destinations: &Destinations, fewest: u32) -> Result<(Vec<bool>, Counts<'_>), SuppressionReason> {
    let cohort = destinations.cohort.value;
    let rows: Vec<Row> = destinations.destinations.iter().map(|row| row_of(&row.number, cohort)).collect();
    let hidden = match suppression::leavers(&rows, cohort, fewest) {
        Suppression::Everything => return Err(SuppressionReason::TooFew),
        Suppression::Nothing => vec![false; rows.len()],
        Suppression::Cells(hidden) => hidden,
    };
    let count = |row: &Row| if let Row::Count(count) = row { Some(*count) } else { None };
    let cells =
        destinations.destinations.iter().zip(&rows).filter_map(|(said, row)| Some((said.to.as_str(), count(row)?)));
    let whole = !hidden.contains(&true) && rows.iter().all(|row| count(row).is_some());
    Ok((hidden, Counts { cells: cells.collect(), people: cohort, whole }))
}

/// A percentage is treated as the nearest count: it reveals no more than that.
fn row_of(amount: &Amount, cohort: u32) -> Row {
    match amount {
        Amount::Count(count) => Row::Count(*count),
        Amount::Percent(percent) => {
            let share: f64 = percent.parse().unwrap_or(0.0);
            let count = (share / 100.0 * f64::from(cohort)).round().clamp(0.0, f64::from(cohort));
            Row::Count(format!("{count:.0}").parse().unwrap_or(0))
        }
        Amount::Words(words) => Row::Words(most_of(words)),
    }
}

/// The most that “fewer than 6”, “under 10”, “less than 6” or “up to 5” can stand for.
fn most_of(words: &str) -> Option<u32> {
    let words = words.to_lowercase();
    let number = |rest: &str| rest.split_whitespace().next()?.parse::<u32>().ok();
    let below = ["fewer than ", "less than ", "under ", "below "].iter().find_map(|start| words.strip_prefix(start));
    let up_to = ["up to ", "at most "].iter().find_map(|start| words.strip_prefix(start));
    below.and_then(number).map(|number| number.saturating_sub(1)).or_else(|| up_to.and_then(number))
}
