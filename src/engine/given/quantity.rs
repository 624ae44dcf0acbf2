//! Amounts and bands of amounts as handed over: `{"value": 31.5, "unit": "kg"}`,
//! `{"at_least": 10, "below": 20, "unit": "kg"}`.

use super::{Given, GivenMistakeKind};
use crate::engine::interval::Interval;
use crate::engine::quantity::{Amount, DecimalError, Dimension, Thousandths, Unit};

/// The keys of an amount or a band.
const KEYS: [&str; 4] = ["value", "at_least", "below", "unit"];

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
    let mut number = |key: &'static str| read_number(key, find(key), &mut mistakes);
    let ends = [number("value"), number("at_least"), number("below")];
    let given =
        ["value", "at_least", "below"].map(|key| entries.iter().any(|(name, _)| name == key));
    if given == [false; 3] || given[0] && (given[1] || given[2]) {
        let found = Given::Record(entries.to_vec()).to_string();
        mistakes.push(GivenMistakeKind::Ends { found });
    }
    let (Some(unit), true) = (unit, mistakes.is_empty()) else {
        return Err(mistakes);
    };
    let ends = ends.map(|end| end.map(|number| Amount::new(number, unit)));
    between(dimension, ends, entries).map_err(|mistake| vec![mistake])
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
    [value, at_least, below]: [Option<Amount>; 3],
    entries: &[(String, Given)],
) -> Result<Interval, GivenMistakeKind> {
    let found = || Given::Record(entries.to_vec()).to_string();
    let range = dimension.range();
    // An end may be the range's own, also where the range itself begins just above it.
    let ends = Interval {
        first: range.first - range.first.rem_euclid(2),
        last: range.last,
    };
    let outside = [at_least, below]
        .into_iter()
        .flatten()
        .any(|end| !Interval::point(end.from_here()).within(ends));
    let amounts = match value {
        Some(value) => Interval::point(value.from_here()),
        None => Interval {
            first: at_least.map_or(range.first, Amount::from_here),
            last: below.map_or(range.last, Amount::to_below),
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
