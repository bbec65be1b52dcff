//! `fingerpost check --external`: checks links to other websites, and caches the results.

use camino::Utf8Path;
use jiff::civil::Date;

use super::print;
use crate::check::links::ExternalLinks;
use crate::external::{LinkCache, LinkCacheFile, LinkResults, WebClient, check_links, report_results};
use crate::read::Sources;
use crate::report::Findings;

/// Checks the links that are due, and returns findings from these and from cached results.
pub(super) fn try_links(sources: &Sources, folder: &Utf8Path, today: Date) -> Findings {
    let cache_file = LinkCacheFile::of(folder);
    let cache = cache_file.read().unwrap_or_else(|trouble| {
        print::note(&format!("fingerpost: {trouble}.\n"));
        LinkCache::default()
    });
    let outward = ExternalLinks::of(sources);
    let due = cache.due(&outward, today);
    if !due.is_empty() {
        let links = if due.len() == 1 { "one link".to_owned() } else { format!("{} links", due.len()) };
        print::note(&format!(
            "Checking {links} to other websites. This takes a while, because Fingerpost pauses between requests …\n"
        ));
    }
    let heard = if due.is_empty() { Some(Default::default()) } else { check_links(&due, &WebClient::new_public()) };
    let unheard = if heard.is_none() { due.as_slice() } else { &[] };
    let updated = cache.clone().updated(heard.unwrap_or_default(), &outward, today);
    if updated != cache
        && let Err(trouble) = cache_file.write(&updated)
    {
        print::note(&format!("fingerpost: {trouble}.\n"));
    }
    let mut findings = Findings::default();
    report_results(&LinkResults { outward: &outward, cache: &updated, unheard }, &mut findings);
    findings
}
