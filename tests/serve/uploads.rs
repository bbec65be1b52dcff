//! Pictures and documents that are added by choosing a file.

use crate::client::get;
use crate::common;
use crate::html_form::HtmlForm;
use crate::preview::Preview;
use crate::until::until;

const LOG: &str = "content-example/media/work-experience-log.pdf";

/// A photograph with the place where it was taken.
pub(crate) fn photo(width: u32) -> Vec<u8> {
    let pixels =
        image::RgbImage::from_fn(width, width / 2, |x, y| image::Rgb([(x / 8) as u8, (y / 4) as u8, (x * y) as u8]));
    let mut jpeg = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 90);
    image::DynamicImage::ImageRgb8(pixels).write_with_encoder(encoder).expect("a picture");
    let exif = b"Exif\0\0MM\0*\0\0\0\x08 GPS of the school";
    let length = u16::try_from(exif.len() + 2).expect("a short segment").to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, exif, &jpeg[2..]].concat()
}

#[test]
fn a_picture_needs_words_and_a_permission_and_is_kept_small_and_without_metadata() {
    let preview = Preview::small();
    std::fs::copy(common::folder(LOG), preview.content.join("media/work-experience-log.pdf")).expect("copied");
    let entries = preview.read("media/pictures.yaml");
    let mut form = HtmlForm::at(&preview, "/-/upload/picture");
    let page = form.upload(&preview, Some(("C:\\fakepath\\Our New Hall.JPG", &photo(2000))));
    assert_eq!(page.status, 422);
    let html = page.text();
    for words in ["Write what the picture shows", "Choose why you may publish", "You chose Our New Hall.JPG"] {
        assert!(html.contains(words), "{words} in {html}");
    }
    assert!(!preview.content.join("media/our-new-hall.jpg").exists());
    assert_eq!(preview.read("media/pictures.yaml"), entries);
    // The file need not be chosen again.
    form = HtmlForm::of(&html, "/-/upload/picture");
    form.set("pictures.0.alt", "The new hall: from the street");
    form.set("pictures.0.permission", "own-work");
    let response = form.upload(&preview, None);
    let place = "/-/media?saved=0#field-our-new-hall.jpg";
    assert_eq!((response.status, response.header("location")), (303, Some(place)), "{}", response.text());
    let bytes = std::fs::read(preview.content.join("media/our-new-hall.jpg")).expect("the picture");
    let picture = image::load_from_memory(&bytes).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (1600, 800));
    assert!(bytes.len() < photo(2000).len() && !bytes.windows(3).any(|three| three == b"GPS"), "{}", bytes.len());
    let entry = "  - file: our-new-hall.jpg\n    alt: \"The new hall: from the street\"\n    permission: own-work\n";
    assert_eq!(preview.read("media/pictures.yaml"), format!("{entries}{entry}"));
    // Another one of the same name, which is decoration.
    let mut form = HtmlForm::at(&preview, "/-/upload/picture");
    form.set("pictures.0.permission", "licence");
    form.fields.retain(|(name, _)| name != "pictures.0.decorative");
    form.tick("pictures.0.decorative", "yes");
    assert_eq!(form.upload(&preview, Some(("our_new hall.jpg", &photo(400)))).status, 303);
    assert!(preview.content.join("media/our-new-hall-2.jpg").exists());
    assert_eq!(std::fs::read(preview.content.join("media/our-new-hall.jpg")).expect("the picture"), bytes);
    // The list has it, with where it is used.
    preview.save("pages/hall.md", "---\ntitle: Hall\n---\n\n![](../media/our-new-hall.jpg)\n");
    until(|| get(&preview, "/-/media").text().contains("<a href=\"/-/edit/pages/hall.md\">pages/hall.md</a>"))
        .expect("the use");
    let list = get(&preview, "/-/media").text();
    assert!(list.contains("The new hall: from the street") && list.contains("work-experience-log.pdf"), "{list}");
    let shown = get(&preview, "/-/file/media/our-new-hall.jpg");
    assert_eq!((shown.header("content-type"), &shown.body), (Some("image/jpeg"), &bytes));
    // Forms offer it for the logo.
    assert!(get(&preview, "/-/edit/school.yaml").text().contains("<option value=\"media/our-new-hall.jpg\">"));
    // A picture of a page needs words, there or in its entry.
    preview.replace("media/pictures.yaml", "    alt: \"The new hall: from the street\"\n", "");
    until(|| get(&preview, "/-/edit/pages/hall.md").text().contains("has-findings")).expect("the finding");
}

#[test]
fn a_document_is_kept_as_it_is() {
    let preview = Preview::small();
    let pdf = std::fs::read(common::folder(LOG)).expect("the document");
    let form = HtmlForm::at(&preview, "/-/upload/document");
    let response = form.upload(&preview, Some(("Log for Parents.PDF", &pdf)));
    assert_eq!(response.status, 303, "{}", response.text());
    assert_eq!(std::fs::read(preview.content.join("media/log-for-parents.pdf")).expect("the document"), pdf);
    let nothing = form.upload(&preview, None);
    assert_eq!(nothing.status, 422);
    assert!(nothing.text().contains("Choose a document."), "{}", nothing.text());
}
