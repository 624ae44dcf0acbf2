//! What the engine makes of an expression: it is said as a trial with answers in every way there
//! is, and the trial is checked, the answers accepted and judged by the engine alone.

use super::expression::{Absent, Expression, Junction, nothing_like};
use super::rule::{Reading, at_least, condition, date, has_value};
use super::way::Way;
use prescreen::engine::{
    Accepted, Answers, CriterionDefinition, Date, Finding, Month, Origin, PartialDate, Polarity,
    Rule, Trial, TrialDefinition, Truth, accept, findings, rule_truth,
};

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A truth value.
    Truth(Truth),
    /// A number of units, from the least that it may be to the most.
    Count(u16, u16),
    /// A date.
    Date(PartialDate),
}

/// The longest time, in units, that the tests count between two dates, and more.
const MOST_COUNTED: u16 = 200;

/// What the engine makes of a condition.
pub(crate) fn truth(expression: &Expression) -> Result<Truth, Absent> {
    let judged = agreed(|way| condition(expression, way))?;
    if let Some(joined) = by_operators(expression) {
        assert_eq!(joined, judged, "{expression:?}, by the operators alone");
    }
    Ok(judged)
}

/// Whether the engine finds that an expression has a value.
pub(crate) fn is_value(expression: &Expression, value: &Expression) -> Result<Truth, Absent> {
    agreed(|way| has_value(expression, value, way))
}

/// What the engine makes of an expression that is no condition.
pub(crate) fn value(expression: &Expression) -> Result<Outcome, Absent> {
    let Expression::Between(unit, from, to) = expression else {
        return date(expression).map(Outcome::Date);
    };
    let (mut least, mut most) = (None, None);
    for count in 0..MOST_COUNTED {
        match judge(&at_least(*unit, from, to, count)?)? {
            Truth::True => (least, most) = (Some(count), Some(count)),
            Truth::Unknown => most = Some(count),
            Truth::False => break,
        }
    }
    match (least, most) {
        (Some(least), Some(most)) => Ok(Outcome::Count(least, most)),
        _ => nothing_like("less than none"),
    }
}

/// The truth value to which every way comes in which it can be said.
fn agreed(say: impl Fn(Way) -> Result<Reading, Absent>) -> Result<Truth, Absent> {
    let each = Way::all().map(|way| (way, say(way).and_then(|reading| judge(&reading))));
    let (said, unsaid): (Vec<_>, Vec<_>) = each.partition(|(_, truth)| truth.is_ok());
    let mut truths = said
        .into_iter()
        .flat_map(|(way, truth)| Some((way, truth.ok()?)));
    let Some((first, truth)) = truths.next() else {
        let mut reasons = unsaid.into_iter().filter_map(|(_, reason)| reason.err());
        return Err(reasons.next().unwrap_or(Absent::NothingLike(String::new())));
    };
    for (way, other) in truths {
        assert_eq!(truth, other, "{first:?} and {way:?} differ");
    }
    Ok(truth)
}

/// The truth value that is the same on every day on which a reading is judged, else unknown.
fn judge(reading: &Reading) -> Result<Truth, Absent> {
    let trial = trial(reading)?;
    let mut truths = Vec::new();
    for day in &reading.days {
        let none = Answers::none(reading.answers.len());
        let given = (0..).zip(&reading.answers);
        let answers = given.fold(none, |all, (fact, answer)| all.with(fact, *answer));
        let accepted = accept(&trial, answers, *day)
            .map_err(|refusals| Absent::Refused(format!("{refusals:?}")))?;
        truths.push(found(&trial, &accepted));
    }
    let first = truths.first().copied().unwrap_or(Truth::Unknown);
    Ok(match truths.iter().all(|truth| *truth == first) {
        true => first,
        false => Truth::Unknown,
    })
}

fn trial(reading: &Reading) -> Result<Trial, Absent> {
    let definition = TrialDefinition {
        nct_id: "NCT00000001".to_owned(),
        last_update: Date::from_calendar_date(1990, Month::January, 1).unwrap(),
        facts: reading.facts.clone(),
        criteria: vec![
            criterion("I1", Polarity::Inclusion, &reading.rule),
            criterion("E1", Polarity::Exclusion, &reading.rule),
        ],
    };
    Trial::check(&definition).map_err(|mistakes| Absent::Refused(format!("{mistakes:?}")))
}

fn criterion(id: &str, polarity: Polarity, rule: &Rule) -> CriterionDefinition {
    CriterionDefinition {
        id: id.to_owned(),
        polarity,
        soft: false,
        rule: Some(rule.clone()),
        applies_when: None,
        origin: Origin::default(),
    }
}

/// The truth of the rule, and the findings of both polarities with it.
fn found(trial: &Trial, accepted: &Accepted) -> Truth {
    let truth = rule_truth(trial, accepted, &trial.criteria()[0]);
    let expected = match truth {
        Truth::True => [Finding::Fits, Finding::Conflicts],
        Truth::Unknown => [Finding::Open, Finding::Open],
        Truth::False => [Finding::Conflicts, Finding::Fits],
    };
    assert_eq!(findings(trial, accepted), expected);
    truth
}

/// The value of an expression of truth values alone, by the operators of the engine.
fn by_operators(expression: &Expression) -> Option<Truth> {
    Some(match expression {
        Expression::Truth(true) => Truth::True,
        Expression::Truth(false) => Truth::False,
        Expression::Null => Truth::Unknown,
        Expression::Not(inside) => by_operators(inside)?.negate(),
        Expression::Join(left, junction, right) => {
            let (left, right) = (by_operators(left)?, by_operators(right)?);
            match junction {
                Junction::And => left.and(right),
                Junction::Or => left.or(right),
                Junction::Xor => left.choose(right.negate(), right),
                Junction::Implies => left.negate().or(right),
            }
        }
        _ => return None,
    })
}
