//! What a preview answers: as a careful host would, and never more than the site.

use crate::client::{ask, get, message, undressed};
use crate::common;
use crate::preview::Preview;

#[test]
fn every_file_of_the_site_is_served_as_a_build_writes_it() {
    let preview = Preview::start();
    for file in common::site("content-example") {
        let answer = get(&preview, &format!("/{}", file.path));
        assert_eq!(answer.status, 200, "{}", file.path);
        let is_page = file.path.ends_with(".html");
        let body = if is_page { undressed(answer.body) } else { answer.body };
        assert!(body == file.bytes, "{} differs", file.path);
    }
}

#[test]
fn nothing_of_the_preview_is_in_a_built_site() {
    for file in common::site("content-example") {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains(".fingerpost/") && !text.contains("fingerpost-preview"), "{}", file.path);
    }
}

#[test]
fn folders_are_found_with_and_without_the_slash_and_never_listed() {
    let preview = Preview::at("/careers/");
    assert_eq!(get(&preview, "/careers/pupils/").status, 200);
    let answer = get(&preview, "/careers/pupils");
    assert_eq!((answer.status, answer.header("location")), (307, Some("/careers/pupils/")));
    let answer = get(&preview, "/");
    assert_eq!((answer.status, answer.header("location")), (307, Some("/careers/")));
    for path in ["/careers/media/", "/careers/assets/", "/careers/media", "/pupils/", "/.fingerpost/", "/.fingerpost"] {
        assert_eq!(get(&preview, path).status, 404, "{path}");
    }
}

#[test]
fn what_is_not_there_is_the_sites_own_page_and_says_so() {
    let preview = Preview::start();
    let answer = get(&preview, "/no/such/page.html");
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(answer.text().contains("<h1>") && answer.text().contains("href=\"/index.html\""));
}

#[test]
fn every_answer_is_fresh_and_for_this_sites_pages_only() {
    let preview = Preview::start();
    for path in ["/", "/media/logo.svg", "/nothing", "/.fingerpost/live.js", "/pupils"] {
        let answer = ask(&preview, "GET", path, &[("origin", "https://evil.example")]);
        for (name, value) in [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "deny"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name} of {path}");
        }
        assert!(!answer.head.contains("access-control"), "{path}: {}", answer.head);
        assert!(!answer.head.contains("set-cookie"), "{path}: {}", answer.head);
    }
}

#[test]
fn asked_for_the_head_only_the_head_is_sent() {
    let preview = Preview::start();
    for path in ["/", "/media/logo.svg", "/nothing", "/.fingerpost/events/"] {
        let answer = ask(&preview, "HEAD", path, &[]);
        assert!(answer.body.is_empty(), "{path}");
        if path != "/.fingerpost/events/" {
            let whole = get(&preview, path);
            assert_eq!(answer.header("content-length"), whole.header("content-length"), "{path}");
            assert_eq!(answer.status, whole.status, "{path}");
        }
    }
}

#[test]
fn files_are_opened_only_for_a_page_of_this_run() {
    let preview = Preview::start();
    let told = message(&preview, "/pupils/year-9.html");
    assert_eq!(told["panel"]["sources"][0]["name"], "programme/year-9.md");
    let token = told["panel"]["token"].as_str().expect("a token").to_owned();
    let edit = |file: &str, headers: &[(&str, &str)]| {
        ask(&preview, "GET", &format!("/.fingerpost/edit/{file}"), headers).status
    };
    let token = ("fingerpost-token", token.as_str());
    assert_eq!(edit("team.yaml", &[]), 403);
    assert_eq!(edit("team.yaml", &[("fingerpost-token", "00000000000000000000000000000000")]), 403);
    assert_eq!(edit("team.yaml", &[token, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")]), 403);
    std::fs::write(preview.content.with_file_name("secret.md"), "secret").expect("saved");
    for file in ["../secret.md", "%2e%2e/secret.md", "/etc/passwd", "media/logo.svg", "none.md", ""] {
        assert_eq!(edit(file, &[token]), 404, "{file}");
    }
    assert!(preview.nothing_edited());
    assert_eq!(edit("team.yaml", &[token, ("sec-fetch-site", "same-origin")]), 200);
    assert_eq!(preview.edited(), "team.yaml");
}

#[test]
fn a_preview_can_begin_with_a_site_that_is_not_whole() {
    let mut preview = Preview::start();
    preview.stop();
    let school = preview.read("school.yaml");
    preview.delete("school.yaml");
    preview.start_again();
    let answer = get(&preview, "/");
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("There is nothing to show yet"));
    assert_eq!(message(&preview, "/")["panel"]["findings"][0]["file"], "school.yaml");
    preview.save("school.yaml", &school);
    crate::until::until(|| get(&preview, "/").status == 200).expect("the site");
}
