//! Adds activities to the file of a group that is there already. Every other byte of it stays as it is.

/// The text of a programme file with these activities after its own. Each is an item of a YAML list, indented by two
/// spaces. `None` if the list in the file is written in a way that can't be continued, such as `activities: []`.
pub(super) fn with_activities(text: &str, activities: &[String]) -> Option<String> {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines = lines(text).skip_while(|(_, line)| line.trim().is_empty());
    lines.next().filter(|(_, line)| line.trim_end() == "---")?;
    let front_matter: Vec<(usize, &str)> = lines.by_ref().take_while(|(_, line)| line.trim_end() != "---").collect();
    let end = front_matter.last().map_or(0, |(start, line)| start + line.len());
    let key = front_matter.iter().position(|(_, line)| line.starts_with("activities:"));
    let Some(key) = key else {
        let added = indented(activities, 2).replace('\n', newline);
        return Some(insert(text, end, &format!("activities:{newline}{added}"))).filter(|_| end > 0);
    };
    let (key_start, key_line) = front_matter.get(key)?;
    let value = key_line.strip_prefix("activities:")?.trim();
    if !value.is_empty() && !value.starts_with('#') {
        return None;
    }
    let is_of_list = |line: &str| line.starts_with([' ', '-', '#']) || line.trim().is_empty();
    let block = front_matter.get(key + 1..)?.iter().take_while(|(_, line)| is_of_list(line));
    let items: Vec<&(usize, &str)> =
        block.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')).collect();
    let first = items.iter().map(|(_, line)| *line).find(|line| line.trim_start().starts_with("- "));
    let indent = first.map_or(2, |line| line.len() - line.trim_start().len());
    let end = items.last().map_or(key_start + key_line.len(), |(start, line)| start + line.len());
    Some(insert(text, end, &indented(activities, indent).replace('\n', newline)))
}

/// The lines with their line breaks, and where each starts.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line))
    })
}

fn indented(activities: &[String], indent: usize) -> String {
    let lines = activities.iter().flat_map(|activity| activity.lines());
    lines.map(|line| format!("{}{}\n", " ".repeat(indent), line.strip_prefix("  ").unwrap_or(line))).collect()
}

fn insert(text: &str, at: usize, added: &str) -> String {
    let (before, after) = text.split_at(at);
    [before, added, after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(text: &str) -> Option<String> {
        with_activities(text, &["  - title: \"New\"\n    kind: talk\n".to_owned()])
    }

    #[test]
    fn activities_come_after_those_in_the_file() {
        for (before, after) in [
            (
                "---\nactivities:\n  - title: Old\n    kind: talk\n\n# The end.\nhelp: [Ask]\n---\nBody\n",
                "---\nactivities:\n  - title: Old\n    kind: talk\n  - title: \"New\"\n    kind: talk\n\n# The end.\nhelp: [Ask]\n---\nBody\n",
            ),
            (
                "---\r\nactivities: # all\r\n- title: Old\r\n  kind: talk\r\n---\r\n",
                "---\r\nactivities: # all\r\n- title: Old\r\n  kind: talk\r\n- title: \"New\"\r\n  kind: talk\r\n---\r\n",
            ),
            (
                "---\ntheme: A\n---\nactivities:\n",
                "---\ntheme: A\nactivities:\n  - title: \"New\"\n    kind: talk\n---\nactivities:\n",
            ),
            (
                "---\nactivities:\ntheme: A\n---\n",
                "---\nactivities:\n  - title: \"New\"\n    kind: talk\ntheme: A\n---\n",
            ),
        ] {
            assert_eq!(added(before).as_deref(), Some(after));
        }
    }

    #[test]
    fn what_cannot_be_continued_is_left_alone() {
        for text in ["", "Text\n", "---\nactivities: []\n---\n", "---\n---\n"] {
            assert_eq!(added(text), None, "{text}");
        }
    }
}
