//! The page that builds the site.

use std::time::Duration;

use hyper::Response;
use hyper::header::{HeaderName, HeaderValue};
use serde::Serialize;
use tokio::time::timeout;

use super::build_job::BuildStatus;
use super::request::PageRequest;
use crate::report::unwritten_files;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;

/// Most builds end in this time, and then no progress is shown.
const SHORT_BUILD: Duration = Duration::from_millis(1500);

#[derive(Debug, Serialize)]
struct BuildPage<'a> {
    status: BuildStatus,
    out: &'a str,
    /// True if there is a site that can be downloaded.
    has_site: bool,
    /// How many files still have texts that a new site comes with.
    unwritten: usize,
}

/// Starts a build, unless one is running.
pub(super) async fn start(request: &PageRequest) -> Response<ResponseBody> {
    if request.state.dashboard.build.begin() {
        let state = request.state.clone();
        let build = tokio::task::spawn_blocking(move || {
            let out = &state.dashboard.out;
            state.dashboard.build.run(|progress| state.previews.publish(out, progress));
        });
        // The build goes on if this time is over.
        let _ = timeout(SHORT_BUILD, build).await;
    }
    see_other(&format!("{DASHBOARD_ROOT}build"))
}

pub(super) fn page(request: &PageRequest) -> Response<ResponseBody> {
    let dashboard = &request.state.dashboard;
    let (status, out) = (dashboard.build.status(), &dashboard.out);
    let (title, is_running) = match &status {
        BuildStatus::NotStarted => ("Build the site", false),
        BuildStatus::Running { .. } => ("The site is being built", true),
        BuildStatus::Ended(result) if result.is_published => ("The site is built", false),
        BuildStatus::Ended(_) => ("The site could not be built", false),
    };
    let page = BuildPage {
        status,
        out: out.as_str(),
        has_site: !crate::published_files(out).is_empty(),
        unwritten: unwritten_files(&request.preview.findings).len(),
    };
    let mut response = request.page(("build.html", title), &page);
    if is_running {
        response.headers_mut().insert(HeaderName::from_static("refresh"), HeaderValue::from_static("1"));
    }
    response
}
