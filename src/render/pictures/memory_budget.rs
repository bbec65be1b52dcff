//! Limits the memory all decoder threads may use together.
//!
//! A file of a few kilobytes can decode to gigabytes, and every core decodes a photograph of its own. So the size is
//! read first: a picture that is too large is rejected, any other waits until its pixels fit into [`MAX_BYTES`].

use std::sync::{Condvar, Mutex, PoisonError};

use crate::render::findings::RenderProblem;

/// Pixels of one picture. Phones take 12 to 50 million.
pub(super) const MAX_PIXELS: u64 = 60_000_000;
/// Bytes of decoded pixels, all threads together.
pub(super) const MAX_BYTES: u64 = 480_000_000;

/// What a picture takes while it is decoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct DecodeCost {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Includes what the decoder needs for itself.
    pub(super) bytes_per_pixel: u64,
}

impl DecodeCost {
    fn bytes(self) -> u64 {
        (u64::from(self.width) * u64::from(self.height)).saturating_mul(self.bytes_per_pixel)
    }
}

/// The memory that all threads share.
#[derive(Debug, Default)]
pub(super) struct MemoryBudget {
    taken: Mutex<u64>,
    freed: Condvar,
}

impl MemoryBudget {
    /// Waits until the memory is free, then runs `work`.
    ///
    /// # Errors
    /// The picture has no pixels or too many, or `work` fails.
    pub(super) fn reserve<T>(
        &self,
        cost: DecodeCost,
        work: impl FnOnce() -> Result<T, RenderProblem>,
    ) -> Result<T, RenderProblem> {
        let pixels = u64::from(cost.width) * u64::from(cost.height);
        if pixels == 0 {
            return Err(RenderProblem::BrokenPicture { reason: "it has no width or no height".into() });
        }
        let bytes = cost.bytes();
        if pixels > MAX_PIXELS || bytes > MAX_BYTES {
            let max_megapixels = MAX_PIXELS.min(MAX_BYTES / cost.bytes_per_pixel.max(1)) / 1_000_000;
            return Err(RenderProblem::PictureTooLarge { width: cost.width, height: cost.height, max_megapixels });
        }
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken + bytes > MAX_BYTES {
            taken = self.freed.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += bytes;
        drop(taken);
        let result = work();
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) -= bytes;
        self.freed.notify_all();
        result
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn decoders_use_the_whole_budget_and_no_more() {
        let budget = MemoryBudget::default();
        // Three fit. The barrier makes them overlap.
        let three = std::sync::Barrier::new(3);
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        let cost = DecodeCost { width: 6000, height: 5000, bytes_per_pixel: 5 };
        std::thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| {
                    budget
                        .reserve(cost, || {
                            most.fetch_max(
                                now.fetch_add(cost.bytes(), Ordering::SeqCst) + cost.bytes(),
                                Ordering::SeqCst,
                            );
                            three.wait();
                            now.fetch_sub(cost.bytes(), Ordering::SeqCst);
                            Ok(())
                        })
                        .expect("a picture of this size fits");
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= MAX_BYTES, "{most:?}");
        assert_eq!(most.load(Ordering::SeqCst), 3 * cost.bytes(), "threads wait although memory is free");
    }

    #[test]
    fn pictures_without_pixels_or_with_too_many_are_rejected() {
        let budget = MemoryBudget::default();
        let cost = |width, height, bytes_per_pixel| DecodeCost { width, height, bytes_per_pixel };
        assert!(matches!(budget.reserve(cost(0, 9, 3), || Ok(())), Err(RenderProblem::BrokenPicture { .. })));
        for bomb in [cost(65_535, 65_535, 3), cost(u32::MAX, u32::MAX, 1), cost(9000, 6700, 8)] {
            assert!(matches!(budget.reserve(bomb, || Ok(())), Err(RenderProblem::PictureTooLarge { .. })), "{bomb:?}");
        }
    }
}
