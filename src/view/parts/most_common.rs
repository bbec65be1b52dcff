//! The largest part of a chart, which its title names.

use crate::language::{Language, message};
use crate::programme::format::Percent;

/// “Most common: Sixth form (62%)”. `None` if two are as large, or one without a figure could be larger: `of_one_whole` is true
/// if the shares add up to 100%, which limits those that are not known.
pub(crate) fn title(parts: &[(&str, Option<Percent>)], of_one_whole: bool, language: &Language) -> Option<String> {
    let known = || parts.iter().filter_map(|(name, percent)| Some((*name, (*percent)?)));
    let (name, largest) = known().max_by_key(|(_, percent)| *percent)?;
    let rest = 100.0 - known().map(|(_, percent)| percent.number()).sum::<f64>();
    let all_known = parts.iter().all(|(_, percent)| percent.is_some());
    let is_largest = known().filter(|(_, percent)| *percent == largest).count() == 1
        && (all_known || (of_one_whole && rest < largest.number()));
    let title = || message!(language, "most_common", what = name, percent = &language.percent(largest));
    (is_largest && parts.len() > 1 && largest > Percent::ZERO).then(title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::in_words;

    fn title_of(parts: &[(&str, Option<u64>)], of_one_whole: bool) -> Option<String> {
        let parts: Vec<_> =
            parts.iter().map(|(name, part)| (*name, part.map(|part| Percent::share(part, 100)))).collect();
        title(&parts, of_one_whole, &in_words("en"))
    }

    #[test]
    fn the_largest_part_is_named() {
        let title = title_of(&[("Work", Some(20)), ("College", Some(70)), ("Other", Some(10))], true);
        assert_eq!(title.as_deref(), Some("Most common: College (70%)"));
    }

    #[test]
    fn nothing_is_named_where_another_part_is_or_could_be_as_large() {
        assert_eq!(title_of(&[("Work", Some(50)), ("College", Some(50))], true), None);
        assert_eq!(title_of(&[("Work", Some(40)), ("College", None), ("Other", Some(5))], true), None);
        assert!(title_of(&[("Work", Some(60)), ("College", None), ("Other", None)], true).is_some());
        assert_eq!(title_of(&[("Work", Some(60)), ("College", None)], false), None, "several answers are possible");
        assert_eq!(title_of(&[("Work", Some(100))], true), None);
        assert_eq!(title_of(&[("Work", Some(0)), ("College", None)], true), None);
    }
}
