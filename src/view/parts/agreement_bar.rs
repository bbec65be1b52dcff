//! A diverging bar of agreement: positive answers to the right, the others to the left.
//!
//! Takes the publishable answers to a question; returns the parts of the bar in percent of its width, and a
//! text alternative. The mildest answers are next to the middle, with neutral ones across it. Suppressed
//! answers become one open part if their sum is known; otherwise there is no bar.

use std::collections::HashSet;

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::Question;
use crate::programme::disclosure::AnswerFigures;
use crate::view::format::share;

#[derive(Debug, Serialize)]
pub struct DivergingBar {
    pub parts: Vec<BarPart>,
    /// “63 of 187 (34%) not positive”, on the left. They need not be negative: some may be “Sometimes” or “Not sure”.
    pub left: String,
    /// “124 of 187 (66%) positive”, on the right.
    pub right: String,
    pub words: String,
}

#[derive(Debug, Serialize)]
pub struct BarPart {
    /// Its left edge, in percent of the bar's width.
    pub x: String,
    /// Its width, in percent of the bar's width.
    pub width: String,
    pub look: BarStyle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BarStyle {
    /// At the outer end of a side.
    Strong,
    /// Closer to the middle.
    Mild,
    Neutral,
    /// Too few answers to publish.
    Suppressed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Positive,
    Neutral,
    Other,
}

/// The bar of a question. `None` if no answers are positive, several could be given, or too much is suppressed.
pub(crate) fn bar(question: &Question, answers: &AnswerFigures<'_>, language: &Language) -> Option<DivergingBar> {
    let positive = answers.positive?;
    let [positives, neutrals] = [&question.positive, &question.neutral]
        .map(|list| list.iter().map(|answer| answer.value.as_str()).collect::<HashSet<&str>>());
    let side = |label: &str| match (positives.contains(label), neutrals.contains(label)) {
        (true, _) => Side::Positive,
        (_, true) => Side::Neutral,
        _ => Side::Other,
    };
    let neutral = if question.neutral.is_empty() { 0 } else { answers.neutral? };
    let other = answers.people.checked_sub(positive)?.checked_sub(neutral)?;
    let of = |wanted: Side| answers.counts.iter().filter(move |(label, _)| side(label) == wanted);
    // The mildest answers of a side are at the end that faces the other side.
    let first = |wanted: &dyn Fn(Side) -> bool| answers.counts.iter().position(|(label, _)| wanted(side(label)));
    // Without other answers, the neutral ones show which end of the scale is the best.
    let rest = first(&|side| side == Side::Other).or_else(|| first(&|side| side == Side::Neutral));
    let best_first = rest.is_none_or(|rest| first(&|side| side == Side::Positive) < Some(rest));
    let outwards = |wanted: Side, turned: bool| {
        let mut counts: Vec<Option<u32>> = of(wanted).map(|(_, count)| *count).collect();
        if turned {
            counts.reverse();
        }
        counts
    };
    let mut parts = BarBuilder { people: answers.people, parts: Vec::new() };
    let half = f64::from(neutral) / 2.0;
    parts.grow(-half, f64::from(neutral), BarStyle::Neutral);
    parts.side(half, positive, &outwards(Side::Positive, best_first), 1.0);
    parts.side(half, other, &outwards(Side::Other, !best_first), -1.0);
    let share_of = |count: u32| {
        let percent = share(count.into(), answers.people.into());
        message!(language, "share_of", count = count, all = answers.people, percent = percent)
    };
    // Without neutral answers, some of the others may be neutral.
    let left = if question.neutral.is_empty() { "share_not_positive" } else { "share_negative" };
    let answer_texts = answers.counts.iter().map(|(label, count)| {
        let count = count.map_or_else(|| language.text("withheld").to_owned(), |count| count.to_string());
        message!(language, "answer_count", answer = *label, count = &count)
    });
    let answer_texts = answer_texts.collect::<Vec<_>>().join(language.text("list_semicolon"));
    Some(DivergingBar {
        parts: parts.finish(),
        left: message!(language, left, share = &share_of(other)),
        right: message!(language, "share_positive", share = &share_of(positive)),
        words: message!(
            language,
            "bar_words",
            question = &question.question,
            people = answers.people,
            answers = &answer_texts,
        ),
    })
}

/// Collects the parts of a bar. Positions are numbers of people, counted from the middle.
struct BarBuilder {
    people: u32,
    parts: Vec<(f64, f64, BarStyle)>,
}

impl BarBuilder {
    fn grow(&mut self, from: f64, people: f64, style: BarStyle) {
        if people > 0.0 {
            self.parts.push((from, people, style));
        }
    }

    /// Adds one side, from the middle outwards. The suppressed part is the sum minus the known answers.
    fn side(&mut self, from: f64, sum: u32, counts: &[Option<u32>], direction: f64) {
        let mut at = from;
        let last = counts.len().saturating_sub(1);
        for (index, count) in counts.iter().enumerate() {
            let Some(people) = count.map(f64::from) else { continue };
            let style = if index == last { BarStyle::Strong } else { BarStyle::Mild };
            self.grow(if direction > 0.0 { at } else { -at - people }, people, style);
            at += people;
        }
        let known: u32 = counts.iter().flatten().sum();
        let suppressed = f64::from(sum.saturating_sub(known));
        self.grow(if direction > 0.0 { at } else { -at - suppressed }, suppressed, BarStyle::Suppressed);
    }

    /// In percent of the bar's width: everybody on one side fills half of it.
    fn finish(mut self) -> Vec<BarPart> {
        self.parts.sort_by(|a, b| a.0.total_cmp(&b.0));
        let all = f64::from(self.people.max(1));
        let percent = |people: f64| format!("{:.2}", people / all * 50.0);
        let part = |(from, people, style): (f64, f64, BarStyle)| BarPart {
            x: percent(from + all),
            width: percent(people),
            look: style,
        };
        self.parts.into_iter().map(part).collect()
    }
}
