//! The templates of a new site, compiled in from `files/`.

use rust_embed::RustEmbed;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera};

/// A file to write into the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Relative to the content folder.
    pub path: String,
    pub text: String,
}

#[derive(RustEmbed)]
#[folder = "src/scaffold/files/"]
struct TemplateFiles;

pub(super) struct Templates(Tera);

impl Templates {
    pub(super) fn load() -> Result<Self, tera::Error> {
        let mut tera = Tera::new();
        tera.autoescape_on(Vec::<&str>::new());
        tera.register_filter("quoted", |text: &str, _: Kwargs, _: &State<'_>| quoted(text));
        let text = |name: &str| String::from_utf8(TemplateFiles::get(name)?.data.into_owned()).ok();
        tera.add_raw_templates(TemplateFiles::iter().filter_map(|name| Some((name.to_string(), text(&name)?))))?;
        Ok(Self(tera))
    }

    pub(super) fn render(&self, template: &str, path: &str, context: &impl Serialize) -> Result<NewFile, tera::Error> {
        self.finish(template, path, &Context::from_serialize(context)?)
    }

    pub(super) fn render_with(
        &self,
        template: &str,
        path: &str,
        context: &impl Serialize,
        (key, value): (&'static str, &impl Serialize),
    ) -> Result<NewFile, tera::Error> {
        let mut context = Context::from_serialize(context)?;
        context.insert(key, value);
        self.finish(template, path, &context)
    }

    fn finish(&self, template: &str, path: &str, context: &Context) -> Result<NewFile, tera::Error> {
        let text = self.0.render(template, context)?;
        Ok(NewFile { path: path.to_owned(), text: format!("{}\n", text.trim()) })
    }
}

/// Every JSON string is a YAML string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_is_quoted() {
        assert_eq!(quoted(r#"St Mary's: "The" School"#), r#""St Mary's: \"The\" School""#);
    }
}
