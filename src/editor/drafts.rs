//! Half-filled forms, in `.fingerpost/drafts` of the content folder.
//!
//! A draft belongs to one page in one browser, and to one version of a file, so that it hides neither what somebody else types
//! nor what is newer.

use std::fmt;
use std::io;
use std::str::FromStr;

use camino::Utf8PathBuf;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::disk;
use super::open_file::FileVersion;
use super::save_error::SaveError;

/// The size of a draft, in bytes.
const MAX_BYTES: u64 = 2_000_000;
const MAX_DRAFTS: usize = 200;

/// Identifies the page that a draft belongs to. Written in hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct DraftId(u64);

impl DraftId {
    /// A new one.
    ///
    /// # Errors
    /// Only if the system has no random numbers.
    pub fn random() -> io::Result<Self> {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        Ok(Self(u64::from_le_bytes(bytes)))
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for DraftId {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_id = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let number = u64::from_str_radix(text, 16).ok().filter(|_| is_id);
        number.map(Self).ok_or("an id has 16 hexadecimal digits")
    }
}

impl From<DraftId> for String {
    fn from(id: DraftId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for DraftId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// A form as it was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormDraft {
    pub id: DraftId,
    /// The address of the form.
    pub form: String,
    /// What the form is for.
    pub title: String,
    /// The hash of the file that the form was opened for. `None` for a new file.
    pub seen: Option<String>,
    /// When it was kept.
    pub at: DateTime,
    /// The names and values of its fields, in the order of the form.
    pub fields: Vec<(String, String)>,
}

impl FormDraft {
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

    fn path(&self, id: DraftId) -> Utf8PathBuf {
        self.folder.join(format!("{id}.json"))
    }

    /// Keeps a draft in place of an earlier one of the same page.
    pub(super) fn put(&self, draft: &FormDraft) -> Result<(), SaveError> {
        // Serialising strings can't fail.
        let bytes = serde_json::to_vec_pretty(draft).unwrap_or_default();
        if bytes.len() as u64 > MAX_BYTES {
            return Err(SaveError::TooLarge { limit: MAX_BYTES });
        }
        disk::write(&self.path(draft.id), &bytes)?;
        self.remove_old();
        Ok(())
    }

    pub(super) fn get(&self, id: DraftId) -> Option<FormDraft> {
        let bytes = disk::read(&self.path(id), MAX_BYTES).ok()?;
        serde_json::from_slice::<FormDraft>(&bytes).ok().filter(|draft| draft.id == id)
    }

    pub(super) fn all(&self) -> Vec<FormDraft> {
        let ids = disk::names(&self.folder).into_iter().filter_map(|name| name.strip_suffix(".json")?.parse().ok());
        let mut drafts: Vec<FormDraft> = ids.filter_map(|id| self.get(id)).collect();
        drafts.sort_by_key(|draft| (std::cmp::Reverse(draft.at), draft.id));
        drafts
    }

    pub(super) fn remove(&self, id: DraftId) -> Result<(), SaveError> {
        disk::remove(&self.path(id))
    }

    fn remove_old(&self) {
        // Reading all takes time, and this runs while somebody types.
        if disk::names(&self.folder).len() <= MAX_DRAFTS {
            return;
        }
        for draft in self.all().iter().skip(MAX_DRAFTS) {
            let _ = self.remove(draft.id);
        }
    }
}
