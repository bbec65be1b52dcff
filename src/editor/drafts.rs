//! Half-filled forms, in `.fingerpost/drafts` of the content folder.
//!
//! A draft belongs to one version of a file. Once the file has changed, the draft is not offered any more, so that it never
//! hides what is newer.

use camino::Utf8PathBuf;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::disk;
use super::open_file::FileVersion;
use super::save_error::SaveError;

/// The size of a draft, in bytes.
const MAX_BYTES: u64 = 2_000_000;
const MAX_DRAFTS: usize = 200;

/// A form as it was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormDraft {
    /// The form: the path of a content file, or another name for a new file.
    pub form: String,
    /// The hash of the file that the form was opened for. `None` for a new file.
    seen: Option<String>,
    /// When it was kept.
    pub at: DateTime,
    /// The names and values of its fields, in the order of the form.
    pub fields: Vec<(String, String)>,
}

impl FormDraft {
    /// A draft of a form for this version of a file.
    pub fn new(form: &str, seen: Option<FileVersion>, fields: Vec<(String, String)>, at: DateTime) -> Self {
        Self { form: form.to_owned(), seen: seen.map(|seen| seen.to_string()), at, fields }
    }

    /// True if it was made for this version of the file.
    pub fn is_for(&self, seen: Option<FileVersion>) -> bool {
        self.seen == seen.map(|seen| seen.to_string())
    }
}

/// The drafts of a content folder.
#[derive(Debug)]
pub(super) struct FormDrafts {
    folder: Utf8PathBuf,
}

impl FormDrafts {
    pub(super) fn new(folder: Utf8PathBuf) -> Self {
        Self { folder }
    }

    fn path(&self, form: &str) -> Utf8PathBuf {
        self.folder.join(format!("{:016x}.json", xxh3_64(form.as_bytes())))
    }

    /// Keeps a draft in place of an earlier one of the same form.
    pub(super) fn put(&self, draft: &FormDraft) -> Result<(), SaveError> {
        // Serialising strings can't fail.
        let bytes = serde_json::to_vec_pretty(draft).unwrap_or_default();
        if bytes.len() as u64 > MAX_BYTES {
            return Err(SaveError::TooLarge { limit: MAX_BYTES });
        }
        disk::write(&self.path(&draft.form), &bytes)?;
        self.remove_old();
        Ok(())
    }

    pub(super) fn get(&self, form: &str) -> Option<FormDraft> {
        let bytes = disk::read(&self.path(form), MAX_BYTES).ok()?;
        serde_json::from_slice::<FormDraft>(&bytes).ok().filter(|draft| draft.form == form)
    }

    pub(super) fn all(&self) -> Vec<FormDraft> {
        let read = |name: &String| serde_json::from_slice(&disk::read(&self.folder.join(name), MAX_BYTES).ok()?).ok();
        let mut drafts: Vec<FormDraft> = disk::names(&self.folder).iter().filter_map(read).collect();
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.at));
        drafts
    }

    pub(super) fn remove(&self, form: &str) -> Result<(), SaveError> {
        disk::remove(&self.path(form))
    }

    fn remove_old(&self) {
        for draft in self.all().iter().skip(MAX_DRAFTS) {
            let _ = self.remove(&draft.form);
        }
    }
}
