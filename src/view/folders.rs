//! The folders of the audiences in addresses, which follow the school's words: `students/year-9.html`.
//!
//! Only words of one ASCII word are used: “parents and carers” stay `parents`.

use serde::{Serialize, Serializer};

use super::address::Address;
use crate::programme::{Audience, Words, slug};

const ALL: [Audience; 4] = [Audience::Pupils, Audience::Parents, Audience::Staff, Audience::Employers];

/// Folders that other pages and files are in.
const TAKEN: [&str; 10] =
    ["programme", "events", "evaluation", "pages", "policies", "media", "assets", "calendars", "feeds", "past"];

#[derive(Clone, Debug)]
pub struct AudienceFolders {
    /// In the order of `ALL`.
    names: [String; 4],
}

/// By the word of the audience, as templates know it.
impl Serialize for AudienceFolders {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(ALL.iter().map(|audience| (audience.as_str(), self.name(*audience))))
    }
}

impl AudienceFolders {
    /// The folders for the school's words. A word that two audiences share is not used.
    pub(crate) fn new(words: &Words) -> Self {
        let name = |audience: Audience| {
            let word = slug(audience.name(words));
            let is_one_word = word.len() > 2 && word.chars().all(|ch| ch.is_ascii_alphabetic());
            if is_one_word && !TAKEN.contains(&word.as_str()) { word } else { audience.as_str().to_owned() }
        };
        let names = ALL.map(name);
        let is_repeated = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
        if names.iter().any(is_repeated) {
            Self { names: ALL.map(|audience| audience.as_str().to_owned()) }
        } else {
            Self { names }
        }
    }

    /// The folder of an audience.
    pub fn name(&self, audience: Audience) -> &str {
        let at = ALL.iter().position(|one| *one == audience);
        at.and_then(|at| self.names.get(at)).map_or(audience.as_str(), String::as_str)
    }

    /// An address in the usual folders, in the folders of this school.
    pub(crate) fn place(&self, address: Address) -> Address {
        let Some((folder, rest)) = address.as_str().split_once('/') else { return address };
        match Audience::ALL.iter().find(|audience| audience.as_str() == folder) {
            Some(audience) => Address::new(format!("{}/{rest}", self.name(*audience))),
            None => address,
        }
    }

    /// The audience in whose folder a page is.
    pub(crate) fn audience_of(&self, address: &Address) -> Option<Audience> {
        let folder = address.as_str().split('/').next()?;
        Audience::ALL.iter().copied().find(|audience| self.name(*audience) == folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(pupils: &str, parents: &str, staff: &str) -> AudienceFolders {
        let words = Words {
            pupils: pupils.into(),
            parents: parents.into(),
            staff: staff.into(),
            employers: "employers".into(),
            ..Words::default()
        };
        AudienceFolders::new(&words)
    }

    #[test]
    fn addresses_follow_the_words_of_the_school() {
        let of = |folders: &AudienceFolders, address: &str| folders.place(Address::new(address)).to_string();
        let college = folders("students", "parents and carers", "college staff");
        assert_eq!(of(&college, "pupils/year-12.html"), "students/year-12.html");
        assert_eq!(of(&college, "parents/index.html"), "parents/index.html");
        assert_eq!(of(&college, "staff/year.html"), "staff/year.html");
        assert_eq!(of(&college, "index.html"), "index.html");
        assert_eq!(college.audience_of(&Address::new("students/year-12.html")), Some(Audience::Pupils));
        for words in [("events", "families", "staff"), ("disgyblion ysgol", "Students", "students")] {
            assert_eq!(of(&folders(words.0, words.1, words.2), "pupils/index.html"), "pupils/index.html");
        }
    }
}
