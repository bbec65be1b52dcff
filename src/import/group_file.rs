//! The file of a group with new activities: a new one, or what is added to the one that is there.

use super::addition::with_activities;
use super::{Addition, Draft};
use crate::programme::{Group, Plan, Programme, When, slug};

/// An activity, as an item of a YAML list.
#[derive(Clone)]
pub(super) struct NewActivity {
    pub(super) title: String,
    /// When it is planned, as it was written. Empty while that is open.
    pub(super) when: Vec<String>,
    pub(super) yaml: String,
}

/// What becomes of a group's file that is there already.
pub(super) enum Extended {
    Draft(Draft),
    /// It has all of the activities.
    Complete(String),
    /// Nothing can be added to it. It has this path.
    Fixed(String),
}

/// A new file for a group, which replaces the one it may have.
pub(super) fn new_group_file(
    (index, group): (usize, &Group),
    activities: &[NewActivity],
    programme: &Programme,
) -> Draft {
    let path = plan_of((index, group), programme)
        .map_or_else(|| own_path(group), |plan| plan.prose.path().as_str().to_owned());
    let activities: String = activities.iter().map(|activity| activity.yaml.as_str()).collect();
    let text = format!(
        "---\n# yaml-language-server: $schema=../.schema/group.json\nactivities:\n{activities}---\n\n[Write here what this \
         year is about for {}, in two or three sentences.]\n",
        group.name
    );
    Draft::new(path, text)
}

/// Adds activities to the file of a group. `None` if there is none.
pub(super) fn extended(
    (index, group): (usize, &Group),
    activities: &[NewActivity],
    programme: &Programme,
) -> Option<Extended> {
    let source = &plan_of((index, group), programme)?.prose.place.source;
    let path = source.path.to_string();
    let own = programme.activities.iter().filter(|activity| activity.at.source.path == source.path);
    let own: Vec<(String, &[When])> = own.map(|activity| (slug(&activity.title), activity.when.as_slice())).collect();
    let (known, new): (Vec<&NewActivity>, Vec<&NewActivity>) = activities.iter().partition(|activity| {
        let (title, when) = (slug(&activity.title), programme.year.times_in(&activity.when));
        // A careers assembly in each term is three activities. One whose time has changed is the same.
        let is_once = activities.iter().filter(|other| slug(&other.title) == title).count() == 1;
        let is_same_time = |own: &[When]| {
            is_once || when.is_empty() || own.len() == when.len() && own.iter().all(|own| when.contains(own))
        };
        own.iter().any(|(own_title, own_when)| *own_title == title && is_same_time(own_when))
    });
    let has = |count: usize| match count {
        0 => None,
        1 => Some(format!("{path} has 1 of the activities already. It was left as it is.")),
        count => Some(format!("{path} has {count} of the activities already. They were left as they are.")),
    };
    let note = has(known.len());
    if new.is_empty() {
        return note.map(Extended::Complete);
    }
    let new: Vec<String> = new.into_iter().map(|activity| activity.yaml.clone()).collect();
    let Some(text) = with_activities(&source.text, &new) else { return Some(Extended::Fixed(path)) };
    let addition = Some(Addition { before: source.text.to_string(), added: new.concat() });
    Some(Extended::Draft(Draft { addition, notes: note.into_iter().collect(), ..Draft::new(path, text) }))
}

/// The plan of a group, whatever its file is called: `year-9.md`, `Y9.md` or `9.md`.
fn plan_of<'p>((index, group): (usize, &Group), programme: &'p Programme) -> Option<&'p Plan> {
    let path = own_path(group);
    programme.plan_of(index).or_else(|| programme.plans.iter().find(|plan| plan.prose.path().as_str() == path))
}

fn own_path(group: &Group) -> String {
    format!("programme/{}.md", group.id)
}
