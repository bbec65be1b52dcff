//! The styles and scripts of each kind of page: those of the components that its template uses, then its own.
//!
//! A component's files are in its folder, such as `components/filter/filter.css`; a page's own have the template's name,
//! such as `pages/home.css`. Each kind of page loads one file of each, and every page loads the styles of the components
//! in the page frame.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::assets::fingerprinted;
use super::css::minify;
use super::output_file::OutputFile;

/// The templates of the page frame.
const FRAME: [&str; 2] = ["base.html", "footer.html"];

type Files = BTreeMap<String, Vec<u8>>;

/// The addresses of what one kind of page loads besides the shared style.
#[derive(Debug, Default, Serialize)]
pub(super) struct PageAssets {
    style: Option<String>,
    script: Option<String>,
}

/// Which template uses which component.
pub(super) struct ComponentUse<'a> {
    files: &'a Files,
    /// The path of each component's template by its name in templates, such as `event_list`.
    paths: BTreeMap<&'a str, &'a str>,
    /// The templates of the page frame and all that they use.
    frame: BTreeSet<&'a str>,
}

impl<'a> ComponentUse<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        let templates = files.iter().filter(|(path, _)| path.ends_with(".html"));
        let defined = templates.flat_map(|(path, bytes)| {
            let defined = tags(text(bytes)).filter_map(|tag| tag.strip_prefix("component ")).map(first_name);
            defined.map(|name| (name, path.as_str())).collect::<Vec<_>>()
        });
        let mut used = Self { files, paths: defined.collect(), frame: BTreeSet::new() };
        used.frame = FRAME.iter().flat_map(|template| used.reached(template)).collect();
        used
    }

    /// The styles of the components in the page frame, and those in `components/` without a template, which a school adds.
    pub(super) fn frame_style(&self) -> Vec<u8> {
        let is_shared = |path: &str| {
            let template = path.strip_suffix(".css").map(|name| format!("{name}.html"));
            template.is_some_and(|template| {
                self.frame.contains(template.as_str())
                    || (path.starts_with("components/") && !self.files.contains_key(&template))
            })
        };
        let styles = self.files.iter().filter(|(path, _)| is_shared(path));
        styles.flat_map(|(_, bytes)| minify(bytes)).collect()
    }

    /// The style and script of a page's template.
    pub(super) fn of_page(&self, template: &str) -> (Vec<OutputFile>, PageAssets) {
        let path = format!("pages/{template}");
        let mut loaded = self.reached(&path);
        loaded.retain(|path| !self.frame.contains(path));
        self.bundle(loaded.into_iter().filter(|other| **other != *path).chain([path.as_str()]))
    }

    /// The styles and scripts of all components, for the style guide.
    pub(super) fn of_all_components(&self) -> (Vec<OutputFile>, PageAssets) {
        self.bundle(self.paths.values().copied())
    }

    fn bundle<'b>(&self, templates: impl Iterator<Item = &'b str>) -> (Vec<OutputFile>, PageAssets) {
        let templates: Vec<&str> = templates.collect();
        let join = |extension, change: fn(&[u8]) -> Vec<u8>| {
            let parts = templates.iter().filter_map(|path| self.next_to(path, extension, change));
            Some(parts.flatten().collect::<Vec<u8>>()).filter(|bytes| !bytes.is_empty())
        };
        let style = join(".css", minify).map(|bytes| fingerprinted("page.css", bytes));
        let script = join(".js", <[u8]>::to_vec).map(|bytes| fingerprinted("page.js", bytes));
        let address = |file: &Option<OutputFile>| file.as_ref().map(|file| file.path.clone());
        let addresses = PageAssets { style: address(&style), script: address(&script) };
        (style.into_iter().chain(script).collect(), addresses)
    }

    /// The file next to a template with another extension.
    fn next_to(&self, template: &str, extension: &str, change: fn(&[u8]) -> Vec<u8>) -> Option<Vec<u8>> {
        let path = format!("{}{extension}", template.strip_suffix(".html")?);
        self.files.get(&path).map(|bytes| change(bytes))
    }

    /// A template with all that it extends, includes and calls.
    fn reached(&self, template: &str) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> = vec![template];
        while let Some(next) = open.pop() {
            // A template that is not there is reported where it is rendered.
            let Some((path, bytes)) = self.files.get_key_value(next) else { continue };
            if !reached.insert(path.as_str()) {
                continue;
            }
            for tag in tags(text(bytes)) {
                if let Some(call) = tag.strip_prefix('<') {
                    open.extend(self.paths.get(first_name(call)));
                } else if tag.starts_with("extends ") || tag.starts_with("include ") {
                    open.extend(tag.split(['"', '\'', '`']).nth(1));
                }
            }
        }
        reached
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// The beginnings of all tags of a template, without `{{`, `{%` and spaces.
fn tags(template: &str) -> impl Iterator<Item = &str> {
    template.split("{{").flat_map(|part| part.split("{%")).map(|tag| tag.trim_start_matches('-').trim_start())
}

/// The name at the start of a text.
fn first_name(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|ch: char| !ch.is_alphanumeric() && ch != '_').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn loaded(files: &[OutputFile]) -> Vec<&str> {
        files.iter().map(|file| text(&file.bytes)).collect()
    }

    const THEME: [(&str, &str); 13] = [
        ("base.html", "{{- <menu links={site.menu} /> }}{% block main %}{% endblock %}"),
        ("footer.html", "no component"),
        ("frame.html", "{% extends \"base.html\" %}{{<card of={view.one} />}}"),
        ("pages/one.html", "{%- extends \"frame.html\" -%}{{<menu links={[]} />}}"),
        ("pages/one.css", "a { b: c }"),
        ("pages/plain.html", "{% extends \"base.html\" %} {# {{card}} #}"),
        ("components/menu/menu.html", "{% component menu(links: array) %}{% endcomponent menu %}"),
        ("components/menu/menu.css", ".menu { b: c }"),
        ("components/card/card.html", "{% component card(of: map) %}{{<row of={of} />}}{% endcomponent card %}"),
        ("components/card/card.js", "card();\n"),
        ("components/row/row.html", "{% component row(of: map) %}{{<card of={of} />}}{% endcomponent row %}"),
        ("components/row/row.css", ".row { b: c }"),
        ("components/ours.css", "b { d: e }"),
    ];

    #[test]
    fn a_page_loads_what_its_components_need_and_its_own_style_last() {
        let files = files(&THEME);
        let used = ComponentUse::new(&files);
        assert_eq!(text(&used.frame_style()), ".menu{b:c}b{d:e}");
        let (bundles, addresses) = used.of_page("one.html");
        assert_eq!(loaded(&bundles), [".row{b:c}a{b:c}", "card();\n"]);
        assert!(addresses.style.is_some_and(|path| path == bundles[0].path));
        assert!(addresses.script.is_some_and(|path| path == bundles[1].path));
        assert!(used.of_page("plain.html").0.is_empty(), "a page of text loads nothing of its own");
        assert_eq!(loaded(&used.of_all_components().0), [".menu{b:c}.row{b:c}", "card();\n"]);
    }
}
