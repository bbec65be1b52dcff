//! Waits for a condition.

use std::time::{Duration, Instant};

/// How long a test waits before it fails. Machines can be very busy.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(60);
/// The pause between two checks.
const INTERVAL: Duration = Duration::from_millis(20);

/// Checks a condition until it is true. `Err` after the timeout.
pub(crate) fn until(mut condition: impl FnMut() -> bool) -> Result<(), ()> {
    let start = Instant::now();
    while start.elapsed() < TIMEOUT {
        if condition() {
            return Ok(());
        }
        std::thread::sleep(INTERVAL);
    }
    Err(())
}
