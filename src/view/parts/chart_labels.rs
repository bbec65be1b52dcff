//! Where the scores of a chart are written, so that none covers a point or another score.

use serde::Serialize;

/// The width of a digit in bold, and the height of a line, in SVG units.
const DIGIT: usize = 8;
const LINE: usize = 13;

/// The width of a letter of other words.
const LETTER: usize = 7;

/// From the middle of a point to its outer edge, and to the text above it.
const RADIUS: usize = 6;
const GAP: usize = 10;

/// A score, centred on its point.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ChartLabel {
    pub x: usize,
    /// The line that the letters stand on.
    pub y: usize,
    pub text: String,
}

/// A score and the middle of its point.
pub(super) struct ScoredPoint {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) text: String,
}

/// A box in a chart.
#[derive(Clone, Copy)]
struct Area {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
}

impl Area {
    fn around(score: &ScoredPoint) -> Self {
        let (x, y) = (score.x, score.y);
        Self { left: x.saturating_sub(RADIUS), right: x + RADIUS, top: y.saturating_sub(RADIUS), bottom: y + RADIUS }
    }

    fn of(label: &ChartLabel) -> Self {
        let half = label.text.chars().count() * DIGIT / 2;
        Self {
            left: label.x.saturating_sub(half),
            right: label.x + half,
            top: label.y.saturating_sub(LINE),
            bottom: label.y,
        }
    }

    fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// The labels of points with their scores: above the point, else below it, else none. The newest comes first.
pub(super) fn place(scores: &[ScoredPoint], height: usize) -> Vec<ChartLabel> {
    let mut taken: Vec<Area> = scores.iter().map(Area::around).collect();
    let mut labels = Vec::new();
    for score in scores.iter().rev() {
        let at = |y: usize| ChartLabel { x: score.x, y, text: score.text.clone() };
        let mut places = [score.y.saturating_sub(GAP), score.y + GAP + LINE - 3].into_iter().filter(|y| *y <= height);
        let free = places.find(|y| !taken.iter().any(|area| area.meets(Area::of(&at(*y)))));
        if let Some(y) = free {
            taken.push(Area::of(&at(y)));
            labels.push(at(y));
        }
    }
    labels
}

/// True if words of this length that end or begin at a place cover no point and no score.
pub(super) fn is_free(
    at: (usize, usize),
    length: usize,
    end: bool,
    scores: &[ScoredPoint],
    labels: &[ChartLabel],
) -> bool {
    let ((x, y), width) = (at, length * LETTER);
    let (left, right) = if end { (x.saturating_sub(width), x) } else { (x, x + width) };
    let words = Area { left, right, top: y.saturating_sub(LINE), bottom: y };
    let others = scores.iter().map(Area::around).chain(labels.iter().map(Area::of));
    !others.into_iter().any(|area| area.meets(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(points: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let scores: Vec<ScoredPoint> =
            points.iter().map(|(x, y)| ScoredPoint { x: *x, y: *y, text: "50%".to_owned() }).collect();
        place(&scores, 100).into_iter().map(|label| (label.x, label.y)).collect()
    }

    #[test]
    fn scores_are_above_their_points_where_nothing_else_is() {
        assert_eq!(labels(&[(50, 60), (100, 60)]), [(100, 50), (50, 50)]);
    }

    #[test]
    fn a_score_moves_below_its_point_or_goes_before_it_covers_another() {
        assert_eq!(labels(&[(86, 60), (100, 60)]), [(100, 50), (86, 80)]);
        assert_eq!(labels(&[(88, 60), (94, 60), (100, 60)]), [(100, 50), (94, 80)]);
        assert_eq!(labels(&[(86, 90), (100, 90)]), [(100, 80)], "nothing is below the chart");
    }

    #[test]
    fn words_may_be_where_no_point_and_no_score_is() {
        let score = |y: usize| [ScoredPoint { x: 100, y, text: "50%".to_owned() }];
        let is_free = |y: usize, at: usize, end: bool| is_free((at, 90), 10, end, &score(y), &place(&score(y), 100));
        assert!(is_free(50, 60, false));
        assert!(!is_free(80, 60, false), "a point is there");
        assert!(!is_free(95, 60, false), "a score is there");
        assert!(is_free(80, 60, true), "the words end before the point");
    }
}
