//! The options of `fingerpost serve` and `fingerpost start`.

use std::net::Ipv4Addr;

use camino::Utf8PathBuf;
use jiff::civil::Date;

use super::base_path::BasePath;
use super::lifetime::IdleLimits;

#[derive(Clone, Debug)]
pub struct ServeOptions {
    pub folder: Utf8PathBuf,
    /// The folder that the dashboard builds the site into. `None` is `site` in the content folder.
    pub out: Option<Utf8PathBuf>,
    /// The path of the site's root.
    pub base: BasePath,
    /// `None` picks a free one.
    pub port: Option<u16>,
    /// The day to build for. `None` follows the clock.
    pub today: Option<Date>,
    /// Poll for changes, even if the system reports them.
    pub poll: bool,
    /// This computer's address in the local network, if phones there may see the preview.
    pub phone: Option<Ipv4Addr>,
    /// When the program ends by itself. `None` if only its terminal ends it.
    pub idle: Option<IdleLimits>,
}

/// The options of the start page.
#[derive(Clone, Debug)]
pub struct StartOptions {
    /// `None` picks a free one.
    pub port: Option<u16>,
    /// The day to build for. `None` follows the clock.
    pub today: Option<Date>,
    /// When the program ends by itself.
    pub idle: IdleLimits,
}

impl StartOptions {
    /// The options with which a folder that was chosen is served.
    pub(super) fn of_folder(&self, folder: Utf8PathBuf) -> ServeOptions {
        ServeOptions {
            folder,
            out: None,
            base: BasePath::default(),
            port: None,
            today: self.today,
            poll: false,
            phone: None,
            idle: Some(self.idle),
        }
    }
}
