//! What is said of a conflict, on the bump in the road and on the result alike.

use super::age;
use super::content::Change;
use super::criterion::optional;
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, say};
use crate::engine::{Accepted, forecast_criterion};

/// What is said of a conflict: why, what may change it, from when, and that a call is welcome.
pub(crate) fn draw(speech: Speech, accepted: &Accepted, place: usize, nodes: &mut Vec<Node>) {
    let (Some(criterion), Some(words)) = (
        speech.content.trial.criteria().get(place),
        speech.content.criteria.get(place),
    ) else {
        return;
    };
    optional(speech, words.bad.as_ref(), nodes);
    let forecast = forecast_criterion(&speech.content.trial, accepted, criterion);
    if let Some(date) = forecast.may_change_on {
        say(
            nodes,
            "p",
            age::class_of_note(speech, core::iter::once(criterion)),
            &speech.with_date(Phrase::MayFitFrom, date),
        );
    }
    // Time and growing change nothing for someone who is too old, and time only where it ends the
    // conflict within the years that are looked ahead.
    let too_old = age::is_over_limit(speech, accepted, criterion);
    let changes: Vec<_> = words
        .could_change
        .iter()
        .filter(|change| match change {
            Change::Time => forecast.may_change_on.is_some(),
            Change::Growth => !too_old,
            _ => true,
        })
        .map(|change| change_words(speech, *change))
        .collect();
    if words.could_change == [Change::Nothing] {
        say(nodes, "p", "", speech.say(Phrase::ChangeNothing));
    } else if !changes.is_empty() && !words.could_change.contains(&Change::Nothing) {
        let changes = speech.list(&changes);
        say(
            nodes,
            "p",
            "",
            &speech.fill(Phrase::WhatMayChange, &[("list", &changes)]),
        );
    }
    say(nodes, "p", "", speech.say(Phrase::StillAsk));
}

fn change_words(speech: Speech<'_>, change: Change) -> &str {
    speech.say(match change {
        Change::Time => Phrase::ChangeTime,
        Change::Growth => Phrase::ChangeGrowth,
        Change::CourseOfIllness => Phrase::ChangeCourseOfIllness,
        Change::NewTest => Phrase::ChangeNewTest,
        Change::Recovery => Phrase::ChangeRecovery,
        Change::Treatment => Phrase::ChangeTreatment,
        Change::Plans => Phrase::ChangePlans,
        Change::Nothing => Phrase::ChangeNothing,
    })
}
