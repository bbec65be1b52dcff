//! What a server serves: the start page until a folder is open, and then its site.

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::dashboard::DashboardPages;
use super::host::SharedHost;
use super::lifetime::Lifetime;
use super::open_site::{OpenSite, SiteServer};
use super::options::ServeOptions;
use super::start::StartState;
use super::start_error::StartError;
use crate::framework::Facts;

pub(super) struct Served {
    site: OnceLock<OpenSite>,
    /// Held while a folder is opened, so that two requests can't open two.
    opening: Mutex<()>,
    pub(super) pages: Arc<DashboardPages>,
    /// `None` if the folder was named in the command.
    pub(super) start: Option<StartState>,
    pub(super) lifetime: Arc<Lifetime>,
    facts: Arc<Facts>,
}

impl Served {
    /// With no folder open yet. Fails if the system has no random numbers.
    pub(super) fn new(
        listeners: &[TcpListener],
        lifetime: Lifetime,
        facts: Facts,
        start: Option<StartState>,
    ) -> Result<(Self, SocketAddr), StartError> {
        let address = listeners.first().and_then(|first| first.local_addr().ok());
        let address = address.ok_or_else(|| StartError::System(std::io::ErrorKind::AddrNotAvailable.into()))?;
        let pages = DashboardPages::new(address.port(), lifetime.may_be_stopped()).map_err(StartError::System)?;
        let served = Self {
            site: OnceLock::new(),
            opening: Mutex::new(()),
            pages: Arc::new(pages),
            start,
            lifetime: Arc::new(lifetime),
            facts: Arc::new(facts),
        };
        Ok((served, address))
    }

    /// The open folder, if there is one.
    pub(super) fn site(&self) -> Option<&OpenSite> {
        self.site.get()
    }

    /// Opens a folder, unless one is open. Fails as [`OpenSite::open`] does.
    pub(super) fn open(&self, options: ServeOptions, host: SharedHost) -> Result<(), StartError> {
        let _opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if self.site.get().is_none() {
            let server =
                SiteServer { pages: self.pages.clone(), lifetime: self.lifetime.clone(), facts: self.facts.clone() };
            let site = OpenSite::open(options, server, host)?;
            // Nobody else can have set it meanwhile.
            let _ = self.site.set(site);
        }
        Ok(())
    }

    /// True if a form is half filled.
    pub(super) fn has_drafts(&self) -> bool {
        self.site().is_some_and(|site| site.state.dashboard.has_drafts())
    }
}
