//! Answers as an answers file would hand them over: the way back from reading. Only a birth that a
//! code handed on has no form there; of it the completed years are said.

use super::Given;
use crate::engine::acceptance::Accepted;
use crate::engine::answer::Answer;
use crate::engine::band::{Band, End};
use crate::engine::birth_cells::age_limit_until;
use crate::engine::calendar::{Iso, completed_years, day_at};
use crate::engine::fact::{Fact, Kind, ValueSet};
use crate::engine::interval::Interval;
use crate::engine::quantity::Amount;
use crate::engine::trial::Trial;
use crate::engine::unit::{Dimension, Unit};

/// The answers given, by key, in the order of the questions; none if one is not of the kind of its
/// question, as they were accepted for another trial.
///
/// A birth of [`Answer::BornWithin`] is `{"age": 10}`, or `{"age": [10, 11]}` where both are
/// possible, with `"age_limit_until"` where [`age_limit_until`] says a day.
#[must_use]
pub fn write_answers(trial: &Trial, accepted: &Accepted) -> Option<Vec<(String, Given)>> {
    let answers = accepted.answers().iter().zip(trial.facts());
    let given = answers.filter(|((_, answer), _)| *answer != Answer::Unanswered);
    let written = given.map(|((_, answer), fact)| {
        let value = match answer {
            Answer::BornWithin(days) => written_age(trial, accepted, days),
            answer => written(fact, answer)?,
        };
        Some((fact.id.clone(), value))
    });
    written.collect()
}

fn written(fact: &Fact, answer: Answer) -> Option<Given> {
    Some(match (answer, &fact.kind) {
        (Answer::NotKnown, _) => Given::Null,
        (Answer::Value(value), Kind::YesNo) => Given::Bool(value == 1),
        (Answer::Value(value), kind) => Given::Text(kind.values().get(usize::from(value))?.clone()),
        (Answer::Values(set), kind @ Kind::Choices(_)) => Given::List(written_members(kind, set)),
        (Answer::Date(date), Kind::Date | Kind::BirthDate) => Given::Text(date.text()),
        (Answer::Quantity(amounts), Kind::Quantity(dimension)) => {
            written_amounts(*dimension, amounts)
        }
        (
            Answer::Unanswered
            | Answer::Values(_)
            | Answer::Date(_)
            | Answer::Quantity(_)
            | Answer::BornWithin(_),
            _,
        ) => return None,
    })
}

fn written_members(kind: &Kind, set: ValueSet) -> Vec<Given> {
    let named = (0..64u8).zip(kind.values());
    let chosen = named.filter(|(value, _)| set >> value & 1 == 1);
    chosen.map(|(_, name)| Given::Text(name.clone())).collect()
}

fn written_age(trial: &Trial, accepted: &Accepted, days: Interval) -> Given {
    let age = |day: i64| {
        let years = completed_years(day_at(day), accepted.today());
        Given::Number(years.to_string())
    };
    let (youngest, oldest) = (age(days.last), age(days.first));
    let ages = if youngest == oldest {
        oldest
    } else {
        Given::List(vec![youngest, oldest])
    };
    let mut record = vec![("age".to_owned(), ages)];
    if let Some(until) = age_limit_until(trial, accepted) {
        let until = Given::Text(Iso(until).to_string());
        record.push(("age_limit_until".to_owned(), until));
    }
    Given::Record(record)
}

/// An amount or a band, in the first unit that says its ends exactly; if none does, in the first,
/// to the nearest thousandth.
fn written_amounts(dimension: Dimension, amounts: Interval) -> Given {
    let ends = written_ends(dimension, amounts);
    let units = || dimension.symbols().filter_map(Unit::from_symbol);
    let exact = |unit: &Unit| {
        let same = |end: Amount| Amount::new(end.in_unit(*unit), *unit) == end;
        ends.iter().all(|(_, end)| same(*end))
    };
    let unit = units().find(exact).or(units().next());
    let unit = unit.unwrap_or(Unit::Kilogram);
    let number = |end: Amount| Given::Number(end.in_unit(unit).decimal());
    let numbers = ends
        .iter()
        .map(|(key, end)| ((*key).to_owned(), number(*end)));
    let symbol = ("unit".to_owned(), Given::Text(unit.symbol().to_owned()));
    Given::Record(numbers.chain([symbol]).collect())
}

fn written_ends(dimension: Dimension, amounts: Interval) -> Vec<(&'static str, Amount)> {
    if amounts.first == amounts.last && amounts.first % 2 == 0 {
        return vec![("value", Amount::at(amounts.first))];
    }
    let Band { low, high } = Band::of(amounts, dimension);
    if low.is_none() && high.is_none() {
        // A band that is the whole range still begins somewhere.
        return vec![("at_least", Amount::at(amounts.first))];
    }
    let low = low.map(|end| match end {
        End::Included(amount) => ("at_least", amount),
        End::Excluded(amount) => ("above", amount),
    });
    let high = high.map(|end| match end {
        End::Included(amount) => ("at_most", amount),
        End::Excluded(amount) => ("below", amount),
    });
    low.into_iter().chain(high).collect()
}
