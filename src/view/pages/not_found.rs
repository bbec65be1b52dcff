//! Pages that are mostly text: further pages, policies, A to Z.

use serde::Serialize;

/// The page that a host shows for addresses that do not exist.
#[derive(Debug, Serialize)]
pub struct NotFoundPage {}
