//! The server for trying out: what it sends, and what it keeps to itself.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A running server, ended when it is dropped.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(test: &str) -> Self {
        let site = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        fs::create_dir_all(site.join("folder")).unwrap();
        fs::write(site.join("check.html"), "the check").unwrap();
        fs::write(site.join("check-compat.html"), "the other").unwrap();
        fs::write(site.join("index.html"), "the index").unwrap();
        fs::write(site.join("service-worker.js"), "the worker").unwrap();
        fs::write(site.join("service-worker-removal.js"), "the removal").unwrap();
        fs::write(site.join("SHA256SUMS"), "the sums").unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_prescreen"))
            .args(["serve", site.to_str().unwrap(), "--port", "18400"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line.trim_start_matches("http://").split('/').next();
        Self {
            address: address.unwrap().to_owned(),
            process,
        }
    }

    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn the_page_is_sent_with_its_sandbox() {
    let server = Server::start("sandbox");
    let check = server.ask("GET /check.html?version=1");
    assert!(check.starts_with("HTTP/1.1 200 OK\r\n") && check.ends_with("\r\n\r\nthe check"));
    assert!(check.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
    let sandbox = "\r\nContent-Security-Policy: sandbox allow-scripts allow-modals allow-downloads allow-top-navigation-to-custom-protocols\r\nConnection-Allowlist: (response-origin \"tel:*\")\r\n";
    assert!(check.contains(sandbox));
    let index = server.ask("GET /");
    assert!(index.ends_with("the index") && !index.contains("Content-Security-Policy"));
}

#[test]
fn the_headers_are_those_of_the_documentation() {
    let server = Server::start("documented");
    let guide = fs::read_to_string("docs/embedding.md").unwrap();
    let (_, rest) = guide.split_once("```http\n").unwrap();
    let documented: Vec<_> = rest.split("\n```").next().unwrap().lines().collect();
    assert_eq!(documented.len(), 5);
    let own = ["Content-Length: ", "Connection: close"];
    for file in ["check.html", "check-compat.html"] {
        let answer = server.ask(&format!("HEAD /{file}"));
        let sent = answer.trim_end().lines().skip(1);
        let mut sent: Vec<_> = sent
            .filter(|line| !own.iter().any(|it| line.starts_with(it)))
            .collect();
        let mut expected = documented.clone();
        sent.sort_unstable();
        expected.sort_unstable();
        assert_eq!(sent, expected, "{file}");
    }
}

#[test]
fn the_worker_is_sent_as_a_script_that_reads_its_own_site_alone() {
    let server = Server::start("worker");
    let guide = fs::read_to_string("docs/embedding.md").unwrap();
    for file in ["service-worker.js", "service-worker-removal.js"] {
        let worker = server.ask(&format!("GET /{file}"));
        for header in [
            "Content-Type: text/javascript; charset=utf-8",
            "Content-Security-Policy: default-src 'none'; connect-src 'self'",
            "Cache-Control: no-cache",
        ] {
            let sent = worker.contains(&format!("\r\n{header}\r\n"));
            assert!(sent, "{file}: {header}");
            let (_, value) = header.split_once(": ").unwrap();
            assert!(header.starts_with("Content-Type") || guide.contains(value));
        }
    }
    let sums = server.ask("GET /SHA256SUMS");
    assert!(sums.contains("\r\nContent-Type: text/plain; charset=utf-8\r\n"));
}

#[test]
fn a_head_without_a_body_is_the_same_head() {
    let server = Server::start("head");
    let head = server.ask("HEAD /check.html");
    assert!(head.ends_with("\r\n\r\n") && head.contains("\r\nContent-Length: 9\r\n"));
}

#[test]
fn no_request_leads_out_of_the_site() {
    let server = Server::start("outside");
    let requests = [
        "GET /../Cargo.toml",
        "GET /%2e%2e/Cargo.toml",
        "GET //etc/passwd",
        "GET /folder",
        "GET /folder/../check.html",
        "GET /..",
        "GET .",
        "GET",
    ];
    for request in requests {
        let answer = server.ask(request);
        assert!(answer.starts_with("HTTP/1.1 404 "), "{request}: {answer}");
    }
    assert!(server.ask("POST /check.html").starts_with("HTTP/1.1 405 "));
}

#[test]
fn a_port_that_is_taken_is_left_to_its_owner() {
    let first = Server::start("first");
    let second = Server::start("second");
    assert_ne!(first.address, second.address);
}
