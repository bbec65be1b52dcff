//! `lighttpd.conf` for lighttpd, which reads nothing by itself: the administrator includes it.

use super::settings::{CACHE, HASHED_CACHE, HostSettings};
use crate::render::content_type::CONTENT_TYPES;

pub(super) const FILE: &str = "lighttpd.conf";

pub(super) fn text(settings: &HostSettings) -> String {
    let base = &settings.base;
    let types: Vec<String> =
        CONTENT_TYPES.iter().map(|(extension, name)| format!("    \".{extension}\" => \"{name}\"")).collect();
    let common: Vec<String> =
        settings.headers.iter().map(|(name, value)| format!("\"{name}\" => \"{value}\"")).collect();
    let common = common.join(", ");
    let headers = |policy: &str, cache: &str| {
        format!(
            "setenv.set-response-header = ({common}, \"Content-Security-Policy\" => \"{policy}\", \"Cache-Control\" => \"{cache}\")"
        )
    };
    format!(
        "# Written by Fingerpost. Include this file in the settings of lighttpd, after those of the server.\n\
         server.modules += ( \"mod_setenv\", \"mod_access\" )\n\
         $HTTP[\"url\"] =~ \"^{base}\" {{\n\
         mimetype.assign = (\n{}\n)\n\
         index-file.names = ( \"index.html\" )\n\
         server.error-handler = \"{}\"\n\
         $HTTP[\"url\"] =~ \"^{base}{FILE}$\" {{ url.access-deny = ( \"\" ) }}\n\
         {}\n\
         $HTTP[\"url\"] =~ \"^{}\" {{ {} }}\n\
         $HTTP[\"url\"] =~ \"\\.({})$\" {{ {} }}\n\
         }}\n",
        types.join(",\n"),
        settings.missing_page(),
        headers(&settings.policy, CACHE),
        settings.hashed_folder(),
        headers(&settings.policy, HASHED_CACHE),
        settings.active_extensions.join("|"),
        headers(settings.active_policy, CACHE),
    )
}
