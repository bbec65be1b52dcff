//! GitHub Pages: it reads no headers. Without `.nojekyll` it leaves out files whose names begin with `_`, and with a domain
//! of one's own, a site that is published from a branch needs the domain in `CNAME`.

use url::Url;

use crate::render::output_file::OutputFile;
use crate::view::WebAddress;

/// The domain that GitHub gives to sites without one of their own.
const OWN_DOMAIN: &str = ".github.io";

pub(super) fn files(web_address: Option<&WebAddress>) -> Vec<OutputFile> {
    let mut files = vec![OutputFile { path: ".nojekyll".into(), bytes: Vec::new() }];
    // A project in a folder of somebody's domain would take the domain from its own website.
    let address = web_address.filter(|address| address.is_root_of_host());
    let address = address.and_then(|address| Url::parse(address.as_str()).ok());
    if let Some(domain) = address.as_ref().and_then(Url::domain).filter(|domain| !domain.ends_with(OWN_DOMAIN)) {
        files.push(OutputFile { path: "CNAME".into(), bytes: format!("{domain}\n").into_bytes() });
    }
    files
}
