//! Samples the answers of a column, to propose how to count it.

use std::collections::BTreeMap;

use crate::framework::has_contact_details;
use crate::import::cell::one_line;

/// A column with more different answers is free text.
const MAX_ANSWERS: usize = 60;
/// A longer answer is free text. In characters.
const MAX_ANSWER_LENGTH: usize = 100;

/// The count of each answer. `None` once there are too many different answers.
#[derive(Clone, Debug)]
pub(super) struct AnswerCounts {
    answers: Option<BTreeMap<String, u32>>,
    /// Answers with an address or a number of somebody.
    private: u32,
}

impl Default for AnswerCounts {
    fn default() -> Self {
        Self { answers: Some(BTreeMap::new()), private: 0 }
    }
}

impl AnswerCounts {
    fn add(&mut self, answer: &str) {
        let answer = one_line(answer);
        // Never an option, however many gave it.
        if has_contact_details(&answer) {
            self.private += 1;
            return;
        }
        let Some(answers) = &mut self.answers else { return };
        if answer.chars().count() > MAX_ANSWER_LENGTH || answers.len() == MAX_ANSWERS && !answers.contains_key(&answer)
        {
            self.answers = None;
        } else if !answer.is_empty() {
            *answers.entry(answer).or_insert(0) += 1;
        }
    }

    /// The answers, if they can be options rather than free text.
    pub(super) fn counts(&self) -> Option<&BTreeMap<String, u32>> {
        self.answers.as_ref().filter(|_| self.private == 0)
    }

    /// The answers that several people gave, the most frequent first. `None` unless there are at least two and they make up
    /// 90% of all. What only one person wrote isn't an option, and must not be copied.
    pub(super) fn shared(&self) -> Option<Vec<&str>> {
        let answers = self.answers.as_ref()?;
        let total: u32 = answers.values().sum::<u32>() + self.private;
        let mut shared: Vec<(&str, u32)> =
            answers.iter().filter(|(_, count)| **count > 1).map(|(answer, count)| (answer.as_str(), *count)).collect();
        let shared_total: u32 = shared.iter().map(|(_, count)| count).sum();
        shared.sort_by_key(|(answer, count)| (std::cmp::Reverse(*count), *answer));
        (shared_total * 10 >= total * 9 && shared.len() > 1)
            .then(|| shared.into_iter().map(|(answer, _)| answer).collect())
    }

    /// The single answers, if others combine them with commas: of `Maths`, `Art, craft and design` and
    /// `Art, craft and design, Maths` the first two. `None` if fewer than two combine others.
    pub(super) fn single_answers(&self) -> Option<Vec<&str>> {
        let answers = self.answers.as_ref()?;
        let (combined, single): (Vec<&str>, Vec<&str>) =
            answers.keys().map(String::as_str).partition(|answer| is_combination(answer, answers));
        // What only one person wrote, and nobody combined with anything, may be about that person.
        let is_part =
            |answer: &str| combined.iter().any(|list| format!(", {list}, ").contains(&format!(", {answer}, ")));
        let is_option = |answer: &&str| answers.get(*answer).is_some_and(|count| *count > 1) || is_part(answer);
        (combined.len() > 1 && single.iter().all(is_option)).then_some(single)
    }
}

/// True if an answer is a list of two or more others.
fn is_combination(answer: &str, answers: &BTreeMap<String, u32>) -> bool {
    let parts: Vec<&str> = answer.split(", ").collect();
    // `reachable[n]`: the first n parts are a list of answers.
    let mut reachable = vec![false; parts.len() + 1];
    if let Some(start) = reachable.first_mut() {
        *start = true;
    }
    for to in 1..=parts.len() {
        let is_reachable = (0..to).any(|from| {
            let run = parts.get(from..to).unwrap_or_default();
            run.len() < parts.len() && reachable.get(from) == Some(&true) && answers.contains_key(&run.join(", "))
        });
        if let Some(entry) = reachable.get_mut(to) {
            *entry = is_reachable;
        }
    }
    reachable.last() == Some(&true)
}

#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    pub(super) complete: AnswerCounts,
    pub(super) by_semicolon: AnswerCounts,
    /// Cells split at commas followed by a space.
    pub(super) by_comma: AnswerCounts,
    /// The number of cells with a semicolon.
    pub(super) semicolons: u32,
    pub(super) filled: u32,
}

impl Sample {
    pub(super) fn add(&mut self, cell: &str) {
        if cell.trim().is_empty() {
            return;
        }
        self.filled += 1;
        self.semicolons += u32::from(cell.contains(';'));
        self.complete.add(cell);
        cell.split(';').for_each(|part| self.by_semicolon.add(part));
        cell.split(", ").for_each(|part| self.by_comma.add(part));
    }
}
