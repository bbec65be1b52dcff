//! Hostile files. Each test is one of the threats that `src/serve/write_guard.rs` lists.

use crate::client::{get, multipart, post, post_bytes, request, tokens};
use crate::html_form::HtmlForm;
use crate::preview::Preview;
use crate::uploads::photo;

/// The names of the files in `media`.
fn media(preview: &Preview) -> Vec<String> {
    let entries = std::fs::read_dir(preview.content.join("media")).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("Unicode")).collect();
    names.sort();
    names
}

/// The form of a picture that only lacks its file.
fn picture_form(preview: &Preview) -> HtmlForm {
    let mut form = HtmlForm::at(preview, "/-/upload/picture");
    form.set("pictures.0.alt", "A hall");
    form.set("pictures.0.permission", "own-work");
    form
}

#[test]
fn files_of_wrong_types_are_refused() {
    let preview = Preview::small();
    let before = media(&preview);
    let svg =
        |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{inside}</svg>");
    let drawing = svg("<script>alert(1)</script>");
    let loads = svg("<image href=\"https://evil.example/a.png\"/>");
    for (name, bytes) in [
        ("a.jpg", &b"<!doctype html><script>alert(1)</script>"[..]),
        ("a.png", b"%PDF-1.7"),
        ("a.svg", drawing.as_bytes()),
        ("a.svg", loads.as_bytes()),
        ("a.heic", b"\0\0\0\x18ftypheic"),
        ("a.exe", b"MZ\x90\0"),
    ] {
        let page = picture_form(&preview).upload(&preview, Some((name, bytes)));
        assert_eq!(page.status, 422, "{name} {}", String::from_utf8_lossy(bytes));
        assert!(page.text().contains("Nothing was saved"), "{name}");
    }
    for (name, bytes) in [
        ("a.html", &b"<script>"[..]),
        ("a.pdf", b"<script>"),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.pdf.exe", b"%PDF-1.7"),
        ("a.docx", b"PK\x03\x04"),
        ("a", b"%PDF-1.7"),
    ] {
        let page = HtmlForm::at(&preview, "/-/upload/document").upload(&preview, Some((name, bytes)));
        assert_eq!(page.status, 422, "{name}");
    }
    assert_eq!(media(&preview), before);
}

#[test]
fn names_of_files_are_never_paths() {
    let preview = Preview::small();
    let photo = photo(200);
    for (name, kept) in [
        ("../../../etc/passwd", "passwd.jpg"),
        ("..\\..\\evil.exe", "evil.jpg"),
        ("/etc/cron.d/x", "x.jpg"),
        ("C:\\Windows\\win.ini", "win.jpg"),
        ("con.jpg", "file-con.jpg"),
        ("..", "file.jpg"),
        ("%2e%2e%2fb.jpg", "2e-2e-2fb.jpg"),
        ("c.jpg::$DATA", "c.jpg"),
    ] {
        let response = picture_form(&preview).upload(&preview, Some((name, &photo)));
        assert_eq!(response.status, 303, "{name}: {}", response.text());
        assert!(media(&preview).iter().any(|file| file == kept), "{name}: {:?}", media(&preview));
    }
    assert_eq!(picture_form(&preview).upload(&preview, Some(("a.jpg\0.html", &photo))).status, 400);
    let parent = preview.content.parent().expect("a folder");
    let outside = std::fs::read_dir(parent).expect("the folder").count();
    assert_eq!(outside, 1, "only the content folder is there");
}

#[test]
fn files_never_replace_others() {
    let preview = Preview::small();
    let before = photo(100);
    std::fs::write(preview.content.join("media/valley.jpg"), &before).expect("saved");
    assert_eq!(picture_form(&preview).upload(&preview, Some(("Valley.JPEG", &photo(200)))).status, 303);
    assert_eq!(std::fs::read(preview.content.join("media/valley.jpg")).expect("the picture"), before);
    assert!(media(&preview).iter().any(|name| name == "valley-2.jpg"));
}

#[test]
fn huge_files_and_pictures_are_refused() {
    let preview = Preview::small();
    let before = media(&preview);
    let page = picture_form(&preview).upload(&preview, Some(("a.jpg", &vec![0xFF; 26 * 1024 * 1024])));
    // The connection may be gone before the answer has been read.
    assert!([0, 413].contains(&page.status), "{}", page.status);
    // 60,000 by 60,000 pixels in a few bytes.
    let mut bomb = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\xEA\x60\0\0\xEA\x60\x08\x02\0\0\0".to_vec();
    bomb.extend(crc32(&bomb[12..]).to_be_bytes());
    bomb.extend(b"\0\0\0\0IDAT\x35\xAF\x06\x1E\0\0\0\0IEND\xAE\x42\x60\x82");
    let page = picture_form(&preview).upload(&preview, Some(("a.png", &bomb)));
    assert_eq!(page.status, 422);
    assert!(page.text().contains("too large"), "{}", page.text());
    let many: Vec<(String, String)> = (0..200).map(|number| (format!("a{number}"), String::new())).collect();
    let fields: Vec<(&str, &str)> = many.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let (content_type, body) = multipart(&fields, None);
    let status = send(&preview, &content_type, &body, &tokens(&preview).cookie);
    assert_eq!(status, 413);
    assert_eq!(media(&preview), before);
}

/// CRC-32 as PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(!0u32, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

fn send(preview: &Preview, content_type: &str, body: &[u8], cookie: &str) -> u16 {
    let origin = format!("http://127.0.0.1:{}", preview.port());
    let headers = [
        ("origin", origin.as_str()),
        ("sec-fetch-site", "same-origin"),
        ("sec-fetch-dest", "document"),
        ("cookie", cookie),
        ("content-type", content_type),
    ];
    post_bytes(preview, "/-/upload/picture", &headers, body).status
}

#[test]
fn files_are_only_taken_where_they_are_asked_for() {
    let preview = Preview::small();
    let tokens = tokens(&preview);
    let (content_type, body) = multipart(&[("token", &tokens.field)], None);
    let origin = format!("http://127.0.0.1:{}", preview.port());
    for path in ["/-/build", "/-/edit/team.yaml", "/-/delete", "/-/accept-import"] {
        let headers = [
            ("origin", origin.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("cookie", tokens.cookie.as_str()),
            ("content-type", content_type.as_str()),
        ];
        assert_eq!(post_bytes(&preview, path, &headers, &body).status, 415, "{path}");
    }
    assert_eq!(post(&preview, "/-/upload/picture", &[]).status, 415);
    let of_other_site =
        [("origin", "https://evil.example"), ("cookie", &tokens.cookie), ("content-type", &content_type)];
    assert_eq!(post_bytes(&preview, "/-/upload/picture", &of_other_site, &body).status, 403);
    // The hidden field is needed, too.
    let (content_type, body) = multipart(&[("token", "0")], Some(("a.jpg", &photo(200))));
    assert_eq!(send(&preview, &content_type, &body, &tokens.cookie), 403);
    for broken in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other"] {
        let status = send(&preview, broken, &body, &tokens.cookie);
        assert!([400, 403].contains(&status), "{broken}: {status}");
    }
}

#[test]
fn files_without_the_cookie_are_not_read() {
    let preview = Preview::small();
    let field = tokens(&preview).field;
    let (content_type, body) = multipart(&[("token", &field)], Some(("a.jpg", &photo(200))));
    for cookie in ["", "fingerpost=0"] {
        assert_eq!(send(&preview, &content_type, &body, cookie), 403, "{cookie}");
    }
}

#[test]
fn kept_pictures_cannot_run_scripts_and_nothing_else_is_sent() {
    let preview = Preview::small();
    let drawing = get(&preview, "/-/file/media/logo.svg");
    assert_eq!(drawing.header("x-content-type-options"), Some("nosniff"));
    let policy = drawing.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("sandbox; default-src 'none'"), "{policy}");
    for path in ["team.yaml", "media/pictures.yaml", "../secret.md", "..%2fsecret.md", "media/..%5clogo.svg", ""] {
        assert!([400, 404].contains(&get(&preview, &format!("/-/file/{path}")).status), "{path}");
    }
    let embedded = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")];
    assert_eq!(request(&preview, "GET", "/-/file/media/logo.svg", &embedded).status, 403);
}
