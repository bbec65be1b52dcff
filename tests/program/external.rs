//! The link checker against a local web server that answers in every way the internet does and counts requests.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fingerpost::check::links::ExternalLinks;
use fingerpost::external::{
    GoneReason, HttpClient, HttpMethod, LinkCache, LinkCacheFile, LinkResults, Reply, RequestError, UnsureReason,
    Verdict, WebClient, check_links,
};
use fingerpost::report::{Findings, Severity};
use jiff::ToSpan;
use jiff::civil::Date;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::Url;

use crate::common;

/// A local web server, and the requests it has had: method, host and path.
struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    max_concurrent: Arc<AtomicUsize>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (requests, max_concurrent) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicUsize>::default());
        let server = Self { address, requests: requests.clone(), max_concurrent: max_concurrent.clone() };
        let concurrent = Arc::<Mutex<BTreeMap<String, usize>>>::default();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (requests, max, concurrent) = (requests.clone(), max_concurrent.clone(), concurrent.clone());
                std::thread::spawn(move || serve(stream, &requests, &max, &concurrent));
            }
        });
        server
    }

    fn requests(&self) -> Vec<String> {
        let mut requests = std::mem::take(&mut *self.requests.lock().expect("the list"));
        requests.sort();
        requests
    }
}

fn serve(
    mut stream: TcpStream,
    requests: &Mutex<Vec<String>>,
    max: &AtomicUsize,
    concurrent: &Mutex<BTreeMap<String, usize>>,
) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.split_whitespace();
    let (Some(method), Some(path)) = (words.next(), words.next()) else { return };
    assert!(head.contains("fingerpost/"), "no user agent: {head}");
    let host = head.lines().find_map(|line| line.to_lowercase().strip_prefix("host: ").map(str::to_owned));
    let host = host.and_then(|host| host.split(':').next().map(str::to_owned)).unwrap_or_default();
    requests.lock().expect("the list").push(format!("{method} {host}{path}"));
    let now = {
        let mut concurrent = concurrent.lock().expect("the count");
        let now = concurrent.entry(host.clone()).or_default();
        *now += 1;
        *now
    };
    max.fetch_max(now, Ordering::SeqCst);
    std::thread::sleep(Duration::from_millis(5));
    *concurrent.lock().expect("the count").entry(host).or_default() -= 1;
    // The client may have hung up.
    let _ = answer(&mut stream, method, path);
}

fn answer(stream: &mut TcpStream, method: &str, path: &str) -> std::io::Result<()> {
    let plain =
        |status: &str, more: &str| format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n{more}Connection: close\r\n\r\n");
    let to = |status: &str, location: &str| plain(status, &format!("Location: {location}\r\n"));
    let text = match path {
        "/good" => plain("200 OK", ""),
        "/moved" => to("301 Moved Permanently", "/good"),
        "/moved-twice" => to("308 Permanent Redirect", "http://other.example/moved"),
        "/for-now" => to("302 Found", "/good"),
        "/moved-to-nothing" => to("301 Moved Permanently", "/gone"),
        "/round" => to("302 Found", "/about"),
        "/about" => to("302 Found", "/round"),
        "/away" => to("301 Moved Permanently", "ftp://a.example/"),
        "/into-the-school" => to("301 Moved Permanently", "http://10.0.0.1/"),
        "/private" => plain("403 Forbidden", ""),
        "/gone" => plain("404 Not Found", ""),
        "/gone-for-good" => plain("410 Gone", ""),
        "/no-head" if method == "HEAD" => plain("405 Method Not Allowed", ""),
        "/odd-head" if method == "HEAD" => plain("404 Not Found", ""),
        "/silent-head" if method == "HEAD" => return Ok(()),
        "/no-head" | "/odd-head" | "/silent-head" => plain("200 OK", ""),
        "/busy" => plain("429 Too Many Requests", "Retry-After: 7\r\n"),
        "/broken" => plain("500 Internal Server Error", ""),
        "/cut" => "HTTP/1.1 200 OK\r\nContent-Le".to_owned(),
        "/garbage" => "SSH-2.0-OpenSSH_9.9\r\n\r\n".to_owned(),
        "/huge" if method == "HEAD" => plain("501 Not Implemented", ""),
        "/huge" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")?;
            // The client must hang up long before the end.
            let block = [b'x'; 65536];
            for _ in 0..4096 {
                stream.write_all(&block)?;
            }
            panic!("the client read 256 MB of a page");
        }
        _ => panic!("unexpected request for {path}"),
    };
    stream.write_all(text.as_bytes())
}

/// Resolves every name to the server, except unknown ones.
#[derive(Debug)]
struct ToServer(SocketAddr);

impl Resolver for ToServer {
    fn resolve(&self, uri: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        if uri.host().is_some_and(|host| host.starts_with("unknown")) {
            return Err(ureq::Error::HostNotFound);
        }
        let mut addresses = self.empty();
        addresses.push(self.0);
        Ok(addresses)
    }
}

/// A client of that server that records pauses instead of waiting.
struct RecordingClient {
    web: WebClient,
    pauses: Mutex<Vec<Duration>>,
}

impl RecordingClient {
    fn to(server: &Server) -> Self {
        Self { web: WebClient::with_resolver(ToServer(server.address)), pauses: Mutex::default() }
    }

    fn pauses(&self) -> Vec<Duration> {
        self.pauses.lock().expect("the pauses").clone()
    }
}

impl HttpClient for RecordingClient {
    fn request(&self, method: HttpMethod, address: &Url) -> Reply {
        self.web.request(method, address)
    }

    fn wait(&self, pause: Duration) {
        self.pauses.lock().expect("the pauses").push(pause);
    }
}

/// The verdict on one link, and the requests for it.
fn try_one(path: &str) -> (Verdict, Vec<String>) {
    let server = Server::start();
    let address = format!("http://school.example{path}");
    let other = "http://fine.example/good";
    let verdicts = check_links(&[address.as_str(), other], &RecordingClient::to(&server)).expect("an answer");
    assert_eq!(verdicts[other], Verdict::Good);
    let requests = server.requests().into_iter().filter(|requests| !requests.contains("fine.example")).collect();
    (verdicts[&address].clone(), requests)
}

fn uncertain(why: UnsureReason) -> Verdict {
    Verdict::Unsure { why }
}

#[test]
fn a_good_page_takes_one_head_request() {
    assert_eq!(try_one("/good"), (Verdict::Good, vec!["HEAD school.example/good".to_owned()]));
}

#[test]
fn a_refused_or_odd_head_request_is_followed_by_get() {
    for path in ["/no-head", "/odd-head", "/silent-head", "/huge"] {
        let (verdict, requests) = try_one(path);
        assert_eq!(verdict, Verdict::Good, "{path}");
        assert_eq!(requests, [format!("GET school.example{path}"), format!("HEAD school.example{path}")]);
    }
}

#[test]
fn redirects_are_followed_and_only_permanent_ones_are_reported() {
    let moved = |to: &str| Verdict::Moved { to: to.into() };
    assert_eq!(try_one("/moved").0, moved("http://school.example/good"));
    assert_eq!(try_one("/moved-twice").0, moved("http://other.example/good"));
    assert_eq!(try_one("/for-now").0, Verdict::Good);
    assert_eq!(try_one("/moved-to-nothing").0, Verdict::Gone { why: GoneReason::Page });
    let (verdict, requests) = try_one("/round");
    assert_eq!(verdict, uncertain(UnsureReason::RedirectLoop));
    assert_eq!(requests.len(), 6, "{requests:?}");
    assert_eq!(try_one("/away").0, uncertain(UnsureReason::InvalidResponse));
}

#[test]
fn missing_pages_differ_from_uncertain_ones() {
    assert_eq!(try_one("/gone").0, Verdict::Gone { why: GoneReason::Page });
    assert_eq!(try_one("/gone-for-good").0, Verdict::Gone { why: GoneReason::Page });
    assert_eq!(try_one("/private").0, uncertain(UnsureReason::Refused));
    assert_eq!(try_one("/broken").0, uncertain(UnsureReason::ServerError));
    assert!(matches!(
        try_one("/cut").0,
        Verdict::Unsure { why: UnsureReason::NoConnection | UnsureReason::InvalidResponse }
    ));
    assert_eq!(try_one("/garbage").0, uncertain(UnsureReason::InvalidResponse));
}

#[test]
fn a_busy_website_is_retried_once_and_then_skipped() {
    let server = Server::start();
    let client = RecordingClient::to(&server);
    let addresses = ["http://school.example/busy", "http://school.example/good", "http://fine.example/good"];
    let verdicts = check_links(&addresses, &client).expect("an answer");
    assert_eq!(verdicts[addresses[0]], uncertain(UnsureReason::Busy));
    assert_eq!(verdicts[addresses[1]], uncertain(UnsureReason::Busy));
    let busy = "HEAD school.example/busy".to_owned();
    assert_eq!(server.requests(), ["HEAD fine.example/good".to_owned(), busy.clone(), busy]);
    assert_eq!(client.pauses(), [Duration::from_secs(7)]);
}

#[test]
fn each_website_gets_one_request_at_a_time_with_pauses() {
    let server = Server::start();
    let client = RecordingClient::to(&server);
    let pages = ["/good", "/moved-twice", "/moved", "/for-now"];
    let of_host = |host| pages.map(|page| format!("http://host{host}.example{page}"));
    let addresses: Vec<String> = (0..12).flat_map(of_host).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let verdicts = check_links(&addresses, &client).expect("an answer");
    assert_eq!(verdicts.len(), 48);
    assert_eq!(server.max_concurrent.load(Ordering::SeqCst), 1, "one website had two requests at once");
    let requests = server.requests();
    assert_eq!(requests.len(), 12 * (1 + 3 + 2 + 2), "{requests:#?}");
    // `/moved-twice` leads to one more website. The first request to each of the thirteen needs no pause.
    assert_eq!(client.pauses(), vec![Duration::from_secs(1); requests.len() - 13]);
}

#[test]
fn without_internet_no_link_is_judged() {
    let server = Server::start();
    let unknown = ["http://unknown.example/a", "http://unknown.example/b", "http://unknown-too.example/"];
    assert_eq!(check_links(&unknown, &RecordingClient::to(&server)), None);
    let verdicts =
        check_links(&[unknown[0], "http://fine.example/good"], &RecordingClient::to(&server)).expect("online");
    assert_eq!(verdicts[unknown[0]], Verdict::Gone { why: GoneReason::Website });
}

#[test]
fn no_answer_at_all_is_reported_once_at_the_first_link() {
    let (_folder, links) = content("[a](http://a.example/) [i](http://10.1.1.1/) [b](http://b.example/)\n");
    let cache = LinkCache::default();
    let due = cache.due(&links, common::today());
    let results = LinkResults { links: &links, cache: &cache, unanswered: &due };
    let mut findings = Findings::default();
    fingerpost::external::report_results(&results, &mut findings);
    let reported = findings.sorted();
    let [only] = reported.as_slice() else { panic!("{reported:#?}") };
    assert_eq!(only.message, "no other website answered, so Fingerpost could not check 3 links");
    assert_eq!((only.severity, only.place.path().as_str()), (Severity::Could, "pages/links.md"));
}

/// A client that gets no answer and counts its requests.
struct SilentClient(AtomicUsize, RequestError);

impl HttpClient for SilentClient {
    fn request(&self, _: HttpMethod, _: &Url) -> Reply {
        self.0.fetch_add(1, Ordering::SeqCst);
        Err(self.1)
    }

    fn wait(&self, _: Duration) {}
}

#[test]
fn other_pages_of_a_silent_website_are_not_requested() {
    for (request_error, questions) in [
        (RequestError::UnknownHost, 1),
        (RequestError::Insecure, 1),
        (RequestError::Private, 1),
        (RequestError::TimedOut, 2),
        (RequestError::NoConnection, 2),
    ] {
        let client = SilentClient(AtomicUsize::new(0), request_error);
        let _ = check_links(&["http://a.example/1", "http://a.example/2", "http://a.example/3"], &client);
        assert_eq!(client.0.load(Ordering::SeqCst), questions, "{request_error:?}");
    }
}

/// A content folder with a text and values that link to other websites.
fn content(body: &str) -> (tempfile::TempDir, ExternalLinks) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = camino::Utf8Path::from_path(folder.path()).expect("a path in Unicode");
    write(path, "pages/links.md", body);
    write(path, "school.yaml", "web-address: https://careers.example/\nwebsite: http://www.example.test/good\n");
    let links = ExternalLinks::of(&fingerpost::read::read(path, None, &mut Default::default()));
    (folder, links)
}

fn write(folder: &camino::Utf8Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
    std::fs::write(path, text).expect("it is written");
}

#[test]
fn links_in_texts_and_values_are_found_with_their_places() {
    let (_folder, links) = content(
        "---\ntitle: A\nbooking: https://a.example/book#now\n---\n[A](https://a.example/book) <https://b.example>\n\
         `https://code.example/` https://bare.example/ [mail](mailto:a@b.example)\n",
    );
    let found: Vec<(&str, Vec<usize>)> = links
        .iter()
        .map(|(address, places)| (address, places.iter().map(|place| place.positions().0.line).collect()))
        .collect();
    let wanted = [
        ("http://www.example.test/good", vec![2]),
        ("https://a.example/book", vec![3, 5]),
        ("https://b.example/", vec![5]),
    ];
    assert_eq!(found, wanted);
}

/// Checks what is due on a day, as the command does. Returns severities with codes.
fn check_due(
    server: &Server,
    links: &ExternalLinks,
    cache: LinkCache,
    today: Date,
) -> (LinkCache, Vec<(Severity, &'static str)>) {
    let due = cache.due(links, today);
    let verdicts = check_links(&due, &RecordingClient::to(server)).expect("an answer");
    let cache = cache.updated(verdicts, links, today);
    let mut findings = Findings::default();
    fingerpost::external::report_results(&LinkResults { links, cache: &cache, unanswered: &[] }, &mut findings);
    let reported = findings.sorted().iter().map(|finding| (finding.severity, finding.code.as_str())).collect();
    (cache, reported)
}

const BODY: &str = "[a](http://a.example/good) [b](http://b.example/gone) [c](http://c.example/moved)\n\
    [d](http://d.example/private) [e](http://e.example/private) [f](http://intranet/x) [g](http://192.168.1.1/)\n\
    [h](http://b.example/gone)\n";

#[test]
fn answers_are_cached_and_links_that_stay_gone_become_more_severe() {
    let server = Server::start();
    let (_folder, links) = content(BODY);
    let (day, cache) = (common::today(), LinkCache::default());
    let could = [
        (Severity::Could, "link-gone"),
        (Severity::Could, "link-moved"),
        (Severity::Could, "link-unsure"),
        (Severity::Could, "link-gone"),
    ];

    let (cache, reported) = check_due(&server, &links, cache, day);
    assert_eq!(reported, could);
    assert!(server.requests().iter().all(|requests| !requests.contains("intranet") && !requests.contains("192.168")));

    let (cache, reported) = check_due(&server, &links, cache, day);
    assert_eq!(reported, could, "cached verdicts are reported again");
    assert_eq!(server.requests(), [""; 0], "but there is no request");

    let (cache, reported) = check_due(&server, &links, cache, day + 6.days());
    assert_eq!(reported, could);
    let requests = server.requests();
    assert!(
        requests.iter().any(|requests| requests.contains("gone"))
            && !requests.iter().any(|requests| requests.contains("good") || requests.contains("moved")),
        "{requests:?}"
    );

    let (cache, reported) = check_due(&server, &links, cache, day + 7.days());
    assert_eq!(reported.iter().filter(|reported| **reported == (Severity::Should, "link-gone")).count(), 2);
    server.requests();

    let (_, _) = check_due(&server, &links, cache, day + 30.days());
    assert!(
        server.requests().iter().any(|requests| requests.contains("a.example/good")),
        "a good link is checked again after thirty days"
    );
}

#[test]
fn the_cache_file_keeps_verdicts_and_forgets_links_that_are_gone() {
    let (folder, links) = content(BODY);
    let path = camino::Utf8Path::from_path(folder.path()).expect("a path in Unicode");
    let cache_file = LinkCacheFile::of(path);
    assert_eq!(cache_file.read().expect("a missing file is an empty cache"), LinkCache::default());
    let verdicts = BTreeMap::from([
        ("http://a.example/good".to_owned(), Verdict::Good),
        ("http://b.example/gone".to_owned(), Verdict::Gone { why: GoneReason::Page }),
        ("http://no-longer.example/".to_owned(), Verdict::Good),
    ]);
    let cache = LinkCache::default().updated(verdicts, &links, common::today());
    assert!(cache.get("http://no-longer.example/").is_none());
    cache_file.write(&cache).expect("it is written");
    assert_eq!(cache_file.read().expect("it is read"), cache);
    assert_eq!(
        fingerpost::read::read(path, None, &mut Default::default()).documents.len(),
        2,
        "the cache is not content"
    );
    for damaged in ["", "{", "{\"version\": 2, \"links\": {}}", "[]"] {
        write(path, ".fingerpost/links.json", damaged);
        assert!(cache_file.read().is_err(), "{damaged}");
    }
}

proptest::proptest! {
    #[test]
    fn any_cache_file_is_read_or_refused(text: String) {
        let _ = LinkCache::parse(&text);
    }
}
