//! Notes for one audience, on pages that everybody reads.

use serde::Serialize;

use crate::programme::{Audience, MarkedText, Notes, RichText};
use crate::view::context::Context;
use crate::view::format;

/// A note for one audience. Only [`public_notes`] makes one, so a note for staff can't become one.
#[derive(Clone, Debug, Serialize)]
pub struct NoteFor {
    audience: Audience,
    /// The school's name for the audience, capitalised.
    name: String,
    /// One, or several for an event that carries out activities with notes of their own.
    texts: Vec<MarkedText>,
}

/// The public notes, which are those for every audience except staff.
pub(crate) fn public_notes(notes: &[&Notes], context: &Context<'_>) -> Vec<NoteFor> {
    let public = Audience::ALL.iter().filter(|audience| **audience != Audience::Staff);
    let note = |audience: &Audience| {
        let mut texts: Vec<MarkedText> =
            notes.iter().filter_map(|notes| notes.to(*audience)).map(RichText::marked).collect();
        texts.dedup();
        let name = format::capital(context.language.audience(*audience));
        (!texts.is_empty()).then_some(NoteFor { audience: *audience, name, texts })
    };
    public.filter_map(note).collect()
}
