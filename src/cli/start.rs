//! `fingerpost start`: open or make a careers site in the browser, and edit it there. A double click does the same.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::recent_folders::RecentFolders;
use super::terminal_host::TerminalHost;
use super::{clock, new_folder, print};
use crate::cli::arguments::{facts, parse_day};
use crate::cli::exit::Exit;
use crate::scaffold::NewSite;
use crate::serve::{Ended, IdleLimits, PreviewHost, Server, StartHost, StartOptions};

#[derive(Debug, Default, clap::Args)]
pub(super) struct StartArguments {
    /// Do not open your browser
    #[arg(long)]
    no_open: bool,
    /// Show sites as they will be on this day, such as 2027-03-04
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
    /// Use this port [default: a free one]
    #[arg(long, value_name = "NUMBER")]
    port: Option<u16>,
}

/// Where somebody starts the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StartedFrom {
    Terminal,
    /// Nobody reads what is printed, or only in a window that closes at the end.
    Desktop,
}

pub(super) fn run(arguments: &StartArguments) -> Result<Exit, Exit> {
    serve(arguments, StartedFrom::Terminal)
}

/// The same without a terminal.
pub(super) fn run_alone() -> Exit {
    let exit = serve(&StartArguments::default(), StartedFrom::Desktop).unwrap_or_else(|exit| exit);
    if exit != Exit::Clean && cfg!(windows) {
        print::note("\nPress Enter to close this window.\n");
        // Whatever is typed closes it.
        let _ = std::io::stdin().read_line(&mut String::new());
    }
    exit
}

fn serve(arguments: &StartArguments, started_from: StartedFrom) -> Result<Exit, Exit> {
    let options = StartOptions { port: arguments.port, today: arguments.today, idle: IdleLimits::default() };
    let host = DesktopHost { today: arguments.today, recent: RecentFolders::of_user() };
    let failed = |error: &dyn std::fmt::Display| print::failure(format!("{error}."));
    let server = Server::start_page(options, facts()?, Arc::new(host)).map_err(|error| failed(&error))?;
    let address = format!("http://{}/-/", server.address());
    let stop = match started_from {
        StartedFrom::Terminal => "Press Ctrl-C to stop, or use the button there.",
        StartedFrom::Desktop => "Leave this window open while you write. It closes when you stop Fingerpost there.",
    };
    print::out(&format!("Open or make your careers site at {address}\n{stop}\n"));
    if !arguments.no_open && open::that_detached(&address).is_err() {
        print::note("fingerpost: your browser could not be opened. Open the address yourself.\n");
        if started_from == StartedFrom::Desktop && !cfg!(windows) {
            return Err(Exit::Error);
        }
    }
    match server.until_ended().map_err(|error| failed(&format!("Fingerpost has stopped: {error}")))? {
        Ended::Idle => print::out("\nFingerpost has stopped, because no page of it has been open for a while.\n"),
        Ended::Requested | Ended::Failed => print::out("\nFingerpost has stopped.\n"),
    }
    Ok(Exit::Clean)
}

/// Runs the start page with this computer's clock and folders.
struct DesktopHost {
    today: Option<Date>,
    recent: RecentFolders,
}

impl StartHost for DesktopHost {
    fn today(&self) -> Date {
        self.today.unwrap_or_else(clock::today)
    }

    fn recent(&self) -> Vec<Utf8PathBuf> {
        self.recent.list()
    }

    fn remember(&self, folder: &Utf8Path) {
        self.recent.add(folder);
    }

    fn home(&self) -> Option<Utf8PathBuf> {
        Utf8PathBuf::from_path_buf(etcetera::home_dir().ok()?).ok()
    }

    fn make(&self, folder: &Utf8Path, site: &NewSite) -> Result<(), String> {
        let facts = facts().map_err(|_| "A data file in this program is damaged.".to_owned())?;
        new_folder::make(folder, site, &facts).map(|_| ())
    }

    fn preview_host(&self, folder: &Utf8Path) -> Arc<dyn PreviewHost> {
        Arc::new(TerminalHost::new(folder))
    }
}
