pub mod framework;
pub mod programme;
pub mod read;
pub mod report;
pub mod view;
