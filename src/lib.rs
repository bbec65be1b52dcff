//! Fingerpost turns a folder of Markdown and YAML into a school's careers-programme website.
//!
//! # Architecture
//!
//! Six folders of `src` are the stages of the pipeline. Each stage is a function from the types of stages before it to its
//! own:
//!
//! ```text
//!   content folder                                                      site folder
//!        │                                                                   ▲
//!        ▼                                                                   │
//!   1 read ──► Sources ──► 2 programme ──► Programme                   6 publish
//!                 │                            │                             ▲
//!                 │            ┌───────────────┤                             │
//!                 ▼            ▼               │                       OutputFile…
//!               text ─PageText─► 3 check       │                             ▲
//!                 │                 │          ▼                             │
//!                 │           CheckReport ─► 4 view                          │
//!                 │                            │                             │
//!                 │                          Site ──► 5 render ──────────────┤
//!                 └─TextBody────────────────────────────► ▲ │                │
//!                                             PictureStore┘ └─PageFacts─► audit
//! ```
//!
//! 1. [`read`]: a folder becomes [`read::Sources`], texts that know the place of every value.
//! 2. [`programme`]: sources become a [`programme::Programme`], typed and complete.
//! 3. [`check`]: the programme becomes a [`check::CheckReport`] and findings about what is missing, out of
//!    date, hard to read, inaccessible or private. Each text is read once for this and for rendering
//!    ([`text`]): the rules see it in full, and its [`text::TextBody`] is kept.
//! 4. [`view`]: programme and report become a [`view::Site`], every page's address and what it shows to
//!    which audience.
//! 5. [`render`]: site, bodies and theme become [`render::OutputFile`]s. Each page is read once while it is
//!    made, for its links, ids and words ([`render::PageFacts`]). From these come the search index and the
//!    [`audit`] of links and ids.
//! 6. `publish`: the files go into a folder, all of them or none.
//!
//! [`pipeline`] assembles them: [`build`] runs all six, [`build_in_memory`] the first five, [`load_programme`] the first
//! two. If no file has changed since the last build, the pipeline ends there. If only words below the front matter have
//! changed, `edit` puts these into the finished pages:
//!
//! ```text
//!   last build ──► EditBase ─┐
//!                            ▼
//!   changed texts ─► text ─► edit ─► OutputFile… ─► publish
//!                      └─► rules for texts
//! ```
//!
//! Next to the pipeline are `framework` (the field's facts as data, with sources and dates),
//! `report` (findings, places and how they are printed), `language` (the words of the
//! interface), `external` (links to other websites), `editor` (changes to content files, and their
//! history), `import` (spreadsheets, forms and calendars become content files, and departments get forms to
//! fill in), `year` (the content moves on to the next academic year) and `scaffold` (the files of a new
//! site). `explain` has the texts about every finding. `serve` (the preview) and `cli` (a file for each command) are above
//! everything else. A module uses only what is before it in this order, and no two files import each other. `tests/layers.rs`
//! checks both, and names a few pairs that are kept apart although the order would allow them:
//!
//! `report`, `framework`, `read`, `programme`, `text`, `check`, `language`, `view`, `render`, `audit`, `external`,
//! `publish`, `scaffold`, `edit`, `editor`, `import`, `year`, `explain`, `pipeline`, `serve`, `cli`.
//!
//! # Rules that hold everywhere
//!
//! - **Pure inside.** Files, clock, network and terminal are touched only at the edges: `read`, `publish`, `external`, `editor`,
//!   `serve` and `cli`. `clippy.toml` forbids them elsewhere, and each file that may is marked. Today is a parameter.
//! - **Findings are collected, never thrown.** A function takes `findings: &mut Findings`, adds what is
//!   wrong, and returns what it can. Every finding has a place in a file.
//! - **A finding is in one place.** Each stage has a table in its `findings.rs` with code, severity, message,
//!   help and explanation next to each other. A rule of `check` is one file with all of them.
//! - **Values are complete when built.** One function builds a value, and no later stage changes it.
//! - **Same input, same bytes.** Content, `today` and the version of the program decide the site.
//!
//! # Where to look
//!
//! | For | Look in |
//! | --- | --- |
//! | what runs when a file is saved in the preview | `serve/watch/watcher.rs`, then `serve/previews.rs` and `pipeline/preview.rs` |
//! | which numbers of people are published | `programme/disclosure`: minimums in `thresholds.rs`, cells in `suppression.rs`, subtraction in `differencing.rs` |
//! | limits of files, and of memory for pictures | `read/limits.rs`, `render/pictures/memory_budget.rs` |
//! | what a killed build leaves | `publish/mod.rs`; of a killed save, `editor/change_set.rs` |
//! | words of pages and messages | `themes/default/strings`, read in `language/load.rs` |
//! | dates as people write them | `programme/format/day.rs` and `inexact.rs`; in running text `text/written_dates.rs`; in imports `import/day.rs` |
//! | the content security policy | `render/host/settings.rs` and `themes/default/base.html` |
//!
//! # Glossary
//!
//! | Word | Means |
//! | --- | --- |
//! | activity | something the programme plans each year, without a fixed date |
//! | event | something with a date, or repeated on dates |
//! | audience | pupils, parents and carers, staff, or employers |
//! | past year | an academic year that is over, with its texts in `archive/` as they were |
//! | group | a year group, pathway or course area: what the programme is divided into |
//! | record | a struct read from the keys of a content file, defined with `record!` |
//! | finding | one thing that is wrong, missing or worth knowing, with its place |
//! | advice | a finding that `build` only counts and `check` prints |
//! | place | a file and a range of bytes in it |
//! | body | the Markdown of a content file, below its front matter |
//! | passage | a paragraph, list item, cell or heading, or a short text in YAML |
//! | term | a word as people search for it: lower case, without accents |
//! | hidden | not on the site today: a draft, not yet published, or past its last day |
//! | suppressed | not shown because the number is small enough to identify people |
//! | expired | a picture past the day until which it may be shown |
//! | personal | a file that identifies people, and so is never published |
//! | route | a page's address and what is known about it before it is built |
//! | manifest | the list of files that an earlier build wrote into the output folder |
//! | build cache | where the findings of the last build are kept, so that an unchanged one can report them again |
//! | edit | a change of words below the front matter, after which only the pages that show them are made again |
//! | file edit | a change of one value of a content file; no other byte of the file changes |
//! | history | what content files were before each save in the editor |
//! | form draft | a half-filled form of the editor, kept until it is saved |
//! | picture store | where processed pictures are kept between builds |

// The modules are public for the program and the integration tests only: the library is what is below.
#[doc(hidden)]
pub mod audit;
#[doc(hidden)]
pub mod check;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod edit;
#[doc(hidden)]
pub mod editor;
#[doc(hidden)]
pub mod explain;
#[doc(hidden)]
pub mod external;
#[doc(hidden)]
pub mod framework;
#[doc(hidden)]
pub mod import;
#[doc(hidden)]
pub mod language;
#[doc(hidden)]
pub mod pipeline;
#[doc(hidden)]
pub mod programme;
#[doc(hidden)]
pub mod publish;
#[doc(hidden)]
pub mod read;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod scaffold;
#[doc(hidden)]
pub mod serve;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod view;
#[doc(hidden)]
pub mod year;

pub use crate::check::ComplianceSummary;
pub use crate::framework::Facts;
pub use crate::pipeline::{
    AudiencePage, BuildOptions, BuiltPreview, BuiltSite, ChangedContent, Changes, CheckedYearPlan, ContentItem,
    ContentList, CriteriaList, EditedPreview, ItemKind, ListedBenchmark, ListedCriterion, NoYearPlan, Outcome,
    PreviewBase, PreviewChanges, SourceFiles, Stage, UploadedMedia, YearOptions, build, build_changed, build_draft,
    build_in_memory, build_preview, build_sources, changes_since_build, content_files, edit_draft, edit_preview,
    find_changes, folder_is_missing, is_out_of_date, load_programme, load_sources, plan_next_year, prepare_document,
    prepare_picture, preview_changes, published_file, published_files,
};
pub use crate::programme::Programme;
pub use crate::publish::{AdviceCounts, Published, Refusal};
pub use crate::read::{FolderChanges, Sources};
pub use crate::render::OutputFile;
pub use crate::report::{
    Code, ContentPath, Counts, FileLocation, Finding, Findings, Place, Position, Severity, Source,
};
