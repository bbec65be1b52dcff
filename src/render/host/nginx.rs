//! `nginx.conf` for nginx, which reads nothing by itself: the administrator includes it in a `server` block.
//!
//! Everything is in one location, because a location with a header of its own loses those around it.

use super::settings::{CACHE, HASHED_CACHE, HostSettings, text_types, types};

pub(super) const FILE: &str = "nginx.conf";

pub(super) fn text(settings: &HostSettings) -> String {
    let base = &settings.base;
    let mut text = format!(
        "# Written by Fingerpost. Include this file in the server block of nginx.\n\
         location {base} {{\n\
         \x20   index index.html;\n\
         \x20   error_page 404 {};\n\
         \x20   if ($uri ~ \"/({FILE}|\\.[^/]+)$\") {{ return 404; }}\n\
         \x20   set $careers_cache \"{CACHE}\";\n\
         \x20   if ($uri ~ \"{}\") {{ set $careers_cache \"{HASHED_CACHE}\"; }}\n\
         \x20   set $careers_policy \"{}\";\n\
         \x20   if ($uri ~ \"{}\") {{ set $careers_policy \"{}\"; }}\n\
         \x20   add_header Cache-Control $careers_cache;\n\
         \x20   add_header Content-Security-Policy $careers_policy always;\n",
        settings.missing_page(),
        settings.hashed_pattern(),
        settings.policy,
        settings.active_pattern(),
        settings.active_policy,
    );
    for (name, value) in settings.headers {
        text += &format!("    add_header {name} \"{value}\" always;\n");
    }
    text += "    types {\n";
    for (extension, name) in types() {
        text += &format!("        {name} {extension};\n");
    }
    text += "    }\n    charset utf-8;\n";
    // nginx has pages in both lists anyway.
    let texts = text_types().map(|(_, name)| name).filter(|name| *name != "text/html");
    let texts = texts.collect::<Vec<_>>().join(" ");
    text += &format!("    charset_types {texts};\n    gzip on;\n    gzip_types {texts};\n}}\n");
    text
}
