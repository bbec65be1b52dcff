//! Hostile requests. Whatever comes: only the site is served, and the next reader is served too.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::client::{connect, get, raw, request};
use crate::preview::Preview;
use crate::until::until;

const SECRET: &str = "nobody must see this";

fn preview() -> Preview {
    with_secrets(Preview::small())
}

/// A preview with secrets next to its content folder and, hidden, inside it.
fn with_secrets(preview: Preview) -> Preview {
    std::fs::write(preview.content.with_file_name("secret.txt"), SECRET).expect("saved");
    preview.save(".env", SECRET);
    preview.save(".git/config", SECRET);
    preview
}

fn still_serves(preview: &Preview) {
    let response = get(preview, "/");
    assert!(response.status == 200 && response.text().contains("Ridgeway School"), "{response:?}");
}

#[test]
fn no_path_leaves_the_site() {
    let preview = preview();
    let up =
        ["..", ".", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "%u002e%u002e", "..;", "..%00", "...."];
    let slashes = ["/", "%2f", "%2F", "\\", "%5c", "%252f", "//", "%c0%af", "/./"];
    for up in up {
        for slash in slashes {
            for deep in 1..4 {
                for start in ["/", "/media/", "/assets/../", "/.fingerpost/", "/.fingerpost/on/2027-03-04/"] {
                    let path = format!("{start}{}secret.txt", format!("{up}{slash}").repeat(deep));
                    let response = get(&preview, &path);
                    assert!([400, 404].contains(&response.status), "{path}: {}", response.status);
                    assert!(!response.text().contains(SECRET), "{path}");
                }
            }
        }
    }
    let content = preview.content.as_str();
    for path in [
        content,
        "/etc/passwd",
        "//etc/passwd",
        "/.env",
        "/.git/config",
        "/school.yaml",
        "/team.yaml",
        "file:///etc/passwd",
    ] {
        let response = get(&preview, path);
        assert!([400, 403, 404].contains(&response.status), "{path}: {}", response.status);
    }
    still_serves(&preview);
}

#[test]
fn other_host_names_are_refused() {
    let preview = preview();
    let port = preview.port();
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("evil.example@127.0.0.1:{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1:{}", port.wrapping_add(1)),
        format!("0.0.0.0:{port}"),
        String::new(),
    ] {
        let response = raw(&preview, format!("GET / HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").as_bytes());
        assert!([400, 403].contains(&response.status), "{host}: {}", response.status);
        assert!(!response.text().contains("Ridgeway"), "{host}");
    }
    for request in [
        "GET / HTTP/1.1\r\nconnection: close\r\n\r\n".to_owned(),
        "GET / HTTP/1.0\r\n\r\n".to_owned(),
        format!("GET / HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nhost: evil.example\r\nconnection: close\r\n\r\n"),
        format!("GET http://evil.example/ HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n"),
    ] {
        let response = raw(&preview, request.as_bytes());
        assert!([400, 403].contains(&response.status), "{request}: {}", response.status);
    }
    let response =
        raw(&preview, format!("GET / HTTP/1.1\r\nhost: localhost:{port}\r\nconnection: close\r\n\r\n").as_bytes());
    assert_eq!(response.status, 200);
}

#[test]
fn other_websites_can_only_link_to_it() {
    let preview = preview();
    let from =
        |site, mode| request(&preview, "GET", "/media/logo.svg", &[("sec-fetch-site", site), ("sec-fetch-mode", mode)]);
    assert_eq!(from("cross-site", "no-cors").status, 403);
    assert_eq!(from("cross-site", "cors").status, 403);
    assert_eq!(from("same-site", "no-cors").status, 403);
    assert_eq!(from("cross-site", "navigate").status, 200);
}

#[test]
fn only_get_and_head_are_allowed() {
    let preview = preview();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"] {
        for path in ["/", "/.fingerpost/edit/team.yaml", "/.fingerpost/events/"] {
            let response = request(&preview, method, path, &[("content-length", "0")]);
            assert_eq!((response.status, response.header("allow")), (405, Some("get, head")), "{method} {path}");
        }
    }
    let connect =
        raw(&preview, b"CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\nconnection: close\r\n\r\n");
    assert_eq!(connect.status, 405);
    assert!(preview.nothing_edited());
}

#[test]
fn endless_request_heads_are_cut_off() {
    let preview = preview();
    let host = format!("host: 127.0.0.1:{}\r\n", preview.port());
    let long = "a".repeat(1_000_000);
    let many: String = (0..5_000).map(|number| format!("x-{number}: y\r\n")).collect();
    for request in [
        format!("GET /{long} HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}cookie: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}{many}\r\n"),
        long.clone(),
    ] {
        let response = raw(&preview, request.as_bytes());
        // The connection may be gone before the answer has been read.
        assert!([0, 400, 414, 431].contains(&response.status), "{}", response.status);
        still_serves(&preview);
    }
}

#[test]
fn malformed_requests_are_refused() {
    let preview = preview();
    let host = format!("host: 127.0.0.1:{}\r\n", preview.port());
    for request in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        format!("GET / HTTP/1.1\r\n{host}transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\nzz\r\n").as_bytes(),
        format!("GET /%zz%ff HTTP/1.1\r\n{host}connection: close\r\n\r\n").as_bytes(),
        format!("GET /a%0d%0aset-cookie:x HTTP/1.1\r\n{host}connection: close\r\n\r\n").as_bytes(),
    ] {
        let mut stream = connect(&preview);
        stream.write_all(request).expect("sent");
        stream.shutdown(std::net::Shutdown::Write).expect("nothing more comes");
        let mut response = Vec::new();
        let _ = stream.read_to_end(&mut response);
        let response = String::from_utf8_lossy(&response).to_lowercase();
        assert!(!response.contains("set-cookie") && !response.contains(SECRET), "{response}");
        still_serves(&preview);
    }
}

#[test]
fn five_hundred_idle_and_slow_clients_block_nobody_and_are_dropped() {
    // Its list from A to Z is long.
    let preview = with_secrets(Preview::start());
    let idle: Vec<TcpStream> = (0..500).map(|_| connect(&preview)).collect();
    still_serves(&preview);
    // Some send a head, a little at a time, and never end it; some ask for much and take none of it.
    let slow: Vec<TcpStream> = (0..100)
        .map(|number| {
            let mut stream = connect(&preview);
            let host = format!("host: 127.0.0.1:{}\r\n", preview.port());
            let end = if number % 2 == 0 { "x-" } else { "\r\n" };
            let path = if number % 2 == 0 { "/" } else { "/a-to-z.html" };
            stream.write_all(format!("GET {path} HTTP/1.1\r\n{host}{end}").as_bytes()).expect("sent");
            stream
        })
        .collect();
    still_serves(&preview);
    preview.replace("school.yaml", "name: Ridgeway School", "name: Ridgeway School by the Sea");
    until(|| get(&preview, "/").text().contains("Ridgeway School by the Sea")).expect("the new name");
    for mut stream in idle.into_iter().chain(slow) {
        // Ends when the preview hangs up; a read that times out is an error.
        let mut rest = Vec::new();
        let ended = stream.read_to_end(&mut rest);
        assert!(
            !matches!(&ended, Err(error) if error.kind() == std::io::ErrorKind::WouldBlock),
            "a client was not let go"
        );
    }
    still_serves(&preview);
}
