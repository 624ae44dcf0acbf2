//! Whether a wrong trial file would be noticed. Every key of a trial is taken away in turn, every
//! limit moved by one step, every operator, value and gate turned into another: `check` has to say
//! something each time that it did not say before, by a rule of its own or because an example person
//! no longer comes out as expected. The review file, which notices every change but not whether it
//! is right, does not count; the keys that it alone notices are listed in the trial's file in
//! `mutation`, each with the reason, and so are the changes that mean the same.
//!
//! Another trial is put under it by a line below and a file in `mutation`.
//! `ACCEPT=1 cargo test --test mutation` writes the counts into that file; read them before you
//! commit them.

#![allow(missing_docs)]

#[path = "mutation/accounts.rs"]
mod accounts;
#[path = "mutation/gates.rs"]
mod gates;
#[path = "mutation/limits.rs"]
mod limits;
#[path = "mutation/operators.rs"]
mod operators;
#[path = "mutation/place.rs"]
mod place;
#[path = "mutation/removals.rs"]
mod removals;
#[path = "mutation/trial.rs"]
mod trial;
#[path = "mutation/trying.rs"]
mod trying;
#[path = "mutation/values.rs"]
mod values;

use accounts::Accounts;
use std::path::Path;
use trial::Trial;
use trying::try_all;

#[test]
fn every_change_of_the_first_trial_is_noticed() {
    every_change_is_noticed("www/trials/nct07338357.toml");
}

#[test]
fn every_change_of_the_second_trial_is_noticed() {
    every_change_is_noticed("www/trials/nct06189209.toml");
}

#[test]
fn every_change_of_the_third_trial_is_noticed() {
    every_change_is_noticed("www/trials/nct06097962.toml");
}

/// Puts a trial under the test, with the file of its name in `tests/mutation`.
fn every_change_is_noticed(path: &str) {
    let trial = Trial::read(Path::new(path));
    let mut mutants = removals::of(&trial);
    mutants.extend(limits::of(&trial));
    mutants.extend(operators::of(&trial));
    mutants.extend(values::of(&trial));
    mutants.extend(gates::of(&trial));
    let tried = try_all(&trial, &mutants);
    let mut accounts = Accounts::read(&trial.name);
    let wrong = accounts.compare(&mutants, &tried);
    accounts.print();
    accounts.write_if_accepted(&trial.name);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
