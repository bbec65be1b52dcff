//! Reads the body of a form that was sent.

use std::time::Duration;

use bytes::{Buf, Bytes};
use http_body_util::{BodyExt, Limited};
use hyper::StatusCode;
use hyper::body::Body;
use tokio::time::timeout;

/// In bytes.
pub(super) const MAX_FORM: usize = 1024 * 1024;
/// A form above [`MAX_FORM`] and up to this is read, so that it can be shown again as it was typed.
const MAX_READ: usize = 4 * 1024 * 1024;
const MAX_FIELDS: usize = 5_000;
/// How long sending a form may take.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// The fields of a form, in order.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) fields: Vec<(String, String)>,
    /// The file that was chosen, if the form has one.
    pub(super) file: Option<UploadedFile>,
    /// True if it is larger than what is accepted.
    pub(super) is_too_large: bool,
}

/// A file that was chosen.
#[derive(Clone, Debug)]
pub(super) struct UploadedFile {
    /// As the browser calls it. It is not a path.
    pub(super) name: String,
    pub(super) bytes: Bytes,
}

impl Form {
    /// The first field of a name. Empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// All fields of a name, such as boxes that are ticked.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

/// Why a form can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormError {
    TooLarge,
    FileTooLarge,
    TooManyFields,
    /// It was not sent completely, or not in time.
    Incomplete,
}

impl FormError {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::TooLarge | Self::FileTooLarge | Self::TooManyFields => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Incomplete => StatusCode::BAD_REQUEST,
        }
    }

    pub(super) fn message(self) -> &'static str {
        match self {
            Self::TooLarge => {
                "This form is too large. Nothing was saved. Go back to your form, and copy what you typed before you load it again."
            }
            Self::FileTooLarge => {
                "This file is larger than 25 MB. Nothing was saved. Go back and choose a smaller one."
            }
            Self::TooManyFields => {
                "This form has too many fields. Nothing was saved. Go back, copy what you typed, and add a part of it in another file."
            }
            Self::Incomplete => "The form did not arrive complete. Nothing was saved. Go back and send it again.",
        }
    }
}

/// Reads a form with the content type `application/x-www-form-urlencoded`.
pub(super) async fn read_form<B>(body: B) -> Result<Form, FormError>
where
    B: Body,
    B::Data: Buf,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let read = timeout(BODY_TIMEOUT, Limited::new(body, MAX_READ).collect()).await;
    let collected = read.map_err(|_| FormError::Incomplete)?.map_err(|error| {
        if error.is::<http_body_util::LengthLimitError>() { FormError::TooLarge } else { FormError::Incomplete }
    })?;
    parse(&collected.to_bytes())
}

fn parse(bytes: &Bytes) -> Result<Form, FormError> {
    // Counted first: a million empty fields take much more memory than they take to send.
    if bytes.iter().filter(|byte| **byte == b'&').count() >= MAX_FIELDS {
        return Err(FormError::TooManyFields);
    }
    let fields = form_urlencoded::parse(bytes).into_owned().collect();
    Ok(Form { fields, file: None, is_too_large: bytes.len() > MAX_FORM })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_decoded_and_counted() {
        let form = parse(&Bytes::from_static(b"a=1&b=%C3%A9+x&a=2&c")).expect("a form");
        assert_eq!((form.get("a"), form.get("b"), form.get("c"), form.get("d")), ("1", "\u{e9} x", "", ""));
        assert!(!form.is_too_large);
        assert!(parse(&Bytes::from("a=1&".repeat(MAX_FIELDS - 1))).is_ok());
        assert_eq!(parse(&Bytes::from("&".repeat(MAX_FIELDS))).err(), Some(FormError::TooManyFields));
        assert!(parse(&Bytes::from(vec![b'a'; MAX_FORM + 1])).expect("a form").is_too_large);
    }
}
