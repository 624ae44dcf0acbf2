//! Real pairs of texts of the same study at different times, where they are there: each was labelled
//! by a heuristic as differing in white space, in format, or in content. What drift says otherwise
//! is listed, each with its reason.

use super::collection::real;
use super::{drift, set_criteria, small};
use prescreen::authoring::Outcome;
use serde_json::Value;
use std::collections::BTreeMap;

/// The pairs, by their place in the file, of which drift says another thing than their label.
const OTHERWISE: [(usize, &str, &str, &str); 1] = [(
    17,
    "NCT00101400",
    "format",
    "a full stop more at the end of one of eight requirements, and all eight run on in one line: punctuation is told as such",
)];

/// Which label each outcome agrees with.
fn agrees(label: &str, outcome: Outcome) -> bool {
    match label {
        "whitespace" | "format" => outcome == Outcome::NoDrift,
        "content" => outcome == Outcome::Drift,
        _ => false,
    }
}

#[test]
fn every_pair_is_told_as_it_is_labelled_but_for_those_listed() {
    let Some(path) = real("version-pairs.json") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("is readable");
    let pairs: Vec<BTreeMap<String, String>> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(pairs.len(), 61, "the pairs are there");
    let mut otherwise = Vec::new();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (place, pair) in pairs.iter().enumerate() {
        let [pinned, record] = ["before", "after"].map(|side| record(&pair[side]));
        let outcome = drift(&pinned, &record).outcome();
        let told = if outcome == Outcome::Drift {
            "drift"
        } else {
            "no drift"
        };
        *counts.entry((&pair["class"], told)).or_default() += 1;
        if !agrees(&pair["class"], outcome) {
            otherwise.push((place, pair["nct"].as_str(), pair["class"].as_str()));
        }
    }
    println!("{counts:?}");
    let listed = OTHERWISE.map(|(place, nct_id, label, _)| (place, nct_id, label));
    assert_eq!(otherwise, listed);
}

fn record(text: &str) -> Value {
    let mut record = small();
    set_criteria(&mut record, text);
    record
}
