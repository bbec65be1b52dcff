//! Texts: what each audience is told first, further pages, policies.

use super::audience::{Audience, Audiences};
use super::form::{Day, Located, Text, record};
use super::media::MediaFile;
use super::prose::Prose;
use super::showing::Showing;

record! {
    /// What an audience is told first. The text below the front matter says more.
    pub struct WelcomeForm {
        /// A title for the page.
        optional title: Text;
        /// What they find here, in a sentence.
        optional lead: Text;
        /// The day on which the text was last changed. Translations that are older say so.
        optional updated: Located<Day>;
    }
}

/// What an audience is told first.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// Whom it welcomes.
    pub audience: Audience,
    /// What the front matter says.
    pub form: WelcomeForm,
    /// The text.
    pub prose: Prose,
}

record! {
    /// A further page.
    pub struct PageForm {
        /// Its title.
        required title: Text = "Apprenticeships explained";
        /// One line about it.
        optional summary: Text;
        /// Who is shown it; all if left out.
        optional audiences: Audiences;
        /// The day on which the text was last changed. Translations that are older say so.
        optional updated: Located<Day>;
        /// Whether and when it is shown.
        flat showing: Showing;
    }
}

/// A further page.
#[derive(Clone, Debug)]
pub struct FurtherPage {
    /// What the front matter says.
    pub form: PageForm,
    /// The word for it in addresses: the file's name.
    pub id: String,
    /// The text.
    pub prose: Prose,
}

impl FurtherPage {
    /// True if this audience is shown it.
    pub fn is_for(&self, audience: Audience) -> bool {
        self.form.audiences.as_ref().is_none_or(|audiences| audiences.0.contains(&audience))
    }
}

record! {
    /// A policy or another document.
    pub struct PolicyForm {
        /// Its title.
        required title: Text = "Careers policy";
        /// One line about it.
        optional summary: Text;
        /// Who approved it.
        optional approved_by: Text;
        /// When they did.
        optional approved_on: Day;
        /// When it is next reviewed.
        optional next_review: Located<Day>;
        /// The day on which the text was last changed. Translations that are older say so.
        optional updated: Located<Day>;
    }
}

/// A policy: a text, or a document beside a `.yaml` file of the same name.
#[derive(Clone, Debug)]
pub struct Policy {
    /// What the front matter says.
    pub form: PolicyForm,
    /// The word for it in addresses: the file's name.
    pub id: String,
    /// Its text or its document.
    pub body: PolicyBody,
}

/// Where the words of a policy are.
#[derive(Clone, Debug)]
pub enum PolicyBody {
    /// In a Markdown file: it becomes a page.
    Text(Prose),
    /// In a document.
    Document(MediaFile),
}
