//! A simple web server for finished sites, which records requests for missing files.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// A server on a free port. It runs until the tests end.
pub(crate) struct Host {
    port: u16,
    failed: Arc<Mutex<Vec<String>>>,
}

impl Host {
    /// Serves the files below a folder.
    pub(crate) fn start(folder: &Path) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("its address").port();
        let failed: Arc<Mutex<Vec<String>>> = Arc::default();
        let (folder, list) = (folder.to_owned(), failed.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, list) = (folder.clone(), list.clone());
                std::thread::spawn(move || answer_all(&stream, &folder, &list));
            }
        });
        Self { port, failed }
    }

    /// The address of a path.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// Requests for missing files since the last call.
    pub(crate) fn failed(&self) -> Vec<String> {
        std::mem::take(&mut self.failed.lock().expect("the list"))
    }
}

/// Answers requests until the browser closes the connection.
fn answer_all(stream: &TcpStream, folder: &Path, failed: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream);
    while let Some(path) = read_request(&mut reader) {
        let file: PathBuf = folder.join(path.trim_start_matches('/'));
        let body = std::fs::read(&file).ok();
        let (status, body) = match body {
            Some(body) => ("200 OK", body),
            None => {
                failed.lock().expect("the list").push(path);
                ("404 Not Found", Vec::new())
            }
        };
        let kind = content_type(&file);
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n", body.len());
        let mut stream = stream;
        if stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).is_err() {
            return;
        }
    }
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("pdf") => "application/pdf",
        Some("xml") => "application/xml",
        Some("ics") => "text/calendar",
        _ => "application/octet-stream",
    }
}

/// The requested path, without a query.
fn read_request(reader: &mut BufReader<&TcpStream>) -> Option<String> {
    let mut path = None;
    for line in reader.lines() {
        let line = line.ok()?;
        if line.is_empty() {
            return path;
        }
        if path.is_none() {
            path = line.split([' ', '?']).nth(1).map(str::to_owned);
        }
    }
    None
}
