//! Stage 5: a [`Site`](crate::view::Site) and a theme become files in memory.
//!
//! Takes the site of stage 4, the pictures, documents and theme files of stage 1, and a store for encoded pictures.
//! Hands each file to a [`SiteOutput`] as soon as it is made, so that the site need not be in memory. First the links of
//! every Markdown body are resolved, which decides the pictures to process; then the bodies are finished; then each page
//! is rendered with its template, in parallel, and read once for its facts: links, ids and words. The search index is
//! built from the facts. What an edit of words needs to know is kept as an [`EditableSite`]. Broken links and anchors are reported on the way.

mod assets;
mod atom;
mod content_type;
mod css;
mod editable_site;
mod facts;
mod filters;
mod findings;
mod host;
mod html_tags;
mod icalendar;
mod icons;
mod markdown;
mod open_data;
mod output_file;
mod page_assets;
mod pages;
mod picture_store;
mod pictures;
mod search;
mod site_files;
mod sitemap;
mod style_guide;
mod theme;

pub use assets::is_style_or_script;
pub use content_type::{ACTIVE_FILE_POLICY, HTML, UNKNOWN, content_type, is_active};
pub use editable_site::{EditableSite, EditedSite};
pub use facts::{LinkId, PageBatch, PageFacts, PageLink, read_pages};
pub use findings::RenderProblem;
pub use host::PAGE_POLICY;
pub use open_data::OPEN_DATA;
pub use output_file::{MemoryOutput, OutputFile, SiteOutput};
pub use picture_store::{NoPictureStore, PictureStore};
pub use pictures::{StoredPicture, stored_picture};
pub use site_files::{RenderInput, RenderedSite, render};
pub use style_guide::style_guide;
