//! Links to other websites, tried for real: a web server in this test answers in every way that the
//! internet does, and the requests that arrive are counted.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::common;
use fingerpost::check::links::ExternalLinks;
use fingerpost::external::{Answers, Door, Doubt, Loss, Memory, Method, Notebook, Reply, Silence, Verdict, Web, tour};
use fingerpost::report::Severity;
use jiff::ToSpan;
use jiff::civil::Date;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::Url;

/// A web server on this computer, and what it was asked: method, host and path.
struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    most_at_once: Arc<AtomicUsize>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (asked, most_at_once) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicUsize>::default());
        let server = Self { address, asked: asked.clone(), most_at_once: most_at_once.clone() };
        let at_once = Arc::<Mutex<BTreeMap<String, usize>>>::default();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (asked, most, at_once) = (asked.clone(), most_at_once.clone(), at_once.clone());
                std::thread::spawn(move || serve(stream, &asked, &most, &at_once));
            }
        });
        server
    }

    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().expect("the list"));
        asked.sort();
        asked
    }
}

fn serve(
    mut stream: TcpStream,
    asked: &Mutex<Vec<String>>,
    most: &AtomicUsize,
    at_once: &Mutex<BTreeMap<String, usize>>,
) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.split_whitespace();
    let (Some(method), Some(path)) = (words.next(), words.next()) else { return };
    assert!(head.contains("fingerpost/"), "we say who we are: {head}");
    let host = head.lines().find_map(|line| line.to_lowercase().strip_prefix("host: ").map(str::to_owned));
    let host = host.and_then(|host| host.split(':').next().map(str::to_owned)).unwrap_or_default();
    asked.lock().expect("the list").push(format!("{method} {host}{path}"));
    let now = {
        let mut at_once = at_once.lock().expect("the count");
        let now = at_once.entry(host.clone()).or_default();
        *now += 1;
        *now
    };
    most.fetch_max(now, Ordering::SeqCst);
    std::thread::sleep(Duration::from_millis(5));
    *at_once.lock().expect("the count").entry(host).or_default() -= 1;
    // Whoever asked may have gone.
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
        "/trouble" => plain("500 Internal Server Error", ""),
        "/cut" => "HTTP/1.1 200 OK\r\nContent-Le".to_owned(),
        "/garbage" => "SSH-2.0-OpenSSH_9.9\r\n\r\n".to_owned(),
        "/huge" if method == "HEAD" => plain("501 Not Implemented", ""),
        "/huge" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")?;
            // Nobody reads on: writing fails long before the end.
            let block = [b'x'; 65536];
            for _ in 0..4096 {
                stream.write_all(&block)?;
            }
            panic!("256 MB of a page were read");
        }
        _ => panic!("nobody should ask for {path}"),
    };
    stream.write_all(text.as_bytes())
}

/// Every name leads to the server, but for one that nobody has.
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

/// The door to that server. Pauses are noted and not waited for.
struct NotingDoor {
    web: Web,
    pauses: Mutex<Vec<Duration>>,
}

impl NotingDoor {
    fn to(server: &Server) -> Self {
        Self { web: Web::by(ToServer(server.address)), pauses: Mutex::default() }
    }

    fn pauses(&self) -> Vec<Duration> {
        self.pauses.lock().expect("the pauses").clone()
    }
}

impl Door for NotingDoor {
    fn ask(&self, method: Method, address: &Url) -> Reply {
        self.web.ask(method, address)
    }

    fn wait(&self, pause: Duration) {
        self.pauses.lock().expect("the pauses").push(pause);
    }
}

/// What becomes of one link, and what was asked for it.
fn try_one(path: &str) -> (Verdict, Vec<String>) {
    let server = Server::start();
    let address = format!("http://school.example{path}");
    let other = "http://fine.example/good";
    let verdicts = tour(&[address.as_str(), other], &NotingDoor::to(&server)).expect("somebody answers");
    assert_eq!(verdicts[other], Verdict::Good);
    let asked = server.asked().into_iter().filter(|asked| !asked.contains("fine.example")).collect();
    (verdicts[&address].clone(), asked)
}

fn unsure(why: Doubt) -> Verdict {
    Verdict::Unsure { why }
}

#[test]
fn a_good_page_is_asked_for_its_head_once() {
    assert_eq!(try_one("/good"), (Verdict::Good, vec!["HEAD school.example/good".to_owned()]));
}

#[test]
fn a_refused_or_odd_head_is_followed_by_the_page() {
    for path in ["/no-head", "/odd-head", "/silent-head", "/huge"] {
        let (verdict, asked) = try_one(path);
        assert_eq!(verdict, Verdict::Good, "{path}");
        assert_eq!(asked, [format!("GET school.example{path}"), format!("HEAD school.example{path}")]);
    }
}

#[test]
fn redirects_are_followed_and_told_only_if_they_are_for_good() {
    let moved = |to: &str| Verdict::Moved { to: to.into() };
    assert_eq!(try_one("/moved").0, moved("http://school.example/good"));
    assert_eq!(try_one("/moved-twice").0, moved("http://other.example/good"));
    assert_eq!(try_one("/for-now").0, Verdict::Good);
    assert_eq!(try_one("/moved-to-nothing").0, Verdict::Gone { why: Loss::Page });
    let (verdict, asked) = try_one("/round");
    assert_eq!(verdict, unsure(Doubt::GoesRound));
    assert_eq!(asked.len(), 6, "{asked:?}");
    assert_eq!(try_one("/away").0, unsure(Doubt::GoesRound));
}

#[test]
fn what_is_gone_is_told_from_what_cannot_be_told() {
    assert_eq!(try_one("/gone").0, Verdict::Gone { why: Loss::Page });
    assert_eq!(try_one("/gone-for-good").0, Verdict::Gone { why: Loss::Page });
    assert_eq!(try_one("/private").0, unsure(Doubt::Refused));
    assert_eq!(try_one("/trouble").0, unsure(Doubt::Trouble));
    assert!(matches!(try_one("/cut").0, Verdict::Unsure { why: Doubt::NoConnection | Doubt::Garbled }));
    assert_eq!(try_one("/garbage").0, unsure(Doubt::Garbled));
}

#[test]
fn a_website_that_is_busy_is_waited_for_once_and_then_left_alone() {
    let server = Server::start();
    let door = NotingDoor::to(&server);
    let addresses = ["http://school.example/busy", "http://school.example/good", "http://fine.example/good"];
    let verdicts = tour(&addresses, &door).expect("somebody answers");
    assert_eq!(verdicts[addresses[0]], unsure(Doubt::Busy));
    assert_eq!(verdicts[addresses[1]], unsure(Doubt::Busy));
    let busy = "HEAD school.example/busy".to_owned();
    assert_eq!(server.asked(), ["HEAD fine.example/good".to_owned(), busy.clone(), busy]);
    assert_eq!(door.pauses(), [Duration::from_secs(7)]);
}

#[test]
fn a_website_has_one_question_at_a_time_with_a_pause_between_two() {
    let server = Server::start();
    let door = NotingDoor::to(&server);
    let pages = ["/good", "/moved-twice", "/moved", "/for-now"];
    let of_host = |host| pages.map(|page| format!("http://host{host}.example{page}"));
    let addresses: Vec<String> = (0..12).flat_map(of_host).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let verdicts = tour(&addresses, &door).expect("somebody answers");
    assert_eq!(verdicts.len(), 48);
    assert_eq!(server.most_at_once.load(Ordering::SeqCst), 1, "one website had two questions at once");
    let asked = server.asked();
    assert_eq!(asked.len(), 12 * (1 + 3 + 2 + 2), "{asked:#?}");
    // `/moved-twice` leads to one website for all. It and the twelve have a first question without a pause.
    assert_eq!(door.pauses(), vec![Duration::from_secs(1); asked.len() - 13]);
}

#[test]
fn a_computer_without_internet_says_nothing_of_links() {
    let server = Server::start();
    let unknown = ["http://unknown.example/a", "http://unknown.example/b", "http://unknown-too.example/"];
    assert_eq!(tour(&unknown, &NotingDoor::to(&server)), None);
    let verdicts = tour(&[unknown[0], "http://fine.example/good"], &NotingDoor::to(&server)).expect("online");
    assert_eq!(verdicts[unknown[0]], Verdict::Gone { why: Loss::Website });
}

#[test]
fn that_nobody_answered_is_told_once_and_where_the_first_link_stands() {
    let (_folder, outward) = content("[a](http://a.example/) [i](http://10.1.1.1/) [b](http://b.example/)\n");
    let memory = Memory::default();
    let due = memory.due(&outward, common::today());
    let answers = Answers { outward: &outward, memory: &memory, unheard: &due };
    let told = fingerpost::external::check_answers(&answers).sorted();
    let [only] = told.as_slice() else { panic!("{told:#?}") };
    assert_eq!(only.message, "no other website answered: 3 links could not be tried");
    assert_eq!((only.severity, only.place.path().as_str()), (Severity::Could, "pages/links.md"));
}

/// Answers nothing to anybody, and counts.
struct Wall(AtomicUsize, Silence);

impl Door for Wall {
    fn ask(&self, _: Method, _: &Url) -> Reply {
        self.0.fetch_add(1, Ordering::SeqCst);
        Reply::Silence(self.1)
    }

    fn wait(&self, _: Duration) {}
}

#[test]
fn a_website_that_stays_silent_is_not_asked_about_its_other_pages() {
    for (silence, questions) in [
        (Silence::UnknownHost, 1),
        (Silence::Insecure, 1),
        (Silence::Private, 1),
        (Silence::TimedOut, 2),
        (Silence::NoConnection, 2),
    ] {
        let wall = Wall(AtomicUsize::new(0), silence);
        let _ = tour(&["http://a.example/1", "http://a.example/2", "http://a.example/3"], &wall);
        assert_eq!(wall.0.load(Ordering::SeqCst), questions, "{silence:?}");
    }
}

/// A content folder with a text and a form that link to other websites.
fn content(body: &str) -> (tempfile::TempDir, ExternalLinks) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = camino::Utf8Path::from_path(folder.path()).expect("a path in Unicode");
    write(path, "pages/links.md", body);
    write(path, "school.yaml", "web-address: https://careers.example/\nwebsite: http://www.example.test/good\n");
    let outward = ExternalLinks::of(&fingerpost::read::read(path, None).value);
    (folder, outward)
}

fn write(folder: &camino::Utf8Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
    std::fs::write(path, text).expect("it is written");
}

#[test]
fn links_are_found_in_texts_and_values_with_their_places() {
    let (_folder, outward) = content(
        "---\ntitle: A\nbooking: https://a.example/book#now\n---\n[A](https://a.example/book) <https://b.example>\n\
         `https://code.example/` https://bare.example/ [mail](mailto:a@b.example)\n",
    );
    let found: Vec<(&str, Vec<usize>)> = outward
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

/// Tries what is due on a day, as the command does. Gives severities with codes.
fn run(
    server: &Server,
    outward: &ExternalLinks,
    memory: Memory,
    today: Date,
) -> (Memory, Vec<(Severity, &'static str)>) {
    let due = memory.due(outward, today);
    let heard = tour(&due, &NotingDoor::to(server)).expect("somebody answers");
    let memory = memory.updated(heard, outward, today);
    let findings = fingerpost::external::check_answers(&Answers { outward, memory: &memory, unheard: &[] });
    let told = findings.sorted().iter().map(|finding| (finding.severity, finding.code.as_str())).collect();
    (memory, told)
}

const BODY: &str = "[a](http://a.example/good) [b](http://b.example/gone) [c](http://c.example/moved)\n\
    [d](http://d.example/private) [e](http://e.example/private) [f](http://intranet/x) [g](http://192.168.1.1/)\n\
    [h](http://b.example/gone)\n";

#[test]
fn answers_are_remembered_and_what_stays_gone_matters_more() {
    let server = Server::start();
    let (_folder, outward) = content(BODY);
    let (day, memory) = (common::today(), Memory::default());
    let could = [
        (Severity::Could, "link-gone"),
        (Severity::Could, "link-moved"),
        (Severity::Could, "link-unsure"),
        (Severity::Could, "link-gone"),
    ];

    let (memory, told) = run(&server, &outward, memory, day);
    assert_eq!(told, could);
    assert!(server.asked().iter().all(|asked| !asked.contains("intranet") && !asked.contains("192.168")));

    let (memory, told) = run(&server, &outward, memory, day);
    assert_eq!(told, could, "what is remembered is told again");
    assert_eq!(server.asked(), [""; 0], "but nobody is asked");

    let (memory, told) = run(&server, &outward, memory, day + 6.days());
    assert_eq!(told, could);
    let asked = server.asked();
    assert!(
        asked.iter().any(|asked| asked.contains("gone"))
            && !asked.iter().any(|asked| asked.contains("good") || asked.contains("moved")),
        "{asked:?}"
    );

    let (memory, told) = run(&server, &outward, memory, day + 7.days());
    assert_eq!(told.iter().filter(|told| **told == (Severity::Should, "link-gone")).count(), 2);
    server.asked();

    let (_, _) = run(&server, &outward, memory, day + 30.days());
    assert!(server.asked().iter().any(|asked| asked.contains("a.example/good")), "good for thirty days, no longer");
}

#[test]
fn the_notebook_keeps_what_it_is_given_and_forgets_what_is_no_longer_linked() {
    let (folder, outward) = content(BODY);
    let path = camino::Utf8Path::from_path(folder.path()).expect("a path in Unicode");
    let notebook = Notebook::of(path);
    assert_eq!(notebook.read().expect("nothing is fine"), Memory::default());
    let heard = BTreeMap::from([
        ("http://a.example/good".to_owned(), Verdict::Good),
        ("http://b.example/gone".to_owned(), Verdict::Gone { why: Loss::Page }),
        ("http://no-longer.example/".to_owned(), Verdict::Good),
    ]);
    let memory = Memory::default().updated(heard, &outward, common::today());
    assert!(memory.of("http://no-longer.example/").is_none());
    notebook.write(&memory).expect("it is written");
    assert_eq!(notebook.read().expect("it is read"), memory);
    assert_eq!(fingerpost::read::read(path, None).value.documents.len(), 2, "it is no content");
    for damaged in ["", "{", "{\"version\": 2, \"links\": {}}", "[]"] {
        write(path, ".fingerpost/links.json", damaged);
        assert!(notebook.read().is_err(), "{damaged}");
    }
}

proptest::proptest! {
    #[test]
    fn any_notebook_is_read_or_refused(text: String) {
        let _ = Memory::parse(&text);
    }
}
