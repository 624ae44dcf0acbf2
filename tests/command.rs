//! The command line from outside. The cases are files of `command`: what is typed, the files and
//! the input that it meets, and then the exit code and what is printed, to the letter. A new case
//! needs no code. `ACCEPT=1 cargo test --test command` writes what is printed into the files; read
//! it before you commit it.
//!
//! ```text
//! A sentence on what the case shows.
//!
//! $ cd www             where it is typed, if not in the folder that holds `www`
//! $ screen www/trials/nct00000001.toml - --on 2026-11-22
//! === file NAME        a file beside the `www` of every case, which holds a small trial
//! === input            what stands on standard input
//! === exit 0           from here on: what happens
//! === out
//! === err
//! ```
//!
//! In a text, `␍` is a carriage return, and `␄` at its end says that the last line has no line end.

#![allow(missing_docs)]

#[path = "command/many.rs"]
mod many;
#[path = "command/pipe.rs"]
mod pipe;
#[path = "command/site.rs"]
mod site;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The line with which the part begins that `ACCEPT=1` writes.
const HAPPENS: &str = "=== exit ";

/// What a case has the command meet.
struct Case {
    folder: String,
    arguments: Vec<String>,
    files: Vec<(String, String)>,
    input: String,
}

impl Case {
    fn read(given: &str) -> Self {
        let mut case = Self {
            folder: String::new(),
            arguments: Vec::new(),
            files: Vec::new(),
            input: String::new(),
        };
        let mut parts = given.split("\n=== ");
        for line in parts.next().unwrap_or_default().lines() {
            if let Some(below) = line.strip_prefix("$ cd ") {
                below.clone_into(&mut case.folder);
            } else if let Some(typed) = line.strip_prefix("$") {
                case.arguments = typed.split_whitespace().map(str::to_owned).collect();
            }
        }
        for part in parts {
            let (head, text) = part.split_once('\n').unwrap_or((part, ""));
            let text = if text.is_empty() || text.ends_with('\n') {
                decoded(text)
            } else {
                decoded(&format!("{text}\n"))
            };
            match head.split_once(' ') {
                Some(("file", name)) => case.files.push((name.to_owned(), text)),
                _ if head == "input" => case.input = text,
                _ => panic!("`=== {head}` is no part of a case"),
            }
        }
        case
    }

    /// What happens, as the case files write it.
    fn run(&self, folder: &Path) -> String {
        for (name, text) in &self.files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
            fs::write(path, text).expect("the file is written");
        }
        let mut process = command(&folder.join(&self.folder))
            .args(&self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut input = process.stdin.take().expect("an input");
        // A command that reads nothing may have ended already.
        input.write_all(self.input.as_bytes()).ok();
        drop(input);
        let output = process.wait_with_output().expect("the command ends");
        let text = |bytes| encoded(&String::from_utf8(bytes).expect("text is printed"));
        let code = output.status.code().expect("it ends by itself");
        let (out, err) = (text(output.stdout), text(output.stderr));
        format!("{HAPPENS}{code}\n=== out\n{out}=== err\n{err}")
    }
}

fn decoded(text: &str) -> String {
    text.replace("␄\n", "").replace('␍', "\r")
}

fn encoded(text: &str) -> String {
    let end = match text.chars().last() {
        None | Some('\n') => "",
        Some(_) => "␄\n",
    };
    format!("{}{end}", text.replace('\r', "␍"))
}

/// The command in a folder.
fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prescreen"));
    command.current_dir(folder);
    command
}

/// A new folder with a `www` that holds a small trial and the words and pages of the project.
fn folder(name: &str) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command")
        .join(name);
    fs::remove_dir_all(&folder).ok();
    let small = project.join("tests/authoring/good");
    copy(&small.join("trials"), &folder.join("www/trials"));
    copy(&small.join("registry"), &folder.join("www/registry"));
    copy(&project.join("www/words"), &folder.join("www/words"));
    copy(&project.join("www"), &folder.join("www"));
    folder
}

/// Copies the files of a folder, not the folders in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is made");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let path = entry.expect("is readable").path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("it is copied");
        }
    }
}

#[test]
fn every_case_prints_and_ends_as_it_says() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command");
    let entries = fs::read_dir(cases).expect("the folder of cases");
    let mut cases: Vec<_> = entries
        .map(|entry| entry.expect("is readable").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    cases.sort();
    assert!(cases.len() >= 30, "the cases are there");
    let mut wrong = Vec::new();
    for path in cases {
        let name = path.file_stem().expect("a name").to_string_lossy();
        let text = fs::read_to_string(&path).expect("a case");
        let (given, expected) = text.split_at(text.find(HAPPENS).unwrap_or(text.len()));
        let found = Case::read(given).run(&folder(&name));
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&path, format!("{given}{found}")).expect("the case is written");
        } else if found != expected {
            wrong.push(format!("{name}: found\n{found}\nexpected\n{expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
