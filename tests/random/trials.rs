//! Makes a random trial of the accepted class, and random answers to it, from a seed.

use crate::oracle::dice::Dice;
use prescreen::engine::{
    Amount, Answer, Answers, Comparison, CriterionDefinition, Date, Dimension, FactDefinition,
    GateDefinition, Interval, Kind, Month, Origin, PartialDate, Period, Polarity, Rule, Test,
    Thousandths, TrialDefinition, Unit,
};

pub(crate) fn day(year: i32, month: u8, day: u8) -> Date {
    Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap()
}

/// The day on which the answers are judged.
pub(crate) fn today() -> Date {
    day(2028, 2, 29)
}

pub(crate) fn definition(dice: &mut Dice) -> TrialDefinition {
    let facts = facts(dice);
    let criteria = (1..=1 + dice.below(2))
        .map(|number| criterion(dice, number, &facts))
        .collect();
    TrialDefinition {
        nct_id: "NCT00000001".into(),
        last_update: day(2020, 1, 1),
        facts,
        criteria,
    }
}

fn facts(dice: &mut Dice) -> Vec<FactDefinition> {
    let mut facts: Vec<FactDefinition> = Vec::new();
    for number in 0..2 + dice.below(4) {
        let letters = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        let kind = match dice.below(9) {
            0..=2 => Kind::YesNo,
            3 => Kind::Choice(letters(&["a", "b", "c"])),
            4 => Kind::Choices(letters(&["x", "y"])),
            5 => Kind::Quantity(Dimension::Percentage),
            6 if facts.iter().all(|fact| fact.kind != Kind::BirthDate) => Kind::BirthDate,
            _ => Kind::Date,
        };
        let gate = if kind == Kind::BirthDate {
            None
        } else {
            gate(dice, &facts)
        };
        facts.push(FactDefinition {
            id: format!("f{number}"),
            kind,
            gate,
            origin: Origin::default(),
        });
    }
    facts
}

fn gate(dice: &mut Dice, earlier: &[FactDefinition]) -> Option<GateDefinition> {
    let gates: Vec<_> = earlier
        .iter()
        .filter(|fact| fact.kind.single_values() > 0)
        .collect();
    if gates.is_empty() || dice.below(2) == 0 {
        return None;
    }
    let gate = gates[dice.below(gates.len() as i64) as usize];
    let is = match gate.kind {
        Kind::YesNo => vec![["false", "true"][dice.below(2) as usize].to_owned()],
        _ if dice.below(2) == 0 => vec!["a".to_owned(), "b".to_owned()],
        _ => vec!["c".to_owned()],
    };
    Some(GateDefinition {
        fact: gate.id.clone(),
        is,
        or_unknown: dice.below(2) == 0,
        origin: Origin::default(),
    })
}

fn criterion(dice: &mut Dice, number: i64, facts: &[FactDefinition]) -> CriterionDefinition {
    let mut leaves: Vec<Rule> = Vec::new();
    for fact in facts {
        if dice.below(5) > 0 {
            leaves.push(compare(dice, fact));
        }
    }
    if leaves.is_empty() {
        leaves.push(compare(dice, &facts[0]));
    }
    let gated = facts.iter().any(|fact| fact.gate.is_some());
    let applies_when = if !gated && leaves.len() > 1 && dice.below(3) == 0 {
        leaves.pop()
    } else {
        None
    };
    CriterionDefinition {
        id: format!("C{number}"),
        polarity: if dice.below(2) == 0 {
            Polarity::Inclusion
        } else {
            Polarity::Exclusion
        },
        soft: dice.below(5) == 0,
        rule: Some(tree(dice, leaves)),
        applies_when,
        origin: Origin::default(),
    }
}

/// Puts the comparisons together in a random order and shape.
fn tree(dice: &mut Dice, mut parts: Vec<Rule>) -> Rule {
    while parts.len() > 1 {
        let mut take = |dice: &mut Dice| parts.swap_remove(dice.below(parts.len() as i64) as usize);
        let (one, two) = (take(dice), take(dice));
        let joined = match dice.below(6) {
            0 | 1 => Rule::All(vec![one, two]),
            2 | 3 => Rule::Any(vec![one, two]),
            4 if !parts.is_empty() => {
                let three = parts.pop().unwrap();
                Rule::If(Box::new([one, two, three]))
            }
            _ => Rule::All(vec![Rule::Not(Box::new(one)), two]),
        };
        parts.push(joined);
    }
    parts.pop().unwrap()
}

fn period(dice: &mut Dice) -> Period {
    [
        Period::Days(42),
        Period::Months(3),
        Period::years(3),
        Period::years(1),
    ][dice.below(4) as usize]
}

fn compare(dice: &mut Dice, fact: &FactDefinition) -> Rule {
    let some = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let amount = |number: i64| Some((Thousandths(number * 1000), Unit::Percent));
    let test = match &fact.kind {
        Kind::YesNo => Test::Is {
            values: some(&[["false", "true"][dice.below(2) as usize]]),
            unclear: vec![],
        },
        Kind::Choice(_) | Kind::Scale(_) if dice.below(2) == 0 => Test::Is {
            values: some(&["a"]),
            unclear: some(&["b"]),
        },
        Kind::Choice(_) | Kind::Scale(_) => Test::Is {
            values: some(&["b", "c"]),
            unclear: vec![],
        },
        Kind::Choices(_) => Test::Has {
            values: some(&["x"]),
            unclear: some(&["y"]),
        },
        Kind::Quantity(_) if dice.below(2) == 0 => Test::Amount {
            at_least: amount(50),
            below: None,
        },
        Kind::Quantity(_) if dice.below(2) == 0 => Test::Amount {
            at_least: amount(20),
            below: amount(60),
        },
        Kind::Quantity(_) => {
            let [low, high] = [dice.below(3), dice.below(3)];
            Test::Bounds {
                at_least: amount(20).filter(|_| low == 0),
                above: amount(20).filter(|_| low == 1),
                below: amount(60).filter(|_| high == 0 && low < 2),
                at_most: amount(60).filter(|_| high == 1 || low == 2),
            }
        }
        Kind::BirthDate if dice.below(2) == 0 => Test::Age {
            at_least: Some(Period::years(3)),
            below: Some(Period::years(19)),
        },
        Kind::BirthDate => Test::Age {
            at_least: Some(period(dice)),
            below: None,
        },
        Kind::Date if dice.below(2) == 0 => Test::Within(period(dice)),
        Kind::Date => Test::LongerAgoThan(period(dice)),
    };
    Rule::Compare(Comparison {
        fact: fact.id.clone(),
        test,
        origin: Origin::default(),
    })
}

pub(crate) fn answers(dice: &mut Dice, facts: &[FactDefinition]) -> Answers {
    (0..)
        .zip(facts)
        .fold(Answers::none(facts.len()), |answers, (index, fact)| {
            answers.with(index, answer(dice, &fact.kind))
        })
}

pub(crate) fn answer(dice: &mut Dice, kind: &Kind) -> Answer {
    let percent = |from: i64, to: i64| Interval {
        first: Amount::new(Thousandths(from * 1000), Unit::Percent).from_here(),
        last: Amount::new(Thousandths(to * 1000), Unit::Percent).to_below(),
    };
    let exactly = |percent: i64| {
        let amount = Amount::new(Thousandths(percent * 1000), Unit::Percent);
        Interval::point(amount.from_here())
    };
    match (dice.below(5), kind) {
        (0 | 1, _) => Answer::Unanswered,
        (2, _) => Answer::NotKnown,
        (_, Kind::YesNo) => Answer::Value(dice.below(2) as u8),
        (_, Kind::Choice(_) | Kind::Scale(_)) => Answer::Value(dice.below(3) as u8),
        (_, Kind::Choices(_)) => Answer::Values(dice.below(4) as u64),
        (_, Kind::Quantity(_)) => Answer::Quantity(
            [
                percent(0, 20),
                percent(50, 60),
                percent(10, 60),
                exactly(20),
                exactly(60),
            ][dice.below(5) as usize],
        ),
        (_, Kind::BirthDate | Kind::Date) => Answer::Date(partial(dice)),
    }
}

fn partial(dice: &mut Dice) -> PartialDate {
    match dice.below(10) {
        0 => PartialDate::Year(2028),
        1 => PartialDate::Year(2027),
        2 => PartialDate::Year(2025),
        3 => PartialDate::Month(2028, Month::January),
        4 => PartialDate::Month(2027, Month::November),
        5 => PartialDate::Month(2025, Month::February),
        6 => PartialDate::Day(day(2028, 1, 18)),
        7 => PartialDate::Day(day(2025, 2, 28)),
        8 => PartialDate::Year(2009),
        _ => PartialDate::Day(day(2028, 2, 20)),
    }
}
