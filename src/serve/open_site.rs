//! An open content folder: its site, which is rebuilt as files change.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use super::dashboard::{DashboardPages, DashboardState};
use super::host::SharedHost;
use super::lifetime::{EndOnPanic, Lifetime};
use super::options::ServeOptions;
use super::plain_path::plain_path;
use super::previews::{PreviewSource, Previews};
use super::secret::Secret;
use super::start_error::StartError;
use super::state::AppState;
use super::watch::{WatchEvent, WatchMode, WatchStopper, Watcher};
use crate::editor::EditableFolder;
use crate::framework::Facts;

/// An open content folder. Dropping it closes it.
pub(super) struct OpenSite {
    pub(super) state: Arc<AppState>,
    pub(super) watch_mode: WatchMode,
    stopper: WatchStopper,
    rebuilder: Mutex<Option<JoinHandle<()>>>,
}

/// What an open site needs of the server.
pub(super) struct SiteServer {
    pub(super) pages: Arc<DashboardPages>,
    pub(super) lifetime: Arc<Lifetime>,
    pub(super) facts: Arc<Facts>,
}

impl OpenSite {
    /// Builds the site in memory, and rebuilds it with each change. Fails if the content folder can't be read.
    pub(super) fn open(options: ServeOptions, server: SiteServer, host: SharedHost) -> Result<Self, StartError> {
        let folder = plain_path(&options.folder);
        // Watching starts before the first build, so that no change in between is missed.
        let watched = folder.canonicalize_utf8().unwrap_or_else(|_| folder.clone());
        let watcher = Watcher::start(&watched, options.poll);
        let out = options.out.clone().unwrap_or_else(|| folder.join("site"));
        let SiteServer { pages, lifetime, facts } = server;
        // Content that a killed program has half changed would be shown so.
        if let Ok(content) = EditableFolder::new(&folder) {
            content.complete_changes(host.now()).map_err(StartError::Unfinished)?;
        }
        let source = PreviewSource { folder, facts, today: options.today };
        let previews = Previews::new(source, host).map_err(StartError::UnreadableFolder)?;
        let token = Secret::random().map_err(StartError::System)?;
        let dashboard = DashboardState::new(pages, previews.folder(), out).map_err(StartError::System)?;
        let state = Arc::new(AppState { previews, base: options.base, token, dashboard, lifetime });
        let (watch_mode, stopper) = (watcher.mode().clone(), watcher.stopper());
        let rebuilt_state = state.clone();
        let rebuilder = std::thread::Builder::new().spawn(move || rebuild_on_changes(watcher, &rebuilt_state));
        let rebuilder = Mutex::new(Some(rebuilder.map_err(StartError::System)?));
        Ok(Self { state, watch_mode, stopper, rebuilder })
    }

    /// Waits until a build that is running has ended, and starts no other.
    pub(super) fn close(&self) {
        self.stopper.stop();
        let rebuilder = self.rebuilder.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A thread that panicked has ended too.
        let _: Option<Result<(), _>> = rebuilder.map(JoinHandle::join);
    }
}

impl Drop for OpenSite {
    fn drop(&mut self) {
        self.close();
    }
}

/// Rebuilds with each change and each new day. A preview that no longer follows the files would mislead, so the program ends
/// with a failed build.
fn rebuild_on_changes(mut watcher: Watcher, state: &AppState) {
    let _end = EndOnPanic(&state.lifetime);
    loop {
        match watcher.next() {
            WatchEvent::Change => state.previews.rebuild(),
            WatchEvent::Idle if state.previews.is_outdated() => state.previews.rebuild(),
            WatchEvent::Idle => {}
            WatchEvent::Stopped => return,
        }
    }
}
