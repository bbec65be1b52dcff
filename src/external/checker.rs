//! Asks other websites, as a polite visitor does.
//!
//! Takes addresses and a [`Door`]; gives a verdict for each. At most eight websites are asked at a
//! time, each about one page at a time with a pause in between. Only heads are asked for, where the
//! website answers that. One that stays silent, or wants to be left alone, is not asked again.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use url::Url;

use super::client::{Answer, Door, Method, Reply, Silence};
use super::verdict::{Doubt, Loss, Verdict};

/// How many websites are asked at a time.
const AT_A_TIME: usize = 8;
/// The pause between two questions to one website.
const PAUSE: Duration = Duration::from_secs(1);
/// The longest that we wait, once, when a website asks us to.
const PATIENCE: u64 = 10;
/// How often a page may lead on to another.
const MOST_TURNS: usize = 5;

/// Asks about all of these. Gives the verdicts, or `None` if nobody answered at all: then it is
/// rather this computer that is not connected.
pub fn tour(addresses: &[&str], door: &dyn Door) -> Option<BTreeMap<String, Verdict>> {
    let tour = Tour { door, hosts: Mutex::default() };
    let mut websites: BTreeMap<String, Vec<Url>> = BTreeMap::new();
    for url in addresses.iter().filter_map(|address| Url::parse(address).ok()) {
        websites.entry(host(&url)).or_default().push(url);
    }
    let queue = Mutex::new(websites.into_values());
    let verdicts = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                // The queue must not stay locked while a website is asked.
                let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                while let Some(website) = next() {
                    for url in website {
                        let verdict = tour.judge(&url);
                        verdicts.lock().unwrap_or_else(PoisonError::into_inner).insert(url.into(), verdict);
                    }
                }
            });
        }
    });
    let verdicts = verdicts.into_inner().unwrap_or_else(PoisonError::into_inner);
    let is_online = verdicts.is_empty() || verdicts.values().any(Verdict::is_answer);
    is_online.then_some(verdicts)
}

struct Tour<'d> {
    door: &'d dyn Door,
    hosts: Mutex<HashMap<String, Arc<Mutex<Host>>>>,
}

/// What is known of a website. Whoever holds it may ask.
#[derive(Default)]
struct Host {
    was_asked: bool,
    /// What it will say to everything else, as far as we are concerned.
    stays: Option<Reply>,
}

impl Tour<'_> {
    /// Follows an address to its end.
    fn judge(&self, start: &Url) -> Verdict {
        let mut at = start.clone();
        let mut moved_to = None;
        let mut for_good = true;
        for _ in 0..=MOST_TURNS {
            let answer = match self.look(&at) {
                Reply::Answer(answer) => answer,
                Reply::Silence(silence) => return unheard(silence),
            };
            if !is_redirect(&answer) {
                return heard(answer.status, moved_to);
            }
            let next = answer.location.as_deref().and_then(|to| at.join(to).ok());
            let Some(next) = next.filter(|next| matches!(next.scheme(), "http" | "https")) else { break };
            for_good &= matches!(answer.status, 301 | 308);
            if for_good {
                moved_to = Some(next.to_string());
            }
            at = next;
        }
        Verdict::Unsure { why: Doubt::GoesRound }
    }

    /// Asks for the head; if that is refused or odd, for the page: some websites know nothing else.
    fn look(&self, url: &Url) -> Reply {
        let reply = self.request(Method::Head, url);
        let is_enough = match &reply {
            Reply::Answer(answer) => matches!(answer.status, 200..=299 | 429) || is_redirect(answer),
            Reply::Silence(silence) => is_final(*silence),
        };
        if is_enough { reply } else { self.request(Method::Get, url) }
    }

    /// One question, when it is this website's turn.
    fn request(&self, method: Method, url: &Url) -> Reply {
        let host = {
            let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(hosts.entry(host(url)).or_default())
        };
        let mut host = host.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reply) = &host.stays {
            return reply.clone();
        }
        if std::mem::replace(&mut host.was_asked, true) {
            self.door.wait(PAUSE);
        }
        let mut reply = self.door.ask(method, url);
        if let Some(seconds) = asked_to_wait(&reply).filter(|seconds| *seconds <= PATIENCE) {
            self.door.wait(Duration::from_secs(seconds).max(PAUSE));
            reply = self.door.ask(method, url);
        }
        let stays = match &reply {
            Reply::Answer(answer) => answer.status == 429 || asked_to_wait(&reply).is_some(),
            Reply::Silence(silence) => {
                is_final(*silence)
                    || method == Method::Get && matches!(silence, Silence::TimedOut | Silence::NoConnection)
            }
        };
        if stays {
            host.stays = Some(reply.clone());
        }
        reply
    }
}

/// Websites are told apart by their names: all ports of one are one computer.
fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

fn is_redirect(answer: &Answer) -> bool {
    matches!(answer.status, 301 | 302 | 303 | 307 | 308)
}

/// True if asking in another way would change nothing.
fn is_final(silence: Silence) -> bool {
    matches!(silence, Silence::UnknownHost | Silence::Private | Silence::Insecure)
}

fn asked_to_wait(reply: &Reply) -> Option<u64> {
    match reply {
        Reply::Answer(Answer { status: 429 | 503, retry_after, .. }) => *retry_after,
        _ => None,
    }
}

fn heard(status: u16, moved_to: Option<String>) -> Verdict {
    match (status, moved_to) {
        (200..=299, Some(to)) => Verdict::Moved { to },
        (200..=299, None) => Verdict::Good,
        (404 | 410, _) => Verdict::Gone { why: Loss::Page },
        (429, _) => Verdict::Unsure { why: Doubt::Busy },
        (400..=499, _) => Verdict::Unsure { why: Doubt::Refused },
        (500..=599, _) => Verdict::Unsure { why: Doubt::Trouble },
        _ => Verdict::Unsure { why: Doubt::Garbled },
    }
}

fn unheard(silence: Silence) -> Verdict {
    let why = match silence {
        Silence::UnknownHost => return Verdict::Gone { why: Loss::Website },
        Silence::Private => Doubt::Private,
        Silence::NoConnection => Doubt::NoConnection,
        Silence::TimedOut => Doubt::TimedOut,
        Silence::Insecure => Doubt::Insecure,
        Silence::Garbled => Doubt::Garbled,
    };
    Verdict::Unsure { why }
}
