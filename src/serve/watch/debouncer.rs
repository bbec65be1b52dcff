//! Decides from the signals when the changes so far are complete.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::signal::Signal;

/// How long nothing may happen before complete changes are reported. The pauses in a save of several files, or of one
/// file in several steps, are shorter.
const COALESCE: Duration = Duration::from_millis(2);
/// The same for changes that may not be complete.
const DEBOUNCE: Duration = Duration::from_millis(50);
/// Changes are reported after this time even if more follow, unless a file is being written.
const MAX_DEBOUNCE: Duration = Duration::from_secs(5);
/// Changes are reported after this time even if a file is being written.
const MAX_WRITE: Duration = Duration::from_secs(30);

/// The changes that have not been reported yet.
#[derive(Debug, Default)]
pub(super) struct Debouncer {
    /// The times of the first and the last signal.
    span: Option<(Instant, Instant)>,
    /// The files that are being written.
    unfinished: HashSet<PathBuf>,
    /// True if more may follow without a signal that it is complete.
    is_unclear: bool,
}

impl Debouncer {
    pub(super) fn add(&mut self, signal: Signal, now: Instant) {
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
        match signal {
            Signal::Begun(file) => {
                self.unfinished.insert(file);
            }
            Signal::Complete(file) => {
                self.unfinished.remove(&file);
            }
            Signal::Unclear | Signal::RootReplaced => self.is_unclear = true,
            Signal::Touched | Signal::Stop => {}
        }
    }

    /// When to report the changes if no other signal comes before. `None` if there are none.
    pub(super) fn due(&self) -> Option<Instant> {
        let (first, last) = self.span?;
        let is_complete = self.unfinished.is_empty() && !self.is_unclear;
        let rest = if is_complete { COALESCE } else { DEBOUNCE };
        let max = if self.unfinished.is_empty() { MAX_DEBOUNCE } else { MAX_WRITE };
        Some((last + rest).min(first + max).max(last))
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the start of a clock that the tests move")]
mod tests {
    use super::Signal::{RootReplaced, Touched, Unclear};
    use super::*;

    const FILE: &str = "pages/about.md";

    fn begun(file: &str) -> Signal {
        Signal::Begun(file.into())
    }

    fn complete(file: &str) -> Signal {
        Signal::Complete(file.into())
    }

    /// When builds start, in milliseconds, for signals at these times, if each build takes a time.
    fn builds(build_time: u64, signals: impl IntoIterator<Item = (u64, Signal)>) -> Vec<u64> {
        let start = Instant::now();
        let mut builds = Vec::new();
        let mut debouncer = Debouncer::default();
        let mut busy_until = 0;
        let mut build_if_due = |debouncer: &mut Debouncer, now: Option<Instant>| {
            let Some(due) = debouncer.due().filter(|due| now.is_none_or(|now| *due <= now)) else { return busy_until };
            *debouncer = Debouncer::default();
            let due = u64::try_from((due - start).as_millis()).expect("a short time");
            builds.push(due);
            busy_until = due + build_time;
            busy_until
        };
        for (at, signal) in signals {
            let time = |at| start + Duration::from_millis(at);
            // Signals wait until a build ends.
            let at = at.max(build_if_due(&mut debouncer, Some(time(at))));
            debouncer.add(signal, time(at));
            build_if_due(&mut debouncer, Some(time(at)));
        }
        build_if_due(&mut debouncer, None);
        builds
    }

    #[test]
    fn a_file_is_complete_when_it_is_closed() {
        assert_eq!(builds(20, [(0, begun(FILE)), (0, begun(FILE)), (1, complete(FILE))]), [3]);
        // Truncated, and written 20 ms later.
        assert_eq!(builds(20, [(0, begun(FILE)), (20, begun(FILE)), (20, complete(FILE))]), [22]);
    }

    #[test]
    fn a_file_that_is_written_slowly_is_built_once() {
        let writes = (0..200).map(|write| (write * 40, begun(FILE)));
        assert_eq!(builds(20, writes.chain([(8000, complete(FILE))])), [8000]);
    }

    #[test]
    fn a_file_that_stays_open_is_built_after_a_rest_and_after_its_close() {
        assert_eq!(builds(20, [(0, begun(FILE)), (500, begun(FILE)), (510, complete(FILE))]), [50, 512]);
        let endless = (0..1000).map(|write| (write * 40, begun(FILE)));
        assert_eq!(builds(20, endless), [30_000, 40_010]);
    }

    #[test]
    fn a_file_that_stays_open_delays_others_by_a_rest_only_once() {
        let other = "team.yaml";
        let signals = [(0, begun("log.txt")), (10, begun(other)), (11, complete(other)), (200, complete(other))];
        assert_eq!(builds(20, signals), [61, 202]);
    }

    #[test]
    fn a_temporary_file_that_is_renamed_is_one_build() {
        let (temporary, folder) = ("pages/about.md.tmp", "pages");
        let save = [
            (0, begun(temporary)),
            (0, begun(temporary)),
            (1, complete(temporary)),
            (2, complete(temporary)),
            (2, complete(FILE)),
            (3, Touched),
            (4, complete(folder)),
        ];
        assert_eq!(builds(20, save), [6]);
    }

    #[test]
    fn a_file_that_is_moved_away_and_created_again_is_one_build() {
        let save = [(0, complete(FILE)), (0, complete("pages/about.md~")), (1, begun(FILE)), (9, complete(FILE))];
        assert_eq!(builds(20, save), [11]);
    }

    #[test]
    fn many_files_at_once_are_one_build_and_those_that_follow_another() {
        let files = |from: u64, pause: u64| {
            (0..100).flat_map(move |file| {
                let (at, name) = (from + file * pause, format!("pages/{file}.md"));
                [(at, begun(&name)), (at, complete(&name))]
            })
        };
        assert_eq!(builds(20, files(0, 1)), [101]);
        // A sync client that writes a file every 3 ms, while a build takes 400 ms.
        assert_eq!(builds(400, files(0, 3)), [2, 404]);
        let long = (0..7000).map(|file| (file, complete(&format!("pages/{file}.md"))));
        assert_eq!(builds(20, long), [5000, 7001]);
    }

    #[test]
    fn what_may_not_be_complete_rests() {
        assert_eq!(builds(20, [(0, Unclear), (30, Unclear)]), [80]);
        assert_eq!(builds(20, [(0, RootReplaced), (1, begun(FILE)), (2, complete(FILE))]), [52]);
        assert_eq!(builds(20, (0..300).map(|change| (change * 20, Unclear))), [5000, 6030]);
        assert_eq!(builds(20, [(0, Touched)]), [2]);
    }
}
