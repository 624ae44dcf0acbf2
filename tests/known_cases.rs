//! The known cases: what the examples of the first trial show, they show too, and an engine that
//! computes otherwise is noticed.

#![allow(missing_docs)]

use prescreen::authoring::{Loaded, load_trial};
use prescreen::engine::{
    Accepted, CriterionDefinition, KnownCases, Trial, TrialDefinition, accept_given, findings,
};

fn first_trial() -> Loaded {
    let trial = "www/trials/nct07338357.toml";
    let (loaded, said) = load_trial("www".as_ref(), trial.as_ref(), Vec::new());
    loaded.unwrap_or_else(|| panic!("{said:?}"))
}

fn people(loaded: &Loaded) -> Vec<Accepted> {
    let trial = &loaded.content.trial;
    let accepted = loaded
        .examples
        .iter()
        .map(|it| accept_given(trial, &it.answers, it.on));
    accepted
        .collect::<Result<_, _>>()
        .expect("no example is refused")
}

fn known(loaded: &Loaded) -> KnownCases {
    KnownCases::among(&loaded.content.trial, &people(loaded))
}

/// The trial with one criterion changed.
fn changed(
    definition: &TrialDefinition,
    place: usize,
    change: impl Fn(&mut CriterionDefinition),
) -> Trial {
    let mut definition = definition.clone();
    change(&mut definition.criteria[place]);
    Trial::check(&definition).expect("it is still a trial")
}

#[test]
fn they_hold_for_the_trial_that_they_are_of() {
    let loaded = first_trial();
    let known = known(&loaded);
    assert!(known.hold(&loaded.content.trial));
    assert!(
        (10..people(&loaded).len()).contains(&known.len()),
        "{} people are kept",
        known.len()
    );
}

/// An engine that computes otherwise cannot be had here, so the trial is made another instead: one
/// wrong rule out of 21 is what the smallest fault of an engine would look like.
#[test]
fn one_criterion_that_comes_out_otherwise_is_noticed() {
    let loaded = first_trial();
    let known = known(&loaded);
    let criteria = &loaded.definition.criteria;
    let with_rules = (0..criteria.len()).filter(|place| criteria[*place].rule.is_some());
    let mut tried = 0;
    for place in with_rules {
        let without = changed(&loaded.definition, place, |it| it.rule = None);
        assert!(
            !known.hold(&without),
            "{} without a rule",
            criteria[place].id
        );
        let softened = changed(&loaded.definition, place, |it| it.soft = !it.soft);
        assert!(
            !known.hold(&softened),
            "{} is soft or not",
            criteria[place].id
        );
        tried += 1;
    }
    assert_eq!(tried, 14, "the criteria with rules");
}

#[test]
fn one_fewer_person_who_shows_something_new_is_one_fewer_known_case() {
    let loaded = first_trial();
    let trial = &loaded.content.trial;
    let people = people(&loaded);
    let first = people.first().cloned().expect("there is an example");
    let twice = [first.clone(), first.clone()];
    assert_eq!(KnownCases::among(trial, &twice).len(), 1);
    let other = people
        .iter()
        .find(|it| findings(trial, it) != findings(trial, &first));
    let both = [first, other.expect("examples differ").clone()];
    assert_eq!(KnownCases::among(trial, &both).len(), 2);
    assert!(KnownCases::among(trial, &[]).is_empty());
}

#[test]
fn they_are_read_as_they_were_written_and_another_outcome_is_noticed() {
    let loaded = first_trial();
    let known = known(&loaded);
    let bytes = postcard::to_allocvec(&known).expect("is written");
    assert_eq!(
        postcard::from_bytes::<KnownCases>(&bytes).as_ref(),
        Ok(&known)
    );
    assert!(bytes.len() < 4096, "{} bytes for every phone", bytes.len());
    // The outcome stands last.
    let mut other = bytes.clone();
    let place = other.len() - 1;
    other[place] ^= 1;
    let other: KnownCases = postcard::from_bytes(&other).expect("is a number too");
    assert!(!other.hold(&loaded.content.trial));
}

#[test]
fn a_day_before_the_record_makes_no_case_hold() {
    let loaded = first_trial();
    let known = known(&loaded);
    let mut definition = loaded.definition.clone();
    definition.last_update = time::Date::MAX;
    let later = Trial::check(&definition).expect("it is still a trial");
    assert!(!known.hold(&later), "every person is refused");
}
