//! What should not leave the building.

mod contacts;
mod date_of_birth;
mod document_data;
mod document_unseen;
mod few_people;
mod identity;
mod name_beside_picture;
mod named_quote;
mod people;
mod personal_contact;
mod personal_number;
mod picture_data;
mod picture_permission;
mod sheet_of_people;
mod sheet_unseen;
mod small_number;

use super::{ContentRule, rule};

pub(super) const RULES: &[ContentRule] = &[
    rule!("sheet_of_people.rs", SheetOfPeople, sheet_of_people::check),
    rule!("sheet_unseen.rs", SheetUnseen, sheet_unseen::check),
    rule!("date_of_birth.rs", DateOfBirth, date_of_birth::check),
    rule!("personal_number.rs", PersonalNumber, personal_number::check),
    rule!("personal_contact.rs", PersonalContact, personal_contact::check),
    rule!("few_people.rs", FewPeople, few_people::check),
    rule!("named_quote.rs", NamedQuote, named_quote::check),
    rule!("small_number.rs", SmallNumber, small_number::check),
    rule!("name_beside_picture.rs", NameBesidePicture, name_beside_picture::check),
    rule!("picture_data.rs", PictureData, picture_data::check),
    rule!("picture_permission.rs", PicturePermission, picture_permission::check),
    rule!("document_data.rs", DocumentData, document_data::check),
    rule!("document_unseen.rs", DocumentUnseen, document_unseen::check),
];
