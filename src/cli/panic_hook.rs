//! Which panics are printed.

use std::panic::{self, PanicHookInfo};

/// From now on prints no panic that becomes a finding.
pub(super) fn hide_guarded_panics() {
    panic::set_hook(Box::new(unless_guarded(panic::take_hook())));
}

fn unless_guarded(print: impl Fn(&PanicHookInfo<'_>)) -> impl Fn(&PanicHookInfo<'_>) {
    move |panic| {
        if !crate::read::is_panic_guarded() {
            print(panic);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::read::without_panic;

    #[test]
    fn only_panics_that_become_findings_are_hidden() {
        static PRINTED: AtomicUsize = AtomicUsize::new(0);
        let (before, this) = (panic::take_hook(), std::thread::current().id());
        // The hook is that of the whole process, and other tests may panic.
        panic::set_hook(Box::new(unless_guarded(move |panic| {
            if std::thread::current().id() == this {
                PRINTED.fetch_add(1, Ordering::Relaxed);
            } else {
                before(panic);
            }
        })));
        assert_eq!(without_panic(|| -> u8 { panic!("a decoder gives up") }), None);
        assert_eq!(PRINTED.load(Ordering::Relaxed), 0);
        assert!(panic::catch_unwind(|| panic!("a mistake of ours")).is_err());
        assert_eq!(PRINTED.load(Ordering::Relaxed), 1);
        drop(panic::take_hook());
    }
}
