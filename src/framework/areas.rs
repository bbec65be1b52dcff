//! Frameworks of what people learn about careers, in areas.

use serde::Deserialize;

use super::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AreaFrameworks {
    /// The Career Development Framework of the Career Development Institute.
    pub cdi: AreaFramework,
    /// The first key stage that a careers programme is for.
    pub first_key_stage: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaFramework {
    pub from: Citation,
    /// The names of its areas, in order.
    pub areas: Vec<String>,
}
