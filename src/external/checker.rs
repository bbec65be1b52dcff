//! Checks links by requesting them.
//!
//! Takes addresses and an [`HttpClient`]; gives a verdict for each. Contacts at most eight websites in parallel, each
//! with one request at a time and a pause in between. Requests only the head where the website supports it. Does not
//! contact a website again that did not respond, or asked for fewer requests.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use url::{Origin, Url};

use super::client::{HttpClient, HttpMethod, Reply, RequestError, ResponseHead};
use super::verdict::{GoneReason, UnsureReason, Verdict};

const MAX_CONCURRENT_HOSTS: usize = 8;
const PAUSE: Duration = Duration::from_secs(1);
/// The longest `Retry-After` that is honoured, once, in seconds.
const MAX_RETRY_AFTER: u64 = 10;
const MAX_REDIRECTS: usize = 5;

/// Checks all addresses. Returns `None` if no website responded at all, because this computer is probably offline.
pub fn check_links(addresses: &[&str], client: &dyn HttpClient) -> Option<BTreeMap<String, Verdict>> {
    let checker = LinkChecker { client, hosts: Mutex::default() };
    let mut websites: BTreeMap<String, Vec<Url>> = BTreeMap::new();
    for url in addresses.iter().filter_map(|address| Url::parse(address).ok()) {
        websites.entry(host(&url)).or_default().push(url);
    }
    let queue = Mutex::new(websites.into_values());
    let verdicts = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..MAX_CONCURRENT_HOSTS {
            scope.spawn(|| {
                // Do not hold the lock during a request.
                let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                while let Some(website) = next() {
                    for url in website {
                        let verdict = checker.check_url(&url);
                        verdicts.lock().unwrap_or_else(PoisonError::into_inner).insert(url.into(), verdict);
                    }
                }
            });
        }
    });
    let verdicts = verdicts.into_inner().unwrap_or_else(PoisonError::into_inner);
    let is_online = verdicts.is_empty() || verdicts.values().any(Verdict::is_reachable);
    is_online.then_some(verdicts)
}

struct LinkChecker<'c> {
    client: &'c dyn HttpClient,
    hosts: Mutex<HashMap<String, Arc<Mutex<HostState>>>>,
}

/// The state of one website. Only the holder of its lock may send a request.
#[derive(Default)]
struct HostState {
    was_contacted: bool,
    /// The reply to use for every further request to a scheme and port, without sending one.
    final_replies: HashMap<Origin, Reply>,
}

impl LinkChecker<'_> {
    /// Follows redirects from an address to the final page.
    fn check_url(&self, start: &Url) -> Verdict {
        let mut at = start.clone();
        let mut moved_to = None;
        let mut is_permanent = true;
        for _ in 0..=MAX_REDIRECTS {
            let head = match self.request_head_or_page(&at) {
                Ok(head) => head,
                Err(error) => return verdict_for_error(error),
            };
            if !is_redirect(&head) {
                return verdict_for_status(head.status, moved_to);
            }
            let next = head.location.as_deref().and_then(|to| at.join(to).ok());
            let Some(next) = next.filter(|next| matches!(next.scheme(), "http" | "https")) else {
                return Verdict::Unsure { why: UnsureReason::InvalidResponse };
            };
            is_permanent &= matches!(head.status, 301 | 308);
            if is_permanent {
                moved_to = Some(next.to_string());
            }
            at = next;
        }
        Verdict::Unsure { why: UnsureReason::RedirectLoop }
    }

    /// Requests the head, or the page where the head is refused: some websites support nothing else.
    fn request_head_or_page(&self, url: &Url) -> Reply {
        let reply = self.request(HttpMethod::Head, url);
        let is_enough = match &reply {
            Ok(head) => matches!(head.status, 200..=299 | 429) || is_redirect(head),
            Err(error) => is_final(*error),
        };
        if is_enough { reply } else { self.request(HttpMethod::Get, url) }
    }

    /// Sends one request, once the website is free and the pause is over.
    fn request(&self, method: HttpMethod, url: &Url) -> Reply {
        let host = {
            let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(hosts.entry(host(url)).or_default())
        };
        let mut host = host.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reply) = host.final_replies.get(&url.origin()) {
            return reply.clone();
        }
        if std::mem::replace(&mut host.was_contacted, true) {
            self.client.wait(PAUSE);
        }
        let mut reply = self.client.request(method, url);
        if let Some(seconds) = retry_after(&reply).filter(|seconds| *seconds <= MAX_RETRY_AFTER) {
            self.client.wait(Duration::from_secs(seconds).max(PAUSE));
            reply = self.client.request(method, url);
        }
        let is_final_reply = match &reply {
            Ok(head) => head.status == 429 || retry_after(&reply).is_some(),
            Err(error) => {
                is_final(*error)
                    || method == HttpMethod::Get && matches!(error, RequestError::TimedOut | RequestError::NoConnection)
            }
        };
        if is_final_reply {
            host.final_replies.insert(url.origin(), reply.clone());
        }
        reply
    }
}

/// Identifies a website: its name without the port.
fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

fn is_redirect(head: &ResponseHead) -> bool {
    matches!(head.status, 301 | 302 | 303 | 307 | 308)
}

/// True if another method would give the same result.
fn is_final(error: RequestError) -> bool {
    matches!(error, RequestError::UnknownHost | RequestError::Private | RequestError::Insecure)
}

fn retry_after(reply: &Reply) -> Option<u64> {
    match reply {
        Ok(ResponseHead { status: 429 | 503, retry_after, .. }) => *retry_after,
        _ => None,
    }
}

fn verdict_for_status(status: u16, moved_to: Option<String>) -> Verdict {
    match (status, moved_to) {
        (200..=299, Some(to)) => Verdict::Moved { to },
        (200..=299, None) => Verdict::Good,
        (404 | 410, _) => Verdict::Gone { why: GoneReason::Page },
        (429, _) => Verdict::Unsure { why: UnsureReason::Busy },
        (400..=499, _) => Verdict::Unsure { why: UnsureReason::Refused },
        (500..=599, _) => Verdict::Unsure { why: UnsureReason::ServerError },
        _ => Verdict::Unsure { why: UnsureReason::InvalidResponse },
    }
}

fn verdict_for_error(error: RequestError) -> Verdict {
    let why = match error {
        RequestError::UnknownHost => return Verdict::Gone { why: GoneReason::Website },
        RequestError::Private => UnsureReason::Private,
        RequestError::NoConnection => UnsureReason::NoConnection,
        RequestError::TimedOut => UnsureReason::TimedOut,
        RequestError::Insecure => UnsureReason::Insecure,
        RequestError::InvalidResponse => UnsureReason::InvalidResponse,
    };
    Verdict::Unsure { why }
}
