//! Lets operations on a folder fail, as those of a full or broken disk do, or of files that another program has open.

use std::io::{self, ErrorKind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

static FAULTS: Mutex<Vec<Fault>> = Mutex::new(Vec::new());

struct Fault {
    folder: Utf8PathBuf,
    /// How many operations succeed before one fails.
    left: usize,
    /// True if all later ones fail, too: to the folder, that is the same as a killed program.
    is_lasting: bool,
    has_failed: bool,
    error: fn() -> io::Error,
}

/// A folder on a disk that fails, until this is dropped.
pub(super) struct FailingDisk(Utf8PathBuf);

impl FailingDisk {
    pub(super) fn new(folder: &Utf8Path, succeed: usize, is_lasting: bool) -> Self {
        Self::with_error(folder, (succeed, is_lasting), || ErrorKind::StorageFull.into())
    }

    /// Another program has the file of one operation open for a moment.
    pub(super) fn with_held_file(folder: &Utf8Path, succeed: usize) -> Self {
        Self::with_error(folder, (succeed, false), || io::Error::from_raw_os_error(32))
    }

    fn with_error(folder: &Utf8Path, (left, is_lasting): (usize, bool), error: fn() -> io::Error) -> Self {
        faults().push(Fault { folder: folder.to_owned(), left, is_lasting, has_failed: false, error });
        Self(folder.to_owned())
    }

    /// Whether any operation has failed.
    pub(super) fn has_failed(&self) -> bool {
        faults().iter().any(|fault| fault.folder == self.0 && fault.has_failed)
    }
}

impl Drop for FailingDisk {
    fn drop(&mut self) {
        faults().retain(|fault| fault.folder != self.0);
    }
}

/// Before each operation.
pub(super) fn check(path: &Utf8Path) -> io::Result<()> {
    let mut faults = faults();
    let Some(fault) = faults.iter_mut().find(|fault| path.starts_with(&fault.folder)) else { return Ok(()) };
    match fault.left.checked_sub(1) {
        Some(left) => fault.left = left,
        None if fault.has_failed && !fault.is_lasting => {}
        None => {
            fault.has_failed = true;
            return Err((fault.error)());
        }
    }
    Ok(())
}

fn faults() -> MutexGuard<'static, Vec<Fault>> {
    FAULTS.lock().unwrap_or_else(PoisonError::into_inner)
}
