//! Checking one comparison: its fact, whether it suits the kind, its values and ends.

use super::{Checking, MOST_VALUES, unknown_fact, value_set};
use crate::engine::calendar::Period;
use crate::engine::definition::{Comparison, Origin, Test as Written};
use crate::engine::fact::{FactIndex, Kind, ValueSet};
use crate::engine::interval::Interval;
use crate::engine::mistake::MistakeKind;
use crate::engine::quantity::{Amount, Thousandths};
use crate::engine::trial::{DayEnd, Rule, Test, Trial};
use crate::engine::unit::{Dimension, Unit};

/// Checks a comparison and notes its fact. A comparison with a mistake gives the empty rule: the
/// trial is refused anyway.
pub(super) fn check_comparison(
    comparison: &Comparison,
    trial: &Trial,
    facts: &mut Vec<FactIndex>,
    checking: &mut Checking,
) -> Rule {
    let Some(index) = trial.fact_index(&comparison.fact) else {
        let known = trial.facts.iter().map(|fact| &fact.id);
        checking.report(unknown_fact(&comparison.fact, known), comparison.origin);
        return Rule::All(Vec::new());
    };
    if facts.contains(&index) {
        checking.report(
            MistakeKind::RepeatedFact(comparison.fact.clone()),
            comparison.origin,
        );
    }
    facts.push(index);
    let kind = &trial.facts[usize::from(index)].kind;
    match check_test(comparison, kind, checking) {
        Some(test) => Rule::Compare(index, test),
        None => Rule::All(Vec::new()),
    }
}

fn check_test(comparison: &Comparison, kind: &Kind, checking: &mut Checking) -> Option<Test> {
    let origin = comparison.origin;
    match (&comparison.test, kind) {
        (Written::Is { values, unclear }, Kind::YesNo | Kind::Choice(_) | Kind::Scale(_)) => {
            let (holds, unclear) = value_sets(values, unclear, kind, origin, checking);
            Some(Test::Value { holds, unclear })
        }
        (Written::Has { values, unclear }, Kind::Choices(_)) => {
            let (holds, unclear) = value_sets(values, unclear, kind, origin, checking);
            Some(Test::Values { holds, unclear })
        }
        (Written::Step { at_least, below }, Kind::Scale(_)) => {
            let ends = [at_least.as_ref(), below.as_ref()];
            steps(ends, kind, origin, checking).map(|holds| Test::Value { holds, unclear: 0 })
        }
        (Written::Amount { at_least, below }, Kind::Quantity(dimension)) => amounts(
            [*at_least, None, *below, None],
            *dimension,
            origin,
            checking,
        )
        .map(Test::Amount),
        (
            Written::Bounds {
                at_least,
                above,
                below,
                at_most,
            },
            Kind::Quantity(dimension),
        ) => {
            let ends = [*at_least, *above, *below, *at_most];
            amounts(ends, *dimension, origin, checking).map(Test::Amount)
        }
        (Written::Age { at_least, below }, Kind::BirthDate) => {
            age([*at_least, *below], origin, checking)
        }
        (Written::Within(period), Kind::Date) => Some(Test::Days {
            first: Some(DayEnd {
                before_today: *period,
                offset: 0,
            }),
            last: Some(DayEnd {
                before_today: Period::Days(0),
                offset: 0,
            }),
        }),
        (Written::LongerAgoThan(period), Kind::Date) => Some(Test::Days {
            first: None,
            last: Some(DayEnd {
                before_today: *period,
                offset: -1,
            }),
        }),
        _ => {
            let fact = comparison.fact.clone();
            let accepted = suitable(kind);
            checking.report(MistakeKind::UnsuitableComparison { fact, accepted }, origin);
            None
        }
    }
}

fn suitable(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo | Kind::Choice(_) => "`is`",
        Kind::Scale(_) => "`at_least`, `below` or `is`",
        Kind::Choices(_) => "`has`",
        Kind::BirthDate => "`age`",
        Kind::Date => "`within` or `longer_ago_than`",
        Kind::Quantity(_) => "`at_least`, `above`, `below` or `at_most` with a unit",
    }
}

fn value_sets(
    holds: &[String],
    unclear: &[String],
    kind: &Kind,
    origin: Origin,
    checking: &mut Checking,
) -> (ValueSet, ValueSet) {
    if holds.is_empty() {
        checking.report(MistakeKind::NothingCompared, origin);
    }
    for value in unclear.iter().filter(|value| holds.contains(value)) {
        checking.report(MistakeKind::RepeatedValue(value.clone()), origin);
    }
    (
        value_set(holds, kind, origin, checking),
        value_set(unclear, kind, origin, checking),
    )
}

fn steps(
    ends: [Option<&String>; 2],
    kind: &Kind,
    origin: Origin,
    checking: &mut Checking,
) -> Option<ValueSet> {
    let steps = kind.values();
    let known = ends.iter().flatten().filter(|end| !steps.contains(end));
    for end in known {
        let kind = MistakeKind::UnknownValue {
            found: (*end).clone(),
            known: steps.to_vec(),
        };
        checking.report(kind, origin);
    }
    let place = |end: Option<&String>| end.map(|end| steps.iter().position(|step| step == end));
    let first = place(ends[0]).unwrap_or(Some(0))?;
    let after = place(ends[1])
        .unwrap_or(Some(steps.len()))?
        .min(MOST_VALUES);
    check_ends(
        ends.iter().flatten().count(),
        first < after,
        origin,
        checking,
    )?;
    Some((first..after).fold(0, |all, step| all | 1 << step))
}

fn amounts(
    ends: [Option<(Thousandths, Unit)>; 4],
    dimension: Dimension,
    origin: Origin,
    checking: &mut Checking,
) -> Option<Interval> {
    let mut units = ends.iter().flatten().map(|(_, unit)| unit);
    if let Some(unit) = units.find(|unit| unit.dimension() != dimension) {
        let accepted = dimension.symbols().collect();
        let found = unit.symbol();
        checking.report(MistakeKind::WrongUnit { found, accepted }, origin);
        return None;
    }
    let ends = ends.map(|end| end.map(|(number, unit)| Amount::new(number, unit)));
    let [at_least, above, below, at_most] = ends;
    let range = dimension.range();
    let accepted = Interval {
        first: at_least
            .map(Amount::from_here)
            .into_iter()
            .chain(above.map(Amount::from_above))
            .fold(range.first, i64::max),
        last: below
            .map(Amount::to_below)
            .into_iter()
            .chain(at_most.map(Amount::from_here))
            .fold(range.last, i64::min),
    };
    let outside = |end: &Amount| !Interval::point(end.from_here()).within(range);
    if ends.iter().flatten().any(outside) {
        checking.report(MistakeKind::OutsideRange, origin);
    }
    check_ends(
        ends.iter().flatten().count(),
        !accepted.is_empty(),
        origin,
        checking,
    )?;
    Some(accepted)
}

/// Ages as days of birth: someone is at least so old if born on that day before today or earlier.
fn age(ends: [Option<Period>; 2], origin: Origin, checking: &mut Checking) -> Option<Test> {
    let [at_least, below] = ends;
    let between = match (at_least, below) {
        (Some(Period::Days(from)), Some(Period::Days(to)))
        | (Some(Period::Months(from)), Some(Period::Months(to))) => from < to,
        _ => true,
    };
    check_ends(ends.iter().flatten().count(), between, origin, checking)?;
    Some(Test::Days {
        first: below.map(|before_today| DayEnd {
            before_today,
            offset: 1,
        }),
        last: at_least.map(|before_today| DayEnd {
            before_today,
            offset: 0,
        }),
    })
}

/// A comparison has one end or both, and something between them.
fn check_ends(ends: usize, between: bool, origin: Origin, checking: &mut Checking) -> Option<()> {
    if ends == 0 {
        checking.report(MistakeKind::NothingCompared, origin);
    } else if !between {
        checking.report(MistakeKind::EmptyRange, origin);
    }
    (ends > 0 && between).then_some(())
}
