//! Links: those of the finished pages to one another, and those of the content to other websites.
//!
//! Takes the files of the site in memory ([`Built`]); gives findings of links that lead nowhere, of
//! links that would not survive a copy to another place, and of pages that nobody can find. Our own
//! links are right by construction: what this catches is a school's own theme, and our mistakes.
//! Links to other websites ([`Outward`]) are gathered here and judged by what those answered; the
//! asking itself is done behind a [`Door`].

mod answers;
mod dead_link;
mod door;
mod duplicate_id;
mod intranet_link;
mod link_gone;
mod link_moved;
mod link_unsure;
mod lost_page;
mod memory;
mod outward;
mod page;
mod reach;
mod rooted_link;
mod survey;
mod target;
mod tour;
mod verdict;

use super::{Rule, rule};
pub use answers::Answers;
pub use door::{Answer, Door, Method, Reply, Silence};
pub use memory::{Memory, Remembered};
pub use outward::Outward;
pub use page::{Link, Page};
pub use reach::is_public;
pub use survey::{Built, Origin, Survey};
pub use tour::tour;
pub use verdict::{Doubt, Loss, Verdict};

pub(super) const RULES: &[Rule] = &[
    rule!("dead_link.rs", DeadLink, Pages: dead_link::check),
    rule!("rooted_link.rs", RootedLink, Pages: rooted_link::check),
    rule!("duplicate_id.rs", DuplicateId, Pages: duplicate_id::check),
    rule!("lost_page.rs", LostPage, Pages: lost_page::check),
    rule!("intranet_link.rs", IntranetLink, intranet_link::check),
    rule!("link_gone.rs", LinkGone, Answers: link_gone::check),
    rule!("link_moved.rs", LinkMoved, Answers: link_moved::check),
    rule!("link_unsure.rs", LinkUnsure, Answers: link_unsure::check),
];
