//! What makes an encounter meaningful, as a content file has it.

use super::format::{RichText, Text, record};

record! {
    /// What makes an encounter meaningful.
    pub struct Meaningful {
        /// What it is for, in a sentence that visitors and pupils both read.
        optional purpose: RichText, prose;
        /// What pupils know or can do afterwards.
        list outcomes: RichText as "What pupils learn" of "outcome", prose;
        /// How pupils and adults talk with each other.
        optional two_way: RichText as "How they talk with each other", prose;
        /// Whom pupils meet. Roles, not names.
        list people: Text as "Whom pupils meet" of "role", prose;
        /// What pupils do. The employer sets it, or it matters to the employer.
        optional task: RichText as "The task", prose;
        /// Who tells pupils how they did, and how.
        optional feedback: RichText, prose;
        /// The questions that pupils answer afterwards, to look back on it.
        list reflection: RichText as "Looking back" of "question", prose;
        /// What pupils do before it.
        list before: RichText as "Before it" of "step", prose;
    }
}
