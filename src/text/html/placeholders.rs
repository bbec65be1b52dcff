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
pub(crate) const LINK_END: char = '\u{FDD4}';
/// The mark of an item that is done, with its words in the language of the site.
pub(crate) const TASK_DONE: char = '\u{FDD5}';
/// The mark of an item to do.
pub(crate) const TASK_TO_DO: char = '\u{FDD6}';
/// The words of the link from a footnote back to its reference; the footnote's number and a semicolon follow.
pub(crate) const NOTE_BACK: char = '\u{FDD7}';
/// The first byte of every placeholder in UTF-8. Few other characters begin with it.
pub(crate) const FIRST_BYTE: u8 = 0xEF;

/// True for every placeholder. They are removed from the text of authors.
pub(super) fn is_placeholder(ch: char) -> bool {
    (ROOT..=NOTE_BACK).contains(&ch)
}
