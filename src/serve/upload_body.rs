//! Reads the body of a form with a file.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyDataStream;
use hyper::body::Incoming;
use multer::{Constraints, Multipart, SizeLimit};
use tokio::time::timeout;

use super::form_body::{Form, FormError, UploadedFile};

/// The size of a file, in bytes.
pub(super) const MAX_FILE: u64 = 25 * 1024 * 1024;
/// The size of a field that is no file.
const MAX_FIELD: u64 = 256 * 1024;
/// A form with a file has few other fields.
const MAX_FIELDS: usize = 100;
/// How long sending one may take.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(120);
/// The name of the field with the file.
const FILE_FIELD: &str = "file";

/// Reads a form with the content type `multipart/form-data`, whose value is given. Only the field `file` is one. The name that
/// the browser gives a file is kept as text, and never used as a path.
pub(super) async fn read_upload(body: Incoming, content_type: &str) -> Result<Form, FormError> {
    let boundary = multer::parse_boundary(content_type).map_err(|_| FormError::Incomplete)?;
    let limits =
        SizeLimit::new().whole_stream(MAX_FILE + MAX_FIELD).per_field(MAX_FIELD).for_field(FILE_FIELD, MAX_FILE);
    let constraints = Constraints::new().size_limit(limits);
    let parts = Multipart::with_constraints(BodyDataStream::new(body), boundary, constraints);
    timeout(UPLOAD_TIMEOUT, collect(parts)).await.map_err(|_| FormError::Incomplete)?
}

async fn collect(mut parts: Multipart<'_>) -> Result<Form, FormError> {
    let mut form = Form::default();
    while let Some(field) = parts.next_field().await.map_err(|error| form_error(&error))? {
        if form.fields.len() >= MAX_FIELDS {
            return Err(FormError::TooManyFields);
        }
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let bytes: Bytes = field.bytes().await.map_err(|error| form_error(&error))?;
        match file_name {
            Some(file_name) if name == FILE_FIELD && form.file.is_none() => {
                form.file = (!bytes.is_empty()).then_some(UploadedFile { name: file_name, bytes });
            }
            Some(_) => return Err(FormError::TooManyFields),
            None => form.fields.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok(form)
}

fn form_error(error: &multer::Error) -> FormError {
    match error {
        multer::Error::FieldSizeExceeded { .. } | multer::Error::StreamSizeExceeded { .. } => FormError::FileTooLarge,
        _ => FormError::Incomplete,
    }
}
