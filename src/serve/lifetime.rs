//! How long the program runs: until somebody stops it or, if it was started without a terminal, until no page of it has
//! been open for a while.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

/// In how many steps time passes. A computer that slept through the night has waited only one of them, so its open pages
/// can still report.
const STEPS: u32 = 30;

/// How long a program that nobody uses goes on.
#[derive(Clone, Copy, Debug)]
pub struct IdleLimits {
    /// After the last page was closed. Open pages report once a minute, if scripts run in them.
    pub closed: Duration,
    /// If no script reports, or a form is half filled.
    pub unknown: Duration,
}

impl Default for IdleLimits {
    fn default() -> Self {
        Self { closed: Duration::from_secs(30 * 60), unknown: Duration::from_secs(8 * 3600) }
    }
}

/// Why the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Somebody stopped it.
    Requested,
    /// Nobody has used it for a while.
    Idle,
    /// A part of it failed.
    Failed,
}

/// The running program, as far as its end is concerned.
#[derive(Debug)]
pub(super) struct Lifetime {
    ended: watch::Sender<Option<Ended>>,
    /// Counts what pages ask for.
    requests: watch::Sender<u64>,
    has_scripts: AtomicBool,
    /// `None` if only its terminal ends it.
    limits: Option<IdleLimits>,
}

impl Lifetime {
    pub(super) fn new(limits: Option<IdleLimits>) -> Self {
        let (ended, requests) = (watch::channel(None).0, watch::channel(0).0);
        Self { ended, requests, has_scripts: AtomicBool::new(false), limits }
    }

    /// Notes that somebody uses the program.
    pub(super) fn note_request(&self) {
        self.requests.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// Notes that a page is open and runs scripts.
    pub(super) fn note_open_page(&self) {
        self.has_scripts.store(true, Ordering::Relaxed);
        self.note_request();
    }

    /// True if pages can stop the program.
    pub(super) fn may_be_stopped(&self) -> bool {
        self.limits.is_some()
    }

    /// Ends the program, unless it is already ending for another reason.
    pub(super) fn end(&self, why: Ended) {
        self.ended.send_if_modified(|ended| {
            let is_first = ended.is_none();
            ended.get_or_insert(why);
            is_first
        });
    }

    /// Waits for the end.
    pub(super) async fn ended(&self) -> Ended {
        let mut ended = self.ended.subscribe();
        let ended = ended.wait_for(Option::is_some).await;
        ended.ok().and_then(|ended| *ended).unwrap_or(Ended::Failed)
    }

    /// Ends the program once nobody has used it for as long as its limits allow.
    pub(super) async fn end_when_idle(&self, has_drafts: impl Fn() -> bool) {
        let Some(limits) = self.limits else { return };
        let step = limits.closed / STEPS;
        let mut requests = self.requests.subscribe();
        let mut waited = Duration::ZERO;
        loop {
            match timeout(step, requests.changed()).await {
                Ok(_) => waited = Duration::ZERO,
                Err(_) => waited += step,
            }
            let knows_of_closing = self.has_scripts.load(Ordering::Relaxed);
            // Looking for drafts reads files, so it comes last.
            if waited >= limits.unknown || (waited >= limits.closed && knows_of_closing && !has_drafts()) {
                return self.end(Ended::Idle);
            }
        }
    }
}

/// Ends the program if the thread that has it panics.
pub(super) struct EndOnPanic<'a>(pub(super) &'a Lifetime);

impl Drop for EndOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.end(Ended::Failed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: IdleLimits = IdleLimits { closed: Duration::from_millis(60), unknown: Duration::from_millis(600) };

    /// How long an unused program runs.
    fn run(lifetime: &Lifetime, has_drafts: bool) -> (Ended, Duration) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let start = tokio::time::Instant::now();
            lifetime.end_when_idle(|| has_drafts).await;
            (lifetime.ended().await, start.elapsed())
        })
    }

    #[test]
    fn it_ends_soon_after_the_last_page_was_closed() {
        let limits = IdleLimits { unknown: Duration::from_secs(3600), ..LIMITS };
        let lifetime = Lifetime::new(Some(limits));
        lifetime.note_open_page();
        let (ended, time) = run(&lifetime, false);
        assert_eq!(ended, Ended::Idle);
        assert!(time >= limits.closed && time < limits.unknown, "{time:?}");
    }

    #[test]
    fn it_waits_much_longer_without_scripts_or_with_a_half_filled_form() {
        for (has_scripts, has_drafts) in [(false, false), (true, true)] {
            let lifetime = Lifetime::new(Some(LIMITS));
            if has_scripts {
                lifetime.note_open_page();
            }
            let (ended, time) = run(&lifetime, has_drafts);
            assert_eq!(ended, Ended::Idle);
            assert!(time >= LIMITS.unknown, "{time:?}");
        }
    }

    #[test]
    fn only_its_terminal_ends_a_program_without_limits() {
        let lifetime = Lifetime::new(None);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(lifetime.end_when_idle(|| false));
        assert!(lifetime.ended.borrow().is_none() && !lifetime.may_be_stopped());
        lifetime.end(Ended::Requested);
        lifetime.end(Ended::Failed);
        assert_eq!(runtime.block_on(lifetime.ended()), Ended::Requested);
    }
}
