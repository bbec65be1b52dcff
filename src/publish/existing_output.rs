//! What stands in the output folder before we touch it: is it ours, and what did we write there?
//!
//! Takes the folder. Gives its manifest, if there is one. Refuses a folder that somebody else filled, unless
//! told to adopt it, and a manifest that cannot be read.

use camino::Utf8Path;

use super::disk::{self, Kind};
use super::{MANIFEST, Manifest, Refusal, STAGING};

/// What an earlier build left in the folder.
#[derive(Debug, Default)]
pub(super) struct ExistingOutput {
    /// The list of our files, if there is one and it can be read.
    pub(super) manifest: Option<Manifest>,
    /// The bytes of that list, readable or not.
    pub(super) text: Option<Vec<u8>>,
    /// True if a killed run left its staging folder.
    pub(super) leftovers: bool,
}

impl ExistingOutput {
    pub(super) fn of(out: &Utf8Path, adopt: bool) -> Result<Self, Refusal> {
        match disk::kind_behind_links(out)? {
            Kind::Missing => return Ok(Self::default()),
            Kind::Folder => {}
            _ => return Err(Refusal::NotAFolder { path: out.to_owned() }),
        }
        let leftovers = disk::kind(&out.join(STAGING))? != Kind::Missing;
        let path = out.join(MANIFEST);
        match disk::kind(&path)? {
            Kind::File(_) => {}
            Kind::Missing => {
                check_ours(out, adopt)?;
                return Ok(Self { leftovers, ..Self::default() });
            }
            Kind::Link => return Err(Refusal::LinkInside { path }),
            Kind::Folder | Kind::Other => return Err(Refusal::foreign(&path)),
        }
        let text = disk::read(&path);
        let manifest = match &text {
            Ok(text) => Manifest::from_text(text),
            Err(refusal) => Err(refusal.to_string()),
        };
        match manifest {
            Ok(manifest) => Ok(Self { manifest: Some(manifest), text: text.ok(), leftovers }),
            // Nothing counts as ours then, so nothing that differs is replaced and nothing is removed.
            Err(_) if adopt => Ok(Self { manifest: None, text: text.ok(), leftovers }),
            Err(reason) => Err(Refusal::ManifestUnreadable { path, reason }),
        }
    }

    /// True if this path is a file that we wrote.
    pub(super) fn owns(&self, path: &str) -> bool {
        self.manifest.as_ref().is_some_and(|manifest| manifest.files.contains_key(path))
    }

    /// Every path that we wrote, sorted.
    pub(super) fn owned(&self) -> impl Iterator<Item = &str> {
        self.manifest.iter().flat_map(|manifest| manifest.files.keys().map(String::as_str))
    }

    /// Refuses if another run published since we looked: then our plan is no longer true.
    pub(super) fn check_unmoved(&self, out: &Utf8Path) -> Result<(), Refusal> {
        if disk::read(&out.join(MANIFEST)).ok() == self.text {
            Ok(())
        } else {
            Err(Refusal::Busy { path: out.to_owned() })
        }
    }
}

/// Names that begin with a dot (`.git`, `.nojekyll`) are settings of a host, not somebody's pages.
fn check_ours(out: &Utf8Path, adopt: bool) -> Result<(), Refusal> {
    if adopt {
        return Ok(());
    }
    match disk::entries(out)?.into_iter().map(|entry| entry.name).filter(|name| !name.starts_with('.')).min() {
        None => Ok(()),
        Some(holds) => Err(Refusal::NotOurs { path: out.to_owned(), holds }),
    }
}
