//! We could not tell whether some pages on other websites are there. This is looked for only when you
//! ask for it, with `fingerpost check --external`. Some websites answer no programs, want people to
//! sign in, are slow or in trouble for an hour. Nothing may be wrong. Open the links yourself once.
//!
//! Wrong:
//!
//! ```markdown
//! [Our hub](https://hub.example/portal)     (opens for nobody)
//! ```
//!
//! Right:
//!
//! ```markdown
//! [Our hub](https://hub.example/portal)     (opens in your browser: leave it as it is)
//! ```

use crate::external::results::Answers;
use crate::external::verdict::{Doubt, Verdict};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("link-unsure");

/// How many links of a kind are listed.
const LISTED: usize = 12;

pub(super) fn check(answers: &Answers<'_>, findings: &mut Findings) {
    for doubt in Doubt::ALL {
        let unsure = answers.known().filter(|(.., known)| known.verdict == Verdict::Unsure { why: doubt });
        let unsure: Vec<(&str, &[Place])> = unsure.map(|(address, places, _)| (address, places)).collect();
        let Some(first) = unsure.first().and_then(|(_, places)| places.first()) else { continue };
        let message = match unsure.len() {
            1 => format!("could not tell whether one link works: {}", reason(doubt)),
            number => format!("could not tell whether {number} links work: {}", reason(doubt)),
        };
        tell(message, format!("Open each yourself: {}.", list(&unsure)), first, findings);
    }
    if let Some(first) = answers.unheard.iter().find_map(|address| answers.outward.places(address).first()) {
        let message = format!("no other website answered: {} could not be tried", links(answers.unheard.len()));
        let help = "Is this computer connected to the internet? Then try again later.".to_owned();
        tell(message, help, first, findings);
    }
}

fn tell(message: String, help: String, place: &Place, findings: &mut Findings) {
    let advice = Advice { code: CODE, severity: Severity::Could, message, help };
    findings.advise(advice, place.clone());
}

fn reason(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Refused => "the website answers no programs, or wants people to sign in",
        Doubt::Busy => "the website asked us to stay away for a while",
        Doubt::Trouble => "the website has a fault of its own today",
        Doubt::TimedOut => "the website took too long",
        Doubt::NoConnection => "the website did not open",
        Doubt::Insecure => "the connection is not safe, so browsers may warn your visitors",
        Doubt::GoesRound => "the address leads on and on",
        Doubt::Garbled => "the answer could not be read",
        Doubt::Private => "from this computer it leads into a private network",
    }
}

fn links(number: usize) -> String {
    if number == 1 { "one link".into() } else { format!("{number} links") }
}

/// The addresses, each with the first place that it stands in.
fn list(unsure: &[(&str, &[Place])]) -> String {
    let one = |(address, places): &(&str, &[Place])| match places.first() {
        Some(place) => format!("{address} ({}:{})", place.path(), place.positions().0.line),
        None => (*address).to_owned(),
    };
    let listed: Vec<String> = unsure.iter().take(LISTED).map(one).collect();
    match unsure.len().saturating_sub(LISTED) {
        0 => listed.join(", "),
        more => format!("{}, and {more} more", listed.join(", ")),
    }
}
