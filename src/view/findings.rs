//! Findings about the pages of a site as a whole.

use crate::report::Severity::{Error, Should};
use crate::report::findings;

findings! {
    /// Why a page or picture cannot be on the site.
    pub enum ViewProblem {
        /// Two files would become the same page, because web addresses leave out spaces, capital letters and
        /// punctuation. One page would replace the other. Rename one of them.
        ///
        /// Wrong:
        ///
        /// ```text
        /// pages/work, week.md
        /// pages/work-week.md
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// pages/work-week.md
        /// pages/work-week-2027.md
        /// ```
        AddressClash { address: String, other: String } => {
            code: "address-clash",
            severity: Error,
            message: format!("two files would become the same page, `{address}`"),
            help: format!("The other is {other}. Rename one of the two."),
        }
        /// In media/pictures.yaml you wrote how long this picture may be shown, and that day has passed. The
        /// site no longer includes the picture, and texts that show it have a gap. Take out the picture and its entry.
        /// Old copies may be elsewhere: on your web host, if the site was not copied there again, and with search
        /// engines.
        ///
        /// Wrong:
        ///
        /// ```text
        /// pictures:
        ///   - file: boatyard.jpg
        ///     permission: consent
        ///     remove-after: 2026-07-31
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// pictures:
        ///   - file: boatyard.jpg
        ///     permission: consent
        ///     remove-after: 2027-07-31      (they agreed to another year)
        /// ```
        PicturePast { file: String, until: String } => {
            code: "picture-past",
            severity: Should,
            message: format!("`{file}` could be shown until {until}, so it is no longer published"),
            help: "Take the picture and this entry out. If it may be shown longer, change `remove-after:`.",
        }
    }
}
