//! `words:` in school.yaml says what you call your pupils, parents and groups. The site uses these words in all that it
//! writes itself; your own texts it leaves as they are. This text has the usual word where you have another, so readers
//! meet both. Each file is reported once, with all its lines. Names such as pupil premium are not reported. The examples
//! are of a school with `words: {pupils: students}`.
//!
//! Wrong:
//!
//! ```text
//! Every pupil meets people at work.
//! ```
//!
//! Right:
//!
//! ```text
//! Every student meets people at work.
//! ```

use crate::check::phrases::Phrases;
use crate::check::{TextCheck, TextRuleInput};
use crate::programme::Programme;
use crate::report::{Advice, Code, Findings, Place, Severity, list};

pub(super) const CODE: Code = Code::new("school-words");

/// Names that have a usual word in them, and people who are not the school's own.
const OTHER_MEANINGS: [&str; 9] = [
    "pupil premium",
    "pupil referral unit",
    "pupil referral units",
    "former pupil",
    "former pupils",
    "former student",
    "former students",
    "student finance",
    "student loan",
];

/// The folder of results and answers, which are in the words of those who gave them.
const ANSWERS: &str = "evaluation/";

/// Each usual word of this kind of school that has been replaced, and the school's own.
pub(in crate::check) fn replaced_words(programme: &Programme) -> Vec<(String, String)> {
    let (own, usual) = (&programme.institution.words, &programme.institution.kind_facts.words);
    let words = [
        (&usual.pupil, &own.pupil),
        (&usual.pupils, &own.pupils),
        (&usual.parents, &own.parents),
        (&usual.group, &own.group),
        (&usual.groups, &own.groups),
    ];
    let is_replaced = |(usual, own): &(&String, &String)| !own.to_lowercase().contains(&usual.to_lowercase());
    words.into_iter().filter(is_replaced).map(|(usual, own)| (usual.clone(), own.clone())).collect()
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let replaced = &input.context.replaced_words;
    let usual = replaced.iter().map(|(usual, _)| usual.as_str());
    // “Enterprise pathway” is a name, also where groups are called phases.
    let names = input.context.group_names.iter().map(String::as_str);
    let search = Phrases::in_any_case(usual.chain(OTHER_MEANINGS).chain(names));
    TextCheck::each(move |text, findings| {
        if replaced.is_empty() || text.source.path.as_str().starts_with(ANSWERS) {
            return;
        }
        let mut found: Vec<(usize, Place)> = Vec::new();
        for passage in &text.passages {
            let spans = search.find(text.text_of(passage)).filter(|(number, _)| *number < replaced.len());
            found.extend(spans.map(|(number, span)| (number, text.place_of(passage, &span))));
        }
        found.sort_by_key(|(_, place)| place.span.start);
        report(&found, replaced, findings);
    })
}

/// The lines of places in order, each once.
fn lines_of(found: &[(usize, Place)]) -> Vec<String> {
    let (mut line, mut at) = (1, 0);
    let lines = found.iter().map(|(_, place)| {
        let between = place.source.text.get(at..place.span.start).unwrap_or_default();
        line += between.matches('\n').count();
        at = place.span.start;
        line.to_string()
    });
    let mut lines: Vec<String> = lines.collect();
    lines.dedup();
    lines
}

fn report(found: &[(usize, Place)], replaced: &[(String, String)], findings: &mut Findings) {
    let Some((_, first)) = found.first() else { return };
    let is_used = |number: usize| found.iter().any(|(used, _)| *used == number);
    let used = replaced.iter().enumerate().filter(|(number, _)| is_used(*number));
    let pairs: Vec<String> = used.map(|(_, (usual, own))| format!("`{own}` for `{usual}`")).collect();
    let places = match lines_of(found).as_slice() {
        [line] => format!("line {line}"),
        lines => format!("lines {}", list(lines)),
    };
    let advice = Advice {
        code: CODE,
        severity: Severity::Could,
        message: "this text does not use the words of your school".into(),
        help: format!("Write {}, in {places}. `words:` in school.yaml says so.", list(&pairs)),
    };
    findings.advise(advice, first.clone());
}
