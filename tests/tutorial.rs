//! `docs/tutorial.md`, done as it says: its commands are run in order in a folder of their own, its
//! parts are written into the draft, and the program answers to the letter what stands there; a
//! line `…` stands for any lines. `ACCEPT=1 cargo test --test tutorial` writes the answers into the
//! tutorial, apart from those with such a line.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

const TUTORIAL: &str = "docs/tutorial.md";
const TRIAL: &str = "www/trials/nct05929976.toml";
const SITE: &str = "dist-nct05929976";

/// Where the tutorial is done: what the project has, without any trial.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tutorial");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    for name in ["docs/tutorial", "www", "www/words"] {
        fs::create_dir_all(folder.join(name)).unwrap();
        for entry in fs::read_dir(name).unwrap() {
            let file = entry.unwrap().path();
            if file.is_file() {
                fs::copy(&file, folder.join(&file)).unwrap();
            }
        }
    }
    symlink(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg"),
        folder.join("pkg"),
    )
    .unwrap();
    folder
}

/// Runs a command of the tutorial; what it says and prints.
fn answer(folder: &Path, command: &str) -> String {
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("prescreen"), "{command}");
    let run = Command::new(env!("CARGO_BIN_EXE_prescreen"))
        .args(words)
        .current_dir(folder)
        .output()
        .unwrap();
    String::from_utf8(run.stderr).unwrap() + &String::from_utf8(run.stdout).unwrap()
}

/// Whether an answer is the expected one, where a line `…` stands for any lines.
fn agrees(found: &str, expected: &str) -> bool {
    let (mut rest, mut any) = (format!("{found}\n"), false);
    for part in format!("{}\n", expected.trim_end()).split_inclusive('\n') {
        if part == "…\n" {
            any = true;
            continue;
        }
        let Some(at) = rest.find(part).filter(|at| any || *at == 0) else {
            return false;
        };
        rest = rest[at + part.len()..].to_owned();
        any = false;
    }
    any || rest.trim().is_empty()
}

/// The parts of a trial file: each begins with its line in brackets.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.lines() {
        let begins = line.starts_with('[') && line.ends_with(']') && !line.contains('.');
        if begins {
            parts.push(String::new());
        }
        let last = parts.last_mut().unwrap();
        *last = format!("{last}{line}\n");
    }
    parts
}

/// What tells a part from the others: its line in brackets and, in a list, its first value.
fn name(part: &str) -> (String, String) {
    let mut lines = part.lines().map(str::to_owned);
    let (head, first) = (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let first = if head.starts_with("[[") {
        first
    } else {
        String::new()
    };
    (head, first)
}

/// Writes parts into the draft: in the place of one with the same name, or below the last of its kind.
fn write_parts(folder: &Path, block: &str) {
    let path = folder.join(TRIAL);
    let mut all = parts(&fs::read_to_string(&path).unwrap());
    for part in parts(block).into_iter().skip(1) {
        let same = all.iter().position(|other| name(other) == name(&part));
        let kind = all.iter().rposition(|other| name(other).0 == name(&part).0);
        match (same, kind) {
            (Some(place), _) => all[place] = part,
            (None, Some(last)) => all.insert(last + 1, part),
            (None, None) => all.push(part),
        }
    }
    let texts: Vec<_> = all.iter().map(|part| part.trim_end()).collect();
    fs::write(path, texts.join("\n\n") + "\n").unwrap();
}

#[test]
fn what_the_tutorial_says_happens() {
    let folder = folder();
    let has_page = Path::new("pkg/page").exists() && Path::new("pkg/compat").exists();
    let tutorial = fs::read_to_string(TUTORIAL).unwrap();
    let (mut done, mut wrong, mut count) = (String::new(), Vec::new(), 0);
    for (place, text) in tutorial.split("```").enumerate() {
        let (kind, body) = text.split_once('\n').unwrap_or((text, ""));
        let mut written = text.to_owned();
        match kind {
            _ if place % 2 == 0 => {}
            "console" => {
                let (command, expected) = body.split_once('\n').unwrap();
                let command = command
                    .strip_prefix("$ ")
                    .expect("it begins with a command");
                if command.contains(" build ") && !has_page {
                    println!("skipped: `{command}`, as `make wasm` has not run");
                } else {
                    let found = answer(&folder, command);
                    count += 1;
                    if !agrees(&found, expected) {
                        wrong.push(format!("$ {command}\n{found}"));
                    }
                    if !expected.contains('…') {
                        written = format!("console\n$ {command}\n{}\n", found.trim_end());
                    }
                }
            }
            "sh" => {}
            _ => {
                assert_eq!(kind, "toml nct05929976.toml");
                write_parts(&folder, body);
            }
        }
        done += &format!("{}{written}", if place == 0 { "" } else { "```" });
    }
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(TUTORIAL, done).unwrap();
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
    assert!(count >= 7, "only {count} commands were run");
    assert!(!has_page || folder.join(SITE).join("check.html").exists());
}

#[test]
fn an_answer_agrees_only_to_the_letter() {
    assert!(agrees("one\ntwo\n", "one\ntwo\n"));
    assert!(agrees("one\ntwo\nthree\n", "one\n…\n"));
    assert!(agrees("one\ntwo\nthree\n", "…\nthree\n"));
    assert!(!agrees("one\ntwo\n", "one\n"));
    assert!(!agrees("one\ntwo\n", "two\n"));
    assert!(!agrees("one\ntwo\n", "…\nthree\n"));
    assert!(!agrees("one two\n", "one\n"));
}
