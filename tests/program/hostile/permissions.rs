//! Files and folders that the account may not read: each is one finding with its cause.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::TestSite;

/// The account without rights that Unix has.
const NOBODY: u32 = 65_534;

impl TestSite {
    /// The program runs as somebody whom permissions bind. `None` if that can't be had.
    fn bound_by_permissions(mut self) -> Option<Self> {
        for entry in walkdir::WalkDir::new(self.at("")).into_iter().filter_map(Result::ok) {
            allow(entry.path(), if entry.file_type().is_dir() { 0o777 } else { 0o666 });
        }
        let closed = self.at(".closed");
        fs::write(&closed, "").expect("a file");
        allow(&closed, 0o000);
        if fs::read(&closed).is_ok() {
            self.account = Some(NOBODY);
        }
        let starts = self.program().arg("--version").output().is_ok_and(|output| output.status.success());
        if !starts {
            eprintln!("skipped: an account that permissions bind can't start the program");
        }
        starts.then_some(self)
    }
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}

/// Pages with many links into a folder of pictures, documents and texts.
fn linked() -> Option<TestSite> {
    let mut site = TestSite::published();
    let mut links = String::new();
    for number in 0..20 {
        site = site.with(&format!("media/sheets/{number}.csv"), "A,B\n1,2\n");
        site = site.with(&format!("policies/{number}.md"), format!("---\ntitle: Policy {number}\n---\nText.\n"));
        links +=
            &format!("[Sheet {number}](../media/sheets/{number}.csv) [Policy {number}](../policies/{number}.md)\n\n");
    }
    site.with_page(&links).bound_by_permissions()
}

#[test]
fn what_may_not_be_read_is_one_finding_with_its_cause() {
    let cases = [
        ("careers/media", 0o000, "media"),
        ("careers/media/sheets", 0o000, "media/sheets"),
        ("careers/policies", 0o000, "policies"),
        ("careers/media/sheets/7.csv", 0o000, "media/sheets/7.csv"),
        ("careers/policies/7.md", 0o000, "policies/7.md"),
        ("careers/pages/options.md", 0o000, "pages/options.md"),
        ("careers/team.yaml", 0o000, "team.yaml"),
        ("careers/school.yaml", 0o000, "school.yaml"),
        ("careers", 0o000, "."),
        // Their names may be listed, but not opened.
        ("careers/media/sheets", 0o444, "media/sheets"),
        ("careers/media", 0o444, "media"),
        ("careers", 0o444, "."),
    ];
    for (closed, mode, named) in cases {
        let Some(site) = linked() else { return };
        allow(&site.at(closed), mode);
        let output = site.build();
        allow(&site.at(closed), 0o755);
        assert_eq!(output.codes, ["unreadable"], "{closed}: {}", output.all);
        assert!(output.all.contains("this account is not allowed to open it"), "{closed}: {}", output.all);
        let path = Path::new("careers").join(named);
        let path = if named == "." { "careers".to_owned() } else { path.display().to_string() };
        assert!(output.all.contains(&format!("\"{path}\"")), "{closed}: {}", output.all);
    }
}

#[test]
fn a_content_folder_in_one_that_may_not_be_opened_is_not_called_missing() {
    let Some(site) = linked() else { return };
    fs::create_dir(site.at("outer")).expect("a folder");
    fs::rename(site.at("careers"), site.at("outer/careers")).expect("moved");
    allow(&site.at("outer"), 0o000);
    let output = site.run(&["build", "outer/careers"]);
    allow(&site.at("outer"), 0o755);
    assert_eq!(output.codes, ["unreadable"], "{}", output.all);
}
