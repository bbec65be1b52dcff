//! Assembles the stages: for a site in memory, for a site in a folder, and for the preview.

mod build;
mod preview;
mod site;
mod source_files;

pub use build::{BuildOptions, ChangedContent, Changes, Outcome, build, build_changed, find_changes};
pub use preview::{AudiencePage, BuiltPreview, EditedPreview, PreviewBase, build_preview, edit_preview};
pub use site::{BuiltSite, Stage, build_in_memory, build_sources, folder_is_missing, load_programme, load_sources};
pub use source_files::SourceFiles;
