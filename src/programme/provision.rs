//! What is offered and asked for: personal guidance, provider access, ways for employers to help.

use super::audience::Notes;
use super::form::{Day, Groups, Link, Located, Text, choice, record};
use super::groups::{Group, GroupSet, resolve, resolve_one};
use super::prose::Prose;
use super::team::{Role, Team};
use super::year::{AcademicYear, When, WhenText};
use crate::report::{Findings, Problem};

record! {
    /// Personal guidance (Benchmark 8). The text below the front matter says more.
    pub struct GuidanceForm {
        /// What everybody is entitled to.
        list entitlement: Text;
        /// When meetings take place.
        optional when: Text;
        /// How to book.
        optional book: Text;
        /// Where to book.
        optional booking: Link;
        /// When one can come without booking.
        optional drop_in: Text;
        /// Who gives it, and their qualification.
        optional adviser: Text;
        /// The day on which the text was last changed. Translations that are older say so.
        optional updated: Located<Day>;
        /// What each audience is told.
        flat notes: Notes;
    }
}

/// Personal guidance.
#[derive(Clone, Debug)]
pub struct Guidance {
    /// What the front matter says.
    pub form: GuidanceForm,
    /// The text.
    pub prose: Prose,
}

record! {
    /// The provider access policy statement (Education Act 1997, section 42B). The text below the
    /// front matter is the statement itself.
    pub struct ProviderAccessForm {
        /// Whom to ask: a role of team.yaml.
        optional contact: Located<Role>;
        /// How to ask for access.
        optional request: Text;
        /// When access is granted.
        optional granting: Text;
        /// When it may be refused.
        optional refusing: Text;
        /// Rooms and equipment that a provider may use.
        optional premises: Text;
        /// What safeguarding asks for.
        optional safeguarding: Text;
        /// How the duty of encounters in each key phase is met.
        optional duty: Text;
        /// When access is given.
        list opportunities: OpportunityForm;
        /// Providers who came before.
        list past_providers: Text;
        /// How to complain.
        optional complaints: Text;
        /// Who approved the statement.
        optional approved_by: Text;
        /// When they did.
        optional approved_on: Day;
        /// When it is next reviewed.
        optional next_review: Located<Day>;
        /// The day on which the text was last changed. Translations that are older say so.
        optional updated: Located<Day>;
    }
}

record! {
    /// A time at which providers may come.
    pub struct OpportunityForm {
        /// For which group.
        required group: Located<Text> = "year-8";
        /// When: a term, a half-term, a month, a day or all year.
        required when: Located<WhenText> = "autumn";
        /// What there is.
        required what: Text = "Assembly and stalls";
    }
}

/// The provider access policy statement.
#[derive(Clone, Debug)]
pub struct ProviderAccess {
    /// What the front matter says.
    pub form: ProviderAccessForm,
    /// The times at which access is given.
    pub opportunities: Vec<Opportunity>,
    /// The statement.
    pub prose: Prose,
}

/// A time at which providers may come.
#[derive(Clone, Debug)]
pub struct Opportunity {
    /// The group, by index.
    pub group: usize,
    /// When.
    pub when: When,
    /// What there is.
    pub what: String,
}

impl ProviderAccess {
    /// The statement, once groups, year and team are known.
    pub fn new(
        form: ProviderAccessForm,
        prose: Prose,
        (groups, year, team): (&[Group], &AcademicYear, Option<&Team>),
        findings: &mut Findings,
    ) -> Self {
        if let (Some(contact), Some(team)) = (&form.contact, team)
            && team.with_role(contact.value).next().is_none()
        {
            let known = team.everybody().map(|person| person.form.role.word()).collect();
            findings.add(Problem::UnknownRole { value: contact.value.word().into(), known }, contact.place.clone());
        }
        let opportunities = form.opportunities.iter().filter_map(|said| {
            let group = resolve_one(&said.group, groups, findings);
            let when = year.understand(&said.when, findings);
            Some(Opportunity { group: group?, when: when?, what: said.what.clone() })
        });
        Self { opportunities: opportunities.collect(), form, prose }
    }
}

choice! {
    /// How employers and alumni can help.
    pub enum OfferKind {
        /// A talk.
        Talk "talk",
        /// A stall at a fair.
        Fair "fair",
        /// Mock interviews.
        MockInterviews "mock-interviews",
        /// A placement.
        Placement "placement",
        /// Mentoring.
        Mentoring "mentoring",
        /// A visit to the workplace.
        WorkplaceVisit "workplace-visit",
        /// Work on the curriculum.
        Curriculum "curriculum",
        /// Becoming a governor.
        Governor "governor",
        /// Materials and money.
        Resources "resources",
        /// Anything else.
        Other "other",
    }
}

record! {
    /// Ways to help.
    pub struct OffersForm {
        /// One entry a way.
        list offers: OfferForm;
    }
}

record! {
    /// A way in which employers or alumni can help.
    pub struct OfferForm {
        /// What it is called.
        required title: Text = "Give a careers talk";
        /// What sort of help it is.
        optional kind: OfferKind;
        /// How much time it takes.
        optional commitment: Text;
        /// The groups it is for; all if left out.
        optional groups: Groups;
        /// When, in your own words.
        optional when: Text;
        /// What it is.
        optional about: Text;
        /// What safeguarding asks for.
        optional checks: Text;
    }
}

/// A way to help.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What the file says.
    pub form: OfferForm,
    /// The groups it is for.
    pub groups: GroupSet,
}

impl Offer {
    /// A way to help, once the groups are known.
    pub fn new(form: OfferForm, groups: &[Group], findings: &mut Findings) -> Self {
        Self { groups: resolve(form.groups.as_ref(), groups, findings), form }
    }
}
