//! Waiting for something to be so.

use std::time::{Duration, Instant};

/// How long anything may take before a test gives up: machines can be very busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);
/// How long to wait between two looks.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Looks again and again until something is so; `Err` if it is not in time.
pub(crate) fn until(mut is_so: impl FnMut() -> bool) -> Result<(), ()> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if is_so() {
            return Ok(());
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
    Err(())
}
