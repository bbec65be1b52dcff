//! Drawings with active content and damaged pictures.

use std::fs;

use super::TestSite;

const OPEN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

/// Builds with a drawing, and expects that it is refused or published without the forbidden text.
#[track_caller]
fn assert_harmless(drawing: &str, forbidden: &str) {
    let site = TestSite::published().with("media/map.svg", drawing);
    let output = site.build();
    if output.exit == 0 {
        let published = fs::read_to_string(site.at("site/media/map.svg")).expect("the drawing");
        assert!(!published.contains(forbidden), "{forbidden} is published: {published}");
    } else {
        assert!(output.codes.iter().all(|code| code.ends_with("-picture")), "{}", output.all);
    }
}

#[test]
fn drawings_with_active_content_are_refused() {
    for inside in [
        "><script>alert(1)</script></svg>",
        " onload=\"alert(1)\"/>",
        "><a href=\"javascript:alert(1)\"><path/></a></svg>",
        "><foreignObject><p>x</p></foreignObject></svg>",
        "><use href=\"https://evil.example/x.svg#a\"/></svg>",
        "><style>@import 'https://evil.example/x.css';</style></svg>",
    ] {
        TestSite::published().with("media/map.svg", format!("{OPEN}{inside}")).refuses_only("unsafe-picture");
    }
}

#[test]
fn drawings_cannot_animate_a_link_into_a_script() {
    for attribute in ["values", "to", "from"] {
        let animated = format!("<animate attributeName=\"href\" {attribute}=\"javascript:alert(1)\"/>");
        assert_harmless(&format!("{OPEN}><a>{animated}</a></svg>"), "javascript:");
    }
}

#[test]
fn drawings_cannot_load_other_files_in_disguise() {
    for style in [
        "@\\69mport 'https://evil.example/x';",
        "a{fill:u\\72l(https://evil.example/x)}",
        "a{fill:image-set('https://evil.example/x')}",
    ] {
        assert_harmless(&format!("{OPEN}><style>{style}</style></svg>"), "evil.example");
    }
    let sheet = "<?xml-stylesheet href=\"https://evil.example/x.xsl\" type=\"text/xsl\"?>";
    assert_harmless(&format!("{sheet}{OPEN}/>"), "evil.example");
}

#[test]
fn scripts_in_a_document_type_are_harmless() {
    let entity = "<!DOCTYPE svg [<!ENTITY s \"<script xmlns='http://www.w3.org/2000/svg'>alert(1)</script>\">]>";
    assert_harmless(&format!("{entity}{OPEN}><g>&s;</g></svg>"), "alert");
    let default = "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]>";
    assert_harmless(&format!("{default}{OPEN}/>"), "alert");
    let after_a_comment = format!("<!-- <!DOCTYPE a> -->{default}");
    assert_harmless(&format!("{after_a_comment}{OPEN}/>"), "alert");
    let after_a_quoted_bracket = default.replace("svg [", "svg SYSTEM \"a>b\" [");
    assert_harmless(&format!("{after_a_quoted_bracket}{OPEN}/>"), "alert");
    let outside = "<!DOCTYPE svg [<!ENTITY s SYSTEM \"file:///etc/passwd\">]>";
    assert_harmless(&format!("{outside}{OPEN}><text>&s;</text></svg>"), "passwd");
}

#[test]
fn an_entity_bomb_in_a_drawing_is_harmless() {
    let mut bomb = String::from("<!DOCTYPE svg [<!ENTITY a0 \"x\">");
    for level in 1..30 {
        bomb += &format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
    }
    assert_harmless(&format!("{bomb}]>{OPEN}>&a29;</svg>"), "&a29;");
    TestSite::published()
        .with("media/map.svg", format!("{OPEN}>{}", "<g>".repeat(200_000)))
        .refuses_only("broken-picture");
    let deep = format!("{OPEN}>{}{}</svg>", "<g>".repeat(50_000), "</g>".repeat(50_000));
    let output = TestSite::published().with("media/map.svg", deep).build();
    assert!(output.exit < 2, "{}", output.all);
}

#[test]
fn damaged_pictures_are_refused() {
    for (name, bytes) in [
        ("a.png", &b"\x89PNG\r\n\x1a\n\0\0\xff"[..]),
        ("a.jpg", b"\xff\xd8\xff\xe1\xff"),
        ("a.webp", b"RIFF\xff\xff\xff\xffWEBP"),
        ("a.svg", b"<svg"),
        ("a.png", b""),
    ] {
        TestSite::published().with(&format!("media/{name}"), bytes).refuses_only("broken-picture");
    }
}
