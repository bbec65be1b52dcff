//! The preview: a local web server that shows the site and rebuilds it as files are saved.
//!
//! Takes [`ServeOptions`] and a [`PreviewHost`] (clock, editor, output); gives a [`Server`]. Each build makes a whole
//! preview that takes the place of the last one, so a page never mixes two builds. When a build has
//! errors, the last good site stays.
//!
//! - `watch` reports changes in the content folder; `previews` builds the site and holds the results;
//! - `draft_previews` has those of files that are not saved yet;
//! - `server` starts and ends it, `listen` accepts connections, `guard` rejects requests from elsewhere, `route` parses the address, `lookup`
//!   finds the page and `respond` sends it;
//! - `inject` adds to each page the script in `browser/`, which reloads the page and shows the panel. `panel` and
//!   `panel_finding` hold the panel's data, and `events` streams it. None of this is ever part of a built site.
//! - `dashboard` is the part below `/-/`, where the content is looked through and changed and the site is built.
//!   `write_guard` decides who may use it, and lists the threats; `form_body` reads the forms.
//! - `plain_path` writes paths for people and other programs.
//! - `served` has the open folder (`open_site`) or, before there is one, the page in `start` on which one is chosen or made.
//!   `lifetime` ends a program that was started without a terminal.
//!
//! Only this computer is served (and, with `--phone`, the local network), only under the addresses that it listens
//! on. Only the dashboard takes anything but GET and HEAD requests, and only this computer can use it.

mod base_path;
mod dashboard;
mod draft_previews;
mod events;
mod form_body;
mod guard;
mod host;
mod inject;
mod lifetime;
mod listen;
mod lookup;
mod open_site;
mod options;
mod panel;
mod panel_finding;
mod plain_path;
mod preview;
mod previews;
mod respond;
mod response;
mod route;
mod secret;
mod served;
mod served_site;
mod server;
mod start;
mod start_error;
mod state;
mod upload_body;
mod watch;
mod write_guard;

pub use base_path::BasePath;
pub use host::{PreviewHost, ServeEvent};
pub use lifetime::{Ended, IdleLimits};
pub use options::{ServeOptions, StartOptions};
pub use plain_path::plain_path;
pub use server::Server;
pub use start::{SharedStartHost, StartHost};
pub use start_error::StartError;
pub use watch::{PollingReason, WatchMode};
