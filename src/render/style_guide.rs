//! The style guide: one page that shows every component of a theme with its examples.
//!
//! Takes a site, for the page's frame, and the theme's `components/NAME/examples.yaml`: a list of examples, each with a
//! `title`, the `values` that the component takes and, where it needs them, its `body` and the element around it
//! (`inside`, with a `class`). It is for theme authors and tests, and never part of a school's site.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use tera::{Context, Value};

use super::markdown::Bodies;
use super::output_file::OutputFile;
use super::site_files::{RenderInput, logo};
use super::theme::{self, Overrides};
use crate::read::Media;
use crate::render::findings::RenderProblem;
use crate::report::{Findings, Place};
use crate::view::{Page, PageBody, Site};

/// The page's address.
const ADDRESS: &str = "gallery.html";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    title: String,
    /// The element around it.
    inside: Option<String>,
    /// The class of that element.
    class: Option<String>,
    /// The HTML inside the component.
    body: Option<String>,
    values: serde_json::Map<String, serde_json::Value>,
}

/// A component with its examples.
struct Component {
    name: String,
    examples: Vec<Example>,
}

/// The style guide of a site's theme, with the styles and scripts that only it loads. Returns `None` after adding a
/// finding if it can't be rendered.
pub fn style_guide(input: &RenderInput<'_>, findings: &mut Findings) -> Option<Vec<OutputFile>> {
    let logo = logo(input.site, input.media);
    let overrides = Overrides { files: input.theme, logo: logo.as_ref(), pictures: input.pictures };
    let mut theme = theme::load(input.site, &overrides, &Bodies::default(), findings)?;
    let components = components(overrides.files, findings);
    let mut context = Context::new();
    context.insert("page", &stub_page(input.site)?);
    let values =
        components.iter().map(|component| component.examples.iter().map(|one| &one.values).collect::<Vec<_>>());
    let (mut files, page_assets) = std::mem::take(&mut theme.all_components);
    context.insert("page_assets", &page_assets);
    context.insert("values", &values.collect::<Vec<_>>());
    let added = theme.tera.add_raw_template(ADDRESS, &template(&components));
    let rendered = added.and_then(|()| theme.tera.render(ADDRESS, &context));
    let html = rendered.map_err(|error| findings.extend([theme.error(&error)])).ok()?;
    files.push(OutputFile { path: ADDRESS.into(), bytes: html.into_bytes() });
    Some(files)
}

/// Every component, by name, also those without examples.
fn components(overrides: &[Media], findings: &mut Findings) -> Vec<Component> {
    // Wrong file names were reported when the theme was loaded.
    let files = theme::gather(overrides, &mut Findings::default());
    let mut shown = Vec::new();
    for path in files.keys() {
        let Some(name) = path.strip_prefix("components/").and_then(|path| path.split_once('/')) else { continue };
        if name.1.strip_suffix(".html") != Some(name.0) {
            continue;
        }
        let path = format!("components/{}/examples.yaml", name.0);
        let text = files.get(&path).map(|bytes| String::from_utf8_lossy(bytes));
        let examples = text.map_or_else(|| Ok(Vec::new()), |text| serde_yaml::from_str(&text));
        let examples = examples.unwrap_or_else(|error| {
            let message = error.to_string().lines().next().unwrap_or_default().to_owned();
            findings.add(RenderProblem::Theme { message }, Place::of_file(&format!("theme/{path}")));
            Vec::new()
        });
        shown.push(Component { name: name.0.to_owned(), examples });
    }
    shown
}

/// What `base.html` needs: an ordinary page under another name.
fn stub_page(site: &Site<'_>) -> Option<Value> {
    #[derive(Serialize)]
    struct Named<'a> {
        #[serde(flatten)]
        page: &'a Page<'a>,
    }
    let plain = site.pages.iter().find(|page| matches!(page.body, PageBody::AToZ(_)))?;
    let mut named = serde_json::to_value(Named { page: plain }).ok()?;
    let fields = named.as_object_mut()?;
    fields.insert("address".into(), ADDRESS.into());
    fields.insert("title".into(), "Gallery of components".into());
    fields.insert("description".into(), "Every component of this theme, with examples.".into());
    Some(Value::from_serializable(&named))
}

/// A template that calls every component with its examples.
fn template(components: &[Component]) -> String {
    let mut template = String::from("{% extends \"base.html\" %}\n{% block main %}\n");
    for (at, component) in components.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(template, "<h2>{}</h2>", component.name);
        for (index, example) in component.examples.iter().enumerate() {
            let class = example.class.as_ref().map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
            let open = example.inside.as_ref().map(|element| format!("<{element}{class}>")).unwrap_or_default();
            let close = example.inside.as_ref().map(|element| format!("</{element}>")).unwrap_or_default();
            let args = example.values.keys().map(|key| format!("{key}={{values[{at}][{index}].{key}}}"));
            let args = args.collect::<Vec<_>>().join(" ");
            let name = component.name.replace('-', "_");
            let call = match &example.body {
                Some(body) => format!("{{% <{name} {args}> %}}{body}{{% </{name}> %}}"),
                None => format!("{{{{<{name} {args} />}}}}"),
            };
            let _ = writeln!(template, "<h3>{}</h3>\n{open}{call}{close}", html_escape::encode_text(&example.title));
        }
    }
    template.push_str("{% endblock %}\n");
    template
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// What a component's template uses.
    struct Uses {
        /// Its parameters, and the fields of them that it shows.
        names: BTreeSet<String>,
        /// The components that it calls.
        calls: BTreeSet<String>,
    }

    fn uses(template: &str) -> Uses {
        let tags = template.split("{{").flat_map(|part| part.split("{%")).skip(1);
        let inside: Vec<&str> = tags.filter_map(|tag| tag.split(['%', '}']).next()).collect();
        let mut used = Uses { names: BTreeSet::new(), calls: BTreeSet::new() };
        for tag in inside {
            // The `time` filter shows two fields of a day.
            if tag.contains("| time") {
                used.names.extend(["iso", if tag.contains("\"long\"") { "long" } else { "plain" }].map(str::to_owned));
            }
            let code = tag.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            let words = |text: &str| -> Vec<String> {
                text.split(|ch: char| !ch.is_alphanumeric() && !"_.".contains(ch)).map(str::to_owned).collect()
            };
            if let Some((_, head)) = code.split_once("component ").filter(|_| !code.contains("endcomponent")) {
                let taken = head.split_once('(').map_or("", |(_, list)| list).split(',');
                used.names.extend(taken.filter_map(|one| Some(one.split_once(':')?.0.trim().to_owned())));
            } else if let Some(call) = code.strip_prefix('<') {
                used.calls.extend(words(call).first().cloned());
            }
            for word in words(&code)
                .iter()
                .filter(|word| !["loop.", "site.", "text."].iter().any(|ours| word.starts_with(ours)))
            {
                used.names.extend(word.split('.').skip(1).filter(|field| !field.is_empty()).map(str::to_owned));
            }
        }
        used
    }

    /// The names of all values in a value.
    fn names_in(value: &serde_json::Value, names: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                names.extend(fields.keys().cloned());
                fields.values().for_each(|value| names_in(value, names));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| names_in(item, names)),
            _ => {}
        }
    }

    fn all_uses() -> BTreeMap<String, Uses> {
        let files = theme::gather(&[], &mut Findings::default());
        let text = |name: &str| String::from_utf8_lossy(&files[&format!("components/{name}/{name}.html")]).into_owned();
        components(&[], &mut Findings::default())
            .into_iter()
            .map(|one| (one.name.clone(), uses(&text(&one.name))))
            .collect()
    }

    #[test]
    fn every_component_has_valid_examples() {
        let mut findings = Findings::default();
        let shown = components(&[], &mut findings);
        assert!(findings.is_empty(), "{:?}", findings.sorted());
        assert!(shown.len() > 20, "only {} components were read", shown.len());
        let without: Vec<&str> =
            shown.iter().filter(|one| one.examples.is_empty()).map(|one| one.name.as_str()).collect();
        assert!(without.is_empty(), "write components/NAME/examples.yaml for {without:?}");
    }

    /// A field without an example leaves part of the template untested. A field that no template uses was forgotten when
    /// it was renamed.
    #[test]
    fn examples_have_exactly_the_fields_that_components_use() {
        let used = all_uses();
        let mut wrong = Vec::new();
        for one in components(&[], &mut Findings::default()) {
            let mut fields = BTreeSet::new();
            for example in &one.examples {
                names_in(&serde_json::Value::Object(example.values.clone()), &mut fields);
            }
            let missing = used[&one.name].names.difference(&fields);
            wrong.extend(missing.map(|name| format!("{}: no example has {name}", one.name)));
            let mut known = BTreeSet::new();
            let mut open = vec![one.name.replace('-', "_")];
            let mut seen = BTreeSet::new();
            while let Some(next) = open.pop() {
                // A component may call itself.
                if !seen.insert(next.clone()) {
                    continue;
                }
                let called = &used[&next.replace('_', "-")];
                known.extend(&called.names);
                open.extend(called.calls.iter().cloned());
            }
            let unknown = fields.iter().filter(|name| !known.contains(name));
            wrong.extend(unknown.map(|name| format!("{}: no template uses {name}", one.name)));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn fields_and_calls_are_read_from_a_template() {
        let used = uses(
            "{% component a_b(one: map, root: string = \"x.y\") %}{{ one.day.iso }}{% if one.past and not loop.last %}.css {{<c_d e={one.list} />}}{% endif %}{% endcomponent a_b %}",
        );
        assert_eq!(used.names.into_iter().collect::<Vec<_>>(), ["day", "iso", "list", "one", "past", "root"]);
        assert_eq!(used.calls.into_iter().collect::<Vec<_>>(), ["c_d"]);
    }
}
