//! The theme: the default one, compiled in, and the files of `theme/` that override parts of it.
//!
//! A theme has templates (`base.html`, `pages/`, `components/`); styles that all pages load (`style/`), and styles and
//! scripts next to a component's or page's template, which only the pages load that need them; `assets/`, which are
//! copied; and a font in `lettering/` for names on cards.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rust_embed::RustEmbed;
use tera::{ErrorKind, Tera, TeraResult, Value};

use super::assets::assets;
use super::filters;
use super::icons::IconSource;
use super::markdown::Bodies;
use super::output_file::OutputFile;
use super::page_assets::{ComponentUse, PageAssets};
use super::picture_store::PictureStore;
use super::pictures::Logo;
use super::search::SearchWords;
use crate::read::Media;
use crate::render::findings::RenderProblem;
use crate::report::{Finding, Findings, Place, Source, did_you_mean};
use crate::view::Site;

/// The font of names on icons and cards.
const FONT: &str = "lettering/AtkinsonHyperlegibleNext-Bold.ttf";

#[derive(RustEmbed)]
#[folder = "themes/default/"]
struct DefaultTheme;

/// A loaded theme.
pub(super) struct Theme {
    pub(super) tera: Tera,
    /// Styles and other files.
    pub(super) assets: Vec<OutputFile>,
    /// The addresses of styles and scripts for one kind of page, by its template.
    pub(super) page_assets: BTreeMap<String, PageAssets>,
    /// The same for a page that shows all components.
    pub(super) all_components: (Vec<OutputFile>, PageAssets),
    /// What searches know of the site's language.
    pub(super) search_words: SearchWords,
    /// The names of the entries in the picture store that its icons are from.
    pub(super) store_keys: HashSet<String>,
    /// The school's own templates, to locate errors in them.
    sources: BTreeMap<String, Source>,
}

/// What a school adds to the theme.
pub(super) struct Overrides<'a> {
    /// Files of `theme/`.
    pub(super) files: &'a [Media],
    pub(super) logo: Option<&'a Logo>,
    /// Caches rendered icons between builds.
    pub(super) pictures: &'a dyn PictureStore,
}

/// Loads the theme. Returns `None` after adding a finding if a template can't be parsed.
pub(super) fn load(
    site: &Site<'_>,
    overrides: &Overrides<'_>,
    bodies: &Bodies,
    findings: &mut Findings,
) -> Option<Theme> {
    let mut files = gather(overrides.files, findings);
    let sources = custom_templates(overrides.files);
    let (favicon, store_keys) = add_icons(&mut files, site, overrides);
    let mut tera = Tera::new();
    filters::register(&mut tera, bodies, &site.language);
    // Compiling templates takes a good part of a small site's time. The school's own are compiled to find mistakes in them.
    let used: BTreeSet<&str> = site.pages.iter().map(|page| page.kind.template()).collect();
    let is_used =
        |path: &str| path.strip_prefix("pages/").is_none_or(|page| used.contains(page)) || sources.contains_key(path);
    let templates: Vec<(&str, &str)> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && is_used(path))
        .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
        .collect();
    if let Err(error) = tera.add_raw_templates(templates) {
        findings.extend([template_error(&error, &sources)]);
        return None;
    }
    let uses = ComponentUse::new(&files);
    let (mut assets, addresses) = assets(&files, &uses.frame_style(), site);
    assets.extend(favicon.map(|bytes| OutputFile { path: "favicon.ico".into(), bytes }));
    tera.global_context().insert("site", &site.layout);
    tera.global_context().insert("assets", &addresses);
    tera.global_context().insert("text", &site.language.plain_texts());
    match footers(&tera, site) {
        Ok(footers) => tera.global_context().insert("footers", &footers),
        Err(error) => {
            findings.extend([template_error(&error, &sources)]);
            return None;
        }
    }
    let mut page_assets = BTreeMap::new();
    for template in used {
        let (files, addresses) = uses.of_page(template);
        // Kinds of pages that use the same components share their files.
        let known: HashSet<String> = assets.iter().map(|file| file.path.clone()).collect();
        assets.extend(files.into_iter().filter(|file| !known.contains(&file.path)));
        page_assets.insert(template.to_owned(), addresses);
    }
    let all_components = uses.of_all_components();
    let search_words = search_words(&files, site.language.tag(), findings);
    Some(Theme { tera, assets, page_assets, all_components, search_words, store_keys, sources })
}

/// What searches know of a language. Without a file for it, nothing.
fn search_words(files: &BTreeMap<String, Vec<u8>>, tag: &str, findings: &mut Findings) -> SearchWords {
    let Some(path) = SearchWords::paths(tag).find(|path| files.contains_key(path)) else {
        return SearchWords::default();
    };
    let bytes = files.get(&path).map(Vec::as_slice).unwrap_or_default();
    SearchWords::from_yaml(bytes).unwrap_or_else(|error| {
        let message = error.lines().next().unwrap_or_default().to_owned();
        findings.add(RenderProblem::Theme { message }, Place::of_file(&format!("theme/{path}")));
        SearchWords::default()
    })
}

/// The page footer by relative path to the root. Pages that share a path share the footer, and rendering it once
/// saves a good part of each page's time.
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

/// All theme files by path: the default theme's, overridden by the school's of the same path.
pub(super) fn gather(overrides: &[Media], findings: &mut Findings) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = DefaultTheme::iter()
        .filter_map(|path| Some((path.to_string(), DefaultTheme::get(&path)?.data.into_owned())))
        .collect();
    for file in overrides {
        let Some(path) = file.path.as_str().strip_prefix("theme/") else { continue };
        let replaces = files.contains_key(path);
        let is_template = [".html", ".css", ".js"].iter().any(|extension| path.ends_with(extension));
        let page = path.strip_suffix(".css").or_else(|| path.strip_suffix(".js"));
        let is_of_page = page.is_some_and(|page| files.contains_key(&format!("{page}.html")));
        if is_template && !replaces && !is_of_page && !path.starts_with("assets/") && !path.starts_with("components/") {
            let suggestion = did_you_mean(path, files.keys().map(String::as_str))
                .map(|path| format!("; did you mean theme/{path}?"));
            let message = format!("the theme has no file of this name{}", suggestion.unwrap_or_default());
            findings.add(RenderProblem::Theme { message }, Place::of_file(file.path.as_str()));
        }
        let problem = match file.bytes() {
            Ok(bytes) if is_template && std::str::from_utf8(&bytes).is_err() => "it is not saved as UTF-8",
            Ok(bytes) => {
                files.insert(path.to_owned(), bytes.into_owned());
                continue;
            }
            Err(_) => "it can't be read",
        };
        findings.add(RenderProblem::Theme { message: problem.to_owned() }, Place::of_file(file.path.as_str()));
    }
    files
}

/// Adds icons and the link card to the files, except those in the school's `theme/assets/`. Returns `favicon.ico` and the
/// names of the entries in the picture store.
fn add_icons(
    files: &mut BTreeMap<String, Vec<u8>>,
    site: &Site<'_>,
    overrides: &Overrides<'_>,
) -> (Option<Vec<u8>>, HashSet<String>) {
    let has =
        |name: &str| overrides.files.iter().any(|file| file.path.as_str().strip_prefix("theme/assets/") == Some(name));
    let icons = {
        let text = |path: &str| files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let custom_icon = text("assets/icon.svg").filter(|_| has("icon.svg"));
        let font = files.get(FONT).map(Vec::as_slice).unwrap_or_default();
        IconSource { layout: &site.layout, logo: overrides.logo, custom_icon, font }.render(overrides.pictures)
    };
    for (name, bytes) in icons.assets {
        if !has(&name) {
            files.insert(format!("assets/{name}"), bytes);
        }
    }
    (icons.favicon, icons.store_keys)
}

fn custom_templates(overrides: &[Media]) -> BTreeMap<String, Source> {
    let templates = overrides.iter().filter_map(|file| {
        let name = file.path.as_str().strip_prefix("theme/")?;
        let bytes = file.bytes().ok()?;
        let text = std::str::from_utf8(&bytes).ok()?;
        Some((name.to_owned(), Source { path: file.path.clone(), text: text.into() }))
    });
    templates.collect()
}

impl Theme {
    /// The finding for a template error, with its place.
    pub(super) fn error(&self, error: &tera::Error) -> Finding {
        template_error(error, &self.sources)
    }
}

fn template_error(error: &tera::Error, sources: &BTreeMap<String, Source>) -> Finding {
    let details = match error.kind() {
        ErrorKind::SyntaxError(details) | ErrorKind::RenderingError(details) => details,
        _ => {
            let message = error.to_string();
            let file = sources.keys().find(|name| message.contains(name.as_str()));
            let place = file.and_then(|name| sources.get(name)).map(Source::whole_file);
            let message = message.lines().next().unwrap_or_default().to_owned();
            return Finding::new(&RenderProblem::Theme { message }, place.unwrap_or_else(|| Place::of_file("theme")));
        }
    };
    let problem = RenderProblem::Theme { message: details.message().trim().replace('\n', "; ") };
    let place = sources.get(details.filename()).map_or_else(
        || Place::of_file(&format!("theme/{}", details.filename())),
        |source| source.place(details.span().range.clone()),
    );
    Finding::new(&problem, place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::PageKind;

    #[test]
    fn every_kind_of_page_has_a_template() {
        for template in PageKind::ALL.iter().map(|kind| kind.template()) {
            assert!(DefaultTheme::get(&format!("pages/{template}")).is_some(), "pages/{template}");
        }
    }

    #[test]
    fn every_language_has_words_for_searches() {
        let mut findings = Findings::default();
        let files = gather(&[], &mut findings);
        let languages: Vec<&str> =
            files.keys().filter_map(|path| path.strip_prefix("strings/")?.strip_suffix(".ftl")).collect();
        assert!(languages.len() > 2, "{languages:?}");
        for tag in languages {
            let words = search_words(&files, tag, &mut findings);
            assert!(words.synonyms().len() > 10 && words.ignored().len() > 10, "{tag}");
            for meaning in words.synonyms() {
                let distinct: BTreeSet<&String> = meaning.iter().filter(|phrase| !phrase.is_empty()).collect();
                assert!(meaning.len() > 1 && distinct.len() == meaning.len(), "{tag}: {meaning:?}");
            }
        }
        assert!(findings.is_empty(), "{:?}", findings.sorted());
    }

    #[test]
    fn a_file_of_search_words_with_a_mistake_is_reported() {
        let files = BTreeMap::from([("search/cy.yaml".to_owned(), b"synonims: []\n".to_vec())]);
        let mut findings = Findings::default();
        search_words(&files, "cy", &mut findings);
        let places: Vec<String> = findings.sorted().iter().map(|one| one.place.path().to_string()).collect();
        assert_eq!(places, ["theme/search/cy.yaml"]);
        assert_eq!(search_words(&files, "fr", &mut Findings::default()), SearchWords::default());
    }

    /// True for a declaration that only fits one writing direction: `left` or `right` in it, or four lengths whose second
    /// and fourth differ.
    fn is_one_sided(rule: &str) -> bool {
        let Some((property, value)) = rule.split_once(':') else { return false };
        let lengths: Vec<&str> = value.split_whitespace().collect();
        let four = matches!(lengths[..], [_, right, _, left] if right != left);
        property.split('-').any(|part| ["left", "right"].contains(&part.trim()))
            || ["left", "right"].contains(&value.trim())
            || (["padding", "margin", "inset"].contains(&property.trim()) && four)
    }

    #[test]
    fn styles_fit_both_writing_directions() {
        let styles = DefaultTheme::iter().filter(|path| path.ends_with(".css"));
        let mut checked = 0;
        for path in styles {
            let style = DefaultTheme::get(&path).expect("the file exists");
            let style = String::from_utf8(crate::render::css::minify(&style.data)).expect("UTF-8");
            for rule in style.split(['{', ';', '}']) {
                checked += 1;
                assert!(!is_one_sided(rule), "{path}: {rule}");
            }
        }
        assert!(checked > 500, "only {checked} rules were checked");
        assert!(
            ["left: 0", "padding: 1px 2px 3px 4px", "text-align: right", "margin-left: 1rem"]
                .iter()
                .all(|rule| is_one_sided(rule))
        );
    }
}
