//! Which page each content file is on.

use std::collections::HashMap;

use super::address::Address;
use super::folders::AudienceFolders;
use super::routes::{PageKind, policy_address, translation_address};
use crate::programme::{Plan, Policy, Programme};
use crate::report::ContentPath;

pub(super) fn page_of_file(
    programme: &Programme,
    policies: &[&Policy],
    folders: &AudienceFolders,
) -> HashMap<ContentPath, Address> {
    let mut pages = HashMap::new();
    for kind in PageKind::ALL {
        for set in kind.page_of() {
            let files = match set.fixed_path() {
                Some(path) => vec![ContentPath::new(path)],
                None => set.files(programme, None),
            };
            pages.extend(files.into_iter().map(|file| (file, folders.place(kind.address()))));
        }
    }
    if !programme.institution.details.publishes_results() {
        for kind in [PageKind::Benchmarks, PageKind::Feedback, PageKind::Destinations] {
            pages
                .values_mut()
                .filter(|page| **page == kind.address())
                .for_each(|page| *page = PageKind::Evaluation.address());
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
        || PageKind::Programme.address().part(&format!("part-{}", plan.prose.path().stem())),
        |group| folders.place(PageKind::PupilGroup.address_of(&group.id)),
    )
}
