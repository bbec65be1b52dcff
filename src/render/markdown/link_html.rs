//! The HTML of a link, without its words.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::programme::{Direction, LanguageTag};
use crate::report::ContentPath;
use crate::text::{ROOT, anchor_prefix, escape};

/// What is written before and after the words of a link.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(in crate::render) struct LinkHtml {
    pub(super) opening: Arc<str>,
    /// The type and size of a document, added to the words.
    pub(super) note: Option<Arc<str>>,
    /// The page or file that it leads to, from the site's root.
    pub(super) address: Option<Arc<str>>,
}

impl LinkHtml {
    /// Writes what follows the words, which begin at `start`. Returns the type and size of a document, if the author has
    /// not written them.
    pub(super) fn close(&self, out: &mut String, start: usize) -> Option<&str> {
        let words = out.get(start..).unwrap_or_default().trim_end();
        let note = self.note.as_deref().filter(|note| !words.ends_with(note));
        if let Some(note) = note {
            out.push(' ');
            out.push_str(&escape(note));
        }
        out.push_str(self.closing());
        note
    }

    /// What is written after the words.
    fn closing(&self) -> &'static str {
        match self.opening.get(..2) {
            Some("<a") => "</a>",
            Some(_) => "</span>",
            None => "",
        }
    }

    /// For a link that leads nowhere.
    pub(super) fn words_only() -> Self {
        Self::default()
    }

    /// For words in another language.
    pub(super) fn language(language: &str) -> Self {
        let is_rtl = LanguageTag::parse(language).is_some_and(|one| one.direction() == Direction::Rtl);
        let direction = if is_rtl { " dir=\"rtl\"" } else { "" };
        Self { opening: format!("<span lang=\"{language}\"{direction}>").into(), ..Self::default() }
    }

    pub(super) fn external(address: &str) -> Self {
        Self { opening: format!("<a href=\"{}\">", escape(address).replace(' ', "%20")).into(), ..Self::default() }
    }

    pub(super) fn same_page(prefix: &str, anchor: &str) -> Self {
        Self { opening: format!("<a href=\"#{prefix}{anchor}\">").into(), ..Self::default() }
    }

    /// `target` is the content file of the page at `address`.
    pub(super) fn internal(address: &str, anchor: Option<&str>, target: &ContentPath, note: Option<String>) -> Self {
        let mut href = escape(address).replace(' ', "%20");
        if let Some(anchor) = anchor {
            href = format!("{}#{}{anchor}", href.split('#').next().unwrap_or_default(), anchor_prefix(target));
        }
        let opening = format!("<a href=\"{ROOT}{href}\">").into();
        let page = address.split('#').next().unwrap_or_default();
        Self { opening, note: note.map(Into::into), address: Some(page.into()) }
    }
}
