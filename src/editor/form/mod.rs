//! Forms for content files, made from the one definition of the format.
//!
//! [`ContentForm`] is the form of one kind of file. Its values are [`FormValue`]s, read from a file, or from what a browser
//! sends. What was sent becomes the [`FileEdit`](super::FileEdit)s that change the file, and only what differs is changed.
//! What a form can't express, such as unknown keys, stays as it is and is listed as [`TextPart`]s.
//!
//! A field of the format has a form once it is in its `record!`: its label is its key, or the name after `as`; its hint is
//! its doc comment; its control follows from its type.
//!
//! # Names of fields
//!
//! | Name | Is |
//! | --- | --- |
//! | `title`, `reviews.owner` | the value of a key, of a key inside another; several pairs where several values are chosen |
//! | `activities.2.title` | a value in a row; the number only tells rows apart |
//! | `activities.2@was` | the index of the item of the file that this row was made from; missing for a new row |
//! | `activities.2@label` | the label of a row of labels and values |
//! | `activities@rows` | the form has all rows, in this order: those that are missing were removed |
//! | `with@lines` | all items of a list of short values, a line each |
//! | `scores.3` | the value for a benchmark |
//! | `body` | the Markdown below the front matter |
//!
//! A field without a pair is left alone. So a form may have only one row or one field, and one whose boxes may all be
//! unticked has an empty hidden field of the same name.

mod content_form;
mod file_values;
mod form_edits;
mod form_field;
mod form_value;
mod submission;
mod text_parts;
mod written;

pub use content_form::ContentForm;
pub use form_field::{FieldContent, FormField, FormRowField, field_at};
pub use form_value::{FormRow, FormRows, FormValue};
pub use text_parts::{TextPart, WhyText};
