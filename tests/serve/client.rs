//! Sends requests to a preview, well formed or not.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use crate::preview::Preview;
use crate::until::TIMEOUT;

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
pub(crate) fn connect(preview: &Preview) -> TcpStream {
    connect_to(preview.port())
}

fn connect_to(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    stream.set_read_timeout(Some(TIMEOUT)).expect("a time-out");
    stream
}

/// Gets a path.
pub(crate) fn get(preview: &Preview, path: &str) -> Response {
    request(preview, "GET", path, &[])
}

/// Requests a path with additional headers.
pub(crate) fn request(preview: &Preview, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let host = format!("127.0.0.1:{}", preview.port());
    raw(preview, format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{more}connection: close\r\n\r\n").as_bytes())
}

/// Sends bytes as they are and reads until the connection ends. Status 0 means no response.
pub(crate) fn raw(preview: &Preview, bytes: &[u8]) -> Response {
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
pub(crate) fn message(preview: &Preview, page: &str) -> Value {
    message_at(preview.port(), page)
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
