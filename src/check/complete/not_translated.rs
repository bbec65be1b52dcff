//! A page can be read in another language, but pages that it links to cannot. For people who need that language, the
//! link is a dead end. You do not have to translate the whole site. Start with what families need to make decisions and
//! to come along (WCAG does not ask for translations; this is good practice). Or say in the translation who to ring to
//! have the rest explained. Plans and events cannot have translations, and are not counted.
//!
//! Wrong:
//!
//! ```text
//! parents.md
//! parents.ur.md       (it links to guidance.md)
//! guidance.md
//! ```
//!
//! Right:
//!
//! ```text
//! parents.md
//! parents.ur.md       (it links to guidance.ur.md)
//! guidance.md
//! guidance.ur.md
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::check::{FileLinks, RuleInput};
use crate::programme::{LanguageTag, Translation, may_be_translated, translation_of};
use crate::report::{Advice, Code, ContentPath, Findings, Severity, list};

pub(super) const CODE: Code = Code::new("not-translated");

pub(super) fn check(input: &RuleInput<'_>, links: &[FileLinks], findings: &mut Findings) {
    if input.programme.translations.is_empty() {
        return;
    }
    let originals = originals(input);
    let links: HashMap<&ContentPath, &[ContentPath]> = links.iter().map(|links| (&links.from, &*links.to)).collect();
    let mut languages: BTreeMap<&LanguageTag, Vec<&Translation>> = BTreeMap::new();
    for translation in &input.programme.translations {
        languages.entry(&translation.language).or_default().push(translation);
    }
    for (language, translations) in languages {
        let translated: HashSet<&ContentPath> = translations.iter().map(|translation| &translation.of).collect();
        let linked =
            translations.iter().filter_map(|translation| links.get(translation.prose.path())).copied().flatten();
        let missing: BTreeSet<&ContentPath> =
            linked.filter(|path| originals.contains(path) && !translated.contains(path)).collect();
        let (Some(first), false) = (translations.first(), missing.is_empty()) else { continue };
        let names: Vec<String> = missing.iter().map(|path| format!("`{path}`")).collect();
        let example = missing.first().and_then(|path| path.as_str().strip_suffix(".md")).unwrap_or_default();
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!(
                "pages in {} link to pages that have no {0} translation: {}",
                language.english_name(),
                list(&names)
            ),
            help: format!(
                "Write `{example}.{}.md` if families need it, or add to the text who can explain it to them.",
                language.tag()
            ),
        };
        findings.advise(advice, first.prose.place.source.whole_file());
    }
}

/// The texts that may have translations.
fn originals<'a>(input: &'a RuleInput<'_>) -> HashSet<&'a ContentPath> {
    let texts = input.sources.documents.iter().map(|document| &document.source.path);
    texts.filter(|path| may_be_translated(path) && translation_of(path).is_none()).collect()
}
