//! The theme's styles and other files, with a hash in each file name so that browsers may cache them.

use std::collections::BTreeMap;

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use super::css::minify;
use super::output_file::OutputFile;
use crate::programme::colour;
use crate::view::Site;

/// Addresses of the theme's files, for templates.
#[derive(Serialize)]
pub(super) struct AssetAddresses {
    style: String,
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

/// The style that all pages load, joined in the order of the theme with that of the page frame's components before
/// `style/9…`, and the files of `assets/`.
pub(super) fn assets(
    files: &BTreeMap<String, Vec<u8>>,
    frame_style: &[u8],
    site: &Site<'_>,
) -> (Vec<OutputFile>, AssetAddresses) {
    let mut style = colour::tokens(site.layout.colour).into_bytes();
    let styles = files.iter().filter(|(path, _)| path.starts_with("style/") && path.ends_with(".css"));
    let (last, first): (Vec<_>, Vec<_>) = styles.partition(|(path, _)| path.starts_with("style/9"));
    style.extend(first.into_iter().flat_map(|(_, bytes)| minify(bytes)));
    style.extend_from_slice(frame_style);
    style.extend(last.into_iter().flat_map(|(_, bytes)| minify(bytes)));
    let style = fingerprinted("style.css", style);
    let mut addresses = AssetAddresses { style: style.path.clone(), others: BTreeMap::new() };
    let mut assets = vec![style];
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix("assets/") else { continue };
        let file = fingerprinted(name, bytes.clone());
        let key = name.split('.').next().unwrap_or(name).replace('-', "_");
        addresses.others.insert(key, file.path.clone());
        assets.push(file);
    }
    (assets, addresses)
}

/// True for a style or script of the theme that `fingerprinted` named. The search index is left out: it has the words of
/// pages, which may have been removed for a reason.
pub fn is_style_or_script(path: &str) -> bool {
    path.strip_prefix("assets/")
        .is_some_and(|name| !name.starts_with("search-index.") && (name.ends_with(".css") || name.ends_with(".js")))
}

/// `icon.svg` → `assets/icon.0a1b2c3d.svg`.
pub(super) fn fingerprinted(name: &str, bytes: Vec<u8>) -> OutputFile {
    let hash = xxh3_64(&bytes) >> 32;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    OutputFile { path: format!("assets/{stem}.{hash:08x}.{extension}"), bytes }
}
