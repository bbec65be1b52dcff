//! OpenDocument spreadsheets, as LibreOffice saves them.
//!
//! `calamine` reads this format too, but expands every table in memory when it opens a file and does not
//! report merged cells. An import must refuse merged cells, and a few bytes can repeat a row a million times.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::open_document_cell::{OpenCell, attribute};
use super::rows::{Extent, Flow, MAX_COLUMNS, Row, RowReader, TextBudget, check_unpacked_size};
use crate::read::inspect_error::InspectError;

pub(super) fn read_rows(bytes: &[u8], extent: Extent, reader: &mut dyn RowReader) -> Result<(), InspectError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| InspectError::Damaged)?;
    check_unpacked_size(&mut archive, extent.max_unpacked())?;
    let content = archive.by_name("content.xml").map_err(|_| InspectError::Damaged)?;
    let content = BufReader::new(content.take(extent.max_unpacked()));
    let tables = read_tables(content, extent, reader)?;
    // An encrypted file has no XML, and so no table.
    if tables == 0 { Err(InspectError::LockedOrOld) } else { Ok(()) }
}

/// The state of the reader.
struct TableState {
    tables: usize,
    is_hidden: bool,
    /// Styles of tables that people don't see.
    hidden_styles: HashSet<String>,
    style: String,
    budget: TextBudget,
    /// True if a repeated row counts as often as it repeats, because all rows are read.
    counts_repeats: bool,
    /// The row being read, and how often it repeats.
    row: Option<(Row, usize)>,
    /// Rows of this table so far.
    rows: u32,
    cell: Option<OpenCell>,
    /// True once the reader needs no more of this table.
    skipped: bool,
}

/// Reads the tables, and returns how many there are. Repeated cells count for each of their columns.
fn read_tables(content: impl BufRead, extent: Extent, rows: &mut dyn RowReader) -> Result<usize, InspectError> {
    let mut reader = Reader::from_reader(content);
    let mut state = TableState {
        tables: 0,
        is_hidden: false,
        hidden_styles: HashSet::new(),
        style: String::new(),
        budget: TextBudget::new(extent),
        counts_repeats: matches!(extent, Extent::All),
        row: None,
        rows: 0,
        cell: None,
        skipped: false,
    };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| InspectError::Damaged)? {
            Event::Eof => return Ok(state.tables),
            Event::Start(tag) => state.begin(&tag, rows),
            Event::Empty(tag) => state.add_empty(&tag, rows)?,
            Event::Text(text) => {
                if let (Some(cell), Ok(text)) = (&mut state.cell, text.decode()) {
                    cell.add(&text);
                }
            }
            Event::CData(text) => {
                if let (Some(cell), Ok(text)) = (&mut state.cell, text.decode()) {
                    cell.add(&text);
                }
            }
            Event::GeneralRef(entity) => state.cell.iter_mut().for_each(|cell| cell.add_entity(&entity)),
            Event::End(tag) => match tag.name().as_ref() {
                b"table:table-cell" | b"table:covered-table-cell" => {
                    if let Some(cell) = state.cell.take() {
                        let times = cell.times;
                        state.add_cell(&cell.finish(), times, rows)?;
                    }
                }
                b"table:table-row" if state.end_row(rows)? == Flow::Stop => return Ok(state.tables),
                name => state.cell.iter_mut().for_each(|cell| cell.end(name)),
            },
            _ => {}
        }
    }
}

const COLUMNS: &str = "table:number-columns-repeated";
const ROWS: &str = "table:number-rows-repeated";

impl TableState {
    fn begin(&mut self, tag: &BytesStart<'_>, rows: &mut dyn RowReader) {
        match tag.name().as_ref() {
            // A table inside a cell is a picture of another.
            b"table:table" if self.cell.is_none() => {
                self.tables += 1;
                let style = attribute(tag, "table:style-name").unwrap_or_default();
                self.is_hidden = self.hidden_styles.contains(&style);
                (self.row, self.rows, self.skipped) = (None, 0, false);
                rows.table(&attribute(tag, "table:name").unwrap_or_default());
            }
            b"table:table-row" => self.begin_row(repeats(tag, ROWS)),
            b"table:table-cell" | b"table:covered-table-cell" => {
                self.record(tag, rows);
                self.cell = Some(OpenCell::new(tag, repeats(tag, COLUMNS)));
            }
            b"style:style" => self.style = attribute(tag, "style:name").unwrap_or_default(),
            _ => self.cell.iter_mut().for_each(|cell| cell.begin(tag)),
        }
    }

    fn add_empty(&mut self, tag: &BytesStart<'_>, rows: &dyn RowReader) -> Result<(), InspectError> {
        match tag.name().as_ref() {
            b"table:table-cell" | b"table:covered-table-cell" => {
                self.record(tag, rows);
                let times = repeats(tag, COLUMNS);
                self.add_cell(&OpenCell::new(tag, times).finish(), times, rows)?;
            }
            b"table:table-row" => {
                self.rows = self.rows.saturating_add(u32::try_from(repeats(tag, ROWS)).unwrap_or(u32::MAX / 2));
            }
            b"style:table-properties" if attribute(tag, "table:display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            _ => self.cell.iter_mut().for_each(|cell| cell.add_empty(tag)),
        }
        Ok(())
    }

    fn begin_row(&mut self, times: usize) {
        let number = self.rows.saturating_add(1);
        let table = self.tables.saturating_sub(1);
        self.rows = self.rows.saturating_add(u32::try_from(times).unwrap_or(u32::MAX / 2));
        let is_hidden = self.is_hidden;
        self.row = Some((Row { table, number, cells: Vec::new(), formula: None, merged: None, is_hidden }, times));
    }

    /// Records formulas in columns that are needed, and merged cells.
    fn record(&mut self, tag: &BytesStart<'_>, rows: &dyn RowReader) {
        let Some((row, _)) = &mut self.row else { return };
        let column = row.cells.len();
        let has = |name: &str| tag.try_get_attribute(name).ok().flatten().is_some();
        let last = column + repeats(tag, "table:number-columns-repeated").max(1);
        if has("table:formula")
            && row.formula.is_none()
            && (column..last.min(column + MAX_COLUMNS)).any(|at| rows.wants(at))
        {
            row.formula = Some(column);
        }
        let spans = |name: &str| repeats(tag, name) > 1;
        let merged = spans("table:number-columns-spanned")
            || spans("table:number-rows-spanned")
            || tag.name().as_ref() == b"table:covered-table-cell";
        if merged && row.merged.is_none() {
            row.merged = Some(column);
        }
    }

    fn add_cell(&mut self, text: &str, times: usize, rows: &dyn RowReader) -> Result<(), InspectError> {
        let Some((row, _)) = &mut self.row else { return Ok(()) };
        let from = row.cells.len();
        let until = from.saturating_add(times).min(MAX_COLUMNS);
        if !text.is_empty() {
            self.budget.take(text, until.saturating_sub(from))?;
        }
        for column in from..until {
            row.cells.push(if rows.wants(column) { text.to_owned() } else { String::new() });
        }
        Ok(())
    }

    /// Passes a row on as often as it repeats. A few bytes can state a million, so they are counted first.
    fn end_row(&mut self, rows: &mut dyn RowReader) -> Result<Flow, InspectError> {
        let Some((row, times)) = self.row.take() else { return Ok(Flow::Next) };
        if self.skipped || row.cells.iter().all(String::is_empty) && row.formula.is_none() {
            return Ok(Flow::Next);
        }
        for at in 0..times {
            if at == 1 && self.counts_repeats {
                row.cells.iter().try_for_each(|cell| self.budget.take(cell, times - 1))?;
            }
            let number = row.number.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            match rows.row(Row { number, cells: row.cells.clone(), ..row }) {
                Flow::Next => {}
                Flow::NextTable => {
                    self.skipped = true;
                    break;
                }
                Flow::Stop => return Ok(Flow::Stop),
            }
        }
        Ok(Flow::Next)
    }
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> usize {
    let text = tag.try_get_attribute(name).ok().flatten();
    text.and_then(|text| std::str::from_utf8(&text.value).ok()?.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of a table with these rows, and the result of reading them all.
    fn read(styles: &str, rows: &str) -> (Vec<Vec<String>>, Result<usize, InspectError>) {
        let content = format!(
            "{styles}<office:spreadsheet><table:table table:name=\"A\" table:style-name=\"ta1\">{rows}</table:table>\
             </office:spreadsheet>"
        );
        let mut all = AllRows(Vec::new());
        let result = read_tables(content.as_bytes(), Extent::All, &mut all);
        (all.0, result)
    }

    struct AllRows(Vec<Vec<String>>);

    impl RowReader for AllRows {
        fn wants(&self, _: usize) -> bool {
            true
        }
        fn row(&mut self, row: Row) -> Flow {
            self.0.push(row.cells);
            if row.is_hidden { Flow::Stop } else { Flow::Next }
        }
    }

    fn cells(row: &str) -> Vec<String> {
        let (mut rows, result) = read("", &format!("<table:table-row>{row}</table:table-row>"));
        assert_eq!(result, Ok(1));
        rows.pop().unwrap_or_default()
    }

    #[test]
    fn repeated_cells_count_for_each_of_their_columns() {
        let (rows, result) = read(
            "",
            "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
             table:number-columns-repeated=\"16384\"/></table:table-row>
            <table:table-row><table:table-cell><text:p>Fore<text:span>name</text:span></text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>UPN</text:p></table:table-cell>
            </table:table-row>",
        );
        assert_eq!(result, Ok(1));
        assert_eq!(rows, [["Forename", "", "", "UPN"].map(str::to_owned)]);
    }

    #[test]
    fn text_that_a_merged_cell_covers_is_read() {
        let row = "<table:table-cell table:number-columns-spanned=\"2\"><text:p>Options</text:p></table:table-cell>\
                   <table:covered-table-cell><text:p>Emma Sample</text:p></table:covered-table-cell>\
                   <table:table-cell><text:p>10A</text:p></table:table-cell>";
        assert_eq!(cells(row), ["Options", "Emma Sample", "10A"]);
    }

    #[test]
    fn only_formulas_in_columns_that_are_needed_are_recorded() {
        struct Formulas(usize, Option<usize>);
        impl RowReader for Formulas {
            fn wants(&self, column: usize) -> bool {
                column == self.0
            }
            fn row(&mut self, row: Row) -> Flow {
                self.1 = row.formula;
                Flow::Next
            }
        }
        let row = "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell \
                   table:formula=\"of:=1\"><text:p>1</text:p></table:table-cell></table:table-row></table:table>";
        for (column, formula) in [(0, None), (1, Some(1))] {
            let mut reader = Formulas(column, None);
            read_tables(row.as_bytes(), Extent::All, &mut reader).expect("a table");
            assert_eq!(reader.1, formula);
        }
    }

    #[test]
    fn comments_and_drawings_are_not_part_of_a_cell() {
        let row = "<table:table-cell office:value-type=\"string\"><office:annotation><dc:creator>Sam Sample</dc:creator>\
                   <text:p>Ask first</text:p></office:annotation><text:p>Fair</text:p><draw:frame><draw:text-box><text:p>Note\
                   </text:p></draw:text-box></draw:frame></table:table-cell><table:table-cell><text:p><text:ruby>\
                   <text:ruby-base>A</text:ruby-base><text:ruby-text>ah</text:ruby-text></text:ruby></text:p></table:table-cell>";
        assert_eq!(cells(row), ["Fair", "A"]);
    }

    #[test]
    fn dates_and_times_are_read_as_they_are_stored() {
        let row = "<table:table-cell office:value-type=\"date\" office:date-value=\"2027-04-03\"><text:p>03/04/27</text:p>\
                   </table:table-cell><table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\"><text:p>\
                   half past nine</text:p></table:table-cell><table:table-cell office:value-type=\"boolean\" \
                   office:boolean-value=\"true\"><text:p>WAHR</text:p></table:table-cell><table:table-cell \
                   office:value-type=\"float\" office:value=\"12\"><text:p>12</text:p></table:table-cell>";
        assert_eq!(cells(row), ["2027-04-03", "09:30:00", "TRUE", "12"]);
    }

    #[test]
    fn white_space_elements_are_white_space() {
        let row = "<table:table-cell><text:p>Careers<text:s text:c=\"2\"/>fair<text:tab/>for\n   <text:line-break/>all &amp; \
                   <text:a>one</text:a></text:p><text:p>more</text:p></table:table-cell>";
        assert_eq!(cells(row), ["Careers  fair\tfor \nall & one\nmore"]);
        let many = "<table:table-cell><text:p>a<text:s text:c=\"999999999\"/>b</text:p></table:table-cell>";
        assert!(cells(many)[0].len() < 1_000);
    }

    #[test]
    fn hidden_tables_are_marked() {
        let style = "<style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>";
        let row = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";
        assert_eq!(read(style, &row.repeat(2)).0.len(), 1, "stops at a hidden row");
        assert_eq!(read("", &row.repeat(2)).0.len(), 2);
    }

    #[test]
    fn repeated_cells_are_counted_before_they_are_passed_on() {
        let row = "<table:table-row table:number-rows-repeated=\"240000\"><table:table-cell \
                   table:number-columns-repeated=\"390\"><text:p>x</text:p></table:table-cell></table:table-row>";
        let (rows, result) = read("", row);
        assert_eq!((rows.len(), result), (1, Err(InspectError::TooLarge)));
        let long = format!(
            "<table:table-row><table:table-cell table:number-columns-repeated=\"390\"><text:p>{}</text:p></table:table-cell>\
             </table:table-row>",
            "x".repeat(900_000)
        );
        assert_eq!(read("", &long).1, Err(InspectError::TooLarge));
    }
}
