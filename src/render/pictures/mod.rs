//! Prepares pictures for publishing (small, upright, safe, and without metadata), and copies documents as they are.
//!
//! Takes the files that pages show or link to. Writes files of the site and returns, for each picture that a page shows, its
//! sizes. Every bitmap is decoded and encoded again, so that only its pixels remain; SVG drawings are cleaned as text;
//! documents are copied. Processed pictures are cached between builds.
//!
//! Reports pictures that are damaged, too large, in another format, or could run or load something. Decoded pixels
//! never take more than [`memory_budget::MAX_BYTES`] bytes, however many files there are.

mod cache;
mod container;
mod decode;
mod encode;
mod format;
mod gif;
mod jpeg;
mod logo;
mod memory_budget;
mod profile;
mod stored;
mod svg;
mod svg_text;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use self::cache::{CachedPicture, PictureCache};
use self::encode::{Encoded, Purpose};
use self::format::PictureFormat;
pub(super) use self::logo::Logo;
use self::memory_budget::MemoryBudget;
pub use self::stored::{StoredPicture, stored_picture};
use super::output_file::{OutputFile, SiteOutput};
use super::picture_store::PictureStore;
use crate::programme::slug;
use crate::read::Media;
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, Findings, Place};

/// Files processed between two progress reports.
const BATCH_SIZE: usize = 16;

/// The files that pages use.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// Pictures that a page shows.
    pub(super) shown: HashSet<ContentPath>,
    /// Files that a page links to.
    pub(super) linked: HashSet<ContentPath>,
}

/// Processed files, and what pages need to know about the pictures among them.
#[derive(Debug, Default)]
pub(super) struct ProcessedPictures {
    /// The names of the entries in the picture store that they are from.
    pub(super) store_keys: HashSet<String>,
    pictures: HashMap<ContentPath, Picture>,
}

/// A picture that pages can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// The size of the largest variant, in CSS pixels; `None` for a drawing that states none.
    pub(super) size: Option<(u32, u32)>,
    /// WebP, narrowest first; empty for drawings.
    pub(super) modern: Vec<Variant>,
    /// In a format that every browser supports, narrowest first.
    pub(super) fallback: Vec<Variant>,
}

/// A picture in one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    /// Relative to the site's root.
    pub(super) address: String,
    pub(super) width: u32,
}

/// A file and how to process it.
struct Task<'a> {
    media: &'a Media,
    processing: Processing,
}

enum Processing {
    Bitmap(Purpose),
    Svg,
    Copy,
}

/// The result of a task.
#[derive(Default)]
struct TaskOutput {
    files: Vec<OutputFile>,
    picture: Option<Picture>,
    problems: Vec<RenderProblem>,
    cache_key: Option<String>,
}

impl ProcessedPictures {
    /// The picture of a file, if pages can show it.
    pub(super) fn picture(&self, path: &ContentPath) -> Option<&Picture> {
        self.pictures.get(path)
    }

    /// Processes all wanted files and writes them. `progress` gets how many are done, and the total.
    pub(super) fn prepare(
        media: &[Media],
        wanted: &Wanted,
        (store, output): (&dyn PictureStore, &dyn SiteOutput),
        progress: &mut dyn FnMut(usize, usize),
        findings: &mut Findings,
    ) -> Self {
        let cache = PictureCache::new(store);
        let budget = MemoryBudget::default();
        let tasks: Vec<Task<'_>> = media.iter().flat_map(|file| tasks(file, wanted)).collect();
        let mut processed = Self::default();
        let mut written = HashSet::new();
        for (index, batch) in tasks.chunks(BATCH_SIZE).enumerate() {
            progress(index * BATCH_SIZE, tasks.len());
            let results: Vec<TaskOutput> = batch.par_iter().map(|task| task.run(&cache, &budget)).collect();
            for (task, result) in batch.iter().zip(results) {
                // Identical pictures have the same address and become one file.
                let new = result.files.into_iter().filter(|file| written.insert(file.path.clone()));
                new.for_each(|file| output.write(file));
                processed.store_keys.extend(result.cache_key);
                if let Some(picture) = result.picture {
                    processed.pictures.insert(task.media.path.clone(), picture);
                }
                for problem in result.problems {
                    findings.add(problem, Place::of_file(task.media.path.as_str()));
                }
            }
        }
        processed
    }
}

/// True for files with the extension of a picture.
pub(super) fn is_picture(path: &ContentPath) -> bool {
    path.extension() == "svg" || PictureFormat::from_extension(&path.extension()).is_some()
}

fn tasks<'a>(media: &'a Media, wanted: &Wanted) -> Vec<Task<'a>> {
    let shown = wanted.shown.contains(&media.path);
    let linked = wanted.linked.contains(&media.path);
    let mut methods = Vec::new();
    match PictureFormat::from_extension(&media.path.extension()) {
        Some(format) => {
            methods.extend(shown.then_some(Processing::Bitmap(Purpose::Shown)));
            methods.extend(linked.then_some(Processing::Bitmap(Purpose::Linked(format))));
        }
        None if !shown && !linked => {}
        None if media.path.extension() == "svg" => methods.push(Processing::Svg),
        None => methods.push(Processing::Copy),
    }
    methods.into_iter().map(|processing| Task { media, processing }).collect()
}

impl Task<'_> {
    fn run(&self, cache: &PictureCache<'_>, budget: &MemoryBudget) -> TaskOutput {
        let output = match self.processing {
            Processing::Bitmap(purpose) => self.bitmap(purpose, cache, budget),
            Processing::Svg => self.drawing(budget),
            Processing::Copy => self.media.bytes().map_err(RenderProblem::from).map(|bytes| TaskOutput {
                files: vec![self.at_original_path(bytes.into_owned())],
                ..TaskOutput::default()
            }),
        };
        output.unwrap_or_else(|problem| TaskOutput { problems: vec![problem], ..TaskOutput::default() })
    }

    fn at_original_path(&self, bytes: Vec<u8>) -> OutputFile {
        OutputFile { path: self.media.path.to_string(), bytes }
    }

    fn drawing(&self, budget: &MemoryBudget) -> Result<TaskOutput, RenderProblem> {
        let drawing = svg::clean(&self.media.bytes()?, budget)?;
        let address = self.media.path.to_string();
        let fallback = vec![Variant { address, width: drawing.size.map_or(0, |(width, _)| width) }];
        let picture = Picture { size: drawing.size, modern: Vec::new(), fallback };
        Ok(TaskOutput {
            files: vec![self.at_original_path(drawing.bytes)],
            picture: Some(picture),
            ..TaskOutput::default()
        })
    }

    fn bitmap(
        &self,
        purpose: Purpose,
        cache: &PictureCache<'_>,
        budget: &MemoryBudget,
    ) -> Result<TaskOutput, RenderProblem> {
        let key = cache::key(self.media.fingerprint, purpose);
        let picture = match cache.get(&key) {
            Some(picture) => picture,
            None => {
                let decoded = decode::decode(&self.media.bytes()?, budget)?;
                let encoded = encode::encode(&decoded, purpose)?;
                let picture = CachedPicture { format: decoded.format, lost: decoded.lost, encoded };
                cache.put(&key, &picture);
                picture
            }
        };
        let problems = self.warnings(&picture);
        let mut output = match purpose {
            Purpose::Shown => self.shown(picture.encoded),
            Purpose::Linked(_) => TaskOutput {
                files: picture.encoded.into_iter().map(|one| self.at_original_path(one.bytes)).collect(),
                ..TaskOutput::default()
            },
        };
        output.problems = problems;
        output.cache_key = Some(key);
        Ok(output)
    }

    /// Problems that don't stop the picture from being used.
    fn warnings(&self, picture: &CachedPicture) -> Vec<RenderProblem> {
        let named = PictureFormat::from_extension(&self.media.path.extension());
        let other = named.filter(|named| *named != picture.format);
        let extension =
            other.map(|named| RenderProblem::PictureExtension { named: named.name(), actual: picture.format.name() });
        let motion = picture.lost.motion.then_some(RenderProblem::PictureMoves);
        let print = picture.lost.print_colours.then_some(RenderProblem::PictureForPrint);
        extension.into_iter().chain(motion).chain(print).collect()
    }

    fn shown(&self, encoded: Vec<Encoded>) -> TaskOutput {
        let largest = encoded.last().map(|one| (one.info.width, one.info.height));
        let mut picture = Picture { size: largest, modern: Vec::new(), fallback: Vec::new() };
        let mut files = Vec::with_capacity(encoded.len());
        for one in encoded {
            let address = self.address(&one);
            let copies = if one.info.extension == PictureFormat::WebP.extension() {
                &mut picture.modern
            } else {
                &mut picture.fallback
            };
            copies.push(Variant { address: address.clone(), width: one.info.width });
            files.push(OutputFile { path: address, bytes: one.bytes });
        }
        TaskOutput { files, picture: Some(picture), ..TaskOutput::default() }
    }

    /// `media/hall.jpg` → `media/hall-960.0a1b2c3d.webp`. The hash is of the published bytes, so that browsers may
    /// cache them.
    fn address(&self, one: &Encoded) -> String {
        let hash = xxh3_64(&one.bytes) >> 32;
        let path = &self.media.path;
        let stem = match slug(path.stem()) {
            stem if stem.is_empty() => "picture".to_owned(),
            stem => stem,
        };
        format!("{}/{stem}-{}.{hash:08x}.{}", path.folder(), one.info.width, one.info.extension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn any_bytes_are_decoded_or_rejected(start in 0..5usize, bytes: Vec<u8>) {
            let starts: [&[u8]; 5] = [b"", b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1A\n", b"GIF89a", b"RIFF\x24\0\0\0WEBPVP8 "];
            let bytes = [starts[start], &bytes].concat();
            let _ = decode::decode(&bytes, &MemoryBudget::default());
            let _ = svg::clean(&bytes, &MemoryBudget::default());
        }
    }
}
