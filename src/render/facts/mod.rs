//! What the search index and the audit need to know about finished pages.
//!
//! A page is read once, while it is made: [`PageScanner`] takes what its template wrote and adds what is known about
//! the bodies that it shows. The header and footer are on many pages and are read once for all that share them.

mod batch;
mod page_parts;
mod page_state;
mod scanner;
mod tag_roles;

pub use batch::{LinkId, PageBatch, PageFacts, PageLink};
pub(super) use scanner::PageScanner;

use super::markdown::Bodies;
use super::output_file::OutputFile;

/// The facts of finished pages. Tests compare them with those that rendering gives.
pub fn read_pages(files: &[OutputFile]) -> PageBatch {
    let bodies = Bodies::default();
    let mut scanner = PageScanner::new(&bodies);
    for file in files.iter().filter(|file| file.path.ends_with(".html")) {
        scanner.read(&file.path, "", &String::from_utf8_lossy(&file.bytes));
    }
    scanner.finish()
}
