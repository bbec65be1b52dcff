//! A page of your site cannot be reached from the home page: no link leads there, and none to a page
//! that links to it. Only the A to Z list has it, where nobody looks. Most often a file in your
//! theme/ folder has left out a menu or a list. Put the link back, or link to the page from a text.
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

use crate::audit::site_links::Survey;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("lost-page");

pub(super) fn check(survey: &Survey<'_>, findings: &mut Findings) {
    for (page, place) in survey.lost() {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("no way leads from the home page to `{page}`"),
            help: "Link to it from another page. If you have a theme/ folder, see which menu or list is missing."
                .into(),
        };
        findings.advise(advice, place);
    }
}
