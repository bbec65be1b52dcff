//! Destinations: where leavers went, as counts or as the percentages that the school has.

use super::super::format::{
    Control, FieldReader, FromNode, LabelledTexts, Link, Located, PeopleCount, Percent, RichText, Text, exact_small,
    max_meant, record, string_enum,
};
use crate::programme::findings::ContentProblem;
use crate::programme::groups::slug;
use crate::read::Node;
use crate::report::Findings;

string_enum! {
    pub enum Basis {
        /// What leavers intended to do.
        Intended "intended",
        /// Where leavers were in the autumn after leaving.
        Actual "actual",
        /// Where leavers still were half a year later.
        Sustained "sustained",
        /// The destinations that leavers have kept, as the school knows them.
        Maintained "maintained",
        /// The share of young people in education, employment or training.
        Participation "participation",
    }
}

impl Basis {
    /// True for what is known of the same leavers at one stage after another.
    pub fn is_stage(self) -> bool {
        matches!(self, Self::Intended | Self::Actual | Self::Sustained)
    }
}

record! {
    /// The destinations of one year's leavers. Several files can be about the same leavers.
    pub struct Destinations {
        /// Which leavers.
        required leavers: Text = "Year 11";
        /// The year they left.
        required year: u32 = "2025";
        /// A title for this table, if there are several about the same leavers.
        optional title: Text, prose;
        /// The basis of the figures: intended, actual, sustained, maintained or participation.
        required basis: Basis = "actual";
        /// The source of the figures.
        required source: Text = "our own September count";
        /// A link to the source.
        optional link: Link;
        /// `no` if no other table of this year and basis counts some of the same leavers. Otherwise the table is left out
        /// if the difference to the other one would be too few people.
        optional overlaps: bool as "Same leavers as in another table";
        /// How many pupils left, or “not stated”.
        required cohort: Located<PeopleCount> as "How many left" = "182";
        /// Figures that you state and that Fingerpost does not work out, such as “In education or training: 96%”.
        optional stated: LabelledTexts as "Figures you state" of "figure";
        /// Anything that helps people understand the figures.
        optional note: RichText, prose;
        /// How many leavers went to each kind of destination.
        list destinations: LeaverCount;
    }
}

record! {
    /// How many leavers went to one kind of destination.
    pub struct LeaverCount {
        /// The kind of destination.
        required to: Text as "Destination" = "Sixth form";
        /// How many: a number, a percentage such as 12%, or words such as “about 12”, “fewer than 6” or “not published”.
        required number: Amount as "How many" = "91";
    }
}

/// A number of leavers, as exact as the school states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    Count(u32),
    Percent(Percent),
    /// Words, kept unchanged.
    Words(String),
}

impl FromNode for Amount {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = Text::from_node(node, reader)?;
        if let Ok(count) = text.replace(',', "").parse() {
            return Some(Self::Count(count));
        }
        let lower = text.to_lowercase();
        let share = ["%", "per cent", "percent"].iter().find_map(|unit| lower.strip_suffix(unit));
        let percent = share.and_then(|share| Percent::parse(share.trim())).map(Self::Percent);
        let count = || exact_small(&text).map(Self::Count);
        Some(percent.or_else(count).unwrap_or(Self::Words(text)))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": ["integer", "string"] })
    }
    fn control() -> Control {
        Control::Figure
    }
}

impl Destinations {
    /// Which leavers, without the word itself: “Year 11” of “Year 11 leavers”.
    pub fn who(&self) -> &str {
        let written = self.leavers.trim();
        let split = written.rsplit_once(char::is_whitespace);
        split.filter(|(_, last)| last.eq_ignore_ascii_case("leavers")).map_or(written, |(who, _)| who.trim_end())
    }

    /// The same for all tables about the same leavers: the year they left, and which they are.
    pub fn cohort_id(&self) -> (u32, String) {
        (self.year, slug(self.who()))
    }

    /// The number of leavers, if it is stated.
    pub fn people(&self) -> Option<u32> {
        if let PeopleCount::Number(people) = self.cohort.value { Some(people) } else { None }
    }

    /// True if it states a figure, and not only words such as “not published”.
    pub fn has_figures(&self) -> bool {
        let has_digit = |words: &str| max_meant(words).is_none() && words.contains(|ch: char| ch.is_ascii_digit());
        let is_figure = |amount: &Amount| match amount {
            Amount::Words(words) => has_digit(words),
            Amount::Count(_) | Amount::Percent(_) => true,
        };
        let stated = self.stated.as_ref().map_or(&[][..], |stated| &stated.0);
        let states = stated.iter().any(|(_, text)| has_digit(text));
        states || self.destinations.iter().any(|row| is_figure(&row.number))
    }

    /// Reports percentages that are not all leavers together, unless each is a rate of its own.
    fn check_shares(&self, findings: &mut Findings) {
        let share = |row: &LeaverCount| if let Amount::Percent(share) = row.number { Some(share) } else { None };
        let shares: Vec<Percent> = self.destinations.iter().filter_map(share).collect();
        // Those who did not stay for half a year need no row.
        let is_partial = shares.len() < self.destinations.len() || self.basis == Basis::Sustained;
        let has_rates = matches!(self.basis, Basis::Maintained | Basis::Participation);
        let sum = Percent::wrong_sum(&shares).filter(|sum| *sum > 10_000 || !is_partial);
        if let Some(sum) = sum.filter(|_| shares.len() > 1 && !has_rates) {
            findings.add(ContentProblem::SharesDoNotAdd { sum, of_leavers: true }, self.cohort.place.clone());
        }
    }

    /// Reports counts that add up to more than the cohort.
    pub(in crate::programme) fn check(&self, findings: &mut Findings) {
        let counted: u64 = self
            .destinations
            .iter()
            .map(|destination| if let Amount::Count(count) = destination.number { u64::from(count) } else { 0 })
            .sum();
        if let Some(people) = self.people().filter(|people| counted > u64::from(*people)) {
            let total = people.into();
            let problem = ContentProblem::CountsDoNotAdd { counted, total, people: "left", choose_many: false };
            findings.add(problem, self.cohort.place.clone());
        }
        self.check_shares(findings);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{ContentPath, Source};

    #[test]
    fn percentages_are_no_small_numbers_of_people() {
        let amount = |text: &str| {
            let source = Source { path: ContentPath::new("a.yaml"), text: text.into() };
            let node = Node { value: crate::read::Value::Scalar(text.to_owned()), span: 0..text.len() };
            Amount::from_node(&node, &mut FieldReader::new(&source, &mut Findings::default())).expect("an amount")
        };
        for text in ["5%", "5 %", "5 per cent", "5 percent"] {
            assert!(matches!(amount(text), Amount::Percent(_)), "{text}");
        }
        assert_eq!((amount("five"), amount("1,240")), (Amount::Count(5), Amount::Count(1240)));
    }

    #[test]
    fn table_with_nothing_but_not_published_has_no_figures() {
        let has_figures = |rows: &str| {
            let start = "leavers: Year 11\nyear: 2026\nbasis: actual\nsource: our count\ncohort: not published\n";
            let source = Source { path: ContentPath::new("a.yaml"), text: format!("{start}{rows}\n").into() };
            let mut findings = Findings::default();
            let node = crate::read::parse_yaml(&source, 0..source.text.len(), &mut findings).expect("YAML");
            let table = Destinations::from_node(&node, &mut FieldReader::new(&source, &mut findings));
            table.expect("destinations").has_figures()
        };
        let row = |number: &str| format!("destinations: [{{ to: Sixth form, number: {number} }}]");
        for number in ["not published", "fewer than 6", "nearly all"] {
            assert!(!has_figures(&row(number)), "{number}");
        }
        assert!(!has_figures(""));
        for number in ["91", "12%", "about 12"] {
            assert!(has_figures(&row(number)), "{number}");
        }
        assert!(has_figures("stated: { In education or training: 96% }"));
    }
}
