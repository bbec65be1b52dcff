//! `fingerpost serve` as it is typed: what it says, and how it ends.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use camino::Utf8Path;

use crate::common;
use crate::preview::{SMALL, copy};

fn serve(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_fingerpost"))
        .arg("serve")
        .arg(common::folder("content-example"))
        .args(["--today", "2026-11-23"])
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

/// The output until the preview is ready.
fn read_until_ready(child: &mut Child) -> String {
    let mut output = String::new();
    let mut lines = BufReader::new(child.stdout.as_mut().expect("its output")).lines().map_while(Result::ok);
    for line in lines.by_ref() {
        output.push_str(&line);
        output.push('\n');
        if line.contains("Ctrl-C") {
            break;
        }
    }
    output
}

/// Ends it as Ctrl-C does, and gives its exit code.
#[cfg(unix)]
fn interrupt(mut child: Child) -> Option<i32> {
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    child.wait().expect("it ends").code()
}

#[cfg(unix)]
#[test]
fn it_prints_its_address_and_stops_cleanly() {
    let mut child = serve(&["--base", "careers", "--audience", "Parents", "--poll"]);
    let output = read_until_ready(&mut child);
    let address = output.split_whitespace().find(|word| word.starts_with("http://127.0.0.1:")).expect("an address");
    assert!(address.ends_with("/careers/parents/index.html"), "{output}");
    assert!(output.contains("nothing to fix"), "{output}");
    assert!(output.contains("Fingerpost checks for changes once a second, as you asked."), "{output}");
    let page = ureq::get(address).call().expect("the page").body_mut().read_to_string().expect("text");
    assert!(page.contains("<h1>"), "{page}");
    assert_eq!(interrupt(child), Some(0));
}

#[cfg(unix)]
#[test]
fn the_dashboard_knows_the_site_that_build_has_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = Utf8Path::from_path(folder.path()).expect("UTF-8").join("school");
    copy(&common::folder(SMALL), &content);
    let in_folder = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.current_dir(&folder).args(arguments).args(["school", "--today", "2026-11-23"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts")
    };
    let built = in_folder(&["build"]).wait_with_output().expect("it ends");
    assert!(built.status.success() && folder.path().join("site/index.html").is_file(), "{built:?}");
    let mut preview = in_folder(&["serve", "--poll"]);
    let output = read_until_ready(&mut preview);
    let address = output.split_whitespace().find(|word| word.ends_with("/-/")).expect("the address of the dashboard");
    let dashboard = ureq::get(address).call().expect("the page").body_mut().read_to_string().expect("text");
    assert!(dashboard.contains("Nothing has changed."), "{dashboard}");
    assert_eq!(interrupt(preview), Some(0));
}

#[test]
fn a_port_in_use_is_reported() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port().to_string();
    let mut child = serve(&["--port", &port]);
    let mut output = String::new();
    child.stderr.take().expect("its output").read_to_string(&mut output).expect("text");
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
    assert!(output.contains(&format!("port {port} is in use by another program")), "{output}");
}

/// Runs the program with no arguments but these, and a home folder of its own.
fn command(home: &std::path::Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.args(arguments).env("HOME", home).env("XDG_STATE_HOME", home.join("state"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[cfg(unix)]
#[test]
fn the_start_page_prints_its_address_and_opens_a_folder() {
    let home = tempfile::tempdir().expect("a folder");
    let mut child = command(home.path(), &["start", "--no-open", "--port", "0"]).spawn().expect("it starts");
    let output = read_until_ready(&mut child);
    let address = output.split_whitespace().find(|word| word.starts_with("http://127.0.0.1:")).expect("an address");
    let page = ureq::get(address).call().expect("the page").body_mut().read_to_string().expect("text");
    assert!(page.contains("Open a careers folder"), "{page}");
    assert_eq!(interrupt(child), Some(0));
}

#[test]
fn without_a_command_help_is_printed_for_whoever_reads_it() {
    let home = tempfile::tempdir().expect("a folder");
    let output = command(home.path(), &[]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Usage: fingerpost"), "{output:?}");
}
