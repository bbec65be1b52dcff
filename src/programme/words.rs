//! What a school calls its pupils, parents, staff and groups.

use super::format::{Text, record};
use super::prose::typeset;
use crate::framework::DefaultWords;

record! {
    /// What you call your pupils, parents, staff and groups. The kind of institution sets the defaults.
    pub struct WordsData {
        /// One pupil: pupil, student, learner, scholar.
        optional pupil: Text;
        /// Several pupils: pupils, students, learners, scholars.
        optional pupils: Text;
        /// Parents, parents and carers, families.
        optional parents: Text;
        /// Staff, teachers, college staff.
        optional staff: Text;
        /// One group: year group, pathway, course area.
        optional group: Text;
        /// Several groups.
        optional groups: Text;
        /// One area of learning: learning area, strand, theme.
        optional area: Text;
        /// Several areas of learning.
        optional areas: Text;
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Words {
    pub pupil: String,
    pub pupils: String,
    pub parents: String,
    pub staff: String,
    pub employers: String,
    pub group: String,
    pub groups: String,
    pub area: String,
    pub areas: String,
}

impl Words {
    /// The word for a variable of messages, whose name may have a capital. `None` for other variables.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        Some(match name {
            "pupil" | "Pupil" => &self.pupil,
            "pupils" | "Pupils" => &self.pupils,
            "parents" | "Parents" => &self.parents,
            "staff" | "Staff" => &self.staff,
            "employers" | "Employers" => &self.employers,
            "group" | "Group" => &self.group,
            "groups" | "Groups" => &self.groups,
            "area" | "Area" => &self.area,
            "areas" | "Areas" => &self.areas,
            _ => return None,
        })
    }

    /// The kind's words, but for those that the school chooses.
    pub fn chosen(form: Option<&WordsData>, defaults: &DefaultWords) -> Self {
        let pick = |chosen: Option<&String>, default: &str| chosen.map_or(default, String::as_str).to_owned();
        // A school that gives only the plural gets a matching singular.
        let pupils = pick(form.and_then(|form| form.pupils.as_ref()), &defaults.pupils);
        let pupil = match form.and_then(|form| form.pupil.clone()) {
            Some(pupil) => pupil,
            None if pupils == defaults.pupils => defaults.pupil.clone(),
            None => singular(&pupils, &defaults.pupil),
        };
        Self {
            pupil,
            pupils,
            parents: pick(form.and_then(|form| form.parents.as_ref()), &defaults.parents),
            staff: pick(form.and_then(|form| form.staff.as_ref()), &defaults.staff),
            employers: "employers".into(),
            group: pick(form.and_then(|form| form.group.as_ref()), &defaults.group),
            groups: pick(form.and_then(|form| form.groups.as_ref()), &defaults.groups),
            area: pick(form.and_then(|form| form.area.as_ref()), &defaults.area),
            areas: pick(form.and_then(|form| form.areas.as_ref()), &defaults.areas),
        }
    }

    /// A text of the data files, which use the words pupils and learners, in the school's own word and typeset. The “staff and
    /// learners” of other providers stay as they are.
    pub fn in_text(&self, text: &str) -> String {
        let mut changed = String::with_capacity(text.len());
        for part in typeset(text).split_inclusive(|ch: char| !ch.is_alphabetic()) {
            let word = part.trim_end_matches(|ch: char| !ch.is_alphabetic());
            let own = match word {
                "learner" | "learners" if changed.ends_with("staff and ") => None,
                "pupil" | "learner" => Some(self.pupil.clone()),
                "pupils" | "learners" => Some(self.pupils.clone()),
                "Pupil" | "Learner" => Some(capitalised(&self.pupil)),
                "Pupils" | "Learners" => Some(capitalised(&self.pupils)),
                _ => None,
            };
            changed.push_str(own.as_deref().unwrap_or(word));
            changed.push_str(part.get(word.len()..).unwrap_or_default());
        }
        changed
    }

    /// The same with another word for pupils, given as the plural.
    pub fn with_pupils(self, pupils: &str) -> Self {
        let pupil = singular(pupils, &self.pupil);
        Self { pupil, pupils: pupils.to_owned(), ..self }
    }

    /// The same, each made a capital by `capital`.
    pub fn with_capitals(&self, capital: fn(&str) -> String) -> Self {
        Self {
            pupil: capital(&self.pupil),
            pupils: capital(&self.pupils),
            parents: capital(&self.parents),
            staff: capital(&self.staff),
            employers: capital(&self.employers),
            group: capital(&self.group),
            groups: capital(&self.groups),
            area: capital(&self.area),
            areas: capital(&self.areas),
        }
    }
}

/// The singular of a word for pupils: the usual one for “children” and “young people”.
fn singular(plural: &str, usual: &str) -> String {
    let is_one_word = !plural.contains([' ', ',']);
    plural.strip_suffix('s').filter(|_| is_one_word).unwrap_or(usual).to_owned()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Place;

    #[test]
    fn singular_follows_from_a_custom_plural() {
        let defaults = DefaultWords {
            pupil: "pupil".into(),
            pupils: "pupils".into(),
            parents: "parents".into(),
            staff: "staff".into(),
            group: "year group".into(),
            groups: "year groups".into(),
            area: "learning area".into(),
            areas: "learning areas".into(),
        };
        let form = WordsData {
            at: Place::of_file("school.yaml"),
            pupil: None,
            pupils: Some("scholars".into()),
            parents: None,
            staff: None,
            group: None,
            groups: None,
            area: None,
            areas: None,
        };
        let words = Words::chosen(Some(&form), &defaults);
        assert_eq!((words.pupil.as_str(), words.pupils.as_str()), ("scholar", "scholars"));
        assert_eq!(Words::chosen(None, &defaults).pupil, "pupil");
        assert_eq!(Words::chosen(None, &defaults).with_pupils("children").pupil, "pupil");
        let text = "Pupils' needs: each pupil, and no pupilage.";
        assert_eq!(words.in_text(text), "Scholars’ needs: each scholar, and no pupilage.");
        let college = "All learners should meet staff and learners of universities.";
        assert_eq!(words.in_text(college), "All scholars should meet staff and learners of universities.");
        assert_eq!(Words::chosen(None, &defaults).in_text(text), typeset(text));
    }
}
