//! Texts with links, HTML and Markdown that could do harm.

use super::{SCHOOL, TEAM, TestSite, event};

#[test]
fn links_out_of_the_folder_are_refused() {
    for target in [
        "../../secret.md",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "%2e%2e/%2e%2e/secret.md",
        "year-9.md/../../../x.md",
    ] {
        let site = TestSite::published().with_page(&format!("[here]({target})"));
        site.put("secret.md", "secret");
        site.refuses_only("broken-link");
    }
}

#[test]
fn links_with_unsafe_schemes_are_refused() {
    for target in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#9;script:alert(1)",
        "javascript&colon;alert(1)",
        "<  javascript:alert(1)>",
        "data:text/html,hello",
        "vbscript:x",
        "file:///etc/passwd",
        "C:/Users/me/list.docx",
        "//evil.example/x",
        "\\\\\\\\server\\\\share",
    ] {
        TestSite::published().with_page(&format!("[here]({target})")).refuses_only("unsafe-link");
    }
    TestSite::published().with_page("<javascript:alert(1)>").refuses_only("unsafe-link");
    TestSite::published().with_page("[here][1]\n\n[1]: javascript:alert(1)").refuses_only("unsafe-link");
    TestSite::published().with_page("![here](javascript:alert(1))").refuses_only("unsafe-link");
}

#[test]
fn html_in_a_text_is_refused() {
    for html in
        ["<script>alert(1)</script>", "a <b>word</b>", "<img src=x onerror=alert(1)>", "<?php x ?>", "<![CDATA[x]]>"]
    {
        TestSite::published().with_page(html).refuses_only("raw-html");
    }
}

#[test]
fn html_between_two_comments_is_refused() {
    let site = TestSite::published().with_page("<!-- a --><script>alert(1)</script><!-- b -->");
    site.refuses_only("raw-html");
    TestSite::published().with_page("<!-- a comment\nof two lines -->\n\nText. <!-- another -->").accepts();
}

#[test]
fn html_in_front_matter_is_escaped() {
    let bad = "'<b>x</b> \"&amp; <script>alert(1)</script>'";
    let school = SCHOOL
        .replace("Ridgeway School", bad)
        .replace("2026-27", bad)
        .replace("Tell the school office.", bad)
        .replace("Year 7", bad);
    let team = TEAM.replace("Priya Venn", bad) + &format!("    about: {bad}\n    title: {bad}\n    ask-about: {bad}\n");
    let fair = event(&format!(
        "title: {bad}\nplace: {bad}\nsummary: {bad}\nneeds: {bad}\nwith: {bad}\ncancelled: {bad}\npupils: {bad}"
    ));
    let site = TestSite::published()
        .with("school.yaml", school + &format!("abbreviations: {{ XYZ: {bad} }}\ntagline: {bad}\naddress: {bad}\nawards: [{{ name: {bad}, level: {bad} }}]\n"))
        .with("team.yaml", team)
        .with("events/2027-03-04-fair.md", fair)
        .with("pages/options.md", format!("---\ntitle: {bad}\nsummary: {bad}\n---\nXYZ\n\n| <x | b |\n|---|---|\n| 1 | 2 |\n"))
        .with("offers.yaml", format!("offers:\n  - {{ title: {bad}, about: {bad}, commitment: {bad} }}\n"));
    site.accepts();
    let pages = site.pages();
    assert!(pages.contains("&lt;b&gt;"), "the text is missing");
    assert!(!pages.contains("<b>x") && !pages.contains("<script>alert"), "HTML is not escaped");
}

#[test]
fn titles_in_any_script_are_kept() {
    let title = "🎓 ماذا بعد؟ 下一步 \u{202e}desrever";
    let site = TestSite::published()
        .with("events/2027-03-04-fair.md", event(&format!("title: {title}")))
        .with("pages/بعد.md", format!("---\ntitle: {title}\n---\n## {title}\n"));
    site.accepts();
    assert!(site.pages().contains("ماذا بعد؟ 下一步"));
}

#[test]
fn deeply_nested_markdown_does_not_crash() {
    for nested in [
        ">".repeat(50_000),
        "[".repeat(50_000),
        "- ".repeat(5_000),
        "*a ".repeat(50_000),
        "![".repeat(20_000),
        "`".repeat(99_999),
    ] {
        let output = TestSite::published().with_page(&nested).build();
        assert!(output.exit < 2, "{}", output.all);
    }
}
