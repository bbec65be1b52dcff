//! The evidence laid out for a quality award: by the eight benchmarks, and impact on learning.

use jiff::civil::Date;
use serde::Serialize;

use super::figures::destinations;
use crate::framework::{EvidencePlace, Facts};
use crate::programme::disclosure::{PublishedAnswers, PublishedFigures};
use crate::programme::{CriterionStatus, Programme, criteria};

#[derive(Debug, Serialize)]
pub(super) struct AwardEvidence {
    pub(super) name: String,
    pub(super) layout: String,
    pub(super) source: String,
    pub(super) edition: String,
    pub(super) headings: Vec<AwardHeading>,
    /// Impact on learning, each in a sentence.
    pub(super) impact: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct AwardHeading {
    pub(super) title: String,
    pub(super) lines: Vec<AwardCriterion>,
}

/// A criterion, and where the evidence for it is.
#[derive(Debug, Serialize)]
pub(super) struct AwardCriterion {
    pub(super) id: String,
    pub(super) asks: String,
    /// In the school's own words.
    pub(super) own_words: Option<String>,
    /// The pages of the website that show it.
    pub(super) pages: String,
    /// What the website does not show yet.
    pub(super) missing: String,
}

pub(super) fn award_evidence(programme: &Programme, facts: &Facts, today: Date) -> AwardEvidence {
    let mut headings: Vec<AwardHeading> = Vec::new();
    for status in criteria(programme, facts, today).iter().filter(|status| status.applies()) {
        let title = format!("{}. {}", status.benchmark.number, status.benchmark.name);
        let line = line(status, programme);
        match headings.last_mut().filter(|last| last.title == title) {
            Some(last) => last.lines.push(line),
            None => headings.push(AwardHeading { title, lines: vec![line] }),
        }
    }
    let award = &facts.award;
    AwardEvidence {
        name: award.name.clone(),
        layout: award.layout.clone(),
        source: award.from.source.clone(),
        edition: award.from.edition_in_words(),
        headings,
        impact: impact(programme),
    }
}

fn line(status: &CriterionStatus<'_>, programme: &Programme) -> AwardCriterion {
    let shown = status.evidence.iter().filter(|shown| shown.missing.is_none());
    let mut pages: Vec<&str> = Vec::new();
    for page in shown.map(|shown| page_name(shown.page)) {
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    AwardCriterion {
        id: status.criterion.id.clone(),
        asks: programme.institution.words.in_text(&status.criterion.text),
        own_words: status.self_reported.map(|report| report.shown.clone()),
        pages: pages.join(", "),
        missing: status.missing().filter_map(|shown| shown.missing.clone()).collect::<Vec<_>>().join("; "),
    }
}

/// What a page of the website is called.
fn page_name(page: EvidencePlace) -> &'static str {
    match page {
        EvidencePlace::Home => "home page",
        EvidencePlace::Programme => "careers programme",
        EvidencePlace::Access => "how to get this information",
        EvidencePlace::ByBenchmark => "programme by benchmark",
        EvidencePlace::Events => "events",
        EvidencePlace::Subjects => "careers in subjects",
        EvidencePlace::Workplaces => "time in workplaces",
        EvidencePlace::Team => "careers team",
        EvidencePlace::Guidance => "personal guidance",
        EvidencePlace::Employers => "employers",
        EvidencePlace::Evaluation => "evaluation",
        EvidencePlace::Feedback => "feedback",
        EvidencePlace::Destinations => "destinations",
        EvidencePlace::Evidence => "evidence",
    }
}

fn impact(programme: &Programme) -> Vec<String> {
    let published = PublishedFigures::new(programme);
    let mut lines = Vec::new();
    let planned: Vec<&str> = programme
        .groups
        .iter()
        .enumerate()
        .filter(|(index, _)| programme.plans_for(*index).any(|plan| !plan.outcomes.is_empty()))
        .map(|(_, group)| group.name.as_str())
        .collect();
    if !planned.is_empty() {
        lines.push(format!("Learning outcomes are set for {}.", planned.join(", ")));
    }
    for shown in published.surveys.iter().filter(|shown| shown.figures.is_ok()) {
        for question in shown.figures.iter().flat_map(|figures| &figures.questions) {
            if let Ok(PublishedAnswers::Counts(answers)) = &question.answers
                && let Some(positive) = answers.positive
            {
                lines.push(format!(
                    "{}, {}: “{}” {positive} of {} gave a positive answer.",
                    shown.survey.title,
                    shown.survey.date.value.in_words(),
                    question.question.question,
                    answers.people
                ));
            }
        }
    }
    lines.extend(destinations(&published));
    let done = programme.actions.iter().filter(|action| action.done.is_some()).count();
    if done > 0 {
        lines.push(format!("Changes made because of feedback and evaluation: {done}."));
    }
    lines
}
