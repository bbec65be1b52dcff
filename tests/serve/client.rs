//! Sends requests to a preview, well formed or not.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use crate::preview::Preview;
use crate::until::TIMEOUT;

/// A server that a test runs.
pub(crate) trait RunningServer {
    /// The port it runs on.
    fn port_number(&self) -> u16;

    /// A page with a form.
    fn page_with_form(&self) -> &'static str {
        "/-/build"
    }
}

impl RunningServer for Preview {
    fn port_number(&self) -> u16 {
        self.port()
    }
}

/// A response as it was received.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    /// In lower case, a line each.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Response {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A connection to a preview, with nothing sent yet.
pub(crate) fn connect(preview: &impl RunningServer) -> TcpStream {
    connect_to(preview.port_number())
}

fn connect_to(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    stream.set_read_timeout(Some(TIMEOUT)).expect("a time-out");
    stream
}

/// Gets a path.
pub(crate) fn get(preview: &impl RunningServer, path: &str) -> Response {
    request(preview, "GET", path, &[])
}

/// Requests a path with additional headers.
pub(crate) fn request(preview: &impl RunningServer, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let host = format!("127.0.0.1:{}", preview.port_number());
    raw(preview, format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{more}connection: close\r\n\r\n").as_bytes())
}

/// The tokens of a run, as a browser gets them with a page of the dashboard.
#[derive(Clone, Debug)]
pub(crate) struct Tokens {
    pub(crate) cookie: String,
    pub(crate) field: String,
}

/// Opens the dashboard for its tokens.
pub(crate) fn tokens(preview: &impl RunningServer) -> Tokens {
    let page = get(preview, preview.page_with_form());
    let cookie = page.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a cookie").to_owned();
    let text = page.text();
    let (_, rest) = text.split_once("name=\"token\" value=\"").expect("a form");
    Tokens { cookie, field: rest.split('"').next().expect("its end").to_owned() }
}

/// Sends a form as a browser does that shows a page of the dashboard.
pub(crate) fn post(preview: &impl RunningServer, path: &str, fields: &[(&str, &str)]) -> Response {
    let tokens = tokens(preview);
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("token", tokens.field.as_str())]).collect();
    let origin = format!("http://127.0.0.1:{}", preview.port_number());
    let headers = [
        ("origin", origin.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
        ("cookie", tokens.cookie.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    post_body(preview, path, &headers, &encoded(&fields))
}

/// The body of a form with these fields.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// The content type and the body of a form with these fields and a file.
pub(crate) fn multipart(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> (String, Vec<u8>) {
    const BOUNDARY: &str = "----boundary7Hq2";
    let mut body = Vec::new();
    let mut part = |head: String, content: &[u8]| {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n").into_bytes());
        body.extend([content, b"\r\n"].concat());
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    let (name, bytes) = file.unwrap_or(("", b""));
    part(format!("name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream"), bytes);
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}

/// Sends a body with additional headers.
pub(crate) fn post_body(preview: &impl RunningServer, path: &str, headers: &[(&str, &str)], body: &str) -> Response {
    post_bytes(preview, path, headers, body.as_bytes())
}

/// The same, for a body that need not be text.
pub(crate) fn post_bytes(preview: &impl RunningServer, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let has_host = headers.iter().any(|(name, _)| *name == "host");
    let host = if has_host { String::new() } else { format!("host: 127.0.0.1:{}\r\n", preview.port_number()) };
    let head =
        format!("POST {path} HTTP/1.1\r\n{host}{more}content-length: {}\r\nconnection: close\r\n\r\n", body.len());
    raw(preview, &[head.as_bytes(), body].concat())
}

/// Sends bytes as they are and reads until the connection ends. Status 0 means no response.
pub(crate) fn raw(preview: &impl RunningServer, bytes: &[u8]) -> Response {
    let mut stream = connect(preview);
    // The preview may close the connection early.
    let _ = stream.write_all(bytes);
    let mut all = Vec::new();
    let _ = stream.read_to_end(&mut all);
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").map_or(all.len(), |at| at + 4);
    let head = String::from_utf8_lossy(&all[..end]).to_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Response { status, head, body: all.split_off(end) }
}

/// The first message that an open page receives.
pub(crate) fn message(preview: &impl RunningServer, page: &str) -> Value {
    message_at(preview.port_number(), page)
}

/// The same, of a preview at a port.
pub(crate) fn message_at(port: u16, page: &str) -> Value {
    let mut stream = connect_to(port);
    let host = format!("127.0.0.1:{port}");
    write!(stream, "GET /.fingerpost/events{page} HTTP/1.1\r\nhost: {host}\r\n\r\n").expect("sent");
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let data = lines.find_map(|line| line.strip_prefix("data: ").map(str::to_owned)).expect("a message");
    serde_json::from_str(&data).expect("JSON")
}

/// A page without the script that the preview adds.
pub(crate) fn without_live_script(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(html) = String::from_utf8(bytes) else { panic!("not UTF-8") };
    let Some((before, rest)) = html.split_once("<script type=\"module\" src=\"/.fingerpost/live.js\"") else {
        return html.into_bytes();
    };
    let (_, after) = rest.split_once("</script>").expect("the script ends");
    [before, after].concat().into_bytes()
}
