//! How the program was started.

use std::io::{IsTerminal, stdin};

/// True if it was started without arguments and by a double click: there is no terminal in which somebody could read what it
/// prints, or only one that was opened for it.
pub(super) fn is_double_click() -> bool {
    std::env::args_os().len() <= 1 && has_no_reader()
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
