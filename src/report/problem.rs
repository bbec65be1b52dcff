//! The facts of each finding, without words.

use super::{Code, Severity};

/// What was wanted where something else stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Plain text.
    Text,
    /// `yes` or `no`.
    YesNo,
    /// A whole number.
    Number,
    /// A list, one entry a line behind a dash.
    List,
    /// Keys with values.
    Keys,
    /// A single value, or a list of such.
    One,
}

/// Why a YAML file or front matter could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YamlTrouble {
    /// `title: Careers: Fair`.
    SecondColon,
    /// A tab where spaces belong.
    Tab,
    /// A quotation mark is opened and never closed.
    UnclosedQuote,
    /// A value begins with a sign that YAML keeps for itself.
    SpecialSign(char),
    /// Lines do not line up.
    Indentation,
    /// `name:Priya`.
    NoSpace,
    /// `-pupils`.
    NoSpaceBehindDash,
    /// `'it's fun'`.
    QuoteInside,
    /// A bracket is opened and never closed.
    UnclosedBracket,
    /// Anything else.
    Other,
}

/// Why a date could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateTrouble {
    /// It is not written in a form we know.
    Form,
    /// The day does not exist, such as 31 February.
    NoSuchDay,
    /// It is written with slashes: what it most likely means, in words, and as we write it.
    Slashes(String, String),
}

/// Why a repeated event could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants tell of their facts")]
pub enum RepeatTrouble {
    /// A word is not known; the weekday it is near to.
    Words { word: String, suggestion: Option<String> },
    /// No weekday is named.
    NoWeekday,
    /// No day of a term is left.
    NoDays,
    /// A day to leave out is not one of its days.
    NotOneOfThem { date: String },
}

/// Why an event or page is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It is a draft.
    Draft,
    /// Its first day, in words, has not come.
    Until(String),
    /// Its last day, in words, has passed.
    Since(String),
}

/// Why a text in another language is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants tell of their facts")]
pub enum TranslationTrouble {
    /// There is no text that it translates.
    Alone { original: String, suggestion: Option<String> },
    /// It would translate a plan or an event, most of which stands in keys.
    OfKeys,
}

/// Why a sheet cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants tell of their facts")]
pub enum SheetTrouble {
    /// Its ending is no sheet's.
    NoSheet,
    /// It is something else than its ending says.
    OtherKind {
        really: &'static str,
    },
    LockedOrOld,
    Damaged,
    TooLarge,
    /// There are no rows.
    Empty,
    NoHeading {
        column: String,
    },
    NoQuestions,
    NoAnswers,
    Formula {
        cell: String,
    },
    Merged {
        cell: String,
    },
    /// The day could be in one month or in another.
    OpenDay {
        value: String,
    },
    /// The same, in a list of days.
    OpenOrder {
        value: String,
    },
    /// Some days can only be read with the day first, others only with the month first.
    TwoOrders,
    BadStamp {
        value: String,
    },
    NoDay,
    /// A column that is needed is not there: what it is called.
    NoColumn {
        wanted: &'static str,
    },
    /// A cell holds something that does not fit: what would, in words.
    Cell {
        cell: String,
        value: String,
        wanted: String,
    },
    /// A calendar cannot be read; how far it was looked at.
    BadCalendar {
        line: usize,
    },
}

/// What is wrong with the words of the interface. Its own words stand in `words_of_language`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsTrouble {
    /// There are no words for the language that `school.yaml` names.
    NoLanguage {
        /// The start of its tag.
        tag: String,
        /// The languages that there are.
        known: Vec<String>,
    },
    /// A file is for a language that the site does not have.
    OtherLanguage {
        /// The site's language.
        language: String,
    },
    /// Some lines cannot be read.
    Syntax {
        /// What the reader says of them.
        detail: String,
    },
    /// There is no message of this name.
    NoMessage {
        /// The name.
        key: String,
        /// A name that is near.
        suggestion: Option<String>,
    },
    /// A message is not given what it wants to show.
    NoPlace {
        /// The message.
        key: String,
        /// What it wants to show.
        name: String,
        /// What it is given.
        known: Vec<String>,
    },
    /// Some messages are missing, and said in English.
    Missing {
        /// How many.
        count: usize,
        /// Some of them.
        some: Vec<String>,
    },
}

/// What a rule of `check` has to say. Its words stand in the rule's own file, beside the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The rule.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// One line: what is wrong or missing.
    pub message: String,
    /// What it means and how to mend it. A line below it says where the rule comes from.
    pub help: String,
}

/// What is wrong, missing or worth telling: the facts of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is explained at length in explain.md, which a test holds complete")]
pub enum Problem {
    NoFolder,
    EmptyFolder,
    MissingFile { what: &'static str },
    Unreadable { reason: String },
    NotText,
    TooLarge { bytes: u64, limit: u64 },
    TooMany { what: &'static str, limit: usize },
    TooDeep { limit: usize },
    LinkLeavesFolder { target: String },
    FileName { why: &'static str },
    NamesDifferInCase { other: String },
    UnknownFile { suggestion: Option<String> },
    ByteOrderMark,
    Windows1252,
    Utf16,
    UnclosedFrontMatter,
    UnopenedFrontMatter,
    YamlSyntax { trouble: YamlTrouble, detail: String },
    YamlTooComplex,
    DuplicateKey { key: String, first_line: usize },
    UnknownKey { key: String, known: Vec<&'static str>, suggestion: Option<&'static str> },
    MissingKey { key: &'static str, example: String },
    NoFrontMatter { key: &'static str, example: String },
    WrongType { wanted: Wanted, found: String },
    EmptyValue { key: String },
    CommentedOut { key: String, comment: String },
    CutShort { comment: String },
    UnknownValue { value: String, known: Vec<String>, suggestion: Option<String> },
    OutOfRange { value: String, from: i64, to: i64 },
    BadDate { value: String, trouble: DateTrouble },
    WrongWeekday { said: &'static str, date: String, really: &'static str },
    DateDiffers { here: String, in_name: String },
    BadTime { value: String },
    WrongOrder { what: &'static str },
    BadEmail { value: String },
    BadPhone { value: String },
    BadLink { value: String },
    BadColour { value: String },
    CurlyQuotes,
    NoLeader,
    MissingDocument,
    UnknownGroup { value: String, known: Vec<String>, suggestion: Option<String> },
    UnknownTime { value: String, known: Vec<String>, suggestion: Option<String> },
    UnknownRole { value: String, known: Vec<&'static str> },
    Duplicate { what: &'static str, name: String, other: String },
    OutsideYear { date: String, year: String, is_before: bool },
    BadRepeat { trouble: RepeatTrouble },
    Translation { trouble: TranslationTrouble },
    NotShown { why: Hidden },
    NothingScored,
    CountsDoNotAdd { counted: u64, whole: u64, people: &'static str, choose_many: bool },
    BrokenLink { target: String, suggestion: Option<String> },
    BrokenAnchor { target: String, anchor: String, known: Vec<String>, suggestion: Option<String> },
    LinkToHidden { target: String, why: Hidden },
    LinkToPrivate { target: String },
    MissingMedia { target: String, suggestion: Option<String> },
    PictureElsewhere { target: String },
    SpaceInLink { target: String, suggestion: Option<String> },
    NotLinked,
    UnsafeLink { target: String },
    RawHtml { html: String },
    BrokenPicture { reason: String },
    UnsafePicture { what: String },
    PictureFormat { format: &'static str, shown: bool },
    PictureTooLarge { width: u32, height: u32, most: u64 },
    PictureEnding { said: &'static str, really: &'static str },
    PictureMoves,
    PictureForPrint,
    PicturePast { file: String, until: String },
    Theme { message: String },
    Words { trouble: WordsTrouble },
    AddressClash { address: String, other: String },
    Sheet { trouble: SheetTrouble },
    MissingColumn { column: String, suggestion: Option<String> },
    UnmappedColumn { column: String },
    UnmappedAnswer { answer: String, people: u32, more: usize, suggestion: Option<String> },
    Advice(Box<Advice>),
    NotOurs { why: String },
    InTheWay { why: &'static str },
    CannotWrite { reason: String },
}

impl Problem {
    /// The code of this kind of finding.
    pub fn code(&self) -> Code {
        match self {
            Self::NoFolder => Code::NoFolder,
            Self::EmptyFolder => Code::EmptyFolder,
            Self::MissingFile { .. } => Code::MissingFile,
            Self::Unreadable { .. } => Code::Unreadable,
            Self::NotText => Code::NotText,
            Self::TooLarge { .. } => Code::TooLarge,
            Self::TooMany { .. } => Code::TooMany,
            Self::TooDeep { .. } => Code::TooDeep,
            Self::LinkLeavesFolder { .. } => Code::LinkLeavesFolder,
            Self::FileName { .. } => Code::FileName,
            Self::NamesDifferInCase { .. } => Code::NamesDifferInCase,
            Self::UnknownFile { .. } => Code::UnknownFile,
            Self::ByteOrderMark => Code::ByteOrderMark,
            Self::Windows1252 => Code::Windows1252,
            Self::Utf16 => Code::Utf16,
            Self::UnclosedFrontMatter | Self::UnopenedFrontMatter => Code::UnclosedFrontMatter,
            Self::YamlSyntax { .. } => Code::YamlSyntax,
            Self::YamlTooComplex => Code::YamlTooComplex,
            Self::DuplicateKey { .. } => Code::DuplicateKey,
            Self::UnknownKey { .. } => Code::UnknownKey,
            Self::MissingKey { .. } | Self::NoFrontMatter { .. } => Code::MissingKey,
            Self::WrongType { .. } => Code::WrongType,
            Self::EmptyValue { .. } => Code::EmptyValue,
            Self::CommentedOut { .. } | Self::CutShort { .. } => Code::CommentedOut,
            Self::UnknownValue { .. } => Code::UnknownValue,
            Self::OutOfRange { .. } => Code::OutOfRange,
            Self::BadDate { .. } => Code::BadDate,
            Self::WrongWeekday { .. } => Code::WrongWeekday,
            Self::DateDiffers { .. } => Code::DateDiffers,
            Self::BadTime { .. } => Code::BadTime,
            Self::WrongOrder { .. } => Code::WrongOrder,
            Self::BadEmail { .. } => Code::BadEmail,
            Self::BadPhone { .. } => Code::BadPhone,
            Self::BadLink { .. } => Code::BadLink,
            Self::BadColour { .. } => Code::BadColour,
            Self::CurlyQuotes => Code::CurlyQuotes,
            Self::NoLeader => Code::NoLeader,
            Self::MissingDocument => Code::MissingDocument,
            Self::UnknownGroup { .. } => Code::UnknownGroup,
            Self::UnknownTime { .. } => Code::UnknownTime,
            Self::UnknownRole { .. } => Code::UnknownRole,
            Self::Duplicate { .. } => Code::Duplicate,
            Self::OutsideYear { .. } => Code::OutsideYear,
            Self::BadRepeat { .. } => Code::BadRepeat,
            Self::Translation { .. } => Code::Translation,
            Self::NotShown { .. } | Self::NothingScored => Code::NotShown,
            Self::CountsDoNotAdd { .. } => Code::CountsDoNotAdd,
            Self::BrokenLink { .. } | Self::SpaceInLink { .. } => Code::BrokenLink,
            Self::BrokenAnchor { .. } => Code::BrokenAnchor,
            Self::LinkToHidden { .. } | Self::LinkToPrivate { .. } => Code::LinkToHidden,
            Self::MissingMedia { .. } => Code::MissingMedia,
            Self::PictureElsewhere { .. } => Code::PictureElsewhere,
            Self::NotLinked => Code::NotLinked,
            Self::UnsafeLink { .. } => Code::UnsafeLink,
            Self::RawHtml { .. } => Code::RawHtml,
            Self::BrokenPicture { .. } => Code::BrokenPicture,
            Self::UnsafePicture { .. } => Code::UnsafePicture,
            Self::PictureFormat { .. } => Code::PictureFormat,
            Self::PictureTooLarge { .. } => Code::PictureTooLarge,
            Self::PictureEnding { .. } => Code::PictureEnding,
            Self::PictureMoves => Code::PictureMoves,
            Self::PictureForPrint => Code::PictureForPrint,
            Self::PicturePast { .. } => Code::PicturePast,
            Self::Theme { .. } => Code::Theme,
            Self::Words { .. } => Code::Words,
            Self::AddressClash { .. } => Code::AddressClash,
            Self::Sheet { .. } => Code::Sheet,
            Self::MissingColumn { .. } => Code::MissingColumn,
            Self::UnmappedColumn { .. } => Code::UnmappedColumn,
            Self::UnmappedAnswer { .. } => Code::UnmappedAnswer,
            Self::Advice(advice) => advice.code,
            Self::NotOurs { .. } => Code::NotOurs,
            Self::InTheWay { .. } => Code::InTheWay,
            Self::CannotWrite { .. } => Code::CannotWrite,
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Advice(advice) => advice.severity,
            Self::Windows1252
            | Self::Utf16
            | Self::UnknownFile { .. }
            | Self::Translation { .. }
            | Self::CutShort { .. }
            | Self::NotLinked
            | Self::PictureFormat { shown: false, .. }
            | Self::PictureMoves
            | Self::PicturePast { .. }
            | Self::OutsideYear { .. }
            | Self::LinkToHidden { .. }
            | Self::LinkToPrivate { .. }
            | Self::LinkLeavesFolder { .. } => Severity::Should,
            Self::Words { trouble } => trouble.severity(),
            Self::ByteOrderMark
            | Self::CurlyQuotes
            | Self::NotShown { .. }
            | Self::NothingScored
            | Self::PictureEnding { .. }
            | Self::PictureForPrint => Severity::Could,
            _ => Severity::Error,
        }
    }
}
