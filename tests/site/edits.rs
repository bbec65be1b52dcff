//! A build after an edit gives the same files and findings as a build from nothing, whatever was edited.
use crate::common;
use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::report::{Finding, Findings};
use fingerpost::{AdviceCounts, BuildOptions, Outcome, PreviewBase, Stage};
use jiff::ToSpan;
use jiff::civil::Date;

/// Edits of a series. An ordinary run makes a few of one.
const EDITS: usize = 250;

/// A school with texts of every kind, links between them, and findings.
const SCHOOL: [(&str, &str); 14] = [
    (
        "school.yaml",
        "name: Bench School\nkind: academy\nyear:\n  label: 2026-27\n  starts: 2026-09-01\n  terms:\n    \
         - {name: Autumn, starts: 2026-09-02, ends: 2026-12-18}\n    - {name: Spring, starts: 2027-01-04, ends: 2027-03-26}\n    \
         - {name: Summer, starts: 2027-04-12, ends: 2027-07-21}\ngroups: [Year 10, Year 11]\nabbreviations: {STEM: science and maths}\n",
    ),
    (
        "team.yaml",
        "people:\n  - {role: careers-leader, name: Ada Bench, email: careers@bench.example, phone: 01632 960100}\n",
    ),
    ("programme.md", "---\ntitle: Our programme\n---\nWhat we do in STEM. See [year 10](programme/year-10.md).\n"),
    ("provider-access.md", "---\ncontact: careers-leader\n---\nProviders may come.\n\n## Rooms\n\nWe have rooms.\n"),
    ("evaluation.md", "---\nmethods: [{what: Survey, who: [pupils]}]\n---\nWe ask and count.\n"),
    ("guidance.md", "---\nentitlement: [One interview]\n---\nBook a meeting with [the team](team.yaml).\n"),
    ("pupils.md", "---\nlead: For you\n---\nFind out what comes next.\n"),
    ("parents.md", "---\nlead: For families\n---\nHow you can help.\n"),
    ("programme/year-10.md", "---\ntheme: Choices\noutcomes: [I can plan]\n---\nWhat year 10 is about.\n"),
    ("programme/year-11.md", "---\ntheme: Applying\n---\n[Write what this year is about]\n"),
    ("events/2027-03-04-fair.md", "---\ntitle: Fair\naudiences: [pupils, parents]\n---\nCome on Thursday 4 March.\n"),
    ("pages/jobs.md", "---\ntitle: Jobs\naudiences: [pupils]\nsummary: Work\n---\nRead [more](help.md#first) here.\n"),
    ("pages/help.md", "---\ntitle: Help\naudiences: [parents, staff]\n---\n## First\n\nAsk us. CLICK NOW PLEASE.\n"),
    ("policies/access.md", "---\ntitle: Access policy\n---\nThe policy in words.\n"),
];

const DAY: Date = jiff::civil::date(2026, 11, 23);

/// The same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a number") % limit
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// A content folder that is edited, and its site, which is built again after each edit.
struct EditedSite {
    _folder: tempfile::TempDir,
    content: Utf8PathBuf,
    out: Utf8PathBuf,
    day: Date,
    files: BTreeMap<String, String>,
    /// The last preview.
    preview: Option<Preview>,
}

impl EditedSite {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).expect("Unicode");
        let files = SCHOOL.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
        let (content, out) = (root.join("content"), root.join("site"));
        let mut site = Self { content, out, _folder: folder, day: DAY, files, preview: None };
        for path in site.files.keys().cloned().collect::<Vec<_>>() {
            site.save(&path);
        }
        site
    }

    fn save(&mut self, path: &str) {
        let target = self.content.join(path);
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        std::fs::write(target, &self.files[path]).expect("saved");
    }

    fn edit_file(&mut self, path: &str, edit: impl FnOnce(&str) -> String) {
        let new = edit(&self.files[path]);
        self.files.insert(path.to_owned(), new);
        self.save(path);
    }

    /// Edits anything. Most edits are of words, because the others are alike.
    fn edit(&mut self, random: &mut Random) {
        let texts: Vec<String> = self.files.keys().filter(|path| path.ends_with(".md")).cloned().collect();
        let path = texts[random.below(texts.len())].clone();
        match random.below(20) {
            0..13 => self.edit_file(&path, |text| with_other_words(text, random)),
            13..16 => self.edit_file(&path, |text| with_other_structure(text, random)),
            16 => self.edit_file(&path, |text| text.replacen("---\n", &format!("---\n# {}\n", random.below(100)), 1)),
            17 => self.edit_file("school.yaml", |text| {
                let colour = format!("colour: \"#{:06x}\"\n", random.below(0x0060_0000));
                text.lines()
                    .filter(|line| !line.starts_with("colour"))
                    .map(|line| format!("{line}\n"))
                    .collect::<String>()
                    + &colour
            }),
            18 => self.day = DAY.saturating_add(i64::try_from(random.below(200)).expect("a number").days()),
            _ => self.rename(random),
        }
    }

    /// Goes back to texts without errors, from which most further edits can be published.
    fn restore(&mut self, files: BTreeMap<String, String>) {
        for path in self.files.keys().filter(|path| !files.contains_key(*path)) {
            std::fs::remove_file(self.content.join(path)).expect("removed");
        }
        self.files = files;
        self.files.keys().cloned().collect::<Vec<_>>().iter().for_each(|path| self.save(path));
    }

    /// Renames a page to and fro, adds and removes a part of the theme, and saves files again.
    fn rename(&mut self, random: &mut Random) {
        let (from, to) = match random.below(4) {
            0 => ("pages/jobs.md", "pages/work.md"),
            1 => ("pages/work.md", "pages/jobs.md"),
            2 => {
                let path = self.content.join("theme/style/90-print.css");
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                return std::fs::write(path, format!("p {{ margin: {}px }}\n", random.below(9))).expect("saved");
            }
            _ => return self.save("pages/help.md"),
        };
        if let Some(text) = self.files.remove(from) {
            std::fs::rename(self.content.join(from), self.content.join(to)).expect("renamed");
            self.files.insert(to.to_owned(), text);
        }
    }

    /// Builds after an edit. Returns whether only the edited texts were made again.
    fn build(&self) -> (Outcome, Vec<Finding>, bool) {
        let options =
            BuildOptions { folder: &self.content, out: &self.out, today: self.day, strict: false, adopt: false };
        let (mut findings, mut stages) = (Findings::default(), Vec::new());
        let outcome = fingerpost::build(&options, common::facts(), &mut |stage| stages.push(stage), &mut findings);
        (outcome, findings.sorted(), !stages.contains(&Stage::Programme))
    }

    /// Asserts that the site and findings are those of a build from nothing, and that the preview gets the same from an
    /// edit of the last one.
    fn assert_built(&mut self, (findings, advice): (Vec<Finding>, AdviceCounts), what: &str) {
        let edited = self.preview.take().and_then(|last| self.edited_preview(last));
        let preview = Preview::build(&self.content, self.day);
        // Advice in texts that were not edited is only counted.
        let expected = preview.findings.iter().cloned().map(without_subjects);
        let findings: Vec<Finding> = findings.into_iter().map(without_subjects).collect();
        let (reported, others): (Vec<Finding>, Vec<Finding>) = expected.partition(|finding| findings.contains(finding));
        assert_eq!(findings, reported, "the findings {what}");
        assert!(others.iter().all(|finding| finding.is_advice), "the findings {what}: {others:#?}");
        assert_eq!(others.len(), advice.should + advice.could, "the advice {what}");
        assert_same(&site_files(&self.out), &preview.files, what);
        if let Some(edited) = edited {
            assert_eq!(edited.findings, preview.findings, "the findings of the preview {what}");
            assert_same(&edited.files, &preview.files, what);
            // The next edit is one of an edited preview.
            self.preview = Some(edited);
        } else {
            self.preview = Some(preview);
        }
    }

    fn edited_preview(&self, last: Preview) -> Option<Preview> {
        let Preview { day, mut files, findings, base } = last;
        let input = (&*self.content, common::facts(), self.day);
        let read = |path: &str| files.get(path).cloned();
        let changes = fingerpost::preview_changes(&self.content, &base)?;
        let edited = fingerpost::edit_preview(input, (&base, &findings), changes, read).filter(|_| day == self.day)?;
        edited.removed.and_then(|path| files.remove(&path));
        files.extend(edited.files.into_iter().map(|file| (file.path, file.bytes)));
        Some(Preview { day, files, findings: edited.findings.sorted(), base: edited.base })
    }
}

/// Subjects are only needed until findings that follow from others are removed.
fn without_subjects(finding: Finding) -> Finding {
    Finding { breaks: Vec::new(), needs: Vec::new(), ..finding }
}

/// A site as the preview has it.
struct Preview {
    day: Date,
    files: BTreeMap<String, Vec<u8>>,
    findings: Vec<Finding>,
    base: PreviewBase,
}

impl Preview {
    fn build(content: &Utf8Path, day: Date) -> Self {
        let mut findings = Findings::default();
        let built = fingerpost::build_preview(content, common::facts(), day, &mut findings).expect("a site");
        let files = built.site.files.into_iter().map(|file| (file.path, file.bytes)).collect();
        Self { day, files, findings: findings.sorted(), base: built.base.expect("readable files") }
    }
}

fn assert_same(found: &BTreeMap<String, Vec<u8>>, expected: &BTreeMap<String, Vec<u8>>, what: &str) {
    let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(found), paths(expected), "the files {what}");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for (path, bytes) in expected {
        assert!(found[path] == *bytes, "{path} {what}:\n{}\n{}", text(&found[path]), text(bytes));
    }
}

/// The files of a site, without the list of them and without what only the site before needs.
fn site_files(folder: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = common::files_below(folder);
    let manifest = files.remove(fingerpost::publish::MANIFEST).expect("a list of files");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
    let earlier = manifest.get("earlier").and_then(serde_json::Value::as_array).into_iter().flatten();
    for path in earlier.filter_map(serde_json::Value::as_str) {
        files.remove(path).expect("a file of the site before");
    }
    files
}

/// Changes the words below the front matter, also to some that rules look for.
fn with_other_words(text: &str, random: &mut Random) -> String {
    const WORDS: [&str; 22] = [
        "apprenticeship",
        "college",
        "*important*",
        "STEM",
        "`code`",
        "Year 10",
        "PLEASE READ THIS NOTICE",
        "Friday 5 March 2027",
        "Monday 5 March",
        "amelia.hart@bench.example",
        "07700 900123 and 07912 345678",
        "Connexions",
        "born on 3 May 2012",
        "the red button on the left",
        "Bienvenue à tous les élèves de notre école et à leurs familles",
        "Aisha Khan",
        "& < > \" ’",
        "ﬁ",
        "~~old~~",
        "$x$",
        "the only pupil with autism",
        "a sentence that goes on and on about responsibilities, considerations, qualifications and organisations",
    ];
    let (front, body) = text.split_at(text.rfind("---\n").map_or(0, |at| at + 4));
    let mut words: Vec<&str> = body.split(' ').collect();
    let at = random.below(words.len());
    match random.below(3) {
        0 => words.insert(at, random.pick(&WORDS)),
        1 if words.len() > 3 && !words[at].contains(['[', ']', '#', '\n']) => drop(words.remove(at)),
        _ => words.push(random.pick(&WORDS)),
    }
    format!("{front}{}", words.join(" "))
}

/// Changes headings, links, lists and the like.
fn with_other_structure(text: &str, random: &mut Random) -> String {
    const PARTS: [&str; 14] = [
        "\n\n## Next\n\nText.\n",
        "\n\n## First\n",
        "\n\n#### Deep\n",
        "\n\n[Here](guidance.md)",
        "\n\n[the team](../team.yaml) and [home](https://example.org/)",
        "\n\n- [ ] to do\n- [x] done\n",
        "\n\nA note.[^1]\n\n[^1]: What it says.\n",
        "\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
        "\n\n> quoted\n",
        "\n\n<b>bold</b>\n",
        "\n\n<!-- a comment -->\n",
        "\n\n![A hall](hall.png)\n",
        "\n\n[Croeso](lang:cy)\n",
        "\n\n[Write the rest]\n",
    ];
    let part = random.pick(&PARTS);
    match text.strip_suffix(part) {
        Some(rest) => rest.to_owned(),
        None if PARTS.iter().any(|part| text.contains(part)) => {
            PARTS.iter().fold(text.to_owned(), |text, part| text.replace(part, ""))
        }
        None => format!("{text}{part}"),
    }
}

#[test]
#[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
fn a_build_after_an_edit_is_the_same_as_a_build_from_nothing() {
    assert_edits_are_the_same_as_builds_from_nothing(11, EDITS / 12);
}

#[test]
#[ignore = "takes minutes"]
fn thousands_of_edits_are_the_same_as_builds_from_nothing() {
    (1..=10).for_each(|seed| assert_edits_are_the_same_as_builds_from_nothing(seed, EDITS));
}

fn assert_edits_are_the_same_as_builds_from_nothing(seed: u64, edits: usize) {
    let mut random = Random(seed);
    let mut site = EditedSite::new();
    let (outcome, findings, _) = site.build();
    assert!(matches!(outcome, Outcome::Published(..)), "{findings:#?}");
    site.assert_built((findings, AdviceCounts::default()), "at first");
    let (mut quick, mut published) = (0, 0);
    for number in 0..edits {
        let before = site.files.clone();
        site.edit(&mut random);
        let (outcome, findings, is_quick) = site.build();
        match outcome {
            Outcome::Published(_, advice) => {
                published += 1;
                quick += usize::from(is_quick);
                site.assert_built((findings, advice), &format!("after edit {number} of seed {seed}"));
            }
            Outcome::UpToDate(_) => {}
            Outcome::Stopped => site.restore(before),
            Outcome::Refused(refusal) => panic!("edit {number}: {refusal}"),
        }
    }
    // How many edits are of words alone is a matter of chance; with this seed or that, a fifth.
    assert!(published > edits / 3 && quick > published / 8, "{published} published, {quick} of them quickly");
}
