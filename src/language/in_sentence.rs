//! What a school calls people, in the middle of an English sentence: “led by the careers leader”.

use std::borrow::Cow;

/// A single person or group, with an article.
const WITH_ARTICLE: &[&str] = &[
    "adviser",
    "administrator",
    "board",
    "body",
    "chair",
    "clerk",
    "coordinator",
    "co-ordinator",
    "director",
    "governor",
    "head",
    "headteacher",
    "lead",
    "leader",
    "librarian",
    "manager",
    "member",
    "principal",
    "teacher",
    "team",
    "tutor",
];
const PEOPLE: &[&str] = &[
    "advisers",
    "chairs",
    "champions",
    "departments",
    "governors",
    "heads",
    "leaders",
    "leads",
    "members",
    "staff",
    "teachers",
    "trustees",
    "tutors",
];
/// Words that begin a sentence with a capital for no other reason.
const ARTICLES: &[&str] = &["A", "All", "An", "Each", "Every", "Our", "The"];
/// Languages are subjects with a capital; a year has one too.
const NAMES: &[&str] = &[
    "Arabic", "Bengali", "English", "French", "German", "Italian", "Latin", "Mandarin", "Polish", "Punjabi", "Russian",
    "Spanish", "Urdu", "Welsh", "Year",
];

/// A text without the capital that only its place at the beginning gives it, and with the article of a single person or group:
/// “Form tutors” → “form tutors”, “Careers leader” → “the careers leader”. Names stay as they are.
pub(super) fn in_sentence(text: &str) -> Cow<'_, str> {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let has_other_capitals = words.any(|word| word.starts_with(char::is_uppercase));
    if ARTICLES.iter().any(|article| article.eq_ignore_ascii_case(first)) {
        return Cow::Owned(lower(text));
    }
    let main = text.split([',', '(']).next().unwrap_or_default();
    let main =
        [" and ", " with ", " or ", " of "].iter().fold(main, |main, joined| main.split(joined).next().unwrap_or(main));
    let last = main.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let has_article = WITH_ARTICLE.contains(&last.as_str());
    if has_other_capitals || !(has_article || PEOPLE.contains(&last.as_str())) {
        return Cow::Borrowed(text);
    }
    let is_name = NAMES.contains(&first) || first.chars().skip(1).any(char::is_uppercase);
    let text = if is_name { text.to_owned() } else { lower(text) };
    Cow::Owned(if has_article { format!("the {text}") } else { text })
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_lose_their_capital_and_names_keep_it() {
        for (text, expected) in [
            ("Careers leader", "the careers leader"),
            ("careers leader", "the careers leader"),
            ("Careers leader and form tutors", "the careers leader and form tutors"),
            ("Form tutors", "form tutors"),
            ("Full governing body", "the full governing body"),
            ("Senior leadership team", "the senior leadership team"),
            ("Careers lead", "the careers lead"),
            ("Head of careers", "the head of careers"),
            ("Heads of year", "heads of year"),
            ("Chair of governors", "the chair of governors"),
            ("Members of staff", "members of staff"),
            ("Year 10 team", "the Year 10 team"),
            ("Year 7 tutors", "Year 7 tutors"),
            ("English teachers", "English teachers"),
            ("The full governing body", "the full governing body"),
            ("The Governing Body of Ridgeway", "the Governing Body of Ridgeway"),
            ("Our own self-evaluation", "our own self-evaluation"),
            ("the careers administrator", "the careers administrator"),
            ("SENDCo", "SENDCo"),
            ("Ms Nadia Thornwick", "Ms Nadia Thornwick"),
            ("Nadia Thornwick, careers leader", "Nadia Thornwick, careers leader"),
            ("Compass+", "Compass+"),
            ("Ridgeway", "Ridgeway"),
            ("", ""),
        ] {
            assert_eq!(in_sentence(text), expected);
        }
    }
}
