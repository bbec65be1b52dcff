//! Finds out whether a cell may name a person.

use super::cells::AuditColumn;
use crate::framework::{Facts, has_contact_details};
use crate::text::{WrittenWord, first_names, has_titled_name, has_two_capitals};

/// True if a cell may name a person, or has an address, a telephone number or a number that identifies somebody.
/// Organisations have names of people too, so a first name alone is allowed where one is asked for.
pub(in crate::import) fn may_name_person(text: &str, column: AuditColumn, facts: &Facts) -> bool {
    let names = &facts.first_names;
    if has_contact_details(text) || has_titled_name(text, names) {
        return true;
    }
    match column {
        // A time or a length that can't be read is copied into the note for staff.
        AuditColumn::What | AuditColumn::Learn | AuditColumn::When | AuditColumn::Hours => has_first_name(text, facts),
        AuditColumn::Who => has_first_name(text, facts) || has_two_capitals(text, names) && !has_role(text, facts),
        AuditColumn::Groups | AuditColumn::With | AuditColumn::Question => false,
    }
}

/// True for a first name, unless the next word makes it the name of a place or a firm.
fn has_first_name(text: &str, facts: &Facts) -> bool {
    let names = &facts.first_names;
    let is_place = |next: WrittenWord<'_>| names.not_surnames.contains(&next.text.to_lowercase());
    first_names(text, names).any(|name| !name.next.is_some_and(is_place))
}

/// True if a text has a word such as “head” or “librarian”.
fn has_role(text: &str, facts: &Facts) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|ch: char| !ch.is_alphanumeric() && ch != '-');
    words.any(|word| facts.department_audit.roles.iter().any(|role| role == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_person_is_not_a_role_or_a_firm() {
        let facts = Facts::load().expect("the data files parse");
        for (text, column) in [
            ("Amelia helps in the shop", AuditColumn::What),
            ("Visit to Harris Academy where Amelia talked about it", AuditColumn::What),
            ("Harris Academy visit led by Zofia", AuditColumn::What),
            ("Adamant or Adam Street, ask Adam", AuditColumn::Learn),
            ("ask Zofia", AuditColumn::When),
            ("Zofia decides", AuditColumn::Hours),
            ("How Mr Tolworth became a vet", AuditColumn::Learn),
            ("ring 01632 960123", AuditColumn::With),
            ("Mrs Quillfeather of the bank", AuditColumn::With),
            ("Zofia Nowak-Bell", AuditColumn::Who),
            ("j.smith@ridgeway.example", AuditColumn::Who),
        ] {
            assert!(may_name_person(text, column, &facts), "{text}");
        }
        for (text, column) in [
            ("Visit to the Harris Academy fair", AuditColumn::What),
            ("Samples for the Sam Street market", AuditColumn::What),
            ("After mocks in May or June", AuditColumn::When),
            ("Head of Geography", AuditColumn::Who),
            ("Careers Champion, Science", AuditColumn::Who),
            ("SENDCo", AuditColumn::Who),
            ("St John Ambulance", AuditColumn::With),
            ("Amelia Bakery", AuditColumn::With),
        ] {
            assert!(!may_name_person(text, column, &facts), "{text}");
        }
    }
}
