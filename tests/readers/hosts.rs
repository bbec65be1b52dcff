//! Web servers with the settings that a site brings along: each file's type, headers and bytes, and what is missing.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use camino::Utf8PathBuf;
use fingerpost::render::{ACTIVE_FILE_POLICY, OutputFile, PAGE_POLICY, content_type, is_active};
use fingerpost::report::Findings;
use ureq::http::Response;

use crate::common;
use crate::packages::{can_run, install_from_debian};
use crate::until::until;

/// The school's website in the fixture, which may show pages in a frame.
const FRAMED_BY: &str = "https://ashdown.example";

/// A web server that reads the settings of one kind of host.
struct WebServer {
    /// As in `host:`.
    host: &'static str,
    /// The file with the settings.
    settings: &'static str,
    package: &'static str,
    program: &'static str,
    /// The arguments before the path of its own settings.
    arguments: &'static [&'static str],
    /// Its own settings, in which `ROOT`, `SITE`, `PORT` and `LOGS` stand for paths and a port.
    own: &'static str,
}

const APACHE: WebServer = WebServer {
    host: "apache",
    settings: ".htaccess",
    package: "apache2",
    program: "apache2",
    arguments: &["-X", "-f"],
    own: "ServerRoot LOGS\nServerName localhost\nPidFile LOGS/pid\nErrorLog LOGS/errors\nListen 127.0.0.1:PORT\n\
          User www-data\nGroup www-data\nTypesConfig /dev/null\nDocumentRoot ROOT\n<Directory ROOT>\n\
          AllowOverride FileInfo\nRequire all granted\n</Directory>\n",
};

const NGINX: WebServer = WebServer {
    host: "nginx",
    settings: "nginx.conf",
    package: "nginx-light",
    program: "nginx",
    arguments: &["-e", "stderr", "-c"],
    own: "daemon off;\npid LOGS/pid;\nuser root;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path LOGS/body;\n\
          server {\nlisten 127.0.0.1:PORT;\nroot ROOT;\ninclude SITE/nginx.conf;\n}\n}\n",
};

const CADDY: WebServer = WebServer {
    host: "caddy",
    settings: "Caddyfile",
    package: "caddy",
    program: "caddy",
    arguments: &["run", "--adapter", "caddyfile", "--config"],
    own: "{\nadmin off\nauto_https off\nlog {\nlevel ERROR\n}\n}\nhttp://127.0.0.1:PORT {\nroot * ROOT\nfile_server\n\
          import SITE/Caddyfile\n}\n",
};

const LIGHTTPD: WebServer = WebServer {
    host: "lighttpd",
    settings: "lighttpd.conf",
    package: "lighttpd",
    program: "lighttpd",
    arguments: &["-D", "-f"],
    own: "server.document-root = \"ROOT\"\nserver.bind = \"127.0.0.1\"\nserver.port = PORT\n\
          include \"SITE/lighttpd.conf\"\n",
};

/// The modules that Debian's Apache has as files and that its own settings load.
const APACHE_MODULES: [&str; 7] = ["mpm_event", "authz_core", "alias", "mime", "dir", "headers", "setenvif"];

#[test]
fn apache_serves_each_file_with_its_type_and_headers() {
    serves_as_promised(&APACHE);
}

#[test]
fn nginx_serves_each_file_with_its_type_and_headers() {
    serves_as_promised(&NGINX);
}

#[test]
fn caddy_serves_each_file_with_its_type_and_headers() {
    serves_as_promised(&CADDY);
}

#[test]
fn lighttpd_serves_each_file_with_its_type_and_headers() {
    serves_as_promised(&LIGHTTPD);
}

/// At the root of a host and in a sub-folder.
fn serves_as_promised(server: &WebServer) {
    if !can_run(server.program) {
        install_from_debian(&[server.package]);
    }
    for base in ["/", "/careers/"] {
        let running = RunningServer::start(server, base);
        for file in &running.files {
            running.check_file(file);
        }
        running.check_missing();
    }
}

struct RunningServer {
    host: &'static str,
    settings: &'static str,
    base: &'static str,
    port: u16,
    files: Vec<OutputFile>,
    process: Child,
    agent: ureq::Agent,
    folder: tempfile::TempDir,
}

impl RunningServer {
    fn start(server: &WebServer, base: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        // Apache reads the site as another user.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("readable");
        let root = folder.path().join("root");
        let site = root.join(base.trim_matches('/'));
        let files = build(server.host, base, &folder.path().join("content"));
        for file in &files {
            let path = site.join(&file.path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("created");
            fs::write(path, &file.bytes).expect("written");
        }
        let port = free_port();
        let config = write_config(server, &root, &site, port, folder.path());
        let process = Command::new(server.program)
            .args(server.arguments)
            .arg(config)
            .env("XDG_DATA_HOME", folder.path())
            .env("XDG_CONFIG_HOME", folder.path())
            .stdout(Stdio::null())
            .stderr(fs::File::create(folder.path().join("stderr")).expect("a log"))
            .spawn()
            .expect("the server starts");
        let agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        let (host, settings) = (server.host, server.settings);
        let running = Self { host, settings, base, port, files, process, agent, folder };
        let answers = || running.agent.get(running.address("")).call().is_ok();
        let log = running.folder.path().join("stderr");
        until(answers).unwrap_or_else(|()| panic!("{host} does not answer: {:?}", fs::read_to_string(log)));
        running
    }

    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.base)
    }

    fn get(&self, path: &str) -> (Response<()>, Vec<u8>) {
        let response = self.agent.get(self.address(path)).call().unwrap_or_else(|error| panic!("{path}: {error}"));
        let (parts, mut body) = response.into_parts();
        (Response::from_parts(parts, ()), body.read_to_vec().expect("a body"))
    }

    /// A file has its bytes, type and headers.
    fn check_file(&self, file: &OutputFile) {
        let (response, body) = self.get(&file.path);
        let what = format!("{} of {} at {}", file.path, self.host, self.base);
        if file.path == self.settings {
            assert!([403, 404].contains(&response.status().as_u16()), "visitors can read {what}");
            return;
        }
        assert_eq!(response.status(), 200, "{what}");
        assert!(body == file.bytes, "other bytes for {what}");
        assert_eq!(header(&response, "content-type").to_lowercase(), content_type(&file.path), "{what}");
        let cache = if file.path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        assert_eq!(header(&response, "cache-control"), cache, "{what}");
        let page_policy = page_policy();
        let policy = if is_active(content_type(&file.path)) { ACTIVE_FILE_POLICY } else { &page_policy };
        self.check_headers(&response, policy, &what);
    }

    /// What is not there gets our page and no success, and folders are not listed.
    fn check_missing(&self) {
        let page = self.files.iter().find(|file| file.path == "404.html").expect("the page");
        for path in ["no-such-page.html", "pupils/no-such-page.html", "no-such-file.ics"] {
            let (response, body) = self.get(path);
            let what = format!("{path} of {} at {}", self.host, self.base);
            assert_eq!(response.status(), 404, "{what}");
            assert!(body == page.bytes, "another page for {what}");
            assert_eq!(header(&response, "content-type").to_lowercase(), "text/html; charset=utf-8", "{what}");
            self.check_headers(&response, &page_policy(), &what);
        }
        let (response, _) = self.get("assets/");
        assert!([403, 404].contains(&response.status().as_u16()), "{} lists a folder", self.host);
        let (response, body) = self.get("");
        let index = self.files.iter().find(|file| file.path == "index.html").expect("the page");
        assert!(response.status() == 200 && body == index.bytes, "the home page of {}", self.host);
    }

    fn check_headers(&self, response: &Response<()>, policy: &str, what: &str) {
        for (name, value) in [
            ("content-security-policy", policy),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ] {
            assert_eq!(header(response, name), value, "{name} for {what}");
        }
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn page_policy() -> String {
    format!("{PAGE_POLICY}; frame-ancestors 'self' {FRAMED_BY}")
}

/// The only value of a header, or nothing.
fn header<'a>(response: &'a Response<()>, name: &str) -> &'a str {
    let values: Vec<&str> =
        response.headers().get_all(name).iter().map(|value| value.to_str().expect("a text")).collect();
    assert!(values.len() < 2, "{name} is there twice: {values:?}");
    values.first().copied().unwrap_or_default()
}

/// The small school's site for a host, at an address with this path.
fn build(host: &str, base: &str, folder: &Path) -> Vec<OutputFile> {
    for (path, bytes) in common::files_below(&common::folder("tests/fixtures/small")) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, bytes).expect("written");
    }
    let path = folder.join("school.yaml");
    let text = fs::read_to_string(&path).expect("school.yaml");
    let kept = text.lines().filter(|line| !line.starts_with("web-address:") && !line.starts_with("website:"));
    let kept: String = kept.map(|line| format!("{line}\n")).collect();
    let own = format!("web-address: http://127.0.0.1{base}\nwebsite: {FRAMED_BY}/about\nhost: {host}\n");
    fs::write(path, kept + &own).expect("written");
    let mut findings = Findings::default();
    let folder = Utf8PathBuf::from_path_buf(folder.to_owned()).expect("Unicode");
    let sources = fingerpost::read::read(&folder, None, &mut findings);
    let built = fingerpost::build_sources(sources, common::facts(), common::today(), &mut |_| {}, &mut findings);
    built.unwrap_or_else(|| panic!("no site: {findings:#?}")).files
}

fn write_config(server: &WebServer, root: &Path, site: &Path, port: u16, logs: &Path) -> PathBuf {
    let modules: String = APACHE_MODULES
        .iter()
        .filter(|_| server.host == APACHE.host)
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .collect();
    let text = |path: &Path| path.to_str().expect("Unicode").trim_end_matches('/').to_owned();
    let own = server.own.replace("ROOT", &text(root)).replace("SITE", &text(site)).replace("LOGS", &text(logs));
    let path = logs.join("server.conf");
    fs::write(&path, modules + &own.replace("PORT", &port.to_string())).expect("written");
    path
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}
