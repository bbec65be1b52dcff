//! Arguments of messages.

use std::borrow::Cow;

#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A word, a name or part of a sentence.
    Text(&'a str),
    /// A number, which can select a plural form.
    Number(i64),
}

impl<'a, S: AsRef<str> + ?Sized> From<&'a S> for Arg<'a> {
    fn from(text: &'a S) -> Self {
        Self::Text(text.as_ref())
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })*
    };
}
numbers! { u8 u32 u64 usize i8 i16 i64 }

/// Formats a message: `message!(language, "criterion_title", id = "1.3")`.
macro_rules! message {
    ($language:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $language.format($key, &[$((stringify!($name), $crate::language::Arg::from($value))),*])
    };
}
pub(crate) use message;

/// Escapes text for the output format, such as HTML.
pub(super) type Escape = fn(&str) -> Cow<'_, str>;

pub(super) struct MessageArgs<'g> {
    pub(super) args: &'g [(&'g str, Arg<'g>)],
    /// Applied to the message's own text. Text arguments are escaped already.
    pub(super) escape: Escape,
}

impl<'g> MessageArgs<'g> {
    pub(super) fn get(&self, name: &str) -> Option<Arg<'g>> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, arg)| *arg)
    }
}
