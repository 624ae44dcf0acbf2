//! `prescreen serve`: a built site on this machine, for trying it out. It answers this machine
//! alone and reads files of one directory; a hospital serves the site by its own server.

use super::output::{print, say};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// Serves a built site on this machine
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The built site
    #[arg(default_value = "dist")]
    site: PathBuf,
    /// The port; where it is taken, the next free one
    #[arg(long, default_value_t = 8000)]
    port: u16,
}

/// What `check.html` is sent with: the tokens of the snippet for host pages. A host that leaves
/// them out still cannot read the page.
const SANDBOX: &str =
    "sandbox allow-scripts allow-modals allow-downloads allow-top-navigation-to-custom-protocols";

/// What `check.html` may connect to: its own site, where `check-compat.html` lies, and the phone.
/// Chromium connects for a navigation before it asks any other policy; it knows this from 152 on.
const ALLOWLIST: &str = "(response-origin \"tel:*\")";

/// What `service-worker.js` is sent with, and what takes its place: it reads files of its own site,
/// and nothing else.
const WORKER: &str = "default-src 'none'; connect-src 'self'";

/// A header: its name and its value.
type Header = (&'static str, &'static str);

/// How long a browser may hold a connection without asking for anything.
const PATIENCE: Duration = Duration::from_secs(10);

/// The longest request that is read.
const LONGEST_REQUEST: u64 = 16 * 1024;

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if !arguments.site.join("check.html").is_file() {
        say(format_args!(
            "error: there is no `check.html` in `{}`; run `prescreen build` first",
            arguments.site.display()
        ));
        return ExitCode::FAILURE;
    }
    let Some(listener) = listen(arguments.port) else {
        say(format_args!(
            "error: no port from {} on is free",
            arguments.port
        ));
        return ExitCode::FAILURE;
    };
    if let Ok(address) = listener.local_addr() {
        // Serving goes on, whoever reads this.
        print(format_args!("http://{address}/ (Ctrl-C ends it)")).ok();
    }
    serve(&listener, &Arc::from(arguments.site.as_path()));
    ExitCode::SUCCESS
}

fn listen(port: u16) -> Option<TcpListener> {
    (port..=u16::MAX).find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
}

/// One thread a connection: browsers open some that they do not use.
fn serve(listener: &TcpListener, site: &Arc<Path>) {
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(site);
        // A browser that went away takes its answer with it.
        std::thread::spawn(move || answer(&stream, &site).ok());
    }
}

fn answer(mut stream: &TcpStream, site: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let Some(request) = head.next().transpose()? else {
        return Ok(());
    };
    while head
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let response = Response::to(&request, site);
    stream.write_all(response.head().as_bytes())?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&response.body)?;
    }
    stream.flush()
}

/// An answer to one request.
struct Response {
    status: &'static str,
    kind: &'static str,
    headers: &'static [Header],
    body: Vec<u8>,
}

impl Response {
    fn to(request: &str, site: &Path) -> Self {
        let mut words = request.split(' ');
        let (method, target) = (words.next(), words.next().unwrap_or_default());
        if !matches!(method, Some("GET" | "HEAD")) {
            return Self::plain("405 Method Not Allowed");
        }
        let file = file_name(target).and_then(|name| Some((name, fs::read(site.join(name)).ok()?)));
        let Some((name, body)) = file else {
            return Self::plain("404 Not Found");
        };
        Self {
            status: "200 OK",
            kind: kind(name),
            headers: headers(name),
            body,
        }
    }

    fn plain(status: &'static str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            headers: &[],
            body: status.as_bytes().to_vec(),
        }
    }

    fn head(&self) -> String {
        let mut head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n",
            self.status,
            self.kind,
            self.body.len()
        );
        for (name, value) in self.headers {
            head.push_str(name);
            head.push_str(": ");
            head.push_str(value);
            head.push_str("\r\n");
        }
        head.push_str("\r\n");
        head
    }
}

/// The file that a request names. The site is one directory, so a name never leads out of it, or
/// into another.
fn file_name(target: &str) -> Option<&str> {
    let name = target.strip_prefix('/')?;
    let name = name.split(['?', '#']).next()?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    match name {
        "" => Some("index.html"),
        _ if name.starts_with('.') || !name.chars().all(plain) => None,
        _ => Some(name),
    }
}

fn headers(name: &str) -> &'static [Header] {
    const POLICY: &str = "Content-Security-Policy";
    match name {
        "check.html" | "check-compat.html" => {
            &[(POLICY, SANDBOX), ("Connection-Allowlist", ALLOWLIST)]
        }
        "service-worker.js" | "service-worker-removal.js" => &[(POLICY, WORKER)],
        _ => &[],
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ if name == "SHA256SUMS" => "text/plain; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
