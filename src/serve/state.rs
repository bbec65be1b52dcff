//! State shared by all connections, and facts about one connection.

use std::sync::Arc;

use super::base_path::BasePath;
use super::dashboard::DashboardState;
use super::guard::AllowedHosts;
use super::lifetime::Lifetime;
use super::preview::Preview;
use super::previews::Previews;
use super::route::SitePath;
use super::secret::Secret;

pub(super) struct AppState {
    pub(super) previews: Previews,
    pub(super) base: BasePath,
    /// Only pages served by this run know it. They send it to open a file.
    pub(super) token: Secret,
    pub(super) dashboard: DashboardState,
    pub(super) lifetime: Arc<Lifetime>,
}

/// The other end of a connection.
#[derive(Clone)]
pub(super) struct Peer {
    /// The host names that requests on this connection may use.
    pub(super) hosts: Arc<AllowedHosts>,
    /// True if the connection began on this computer and came to a loopback address.
    pub(super) is_this_computer: bool,
}

impl AppState {
    pub(super) async fn preview(self: &Arc<Self>, path: &SitePath) -> Arc<Preview> {
        if let Some(draft) = &path.draft {
            // After a save there is none, and what was typed is in the site.
            return self.previews.draft(draft).unwrap_or_else(|| self.previews.latest());
        }
        let Some(day) = path.day else { return self.previews.latest() };
        let state = self.clone();
        // Building takes time and must not block other connections.
        let built = tokio::task::spawn_blocking(move || state.previews.for_day(day)).await;
        built.unwrap_or_else(|_| self.previews.latest())
    }
}
