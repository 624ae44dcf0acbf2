//! Answers as they are handed over by a file or a script: values without a format, to be read as
//! answers to the facts of a trial. Nothing is guessed or repaired; every mistake is said at once.

mod mistake;
mod quantity;
mod words;
mod written;

use super::acceptance::{Accepted, Refusal, accept};
use super::answer::{Answer, Answers};
use super::calendar::{PartialDate, PartialDateError};
use super::fact::{Fact, FactIndex, Kind};
use super::trial::Trial;
use core::fmt;
pub use mistake::{GivenMistake, GivenMistakeKind};
use quantity::read_quantity;
use time::Date;
pub use written::write_answers;

/// How deep values may be nested: answers need three.
pub const MOST_NESTED: usize = 8;

/// A value as handed over, whatever the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as its decimal text.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Given>),
    /// Keys with values, in order; a key may stand twice.
    Record(Vec<(String, Given)>),
}

/// Reads answers and accepts them on a day.
///
/// # Errors
/// Every mistake, in the order in which the answers were handed over; mistakes of the day itself
/// have the key `on` and stand first.
pub fn accept_given(
    trial: &Trial,
    given: &[(String, Given)],
    today: Date,
) -> Result<Accepted, Vec<GivenMistake>> {
    let (answers, mut mistakes) = read(trial, given);
    let refusals = match accept(trial, answers, today) {
        Ok(accepted) if mistakes.is_empty() => return Ok(accepted),
        Ok(_) => Vec::new(),
        Err(refusals) => refusals,
    };
    for refusal in refusals {
        match refusal {
            Refusal::TodayBeforeRecord => {
                mistakes.insert(0, mistake::before_record(today, trial.last_update()));
            }
            Refusal::Answer(fact, kind) => {
                mistakes.push(mistake::refused(trial, given, fact, kind, today));
            }
        }
    }
    // In the order of the file; the day itself first. Sorting keeps mistakes of one key in order.
    mistakes.sort_by_key(|mistake| {
        given
            .iter()
            .position(|(key, _)| Some(key) == mistake.key.as_ref())
    });
    Err(mistakes)
}

/// Reads answers.
///
/// # Errors
/// Every mistake, in the order in which the answers were handed over.
///
/// ```
/// # use prescreen::engine::*;
/// # let definition = TrialDefinition {
/// #     nct_id: "NCT00000000".into(), last_update: Date::MIN,
/// #     facts: vec![FactDefinition { id: "rash".into(), kind: Kind::YesNo, gate: None, origin: Origin::default() }],
/// #     criteria: vec![CriterionDefinition { id: "I1".into(), polarity: Polarity::Inclusion, soft: false, rule: None, applies_when: None, origin: Origin::default() }],
/// # };
/// let trial = Trial::check(&definition).unwrap();
/// let answers = read_answers(&trial, &[("rash".into(), Given::Bool(true))]).unwrap();
/// assert_eq!(answers.get(0), Answer::Value(1));
/// let mistakes = read_answers(&trial, &[("rash".into(), Given::Text("yes".into()))]).unwrap_err();
/// assert_eq!(mistakes[0].to_string(), "found `\"yes\"`, accepted are `true`, `false` and `null` (not known)");
/// ```
pub fn read_answers(
    trial: &Trial,
    given: &[(String, Given)],
) -> Result<Answers, Vec<GivenMistake>> {
    let (answers, mistakes) = read(trial, given);
    if mistakes.is_empty() {
        Ok(answers)
    } else {
        Err(mistakes)
    }
}

/// The answers that can be read, and every mistake in the others.
fn read(trial: &Trial, given: &[(String, Given)]) -> (Answers, Vec<GivenMistake>) {
    let mut answers = Answers::none(trial.facts().len());
    let mut mistakes = Vec::new();
    for (place, (key, value)) in given.iter().enumerate() {
        let read = if given[..place].iter().any(|(earlier, _)| earlier == key) {
            Err(vec![GivenMistakeKind::RepeatedKey { found: key.clone() }])
        } else {
            read_by_key(trial, key, value)
        };
        match read {
            Ok((fact, answer)) => answers = answers.with(fact, answer),
            Err(kinds) => {
                mistakes.extend(kinds.into_iter().map(|kind| GivenMistake {
                    key: Some(key.clone()),
                    kind,
                }));
            }
        }
    }
    (answers, mistakes)
}

fn read_by_key(
    trial: &Trial,
    key: &str,
    value: &Given,
) -> Result<(FactIndex, Answer), Vec<GivenMistakeKind>> {
    let Some(index) = trial.fact_index(key) else {
        let known = trial.facts().iter().map(|fact| fact.id.clone()).collect();
        return Err(vec![GivenMistakeKind::UnknownKey {
            found: key.to_owned(),
            known,
        }]);
    };
    let answer = read_answer(&trial.facts()[usize::from(index)], value)?;
    Ok((index, answer))
}

fn read_answer(fact: &Fact, given: &Given) -> Result<Answer, Vec<GivenMistakeKind>> {
    match (&fact.kind, given) {
        (_, Given::Null) => Ok(Answer::NotKnown),
        (Kind::YesNo, Given::Bool(answer)) => Ok(Answer::Value(u8::from(*answer))),
        (Kind::Choice(values) | Kind::Scale(values), given) => {
            let (found, accepted) = (given.to_string(), values.clone());
            let unknown = || vec![GivenMistakeKind::UnknownValue { found, accepted }];
            value_index(values, given)
                .map(Answer::Value)
                .ok_or_else(unknown)
        }
        (Kind::Choices(values), Given::List(members)) => read_members(values, members),
        (Kind::BirthDate | Kind::Date, Given::Text(text)) => {
            PartialDate::parse(text).map(Answer::Date).map_err(|error| {
                let found = text.clone();
                vec![match error {
                    PartialDateError::Form => GivenMistakeKind::DateForm { found },
                    PartialDateError::NoSuchDay => GivenMistakeKind::NoSuchDate { found },
                }]
            })
        }
        (Kind::Quantity(dimension), Given::Record(entries)) => {
            read_quantity(*dimension, entries).map(Answer::Quantity)
        }
        (kind, _) => Err(vec![GivenMistakeKind::wrong_kind(kind, given)]),
    }
}

fn value_index(values: &[String], given: &Given) -> Option<u8> {
    let Given::Text(text) = given else {
        return None;
    };
    (0..)
        .zip(values)
        .find(|(_, value)| *value == text)
        .map(|(index, _)| index)
}

fn read_members(values: &[String], members: &[Given]) -> Result<Answer, Vec<GivenMistakeKind>> {
    let mut set = 0;
    let mut mistakes = Vec::new();
    for member in members {
        let found = member.to_string();
        match value_index(values, member) {
            Some(index) if set >> index & 1 == 1 => {
                mistakes.push(GivenMistakeKind::RepeatedMember { found });
            }
            Some(index) => set |= 1 << index,
            None => mistakes.push(GivenMistakeKind::UnknownMember {
                found,
                accepted: values.to_vec(),
            }),
        }
    }
    if mistakes.is_empty() {
        Ok(Answer::Values(set))
    } else {
        Err(mistakes)
    }
}

/// Shows a value as JSON would, so that a message can say what was found.
impl fmt::Display for Given {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => out.write_str("null"),
            Self::Bool(value) => write!(out, "{value}"),
            Self::Number(text) => out.write_str(text),
            Self::Text(text) => write!(out, "\"{}\"", text.escape_debug()),
            Self::List(members) => {
                out.write_str("[")?;
                for (place, member) in members.iter().enumerate() {
                    write!(out, "{}{member}", if place == 0 { "" } else { ", " })?;
                }
                out.write_str("]")
            }
            Self::Record(entries) => {
                out.write_str("{")?;
                for (place, (key, value)) in entries.iter().enumerate() {
                    write!(
                        out,
                        "{}\"{}\": {value}",
                        if place == 0 { "" } else { ", " },
                        key.escape_debug()
                    )?;
                }
                out.write_str("}")
            }
        }
    }
}
