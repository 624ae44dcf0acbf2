//! The trial as the engine checks it: the definition out of the file, and the engine's mistakes at
//! their places in the file.

use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::kind_file::kind_name;
use crate::authoring::trial_file::TrialFile;
use crate::engine::{Date, FactDefinition, Mistake, MistakeKind, Trial, TrialDefinition};
use std::ops::Range;

/// Checks the definition, and gives it with the trial. `last_update` comes from the registry.
pub(crate) fn check_definition(
    file: &TrialFile,
    last_update: Option<Date>,
    log: &mut Log,
) -> Option<(TrialDefinition, Trial)> {
    let nct_id = file.nct_id.as_ref().map(|id| id.get_ref().clone());
    let facts = file.facts.iter().filter_map(|fact| fact.definition.clone());
    let criteria = file.criteria.iter().filter_map(CriterionFile::definition);
    let definition = TrialDefinition {
        nct_id: nct_id.unwrap_or_default(),
        last_update: last_update.unwrap_or(Date::MIN),
        facts: facts.collect(),
        criteria: criteria.collect(),
    };
    match Trial::check(&definition) {
        Ok(trial) => Some((definition, trial)),
        Err(mistakes) => {
            let said = mistakes
                .iter()
                .filter(|mistake| !follows(mistake, file) && !follows_from(mistake, &mistakes));
            for mistake in said {
                say(mistake, &definition.facts, file, log);
            }
            None
        }
    }
}

/// Whether a mistake only follows from one of form that is said already.
fn follows(mistake: &Mistake, file: &TrialFile) -> bool {
    match &mistake.kind {
        MistakeKind::NoCriteria => !file.criteria.is_empty(),
        MistakeKind::UnknownFact { found, .. } => {
            let mut lost = file.facts.iter().filter(|fact| fact.definition.is_none());
            lost.any(|fact| fact.id.as_ref().is_none_or(|id| id.get_ref() == found))
        }
        // Without `values`, which is said, every value is unknown.
        MistakeKind::UnknownValue { known, .. } => known.is_empty(),
        MistakeKind::NumberOfValues(0) => {
            let mut unnamed = file.facts.iter().filter(|fact| fact.values.is_none());
            unnamed.any(|fact| {
                fact.id
                    .as_ref()
                    .is_some_and(|id| *id.get_ref() == mistake.subject)
            })
        }
        _ => false,
    }
}

/// Whether a mistake only follows from another one at the same place: beyond the answers that are
/// taken nothing lies between two ends.
fn follows_from(mistake: &Mistake, others: &[Mistake]) -> bool {
    let outside =
        |other: &Mistake| other.kind == MistakeKind::OutsideRange && other.origin == mistake.origin;
    mistake.kind == MistakeKind::EmptyRange && others.iter().any(outside)
}

fn say(mistake: &Mistake, facts: &[FactDefinition], file: &TrialFile, log: &mut Log) {
    let range = place(mistake, file, log);
    let diagnostic = log.error(range, &mistake.kind);
    match &mistake.kind {
        MistakeKind::UnknownFact { found, known } | MistakeKind::UnknownValue { found, known } => {
            diagnostic.suggest(found, known.iter().map(String::as_str));
        }
        MistakeKind::GateNotEarlier(_) => {
            diagnostic.hint("the order of the facts is the order of asking");
        }
        MistakeKind::NothingCompared => {
            diagnostic.hint("name a value in the list, or an end such as `at_least`");
        }
        MistakeKind::GateNeverCloses(_) => {
            diagnostic.hint("take the `gate` away, or a value of it");
        }
        MistakeKind::UnsuitableComparison { fact, .. } => {
            if let Some(kind) = facts.iter().find(|known| known.id == *fact) {
                diagnostic.hint(&format!("it is of kind `{}`", kind_name(&kind.kind)));
            }
        }
        _ => {}
    }
}

/// Where a mistake stands: as near as its kind tells.
fn place(mistake: &Mistake, file: &TrialFile, log: &Log) -> Option<Range<usize>> {
    let origin = mistake.origin.start..mistake.origin.end;
    if origin.is_empty() {
        return None;
    }
    let of_values = file.facts.iter().find(|fact| {
        let definition = fact.definition.as_ref();
        definition.is_some_and(|definition| definition.origin == mistake.origin)
    });
    let values = of_values.and_then(|fact| fact.values.clone());
    Some(match &mistake.kind {
        MistakeKind::NumberOfValues(_) => values.unwrap_or(origin),
        MistakeKind::RepeatedValue(name) => last_of(name, values.unwrap_or(origin), log),
        MistakeKind::UnknownFact { found, .. } | MistakeKind::UnknownValue { found, .. } => {
            last_of(found, origin, log)
        }
        MistakeKind::GateNotEarlier(fact)
        | MistakeKind::GateKind(fact)
        | MistakeKind::GateNeverCloses(fact)
        | MistakeKind::RepeatedFact(fact)
        | MistakeKind::UnsuitableComparison { fact, .. } => last_of(fact, origin, log),
        MistakeKind::WrongUnit { found, .. } => last_of(found, origin, log),
        _ => origin,
    })
}

/// The last place in the range at which the name stands in quotes; the whole range if it does not.
fn last_of(name: &str, range: Range<usize>, log: &Log) -> Range<usize> {
    let source = log.source();
    let text = source.text.get(range.clone()).unwrap_or_default();
    let places = ['"', '\''].map(|quote| text.rfind(&format!("{quote}{name}{quote}")));
    match places.into_iter().flatten().max() {
        Some(at) => range.start + at..range.start + at + name.len() + 2,
        None => range,
    }
}
