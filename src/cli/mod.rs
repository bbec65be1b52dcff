//! The command line: one thin file for each command. Only this module prints and reads the clock.

mod arguments;
mod audit;
mod build;
mod check;
mod clock;
mod content;
mod evaluate;
mod existing_content;
mod exit;
mod explain;
mod external;
mod import;
mod launch;
mod new;
mod new_folder;
mod panic_hook;
mod print;
mod progress;
mod quoted;
mod recent_folders;
mod schema;
mod serve;
mod serve_report;
mod start;
mod terminal_host;
mod year;

use clap::{CommandFactory, Parser, Subcommand};

pub use exit::Exit;

/// Turns a folder of Markdown and YAML into a school's or college's careers-programme website.
#[derive(Debug, Parser)]
#[command(name = "fingerpost", bin_name = "fingerpost", version, max_term_width = 100, arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Create a small but complete site for you to edit
    New(new::NewArguments),
    /// Check the content, then write the site
    Build(build::BuildArguments),
    /// Preview the site while you write it
    Serve(serve::ServeArguments),
    /// Open or make a careers site in your browser, and edit it there
    Start(start::StartArguments),
    /// Find what is missing, unlawful, out of date, hard to read or private
    Check(check::CheckArguments),
    /// See how the programme measures up against the eight benchmarks, and what to do next
    Evaluate(evaluate::EvaluateArguments),
    /// Write a form for each department: what do we already do?
    Audit(audit::AuditArguments),
    /// Import survey answers, a planned programme, events or audit forms
    Import(import::ImportArguments),
    /// Move the programme on to the next academic year
    Year(year::YearArguments),
    /// Explain what a finding means, why it matters and how to fix it
    Explain(explain::ExplainArguments),
    /// Print the JSON Schemas of the content files, for editors
    Schema(schema::SchemaArguments),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

pub fn run() -> Exit {
    panic_hook::hide_guarded_panics();
    if let Some(start) = launch::desktop_start() {
        return start::run_alone(start.folder.as_deref());
    }
    let ended = match CommandLine::parse_from(launch::arguments()).command {
        Command::New(arguments) => new::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Start(arguments) => start::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Year(arguments) => year::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut CommandLine::command(), "fingerpost", &mut script);
            print::out(&String::from_utf8_lossy(&script));
            Ok(Exit::Clean)
        }
    };
    // The error is the exit code of a command that ended early.
    ended.unwrap_or_else(|exit| exit)
}
