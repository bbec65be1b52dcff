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

use super::external_links::ExternalLinks;
use super::private_hosts::is_private_host;
use crate::check::RuleInput;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("intranet-link");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let links = ExternalLinks::of(input.sources);
    let parsed = links.iter().filter_map(|(address, places)| Some((Url::parse(address).ok()?, places)));
    for (url, places) in parsed.filter(|(url, _)| is_private_host(url)) {
        for place in places {
            let advice = Advice {
                code: CODE,
                severity: Severity::Should,
                message: format!("only computers inside the school can reach `{}`", url.host_str().unwrap_or_default()),
                help: "Put the file in media/, or link to a website that everybody can reach.".into(),
            };
            findings.advise(advice, place.clone());
        }
    }
}
