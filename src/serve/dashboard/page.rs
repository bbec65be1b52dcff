//! Renders the pages of the dashboard.

use serde::Serialize;
use tera::{Context, Tera};

/// The templates, by name.
const TEMPLATES: &[(&str, &str)] = &[
    ("base.html", include_str!("../browser/dashboard/base.html")),
    ("refusal.html", include_str!("../browser/dashboard/refusal.html")),
    ("own-links.html", include_str!("../browser/dashboard/own-links.html")),
    ("home.html", include_str!("../browser/dashboard/home.html")),
    ("saved.html", include_str!("../browser/dashboard/saved.html")),
    ("tasks.html", include_str!("../browser/dashboard/tasks.html")),
    ("build.html", include_str!("../browser/dashboard/build.html")),
    ("message.html", include_str!("../browser/dashboard/message.html")),
    ("form.html", include_str!("../browser/dashboard/form.html")),
    ("drafts.html", include_str!("../browser/dashboard/drafts.html")),
    ("fields.html", include_str!("../browser/dashboard/fields.html")),
    ("preview.html", include_str!("../browser/dashboard/preview.html")),
    ("parts.html", include_str!("../browser/dashboard/parts.html")),
    ("lost-form.html", include_str!("../browser/dashboard/lost-form.html")),
    ("text.html", include_str!("../browser/dashboard/text.html")),
    ("conflict.html", include_str!("../browser/dashboard/conflict.html")),
    ("history.html", include_str!("../browser/dashboard/history.html")),
    ("version.html", include_str!("../browser/dashboard/version.html")),
    ("media-file.html", include_str!("../browser/dashboard/media-file.html")),
    ("import.html", include_str!("../browser/dashboard/import.html")),
    ("import-form.html", include_str!("../browser/dashboard/import-form.html")),
    ("import-review.html", include_str!("../browser/dashboard/import-review.html")),
    ("media.html", include_str!("../browser/dashboard/media.html")),
    ("upload.html", include_str!("../browser/dashboard/upload.html")),
    ("new.html", include_str!("../browser/dashboard/new.html")),
    ("new-form.html", include_str!("../browser/dashboard/new-form.html")),
    ("year.html", include_str!("../browser/dashboard/year.html")),
    ("stop.html", include_str!("../browser/dashboard/stop.html")),
    ("stopped.html", include_str!("../browser/dashboard/stopped.html")),
    ("start.html", include_str!("../browser/dashboard/start.html")),
    ("folders.html", include_str!("../browser/dashboard/folders.html")),
    ("new-site.html", include_str!("../browser/dashboard/new-site.html")),
];

/// The style of all pages: the colours and plain elements of the default theme, then what is the dashboard's own.
pub(super) const STYLE: [&str; 3] = [
    include_str!("../../../themes/default/style/10-tokens.css"),
    include_str!("../../../themes/default/style/20-base.css"),
    include_str!("../browser/dashboard/dashboard.css"),
];

/// The scripts, by name. Pages load the first, which loads the others.
pub(super) const SCRIPTS: [(&str, &str); 3] = [
    ("dashboard.js", include_str!("../browser/dashboard/dashboard.js")),
    ("form.js", include_str!("../browser/dashboard/form.js")),
    ("body-editor.js", include_str!("../browser/dashboard/body-editor.js")),
];

/// The templates of the dashboard. Every value is escaped.
#[derive(Debug)]
pub(super) struct PageTemplates(Tera);

/// What every page needs.
#[derive(Debug, Default, Serialize)]
pub(in crate::serve) struct Frame<'a> {
    pub(in crate::serve) title: String,
    /// True if something on the page has to be put right before it can be saved.
    pub(in crate::serve) has_errors: bool,
    /// True if errors keep the preview from showing the content as it is now.
    pub(in crate::serve) is_out_of_date: bool,
    pub(in crate::serve) institution: &'a str,
    /// For each form.
    pub(in crate::serve) token: &'a str,
    /// The address of the site's home page.
    pub(in crate::serve) site: &'a str,
    /// True if pages can stop the program.
    pub(in crate::serve) may_stop: bool,
}

impl PageTemplates {
    /// # Errors
    /// Only if a template is invalid, which a test rules out.
    pub(super) fn load() -> Result<Self, tera::Error> {
        let mut tera = Tera::default();
        tera.add_raw_templates(TEMPLATES.iter().copied())?;
        Ok(Self(tera))
    }

    /// A page as HTML. The template gets `frame` and `page`.
    ///
    /// # Errors
    /// Only if the template asks for something that the page does not have.
    pub(super) fn render(&self, name: &str, frame: &Frame<'_>, page: &impl Serialize) -> Result<String, tera::Error> {
        let mut context = Context::new();
        context.insert("frame", frame);
        context.insert("page", page);
        self.0.render(name, &context)
    }
}
