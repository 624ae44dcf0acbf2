//! Facts: what a trial asks about a person, with the kind of its answer and the earlier answer
//! that opens it. No words: those belong to the page.

use super::unit::Dimension;
use serde::{Deserialize, Serialize};

/// The place of a fact among the facts of its trial, counted from 0.
pub type FactIndex = u8;

/// A set of values of one fact: bit `n` stands for the value with index `n`.
pub type ValueSet = u64;

/// One fact of a trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its key in an answers file.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The earlier answer that opens it, if it is a follow-up.
    pub gate: Option<Gate>,
}

/// The kind of answer that a fact takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Yes or no. As a value, no has the index 0 and yes the index 1.
    YesNo,
    /// One of these values.
    Choice(Vec<String>),
    /// One of these steps, lowest first.
    Scale(Vec<String>),
    /// Any of these values, or none.
    Choices(Vec<String>),
    /// The date of birth; at most one fact of a trial.
    BirthDate,
    /// The date of a past event, not before birth.
    Date,
    /// An exact amount or a band of amounts.
    Quantity(Dimension),
}

impl Kind {
    /// The values that an answers file may name; empty for kinds without named values.
    #[must_use]
    pub fn values(&self) -> &[String] {
        match self {
            Self::Choice(values) | Self::Scale(values) | Self::Choices(values) => values,
            Self::YesNo | Self::BirthDate | Self::Date | Self::Quantity(_) => &[],
        }
    }

    /// How many values a single answer of this kind can have: 2 for yes or no, 0 where answers
    /// are not single values.
    #[must_use]
    pub fn single_values(&self) -> u8 {
        match self {
            Self::YesNo => 2,
            Self::Choice(values) | Self::Scale(values) => {
                u8::try_from(values.len()).unwrap_or(u8::MAX)
            }
            Self::Choices(_) | Self::BirthDate | Self::Date | Self::Quantity(_) => 0,
        }
    }

    /// Whether the answer is a date, of birth or of another event.
    #[must_use]
    pub fn is_date(&self) -> bool {
        matches!(self, Self::BirthDate | Self::Date)
    }
}

/// The earlier answer that opens a follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// The earlier fact, of yes or no or of one choice.
    pub fact: FactIndex,
    /// The values of it that open the follow-up.
    pub opens_for: ValueSet,
    /// Whether "I don't know" opens it too.
    pub opens_for_not_known: bool,
}

/// The facts that hang together by gates: the answer of one can close others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// Its facts, each after the gate that opens it.
    pub facts: Vec<FactIndex>,
}
