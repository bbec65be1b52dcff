//! Why a preview can't start.

use std::fmt;
use std::io;
use std::net::Ipv4Addr;

use crate::editor::SaveError;
use crate::report::Finding;

#[derive(Debug)]
pub enum StartError {
    /// Holds the findings.
    UnreadableFolder(Vec<Finding>),
    Port(u16, io::Error),
    /// This computer's address in the local network can't be used.
    Phone(Ipv4Addr, io::Error),
    /// Changes that were interrupted earlier could not be completed.
    Unfinished(SaveError),
    System(io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnreadableFolder(_) => write!(f, "the content folder could not be read"),
            Self::Port(port, error) if error.kind() == io::ErrorKind::AddrInUse => write!(
                f,
                "port {port} is in use by another program. Leave out --port to get a free one, or choose another number"
            ),
            Self::Port(port, error) => write!(f, "port {port} can't be used: {error}. Try a number above 1024"),
            Self::Phone(address, error) => write!(f, "the address {address} can't be used: {error}"),
            Self::Unfinished(error) => error.fmt(f),
            Self::System(error) => write!(f, "the preview could not be started: {error}"),
        }
    }
}
