//! What the start page keeps.

use super::host::SharedStartHost;
use crate::serve::options::StartOptions;

pub(in crate::serve) struct StartState {
    pub(super) options: StartOptions,
    pub(super) host: SharedStartHost,
}

impl StartState {
    pub(in crate::serve) fn new(options: StartOptions, host: SharedStartHost) -> Self {
        Self { options, host }
    }
}
