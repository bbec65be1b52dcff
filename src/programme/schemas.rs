//! The JSON Schemas of the content format, one a kind of file, written from the types.

use serde_json::Value as Json;

use super::evaluation::{ActionsFile, Destinations, EvaluationData, Impact, SurveyData, SurveyMapping};
use super::event::EventData;
use super::evidence::SelfReportFile;
use super::format::{FromNode, describe};
use super::institution::SchoolData;
use super::media::PicturesFile;
use super::pages::{PageData, PolicyData, WelcomeData};
use super::plan::PlanData;
use super::provision::{Guidance, OffersFile, ProviderAccessData};
use super::summary::Summary;
use super::team::TeamData;
use super::translations::TranslationData;

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
    schema::<SchoolData>("school", "school.yaml"),
    schema::<TeamData>("team", "team.yaml"),
    schema::<Summary>("programme", "programme.md"),
    schema::<PlanData>("group", "programme/*.md"),
    schema::<EventData>("event", "events/*.md"),
    schema::<Impact>("evaluation", "evaluation.md"),
    schema::<EvaluationData>("benchmarks", "evaluation/benchmarks/*.yaml"),
    schema::<SurveyData>("survey", "evaluation/surveys/*.yaml"),
    schema::<SurveyMapping>("mapping", "evaluation/mappings/*.yaml"),
    schema::<Destinations>("destinations", "evaluation/destinations/*.yaml"),
    schema::<ActionsFile>("actions", "evaluation/actions.yaml"),
    schema::<SelfReportFile>("evidence", "evaluation/evidence.yaml"),
    schema::<Guidance>("guidance", "guidance.md"),
    schema::<ProviderAccessData>("provider-access", "provider-access.md"),
    schema::<OffersFile>("offers", "offers.yaml"),
    schema::<WelcomeData>("audience", "pupils.md, parents.md, staff.md, employers.md"),
    schema::<PageData>("page", "pages/*.md"),
    schema::<PolicyData>("document", "policies/*.md, policies/*.yaml"),
    schema::<PicturesFile>("pictures", "media/pictures.yaml"),
    schema::<TranslationData>("translation", "NAME.LANGUAGE.md, such as parents.ur.md"),
];
