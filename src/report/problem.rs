//! The facts of each finding, without words.

use super::trouble::{
    DateTrouble, Hidden, RepeatTrouble, SheetTrouble, TranslationTrouble, Wanted, WordsTrouble, YamlTrouble,
};
use super::{Code, Severity};

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
