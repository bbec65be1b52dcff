//! Whose site is in a folder.

use camino::Utf8Path;
use serde::Deserialize;

use super::disk;
use crate::render::OPEN_DATA;

#[derive(Deserialize)]
struct Data {
    institution: Institution,
}

#[derive(Deserialize)]
struct Institution {
    name: String,
}

/// The name of the school in the open data of a published site. `None` if it has none that can be read.
pub(super) fn published_school(out: &Utf8Path) -> Option<String> {
    let bytes = disk::read(&out.join(OPEN_DATA)).ok()?;
    serde_json::from_slice(&bytes).ok().map(|data: Data| data.institution.name)
}
