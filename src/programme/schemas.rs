//! The JSON Schemas of the content format, one a kind of file, written from the types.

use serde_json::Value as Json;

use super::evaluation::{ActionsForm, DestinationsForm, EvaluationForm, ImpactForm, MappingForm, SurveyForm};
use super::event::EventForm;
use super::evidence::EvidenceForm;
use super::form::{FromNode, describe};
use super::institution::SchoolForm;
use super::media::PicturesForm;
use super::pages::{PageForm, PolicyForm, WelcomeForm};
use super::plan::PlanForm;
use super::provision::{GuidanceForm, OffersForm, ProviderAccessForm};
use super::summary::SummaryForm;
use super::team::TeamForm;
use super::translations::TranslationForm;

/// A kind of content file and how it is described.
#[derive(Clone, Copy, Debug)]
pub struct FileSchema {
    /// The schema's name, as in `.schema/school.json`.
    pub name: &'static str,
    /// The files it describes.
    pub files: &'static str,
    make: fn(&str) -> Json,
}

impl FileSchema {
    /// The schema.
    pub fn json(&self) -> Json {
        let mut schema = (self.make)(self.files);
        if let Some(object) = schema.as_object_mut() {
            object.insert("$id".into(), Json::String(format!("{}.json", self.name)));
        }
        schema
    }
}

const fn schema<T: FromNode>(name: &'static str, files: &'static str) -> FileSchema {
    FileSchema { name, files, make: describe::<T> }
}

/// Every kind of content file. Those ending in .md are described by their front matter.
pub const ALL: [FileSchema; 20] = [
    schema::<SchoolForm>("school", "school.yaml"),
    schema::<TeamForm>("team", "team.yaml"),
    schema::<SummaryForm>("programme", "programme.md"),
    schema::<PlanForm>("group", "programme/*.md"),
    schema::<EventForm>("event", "events/*.md"),
    schema::<ImpactForm>("evaluation", "evaluation.md"),
    schema::<EvaluationForm>("benchmarks", "evaluation/benchmarks/*.yaml"),
    schema::<SurveyForm>("survey", "evaluation/surveys/*.yaml"),
    schema::<MappingForm>("mapping", "evaluation/mappings/*.yaml"),
    schema::<DestinationsForm>("destinations", "evaluation/destinations/*.yaml"),
    schema::<ActionsForm>("actions", "evaluation/actions.yaml"),
    schema::<EvidenceForm>("evidence", "evaluation/evidence.yaml"),
    schema::<GuidanceForm>("guidance", "guidance.md"),
    schema::<ProviderAccessForm>("provider-access", "provider-access.md"),
    schema::<OffersForm>("offers", "offers.yaml"),
    schema::<WelcomeForm>("audience", "pupils.md, parents.md, staff.md, employers.md"),
    schema::<PageForm>("page", "pages/*.md"),
    schema::<PolicyForm>("document", "policies/*.md, policies/*.yaml"),
    schema::<PicturesForm>("pictures", "media/pictures.yaml"),
    schema::<TranslationForm>("translation", "NAME.LANGUAGE.md, such as parents.ur.md"),
];
