//! Whoever reads the output may have had enough, as `head` has after one line. Then the command
//! ends without a word; it never panics.

use crate::{command, folder};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

/// A subcommand that prints to standard output, and one that has much to say on standard error.
const PRINTING: [&[&str]; 6] = [
    &["check"],
    &["check", "www/registry/NCT00000001.json"],
    &[
        "screen",
        "www/trials/nct00000001.toml",
        "answers.json",
        "--on",
        "2026-11-22",
    ],
    &[
        "screen",
        "www/trials/nct00000001.toml",
        "nowhere.json",
        "--on",
        "2026-11-22",
    ],
    &["build"],
    &["serve", "nowhere"],
];

#[test]
fn nobody_listening_is_no_panic() {
    let folder = folder("nobody_listening");
    std::fs::write(folder.join("answers.json"), "{\"transplant\": 1}").expect("it is written");
    for arguments in PRINTING {
        for closed in ["out", "err", "both"] {
            let (reader, writer) = std::io::pipe().expect("a pipe");
            drop(reader);
            let mut command = command(&folder);
            command.args(arguments).stdin(Stdio::null());
            command.stdout(Stdio::null()).stderr(Stdio::null());
            if closed != "err" {
                command.stdout(writer.try_clone().expect("a pipe"));
            }
            if closed != "out" {
                command.stderr(writer);
            }
            let code = command.status().expect("it runs").code();
            assert!(
                matches!(code, Some(0..=2)),
                "{arguments:?}, {closed} closed: {code:?}"
            );
        }
    }
}

#[test]
fn one_line_may_be_read_of_many() {
    let folder = folder("one_line");
    let mut process = command(&folder)
        .args([
            "screen",
            "www/trials/nct00000001.toml",
            "-",
            "--on",
            "2026-11-22",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = process.stdin.take().expect("an input");
    let writer = std::thread::spawn(move || {
        // The command ends before it has read them all.
        while input.write_all(b"{\"illness\": \"a\"}\n").is_ok() {}
    });
    let mut output = BufReader::new(process.stdout.take().expect("an output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("a line");
    drop(output);
    assert!(line.starts_with("{\"trial\":\"NCT00000001\""), "{line}");
    let mut said = String::new();
    let mut errors = process.stderr.take().expect("an output");
    errors.read_to_string(&mut said).expect("text");
    assert_eq!(said, "");
    assert_eq!(process.wait().expect("it ends").code(), Some(0));
    writer.join().expect("the writer ends");
}
