pub mod framework;
pub mod programme;
pub mod read;
pub mod report;
