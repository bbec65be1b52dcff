//! Puts words of the program into those of a page.

/// A text of the program without its backticks: what people type is between quotation marks.
pub(super) fn plain(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let quoted = |(at, part): (usize, &str)| if at % 2 == 0 { part.to_owned() } else { format!("“{part}”") };
    parts.map(quoted).collect()
}

/// What a list has several of: “Activity” for “Activities”.
pub(super) fn singular(label: &str) -> String {
    if label == "People" {
        return "Person".to_owned();
    }
    match label.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => label.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(label).to_owned(),
    }
}

/// In the terminal a message follows a code and begins in lower case.
pub(super) fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_lists_name_one_item() {
        for (label, expected) in [("Activities", "Activity"), ("People", "Person"), ("Films", "Film"), ("Help", "Help")]
        {
            assert_eq!(singular(label), expected);
        }
    }

    #[test]
    fn what_people_type_is_between_quotation_marks() {
        assert_eq!(plain("write `9am` or `5:30pm`"), "write “9am” or “5:30pm”");
        assert_eq!(sentence("write it"), "Write it");
    }
}
