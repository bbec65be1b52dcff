//! What explanations and documentation state about law, guidance, benchmarks and practice has its edition with it, and its
//! source is in `sources.yaml`.

use fingerpost::explain::explanations;
use regex::Regex;

use crate::common::{facts, folder};

/// An authority, as texts name it; the words that give the edition; and the source that has it. The words are those of
/// `edition` in the source, or a part of them.
const AUTHORITIES: [(&str, &str, &str); 25] = [
    ("WCAG", "2.2", "wcag"),
    (r"Benchmark \d|updated Gatsby Benchmarks", "in use (?:from|since) September 2025", "gatsby-2025"),
    ("Education Act 1997", "as amended to 1 January 2023", "provider-access-duty"),
    ("School Information", "as the guidance of 8 May 2025 names them", "school-information"),
    ("Education, edition of 8 May|guidance was revised", "8 May 2025", "guidance-2025"),
    ("statutory guidance on careers and provider access", "edition of 2023", "provider-access-practice"),
    ("The Key", "2023", "provider-access-statement"),
    ("what schools must publish online", "as stored in November 2026", "schools-publish"),
    ("destination measures", "edition of October 2023", "destination-measures"),
    ("data guidance on destinations", "as stored in November 2026", "small-cohorts"),
    ("Mobile Applications|Sector Bodies Accessibility", "regulations of 2018|Regulations 2018", "accessibility-law"),
    ("Sample accessibility statement", "regulations of 2018", "accessibility-statement"),
    ("Implementing Decision", "2018", "statement-decision"),
    ("UKAuthority", "as stored in November 2026", "model-statement-review"),
    ("GOV.UK (?:does|asks|aims)", "as stored in November 2026", "plain-pages"),
    ("UK GDPR", "UK GDPR", "uk-gdpr"),
    ("children and the UK GDPR", "as stored in November 2026", "children-and-data"),
    ("special category data", "as stored in November 2026", "special-category-page"),
    ("How to disclose", "version 1.2 of May 2018", "disclosing-safely"),
    ("Taking photographs", "as stored in November 2026", "taking-photographs"),
    ("Safer Internet", "as stored in November 2026", "safer-internet"),
    ("unique pupil numbers", "as stored in November 2026", "personal-numbers"),
    ("Quality in Careers", "as stored in November 2026", "quality-in-careers"),
    ("Enterprise Company advises", "as stored in November 2026", "programme-reviews"),
    ("Enterprise Company publishes", "results for 2024-25", "national-results"),
];

/// What names an authority. Each must be one that the table knows.
const NAMED: &str = r"WCAG|Gatsby Benchmark|Benchmark \d|[A-Z]\w+ Act \d{4}|Regulations \d{4}|Department for Education|Information Commissioner|GOV\.UK|GDPR|Quality in Careers|Enterprise Company|Safer Internet|The Key\b|Decision \(EU\)|UKAuthority|[Ss]tatutory guidance|Ofsted|Compass asks";

/// Names that state nothing about what they ask.
const NO_CLAIM: [(&str, &str); 4] = [
    ("out-of-range", "the numbers of the benchmarks"),
    ("facts-old", "that guidance is revised, which the finding itself gives with its edition"),
    ("not-translated", "that WCAG does not ask for translations"),
    ("criterion", "all editions are in the finding"),
];

/// What is wrong in a text: a bare day, or an authority without its edition.
fn wrong(text: &str) -> Vec<String> {
    let bare_day = Regex::new(r"\bread on \d").expect("a pattern");
    let named = Regex::new(NAMED).expect("a pattern");
    let mut wrong: Vec<String> =
        bare_day.find_iter(text).map(|found| format!("a bare day: {}", found.as_str())).collect();
    let mut known = Vec::new();
    for (mention, edition, _) in AUTHORITIES {
        let mention = Regex::new(mention).expect("a pattern");
        let edition = Regex::new(edition).expect("a pattern");
        known.extend(mention.find_iter(text).map(|found| found.range()));
        if let Some(found) = mention.find(text).filter(|_| !edition.is_match(text)) {
            wrong.push(format!("no edition: {}", found.as_str()));
        }
    }
    if known.is_empty() {
        wrong.extend(named.find(text).map(|found| format!("no source: {}", found.as_str())));
    }
    wrong
}

#[test]
fn explanations_cite_their_sources_with_the_edition() {
    let mut found = Vec::new();
    for (code, text) in explanations() {
        // The examples below it state nothing.
        let text = text.split("Wrong:").next().unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !NO_CLAIM.iter().any(|(known, _)| *known == code.as_str()) {
            found.extend(wrong(&text).into_iter().map(|what| format!("{}: {what}", code.as_str())));
        }
    }
    for entry in std::fs::read_dir(folder("docs")).expect("the documentation") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("text");
        found.extend(wrong(&text).into_iter().map(|what| format!("{}: {what}", path.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn authorities_are_in_the_list_of_sources() {
    for (mention, edition, id) in AUTHORITIES {
        let source = facts().sources.get(id).unwrap_or_else(|| panic!("{mention}: no source `{id}`"));
        let edition = Regex::new(edition).expect("a pattern");
        assert!(edition.is_match(&source.edition), "{mention}: {} of `{id}` is another edition", source.edition);
    }
}

#[test]
fn statements_without_an_edition_are_found() {
    for text in [
        "Asked for (Education Act 1997, section 42B; read on 23 November 2026).",
        "Benchmark 3 asks for it.",
        "Ofsted looks at it.",
        "A picture needs words (WCAG, 1.1.1).",
    ] {
        assert!(!wrong(text).is_empty(), "{text}");
    }
    assert_eq!(wrong("Benchmark 3 asks for it (updated Gatsby Benchmarks, in use from September 2025)."), [""; 0]);
}
