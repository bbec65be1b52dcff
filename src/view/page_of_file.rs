//! Which page each content file is on.

use std::collections::HashMap;

use super::address::Address;
use super::folders::AudienceFolders;
use super::routes::{PageKind, plan_part, policy_address, translation_address};
use crate::programme::{Plan, Policy, Programme};
use crate::report::ContentPath;

pub(super) fn page_of_file(
    programme: &Programme,
    policies: &[&Policy],
    folders: &AudienceFolders,
) -> HashMap<ContentPath, Address> {
    let details = &programme.institution.details;
    let mut pages = HashMap::new();
    for kind in PageKind::ALL.iter().filter(|kind| **kind != PageKind::Evidence || details.publishes_evidence()) {
        for set in kind.page_of() {
            let files = match set.fixed_path() {
                // The site has the page whether or not there is the file.
                Some(path) if !set.makes_its_page() => vec![ContentPath::new(path)],
                _ => set.files(programme, None),
            };
            let is_left_out = match kind {
                PageKind::Benchmarks | PageKind::Destinations => !details.publishes_results(),
                PageKind::Feedback => !programme.publishes_feedback(),
                _ => false,
            };
            let page = if is_left_out { &PageKind::Evaluation } else { kind };
            pages.extend(files.into_iter().map(|file| (file, folders.place(page.address()))));
        }
    }
    let plans = programme.plans.iter().map(|plan| (plan.prose.path(), plan_address(plan, programme, folders)));
    let events = programme.events.iter().map(|event| (event.prose.path(), PageKind::Event.address_of(&event.id)));
    let further = programme.pages.iter().map(|page| (page.prose.path(), PageKind::FurtherPage.address_of(&page.id())));
    let policies = policies.iter().map(|policy| (policy.at.path(), policy_address(policy)));
    let translations = programme.translations.iter().map(|one| (one.prose.path(), translation_address(one)));
    let all = plans.chain(events).chain(further).chain(policies).chain(translations);
    pages.extend(all.map(|(path, address)| (path.clone(), address)));
    pages
}

/// A plan for one group is on the group's page for pupils. A plan for several groups is on the programme page.
fn plan_address(plan: &Plan, programme: &Programme, folders: &AudienceFolders) -> Address {
    let group = plan.groups.first().filter(|_| plan.of_one_group).and_then(|index| programme.groups.get(*index));
    group.map_or_else(
        || PageKind::Programme.address().part(&format!("part-{}", plan_part(plan))),
        |group| folders.place(PageKind::PupilGroup.address_of(&group.id)),
    )
}
