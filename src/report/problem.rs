//! The problems that a stage can report, and the macro that declares a stage's table of them.

use super::{Code, Severity, Subject};

/// The facts of a finding. Adding it to [`super::Findings`] formats them as text.
pub trait Problem {
    fn code(&self) -> Code;
    fn severity(&self) -> Severity;
    /// One line: what is wrong.
    fn message(&self) -> String;
    /// How to fix it. Lines after the first are shown as a note.
    fn help(&self) -> String;
    /// A label for the marked place, where it needs one.
    fn label(&self) -> Option<&'static str> {
        None
    }
    /// What can't be relied on because of it.
    fn breaks(&self) -> Vec<Subject> {
        Vec::new()
    }
    /// What must be right for it to be true.
    fn needs(&self) -> Vec<Subject> {
        Vec::new()
    }
}

/// A problem that a rule of `check` reports. The rule's own file has its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub code: Code,
    pub severity: Severity,
    pub message: String,
    /// How to fix it. A second line names the source of the rule.
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

/// A stage's table of problems: an enum that implements [`Problem`]. `fingerpost explain CODE` prints the doc comment of a
/// variant; of those that share a code, only one has it. `enum Name: Wrapper(Other)` adds the problems of another table.
/// A row that follows from other findings names what it `needs`, and a row from which others follow what it `breaks`.
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
                    $(, label: $label:expr)? $(, breaks: $breaks:expr)? $(, needs: $needs:expr)? $(,)?
                }
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[doc = $doc])* $variant $({ $($field: $type),* })?,)*
            $($($wrapper($inner),)+)?
        }

        impl $name {
            pub(crate) const EXPLANATIONS: &'static [(&'static str, &'static [&'static str])] =
                &[$(($code, &[$($doc),*])),*];
        }

        #[allow(unused_variables, reason = "not every message uses every fact")]
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
                    $($(Self::$wrapper(problem) => problem.label(),)+)?
                    #[allow(unreachable_patterns, reason = "a table may have labels only, or wrap all of its problems")]
                    _ => None,
                }
            }
            fn breaks(&self) -> Vec<$crate::report::Subject> {
                match self {
                    $(Self::$variant $({ $($field),* })? => None::<[$crate::report::Subject; 0]>.into_iter().flatten()$(.chain($breaks))?.collect(),)*
                    $($(Self::$wrapper(problem) => problem.breaks(),)+)?
                }
            }
            fn needs(&self) -> Vec<$crate::report::Subject> {
                match self {
                    $(Self::$variant $({ $($field),* })? => None::<[$crate::report::Subject; 0]>.into_iter().flatten()$(.chain($needs))?.collect(),)*
                    $($(Self::$wrapper(problem) => problem.needs(),)+)?
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
