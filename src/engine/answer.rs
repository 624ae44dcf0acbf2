//! Answers of a person to the facts of a trial, before they are accepted (see `acceptance`).

use super::calendar::PartialDate;
use super::fact::{FactIndex, ValueSet};
use super::interval::Interval;
use serde::{Deserialize, Serialize};

/// The answer to one fact. "Not answered yet", "I don't know" and a value are three things;
/// the fourth, "does not apply", follows from a gate and is never an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Answer {
    /// Not answered yet.
    #[default]
    Unanswered,
    /// "I don't know".
    NotKnown,
    /// The value with this index; for yes or no, 0 is no and 1 is yes.
    Value(u8),
    /// These of several values; the empty set is "none of these".
    Values(ValueSet),
    /// A date as far as it is known.
    Date(PartialDate),
    /// Every amount that it may be, as positions (see `Amount`).
    Quantity(Interval),
    /// The birth as far as a code hands it on: any of these days (see `birth_cells`). No file and
    /// no form gives it, and [`accept`](super::accept) refuses it.
    BornWithin(Interval),
}

impl Answer {
    /// The days that a date may be, of birth or of another event; none for other answers.
    #[must_use]
    pub fn days(self) -> Option<Interval> {
        match self {
            Self::Date(date) => Some(date.days()),
            Self::BornWithin(days) => Some(days),
            _ => None,
        }
    }
}

/// The answers of one person, one for each fact of the trial they were made for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    by_fact: Vec<Answer>,
}

impl Answers {
    /// No answer yet to any of so many facts.
    #[must_use]
    pub fn none(facts: usize) -> Self {
        Self {
            by_fact: vec![Answer::Unanswered; facts],
        }
    }

    /// The answer to a fact; a fact that is not there is unanswered.
    #[must_use]
    pub fn get(&self, fact: FactIndex) -> Answer {
        self.by_fact
            .get(usize::from(fact))
            .copied()
            .unwrap_or_default()
    }

    /// These answers with another one to one fact.
    #[must_use]
    pub fn with(mut self, fact: FactIndex, answer: Answer) -> Self {
        if let Some(place) = self.by_fact.get_mut(usize::from(fact)) {
            *place = answer;
        }
        self
    }

    /// The answers in the order of the facts.
    pub fn iter(&self) -> impl Iterator<Item = (FactIndex, Answer)> + '_ {
        (0..).zip(self.by_fact.iter().copied())
    }
}
