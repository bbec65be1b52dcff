//! The names of a survey's files, and the mapping that one of them has.

use crate::language::capital;
use crate::programme::format::{FieldReader, FromNode};
use crate::programme::{SurveyMapping, slug};
use crate::read;
use crate::report::{ContentPath, Findings, Source};

/// The name of an export without what Microsoft Forms and downloads add: “(1-47)” and “ - Copy”.
pub fn without_copy_marks(stem: &str) -> &str {
    let mut name = stem.trim();
    loop {
        let is_range = |inside: &str| !inside.is_empty() && inside.chars().all(|ch| ch.is_ascii_digit() || ch == '-');
        let bracket = name.strip_suffix(')').and_then(|start| start.rsplit_once('('));
        let shorter = match bracket {
            Some((start, inside)) if is_range(inside) => start.trim_end(),
            _ => ["- Copy", "- copy", " copy", "(Responses)", "- Form responses 1", "(Form responses 1)"]
                .iter()
                .find_map(|mark| name.strip_suffix(mark))
                .map_or(name, str::trim_end),
        };
        if shorter == name || shorter.is_empty() {
            return name;
        }
        name = shorter;
    }
}

/// The name of the files of a survey, from words. “survey” if they have no letter or digit.
pub fn name_of(words: &str) -> String {
    let name = slug(words);
    if name.is_empty() { "survey".to_owned() } else { name }
}

/// `2026-parents-evening` → “2026 parents evening”.
pub fn title_of(name: &str) -> String {
    capital(&name.replace('-', " "))
}

/// The file with the mapping of a survey.
pub fn mapping_path(name: &str) -> ContentPath {
    ContentPath::new(&format!("evaluation/mappings/{name}.yaml"))
}

/// The mapping in the text of its file. `None` after adding findings if something is wrong with it.
pub fn read_mapping(path: ContentPath, text: String, findings: &mut Findings) -> Option<SurveyMapping> {
    let source = Source { path, text: text.into() };
    let span = 0..source.text.len();
    let node = read::parse_yaml(&source, span, findings)?;
    SurveyMapping::from_node(&node, &mut FieldReader::new(&source, findings))
}
