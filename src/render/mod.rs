//! Stage 5: a [`Site`](crate::view::Site) and a theme become files in memory.
//!
//! Takes the site of stage 4, the pictures, documents and theme files of stage 1, and a store for encoded pictures.
//! Returns the bytes of every file. First every Markdown body is converted to HTML, once, with placeholders for
//! pictures; then the pictures that pages use are processed and inserted; then each page is rendered with its
//! template, in parallel, and the search index is built from the finished pages. Broken links and anchors are reported
//! on the way.

mod assets;
mod atom;
mod css;
mod filters;
mod findings;
mod html_tags;
mod icalendar;
mod icons;
mod markdown;
mod open_data;
mod output_file;
mod pages;
mod picture_store;
mod pictures;
mod search;
mod site_files;
mod sitemap;
mod style_guide;
mod theme;

pub use findings::RenderProblem;
pub use html_tags::{Tag, Tags};
pub use output_file::OutputFile;
pub use picture_store::{NoPictureStore, PictureStore};
pub use site_files::{RenderInput, render};
pub use style_guide::style_guide;
