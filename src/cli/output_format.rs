//! The `--format` option of `build` and `check`.

use clap::ValueEnum;

/// How to print findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    /// With an excerpt and help
    Full,
    /// One line for each finding
    Concise,
    /// One JSON object on each line
    Json,
    /// Annotations for GitHub Actions
    Github,
}
