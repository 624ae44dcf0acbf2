//! The collection of real records beside the project: it is not a part of it, so where it is
//! absent the tests that read it say so and pass.

use std::fs;
use std::path::{Path, PathBuf};

/// The records' files, sorted; none where the collection is absent.
pub(crate) fn records() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ctgov/records");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: there are no records in `{}`", folder.display());
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut records: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    records.sort();
    records
}

/// The eligibility text of a record, if it has one.
pub(crate) fn text(path: &Path) -> Option<String> {
    let written = fs::read_to_string(path).unwrap();
    let study: serde_json::Value = serde_json::from_str(&written).unwrap();
    let eligibility = &study["protocolSection"]["eligibilityModule"];
    eligibility["eligibilityCriteria"]
        .as_str()
        .map(str::to_owned)
}
