//! The list of finding codes: stable names that tests, `explain` and machines rely on.

use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be built, or would say something wrong: it stops the build.
    Error,
    /// The law asks for it.
    Must,
    /// Guidance or good practice asks for it.
    Should,
    /// Worth knowing.
    Could,
}

impl Severity {
    /// The word shown before a message and given to machines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Must => "must",
            Self::Should => "should",
            Self::Could => "could",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $word:literal)*) => {
        /// The kind of a finding. Its word never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each is explained at length in explain.md, which a test holds complete")]
        pub enum Code { $($variant),* }

        impl Code {
            /// Every code, in the order of the pipeline.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stable word, as in `fingerpost explain unknown-key`.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
    };
}

codes! {
    NoFolder "no-folder"
    EmptyFolder "empty-folder"
    MissingFile "missing-file"
    Unreadable "unreadable"
    NotText "not-text"
    TooLarge "too-large"
    TooMany "too-many-files"
    TooDeep "too-deep"
    LinkLeavesFolder "link-leaves-folder"
    FileName "file-name"
    NamesDifferInCase "names-differ-in-case"
    UnknownFile "unknown-file"
    ByteOrderMark "byte-order-mark"
    Windows1252 "windows-1252"
    Utf16 "utf-16"
    UnclosedFrontMatter "unclosed-front-matter"
    YamlSyntax "yaml-syntax"
    YamlTooComplex "yaml-too-complex"
    DuplicateKey "duplicate-key"
    UnknownKey "unknown-key"
    MissingKey "missing-key"
    WrongType "wrong-type"
    EmptyValue "empty-value"
    CommentedOut "commented-out"
    UnknownValue "unknown-value"
    OutOfRange "out-of-range"
    BadDate "bad-date"
    WrongWeekday "wrong-weekday"
    DateDiffers "date-differs"
    BadTime "bad-time"
    WrongOrder "wrong-order"
    BadEmail "bad-email"
    BadPhone "bad-phone"
    BadLink "bad-link"
    BadColour "bad-colour"
    CurlyQuotes "curly-quotes"
    NoLeader "no-leader"
    MissingDocument "missing-document"
    UnknownGroup "unknown-group"
    UnknownTime "unknown-time"
    UnknownRole "unknown-role"
    Duplicate "duplicate"
    OutsideYear "outside-year"
    BadRepeat "bad-repeat"
    Translation "translation"
    NotShown "not-shown"
    CountsDoNotAdd "counts-do-not-add"
    BrokenLink "broken-link"
    BrokenAnchor "broken-anchor"
    LinkToHidden "link-to-hidden"
    MissingMedia "missing-media"
    PictureElsewhere "picture-elsewhere"
    NotLinked "not-linked"
    UnsafeLink "unsafe-link"
    RawHtml "raw-html"
    BrokenPicture "broken-picture"
    UnsafePicture "unsafe-picture"
    PictureFormat "picture-format"
    PictureTooLarge "picture-too-large"
    PictureEnding "picture-ending"
    PictureMoves "picture-moves"
    PictureForPrint "picture-for-print"
    PicturePast "picture-past"
    Theme "theme"
    Words "words"
    AddressClash "address-clash"
    Sheet "sheet"
    MissingColumn "missing-column"
    UnmappedColumn "unmapped-column"
    UnmappedAnswer "unmapped-answer"
    Statutory "statutory"
    ProviderAccess "provider-access"
    AccessibilityClaim "accessibility-claim"
    AccessibilityUnchecked "accessibility-unchecked"
    ReviewPast "review-past"
    ReviewNear "review-near"
    LastUpdated "last-updated"
    YearOver "year-over"
    DocumentReview "document-review"
    AccessibilityCheck "accessibility-check"
    ProblemOverdue "problem-overdue"
    AwardOver "award-over"
    EvaluationOld "evaluation-old"
    ComparatorYear "comparator-year"
    SurveyOld "survey-old"
    FeedbackDue "feedback-due"
    ActionOverdue "action-overdue"
    StillProposed "still-proposed"
    NeedsBy "needs-by"
    OldWords "old-words"
    TranslationOld "translation-old"
    PersonalContact "personal-contact"
    DateOfBirth "date-of-birth"
    PersonalNumber "personal-number"
    SheetOfPeople "sheet-of-people"
    SheetUnseen "sheet-unseen"
    SmallNumber "small-number"
    FewPeople "few-people"
    NamedQuote "named-quote"
    PictureData "picture-data"
    PicturePermission "picture-permission"
    DocumentData "document-data"
    DocumentUnseen "document-unseen"
    DocumentUntagged "document-untagged"
    Placeholder "placeholder"
    GroupWithoutPlan "group-without-plan"
    NoOutcomes "no-outcomes"
    EmptyTerm "empty-term"
    AudienceUnserved "audience-unserved"
    NobodyTold "nobody-told"
    SubjectNotLinked "subject-not-linked"
    GroupUnheard "group-unheard"
    Criterion "criterion"
    NotTranslated "not-translated"
    Translator "translator"
    NoAltText "no-alt-text"
    AltText "alt-text"
    HeadingOrder "heading-order"
    BoldHeading "bold-heading"
    LinkText "link-text"
    SameLinkText "same-link-text"
    TableHeads "table-heads"
    Capitals "capitals"
    ColourContrast "colour-contrast"
    DocumentOnly "document-only"
    ReadingAge "reading-age"
    OtherLanguage "other-language"
    LanguageTag "language-tag"
    FancyText "fancy-text"
    ColourOrPlace "colour-or-place"
    NameBesidePicture "name-beside-picture"
    DeadLink "dead-link"
    RootedLink "rooted-link"
    DuplicateId "duplicate-id"
    LostPage "lost-page"
    IntranetLink "intranet-link"
    LinkGone "link-gone"
    LinkMoved "link-moved"
    LinkUnsure "link-unsure"
    NotOurs "not-ours"
    InTheWay "in-the-way"
    CannotWrite "cannot-write"
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
