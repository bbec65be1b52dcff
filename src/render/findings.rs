//! What can be wrong with links, pictures and templates when pages are rendered.

use crate::programme::{ContentProblem, Hidden};
use crate::read::ReadProblem;
use crate::report::Severity::{Could, Error, Should};
use crate::report::findings;
use crate::text::{LostPart, UnreadMark};

findings! {
    /// Why a link, a picture or a template does not work.
    pub enum RenderProblem: Read(ReadProblem), Content(ContentProblem) {
        SpaceInLink { target: String, written: String } => {
            code: "broken-link",
            severity: Error,
            message: format!("a space in `{target}` stops this from being a link"),
            help: match target.contains(':') {
                true => format!("Write {written}."),
                false => format!("Write {written}, or rename the file without spaces."),
            },
        }
        SpaceBeforeTarget { written: String } => {
            code: "broken-link",
            severity: Error,
            message: "a space between the two pairs of brackets stops this from being a link",
            help: format!("Take the space out: {written}."),
        }
        /// The link leads to a heading that is not there; the page itself exists. After the #, write the
        /// heading in lower case, with hyphens for spaces and without punctuation. If you changed a heading,
        /// change the links to it as well.
        ///
        /// Wrong:
        ///
        /// ```text
        /// [Your choices](year-9.md#choice)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// [Your choices](year-9.md#your-choices)
        /// ```
        BrokenAnchor { target: String, anchor: String, known: String, suggestion: Option<String> } => {
            code: "broken-anchor",
            severity: Error,
            message: format!("`{target}` has no heading `#{anchor}`"),
            help: if known.is_empty() {
                "That page has no headings. Link to the page alone.".into()
            } else {
                let near = suggestion.as_ref().map(|near| format!("Did you mean `{near}`? ")).unwrap_or_default();
                format!("{near}Its headings are: {known}.")
            },
        }
        /// This text links to an event or page that is not on the site today: it is a draft, its first day has
        /// not come, or its last day has passed. The words are shown without the link, so nobody meets a page
        /// that does not exist. When the other page is shown, the link comes back by itself. A link to a spreadsheet
        /// that identifies people is left out for good: `fingerpost explain sheet-of-people` explains why.
        ///
        /// Wrong:
        ///
        /// ```text
        /// [Mock interviews](../events/mock-interviews.md)     (that event says draft: yes)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// Mock interviews come in spring.
        /// ```
        LinkToHidden { target: String, why: Hidden } => {
            code: "link-to-hidden",
            severity: Should,
            message: format!("this links to `{target}`, which is not on the site today"),
            help: match why {
                Hidden::Draft => "Until that draft is finished, the words are shown without a link.".into(),
                Hidden::Until(day) => format!("The words are shown without a link until {day}."),
                Hidden::Since(_) => "The words are shown without a link. Take the link out.".into(),
            },
        }
        LinkToPersonal { target: String } => {
            code: "link-to-hidden",
            severity: Should,
            message: format!("this links to `{target}`, which identifies people"),
            help: "The words are shown without a link, and the file is kept off the site. Take the link out.",
        }
        /// This picture is on another website. Each time somebody opens your page, that website would learn of it,
        /// and the picture could change or vanish. Copy it into media/, if you are allowed to use it.
        ///
        /// Wrong:
        ///
        /// ```text
        /// ![Map](https://maps.example/map.png)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// ![Map](../media/map.png)
        /// ```
        PictureElsewhere { target: String } => {
            code: "picture-elsewhere",
            severity: Error,
            message: format!("this picture is on another website: `{target}`"),
            help: "That website would learn who reads yours. If you are allowed to use the picture, put it into media/ \
                   and link to it there.",
        }
        /// This is written like a picture, with a ! before it, but it leads to a document, a page or a part of this text.
        /// Pages can show pictures only. Link to it.
        ///
        /// Wrong:
        ///
        /// ```text
        /// ![Consent form](../media/consent.pdf)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// [Consent form](../media/consent.pdf)
        /// ```
        NotAPicture { target: String } => {
            code: "not-a-picture",
            severity: Error,
            message: format!("`{target}` is not a picture"),
            help: "Link to it: remove the ! before the square bracket.",
        }
        /// A picture or document is in media/ or policies/, but no page links to it, so it is not published.
        /// Fingerpost never publishes a file just because it is there: it could be a list of names that somebody
        /// saved there for a moment.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/map.svg is there, and no text mentions it
        /// ```
        ///
        /// Right, in a text:
        ///
        /// ```text
        /// ![The way to the main hall](../media/map.svg)
        /// ```
        NotLinked => {
            code: "not-linked",
            severity: Should,
            message: "no page links to this file, so it is not published",
            help: "Link to it from a text, or take it out of the folder.",
        }
        /// Links may lead to web pages, e-mail addresses and telephone numbers, and to your own files. This one
        /// would run a program, or open a file on your own computer, which visitors do not have.
        ///
        /// Wrong:
        ///
        /// ```text
        /// [Options form](file:///C:/Users/me/form.docx)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// [Options form](../media/form.docx)
        /// ```
        UnsafeLink { target: String } => {
            code: "unsafe-link",
            severity: Error,
            message: format!("links that begin like `{target}` are not allowed"),
            help: "Link to an address that begins with https://, mailto: or tel:.",
        }
        OwnComputer { target: String, path: String } => {
            code: "unsafe-link",
            severity: Error,
            message: format!("`{target}` is a file on your own computer, which visitors do not have"),
            help: format!("Copy the file into policies/ or media/ of the content folder, and link to it there: {path}."),
        }
        /// The text contains HTML, the language of web pages. Fingerpost does not accept it, because it can break
        /// the page, shut out people who use a screen reader, or run a program. Write Markdown instead. If you
        /// mean the character < itself, write \< for it.
        ///
        /// Wrong:
        ///
        /// ```text
        /// This is <b>important</b>.
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// This is **important**.
        /// ```
        RawHtml { html: String } => {
            code: "raw-html",
            severity: Error,
            message: format!("HTML cannot be used here: `{html}`"),
            help: "Write it in Markdown: **bold**, *italic*, [link](https://…), lists and tables. If you mean the \
                   character itself, write \\< for it.",
        }
        /// A comment in a text begins with <!-- and ends with -->. This one has no end of its own, so it hides the rest of
        /// the text, or all of it up to the end of the next comment.
        ///
        /// Wrong:
        ///
        /// ```text
        /// <!-- Ask Ms Bell about the date
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// <!-- Ask Ms Bell about the date -->
        /// ```
        UnclosedComment => {
            code: "unclosed-comment",
            severity: Error,
            message: "this comment has no end of its own, so the text after it is hidden",
            help: "Write --> at the end of the comment.",
        }
        /// Some words of the text are not on the page, because Markdown has no place for them: a cell beyond the last
        /// column of a table, a footnote that the text does not refer to, a line such as `[Note]: Bring`, words after
        /// the ``` of a code block, or words in quotation marks after the address of a link.
        ///
        /// Wrong:
        ///
        /// ```text
        /// | Day | What |
        /// | --- | --- |
        /// | Monday | Talk | Bring a pen |
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// | Day | What | Bring |
        /// | --- | --- | --- |
        /// | Monday | Talk | A pen |
        /// ```
        LostWords { part: LostPart } => {
            code: "lost-words",
            severity: Should,
            message: "these words are not on the page",
            help: match part {
                LostPart::LinkTitle => {
                    "Words in quotation marks after an address are not shown. Write them before the link, or remove them."
                }
                LostPart::Other => {
                    "Markdown reads them as something else, such as a cell without a column or a note without a reference. \
                     Write them in a line of their own, or remove them."
                }
            },
        }
        /// Some Markdown has a small mistake, so people see its characters on the page. A heading needs a space after its #
        /// characters, bold words need their ** directly before the first and after the last letter, and a table
        /// needs a line such as | --- | --- | below its headings.
        ///
        /// Wrong:
        ///
        /// ```text
        /// ##Dates
        /// This is **important **now.
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// ## Dates
        /// This is **important** now.
        /// ```
        UnreadMark { mark: UnreadMark } => {
            code: "unread-markdown",
            severity: Should,
            message: match mark {
                UnreadMark::Heading => "this is shown as it is written, not as a heading",
                UnreadMark::Emphasis => "these characters are shown, and the words are neither bold nor italic",
                UnreadMark::Table => "this is shown as it is written, not as a table",
            },
            help: match mark {
                UnreadMark::Heading => "Put a space after the # characters, and an empty line before and after the heading.",
                UnreadMark::Emphasis => "Take out the space between the words and the * or _ characters.",
                UnreadMark::Table => "Add a line below the headings, such as | --- | --- |, with --- for each column.",
            },
        }
        /// The name of this file says that it is a picture, but it cannot be read as one. It may be damaged, or it
        /// may be another kind of picture with the wrong name. Open it in a picture program and save it again.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/map.png            (half of it is missing)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/map.png            (saved again)
        /// ```
        BrokenPicture { reason: String } => {
            code: "broken-picture",
            severity: Error,
            message: format!("Fingerpost can't read this picture: {reason}"),
            help: "Open it, save it again as JPEG, PNG, WebP or SVG, and replace the file.",
        }
        /// SVG drawings can contain programs, and can load things from other websites. This one does,
        /// and it would do so on your pupils' screens. Save it again as plain SVG, or as PNG.
        ///
        /// Wrong:
        ///
        /// ```text
        /// Save as, Inkscape SVG    (or a drawing from an unknown website)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// Save as, Plain SVG
        /// ```
        UnsafePicture { what: String } => {
            code: "unsafe-picture",
            severity: Error,
            message: format!("this drawing contains {what}, which could run or load something"),
            help: "Save the drawing again as plain SVG (in Inkscape: Save as, Plain SVG).",
        }
        /// Phones take pictures of 12 to 50 million pixels, and pages show two million at most. This one has so
        /// many more that a small computer could not open it. It may also be a file that was made to do harm: a
        /// few kilobytes can unpack to gigabytes. Fingerpost reads pictures of up to 60 million pixels, and never
        /// uses more than 480 megabytes for them at a time.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/hall.jpg           (30000 by 20000 pixels)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/hall.jpg           (made smaller: 3000 by 2000 pixels)
        /// ```
        PictureTooLarge { width: u32, height: u32, max_megapixels: u64 } => {
            code: "picture-too-large",
            severity: Error,
            message: format!("this picture is too large: {width} by {height} pixels"),
            help: format!(
                "Make it smaller: a picture may have {max_megapixels} million pixels, and pages show two million. In \
                 Paint or Preview: Resize, 2000 pixels wide."
            ),
        }
        /// The name says one kind of picture, and the file is another. Pages still show it, because Fingerpost checks
        /// the file and not its name. Other programs may be misled, so rename the file.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/map.png            (it is a JPEG)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/map.jpg
        /// ```
        PictureExtension { named: &'static str, actual: &'static str } => {
            code: "picture-ending",
            severity: Could,
            message: format!("this file's name says {named}, but it is {actual}"),
            help: "Fingerpost could read it, but other programs may not. Change the end of its name.",
        }
        /// Movement next to a text keeps many people from reading it, and visitors must be able to stop them
        /// (WCAG 2.2, success criterion 2.2.2). So pages show only the first image of a moving picture. If the movement matters, link to a film that visitors can start and stop.
        ///
        /// Wrong:
        ///
        /// ```text
        /// ![How to fold the leaflet](../media/fold.gif)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// [How to fold the leaflet (film, 20 seconds)](https://films.example/fold)
        /// ```
        PictureMoves => {
            code: "picture-moves",
            severity: Should,
            message: "this picture moves: pages show only its first image",
            help: "Movement that cannot be stopped keeps people from reading (WCAG 2.2, 2.2.2). If the movement matters, \
                   link to a film of it.",
        }
        /// Screens mix colours from red, green and blue; printers from cyan, magenta, yellow and black. The colours
        /// of this picture are for a printer. Fingerpost converts them for screens, and they can look paler or
        /// stronger than they should. Look at the page. If they do, save the picture again with RGB colours.
        ///
        /// Wrong:
        ///
        /// ```text
        /// media/poster.jpg         (saved by a print shop, in CMYK)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// media/poster.jpg         (saved again, in RGB)
        /// ```
        PictureForPrint => {
            code: "picture-for-print",
            severity: Could,
            message: "the colours of this picture are made for print (CMYK)",
            help: "They were converted for screens and may look different. Look at the page; if they do, save the picture \
                   again as RGB.",
        }
        /// A template in your own theme/ folder does not work, or has a name that the theme does not know. If
        /// you did not write it, ask the person who did. If you take the file out, the built-in one is used and the site
        /// can be built.
        ///
        /// Wrong:
        ///
        /// ```text
        /// {% if page.title %}<h1>{{ page.title }}</h1>
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// {% if page.title %}<h1>{{ page.title }}</h1>{% endif %}
        /// ```
        Theme { message: String } => {
            code: "theme",
            severity: Error,
            message: format!("this theme file does not work: {message}"),
            help: "Fix the file, or take it out of theme/ to use the built-in one.",
        }
    }
}
