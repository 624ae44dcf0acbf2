//! A trial file: what is refused is said, and what is accepted screens every example person, can be
//! handed to the page, and can be reviewed.

use super::Read;
use super::person::{check_person, check_written};
use super::place::Place;
use super::said::check_said;
use super::streams::check_streams;
use prescreen::authoring::{Loaded, check_review, load_trial, review};
use prescreen::engine::{Accepted, KnownCases, accept_given};
use std::sync::OnceLock;

pub fn trial(bytes: &[u8]) -> Read {
    static PLACE: OnceLock<Place> = OnceLock::new();
    let place = PLACE.get_or_init(|| Place::new("trial"));
    place.write("trials/nct00000001.toml", bytes);
    let (loaded, said) = load_trial(place.folder(), &place.trial(), Vec::new());
    check_said(&said);
    let is_said = said.iter().any(|one| one.is_error());
    assert_eq!(loaded.is_none(), is_said, "it loads where nothing is wrong");
    check_said(&check_review(place.folder(), &place.trial()));
    let Some(loaded) = loaded else {
        return Read::Refused;
    };
    check_loaded(loaded);
    let (review, said) = review(place.folder(), &place.trial(), None);
    assert!(review.is_some(), "{said:?}");
    Read::Accepted
}

/// What must hold of every trial that loads.
pub(crate) fn check_loaded(loaded: Loaded) {
    let trial = &loaded.content.trial;
    let people: Vec<Accepted> = loaded
        .examples
        .iter()
        .map(|example| accept_given(trial, &example.answers, example.on).expect(&example.name))
        .collect();
    for person in &people {
        check_person(trial, person);
        check_written(trial, person);
    }
    let known = KnownCases::among(trial, &people);
    assert!(known.hold(trial), "what the page is tried by holds");
    check_streams(&(loaded.content, known));
}
