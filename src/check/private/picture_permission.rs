//! The folder does not say why a picture may be published, or until when. A person who can be recognised in it has
//! rights (UK GDPR, Article 6), and so does the person who took it. The Information Commissioner's Office expects
//! schools to know their reason: most likely their public task or legitimate interests (“Taking photographs: data
//! protection advice for schools”, as stored in November 2026). People can withdraw consent, and pupils leave: give it
//! a last day. The entry in media/pictures.yaml is for you. It is not published.
//!
//! Wrong:
//!
//! ```yaml
//! pictures:
//!   - file: boatyard.jpg
//!     permission: consent
//! ```
//!
//! Right:
//!
//! ```yaml
//! pictures:
//!   - file: boatyard.jpg
//!     permission: consent
//!     remove-after: 2027-07-31
//! ```

use crate::check::RuleInput;
use crate::programme::Permission;
use crate::report::{Advice, Code, ContentPath, Findings, Place, Severity, list};

pub(super) const CODE: Code = Code::new("picture-permission");

/// Further files are counted, not named.
const MAX_NAMED: usize = 3;

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    report_without_reason(input, findings);
    for entry in &input.programme.pictures {
        if entry.permission == Some(Permission::Consent) && entry.remove_after.is_none() {
            let advice = advice(
                format!("`{}` is shown by consent, but has no last day", entry.file.value),
                "Add a line such as `remove-after: 2027-07-31`: the day until which they agreed, or the end of the school \
                 year. After that day, Fingerpost leaves the picture out."
                    .into(),
            );
            findings.advise(advice, entry.file.place.clone());
        }
    }
}

/// Adds one finding for all files, because a folder may have a hundred photographs.
fn report_without_reason(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    let logo = programme.institution.details.logo.as_ref().map(|logo| logo.value.as_str());
    let has_reason =
        |path: &ContentPath| programme.pictures.iter().any(|entry| entry.path() == *path && entry.permission.is_some());
    let photographs = programme.media.iter().filter(|file| file.is_photograph()).map(|file| &file.path);
    let without = photographs.filter(|path| logo != Some(path.as_str()) && !has_reason(path));
    let files: Vec<&str> = without.map(ContentPath::file_name).collect();
    let Some(first) = files.first() else { return };
    let mut named: Vec<String> = files.iter().take(MAX_NAMED).map(|file| format!("`{file}`")).collect();
    if files.len() > MAX_NAMED {
        named.push(format!("{} more pictures", files.len() - MAX_NAMED));
    }
    let message = format!("media/pictures.yaml does not give a reason for publishing {}", list(&named));
    let words: Vec<&str> = Permission::ALL.iter().map(|permission| permission.as_str()).collect();
    let help = format!(
        "Add an entry to media/pictures.yaml with `file: {first}` and `permission: own-work`, or one of: {}.",
        words.join(", ")
    );
    let file = programme.pictures.first().map(|entry| entry.at.source.whole_file());
    findings.advise(advice(message, help), file.unwrap_or_else(|| Place::to_create("media/pictures.yaml")));
}

fn advice(message: String, help: String) -> Advice {
    Advice { code: CODE, severity: Severity::Could, message, help }
}
