//! Every input that is kept for fuzzing, handed to its reader: what must hold of any bytes holds of
//! those that found a mistake once, or that reach most of the code. `make fuzz` looks for more.

#![allow(missing_docs, clippy::pedantic)]

#[path = "../fuzz/src/lib.rs"]
mod readers;

use readers::{READERS, Read, good_streams};
use std::fs;
use std::path::{Path, PathBuf};

/// The most bytes of all inputs together: they are read by people and cloned by everybody.
const MOST_BYTES: u64 = 200_000;

fn inputs(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("is readable").path())
        .collect();
    paths.sort();
    paths
}

#[test]
fn what_must_hold_of_any_bytes_holds_of_every_input_that_is_kept() {
    for (name, reader) in READERS {
        let mut seen = Vec::new();
        for path in inputs(&Path::new("fuzz/corpus").join(name)) {
            println!("{}", path.display());
            seen.push(reader(&fs::read(path).expect("is readable")));
        }
        // Otherwise the format may have gone away from under the inputs.
        for expected in [Read::Accepted, Read::Refused] {
            assert!(
                seen.contains(&expected),
                "no input of `{name}` is {expected:?}"
            );
        }
    }
}

#[test]
fn every_folder_of_inputs_and_every_target_has_its_reader() {
    let names = READERS.map(|(name, _)| name);
    for (folder, end) in [("fuzz/corpus", ""), ("fuzz/fuzz_targets", ".rs")] {
        let expected: Vec<_> = names
            .iter()
            .map(|name| Path::new(folder).join(format!("{name}{end}")))
            .collect();
        assert_eq!(inputs(Path::new(folder)), expected);
    }
}

#[test]
fn the_inputs_are_small() {
    let bytes = |path: &PathBuf| fs::metadata(path).expect("is readable").len();
    let inputs = READERS
        .iter()
        .flat_map(|(name, _)| inputs(&Path::new("fuzz/corpus").join(name)));
    let sum: u64 = inputs.collect::<Vec<_>>().iter().map(bytes).sum();
    assert!(sum < MOST_BYTES, "{sum} bytes");
}

#[test]
fn the_streams_of_the_good_trial_are_among_the_inputs() {
    let good = good_streams();
    let kept = fs::read("fuzz/corpus/streams/good").unwrap_or_default();
    if kept != good {
        let written = Path::new(env!("CARGO_TARGET_TMPDIR")).join("good-streams");
        fs::write(&written, good).expect("is written");
        panic!(
            "the format is another one: cp {} fuzz/corpus/streams/good",
            written.display()
        );
    }
}
