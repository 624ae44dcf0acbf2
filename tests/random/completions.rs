//! Questions worth asking, by their definition: all pairs of completions are looked at.

use super::plain::{closed, findings};
use prescreen::engine::{
    Amount, Answer, Answers, Date, Interval, Kind, PartialDate, Period, Rule, Test, Thousandths,
    Trial, TrialDefinition, Unit, accept, day_at, position,
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
fn values(
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
        Kind::Choices(names) => (0..1 << names.len()).map(Answer::Values).collect(),
        Kind::Quantity(_) => [10, 19, 20, 21, 49, 50, 59, 60, 61]
            .map(|percent| {
                let at = Amount::new(Thousandths(percent * 1000), Unit::Percent).from_here();
                Answer::Quantity(Interval::point(at))
            })
            .to_vec(),
        Kind::BirthDate | Kind::Date => days(definition, answers, today),
    }
}

/// Today, the ends of the dates given, the limits of the rules, and the days beside them.
fn days(definition: &TrialDefinition, answers: &Answers, today: Date) -> Vec<Answer> {
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
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            rules.iter().for_each(|rule| for_each_period(rule, each))
        }
        Rule::Not(rule) => for_each_period(rule, each),
        Rule::If(parts) => parts.iter().for_each(|rule| for_each_period(rule, each)),
        Rule::Compare(comparison) => match &comparison.test {
            Test::Within(period) | Test::LongerAgoThan(period) => each(*period),
            Test::Age { at_least, below } => at_least
                .iter()
                .chain(below)
                .for_each(|period| each(*period)),
            _ => {}
        },
    }
}
