//! The previews: for today, rebuilt with every change, and for other days, built on request.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::{Date, DateTime};
use tokio::sync::watch;

use super::draft_previews::DraftPreviews;
use super::host::{ServeEvent, SharedHost};
use super::panel::is_editable;
use super::plain_path::plain_path;
use super::preview::{Preview, PreviewState};
use crate::framework::Facts;
use crate::report::{ContentPath, Finding, Findings};
use crate::{BuildOptions, Outcome, PreviewChanges, Stage};

/// How many other days are cached. People compare two or three.
const MAX_OTHER_DAYS: usize = 8;

pub(super) struct Previews {
    folder: Utf8PathBuf,
    facts: Arc<Facts>,
    today: Option<Date>,
    host: SharedHost,
    /// Replaced as a whole, so that a reader never sees parts of two builds.
    latest: watch::Sender<Arc<Preview>>,
    /// Held during a rebuild.
    rebuilding: Mutex<()>,
    /// For other days, the most recently used one last.
    others: Mutex<Vec<Arc<Preview>>>,
    /// Of files that are not saved yet.
    drafts: DraftPreviews,
}

pub(super) struct PreviewSource {
    pub(super) folder: Utf8PathBuf,
    pub(super) facts: Arc<Facts>,
    pub(super) today: Option<Date>,
}

impl Previews {
    /// Runs the first build. Returns the findings as the error if the content folder itself can't be read.
    pub(super) fn new(source: PreviewSource, host: SharedHost) -> Result<Self, Vec<Finding>> {
        let PreviewSource { folder, facts, today } = source;
        let day = today.unwrap_or_else(|| host.today());
        let mut findings = Findings::default();
        let built = crate::build_preview(&folder, &facts, day, &mut findings);
        let is_unusable = crate::folder_is_missing(&findings);
        let findings = findings.sorted();
        if is_unusable {
            return Err(findings);
        }
        let preview = Preview::new(0, day, (built, findings), None);
        host.on_event(built_event(&preview));
        let (latest, _) = watch::channel(Arc::new(preview));
        let (rebuilding, others, drafts) = Default::default();
        Ok(Self { folder, facts, today, host, latest, rebuilding, others, drafts })
    }

    /// Rebuilds the site from the files as they are now. Nothing happens if they are as the last build has read them: a save in
    /// a form rebuilds the site at once, and is noticed in the folder too.
    pub(super) fn rebuild(&self) {
        // If another build panicked, the latest preview is the one before it.
        let _rebuilding = self.rebuilding.lock().unwrap_or_else(PoisonError::into_inner);
        let previous = self.latest();
        let day = self.day();
        let base = previous.base.as_ref().filter(|_| previous.day == day);
        let changes = base.and_then(|base| crate::preview_changes(&self.folder, base));
        if changes.as_ref().is_some_and(PreviewChanges::is_empty) {
            return;
        }
        self.host.on_event(ServeEvent::Changed);
        let edited = changes.and_then(|changes| self.edited(&previous, changes));
        let preview = Arc::new(edited.unwrap_or_else(|| self.built(&previous, day)));
        self.latest.send_replace(preview.clone());
        // Whatever isn't needed for the page comes after it, also the freeing of the previous site.
        self.host.on_event(built_event(&preview));
    }

    /// The preview after an edit of words. `None` if more may have changed.
    fn edited(&self, previous: &Preview, changes: PreviewChanges) -> Option<Preview> {
        let site = previous.site.as_ref().filter(|_| previous.state == PreviewState::Current)?;
        let last = (previous.base.as_ref()?, previous.findings.as_slice());
        let input = (&*self.folder, &*self.facts, previous.day);
        let edited = crate::edit_preview(input, last, changes, |path| site.read(path))?;
        Some(previous.edited(edited))
    }

    fn built(&self, previous: &Preview, day: Date) -> Preview {
        let mut findings = Findings::default();
        let built = crate::build_preview(&self.folder, &self.facts, day, &mut findings);
        Preview::new(previous.build_number + 1, day, (built, findings.sorted()), Some(previous))
    }

    /// True if midnight has passed since the last build.
    pub(super) fn is_outdated(&self) -> bool {
        self.latest().day != self.day()
    }

    fn day(&self) -> Date {
        self.today.unwrap_or_else(|| self.host.today())
    }

    /// The preview for today, or for the day given with `--today`.
    pub(super) fn latest(&self) -> Arc<Preview> {
        self.latest.borrow().clone()
    }

    /// A receiver that wakes with each build.
    pub(super) fn subscribe(&self) -> watch::Receiver<Arc<Preview>> {
        self.latest.subscribe()
    }

    /// The preview for any day. Builds it if files have changed since its last build.
    pub(super) fn for_day(&self, day: Date) -> Arc<Preview> {
        let latest = self.latest();
        if latest.day == day {
            return latest;
        }
        // The list is locked during the build, so that two requests for the same day share one build.
        let mut others = self.others();
        let at = others.iter().position(|other| other.day == day);
        let previous = at.map(|at| others.remove(at));
        let preview = match previous {
            Some(previous) if previous.build_number == latest.build_number => previous,
            previous => {
                let mut findings = Findings::default();
                let built = crate::build_preview(&self.folder, &self.facts, day, &mut findings);
                let built = (built, findings.sorted());
                Arc::new(Preview::new(latest.build_number, day, built, previous.as_deref()))
            }
        };
        if others.len() >= MAX_OTHER_DAYS {
            others.remove(0);
        }
        others.push(preview.clone());
        preview
    }

    /// The preview as if a text file had these bytes. `id` is that of the form in which somebody types them.
    pub(super) fn render_draft(&self, id: &str, file: (&ContentPath, &[u8])) -> Arc<Preview> {
        self.drafts.render(id, || {
            let latest = self.latest();
            self.edited_draft(&latest, file).unwrap_or_else(|| self.built_draft(&latest, file))
        })
    }

    fn edited_draft(&self, latest: &Preview, file: (&ContentPath, &[u8])) -> Option<Preview> {
        let site = latest.site.as_ref().filter(|_| latest.state == PreviewState::Current)?;
        let last = (latest.base.as_ref()?, latest.findings.as_slice());
        let edited = crate::edit_draft((&self.folder, &self.facts, latest.day), last, file, |path| site.read(path))?;
        Some(latest.edited(edited))
    }

    fn built_draft(&self, latest: &Preview, file: (&ContentPath, &[u8])) -> Preview {
        let mut findings = Findings::default();
        let built = crate::build_draft((&self.folder, &self.facts, latest.day), file, &mut findings);
        // A file with an error is shown as far as it can be: somebody is in the middle of a word.
        let previous = built.is_none().then_some(latest);
        Preview::new(latest.build_number, latest.day, (built, findings.sorted()), previous)
    }

    /// The preview of a file that is not saved yet. `None` if nothing was typed in the form with this id.
    pub(super) fn draft(&self, id: &str) -> Option<Arc<Preview>> {
        self.drafts.get(id)
    }

    /// Drops the preview of a form that was saved or closed.
    pub(super) fn drop_draft(&self, id: &str) {
        self.drafts.drop(id);
    }

    fn others(&self) -> MutexGuard<'_, Vec<Arc<Preview>>> {
        // If a build panicked, at most its day is missing from the list.
        self.others.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn facts(&self) -> &Facts {
        &self.facts
    }

    pub(super) fn folder(&self) -> &Utf8Path {
        &self.folder
    }

    /// The day and time of a save.
    pub(super) fn now(&self) -> DateTime {
        self.host.now()
    }

    /// Builds the site into a folder, for the day that the preview shows. Returns how that ended, and the findings.
    pub(super) fn publish(&self, out: &Utf8Path, progress: &mut dyn FnMut(Stage)) -> (Outcome, Vec<Finding>) {
        let options = BuildOptions { folder: &self.folder, out, today: self.day(), strict: false, adopt: false };
        let mut findings = Findings::default();
        let outcome = crate::build(&options, &self.facts, progress, &mut findings);
        (outcome, findings.sorted())
    }

    /// Fails if the file doesn't exist or is outside the content folder, or the editor can't be started.
    pub(super) fn edit(&self, file: &str) -> std::io::Result<()> {
        let root = self.folder.canonicalize_utf8()?;
        let path = root.join(file).canonicalize_utf8()?;
        if !path.starts_with(&root) {
            return Err(std::io::Error::other("this file is not in the content folder"));
        }
        // A link could lead to a program, or be named like one.
        let named = plain_path(&self.folder.join(file));
        if ![&path, &named].iter().all(|path| is_editable(&ContentPath::new(path.as_str()))) {
            return Err(std::io::Error::other("this file is not a text"));
        }
        self.host.edit(&named)
    }
}

fn built_event(preview: &Preview) -> ServeEvent<'_> {
    ServeEvent::Built { findings: &preview.findings, current: preview.state == PreviewState::Current }
}
