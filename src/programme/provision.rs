//! What is offered and asked for: personal guidance, provider access, ways for employers to help.

use super::audience::Notes;
use super::findings::ContentProblem;
use super::format::{Day, Groups, InexactDate, Link, Located, RichText, Text, record, string_enum};
use super::group_names::{resolve, resolve_one};
use super::groups::{Group, GroupSet};
use super::person::Role;
use super::prose::Prose;
use super::resource::Film;
use super::team::Team;
use super::terms::AcademicYear;
use super::times::Times;
use super::year::WhenText;
use crate::report::{Findings, Place};

record! {
    /// Personal guidance (Benchmark 8). The text below the front matter gives the details.
    pub struct Guidance {
        /// What every pupil is entitled to.
        list entitlement: RichText as "Entitlement" of "point", prose;
        /// When meetings take place.
        optional when: Text, prose;
        /// How long a meeting takes, such as “40 minutes”.
        optional length: Text, prose;
        /// How to book.
        optional book: RichText as "How to book", prose;
        /// Where to book.
        optional booking: Link as "Where to book";
        /// When pupils can come without booking.
        optional drop_in: RichText as "Times without booking", prose;
        /// Who gives it, and their qualification.
        optional adviser: RichText, prose;
        /// How it is independent, impartial and in the pupil's best interests (Education Act 1997, section 42A).
        optional independent: RichText as "How it is independent", prose;
        /// Films about it.
        list films: Film;
        /// The day the text was last changed. Older translations show a note.
        optional updated: Located<Day> as "Text last changed";
        /// A note for each audience.
        flat notes: Notes => "Notes for each audience";
        /// The main text.
        body prose: Prose;
    }
}

record! {
    /// The provider access policy statement (Education Act 1997, section 42B). The text below the
    /// front matter is the statement itself.
    pub struct ProviderAccessData {
        /// Who to contact: a role in team.yaml.
        optional contact: Located<Role> as "Who to contact";
        /// How to ask for access.
        optional request: RichText as "How to ask for access", prose;
        /// When access is granted.
        optional granting: RichText as "When access is granted", prose;
        /// When it may be refused.
        optional refusing: RichText as "When it may be refused", prose;
        /// Rooms and equipment that a provider may use.
        optional premises: RichText, prose;
        /// What safeguarding requires.
        optional safeguarding: RichText, prose;
        /// How the duty of encounters in each key phase is met.
        optional duty: RichText as "How the duty is met", prose;
        /// The times when providers can come.
        list opportunities: OpportunityData;
        /// Providers who have come before.
        list past_providers: Text;
        /// How to complain.
        optional complaints: RichText as "How to complain", prose;
        /// Who approved the statement.
        optional approved_by: Text;
        /// When it was approved.
        optional approved_on: InexactDate;
        /// When it is next reviewed.
        optional next_review: Located<InexactDate>;
        /// The day the text was last changed. Older translations show a note.
        optional updated: Located<Day> as "Text last changed";
        /// The main text.
        body prose: Prose;
    }
}

record! {
    /// A time when providers can come.
    pub struct OpportunityData {
        /// The group.
        required group: Located<Text> = "year-8";
        /// When: all year, a term, a half-term, a month, a day, or several of these.
        list when: Located<WhenText> as "When" of "time";
        /// What providers can do then.
        required what: Text = "Assembly and stalls", prose, long;
    }
}

#[derive(Clone, Debug)]
pub struct ProviderAccess {
    /// A role that somebody in the team has.
    pub(crate) contact: Option<Located<Role>>,
    pub(crate) request: Option<RichText>,
    pub(crate) granting: Option<RichText>,
    pub(crate) refusing: Option<RichText>,
    pub(crate) premises: Option<RichText>,
    pub(crate) safeguarding: Option<RichText>,
    pub(crate) duty: Option<RichText>,
    pub(crate) opportunities: Vec<Opportunity>,
    pub(crate) past_providers: Vec<Text>,
    pub(crate) complaints: Option<RichText>,
    pub(crate) approved_by: Option<Text>,
    pub(crate) approved_on: Option<InexactDate>,
    pub(crate) next_review: Option<Located<InexactDate>>,
    pub(crate) updated: Option<Located<Day>>,
    pub(crate) prose: Prose,
}

/// A time when providers can come.
#[derive(Clone, Debug)]
pub(crate) struct Opportunity {
    /// By index.
    pub group: usize,
    pub times: Times,
    pub what: String,
}

impl ProviderAccess {
    /// The school years for which it lists opportunities.
    pub(crate) fn years(&self, groups: &[Group]) -> Vec<u8> {
        let groups = self.opportunities.iter().filter_map(|opportunity| groups.get(opportunity.group));
        groups.flat_map(|group| group.years.iter().copied()).collect()
    }

    /// Needs the groups, the year and the team.
    pub fn new(
        data: ProviderAccessData,
        (groups, year, team): (&[Group], &AcademicYear, Option<&Team>),
        findings: &mut Findings,
    ) -> Self {
        if let (Some(contact), Some(team)) = (&data.contact, team)
            && team.with_role(contact.value).next().is_none()
        {
            let known = team.everybody().map(|person| person.role.as_str()).collect();
            findings.add(
                ContentProblem::UnknownRole { value: contact.value.as_str().into(), known },
                contact.place.clone(),
            );
        }
        let opportunities = data.opportunities.iter().flat_map(|data| {
            let named = resolve_one(&data.group, groups, findings);
            let times = Times::read(&data.when, year, findings);
            let opportunity = |group| Opportunity { group, times: times.clone(), what: data.what.clone() };
            named.into_iter().map(opportunity).collect::<Vec<_>>()
        });
        Self {
            opportunities: opportunities.collect(),
            contact: data.contact,
            request: data.request,
            granting: data.granting,
            refusing: data.refusing,
            premises: data.premises,
            safeguarding: data.safeguarding,
            duty: data.duty,
            past_providers: data.past_providers,
            complaints: data.complaints,
            approved_by: data.approved_by,
            approved_on: data.approved_on,
            next_review: data.next_review,
            updated: data.updated,
            prose: data.prose,
        }
    }
}

string_enum! {
    pub enum OfferKind {
        Talk "talk",
        Fair "fair",
        MockInterviews "mock-interviews",
        Placement "placement",
        Mentoring "mentoring",
        WorkplaceVisit "workplace-visit",
        Curriculum "curriculum",
        Governor "governor",
        Resources "resources",
        Other "other",
    }
}

record! {
    /// Ways to help.
    pub struct OffersFile {
        /// One entry for each way to help.
        list offers: OfferData;
    }
}

record! {
    /// A way in which employers or alumni can help.
    pub struct OfferData {
        /// The title.
        required title: Text = "Give a careers talk", prose;
        /// The kind of help.
        optional kind: OfferKind;
        /// How much time it takes.
        optional commitment: Text, prose;
        /// The groups it is for. All groups if left out.
        optional groups: Groups;
        /// When, in your own words.
        optional when: Text, prose;
        /// A short description.
        optional about: RichText, prose;
        /// What safeguarding requires.
        optional checks: RichText, prose;
    }
}

#[derive(Clone, Debug)]
pub struct Offer {
    pub(crate) at: Place,
    pub(crate) title: Text,
    pub(crate) kind: Option<OfferKind>,
    pub(crate) commitment: Option<Text>,
    pub(crate) groups: GroupSet,
    pub(crate) when: Option<Text>,
    pub(crate) about: Option<RichText>,
    pub(crate) checks: Option<RichText>,
}

impl Offer {
    pub fn new(data: OfferData, groups: &[Group], findings: &mut Findings) -> Self {
        let OfferData { at, title, kind, commitment, groups: named, when, about, checks } = data;
        let groups = resolve(named.as_ref(), groups, findings);
        Self { at, title, kind, commitment, groups, when, about, checks }
    }
}
