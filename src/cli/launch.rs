//! How the program was started.

use std::ffi::OsString;
use std::io::{IsTerminal, stdin};

use camino::{Utf8Path, Utf8PathBuf};

/// A start without a terminal.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DesktopStart {
    /// A folder that was dropped on the program.
    pub(super) folder: Option<Utf8PathBuf>,
}

/// How it was started, if by a double click or with a folder that was dropped on it: there is no terminal in which somebody could
/// read what it prints, or only one that was opened for it.
pub(super) fn desktop_start() -> Option<DesktopStart> {
    desktop_arguments(std::env::args_os().skip(1), Utf8Path::is_dir).filter(|_| has_no_reader())
}

fn desktop_arguments(
    mut arguments: impl Iterator<Item = OsString>,
    is_folder: impl Fn(&Utf8Path) -> bool,
) -> Option<DesktopStart> {
    let first = arguments.next().map(|first| Utf8PathBuf::from_os_string(first).ok());
    // Desktops give whole paths.
    let is_dropped = |path: &Utf8PathBuf| path.is_absolute() && is_folder(path);
    match (first, arguments.next()) {
        (None, _) => Some(DesktopStart { folder: None }),
        (Some(path), None) => path.filter(is_dropped).map(|folder| DesktopStart { folder: Some(folder) }),
        _ => None,
    }
}

/// The arguments as people meant them.
pub(super) fn arguments() -> Vec<OsString> {
    let meant = |argument: OsString| argument.to_str().map(|text| without_stray_mark(text).into()).unwrap_or(argument);
    let given = std::env::args_os();
    if cfg!(windows) { given.map(meant).collect() } else { given.collect() }
}

/// A program of Windows gets `C:\My school"` for `"C:\My school\"`, as some shells complete the names of folders. No name has a
/// quotation mark there.
fn without_stray_mark(argument: &str) -> &str {
    argument.strip_suffix('"').filter(|rest| !rest.contains('"')).unwrap_or(argument)
}

/// Desktops start programs with nothing at their standard streams, or with a log. A pipe or a file has a reader, such as
/// another program.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "this module looks at the standard streams")]
fn has_no_reader() -> bool {
    use std::fs::File;
    use std::io::{stderr, stdout};
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;

    let is_log = |stream: std::os::fd::BorrowedFd<'_>| {
        let kind = stream.try_clone_to_owned().and_then(|stream| File::from(stream).metadata());
        kind.is_ok_and(|metadata| !metadata.file_type().is_fifo() && !metadata.is_file())
    };
    let has_terminal = stdin().is_terminal() || stdout().is_terminal() || stderr().is_terminal();
    !has_terminal && is_log(stdout().as_fd()) && is_log(stderr().as_fd())
}

/// Windows opens a terminal for a program that Explorer starts.
#[cfg(windows)]
fn has_no_reader() -> bool {
    stdin().is_terminal() && mousetrap::started_by_explorer()
}

#[cfg(not(any(unix, windows)))]
fn has_no_reader() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_can_be_dropped_on_the_program() {
        let root = if cfg!(windows) { "C:\\" } else { "/" };
        let folder = format!("{root}careers");
        let start = |arguments: &[&str]| {
            desktop_arguments(arguments.iter().map(OsString::from), |path| path.as_str() == folder || path == "serve")
        };
        assert_eq!(start(&[]), Some(DesktopStart { folder: None }));
        assert_eq!(start(&[&folder]), Some(DesktopStart { folder: Some(folder.clone().into()) }));
        for command in [vec!["serve"], vec!["--help"], vec![folder.as_str(), "--open"], vec!["/no/folder"]] {
            assert_eq!(start(&command), None, "{command:?}");
        }
    }

    #[test]
    fn a_folder_typed_with_a_backslash_at_its_end_is_found() {
        assert_eq!(without_stray_mark("C:\\My school\""), "C:\\My school");
        for meant in ["C:\\My school\\", "the \"best\"", "\"", ""] {
            let expected = if meant == "\"" { "" } else { meant };
            assert_eq!(without_stray_mark(meant), expected);
        }
    }
}
