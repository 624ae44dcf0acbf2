//! An answers file: what is accepted screens the person and comes back as it was, and each mistake is
//! one line with the key at which it stands.

use super::Read;
use super::person::{check_person, check_written};
use super::place::Place;
use super::said::check_line;
use prescreen::authoring::{load_trial, read_json_answers, refusal_json};
use prescreen::engine::{Given, GivenMistake, PartialDate, Trial, accept_given};
use std::sync::OnceLock;

/// The good trial of the tests: it has a fact of every kind.
pub(crate) fn good() -> &'static Trial {
    static GOOD: OnceLock<Trial> = OnceLock::new();
    GOOD.get_or_init(|| {
        let place = Place::new("good");
        let (loaded, said) = load_trial(place.folder(), &place.trial(), Vec::new());
        loaded.unwrap_or_else(|| panic!("{said:?}")).content.trial
    })
}

pub fn answers(bytes: &[u8]) -> Read {
    let trial = good();
    let given = match read_json_answers(bytes) {
        Ok(given) => given,
        Err(mistake) => {
            check_mistake(&mistake, &[]);
            return Read::Refused;
        }
    };
    let Ok(PartialDate::Day(today)) = PartialDate::parse("2026-11-22") else {
        unreachable!("the day is one")
    };
    match accept_given(trial, &given, today) {
        Ok(accepted) => {
            check_person(trial, &accepted);
            check_written(trial, &accepted);
            Read::Accepted
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty(), "a refusal has a reason");
            mistakes
                .iter()
                .for_each(|mistake| check_mistake(mistake, &given));
            assert!(!refusal_json(&mistakes).to_string().contains('\n'));
            Read::Refused
        }
    }
}

fn check_mistake(mistake: &GivenMistake, given: &[(String, Given)]) {
    check_line(&mistake.to_string());
    let is_given = |key: &String| given.iter().any(|(given, _)| given == key);
    assert_eq!(mistake.key.is_some(), !given.is_empty(), "{mistake:?}");
    assert!(mistake.key.iter().all(is_given), "{mistake:?} is of no key");
}
