//! The templates of a new site, compiled in from `files/`.

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera};

use super::new_file::NewFile;

macro_rules! templates {
    ($($name:literal)*) => {
        const TEMPLATES: &[(&str, &str)] = &[$(($name, include_str!(concat!("files/", $name)))),*];
    };
}

templates! {
    "employers.md"
    "evaluation.md"
    "events/careers-evening.md"
    "events/meet-a-college.md"
    "events/meet-an-apprenticeship-provider.md"
    "events/meet-the-employers.md"
    "guidance.md"
    "offers.yaml"
    "parents.md"
    "programme.md"
    "programme/course-area.md"
    "programme/finding-out.md"
    "programme/moving-on.md"
    "programme/trying-out.md"
    "programme/year-10.md"
    "programme/year-11.md"
    "programme/year-12.md"
    "programme/year-13.md"
    "programme/year-5.md"
    "programme/year-6.md"
    "programme/year-7.md"
    "programme/year-8.md"
    "programme/year-9.md"
    "provider-access.md"
    "pupils.md"
    "school.yaml"
    "staff.md"
    "team.yaml"
}

pub(super) struct Templates(Tera);

impl Templates {
    pub(super) fn load() -> Result<Self, tera::Error> {
        let mut tera = Tera::new();
        tera.autoescape_on(Vec::<&str>::new());
        tera.register_filter("quoted", |text: &str, _: Kwargs, _: &State<'_>| quoted(text));
        tera.add_raw_templates(TEMPLATES.iter().copied())?;
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
    fn every_template_in_the_folder_is_compiled_in() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/scaffold/files");
        let found = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
        let files: Vec<String> = found
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| Some(entry.path().strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/")))
            .collect();
        for file in &files {
            assert!(TEMPLATES.iter().any(|(name, _)| name == file), "{file} is not in the list");
        }
        assert_eq!(files.len(), TEMPLATES.len());
    }

    #[test]
    fn any_name_is_quoted() {
        assert_eq!(quoted(r#"St Mary's: "The" School"#), r#""St Mary's: \"The\" School""#);
    }
}
