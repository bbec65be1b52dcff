//! What is shown: for today, which follows every change of the files, and for other days, built when somebody asks.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;
use tokio::sync::watch;

use super::preview::{Preview, State};
use super::{Around, News};
use crate::framework::Facts;
use crate::report::{Finding, Found};

/// How many other days are held: a reader compares two or three.
const MOST_DAYS: usize = 8;

/// All that is shown.
pub(super) struct Previews {
    folder: Utf8PathBuf,
    facts: Facts,
    /// The day that was asked for instead of today.
    today: Option<Date>,
    around: Around,
    /// Swapped as one: whoever looks sees one whole build.
    latest: watch::Sender<Arc<Preview>>,
    /// On other days, the last asked for at the end.
    others: Mutex<Vec<Arc<Preview>>>,
}

/// What previews are made from.
pub(super) struct Content {
    pub(super) folder: Utf8PathBuf,
    pub(super) facts: Facts,
    pub(super) today: Option<Date>,
}

impl Previews {
    /// Builds for the first time.
    ///
    /// # Errors
    /// With what was found, if the content folder itself cannot be read.
    pub(super) fn new(content: Content, around: Around) -> Result<Self, Vec<Finding>> {
        let Content { folder, facts, today } = content;
        let day = today.unwrap_or_else(|| around.today());
        let Found { value: made, findings } = crate::build_in_memory(&folder, &facts, day);
        let unusable = crate::folder_is_missing(&findings);
        let findings = findings.sorted();
        if unusable {
            return Err(findings);
        }
        let preview = Preview::new(0, day, (made, &findings), None);
        around.tell(News::Built { findings: &findings, current: preview.state == State::Current });
        let (latest, _) = watch::channel(Arc::new(preview));
        Ok(Self { folder, facts, today, around, latest, others: Mutex::default() })
    }

    /// Builds again, as the files are now, and shows that.
    pub(super) fn rebuild(&self) {
        self.around.tell(News::Changed);
        let before = self.latest();
        let day = self.day();
        let Found { value: made, findings } = crate::build_in_memory(&self.folder, &self.facts, day);
        let findings = findings.sorted();
        let preview = Preview::new(before.edition + 1, day, (made, &findings), Some(&before));
        let current = preview.state == State::Current;
        self.latest.send_replace(Arc::new(preview));
        self.around.tell(News::Built { findings: &findings, current });
    }

    /// True if midnight has passed since the last build.
    pub(super) fn is_of_another_day(&self) -> bool {
        self.latest().day != self.day()
    }

    fn day(&self) -> Date {
        self.today.unwrap_or_else(|| self.around.today())
    }

    /// As of today, or of the day that was asked for instead.
    pub(super) fn latest(&self) -> Arc<Preview> {
        self.latest.borrow().clone()
    }

    /// Wakes up with each build.
    pub(super) fn subscribe(&self) -> watch::Receiver<Arc<Preview>> {
        self.latest.subscribe()
    }

    /// As of any day. This builds if the files have changed since that day was last looked at.
    pub(super) fn on(&self, day: Date) -> Arc<Preview> {
        let latest = self.latest();
        if latest.day == day {
            return latest;
        }
        // Held while it builds: two pages that ask for the same day wait for one build.
        let mut others = self.others();
        let at = others.iter().position(|other| other.day == day);
        let before = at.map(|at| others.remove(at));
        let preview = match before {
            Some(before) if before.edition == latest.edition => before,
            before => {
                let Found { value: made, findings } = crate::build_in_memory(&self.folder, &self.facts, day);
                Arc::new(Preview::new(latest.edition, day, (made, &findings.sorted()), before.as_deref()))
            }
        };
        if others.len() >= MOST_DAYS {
            others.remove(0);
        }
        others.push(preview.clone());
        preview
    }

    fn others(&self) -> MutexGuard<'_, Vec<Arc<Preview>>> {
        // A build that panicked has left the list whole, at most without that day.
        self.others.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a content file in the editor.
    ///
    /// # Errors
    /// If the file has gone, leads out of the content folder, or no editor can be started.
    pub(super) fn edit(&self, file: &str) -> std::io::Result<()> {
        let root = self.folder.canonicalize_utf8()?;
        let path = root.join(file).canonicalize_utf8()?;
        if !path.starts_with(&root) {
            return Err(std::io::Error::other("this file is not in the content folder"));
        }
        self.around.edit(Utf8Path::new(&path))
    }
}
