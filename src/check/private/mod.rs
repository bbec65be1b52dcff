//! What should not leave the building.

mod name_beside_picture;

use super::{Rule, rule};

pub(super) const RULES: &[Rule] = &[rule!("name_beside_picture.rs", NameBesidePicture, name_beside_picture::check)];
