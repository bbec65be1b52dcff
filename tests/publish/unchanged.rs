//! When a build may end early because nothing has changed, and what it then reports.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::publish::{BuildCache, CachedFindings, MANIFEST, Publisher};
use fingerpost::read;
use fingerpost::render::{OutputFile, SiteOutput};
use fingerpost::report::{Advice, Code, Finding, Findings, Severity};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 23);
const WORDS: [&str; 3] = ["must-be-fixed", "should-be-fixed", "could-be-better"];

/// A content folder of three texts and another file, and the folder of its site.
struct Site {
    temporary: tempfile::TempDir,
    content: Utf8PathBuf,
    out: Utf8PathBuf,
}

impl Site {
    /// Published, long enough after the last change of a file that its times can be trusted.
    fn published() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(temporary.path()).unwrap().to_owned();
        let site = Self { content: root.join("content"), out: root.join("site"), temporary };
        for (path, text) in [("a.md", "aaa\nbbb\n"), ("pages/b.md", "b"), ("team.yaml", "people: []\n"), ("x.zip", "x")]
        {
            site.put(path, text);
        }
        site.build();
        site
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.content.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Builds a site of one file for each text, with a finding of each severity in `a.md`.
    fn build(&self) {
        self.build_into(&self.out);
    }

    fn build_into(&self, out: &Utf8Path) {
        let mut findings = Findings::default();
        let found = read::find(&self.content, Some(out), &mut findings);
        let cache = BuildCache::new(&self.content, out, TODAY, &findings);
        let mut raw = read::load(found, cache.now(), &mut findings);
        let (digest, index) = (format!("{:x}", raw.digest), raw.index.take().unwrap());
        let sources = read::parse(raw, &mut findings);
        let publisher = Publisher::begin(out, false, cache.outputs()).unwrap();
        for document in &sources.documents {
            let bytes = document.source.text.as_bytes().to_vec();
            publisher.write(OutputFile { path: format!("{}.html", document.source.path), bytes });
        }
        let published = publisher.finish(digest).unwrap();
        let source = &sources.documents.first().unwrap().source;
        for (word, severity) in WORDS.into_iter().zip([Severity::Must, Severity::Should, Severity::Could]) {
            let (code, message) = (Code::new(word), format!("message of \"{word}\""));
            findings.advise(Advice { code, severity, message, help: "help\nnote".into() }, source.place(4..7));
        }
        cache.save(&index, &published.files, findings.sort(), &());
    }

    fn unchanged_for(&self, out: &Utf8Path, today: Date, strict: bool) -> Option<CachedFindings> {
        let mut findings = Findings::default();
        let found = read::find(&self.content, Some(out), &mut findings);
        let code = |word: &str| WORDS.into_iter().find(|known| *known == word).map(Code::new);
        let cache = BuildCache::new(&self.content, out, today, &findings);
        let last = cache.last_build(&found).filter(|last| last.inputs.changed.is_empty())?;
        cache.findings(&last, |_, _| strict, code)
    }

    fn is_unchanged(&self) -> bool {
        self.unchanged_for(&self.out, TODAY, false).is_some()
    }

    /// The only file of the cache.
    fn cached(&self) -> Utf8PathBuf {
        let mut files = self.content.join(".fingerpost/builds").read_dir_utf8().unwrap();
        let file = files.next().unwrap().unwrap().into_path();
        assert!(files.next().is_none(), "one build is kept");
        file
    }
}

/// What changes, and how.
type Change = (&'static str, fn(&Site));

/// Writes a file without any trace in its time stamp.
#[cfg(unix)]
fn change_secretly(path: &Utf8Path, text: &str) {
    let modified = fs::metadata(path).unwrap().modified().unwrap();
    fs::write(path, text).unwrap();
    set_modified(path, modified);
}

fn set_modified(path: &Utf8Path, time: SystemTime) {
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

/// Waits until the times of files that were just written can be trusted.
fn wait_for_the_clock() {
    std::thread::sleep(Duration::from_millis(50));
}

#[test]
fn findings_are_reported_again_and_advice_is_counted() {
    let site = Site::published();
    for _ in 0..2 {
        let cached = site.unchanged_for(&site.out, TODAY, false).unwrap();
        assert_eq!((cached.advice.should, cached.advice.could), (1, 1));
        let [finding] = cached.findings.as_slice() else { panic!("{:?}", cached.findings) };
        assert_eq!(finding.code, Code::new(WORDS[0]));
        assert_eq!((finding.severity, finding.is_advice), (Severity::Must, false));
        assert_eq!((finding.message.as_str(), finding.help.as_str()), ("message of \"must-be-fixed\"", "help\nnote"));
        assert_eq!((&*finding.place.source.text, finding.place.span.clone()), ("aaa\nbbb\n", 4..7));
    }
    let all = site.unchanged_for(&site.out, TODAY, true).unwrap();
    let severities: Vec<Severity> = all.findings.iter().map(|finding: &Finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Must, Severity::Should, Severity::Could]);
    assert_eq!((all.advice.should, all.advice.could), (0, 0));
}

#[test]
fn findings_are_kept_out_of_the_site_and_of_version_control() {
    let site = Site::published();
    for entry in site.out.read_dir_utf8().unwrap() {
        let path = entry.unwrap().into_path();
        assert!(path.is_dir() || !fs::read_to_string(&path).unwrap().contains("message"), "{path}");
    }
    assert!(fs::read_to_string(site.content.join(".fingerpost/.gitignore")).unwrap().contains("*\n"));
    assert!(fs::read_to_string(site.cached()).unwrap().contains("message"));
}

#[test]
fn any_change_of_the_content_is_noticed() {
    let changes: [Change; 7] = [
        ("other text", |site| site.put("pages/b.md", "longer")),
        ("other text of the same length", |site| site.put("pages/b.md", "c")),
        ("a new text", |site| site.put("pages/c.md", "c")),
        ("a new file of another kind", |site| site.put("y.zip", "y")),
        ("a name that can't be used", |site| site.put("pages/50%.md", "c")),
        ("a text removed", |site| fs::remove_file(site.content.join("pages/b.md")).unwrap()),
        ("a new name", |site| {
            fs::rename(site.content.join("pages/b.md"), site.content.join("pages/d.md")).unwrap();
        }),
    ];
    for (what, change) in changes {
        let site = Site::published();
        assert!(site.is_unchanged());
        change(&site);
        assert!(!site.is_unchanged(), "{what}");
    }
}

#[test]
fn a_change_is_noticed_although_the_clock_was_set_back() {
    let site = Site::published();
    wait_for_the_clock();
    assert!(site.is_unchanged());
    let path = site.content.join("pages/b.md");
    fs::write(&path, "c").unwrap();
    set_modified(&path, SystemTime::now() - Duration::from_secs(86_400));
    assert!(!site.is_unchanged());
}

#[cfg(unix)]
#[test]
fn a_change_is_noticed_although_size_and_time_are_the_same() {
    let site = Site::published();
    wait_for_the_clock();
    assert!(site.is_unchanged());
    change_secretly(&site.content.join("pages/b.md"), "c");
    assert!(!site.is_unchanged());

    let site = Site::published();
    wait_for_the_clock();
    assert!(site.is_unchanged());
    change_secretly(&site.out.join("pages/b.md.html"), "c");
    assert!(!site.is_unchanged());
}

#[test]
fn a_file_saved_right_before_the_build_is_read_again() {
    // In one tick of the clock all of these have the same time.
    for round in 0..200 {
        let site = Site::published();
        site.put("pages/b.md", "c");
        assert!(!site.is_unchanged(), "{round}");
    }
}

#[test]
fn a_new_time_with_the_same_bytes_is_unchanged() {
    let site = Site::published();
    for path in [site.content.join("pages/b.md"), site.out.join("pages/b.md.html")] {
        let before = fs::read(site.cached()).unwrap();
        set_modified(&path, SystemTime::now() - Duration::from_secs(3600));
        assert!(site.is_unchanged());
        let learnt = fs::read(site.cached()).unwrap();
        assert!(learnt != before, "the new time is kept");
        wait_for_the_clock();
        assert!(site.is_unchanged());
    }
    wait_for_the_clock();
    assert!(site.is_unchanged());
    let before = fs::read(site.cached()).unwrap();
    assert!(site.is_unchanged());
    assert!(fs::read(site.cached()).unwrap() == before, "all times are known");
}

#[test]
fn a_damaged_site_is_noticed() {
    let changes: [Change; 7] = [
        ("a page edited", |site| fs::write(site.out.join("a.md.html"), "AAA\nbbb\n").unwrap()),
        ("a page emptied", |site| fs::write(site.out.join("a.md.html"), "").unwrap()),
        ("a page removed", |site| fs::remove_file(site.out.join("a.md.html")).unwrap()),
        ("a manifest of other files", |site| {
            let path = site.out.join(MANIFEST);
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, text.replace("a.md.html", "c.md.html")).unwrap();
        }),
        ("no manifest", |site| fs::remove_file(site.out.join(MANIFEST)).unwrap()),
        ("a killed run's staging folder, which must not be uploaded", |site| {
            fs::create_dir(site.out.join(".fingerpost-staging")).unwrap();
        }),
        ("no folder", |site| fs::remove_dir_all(&site.out).unwrap()),
    ];
    for (what, change) in changes {
        let site = Site::published();
        fs::write(site.out.join("foreign.txt"), "of no account").unwrap();
        assert!(site.is_unchanged());
        change(&site);
        assert!(!site.is_unchanged(), "{what}");
    }
}

#[test]
fn another_day_or_output_folder_is_another_build() {
    let site = Site::published();
    assert!(site.unchanged_for(&site.out, date(2026, 11, 24), false).is_none());
    let other = site.out.with_file_name("other");
    assert!(site.unchanged_for(&other, TODAY, false).is_none());
    site.build_into(&other);
    assert!(site.unchanged_for(&other, TODAY, false).is_some());
    assert!(site.is_unchanged());
    for number in 0..6 {
        site.build_into(&site.out.with_file_name(format!("{number}")));
    }
    assert_eq!(site.content.join(".fingerpost/builds").read_dir_utf8().unwrap().count(), 4);
}

#[test]
fn a_copy_of_the_content_is_another_build() {
    let site = Site::published();
    let copy = Site {
        content: site.out.with_file_name("copy"),
        out: site.out.clone(),
        temporary: tempfile::tempdir().unwrap(),
    };
    for path in ["a.md", "pages/b.md", "team.yaml", "x.zip"] {
        copy.put(path, &fs::read_to_string(site.content.join(path)).unwrap());
    }
    fs::create_dir_all(copy.content.join(".fingerpost/builds")).unwrap();
    let cached = site.cached();
    fs::copy(&cached, copy.content.join(".fingerpost/builds").join(cached.file_name().unwrap())).unwrap();
    assert!(!copy.is_unchanged());
    assert!(site.temporary.path().exists());
}

#[test]
fn a_damaged_cache_counts_as_none() {
    let site = Site::published();
    let path = site.cached();
    let good = fs::read(&path).unwrap();
    for end in 0..good.len() {
        fs::write(&path, &good[..end]).unwrap();
        assert!(!site.is_unchanged(), "{end} bytes");
    }
    for at in 0..good.len() {
        let mut damaged = good.clone();
        damaged[at] ^= 1;
        fs::write(&path, &damaged).unwrap();
        assert!(!site.is_unchanged(), "byte {at}");
    }
    fs::write(&path, &good).unwrap();
    assert!(site.is_unchanged());
    fs::remove_file(&path).unwrap();
    assert!(!site.is_unchanged());
}

#[test]
fn where_nothing_can_be_kept_a_site_is_published_all_the_same() {
    let site = Site::published();
    fs::remove_dir_all(site.content.join(".fingerpost")).unwrap();
    fs::write(site.content.join(".fingerpost"), "a file in the way").unwrap();
    site.put("pages/b.md", "c");
    site.build();
    assert_eq!(fs::read(site.out.join("pages/b.md.html")).unwrap(), b"c");
    assert!(!site.is_unchanged());
}
