//! Responses of the preview: those of a careful web server, and never more than the site.

use crate::client::{get, message, request, without_live_script};
use crate::common;
use crate::preview::Preview;
use crate::until::until;

#[test]
fn every_file_is_served_as_a_build_writes_it() {
    let preview = Preview::start();
    for file in common::site("content-example") {
        let response = get(&preview, &format!("/{}", file.path));
        assert_eq!(response.status, 200, "{}", file.path);
        let is_page = file.path.ends_with(".html");
        let body = if is_page { without_live_script(response.body) } else { response.body };
        assert!(body == file.bytes, "{} differs", file.path);
    }
}

#[test]
fn built_sites_contain_nothing_of_the_preview() {
    for file in common::site("content-example") {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains(".fingerpost/") && !text.contains("fingerpost-preview"), "{}", file.path);
    }
}

#[test]
fn links_of_the_panel_follow_the_words_of_the_school() {
    let preview = Preview::small();
    preview.replace("school.yaml", "  pupil: pupil\n  pupils: pupils\n", "  pupils: scholars\n");
    until(|| get(&preview, "/scholars/index.html").status == 200).expect("the site in the new words");
    let panel = message(&preview, "/index.html")["panel"].take();
    let links = panel["audiences"].as_array().expect("a list");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let names: Vec<String> = links.iter().map(|link| text(&link["name"])).collect();
    assert_eq!((names.len(), names[0].as_str()), (4, "scholars"));
    for link in links {
        assert_eq!(get(&preview, &text(&link["address"])).status, 200, "{link}");
    }
}

#[test]
fn folders_redirect_to_their_slash_and_are_never_listed() {
    let preview = Preview::at("/careers/");
    assert_eq!(get(&preview, "/careers/pupils/").status, 200);
    let response = get(&preview, "/careers/pupils");
    assert_eq!((response.status, response.header("location")), (307, Some("/careers/pupils/")));
    let response = get(&preview, "/");
    assert_eq!((response.status, response.header("location")), (307, Some("/careers/")));
    for path in ["/careers/media/", "/careers/assets/", "/careers/media", "/pupils/", "/.fingerpost/", "/.fingerpost"] {
        assert_eq!(get(&preview, path).status, 404, "{path}");
    }
}

#[test]
fn missing_pages_get_the_404_page_of_the_site() {
    let preview = Preview::small();
    let response = get(&preview, "/no/such/page.html");
    assert_eq!(response.status, 404);
    assert_eq!(response.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(response.text().contains("<h1>") && response.text().contains("href=\"/index.html\""));
}

#[test]
fn responses_are_never_cached_or_shared_with_other_sites() {
    let preview = Preview::small();
    for path in ["/", "/media/logo.svg", "/nothing", "/.fingerpost/live.js", "/pupils"] {
        let response = request(&preview, "GET", path, &[("origin", "https://evil.example")]);
        for (name, value) in [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "deny"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(response.header(name), Some(value), "{name} of {path}");
        }
        assert!(!response.head.contains("access-control"), "{path}: {}", response.head);
        assert!(!response.head.contains("set-cookie"), "{path}: {}", response.head);
    }
}

#[test]
fn head_requests_get_no_body() {
    let preview = Preview::small();
    for path in ["/", "/media/logo.svg", "/nothing", "/.fingerpost/events/"] {
        let response = request(&preview, "HEAD", path, &[]);
        assert!(response.body.is_empty(), "{path}");
        if path != "/.fingerpost/events/" {
            let full = get(&preview, path);
            assert_eq!(response.header("content-length"), full.header("content-length"), "{path}");
            assert_eq!(response.status, full.status, "{path}");
        }
    }
}

#[test]
fn files_are_opened_only_with_the_token_of_this_run() {
    let preview = Preview::small();
    let message_of_page = message(&preview, "/pupils/year-9.html");
    assert_eq!(message_of_page["panel"]["sources"][0]["name"], "programme/year-9.md");
    let token = message_of_page["panel"]["token"].as_str().expect("a token").to_owned();
    let edit = |file: &str, headers: &[(&str, &str)]| {
        request(&preview, "GET", &format!("/.fingerpost/edit/{file}"), headers).status
    };
    let token = ("fingerpost-token", token.as_str());
    assert_eq!(edit("team.yaml", &[]), 403);
    assert_eq!(edit("team.yaml", &[("fingerpost-token", "00000000000000000000000000000000")]), 403);
    assert_eq!(edit("team.yaml", &[token, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")]), 403);
    std::fs::write(preview.content.with_file_name("secret.md"), "secret").expect("saved");
    #[cfg(unix)]
    std::os::unix::fs::symlink("media/logo.svg", preview.content.join("alias.md")).expect("a link");
    for file in ["alias.md", "../secret.md", "%2e%2e/secret.md", "/etc/passwd", "media/logo.svg", "none.md", ""] {
        assert_eq!(edit(file, &[token]), 404, "{file}");
    }
    assert!(preview.nothing_edited());
    assert_eq!(edit("team.yaml", &[token, ("sec-fetch-site", "same-origin")]), 200);
    assert_eq!(preview.edited(), "team.yaml");
}

#[test]
fn a_preview_can_start_with_a_site_that_has_errors() {
    let mut preview = Preview::small();
    preview.stop();
    let school = preview.read("school.yaml");
    preview.delete("school.yaml");
    preview.start_again();
    let response = get(&preview, "/");
    assert_eq!(response.status, 503);
    assert!(response.text().contains("There is nothing to show yet"));
    assert_eq!(message(&preview, "/")["panel"]["findings"][0]["file"], "school.yaml");
    preview.save("school.yaml", &school);
    until(|| get(&preview, "/").status == 200).expect("the site");
}
