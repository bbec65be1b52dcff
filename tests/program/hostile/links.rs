//! Symbolic links, pipes and files without read permission.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::TestSite;

#[test]
fn a_link_to_a_file_elsewhere_is_not_published() {
    let site = TestSite::published().with("media/here.txt", "here");
    site.put("secret.txt", "secret");
    symlink(site.at("secret.txt"), site.at("careers/media/list.txt")).expect("a link");
    site.accepts().reports("link-leaves-folder");
    assert!(site.at("site/media/here.txt").exists() && !site.at("site/media/list.txt").exists());
}

#[test]
fn a_link_to_what_is_never_read_is_not_published() {
    let site =
        TestSite::published().with("media/here.txt", "here").with("audit/form.md", "Emma").with(".notes.txt", "x");
    symlink(site.at("careers/audit/form.md"), site.at("careers/pages/form.md")).expect("a link");
    symlink(site.at("careers/.notes.txt"), site.at("careers/media/notes.txt")).expect("a link");
    site.accepts().reports("link-leaves-folder");
    assert!(!site.at("site/pages/form.html").exists() && !site.at("site/media/notes.txt").exists());
}

#[test]
fn a_link_to_a_folder_elsewhere_is_not_published() {
    let site = TestSite::published();
    site.put("private/list.txt", "secret");
    symlink(site.at("private"), site.at("careers/media")).expect("a link");
    site.accepts().reports("link-leaves-folder");
    assert!(!site.at("site/media").exists());
}

#[test]
fn a_link_to_a_folder_with_the_same_prefix_is_not_published() {
    let site = TestSite::published();
    site.put("careers-private/list.txt", "secret");
    symlink(site.at("careers-private"), site.at("careers/media")).expect("a link");
    site.accepts().reports("link-leaves-folder");
}

#[test]
fn circular_links_are_reported() {
    let site = TestSite::published();
    symlink("..", site.at("careers/up")).expect("a link");
    symlink(".", site.at("careers/here")).expect("a link");
    site.accepts().reports("link-leaves-folder");
    symlink("b.md", site.at("careers/a.md")).expect("a link");
    symlink("a.md", site.at("careers/b.md")).expect("a link");
    site.refuses("unreadable");
}

#[test]
fn pipes_are_refused() {
    let site = TestSite::published().with("media/here.txt", "here");
    for path in ["careers/pupils.md", "careers/media/hall.jpg", "careers/.hidden"] {
        let created = Command::new("mkfifo").arg(site.at(path)).status();
        assert!(created.is_ok_and(|created| created.success()), "a pipe");
    }
    site.refuses_only("unreadable");
}

#[test]
fn a_link_inside_the_site_is_not_followed() {
    let site = TestSite::published().with_page("New.");
    site.put("elsewhere/index.html", "theirs");
    fs::remove_file(site.at("site/team.html")).expect("removed");
    symlink(site.at("elsewhere/index.html"), site.at("site/team.html")).expect("a link");
    let output = site.build();
    assert_eq!(output.exit, 2, "{}", output.all);
    output.reports("in-the-way");
    assert_eq!(fs::read(site.at("elsewhere/index.html")).expect("their file"), b"theirs");
}

#[test]
fn the_site_folder_may_be_a_link() {
    let site = TestSite::clean();
    fs::create_dir(site.at("real")).expect("a folder");
    symlink("real", site.at("site")).expect("a link");
    site.accepts();
    assert!(site.at("real/index.html").exists());
}
