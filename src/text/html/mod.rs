//! Converts a Markdown body to HTML, once, however many pages show it.
//!
//! Takes the parser's events. Gives a [`BodyHtml`] with placeholders for what its own file does not decide: the path to
//! the site's root and the level of headings, which depend on the page; where links lead; the sizes of pictures; and
//! words in the language of the site. `render` fills them in.

mod body_html;
mod converter;
mod escape;
mod footnotes;
mod heading_ids;
mod lost_links;
mod lost_words;
mod numbers;
mod placeholders;
mod raw_html;
mod short_forms;
mod table;
mod unread_marks;

pub(crate) use body_html::{BodyHtml, BodyLink, BodyPicture, LostLink, SpaceIn};
pub(super) use converter::HtmlConverter;
pub(crate) use escape::{anchor_prefix, escape};
pub(super) use lost_links::lost_links;
pub use lost_words::LostPart;
pub(crate) use placeholders::{FIRST_BYTE, LEVEL, LINK, LINK_END, NOTE_BACK, PICTURE, ROOT, TASK_DONE, TASK_TO_DO};
pub(super) use short_forms::Abbreviations;
pub use unread_marks::UnreadMark;
