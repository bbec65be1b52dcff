//! Edits of words: puts changed texts into a finished site, without the programme and without the other pages.
//!
//! Takes what was kept of the last build ([`EditBase`]) and the files that have changed since. If only words of Markdown
//! bodies have changed, and the rules for texts report as many findings of each kind as before, a whole build would change
//! these findings, the pages that show the bodies, and the search index. Only those are made again. Whenever anything
//! else may change, there is no result, and the caller builds the whole site.

mod edited_texts;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use self::edited_texts::EditedTexts;
use crate::check::{self, TextContext, TextRuleInput};
use crate::framework::Facts;
use crate::read::{self, ChangedFile, Document};
use crate::render::{EditableSite, EditedSite};
use crate::report::ContentPath;

/// What is kept of a build for later edits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EditBase {
    pub(crate) context: TextContext,
    pub(crate) site: EditableSite,
}

/// What an edit is made from.
#[derive(Debug)]
pub struct EditInput<'a> {
    pub base: EditBase,
    /// The files that have changed.
    pub changed: Vec<ChangedFile>,
    pub facts: &'a Facts,
    pub today: Date,
}

/// The result of an edit.
#[derive(Debug)]
pub struct Edit {
    /// The files that differ.
    pub site: EditedSite,
    pub context: TextContext,
    /// The edited texts and their findings.
    pub texts: EditedTexts,
}

impl Edit {
    /// What to keep for the next edit.
    pub fn into_base(self) -> EditBase {
        EditBase { context: self.context, site: self.site.site }
    }
}

/// Makes the files again that an edit of words changes. `read_text` reads a text that has not changed, and `read_output`
/// a file of the finished site. `None` if more than words may have changed.
pub fn edit(
    input: EditInput<'_>,
    read_text: impl Fn(&ContentPath) -> Option<Document>,
    read_output: impl Fn(&str) -> Option<Vec<u8>>,
) -> Option<Edit> {
    let EditInput { base: EditBase { context, site }, changed, facts, today } = input;
    let paths: Vec<ContentPath> = changed.iter().map(|file| file.path.clone()).collect();
    let others = site.shown_with(&paths)?;
    // The heading of a translation may be the title of its page.
    if paths.iter().any(|path| context.options.shown_from.contains_key(path.as_str())) {
        return None;
    }
    let edited = changed.into_iter().map(|file| read::valid_document(file.path, file.bytes));
    let edited: Vec<Document> = edited.collect::<Option<_>>()?;
    let others: Vec<Document> = others.iter().map(read_text).collect::<Option<_>>()?;
    let rules = TextRuleInput { context: &context, facts, today };
    let (bodies, findings) = check::check_texts(&rules, &edited);
    let (other_bodies, _) = check::check_texts(&rules, &others);
    let site = site.edit(bodies, other_bodies, read_output)?;
    Some(Edit { site, texts: EditedTexts::new(&edited, findings)?, context })
}
