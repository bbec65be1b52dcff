//! The settings files that a web host reads: headers, content types, caching and the page for missing addresses.
//!
//! One set of settings ([`HostSettings`]) is written in the format of the host that `host:` in `school.yaml` names. Other
//! hosts would show such a file to visitors, so a site has those of one host only.

mod apache;
mod azure;
mod caddy;
mod github_pages;
mod headers_file;
mod iis;
mod lighttpd;
mod nginx;
mod settings;

pub use settings::PAGE_POLICY;

use self::settings::HostSettings;
use super::output_file::OutputFile;
use crate::programme::Host;
use crate::view::Site;

/// The files of the site's host. `has_own_frame` is true if the school's theme replaces the page frame, and with it the
/// policy of pages.
pub(super) fn files(site: &Site<'_>, has_own_frame: bool) -> Vec<OutputFile> {
    let Some(host) = site.host else { return Vec::new() };
    let settings = HostSettings::new(site, has_own_frame);
    let file = |path: &str, text: String| OutputFile { path: path.into(), bytes: text.into_bytes() };
    match host {
        Host::GithubPages => github_pages::files(site.web_address.as_ref()),
        Host::Netlify | Host::CloudflarePages => vec![file("_headers", headers_file::text(&settings))],
        Host::AzureStatic => vec![file("staticwebapp.config.json", azure::text(&settings))],
        Host::Apache => vec![file(".htaccess", apache::text(&settings))],
        Host::Iis => vec![file("web.config", iis::text(&settings))],
        Host::Nginx => vec![file(nginx::FILE, nginx::text(&settings))],
        Host::Caddy => vec![file(caddy::FILE, caddy::text(&settings))],
        Host::Lighttpd => vec![file(lighttpd::FILE, lighttpd::text(&settings))],
        Host::GoogleDriveOrCms => Vec::new(),
    }
}
