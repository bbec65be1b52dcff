//! Why something is wrong: the kinds of trouble that a [`super::Problem`] may name.

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
