//! A small school that one file is added to.

use fingerpost::OutputFile;
use fingerpost::read::{self, Media, Sources};
use fingerpost::report::print::{self, Format, Style};
use fingerpost::report::{ContentPath, Findings};

use super::common;

pub(crate) const SCHOOL: [(&str, &str); 6] = [
    (
        "school.yaml",
        "name: Bench School\nkind: academy\nlogo: media/logo.svg\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
         - {name: Autumn, starts: 2026-09-02, ends: 2026-12-18}\n    - {name: Spring, starts: 2027-01-04, ends: 2027-03-26}\n    \
         - {name: Summer, starts: 2027-04-12, ends: 2027-07-21}\ngroups: [Year 7, Year 9, Year 10, Year 11]\n",
    ),
    ("team.yaml", "people:\n  - {role: careers-leader, name: Ada Bench, email: careers@bench.example}\n"),
    ("programme.md", "---\ntitle: Our programme\n---\nWhat we do. See [year 10](programme/year-10.md).\n"),
    ("programme/year-10.md", "---\ntheme: Choices\noutcomes: [I can plan]\n---\nWhat year 10 is about.\n"),
    ("events/2027-03-04-fair.md", "---\ntitle: Fair\naudiences: [pupils, parents]\n---\nCome on Thursday 4 March.\n"),
    ("pages/jobs.md", "---\ntitle: Jobs\naudiences: [pupils]\n---\nRead [more](../programme.md) here.\n"),
];
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><path d=\"M0 0h4v4\"/></svg>";

/// The school's files, with some replaced or added.
pub(crate) fn with(files: &[(&str, &[u8])]) -> Sources {
    let mut findings = Findings::default();
    let mut sources = Sources::default();
    let kept = SCHOOL.iter().map(|(path, text)| (*path, text.as_bytes()));
    let kept = kept.chain([("media/logo.svg", LOGO.as_bytes())]);
    let kept = kept.filter(|(path, _)| files.iter().all(|(other, _)| other != path));
    for (path, bytes) in kept.chain(files.iter().copied()) {
        let path = ContentPath::new(path);
        if path.as_str().starts_with("theme/") {
            sources.theme.push(Media::in_memory(path, bytes.to_vec()));
        } else if ["md", "yaml", "yml"].contains(&path.extension().as_str()) {
            sources.documents.extend(read::document(path, bytes.to_vec(), &mut findings));
        } else {
            sources.media.push(Media::in_memory(path, bytes.to_vec()));
        }
    }
    sources.documents.sort_by(|a, b| a.source.path.cmp(&b.source.path));
    sources.media.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// Builds a site, and prints what was found.
pub(crate) fn build(sources: Sources) -> Option<Vec<OutputFile>> {
    let mut findings = Findings::default();
    let built = fingerpost::build_sources(sources, common::facts(), common::today(), &mut |_| {}, &mut findings);
    let findings = findings.sorted();
    for format in [Format::Full, Format::Json] {
        print::findings(&findings, Style { format, width: 100, folder: "careers" });
    }
    built.map(|site| site.files)
}
