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

use crate::check::{PageText, RuleInput};
use crate::programme::{LanguageTag, Translation, may_be_translated, translation_of};
use crate::report::{Advice, Code, ContentPath, Findings, Severity, list};

pub(super) const CODE: Code = Code::new("not-translated");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let mut languages: BTreeMap<&LanguageTag, Vec<&Translation>> = BTreeMap::new();
    for translation in &input.programme.translations {
        languages.entry(&translation.language).or_default().push(translation);
    }
    let texts: HashMap<&ContentPath, &PageText> = input.texts.iter().map(|text| (text.path(), text)).collect();
    let originals: HashSet<&ContentPath> = input
        .texts
        .iter()
        .map(PageText::path)
        .filter(|path| may_be_translated(path) && translation_of(path).is_none())
        .collect();
    for (language, translations) in languages {
        let translated: HashSet<&ContentPath> = translations.iter().map(|translation| &translation.of).collect();
        let texts = translations.iter().filter_map(|translation| texts.get(translation.prose.path()));
        let missing: BTreeSet<&ContentPath> = texts
            .flat_map(|text| text.linked_files())
            .filter_map(|path| originals.get(&path).copied())
            .filter(|path| !translated.contains(path))
            .collect();
        let (Some(first), false) = (translations.first(), missing.is_empty()) else { continue };
        let names: Vec<String> = missing.iter().map(|path| format!("`{path}`")).collect();
        let example = missing.first().and_then(|path| path.as_str().strip_suffix(".md")).unwrap_or_default();
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!(
                "pages in {} link to pages without a {0} translation: {}",
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
