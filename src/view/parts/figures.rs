//! Tables of figures, and figures that the school states, on the pages they belong to.

use serde::Serialize;

use crate::programme::disclosure::{TableFigures, TableSuppression};
use crate::programme::format::LabelledTexts;
use crate::programme::{FiguresFile, FiguresPage, FiguresUnit, MarkedText, RichText};
use crate::view::context::Context;
use crate::view::dates::DayInWords;

/// A figure that the school states, with its label.
#[derive(Clone, Debug, Serialize)]
pub struct StatedFigure {
    pub label: String,
    pub text: String,
}

#[derive(Debug, Serialize)]
pub struct FiguresTable {
    pub title: String,
    pub measures: String,
    pub day: Option<DayInWords>,
    pub columns: Vec<String>,
    /// Empty if the table is suppressed.
    pub rows: Vec<FiguresRow>,
    /// Why the table is suppressed, in a sentence.
    pub suppressed_why: Option<String>,
    pub note: Option<MarkedText>,
    pub source: String,
    pub link: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct FiguresRow {
    pub heading: String,
    pub cells: Vec<String>,
}

pub(crate) fn stated(figures: Option<&LabelledTexts>) -> Vec<StatedFigure> {
    let figures = figures.into_iter().flat_map(|figures| &figures.0);
    figures.map(|(label, text)| StatedFigure { label: label.clone(), text: text.clone() }).collect()
}

/// The tables of a page, in the school's order.
pub(crate) fn figures_of(page: FiguresPage, context: &Context<'_>) -> Vec<FiguresTable> {
    let tables = context.figures.tables.iter();
    let of_page = tables.filter(|shown| shown.table.page.unwrap_or(FiguresPage::Evaluation) == page);
    of_page.map(|shown| figures_table(shown, context)).collect()
}

fn figures_table(shown: &TableFigures<'_>, context: &Context<'_>) -> FiguresTable {
    let language = &context.language;
    let TableFigures { table, suppressed } = shown;
    let is_suppressed = suppressed.is_some();
    let why = suppressed.as_ref().map(|suppressed| match suppressed {
        TableSuppression::Small { .. } | TableSuppression::Share { .. } => "withheld_small",
        TableSuppression::Remainder { .. } | TableSuppression::Overlap { .. } => "withheld_overlap",
    });
    let rows = table.rows.0.iter().map(|row| FiguresRow {
        heading: row.heading.clone(),
        cells: row.cells.iter().map(|cell| cell_words(&cell.value, table.unit, context)).collect(),
    });
    let (columns, rows) = with_cohorts(table, rows.collect(), context);
    FiguresTable {
        title: table.title.clone(),
        measures: table.measures.clone(),
        day: table.date.as_ref().map(|date| language.date(&date.value)),
        columns,
        rows: if is_suppressed { Vec::new() } else { rows },
        suppressed_why: why.map(|why| language.text(why).to_owned()),
        note: table.note.as_ref().map(RichText::marked),
        source: table.source.clone(),
        link: table.link.as_ref().map(|link| link.as_str().to_owned()),
    }
}

/// The columns and rows, with a column and a row for the numbers of people where they are stated.
fn with_cohorts(table: &FiguresFile, rows: Vec<FiguresRow>, context: &Context<'_>) -> (Vec<String>, Vec<FiguresRow>) {
    let people = context.language.text("people");
    let (mut columns, mut rows) = (table.columns.clone(), rows);
    if rows.iter().any(|row| table.cohort(&row.heading).is_some()) {
        if columns.is_empty() {
            columns.push(table.measures.clone());
        }
        columns.push(people.to_owned());
        for row in &mut rows {
            let cohort = table.cohort(&row.heading).unwrap_or_default().to_owned();
            row.cells.push(cohort);
        }
    }
    if table.columns.iter().any(|column| table.cohort(column).is_some()) {
        let cells = columns.iter().map(|column| table.cohort(column).unwrap_or_default().to_owned());
        rows.push(FiguresRow { heading: people.to_owned(), cells: cells.collect() });
    }
    (columns, rows)
}

/// “66.2%”. Words stay as they are.
fn cell_words(cell: &str, unit: FiguresUnit, context: &Context<'_>) -> String {
    let percent = crate::programme::format::Percent::parse(cell).filter(|_| unit == FiguresUnit::Percent);
    percent.map_or_else(|| cell.to_owned(), |percent| context.language.percent(percent))
}
