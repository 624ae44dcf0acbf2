//! What is said of a conflict, on the bump in the road and on the result alike.

use super::age;
use super::contact::{Way, way};
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
    let too_old = age::is_over_limit(speech, accepted, criterion);
    let changes = words.could_change.iter();
    let changes = changes.filter_map(|change| change_words(*change, too_old));
    let changes: Vec<_> = changes.map(|change| speech.say(change)).collect();
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
    let still_ask = match way(speech) {
        Way::Call => Phrase::StillAsk,
        Way::Write | Way::Registry => Phrase::StillAskOther,
    };
    say(nodes, "p", "", speech.say(still_ask));
}

/// The words of what may change a conflict. Time has none: where it ends the conflict within the
/// years that are looked ahead, the day is said. Growing changes nothing for someone who is too old.
fn change_words(change: Change, too_old: bool) -> Option<Phrase> {
    match change {
        Change::Time | Change::Nothing => None,
        Change::Growth => (!too_old).then_some(Phrase::ChangeGrowth),
        Change::CourseOfIllness => Some(Phrase::ChangeCourseOfIllness),
        Change::NewTest => Some(Phrase::ChangeNewTest),
        Change::Recovery => Some(Phrase::ChangeRecovery),
        Change::Treatment => Some(Phrase::ChangeTreatment),
        Change::Plans => Some(Phrase::ChangePlans),
    }
}
