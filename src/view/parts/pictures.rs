//! The notes on pictures, and which pictures have expired.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::programme::dates::date_in_words;
use crate::programme::{PictureEntry, Programme};
use crate::report::{ContentPath, Findings};
use crate::view::findings::ViewProblem;

#[derive(Clone, Copy, Debug)]
pub struct PictureNote<'a> {
    /// The text alternative; empty for decoration.
    pub alt: Option<&'a str>,
    pub caption: Option<&'a str>,
    pub credit: Option<&'a str>,
    /// True if it has expired, so it isn't published.
    pub expired: bool,
}

/// The notes of all pictures. Reports expired pictures.
pub(crate) fn notes<'a>(
    programme: &'a Programme,
    today: Date,
    findings: &mut Findings,
) -> HashMap<ContentPath, PictureNote<'a>> {
    let mut notes = HashMap::with_capacity(programme.pictures.len());
    for form in &programme.pictures {
        let over = form.remove_after.as_ref().filter(|until| until.value < today);
        if let Some(until) = over {
            let problem =
                ViewProblem::PicturePast { file: form.file.value.to_string(), until: date_in_words(until.value) };
            findings.add(problem, until.place.clone());
        }
        notes.insert(form.path(), note(form, over.is_some()));
    }
    notes
}

fn note(form: &PictureEntry, expired: bool) -> PictureNote<'_> {
    PictureNote {
        alt: form.alt.as_ref().map(|alt| alt.value.as_str()).filter(|_| form.decorative != Some(true)),
        caption: form.caption.as_ref().map(|caption| caption.value.as_str()),
        credit: form.credit.as_deref(),
        expired,
    }
}
