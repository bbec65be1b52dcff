//! `fingerpost serve`: see the site while you write it.

use std::io;
use std::net::{IpAddr, Ipv4Addr, UdpSocket};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use super::{Exit, Format, clock, print};
use crate::programme::Audience;
use crate::report::{Counts, Finding};
use crate::serve::{Base, News, Order, Server, Surroundings, Trouble, Watching};

/// What `serve` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The content folder
    #[arg(default_value_t = super::here())]
    folder: Utf8PathBuf,
    /// Open the site in your browser
    #[arg(long)]
    open: bool,
    /// Begin with the pages for this audience
    #[arg(long, value_name = "AUDIENCE", ignore_case = true, value_parser = audiences())]
    audience: Option<Audience>,
    /// Show the site as if it were this day, such as 2027-03-04
    #[arg(long, value_name = "DATE", value_parser = clock::parse_day)]
    today: Option<Date>,
    /// Put the site below this path, such as /careers/, as it will be on your web host
    #[arg(long, value_name = "PATH", default_value_t = Base::default())]
    base: Base,
    /// Use this port; a free one if left out
    #[arg(long, value_name = "NUMBER")]
    port: Option<u16>,
    /// Let a phone in the same network see it too, and show a code to scan
    #[arg(long)]
    phone: bool,
    /// Look for changes once a second, where the computer does not report them
    #[arg(long)]
    poll: bool,
}

/// The four audiences, by the words that content files use.
fn audiences() -> impl TypedValueParser<Value = Audience> {
    PossibleValuesParser::new(Audience::ALL.iter().map(|audience| audience.word())).try_map(|word| {
        let known = Audience::ALL.iter().copied().find(|audience| audience.word().eq_ignore_ascii_case(&word));
        known.ok_or_else(|| format!("there is no audience {word}"))
    })
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(facts) = super::facts() else { return Exit::Usage };
    let phone = match arguments.phone.then(local_address).transpose() {
        Ok(phone) => phone,
        Err(reason) => return refuse(&reason),
    };
    let order = Order {
        folder: arguments.folder.clone(),
        base: arguments.base.clone(),
        port: arguments.port,
        today: arguments.today,
        poll: arguments.poll,
        phone,
    };
    let desk = Arc::new(Desk::new(&arguments.folder));
    match Server::start(order, facts, desk.clone()) {
        Ok(server) => present(arguments, server, phone),
        Err(Trouble::NoFolder(findings)) => {
            print::findings(&findings, Format::Full, arguments.folder.as_str());
            Exit::Usage
        }
        Err(trouble) => refuse(&trouble.to_string()),
    }
}

fn refuse(reason: &str) -> Exit {
    print::note(&format!("fingerpost: {reason}.\n"));
    Exit::Usage
}

/// Says where the preview is, and stays with it until the end.
fn present(arguments: &Arguments, server: Server, phone: Option<Ipv4Addr>) -> Exit {
    let entrance = arguments.audience.map(|audience| format!("{}/index.html", audience.word()));
    let path = format!("{}{}", arguments.base, entrance.unwrap_or_default());
    let address = format!("http://{}{path}", server.address());
    print::out(&format!("Preview of {}: {address}\n", arguments.folder));
    if let Watching::Polling(why) = server.watching() {
        print::out(&format!("Changes are looked for once a second, {why}.\n"));
    }
    if let Some(phone) = phone {
        let address = format!("http://{phone}:{}{path}", server.address().port());
        print::out(&format!(
            "{}\nOn a phone in the same network, scan this code or open {address}\n\
             Everybody in this network can see the preview, drafts and findings too, until you stop it.\n",
            code_to_scan(&address),
        ));
    }
    print::out("Save a file, and the page follows. Stop with Ctrl-C.\n");
    if arguments.open && open::that_detached(&address).is_err() {
        print::note("fingerpost: no browser could be opened. Open the address yourself.\n");
    }
    match server.until_ctrl_c() {
        Ok(()) => {
            print::out("\nThe preview has ended.\n");
            Exit::Clean
        }
        Err(error) => refuse(&format!("the preview has ended: {error}")),
    }
}

/// This computer's address in the local network.
fn local_address() -> Result<Ipv4Addr, String> {
    // Nothing is sent: the system only says which of its addresses it would send from. The other
    // end is one that exists in no network (RFC 5737).
    let asked = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    match asked.map(|address| address.ip()) {
        Ok(IpAddr::V4(address)) if address.is_private() || address.is_link_local() => Ok(address),
        Ok(IpAddr::V4(address)) if !address.is_loopback() => Err(format!(
            "this computer's address, {address}, can be reached from the whole internet, so --phone would publish \
             the preview. Join a home or school network first"
        )),
        _ => Err("this computer is not in a network that a phone could join".to_owned()),
    }
}

/// An address as a code that phones can scan, dark on light whatever the terminal's colours are.
fn code_to_scan(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let drawn = code.render::<Dense1x2>().build();
    drawn.lines().map(|line| format!("\x1b[38;5;16;48;5;231m{line}\x1b[0m\n")).collect()
}

/// What surrounds the preview: the clock, the editor, and the terminal.
struct Desk {
    folder: Utf8PathBuf,
    state: Mutex<State>,
}

/// What the terminal shows.
struct State {
    stopwatch: clock::Stopwatch,
    /// What was told last; `None` before the first build.
    told: Option<Vec<Finding>>,
}

impl Desk {
    fn new(folder: &Utf8Path) -> Self {
        Self {
            folder: folder.to_owned(),
            state: Mutex::new(State { stopwatch: clock::Stopwatch::start(), told: None }),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Printing that panicked leaves nothing half-done that matters.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Surroundings for Desk {
    fn today(&self) -> Date {
        clock::today()
    }

    fn edit(&self, file: &Utf8Path) -> io::Result<()> {
        open::that_detached(file.as_std_path())
    }

    fn tell(&self, news: News<'_>) {
        let mut state = self.state();
        match news {
            News::Changed => state.stopwatch = clock::Stopwatch::start(),
            News::Built { findings, current } => {
                if state.told.as_deref() != Some(findings) {
                    print::findings(findings, Format::Full, self.folder.as_str());
                }
                let is_first = state.told.replace(findings.to_vec()).is_none();
                print::out(&built(is_first, current, findings, state.stopwatch.elapsed().as_secs_f64()));
            }
        }
    }
}

/// A line about a build.
fn built(is_first: bool, current: bool, findings: &[Finding], seconds: f64) -> String {
    let told = print::counts(Counts::of(findings));
    let told = if told.is_empty() { "nothing to mend".to_owned() } else { told };
    let shown = match (current, is_first) {
        (true, _) => "",
        (false, true) => " What can be shown may not be complete.",
        (false, false) => " Until that is mended, the page may show an earlier version.",
    };
    let did = if is_first { "Built" } else { "Built again" };
    format!("{did} ({seconds:.2} s). Found: {told}.{shown}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_to_scan_is_dark_on_light_with_a_margin() {
        let code = code_to_scan("http://192.168.0.17:4700/parents/index.html");
        let lines: Vec<&str> = code.lines().collect();
        // 33 dots a side and a margin of four around them; two dots to a letter upright.
        assert_eq!(lines.len(), (33usize + 8).div_ceil(2));
        for line in &lines {
            let dots = line.strip_prefix("\x1b[38;5;16;48;5;231m").and_then(|line| line.strip_suffix("\x1b[0m"));
            let dots = dots.expect("black on white");
            assert_eq!(dots.chars().count(), 33 + 8);
            assert!(dots.starts_with("    ") && dots.ends_with("    "));
        }
        assert!(lines.first().is_some_and(|margin| !margin.contains(['█', '▀', '▄'])));
    }
}
