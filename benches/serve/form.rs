//! A form of the dashboard, filled in and sent as a browser without scripts does.

use html5gum::{Token, Tokenizer};
use ureq::Agent;

/// The form of a content file.
pub(crate) struct FileForm {
    /// Without redirects: what comes after the save is not measured.
    agent: Agent,
    origin: String,
    path: String,
    cookie: String,
    fields: Vec<(String, String)>,
}

impl FileForm {
    /// Opens the form of a file at an address such as `127.0.0.1:4000`.
    pub(crate) fn open(address: &str, file: &str) -> Self {
        let agent = Agent::config_builder().max_redirects(0).http_status_as_error(false).build().new_agent();
        let (origin, path) = (format!("http://{address}"), format!("/-/edit/{file}"));
        let mut page = agent.get(format!("{origin}{path}")).call().expect("a form");
        let cookie = page.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok()).expect("a cookie");
        let cookie = cookie.split(';').next().expect("its value").to_owned();
        let fields = fields(&page.body_mut().read_to_string().expect("a page"), &path);
        Self { agent, origin, path, cookie, fields }
    }

    /// Types into a field.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.fields.iter_mut().find(|(other, _)| other == name).expect("the field").1 = value.to_owned();
    }

    /// Presses the button that saves it.
    pub(crate) fn save(self) {
        let fields = self.fields.iter().map(|(name, value)| (name.as_str(), value.replace('\n', "\r\n")));
        let answer = self
            .agent
            .post(format!("{}{}", self.origin, self.path))
            .header("origin", &self.origin)
            .header("sec-fetch-site", "same-origin")
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-dest", "document")
            .header("cookie", &self.cookie)
            .send_form(fields.chain([("do", "save".to_owned())]))
            .expect("an answer");
        assert_eq!(answer.status(), 303, "it is saved");
    }
}

/// The fields of the form that is sent to a path.
fn fields(html: &str, path: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut is_in_form = false;
    // The name and text of a text area, and the name of a list with its first or its selected value.
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
                    b"form" => is_in_form = value(b"action").is_some_and(|action| action == path),
                    _ if !is_in_form => {}
                    b"textarea" if !name.is_empty() => area = Some((name, String::new())),
                    b"select" => list = Some((name, None)),
                    b"option" => {
                        let is_selected = value(b"selected").is_some();
                        if let Some((_, chosen)) = list.as_mut().filter(|(_, one)| is_selected || one.is_none()) {
                            *chosen = value(b"value");
                        }
                    }
                    b"input" if !name.is_empty() => {
                        let kind = value(b"type").unwrap_or_default();
                        if !["checkbox", "radio"].contains(&kind.as_str()) || value(b"checked").is_some() {
                            fields.push((name, value(b"value").unwrap_or_default()));
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
                // The line break after the tag is not part of the text.
                b"textarea" => fields.extend(
                    area.take().map(|(name, text)| (name, text.strip_prefix('\n').unwrap_or(&text).to_owned())),
                ),
                b"select" => fields.extend(list.take().map(|(name, chosen)| (name, chosen.unwrap_or_default()))),
                b"form" => is_in_form = false,
                _ => {}
            },
            _ => {}
        }
    }
    fields
}
