//! A review file: whatever stands in it, the trial's check goes on and warns, and it is never
//! written over unless it could be read.

use super::Read;
use super::place::Place;
use super::said::check_said;
use prescreen::authoring::{check_review, review as take_down};
use std::sync::OnceLock;

const FILE: &str = "reviewed/nct00000001.toml";

pub fn review(bytes: &[u8]) -> Read {
    static PLACE: OnceLock<Place> = OnceLock::new();
    let place = PLACE.get_or_init(|| Place::new("review"));
    place.write(FILE, bytes);
    let said = check_review(place.folder(), &place.trial());
    check_said(&said);
    assert!(
        said.iter().all(|one| !one.is_error()),
        "a review keeps no trial from loading"
    );
    let (taken, said) = take_down(place.folder(), &place.trial(), None);
    check_said(&said);
    let Some(taken) = taken else {
        assert!(said.iter().any(|one| one.is_error()), "a refusal is said");
        return Read::Refused;
    };
    place.write(FILE, &taken.text);
    let (again, said) = take_down(place.folder(), &place.trial(), None);
    assert_eq!(
        again.as_ref(),
        Some(&taken),
        "written again it is the same: {said:?}"
    );
    Read::Accepted
}
