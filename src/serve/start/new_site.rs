//! The questions for a new site, and how it is made.

use camino::Utf8PathBuf;
use hyper::{Response, StatusCode};
use serde::Serialize;

use super::content_path::full_path;
use super::first_page::open_folder;
use super::state::StartState;
use crate::editor::form::ContentForm;
use crate::programme::format::Control;
use crate::programme::{Kind, on_one_line, slug};
use crate::report::ContentPath;
use crate::scaffold::{self, Ages, NewGroups, NewLeader, NewSite, TermSystem};
use crate::serve::dashboard::Frame;
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;
use crate::serve::served::Served;

/// What is chosen unless somebody chooses.
const USUAL_KIND: Kind = Kind::Academy;
/// The folder for a site whose name has no letters.
const FALLBACK_FOLDER: &str = "careers-site";

#[derive(Debug, Serialize)]
struct NewSitePage {
    problems: Vec<Problem>,
    questions: Vec<Question>,
}

#[derive(Clone, Debug, Serialize)]
struct Problem {
    field: &'static str,
    message: String,
}

#[derive(Debug, Serialize)]
struct Question {
    name: &'static str,
    label: String,
    hint: String,
    /// The type of its input.
    kind: &'static str,
    value: String,
    problem: Option<String>,
    /// Empty if any words can be written.
    options: Vec<AnswerOption>,
}

#[derive(Debug, Serialize)]
struct AnswerOption {
    value: String,
    label: String,
}

/// The values of the form, by name.
struct Answers<'a>(&'a Form);

pub(super) fn get(served: &Served, start: &StartState) -> Response<ResponseBody> {
    let place = start.host.documents();
    let mut form = Form::default();
    let fields = [("kind", USUAL_KIND.as_str().to_owned()), ("place", place.unwrap_or_default().into_string())];
    form.fields.extend(fields.map(|(name, value)| (name.to_owned(), value)));
    show(served, &form, Vec::new())
}

/// Makes the site and opens it.
pub(super) fn post(served: &Served, start: &StartState, form: &Form) -> Response<ResponseBody> {
    let made = Answers(form).read(start).and_then(|(folder, site)| {
        let in_place = |message| vec![Problem { field: "place", message }];
        start.host.make(&folder, &site).map_err(in_place)?;
        open_folder(served, start, &folder).map_err(in_place)
    });
    match made {
        Ok(()) => see_other(DASHBOARD_ROOT),
        Err(problems) => show(served, form, problems),
    }
}

fn show(served: &Served, form: &Form, problems: Vec<Problem>) -> Response<ResponseBody> {
    let has_errors = !problems.is_empty();
    let questions = Answers(form).questions(&problems);
    let frame = Frame { title: "Make a new careers site".to_owned(), has_errors, ..Frame::default() };
    let mut response = served.pages.render("new-site.html", frame, &NewSitePage { problems, questions });
    if has_errors {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

impl Answers<'_> {
    fn get(&self, name: &str) -> String {
        on_one_line(self.0.get(name))
    }

    /// The folder to make, and what to write into it.
    fn read(&self, start: &StartState) -> Result<(Utf8PathBuf, NewSite), Vec<Problem>> {
        let mut problems = Vec::new();
        let mut problem = |field, message: &str| problems.push(Problem { field, message: message.to_owned() });
        let name = self.get("name");
        if name.is_empty() {
            problem("name", "Write the name of the school, college or centre.");
        }
        let kind = Kind::ALL.iter().copied().find(|kind| kind.as_str() == self.get("kind"));
        if kind.is_none() {
            problem("kind", "Choose the kind.");
        }
        let kind = kind.unwrap_or(USUAL_KIND);
        let groups = match self.get("ages").as_str() {
            "" => NewGroups::Usual,
            ages => ages.parse::<Ages>().map_or(NewGroups::Usual, NewGroups::Ages),
        };
        if groups == NewGroups::Usual && !self.get("ages").is_empty() {
            problem("ages", "Write the youngest and the oldest age, such as 11-18.");
        } else if !scaffold::has_groups(kind, &groups) {
            problem(
                "ages",
                "This kind has no groups for these ages. Leave the ages empty, and change the groups later.",
            );
        }
        let email = self.get("email");
        if !email.is_empty() && !is_like_email(&email) {
            problem("email", "Write the whole e-mail address, such as careers@ridgeway.example.");
        }
        let place = full_path(&self.get("place"), start.host.home().as_deref());
        match &place {
            Err(message) => problem("place", message),
            Ok(place) if !place.is_dir() => problem("place", "There is no such folder. Check how it is written."),
            Ok(_) => {}
        }
        let Ok(place) = place else { return Err(problems) };
        if !problems.is_empty() {
            return Err(problems);
        }
        let folder = Some(slug(&name)).filter(|name| !name.is_empty());
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        let site = NewSite {
            leader: NewLeader { name: given(self.get("leader")), email: given(email) },
            terms: if self.get("terms") == "six" { TermSystem::Six } else { TermSystem::Three },
            groups,
            ..NewSite::new(&name, kind, start.host.today())
        };
        Ok((place.join(folder.as_deref().unwrap_or(FALLBACK_FOLDER)), site))
    }

    fn questions(&self, problems: &[Problem]) -> Vec<Question> {
        let question = |name: &'static str, kind, (label, hint): (String, &str), options| Question {
            name,
            label,
            hint: hint.to_owned(),
            kind,
            value: self.0.get(name).to_owned(),
            problem: problems.iter().find(|problem| problem.field == name).map(|problem| problem.message.clone()),
            options,
        };
        let text = |name, kind, label: &str, hint| question(name, kind, (label.to_owned(), hint), Vec::new());
        let (kind_words, kinds) = kinds();
        let terms = [("three", "Three terms, each with a half-term"), ("six", "Six numbered terms")];
        let terms = terms.map(|(value, label)| AnswerOption { value: value.to_owned(), label: label.to_owned() });
        let terms_label = ("Terms".to_owned(), "How you divide the school year. Their dates can be put right later.");
        vec![
            text("name", "text", "Name", "The name of the school, college or centre. For example, Ridgeway School."),
            question("kind", "text", kind_words, kinds),
            question("terms", "text", terms_label, terms.into()),
            text(
                "ages",
                "text",
                "Ages of your pupils",
                "The youngest and the oldest, such as 11-18. Leave it empty for the usual ages of the kind.",
            ),
            text(
                "leader",
                "text",
                "Careers leader",
                "The name of the person who leads on careers. It must be on the site.",
            ),
            text(
                "email",
                "email",
                "E-mail address of the careers leader",
                "Or of the careers team. It will be on the site.",
            ),
            text(
                "place",
                "text",
                "Where to keep the files",
                "A folder of yours. A new one for the site is made in it.",
            ),
        ]
    }
}

/// The label and the hint of the kind of institution, and all kinds, as the format defines them.
fn kinds() -> ((String, &'static str), Vec<AnswerOption>) {
    let form = ContentForm::of_path(&ContentPath::new("school.yaml"));
    let field = form.iter().flat_map(ContentForm::definitions).find(|field| field.key == "kind");
    let words = field.map_or_else(|| ("Kind".to_owned(), ""), |field| (field.label.clone(), field.hint));
    let options = match field.map(|field| &field.control) {
        Some(Control::Choice(options)) => *options,
        _ => &[],
    };
    let option = |option: &crate::programme::format::ChoiceOption| AnswerOption {
        value: option.value.to_owned(),
        label: option.label(),
    };
    (words, options.iter().map(option).collect())
}

fn is_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) && !text.contains(' ')
}
