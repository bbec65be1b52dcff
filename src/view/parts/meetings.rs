//! How many of each group had their guidance meeting. Small numbers are suppressed.

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{Had, MeetingFigures, MeetingRow, SuppressionReason};
use crate::programme::format::{InexactDate, Percent};
use crate::programme::{MarkedText, RichText};
use crate::view::context::Context;
use crate::view::dates::DayInWords;

/// The meetings of an academic year.
#[derive(Debug, Serialize)]
pub struct MeetingTable {
    /// The day of counting.
    pub day: DayInWords,
    pub rows: Vec<MeetingLine>,
    /// Why rows say “not published”, in sentences.
    pub suppressed_why: Option<String>,
    pub source: Option<String>,
    pub note: Option<MarkedText>,
    /// True if a row has a share.
    pub has_shares: bool,
}

#[derive(Debug, Serialize)]
pub struct MeetingLine {
    pub group: String,
    /// “171 of 178”, “nearly all of 178” or “not published”.
    pub had: String,
    pub percent: Option<Percent>,
    /// “Year 11: 171 of 178 had their guidance meeting by 12 June 2026.” `None` if it is not published.
    pub sentence: Option<String>,
}

/// The newest counts of each academic year, the newest first. None if the school does not publish its results.
pub(crate) fn meeting_tables(context: &Context<'_>) -> Vec<MeetingTable> {
    if !context.shows_results() {
        return Vec::new();
    }
    context.figures.meetings.iter().map(|shown| table(shown, &context.language)).collect()
}

/// A sentence about each group whose meetings are published, from the newest counts.
pub(crate) fn meeting_sentences(context: &Context<'_>) -> Vec<String> {
    let newest = meeting_tables(context).into_iter().next();
    newest.into_iter().flat_map(|table| table.rows).filter_map(|row| row.sentence).collect()
}

fn table(shown: &MeetingFigures<'_>, language: &Language) -> MeetingTable {
    let file = &shown.counts.file;
    let day = language.date(&InexactDate::day(shown.counts.as_of));
    let rows: Vec<MeetingLine> = shown.rows.iter().map(|row| line(row, &day, language)).collect();
    let reasons = || shown.rows.iter().filter_map(|row| row.figures.as_ref().err());
    let is_small = reasons().any(|reason| *reason == SuppressionReason::TooFew);
    let why = if is_small { "withheld_small_rows" } else { "withheld_overlap_rows" };
    // The number may be left out because of the size of another table.
    let mut lines = shown.rows.iter().zip(&rows);
    let is_left_out = lines.any(|(row, line)| row.figures.is_ok() && line.had == language.text("withheld"));
    let whys = [reasons().next().map(|_| why), is_left_out.then_some("withheld_numbers")];
    let whys: Vec<&str> = whys.into_iter().flatten().map(|why| language.text(why)).collect();
    MeetingTable {
        suppressed_why: (!whys.is_empty()).then(|| whys.join(" ")),
        source: file.source.clone(),
        note: file.note.as_ref().map(RichText::marked),
        has_shares: rows.iter().any(|row| row.percent.is_some()),
        day,
        rows,
    }
}

fn line(row: &MeetingRow<'_>, day: &DayInWords, language: &Language) -> MeetingLine {
    let Ok(figures) = row.figures else {
        let had = language.text("withheld").to_owned();
        return MeetingLine { group: row.name.to_owned(), had, percent: None, sentence: None };
    };
    let all = figures.offered.map(|offered| offered.to_string());
    let of_all = |key: &str, alone: &str| match &all {
        Some(all) => message!(language, key, all = all),
        None => language.text(alone).to_owned(),
    };
    let had = match (figures.had, &all) {
        (Had::Number(met), Some(all)) => message!(language, "met_number", number = &met.to_string(), all = all),
        (Had::Share(_), _) | (Had::Number(_) | Had::Nobody, None) => language.text("withheld").to_owned(),
        (Had::Everyone, _) => of_all("met_all_of", "met_all"),
        (Had::NearlyEveryone, _) => of_all("met_nearly_all_of", "met_nearly_all"),
        (Had::AFew, _) => of_all("met_few_of", "met_few"),
        (Had::Nobody, Some(all)) => message!(language, "met_number", number = "0", all = all),
    };
    let had_words = if let Had::Share(share) = figures.had { language.percent(share) } else { had.clone() };
    let sentence = message!(language, "met_by", who = row.name, had = &had_words, day = &day.plain);
    let sentence = (figures.had != Had::Nobody).then_some(sentence);
    MeetingLine { group: row.name.to_owned(), had, percent: figures.share(), sentence }
}
