//! What a stage can report, and the macro that makes a stage's table of problems.

use super::{Code, Severity};

/// The facts of a finding. They become text when it is added to [`super::Findings`].
pub trait Problem {
    /// The kind of finding.
    fn code(&self) -> Code;
    /// How much it matters.
    fn severity(&self) -> Severity;
    /// One line: what is wrong.
    fn message(&self) -> String;
    /// What it means and how to fix it. Lines after the first are shown as a note.
    fn help(&self) -> String;
    /// What the marked place is, where that is not plain.
    fn label(&self) -> Option<&'static str> {
        None
    }
}

/// What a rule of `check` reports. The rule's own file holds its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The rule.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// One line: what is wrong or missing.
    pub message: String,
    /// What it means and how to fix it. A second line names the source of the rule.
    pub help: String,
}

impl Problem for Advice {
    fn code(&self) -> Code {
        self.code
    }
    fn severity(&self) -> Severity {
        self.severity
    }
    fn message(&self) -> String {
        self.message.clone()
    }
    fn help(&self) -> String {
        self.help.clone()
    }
}

/// A stage's table of problems: an enum that implements [`Problem`].
///
/// Each variant has its facts, code, severity, message and help. Its doc comment is what
/// `fingerpost explain CODE` prints; of variants that share a code, one has it.
/// `enum Name: Wrapper(Other)` adds variants that hold a problem of another table.
macro_rules! findings {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident $(: $($wrapper:ident($inner:ty)),+)? {
            $(
                $(#[doc = $doc:literal])*
                $variant:ident $({ $($field:ident: $type:ty),* $(,)? })? => {
                    code: $code:literal,
                    severity: $severity:expr,
                    message: $message:expr,
                    help: $help:expr
                    $(, label: $label:expr)? $(,)?
                }
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the fields are the facts that the message shows")]
        $vis enum $name {
            $($(#[doc = $doc])* $variant $({ $($field: $type),* })?,)*
            $($($wrapper($inner),)+)?
        }

        impl $name {
            /// Each code with the lines of its explanation, which are empty if another variant has it.
            pub(crate) const EXPLANATIONS: &'static [(&'static str, &'static [&'static str])] =
                &[$(($code, &[$($doc),*])),*];
        }

        #[allow(unused_variables, reason = "not every text shows every fact")]
        impl $crate::report::Problem for $name {
            fn code(&self) -> $crate::report::Code {
                match self {
                    $(Self::$variant { .. } => $crate::report::Code::new($code),)*
                    $($(Self::$wrapper(problem) => problem.code(),)+)?
                }
            }
            fn severity(&self) -> $crate::report::Severity {
                match self {
                    $(Self::$variant $({ $($field),* })? => $severity,)*
                    $($(Self::$wrapper(problem) => problem.severity(),)+)?
                }
            }
            fn message(&self) -> String {
                match self {
                    $(Self::$variant $({ $($field),* })? => String::from($message),)*
                    $($(Self::$wrapper(problem) => problem.message(),)+)?
                }
            }
            fn help(&self) -> String {
                match self {
                    $(Self::$variant $({ $($field),* })? => String::from($help),)*
                    $($(Self::$wrapper(problem) => problem.help(),)+)?
                }
            }
            fn label(&self) -> Option<&'static str> {
                match self {
                    $($(Self::$variant { .. } => Some($label),)?)*
                    _ => None,
                }
            }
        }

        $($(
            impl From<$inner> for $name {
                fn from(problem: $inner) -> Self {
                    Self::$wrapper(problem)
                }
            }
        )+)?
    };
}
pub(crate) use findings;
