//! Pictures from other programs, with a word planted in their metadata: published pictures are free of it, upright
//! and small.
//!
//! Pillow, piexif and ExifTool wrote `tests/fixtures/pictures/media`: the word below is in EXIF (with a
//! position and a thumbnail that has a comment of its own), XMP, IPTC, comments, text chunks, colour profiles,
//! and the notes of a drawing program.
use crate::common;
use std::collections::BTreeMap;

use fingerpost::render::OutputFile;
use fingerpost::report::{Finding, Findings};
use image::GenericImageView;
use img_parts::Bytes;
use img_parts::jpeg::Jpeg;
use img_parts::png::{Png, PngChunk};
use img_parts::webp::WebP;

/// The planted word. Colour profiles hold it as UTF-16.
const PLANTED: &str = "PLANTED-7F3A";

const SCHOOL: &str = "\
name: Ridgeway School
kind: independent-school
colour: \"#0b5d4e\"
web-address: https://careers.ridgeway.example/
year:
  label: 2026-27
  starts: 2026-09-01
  terms:
    - { name: Autumn, starts: 2026-09-02, ends: 2026-12-18 }
groups: [Year 7]
";
const TEAM: &str = "people: [{ role: careers-leader, name: Priya Venn, email: careers@ridgeway.example }]\n";

/// The fixtures by name.
fn fixtures() -> BTreeMap<String, Vec<u8>> {
    let entries = common::folder("tests/fixtures/pictures/media").read_dir_utf8().expect("the fixtures");
    entries
        .map(|entry| entry.expect("an entry"))
        .map(|entry| (entry.file_name().to_owned(), std::fs::read(entry.path()).expect("a fixture")))
        .collect()
}

/// A site with one page that shows or links to these media files, and its findings.
fn site(text: &str, media: &BTreeMap<String, Vec<u8>>, facts: &str) -> (Vec<OutputFile>, Vec<Finding>) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, bytes: &[u8]| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    };
    write("school.yaml", SCHOOL.as_bytes());
    write("team.yaml", TEAM.as_bytes());
    write("pages/pictures.md", format!("---\ntitle: Pictures\n---\n{text}").as_bytes());
    for (name, bytes) in media {
        write(&format!("media/{name}"), bytes);
    }
    if !facts.is_empty() {
        write("media/pictures.yaml", facts.as_bytes());
    }
    let root = camino::Utf8Path::from_path(folder.path()).expect("a path in UTF-8");
    let facts = common::facts();
    let mut findings = Findings::default();
    let sources = fingerpost::read::read(root, None, &mut findings);
    let made = fingerpost::build_sources(sources, facts, common::today(), &mut |_| {}, &mut findings);
    (made.expect("a school").files, findings.sorted())
}

fn only(name: &str, bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([(name.to_owned(), bytes)])
}

fn page(files: &[OutputFile]) -> String {
    let file = files.iter().find(|file| file.path == "pages/pictures.html").expect("the page");
    String::from_utf8(file.bytes.clone()).expect("UTF-8")
}

fn contains(bytes: &[u8], word: &str) -> bool {
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let is_in = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    is_in(word.as_bytes()) || is_in(&wide)
}

/// Fails if a published picture has any segment that browsers don't need to show it.
#[track_caller]
fn assert_no_metadata(file: &OutputFile) {
    let bytes = || Bytes::copy_from_slice(&file.bytes);
    match file.path.rsplit('.').next().unwrap_or_default() {
        "jpg" => {
            const DRAWS: [u8; 7] = [0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD];
            for segment in Jpeg::from_bytes(bytes()).expect("a JPEG").segments() {
                let is_header = segment.marker() == 0xE0 && segment.contents().starts_with(b"JFIF\0");
                assert!(is_header || DRAWS.contains(&segment.marker()), "{}: {:x}", file.path, segment.marker());
            }
        }
        "png" => {
            const DRAWS: [&[u8; 4]; 4] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT"];
            for chunk in Png::from_bytes(bytes()).expect("a PNG").chunks() {
                assert!(
                    DRAWS.contains(&&chunk.kind()) || &chunk.kind() == b"IEND",
                    "{}: {:?}",
                    file.path,
                    chunk.kind()
                );
            }
        }
        "webp" => {
            const DRAWS: [&[u8; 4]; 4] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH"];
            for chunk in WebP::from_bytes(bytes()).expect("a WebP").chunks() {
                assert!(DRAWS.contains(&&chunk.id()), "{}: {:?}", file.path, chunk.id());
            }
        }
        _ => {}
    }
}

#[test]
fn metadata_is_removed() {
    let fixtures = fixtures();
    assert!(fixtures.len() > 18, "only {} fixtures", fixtures.len());
    let mut text = String::new();
    for (name, bytes) in &fixtures {
        assert!(contains(bytes, PLANTED), "nothing is planted in {name}");
        text += &format!("![A test picture](../media/{name})\n\n[The test picture](../media/{name})\n\n");
    }
    let (files, findings) = site(&text, &fixtures, "");
    let errors: Vec<_> = findings.iter().filter(|finding| finding.severity.as_str() == "error").collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let pictures: Vec<&OutputFile> = files.iter().filter(|file| file.path.starts_with("media/")).collect();
    assert!(pictures.len() > 2 * fixtures.len(), "only {} pictures", pictures.len());
    for file in &files {
        for word in [PLANTED, "Exif\0\0", "ICC_PROFILE", "http://ns.adobe.com", "Photoshop 3.0", "sodipodi:docname"] {
            assert!(!contains(&file.bytes, word), "{word} is in {}", file.path);
        }
        assert_no_metadata(file);
    }
    // Bitmaps inside drawings are encoded as base64.
    let drawing = files.iter().find(|file| file.path == "media/drawing.svg").expect("the drawing");
    let drawing = String::from_utf8_lossy(&drawing.bytes).into_owned();
    let data = drawing.split("base64,").nth(1).and_then(|rest| rest.split('"').next()).expect("a bitmap");
    let bitmap = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, data).expect("base64");
    assert!(!contains(&bitmap, PLANTED) && image::load_from_memory(&bitmap).is_ok());
}

#[test]
fn colours_of_erased_parts_are_removed() {
    let erased = image::RgbaImage::from_fn(800, 200, |x, _| {
        if x < 400 { image::Rgba([20, 80, 60, 255]) } else { image::Rgba([200, 30, 30, 0]) }
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    erased.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    for name in ["erased.png", "erased.gif", "erased.webp"] {
        let text = format!("![A test picture](../media/{name})\n\n[The test picture](../media/{name})");
        let (files, _) = site(&text, &only(name, bytes.get_ref().clone()), "");
        for file in files.iter().filter(|file| file.path.starts_with("media/")) {
            let picture = image::load_from_memory(&file.bytes).expect("a picture").into_rgba8();
            let [red, ..] = picture.get_pixel(picture.width() - 4, picture.height() / 2).0;
            assert!(red < 90, "{}: {red}", file.path);
        }
    }
}

#[test]
fn every_camera_orientation_is_turned_upright() {
    for turn in 1..=8 {
        let name = format!("turn-{turn}.jpg");
        let bytes = fixtures().remove(&name).expect("a fixture");
        let (files, _) = site(&format!("![A test picture](../media/{name})"), &only(&name, bytes), "");
        for file in files.iter().filter(|file| file.path.starts_with("media/")) {
            let picture = image::load_from_memory(&file.bytes).expect("a picture");
            assert_eq!(picture.dimensions(), (320, 240), "{}", file.path);
            let [r, g, b, _] = picture.get_pixel(40, 30).0;
            assert!(r > 180 && g < 80 && b < 80, "{}: the red corner is not at the top left: {r} {g} {b}", file.path);
        }
    }
}

#[test]
fn pages_offer_several_widths_and_reserve_space() {
    let photo = fixtures().remove("photo.jpg").expect("a fixture");
    let (files, _) = site("![A bench](../media/photo.jpg)", &only("photo.jpg", photo), "");
    let page = page(&files);
    for html in [
        "<picture><source type=\"image/webp\" srcset=\"../media/photo-480.",
        ".webp 480w, ../media/photo-1200.",
        ".jpg 480w, ",
        " width=\"1200\" height=\"900\" alt=\"A bench\" loading=\"lazy\" decoding=\"async\">",
    ] {
        assert!(page.contains(html), "{html} is not in {page}");
    }
    for address in common::attributes(&page, "srcset").join(", ").split(", ") {
        let path = address.trim_start_matches("../").split(' ').next().expect("an address");
        assert!(files.iter().any(|file| file.path == path), "{path} is not there");
    }
    assert!(
        !files.iter().any(|file| file.path == "media/photo.jpg"),
        "the original is published although no page links to it"
    );
}

#[test]
fn links_to_a_picture_keep_their_address_and_its_kind() {
    for (name, format) in [
        ("photo.jpg", image::ImageFormat::Jpeg),
        ("holes.png", image::ImageFormat::Png),
        ("photo.webp", image::ImageFormat::WebP),
        ("still.gif", image::ImageFormat::Gif),
    ] {
        let bytes = fixtures().remove(name).expect("a fixture");
        let (files, _) = site(&format!("[The picture](../media/{name})"), &only(name, bytes), "");
        assert!(page(&files).contains(&format!("<a href=\"../media/{name}\">The picture</a>")));
        let file = files.iter().find(|file| file.path == format!("media/{name}")).expect("the picture");
        assert_eq!(image::guess_format(&file.bytes).expect("a picture"), format);
    }
}

#[test]
fn facts_from_pictures_yaml_are_on_the_page() {
    let photo = fixtures().remove("photo.jpg").expect("a fixture");
    let facts = "pictures:\n- { file: photo.jpg, alt: A red corner, caption: Seen in May, credit: K. Lamb, permission: licence }\n";
    let (files, _) = site(
        "![](../media/photo.jpg)\n\nAnd ![](../media/photo.jpg) in a line.\n",
        &only("photo.jpg", photo.clone()),
        facts,
    );
    let page = page(&files);
    assert!(page.contains("alt=\"A red corner\"") && !page.contains("licence"));
    assert!(page.contains("<figure><picture>"));
    assert!(
        page.contains(
            "</picture><figcaption>Seen in May <small>K. Lamb</small></figcaption></figure>\n<p>And <picture>"
        )
    );
    let facts = "pictures:\n- { file: photo.jpg, decorative: yes }\n";
    let (files, findings) = site("![](../media/photo.jpg)", &only("photo.jpg", photo.clone()), facts);
    assert!(self::page(&files).contains(" alt=\"\""));
    assert!(findings.iter().all(|finding| finding.code.as_str() != "no-alt-text"));
    let (_, findings) = site("![](../media/photo.jpg)", &only("photo.jpg", photo), "");
    assert_eq!(findings.iter().filter(|finding| finding.code.as_str() == "no-alt-text").count(), 1);
}

#[test]
fn an_expired_picture_is_not_published() {
    let photo = fixtures().remove("photo.jpg").expect("a fixture");
    let text = "Before.\n\n![A bench](../media/photo.jpg)\n\nSee [the bench](../media/photo.jpg) here.\n";
    let until = |day: &str| format!("pictures:\n- {{ file: photo.jpg, remove-after: {day} }}\n");
    let (files, findings) = site(text, &only("photo.jpg", photo.clone()), &until("2026-11-22"));
    assert!(!files.iter().any(|file| file.path.starts_with("media/")));
    assert!(page(&files).contains("<p>Before.</p>\n<p>See the bench here.</p>"));
    assert!(findings.iter().any(|finding| finding.code.as_str() == "picture-past"));
    assert!(findings.iter().all(|finding| finding.code.as_str() != "not-linked"));
    let (files, _) = site(text, &only("photo.jpg", photo), &until("2026-11-23"));
    assert!(files.iter().any(|file| file.path == "media/photo.jpg"));
}

/// The codes of the findings about one picture that a page shows.
fn codes_of(name: &str, bytes: Vec<u8>) -> Vec<&'static str> {
    let (_, findings) = site(&format!("![A test picture](../media/{name})"), &only(name, bytes), "");
    let findings = findings.iter().filter(|finding| finding.place.path().as_str() == format!("media/{name}"));
    findings.map(|finding| finding.code.as_str()).filter(|code| *code != "picture-data").collect()
}

#[test]
fn unsuitable_pictures_are_reported() {
    let mut fixtures = fixtures();
    for (name, codes) in [
        ("moving.gif", &["picture-moves"][..]),
        ("moving.png", &["picture-moves"]),
        ("moving.webp", &["picture-moves"]),
        ("print.jpg", &["picture-for-print"]),
        ("really-a-jpeg.png", &["picture-ending"]),
        ("sixteen-bit.png", &[]),
        ("grey.jpg", &[]),
        ("palette.png", &[]),
    ] {
        assert_eq!(codes_of(name, fixtures.remove(name).expect("a fixture")), codes, "{name}");
    }
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    assert_eq!(codes_of("IMG_0412.jpg", heic), ["picture-format"]);
    assert_eq!(codes_of("empty.png", Vec::new()), ["broken-picture"]);
    assert_eq!(codes_of("text.jpg", b"%PDF-1.7".to_vec()), ["broken-picture"]);
}

#[test]
#[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
fn truncated_pictures_are_reported() {
    for (name, bytes) in fixtures() {
        // Of an animation only the first frame is needed, and it may be complete.
        if name.ends_with(".svg") || name.starts_with("moving") {
            continue;
        }
        for part in [3, 2] {
            let cut = bytes[..bytes.len() * (part - 1) / part].to_vec();
            assert_eq!(codes_of(&name, cut), ["broken-picture"], "{name} without its last part of {part}");
        }
    }
}

#[test]
fn a_decompression_bomb_is_reported_and_not_decoded() {
    let drawing = fixtures().remove("drawing.png").expect("a fixture");
    let mut bomb = Png::from_bytes(Bytes::from(drawing)).expect("a PNG");
    let mut header = bomb.chunks_mut().remove(0).contents().to_vec();
    header[..4].copy_from_slice(&50_000u32.to_be_bytes());
    header[4..8].copy_from_slice(&50_000u32.to_be_bytes());
    // A rewritten chunk gets the right checksum.
    bomb.chunks_mut().insert(0, PngChunk::new(*b"IHDR", Bytes::from(header)));
    assert_eq!(codes_of("bomb.png", bomb.encoder().bytes().to_vec()), ["picture-too-large"]);
    let mut bomb = fixtures().remove("moving.gif").expect("a fixture");
    bomb[6..10].fill(0xFF);
    assert_eq!(codes_of("bomb.gif", bomb), ["picture-too-large"]);
    let mut bomb = fixtures().remove("turn-1.jpg").expect("a fixture");
    let frame = bomb.windows(4).rposition(|four| four == [0xFF, 0xC0, 0, 17]).expect("the frame's header");
    bomb[frame + 5..frame + 9].fill(0xFF);
    assert_eq!(codes_of("bomb.jpg", bomb), ["picture-too-large"]);
}

#[test]
#[cfg_attr(not(feature = "slow-tests"), ignore = "slow")]
fn damaged_pictures_never_crash_the_program() {
    let mut seed = 7u32;
    let mut random = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize
    };
    let mut damaged = BTreeMap::new();
    let mut text = String::new();
    for (name, bytes) in fixtures() {
        for round in 0..6 {
            let mut bytes = bytes.clone();
            for _ in 0..=round {
                let at = random() % bytes.len();
                bytes[at] = (random() & 0xFF) as u8;
            }
            text += &format!("![A test picture](../media/{round}-{name})\n");
            damaged.insert(format!("{round}-{name}"), bytes);
        }
    }
    let (_, findings) = site(&text, &damaged, "");
    let codes = ["broken-picture", "unsafe-picture", "picture-too-large", "picture-format"];
    let errors = findings.iter().filter(|finding| finding.severity.as_str() == "error");
    errors.for_each(|finding| assert!(codes.contains(&finding.code.as_str()), "{finding:?}"));
}

#[test]
fn a_picture_whose_name_looks_like_an_address_is_shown() {
    let photo = fixtures().remove("photo.jpg").expect("a fixture");
    let (files, findings) = site("![A bench](../media/bench@2x.jpg)", &only("bench@2x.jpg", photo), "");
    assert!(findings.iter().all(|finding| finding.code.as_str() != "bad-link"), "{findings:?}");
    assert!(page(&files).contains("bench-2x") || page(&files).contains("bench@2x"), "{}", page(&files));
}

#[test]
fn a_link_to_a_page_of_a_document_keeps_the_page() {
    let (files, _) = site("[The map](../media/map.pdf#page=3)", &only("map.pdf", b"%PDF-1.4".to_vec()), "");
    assert!(page(&files).contains("map.pdf#page=3"), "{}", page(&files));
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let photo = fixtures().remove("photo.jpg").expect("a fixture");
    let build = || site("![A bench](../media/photo.jpg)", &only("photo.jpg", photo.clone()), "").0;
    assert_eq!(build(), build());
}

#[test]
fn icons_and_the_card_are_made_from_name_colour_and_logo() {
    let (files, _) = site("Hello, pupils.", &BTreeMap::new(), "");
    let page = page(&files);
    let linked_image = |start: &str| {
        let file = files.iter().find(|file| file.path.starts_with(start)).expect(start);
        assert!(page.contains(&file.path), "{start} is not in the page");
        assert_no_metadata(file);
        image::load_from_memory(&file.bytes).expect("a picture")
    };
    assert_eq!(linked_image("assets/touch-icon").dimensions(), (180, 180));
    assert_eq!(linked_image("assets/home-icon").dimensions(), (192, 192));
    let card = linked_image("assets/card");
    assert_eq!((card.dimensions(), card.get_pixel(5, 5).0), ((1200, 630), [11, 93, 78, 255]));
    assert!(page.contains("<meta property=\"og:image\" content=\"https://careers.ridgeway.example/assets/card."));
    let ico = files.iter().find(|file| file.path == "favicon.ico").expect("the favicon");
    assert!(ico.bytes.starts_with(&[0, 0, 1, 0, 1, 0, 32, 32]) && image::load_from_memory(&ico.bytes[22..]).is_ok());
}
