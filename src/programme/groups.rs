//! The axis of the programme: year groups for most, pathways or course areas for others.

use super::findings::ContentProblem;
use super::format::{Control, FieldReader, FromNode, Located, ProseKey, Record, RichText, Text, record};
use super::named_years::named_years;
use crate::read::{Node, ReadProblem, Value};
use crate::report::{Findings, Subject};

/// A limit, because every group's page names all the others.
const MAX_GROUPS: usize = 100;

record! {
    /// A group as a map.
    pub struct GroupData {
        /// Its name.
        required name: Text = "Year 9";
        /// Its name in other files and in addresses. Made from the name if left out.
        optional id: Text;
        /// The national curriculum years it covers. Not needed for a name such as “Year 9”.
        list years: Located<u32>;
        /// One line about it.
        optional about: RichText, prose;
        /// `no` for people who are not learners yet, such as applicants: the benchmarks ask nothing for them.
        optional learners: bool;
    }
}

#[derive(Clone, Debug)]
pub struct GroupEntry(pub GroupData);

impl FromNode for GroupEntry {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return GroupData::from_node(node, reader).map(Self);
        }
        let name = Text::from_node(node, reader)?;
        Some(Self(GroupData { at: reader.place(node), name, id: None, years: Vec::new(), about: None, learners: None }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "type": "string" }, GroupData::schema()] })
    }
    fn control() -> Control {
        Control::TextOrRecord { text_key: "name", fields: GroupData::fields }
    }
    fn prose_keys() -> Vec<ProseKey> {
        GroupData::prose_keys()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in files and addresses, such as `year-9`.
    pub id: String,
    pub name: String,
    /// The national curriculum years it covers, in order; none if they do not apply.
    pub years: Vec<u8>,
    pub about: Option<RichText>,
    /// False for people who are not learners yet, such as applicants.
    pub are_learners: bool,
}

/// Which groups something is for: indices into the programme's groups, in order, without repeats.
pub type GroupSet = Vec<usize>;

impl Group {
    /// The key stages, 1 to 5, that its years are in; empty if no years are known.
    pub fn key_stages(&self) -> Vec<u8> {
        let stage = |year: &u8| match year {
            0..=2 => 1,
            3..=6 => 2,
            7..=9 => 3,
            10..=11 => 4,
            _ => 5,
        };
        let mut stages: Vec<u8> = self.years.iter().map(stage).collect();
        stages.dedup();
        stages
    }

    /// All groups of `school.yaml`. Reports duplicates.
    pub fn all(forms: &[GroupEntry], findings: &mut Findings) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for GroupEntry(form) in forms {
            let id = form.id.clone().map_or_else(|| slug(&form.name), |id| slug(&id));
            if id.is_empty() {
                let example = "id: group-1".to_owned();
                let needed = [Subject::key(&form.at, "id")];
                findings.add_needing(ContentProblem::MissingKey { key: "id", example }, form.at.clone(), needed);
                continue;
            }
            if groups.len() == MAX_GROUPS {
                findings.add(ReadProblem::TooMany { what: "groups", limit: MAX_GROUPS }, form.at.clone());
                break;
            }
            if let Some(other) = groups.iter().find(|group| group.id == id) {
                let problem = ContentProblem::TwoInFile {
                    what: "groups",
                    name: form.name.to_string(),
                    other: other.name.clone(),
                };
                findings.add(problem, form.at.clone());
                continue;
            }
            let mut years = Vec::new();
            for year in &form.years {
                match u8::try_from(year.value).ok().filter(|year| (1..=14).contains(year)) {
                    Some(year) => years.push(year),
                    None => {
                        let problem = ContentProblem::OutOfRange { value: year.value.to_string(), from: 1, to: 14 };
                        findings.add(problem, year.place.clone());
                    }
                }
            }
            if years.is_empty() {
                // A number alone may be anything.
                let is_named =
                    form.name.starts_with(char::is_alphabetic) || form.name.to_lowercase().starts_with("6th");
                years.extend(named_years(&form.name).filter(|_| is_named).into_iter().flatten());
            }
            years.sort_unstable();
            years.dedup();
            let are_learners = form.learners.unwrap_or_else(|| !is_of_applicants(&form.name));
            groups.push(Self { id, name: form.name.clone(), years, about: form.about.clone(), are_learners });
        }
        groups
    }
}

/// True for “Applicants”, “Future students”, “Before you enrol”. A pathway can be called “Future skills”.
fn is_of_applicants(name: &str) -> bool {
    let name = name.to_lowercase();
    let of_the_future = ["applicant", "learner", "pupil", "student"].map(|who| format!("future {who}"));
    let starts = ["applicant", "prospective ", "before you "].into_iter().map(str::to_owned).chain(of_the_future);
    starts.into_iter().any(|start| name.starts_with(&start))
}

/// A word for addresses: letters and digits of any language in lower case, all else as single hyphens.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for ch in text.chars().flat_map(char::to_lowercase) {
        if ch.is_alphanumeric() {
            slug.push(ch);
        } else if !matches!(ch, '\'' | '’') && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The groups that the people of some groups are in a number of years later: `set` is of the groups `then`, the result of
/// the groups `now`. Those who have left, and groups without one year of their own, have none.
pub fn groups_later(set: &GroupSet, then: &[Group], years: i16, now: &[Group]) -> GroupSet {
    let later = |index: &usize| {
        let [year] = then.get(*index)?.years[..] else { return None };
        let later = i16::from(year) + years;
        now.iter().position(|group| matches!(group.years[..], [year] if i16::from(year) == later))
    };
    let mut set: GroupSet = set.iter().filter_map(later).collect();
    set.sort_unstable();
    set.dedup();
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_keep_letters_of_every_language() {
        assert_eq!(slug("Health & care: Level 2"), "health-care-level-2");
        assert_eq!(slug("What’s next?"), "whats-next");
        assert_eq!(slug("Ängste — خوش"), "ängste-خوش");
    }

    #[test]
    fn years_are_read_from_names() {
        assert_eq!(named_years("Year 9"), Some(vec![9]));
        assert_eq!(named_years("Y13"), Some(vec![13]));
        assert_eq!(named_years("Year 12/13"), Some(vec![12, 13]));
        assert_eq!(named_years("Sixth form"), Some(vec![12, 13]));
        assert_eq!(named_years("Yellow pathway"), None);
    }

    #[test]
    fn a_year_group_moves_on_until_it_leaves() {
        let group = |name: &str, years: &[u8]| Group {
            id: slug(name),
            name: name.to_owned(),
            years: years.to_vec(),
            about: None,
            are_learners: true,
        };
        let groups = [group("Year 9", &[9]), group("Year 10", &[10]), group("Explorers", &[9, 10])];
        assert_eq!(groups_later(&vec![0, 1, 2], &groups, 1, &groups), [1]);
        assert_eq!(groups_later(&vec![0], &groups, 2, &groups), [0; 0]);
        assert_eq!(groups_later(&vec![0], &groups, 1, &groups[1..]), [0]);
    }

    #[test]
    fn applicants_are_not_learners() {
        for name in ["Applicants", "Future students", "Prospective learners", "Before you enrol"] {
            assert!(is_of_applicants(name), "{name}");
        }
        for name in ["Year 9", "Futures pathway", "Level 3 apprentices", "Moving on"] {
            assert!(!is_of_applicants(name), "{name}");
        }
    }

    #[test]
    fn a_pathway_is_in_every_key_stage_of_its_years() {
        let stages = |years: &[u8]| {
            let years = years.to_vec();
            let name = "Finding out".to_owned();
            Group { id: "finding-out".into(), name, years, about: None, are_learners: true }.key_stages()
        };
        assert_eq!(stages(&[1, 2]), [1]);
        assert_eq!(stages(&[2, 3]), [1, 2]);
        assert_eq!(stages(&[6, 7, 8, 9]), [2, 3]);
        assert_eq!(stages(&[9, 10, 11]), [3, 4]);
        assert_eq!(stages(&[12, 13, 14]), [5]);
        assert!(stages(&[]).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn a_slug_is_safe_in_a_path(text: String) {
            let slug = slug(&text);
            proptest::prop_assert!(!slug.contains(['/', '.', '\\', ' ', '"']));
            proptest::prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }
    }
}
