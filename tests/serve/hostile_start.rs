//! Hostile use of the start page. Each test is one of the threats that `src/serve/write_guard.rs` lists.

use crate::client::{encoded, get, post, post_body, request, tokens};
use crate::preview::Preview;
use crate::start_page::StartPage;

/// Sends a form with its tokens, and other values of some headers. An empty value leaves a header out.
fn send_with(start: &StartPage, path: &str, others: &[(&str, &str)], fields: &[(&str, &str)]) -> u16 {
    let (tokens, origin) = (tokens(start), format!("http://127.0.0.1:{}", start.port()));
    let all = [
        ("origin", origin.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
        ("cookie", tokens.cookie.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let kept = all.into_iter().filter(|(name, _)| !others.iter().any(|(other, _)| other == name));
    let headers: Vec<(&str, &str)> =
        kept.chain(others.iter().copied()).filter(|(_, value)| !value.is_empty()).collect();
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("token", tokens.field.as_str())]).collect();
    post_body(start, path, &headers, &encoded(&fields)).status
}

#[test]
fn the_start_page_has_the_guards_of_the_dashboard() {
    let start = StartPage::start();
    let school = start.school();
    let other_port = format!("http://127.0.0.1:{}", start.port().wrapping_add(1));
    let rebound = format!("evil.example:{}", start.port());
    let name = tokens(&start).cookie.split('=').next().expect("a name").to_owned();
    let old = format!("{name}={}", "0".repeat(64));
    for (others, expected) in [
        (vec![("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")], 403),
        (vec![("origin", other_port.as_str()), ("sec-fetch-site", "same-site")], 403),
        (vec![("origin", "")], 403),
        (vec![("origin", "null")], 403),
        (vec![("cookie", "")], 403),
        (vec![("cookie", old.as_str())], 403),
        (vec![("host", rebound.as_str())], 403),
        (vec![("sec-fetch-dest", "iframe")], 403),
        (vec![("content-type", "text/plain")], 415),
    ] {
        for path in ["/-/open-folder", "/-/new-site", "/-/stop"] {
            assert_eq!(send_with(&start, path, &others, &[("folder", school.as_str())]), expected, "{path} {others:?}");
        }
    }
    let policy = get(&start, "/-/").head;
    assert!(policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    for dest in ["empty", "iframe", "object"] {
        let response = request(&start, "GET", "/-/", &[("sec-fetch-site", "same-origin"), ("sec-fetch-dest", dest)]);
        assert_eq!(response.status, 403, "{dest}");
    }
    let address = format!("/-/open-folder?folder={school}&token={}", tokens(&start).field);
    get(&start, &address);
    assert!(start.recent().is_empty() && get(&start, "/-/").text().contains("Open a careers folder"));
    assert_eq!(send_with(&start, "/-/open-folder", &[], &[("folder", school.as_str())]), 303);
}

#[test]
fn folders_are_not_listed_for_other_sites() {
    let start = StartPage::start();
    let list = |site: &str, path: &str| {
        let headers = [("sec-fetch-site", site), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        request(&start, "GET", path, &headers)
    };
    for site in ["cross-site", "same-site"] {
        let response = list(site, "/-/folders");
        assert!(response.status == 403 && !response.text().contains("ridgeway"), "{site}");
    }
    for path in
        ["//evil.example/share", "%5C%5Cevil.example%5Cshare", "%5C/evil.example", "relative", "%5C%5C%3F%5CUNC%5Ce"]
    {
        assert_eq!(list("same-origin", &format!("/-/folders?in={path}")).status, 403, "{path}");
    }
    assert_eq!(list("same-origin", "/-/folders").status, 200);
    assert_eq!(list("none", "/-/folders").status, 200);
}

#[test]
fn one_run_opens_one_folder() {
    let start = StartPage::start();
    let before = tokens(&start);
    assert_eq!(post(&start, "/-/open-folder", &[("folder", start.school().as_str())]).status, 303);
    // A page from before still has the right tokens, and the address means nothing any more.
    let other = start.home.join("other");
    crate::preview::copy(&start.school(), &other);
    assert_eq!(tokens(&start).field, before.field);
    assert_eq!(post(&start, "/-/open-folder", &[("folder", other.as_str())]).status, 404);
    assert_eq!(post(&start, "/-/new-site", &[("name", "Other")]).status, 404);
    assert_eq!(start.recent(), [start.school()]);
}

#[test]
fn only_the_start_page_and_the_dashboard_stop_the_program() {
    let mut start = StartPage::start();
    assert_eq!(send_with(&start, "/-/stop", &[("origin", "https://evil.example")], &[]), 403);
    assert_eq!(get(&start, "/-/stop").status, 307);
    assert_eq!(post(&start, "/-/stop", &[]).status, 200);
    assert_eq!(start.ended(), fingerpost::serve::Ended::Requested);
    // In a terminal, only that stops it.
    let preview = Preview::small();
    assert!(!get(&preview, "/-/").text().contains("Stop Fingerpost"));
    assert_eq!(post(&preview, "/-/stop", &[]).status, 404);
}
