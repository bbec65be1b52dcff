//! A person of the team, and what they do.

use super::findings::ContentProblem;
use super::format::{Email, Groups, Link, Located, Phone, RichText, Text, record, string_enum};
use super::group_names::resolve;
use super::groups::{Group, GroupSet};
use crate::report::{Findings, Place, Subject};

string_enum! {
    /// What somebody does for the careers programme.
    pub enum Role {
        CareersLeader "careers-leader",
        DeputyCareersLeader "deputy-careers-leader",
        CareersAdviser "careers-adviser",
        Headteacher "headteacher",
        SeniorLeaderLink "senior-leader-link" as "Senior leader for careers",
        LinkGovernor "link-governor" as "Link governor for careers",
        Sendco "sendco" as "SENDCo",
        WorkExperienceCoordinator "work-experience-coordinator",
        CareersCoordinator "careers-coordinator",
        CareersChampion "careers-champion",
        TransitionLead "transition-lead",
        EnterpriseAdviser "enterprise-adviser",
        EnterpriseCoordinator "enterprise-coordinator",
        CareersAdministrator "careers-administrator",
        Other "other",
    }
}

impl Role {
    pub fn title(self) -> &'static str {
        match self {
            Self::CareersLeader => "Careers leader",
            Self::DeputyCareersLeader => "Deputy careers leader",
            Self::CareersAdviser => "Careers adviser",
            Self::Headteacher => "Headteacher",
            Self::SeniorLeaderLink => "Senior leader for careers",
            Self::LinkGovernor => "Link governor for careers",
            Self::Sendco => "SENDCo",
            Self::WorkExperienceCoordinator => "Work experience coordinator",
            Self::CareersCoordinator => "Careers coordinator",
            Self::CareersChampion => "Careers champion",
            Self::TransitionLead => "Transition lead",
            Self::EnterpriseAdviser => "Enterprise adviser",
            Self::EnterpriseCoordinator => "Enterprise coordinator",
            Self::CareersAdministrator => "Careers administrator",
            Self::Other => "Team member",
        }
    }
}

record! {
    /// A person, or a role with a shared mailbox.
    pub struct PersonData {
        /// What they do.
        required role: Role = "careers-leader";
        /// Their name. Leave it out for a vacancy, and the site shows only the role.
        optional name: Text;
        /// Their job title, instead of the usual name of the role.
        optional title: Text as "Job title", prose;
        /// A work email address. A shared mailbox is best for everybody but the careers leader.
        optional email: Located<Email>;
        /// A work telephone number.
        optional phone: Located<Phone>;
        /// The days they work, for a job share.
        optional days: Text => "When and how to reach them";
        /// A few words about them.
        optional about: RichText, prose;
        /// Their qualifications.
        list qualifications: Text => "What they do";
        /// Where to book a time with them.
        optional booking: Link as "Where to book" => "When and how to reach them";
        /// The groups they look after.
        optional groups: Groups => "What they do";
        /// What to ask them about.
        list ask_about: RichText as "What to ask about" of "topic", prose => "What they do";
        /// To whom they answer: the role or the name of another person of the team, such as `senior-leader-link`.
        optional reports_to: Located<Text> as "Answers to" => "Who they answer to, and for what";
        /// What they are responsible for.
        list responsible_for: RichText as "Responsible for" of "duty", prose => "Who they answer to, and for what";
        /// How much time they have for careers, as you say it: two days a week.
        optional time: Text as "Time for careers", prose => "Who they answer to, and for what";
        /// Yes for a member of the senior leadership team. Not needed for a headteacher or the senior leader for careers.
        optional senior_leader: bool as "In the senior leadership team" => "Who they answer to, and for what";
    }
}

#[derive(Clone, Debug)]
pub struct Person {
    pub(crate) at: Place,
    pub(crate) role: Role,
    /// Their name; `None` for a vacancy or a shared mailbox.
    pub(crate) given_name: Option<Text>,
    /// Their own title, in place of the role's usual name.
    pub(crate) own_title: Option<Text>,
    pub(crate) email: Option<Located<Email>>,
    pub(crate) phone: Option<Located<Phone>>,
    pub(crate) days: Option<Text>,
    pub(crate) about: Option<RichText>,
    pub(crate) qualifications: Vec<Text>,
    pub(crate) booking: Option<Link>,
    /// The groups they look after; empty if the file names none.
    pub(crate) groups: GroupSet,
    pub(crate) ask_about: Vec<RichText>,
    pub(crate) responsible_for: Vec<RichText>,
    /// How much time they have for careers, in the school's words.
    pub(crate) time: Option<Text>,
    /// What the file, or else their role, says about whether they are in the senior leadership team.
    pub(crate) is_senior: Option<bool>,
}

impl Person {
    pub(super) fn new(data: PersonData, groups: &[Group], findings: &mut Findings) -> Self {
        let groups = match &data.groups {
            None => Vec::new(),
            named => resolve(named.as_ref(), groups, findings),
        };
        if data.role == Role::Other && data.title.is_none() {
            let problem = ContentProblem::MissingKey { key: "title", example: "title: Head of Year 9".into() };
            findings.add_needing(problem, data.at.clone(), [Subject::key(&data.at, "title")]);
        }
        let is_senior_role = matches!(data.role, Role::Headteacher | Role::SeniorLeaderLink);
        Self {
            at: data.at,
            role: data.role,
            given_name: data.name,
            own_title: data.title,
            email: data.email,
            phone: data.phone,
            days: data.days,
            about: data.about,
            qualifications: data.qualifications,
            booking: data.booking,
            groups,
            ask_about: data.ask_about,
            responsible_for: data.responsible_for,
            time: data.time,
            is_senior: data.senior_leader.or(is_senior_role.then_some(true)),
        }
    }

    /// Their own title, or the role's usual name.
    pub fn title(&self) -> &str {
        self.own_title.as_deref().unwrap_or(self.role.title())
    }

    /// Their name or, without one, the role.
    pub fn name(&self) -> &str {
        self.given_name.as_deref().unwrap_or_else(|| self.title())
    }
}
