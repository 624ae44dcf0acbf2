//! Accepting answers: the checks that need the whole of (trial, answers, today). What is refused
//! is said as facts; the words are elsewhere. Nothing is repaired.

use super::answer::{Answer, Answers};
use super::calendar::{Period, position};
use super::fact::{FactIndex, Kind};
use super::interval::Interval;
use super::trial::Trial;
use time::Date;

/// The age, in completed years, beyond which a date counts as a mistake.
pub const OLDEST_YEARS: u16 = 130;

/// Answers that were accepted for a trial on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    answers: Answers,
    today: Date,
}

impl Accepted {
    /// The answers.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The day of the check.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }
}

/// Why an answer is refused on this day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// Every day that it may be lies after today.
    AfterToday,
    /// Every day that it may be lies before every day that the birth may be.
    BeforeBirth,
    /// Every day that it may be lies before the same calendar day 130 years ago.
    TooLongAgo,
    /// The answer is not of the kind of its fact.
    WrongKind,
}

/// A refused answer, or a refused day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The day of the check lies before the record's last update: the clock is wrong.
    TodayBeforeRecord,
    /// An answer is refused.
    Answer(FactIndex, RefusalKind),
}

/// Accepts the answers of one person on a day.
///
/// # Errors
/// Every reason to refuse them, in the order of the facts. If the day itself is refused, nothing
/// else is looked at: every other check depends on it. [`Answer::BornWithin`] is of no kind here:
/// only a code that is read gives it.
pub fn accept(trial: &Trial, answers: Answers, today: Date) -> Result<Accepted, Vec<Refusal>> {
    let accepted = accept_of_code(trial, answers, today)?;
    let given = accepted.answers.iter();
    let refusals: Vec<_> = given
        .filter(|(_, answer)| matches!(answer, Answer::BornWithin(_)))
        .map(|(fact, _)| Refusal::Answer(fact, RefusalKind::WrongKind))
        .collect();
    if refusals.is_empty() {
        Ok(accepted)
    } else {
        Err(refusals)
    }
}

/// Accepts answers as a code hands them on: the birth may be [`Answer::BornWithin`].
pub(crate) fn accept_of_code(
    trial: &Trial,
    answers: Answers,
    today: Date,
) -> Result<Accepted, Vec<Refusal>> {
    if today < trial.last_update {
        return Err(vec![Refusal::TodayBeforeRecord]);
    }
    let refusals: Vec<_> = (0..)
        .zip(&trial.facts)
        .filter_map(|(fact, _)| {
            Some(Refusal::Answer(
                fact,
                refusal(trial, &answers, today, fact)?,
            ))
        })
        .collect();
    if refusals.is_empty() {
        Ok(Accepted { answers, today })
    } else {
        Err(refusals)
    }
}

fn refusal(trial: &Trial, answers: &Answers, today: Date, fact: FactIndex) -> Option<RefusalKind> {
    let kind = &trial.facts[usize::from(fact)].kind;
    let answer = answers.get(fact);
    if !suits(kind, answer) {
        return Some(RefusalKind::WrongKind);
    }
    let days = answer.days()?;
    if days.first > position(today) {
        Some(RefusalKind::AfterToday)
    } else if days.last < earliest(today) {
        Some(RefusalKind::TooLongAgo)
    } else if *kind == Kind::Date
        && !is_closed(trial, answers, fact)
        && days.last < birth_first(trial, answers)
    {
        Some(RefusalKind::BeforeBirth)
    } else {
        None
    }
}

fn suits(kind: &Kind, answer: Answer) -> bool {
    match answer {
        Answer::Unanswered | Answer::NotKnown => true,
        Answer::Value(value) => value < kind.single_values(),
        Answer::Values(values) => {
            matches!(kind, Kind::Choices(all) if all.len() >= 64 || values >> all.len() == 0)
        }
        Answer::Date(_) => kind.is_date(),
        Answer::BornWithin(days) => *kind == Kind::BirthDate && !days.is_empty(),
        Answer::Quantity(amounts) => {
            matches!(kind, Kind::Quantity(dimension) if !amounts.is_empty() && amounts.within(dimension.range()))
        }
    }
}

/// The first day that a date may be without lying certainly more than 130 years before `today`.
pub(super) fn earliest(today: Date) -> i64 {
    position(Period::years(OLDEST_YEARS).before(today))
}

fn birth_first(trial: &Trial, answers: &Answers) -> i64 {
    birth_days(trial, answers).map_or(i64::MIN, |days| days.first)
}

/// The days that the birth may be, if a date of birth is given.
#[must_use]
pub fn birth_days(trial: &Trial, answers: &Answers) -> Option<Interval> {
    answers.get(trial.birth?).days()
}

/// Whether the answers given close this follow-up: its gate is answered otherwise, or is itself
/// closed. An unanswered gate closes nothing.
#[must_use]
pub fn is_closed(trial: &Trial, answers: &Answers, fact: FactIndex) -> bool {
    let Some(gate) = &trial.facts[usize::from(fact)].gate else {
        return false;
    };
    let closed = match answers.get(gate.fact) {
        Answer::Unanswered => false,
        Answer::Value(value) => gate.opens_for >> value & 1 == 0,
        _ => !gate.opens_for_not_known,
    };
    closed || is_closed(trial, answers, gate.fact)
}
