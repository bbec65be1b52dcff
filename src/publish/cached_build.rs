//! What the build cache knows about a build, as lines of JSON after a checksum.
//!
//! A line is only parsed when it is needed.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::cached_finding::CachedFinding;
use super::publication::AdviceCounts;
use crate::read::FileIndex;

/// In characters.
const CHECKSUM_LENGTH: usize = 32;

/// The version of the program.
pub(super) const VERSION: &str = env!("FINGERPOST_FINGERPRINT");

/// A build that published a site.
#[derive(Debug)]
pub(super) struct CachedBuild<'a> {
    pub(super) head: CachedHead,
    /// Findings that every build prints.
    printed: &'a str,
    /// The other findings.
    advice: &'a str,
    inputs: &'a str,
    outputs: &'a str,
    /// What an edit of words needs to know.
    edit_base: &'a str,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CachedHead {
    /// The version of the program.
    pub(super) version: String,
    /// What else the build depended on besides the content.
    pub(super) key: String,
    /// A hash of the manifest.
    pub(super) manifest: u128,
    /// How much advice there is.
    pub(super) advice: AdviceCounts,
}

impl<'a> CachedBuild<'a> {
    /// `None` if the text is damaged or of another version.
    pub(super) fn from_text(text: &'a str) -> Option<Self> {
        let (checksum, rest) = text.split_once('\n')?;
        if checksum != checksum_of(rest) {
            return None;
        }
        let mut lines = rest.lines();
        let head: CachedHead = serde_json::from_str(lines.next()?).ok()?;
        if head.version != VERSION {
            return None;
        }
        Some(Self {
            head,
            printed: lines.next()?,
            advice: lines.next()?,
            inputs: lines.next()?,
            outputs: lines.next()?,
            edit_base: lines.next()?,
        })
    }

    pub(super) fn printed(&self) -> Option<Vec<CachedFinding<'a>>> {
        serde_json::from_str(self.printed).ok()
    }

    pub(super) fn advice(&self) -> Option<Vec<CachedFinding<'a>>> {
        serde_json::from_str(self.advice).ok()
    }

    pub(super) fn inputs(&self) -> Option<FileIndex> {
        serde_json::from_str(self.inputs).ok()
    }

    pub(super) fn outputs(&self) -> Option<FileIndex> {
        serde_json::from_str(self.outputs).ok()
    }

    pub(super) fn edit_base<T: Deserialize<'a>>(&self) -> Option<T> {
        serde_json::from_str(self.edit_base).ok()
    }

    /// The same build with what is now known about its files.
    pub(super) fn with_files(&self, inputs: &FileIndex, outputs: &FileIndex) -> Option<String> {
        let head = json(&self.head)?;
        Some(text(&[&head, self.printed, self.advice, &json(inputs)?, &json(outputs)?, self.edit_base]))
    }
}

/// The text of a new cached build.
pub(super) fn new_text(
    head: &CachedHead,
    findings: &[CachedFinding<'_>],
    (inputs, outputs): (&FileIndex, &FileIndex),
    edit_base: &impl Serialize,
) -> Option<String> {
    let of = |is_advice| -> Vec<&CachedFinding<'_>> {
        findings.iter().filter(|finding| finding.is_advice() == is_advice).collect()
    };
    let lines = [json(head)?, json(&of(false))?, json(&of(true))?, json(inputs)?, json(outputs)?, json(edit_base)?];
    Some(text(&lines.each_ref().map(String::as_str)))
}

fn json(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

fn text(lines: &[&str]) -> String {
    let mut hash = Xxh3::new();
    for (index, line) in lines.iter().enumerate() {
        hash.update(if index == 0 { b"" } else { b"\n" });
        hash.update(line.as_bytes());
    }
    // Large sites have megabytes of them, so they are copied only once.
    let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 1).sum::<usize>() + CHECKSUM_LENGTH);
    text.push_str(&format!("{:032x}", hash.digest128()));
    for line in lines {
        text.push('\n');
        text.push_str(line);
    }
    text
}

fn checksum_of(text: &str) -> String {
    format!("{:032x}", xxh3_128(text.as_bytes()))
}
