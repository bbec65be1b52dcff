//! A form of the dashboard, filled in and sent as a browser without scripts does.

use ureq::Agent;

use crate::html_forms::forms;

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
        let html = page.body_mut().read_to_string().expect("a page");
        let form = forms(&html).into_iter().find(|form| form.action == path).expect("the form of the file");
        Self { agent, origin, path, cookie, fields: form.fields }
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
