//! Paths in commands that are shown, for people to copy.

use camino::Utf8Path;

/// The path as it is written in a shell of this system: Windows has `cmd` and PowerShell, other systems have shells like `sh`.
pub(super) fn quoted(path: &Utf8Path) -> String {
    if cfg!(windows) { for_windows(path.as_str()) } else { for_unix(path.as_str()) }
}

fn for_windows(path: &str) -> String {
    if path.chars().all(|ch| ch.is_alphanumeric() || "-_./\\:".contains(ch)) {
        return path.to_owned();
    }
    // With a backslash before it, a mark would belong to the name.
    format!("\"{}\"", path.trim_end_matches(['/', '\\']))
}

fn for_unix(path: &str) -> String {
    if path.chars().all(|ch| ch.is_alphanumeric() || "-_./:".contains(ch)) {
        path.to_owned()
    } else if path.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", path.replace('\'', "'\\''"))
    } else {
        format!("\"{path}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_can_be_copied_into_cmd_and_powershell() {
        for (path, expected) in [
            ("careers", "careers"),
            ("C:\\Users\\Ada\\careers", "C:\\Users\\Ada\\careers"),
            ("C:\\", "C:\\"),
            ("My school", "\"My school\""),
            ("H:\\My school\\", "\"H:\\My school\""),
            ("\\\\server\\home$\\ada", "\"\\\\server\\home$\\ada\""),
            ("St John's & St Anne's (new)", "\"St John's & St Anne's (new)\""),
        ] {
            assert_eq!(for_windows(path), expected, "{path}");
        }
    }

    #[test]
    fn paths_can_be_copied_into_other_shells() {
        for (path, expected) in [
            ("sites/my-school", "sites/my-school"),
            ("Ysgol Gŵyr", "\"Ysgol Gŵyr\""),
            ("St Anne's", "\"St Anne's\""),
            ("a$b", "'a$b'"),
            ("Anne's \"best\"", "'Anne'\\''s \"best\"'"),
            ("a\\b", "'a\\b'"),
        ] {
            assert_eq!(for_unix(path), expected, "{path}");
        }
    }
}
