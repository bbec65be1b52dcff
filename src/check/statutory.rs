//! What the law or the statutory guidance asks this kind of institution's website for, and the
//! content does not hold. The items, their sources and whom they bind are data in `framework`.

use super::Subject;
use crate::programme::{statutory, what_to_write};
use crate::report::{Findings, MissingItem, Problem};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for status in statutory(subject.programme, subject.facts).into_iter().filter(|status| !status.met) {
        let missing = MissingItem {
            title: status.item.title.clone(),
            asks: status.item.asks.clone(),
            write: what_to_write(status.item.id),
            basis: status.item.basis.clone(),
            source: status.item.source.clone(),
            read_on: status.item.read_on.clone(),
            must: status.must,
        };
        findings.add(Problem::Statutory { missing: Box::new(missing) }, status.place);
    }
}
