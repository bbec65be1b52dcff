//! `staticwebapp.config.json` for Azure Static Web Apps.

use serde_json::{Map, Value, json};

use super::settings::{CACHE, HASHED_CACHE, HostSettings, types};

pub(super) fn text(settings: &HostSettings) -> String {
    let mut headers: Map<String, Value> =
        settings.headers.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    headers.insert("Content-Security-Policy".to_owned(), settings.policy.clone().into());
    headers.insert("Cache-Control".to_owned(), CACHE.into());
    let types: Map<String, Value> = types().map(|(extension, name)| (format!(".{extension}"), name.into())).collect();
    let config = json!({
        "globalHeaders": headers,
        "routes": [{ "route": "/assets/*", "headers": { "Cache-Control": HASHED_CACHE } }],
        "mimeTypes": types,
        "responseOverrides": { "404": { "rewrite": "/404.html", "statusCode": 404 } },
    });
    format!("{config:#}\n")
}
