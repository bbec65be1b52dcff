//! Why nothing was published: the facts. The words for teachers stand elsewhere.

use std::fmt;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

/// How many strangers' files are named before the rest is only counted.
const FEW: usize = 5;

/// Why nothing was published.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// The folder has files but no manifest: somebody else made it.
    NotOurs {
        /// The output folder.
        path: Utf8PathBuf,
        /// One name of what stands in it.
        holds: String,
    },
    /// The manifest is there but cannot be understood, so nobody knows which files are ours.
    ///
    /// Safe ways on: restore it, choose another folder, or empty this one. Adopting works as long as no file
    /// differs; otherwise our own old files count as a stranger's.
    ManifestUnreadable {
        /// The manifest.
        path: Utf8PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Files or folders that we did not write stand where we must write.
    Foreign {
        /// The first of them.
        path: Utf8PathBuf,
        /// A few more.
        others: Vec<Utf8PathBuf>,
        /// How many there are beyond those named.
        more: usize,
    },
    /// The output folder's name belongs to a file.
    NotAFolder {
        /// The file.
        path: Utf8PathBuf,
    },
    /// A link stands where we would write or remove; what is behind it may be anybody's.
    LinkInside {
        /// The link.
        path: Utf8PathBuf,
    },
    /// A page's path could leave the folder, or means something else on some computer.
    UnsafePath {
        /// The path, inside the output folder.
        path: Utf8PathBuf,
    },
    /// Two paths that cannot stand side by side: the same but for case, or a file and a folder.
    Clash {
        /// One.
        path: Utf8PathBuf,
        /// The other.
        other: Utf8PathBuf,
    },
    /// Another run is publishing into this folder, or just did.
    Busy {
        /// The output folder.
        path: Utf8PathBuf,
    },
    /// Something could not be read.
    CannotRead {
        /// What.
        path: Utf8PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Something could not be written, moved or removed.
    CannotWrite {
        /// What.
        path: Utf8PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl Refusal {
    /// The path that it is about: inside the output folder for `UnsafePath` and `Clash`, otherwise with it.
    #[must_use]
    pub fn path(&self) -> &Utf8Path {
        match self {
            Self::NotOurs { path, .. }
            | Self::ManifestUnreadable { path, .. }
            | Self::Foreign { path, .. }
            | Self::NotAFolder { path }
            | Self::LinkInside { path }
            | Self::UnsafePath { path }
            | Self::Clash { path, .. }
            | Self::Busy { path }
            | Self::CannotRead { path, .. }
            | Self::CannotWrite { path, .. } => path,
        }
    }

    /// One stranger in the way.
    pub(super) fn foreign(path: &Utf8Path) -> Self {
        Self::Foreign { path: path.to_owned(), others: Vec::new(), more: 0 }
    }

    /// All strangers in the way, a few by name; `Ok` if there are none.
    pub(super) fn unless_empty(mut foreign: Vec<Utf8PathBuf>) -> Result<(), Self> {
        foreign.sort();
        foreign.dedup();
        let mut named = foreign.into_iter();
        let Some(path) = named.next() else { return Ok(()) };
        let others: Vec<_> = named.by_ref().take(FEW - 1).collect();
        Err(Self::Foreign { path, others, more: named.count() })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        match self {
            Self::NotOurs { holds, .. } => write!(f, "{path}: holds files that we did not write, such as {holds}"),
            Self::ManifestUnreadable { reason, .. } => {
                write!(f, "{path}: the list of our files cannot be read: {reason}")
            }
            Self::Foreign { others, more, .. } => {
                write!(f, "{path}")?;
                others.iter().try_for_each(|other| write!(f, ", {other}"))?;
                if *more > 0 {
                    write!(f, " and {more} more")?;
                }
                write!(f, ": in the way, and not written by us")
            }
            Self::NotAFolder { .. } => write!(f, "{path}: is a file, not a folder"),
            Self::LinkInside { .. } => write!(f, "{path}: is a link, and what is behind it may not be ours"),
            Self::UnsafePath { .. } => write!(f, "{path}: is not a safe path for a page"),
            Self::Clash { other, .. } if path == other => write!(f, "{path}: two files have this path"),
            Self::Clash { other, .. } => write!(f, "{path}: cannot stand beside {other}"),
            Self::Busy { .. } => write!(f, "{path}: another run is publishing here"),
            Self::CannotRead { error, .. } => write!(f, "{path}: cannot be read: {error}"),
            Self::CannotWrite { error, .. } => write!(f, "{path}: cannot be written: {error}"),
        }
    }
}

impl std::error::Error for Refusal {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::CannotRead { error, .. } | Self::CannotWrite { error, .. } => Some(error),
            _ => None,
        }
    }
}
