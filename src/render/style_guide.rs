//! The gallery: one page that shows every component of a theme, drawn from the examples beside it.
//!
//! Takes a site, for what stands around, and the theme's `components/NAME/examples.yaml`: a list of
//! examples, each with a `title`, the `values` that the component takes, and where it needs one the
//! element (`inside`, with a `class`) that it stands in. It is for whoever makes themes and for
//! tests, and never part of a school's site. What cannot be drawn is a finding, as for any page.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use tera::{Context, Value};

use super::OutputFile;
use super::markdown::Bodies;
use super::theme::{self, Overrides};
use crate::read::Sources;
use crate::render::findings::RenderProblem;
use crate::report::{Findings, Found, Place};
use crate::view::{Page, PageBody, Site};

/// The page's address.
const ADDRESS: &str = "gallery.html";

/// What stands around an example.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    /// What it shows.
    title: String,
    /// The element that it stands in.
    inside: Option<String>,
    /// The class of that element.
    class: Option<String>,
    /// What the component takes, by name.
    values: serde_json::Map<String, serde_json::Value>,
}

/// A component with its examples.
struct Shown {
    /// The name of its folder.
    name: String,
    examples: Vec<Example>,
}

/// The gallery of a site's theme. `None`, with findings, if it cannot be drawn.
pub fn style_guide(site: &Site<'_>, sources: &Sources) -> Found<Option<OutputFile>> {
    let mut findings = Findings::default();
    let page = draw(site, sources, &mut findings);
    Found { value: page, findings }
}

fn draw(site: &Site<'_>, sources: &Sources, findings: &mut Findings) -> Option<OutputFile> {
    let logo = super::logo(site, sources);
    let own = Overrides { files: &sources.theme, logo: logo.as_ref() };
    let mut theme = theme::load(site, &own, Bodies::default(), findings)?;
    let shown = components(own.files, findings);
    let mut context = Context::new();
    context.insert("page", &stub_page(site)?);
    let values = shown.iter().map(|one| one.examples.iter().map(|example| &example.values).collect::<Vec<_>>());
    context.insert("values", &values.collect::<Vec<_>>());
    let added = theme.tera.add_raw_template(ADDRESS, &template(&shown));
    let drawn = added.and_then(|()| theme.tera.render(ADDRESS, &context));
    let html = drawn.map_err(|error| findings.extend([theme.trouble(&error)])).ok()?;
    Some(OutputFile { path: ADDRESS.into(), bytes: html.into_bytes() })
}

/// Every component, by name. One without examples is there without them.
fn components(own: &[crate::read::Media], findings: &mut Findings) -> Vec<Shown> {
    // What is wrong with the names of files was told when the theme was loaded.
    let files = theme::gather(own, &mut Findings::default());
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
        shown.push(Shown { name: name.0.to_owned(), examples });
    }
    shown
}

/// What `base.html` asks of a page: that of a plain one, under another name.
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

/// A template that calls every component with the values of its examples.
fn template(shown: &[Shown]) -> String {
    let mut template = String::from("{% extends \"base.html\" %}\n{% block main %}\n");
    for (at, component) in shown.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(template, "<h2>{}</h2>", component.name);
        for (index, example) in component.examples.iter().enumerate() {
            let class = example.class.as_ref().map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
            let open = example.inside.as_ref().map(|element| format!("<{element}{class}>")).unwrap_or_default();
            let close = example.inside.as_ref().map(|element| format!("</{element}>")).unwrap_or_default();
            let given = example.values.keys().map(|key| format!("{key}={{values[{at}][{index}].{key}}}"));
            let given = given.collect::<Vec<_>>().join(" ");
            let call = format!("{{{{<{} {given} />}}}}", component.name.replace('-', "_"));
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

    /// What a component's template says of values.
    struct Asks {
        /// The values that it takes, and the fields of them that it shows.
        names: BTreeSet<String>,
        /// The components that it passes some on to.
        calls: BTreeSet<String>,
    }

    fn asks(template: &str) -> Asks {
        let tags = template.split("{{").flat_map(|part| part.split("{%")).skip(1);
        let inside: Vec<&str> = tags.filter_map(|tag| tag.split(['%', '}']).next()).collect();
        let mut asks = Asks { names: BTreeSet::new(), calls: BTreeSet::new() };
        for tag in inside {
            // The filter for days shows two fields of them.
            if tag.contains("| time") {
                asks.names.extend(["iso", if tag.contains("\"long\"") { "long" } else { "plain" }].map(str::to_owned));
            }
            let code = tag.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            let words = |text: &str| -> Vec<String> {
                text.split(|letter: char| !letter.is_alphanumeric() && !"_.".contains(letter))
                    .map(str::to_owned)
                    .collect()
            };
            if let Some((_, head)) = code.split_once("component ").filter(|_| !code.contains("endcomponent")) {
                let taken = head.split_once('(').map_or("", |(_, list)| list).split(',');
                asks.names.extend(taken.filter_map(|one| Some(one.split_once(':')?.0.trim().to_owned())));
            } else if let Some(call) = code.strip_prefix('<') {
                asks.calls.extend(words(call).first().cloned());
            }
            for word in words(&code)
                .iter()
                .filter(|word| !["loop.", "site.", "text."].iter().any(|ours| word.starts_with(ours)))
            {
                asks.names.extend(word.split('.').skip(1).filter(|field| !field.is_empty()).map(str::to_owned));
            }
        }
        asks
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

    fn all_asks() -> BTreeMap<String, Asks> {
        let files = theme::gather(&[], &mut Findings::default());
        let text = |name: &str| String::from_utf8_lossy(&files[&format!("components/{name}/{name}.html")]).into_owned();
        components(&[], &mut Findings::default())
            .into_iter()
            .map(|one| (one.name.clone(), asks(&text(&one.name))))
            .collect()
    }

    #[test]
    fn every_component_has_examples_that_can_be_read() {
        let mut findings = Findings::default();
        let shown = components(&[], &mut findings);
        assert!(findings.is_empty(), "{:?}", findings.sorted());
        assert!(shown.len() > 20, "only {} components are found", shown.len());
        let without: Vec<&str> =
            shown.iter().filter(|one| one.examples.is_empty()).map(|one| one.name.as_str()).collect();
        assert!(without.is_empty(), "write components/NAME/examples.yaml for {without:?}");
    }

    /// Examples that leave out a field leave the part of the template untested that shows it; those
    /// with a field that nothing asks for have been forgotten when it was renamed.
    #[test]
    fn examples_give_every_value_that_a_component_shows_and_no_other() {
        let asks = all_asks();
        let mut wrong = Vec::new();
        for one in components(&[], &mut Findings::default()) {
            let mut given = BTreeSet::new();
            for example in &one.examples {
                names_in(&serde_json::Value::Object(example.values.clone()), &mut given);
            }
            let missing = asks[&one.name].names.difference(&given);
            wrong.extend(missing.map(|name| format!("{}: no example gives {name}", one.name)));
            let mut known = BTreeSet::new();
            let mut open = vec![one.name.replace('-', "_")];
            while let Some(next) = open.pop() {
                let called = &asks[&next.replace('_', "-")];
                known.extend(&called.names);
                open.extend(called.calls.iter().cloned());
            }
            let unknown = given.iter().filter(|name| !known.contains(name));
            wrong.extend(unknown.map(|name| format!("{}: nothing shows {name}", one.name)));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn what_a_template_asks_for_is_read_from_it() {
        let asks = asks(
            "{% component a_b(one: map, root: string = \"x.y\") %}{{ one.day.iso }}{% if one.past and not loop.last %}.css {{<c_d e={one.list} />}}{% endif %}{% endcomponent a_b %}",
        );
        assert_eq!(asks.names.into_iter().collect::<Vec<_>>(), ["day", "iso", "list", "one", "past", "root"]);
        assert_eq!(asks.calls.into_iter().collect::<Vec<_>>(), ["c_d"]);
    }
}
