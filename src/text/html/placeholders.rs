//! Placeholders in HTML that isn't finished. All are Unicode noncharacters, so they can't occur in text.

/// The relative path to the site's root.
pub(crate) const ROOT: char = '\u{FDD0}';
/// A heading's level; its offset from the first level follows as a digit.
pub(crate) const LEVEL: char = '\u{FDD1}';
/// A picture; its number and a semicolon follow.
pub(crate) const PICTURE: char = '\u{FDD2}';
/// The start of a link; its number and a semicolon follow.
pub(crate) const LINK: char = '\u{FDD3}';
/// The end of a link.
pub(crate) const LINK_END: &str = "\u{FDD4}";
/// The mark of an item that is done, with its words in the language of the site.
pub(crate) const TASK_DONE: &str = "\u{FDD5}";
/// The mark of an item to do.
pub(crate) const TASK_TO_DO: &str = "\u{FDD6}";
/// The words of the link from a footnote back to its reference; the footnote's number and a semicolon follow.
pub(crate) const NOTE_BACK: char = '\u{FDD7}';
/// Every placeholder, to be removed from the text of authors.
pub(super) const ALL: [char; 8] =
    ['\u{FDD0}', '\u{FDD1}', '\u{FDD2}', '\u{FDD3}', '\u{FDD4}', '\u{FDD5}', '\u{FDD6}', '\u{FDD7}'];
