//! The school's facts for its accessibility statement.
//!
//! The parts are those of the model statement that the regulations of 2018 ask for: how far the site
//! complies, what does not work and why, how and when it was checked and by whom, and whom to contact.

use super::format::{
    Control, Day, FieldReader, FromNode, InexactDate, Located, ProseKey, Record, RichText, Text, record, string_enum,
};
use crate::read::{Node, Value};
use crate::report::Place;

string_enum! {
    pub enum Standard {
        Wcag22Aa "wcag-2.2-aa" as "WCAG 2.2 AA",
        Wcag22Aaa "wcag-2.2-aaa" as "WCAG 2.2 AAA",
        Wcag21Aa "wcag-2.1-aa" as "WCAG 2.1 AA",
    }
}

string_enum! {
    /// How far the site meets the standard, according to the school.
    pub enum Compliance {
        Full "full",
        Partial "partial",
        NotMet "none",
    }
}

string_enum! {
    pub enum Reason {
        NotYet "not-yet",
        /// Fixing it would be a disproportionate burden; the school has assessed that.
        Burden "disproportionate-burden",
        /// The regulations do not cover it.
        OutOfScope "out-of-scope",
    }
}

record! {
    /// Facts for the accessibility statement. The site claims only what you write here.
    pub struct Accessibility {
        /// Who to contact about a problem, and how.
        optional contact: RichText, prose;
        /// How soon you reply, such as: Within five school days.
        optional answer: RichText, prose;
        /// The standard. WCAG 2.2, level AA, if left out.
        optional standard: Standard;
        /// How far the site meets the standard. If left out, the site makes no claim. `full` needs the day of a check and who did it.
        optional status: Located<Compliance>;
        /// The day the site was checked.
        optional checked_on: Located<Day>;
        /// How it was checked.
        optional method: RichText, prose;
        /// Who checked it. Give a role.
        optional checked_by: Text;
        /// What has not been tested yet.
        list not_tested: RichText as "Not tested" of "point", prose;
        /// What you know does not work.
        list known_problems: KnownProblemEntry, prose;
        /// The day the statement was first written.
        optional prepared_on: Day;
        /// The day by which it is next reviewed.
        optional next_review: Located<InexactDate>;
    }
}

record! {
    /// Something that you know does not work.
    pub struct KnownProblem {
        /// What does not work, and for whom.
        required what: Text = "The map of work placements has no text version", prose, long;
        /// The WCAG success criteria that it fails, such as 1.1.1.
        list criteria: Located<Text> as "Criteria" of "criterion";
        /// Why it does not work. “Not fixed yet” if left out.
        optional why: Reason;
        /// What people can use instead.
        optional instead: RichText, prose;
        /// The day by which it will be fixed.
        optional by: Located<InexactDate>;
    }
}

/// A known problem: a sentence, or a map with details.
#[derive(Clone, Debug)]
pub struct KnownProblemEntry(pub KnownProblem);

impl FromNode for KnownProblemEntry {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return KnownProblem::from_node(node, reader).map(Self);
        }
        let what = Text::from_node(node, reader)?;
        Some(Self(KnownProblem {
            at: reader.place(node),
            what,
            criteria: Vec::new(),
            why: None,
            instead: None,
            by: None,
        }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "type": "string" }, KnownProblem::schema()] })
    }
    fn control() -> Control {
        Control::TextOrRecord { text_key: "what", fields: KnownProblem::fields }
    }
    fn prose_keys() -> Vec<ProseKey> {
        KnownProblem::prose_keys()
    }
}

impl Accessibility {
    pub fn standard_or_default(&self) -> Standard {
        self.standard.unwrap_or(Standard::Wcag22Aa)
    }

    /// True if the statement gives the day, the method and the author of a check.
    pub fn describes_check(&self) -> bool {
        self.checked_on.is_some() && self.method.is_some() && self.checked_by.is_some()
    }

    /// Where the school claims that the site meets the standard in full.
    pub fn claims_full_compliance(&self) -> Option<&Place> {
        self.status.as_ref().filter(|status| status.value == Compliance::Full).map(|status| &status.place)
    }
}
