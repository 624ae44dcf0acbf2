//! The pack for an ethics committee: nothing of the trial is left out of it, it is sound HTML that
//! runs nothing, and a later pack says what changed. What must be in it is read from the trial's
//! files and from the page, not from the pack's own code.

#![allow(missing_docs)]

#[path = "pack/complete.rs"]
mod complete;
#[path = "pack/markup.rs"]
mod markup;
#[path = "pack/refused.rs"]
mod refused;
#[path = "pack/since.rs"]
mod since;
#[path = "pack/sound.rs"]
mod sound;

use prescreen::authoring::pack::{Pack, Sources, pack};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The folder of the project's own trials.
fn www() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www")
}

/// The files of the project's own trials, in the order of their names.
fn trials() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(www().join("trials")).expect("the folder of trials");
    let paths = entries.map(|entry| entry.expect("is readable").path());
    let mut trials: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    trials.sort();
    assert!(!trials.is_empty());
    trials
}

/// The pack of each of the project's own trials, made once.
fn packs() -> &'static [(PathBuf, Pack)] {
    static PACKS: OnceLock<Vec<(PathBuf, Pack)>> = OnceLock::new();
    PACKS.get_or_init(|| {
        let trials = trials().into_iter();
        trials
            .map(|trial| {
                let pack = made(&www(), &trial);
                (trial, pack)
            })
            .collect()
    })
}

/// The pack of a trial on the day of its record.
fn made(www: &Path, trial: &Path) -> Pack {
    let sources = sources(www, trial);
    pack(&sources, None, None).expect("nothing keeps it from being made")
}

fn sources(www: &Path, trial: &Path) -> Sources {
    let (sources, said) = Sources::read(www, trial);
    let said: Vec<_> = said.iter().map(ToString::to_string).collect();
    match sources {
        Ok(sources) => sources,
        Err(mistake) => panic!("{mistake}\n{}", said.join("\n")),
    }
}

/// A text as it stands between tags.
fn escaped(text: &str) -> String {
    let pairs = [
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\"", "&quot;"),
        ("'", "&#39;"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
