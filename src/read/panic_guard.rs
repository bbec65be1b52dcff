//! Keeps a panic of somebody else's decoder from ending the program: a damaged file is a finding.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs a decoder. `None` if it panics.
pub fn without_panic<T>(decode: impl FnOnce() -> T) -> Option<T> {
    let was_guarded = IS_GUARDED.replace(true);
    // What the decoder has used is dropped with it.
    let result = catch_unwind(AssertUnwindSafe(decode));
    IS_GUARDED.set(was_guarded);
    result.ok()
}

/// True while this thread runs a decoder whose panic becomes a finding, so that nobody needs to print it.
pub fn is_panic_guarded() -> bool {
    IS_GUARDED.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_and_only_this_call_is_guarded() {
        assert_eq!(without_panic(is_panic_guarded), Some(true));
        let outer = without_panic(|| {
            assert_eq!(without_panic(|| -> u8 { panic!("a decoder gives up") }), None);
            is_panic_guarded()
        });
        assert_eq!((outer, is_panic_guarded()), (Some(true), false));
    }
}
