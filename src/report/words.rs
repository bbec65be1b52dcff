//! The words of every finding but those of `check`, in one place: what is wrong, and what it means and how to mend it.
//!
//! They are read by a teacher under pressure: plain English, no computer words, one idea a sentence.

use super::{DateTrouble, Hidden, Problem, RepeatTrouble, TranslationTrouble};

impl Problem {
    /// One line: what is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::NoFolder => "there is no such folder".into(),
            Self::EmptyFolder => "this folder has no content yet".into(),
            Self::MissingFile { what } => format!("this file is missing: it says {what}"),
            Self::Unreadable { reason } => format!("this could not be read: {reason}"),
            Self::NotText => "this is not a text file".into(),
            Self::TooLarge { bytes, limit } => {
                format!("this file is too large: {}, and the limit is {}", size(*bytes), size(*limit))
            }
            Self::TooMany { what, limit } => format!("there are more than {limit} {what}"),
            Self::TooDeep { limit } => format!("folders lie in folders more than {limit} deep"),
            Self::LinkLeavesFolder { target } => format!("this link leads out of the content folder, to `{target}`"),
            Self::FileName { why } => format!("this file's name cannot be used: {why}"),
            Self::NamesDifferInCase { other } => format!("this name differs from `{other}` only in capital letters"),
            Self::UnknownFile { .. } => {
                "this file is not part of the site: its name is not one that Fingerpost knows".into()
            }
            Self::ByteOrderMark => "this file begins with a byte-order mark".into(),
            Self::Windows1252 => "this file was saved in an old Windows encoding".into(),
            Self::Utf16 => "this file was saved as “Unicode” (UTF-16)".into(),
            Self::UnclosedFrontMatter => "the front matter is not closed".into(),
            Self::UnopenedFrontMatter => "the line `---` above the keys is missing".into(),
            Self::YamlSyntax { trouble, detail } => trouble.message(detail),
            Self::YamlTooComplex => "this file is nested or repeated too much to be read safely".into(),
            Self::DuplicateKey { key, .. } => format!("`{key}` is written twice"),
            Self::UnknownKey { key, .. } => format!("`{key}` is not a key that belongs here"),
            Self::NoFrontMatter { key, .. } => format!("this file does not begin with its keys: `{key}` is missing"),
            Self::MissingKey { key, .. } => format!("`{key}` is missing"),
            Self::WrongType { wanted, found } => {
                format!("this should be {}, but it is {found}", wanted.words())
            }
            Self::EmptyValue { key } => format!("`{key}` has nothing behind it"),
            Self::CommentedOut { key, comment } => {
                format!("`{key}` is empty: what stands behind `#` counts as a remark, here `{comment}`")
            }
            Self::UnknownValue { value, .. } => format!("`{value}` is not one of the words that fit here"),
            Self::OutOfRange { value, from, to } => format!("{value} is not between {from} and {to}"),
            Self::BadDate { value, trouble: DateTrouble::Form } => format!("`{value}` is not a date we can read"),
            Self::BadDate { value, trouble: DateTrouble::Slashes(..) } => {
                format!("`{value}` is written in a way that differs from country to country")
            }
            Self::BadDate { value, trouble: DateTrouble::NoSuchDay } => format!("there is no such day as {value}"),
            Self::WrongWeekday { said, date, really } => format!("{date} is a {really}, not a {said}"),
            Self::DateDiffers { here, in_name } => format!("the date is {here} here, but {in_name} in the file's name"),
            Self::BadTime { value } => format!("`{value}` is not a time of day"),
            Self::CutShort { comment } => format!("what stands behind ` #` counts as a remark: `{comment}` is lost"),
            Self::WrongOrder { what } => (*what).into(),
            Self::BadEmail { value } => format!("`{value}` is not an e-mail address"),
            Self::BadPhone { value } => format!("`{value}` is not a telephone number"),
            Self::BadLink { value } => format!("`{value}` is not a web address"),
            Self::BadColour { value } => format!("`{value}` is not a colour we can read"),
            Self::CurlyQuotes => "curly quotation marks do not quote: they became part of the text".into(),
            Self::NoLeader => "nobody here has the role of careers leader".into(),
            Self::MissingDocument => "there is no document beside this file that has the same name".into(),
            Self::UnknownGroup { value, .. } => format!("there is no group `{value}`"),
            Self::UnknownTime { value, .. } => format!("`{value}` is not a time in this academic year"),
            Self::UnknownRole { value, .. } => format!("nobody in team.yaml has the role `{value}`"),
            Self::Duplicate { what, name, .. } => format!("there are two {what} called `{name}`"),
            Self::BadRepeat { trouble } => match trouble {
                RepeatTrouble::Words { word, .. } => format!("`{word}` is no word that a repeated event can have"),
                RepeatTrouble::NoWeekday => "this does not say on which weekday".into(),
                RepeatTrouble::NoDays => "this never takes place: no such day is in a term".into(),
                RepeatTrouble::NotOneOfThem { date } => format!("it does not take place on {date} anyway"),
            },
            Self::Translation { trouble } => match trouble {
                TranslationTrouble::Alone { original, .. } => {
                    format!("this translates `{original}`, and there is no such file: it is not on the site")
                }
                TranslationTrouble::OfKeys => {
                    "plans and events cannot have translations: this file is not on the site".into()
                }
            },
            Self::NotShown { why: Hidden::Draft } => "this is a draft, so it is not on the site".into(),
            Self::NotShown { why: Hidden::Until(day) } => format!("this is not on the site until {day}"),
            Self::NotShown { why: Hidden::Since(day) } => format!("this left the site after {day}"),
            Self::NothingScored => "nothing in this evaluation is scored yet, so it is not on the site".into(),
            Self::OutsideYear { date, year, is_before: true } => {
                format!("{date} lies before the academic year {year}")
            }
            Self::OutsideYear { date, year, .. } => format!("{date} lies after the academic year {year}"),
            Self::CountsDoNotAdd { counted, whole, people, .. } => {
                format!("the counts add up to {counted}, more than the {whole} who {people}")
            }
            Self::BrokenLink { target, .. } if target.is_empty() => "this link has no target".into(),
            Self::BrokenLink { target, .. } => format!("this link leads nowhere: there is no `{target}`"),
            Self::BrokenAnchor { target, anchor, .. } => format!("`{target}` has no heading `#{anchor}`"),
            Self::LinkToHidden { target, .. } => format!("this links to `{target}`, which is not on the site today"),
            Self::LinkToPrivate { target } => format!("this links to `{target}`, which tells who people are"),
            Self::MissingMedia { target, .. } => format!("there is no picture or document `{target}`"),
            Self::SpaceInLink { target, .. } => format!("a space in `{target}` keeps this from being a link"),
            Self::NotLinked => "no page links to this file, so it is not published".into(),
            Self::PictureElsewhere { target } => format!("this picture is on another website: `{target}`"),
            Self::UnsafeLink { target } => format!("links that begin like `{target}` are not allowed"),
            Self::RawHtml { html } => format!("HTML cannot be used here: `{html}`"),
            Self::BrokenPicture { reason } => format!("this picture cannot be read: {reason}"),
            Self::UnsafePicture { what } => format!("this drawing holds {what}, which could run or load something"),
            Self::PictureFormat { format, .. } => format!("pictures of the kind {format} cannot be shown on web pages"),
            Self::PictureTooLarge { width, height, .. } => {
                format!("this picture is too large: {width} by {height} points")
            }
            Self::PictureEnding { said, really } => format!("this file is called {said}, but it is {really}"),
            Self::PictureMoves => "this picture moves: pages show its first image only".into(),
            Self::PictureForPrint => "the colours of this picture are made for print (CMYK)".into(),
            Self::PicturePast { file, until } => {
                format!("`{file}` could be shown until {until}, so it is not published any more")
            }
            Self::Theme { message } => format!("this theme file does not work: {message}"),
            Self::Words { trouble } => trouble.message(),
            Self::AddressClash { address, .. } => format!("two files would become the same page, `{address}`"),
            Self::Sheet { trouble } => trouble.message(),
            Self::MissingColumn { column, .. } => format!("the export has no column `{column}`"),
            Self::UnmappedColumn { column } => format!("nothing says what the column `{column}` is"),
            Self::UnmappedAnswer { answer, people: 1, .. } => {
                format!("one person answered `{answer}`, which is not among the answers")
            }
            Self::UnmappedAnswer { answer, people, .. } => {
                format!("{people} people answered `{answer}`, which is not among the answers")
            }
            Self::Advice(advice) => advice.message.clone(),
            Self::NotOurs { why } => why.clone(),
            Self::InTheWay { why } => (*why).into(),
            Self::CannotWrite { reason } => format!("the site could not be written: {reason}"),
        }
    }

    /// What stands at the marked place, where that is not plain.
    pub fn label(&self) -> Option<&'static str> {
        match self {
            Self::MissingKey { .. } => Some("add it beside this key"),
            _ => None,
        }
    }

    /// What it means and how to mend it.
    pub fn help(&self) -> String {
        match self {
            Self::NoFolder => "Check the spelling, or make a new site with `fingerpost new FOLDER`.".into(),
            Self::EmptyFolder => "Start with `fingerpost new FOLDER`, which makes a small complete site to edit.".into(),
            Self::MissingFile { .. } => {
                "Every site needs it. `fingerpost new FOLDER` makes one that you can copy.".into()
            }
            Self::Unreadable { .. } => "Close it in other programs, check that you may open it, and try again.".into(),
            Self::NotText => "Content is plain text, ending in .md or .yaml. Put pictures and documents into media/.".into(),
            Self::TooLarge { .. } => "Make it smaller, or take it out of the folder and link to where it is.".into(),
            Self::TooMany { .. } => "Is this the right folder? No careers programme that we know has so many.".into(),
            Self::TooDeep { .. } => "Is this the right folder? Move the files nearer to the top.".into(),
            Self::LinkLeavesFolder { .. } => {
                "It was not followed, so that nothing from elsewhere is published. Copy the file into the folder.".into()
            }
            Self::FileName { .. } => "Rename it with plain letters, digits and hyphens, such as careers-fair.md.".into(),
            Self::NamesDifferInCase { .. } => {
                "Windows and many web hosts take the two for one file. Rename one of them.".into()
            }
            Self::UnknownFile { suggestion } => suggestion.as_ref().map_or_else(
                || "Move it to pages/ (text), policies/ or media/ (pictures, documents), or take it out.".into(),
                |name| format!("Did you mean `{name}`? Rename it, or move it to pages/ or media/."),
            ),
            Self::ByteOrderMark => "It does no harm and was passed over. Nothing to do.".into(),
            Self::Windows1252 => {
                "We read it as Windows-1252. Check its accents and quotation marks on the page, then save it as UTF-8 \
                 (in Notepad: Save as, Encoding: UTF-8)."
                    .into()
            }
            Self::Utf16 => {
                "It was read all the same. Save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8): other programs may fail."
                    .into()
            }
            Self::UnclosedFrontMatter => {
                "The file begins with `---`. Write another `---` on its own line where the keys end and the text begins."
                    .into()
            }
            Self::UnopenedFrontMatter => {
                "Write `---` on a line of its own above this one, and another below the last key.".into()
            }
            Self::YamlSyntax { trouble, .. } => trouble.help(),
            Self::YamlTooComplex => "Write it out plainly, without `&` and `*` references and with less nesting.".into(),
            Self::DuplicateKey { first_line, .. } => {
                format!("The first is on line {first_line}. Keep one of the two.")
            }
            Self::UnknownKey { known, suggestion, .. } => suggest(*suggestion, "The keys here are", known),
            Self::NoFrontMatter { example, .. } => {
                format!("Begin the file with three lines: `---`, then `{example}`, then `---` again.")
            }
            Self::MissingKey { example, .. } => format!("Add a line such as `{example}`."),
            Self::WrongType { wanted, .. } => wanted.help().into(),
            Self::EmptyValue { key } => format!("Write a value behind `{key}:`, or take the line out."),
            Self::CommentedOut { key, comment } => format!("Put quotation marks round it: {key}: \"{comment}\"."),
            Self::CutShort { .. } => "If it belongs to the text, put quotation marks round the whole value.".into(),
            Self::UnknownValue { known, suggestion, .. } => suggest(suggestion.as_deref(), "Choose one of", known),
            Self::OutOfRange { from, to, .. } => format!("Write a whole number from {from} to {to}."),
            Self::BadDate { trouble: DateTrouble::Form, .. } => {
                "Write it as 2027-03-04 (year, month, day) or as 4 March 2027.".into()
            }
            Self::BadDate { trouble: DateTrouble::Slashes(words, iso), .. } => {
                format!("If you mean {words}, write {iso}.")
            }
            Self::BadDate { .. } => "Check the calendar and correct the day.".into(),
            Self::WrongWeekday { .. } => "Correct the weekday or the date: people will trust what they read.".into(),
            Self::DateDiffers { .. } => "Make the two agree: rename the file or correct the date.".into(),
            Self::BadTime { .. } => "Write it as 17:30 or 5.30 pm.".into(),
            Self::WrongOrder { .. } => "Check both and swap or correct them.".into(),
            Self::BadEmail { .. } => "Write it as careers@school.example, without spaces.".into(),
            Self::BadPhone { .. } => "Write it with digits and spaces, such as 01632 960123.".into(),
            Self::BadLink { value } if value.contains('@') => format!("Write mailto: in front: mailto:{value}"),
            Self::BadLink { value } if value.starts_with("www.") => format!("Write https:// in front: https://{value}"),
            Self::BadLink { .. } => "Write the whole address, beginning with https:// (or mailto: or tel:).".into(),
            Self::BadColour { .. } => "Write it as \"#0b5d4e\", with quotation marks round it, or as a name like `navy`.".into(),
            Self::CurlyQuotes => "Use straight ones (\") or none at all.".into(),
            Self::NoLeader => {
                "Add a person with `role: careers-leader` and an e-mail address or telephone number. Everybody who \
                 visits the site may ask this person."
                    .into()
            }
            Self::UnknownGroup { value, .. } if value.contains(',') => {
                "Put square brackets round several: [year-7, year-8].".into()
            }
            Self::UnknownGroup { known, suggestion, .. } => {
                suggest(suggestion.as_deref(), "The groups in school.yaml are", known)
            }
            Self::UnknownTime { known, suggestion, .. } => {
                suggest(suggestion.as_deref(), "Write a date, a month, `all year`, or one of", known)
            }
            Self::UnknownRole { known, .. } => suggest(None, "The roles in team.yaml are", known),
            Self::Duplicate { other, .. } => format!("The other is in {other}. Rename or remove one."),
            Self::BadRepeat { trouble } => match trouble {
                RepeatTrouble::Words { suggestion: Some(day), .. } => format!("Did you mean {day}?"),
                RepeatTrouble::Words { .. } | RepeatTrouble::NoWeekday => {
                    "Write it as `every: Tuesday`, `every: Tuesday and Thursday in spring`, `every: other Friday` or \
                     `every: first Monday`."
                        .into()
                }
                RepeatTrouble::NoDays => {
                    "Check the weekday, the first and last day, and the terms in school.yaml.".into()
                }
                RepeatTrouble::NotOneOfThem { .. } => {
                    "Take the day out, or correct it. Holidays, half-terms and bank holidays need not be named.".into()
                }
            },
            Self::Translation { trouble } => match trouble {
                TranslationTrouble::Alone { suggestion: Some(name), .. } => {
                    format!("Is it a translation of `{name}`? Name it after that file, with the language before .md.")
                }
                TranslationTrouble::Alone { .. } => {
                    "Write the original first, or name this file like it: parents.md, and parents.ur.md for Urdu.".into()
                }
                TranslationTrouble::OfKeys => {
                    "Most of what they say stands in keys, from which calendars and lists are made. Put what families \
                     should know into the translation of a page, such as parents.ur.md."
                        .into()
                }
            },
            Self::NotShown { why: Hidden::Draft } => "Take the line `draft: yes` out when it is finished.".into(),
            Self::NotShown { why: Hidden::Until(_) } => "It appears with the first build on or after that day.".into(),
            Self::NotShown { why: Hidden::Since(_) } => "Take the file out, or set a later day.".into(),
            Self::NothingScored => {
                "Say behind each `status:` where you stand: achieved, in-progress or not-achieved.".into()
            }
            Self::OutsideYear { is_before: true, .. } => {
                "Is the year right? If it is over, move it out of the content folder: visitors look for what is ahead."
                    .into()
            }
            Self::OutsideYear { .. } => {
                "Is the year right? If it is next year's, put next year's terms into school.yaml first.".into()
            }
            Self::CountsDoNotAdd { choose_many: true, .. } => {
                "Check the counts. If people could choose several answers, add `choose-many: yes`.".into()
            }
            Self::CountsDoNotAdd { .. } => "Check the counts and the whole.".into(),
            Self::MissingDocument => {
                "Put the document here, such as careers-policy.pdf beside careers-policy.yaml. Or write the policy as \
                 careers-policy.md: more people can read it."
                    .into()
            }
            Self::BrokenLink { suggestion, .. } => suggestion.as_ref().map_or_else(
                || "Write the path from this file to the other, such as ../programme/year-9.md.".into(),
                |path| format!("Did you mean `{path}`?"),
            ),
            Self::BrokenAnchor { known, suggestion, .. } => {
                if known.is_empty() {
                    "That page has no headings. Link to the page alone.".into()
                } else {
                    suggest(suggestion.as_deref(), "Its headings are", known)
                }
            }
            Self::LinkToHidden { why, .. } => match why {
                Hidden::Draft => "The words stand there without a link, for it is a draft.".into(),
                Hidden::Until(day) => format!("The words stand there without a link until {day}."),
                Hidden::Since(_) => "The words stand there without a link. Take the link out.".into(),
            },
            Self::LinkToPrivate { .. } => {
                "The words stand there without a link, and the file is kept out of the site. Take the link out.".into()
            }
            Self::MissingMedia { suggestion, .. } => suggestion.as_ref().map_or_else(
                || "Put the file into media/ and write the path from this file to it.".into(),
                |path| format!("Did you mean `{path}`?"),
            ),
            Self::SpaceInLink { suggestion, .. } => {
                let written = suggestion.as_deref().unwrap_or_default();
                format!("Write {written}, or rename the file without spaces.")
            }
            Self::NotLinked => "Link to it from a text, or take it out of the folder.".into(),
            Self::PictureElsewhere { .. } => {
                "That website would learn who reads yours. Put the picture into media/ and link to it there, if you may use it."
                    .into()
            }
            Self::UnsafeLink { .. } => "Link to an address that begins with https://, mailto: or tel:.".into(),
            Self::RawHtml { .. } => {
                "Write it in Markdown: **bold**, *italic*, [link](https://…), lists and tables. If you mean the sign \
                 itself, write \\< in front."
                    .into()
            }
            Self::BrokenPicture { .. } => "Open it, save it again as JPEG, PNG, WebP or SVG, and replace the file.".into(),
            Self::UnsafePicture { .. } => "Save the drawing again as plain SVG (in Inkscape: Save as, Plain SVG).".into(),
            Self::PictureFormat { format, .. } => format_help(format).into(),
            Self::PictureTooLarge { most, .. } => format!(
                "Make it smaller: a picture may have {most} million points, and pages show two million. In Paint or \
                 Preview: Resize, 2000 points wide."
            ),
            Self::PictureEnding { .. } => "It was read all the same. Give it the right ending: other programs may fail.".into(),
            Self::PictureMoves => {
                "Movement that cannot be stopped keeps people from reading (WCAG 2.2, 2.2.2). If the movement matters, link \
                 to a film of it."
                    .into()
            }
            Self::PictureForPrint => {
                "They were turned into colours for screens and may look different. Look at the page; if they do, save the \
                 picture again as RGB."
                    .into()
            }
            Self::PicturePast { .. } => {
                "Take the picture and this entry out. If it may be shown longer, change `remove-after:`.".into()
            }
            Self::Theme { .. } => "Mend the file, or take it out of theme/ to use ours.".into(),
            Self::Words { trouble } => trouble.help(),
            Self::AddressClash { other, .. } => format!("The other is {other}. Rename one of the two."),
            Self::Sheet { trouble } => trouble.help(),
            Self::MissingColumn { suggestion: Some(near), .. } => format!("Did you mean `{near}`?"),
            Self::MissingColumn { .. } => "Write the heading as it stands in the export, or take this column out. Columns that tell who people are can never be read.".into(),
            Self::UnmappedColumn { column } => {
                format!("Add `- column: {}` to the mapping, with its kind. If it is not wanted, that is `ignore`.", serde_json::Value::from(column.as_str()))
            }
            Self::UnmappedAnswer { suggestion, more, .. } => {
                let near = suggestion.as_ref().map(|near| format!("Did they mean `{near}`? ")).unwrap_or_default();
                let more = if *more > 0 { format!(" There are {more} more such answers.") } else { String::new() };
                format!("{near}Add it to `answers`. Or write `other: Something else`: all other answers are then counted as that.{more}")
            }
            Self::Advice(advice) => advice.help.clone(),
            Self::NotOurs { .. } => {
                "Nothing was changed. Choose another folder with --out, or add --adopt to put the site among the \
                 files that are there: none of them is overwritten."
                    .into()
            }
            Self::InTheWay { .. } => {
                "Nothing was changed. Move it away, or choose another folder with --out.".into()
            }
            Self::CannotWrite { .. } => {
                "The site that was there is as it was, or the next build mends it. Check that the disk has room and \
                 that you may write there."
                    .into()
            }
        }
    }
}

fn suggest<S: AsRef<str>>(suggestion: Option<&str>, intro: &str, known: &[S]) -> String {
    let list = known.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    match suggestion {
        Some(word) => format!("Did you mean `{word}`? {intro}: {list}."),
        None => format!("{intro}: {list}."),
    }
}

fn format_help(format: &str) -> &'static str {
    match format {
        "HEIC" => {
            "iPhones write it. Open the picture in Photos (on Windows or a Mac) and save or export it as JPEG. To have the \
             phone write JPEG from now on: Settings, Camera, Formats, Most Compatible."
        }
        "camera raw" => "Cameras write it. Open it with the camera's own program and export it as JPEG.",
        "Photoshop" | "Illustrator" => "Open it in the program that made it, and export it as PNG, JPEG or SVG.",
        _ => "Open it in Photos, Paint or Preview and save it as JPEG (photographs) or PNG (drawings).",
    }
}

fn size(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    if bytes >= MEGABYTE { format!("{} MB", bytes.div_ceil(MEGABYTE)) } else { format!("{} kB", bytes.div_ceil(1000)) }
}
