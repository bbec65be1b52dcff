//! The file of a group with new activities: a new one, or what is added to the one that is there.

use super::addition::with_activities;
use super::{Addition, Draft};
use crate::programme::{Group, Programme, slug};

/// An activity, as an item of a YAML list.
#[derive(Clone)]
pub(super) struct NewActivity {
    pub(super) title: String,
    pub(super) yaml: String,
}

/// What becomes of a group's file that is there already.
pub(super) enum Extended {
    Draft(Draft),
    /// It has all of the activities.
    Complete(String),
    /// Its list is written in a way that can't be continued.
    Fixed,
}

/// A file for a group that has none.
pub(super) fn new_group_file(group: &Group, activities: &[NewActivity]) -> Draft {
    let activities: String = activities.iter().map(|activity| activity.yaml.as_str()).collect();
    let text = format!(
        "---\n# yaml-language-server: $schema=../.schema/group.json\nactivities:\n{activities}---\n\n[Write here what this \
         year is about for {}, in two or three sentences.]\n",
        group.name
    );
    Draft::new(path(group), text)
}

/// Adds activities to the file of a group. `None` if there is none.
pub(super) fn extended(group: &Group, activities: &[NewActivity], programme: &Programme) -> Option<Extended> {
    let path = path(group);
    let source = &programme.plans.iter().find(|plan| plan.prose.path().as_str() == path)?.prose.place.source;
    let own = programme.activities.iter().filter(|activity| activity.at.source.path == source.path);
    let own: Vec<String> = own.map(|activity| slug(&activity.title)).collect();
    let (known, new): (Vec<&NewActivity>, Vec<&NewActivity>) =
        activities.iter().partition(|activity| own.contains(&slug(&activity.title)));
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
    let Some(text) = with_activities(&source.text, &new) else { return Some(Extended::Fixed) };
    let addition = Some(Addition { before: source.text.to_string(), added: new.concat() });
    Some(Extended::Draft(Draft { addition, notes: note.into_iter().collect(), ..Draft::new(path, text) }))
}

fn path(group: &Group) -> String {
    format!("programme/{}.md", group.id)
}
