//! `lighttpd.conf` for lighttpd, which reads nothing by itself: the administrator includes it.

use super::settings::{CACHE, HASHED_CACHE, HostSettings};
use crate::render::content_type::CONTENT_TYPES;

pub(super) const FILE: &str = "lighttpd.conf";

pub(super) fn text(settings: &HostSettings) -> String {
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
    let (pattern, hashed, active) = (settings.base_pattern(), settings.hashed_pattern(), settings.active_pattern());
    // The last condition that is true decides about all headers.
    let conditions = [
        (pattern.clone(), headers(&settings.policy, CACHE)),
        (format!("{pattern}.*{active}"), headers(settings.active_policy, CACHE)),
        (hashed.clone(), headers(&settings.policy, HASHED_CACHE)),
        (format!("{hashed}.*{active}"), headers(settings.active_policy, HASHED_CACHE)),
    ];
    let conditions = conditions.map(|(pattern, headers)| format!("$HTTP[\"url\"] =~ \"{pattern}\" {{ {headers} }}"));
    format!(
        "# Written by Fingerpost. Include this file in the settings of lighttpd, after those of the server.\n\
         server.modules += ( \"mod_setenv\", \"mod_access\" )\n\
         $HTTP[\"url\"] =~ \"{pattern}\" {{\n\
         mimetype.assign = (\n{}\n)\n\
         index-file.names = ( \"index.html\" )\n\
         server.error-handler = \"{}\"\n\
         }}\n\
         $HTTP[\"url\"] =~ \"{pattern}{FILE}$\" {{ url.access-deny = ( \"\" ) }}\n\
         {}\n",
        types.join(",\n"),
        settings.missing_page(),
        conditions.join("\n"),
    )
}
