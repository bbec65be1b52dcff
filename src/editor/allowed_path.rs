//! Which files the editor opens and writes.

use super::save_error::SaveError;
use crate::programme::content_file_kind;
use crate::read::{max_bytes, unusable_name};
use crate::report::ContentPath;

/// Refuses everything but texts of known kinds.
pub(super) fn check_text(path: &ContentPath) -> Result<(), SaveError> {
    check(path)?;
    match content_file_kind(path) {
        Some(_) => Ok(()),
        None => Err(SaveError::NotAllowed { path: path.clone(), why: "it is not a text of the site" }),
    }
}

/// Refuses paths out of the folder, names that Windows or the web can't have, and files of unknown kinds.
pub(super) fn check(path: &ContentPath) -> Result<(), SaveError> {
    let refuse = |why| Err(SaveError::NotAllowed { path: path.clone(), why });
    let is_step = |part: &str| part.is_empty() || part == "." || part == "..";
    if path.as_str().split('/').any(is_step) {
        return refuse("it is not in the content folder");
    }
    if path.top_folder() == "archive" {
        return refuse("texts of past years stay as they were");
    }
    if let Some(why) = path.as_str().split('/').find_map(unusable_name) {
        return refuse(why);
    }
    let is_media = ["media", "policies"].contains(&path.top_folder()) && max_bytes(path).is_some();
    if content_file_kind(path).is_none() && !is_media {
        return refuse("it is not a file of the site");
    }
    Ok(())
}

/// True for two names that are one on some systems or in addresses.
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    let comparable = |name: &str| name.to_lowercase().replace([' ', '_'], "-");
    comparable(one) == comparable(other)
}
