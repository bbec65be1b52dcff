//! The answers of all forms as additions to the groups' files. What is in the programme already is left out, and what
//! several departments have written becomes one activity.

use std::collections::{BTreeSet, HashSet};

use super::answer::{Answer, FormAnswers};
use super::departments::Department;
use super::filled_form::FilledForm;
use super::findings::AuditFormProblem;
use crate::framework::Facts;
use crate::import::Draft;
use crate::import::findings::SheetError;
use crate::import::group_file::{Extended, NewActivity, extended, new_group_file};
use crate::import::yaml::{in_comment, list, numbers, quoted};
use crate::programme::{ActivityKind, Group, Programme, slug};
use crate::report::{Findings, Place, list as in_words};

/// What the forms give.
#[derive(Clone, Debug, Default)]
pub struct AuditAnswers {
    pub drafts: Vec<Draft>,
    /// Notes for the teacher, one sentence each.
    pub notes: Vec<String>,
    /// What the drafts add.
    pub added: Vec<NewActivityCount>,
}

/// A new activity of a group, as far as the coverage counts it.
#[derive(Clone, Debug)]
pub struct NewActivityCount {
    /// By index.
    pub group: usize,
    pub benchmarks: Vec<u8>,
}

/// Turns forms into drafts. Findings about a form are at its file.
pub fn audit_drafts(
    forms: &[FilledForm],
    departments: &[Department<'_>],
    (programme, facts): (&Programme, &Facts),
    findings: &mut Findings,
) -> AuditAnswers {
    let mut result = AuditAnswers::default();
    let mut answers: Vec<Answer> = Vec::new();
    let (mut answered, mut empty) = (BTreeSet::new(), Vec::new());
    for form in forms {
        let read = FormAnswers { form, departments, programme, facts, findings: &mut *findings }.read();
        let name = form.department.and_then(|index| departments.get(index)).map_or(&form.file, |known| &known.name);
        if form.is_blank() {
            empty.push(name.as_str());
        } else {
            answered.insert(name.as_str());
        }
        for answer in read {
            let Some(answer) = without_known(answer, programme, &mut result.notes) else { continue };
            report_similar(&answer, &answers, programme, (&form.file, &mut *findings));
            add(answer, &mut answers, &programme.groups, &mut result.notes);
        }
    }
    // A department has two forms, of which it fills in one.
    empty.retain(|name| !answered.contains(name));
    let mut seen = HashSet::new();
    empty.retain(|name| seen.insert(*name));
    result.notes.extend((!empty.is_empty()).then(|| format!("These forms are still empty: {}.", empty.join("; "))));
    for (index, group) in programme.groups.iter().enumerate() {
        let own: Vec<&Answer> = answers.iter().filter(|answer| answer.groups.contains(&index)).collect();
        if own.is_empty() {
            continue;
        }
        let new: Vec<NewActivity> = own.iter().map(|answer| new_activity(answer)).collect();
        match extended((index, group), &new, programme) {
            Some(Extended::Draft(draft)) => result.drafts.push(draft),
            Some(Extended::Complete(_)) => continue,
            Some(Extended::Fixed(path)) => {
                findings.add(SheetError::FixedFile { path: path.clone() }, Place::of_file(&path));
                continue;
            }
            None => result.drafts.push(new_group_file((index, group), &new, programme)),
        }
        result
            .added
            .extend(own.iter().map(|answer| NewActivityCount { group: index, benchmarks: answer.benchmarks.clone() }));
    }
    result
}

/// An answer without the groups whose programme has it already. `None` if that are all.
fn without_known(mut answer: Answer, programme: &Programme, notes: &mut Vec<String>) -> Option<Answer> {
    let title = words_of(&answer.title, &programme.groups);
    let is_known = |group: usize| {
        let activities = programme.activities.iter().filter(|activity| activity.groups.contains(&group));
        let events = programme.events_of_year().filter(|event| event.groups.contains(&group));
        let mut titles = activities.map(|activity| &activity.title).chain(events.map(|event| &event.title));
        titles.any(|known| words_of(known, &programme.groups) == title)
    };
    let (known, new): (Vec<usize>, Vec<usize>) = answer.groups.iter().partition(|group| is_known(**group));
    if !known.is_empty() {
        let groups: Vec<&str> =
            known.iter().filter_map(|index| programme.groups.get(*index)).map(|group| group.name.as_str()).collect();
        notes.push(format!("“{}” is in the programme already, for {}.", answer.title, in_words(&groups)));
    }
    answer.groups = new;
    Some(answer).filter(|answer| !answer.groups.is_empty())
}

/// Adds an answer, or joins it to the same one of another department. “Guest speaker” of another group is another activity.
fn add(answer: Answer, answers: &mut Vec<Answer>, groups: &[Group], notes: &mut Vec<String>) {
    let title = words_of(&answer.title, groups);
    let shares_group = |other: &Answer| other.groups.iter().any(|group| answer.groups.contains(group));
    let is_same = |other: &Answer| shares_group(other) && words_of(&other.title, groups) == title;
    let first = answers.iter().position(is_same);
    // An answer for several groups may join those of each.
    let parts: Vec<Answer> = answers.extract_if(.., |other| is_same(other)).collect();
    let mut parts = parts.into_iter();
    let (Some(mut same), Some(first)) = (parts.next(), first) else {
        return answers.push(answer);
    };
    parts.chain([answer]).for_each(|other| same.join(other));
    notes.push(match same.from.as_slice() {
        [one] => format!("“{}” is in the form of {one} twice. It became one activity.", same.title),
        from => format!("“{}” is in the forms of {}. It became one activity.", same.title, in_words(from)),
    });
    answers.insert(first, same);
}

impl Answer {
    /// Adds what another department has written about the same activity.
    fn join(&mut self, other: Self) {
        fn add<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
            more.into_iter().for_each(|item| {
                if !list.contains(&item) {
                    list.push(item);
                }
            });
        }
        if self.kind == ActivityKind::Lesson {
            self.kind = other.kind;
        }
        add(&mut self.groups, other.groups);
        add(&mut self.when, other.when);
        add(&mut self.benchmarks, other.benchmarks);
        add(&mut self.subjects, other.subjects);
        add(&mut self.with, other.with);
        add(&mut self.notes, other.notes);
        add(&mut self.from, other.from);
        self.groups.sort_unstable();
        self.benchmarks.sort_unstable();
        self.hours = self.hours.max(other.hours);
    }
}

/// Reports an activity of the same group whose title is nearly the same.
fn report_similar(answer: &Answer, answers: &[Answer], programme: &Programme, (file, findings): (&str, &mut Findings)) {
    let shares_group = |groups: &[usize]| groups.iter().any(|group| answer.groups.contains(group));
    let planned = programme.planned().filter(|activity| shares_group(&activity.groups)).map(|activity| &activity.title);
    let answered = answers.iter().filter(|other| shares_group(&other.groups)).map(|other| &other.title);
    let title = words_of(&answer.title, &programme.groups);
    let mut others = planned.chain(answered).filter(|other| words_of(other, &programme.groups) != title);
    let similar = others.find(|other| is_similar(&title, &words_of(other, &programme.groups)));
    if let Some(other) = similar {
        let problem = AuditFormProblem::Similar { title: answer.title.clone(), other: other.clone() };
        findings.add(problem, Place::of_file(file));
    }
}

/// True for titles of which one has all the words of the other, or that differ in a few characters. Not for equal ones.
fn is_similar(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    /// Below this, titles with a common word would be similar.
    const MIN_SIMILARITY: f64 = 0.85;
    let joined = |words: &BTreeSet<String>| words.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    let is_part = a.len().min(b.len()) > 1 && (a.is_subset(b) || b.is_subset(a));
    a != b && (is_part || strsim::normalized_damerau_levenshtein(&joined(a), &joined(b)) >= MIN_SIMILARITY)
}

/// The words of a title that tell it from others: without small words and the names of groups.
fn words_of(title: &str, groups: &[Group]) -> BTreeSet<String> {
    const SMALL: [&str; 14] =
        ["the", "a", "an", "our", "of", "in", "for", "and", "to", "with", "at", "on", "all", "annual"];
    let slug_of_title = slug(title);
    let named = groups.iter().map(|group| slug(&group.name)).filter(|name| !name.is_empty());
    let without_groups = named.fold(format!("-{slug_of_title}-"), |text, name| text.replace(&format!("-{name}-"), "-"));
    let words: BTreeSet<String> =
        without_groups.split('-').filter(|word| !word.is_empty() && !SMALL.contains(word)).map(str::to_owned).collect();
    if words.is_empty() { BTreeSet::from([slug_of_title]) } else { words }
}

fn new_activity(answer: &Answer) -> NewActivity {
    let mut yaml = format!("  - title: {}\n", quoted(&answer.title));
    let mut line = |key: &str, value: Option<String>| {
        yaml.extend(value.map(|value| format!("    {key}: {value}\n")));
    };
    let texts = |texts: &[String]| (!texts.is_empty()).then(|| list(texts));
    line("when", texts(&answer.when));
    line("kind", Some(answer.kind.as_str().to_owned()));
    line("benchmarks", (!answer.benchmarks.is_empty()).then(|| numbers(&answer.benchmarks)));
    line("subjects", texts(&answer.subjects));
    line("with", texts(&answer.with));
    line("hours", answer.hours.map(|hours| hours.to_string()));
    line("staff", (!answer.notes.is_empty()).then(|| quoted(&answer.notes.join(" "))));
    let from = in_comment(&in_words(&answer.from));
    let form = if answer.from.len() == 1 { "form" } else { "forms" };
    yaml.push_str(&format!(
        "    # From the audit {form} of {from}. Check it, then delete the next line.\n    status: proposed\n"
    ));
    NewActivity { title: answer.title.clone(), when: answer.when.clone(), yaml }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str) -> BTreeSet<String> {
        let group = |name: &str| Group {
            id: slug(name),
            name: name.to_owned(),
            years: Vec::new(),
            about: None,
            are_learners: true,
        };
        words_of(title, &[group("Year 8"), group("Year 9")])
    }

    #[test]
    fn small_words_and_groups_do_not_make_another_activity() {
        assert_eq!(words("The Year 8 careers fair"), words("Careers fair"));
        assert_ne!(words("Careers fair"), words("Careers evening"));
        assert_eq!(words("Year 9").len(), 1);
    }

    #[test]
    fn similar_titles_are_not_the_same() {
        for (a, b) in [("Careers fair", "Spring careers fair"), ("Visit to the quarry", "Visits to the quarry")] {
            assert!(is_similar(&words(a), &words(b)), "{a}, {b}");
        }
        for (a, b) in
            [("Careers fair", "The careers fair"), ("Mock interviews", "Interviews"), ("Fair", "Far and wide")]
        {
            assert!(!is_similar(&words(a), &words(b)), "{a}, {b}");
        }
    }
}
