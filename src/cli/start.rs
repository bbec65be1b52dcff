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
    serve(arguments, StartedFrom::Terminal, None)
}

/// The same without a terminal, and with a folder to open if one was dropped on the program.
pub(super) fn run_alone(folder: Option<&Utf8Path>) -> Exit {
    let exit = serve(&StartArguments::default(), StartedFrom::Desktop, folder).unwrap_or_else(|exit| exit);
    if exit != Exit::Clean && cfg!(windows) {
        print::note("\nPress Enter to close this window.\n");
        // Whatever is typed closes it.
        let _ = std::io::stdin().read_line(&mut String::new());
    }
    exit
}

fn serve(arguments: &StartArguments, started_from: StartedFrom, folder: Option<&Utf8Path>) -> Result<Exit, Exit> {
    let options = StartOptions { port: arguments.port, today: arguments.today, idle: IdleLimits::default() };
    let host = DesktopHost { today: arguments.today, recent: RecentFolders::of_user() };
    let failed = |error: &dyn std::fmt::Display| print::failure(format!("{error}."));
    let server = Server::start_page(options, facts()?, Arc::new(host)).map_err(|error| failed(&error))?;
    if let Some(reason) = folder.and_then(|folder| server.open_folder(folder).err()) {
        // The page offers others.
        print::note(&format!("fingerpost: {reason}\n"));
    }
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

    fn documents(&self) -> Option<Utf8PathBuf> {
        let variables = ["OneDriveCommercial", "OneDrive"].into_iter().filter_map(std::env::var_os);
        let one_drive = variables.filter_map(|path| Utf8PathBuf::from_path_buf(path.into()).ok());
        documents(one_drive, self.home(), Utf8Path::is_dir)
    }

    fn make(&self, folder: &Utf8Path, site: &NewSite) -> Result<(), String> {
        let facts = facts().map_err(|_| "A data file in this program is damaged.".to_owned())?;
        new_folder::make(folder, site, &facts).map(|_| ())
    }

    fn preview_host(&self, folder: &Utf8Path) -> Arc<dyn PreviewHost> {
        Arc::new(TerminalHost::new(folder))
    }
}

/// Where the documents of a person are. Many schools have Windows keep them in OneDrive.
fn documents(
    one_drive: impl Iterator<Item = Utf8PathBuf>,
    home: Option<Utf8PathBuf>,
    is_folder: impl Fn(&Utf8Path) -> bool,
) -> Option<Utf8PathBuf> {
    let mut folders = one_drive.chain(home.clone()).map(|folder| folder.join("Documents"));
    folders.find(|folder| is_folder(folder)).or(home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_may_be_in_onedrive() {
        let (home, one_drive) = (Utf8Path::new("/home/ada"), Utf8Path::new("/home/ada/OneDrive - Ridgeway"));
        let found = |one_drive: Option<&Utf8Path>, existing: &[&Utf8Path]| {
            let one_drive = one_drive.map(Utf8Path::to_owned).into_iter();
            documents(one_drive, Some(home.to_owned()), |folder| {
                existing.iter().any(|other| other.join("Documents") == *folder)
            })
        };
        assert_eq!(found(Some(one_drive), &[home, one_drive]), Some(one_drive.join("Documents")));
        assert_eq!(found(Some(one_drive), &[home]), Some(home.join("Documents")));
        assert_eq!(found(None, &[]), Some(home.to_owned()));
    }
}
