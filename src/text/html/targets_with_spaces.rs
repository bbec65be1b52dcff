//! Finds link targets that Markdown doesn't recognise because they contain a space.

use super::body_html::BodyLink;

const FILES: [&str; 10] = [".md", ".yaml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf", ".docx"];

/// `start` is the offset of the body in the file.
pub(super) fn targets_with_spaces(body: &str, start: usize) -> Vec<BodyLink> {
    let mut targets = Vec::new();
    for (at, opening) in body.match_indices("](") {
        let from = at + opening.len();
        let line = body.get(from..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let Some(target) = line.split(')').next() else { continue };
        if !target.contains(' ') || target.starts_with('<') || target.contains('"') {
            continue;
        }
        let path = target.split('#').next().unwrap_or(target).to_lowercase();
        if FILES.iter().any(|extension| path.ends_with(extension)) {
            let span = start + from..start + from + target.len();
            targets.push(BodyLink { target: target.to_owned(), span });
        }
    }
    targets
}
