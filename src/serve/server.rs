//! Connections: who is let in, how long they may take, and how it all ends.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::runtime;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{sleep, timeout};

use super::answer::{Desk, Door, answer};
use super::guard::Names;
use super::previews::{Content, Previews};
use super::watch::{self, Stopper, Watching};
use super::{Around, Order, Trouble};
use crate::framework::Facts;

/// Ports that are tried first, so that a preview that is started again is where its open pages look for it.
const USUAL_PORTS: std::ops::Range<u16> = 4700..4710;
/// How often to look whether the preview has ended by itself.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);
/// How long a client may take to send the head of a request, and how long a connection may be idle.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long any connection lasts. Browsers open a new one when they need it.
const LIFETIME: Duration = Duration::from_secs(600);
/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;
/// The most connections at a time: systems allow a program about a thousand open files.
const MOST_CONNECTIONS: usize = 800;

/// A preview that runs, until it is stopped or dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    watching: Watching,
    stopper: Stopper,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Builds the site in memory, then serves and follows it.
    ///
    /// # Errors
    /// If the content folder cannot be read, or the address that was asked for cannot be used.
    pub fn start(order: Order, facts: Facts, around: Around) -> Result<Self, Trouble> {
        let folder = order.folder.canonicalize_utf8().unwrap_or_else(|_| order.folder.clone());
        let listeners = listen(&order)?;
        // Watched before it is read, so that no change falls in between.
        let eyes = watch::open(&folder, order.poll);
        let content = Content { folder, facts, today: order.today };
        let previews = Previews::new(content, around).map_err(Trouble::NoFolder)?;
        let address = listeners.first().and_then(|first| first.local_addr().ok());
        let address = address.ok_or_else(|| Trouble::System(io::ErrorKind::AddrNotAvailable.into()))?;
        let token = token().map_err(Trouble::System)?;
        let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(Trouble::System)?;
        let desk = Arc::new(Desk { previews, base: order.base, token });
        let (watching, stopper) = (eyes.watching().clone(), eyes.stopper());
        let followed = desk.clone();
        // A preview that no longer follows the files would lie: when the following ends, in whatever way, the
        // sender goes, and the serving ends too.
        let (following, ended) = oneshot::channel::<()>();
        let follower = std::thread::spawn(move || {
            follow(eyes, &followed);
            drop(following);
        });
        let server = std::thread::spawn(move || {
            runtime.block_on(serve(listeners, desk, ended));
            runtime.shutdown_background();
        });
        Ok(Self { address, watching, stopper, threads: vec![follower, server] })
    }

    /// Where it is served on this computer.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How it notices changes.
    pub fn watching(&self) -> &Watching {
        &self.watching
    }

    /// Waits until somebody presses Ctrl-C, then stops.
    ///
    /// # Errors
    /// If the system does not tell us of Ctrl-C, or the preview ends before it.
    pub fn until_ctrl_c(self) -> io::Result<()> {
        runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
            let mut pressed = std::pin::pin!(tokio::signal::ctrl_c());
            loop {
                match timeout(BETWEEN_LOOKS, pressed.as_mut()).await {
                    Ok(pressed) => return pressed,
                    Err(_) if self.threads.iter().any(JoinHandle::is_finished) => {
                        return Err(io::Error::other(
                            "a build broke off. That is our mistake, not yours: please report it",
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
        // Those that broke off have ended too.
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Builds again with each change, and with each new day.
fn follow(mut eyes: watch::Eyes, desk: &Desk) {
    loop {
        match eyes.next() {
            watch::Seen::Change => desk.previews.rebuild(),
            watch::Seen::Nothing if desk.previews.is_of_another_day() => desk.previews.rebuild(),
            watch::Seen::Nothing => {}
            watch::Seen::End => return,
        }
    }
}

/// At this computer's own address and, if asked for, at the same port of its address in the local network.
fn listen(order: &Order) -> Result<Vec<TcpListener>, Trouble> {
    let bind = |address: Ipv4Addr, port| TcpListener::bind(SocketAddrV4::new(address, port));
    let own = match order.port {
        Some(port) => bind(Ipv4Addr::LOCALHOST, port).map_err(|error| Trouble::Port(port, error))?,
        None => USUAL_PORTS
            .chain([0])
            .find_map(|port| bind(Ipv4Addr::LOCALHOST, port).ok())
            .ok_or_else(|| Trouble::System(io::ErrorKind::AddrInUse.into()))?,
    };
    let port = own.local_addr().map_err(Trouble::System)?.port();
    let mut listeners = vec![own];
    if let Some(address) = order.phone {
        listeners.push(bind(address, port).map_err(|error| Trouble::Phone(address, error))?);
    }
    Ok(listeners)
}

/// 128 random bits in hexadecimal digits.
fn token() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Serves until the other end of `ended` has gone.
async fn serve(listeners: Vec<TcpListener>, desk: Arc<Desk>, ended: oneshot::Receiver<()>) {
    let addresses: Vec<SocketAddr> = listeners.iter().filter_map(|listener| listener.local_addr().ok()).collect();
    let names = Arc::new(Names::of(&addresses));
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    for listener in listeners {
        tokio::spawn(accept(listener, desk.clone(), names.clone(), room.clone()));
    }
    // Nothing is ever sent.
    let _ = ended.await;
}

async fn accept(listener: TcpListener, desk: Arc<Desk>, names: Arc<Names>, room: Arc<Semaphore>) {
    let listening = listener.set_nonblocking(true).and_then(|()| tokio::net::TcpListener::from_std(listener));
    let Ok(listener) = listening else { return };
    // The semaphore is never closed.
    while let Ok(place) = room.clone().acquire_owned().await {
        match listener.accept().await {
            Ok((stream, from)) => {
                let door = Door { names: names.clone(), is_own: from.ip().is_loopback() };
                let desk = desk.clone();
                tokio::spawn(async move {
                    converse(stream, &desk, &door).await;
                    drop(place);
                });
            }
            // Too many open files, or a client that has gone again: others may still get through.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

/// One connection, from its first request to its last.
async fn converse(stream: TcpStream, desk: &Arc<Desk>, door: &Door) {
    // Small messages should not wait for more.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request: hyper::Request<hyper::body::Incoming>| async move {
        let (head, _) = request.into_parts();
        Ok::<_, Infallible>(answer(&head, desk, door).await)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    // Clients that break off or send nonsense are none of our trouble.
    let _ = timeout(LIFETIME, connection).await;
}
