//! The list of all screens: what scripts and the wanderer reach is that list, no more and no less. So
//! no screen in it cannot be reached, and none that can be reached is missing. Of a trial without
//! scripts only the latter is known.

use crate::fixture::{contents, first_trial};
use crate::{script, scripts, wander};
use prescreen::page::app::App;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_screen_there_is_is_reached_and_no_other() {
    let mut reached: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, script) in scripts() {
        script::play(&script, &mut |trial, screen| {
            let names = reached.entry(trial.to_owned()).or_default();
            names.insert(screen.name.clone());
        });
    }
    assert_eq!(
        reached.len(),
        4,
        "the small trial, the first, the second and the third have scripts"
    );
    for content in contents() {
        let scripted = reached.remove(content.trial.nct_id());
        let is_scripted = scripted.is_some();
        let mut names = scripted.unwrap_or_default();
        names.extend(wander::names_met(&content));
        let listed = App::screen_names(&content);
        let once: BTreeSet<_> = listed.iter().cloned().collect();
        assert_eq!(once.len(), listed.len(), "each once: {listed:#?}");
        let missing: Vec<_> = names.difference(&once).collect();
        let beyond: Vec<_> = once.difference(&names).filter(|_| is_scripted).collect();
        assert!(
            missing.is_empty() && beyond.is_empty(),
            "{}: reached and not in the list: {missing:#?}; in the list and not reached: {beyond:#?}",
            content.trial.nct_id()
        );
    }
}

/// The browser tests and the pictures for reviewers go this way.
#[test]
fn one_way_leads_over_every_screen_of_the_first_trial() {
    let mut reached = BTreeSet::new();
    script::play(include_str!("every_screen.txt"), &mut |_, screen| {
        reached.insert(screen.name.clone());
    });
    let listed: BTreeSet<_> = App::screen_names(&first_trial()).into_iter().collect();
    assert_eq!(reached, listed);
}
