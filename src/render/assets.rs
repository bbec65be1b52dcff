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

/// The styles joined in the order of the theme, and all other files.
pub(super) fn assets(files: &BTreeMap<String, Vec<u8>>, site: &Site<'_>) -> (Vec<OutputFile>, AssetAddresses) {
    let mut style = colour::tokens(site.layout.colour).into_bytes();
    let is_last = |path: &str| path.starts_with("style/9");
    let styles = files.iter().filter(|(path, _)| path.ends_with(".css") && !path.starts_with("pages/"));
    let (mut last, mut first): (Vec<_>, Vec<_>) = styles.partition(|(path, _)| is_last(path));
    first.sort_by_key(|(path, _)| (!path.starts_with("style/"), path.as_str()));
    last.sort_by_key(|(path, _)| path.as_str());
    for (_, bytes) in first.into_iter().chain(last) {
        style.extend_from_slice(&minify(bytes));
    }
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

/// Styles next to the template of a page, such as `pages/home.css`: the files, and their addresses by template.
pub(super) fn page_styles(files: &BTreeMap<String, Vec<u8>>) -> (Vec<OutputFile>, BTreeMap<String, String>) {
    let named = files.iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix("pages/")?.strip_suffix(".css")?;
        let file = fingerprinted(&format!("{name}.css"), minify(bytes));
        let address = file.path.clone();
        Some((file, (format!("{name}.html"), address)))
    });
    named.unzip()
}

/// True for a style or script of the theme that [`fingerprinted`] named. The search index is left out: it has the words of
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
