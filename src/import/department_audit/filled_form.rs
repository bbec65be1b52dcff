//! Reads a form that came back: its department, and the rows that somebody has filled in.

use super::cells::AuditColumn;
use super::departments::Department;
use super::findings::AuditFormProblem;
use super::form::FORM_OF;
use super::markdown_table::read_lines;
use crate::import::SheetFile;
use crate::import::cell::{column_name, one_line};
use crate::import::findings::SheetError;
use crate::programme::{is_example, slug};
use crate::read::sheet::{Flow, Row, RowReader};
use crate::report::{Findings, Place};

/// How many rows are searched for the headings.
const MAX_TOP: usize = 60;
/// No department does more.
const MAX_ANSWERS: usize = 200;

/// A form that came back.
#[derive(Debug)]
pub struct FilledForm {
    /// The name of its file.
    pub file: String,
    /// Its department, by index.
    pub department: Option<usize>,
    /// What each column is.
    columns: Vec<Option<AuditColumn>>,
    /// The rows below the headings that are not empty.
    pub(super) rows: Vec<Row>,
    /// True if its rows are lines of a text.
    is_text: bool,
}

/// Reads a form. `None` after adding a finding if it can't be read.
pub fn read_form(file: SheetFile<'_>, departments: &[Department<'_>], findings: &mut Findings) -> Option<FilledForm> {
    let mut reader = FormReader::default();
    let is_text = ["md", "markdown"].contains(&file.extension().as_str());
    let read = if is_text {
        let text = crate::read::decode(file.bytes.to_vec()).ok_or(SheetError::Damaged);
        text.map(|(text, _)| read_lines(&text, &mut reader))
    } else {
        file.rows(&mut reader)
    };
    if let Err(error) = read {
        file.report(error, findings);
        return None;
    }
    let mut report = |problem| findings.add(problem, Place::of_file(file.name));
    if reader.columns.is_empty() || reader.is_too_large {
        let limit = MAX_ANSWERS;
        report(if reader.is_too_large { AuditFormProblem::TooLong { limit } } else { AuditFormProblem::NotAForm });
        return None;
    }
    if !reader.unknown.is_empty() {
        report(AuditFormProblem::UnknownColumns { headings: reader.unknown });
    }
    let is_missing = |column: &AuditColumn| !reader.columns.contains(&Some(*column));
    let has_answers = !reader.rows.is_empty();
    for (column, about) in [(AuditColumn::Groups, "which groups take part"), (AuditColumn::When, "when it is")] {
        if is_missing(&column) && has_answers {
            report(AuditFormProblem::NoColumn { about });
        }
    }
    let stem = file.name.rsplit_once('.').map_or(file.name, |(stem, _)| stem);
    let named = |name: &str| departments.iter().position(|department| department.file_stem() == slug(name));
    let department = reader.department.as_deref().and_then(named).or_else(|| named(without_copy_mark(stem)));
    Some(FilledForm { file: file.name.to_owned(), department, columns: reader.columns, rows: reader.rows, is_text })
}

/// The name of a file without the “ (1)” of a download.
fn without_copy_mark(stem: &str) -> &str {
    let copy = stem.strip_suffix(')').and_then(|start| start.rsplit_once(" ("));
    copy.filter(|(_, number)| number.parse::<u32>().is_ok()).map_or(stem, |(name, _)| name)
}

impl FilledForm {
    /// The text of a cell on one line, without the bullet that may be before it.
    pub(super) fn text(&self, column: AuditColumn, row: &Row) -> String {
        let index = self.columns.iter().position(|known| *known == Some(column));
        let text = index.and_then(|index| row.cells.get(index)).map_or_else(String::new, |cell| one_line(cell));
        let bullet = ["- ", "• ", "* ", "– ", "· "].iter().find_map(|bullet| text.strip_prefix(bullet));
        bullet.unwrap_or(&text).trim().to_owned()
    }

    /// True if nobody has filled it in: it has no rows, or the example alone.
    pub(super) fn is_blank(&self) -> bool {
        self.rows.iter().all(|row| is_example(&self.text(AuditColumn::What, row)))
    }

    /// How people find a cell: “cell B12” or “line 30”.
    pub(super) fn place(&self, column: AuditColumn, row: &Row) -> String {
        let index = self.columns.iter().position(|known| *known == Some(column));
        match index.filter(|_| !self.is_text) {
            Some(index) => format!("cell {}{}", column_name(index), row.number),
            None => self.row_place(row),
        }
    }

    /// The same for a row.
    pub(super) fn row_place(&self, row: &Row) -> String {
        format!("{} {}", if self.is_text { "line" } else { "row" }, row.number)
    }

    /// How people find a cell by the index of its column.
    pub(super) fn cell_place(index: usize, row: &Row) -> String {
        format!("cell {}{}", column_name(index), row.number)
    }
}

/// Finds the first table with the headings of a form.
#[derive(Default)]
struct FormReader {
    department: Option<String>,
    /// The table and the number of rows above the headings.
    table: usize,
    above: usize,
    columns: Vec<Option<AuditColumn>>,
    unknown: Vec<String>,
    rows: Vec<Row>,
    is_too_large: bool,
}

impl FormReader {
    /// Takes the headings, if the row has those of a form.
    fn take_headings(&mut self, row: &Row) -> bool {
        let mut columns: Vec<Option<AuditColumn>> = Vec::new();
        for cell in &row.cells {
            let column = AuditColumn::of_heading(&one_line(cell));
            columns.push(column.filter(|column| !columns.contains(&Some(*column))));
        }
        let known = columns.iter().flatten().count();
        let is_heading = known > 2 && columns.contains(&Some(AuditColumn::What));
        if is_heading {
            let texts = row.cells.iter().map(|cell| one_line(cell)).zip(&columns);
            self.unknown =
                texts.filter(|(text, column)| column.is_none() && !text.is_empty()).map(|(text, _)| text).collect();
            self.columns = columns;
        }
        is_heading
    }
}

impl RowReader for FormReader {
    fn wants(&self, column: usize) -> bool {
        self.columns.is_empty() || self.columns.get(column).is_some_and(Option::is_some)
    }

    fn row(&mut self, row: Row) -> Flow {
        if row.is_hidden {
            return Flow::NextTable;
        }
        if row.table != self.table {
            if !self.columns.is_empty() {
                return Flow::Stop;
            }
            (self.table, self.above) = (row.table, 0);
        }
        if self.columns.is_empty() {
            let first = row.cells.iter().map(|cell| one_line(cell)).find(|cell| !cell.is_empty()).unwrap_or_default();
            if let Some(name) = first.strip_prefix(FORM_OF.trim_end()) {
                self.department = Some(name.trim().to_owned());
            }
            self.above += 1;
            let is_last = !self.take_headings(&row) && self.above == MAX_TOP;
            return if is_last { Flow::NextTable } else { Flow::Next };
        }
        if row.cells.iter().any(|cell| !cell.trim().is_empty()) || row.formula.is_some() {
            self.is_too_large = self.rows.len() == MAX_ANSWERS;
            if self.is_too_large {
                return Flow::Stop;
            }
            self.rows.push(row);
        }
        Flow::Next
    }
}
