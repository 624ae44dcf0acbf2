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

/// The tutorial, being done.
struct Walk {
    folder: PathBuf,
    /// Commands that answered something else, with what they answered.
    wrong: Vec<String>,
    /// How many commands were run.
    run: usize,
}

impl Walk {
    /// Does what a fenced block says; the block as it should stand.
    fn block(&mut self, block: &str) -> String {
        let (kind, body) = block.split_once('\n').expect("a block has lines");
        match kind {
            "console" => return self.console(body),
            // What the reader does in a way of their own.
            "sh" => {}
            _ => {
                assert_eq!(kind, "toml nct05929976.toml", "a part of the draft");
                write_parts(&self.folder, body);
            }
        }
        block.to_owned()
    }

    /// Runs a command, and compares what it answers.
    fn console(&mut self, body: &str) -> String {
        let (line, expected) = body.split_once('\n').expect("a command has its own line");
        let command = line.strip_prefix("$ ").expect("it begins with a command");
        let unchanged = format!("console\n{body}");
        if command.starts_with("prescreen build ") && !has_page() {
            println!("skipped: `{command}`, as `make wasm` has not run");
            return unchanged;
        }
        let found = answer(&self.folder, command);
        self.run += 1;
        if !agrees(&found, expected) {
            self.wrong.push(format!("{line}\n{found}"));
        }
        if expected.contains('…') {
            return unchanged;
        }
        format!("console\n{line}\n{}\n", found.trim_end())
    }
}

/// Whether the page is compiled, which `cargo test` does not do.
fn has_page() -> bool {
    ["pkg/page", "pkg/compat", "pkg/trial-prescreener.js"]
        .iter()
        .all(|path| Path::new(path).exists())
}

#[test]
fn what_the_tutorial_says_happens() {
    let tutorial = fs::read_to_string(TUTORIAL).unwrap();
    let mut walk = Walk {
        folder: folder(),
        wrong: Vec::new(),
        run: 0,
    };
    // Every second text between fences stands inside of them.
    let texts = tutorial.split("```").enumerate();
    let done: Vec<_> = texts
        .map(|(place, text)| match place % 2 {
            0 => text.to_owned(),
            _ => walk.block(text),
        })
        .collect();
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(TUTORIAL, done.join("```")).unwrap();
    } else {
        assert!(walk.wrong.is_empty(), "{}", walk.wrong.join("\n"));
    }
    assert!(walk.run >= 7, "only {} commands were run", walk.run);
    assert!(!has_page() || walk.folder.join(SITE).join("check.html").exists());
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
