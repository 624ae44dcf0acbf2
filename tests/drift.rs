//! Drift between two records of a study. The cases are files of `drift/cases`: what the pinned record
//! has, what the other one has, and then what is told as text and as JSON, to the letter. A new case
//! needs no code. `ACCEPT=1 cargo test --test drift` writes what is told into the files; read it before
//! you commit it.
//!
//! ```text
//! A sentence on what the case shows.
//!
//! === pinned              a JSON object that stands over the fields of a small record; null removes
//! === pinned criteria     the text of its criteria; none if the part is not there
//! === record              the same for the other record, standing over the pinned one
//! === record criteria     as in the pinned record if the part is not there
//! === told                from here on: what is told
//! === json
//! ```

#![allow(missing_docs)]

#[path = "drift/collection.rs"]
mod collection;
#[path = "drift/mutations.rs"]
mod mutations;
#[path = "drift/pairs.rs"]
mod pairs;
#[path = "drift/rendering.rs"]
mod rendering;

use prescreen::authoring::{Drift, Outcome, Source, drift_between};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The line with which the part begins that `ACCEPT=1` writes.
const TOLD: &str = "=== told\n";

/// A record as small as it may be.
fn small() -> Value {
    json!({
        "protocolSection": {
            "identificationModule": { "nctId": "NCT00000001" },
            "statusModule": {
                "overallStatus": "RECRUITING",
                "lastUpdatePostDateStruct": { "date": "2026-01-13", "type": "ACTUAL" }
            },
            "eligibilityModule": { "sex": "ALL", "minimumAge": "3 Years", "maximumAge": "18 Years" },
            "contactsLocationsModule": {
                "centralContacts": [{ "name": "Somebody", "role": "CONTACT", "phone": "+86 1" }]
            }
        },
        "derivedSection": { "miscInfoModule": { "versionHolder": "2026-01-14" } }
    })
}

/// Lays one value over another: objects key by key, where null removes.
fn lay_over(below: &mut Value, above: Value) {
    match (below, above) {
        (Value::Object(below), Value::Object(above)) => {
            for (key, value) in above {
                if value.is_null() {
                    below.remove(&key);
                } else {
                    lay_over(below.entry(key).or_insert(json!({})), value);
                }
            }
        }
        (below, above) => *below = above,
    }
}

fn source(path: &str, record: &Value) -> Source {
    Source {
        path: path.to_owned(),
        text: record.to_string(),
    }
}

/// Compares two records that can be read.
fn drift(pinned: &Value, record: &Value) -> Drift {
    let both = (source("pinned.json", pinned), source("record.json", record));
    let (drift, said) = drift_between(both.0, both.1);
    let said: Vec<_> = said.iter().map(ToString::to_string).collect();
    drift.unwrap_or_else(|| panic!("not compared: {}", said.concat()))
}

/// Puts the text of the criteria into a record.
fn set_criteria(record: &mut Value, text: &str) {
    record["protocolSection"]["eligibilityModule"]["eligibilityCriteria"] = text.into();
}

/// The part of a case below a head.
fn part<'a>(given: &'a str, head: &str) -> Option<&'a str> {
    let (_, rest) = given.split_once(&format!("\n=== {head}\n"))?;
    Some(rest.split("\n=== ").next().unwrap_or(rest).trim_end())
}

/// The two records of a case.
fn records(given: &str) -> [Value; 2] {
    let mut record = small();
    ["pinned", "record"].map(|name| {
        if let Some(above) = part(given, name) {
            let above = serde_json::from_str(above).expect("JSON");
            lay_over(&mut record, above);
        }
        if let Some(text) = part(given, &format!("{name} criteria")) {
            set_criteria(&mut record, text);
        }
        record.clone()
    })
}

fn told(given: &str) -> String {
    let [pinned, record] = records(given);
    let drift = drift(&pinned, &record);
    let json = serde_json::to_string_pretty(&drift).expect("JSON");
    format!("{TOLD}{drift}\n=== json\n{json}\n")
}

#[test]
fn every_case_is_told_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drift/cases");
    let entries = fs::read_dir(folder).expect("the folder of cases");
    let mut cases: Vec<_> = entries
        .map(|entry| entry.expect("is readable").path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 20, "the cases are there");
    let mut wrong = Vec::new();
    for path in cases {
        let text = fs::read_to_string(&path).expect("a case");
        let (given, expected) = text.split_at(text.find(TOLD).unwrap_or(text.len()));
        let found = told(given);
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&path, format!("{given}{found}")).expect("the case is written");
        } else if found != expected {
            wrong.push(format!(
                "{}: found\n{found}\nexpected\n{expected}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_no_study_is_refused_and_never_a_panic() {
    let good = source("pinned.json", &small());
    let texts = [
        "",
        "null",
        "[]",
        "{}",
        "{\"protocolSection\": 1}",
        "{\"protocolSection\": {}}",
        "{\"protocolSection\": {\"identificationModule\": {\"nctId\": 7}}}",
        "{\"protocolSection\": {\"identificationModule\": {\"nctId\": \"NCT00000002\"}}}",
    ];
    for text in texts {
        let bad = Source {
            path: "record.json".to_owned(),
            text: text.to_owned(),
        };
        for (pinned, record) in [(good.clone(), bad.clone()), (bad, good.clone())] {
            let (drift, said) = drift_between(pinned, record);
            assert!(drift.is_none(), "{text}");
            assert!(
                said.iter().any(prescreen::authoring::Diagnostic::is_error),
                "{text}"
            );
        }
    }
}

#[test]
fn values_of_any_type_are_compared_and_never_a_panic() {
    let strange = [
        json!(1),
        json!(true),
        json!([]),
        json!([1, {}]),
        json!({ "a": [[]] }),
        json!(""),
    ];
    let mut paths = Vec::new();
    paths_of(&small(), "", &mut paths);
    paths.retain(|path| !path.contains("identificationModule") && path != "/protocolSection");
    for path in &paths {
        for value in &strange {
            let mut record = small();
            *record.pointer_mut(path).expect("a value") = value.clone();
            let told = drift(&small(), &record).to_string();
            assert!(told.contains("NCT00000001"), "{path} {value}: {told}");
            let none = drift(&record, &record).outcome();
            assert_eq!(none, Outcome::NoDrift, "{path} {value}");
        }
    }
}

/// The pointers to every value in a value.
fn paths_of(value: &Value, path: &str, paths: &mut Vec<String>) {
    if !path.is_empty() {
        paths.push(path.to_owned());
    }
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                paths_of(value, &format!("{path}/{key}"), paths);
            }
        }
        Value::Array(members) => {
            for (place, value) in members.iter().enumerate() {
                paths_of(value, &format!("{path}/{place}"), paths);
            }
        }
        _ => {}
    }
}
