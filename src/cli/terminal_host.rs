//! What a preview needs from this computer: its clock, its editor, and the terminal to print to.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::serve_report::{print_changes, print_first};
use super::{clock, print};
use crate::report::{Counts, Finding};
use crate::serve::{PreviewHost, ServeEvent};

/// Runs the preview with this computer's clock and editor, and prints to the terminal.
pub(super) struct TerminalHost {
    folder: Utf8PathBuf,
    state: Mutex<TerminalState>,
}

struct TerminalState {
    stopwatch: clock::Stopwatch,
    /// The findings of the last build, and of the last one without errors. `None` before the first one.
    known_findings: Option<Vec<Finding>>,
}

impl TerminalHost {
    pub(super) fn new(folder: &Utf8Path) -> Self {
        Self {
            folder: folder.to_owned(),
            state: Mutex::new(TerminalState { stopwatch: clock::Stopwatch::start(), known_findings: None }),
        }
    }

    fn state(&self) -> MutexGuard<'_, TerminalState> {
        // A panic while printing can't leave the state invalid.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PreviewHost for TerminalHost {
    fn today(&self) -> Date {
        clock::today()
    }

    fn now(&self) -> jiff::civil::DateTime {
        clock::now()
    }

    fn edit(&self, file: &Utf8Path) -> io::Result<()> {
        open::that_detached(file.as_std_path())
    }

    fn on_event(&self, event: ServeEvent<'_>) {
        let mut state = self.state();
        match event {
            ServeEvent::Changed => state.stopwatch = clock::Stopwatch::start(),
            ServeEvent::Built { findings, current } => {
                let known = state.known_findings.take();
                let is_first = known.is_none();
                state.known_findings = Some(match known {
                    Some(known) => print_changes(known, findings, self.folder.as_str()),
                    None => {
                        print_first(findings, self.folder.as_str());
                        findings.to_vec()
                    }
                });
                print::out(&build_line(is_first, current, findings, state.stopwatch.elapsed().as_secs_f64()));
            }
        }
    }
}

fn build_line(is_first: bool, current: bool, findings: &[Finding], seconds: f64) -> String {
    let counts = print::counts_or_none(Counts::of(findings));
    let note = match (current, is_first) {
        (true, _) => "",
        (false, true) => " The preview may not be complete.",
        (false, false) => " Until you fix the errors, the preview may show an earlier version.",
    };
    let verb = if is_first { "Built" } else { "Rebuilt" };
    format!("{verb} ({seconds:.2} s). Found: {counts}.{note}\n")
}
