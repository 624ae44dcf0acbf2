//! A registry record: through the import, through drift, and pinned beside a trial. No character of
//! its criteria is lost, and the check finds every word of a draft in its place.

use super::Read;
use super::place::{Place, RECORD};
use super::said::{check_line, check_said};
use super::trial::check_loaded;
use prescreen::authoring::{
    Chosen, Diagnostic, Draft, Outcome, Source, drift_between, import, load_trial, split,
};
use serde_json::Value;
use std::sync::OnceLock;

/// What `check` says where a draft does not have the record's words, each in its place.
const ELSEWHERE: [&str; 13] = [
    "syntax",
    "unknown-key",
    "wrong-type",
    "repeated-name",
    "repeated-id",
    "unknown-criterion",
    "missing-criterion",
    "criteria-order",
    "other-word",
    "other-spaces",
    "unknown-passage",
    "missing-passage",
    "other-study",
];

pub fn record(bytes: &[u8]) -> Read {
    static PLACE: OnceLock<Place> = OnceLock::new();
    let place = PLACE.get_or_init(|| Place::new("record"));
    check_pinned(place, bytes);
    place.write("record.json", bytes);
    let (drafts, said) = import(&place.path("record.json"), Chosen::All);
    check_said(&said);
    let is_said = said.iter().any(Diagnostic::is_error);
    assert_eq!(
        drafts.is_empty(),
        is_said,
        "there are drafts where nothing is wrong"
    );
    drafts.iter().for_each(|draft| check_draft(place, draft));
    check_drift(bytes);
    if is_said {
        Read::Refused
    } else {
        Read::Accepted
    }
}

/// The record beside the good trial.
fn check_pinned(place: &Place, bytes: &[u8]) {
    place.write("registry/NCT00000001.json", bytes);
    let (loaded, said) = load_trial(place.folder(), &place.trial(), Vec::new());
    check_said(&said);
    assert_eq!(loaded.is_none(), said.iter().any(Diagnostic::is_error));
    loaded.into_iter().for_each(check_loaded);
}

fn check_draft(place: &Place, draft: &Draft) {
    let study: Value = serde_json::from_str(&draft.record).expect("the record of a draft is JSON");
    let criteria = &study["protocolSection"]["eligibilityModule"]["eligibilityCriteria"];
    check_split(criteria.as_str().unwrap_or_default());
    let trial = format!("drafts/{}.toml", draft.nct_id.to_lowercase());
    place.write(&trial, &draft.trial);
    place.write(&format!("registry/{}.json", draft.nct_id), &draft.record);
    let (_, said) = load_trial(place.folder(), &place.path(&trial), Vec::new());
    check_said(&said);
    for one in &said {
        assert!(!ELSEWHERE.contains(&one.code), "{one}\n{}", draft.trial);
    }
}

/// The pieces joined are the text again.
fn check_split(text: &str) {
    let pieces = split(text);
    let joined: String = pieces
        .iter()
        .map(|piece| &text[piece.range.clone()])
        .collect();
    assert_eq!(joined, text);
}

/// A record says what it says itself; and what it says otherwise than another one, can be said.
fn check_drift(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let source = |text: &str| Source {
        path: "record.json".to_owned(),
        text: text.to_owned(),
    };
    let (same, said) = drift_between(source(&text), source(&text));
    check_said(&said);
    assert!(same.is_none_or(|same| same.outcome() != Outcome::Drift));
    for [pinned, record] in [[RECORD, &text], [&text, RECORD]] {
        let (drift, said) = drift_between(source(pinned), source(record));
        check_said(&said);
        // Beside the study another one may be broken, which is said and does no harm.
        assert!(drift.is_some() || said.iter().any(Diagnostic::is_error));
        if let Some(drift) = drift {
            drift
                .to_string()
                .lines()
                .filter(|line| !line.is_empty())
                .for_each(check_line);
            assert!(serde_json::to_string(&drift).is_ok());
        }
    }
}
