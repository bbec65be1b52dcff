//! `.htaccess` for Apache. The server reads it if it has `AllowOverride FileInfo` for the folder.

use super::settings::{CACHE, HASHED_CACHE, HostSettings, text_types, types};

pub(super) fn text(settings: &HostSettings) -> String {
    let mut text =
        "# Written by Fingerpost. Apache reads this file where `AllowOverride FileInfo` is set.\n".to_owned();
    for (extension, name) in types() {
        text += &format!("AddType {name} .{extension}\n");
    }
    text +=
        &format!("AddCharset utf-8 .{}\n", text_types().map(|(extension, _)| extension).collect::<Vec<_>>().join(" ."));
    text += &format!("ErrorDocument 404 {}\n", settings.missing_page());
    text += "<IfModule mod_alias.c>\nRedirectMatch 404 \"/\\.htaccess$\"\n</IfModule>\n";
    text += "<IfModule mod_setenvif.c>\n<IfModule mod_headers.c>\n";
    text += "SetEnvIf Request_URI \"/assets/[^/]+$\" HASHED_FILE\n";
    text += &format!("SetEnvIf Request_URI \"{}\" ACTIVE_FILE\n", settings.active_pattern());
    for (name, value) in settings.headers {
        text += &format!("Header always set {name} \"{value}\"\n");
    }
    text += &format!("Header always set Content-Security-Policy \"{}\" env=!ACTIVE_FILE\n", settings.policy);
    text += &format!("Header always set Content-Security-Policy \"{}\" env=ACTIVE_FILE\n", settings.active_policy);
    text += &format!("Header set Cache-Control \"{CACHE}\" env=!HASHED_FILE\n");
    text += &format!("Header set Cache-Control \"{HASHED_CACHE}\" env=HASHED_FILE\n");
    text += "</IfModule>\n</IfModule>\n";
    text
}
