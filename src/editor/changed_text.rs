//! The text of a single value, changed by hand.

use super::file_edit::{PathStep, ValuePath, YamlValue};

/// True if two versions of a file differ in nothing but what is at a path: the value of a key may be another one, or there
/// may be other keys in its place.
pub(super) fn is_changed_only_at(path: &ValuePath, before: &YamlValue, after: &YamlValue) -> bool {
    is_same_but(&path.0, before, after)
}

fn is_same_but(steps: &[PathStep], before: &YamlValue, after: &YamlValue) -> bool {
    match (steps, before, after) {
        ([PathStep::Key(key)], YamlValue::Map(before), YamlValue::Map(after)) => {
            let Some(at) = before.iter().position(|(name, _)| name == key) else { return false };
            let below = before.len() - at - 1;
            after.len() >= at + below
                && before.iter().take(at).eq(after.iter().take(at))
                && before.iter().rev().take(below).eq(after.iter().rev().take(below))
        }
        ([PathStep::Key(key), rest @ ..], YamlValue::Map(before), YamlValue::Map(after)) => {
            let is_same = |((name, before), (other, after)): (&(String, YamlValue), &(String, YamlValue))| {
                name == other && if name == key { is_same_but(rest, before, after) } else { before == after }
            };
            before.len() == after.len() && before.iter().zip(after).all(is_same)
        }
        ([PathStep::Index(index), rest @ ..], YamlValue::List(before), YamlValue::List(after)) => {
            let is_same = |(at, (before, after)): (usize, (&YamlValue, &YamlValue))| match at == *index {
                true => rest.is_empty() || is_same_but(rest, before, after),
                false => before == after,
            };
            before.len() == after.len() && before.iter().zip(after).enumerate().all(is_same)
        }
        _ => false,
    }
}
