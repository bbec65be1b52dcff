//! The example in other languages.

use camino::Utf8PathBuf;
use fingerpost::render::OutputFile;
use fingerpost::report::{Findings, Severity};

use crate::common;

/// The example school's site in another language, in memory.
pub(crate) fn example_in(tag: &str) -> Vec<OutputFile> {
    let work = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::from_path_buf(work.path().to_owned()).expect("Unicode");
    for (path, bytes) in common::files_below(&common::folder("content-example")) {
        let target = root.join(path);
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        std::fs::write(&target, bytes).expect("copied");
    }
    let school = std::fs::read_to_string(root.join("school.yaml")).expect("a text");
    let school = school.replace("language: en-GB", &format!("language: {tag}"));
    assert!(school.contains(&format!("language: {tag}")), "the example names its language");
    std::fs::write(root.join("school.yaml"), without_words(&school)).expect("written");
    let facts = common::facts();
    let sources = fingerpost::read::read(&root, None, &mut Default::default());
    let mut findings = Findings::default();
    let made = fingerpost::build_sources(sources, facts, common::today(), &mut |_| {}, &mut findings);
    let errors = findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|finding| finding.message).collect();
    assert!(errors.is_empty(), "{errors:?}");
    made.expect("a school and a careers leader").files
}

/// Removes the school's words for its people from `school.yaml`, so that the language's words are used.
fn without_words(school: &str) -> String {
    let mut lines = Vec::new();
    let mut inside = false;
    for line in school.lines() {
        inside = line.starts_with("words:") || inside && line.starts_with(' ');
        if !inside {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}
