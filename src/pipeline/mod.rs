//! Assembles the stages: for a site in memory, for a site in a folder, and for the preview.

mod build;
mod content_list;
mod criteria_list;
mod last_build;
mod next_year;
mod preview;
mod site;
mod source_files;
mod upload;

pub use build::{BuildOptions, ChangedContent, Changes, Outcome, build, build_changed, find_changes};
pub use content_list::{ContentItem, ContentList, ItemKind};
pub use criteria_list::{CriteriaList, ListedBenchmark, ListedCriterion};
pub use last_build::{changes_since_build, published_file, published_files};
pub use next_year::{CheckedYearPlan, NoYearPlan, YearOptions, plan_next_year};
pub use preview::{
    AudiencePage, BuiltPreview, EditedPreview, PreviewBase, PreviewChanges, build_draft, build_preview, edit_draft,
    edit_preview, preview_changes,
};
pub use site::{
    BuiltSite, Stage, build_in_memory, build_sources, content_files, folder_is_missing, is_out_of_date, load_programme,
    load_sources,
};
pub use source_files::SourceFiles;
pub use upload::{UploadedMedia, prepare_document, prepare_picture};
