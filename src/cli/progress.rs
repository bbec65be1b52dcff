//! Progress of a build on the terminal: a line for each stage, and a bar while a stage is slow.
//!
//! Nothing is printed when stderr is not a terminal: logs and scripts need the result only.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{clock, print};
use crate::Stage;
use crate::cli::print::OutputFormat;

/// How long a stage may take before the bar appears, and how often the bar is redrawn.
const REDRAW_INTERVAL: Duration = Duration::from_millis(400);
const STAGE_COUNT: usize = 5;
/// Returns to the start of the line and clears it.
const CLEAR_LINE: &str = "\r\x1b[K";

pub(super) struct ProgressBar {
    is_shown: bool,
    bar: Option<BarThread>,
}

impl ProgressBar {
    pub(super) fn new(format: OutputFormat) -> Self {
        let is_shown = print::shows_progress() && !matches!(format, OutputFormat::Json | OutputFormat::Github);
        Self { is_shown, bar: None }
    }

    pub(super) fn begin(&mut self, stage: Stage) {
        let (number, label) = match stage {
            Stage::Pictures { ready, all } => return self.count_pictures(ready, all),
            Stage::Read => (1, "Reading the content"),
            Stage::Programme => (2, "Putting the programme together"),
            Stage::Check => (3, "Checking the content"),
            Stage::Render => (4, "Making the pages"),
            Stage::Publish => (5, "Writing the site"),
        };
        self.end();
        if !self.is_shown {
            return;
        }
        print::note(&format!("{label}\n"));
        self.bar = Some(BarThread::start(number));
    }

    fn count_pictures(&self, ready: usize, all: usize) {
        if let Some(bar) = &self.bar {
            bar.set_detail(format!("pictures and documents: {ready} of {all} ready"));
        }
    }

    pub(super) fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.stop();
        }
    }
}

/// A bar on a thread of its own, which keeps counting the seconds while the build works.
struct BarThread {
    /// The text after the bar. Dropping it ends the thread.
    detail: Sender<String>,
    thread: JoinHandle<()>,
}

impl BarThread {
    fn start(stage: usize) -> Self {
        let (detail, details) = channel();
        Self { detail, thread: std::thread::spawn(move || draw_until_closed(stage, &details)) }
    }

    fn set_detail(&self, detail: String) {
        // The thread runs until `stop`.
        let _ = self.detail.send(detail);
    }

    fn stop(self) {
        drop(self.detail);
        // If the thread panicked, only the bar is missing.
        let _ = self.thread.join();
    }
}

fn draw_until_closed(stage: usize, details: &Receiver<String>) {
    let stopwatch = clock::Stopwatch::start();
    let mut is_drawn = false;
    let mut suffix = String::new();
    loop {
        match details.recv_timeout(REDRAW_INTERVAL) {
            Ok(detail) => suffix = format!(", {detail}"),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if stopwatch.elapsed() < REDRAW_INTERVAL {
            continue;
        }
        is_drawn = true;
        let bar = "#".repeat(stage) + &"-".repeat(STAGE_COUNT - stage);
        let seconds = stopwatch.elapsed().as_secs_f64();
        print::note(&format!("{CLEAR_LINE}[{bar}] step {stage} of {STAGE_COUNT}, {seconds:.0} s{suffix}"));
    }
    if is_drawn {
        print::note(CLEAR_LINE);
    }
}
