//! The shape of the project: which part may use which, and what every file owes its reader.

#![allow(missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers: the folder or file under `src`, and the layers that it may use besides itself.
/// `main` and `web` never see each other, as one is native and the other is in the browser.
const LAYERS: [(&str, &[&str]); 7] = [
    ("engine", &[]),
    ("coded", &["engine"]),
    ("page", &["engine", "coded"]),
    ("authoring", &["engine", "coded", "page"]),
    ("web", &["engine", "coded", "page"]),
    ("command", &["engine", "coded", "page", "authoring"]),
    ("main", &["command"]),
];

/// What a pure layer never names, with the layers that may.
const CONFINED: [(&str, &[&str]); 8] = [
    ("web_sys", &["web"]),
    ("wasm_bindgen", &["web"]),
    ("js_sys", &["web"]),
    ("std::fs", &["authoring", "command"]),
    ("std::net", &["authoring", "command"]),
    ("std::env", &["command"]),
    ("clap", &["command", "main"]),
    ("SystemTime", &["command"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("is readable").path());
    let mut files: Vec<PathBuf> = entries
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect();
    files.sort();
    files
}

fn layer(path: &Path) -> String {
    let first = path
        .strip_prefix("src")
        .expect("lies in src")
        .iter()
        .next()
        .expect("has a name");
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The lines of code of a file: comments say what they like.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("is readable");
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines
        .map(|(number, line)| (number, line.to_owned()))
        .collect()
}

#[test]
fn each_layer_uses_only_what_is_below_it() {
    let mut wrong = Vec::new();
    for path in sources("src".as_ref()) {
        let own = layer(&path);
        let Some((_, below)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            assert_eq!(own, "lib", "{} belongs to no layer", path.display());
            continue;
        };
        for (number, line) in code(&path) {
            for (other, _) in LAYERS
                .iter()
                .filter(|(other, _)| *other != own && !below.contains(other))
            {
                if line.contains(&format!("crate::{other}"))
                    || line.contains(&format!("prescreen::{other}"))
                {
                    wrong.push(format!("{}:{number}: {own} uses {other}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn browser_terminal_files_and_clock_stay_in_their_layers() {
    let mut wrong = Vec::new();
    for path in sources("src".as_ref()) {
        let own = layer(&path);
        for (number, line) in code(&path) {
            for (name, layers) in CONFINED {
                if line.contains(name) && !layers.contains(&own.as_str()) {
                    wrong.push(format!("{}:{number}: `{name}` in {own}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_is_not_too_long() {
    for path in sources("src".as_ref())
        .into_iter()
        .chain(sources("tests".as_ref()))
        .chain(sources("fuzz/src".as_ref()))
        .chain(sources("fuzz/fuzz_targets".as_ref()))
    {
        let text = fs::read_to_string(&path).expect("is readable");
        assert!(
            text.starts_with("//!"),
            "{} does not begin by saying what it is",
            path.display()
        );
        let lines = text.lines().count();
        assert!(
            lines <= 500,
            "{} has {lines} lines, at most 500 are read with ease",
            path.display()
        );
    }
}

#[test]
fn every_dependency_has_its_reason() {
    for path in ["Cargo.toml", "fuzz/Cargo.toml"] {
        check_reasons(&fs::read_to_string(path).expect("is readable"));
    }
}

fn check_reasons(manifest: &str) {
    let mut in_dependencies = false;
    let mut unfinished = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && !line.trim().is_empty() && !line.starts_with('#') {
            unfinished = (unfinished || line.contains("[\n") || line.trim_end().ends_with('['))
                && !line.contains(']');
            assert!(
                unfinished || line.contains(" # "),
                "no reason on this line: {line}"
            );
        }
    }
}

#[test]
fn every_npm_package_has_its_reason() {
    let manifest = fs::read_to_string("package.json").expect("is readable");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("is JSON");
    let names = |key: &str| {
        let entries = manifest[key].as_object().expect("is an object");
        entries.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names("reasons"), names("devDependencies"));
    let reasons = manifest["reasons"].as_object().expect("is an object");
    for (name, reason) in reasons {
        let words = reason.as_str().unwrap_or_default().split_whitespace();
        assert!(words.count() > 2, "{name}: {reason}");
    }
}
