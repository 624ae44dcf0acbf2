//! Rules that come to the same whatever is answered, and comparisons in them that decide nothing.

use super::outcomes::Outcomes;
use crate::authoring::diagnostic::Log;
use crate::authoring::meaning::MeaningMistake;
use crate::engine::{CriterionDefinition, TrialDefinition, Truth};

/// What the rules of a trial can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Each can hold and fail.
    Whole,
    /// One comes to the same whatever is answered.
    Lost,
}

/// Says every rule that can never hold or never fail, and every comparison that decides nothing.
pub(crate) fn check_reach(definition: &TrialDefinition, log: &mut Log) -> Reach {
    let mut reach = Reach::Whole;
    let ruled = definition
        .criteria
        .iter()
        .filter(|each| each.rule.is_some());
    for criterion in ruled {
        if let Some(outcomes) = Outcomes::of(&definition.facts, criterion) {
            let said = log.len();
            check_results(criterion, &outcomes, log);
            if log.len() == said {
                check_comparisons(criterion, &outcomes, log);
            } else {
                reach = Reach::Lost;
            }
        }
    }
    reach
}

fn check_results(criterion: &CriterionDefinition, outcomes: &Outcomes<'_>, log: &mut Log) {
    let place = criterion.origin.start..criterion.origin.end;
    let id = || criterion.id.clone();
    let comes_to = |wanted: Truth| outcomes.results().any(|(_, rule)| rule == wanted);
    let applies = |wanted: Truth| outcomes.results().any(|(applies, _)| applies == wanted);
    if !applies(Truth::True) {
        log.error(place, MeaningMistake::NeverApplies(id()));
        return;
    }
    if !comes_to(Truth::True) {
        log.error(place.clone(), MeaningMistake::NeverHolds(id()));
    }
    if !comes_to(Truth::False) {
        log.error(place, MeaningMistake::AlwaysHolds(id()));
    }
}

fn check_comparisons(criterion: &CriterionDefinition, outcomes: &Outcomes<'_>, log: &mut Log) {
    for (at, comparison) in outcomes.comparisons.iter().enumerate() {
        if outcomes.is_idle(at) {
            let (id, fact) = (criterion.id.clone(), comparison.fact.clone());
            let place = comparison.origin.start..comparison.origin.end;
            log.warning(place, MeaningMistake::IdleComparison { id, fact })
                .hint("take it out, or change what it compares");
        }
    }
}
