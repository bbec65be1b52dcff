//! What stands in a column, as far as a proposal needs it: which answers were given more than once.

use std::collections::BTreeMap;

use crate::import::headings::one_line;

/// The most different answers that are told apart: with more it is free text.
const MOST_ANSWERS: usize = 60;
/// The longest answer that somebody could have ticked, in letters.
const LONGEST: usize = 100;

/// Different answers and how often each was given; `None` once there are too many.
#[derive(Clone, Debug)]
pub(super) struct Answers(Option<BTreeMap<String, u32>>);

impl Default for Answers {
    fn default() -> Self {
        Self(Some(BTreeMap::new()))
    }
}

impl Answers {
    fn add(&mut self, answer: &str) {
        let Some(answers) = &mut self.0 else { return };
        let answer = one_line(answer);
        if answer.chars().count() > LONGEST || answers.len() == MOST_ANSWERS && !answers.contains_key(&answer) {
            self.0 = None;
        } else if !answer.is_empty() {
            *answers.entry(answer).or_insert(0) += 1;
        }
    }

    /// The answers, if there are few enough to have been ticked.
    pub(super) fn few(&self) -> Option<&BTreeMap<String, u32>> {
        self.0.as_ref()
    }

    /// The answers that several people gave, the most frequent first; `None` unless they make up nine
    /// tenths of all, or if there is but one. What one person wrote alone is nobody's option, and is not copied.
    pub(super) fn shared(&self) -> Option<Vec<&str>> {
        let answers = self.0.as_ref()?;
        let all: u32 = answers.values().sum();
        let mut shared: Vec<(&str, u32)> =
            answers.iter().filter(|(_, count)| **count > 1).map(|(answer, count)| (answer.as_str(), *count)).collect();
        let told: u32 = shared.iter().map(|(_, count)| count).sum();
        shared.sort_by_key(|(answer, count)| (std::cmp::Reverse(*count), *answer));
        (told * 10 >= all * 9 && shared.len() > 1).then(|| shared.into_iter().map(|(answer, _)| answer).collect())
    }

    /// The answers of which others are put together with commas: of `Maths`, `Art, craft and design` and
    /// `Art, craft and design, Maths` the first two. `None` if too few are put together so.
    pub(super) fn atoms(&self) -> Option<Vec<&str>> {
        let answers = self.0.as_ref()?;
        let (joint, atoms): (Vec<&str>, Vec<&str>) =
            answers.keys().map(String::as_str).partition(|answer| is_joint(answer, answers));
        (joint.len() > 1).then_some(atoms)
    }
}

/// True if an answer is two or more others in a row.
fn is_joint(answer: &str, answers: &BTreeMap<String, u32>) -> bool {
    let parts: Vec<&str> = answer.split(", ").collect();
    // How far the others reach: `reach[at]` if the first parts up to there are answers.
    let mut reach = vec![false; parts.len() + 1];
    if let Some(start) = reach.first_mut() {
        *start = true;
    }
    for to in 1..=parts.len() {
        let found = (0..to).any(|from| {
            let run = parts.get(from..to).unwrap_or_default();
            run.len() < parts.len() && reach.get(from) == Some(&true) && answers.contains_key(&run.join(", "))
        });
        if let Some(reached) = reach.get_mut(to) {
            *reached = found;
        }
    }
    reach.last() == Some(&true)
}

/// What stands in a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    /// Cells as they are.
    pub(super) whole: Answers,
    /// The same, parted at semicolons.
    pub(super) by_semicolon: Answers,
    /// The same, parted at commas with a space behind.
    pub(super) by_comma: Answers,
    /// Cells with a semicolon.
    pub(super) semicolons: u32,
    /// Cells with something in them.
    pub(super) filled: u32,
}

impl Sample {
    pub(super) fn add(&mut self, cell: &str) {
        if cell.trim().is_empty() {
            return;
        }
        self.filled += 1;
        self.semicolons += u32::from(cell.contains(';'));
        self.whole.add(cell);
        cell.split(';').for_each(|part| self.by_semicolon.add(part));
        cell.split(", ").for_each(|part| self.by_comma.add(part));
    }
}
