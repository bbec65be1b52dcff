//! Beside the pipeline: exports of forms, spreadsheets and calendars become content files. It ends where
//! [`read`](crate::read) begins.
//!
//! Takes the bytes of a file and what the content folder already says; gives the texts of new files,
//! for review, and what was found. Touches no disk. Nothing that tells who people are leaves the sheet:
//! such columns are not read, free text is counted and never copied, and the order of rows is not kept.
//! Refuses what it would have to guess: a day whose month is not sure, an answer that nobody has named.

mod day;
mod file;
mod headings;
mod scales;
pub mod survey;
mod yaml;

pub use file::SheetFile;
