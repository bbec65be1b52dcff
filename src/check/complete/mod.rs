//! What a whole programme has.

mod audience_unserved;
mod criterion;
mod empty_term;
mod group_unheard;
mod group_without_plan;
mod no_outcomes;
mod nobody_told;
mod not_translated;
mod placeholder;
mod subject_not_linked;
mod translator;

use super::{ContentRule, rule};

pub(super) const RULES: &[ContentRule] = &[
    rule!("placeholder.rs", Placeholder, placeholder::check),
    rule!("group_without_plan.rs", GroupWithoutPlan, group_without_plan::check),
    rule!("no_outcomes.rs", NoOutcomes, no_outcomes::check),
    rule!("empty_term.rs", EmptyTerm, empty_term::check),
    rule!("audience_unserved.rs", AudienceUnserved, audience_unserved::check),
    rule!("nobody_told.rs", NobodyTold, nobody_told::check),
    rule!("subject_not_linked.rs", SubjectNotLinked, subject_not_linked::check),
    rule!("group_unheard.rs", GroupUnheard, group_unheard::check),
    rule!("criterion.rs", Criterion, criterion::check),
    rule!("not_translated.rs", NotTranslated, not_translated::check),
    rule!("translator.rs", Translator, translator::check),
];
