//! The page that stops the program.

use std::sync::Arc;
use std::time::Duration;

use hyper::Response;
use tokio::time::sleep;

use super::page::Frame;
use super::pages::DashboardPages;
use super::request::PageRequest;
use crate::serve::lifetime::{Ended, Lifetime};
use crate::serve::response::ResponseBody;

/// How long the last page has to load its style.
const LAST_RESPONSES: Duration = Duration::from_secs(1);

/// Stops the program, unless only its terminal ends it.
pub(super) fn stop(request: &PageRequest) -> Response<ResponseBody> {
    let lifetime = &request.state.lifetime;
    if lifetime.may_be_stopped() { stopped(&request.state.dashboard.pages, lifetime) } else { request.not_found() }
}

/// Stops the program once its last page has been shown.
pub(in crate::serve) fn stopped(pages: &DashboardPages, lifetime: &Arc<Lifetime>) -> Response<ResponseBody> {
    let lifetime = lifetime.clone();
    tokio::spawn(async move {
        sleep(LAST_RESPONSES).await;
        lifetime.end(Ended::Requested);
    });
    let title = "Fingerpost has stopped".to_owned();
    pages.render("stopped.html", Frame { title, ..Frame::default() }, &())
}
