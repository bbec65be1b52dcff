//! Files that another program has open for a moment, as virus scanners, OneDrive and indexers do on Windows.
#![expect(clippy::disallowed_methods, reason = "this module waits for other programs")]

use std::io;
use std::thread::sleep;
use std::time::Duration;

/// What Windows reports of a file that another program has open: a sharing violation and a lock violation.
const IN_USE: [i32; 2] = [32, 33];
/// What it reports if such a file or its folder is to be moved, replaced or removed, and also if this account may not do so.
const ACCESS_DENIED: i32 = 5;
/// The milliseconds before each further attempt.
const WAITS: [u64; 6] = [10, 20, 40, 80, 160, 320];
/// The numbers mean other things on other systems, where the tests let them stand for these.
const HAS_THESE_ERRORS: bool = cfg!(any(windows, test));

/// True if another program has the file open.
pub fn is_in_use(error: &io::Error) -> bool {
    HAS_THESE_ERRORS && error.raw_os_error().is_some_and(|code| IN_USE.contains(&code))
}

/// True if another program may have the file open, or a file in the folder. The account may also lack a permission.
pub fn may_be_in_use(error: &io::Error) -> bool {
    is_in_use(error) || (HAS_THESE_ERRORS && error.raw_os_error() == Some(ACCESS_DENIED))
}

/// Why a file can't be changed, for a sentence about it.
pub fn disk_reason(error: &io::Error) -> String {
    match error {
        _ if is_in_use(error) => "another program has it open, such as OneDrive or a virus scanner".to_owned(),
        _ if may_be_in_use(error) => "another program has it open, or you are not allowed to change it".to_owned(),
        _ => error.to_string(),
    }
}

/// Moves, replaces or removes something, and tries again while another program may have it open: for 0.6 seconds.
///
/// # Errors
/// The last error of the operation.
pub fn retried<T>(operation: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    retried_while(may_be_in_use, operation)
}

/// Opens or reads a file, and tries again while another program has it open: for 0.6 seconds.
///
/// # Errors
/// The last error of the operation.
pub fn read_retried<T>(operation: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    // A folder with many files that this account may not read would take minutes.
    retried_while(is_in_use, operation)
}

fn retried_while<T>(is_passing: fn(&io::Error) -> bool, mut operation: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in WAITS {
        match operation() {
            Err(error) if is_passing(&error) => sleep(Duration::from_millis(wait)),
            result => return result,
        }
    }
    operation()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often an operation is tried that fails with these errors, and then succeeds.
    fn attempts(
        run: impl FnOnce(&mut dyn FnMut() -> io::Result<()>) -> io::Result<()>,
        errors: &[i32],
    ) -> (usize, bool) {
        let mut tried = 0;
        let mut operation = || {
            tried += 1;
            errors.get(tried - 1).map_or(Ok(()), |code| Err(io::Error::from_raw_os_error(*code)))
        };
        let is_done = run(&mut operation).is_ok();
        (tried, is_done)
    }

    #[test]
    fn a_file_that_is_held_for_a_moment_is_waited_for() {
        assert_eq!(attempts(|operation| retried(operation), &[]), (1, true));
        assert_eq!(attempts(|operation| retried(operation), &[32, 5, 33]), (4, true));
        assert_eq!(attempts(|operation| read_retried(operation), &[32, 33]), (3, true));
    }

    #[test]
    fn other_errors_and_a_file_that_stays_held_are_reported() {
        assert_eq!(attempts(|operation| retried(operation), &[2]), (1, false), "no such file");
        assert_eq!(attempts(|operation| retried(operation), &[32, 112]), (2, false), "the disk is full");
        assert_eq!(attempts(|operation| retried(operation), &[32; 50]), (WAITS.len() + 1, false));
        assert_eq!(attempts(|operation| read_retried(operation), &[5]), (1, false), "not allowed to read");
    }

    #[test]
    fn the_reason_names_what_to_look_for() {
        let reason = |code| disk_reason(&io::Error::from_raw_os_error(code));
        assert!(reason(32).contains("OneDrive") && reason(33).contains("OneDrive"));
        assert!(reason(5).contains("not allowed") && !reason(2).contains("another program"));
    }
}
