//! Lines and columns.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    pub line: usize,
    /// In characters.
    pub column: usize,
}

const START: Position = Position { line: 1, column: 1 };

/// Finds positions. Each search of a text starts at the last one if that is before it.
#[derive(Debug)]
pub(super) struct PositionFinder {
    text: Arc<str>,
    last: (usize, Position),
}

impl Default for PositionFinder {
    fn default() -> Self {
        Self { text: "".into(), last: (0, START) }
    }
}

impl PositionFinder {
    /// Where a span of bytes starts and ends.
    pub(super) fn find(&mut self, text: &Arc<str>, span: &Range<usize>) -> (Position, Position) {
        if !Arc::ptr_eq(&self.text, text) || self.last.0 > span.start {
            *self = Self { text: text.clone(), last: (0, START) };
        }
        self.last = after(text, self.last, span.start);
        (self.last.1, after(text, self.last, span.end).1)
    }
}

/// The position of an offset, from an earlier one. An offset outside the text means its end.
fn after(text: &str, (from, position): (usize, Position), to: usize) -> (usize, Position) {
    let (to, between) =
        text.get(from..to).map_or((text.len(), text.get(from..).unwrap_or_default()), |between| (to, between));
    let column = match between.rfind('\n') {
        Some(newline) => between.get(newline + 1..).unwrap_or_default().chars().count() + 1,
        None => position.column + between.chars().count(),
    };
    let line = position.line + memchr::memchr_iter(b'\n', between.as_bytes()).count();
    (to, Position { line, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_do_not_depend_on_earlier_searches() {
        let texts: [Arc<str>; 2] = ["é: 1\r\n\nb: twö".into(), "é".into()];
        let mut finder = PositionFinder::default();
        for text in [&texts[0], &texts[0], &texts[1], &texts[0]] {
            for offset in (0..20).chain([4, 30, 8]) {
                let before = text.get(..offset).unwrap_or(text);
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
                let (start, end) = finder.find(text, &(offset..offset));
                assert_eq!([start, end], [Position { line, column }; 2], "{offset}");
            }
        }
    }
}
