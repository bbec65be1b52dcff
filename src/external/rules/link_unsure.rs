//! Fingerpost could not find out whether some pages on other websites exist. It checks this only when you ask for it,
//! with `fingerpost check --external`. Some websites block programs, ask people to sign in, are slow, or fail for an
//! hour. There may be nothing wrong. Open each link yourself once.
//!
//! Wrong:
//!
//! ```markdown
//! [Our hub](https://hub.example/portal)     (does not open for anyone)
//! ```
//!
//! Right:
//!
//! ```markdown
//! [Our hub](https://hub.example/portal)     (opens in your browser: leave it as it is)
//! ```

use crate::external::results::LinkResults;
use crate::external::verdict::{UnsureReason, Verdict};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("link-unsure");

/// Further links are counted, not listed.
const MAX_LISTED: usize = 12;

pub(super) fn check(results: &LinkResults<'_>, findings: &mut Findings) {
    for reason in UnsureReason::ALL {
        let unsure = results.known().filter(|(.., known)| known.verdict == Verdict::Unsure { why: reason });
        let unsure: Vec<(&str, &[Place])> = unsure.map(|(address, places, _)| (address, places)).collect();
        let Some(first) = unsure.first().and_then(|(_, places)| places.first()) else { continue };
        let (message, open) = match unsure.len() {
            1 => ("Fingerpost could not find out whether one link works".to_owned(), "Open it yourself"),
            count => (format!("Fingerpost could not find out whether {count} links work"), "Open each yourself"),
        };
        let message = format!("{message}: {}", describe(reason));
        report(message, format!("{open}: {}.", list(&unsure)), first, findings);
    }
    if let Some(first) = results.unanswered.iter().find_map(|address| results.links.places(address).first()) {
        let message =
            format!("no other website answered, so Fingerpost could not check {}", links(results.unanswered.len()));
        let help = "Is this computer connected to the internet? Then try again later.".to_owned();
        report(message, help, first, findings);
    }
}

fn report(message: String, help: String, place: &Place, findings: &mut Findings) {
    let advice = Advice { code: CODE, severity: Severity::Could, message, help };
    findings.advise(advice, place.clone());
}

fn describe(reason: UnsureReason) -> &'static str {
    match reason {
        UnsureReason::Refused => "the website blocks programs, or asks people to sign in",
        UnsureReason::Busy => "the website asked for fewer requests",
        UnsureReason::ServerError => "the website has an error today",
        UnsureReason::TimedOut => "the website took too long",
        UnsureReason::NoConnection => "the website did not open",
        UnsureReason::Insecure => "the connection is not safe, so browsers may warn your visitors",
        UnsureReason::RedirectLoop => "the address redirects again and again",
        UnsureReason::InvalidResponse => "the website sent something that is not a web page",
        UnsureReason::Private => "from this computer it leads into a private network",
    }
}

fn links(count: usize) -> String {
    if count == 1 { "one link".into() } else { format!("{count} links") }
}

/// The addresses, each with the first place that links to it.
fn list(unsure: &[(&str, &[Place])]) -> String {
    let entry = |(address, places): &(&str, &[Place])| match places.first() {
        Some(place) => format!("{address} ({}:{})", place.path(), place.positions().0.line),
        None => (*address).to_owned(),
    };
    let listed: Vec<String> = unsure.iter().take(MAX_LISTED).map(entry).collect();
    match unsure.len().saturating_sub(MAX_LISTED) {
        0 => listed.join(", "),
        more => format!("{}, and {more} more", listed.join(", ")),
    }
}
