//! The trials that the invariants are tried on: random ones, the three real ones, and each criterion
//! of either as a trial of its own, which is small enough for all its completions.

use crate::oracle::dice::Dice;
use crate::random;
use crate::random::completions::{amounts, days, for_each_comparison};
use prescreen::authoring::load_trial;
use prescreen::engine::{
    Accepted, Answer, Answers, Date, FactDefinition, Interval, Kind, PartialDate, Trial,
    TrialDefinition, accept,
};
use std::sync::OnceLock;

/// A trial and what it was made from.
pub(crate) struct Tried {
    pub(crate) trial: Trial,
    pub(crate) definition: TrialDefinition,
}

impl Tried {
    fn new(definition: TrialDefinition) -> Self {
        let trial = Trial::check(&definition).expect("a trial of the accepted class");
        Self { trial, definition }
    }
}

/// The three real trials.
pub(crate) fn real() -> &'static [Tried] {
    static REAL: OnceLock<Vec<Tried>> = OnceLock::new();
    REAL.get_or_init(|| {
        let files = [
            "www/trials/nct07338357.toml",
            "www/trials/nct06189209.toml",
            "www/trials/nct06097962.toml",
        ];
        files.map(loaded).into_iter().collect()
    })
}

fn loaded(file: &str) -> Tried {
    let (loaded, said) = load_trial("www".as_ref(), file.as_ref(), Vec::new());
    Tried::new(loaded.unwrap_or_else(|| panic!("{said:?}")).definition)
}

/// A random trial, and the dice to go on with.
pub(crate) fn random(seed: u64) -> (Tried, Dice) {
    let mut dice = Dice(seed);
    let definition = random::trials::definition(&mut dice);
    (Tried::new(definition), dice)
}

/// Every criterion of the real trials that has a rule, as a trial of its own.
pub(crate) fn real_criteria() -> &'static [Tried] {
    static ALONE: OnceLock<Vec<Tried>> = OnceLock::new();
    ALONE.get_or_init(|| {
        real()
            .iter()
            .flat_map(|tried| alone(&tried.definition))
            .collect()
    })
}

/// Each criterion that has a rule, with the facts that bear on it and no other.
pub(crate) fn alone(definition: &TrialDefinition) -> Vec<Tried> {
    let ruled = definition
        .criteria
        .iter()
        .filter(|criterion| criterion.rule.is_some());
    let alone = ruled.map(|criterion| {
        let mut alone = definition.clone();
        alone.criteria = vec![criterion.clone()];
        let bearing = bearing(&alone);
        alone.facts.retain(|fact| bearing.contains(&fact.id));
        Tried::new(alone)
    });
    alone.collect()
}

/// The facts that the criteria name, the gates before them, and the birth where dates are named.
fn bearing(definition: &TrialDefinition) -> Vec<String> {
    let mut named = Vec::new();
    for criterion in &definition.criteria {
        for rule in criterion.rule.iter().chain(&criterion.applies_when) {
            for_each_comparison(rule, &mut |comparison| named.push(comparison.fact.clone()));
        }
    }
    let fact = |id: &String| definition.facts.iter().find(|fact| fact.id == *id);
    let mut place = 0;
    while let Some(id) = named.get(place) {
        let gate = fact(id).and_then(|fact| fact.gate.as_ref());
        named.extend(gate.map(|gate| gate.fact.clone()));
        place += 1;
    }
    let is_date = |id: &String| fact(id).is_some_and(|fact| fact.kind == Kind::Date);
    if named.iter().any(is_date) {
        let births = definition
            .facts
            .iter()
            .filter(|fact| fact.kind == Kind::BirthDate);
        named.extend(births.map(|fact| fact.id.clone()));
    }
    named
}

/// Random answers, some missing, some not known, some known in part; none if they are refused.
pub(crate) fn answered(tried: &Tried, dice: &mut Dice, today: Date) -> Option<Accepted> {
    let none = Answers::none(tried.definition.facts.len());
    let answers = (0..)
        .zip(&tried.definition.facts)
        .fold(none, |answers, (index, fact)| {
            let answer = answer(&tried.definition, &answers, (index, fact), dice, today);
            answers.with(index, answer)
        });
    accept(&tried.trial, answers, today).ok()
}

/// A random answer to one fact, around its limits.
pub(crate) fn answer(
    definition: &TrialDefinition,
    answers: &Answers,
    (index, fact): (u8, &FactDefinition),
    dice: &mut Dice,
    today: Date,
) -> Answer {
    match dice.below(8) {
        0..=2 => return Answer::Unanswered,
        3 => return Answer::NotKnown,
        _ => {}
    }
    match &fact.kind {
        Kind::YesNo | Kind::Choice(_) | Kind::Scale(_) => {
            Answer::Value(dice.below(i64::from(fact.kind.single_values())) as u8)
        }
        Kind::Choices(names) => {
            let kept = (0..names.len()).filter(|_| dice.percent(25));
            Answer::Values(kept.fold(0, |set, bit| set | 1 << bit))
        }
        Kind::Quantity(_) => {
            let at = amounts(definition, usize::from(index));
            let mut ends = [dice.one_of(&at), dice.one_of(&at)];
            ends.sort_unstable();
            let last = if dice.percent(50) { ends[0] } else { ends[1] };
            Answer::Quantity(Interval {
                first: ends[0],
                last,
            })
        }
        Kind::BirthDate | Kind::Date => {
            let days = days(definition, answers, today);
            let Answer::Date(PartialDate::Day(day)) = dice.one_of(&days) else {
                return Answer::Unanswered;
            };
            let year = u16::try_from(day.year()).expect("a year of the calendar");
            Answer::Date(match dice.below(4) {
                0 => PartialDate::Year(year),
                1 => PartialDate::Month(year, day.month()),
                _ => PartialDate::Day(day),
            })
        }
    }
}
