//! A link leads to an address that only computers inside the school can reach: a server of its own network, or a
//! program on one computer. It works on your computer at school. Parents, employers and pupils at home see an error,
//! and strangers learn the name of your server. Put the document in media/, or link to a website that everybody can
//! reach.
//!
//! Wrong:
//!
//! ```markdown
//! [Work experience form](http://intranet/forms/work-experience.docx)
//! ```
//!
//! Right:
//!
//! ```markdown
//! [Work experience form](../media/work-experience.docx)
//! ```

use url::Url;

use super::external_links::{ExternalLinks, web_address};
use super::private_hosts::is_private_host;
use crate::check::{RuleInput, TextCheck, TextRuleInput};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("intranet-link");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for (address, places) in ExternalLinks::in_values(&input.sources.documents).iter() {
        if let Some(host) = private_host(address) {
            places.iter().for_each(|place| findings.advise(advice(&host), place.clone()));
        }
    }
}

pub(super) fn prepare<'a>(_: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    TextCheck::each(|text, findings| {
        for link in &text.links {
            if let Some(host) = web_address(&link.target).and_then(|address| private_host(&address)) {
                findings.advise(advice(&host), text.place(&link.span));
            }
        }
    })
}

/// The host of an address, if it is in a private network.
fn private_host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(is_private_host)?;
    Some(url.host_str().unwrap_or_default().to_owned())
}

fn advice(host: &str) -> Advice {
    Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("only computers inside the school can reach `{host}`"),
        help: "Put the file in media/, or link to a website that everybody can reach.".into(),
    }
}
