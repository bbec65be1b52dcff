//! Packs the built site into one file, to hand to the people who publish it.

use std::io::{self, Cursor, Write};

use camino::Utf8Path;
use hyper::header::{self, HeaderValue};
use hyper::{Response, StatusCode};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::request::PageRequest;
use crate::serve::response::{ResponseBody, complete};

/// Sends the files of the built site as a .zip.
pub(super) async fn download(request: &PageRequest) -> Response<ResponseBody> {
    let state = request.state.clone();
    // Reading and packing take time and must not block other connections.
    match tokio::task::spawn_blocking(move || pack(&state.dashboard.out)).await {
        Ok(Ok(Some(zip))) => {
            let mut response = complete(StatusCode::OK, "application/zip", zip);
            let name = HeaderValue::from_static("attachment; filename=\"careers-site.zip\"");
            response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
            response
        }
        Ok(Ok(None)) => {
            let text = "Build the site first. Then you can download it.";
            request.message(StatusCode::NOT_FOUND, "There is no site yet", text)
        }
        _ => {
            let text = "A file of the site could not be read. Build the site again, then download it.";
            request.message(StatusCode::INTERNAL_SERVER_ERROR, "The site could not be packed", text)
        }
    }
}

/// All files of the site in a folder. `None` if there is no site. The same site gives the same bytes.
fn pack(out: &Utf8Path) -> io::Result<Option<Vec<u8>>> {
    let paths = crate::published_files(out);
    if paths.is_empty() {
        return Ok(None);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for path in paths {
        let bytes = crate::published_file(out, &path).ok_or(io::ErrorKind::NotFound)?;
        let options = SimpleFileOptions::default().compression_method(compression(&path));
        zip.start_file(path, options).map_err(io::Error::other)?;
        zip.write_all(&bytes)?;
    }
    Ok(Some(zip.finish().map_err(io::Error::other)?.into_inner()))
}

/// Pictures and office documents are compressed already.
fn compression(path: &str) -> CompressionMethod {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let is_compressed = ["jpg", "jpeg", "png", "webp", "gif", "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp"];
    if is_compressed.contains(&extension.as_str()) { CompressionMethod::Stored } else { CompressionMethod::Deflated }
}
