//! Pictures and documents on their way out: small, upright, safe, and stripped of what they should not tell.
//!
//! Takes the files that pages show or link to; gives files of the site and, for each picture that a page
//! shows, its sizes. Every bitmap is decoded and encoded anew, so that nothing but pixels is left of it;
//! drawings are cleaned as text; documents go out as they are. What is ready is kept between builds.
//!
//! Refuses, with findings, what is damaged, too large, of another kind, or could run or load something.
//! However many files there are, their pixels take no more than [`memory_budget::MAX_BYTES`] bytes at once.

mod cache;
mod decode;
mod encode;
mod format;
mod gif;
mod jpeg;
mod logo;
mod memory_budget;
mod profile;
mod svg;

use std::collections::{HashMap, HashSet};

use camino::Utf8Path;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use self::cache::{CachedPicture, PictureCache};
use self::encode::{Encoded, Purpose};
use self::format::Kind;
pub(super) use self::logo::Logo;
use self::memory_budget::MemoryBudget;
use super::OutputFile;
use crate::programme::slug;
use crate::read::Media;
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, Finding, Findings, Place};

/// How many files are made ready before progress is told again.
const BATCH: usize = 16;

/// Which files pages ask for.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// Pictures that a page shows.
    pub(super) shown: HashSet<ContentPath>,
    /// Files that a page links to.
    pub(super) linked: HashSet<ContentPath>,
}

/// Files that are ready, and what pages need to know of the pictures among them.
#[derive(Debug, Default)]
pub(super) struct ProcessedPictures {
    pub(super) files: Vec<OutputFile>,
    pictures: HashMap<ContentPath, Picture>,
}

/// A picture that pages can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// The size of the largest, in CSS pixels; `None` for a drawing that says none.
    pub(super) size: Option<(u32, u32)>,
    /// In a modern format, the narrowest first; empty for drawings.
    pub(super) modern: Vec<Variant>,
    /// In a format that every browser knows, the narrowest first.
    pub(super) fallback: Vec<Variant>,
}

/// One size of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    /// Its address below the site's root.
    pub(super) address: String,
    pub(super) width: u32,
}

/// A file, and what it is wanted for.
struct Task<'a> {
    media: &'a Media,
    processing: Processing,
}

enum Processing {
    Bitmap(Purpose),
    Drawing,
    AsItIs,
}

/// What a task comes to.
#[derive(Default)]
struct TaskOutput {
    files: Vec<OutputFile>,
    picture: Option<Picture>,
    problems: Vec<RenderProblem>,
    /// Its name on the cache.
    kept: Option<String>,
}

impl ProcessedPictures {
    /// The picture of a file, if it can be shown.
    pub(super) fn picture(&self, path: &ContentPath) -> Option<&Picture> {
        self.pictures.get(path)
    }

    /// Makes ready what is wanted. `content` is the content folder, where pictures are kept between builds;
    /// `progress` is told how many files of how many are ready.
    pub(super) fn prepare(
        media: &[Media],
        wanted: &Wanted,
        content: Option<&Utf8Path>,
        progress: &mut dyn FnMut(usize, usize),
    ) -> (Self, Findings) {
        let cache = PictureCache::of(content);
        let budget = MemoryBudget::default();
        let tasks: Vec<Task<'_>> = media.iter().flat_map(|file| tasks(file, wanted)).collect();
        let mut pictures = Self::default();
        let mut findings = Findings::default();
        let mut kept = HashSet::new();
        for (index, batch) in tasks.chunks(BATCH).enumerate() {
            progress(index * BATCH, tasks.len());
            let done: Vec<TaskOutput> = batch.par_iter().map(|task| task.carry_out(&cache, &budget)).collect();
            for (task, done) in batch.iter().zip(done) {
                pictures.files.extend(done.files);
                kept.extend(done.kept);
                if let Some(picture) = done.picture {
                    pictures.pictures.insert(task.media.path.clone(), picture);
                }
                let place = Place::of_file(task.media.path.as_str());
                findings.extend(done.problems.into_iter().map(|problem| Finding::new(&problem, place.clone())));
            }
        }
        cache.prune(&kept);
        // Two copies of one picture become one file.
        pictures.files.sort_by(|a, b| a.path.cmp(&b.path));
        pictures.files.dedup_by(|a, b| a.path == b.path);
        (pictures, findings)
    }
}

/// True for files that are pictures by their ending.
pub(super) fn is_picture(path: &ContentPath) -> bool {
    path.extension() == "svg" || Kind::promised(&path.extension()).is_some()
}

fn tasks<'a>(media: &'a Media, wanted: &Wanted) -> Vec<Task<'a>> {
    let shown = wanted.shown.contains(&media.path);
    let linked = wanted.linked.contains(&media.path);
    let mut processings = Vec::new();
    match Kind::promised(&media.path.extension()) {
        Some(kind) => {
            processings.extend(shown.then_some(Processing::Bitmap(Purpose::Shown)));
            processings.extend(linked.then_some(Processing::Bitmap(Purpose::Linked(kind))));
        }
        None if !shown && !linked => {}
        None if media.path.extension() == "svg" => processings.push(Processing::Drawing),
        None => processings.push(Processing::AsItIs),
    }
    processings.into_iter().map(|processing| Task { media, processing }).collect()
}

impl Task<'_> {
    fn carry_out(&self, cache: &PictureCache, budget: &MemoryBudget) -> TaskOutput {
        let done = match self.processing {
            Processing::Bitmap(purpose) => self.bitmap(purpose, cache, budget),
            Processing::Drawing => self.drawing(budget),
            Processing::AsItIs => self
                .media
                .bytes()
                .map_err(RenderProblem::from)
                .map(|bytes| TaskOutput { files: vec![self.at_its_path(bytes.into_owned())], ..TaskOutput::default() }),
        };
        done.unwrap_or_else(|problem| TaskOutput { problems: vec![problem], ..TaskOutput::default() })
    }

    fn at_its_path(&self, bytes: Vec<u8>) -> OutputFile {
        OutputFile { path: self.media.path.to_string(), bytes }
    }

    fn drawing(&self, budget: &MemoryBudget) -> Result<TaskOutput, RenderProblem> {
        let drawing = svg::clean(&self.media.bytes()?, budget)?;
        let address = self.media.path.to_string();
        let fallback = vec![Variant { address, width: drawing.size.map_or(0, |(width, _)| width) }];
        let picture = Picture { size: drawing.size, modern: Vec::new(), fallback };
        Ok(TaskOutput { files: vec![self.at_its_path(drawing.bytes)], picture: Some(picture), ..TaskOutput::default() })
    }

    fn bitmap(
        &self,
        purpose: Purpose,
        cache: &PictureCache,
        budget: &MemoryBudget,
    ) -> Result<TaskOutput, RenderProblem> {
        let name = cache::key(self.media.fingerprint, purpose);
        let ready = match cache.get(&name) {
            Some(ready) => ready,
            None => {
                let upright = decode::upright(&self.media.bytes()?, budget)?;
                let encoded = encode::encode(&upright, purpose)?;
                let ready = CachedPicture { kind: upright.kind, lost: upright.lost, encoded };
                cache.put(&name, &ready);
                ready
            }
        };
        let problems = self.warnings(&ready);
        let mut done = match purpose {
            Purpose::Shown => self.shown(ready.encoded),
            Purpose::Linked(_) => TaskOutput {
                files: ready.encoded.into_iter().map(|one| self.at_its_path(one.bytes)).collect(),
                ..TaskOutput::default()
            },
        };
        done.problems = problems;
        done.kept = Some(name);
        Ok(done)
    }

    /// What its owner should know, though the picture can be used.
    fn warnings(&self, ready: &CachedPicture) -> Vec<RenderProblem> {
        let promised = Kind::promised(&self.media.path.extension());
        let other = promised.filter(|promised| *promised != ready.kind);
        let ending =
            other.map(|promised| RenderProblem::PictureEnding { named: promised.name(), actual: ready.kind.name() });
        let motion = ready.lost.motion.then_some(RenderProblem::PictureMoves);
        let print = ready.lost.print_colours.then_some(RenderProblem::PictureForPrint);
        ending.into_iter().chain(motion).chain(print).collect()
    }

    fn shown(&self, encoded: Vec<Encoded>) -> TaskOutput {
        let largest = encoded.last().map(|one| (one.sort.width, one.sort.height));
        let mut picture = Picture { size: largest, modern: Vec::new(), fallback: Vec::new() };
        let mut files = Vec::with_capacity(encoded.len());
        for one in encoded {
            let address = self.address(&one);
            let copies =
                if one.sort.ending == Kind::WebP.extension() { &mut picture.modern } else { &mut picture.fallback };
            copies.push(Variant { address: address.clone(), width: one.sort.width });
            files.push(OutputFile { path: address, bytes: one.bytes });
        }
        TaskOutput { files, picture: Some(picture), ..TaskOutput::default() }
    }

    /// `media/hall.jpg` → `media/hall-960.0a1b2c3d.webp`. The fingerprint is of the bytes that go out, so that
    /// browsers may keep them.
    fn address(&self, one: &Encoded) -> String {
        let hash = xxh3_64(&one.bytes) >> 32;
        let path = &self.media.path;
        let stem = match slug(path.stem()) {
            stem if stem.is_empty() => "picture".to_owned(),
            stem => stem,
        };
        format!("{}/{stem}-{}.{hash:08x}.{}", path.folder(), one.sort.width, one.sort.ending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(start in 0..5usize, bytes: Vec<u8>) {
            let starts: [&[u8]; 5] = [b"", b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1A\n", b"GIF89a", b"RIFF\x24\0\0\0WEBPVP8 "];
            let bytes = [starts[start], &bytes].concat();
            let _ = decode::upright(&bytes, &MemoryBudget::default());
            let _ = svg::clean(&bytes, &MemoryBudget::default());
        }
    }
}
