//! How long the import takes: all records of the collection beside the project, read from memory's
//! cache of the disk, and lists of more and more studies. Run by
//! `cargo bench --bench import`; tests time nothing.

#![allow(missing_docs, clippy::pedantic, clippy::disallowed_methods)]

use prescreen::authoring::{Chosen, import, split};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Each is timed so often, and the quickest is told.
const TIMES: usize = 7;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ctgov/records");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: there are no records in `{}`", folder.display());
        return;
    };
    let mut records: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    records.sort();
    println!("| what | studies | ms | studies in a second |\n|---|---|---|---|");
    row("files of one study", records.len(), || {
        for path in &records {
            black_box(import(path, Chosen::All));
        }
    });
    let texts = texts(&records);
    row("texts split", texts.len(), || {
        for text in &texts {
            black_box(split(text));
        }
    });
    let studies = studies(&records);
    for count in [100, 200, 400, 800] {
        let list = std::env::temp_dir().join(format!("prescreen-bench-{count}.json"));
        let some: Vec<_> = studies.iter().take(count).cloned().collect();
        std::fs::write(&list, format!("{{\"studies\": [{}]}}", some.join(",")))
            .expect("is written");
        row("a list", some.len(), || {
            black_box(import(&list, Chosen::All))
        });
        std::fs::remove_file(list).expect("is removed");
    }
}

/// One study of each number, as JSON.
fn studies(records: &[PathBuf]) -> Vec<String> {
    let mut numbers = std::collections::HashSet::new();
    let first = records.iter().filter(|path| {
        let name = path
            .file_name()
            .expect("has a name")
            .to_string_lossy()
            .into_owned();
        numbers.insert(name.chars().take(11).collect::<String>())
    });
    first
        .map(|path| std::fs::read_to_string(path).expect("is readable"))
        .collect()
}

fn texts(records: &[PathBuf]) -> Vec<String> {
    let text = |path: &PathBuf| {
        let study = std::fs::read_to_string(path).expect("is readable");
        let study: serde_json::Value = serde_json::from_str(&study).expect("is JSON");
        let text = &study["protocolSection"]["eligibilityModule"]["eligibilityCriteria"];
        text.as_str().map(str::to_owned)
    };
    records.iter().filter_map(text).collect()
}

fn row<T>(name: &str, studies: usize, mut work: impl FnMut() -> T) {
    let mut best = Duration::MAX;
    for _ in 0..TIMES {
        let start = spent();
        black_box(work());
        best = best.min(spent().saturating_sub(start));
    }
    let seconds = best.as_secs_f64();
    println!(
        "| {name} | {studies} | {:.1} | {:.0} |",
        seconds * 1000.0,
        studies as f64 / seconds
    );
}

/// The time that this thread had on the processor so far, so that waiting for others does not count.
fn spent() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux says it");
    let nanoseconds = said.split(' ').next().expect("has a first number");
    Duration::from_nanos(nanoseconds.parse().expect("is a number"))
}
