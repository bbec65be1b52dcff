//! The command line: one thin file a verb. The only room that prints, and the only one with a clock.

mod build;
mod check;
mod clock;
mod content;
mod evaluate;
mod explain;
mod external;
mod import;
mod new;
mod print;
mod progress;
mod schema;
mod serve;

use camino::Utf8PathBuf;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::framework::Facts;

/// How a run ended, for the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// No findings that stop.
    Clean = 0,
    /// There are errors, or findings that stop this command.
    Findings = 1,
    /// Wrong usage, or a file or folder could not be read or written.
    Error = 2,
}

/// Turns a folder of Markdown and YAML into a school's or college's careers-programme website.
#[derive(Debug, Parser)]
#[command(name = "fingerpost", version, max_term_width = 100, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a small complete site to edit
    New(new::Arguments),
    /// Check the content, then write the site
    Build(build::Arguments),
    /// See the site while you write it
    Serve(serve::Arguments),
    /// Say what is missing, unlawful, stale, hard to read or private
    Check(check::Arguments),
    /// Say where the programme stands against the eight benchmarks, and what to do next
    Evaluate(evaluate::Arguments),
    /// Take over the answers to a form, a planned programme, or events
    Import(import::Arguments),
    /// Say what a finding means, why it matters and how to mend it
    Explain(explain::Arguments),
    /// Print the JSON Schemas of the content files, for editors
    Schema(schema::Arguments),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// How findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With excerpt and help
    Full,
    /// A line each
    Concise,
    /// A JSON object a line
    Json,
    /// Annotations for GitHub Actions
    Github,
}

/// Runs the command line.
pub fn run() -> Exit {
    match Arguments::parse().verb {
        Verb::New(arguments) => new::run(&arguments),
        Verb::Build(arguments) => build::run(&arguments),
        Verb::Serve(arguments) => serve::run(&arguments),
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Evaluate(arguments) => evaluate::run(&arguments),
        Verb::Import(arguments) => import::run(&arguments),
        Verb::Explain(arguments) => explain::run(&arguments),
        Verb::Schema(arguments) => schema::run(&arguments),
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "fingerpost", &mut script);
            print::out(&String::from_utf8_lossy(&script));
            Exit::Clean
        }
    }
}

/// The field's facts, which are compiled in. `None`, with a word about it, if they are damaged.
fn facts() -> Option<Facts> {
    match Facts::load() {
        Ok(facts) => Some(facts),
        Err(error) => {
            print::note(&format!("fingerpost: a data file in this program is damaged: {error}\n"));
            None
        }
    }
}

/// The content folder, if none is named: the one we are in.
fn current_dir() -> Utf8PathBuf {
    Utf8PathBuf::from(".")
}
