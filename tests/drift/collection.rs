//! The collection of real records, where it is there: a record has not drifted from itself, nor from
//! another rendering of itself.

use super::rendering::RENDERINGS;
use super::{drift, set_criteria};
use prescreen::authoring::Outcome;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of real records beside the project; none if it is not there, which is said.
pub(crate) fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/ctgov")
        .join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: there are no real records at `{}`", path.display());
    None
}

/// The records of the collection by name, those that are one study.
fn records(folder: &Path) -> Vec<(String, Value)> {
    let entries = fs::read_dir(folder).expect("is readable");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("is readable").path())
        .collect();
    paths.sort();
    let record = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("is readable");
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, serde_json::from_str(&text).expect("JSON"))
    };
    paths.into_iter().map(record).collect()
}

#[test]
fn no_record_has_drifted_from_itself() {
    let Some(folder) = real("records") else {
        return;
    };
    let records = records(&folder);
    println!("{} records", records.len());
    assert!(records.len() > 1_000, "the records are there");
    for (name, record) in records {
        let drift = drift(&record, &record);
        assert_eq!(drift.outcome(), Outcome::NoDrift, "{name}\n{drift}");
        let told = drift.to_string();
        assert!(!told.contains("criteria\n"), "{name}\n{told}");
    }
}

#[test]
fn no_rendering_of_a_record_is_drift() {
    let Some(folder) = real("records") else {
        return;
    };
    let mut wrong = Vec::new();
    for (name, record) in records(&folder) {
        let text = record["protocolSection"]["eligibilityModule"]["eligibilityCriteria"].clone();
        let Some(text) = text.as_str() else { continue };
        for (what, render) in RENDERINGS {
            let mut rendered = record.clone();
            set_criteria(&mut rendered, &render(text));
            let drift = drift(&record, &rendered);
            if drift.outcome() != Outcome::NoDrift {
                wrong.push(format!("{what}: {name}\n{drift}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What differs between two copies of the record of one study, from two places.
const TWINS: [(&str, &str); 1] = [(
    "NCT05923281",
    "statusModule.studyFirstPostDateStruct.type: `ACTUAL` is now `ESTIMATED`",
)];

#[test]
fn two_copies_of_a_record_differ_only_where_the_registry_changed_it() {
    let Some(folder) = real("records") else {
        return;
    };
    let mut studies: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (name, record) in records(&folder) {
        let nct_id = name.split("__").next().unwrap_or_default().to_owned();
        studies.entry(nct_id).or_default().push(record);
    }
    studies.retain(|_, copies| copies.len() > 1);
    assert_eq!(studies.len(), 10, "studies with two copies");
    let mut found = Vec::new();
    for (nct_id, copies) in &studies {
        let [one, other] = copies.as_slice() else {
            panic!("{nct_id} has {} copies", copies.len());
        };
        let drift = drift(one, other);
        if drift.outcome() != Outcome::NoDrift {
            found.push((nct_id.clone(), drift.to_string()));
        }
    }
    assert_eq!(found.len(), TWINS.len(), "{found:?}");
    for ((nct_id, told), (listed, value)) in found.iter().zip(TWINS) {
        assert_eq!(nct_id, listed);
        assert!(told.ends_with(&format!("\nvalues\n  {value}\n")), "{told}");
    }
}
