//! Rules for personal data that should not be published.

mod contacts;
mod date_of_birth;
mod document_data;
mod document_unseen;
mod few_people;
mod inspected_sheet;
mod name_beside_picture;
mod named_condition;
mod named_quote;
mod personal_columns;
mod personal_contact;
mod personal_number;
mod picture_data;
mod picture_permission;
mod sheet_of_people;
mod sheet_unseen;
mod small_number;

use super::ContentCheck::{EachText, Site, SiteAndTexts, Texts};
use super::{ContentRule, rule};

pub(super) use inspected_sheet::InspectedSheet;
pub(super) use name_beside_picture::known_names;
pub(super) use personal_contact::known_contacts;
pub(super) use sheet_of_people::CODE as SHEET_OF_PEOPLE;

pub(super) const RULES: &[ContentRule] = &[
    rule!("sheet_of_people.rs", sheet_of_people::CODE, Site(sheet_of_people::check)),
    rule!("sheet_unseen.rs", sheet_unseen::CODE, Site(sheet_unseen::check)),
    rule!("date_of_birth.rs", date_of_birth::CODE, Texts(date_of_birth::prepare)),
    rule!("personal_number.rs", personal_number::CODE, EachText(personal_number::check)),
    rule!(
        "personal_contact.rs",
        personal_contact::CODE,
        SiteAndTexts(personal_contact::check, personal_contact::prepare)
    ),
    rule!("few_people.rs", few_people::CODE, Texts(few_people::prepare)),
    rule!("named_condition.rs", named_condition::CODE, Texts(named_condition::prepare)),
    rule!("named_quote.rs", named_quote::CODE, Site(named_quote::check)),
    rule!("small_number.rs", small_number::CODE, Site(small_number::check)),
    rule!(
        "name_beside_picture.rs",
        name_beside_picture::CODE,
        SiteAndTexts(name_beside_picture::check, name_beside_picture::prepare)
    ),
    rule!("picture_data.rs", picture_data::CODE, Site(picture_data::check)),
    rule!("picture_permission.rs", picture_permission::CODE, Site(picture_permission::check)),
    rule!("document_data.rs", document_data::CODE, Site(document_data::check)),
    rule!("document_unseen.rs", document_unseen::CODE, Site(document_unseen::check)),
];
