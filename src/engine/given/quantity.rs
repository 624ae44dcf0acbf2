//! Amounts and bands of amounts as handed over: `{"value": 31.5, "unit": "kg"}`,
//! `{"at_least": 10, "below": 20, "unit": "kg"}`, `{"above": 3, "unit": "xULN"}`.

use super::{Given, GivenMistakeKind};
use crate::engine::interval::Interval;
use crate::engine::quantity::{Amount, DecimalError, Thousandths};
use crate::engine::unit::{Dimension, Unit};

/// The keys of an amount or a band.
const KEYS: [&str; 6] = ["value", "at_least", "above", "below", "at_most", "unit"];

/// The keys that are numbers.
const NUMBERS: [&str; 5] = ["value", "at_least", "above", "below", "at_most"];

type Mistakes = Vec<GivenMistakeKind>;

/// Reads an amount or a band as the positions of every amount that it may be.
pub(super) fn read_quantity(
    dimension: Dimension,
    entries: &[(String, Given)],
) -> Result<Interval, Mistakes> {
    let mut mistakes = unknown_and_repeated(entries);
    let find = |key: &str| {
        entries
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    };
    let unit = read_unit(dimension, find("unit"), &mut mistakes);
    let ends = NUMBERS.map(|key| read_number(key, find(key), &mut mistakes));
    if !is_value_or_band(NUMBERS.map(|key| find(key).is_some())) {
        let found = Given::Record(entries.to_vec()).to_string();
        mistakes.push(GivenMistakeKind::Ends { found });
    }
    let (Some(unit), true) = (unit, mistakes.is_empty()) else {
        return Err(mistakes);
    };
    let ends = ends.map(|end| end.map(|number| Amount::new(number, unit)));
    between(dimension, ends, entries).map_err(|mistake| vec![mistake])
}

/// Whether of the numbers those are given that say an amount, or a band with one end or two.
fn is_value_or_band([value, at_least, above, below, at_most]: [bool; 5]) -> bool {
    let low = at_least || above;
    let high = below || at_most;
    let twice = at_least && above || below && at_most;
    !twice && value != (low || high)
}

fn unknown_and_repeated(entries: &[(String, Given)]) -> Mistakes {
    let mut mistakes = Vec::new();
    for (place, (key, _)) in entries.iter().enumerate() {
        if !KEYS.contains(&key.as_str()) {
            mistakes.push(GivenMistakeKind::UnknownPart {
                found: key.clone(),
                accepted: &KEYS,
            });
        } else if entries[..place].iter().any(|(earlier, _)| earlier == key) {
            mistakes.push(GivenMistakeKind::RepeatedPart { found: key.clone() });
        }
    }
    mistakes
}

fn read_unit(dimension: Dimension, given: Option<&Given>, mistakes: &mut Mistakes) -> Option<Unit> {
    let unit = match given {
        Some(Given::Text(symbol)) => {
            Unit::from_symbol(symbol).filter(|unit| unit.dimension() == dimension)
        }
        _ => None,
    };
    if unit.is_none() {
        let found = given.map(Given::to_string);
        mistakes.push(GivenMistakeKind::Unit {
            found,
            accepted: dimension.symbols().collect(),
        });
    }
    unit
}

fn read_number(
    key: &'static str,
    given: Option<&Given>,
    mistakes: &mut Mistakes,
) -> Option<Thousandths> {
    let given = given?;
    let error = match given {
        Given::Number(text) => match Thousandths::parse(text) {
            Ok(number) => return Some(number),
            Err(error) => error,
        },
        _ => DecimalError::Form,
    };
    mistakes.push(GivenMistakeKind::Number {
        part: key,
        found: given.to_string(),
        error,
    });
    None
}

/// The positions between the ends, which lie in the range of the dimension and leave a number.
fn between(
    dimension: Dimension,
    [value, at_least, above, below, at_most]: [Option<Amount>; 5],
    entries: &[(String, Given)],
) -> Result<Interval, GivenMistakeKind> {
    let found = || Given::Record(entries.to_vec()).to_string();
    let range = dimension.range();
    // An end may be the range's own, also where the range itself begins just above it.
    let ends = Interval {
        first: range.first - range.first.rem_euclid(2),
        last: range.last,
    };
    let outside = [at_least, above, below, at_most]
        .into_iter()
        .flatten()
        .any(|end| !Interval::point(end.from_here()).within(ends));
    let amounts = match value {
        Some(value) => Interval::point(value.from_here()),
        None => Interval {
            first: at_least
                .map(Amount::from_here)
                .or(above.map(Amount::from_above))
                .unwrap_or(range.first),
            last: below
                .map(Amount::to_below)
                .or(at_most.map(Amount::from_here))
                .unwrap_or(range.last),
        },
    };
    let held = amounts.meet(range);
    if outside || value.is_some() && held.is_empty() {
        Err(GivenMistakeKind::OutsideRange {
            found: found(),
            dimension,
        })
    } else if held.is_empty() {
        Err(GivenMistakeKind::EmptyBand { found: found() })
    } else {
        Ok(held)
    }
}
