//! Placeholders in HTML that isn't finished. All are Unicode noncharacters, so they can't occur in text.

/// The relative path to the site's root.
pub(super) const ROOT: char = '\u{FDD0}';
/// A heading's level; its offset from the first level follows as a digit.
pub(super) const LEVEL: char = '\u{FDD1}';
/// A picture; its number and a semicolon follow.
pub(super) const PICTURE: char = '\u{FDD2}';
/// Every placeholder, to be removed from the text of authors.
pub(super) const ALL: [char; 3] = [ROOT, LEVEL, PICTURE];
