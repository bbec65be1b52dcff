//! `Caddyfile` for Caddy, which reads nothing by itself: the administrator imports it into the block of the website.
//!
//! Caddy applies the `header` lines that match in an order of its own, so no two of them set one header of a file.

use super::settings::{CACHE, HASHED_CACHE, HostSettings};
use crate::render::content_type::{CONTENT_TYPES, HTML};

pub(super) const FILE: &str = "Caddyfile";

pub(super) fn text(settings: &HostSettings) -> String {
    let base = &settings.base;
    let hashed = format!("path {base}assets/*");
    let (pattern, active) = (settings.base_pattern(), settings.active_pattern());
    let active = format!("path_regexp {pattern}.*{active}");
    let mut text = format!(
        "# Written by Fingerpost. Import this file into the block of your website in Caddy's own Caddyfile.\n\
         @careers_settings path {base}{FILE}\n\
         error @careers_settings 404\n\
         encode gzip\n\
         header {base}* {{\n"
    );
    for (name, value) in settings.headers {
        text += &format!("\t{name} \"{value}\"\n");
    }
    text += &format!(
        "}}\n\
         @careers_hashed {hashed}\n\
         header @careers_hashed Cache-Control \"{HASHED_CACHE}\"\n\
         @careers_fresh {{\n\tpath {base}*\n\tnot {hashed}\n}}\n\
         header @careers_fresh Cache-Control \"{CACHE}\"\n\
         @careers_active {active}\n\
         header @careers_active Content-Security-Policy \"{}\"\n\
         @careers_pages {{\n\tpath {base}*\n\tnot {active}\n}}\n\
         header @careers_pages Content-Security-Policy \"{}\"\n",
        settings.active_policy, settings.policy,
    );
    for (extension, content_type) in CONTENT_TYPES {
        text += &format!(
            "@careers_{extension} path_regexp {pattern}.*\\.{extension}$\nheader @careers_{extension} Content-Type \"{content_type}\"\n"
        );
    }
    text += &format!(
        "handle_errors {{\n\
         \t@careers_missing expression `{{http.error.status_code}} == 404 && {{http.request.orig_uri.path}}.startsWith(\"{base}\")`\n\
         \thandle @careers_missing {{\n\
         \t\trewrite * {}\n\
         \t\theader Content-Type \"{HTML}\"\n\
         \t\theader Content-Security-Policy \"{}\"\n\
         \t\tfile_server\n\
         \t}}\n\
         }}\n",
        settings.missing_page(),
        settings.policy,
    );
    text
}
