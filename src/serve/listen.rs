//! Listens at this computer's addresses, and accepts connections.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddrV4, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::guard::AllowedHosts;
use super::respond::respond;
use super::served::Served;
use super::start_error::StartError;
use super::state::Peer;

/// Ports to try first, so that open pages find a restarted preview at its old address.
const DEFAULT_PORTS: std::ops::Range<u16> = 4700..4710;
/// How long a client may take to send the head of a request, and how long a connection may be idle.
const HEADER_TIMEOUT: Duration = Duration::from_secs(5);
/// In bytes.
const MAX_REQUEST_HEAD: usize = 16 * 1024;

/// Listens on this computer's loopback address and, for a phone, on the same port of its local network address.
pub(super) fn listen(port: Option<u16>, phone: Option<Ipv4Addr>) -> Result<Vec<TcpListener>, StartError> {
    let bind = |address: Ipv4Addr, port| TcpListener::bind(SocketAddrV4::new(address, port));
    let loopback = match port {
        Some(port) => bind(Ipv4Addr::LOCALHOST, port).map_err(|error| StartError::Port(port, error))?,
        None => DEFAULT_PORTS
            .chain([0])
            .find_map(|port| bind(Ipv4Addr::LOCALHOST, port).ok())
            .ok_or_else(|| StartError::System(io::ErrorKind::AddrInUse.into()))?,
    };
    let port = loopback.local_addr().map_err(StartError::System)?.port();
    let mut listeners = vec![loopback];
    if let Some(address) = phone {
        listeners.push(bind(address, port).map_err(|error| StartError::Phone(address, error))?);
    }
    Ok(listeners)
}

/// Serves until the program ends.
pub(super) async fn serve(listeners: Vec<TcpListener>, served: Arc<Served>) {
    for listener in listeners {
        tokio::spawn(accept(listener, served.clone()));
    }
    let idle = served.clone();
    tokio::spawn(async move { idle.lifetime.end_when_idle(|| idle.has_drafts()).await });
    served.lifetime.ended().await;
}

async fn accept(listener: TcpListener, served: Arc<Served>) {
    let Ok(address) = listener.local_addr() else { return };
    let hosts = Arc::new(AllowedHosts::new(address));
    let listening = listener.set_nonblocking(true).and_then(|()| tokio::net::TcpListener::from_std(listener));
    let Ok(listener) = listening else { return };
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                let is_this_computer = is_this_computer(address.ip(), from.ip());
                let peer = Peer { hosts: hosts.clone(), is_this_computer };
                let served = served.clone();
                tokio::spawn(async move { serve_connection(stream, &served, &peer).await });
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

async fn serve_connection(stream: TcpStream, served: &Arc<Served>, peer: &Peer) {
    // Sends small messages without delay.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request: hyper::Request<hyper::body::Incoming>| async move {
        Ok::<_, Infallible>(respond(request, served, peer).await)
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
