//! The cases of `tests/authoring`: a good trial, and the changes that each case makes in a copy of it.

#![allow(dead_code)] // Each test that reads the cases uses some of this.

use prescreen::authoring::{Signature, review};
use prescreen::engine::{Date, Month};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const TRIAL: &str = "trials/nct00000001.toml";
pub(crate) const RECORD: &str = "registry/NCT00000001.json";
pub(crate) const WORDS: &str = "words/page.toml";

pub(crate) const REVIEW: &str = "reviewed/nct00000001.toml";

/// The line that stands between what is changed and what is said.
pub(crate) const SAID: &str = "=== said ===\n";

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/authoring")
        .join(name)
}

/// A copy of `good` that a test may change.
pub(crate) fn copy(name: &str) -> PathBuf {
    let www = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_file(www.join(REVIEW)).ok();
    for file in [TRIAL, RECORD, WORDS] {
        let to = www.join(file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(folder("good").join(file), to).unwrap();
    }
    www
}

/// Makes the changes of a case: `in FILE` turns to another file, lines with `-` are replaced by the
/// lines with `+` that follow them; lines with `+` alone stand at the end. `from nothing` empties
/// the file first, `NUMBER times` puts the lines with `+` that follow at the end so often, each time
/// with its number for `#`, `byte HEX` puts a byte there, and `reviewed` takes the trial down as
/// reviewed and signed.
pub(crate) fn change(www: &Path, changes: &str) {
    let mut file = TRIAL.to_owned();
    let mut lines = changes.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(other) = line.strip_prefix("in ") {
            other.clone_into(&mut file);
        }
        let path = www.join(&file);
        if line == "from nothing" {
            fs::write(&path, "").unwrap();
        } else if line == "reviewed" {
            take_down(www);
        } else if let Some(hex) = line.strip_prefix("byte ") {
            let mut bytes = fs::read(&path).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            fs::write(&path, bytes).unwrap();
        } else if let Some(times) = line.strip_suffix(" times") {
            let mut block = String::new();
            while let Some(next) = lines.next_if(|next| next.starts_with('+')) {
                block = format!("{block}{}\n", next.get(2..).unwrap_or_default());
            }
            let numbers = 1..=times.parse::<usize>().unwrap();
            let blocks: String = numbers
                .map(|number| block.replace('#', &number.to_string()))
                .collect();
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text + &blocks).unwrap();
        }
        if !line.starts_with(['-', '+']) {
            continue;
        }
        let mut sides = [String::new(), String::new()];
        let mut take = |line: &str| {
            let side = &mut sides[usize::from(line.starts_with('+'))];
            *side = format!("{side}{}\n", line.get(2..).unwrap_or_default());
        };
        take(line);
        // A replaced line after a replacing one begins another change.
        let mut replacing = line.starts_with('+');
        while let Some(next) =
            lines.next_if(|next| next.starts_with('+') || next.starts_with('-') && !replacing)
        {
            replacing = next.starts_with('+');
            take(next);
        }
        let [old, new] = sides;
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, replace(&text, &old, &new)).unwrap();
    }
}

/// Takes the trial down as reviewed, and signed by somebody.
fn take_down(www: &Path) {
    let on = Date::from_calendar_date(2024, Month::February, 29).unwrap();
    let signature = Signature::new("A. Nother", "an example", on).unwrap();
    let (review, _) = review(www, &www.join(TRIAL), Some(signature));
    let review = review.expect("the trial loads");
    fs::create_dir_all(review.path.parent().unwrap()).unwrap();
    fs::write(&review.path, &review.text).unwrap();
}

fn replace(text: &str, old: &str, new: &str) -> String {
    if old.is_empty() {
        return format!("{text}{new}");
    }
    let count = text.matches(old).count();
    assert_eq!(
        count, 1,
        "these lines stand {count} times in the file:\n{old}"
    );
    text.replace(old, new)
}

/// The text files of a folder, with their names.
pub(crate) fn cases(name: &str) -> Vec<(String, PathBuf)> {
    let paths = fs::read_dir(folder(name)).unwrap();
    let paths = paths.map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let named = |path: PathBuf| (path.file_stem().unwrap().to_string_lossy().into(), path);
    let mut cases: Vec<_> = texts.map(named).collect();
    cases.sort();
    assert!(!cases.is_empty(), "the cases of {name} are there");
    cases
}
