//! A page is hard to read. Many people read on a phone and in a hurry, and some have another first language. The
//! reading age is the Automated Readability Index plus five years: long sentences and long words raise it (Senter and
//! Smith, 1967, AMRL-TR-6620). WCAG 2.2, success criterion 3.1.5, asks for no more than nine years of school, which is
//! about age 14; GOV.UK aims at 9 (its guidance on writing, as stored in November 2026). Pages for pupils and families
//! may reach 13, pages for staff and employers 15, policies 16. Careers words that cannot be avoided, names, headings,
//! tables, translations, passages in other languages and texts of fewer than 100 words do not count. Plain words are
//! not childish words.
//!
//! Wrong:
//!
//! ```text
//! Pupils are afforded the opportunity to participate in a multiplicity of encounters with representatives of
//! external organisations, in order to facilitate the development of their aspirations.
//! ```
//!
//! Right:
//!
//! ```text
//! Pupils meet people from many firms. They see what work is like, and what they could aim for.
//! ```

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::check::text_context::is_english;
use crate::check::{PageText, Passage, PassageKind, TextCheck, TextRuleInput, WordRule, WordTable};
use crate::framework::Reading;
use crate::programme::{Audience, Audiences, Programme};
use crate::report::{Advice, Code, ContentPath, Findings, Severity};
use crate::text;

pub(super) const CODE: Code = Code::new("reading-age");

/// List items with fewer words are names, not sentences. They would make any page look easy.
const MIN_ITEM_WORDS: usize = 5;

/// A sentence with more words is long (GOV.UK, “Publishing accessible documents”).
const LONG_SENTENCE: usize = 25;

/// Who reads a text, in the order of the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    Families,
    Colleagues,
    Policies,
}

impl Readers {
    fn limit(self, facts: &Reading) -> u8 {
        match self {
            Self::Families => facts.ages.families,
            Self::Colleagues => facts.ages.colleagues,
            Self::Policies => facts.ages.policies,
        }
    }

    fn description(self) -> &'static str {
        match self {
            Self::Families => "A page for pupils or families",
            Self::Colleagues => "A page for staff or employers",
            Self::Policies => "A policy or statement",
        }
    }
}

struct ReadingAge<'a> {
    facts: &'a Reading,
    /// False for a site in another language, for which the formula does not work.
    is_in_english: bool,
    for_colleagues: &'a HashSet<String>,
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    TextCheck::Words(Box::new(ReadingAge {
        facts: &input.facts.reading,
        is_in_english: is_english(&input.context.language),
        for_colleagues: &input.context.for_colleagues,
    }))
}

impl WordRule for ReadingAge<'_> {
    type Known = CountedWord;

    fn know(&self, word: &str) -> CountedWord {
        CountedWord::new(word, self.facts)
    }

    fn check(&self, text: &PageText, words: &WordTable<CountedWord>, findings: &mut Findings) {
        let is_checked = self.is_in_english && text.language.is_none();
        let Some(page) = readers(text.path(), self.for_colleagues).filter(|_| is_checked) else { return };
        for readers in [Readers::Families, Readers::Colleagues, Readers::Policies] {
            report(text, (page, readers), (self.facts, words), findings);
        }
    }
}

/// The files of events and pages that are neither for pupils nor for families.
pub(in crate::check) fn for_colleagues(programme: &Programme) -> HashSet<String> {
    let others = |audiences: &&Audiences| {
        !audiences.0.iter().any(|audience| matches!(audience, Audience::Pupils | Audience::Parents))
    };
    let events = programme.events.iter().map(|event| (Some(&event.audiences), event.prose.path()));
    let pages = programme.pages.iter().map(|page| (page.audiences.as_ref(), page.prose.path()));
    let all = events.chain(pages).filter(|(audiences, _)| audiences.as_ref().is_some_and(others));
    all.map(|(_, path)| path.to_string()).collect()
}

/// Who reads the page of a file. `None` for files without a page of their own.
fn readers(path: &ContentPath, colleagues: &HashSet<String>) -> Option<Readers> {
    match path.as_str() {
        "staff.md" | "employers.md" | "offers.yaml" => Some(Readers::Colleagues),
        "provider-access.md" | "evaluation.md" => Some(Readers::Policies),
        _ if path.top_folder() == "policies" => Some(Readers::Policies),
        _ if path.extension() != "md" => None,
        _ if colleagues.contains(path.as_str()) => Some(Readers::Colleagues),
        _ => Some(Readers::Families),
    }
}

/// Who reads a passage of a page. `None` for passages that are not sentences.
fn readers_of(passage: &Passage, page: Readers) -> Option<Readers> {
    match passage.kind {
        PassageKind::Heading | PassageKind::Cell => None,
        PassageKind::Paragraph | PassageKind::Item => Some(page),
        PassageKind::Key("staff" | "employers" | "needs" | "resources" | "checks" | "commitment")
            if page == Readers::Families =>
        {
            Some(Readers::Colleagues)
        }
        PassageKind::Key("title" | "theme" | "when" | "what" | "contact") => None,
        PassageKind::Key(_) => Some(page),
    }
}

struct Sentence<'t> {
    passage: &'t Passage,
    /// Its range in the plain text.
    range: Range<usize>,
}

impl Sentence<'_> {
    /// The number of its words.
    fn length(&self, text: &PageText) -> usize {
        text.words_in(&self.range).len()
    }
}

fn report(
    text: &PageText,
    (page, readers): (Readers, Readers),
    (facts, words): (&Reading, &WordTable<CountedWord>),
    findings: &mut Findings,
) {
    let passages = || text.passages.iter().filter(|passage| readers_of(passage, page) == Some(readers));
    let bytes: usize = passages().map(|passage| passage.range.len()).sum();
    // Fast path: too short even if every word had one character.
    if bytes < facts.min_words * 2 {
        return;
    }
    let mut count = WordCount::default();
    for sentence in passages().flat_map(|passage| sentences(text, passage)) {
        count.add(text.words_in(&sentence.range).iter().map(|word| words.get(*word)));
    }
    let limit = readers.limit(facts);
    let age = count.age();
    if count.words < facts.min_words || age <= f64::from(limit) + 0.5 {
        return;
    }
    let mut sentences: Vec<Sentence<'_>> = passages().flat_map(|passage| sentences(text, passage)).collect();
    sentences.sort_by_key(|sentence| std::cmp::Reverse(sentence.length(text)));
    let [longest, others @ ..] = sentences.as_slice() else { return };
    let place = text.place_in(longest.passage, longest.range.clone());
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: match page == readers {
            true => format!("this page reads like a text for {}", age_in_words(age)),
            false => {
                format!("the notes for staff or employers on this page read like a text for {}", age_in_words(age))
            }
        },
        help: format!(
            "{} should not need more than age {limit}. Begin with this sentence of {} words: make one point in \
             each sentence, in the words you would use aloud.{}",
            readers.description(),
            longest.length(text),
            other_long_sentences(text, others, place.positions().0.line)
        ),
    };
    findings.advise(advice, place);
}

/// The sentences of a passage without the parts in other languages. A short list item has none.
fn sentences<'t>(text: &'t PageText, passage: &'t Passage) -> impl Iterator<Item = Sentence<'t>> {
    let is_name = passage.kind == PassageKind::Item && text.words_in(&passage.range).len() < MIN_ITEM_WORDS;
    let parts = (!is_name).then(|| text.unmarked(passage)).into_iter().flatten();
    parts.flat_map(move |part| {
        let spans = text::sentences(text.slice(part.clone())).into_iter();
        spans.map(move |span| Sentence { passage, range: part.start + span.start..part.start + span.end })
    })
}

/// A sentence with the lines of the next two sentences, if they are long and on other lines.
fn other_long_sentences(text: &PageText, sentences: &[Sentence<'_>], first: usize) -> String {
    let long = sentences.iter().take(2).filter(|sentence| sentence.length(text) > LONG_SENTENCE);
    let line = |sentence: &Sentence<'_>| text.place_in(sentence.passage, sentence.range.clone()).positions().0.line;
    let mut lines: Vec<usize> = long.map(line).filter(|line| *line != first).collect();
    lines.sort_unstable();
    lines.dedup();
    match lines.as_slice() {
        [] => String::new(),
        [one] => format!(" Another long one is on line {one}."),
        [one, two, ..] => format!(" Other long ones are on lines {one} and {two}."),
    }
}

/// The formula is meant for school years. Above them, its exact results mean little.
fn age_in_words(age: f64) -> String {
    if age >= 18.0 { "age 18 or more".to_owned() } else { format!("age {age:.0}") }
}

/// The counts that the formula needs.
#[derive(Default)]
struct WordCount {
    sentences: usize,
    words: usize,
    /// The words whose characters are counted: neither names nor terms of the field.
    plain_words: usize,
    characters: usize,
}

/// What the counts need to know of a word.
#[derive(Clone, Copy, Default)]
struct CountedWord {
    is_capitalised: bool,
    /// `None` for addresses and numbers, and for terms of the field.
    characters: Option<u32>,
}

impl CountedWord {
    fn new(word: &str, facts: &Reading) -> Self {
        let has_symbols = || word.bytes().any(|byte| matches!(byte, b'@' | b'.' | b':'));
        let is_address = word.starts_with(|ch: char| ch.is_ascii_digit()) || has_symbols();
        let is_plain = !is_address && !is_term(word, facts);
        let characters = || word.chars().filter(|ch| ch.is_alphanumeric()).count();
        Self {
            is_capitalised: word.starts_with(char::is_uppercase),
            characters: is_plain.then(|| u32::try_from(characters()).unwrap_or(u32::MAX)),
        }
    }
}

impl WordCount {
    /// Counts a sentence.
    fn add(&mut self, words: impl Iterator<Item = CountedWord>) {
        let before = self.words;
        for (index, word) in words.enumerate() {
            self.words += 1;
            let is_name = index > 0 && word.is_capitalised;
            if let Some(characters) = word.characters.filter(|_| !is_name) {
                self.plain_words += 1;
                self.characters += characters as usize;
            }
        }
        self.sentences += usize::from(self.words > before);
    }

    /// The Automated Readability Index plus five years.
    fn age(&self) -> f64 {
        let ratio = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        4.71 * ratio(self.characters, self.plain_words) + 0.5 * ratio(self.words, self.sentences) - 21.43 + 5.0
    }
}

/// True for a word that a careers site cannot avoid, in the singular, the plural or the possessive.
fn is_term(word: &str, facts: &Reading) -> bool {
    let is_lower = word.bytes().all(|ch| ch.is_ascii_lowercase());
    let lower = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    let lower = lower.trim_end_matches("’s").trim_end_matches("'s").trim_end_matches('’');
    let is_listed = |word: &str| facts.terms.contains(word);
    is_listed(lower)
        || lower.strip_suffix('s').is_some_and(is_listed)
        || lower.strip_suffix("ies").is_some_and(|stem| is_listed(&format!("{stem}y")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    fn age(text: &str) -> f64 {
        let facts = Facts::load().expect("the data files parse");
        let mut count = WordCount::default();
        for sentence in text::sentences(text) {
            count.add(text::words(&text[sentence]).map(|word| CountedWord::new(word.text, &facts.reading)));
        }
        count.age()
    }

    #[test]
    fn age_is_the_automated_readability_index_plus_five() {
        // 18 characters, 6 words, 1 sentence: 4.71 × 3 + 0.5 × 6 − 21.43 = −4.3.
        assert!((age("You do not need to know.") - 0.7).abs() < 0.01);
    }

    #[test]
    fn known_texts_are_ranked_by_age() {
        let tale = "They lived with their Mother in a sand-bank, underneath the root of a very big fir-tree. Now run along, and \
                    don’t get into mischief. I am going out.";
        let declaration = "When in the Course of human events, it becomes necessary for one people to dissolve the political \
                           bands which have connected them with another, and to assume among the powers of the earth, the \
                           separate and equal station to which the Laws of Nature and of Nature’s God entitle them, a decent \
                           respect to the opinions of mankind requires that they should declare the causes which impel them \
                           to the separation.";
        assert!(age(tale) < 11.0, "{}", age(tale));
        assert!(age(declaration) > 18.0, "{}", age(declaration));
    }

    #[test]
    fn terms_and_names_do_not_raise_the_age() {
        let plain = age("Talk to your tutor about your plan. She can help you with it.");
        let terms = age("Talk to your adviser about apprenticeships. Ms Quillfeather-Okonjo can help you with it.");
        assert!(terms < plain + 1.0, "{plain} {terms}");
    }

    #[test]
    fn officialese_has_a_high_age() {
        let hard = "Pupils are afforded the opportunity to participate in a multiplicity of encounters with representatives \
                    of external organisations, in order to facilitate the development of their aspirations.";
        assert!(age(hard) > 20.0, "{}", age(hard));
        assert!(age("Pupils meet people from many firms. They see what work is like.") < 9.0);
    }
}
