//! The event stream that keeps an open page up to date.
//!
//! Each message holds the complete state of the page, so a browser that missed some, slept, or was
//! reconnected to a restarted preview needs only the latest one.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::channel::Channel;
use serde::Serialize;
use tokio::time::timeout;

use super::lookup::resolve_page;
use super::panel::{Panel, PanelRequest, panel};
use super::preview::Preview;
use super::route::SitePath;
use super::state::AppState;

/// How often an idle stream sends a comment, which fails if the page was closed.
const HEARTBEAT: Duration = Duration::from_secs(15);

#[derive(Serialize)]
struct PageState<'a> {
    /// The page reloads if its own hash differs.
    content_hash: String,
    /// The page swaps its stylesheet if this differs.
    style: Option<&'a str>,
    panel: Panel<'a>,
}

/// Streams the state of the page at a path, with each build. `may_edit`: whether the page may open files.
pub(super) fn stream(state: Arc<AppState>, path: SitePath, may_edit: bool) -> Channel<Bytes, Infallible> {
    let (mut sender, body) = Channel::new(1);
    let mut builds = state.previews.subscribe();
    tokio::spawn(async move {
        // Browsers reconnect after this many milliseconds: the preview may only have been restarted.
        let mut text = "retry: 1000\n\n".to_owned();
        loop {
            state.lifetime.note_open_page();
            builds.mark_unchanged();
            text.push_str(&current_message(&state, &path, may_edit).await);
            loop {
                // An error means that the page was closed.
                if sender.send_data(std::mem::take(&mut text).into()).await.is_err() {
                    return;
                }
                match timeout(HEARTBEAT, builds.changed()).await {
                    Ok(Ok(())) => break,
                    Ok(Err(_)) => return,
                    Err(_) => {
                        state.lifetime.note_open_page();
                        text.push_str(": heartbeat\n\n");
                    }
                }
            }
        }
    });
    body
}

/// The message for the latest build. Doesn't keep the site, which would stay in memory until the next message.
async fn current_message(state: &Arc<AppState>, path: &SitePath, may_edit: bool) -> String {
    let preview = state.preview(path).await;
    message(&preview, path, state, may_edit)
}

fn message(preview: &Preview, path: &SitePath, app: &AppState, may_edit: bool) -> String {
    // A folder without its final slash is redirected, so no page can listen there.
    let Some(page) = resolve_page(preview, path) else { return String::new() };
    let request = PanelRequest {
        path,
        page: page.file.as_deref(),
        base: app.base.as_str(),
        token: may_edit.then(|| app.token.as_str()),
    };
    let state = PageState {
        content_hash: format!("{:016x}", page.content_hash),
        style: page.style.as_deref(),
        panel: panel(preview, &request),
    };
    // Serialising strings, numbers and dates can't fail, and gives one line.
    serde_json::to_string(&state).map(|json| format!("data: {json}\n\n")).unwrap_or_default()
}
