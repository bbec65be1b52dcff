//! `fingerpost serve`: see the site while you write it.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};
use std::sync::Arc;

use camino::Utf8PathBuf;
use jiff::civil::Date;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use super::build::{DEFAULT_OUT, folders_overlap, reject_overlapping_folders};
use super::print;
use super::terminal_host::TerminalHost;
use crate::cli::arguments::{current_dir, facts, named, one_of, parse_day};
use crate::cli::exit::Exit;
use crate::cli::print::OutputFormat;
use crate::programme::Audience;
use crate::serve::{BasePath, ServeOptions, Server, StartError, WatchMode};

#[derive(Debug, clap::Args)]
pub(super) struct ServeArguments {
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// The folder that the dashboard builds the site into [default: site]
    #[arg(long, value_name = "FOLDER")]
    out: Option<Utf8PathBuf>,
    /// Open the site in your browser
    #[arg(long)]
    open: bool,
    /// Start with the pages for this audience
    #[arg(long, value_name = "AUDIENCE", ignore_case = true, value_parser = one_of(Audience::ALL, Audience::as_str))]
    audience: Option<Audience>,
    /// Show the site as it will be on this day, such as 2027-03-04
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
    /// Show the site at this path, such as /careers/, as on your web host
    #[arg(long, value_name = "PATH", default_value_t = BasePath::default())]
    base: BasePath,
    /// Use this port [default: a free one]
    #[arg(long, value_name = "NUMBER")]
    port: Option<u16>,
    /// Let phones on the same network see the preview, and show a code to scan
    #[arg(long)]
    phone: bool,
    /// Check for changes once a second, for computers that don't report them
    #[arg(long)]
    poll: bool,
}

pub(super) fn run(arguments: &ServeArguments) -> Result<Exit, Exit> {
    let facts = facts()?;
    let out = match &arguments.out {
        Some(out) => {
            reject_overlapping_folders(&arguments.folder, out)?;
            Some(out.clone())
        }
        // As for `build`, unless the content folder has this name.
        None => camino::absolute_utf8(DEFAULT_OUT).ok().filter(|out| !folders_overlap(&arguments.folder, out)),
    };
    let phone = arguments.phone.then(local_address).transpose().map_err(fail)?;
    let options = ServeOptions {
        folder: arguments.folder.clone(),
        out,
        base: arguments.base.clone(),
        port: arguments.port,
        today: arguments.today,
        poll: arguments.poll,
        phone,
        idle: None,
    };
    let host = Arc::new(TerminalHost::new(&arguments.folder));
    match Server::start(options, facts, host) {
        Ok(server) => run_until_stopped(arguments, server, phone),
        Err(StartError::UnreadableFolder(findings)) => {
            print::findings(&findings, OutputFormat::Full, arguments.folder.as_str());
            Err(Exit::Error)
        }
        Err(error) => Err(fail(error)),
    }
}

fn fail(reason: impl std::fmt::Display) -> Exit {
    print::failure(format!("{reason}."))
}

fn run_until_stopped(arguments: &ServeArguments, server: Server, phone: Option<Ipv4Addr>) -> Result<Exit, Exit> {
    let page = arguments.audience.and_then(|audience| server.page_of(audience));
    let path = format!("{}{}", arguments.base, page.unwrap_or_default());
    let address = format!("http://{}{path}", server.address());
    print::out(&format!("Preview of {}: {address}\n", named(&arguments.folder)));
    if let Some(WatchMode::Polling(reason)) = server.watch_mode() {
        print::out(&format!("Fingerpost checks for changes once a second, {reason}.\n"));
    }
    if let Some(phone) = phone {
        let address = format!("http://{phone}:{}{path}", server.address().port());
        print::out(&format!(
            "{}\nOn a phone on the same network, scan this code or open {address}\n\
             Until you stop the preview, everyone on this network can see it, including drafts and findings.\n",
            qr_code(&address),
        ));
    }
    print::out(&format!("Edit the content and build the site at http://{}/-/\n", server.address()));
    print::out("The page updates when you save a file. Press Ctrl-C to stop.\n");
    if arguments.open && open::that_detached(&address).is_err() {
        print::note("fingerpost: your browser could not be opened. Open the address yourself.\n");
    }
    server.until_ended().map_err(|error| fail(format!("the preview has stopped: {error}")))?;
    print::out("\nThe preview has stopped.\n");
    Ok(Exit::Clean)
}

fn local_address() -> Result<Ipv4Addr, String> {
    // Nothing is sent: connecting a UDP socket only selects the local address. The remote address is reserved for
    // documentation (RFC 5737).
    let local = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    match local.map(|address| address.ip()) {
        Ok(IpAddr::V4(address)) if address.is_private() || address.is_link_local() => Ok(address),
        Ok(IpAddr::V4(address)) if !address.is_loopback() => Err(format!(
            "this computer's address, {address}, can be reached from the internet, so --phone would publish the \
             preview. Join a home or school network first"
        )),
        _ => Err("this computer is not on a network that a phone could join".to_owned()),
    }
}

/// A QR code for an address, dark on light whatever the terminal's colours are.
fn qr_code(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let blocks = code.render::<Dense1x2>().build();
    blocks.lines().map(|line| format!("\x1b[38;5;16;48;5;231m{line}\x1b[0m\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qr_code_is_dark_on_light_with_a_margin() {
        let code = qr_code("http://192.168.0.17:4700/parents/index.html");
        let lines: Vec<&str> = code.lines().collect();
        // 33 dots and a margin of 4 on each side. Each character holds two rows.
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
