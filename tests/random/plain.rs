//! Findings read off a definition in the plainest way: no checked trial, no intervals met, no
//! families. Dates are judged day by day.

use prescreen::engine::{
    Amount, Answer, Answers, CriterionDefinition, Date, FactDefinition, Finding, Interval, Kind,
    PartialDate, Period, Polarity, Rule, Test, Thousandths, TrialDefinition, Unit, day_at,
    position,
};

type Tri = Option<bool>;

pub(crate) fn findings(
    definition: &TrialDefinition,
    answers: &Answers,
    today: Date,
) -> Vec<Finding> {
    definition
        .criteria
        .iter()
        .map(|criterion| finding(definition, criterion, answers, today))
        .collect()
}

fn finding(
    all: &TrialDefinition,
    criterion: &CriterionDefinition,
    answers: &Answers,
    today: Date,
) -> Finding {
    let judge = |rule: &Option<Rule>| rule.as_ref().map(|rule| tri(all, rule, answers, today));
    let Some(rule) = judge(&criterion.rule) else {
        return Finding::Team;
    };
    let good = if criterion.polarity == Polarity::Inclusion {
        rule
    } else {
        rule.map(|truth| !truth)
    };
    match (judge(&criterion.applies_when).unwrap_or(Some(true)), good) {
        (Some(false), _) => Finding::NotApplicable,
        (Some(true), Some(true)) => Finding::Fits,
        (Some(true), Some(false)) if !criterion.soft => Finding::Conflicts,
        _ => Finding::Open,
    }
}

fn tri(all: &TrialDefinition, rule: &Rule, answers: &Answers, today: Date) -> Tri {
    let judge = |rule: &Rule| tri(all, rule, answers, today);
    match rule {
        Rule::All(rules) => {
            let each: Vec<Tri> = rules.iter().map(judge).collect();
            if each.contains(&Some(false)) {
                Some(false)
            } else if each.contains(&None) {
                None
            } else {
                Some(true)
            }
        }
        Rule::Any(rules) => {
            let each: Vec<Tri> = rules.iter().map(judge).collect();
            if each.contains(&Some(true)) {
                Some(true)
            } else if each.contains(&None) {
                None
            } else {
                Some(false)
            }
        }
        Rule::Not(rule) => judge(rule).map(|truth| !truth),
        Rule::If(parts) => match judge(&parts[0]) {
            Some(true) => judge(&parts[1]),
            Some(false) => judge(&parts[2]),
            None => judge(&parts[1]).filter(|_| judge(&parts[1]) == judge(&parts[2])),
        },
        Rule::Compare(comparison) => {
            let index = all
                .facts
                .iter()
                .position(|fact| fact.id == comparison.fact)
                .unwrap();
            let answer = if closed(all, answers, index) {
                Answer::NotKnown
            } else {
                answers.get(index as u8)
            };
            compare(
                &all.facts[index],
                &comparison.test,
                answer,
                birth(all, answers),
                today,
            )
        }
    }
}

/// Whether the gate of a fact is answered otherwise, or itself closed.
pub(crate) fn closed(all: &TrialDefinition, answers: &Answers, index: usize) -> bool {
    let Some(gate) = &all.facts[index].gate else {
        return false;
    };
    let earlier = all
        .facts
        .iter()
        .position(|fact| fact.id == gate.fact)
        .unwrap();
    let by_answer = match answers.get(earlier as u8) {
        Answer::Unanswered => false,
        Answer::NotKnown => !gate.or_unknown,
        Answer::Value(value) => !gate
            .is
            .contains(&value_name(&all.facts[earlier].kind, value)),
        _ => true,
    };
    by_answer || closed(all, answers, earlier)
}

fn value_name(kind: &Kind, value: u8) -> String {
    match kind {
        Kind::YesNo => (value == 1).to_string(),
        _ => kind.values()[usize::from(value)].clone(),
    }
}

fn birth(all: &TrialDefinition, answers: &Answers) -> Option<PartialDate> {
    let index = all
        .facts
        .iter()
        .position(|fact| fact.kind == Kind::BirthDate)?;
    match answers.get(index as u8) {
        Answer::Date(date) => Some(date),
        _ => None,
    }
}

fn compare(
    fact: &FactDefinition,
    test: &Test,
    answer: Answer,
    birth: Option<PartialDate>,
    today: Date,
) -> Tri {
    let named = |value: u8, names: &[String]| names.contains(&value_name(&fact.kind, value));
    match (test, answer) {
        (Test::Is { values, unclear }, Answer::Value(value)) => {
            if named(value, unclear) {
                None
            } else {
                Some(named(value, values))
            }
        }
        (Test::Has { values, unclear }, Answer::Values(set)) => {
            let has = |names: &[String]| {
                (0..64).any(|bit| set >> bit & 1 == 1 && names.contains(&fact.kind.values()[bit]))
            };
            if has(values) {
                Some(true)
            } else if has(unclear) {
                None
            } else {
                Some(false)
            }
        }
        (Test::Step { at_least, below }, Answer::Value(value)) => {
            let place = |name: &String| fact.kind.values().iter().position(|step| step == name);
            let value = usize::from(value);
            let from = at_least
                .as_ref()
                .and_then(place)
                .is_none_or(|step| value >= step);
            let under = below
                .as_ref()
                .and_then(place)
                .is_none_or(|step| value < step);
            Some(from && under)
        }
        (Test::Amount { at_least, below }, Answer::Quantity(amounts)) => {
            bounded(amounts, places([*at_least, None, *below, None]))
        }
        (
            Test::Bounds {
                at_least,
                above,
                below,
                at_most,
            },
            Answer::Quantity(amounts),
        ) => bounded(amounts, places([*at_least, *above, *below, *at_most])),
        (test, Answer::Date(date)) => {
            let days = date.days();
            let from = birth
                .map_or(i64::MIN, |birth| birth.days().first)
                .max(days.first);
            agreed(
                (from..=days.last.min(position(today))).map(|day| on_day(test, day_at(day), today)),
            )
        }
        _ => None,
    }
}

/// The limits of a comparison of amounts, as positions: `at_least`, `above`, `below`, `at_most`.
type Ends = [Option<i64>; 4];

fn places(ends: [Option<(Thousandths, Unit)>; 4]) -> Ends {
    ends.map(|end| end.map(|(number, unit)| Amount::new(number, unit).from_here()))
}

/// Whether the positions of an interval agree: every one is looked at, of a long one the ends and
/// those at and beside each limit.
fn bounded(amounts: Interval, ends: Ends) -> Tri {
    let inside = |position: &i64| (amounts.first..=amounts.last).contains(position);
    let holds = |position: i64| in_bounds(position, ends);
    if amounts.last - amounts.first <= 300_000 {
        return agreed((amounts.first..=amounts.last).map(holds));
    }
    let beside = ends
        .into_iter()
        .flatten()
        .flat_map(|limit| limit - 2..=limit + 2);
    let some = [amounts.first, amounts.last].into_iter().chain(beside);
    agreed(some.filter(inside).map(holds))
}

fn in_bounds(position: i64, [at_least, above, below, at_most]: Ends) -> bool {
    at_least.is_none_or(|end| position >= end)
        && above.is_none_or(|end| position > end)
        && below.is_none_or(|end| position < end)
        && at_most.is_none_or(|end| position <= end)
}

/// Whether one day satisfies a comparison of dates.
pub(crate) fn on_day(test: &Test, day: Date, today: Date) -> bool {
    match test {
        Test::Within(period) => day >= period.before(today) && day <= today,
        Test::LongerAgoThan(period) => day < period.before(today),
        Test::Age { at_least, below } => {
            let completed = |period: &Period| period.after(day) <= today;
            at_least.as_ref().is_none_or(completed) && !below.as_ref().is_some_and(completed)
        }
        _ => unreachable!("no comparison of dates"),
    }
}

fn agreed(mut each: impl Iterator<Item = bool>) -> Tri {
    let first = each.next()?;
    each.all(|other| other == first).then_some(first)
}
