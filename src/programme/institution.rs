//! The institution: who we are, what we call our people, when our information is reviewed.

use super::accessibility::Accessibility;
use super::disclosure::SmallNumbers;
use super::format::{Colour, Day, Email, FieldReader, FromNode, Link, Located, Phone, Text, record, string_enum};
use super::year::YearData;
use crate::framework::DefaultWords;
use crate::read::{Node, Value};
use crate::report::Place;

string_enum! {
    /// The kind of institution. What the law asks, the benchmarks' wording and the default words follow it.
    pub enum Kind {
        /// A school maintained by its council.
        MaintainedSchool "maintained-school",
        /// An academy.
        Academy "academy",
        /// A free school.
        FreeSchool "free-school",
        /// A university technical college.
        Utc "utc",
        /// A maintained special school.
        SpecialSchool "special-school",
        /// A special academy.
        SpecialAcademy "special-academy",
        /// A pupil referral unit.
        PupilReferralUnit "pupil-referral-unit",
        /// An alternative provision academy.
        ApAcademy "ap-academy",
        /// A middle school.
        MiddleSchool "middle-school",
        /// A school for all ages.
        AllThroughSchool "all-through-school",
        /// A sixth-form college.
        SixthFormCollege "sixth-form-college",
        /// A further education college.
        FeCollege "fe-college",
        /// An independent training provider.
        TrainingProvider "training-provider",
        /// An independent school.
        IndependentSchool "independent-school",
    }
}

record! {
    /// Who we are.
    pub struct SchoolData {
        /// The name of the school, college or provider.
        required name: Text = "Ridgeway School";
        /// A shorter name for small places.
        optional short_name: Text;
        /// What kind of institution it is. The law, the benchmarks' wording and the default words follow it.
        required kind: Kind = "academy";
        /// A motto or one line about the careers programme.
        optional tagline: Text, prose;
        /// The postal address.
        optional address: Text;
        /// The main telephone number.
        optional phone: Phone;
        /// The main e-mail address.
        optional email: Email;
        /// The main website.
        optional website: Link;
        /// Where this careers site will be published. Needed only for calendars, feeds and previews elsewhere.
        optional web_address: Link;
        /// The unique reference number.
        optional urn: Text;
        /// The trust.
        optional trust: Text;
        /// The local authority.
        optional local_authority: Text;
        /// The careers hub.
        optional careers_hub: Text;
        /// The school's colour. Text and links are made readable whatever it is.
        optional colour: Colour;
        /// The logo, a picture in media/.
        optional logo: Located<Text>;
        /// The language of the content and of all other words on the site: en-GB, cy, ur.
        optional language: Located<Text>;
        /// What we call our people.
        optional words: WordsData;
        /// The academic year and its terms.
        required year: YearData = "(see the example site)";
        /// The year groups, pathways or course areas of the programme, in order.
        list groups: GroupEntry;
        /// The subjects that you teach: each should be linked to careers every year (Benchmark 4).
        list subjects: Located<Text>;
        /// When the information and the programme are reviewed.
        optional reviews: Reviews;
        /// From how many answers and leavers on figures are published.
        optional small_numbers: SmallNumbers;
        /// Short forms and what they stand for, such as UCAS.
        optional abbreviations: Abbreviations;
        /// Awards that the careers programme holds.
        list awards: Award;
        /// Facts for the accessibility statement.
        optional accessibility: Accessibility;
    }
}

record! {
    /// What we call our people; the kind of institution sets the defaults.
    pub struct WordsData {
        /// One of them: pupil, student, learner, scholar.
        optional pupil: Text;
        /// Several of them.
        optional pupils: Text;
        /// Parents, parents and carers, families.
        optional parents: Text;
        /// Staff, teachers, college staff.
        optional staff: Text;
        /// One group: year group, pathway, course area.
        optional group: Text;
        /// Several groups.
        optional groups: Text;
    }
}

record! {
    /// A group as a map.
    pub struct GroupData {
        /// Its name.
        required name: Text = "Year 9";
        /// The word for it in other files and in addresses; made from the name if left out.
        optional id: Text;
        /// The national curriculum years it covers. For “Year 9” it is known.
        list years: Located<u32>;
        /// One line about it.
        optional about: Text, prose;
    }
}

/// A group: its name alone, or a map.
#[derive(Clone, Debug)]
pub struct GroupEntry(pub GroupData);

impl FromNode for GroupEntry {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return GroupData::from_node(node, reader).map(Self);
        }
        let name = Text::from_node(node, reader)?;
        Some(Self(GroupData { at: reader.place(node), name, id: None, years: Vec::new(), about: None }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "type": "string" }, GroupData::schema()] })
    }
    fn prose_keys() -> Vec<&'static str> {
        GroupData::prose_keys()
    }
}

record! {
    /// When the information and the programme are reviewed. The first date is asked for by law.
    pub struct Reviews {
        /// The day by which the published information is next reviewed.
        optional next_review: Located<Day>;
        /// The day it was last brought up to date.
        optional last_updated: Located<Day>;
        /// The day the whole programme was last evaluated.
        optional programme_evaluated: Located<Day>;
        /// Who sees to it: a role.
        optional owner: Text;
    }
}

record! {
    /// An award of the careers programme.
    pub struct Award {
        /// Its name.
        required name: Text = "Quality in Careers Standard";
        /// The level reached.
        optional level: Text;
        /// The day it runs out.
        optional until: Located<Day>;
        /// Where to read about it.
        optional link: Link;
    }
}

/// Short forms and what they stand for, in the order they are written.
#[derive(Clone, Debug, Default)]
pub struct Abbreviations(pub Vec<(String, String)>);

impl FromNode for Abbreviations {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            reader.fields(node);
            return None;
        };
        let pairs = entries.iter().filter_map(|entry| Some((entry.key.clone(), Text::from_node(&entry.node, reader)?)));
        Some(Self(pairs.collect()))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

/// Who we are, ready for use.
#[derive(Clone, Debug)]
pub struct Institution {
    /// Its place in `school.yaml`.
    pub place: Place,
    /// The full name.
    pub name: String,
    /// The short name, or the full one.
    pub short_name: String,
    /// What kind it is.
    pub kind: Kind,
    /// The school's words for its people, for findings. Pages use words in their own language.
    pub words: Words,
    /// The other keys of `school.yaml`.
    pub details: SchoolData,
}

/// What we call our people.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[allow(missing_docs, reason = "each is the word itself")]
pub struct Words {
    pub pupil: String,
    pub pupils: String,
    pub parents: String,
    pub staff: String,
    pub employers: String,
    pub group: String,
    pub groups: String,
}

impl Words {
    /// The kind's words, but for those that the school chooses.
    pub fn chosen(form: Option<&WordsData>, defaults: &DefaultWords) -> Self {
        let pick = |said: Option<&String>, default: &str| said.map_or(default, String::as_str).to_owned();
        // Who names only the plural gets a singular that agrees with it.
        let pupils = pick(form.and_then(|form| form.pupils.as_ref()), &defaults.pupils);
        let pupil = match form.and_then(|form| form.pupil.clone()) {
            Some(pupil) => pupil,
            None if pupils == defaults.pupils => defaults.pupil.clone(),
            None => pupils.strip_suffix('s').unwrap_or(&pupils).to_owned(),
        };
        Self {
            pupil,
            pupils,
            parents: pick(form.and_then(|form| form.parents.as_ref()), &defaults.parents),
            staff: pick(form.and_then(|form| form.staff.as_ref()), &defaults.staff),
            employers: "employers".into(),
            group: pick(form.and_then(|form| form.group.as_ref()), &defaults.group),
            groups: pick(form.and_then(|form| form.groups.as_ref()), &defaults.groups),
        }
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
        }
    }
}

impl Institution {
    /// From `school.yaml` and what is known of the kind.
    pub fn new(details: SchoolData, defaults: &DefaultWords) -> Self {
        Self {
            place: details.at.clone(),
            name: details.name.clone(),
            short_name: details.short_name.clone().unwrap_or_else(|| details.name.clone()),
            kind: details.kind,
            words: Words::chosen(details.words.as_ref(), defaults),
            details,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_that_says_scholars_has_scholars_and_a_scholar() {
        let defaults = DefaultWords {
            pupil: "pupil".into(),
            pupils: "pupils".into(),
            parents: "parents".into(),
            staff: "staff".into(),
            group: "year group".into(),
            groups: "year groups".into(),
        };
        let form = WordsData {
            at: Place::of_file("school.yaml"),
            pupil: None,
            pupils: Some("scholars".into()),
            parents: None,
            staff: None,
            group: None,
            groups: None,
        };
        let words = Words::chosen(Some(&form), &defaults);
        assert_eq!((words.pupil.as_str(), words.pupils.as_str()), ("scholar", "scholars"));
        assert_eq!(Words::chosen(None, &defaults).pupil, "pupil");
    }
}
