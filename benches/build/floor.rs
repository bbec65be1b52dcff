//! The floor: the least that any generator has to do, which is to read the content and to write the site.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::generate::files;

/// The files of a site, saved as a list of paths and sizes.
pub(crate) struct SiteSize {
    pub(crate) files: usize,
    pub(crate) bytes: u64,
}

/// Saves the paths and sizes of a finished site for [`run`].
pub(crate) fn prepare(site: &Path, list: &Path) -> SiteSize {
    let files = files(site);
    let size = |path: &PathBuf| std::fs::metadata(path).expect("a file").len();
    let relative = |path: &PathBuf| path.strip_prefix(site).expect("below the site").display().to_string();
    let lines: Vec<String> = files.iter().map(|path| format!("{} {}", size(path), relative(path))).collect();
    std::fs::write(list, lines.join("\n")).expect("it is written");
    SiteSize { files: files.len(), bytes: files.iter().map(size).sum() }
}

/// Reads every content file and writes as many bytes to as many files as the site has, on all threads.
pub(crate) fn run(content: &Path, list: &Path, out: &Path) {
    let read: usize = files(content).par_iter().map(|file| std::fs::read(file).expect("it can be read").len()).sum();
    assert!(read > 0, "there is something to read");
    let list = std::fs::read_to_string(list).expect("the list");
    let parse = |line: &str| {
        let (size, path) = line.split_once(' ').expect("a size and a path");
        (out.join(path), size.parse::<usize>().expect("a number"))
    };
    let files: Vec<(PathBuf, usize)> = list.lines().map(parse).collect();
    let largest = files.iter().map(|(_, size)| *size).max().unwrap_or(0);
    let bytes = vec![b'x'; largest];
    let mut folders: Vec<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.sort_unstable();
    folders.dedup();
    folders.into_iter().for_each(|folder| std::fs::create_dir_all(folder).expect("a folder is made"));
    files.par_iter().for_each(|(path, size)| {
        std::fs::write(path, bytes.get(..*size).expect("enough bytes")).expect("it is written");
    });
}
