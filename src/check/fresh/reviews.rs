//! The days by which statements and policies are reviewed.

use crate::programme::Programme;
use crate::programme::format::{InexactDate, Located};

/// What each document is called, and its next review.
pub(super) fn document_reviews(programme: &Programme) -> impl Iterator<Item = (&str, &Located<InexactDate>)> {
    let statement =
        programme.provider_access.iter().map(|access| ("the provider access statement", &access.next_review));
    let policies = programme.policies.iter().map(|policy| (policy.title.as_str(), &policy.next_review));
    let accessibility = programme.institution.details.accessibility.iter();
    let accessibility = accessibility.map(|statement| ("the accessibility statement", &statement.next_review));
    let documents = statement.chain(accessibility).chain(policies);
    documents.filter_map(|(title, next)| Some((title, next.as_ref()?)))
}
