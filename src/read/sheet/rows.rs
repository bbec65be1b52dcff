//! Rows of a spreadsheet, and the trait that receives them.

use std::io::{Read, Seek};

use zip::ZipArchive;

use crate::read::inspect_error::InspectError;
use crate::read::limits;

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Which table of the file it belongs to, from 0.
    pub table: usize,
    /// Its number in the table, from 1.
    pub number: u32,
    /// Its cells as text. Days and times are in ISO 8601.
    pub cells: Vec<String>,
    /// The column of its first formula.
    pub formula: Option<usize>,
    /// The column of its first cell that is merged with others.
    pub merged: Option<usize>,
    /// True if people don't see its table.
    pub is_hidden: bool,
}

/// What to read next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next row.
    Next,
    /// The next table.
    NextTable,
    /// Nothing more.
    Stop,
}

/// Receives the rows of a spreadsheet.
pub trait RowReader {
    /// True for columns whose cells are needed. Other cells stay empty.
    fn wants(&self, column: usize) -> bool;
    /// Receives the name of a table before its rows.
    fn table(&mut self, _name: &str) {}
    /// Receives a row and returns what to read next.
    fn row(&mut self, row: Row) -> Flow;
}

/// How many columns of a row are read.
pub(super) const MAX_COLUMNS: usize = 400;
/// How many tables of a file are read.
pub(super) const MAX_TABLES: usize = 40;

/// How much text the cells of a file may have together. A text that is stored once may be in a million cells.
#[derive(Debug)]
pub(super) struct TextBudget {
    bytes_left: u64,
    cells_left: usize,
}

impl TextBudget {
    /// How many cells of a file are read: 250,000 rows of forty columns.
    const MAX_CELLS: usize = 10_000_000;
    /// The length of a cell, in bytes. Excel allows 32,767 characters.
    const MAX_CELL: usize = 200_000;

    pub(super) fn new(extent: Extent) -> Self {
        Self { bytes_left: extent.max_unpacked(), cells_left: Self::MAX_CELLS }
    }

    /// Takes a number of cells with the same text from the budget.
    pub(super) fn take(&mut self, text: &str, cells: usize) -> Result<(), InspectError> {
        if text.len() > Self::MAX_CELL {
            return Err(InspectError::TooLarge);
        }
        let bytes = (text.len() as u64).saturating_mul(cells as u64);
        self.bytes_left = self.bytes_left.checked_sub(bytes).ok_or(InspectError::TooLarge)?;
        self.cells_left = self.cells_left.checked_sub(cells).ok_or(InspectError::TooLarge)?;
        Ok(())
    }
}

/// How much of a spreadsheet is read.
#[derive(Clone, Copy, Debug)]
pub enum Extent {
    /// The top rows, to see what it is about.
    Top,
    /// All rows, for an import.
    All,
}

impl Extent {
    /// How much it may be when unpacked, in bytes.
    pub(super) fn max_unpacked(self) -> u64 {
        match self {
            Self::Top => limits::MAX_UNPACKED_BYTES,
            Self::All => limits::MAX_IMPORT_BYTES,
        }
    }
}

/// Unpacks every part of a file without keeping it, to check its size: the sizes stated in the file may be
/// wrong.
pub(super) fn check_unpacked_size<R: Read + Seek>(archive: &mut ZipArchive<R>, limit: u64) -> Result<(), InspectError> {
    let mut left = limit;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| InspectError::Damaged)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| InspectError::Damaged)?;
        left = left.checked_sub(read).ok_or(InspectError::TooLarge)?;
    }
    Ok(())
}
