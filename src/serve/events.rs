//! The stream that tells an open page what has changed.
//!
//! Each message says what the page should show now, whole: a browser that missed some, slept, or
//! found a server that was started anew, needs only the last one.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::channel::Channel;
use serde::Serialize;
use tokio::time::timeout;

use super::answer::{Desk, look};
use super::panel::{Asker, Panel, panel};
use super::preview::Preview;
use super::route::Spot;

/// How often a quiet stream shows that it is still there.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// What the page should show now.
#[derive(Serialize)]
struct Message<'a> {
    /// If this differs from the page's own, the page is to be loaded again.
    mark: String,
    /// If this differs, the style is to be changed.
    style: Option<&'a str>,
    panel: Panel<'a>,
}

/// The events for a page at a place. `may_edit` says whether it may have files opened.
pub(super) fn stream(desk: Arc<Desk>, spot: Spot, may_edit: bool) -> Channel<Bytes, Infallible> {
    let (mut sender, body) = Channel::new(1);
    let mut builds = desk.previews.subscribe();
    tokio::spawn(async move {
        // A browser that loses us asks again soon: the preview may only have been started anew.
        let mut text = "retry: 1000\n\n".to_owned();
        loop {
            builds.mark_unchanged();
            let preview = desk.preview(&spot).await;
            text.push_str(&message(&preview, &spot, &desk, may_edit));
            // The page has gone, or the preview ends.
            loop {
                if sender.send_data(std::mem::take(&mut text).into()).await.is_err() {
                    return;
                }
                match timeout(HEARTBEAT, builds.changed()).await {
                    Ok(Ok(())) => break,
                    Ok(Err(_)) => return,
                    Err(_) => text.push_str(": still here\n\n"),
                }
            }
        }
    });
    body
}

fn message(preview: &Preview, spot: &Spot, desk: &Desk, may_edit: bool) -> String {
    // Without the slash behind a folder's name no page of ours was loaded.
    let Some(look) = look(preview, spot) else { return String::new() };
    let asker = Asker {
        spot,
        page: look.file.as_deref(),
        base: desk.base.as_str(),
        token: may_edit.then_some(desk.token.as_str()),
    };
    let message =
        Message { mark: format!("{:016x}", look.mark), style: look.style.as_deref(), panel: panel(preview, &asker) };
    // A struct of texts, numbers and dates always has a JSON form, in one line.
    serde_json::to_string(&message).map(|json| format!("data: {json}\n\n")).unwrap_or_default()
}
