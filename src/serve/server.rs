//! Starts and stops the preview, and accepts its connections.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, SocketAddrV4, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::runtime;
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

use super::dashboard::DashboardState;
use super::guard::AllowedHosts;
use super::host::SharedHost;
use super::options::ServeOptions;
use super::previews::{PreviewSource, Previews};
use super::respond::respond;
use super::secret::Secret;
use super::start_error::StartError;
use super::state::{AppState, Peer};
use super::watch::{WatchEvent, WatchMode, WatchStopper, Watcher};
use crate::AudiencePage;
use crate::framework::Facts;
use crate::programme::Audience;

/// Ports to try first, so that open pages find a restarted preview at its old address.
const DEFAULT_PORTS: std::ops::Range<u16> = 4700..4710;
/// How often to check whether a thread of the preview has panicked.
const CHECK_INTERVAL: Duration = Duration::from_secs(1);
/// How long a client may take to send the head of a request, and how long a connection may be idle.
const HEADER_TIMEOUT: Duration = Duration::from_secs(10);
/// In bytes.
const MAX_REQUEST_HEAD: usize = 16 * 1024;

/// A running preview. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    /// Of the first build.
    audience_pages: Vec<AudiencePage>,
    watch_mode: WatchMode,
    stopper: WatchStopper,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Builds the site in memory, then serves it and rebuilds it with each change. Fails if the content folder can't be read,
    /// or the requested port or address can't be used.
    pub fn start(options: ServeOptions, facts: Facts, host: SharedHost) -> Result<Self, StartError> {
        let folder = options.folder.canonicalize_utf8().unwrap_or_else(|_| options.folder.clone());
        let listeners = listen(&options)?;
        // Watching starts before the first build, so that no change in between is missed.
        let watcher = Watcher::start(&folder, options.poll);
        let out = options.out.clone().unwrap_or_else(|| folder.join("site"));
        let source = PreviewSource { folder, facts, today: options.today };
        let previews = Previews::new(source, host).map_err(StartError::UnreadableFolder)?;
        let address = listeners.first().and_then(|first| first.local_addr().ok());
        let address = address.ok_or_else(|| StartError::System(io::ErrorKind::AddrNotAvailable.into()))?;
        let token = Secret::random().map_err(StartError::System)?;
        let dashboard = DashboardState::new(address.port(), previews.folder(), out).map_err(StartError::System)?;
        let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(StartError::System)?;
        let state = Arc::new(AppState { previews, base: options.base, token, dashboard });
        let (watch_mode, stopper) = (watcher.mode().clone(), watcher.stopper());
        let rebuilt_state = state.clone();
        let site = state.previews.latest().site.clone();
        let audience_pages = site.map_or_else(Vec::new, |site| site.audience_pages().to_vec());
        // When watching ends, even by a panic, the sender is dropped and serving ends too: a preview that no longer
        // follows the files would mislead.
        let (running, ended) = oneshot::channel::<()>();
        let rebuilder = std::thread::spawn(move || {
            rebuild_on_changes(watcher, &rebuilt_state);
            drop(running);
        });
        let server = std::thread::spawn(move || {
            runtime.block_on(serve(listeners, state, ended));
            runtime.shutdown_background();
        });
        Ok(Self { address, audience_pages, watch_mode, stopper, threads: vec![rebuilder, server] })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The path of an audience's first page from the site's root. `None` if there is no site.
    pub fn page_of(&self, audience: Audience) -> Option<&str> {
        self.audience_pages.iter().find(|page| page.audience == audience).map(|page| page.path.as_str())
    }

    pub fn watch_mode(&self) -> &WatchMode {
        &self.watch_mode
    }

    /// Waits for Ctrl-C, then stops. Fails if the system can't report Ctrl-C, or the preview ends first.
    pub fn until_ctrl_c(self) -> io::Result<()> {
        runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
            let mut pressed = std::pin::pin!(tokio::signal::ctrl_c());
            loop {
                match timeout(CHECK_INTERVAL, pressed.as_mut()).await {
                    Ok(pressed) => return pressed,
                    Err(_) if self.threads.iter().any(JoinHandle::is_finished) => {
                        return Err(io::Error::other(
                            "a build failed unexpectedly. This is a fault in Fingerpost, not in your files: please report it",
                        ));
                    }
                    Err(_) => {}
                }
            }
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopper.stop();
        // A thread that panicked has ended too.
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Rebuilds with each change and each new day.
fn rebuild_on_changes(mut watcher: Watcher, state: &AppState) {
    loop {
        match watcher.next() {
            WatchEvent::Change => state.previews.rebuild(),
            WatchEvent::Idle if state.previews.is_outdated() => state.previews.rebuild(),
            WatchEvent::Idle => {}
            WatchEvent::Stopped => return,
        }
    }
}

/// Listens on this computer's loopback address and, for a phone, on the same port of its local network address.
fn listen(options: &ServeOptions) -> Result<Vec<TcpListener>, StartError> {
    let bind = |address: Ipv4Addr, port| TcpListener::bind(SocketAddrV4::new(address, port));
    let loopback = match options.port {
        Some(port) => bind(Ipv4Addr::LOCALHOST, port).map_err(|error| StartError::Port(port, error))?,
        None => DEFAULT_PORTS
            .chain([0])
            .find_map(|port| bind(Ipv4Addr::LOCALHOST, port).ok())
            .ok_or_else(|| StartError::System(io::ErrorKind::AddrInUse.into()))?,
    };
    let port = loopback.local_addr().map_err(StartError::System)?.port();
    let mut listeners = vec![loopback];
    if let Some(address) = options.phone {
        listeners.push(bind(address, port).map_err(|error| StartError::Phone(address, error))?);
    }
    Ok(listeners)
}

/// Serves until the sender of `ended` is dropped.
async fn serve(listeners: Vec<TcpListener>, state: Arc<AppState>, ended: oneshot::Receiver<()>) {
    for listener in listeners {
        tokio::spawn(accept(listener, state.clone()));
    }
    // Nothing is ever sent: this waits for the drop.
    let _ = ended.await;
}

async fn accept(listener: TcpListener, state: Arc<AppState>) {
    let Ok(address) = listener.local_addr() else { return };
    let hosts = Arc::new(AllowedHosts::new(address));
    let listening = listener.set_nonblocking(true).and_then(|()| tokio::net::TcpListener::from_std(listener));
    let Ok(listener) = listening else { return };
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                let is_this_computer = is_this_computer(address.ip(), from.ip());
                let peer = Peer { hosts: hosts.clone(), is_this_computer };
                let state = state.clone();
                tokio::spawn(async move { serve_connection(stream, &state, &peer).await });
            }
            // Too many open files, or the client has gone already: later clients may succeed.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

/// True for a connection to a loopback address, from one. The listener for phones can be reached from this computer too, but
/// under a name that other computers use.
fn is_this_computer(listener: IpAddr, from: IpAddr) -> bool {
    listener.is_loopback() && from.is_loopback()
}

async fn serve_connection(stream: TcpStream, state: &Arc<AppState>, peer: &Peer) {
    // Sends small messages without delay.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request: hyper::Request<hyper::body::Incoming>| async move {
        Ok::<_, Infallible>(respond(request, state, peer).await)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIMEOUT)
        .max_buf_size(MAX_REQUEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    // A client that disconnects or sends an invalid request is not an error of the preview.
    let _ = connection.await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_listeners_serve_the_dashboard() {
        let address = |text: &str| text.parse::<IpAddr>().expect("an address");
        for (listener, from, expected) in [
            ("127.0.0.1", "127.0.0.1", true),
            ("192.168.0.17", "192.168.0.20", false),
            ("192.168.0.17", "192.168.0.17", false),
            ("192.168.0.17", "127.0.0.1", false),
            ("127.0.0.1", "192.168.0.20", false),
        ] {
            assert_eq!(is_this_computer(address(listener), address(from)), expected, "{from} to {listener}");
        }
    }

    #[test]
    fn the_listener_for_phones_answers_to_no_loopback_name() {
        let allowed = AllowedHosts::new("192.168.0.17:4700".parse().expect("an address"));
        let check = |host: &str| {
            let request = hyper::Request::builder().uri("/").header("host", host).body(()).expect("a request");
            crate::serve::guard::check(&request.into_parts().0, &allowed, true).is_ok()
        };
        assert!(check("192.168.0.17:4700") && !check("localhost:4700") && !check("127.0.0.1:4700"));
    }
}
