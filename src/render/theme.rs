//! The theme: the default one, compiled in, and the files of `theme/` that replace some of it.
//!
//! A theme has templates (`base.html`, `pages/`, `components/`), styles (`style/`, `components/`),
//! which are joined into one file but for those beside a page's template, which that page loads, too; `assets/`, which are copied;
//! and a font in `lettering/` for names on cards. File names of styles and assets carry a fingerprint, so that browsers may keep them.

use std::collections::{BTreeMap, BTreeSet};

use rust_embed::RustEmbed;
use serde::Serialize;
use tera::{ErrorKind, Tera, TeraResult, Value};
use xxhash_rust::xxh3::xxh3_64;

use super::OutputFile;
use super::filters;
use super::icons::Icons;
use super::markdown::Bodies;
use super::pictures::Logo;
use crate::programme::colour;
use crate::read::Media;
use crate::render::findings::RenderProblem;
use crate::report::{Finding, Findings, Place, Source, did_you_mean};
use crate::view::Site;

/// The font of names on icons and cards.
const FONT: &str = "lettering/AtkinsonHyperlegibleNext-Bold.ttf";

#[derive(RustEmbed)]
#[folder = "themes/default/"]
struct DefaultTheme;

/// A theme, ready to draw pages.
pub(super) struct Theme {
    pub(super) tera: Tera,
    /// Styles and other files.
    pub(super) assets: Vec<OutputFile>,
    /// The addresses of styles that belong to one kind of page, by its template.
    pub(super) page_styles: BTreeMap<String, String>,
    /// The school's own templates, for places in them.
    sources: BTreeMap<String, Source>,
}

/// Addresses of the theme's files, as templates get them.
#[derive(Serialize)]
struct Assets {
    style: String,
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

/// What a school brings to the theme.
pub(super) struct Overrides<'a> {
    /// Files of `theme/`.
    pub(super) files: &'a [Media],
    /// The logo.
    pub(super) logo: Option<&'a Logo>,
}

/// Loads the theme. `None`, with findings, if a template cannot be read.
pub(super) fn load(site: &Site<'_>, own: &Overrides<'_>, bodies: Bodies, findings: &mut Findings) -> Option<Theme> {
    let mut files = gather(own.files, findings);
    let sources = own_templates(own.files);
    let favicon = add_icons(&mut files, site, own);
    let mut tera = Tera::new();
    filters::register(&mut tera, bodies, &site.language);
    let templates: Vec<(&str, &str)> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
        .collect();
    if let Err(error) = tera.add_raw_templates(templates) {
        findings.extend([place_of(&error, &sources)]);
        return None;
    }
    let (mut assets, addresses) = assets(&files, site);
    assets.extend(favicon.map(|bytes| OutputFile { path: "favicon.ico".into(), bytes }));
    tera.global_context().insert("site", &site.layout);
    tera.global_context().insert("assets", &addresses);
    tera.global_context().insert("text", &site.language.plain_texts());
    match footers(&tera, site) {
        Ok(footers) => tera.global_context().insert("footers", &footers),
        Err(error) => {
            findings.extend([place_of(&error, &sources)]);
            return None;
        }
    }
    let (styles, page_styles) = page_styles(&files);
    assets.extend(styles);
    Some(Theme { tera, assets, page_styles, sources })
}

/// The footer of the pages, by their way up to the root: it is the same on all that share one, and
/// drawing it once saves a good part of each page's time.
fn footers(tera: &Tera, site: &Site<'_>) -> TeraResult<BTreeMap<String, Value>> {
    let roots: BTreeSet<&str> = site.pages.iter().map(|page| page.root.as_str()).collect();
    let mut footers = BTreeMap::new();
    for root in roots {
        let mut context = tera::Context::new();
        context.insert("root", root);
        footers.insert(root.to_owned(), Value::safe_string(&tera.render("footer.html", &context)?));
    }
    Ok(footers)
}

/// All theme files by path: ours, replaced by the school's of the same path.
pub(super) fn gather(overrides: &[Media], findings: &mut Findings) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = DefaultTheme::iter()
        .filter_map(|path| Some((path.to_string(), DefaultTheme::get(&path)?.data.into_owned())))
        .collect();
    for file in overrides {
        let Some(path) = file.path.as_str().strip_prefix("theme/") else { continue };
        let replaces = files.contains_key(path);
        let is_template = path.ends_with(".html") || path.ends_with(".css");
        let is_beside = path.strip_suffix(".css").is_some_and(|page| files.contains_key(&format!("{page}.html")));
        if is_template && !replaces && !is_beside && !path.starts_with("components/") {
            let suggestion = did_you_mean(path, files.keys().map(String::as_str))
                .map(|path| format!("; did you mean theme/{path}?"));
            let message = format!("the theme has no file of this name{}", suggestion.unwrap_or_default());
            findings.add(RenderProblem::Theme { message }, Place::of_file(file.path.as_str()));
        }
        files.insert(path.to_owned(), file.bytes().unwrap_or_default().into_owned());
    }
    files
}

/// Puts the school's marks among the files, but for those that the school brings itself. Gives `favicon.ico`.
fn add_icons(files: &mut BTreeMap<String, Vec<u8>>, site: &Site<'_>, own: &Overrides<'_>) -> Option<Vec<u8>> {
    let has = |name: &str| own.files.iter().any(|file| file.path.as_str().strip_prefix("theme/assets/") == Some(name));
    let marks = {
        let text = |path: &str| files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let own_icon = text("assets/icon.svg").filter(|_| has("icon.svg"));
        let font = files.get(FONT).map(Vec::as_slice).unwrap_or_default();
        Icons { layout: &site.layout, logo: own.logo, own_icon, font }.marks()
    };
    for (name, bytes) in marks.assets {
        if !has(&name) {
            files.insert(format!("assets/{name}"), bytes);
        }
    }
    marks.favicon
}

fn own_templates(overrides: &[Media]) -> BTreeMap<String, Source> {
    let templates = overrides.iter().filter_map(|file| {
        let name = file.path.as_str().strip_prefix("theme/")?;
        let bytes = file.bytes().ok()?;
        let text = std::str::from_utf8(&bytes).ok()?;
        Some((name.to_owned(), Source { path: file.path.clone(), text: text.into() }))
    });
    templates.collect()
}

/// `pages/home.css` beside `pages/home.html`: the files, and their addresses by template.
fn page_styles(files: &BTreeMap<String, Vec<u8>>) -> (Vec<OutputFile>, BTreeMap<String, String>) {
    let named = files.iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix("pages/")?.strip_suffix(".css")?;
        let file = fingerprinted(&format!("{name}.css"), plain_css(bytes));
        let address = file.path.clone();
        Some((file, (format!("{name}.html"), address)))
    });
    named.unzip()
}

/// Styles joined in the order of the theme, and all other files with fingerprints.
fn assets(files: &BTreeMap<String, Vec<u8>>, site: &Site<'_>) -> (Vec<OutputFile>, Assets) {
    let mut style = colour::tokens(site.layout.colour).into_bytes();
    let last = |path: &str| path.starts_with("style/9");
    let styles = files.iter().filter(|(path, _)| path.ends_with(".css") && !path.starts_with("pages/"));
    let (mut late, mut early): (Vec<_>, Vec<_>) = styles.partition(|(path, _)| last(path));
    early.sort_by_key(|(path, _)| (!path.starts_with("style/"), path.as_str()));
    late.sort_by_key(|(path, _)| path.as_str());
    for (_, bytes) in early.into_iter().chain(late) {
        style.extend_from_slice(&plain_css(bytes));
    }
    let style = fingerprinted("style.css", style);
    let mut addresses = Assets { style: style.path.clone(), others: BTreeMap::new() };
    let mut assets = vec![style];
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix("assets/") else { continue };
        let file = fingerprinted(name, bytes.clone());
        let key = name.split('.').next().unwrap_or(name).replace('-', "_");
        addresses.others.insert(key, file.path.clone());
        assets.push(file);
    }
    (assets, addresses)
}

/// `icon.svg` → `assets/icon.0a1b2c3d.svg`.
pub(super) fn fingerprinted(name: &str, bytes: Vec<u8>) -> OutputFile {
    let hash = xxh3_64(&bytes) >> 32;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    OutputFile { path: format!("assets/{stem}.{hash:08x}.{ending}"), bytes }
}

/// Without comments, and without the spaces and signs that are for the authors of themes. What stands between
/// quotation marks stays as it is.
fn plain_css(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut plain = String::with_capacity(text.len());
    let mut rest = &*text;
    let mut spaced = false;
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("/*") {
            rest = after.split_once("*/").map_or("", |(_, rest)| rest);
            continue;
        }
        let (part, after) = rest.split_at(if "\"'".contains(letter) { quoted(rest) } else { letter.len_utf8() });
        rest = after;
        if letter.is_whitespace() {
            spaced = true;
            continue;
        }
        if letter == '}' && plain.ends_with(';') {
            plain.pop();
        }
        // A space before a colon is a selector's: `.a :first-child`.
        if spaced && !plain.is_empty() && !plain.ends_with(['{', '}', ';', ':', ',', '(']) && !"{};,)".contains(letter)
        {
            plain.push(' ');
        }
        spaced = false;
        plain.push_str(part);
    }
    plain.into_bytes()
}

/// How long the quotation is that a text begins with, in bytes.
fn quoted(text: &str) -> usize {
    let mark = text.chars().next();
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, letter)| {
        let ends = !is_escaped && Some(*letter) == mark;
        is_escaped = !is_escaped && *letter == '\\';
        ends
    });
    end.map_or(text.len(), |(at, letter)| at + letter.len_utf8())
}

impl Theme {
    /// What is wrong with a template, and where.
    pub(super) fn trouble(&self, error: &tera::Error) -> Finding {
        place_of(error, &self.sources)
    }
}

fn place_of(error: &tera::Error, sources: &BTreeMap<String, Source>) -> Finding {
    let report = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => report,
        _ => {
            let message = error.to_string();
            let file = sources.keys().find(|name| message.contains(name.as_str()));
            let place = file.and_then(|name| sources.get(name)).map(Source::whole_file);
            let message = message.lines().next().unwrap_or_default().to_owned();
            return Finding::new(&RenderProblem::Theme { message }, place.unwrap_or_else(|| Place::of_file("theme")));
        }
    };
    let problem = RenderProblem::Theme { message: report.message().trim().replace('\n', "; ") };
    let place = sources.get(report.filename()).map_or_else(
        || Place::of_file(&format!("theme/{}", report.filename())),
        |source| source.place(report.span().range.clone()),
    );
    Finding::new(&problem, place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::PageKind;

    #[test]
    fn the_default_theme_has_a_template_for_every_kind_of_page() {
        for template in PageKind::ALL.iter().map(|kind| kind.template()) {
            assert!(DefaultTheme::get(&format!("pages/{template}")).is_some(), "pages/{template}");
        }
    }

    /// What one side of a rule says of left and right: properties of that name, and four lengths whose second and
    /// fourth differ.
    fn sides(rule: &str) -> bool {
        let Some((property, value)) = rule.split_once(':') else { return false };
        let lengths: Vec<&str> = value.split_whitespace().collect();
        let four = matches!(lengths[..], [_, right, _, left] if right != left);
        property.split('-').any(|part| ["left", "right"].contains(&part.trim()))
            || ["left", "right"].contains(&value.trim())
            || (["padding", "margin", "inset"].contains(&property.trim()) && four)
    }

    #[test]
    fn styles_are_the_same_from_right_to_left() {
        let styles = DefaultTheme::iter().filter(|path| path.ends_with(".css"));
        let mut seen = 0;
        for path in styles {
            let style = DefaultTheme::get(&path).expect("a file");
            let style = String::from_utf8(plain_css(&style.data)).expect("text");
            for rule in style.split(['{', ';', '}']) {
                seen += 1;
                assert!(!sides(rule), "{path}: {rule}");
            }
        }
        assert!(seen > 500, "only {seen} rules were found");
        assert!(
            ["left: 0", "padding: 1px 2px 3px 4px", "text-align: right", "margin-left: 1rem"]
                .iter()
                .all(|rule| sides(rule))
        );
    }

    #[test]
    fn styles_lose_what_is_for_their_authors() {
        for (written, plain) in [
            ("/* why */\na {\n  b: c; /* x */\n}\n", "a{b:c}"),
            ("a, b > c { d: e; f: calc(1px + 2px) -1px; }\n", "a,b > c{d:e;f:calc(1px + 2px) -1px}"),
            (".a :first-child, .a/**/.b { c: d }", ".a :first-child,.a.b{c:d}"),
            ("@media (min-width: 1em) and (x: y) {\n  a { b: c; }\n}\n", "@media (min-width:1em) and (x:y){a{b:c}}"),
            (r#"a::before { content: "· ; \" }/* " / ''; }"#, r#"a::before{content:"· ; \" }/* " / ''}"#),
            ("a { content: 'no end", "a{content:'no end"),
        ] {
            assert_eq!(String::from_utf8(plain_css(written.as_bytes())).expect("text"), plain);
        }
    }
}
