//! What can go wrong when the site is written.

use crate::report::Severity::Error;
use crate::report::findings;

findings! {
    /// Why the site was not written.
    pub enum PublishProblem {
        /// The folder for the site already contains files that Fingerpost did not write. It never deletes or
        /// replaces other files, so it wrote nothing. Choose an empty folder. If you want the site among those
        /// files, add --adopt: they stay as they are.
        ///
        /// Wrong:
        ///
        /// ```text
        /// fingerpost build careers --out Documents
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// fingerpost build careers --out careers-site
        /// ```
        NotOurs { why: String } => {
            code: "not-ours",
            severity: Error,
            message: why,
            help: "Nothing was changed. Move these files away, or choose another folder with --out, or add --adopt to put the \
                   site among them: none of them is overwritten.",
        }
        UnreadableList { reason: String } => {
            code: "not-ours",
            severity: Error,
            message: format!("Fingerpost can't read its list of files here: {reason}"),
            help: "Nothing was changed. If a newer Fingerpost built this site, use that one. Otherwise empty this folder, or \
                   choose another with --out, then build again.",
        }
        /// A file or link that Fingerpost did not write is where a page of the site would go. Fingerpost does not
        /// replace it, so it wrote nothing. Move it to another place, or choose another folder for the site.
        ///
        /// Wrong:
        ///
        /// ```text
        /// site/index.html          (made by another program)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// old-site/index.html
        /// site/                    (empty)
        /// ```
        InTheWay { why: &'static str, more: usize } => {
            code: "in-the-way",
            severity: Error,
            message: *why,
            help: format!("Nothing was changed. Move it away, or choose another folder with --out.{}", more_files(*more)),
        }
        /// Somebody has changed a file of the site after Fingerpost wrote it. The next build would replace it, and the
        /// change would be lost, so Fingerpost wrote nothing. Make the change in the content folder or in the theme
        /// instead. Then delete the file, or move it to another place if you still need it.
        ///
        /// Wrong:
        ///
        /// ```text
        /// site/index.html          (changed in an editor)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// careers/programme.md     (changed in an editor)
        /// ```
        Edited { more: usize } => {
            code: "site-edited",
            severity: Error,
            message: "somebody has changed this file since Fingerpost wrote it",
            help: format!(
                "Nothing was changed. To keep the change, make it in the content folder. Then delete this file, or move it \
                 away, and build again.{}",
                more_files(*more)
            ),
        }
        /// The computer did not let Fingerpost write the site: the disk is full, the folder belongs to another
        /// account, or another program has a file open. Free some space or choose another folder, then build again. If
        /// the build was stopped halfway, the next one puts it right.
        ///
        /// Wrong:
        ///
        /// ```text
        /// fingerpost build careers --out /media/full-stick/site
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// fingerpost build careers --out site
        /// ```
        CannotWrite { reason: String } => {
            code: "cannot-write",
            severity: Error,
            message: format!("the site could not be written: {reason}"),
            help: "Any site already there is unchanged. Check that the disk has free space and that you are allowed to write \
                   there.",
        }
        Busy => {
            code: "cannot-write",
            severity: Error,
            message: "another Fingerpost is writing into this folder",
            help: "Nothing was changed. Wait until it has finished, then build again.",
        }
        BadPath { reason: String } => {
            code: "cannot-write",
            severity: Error,
            message: format!("the site could not be written: {reason}"),
            help: "Nothing was changed. Give a file of the content folder another name, then build again.",
        }
        Unfinished { reason: String } => {
            code: "cannot-write",
            severity: Error,
            message: format!("only a part of the site could be written: {reason}"),
            help: "Some pages are new and others still old. Check that the disk has free space and that you are allowed to \
                   write there, then build again: that puts it right.",
        }
    }
}

/// A sentence about files that have no finding of their own. Empty if there are none.
fn more_files(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " There is one more such file.".to_owned(),
        more => format!(" There are {more} more such files."),
    }
}
