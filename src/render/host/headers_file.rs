//! `_headers` for Netlify and Cloudflare Pages. Both read it in the top folder, know the types of our files, show `404.html`
//! and have browsers ask for new pages. A header of two rules that match would be sent joined, so no two rules name one.

use super::settings::{HASHED_CACHE, HostSettings};

pub(super) fn text(settings: &HostSettings) -> String {
    let mut text = "# Written by Fingerpost. Netlify and Cloudflare Pages read this file.\n/*\n".to_owned();
    for (name, value) in settings.headers {
        text += &format!("  {name}: {value}\n");
    }
    text += &format!("  Content-Security-Policy: {}\n", settings.policy);
    text += &format!("/assets/*\n  Cache-Control: {HASHED_CACHE}\n");
    // Neither host is sure to know that calendars are text.
    text += "/calendars/*\n  Content-Type: text/calendar; charset=utf-8\n";
    text
}
