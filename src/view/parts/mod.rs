//! The parts that several pages share: cards, links, filters, charts.

pub(crate) mod actions;
pub(crate) mod activity_card;
pub(crate) mod agreement_bar;
pub(crate) mod arm;
pub(crate) mod backing;
pub(crate) mod benchmark_tag;
pub(crate) mod calendar_links;
pub(crate) mod event_card;
pub(crate) mod event_facts;
pub(crate) mod feedback_summary;
pub(crate) mod filters;
pub(crate) mod group_card;
pub(crate) mod group_year;
pub(crate) mod guidance_brief;
pub(crate) mod landing;
pub(crate) mod language_name;
pub(crate) mod link;
pub(crate) mod note_for;
pub(crate) mod person_card;
pub(crate) mod pictures;
pub(crate) mod progress;
pub(crate) mod provider_phases;
pub(crate) mod readout;
pub(crate) mod survey_results;
pub(crate) mod term_plan;
