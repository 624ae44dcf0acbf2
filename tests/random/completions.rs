//! Questions worth asking, by their definition: all pairs of completions are looked at.

use super::plain::{closed, findings};
use prescreen::engine::{
    Amount, Answer, Answers, Comparison, Date, Interval, Kind, PartialDate, Period, Rule, Test,
    Trial, TrialDefinition, accept, day_at, position,
};

/// The questions worth asking, or none if there are more completions than can be tried.
pub(crate) fn worth_asking(
    definition: &TrialDefinition,
    trial: &Trial,
    answers: &Answers,
    today: Date,
) -> Option<Vec<u8>> {
    let mut completions = vec![answers.clone()];
    for index in 0..definition.facts.len() {
        if answers.get(index as u8) != Answer::Unanswered {
            continue;
        }
        let values = values(definition, answers, index, today);
        completions = completions
            .into_iter()
            .flat_map(|partial| {
                let open = !closed(definition, &partial, index);
                let values = if open {
                    values.clone()
                } else {
                    vec![Answer::Unanswered]
                };
                values
                    .into_iter()
                    .map(move |value| partial.clone().with(index as u8, value))
            })
            .collect();
        if completions.len() > 4000 {
            return None;
        }
    }
    completions.retain(|completion| accept(trial, completion.clone(), today).is_ok());
    let judged: Vec<_> = completions
        .iter()
        .map(|each| (each, findings(definition, each, today)))
        .collect();
    let asked = (0..definition.facts.len()).filter(|index| {
        answers.get(*index as u8) == Answer::Unanswered && !closed(definition, answers, *index)
    });
    Some(
        asked
            .filter(|index| differ(&judged, *index))
            .map(|index| index as u8)
            .collect(),
    )
}

fn differ(judged: &[(&Answers, Vec<prescreen::engine::Finding>)], asked: usize) -> bool {
    judged.iter().enumerate().any(|(place, (one, found))| {
        judged[..place]
            .iter()
            .any(|(other, otherwise)| found != otherwise && alone(one, other, asked))
    })
}

/// Whether two completions agree in every other answer that both give.
fn alone(one: &Answers, other: &Answers, asked: usize) -> bool {
    one.iter()
        .zip(other.iter())
        .all(|((index, answer), (_, another))| {
            usize::from(index) == asked
                || answer == another
                || answer == Answer::Unanswered
                || another == Answer::Unanswered
        })
}

/// Definite values of a fact, at least one from each group of values that are judged alike.
pub(crate) fn values(
    definition: &TrialDefinition,
    answers: &Answers,
    index: usize,
    today: Date,
) -> Vec<Answer> {
    match &definition.facts[index].kind {
        Kind::YesNo => vec![Answer::Value(0), Answer::Value(1)],
        Kind::Choice(names) | Kind::Scale(names) => {
            (0..names.len() as u8).map(Answer::Value).collect()
        }
        Kind::Choices(_) => sets(definition, index),
        Kind::Quantity(_) => amounts(definition, index)
            .into_iter()
            .map(|at| Answer::Quantity(Interval::point(at)))
            .collect(),
        Kind::BirthDate | Kind::Date => days(definition, answers, today),
    }
}

/// Every set of the values that a rule tells apart; of those that it does not, the first.
fn sets(definition: &TrialDefinition, index: usize) -> Vec<Answer> {
    let fact = &definition.facts[index];
    let mut kinds: Vec<(Vec<(bool, bool)>, u64)> = Vec::new();
    for (bit, name) in fact.kind.values().iter().enumerate() {
        let mut told = Vec::new();
        for_each_test(definition, &fact.id, &mut |test| {
            if let Test::Has { values, unclear } = test {
                told.push((values.contains(name), unclear.contains(name)));
            }
        });
        if kinds.iter().all(|(other, _)| *other != told) {
            kinds.push((told, 1 << bit));
        }
    }
    let mut sets = vec![0];
    for (_, one) in kinds {
        sets.extend(sets.clone().into_iter().map(|set| set | one));
    }
    sets.into_iter().map(Answer::Values).collect()
}

/// The positions at and beside every limit of an amount, and the ends of what it may be.
pub(crate) fn amounts(definition: &TrialDefinition, index: usize) -> Vec<i64> {
    let fact = &definition.facts[index];
    let Kind::Quantity(dimension) = fact.kind else {
        return Vec::new();
    };
    let range = dimension.range();
    // An amount stands at an even position: nothing at all is no mass.
    let mut at = vec![range.first + range.first % 2, range.last];
    for_each_test(definition, &fact.id, &mut |test| {
        let ends = match test {
            Test::Amount { at_least, below } => [*at_least, None, *below, None],
            Test::Bounds {
                at_least,
                above,
                below,
                at_most,
            } => [*at_least, *above, *below, *at_most],
            _ => [None; 4],
        };
        for (number, unit) in ends.into_iter().flatten() {
            let limit = Amount::new(number, unit).from_here();
            at.extend([limit - 2, limit, limit + 2]);
        }
    });
    at.retain(|at| (range.first..=range.last).contains(at));
    at.sort_unstable();
    at.dedup();
    at
}

/// Calls `each` with every comparison of a fact.
fn for_each_test(definition: &TrialDefinition, fact: &str, each: &mut dyn FnMut(&Test)) {
    for criterion in &definition.criteria {
        for rule in criterion.rule.iter().chain(&criterion.applies_when) {
            for_each_comparison(rule, &mut |comparison| {
                if comparison.fact == fact {
                    each(&comparison.test);
                }
            });
        }
    }
}

/// Calls `each` with every comparison of a rule.
pub(crate) fn for_each_comparison(rule: &Rule, each: &mut dyn FnMut(&Comparison)) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            rules
                .iter()
                .for_each(|rule| for_each_comparison(rule, each));
        }
        Rule::Not(rule) => for_each_comparison(rule, each),
        Rule::If(parts) => parts
            .iter()
            .for_each(|rule| for_each_comparison(rule, each)),
        Rule::Compare(comparison) => each(comparison),
    }
}

/// Today, the ends of the dates given, the limits of the rules, and the days beside them.
pub(crate) fn days(definition: &TrialDefinition, answers: &Answers, today: Date) -> Vec<Answer> {
    let mut days = vec![position(today)];
    for (_, answer) in answers.iter() {
        if let Answer::Date(date) = answer {
            days.extend([
                date.days().first,
                date.days().first + 1,
                date.days().last,
                date.days().last + 1,
            ]);
        }
    }
    for criterion in &definition.criteria {
        for rule in criterion.rule.iter().chain(&criterion.applies_when) {
            for_each_period(rule, &mut |period| {
                let limit = position(period.before(today));
                days.extend([limit - 1, limit, limit + 1]);
            });
        }
    }
    days.push(position(Period::years(60).before(today)));
    days.retain(|day| *day <= position(today));
    days.sort_unstable();
    days.dedup();
    days.into_iter()
        .map(|day| Answer::Date(PartialDate::Day(day_at(day))))
        .collect()
}

fn for_each_period(rule: &Rule, each: &mut dyn FnMut(Period)) {
    for_each_comparison(rule, &mut |comparison| match &comparison.test {
        Test::Within(period) | Test::LongerAgoThan(period) => each(*period),
        Test::Age { at_least, below } => {
            at_least
                .iter()
                .chain(below)
                .for_each(|period| each(*period));
        }
        _ => {}
    });
}
