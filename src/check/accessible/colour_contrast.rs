//! The school's colour is too light for text on it or in it. Text needs a contrast of at least 4.5 to 1 (WCAG 2.2,
//! success criterion 1.4.3, level AA) and 7 to 1 for comfort (1.4.6, level AAA). Fingerpost darkens the colour until 7
//! to 1 is reached, so you do not have to do anything. If the result does not look like your school, choose a darker
//! colour of the school yourself.
//!
//! Wrong:
//!
//! ```yaml
//! colour: "#ffc20e"     # the site shows #725500
//! ```
//!
//! Right:
//!
//! ```yaml
//! colour: "#1b3a6b"     # the site shows it as it is
//! ```

use crate::check::RuleInput;
use crate::programme::colour::SchoolColour;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("colour-contrast");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let Some(value) = &input.programme.institution.details.colour else { return };
    let Some(colour) = SchoolColour::new(value.as_str()).filter(|colour| colour.shown != colour.chosen) else { return };
    let advice = Advice {
        code: CODE,
        severity: Severity::Could,
        message: format!(
            "white text on the school's colour has a contrast of {:.1} to 1, and it should be 7 to 1",
            colour.contrast
        ),
        help: format!(
            "The site uses {} instead, with a contrast of {:.1} to 1. You do not have to do anything. If it no longer looks \
             like your colour, write a darker one of the school's colours here.",
            colour.shown, colour.contrast_shown
        ),
    };
    findings.advise(advice, input.place_in_school("colour"));
}
