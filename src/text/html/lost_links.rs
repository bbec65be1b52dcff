//! Finds links that Markdown doesn't recognise because of a space.

use super::body_html::{LostLink, SpaceIn};

const FILES: [&str; 16] = [
    ".md", ".yaml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf", ".docx", ".doc", ".pptx", ".xlsx",
    ".odt", ".csv", ".txt",
];

/// In bytes. A longer target or text is none, and looking further would take long for a text of brackets.
const MAX_LENGTH: usize = 300;

/// `start` is the offset of the body in the file.
pub(in crate::text) fn lost_links(body: &str, start: usize) -> Vec<LostLink> {
    let in_target = body.match_indices("](").filter_map(|(at, opening)| {
        let from = at + opening.len();
        let target = in_brackets(body, from).filter(|target| target.trim().contains(' ') && is_target(target))?;
        Some(lost_link(body, (at, from), target, SpaceIn::Target))
    });
    let before_target = body.match_indices("] (").filter_map(|(at, opening)| {
        let from = at + opening.len();
        let target = in_brackets(body, from).filter(|target| !target.contains(' ') && is_target(target))?;
        Some(lost_link(body, (at, from), target, SpaceIn::Between))
    });
    let mut links: Vec<LostLink> = in_target.chain(before_target).collect();
    links.sort_by_key(|link| link.span.start);
    links.iter_mut().for_each(|link| link.span = link.span.start + start..link.span.end + start);
    links
}

fn lost_link(body: &str, (text_end, from): (usize, usize), target: &str, space: SpaceIn) -> LostLink {
    let before = body.get(..text_end).unwrap_or_default();
    let before = before.get(before.floor_char_boundary(before.len().saturating_sub(MAX_LENGTH))..).unwrap_or_default();
    let text = before.rfind('[').and_then(|at| before.get(at + 1..)).unwrap_or_default().to_owned();
    LostLink { text, target: target.to_owned(), space, span: from..from + target.len() }
}

/// What is in the brackets that open before an offset: `Policy 2026 (final).pdf` has brackets of its own.
fn in_brackets(body: &str, from: usize) -> Option<&str> {
    let line = target_line(body, from);
    let mut open = 0;
    let end = line.find(|ch| match ch {
        '(' => {
            open += 1;
            false
        }
        ')' if open > 0 => {
            open -= 1;
            false
        }
        _ => ch == ')',
    });
    line.get(..end.or_else(|| line.rfind(')'))?).map(str::trim_end)
}

/// True for the path of a file, or an address.
fn is_target(text: &str) -> bool {
    // What begins with a pointed bracket, or has quotation marks or another link in it, is not the path of a file.
    let path = text.split('#').next().unwrap_or(text).trim_end().to_lowercase();
    let is_file =
        !text.starts_with('<') && !text.contains(['"', '[']) && FILES.iter().any(|extension| path.ends_with(extension));
    let is_address = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| text.starts_with(scheme));
    is_file || is_address && !text.contains(['"', '\''])
}

/// The beginning of the line that starts at an offset.
fn target_line(body: &str, from: usize) -> &str {
    let rest = body.get(from..).unwrap_or_default();
    let beginning = rest.get(..rest.floor_char_boundary(MAX_LENGTH)).unwrap_or_default();
    beginning.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_with_a_space_are_found() {
        let found = |body: &str| {
            let links = lost_links(body, 0);
            links.into_iter().map(|link| (link.text, link.target)).collect::<Vec<_>>()
        };
        let link = |text: &str, target: &str| vec![(text.to_owned(), target.to_owned())];
        assert_eq!(
            found("See [our policy](../Policy 2026 (final).pdf) (PDF)."),
            link("our policy", "../Policy 2026 (final).pdf")
        );
        assert_eq!(found("![Map](media/a map.png)"), link("Map", "media/a map.png"));
        assert_eq!(found("[x] (policies/a.pdf)"), link("x", "policies/a.pdf"));
        assert_eq!(found("[x] (https://a.example/b)"), link("x", "https://a.example/b"));
        assert_eq!(found("[Ring us](tel:01632 960000)"), link("Ring us", "tel:01632 960000"));
        assert_eq!(found("[x](https://a.example/our map)"), link("x", "https://a.example/our map"));
        assert_eq!(found("[x](our map.pdf) (or read guide.pdf)"), link("x", "our map.pdf"));
        for body in [
            "[x](a.pdf)",
            "[x]( a.pdf )",
            "[x](<a b.pdf>)",
            "[x](a.pdf \"A title\")",
            "[x] (see below)",
            "[Write this] (in a.md)",
            "[the team](mailto:careers@ridgeway.example) (as a .docx or .pdf).",
            "[the UCAS site](https://www.ucas.com) (or read guide.pdf)",
            "[x](lang:cy) (see a.pdf)",
        ] {
            assert_eq!(found(body), [], "{body}");
        }
    }
}
