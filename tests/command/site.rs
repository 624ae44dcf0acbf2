//! What `prescreen build` writes and prints: every file with its size and hash, the same each time.
//! What stands in for the compiled page does nothing, as nobody opens what is built here.

use crate::{command, folder};
use prescreen::authoring::bundle::{hex, integrity};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files that a host or a family needs, besides the trial.
const FILES: [&str; 10] = [
    "SHA256SUMS",
    "check-compat.html",
    "check.html",
    "custom-elements.json",
    "element.html",
    "index.html",
    "service-worker-removal.js",
    "service-worker.js",
    "start.html",
    "trial-prescreener.js",
];

/// Builds in the folder; gives what was printed.
fn build(folder: &Path) -> String {
    for place in ["pkg/page", "pkg/compat"] {
        fs::create_dir_all(folder.join(place)).expect("the folder is made");
        let glue = folder.join(place).join("prescreen.js");
        fs::write(glue, "let wasm_bindgen;\n").expect("it is written");
    }
    fs::write(folder.join("pkg/page/prescreen_bg.wasm"), b"\0asm").expect("it is written");
    fs::write(folder.join("pkg/trial-prescreener.js"), "{}").expect("it is written");
    let output = command(folder).arg("build").output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).expect("text is printed")
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder.join("dist")).expect("it is built");
    let paths = entries.map(|entry| entry.expect("is readable").path());
    let file = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy();
        (name.into_owned(), fs::read(&path).expect("is readable"))
    };
    paths.map(file).collect()
}

#[test]
fn every_file_is_printed_and_summed_and_another_build_is_the_same() {
    let folder = folder("site");
    let printed = build(&folder);
    let site = files(&folder);
    let names: Vec<_> = site.keys().map(String::as_str).collect();
    assert_eq!(names.len(), FILES.len() + 1, "{names:?}");
    let sums = String::from_utf8(site["SHA256SUMS"].clone()).expect("text");
    assert_eq!(sums.lines().count(), site.len() - 1);
    for name in FILES.into_iter().chain(["nct00000001.json"]) {
        let bytes = &site[name];
        let hash = hex(&Sha256::digest(bytes));
        let line = format!("{:>9} bytes  {hash}  dist/{name}\n", bytes.len());
        assert!(printed.contains(&line), "{name}: {printed}");
        let summed = sums.contains(&format!("{hash}  {name}\n"));
        assert_eq!(summed, name != "SHA256SUMS", "{name}");
    }
    let integrity = format!("integrity=\"{}\"", integrity(b"{}"));
    assert_eq!(printed.matches(&integrity).count(), 1);
    assert_eq!(printed.matches("integrity=").count(), 1);
    assert_eq!(build(&folder), printed);
    assert_eq!(files(&folder), site);
}
