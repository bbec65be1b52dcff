//! No links lead from the home page to a page of your site. Only the A to Z list has it, where few people look. Most
//! often a file in your theme/ folder has left out a menu or a list. Put the link back, or link to the page from a
//! text.
//!
//! Wrong:
//!
//! ```html
//! {% block main %}<p>Welcome.</p>{% endblock %}     (in theme/pages/events.html: no list of events)
//! ```
//!
//! Right:
//!
//! ```html
//! {% block main %}<p>Welcome.</p>{% for event in view.events %} … {% endfor %}{% endblock %}
//! ```

use crate::audit::site_links::SiteLinks;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("lost-page");

pub(super) fn check(site_links: &SiteLinks<'_>, findings: &mut Findings) {
    for (page, place) in site_links.unreachable() {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("no links lead from the home page to `{page}`"),
            help: "Link to it from another page. If you have a theme/ folder, check which menu or list is missing."
                .into(),
        };
        findings.advise(advice, place);
    }
}
