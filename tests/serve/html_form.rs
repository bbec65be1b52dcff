//! Fills in the forms of a page, and sends them as a browser without scripts does.

use crate::client::{Response, RunningServer, encoded, get, multipart, post_body, post_bytes, tokens};
pub(crate) use crate::html_forms::HtmlForm;
use crate::html_forms::forms;

impl HtmlForm {
    /// The form of a page that is sent to an address beginning so.
    pub(crate) fn of(html: &str, action: &str) -> Self {
        let found = forms(html).into_iter().find(|form| form.action.starts_with(action));
        found.unwrap_or_else(|| panic!("no form to {action} in {html}"))
    }

    /// The form of a page.
    pub(crate) fn at(preview: &impl RunningServer, address: &str) -> Self {
        let page = get(preview, address);
        assert_eq!(page.status, 200, "{address}: {}", page.text());
        let action = address.split('?').next().expect("a path");
        Self::of(&page.text(), action)
    }

    /// Types into a field. Fails if there is none.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        let field = self.fields.iter_mut().find(|(other, _)| other == name);
        field.unwrap_or_else(|| panic!("no field {name}")).1 = value.to_owned();
    }

    /// Ticks a box.
    pub(crate) fn tick(&mut self, name: &str, value: &str) {
        self.fields.push((name.to_owned(), value.to_owned()));
    }

    pub(crate) fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }

    /// Sends it with a file.
    pub(crate) fn upload(&self, preview: &impl RunningServer, file: Option<(&str, &[u8])>) -> Response {
        let origin = format!("http://127.0.0.1:{}", preview.port_number());
        let cookie = tokens(preview).cookie;
        let fields: Vec<(&str, &str)> =
            self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let (content_type, body) = multipart(&fields, file);
        let headers = [
            ("origin", origin.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
            ("cookie", cookie.as_str()),
            ("content-type", content_type.as_str()),
        ];
        post_bytes(preview, &self.action, &headers, &body)
    }

    /// Sends it with a button.
    pub(crate) fn press(&self, preview: &impl RunningServer, button: &str) -> Response {
        self.send(preview, (&self.action, "document"), ("do", button))
    }

    /// Sends it as its script does while somebody types.
    pub(crate) fn send_live(&self, preview: &impl RunningServer, live: &str) -> Response {
        let path = self.action.replacen("/-/", "/-/live/", 1);
        self.send(preview, (&path, "empty"), ("live", live))
    }

    /// Sends it as its script does if a button of a row is pressed.
    pub(crate) fn press_live(&self, preview: &impl RunningServer, button: &str) -> Response {
        let path = self.action.replacen("/-/", "/-/live/", 1);
        self.send(preview, (&path, "empty"), ("do", button))
    }

    /// Sends it for a page, or to a script.
    fn send(&self, preview: &impl RunningServer, (path, dest): (&str, &str), last: (&str, &str)) -> Response {
        let origin = format!("http://127.0.0.1:{}", preview.port_number());
        let cookie = tokens(preview).cookie;
        let headers = [
            ("origin", origin.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", dest),
            ("cookie", cookie.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        let fields = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        // Browsers send line breaks of texts so.
        let fields: Vec<(&str, String)> =
            fields.chain([last]).map(|(name, value)| (name, value.replace('\n', "\r\n"))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        post_body(preview, path, &headers, &encoded(&fields))
    }
}
