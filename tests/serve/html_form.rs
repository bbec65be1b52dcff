//! Reads the forms of a page as a browser without scripts does, and sends them.

use html5gum::{Token, Tokenizer};

use crate::client::{Response, RunningServer, encoded, get, multipart, post_body, post_bytes, tokens};

/// A form as it would be sent, without the button that is pressed.
#[derive(Clone, Debug, Default)]
pub(crate) struct HtmlForm {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
    /// The names of the fields that people type into.
    pub(crate) typed: Vec<String>,
}

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

/// Every form of a page.
fn forms(html: &str) -> Vec<HtmlForm> {
    let (mut forms, mut form) = (Vec::new(), HtmlForm::default());
    // The name and text of a text area, and the name of a list with its first and its selected value.
    let mut area: Option<(String, String)> = None;
    let mut list: Option<(String, Option<String>)> = None;
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                let value = |name: &[u8]| {
                    let value = tag.attributes.get(name).map(|value| value.to_vec());
                    value.map(|value| String::from_utf8(value).expect("UTF-8"))
                };
                let name = value(b"name").unwrap_or_default();
                match &tag.name[..] {
                    b"form" => form = HtmlForm { action: value(b"action").unwrap_or_default(), ..HtmlForm::default() },
                    b"textarea" if !name.is_empty() => {
                        form.typed.push(name.clone());
                        area = Some((name, String::new()));
                    }
                    b"select" => list = Some((name, None)),
                    b"option" => {
                        let selected = value(b"selected").is_some();
                        if let Some((_, chosen)) = list.as_mut().filter(|(_, chosen)| selected || chosen.is_none()) {
                            *chosen = value(b"value");
                        }
                    }
                    b"input" if value(b"type").is_some_and(|kind| kind == "file") => {}
                    b"input" if !name.is_empty() => {
                        let kind = value(b"type").unwrap_or_default();
                        if ["", "text", "email", "tel", "url"].contains(&kind.as_str()) {
                            form.typed.push(name.clone());
                        }
                        let is_choice = ["checkbox", "radio"].contains(&kind.as_str());
                        if !is_choice || value(b"checked").is_some() {
                            form.fields.push((name, value(b"value").unwrap_or_default()));
                        }
                    }
                    _ => {}
                }
            }
            Token::String(text) => {
                if let Some((_, content)) = &mut area {
                    content.push_str(std::str::from_utf8(&text).expect("UTF-8"));
                }
            }
            Token::EndTag(tag) => match &tag.name[..] {
                b"textarea" => {
                    // The line break after the tag is not part of the text.
                    let text =
                        area.take().map(|(name, text)| (name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
                    form.fields.extend(text);
                }
                b"select" => form.fields.extend(list.take().map(|(name, chosen)| (name, chosen.unwrap_or_default()))),
                b"form" => forms.push(std::mem::take(&mut form)),
                _ => {}
            },
            _ => {}
        }
    }
    forms
}
