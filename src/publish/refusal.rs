//! Why a site was not published: the facts. `report_refusal` has the messages for teachers, some of which end with what
//! `Display` says.

use std::fmt;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use crate::read::disk_reason;

/// How many files in the way are named; the others are only counted.
const MAX_NAMED: usize = 5;

/// Why a site was not published. Except for `Unfinished`, nothing has changed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// The folder has files but no manifest: Fingerpost didn't create it.
    NotOurs {
        /// The output folder.
        path: Utf8PathBuf,
        /// One of its entries.
        holds: String,
    },
    /// The manifest can't be read, so it isn't known which files are Fingerpost's.
    ///
    /// Safe solutions: restore it, choose another folder, or empty this one. Adopting works as long as no file differs;
    /// otherwise Fingerpost's own old files count as files in the way.
    ManifestUnreadable {
        /// The manifest.
        path: Utf8PathBuf,
        /// The error.
        reason: String,
    },
    /// Files or folders that Fingerpost didn't write are in the way.
    Foreign {
        /// The first of them.
        path: Utf8PathBuf,
        /// Some more of them.
        others: Vec<Utf8PathBuf>,
        /// How many there are besides.
        more: usize,
    },
    /// Files of Fingerpost's would be replaced that somebody has changed.
    Edited {
        /// The first of them.
        path: Utf8PathBuf,
        /// Some more of them.
        others: Vec<Utf8PathBuf>,
        /// How many there are besides.
        more: usize,
    },
    /// The output folder is a file.
    NotAFolder {
        /// The file.
        path: Utf8PathBuf,
    },
    /// A link is where files would be written or removed; its target may be anybody's.
    LinkInside {
        /// The link.
        path: Utf8PathBuf,
    },
    /// A page's path could leave the folder, or is special on some computer.
    UnsafePath {
        /// The path, inside the output folder.
        path: Utf8PathBuf,
    },
    /// Two paths that clash: the same except for case, or a file and a folder.
    Clash {
        /// One.
        path: Utf8PathBuf,
        /// The other.
        other: Utf8PathBuf,
    },
    /// Another run is publishing to this folder, or just did.
    Busy {
        /// The output folder.
        path: Utf8PathBuf,
    },
    /// Something could not be read.
    CannotRead {
        /// The path.
        path: Utf8PathBuf,
        /// The error.
        error: io::Error,
    },
    /// Something could not be written, moved or removed.
    CannotWrite {
        /// The path.
        path: Utf8PathBuf,
        /// The error.
        error: io::Error,
    },
    /// The site was being moved into place: some files are new, some may still be old. The next build repairs it.
    Unfinished(Box<Self>),
}

impl Refusal {
    /// The path it is about: relative to the output folder for `UnsafePath` and `Clash`, otherwise including it.
    #[must_use]
    pub fn path(&self) -> &Utf8Path {
        match self {
            Self::NotOurs { path, .. }
            | Self::ManifestUnreadable { path, .. }
            | Self::Foreign { path, .. }
            | Self::Edited { path, .. }
            | Self::NotAFolder { path }
            | Self::LinkInside { path }
            | Self::UnsafePath { path }
            | Self::Clash { path, .. }
            | Self::Busy { path }
            | Self::CannotRead { path, .. }
            | Self::CannotWrite { path, .. } => path,
            Self::Unfinished(cause) => cause.path(),
        }
    }

    /// The same, after files were moved.
    pub(super) fn unfinished(self) -> Self {
        Self::Unfinished(Box::new(self))
    }

    /// Files in the way that Fingerpost didn't write.
    pub(super) fn foreign(path: Utf8PathBuf, others: Vec<Utf8PathBuf>, more: usize) -> Self {
        Self::Foreign { path, others, more }
    }

    /// Files that somebody has changed.
    pub(super) fn edited(path: Utf8PathBuf, others: Vec<Utf8PathBuf>, more: usize) -> Self {
        Self::Edited { path, others, more }
    }

    /// A refusal of all these files, some by name; `Ok` if there are none.
    pub(super) fn unless_empty(
        mut files: Vec<Utf8PathBuf>,
        refusal: fn(Utf8PathBuf, Vec<Utf8PathBuf>, usize) -> Self,
    ) -> Result<(), Self> {
        files.sort();
        files.dedup();
        let mut named = files.into_iter();
        let Some(path) = named.next() else { return Ok(()) };
        let others: Vec<_> = named.by_ref().take(MAX_NAMED - 1).collect();
        Err(refusal(path, others, named.count()))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        match self {
            Self::NotOurs { holds, .. } => {
                write!(f, "{path}: holds files that Fingerpost didn't write, such as {holds}")
            }
            Self::ManifestUnreadable { reason, .. } => {
                write!(f, "{path}: Fingerpost can't read its list of files: {reason}")
            }
            Self::Foreign { others, more, .. } | Self::Edited { others, more, .. } => {
                write!(f, "{path}")?;
                others.iter().try_for_each(|other| write!(f, ", {other}"))?;
                if *more > 0 {
                    write!(f, " and {more} more")?;
                }
                let is_foreign = matches!(self, Self::Foreign { .. });
                let why = if is_foreign { "in the way, and not written by Fingerpost" } else { "changed since" };
                write!(f, ": {why}")
            }
            Self::NotAFolder { .. } => write!(f, "{path}: is a file, not a folder"),
            Self::LinkInside { .. } => write!(f, "{path}: is a link, and Fingerpost doesn't write through links"),
            Self::UnsafePath { .. } => write!(f, "{path}: is not a safe path for a page"),
            Self::Clash { other, .. } if path == other => write!(f, "{path}: two files have this path"),
            Self::Clash { other, .. } => write!(f, "{path}: can't exist next to {other}"),
            Self::Busy { .. } => write!(f, "{path}: another run is publishing here"),
            Self::CannotRead { error, .. } => write!(f, "{path}: can't be read: {}", disk_reason(error)),
            Self::CannotWrite { error, .. } => write!(f, "{path}: can't be written: {}", disk_reason(error)),
            Self::Unfinished(cause) => write!(f, "{cause} (some files of the site are already new)"),
        }
    }
}

impl std::error::Error for Refusal {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::CannotRead { error, .. } | Self::CannotWrite { error, .. } => Some(error),
            Self::Unfinished(cause) => Some(cause),
            _ => None,
        }
    }
}
