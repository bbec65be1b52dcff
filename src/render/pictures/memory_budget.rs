//! How much of pictures is in memory at once.
//!
//! A file of some kilobytes can unfold to gigabytes, and two cores take two photographs at a time. So
//! the size of a picture is read first; one that is too large is refused, and one that is not waits
//! until there is room. The bound holds for all threads together: [`MAX_BYTES`] bytes of pixels.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::render::findings::RenderProblem;

/// The most pixels of one picture. Phones take 12 to 50 million.
pub(super) const MAX_PIXELS: u64 = 60_000_000;
/// The most bytes that pictures may take while they are decoded, all threads together.
pub(super) const MAX_BYTES: u64 = 480_000_000;

/// What a picture takes while it is decoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct DecodeCost {
    pub(super) width: u32,
    pub(super) height: u32,
    /// For each pixel, with what the decoder needs beside it.
    pub(super) bytes_per_pixel: u64,
}

impl DecodeCost {
    fn bytes(self) -> u64 {
        (u64::from(self.width) * u64::from(self.height)).saturating_mul(self.bytes_per_pixel)
    }
}

/// The room that all threads share.
#[derive(Debug, Default)]
pub(super) struct MemoryBudget {
    taken: Mutex<u64>,
    freed: Condvar,
}

impl MemoryBudget {
    /// Waits for room, then runs `work` in it.
    ///
    /// # Errors
    /// The picture has no pixels or too many, or `work` fails.
    pub(super) fn reserve<T>(
        &self,
        load: DecodeCost,
        work: impl FnOnce() -> Result<T, RenderProblem>,
    ) -> Result<T, RenderProblem> {
        let pixels = u64::from(load.width) * u64::from(load.height);
        if pixels == 0 {
            return Err(RenderProblem::BrokenPicture { reason: "it has no width or no height".into() });
        }
        let bytes = load.bytes();
        if pixels > MAX_PIXELS || bytes > MAX_BYTES {
            let most = MAX_PIXELS.min(MAX_BYTES / load.bytes_per_pixel.max(1)) / 1_000_000;
            return Err(RenderProblem::PictureTooLarge {
                width: load.width,
                height: load.height,
                max_megapixels: most,
            });
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
    fn no_more_than_the_bound_is_in_memory_at_once() {
        let budget = MemoryBudget::default();
        // Three fit: they wait for one another, so that all three are there at once.
        let three = std::sync::Barrier::new(3);
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        let load = DecodeCost { width: 6000, height: 5000, bytes_per_pixel: 5 };
        std::thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| {
                    budget
                        .reserve(load, || {
                            most.fetch_max(
                                now.fetch_add(load.bytes(), Ordering::SeqCst) + load.bytes(),
                                Ordering::SeqCst,
                            );
                            three.wait();
                            now.fetch_sub(load.bytes(), Ordering::SeqCst);
                            Ok(())
                        })
                        .expect("there is room");
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= MAX_BYTES, "{most:?}");
        assert_eq!(most.load(Ordering::SeqCst), 3 * load.bytes(), "they wait without need");
    }

    #[test]
    fn pictures_without_pixels_or_with_too_many_are_refused() {
        let budget = MemoryBudget::default();
        let load = |width, height, bytes_per_pixel| DecodeCost { width, height, bytes_per_pixel };
        assert!(matches!(budget.reserve(load(0, 9, 3), || Ok(())), Err(RenderProblem::BrokenPicture { .. })));
        for bomb in [load(65_535, 65_535, 3), load(u32::MAX, u32::MAX, 1), load(9000, 6700, 8)] {
            assert!(matches!(budget.reserve(bomb, || Ok(())), Err(RenderProblem::PictureTooLarge { .. })), "{bomb:?}");
        }
    }
}
