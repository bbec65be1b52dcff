//! Problems with a content folder and its files, before their content is interpreted.

use super::yaml_findings::YamlMistake;
use crate::report::Severity::{Could, Error, Should};
use crate::report::{Findings, Problem, findings};

findings! {
    /// A file or folder that cannot be read, or that was read in spite of a problem.
    pub enum ReadProblem: Yaml(YamlMistake) {
        /// The folder you named does not exist. Usually its name is misspelt, or you are in a different folder
        /// from the one you think. Nothing was read and nothing was written.
        ///
        /// Wrong:
        ///
        /// ```text
        /// fingerpost build carers
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// fingerpost build careers
        /// ```
        NoFolder => {
            code: "no-folder",
            severity: Error,
            message: "there is no such folder",
            help: "Check the spelling, or make a new site with `fingerpost new FOLDER`.",
        }
        /// The folder exists, but there is nothing in it for a site. Hidden files and temporary files of other
        /// programs do not count. The easiest way to start is to change a small finished site.
        ///
        /// Wrong:
        ///
        /// ```text
        /// fingerpost build careers        (careers/ is empty)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// fingerpost new careers
        /// fingerpost build careers
        /// ```
        EmptyFolder => {
            code: "empty-folder",
            severity: Error,
            message: "this folder has no content yet",
            help: "Start with `fingerpost new FOLDER`, which makes a small but complete site for you to edit.",
        }
        /// The computer did not let Fingerpost read this file or folder. Another program may have it open, it may
        /// belong to another account, or it may be a link to something that no longer exists. The build stops,
        /// because a site with a part missing could mislead people.
        ///
        /// Wrong:
        ///
        /// ```text
        /// careers/team.yaml        (open in another program, or only your account can read it)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// careers/team.yaml        (closed, and this account can read it)
        /// ```
        Unreadable { reason: String } => {
            code: "unreadable",
            severity: Error,
            message: format!("Fingerpost can't read this: {reason}"),
            help: "Close it in other programs, check that you are allowed to open it, and try again.",
        }
        /// The file has the name of a text file, but it is something else, such as a Word document or a picture that
        /// was renamed. Renaming a file does not change what is inside. Copy the words into a plain
        /// text file, or put the document itself into media/.
        ///
        /// Wrong:
        ///
        /// ```text
        /// pages/options.md         (a Word document with a new name)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/options.docx
        /// pages/options.md         (plain text that links to it)
        /// ```
        NotText { actual: Option<&'static str> } => {
            code: "not-text",
            severity: Error,
            message: match actual {
                Some(actual) => format!("this is not a text file: it is {actual}"),
                None => "this is not a text file".into(),
            },
            help: match *actual {
                Some(document) if document.contains("document") => {
                    "A new name does not change what is inside. Open it, copy its words, and paste them into a new file in \
                     Notepad. To offer the document itself, put it into policies/ or media/ and link to it."
                }
                _ => "Content is plain text, in files ending in .md or .yaml. Put pictures and documents into media/.",
            },
        }
        /// The file is larger than visitors should have to wait for: texts may have 2 MB, pictures and documents
        /// 25 MB. Many people read on a phone and pay for what they load.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/hall.jpg           (40 MB, straight from the camera)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/hall.jpg           (300 kB, made smaller before it was saved)
        /// ```
        TooLarge { bytes: u64, limit: u64 } => {
            code: "too-large",
            severity: Error,
            message: format!("this file is too large: {}, and the limit is {}", size(*bytes), size(*limit)),
            help: "Make it smaller, or take it out of the folder and link to where it is.",
        }
        /// There are far more files here than a careers programme has. Most likely this is not the folder you
        /// meant, but one that contains it, such as your whole drive.
        ///
        /// Wrong:
        ///
        /// ```text
        /// fingerpost build Documents
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// fingerpost build Documents/careers
        /// ```
        TooMany { what: &'static str, limit: usize } => {
            code: "too-many-files",
            severity: Error,
            message: format!("there are more than {limit} {what}"),
            help: "Is this the right folder? A careers programme doesn't need that many.",
        }
        /// There are folders inside folders, more than eight levels deep. A careers programme needs only two. Most
        /// likely this is the wrong folder, or a folder was copied into itself.
        ///
        /// Wrong:
        ///
        /// ```text
        /// events/2026/autumn/week-3/monday/morning/room-4/talks/nurse/2026-10-05-nurse.md
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// events/2026-10-05-nurse.md
        /// ```
        TooDeep { limit: usize } => {
            code: "too-deep",
            severity: Error,
            message: format!("there are folders more than {limit} levels deep"),
            help: "Is this the right folder? Move the files nearer to the top.",
        }
        /// This is a shortcut to a file or folder somewhere else on the computer. Fingerpost does not follow it,
        /// because that could publish something by accident, such as a pupil list or somebody's private folder. If
        /// you do want it on the site, copy the file itself into the content folder.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/fair.jpg           (a shortcut to a photo in another folder)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/fair.jpg           (the photo itself)
        /// ```
        LinkLeavesFolder { target: String } => {
            code: "link-leaves-folder",
            severity: Should,
            message: format!("this link leads to `{target}`, which is not content of this folder"),
            help: "Fingerpost didn't follow it, because only content of this folder should be published. Copy the file into the folder.",
        }
        /// The file's name contains a character that web addresses or Windows do not allow, begins or ends with a
        /// space or a full stop, or is a name that Windows reserves (such as CON or NUL). Some people could not
        /// open the file.
        ///
        /// Wrong:
        ///
        /// ```text
        /// pages/What next?.md
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// pages/what-next.md
        /// ```
        FileName { why: &'static str } => {
            code: "file-name",
            severity: Error,
            message: format!("this file's name cannot be used: {why}"),
            help: "Rename it with plain letters, digits and hyphens, such as careers-fair.md.",
        }
        /// Two files have the same name except for capital letters. On your computer they may be two files, but
        /// Windows, Macs and many web hosts treat them as one, and one of them would vanish.
        ///
        /// Wrong:
        ///
        /// ```text
        /// pages/Options.md
        /// pages/options.md
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// pages/options.md
        /// pages/options-in-year-11.md
        /// ```
        NamesDifferInCase { other: String } => {
            code: "names-differ-in-case",
            severity: Error,
            message: format!("this name differs from `{other}` only in capital letters"),
            help: "Windows and many web hosts treat the two as one file. Rename one of them.",
        }
        NamesDifferInSpaces { other: String } => {
            code: "names-differ-in-case",
            severity: Error,
            message: format!("this name differs from `{other}` only in spaces, hyphens or capital letters"),
            help: "Both would have the same address. If one is a copy, put what is missing into the other and delete it. If \
                   not, rename it.",
        }
        /// The file begins with an invisible mark that some programs, such as older versions of Notepad, put
        /// there. It does no harm, and Fingerpost ignores it. You don't need to do anything. If you like, save the file as
        /// UTF-8 without the mark.
        ///
        /// Wrong:
        ///
        /// ```text
        /// Save as, Encoding: UTF-8 with BOM
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// Save as, Encoding: UTF-8
        /// ```
        ByteOrderMark => {
            code: "byte-order-mark",
            severity: Could,
            message: "this file begins with a byte-order mark",
            help: "It does no harm, and Fingerpost ignores it. You don't need to do anything.",
        }
        /// The file was saved in an old encoding, which stores characters such as é, £ and curly quotation marks
        /// differently. Fingerpost read it as well as it could. Check those characters on the finished page. Then
        /// save the file as UTF-8, and you will not see this message again.
        ///
        /// Wrong:
        ///
        /// ```text
        /// Save as, Encoding: ANSI
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// Save as, Encoding: UTF-8
        /// ```
        Windows1252 => {
            code: "windows-1252",
            severity: Should,
            message: "this file was saved in an old Windows encoding",
            help: "Fingerpost read it as Windows-1252. Check its accents and quotation marks on the page, then save it \
                   as UTF-8 (in Notepad: Save as, Encoding: UTF-8).",
        }
        /// The file was saved in an encoding that Notepad calls Unicode, and other programs call UTF-16. Fingerpost
        /// read it, and nothing is lost. But other programs may not be able to, so it is best to save it as UTF-8.
        ///
        /// Wrong:
        ///
        /// ```text
        /// Save as, Encoding: UTF-16 LE
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// Save as, Encoding: UTF-8
        /// ```
        Utf16 => {
            code: "utf-16",
            severity: Should,
            message: "this file was saved as “Unicode” (UTF-16)",
            help: "Fingerpost could read it, but other programs may not. Save it as UTF-8 (in Notepad: Save as, \
                   Encoding: UTF-8).",
        }
        /// A text file can begin with front matter: keys and values between two lines of three hyphens. This file
        /// has the first line but not the second, so Fingerpost cannot tell where the text begins.
        ///
        /// Wrong:
        ///
        /// ```text
        /// ---
        /// title: Careers fair
        /// Come and meet employers.
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// ---
        /// title: Careers fair
        /// ---
        /// Come and meet employers.
        /// ```
        UnclosedFrontMatter => {
            code: "unclosed-front-matter",
            severity: Error,
            message: "the front matter is not closed",
            help: "The file begins with `---`. Write another `---` on its own line where the keys end and the text begins.",
        }
        DashesOfFence { written: String } => {
            code: "unclosed-front-matter",
            severity: Error,
            message: format!("this line should be three hyphens, but it is `{written}`"),
            help: "Word makes a long dash of hyphens. Write three hyphens, ---, on the line above the keys and on the one below them.",
        }
        UnopenedFrontMatter => {
            code: "unclosed-front-matter",
            severity: Error,
            message: "the line `---` above the keys is missing",
            help: "Write `---` on its own line above this one, and another below the last key.",
        }
        /// The file is nested very deeply, or repeats parts of itself with the characters & and *. A careers
        /// programme does not need either, and a file like this could keep the computer busy for ever. Write
        /// everything out in full.
        ///
        /// Wrong:
        ///
        /// ```text
        /// groups: &some [year-9, year-10]
        /// more: [*some, *some, *some]
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// groups: [year-9, year-10]
        /// ```
        YamlTooComplex => {
            code: "yaml-too-complex",
            severity: Error,
            message: "this file has too much nesting or repetition to be read safely",
            help: "Write it out in full, without `&` and `*` references and with less nesting.",
        }
        /// The same key is written twice in one place, so Fingerpost cannot tell which value you mean. This often
        /// happens when a block is copied and only partly changed.
        ///
        /// Wrong:
        ///
        /// ```text
        /// email: careers@ridgeway.example
        /// email: office@ridgeway.example
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// email: careers@ridgeway.example
        /// ```
        DuplicateKey { key: String, first_line: usize } => {
            code: "duplicate-key",
            severity: Error,
            message: format!("`{key}` is written twice"),
            help: format!("The first is on line {first_line}. Keep one of the two."),
        }
    }
}

/// True if the content folder does not exist: a mistake in the command, not in the content.
pub fn folder_is_missing(findings: &Findings) -> bool {
    findings.of_code(ReadProblem::NoFolder.code()).next().is_some()
}

fn size(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    if bytes >= MEGABYTE { format!("{} MB", bytes.div_ceil(MEGABYTE)) } else { format!("{} kB", bytes.div_ceil(1000)) }
}
