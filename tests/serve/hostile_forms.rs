//! Hostile use of the dashboard. Each test is one of the threats that `src/serve/write_guard.rs` lists.
//!
//! Building the site is the change that must not happen: the folder that it goes into must not be there.

use crate::client::{Response, encoded, get, post, post_body, request, tokens};
use crate::preview::Preview;
use crate::until::until;

/// The only script of a page of the dashboard.
const OWN_SCRIPT: &str = "<script type=\"module\" src=\"/-/dashboard.js\"></script>";
const FORM: &str = "application/x-www-form-urlencoded";

/// The headers of a form that is sent from a page of the dashboard.
fn headers(preview: &Preview) -> Vec<(String, String)> {
    let origin = format!("http://127.0.0.1:{}", preview.port());
    let pairs = [
        ("origin", origin.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
        ("cookie", &tokens(preview).cookie),
        ("content-type", FORM),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

/// Asks for a build with other values of some headers. An empty value leaves a header out.
fn build_with(preview: &Preview, others: &[(&str, &str)]) -> Response {
    let mut all = headers(preview);
    all.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    let others = others.iter().filter(|(_, value)| !value.is_empty());
    let all: Vec<(&str, &str)> =
        all.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(others.copied()).collect();
    post_body(preview, "/-/build", &all, &encoded(&[("token", &tokens(preview).field)]))
}

fn nothing_is_built(preview: &Preview) -> bool {
    !preview.content.join("site").exists()
}

fn assert_refused(preview: &Preview, others: &[(&str, &str)], expected: u16) {
    let response = build_with(preview, others);
    assert_eq!(response.status, expected, "{others:?}: {}", response.text());
    assert!(nothing_is_built(preview), "{others:?}");
}

#[test]
fn forms_of_other_sites_are_refused() {
    let preview = Preview::small();
    let evil = ("origin", "https://evil.example");
    for mode in ["navigate", "no-cors", "cors"] {
        for site in ["cross-site", "same-site", "none"] {
            for dest in ["document", "empty", "iframe", "image", "object"] {
                let fetched = [("sec-fetch-mode", mode), ("sec-fetch-site", site), ("sec-fetch-dest", dest)];
                assert_refused(&preview, &[&fetched[..], &[evil]].concat(), 403);
                assert_refused(&preview, &fetched, 403);
            }
        }
    }
    assert_eq!(build_with(&preview, &[]).status, 303);
    until(|| !nothing_is_built(&preview)).expect("a site");
}

#[test]
fn forms_need_exactly_this_origin() {
    let preview = Preview::small();
    let port = preview.port();
    for origin in [
        "null".to_owned(),
        String::new(),
        "http://".to_owned(),
        "http://127.0.0.1".to_owned(),
        format!("https://127.0.0.1:{port}"),
        format!("http://localhost:{port}"),
        format!("http://127.0.0.1:{port}.evil.example"),
        format!("http://127.0.0.1:{port}/"),
        format!("http://evil.example@127.0.0.1:{port}"),
        format!("http://127.0.0.1:{port}, http://evil.example"),
    ] {
        for site in ["same-origin", ""] {
            assert_refused(&preview, &[("origin", &origin), ("sec-fetch-site", site)], 403);
        }
    }
    // An old browser sends only the origin.
    let old = [("sec-fetch-site", ""), ("sec-fetch-mode", ""), ("sec-fetch-dest", "")];
    assert_eq!(build_with(&preview, &old).status, 303);
}

#[test]
fn forms_of_other_ports_are_refused() {
    let preview = Preview::small();
    let other = format!("http://127.0.0.1:{}", preview.port().wrapping_add(1));
    assert_refused(&preview, &[("origin", &other), ("sec-fetch-site", "same-site")], 403);
    assert_refused(&preview, &[("origin", &other), ("sec-fetch-site", "")], 403);
}

#[test]
fn rebound_host_names_see_and_change_nothing() {
    let preview = Preview::small();
    let port = preview.port();
    for host in [format!("evil.example:{port}"), format!("127.0.0.1.evil.example:{port}"), "127.0.0.1".to_owned()] {
        let origin = format!("http://{host}");
        assert_refused(&preview, &[("host", &host), ("origin", &origin)], 403);
        for path in ["/-/", "/-/site.zip", "/-/edit/team.yaml"] {
            let bytes = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
            let response = crate::client::raw(&preview, bytes.as_bytes());
            assert_eq!(response.status, 403, "{path} of {host}");
            assert!(!response.head.contains("set-cookie") && !response.text().contains("token"), "{path} of {host}");
        }
    }
}

#[test]
fn both_tokens_of_this_run_are_needed() {
    let mut preview = Preview::small();
    let before = tokens(&preview);
    let name = before.cookie.split('=').next().expect("a name").to_owned();
    let zeros = "0".repeat(64);
    for cookie in [String::new(), format!("{name}={zeros}"), format!("{name}="), format!("other={zeros}")] {
        assert_refused(&preview, &[("cookie", &cookie)], 403);
    }
    let send = |preview: &Preview, field: &str| {
        let headers = headers(preview);
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        post_body(preview, "/-/build", &headers, &encoded(&[("token", field)])).status
    };
    for field in ["", &zeros, &before.field[1..], &before.cookie, &before.field.to_uppercase()] {
        assert_eq!(send(&preview, field), 403, "{field}");
    }
    // Another run has other tokens.
    preview.stop();
    preview.start_again();
    let now = tokens(&preview);
    assert!(now.cookie != before.cookie && now.field != before.field && now.cookie != now.field);
    assert_eq!(send(&preview, &before.field), 403);
    assert!(nothing_is_built(&preview));
    // The token that opens files is another one.
    let message = crate::client::message(&preview, "/index.html");
    let token = message["panel"]["token"].as_str().expect("a token").to_owned();
    assert_eq!(send(&preview, &token), 403);
    assert!(!get(&preview, "/").text().contains(&now.field));
    assert_eq!(send(&preview, &now.field), 303);
}

#[test]
fn scripts_of_the_preview_cannot_read_the_dashboard() {
    let preview = Preview::small();
    let field = tokens(&preview).field;
    for path in ["/-/", "/-/build", "/-/edit/team.yaml"] {
        for (mode, dest) in [("cors", "empty"), ("no-cors", "empty"), ("navigate", "iframe"), ("navigate", "object")] {
            let fetched = [("sec-fetch-site", "same-origin"), ("sec-fetch-mode", mode), ("sec-fetch-dest", dest)];
            let response = request(&preview, "GET", path, &fetched);
            assert_eq!(response.status, 403, "{path} by {dest}");
            assert!(!response.text().contains(&field), "{path} by {dest}");
        }
        // A window that a page of the site opens is cut off from it.
        assert_eq!(get(&preview, path).header("cross-origin-opener-policy"), Some("same-origin"), "{path}");
    }
    assert_eq!(get(&preview, "/").header("cross-origin-opener-policy"), None);
}

#[test]
fn scripts_of_the_preview_send_nothing_and_learn_no_token() {
    let preview = Preview::small();
    let (tokens, zeros) = (tokens(&preview), "0".repeat(64));
    let origin = format!("http://127.0.0.1:{}", preview.port());
    let send = |path: &str, token: &str, site: &str| {
        let headers = [
            ("origin", if site == "same-origin" { origin.as_str() } else { "https://evil.example" }),
            ("sec-fetch-site", site),
            ("sec-fetch-mode", "cors"),
            ("sec-fetch-dest", "empty"),
            ("cookie", &tokens.cookie),
            ("content-type", FORM),
        ];
        let id = "0123456789abcdef";
        let fields =
            [("token", token), ("form-draft", id), ("live", "typed"), ("seen", "0"), ("title", "x"), ("text", "x")];
        post_body(&preview, path, &headers, &encoded(&fields))
    };
    let drafts = preview.content.join(".fingerpost/drafts");
    for path in ["/-/live/edit/team.yaml", "/-/live/text/team.yaml", "/-/live/new/event"] {
        for (token, site) in [("", "same-origin"), (&*zeros, "same-origin"), (&*tokens.field, "cross-site")] {
            let response = send(path, token, site);
            assert_eq!(response.status, 403, "{path} of {site}");
            assert!(!response.text().contains(&tokens.field), "{path} of {site}");
            assert!(!drafts.exists(), "{path} of {site}");
        }
        let response = send(path, &tokens.field, "same-origin");
        assert_eq!(response.status, 200, "{path}: {}", response.text());
        assert!(!response.text().contains(&tokens.field), "{path}");
        std::fs::remove_dir_all(&drafts).expect("a draft was kept");
    }
    // What is for people is for nobody else, even with the right token.
    for path in [
        "/-/edit/team.yaml",
        "/-/text/team.yaml",
        "/-/new/event",
        "/-/drop-draft",
        "/-/undo",
        "/-/year",
        "/-/undo-year",
    ] {
        assert_eq!(send(path, &tokens.field, "same-origin").status, 403, "{path}");
    }
    // A path that leads elsewhere has no form.
    for path in ["/-/live/edit/..%2fsecret.md", "/-/live/text/.env", "/-/live/new/nothing", "/-/live/other"] {
        assert_eq!(send(path, &tokens.field, "same-origin").status, 404, "{path}");
    }
}

#[test]
fn pages_of_the_dashboard_run_only_their_own_files() {
    let preview = Preview::small();
    for path in ["/-/", "/-/build", "/-/nothing", "/-/edit/team.yaml"] {
        let response = get(&preview, path);
        let policy = response.header("content-security-policy").expect("a policy");
        for directive in [
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "form-action 'self'",
            "frame-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.split("; ").any(|one| one == directive), "{directive} of {path}: {policy}");
        }
        let html = response.text();
        assert!(!html.contains(" style=") && !html.contains("<script>") && !html.contains(" onclick"), "{path}");
        assert_eq!(response.header("x-frame-options"), Some("deny"), "{path}");
        // With another policy browsers send no origin with forms.
        assert_eq!(response.header("referrer-policy"), Some("same-origin"), "{path}");
    }
}

#[test]
fn hostile_content_is_only_text() {
    let preview = Preview::small();
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'";
    preview.save(
        "events/2027-03-05-x.md",
        &format!("---\ntitle: {hostile:?}\naudiences: [pupils]\n{hostile:?}: 1\n---\n{hostile}\n"),
    );
    // Windows has no names with this mark.
    let mark = if cfg!(windows) { "'" } else { "\"" };
    preview.save(&format!("pages/{mark}onmouseover=alert(1) x.md"), &format!("---\ntitle: {hostile:?}\n---\nText.\n"));
    until(|| get(&preview, "/-/").text().contains("onmouseover")).expect("the page is listed");
    for path in ["/-/", "/-/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/-/edit/events/2027-03-05-x.md"] {
        let html = get(&preview, path).text().replace(OWN_SCRIPT, "");
        assert!(html.contains("&lt;script&gt;"), "{path}");
        assert!(!html.contains("<script") && !html.contains("<img"), "{path}");
        assert!(!html.contains("\"onmouseover"), "{path}");
    }
}

#[test]
fn pictures_cannot_run_scripts() {
    let preview = Preview::small();
    let response = get(&preview, "/media/logo.svg");
    let policy = response.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("sandbox; default-src 'none'"), "{policy}");
    assert_eq!(get(&preview, "/").header("content-security-policy"), None);
}

#[test]
fn no_path_of_the_dashboard_leaves_the_content() {
    let preview = Preview::small();
    std::fs::write(preview.content.with_file_name("secret.md"), "secret").expect("saved");
    preview.save(".env.md", "secret");
    for path in [
        "../secret.md",
        "%2e%2e/secret.md",
        "%2e%2e%2fsecret.md",
        "..%5csecret.md",
        "pages/..%5c..%5c..%5csecret.md",
        "pages/../../secret.md",
        "%252e%252e/secret.md",
        "%c0%ae%c0%ae/secret.md",
        ".env.md",
        "/etc/passwd",
        "//etc/passwd",
        "C:%5cWindows%5cwin.ini",
        "team.yaml::$DATA",
        "team.yaml%00.md",
        "team.yaml.",
        "team.yaml%20",
        "TEAM~1.YAM",
        "./team.yaml",
        "Team.yaml",
        "media/logo.svg",
        "con.md",
        "",
    ] {
        let response = get(&preview, &format!("/-/edit/{path}"));
        assert!([400, 404].contains(&response.status), "{path}: {}", response.status);
        assert!(!response.text().contains("secret</"), "{path}");
        let decoded = percent(path);
        assert_eq!(post(&preview, "/-/open", &[("file", &decoded)]).status, 404, "{decoded}");
        for form in ["edit", "text"] {
            let fields = [("title", "x"), ("text", "x"), ("seen", "0"), ("do", "save")];
            let response = post(&preview, &format!("/-/{form}/{path}"), &fields);
            assert!([400, 404, 405].contains(&response.status), "{form} {path}: {}", response.status);
        }
        assert_eq!(post(&preview, "/-/delete", &[("file", &decoded), ("seen", "0")]).status, 404, "{decoded}");
    }
    assert!(preview.nothing_edited());
    assert_eq!(get(&preview, "/-/edit/team.yaml").status, 200);
}

/// The path as a form would send it.
fn percent(path: &str) -> String {
    path.replace("%2e", ".").replace("%2f", "/").replace("%5c", "\\").replace("%00", "\0").replace("%20", " ")
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    let preview = Preview::small();
    let outside = preview.content.with_file_name("outside.md");
    std::fs::write(&outside, "secret").expect("saved");
    std::os::unix::fs::symlink(&outside, preview.content.join("pages/alias.md")).expect("a link");
    std::os::unix::fs::symlink(preview.content.with_file_name(""), preview.content.join("elsewhere")).expect("a link");
    for path in ["pages/alias.md", "elsewhere/outside.md"] {
        assert_eq!(get(&preview, &format!("/-/edit/{path}")).status, 404, "{path}");
        assert_eq!(post(&preview, "/-/open", &[("file", path)]).status, 404, "{path}");
        assert_eq!(post(&preview, &format!("/-/text/{path}"), &[("text", "x"), ("seen", "0")]).status, 404, "{path}");
    }
    assert!(preview.nothing_edited());
    assert_eq!(std::fs::read_to_string(outside).expect("the file"), "secret");
}

#[test]
fn other_content_types_are_refused() {
    let preview = Preview::small();
    for content_type in ["", "text/plain", "application/json", "multipart/form-data; boundary=x", "image/svg+xml"] {
        assert_refused(&preview, &[("content-type", content_type)], 415);
    }
    assert_eq!(build_with(&preview, &[("content-type", &format!("{FORM}; charset=utf-8"))]).status, 303);
}

#[test]
fn large_forms_are_refused_and_nothing_is_lost() {
    let preview = Preview::small();
    let (long, many) = ("a".repeat(1024 * 1024), "&a=1".repeat(5_000));
    let huge = "a".repeat(6 * 1024 * 1024);
    for body in [format!("text={long}"), many, format!("text={huge}")] {
        let headers = headers(&preview);
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let body = format!("token={}&{body}", tokens(&preview).field);
        let response = post_body(&preview, "/-/build", &headers, &body);
        // The connection may be gone before the answer has been read.
        assert!([0, 413].contains(&response.status), "{}", response.status);
        assert!(nothing_is_built(&preview));
    }
    assert_eq!(get(&preview, "/-/").status, 200);
}

#[test]
fn get_requests_change_nothing() {
    let preview = Preview::small();
    let tokens = tokens(&preview);
    for path in ["/-/build", "/-/open", "/-/"] {
        let address = format!("{path}?token={}&file=team.yaml", tokens.field);
        let response = request(&preview, "GET", &address, &[("cookie", &tokens.cookie)]);
        assert!([200, 404].contains(&response.status), "{path}: {}", response.status);
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
            let response = request(&preview, method, path, &[("cookie", &tokens.cookie)]);
            assert_eq!((response.status, response.header("allow")), (405, Some("get, head, post")), "{method} {path}");
        }
    }
    assert!(nothing_is_built(&preview) && preview.nothing_edited());
}
