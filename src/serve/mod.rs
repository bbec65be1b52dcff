//! The preview: the site on this computer's own address, following the files as they are saved.
//!
//! Takes a content folder and its [`Surroundings`] (clock, editor, somebody to tell); gives a
//! [`Server`]. It calls [`draft`](crate::build_in_memory), stages 1 to 5 of a build, and nothing finer: what is
//! shown is always one whole build. A build with errors leaves the last good site in its place.
//!
//! - `watch` notices that something changed, `previews` builds and holds what is shown;
//! - `server` takes connections, `guard` says who may ask, `route` what an address means, and
//!   `answer` what is sent;
//! - `dress` adds to each page the script that keeps it up to date and draws the panel, and `panel`
//!   and `notice` say what stands in it. The script and its style are in `browser/`. All of it is served from
//!   addresses that no site can have, and none of it is ever in a built site.
//!
//! Refuses whoever is not on this computer (unless asked to serve a phone), other names for it, all
//! methods but GET and HEAD, and everything that is not a file of the site.

mod answer;
mod base;
mod dress;
mod events;
mod guard;
mod notice;
mod panel;
mod preview;
mod previews;
mod route;
mod server;
mod site;
mod watch;

use std::fmt;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::report::Finding;
pub use base::Base;
pub use server::Server;
pub use watch::{REST, Watching, Why};

/// Below it stands everything that is the preview's own. A content folder cannot have such a path:
/// hidden files are passed over.
const OWN: &str = "/.fingerpost/";

/// What a preview is asked to do.
#[derive(Clone, Debug)]
pub struct Order {
    /// The content folder.
    pub folder: Utf8PathBuf,
    /// The path that the site stands at.
    pub base: Base,
    /// The port; a free one if left out.
    pub port: Option<u16>,
    /// The day to build for, instead of today.
    pub today: Option<Date>,
    /// Look for changes at intervals, whatever the system could tell.
    pub poll: bool,
    /// Serve this computer's address in the local network too.
    pub phone: Option<Ipv4Addr>,
}

/// What stands around a preview: what it asks, and whom it tells.
pub trait Surroundings: Send + Sync {
    /// Today's date.
    fn today(&self) -> Date;

    /// Opens a file in the editor that this computer uses for it.
    ///
    /// # Errors
    /// If the system has no such editor or cannot start it.
    fn edit(&self, file: &Utf8Path) -> io::Result<()>;

    /// Hears what happens.
    fn tell(&self, news: News<'_>);
}

/// What happens while a preview runs.
#[derive(Debug)]
pub enum News<'a> {
    /// Files have changed: a build begins.
    Changed,
    /// A build ended.
    Built {
        /// All that was found, in order.
        findings: &'a [Finding],
        /// True if the site is shown as it is now; false if an earlier one stays.
        current: bool,
    },
}

/// Why there is no preview.
#[derive(Debug)]
pub enum Trouble {
    /// The content folder cannot be read at all: what was found.
    NoFolder(Vec<Finding>),
    /// The port is taken, or must not be used.
    Port(u16, io::Error),
    /// This computer's address in the local network cannot be used.
    Phone(Ipv4Addr, io::Error),
    /// The system gives no address at all.
    System(io::Error),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(_) => write!(f, "the content folder cannot be read"),
            Self::Port(port, error) if error.kind() == io::ErrorKind::AddrInUse => write!(
                f,
                "port {port} is in use by another program. Leave out --port to get a free one, or choose another number"
            ),
            Self::Port(port, error) => write!(f, "port {port} cannot be used: {error}. Try a number above 1024"),
            Self::Phone(address, error) => write!(f, "the address {address} cannot be used: {error}"),
            Self::System(error) => write!(f, "no preview could be started: {error}"),
        }
    }
}

/// What is around, shared by all that ask and tell.
type Around = Arc<dyn Surroundings>;
