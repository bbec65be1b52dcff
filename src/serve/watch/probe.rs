//! Tests whether the system reports changes in a folder.
#![expect(clippy::disallowed_methods, reason = "the probe creates a file and removes it")]

use std::sync::mpsc::channel;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use notify::{Event, RecursiveMode, Watcher};

use super::mode::PollingReason;

/// How long to wait for the system's report. It takes about a millisecond, unless the computer is very busy.
const TIMEOUT: Duration = Duration::from_secs(2);

/// Why a folder must be polled. `None` if the system reports its changes.
pub(super) fn polling_reason(folder: &Utf8Path) -> Option<PollingReason> {
    if is_remote(folder) {
        return Some(PollingReason::RemoteFolder);
    }
    match reports_changes(folder) {
        Ok(true) => None,
        Ok(false) => Some(PollingReason::NotReported),
        Err(error) => Some(PollingReason::Refused(error.to_string())),
    }
}

/// Creates a hidden file in the folder and waits for the system's report.
fn reports_changes(folder: &Utf8Path) -> notify::Result<bool> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Fails for late events, when nothing waits any more.
        let _ = sender.send(event);
    })?;
    watcher.watch(folder.as_std_path(), RecursiveMode::NonRecursive)?;
    let Some(_probe) = Probe::create(folder) else { return Ok(false) };
    events.recv_timeout(TIMEOUT).map_or(Ok(false), |event| event.map(|_| true))
}

/// A hidden file. Dropping this removes it.
struct Probe(Utf8PathBuf);

impl Probe {
    /// `None` if the folder isn't writable.
    fn create(folder: &Utf8Path) -> Option<Self> {
        let probe = Self(folder.join(format!(".fingerpost-probe-{}", std::process::id())));
        std::fs::File::create_new(&probe.0).ok()?;
        Some(probe)
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        // If this fails, only an empty hidden file is left.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// True for file systems where another computer, or another system on this one, can change files unreported. The test
/// file doesn't show this, because local changes are reported.
#[cfg(target_os = "linux")]
fn is_remote(folder: &Utf8Path) -> bool {
    /// From `linux/magic.h` and the file systems' own sources: NFS, SMB (three), 9P (as WSL uses it), FUSE (as
    /// sync clients, containers and virtual machines use it), VirtualBox, Ceph, AFS.
    const REMOTE_TYPES: [u32; 9] =
        [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x6573_5546, 0x786f_4256, 0x00c3_6400, 0x5346_414f];
    rustix::fs::statfs(folder.as_std_path()).is_ok_and(|stats| REMOTE_TYPES.contains(&(stats.f_type as u32)))
}

/// Other systems report changes on network drives, or the test file shows that they don't.
#[cfg(not(target_os = "linux"))]
fn is_remote(_: &Utf8Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_folder_needs_no_polling_and_is_left_unchanged() {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("a plain path");
        assert_eq!(polling_reason(folder), None);
        assert_eq!(std::fs::read_dir(folder).expect("the folder").count(), 0);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn read_only_folder_is_polled() {
        assert_eq!(polling_reason(Utf8Path::new("/proc/self")), Some(PollingReason::NotReported));
    }
}
