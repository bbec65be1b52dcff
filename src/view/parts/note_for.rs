//! A note for one audience.

use serde::Serialize;

use crate::programme::Audience;

/// A note for one audience.
#[derive(Clone, Debug, Serialize)]
pub struct NoteFor {
    /// The audience's word, for styles.
    pub audience: Audience,
    /// What the school calls the audience, with a capital.
    pub name: String,
    /// The note.
    pub text: String,
}
