//! Rules for personal data that should not be published.

mod contacts;
mod date_of_birth;
mod document_data;
mod document_unseen;
mod few_people;
mod name_beside_picture;
mod named_quote;
mod people;
mod personal_columns;
mod personal_contact;
mod personal_number;
mod picture_data;
mod picture_permission;
mod sheet_of_people;
mod sheet_unseen;
mod small_number;

use super::{ContentRule, rule};

pub(super) use sheet_of_people::CODE as SHEET_OF_PEOPLE;

pub(super) const RULES: &[ContentRule] = &[
    rule!("sheet_of_people.rs", sheet_of_people::CODE, sheet_of_people::check),
    rule!("sheet_unseen.rs", sheet_unseen::CODE, sheet_unseen::check),
    rule!("date_of_birth.rs", date_of_birth::CODE, date_of_birth::check),
    rule!("personal_number.rs", personal_number::CODE, personal_number::check),
    rule!("personal_contact.rs", personal_contact::CODE, personal_contact::check),
    rule!("few_people.rs", few_people::CODE, few_people::check),
    rule!("named_quote.rs", named_quote::CODE, named_quote::check),
    rule!("small_number.rs", small_number::CODE, small_number::check),
    rule!("name_beside_picture.rs", name_beside_picture::CODE, name_beside_picture::check),
    rule!("picture_data.rs", picture_data::CODE, picture_data::check),
    rule!("picture_permission.rs", picture_permission::CODE, picture_permission::check),
    rule!("document_data.rs", document_data::CODE, document_data::check),
    rule!("document_unseen.rs", document_unseen::CODE, document_unseen::check),
];
