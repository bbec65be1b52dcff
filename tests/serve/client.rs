//! Asking a preview, as a browser would and as nobody should.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use crate::preview::Preview;
use crate::until::PATIENCE;

/// An answer as it came over the line.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// In lower case, a line each.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A connection to a preview, with nothing sent yet.
pub(crate) fn connect(preview: &Preview) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", preview.port())).expect("a connection");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time-out");
    stream
}

/// Gets a path.
pub(crate) fn get(preview: &Preview, path: &str) -> Answer {
    ask(preview, "GET", path, &[])
}

/// Asks for a path, with some more headers.
pub(crate) fn ask(preview: &Preview, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let host = format!("127.0.0.1:{}", preview.port());
    raw(preview, format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{more}connection: close\r\n\r\n").as_bytes())
}

/// Sends bytes as they are, and takes what comes back until the connection ends. Status 0 means nothing came.
pub(crate) fn raw(preview: &Preview, bytes: &[u8]) -> Answer {
    let mut stream = connect(preview);
    // The preview may hang up before all is sent.
    let _ = stream.write_all(bytes);
    let mut all = Vec::new();
    let _ = stream.read_to_end(&mut all);
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").map_or(all.len(), |at| at + 4);
    let head = String::from_utf8_lossy(&all[..end]).to_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Answer { status, head, body: all.split_off(end) }
}

/// What the preview tells an open page first.
pub(crate) fn message(preview: &Preview, page: &str) -> Value {
    let mut stream = connect(preview);
    let host = format!("127.0.0.1:{}", preview.port());
    write!(stream, "GET /.fingerpost/events{page} HTTP/1.1\r\nhost: {host}\r\n\r\n").expect("sent");
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let data = lines.find_map(|line| line.strip_prefix("data: ").map(str::to_owned)).expect("a message");
    serde_json::from_str(&data).expect("JSON")
}

/// A page as it is in the site, without what the preview adds.
pub(crate) fn undressed(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(html) = String::from_utf8(bytes) else { panic!("no text") };
    let Some((before, rest)) = html.split_once("<script type=\"module\" src=\"/.fingerpost/live.js\"") else {
        return html.into_bytes();
    };
    let (_, after) = rest.split_once("</script>").expect("the script ends");
    [before, after].concat().into_bytes()
}
