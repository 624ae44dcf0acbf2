//! An example on each side of every limit, and for each value of a choice: without it a limit that
//! is wrong by a step, or a value too many, changes no example, and nobody notices. An example counts
//! where it expects the finding, and where the answer decides it: were the comparison the other way
//! round, the finding would be another one.

use super::examples::Run;
use super::position::{Position, positions};
use super::rewritten::{alone, comparisons, rewritten};
use crate::authoring::diagnostic::Log;
use crate::authoring::example_mistake::ExampleMistake;
use crate::engine::{
    Accepted, Comparison, CriterionDefinition, Finding, Rule, Test, Trial, TrialDefinition,
    findings,
};

/// Warns of each answer beside a limit, and of each value, that no example shows.
pub(crate) fn check_sides(definition: &TrialDefinition, runs: &[Run<'_>], log: &mut Log) {
    for criterion in &definition.criteria {
        for comparison in comparisons(criterion) {
            check_comparison(definition, criterion, comparison, runs, log);
        }
    }
}

fn check_comparison(
    definition: &TrialDefinition,
    criterion: &CriterionDefinition,
    comparison: &Comparison,
    runs: &[Run<'_>],
    log: &mut Log,
) {
    let mut facts = (0..).zip(&definition.facts);
    let fact = facts.find(|(_, fact)| fact.id == comparison.fact);
    let (Some((index, fact)), Some(as_it_is)) = (fact, alone(definition, criterion)) else {
        return;
    };
    let trials = |others: Vec<Rule>| -> Vec<Trial> {
        let others = others
            .iter()
            .map(|other| rewritten(criterion, &comparison.fact, other));
        others
            .filter_map(|criterion| alone(definition, &criterion))
            .collect()
    };
    let decided = trials(vec![Rule::Not(Box::new(Rule::Compare(comparison.clone())))]);
    for position in positions(comparison, &fact.kind) {
        let others = match &position {
            Position::Value {
                name,
                unclear: true,
                ..
            } => &trials(resolved(comparison, name)),
            _ => &decided,
        };
        let shows = |run: &&Run<'_>| {
            run.expects(&criterion.id)
                && run.accepted.as_ref().is_some_and(|accepted| {
                    position.is(accepted.answers().get(index), accepted.today())
                        && others
                            .iter()
                            .any(|other| differ(&as_it_is, other, accepted))
                })
        };
        let mut days = runs.iter().map(|run| run.example.on);
        let out_of_reach = days.all(|on| position.is_out_of_reach(on));
        if !out_of_reach && !runs.iter().any(|run| shows(&run)) {
            say(criterion, comparison, &position, log);
        }
    }
}

/// The comparison with an unclear value settled, the one way and the other.
fn resolved(comparison: &Comparison, value: &str) -> Vec<Rule> {
    let without = |unclear: &[String]| {
        let rest = unclear.iter().filter(|name| *name != value);
        rest.cloned().collect::<Vec<_>>()
    };
    let with = |values: &[String]| {
        let mut values = values.to_vec();
        values.push(value.to_owned());
        values
    };
    let tests = match &comparison.test {
        Test::Is { values, unclear } => [values.clone(), with(values)].map(|values| Test::Is {
            values,
            unclear: without(unclear),
        }),
        Test::Has { values, unclear } => [values.clone(), with(values)].map(|values| Test::Has {
            values,
            unclear: without(unclear),
        }),
        _ => return Vec::new(),
    };
    let rule = |test: Test| {
        Rule::Compare(Comparison {
            test,
            ..comparison.clone()
        })
    };
    tests.map(rule).into()
}

/// Whether the one criterion comes to another finding.
fn differ(one: &Trial, other: &Trial, accepted: &Accepted) -> bool {
    let found = |trial: &Trial| -> Vec<Finding> { findings(trial, accepted) };
    found(one) != found(other)
}

fn say(
    criterion: &CriterionDefinition,
    comparison: &Comparison,
    position: &Position,
    log: &mut Log,
) {
    let mistake = ExampleMistake::NotShown {
        id: criterion.id.clone(),
        answer: position.in_words(&comparison.fact),
    };
    let place = comparison.origin.start..comparison.origin.end;
    log.warning(place, mistake).hint(&format!(
        "add an example with this answer that expects a finding of `{}`, and in which nothing else decides it",
        criterion.id
    ));
}
