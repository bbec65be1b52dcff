//! Starts and stops the program that pages talk to.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::Poll;
use std::thread::JoinHandle;

use camino::Utf8Path;
use tokio::runtime;

use super::host::SharedHost;
use super::lifetime::{EndOnPanic, Ended, Lifetime};
use super::listen::{listen, serve};
use super::options::{ServeOptions, StartOptions};
use super::served::Served;
use super::start::{SharedStartHost, StartState, open_typed};
use super::start_error::StartError;
use super::watch::WatchMode;
use crate::AudiencePage;
use crate::framework::Facts;
use crate::programme::Audience;

/// A running server. Dropping it stops it.
pub struct Server {
    address: SocketAddr,
    /// Of the first build.
    audience_pages: Vec<AudiencePage>,
    served: Arc<Served>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Builds the site in memory, then serves it and rebuilds it with each change. Fails if the content folder can't be read,
    /// or the requested port or address can't be used.
    pub fn start(options: ServeOptions, facts: Facts, host: SharedHost) -> Result<Self, StartError> {
        let listeners = listen(options.port, options.phone)?;
        let (served, address) = Served::new(&listeners, Lifetime::new(options.idle), facts, None)?;
        served.open(options, host)?;
        Self::run(served, address, listeners)
    }

    /// Serves a page on which somebody chooses a content folder or makes a new one, and then that. Fails if the requested
    /// port can't be used.
    pub fn start_page(options: StartOptions, facts: Facts, host: SharedStartHost) -> Result<Self, StartError> {
        let listeners = listen(options.port, None)?;
        let lifetime = Lifetime::new(Some(options.idle));
        let (served, address) = Served::new(&listeners, lifetime, facts, Some(StartState::new(options, host)))?;
        Self::run(served, address, listeners)
    }

    fn run(served: Served, address: SocketAddr, listeners: Vec<std::net::TcpListener>) -> Result<Self, StartError> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(StartError::System)?;
        let site = served.site().and_then(|site| site.state.previews.latest().site.clone());
        let audience_pages = site.map_or_else(Vec::new, |site| site.audience_pages().to_vec());
        let served = Arc::new(served);
        let on_thread = served.clone();
        let thread = std::thread::spawn(move || {
            let _end = EndOnPanic(&on_thread.lifetime);
            runtime.block_on(serve(listeners, on_thread.clone()));
            runtime.shutdown_background();
        });
        Ok(Self { address, audience_pages, served, thread: Some(thread) })
    }

    /// Opens a content folder, as somebody does on the start page. The error is a sentence for people.
    pub fn open_folder(&self, folder: &Utf8Path) -> Result<(), String> {
        // A server without a start page has an open folder.
        self.served.start.as_ref().map_or(Ok(()), |start| open_typed(&self.served, start, folder.as_str()))
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The path of an audience's first page from the site's root. `None` if there is no site.
    pub fn page_of(&self, audience: Audience) -> Option<&str> {
        self.audience_pages.iter().find(|page| page.audience == audience).map(|page| page.path.as_str())
    }

    /// How changes of the open folder are noticed. `None` if no folder is open.
    pub fn watch_mode(&self) -> Option<&WatchMode> {
        self.served.site().map(|site| &site.watch_mode)
    }

    /// Waits for Ctrl-C or until the program ends by itself, then stops. Fails if the system can't report Ctrl-C, or a part
    /// of the program fails.
    pub fn until_ended(self) -> io::Result<Ended> {
        let ended = runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
            let mut pressed = std::pin::pin!(tokio::signal::ctrl_c());
            let mut ended = std::pin::pin!(self.served.lifetime.ended());
            poll_fn(|context| match (pressed.as_mut().poll(context), ended.as_mut().poll(context)) {
                (Poll::Ready(Err(error)), _) => Poll::Ready(Err(error)),
                (Poll::Ready(Ok(())), _) => Poll::Ready(Ok(Ended::Requested)),
                (_, Poll::Ready(ended)) => Poll::Ready(Ok(ended)),
                _ => Poll::Pending,
            })
            .await
        })?;
        if ended == Ended::Failed {
            return Err(io::Error::other(
                "a build failed unexpectedly. This is a fault in Fingerpost, not in your files: please report it",
            ));
        }
        Ok(ended)
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.served.lifetime.end(Ended::Requested);
        if let Some(site) = self.served.site() {
            site.close();
        }
        // A thread that panicked has ended too.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}
