//! The groups that a written name means: `Year 9`, `Y9`, `Years 9 to 11`, `KS4`, or the name of a pathway.

use super::findings::{ContentProblem, MAX_LISTED};
use super::format::{Groups, Located};
use super::groups::{Group, GroupSet, slug};
use super::named_years::named_years;
use crate::report::{Findings, did_you_mean};

/// Words that mean every group.
const EVERY_GROUP: [&str; 8] =
    ["all", "everyone", "everybody", "all-groups", "all-years", "all-year-groups", "whole-school", "whole-college"];

/// Resolves the named groups. Reports unknown names.
pub(super) fn resolve(written: Option<&Groups>, groups: &[Group], findings: &mut Findings) -> GroupSet {
    match written {
        None | Some(Groups::All) => (0..groups.len()).collect(),
        Some(Groups::Named(names)) => {
            let mut set: GroupSet = names.iter().flat_map(|name| resolve_one(name, groups, findings)).collect();
            set.sort_unstable();
            set.dedup();
            set
        }
    }
}

/// True if every name means a group.
pub(super) fn are_known(written: Option<&Groups>, groups: &[Group]) -> bool {
    match written {
        None | Some(Groups::All) => true,
        Some(Groups::Named(names)) => names.iter().all(|name| groups_named(&name.value, groups).is_some()),
    }
}

/// Resolves one name, which may mean several groups. Reports an unknown name.
pub(super) fn resolve_one(written: &Located<String>, groups: &[Group], findings: &mut Findings) -> GroupSet {
    groups_named(&written.value, groups).unwrap_or_else(|| {
        let known = groups.iter().take(MAX_LISTED + 1).map(|group| group.id.clone()).collect();
        let all = groups.iter().map(|group| group.id.as_str());
        let suggestion = did_you_mean(&slug(&written.value), all).map(str::to_owned);
        let problem = ContentProblem::UnknownGroup { value: written.value.clone(), known, suggestion };
        findings.add(problem, written.place.clone());
        GroupSet::new()
    })
}

/// The groups that a name means, by index and in order. `None` if any part of it is unknown.
pub fn groups_named(written: &str, groups: &[Group]) -> Option<GroupSet> {
    let wanted = slug(written);
    if EVERY_GROUP.contains(&wanted.as_str()) {
        return Some((0..groups.len()).collect());
    }
    if let Some(index) = groups.iter().position(|group| group.id == wanted || slug(&group.name) == wanted) {
        return Some(vec![index]);
    }
    let mut found = match named_years(written) {
        Some(years) => of_years(&years, groups)?,
        None => {
            let parts: Vec<&str> = written.split([',', '&']).flat_map(|part| part.split(" and ")).collect();
            let of_parts = || parts.iter().map(|part| groups_named(part, groups)).collect::<Option<Vec<_>>>();
            if parts.len() < 2 { return None } else { of_parts()?.concat() }
        }
    };
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// The groups of some years. `None` if one of the years has no group.
fn of_years(years: &[u8], groups: &[Group]) -> Option<GroupSet> {
    let of_year = |year: &u8| {
        let with_year = groups.iter().enumerate().filter(|(_, group)| group.years.contains(year));
        Some(with_year.map(|(index, _)| index).collect::<GroupSet>()).filter(|found| !found.is_empty())
    };
    Some(years.iter().map(of_year).collect::<Option<Vec<_>>>()?.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, years: &[u8]) -> Group {
        Group { id: slug(name), name: name.to_owned(), years: years.to_vec(), about: None, are_learners: true }
    }

    #[test]
    fn groups_are_found_as_schools_write_them() {
        let groups: Vec<Group> = (7..=13).map(|year| group(&format!("Year {year}"), &[year])).collect();
        for (written, expected) in [
            ("Year 9", vec![2]),
            ("year-9", vec![2]),
            ("Y9", vec![2]),
            ("Yr 9", vec![2]),
            ("Yr. 9", vec![2]),
            ("9", vec![2]),
            ("Years 9-11", vec![2, 3, 4]),
            ("Y9 to Y11", vec![2, 3, 4]),
            ("Years 7 and 8", vec![0, 1]),
            ("Year 7, Year 9", vec![0, 2]),
            ("KS4", vec![3, 4]),
            ("Key Stage 3 & Year 12", vec![0, 1, 2, 5]),
            ("sixth form", vec![5, 6]),
            ("All years", vec![0, 1, 2, 3, 4, 5, 6]),
        ] {
            assert_eq!(groups_named(written, &groups), Some(expected), "{written}");
        }
        for written in ["Year 6", "year-9 (1)", "Years 11-9", "Years 5 to 7", "Yaer 9", "", "9 lives", "KS2"] {
            assert_eq!(groups_named(written, &groups), None, "{written}");
        }
    }

    #[test]
    fn pathways_are_found_by_name_and_by_year() {
        let groups = [group("Finding out", &[7, 8, 9]), group("Arts, media", &[])];
        assert_eq!(groups_named("Year 8", &groups), Some(vec![0]));
        assert_eq!(groups_named("arts, media", &groups), Some(vec![1]));
        assert_eq!(groups_named("Finding out and Arts, media", &groups), None);
    }
}
