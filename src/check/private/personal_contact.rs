//! A private address or number is on the site. It is not the careers leader's: it belongs to a mail service that people
//! use at home, to a mobile telephone, or to somebody who is not in the team. The careers leader's contact details must
//! be public (School Information (England) Regulations 2008, Schedule 4, paragraph 15, as the guidance of 8 May 2025
//! names them); for everybody else, a role and a shared mailbox are enough. They stay right when people change, and
//! nobody gets messages at home. UK GDPR, Article 5, asks that personal data be limited to what is needed.
//!
//! Wrong:
//!
//! ```text
//! To help, write to bell.family@gmail.com or ring 07911 123456.
//! ```
//!
//! Right:
//!
//! ```text
//! To help, write to careers@ridgeway.example or ring 01632 960123.
//! ```

use std::collections::HashSet;

use super::contacts::{addresses, dialled, mobiles};
use crate::check::{KnownContacts, PageText, RuleInput, TextCheck, TextRuleInput};
use crate::framework::{Facts, has_contact_details};
use crate::programme::{PLACEHOLDER, Person, Programme, Role};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("personal-contact");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let known = known_contacts(input.programme);
    let contacts = PublicContacts::new(&known, input.facts);
    for person in input.programme.team.everybody().filter(|person| person.role != Role::CareersLeader) {
        contacts.check_person(person, findings);
    }
    // An answer can only be somebody's own address or number.
    for question in input.programme.surveys.iter().flat_map(|survey| &survey.questions) {
        if question.counts.labels().any(has_contact_details) {
            report(ContactProblem::Answer, &question.at, findings);
        }
    }
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let contacts = PublicContacts::new(&input.context.contacts, input.facts);
    TextCheck::each(move |text, findings| contacts.check_text(text, findings))
}

struct PublicContacts<'a> {
    facts: &'a Facts,
    public: &'a HashSet<String>,
    /// The hosts of the school's own addresses, without those that anybody can have an address at.
    hosts: HashSet<&'a str>,
}

/// The addresses and numbers of a school and its team.
pub(in crate::check) fn known_contacts(programme: &Programme) -> KnownContacts {
    let school = &programme.institution.details;
    let mut public = HashSet::new();
    let mut hosts = HashSet::new();
    let mut add_address = |address: &str, has_own_host: bool| {
        let address = address.to_lowercase();
        hosts.extend(address.split_once('@').filter(|_| has_own_host).map(|(_, host)| host.to_owned()));
        public.insert(address);
    };
    school.email.iter().for_each(|email| add_address(email.as_str(), true));
    for person in programme.team.everybody() {
        let has_own_host = person.role == Role::CareersLeader;
        person.email.iter().for_each(|email| add_address(email.value.as_str(), has_own_host));
    }
    public.extend(school.phone.iter().map(|phone| dialled(phone.as_str())));
    let phones = programme.team.everybody().filter_map(|person| person.phone.as_ref());
    public.extend(phones.map(|phone| dialled(phone.value.as_str())));
    KnownContacts { public, hosts }
}

impl<'a> PublicContacts<'a> {
    fn new(known: &'a KnownContacts, facts: &'a Facts) -> Self {
        let own = known.hosts.iter().filter(|host| !facts.privacy.webmail.domains.contains(*host));
        Self { facts, public: &known.public, hosts: own.map(String::as_str).collect() }
    }

    fn is_webmail(&self, address: &str) -> bool {
        let host = address.split_once('@').map(|(_, host)| host.to_lowercase());
        host.is_some_and(|host| self.facts.privacy.webmail.domains.contains(&host))
    }

    fn has_own_host(&self, address: &str) -> bool {
        address.split_once('@').is_some_and(|(_, host)| self.hosts.contains(host.to_lowercase().as_str()))
    }

    fn check_person(&self, person: &Person, findings: &mut Findings) {
        if let Some(email) = &person.email {
            let address = email.value.as_str();
            if self.is_webmail(address) {
                report(ContactProblem::Webmail, &email.place, findings);
            } else if self.has_own_host(address)
                && person.given_name.as_deref().is_some_and(|name| contains_name(address, name))
            {
                report(ContactProblem::OwnName, &email.place, findings);
            }
        }
        if let Some(phone) = &person.phone
            && !mobiles(phone.value.as_str(), &self.facts.privacy.mobile).is_empty()
        {
            report(ContactProblem::MobileOfTeam, &phone.place, findings);
        }
    }

    fn check_text(&self, text: &PageText, findings: &mut Findings) {
        let mobile = &self.facts.privacy.mobile;
        for passage in &text.passages {
            let words = text.text_of(passage);
            for span in addresses(words) {
                if let Some(problem) = words.get(span.clone()).and_then(|address| self.problem(address)) {
                    report(problem, &text.place_of(passage, &span), findings);
                }
            }
            for (digits, span) in mobiles(words, mobile) {
                if !self.public.contains(&digits) {
                    report(ContactProblem::Mobile, &text.place_of(passage, &span), findings);
                }
            }
        }
        // An address that is shown was already checked.
        for link in &text.links {
            let is_shown = |address: &str| link.words.replace(' ', "").contains(address);
            let mail = link.target.strip_prefix("mailto:").and_then(|rest| rest.split('?').next());
            let addresses = mail.into_iter().flat_map(|addresses| addresses.split(',')).map(str::trim);
            for problem in addresses.filter(|address| !is_shown(address)).filter_map(|address| self.problem(address)) {
                report(problem, &text.place(&link.span), findings);
            }
            if let Some(number) = link.target.strip_prefix("tel:")
                && let Some((digits, _)) = mobiles(number, mobile).pop()
                && mobiles(&link.words, mobile).is_empty()
                && !self.public.contains(&digits)
            {
                report(ContactProblem::Mobile, &text.place(&link.span), findings);
            }
        }
    }

    fn problem(&self, address: &str) -> Option<ContactProblem> {
        if self.public.contains(&address.to_lowercase()) {
            return None;
        }
        if self.is_webmail(address) {
            return Some(ContactProblem::Webmail);
        }
        (self.has_own_host(address) && self.is_named(address)).then_some(ContactProblem::NotInTeam)
    }

    /// True for amelia.bell@ and a.bell@, but not for sixth.form@.
    fn is_named(&self, address: &str) -> bool {
        let name = address.split('@').next().unwrap_or_default().to_lowercase();
        let Some((first, last)) = name.split_once(['.', '_']) else { return false };
        let has_name_chars = |part: &str| part.chars().all(|ch| ch.is_alphabetic() || ch == '-');
        let is_first = first.chars().count() == 1 || self.facts.first_names.names.contains(first);
        is_first && has_name_chars(first) && has_name_chars(last) && last.chars().count() > 2
    }
}

/// True if an address contains a person's last name, or is their first name.
fn contains_name(address: &str, name: &str) -> bool {
    if name.starts_with(PLACEHOLDER) {
        return false;
    }
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    let name = name.to_lowercase();
    let last = name.rsplit([' ', '-']).next().unwrap_or_default();
    // A short name may be part of any word.
    let has_last = last.chars().count() > 3 && local.contains(last);
    has_last || local.split(['.', '_', '-']).any(|part| name.split([' ', '-']).any(|known| known == part))
}

#[derive(Clone, Copy)]
enum ContactProblem {
    Webmail,
    Mobile,
    MobileOfTeam,
    NotInTeam,
    OwnName,
    Answer,
}

fn report(problem: ContactProblem, place: &Place, findings: &mut Findings) {
    let (severity, message, help) = match problem {
        ContactProblem::Webmail => (
            Severity::Should,
            "this is a private e-mail address",
            "Use a work address instead: the school's, the firm's, or a shared mailbox.",
        ),
        ContactProblem::Mobile => (
            Severity::Should,
            "this is a mobile number",
            "If it is a private number, use the school's or the firm's number. If it is the careers leader's, add it to \
             team.yaml.",
        ),
        ContactProblem::MobileOfTeam => (
            Severity::Should,
            "this is a mobile number",
            "If it is a private number, use the school's, or leave it out: an email address is enough.",
        ),
        ContactProblem::NotInTeam => (
            Severity::Should,
            "this is the address of somebody who is not in team.yaml",
            "Use a shared mailbox, such as the careers leader's. If the person is in the team, add them to team.yaml.",
        ),
        ContactProblem::Answer => (
            Severity::Must,
            "an answer in this survey is somebody's address or number",
            "Remove it from `counts`, or count it with other answers as “Another answer”.",
        ),
        ContactProblem::OwnName => (
            Severity::Could,
            "this address belongs to one person",
            "A shared mailbox for the role stays right when people change. The law only asks for \
             the careers leader's own address.",
        ),
    };
    findings.advise(Advice { code: CODE, severity, message: message.into(), help: help.into() }, place.clone());
}

#[cfg(test)]
mod tests {
    use super::contains_name;

    #[test]
    fn address_with_a_name_is_recognised() {
        for (address, name) in [
            ("l.farrowmere@r.example", "Miss Leila Farrowmere"),
            ("lfarrowmere@r.example", "Leila Farrowmere"),
            ("leila@r.example", "Leila Farrowmere"),
        ] {
            assert!(contains_name(address, name), "{address}");
        }
        for (address, name) in [
            ("careers@r.example", "[Write the careers adviser's name]"),
            ("send@r.example", "Leila Farrowmere"),
            ("drama@r.example", "Dr Ama Li"),
        ] {
            assert!(!contains_name(address, name), "{address}");
        }
    }
}
