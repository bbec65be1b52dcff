//! `fingerpost check --external`: checks links to other websites, and caches the results.

use camino::Utf8Path;
use jiff::civil::Date;

use super::print;
use crate::check::links::ExternalLinks;
use crate::external::{LinkCache, LinkCacheFile, LinkResults, WebClient, check_links, report_results};
use crate::read::Sources;
use crate::report::Findings;

/// Checks the links that are due. Returns findings from their results and from cached ones.
pub(super) fn check_external_links(sources: &Sources, folder: &Utf8Path, today: Date) -> Findings {
    let cache_file = LinkCacheFile::of(folder);
    let cache = cache_file.read().unwrap_or_else(|error| {
        print::note(&format!("fingerpost: {error}.\n"));
        LinkCache::default()
    });
    let links = ExternalLinks::of(sources);
    let due = cache.due(&links, today);
    if !due.is_empty() {
        let count = if due.len() == 1 { "one link".to_owned() } else { format!("{} links", due.len()) };
        print::note(&format!(
            "Checking {count} to other websites. This takes a while, because Fingerpost pauses between requests …\n"
        ));
    }
    let verdicts = if due.is_empty() { Some(Default::default()) } else { check_links(&due, &WebClient::new_public()) };
    let unanswered = if verdicts.is_none() { due.as_slice() } else { &[] };
    let updated = cache.clone().updated(verdicts.unwrap_or_default(), &links, today);
    if updated != cache
        && let Err(error) = cache_file.write(&updated)
    {
        print::note(&format!("fingerpost: {error}.\n"));
    }
    let mut findings = Findings::default();
    report_results(&LinkResults { links: &links, cache: &updated, unanswered }, &mut findings);
    findings
}
