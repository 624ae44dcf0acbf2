//! What can be wrong with a definition of a trial, as facts; the words for authors are in
//! `Display`, and only there.

use super::definition::Origin;
use core::fmt;

/// One mistake in a definition, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The fact or the criterion in which it stands.
    pub subject: String,
    /// What is wrong.
    pub kind: MistakeKind,
    /// Where it stands in the file, if the definition was read from one.
    pub origin: Origin,
}

/// What is wrong with a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// A trial without criteria never has a verdict.
    NoCriteria,
    /// More facts than this.
    TooManyFacts(usize),
    /// The id stands for an earlier fact or criterion already.
    RepeatedId,
    /// An earlier fact is the date of birth already.
    SecondBirthDate,
    /// A choice without values, or with more than 64.
    NumberOfValues(usize),
    /// A value stands twice.
    RepeatedValue(String),
    /// A name that no fact has.
    UnknownFact {
        /// The name found.
        found: String,
        /// The names of all facts.
        known: Vec<String>,
    },
    /// A value that the fact does not have.
    UnknownValue {
        /// The value found.
        found: String,
        /// The values of the fact.
        known: Vec<String>,
    },
    /// The comparison does not suit the kind of its fact.
    UnsuitableComparison {
        /// The fact.
        fact: String,
        /// What suits it.
        accepted: &'static str,
    },
    /// The fact stands in an earlier comparison of the same criterion.
    RepeatedFact(String),
    /// `all` or `any` of nothing.
    EmptyGroup,
    /// A comparison that names no end and no value.
    NothingCompared,
    /// The ends of a comparison leave nothing between them.
    EmptyRange,
    /// An end lies outside the range of its kind.
    OutsideRange,
    /// A unit of another dimension.
    WrongUnit {
        /// The symbol found.
        found: &'static str,
        /// The symbols accepted.
        accepted: Vec<&'static str>,
    },
    /// The gate is not an earlier fact.
    GateNotEarlier(String),
    /// The gate takes no single value.
    GateKind(String),
    /// Every answer opens the gate.
    GateNeverCloses(String),
    /// The date of birth is a follow-up.
    GatedBirthDate,
    /// `applies_when` without a rule.
    NothingToApply,
    /// A follow-up and its gate stand on both sides, in `applies_when` and in the rule.
    FamilyAcross(String),
    /// Too many combinations of gates must be tried together.
    Entangled {
        /// How many there are.
        found: usize,
        /// How many are accepted.
        accepted: usize,
    },
}

impl fmt::Display for MistakeKind {
    // Long because it is flat: every mistake has its sentence here and nowhere else.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCriteria => write!(out, "the trial has no criteria, so it can have no verdict"),
            Self::TooManyFacts(most) => write!(out, "a trial has at most {most} facts"),
            Self::RepeatedId => write!(out, "this id is used already"),
            Self::SecondBirthDate => write!(
                out,
                "a trial has one fact of kind `birth_date`, this is the second"
            ),
            Self::NumberOfValues(found) => {
                write!(out, "found {found} values, a choice has 1 to 64")
            }
            Self::RepeatedValue(value) => write!(out, "the value `{value}` stands twice"),
            Self::UnknownFact { found, known } => {
                write!(
                    out,
                    "there is no fact `{found}`; the facts are {}",
                    Names(known)
                )
            }
            Self::UnknownValue { found, known } => {
                write!(
                    out,
                    "there is no value `{found}`; the values are {}",
                    Names(known)
                )
            }
            Self::UnsuitableComparison { fact, accepted } => {
                write!(
                    out,
                    "this comparison does not suit the fact `{fact}`; {accepted} does"
                )
            }
            Self::RepeatedFact(fact) => write!(
                out,
                "the fact `{fact}` stands in another comparison of this criterion; each stands in one, so that the result is exact"
            ),
            Self::EmptyGroup => write!(out, "the list is empty, so it decides nothing"),
            Self::NothingCompared => write!(out, "the comparison names no value and no end"),
            Self::EmptyRange => write!(out, "nothing lies between these ends"),
            Self::OutsideRange => write!(
                out,
                "an end lies outside the range of answers, so it decides nothing"
            ),
            Self::WrongUnit { found, accepted } => {
                write!(
                    out,
                    "`{found}` is a unit of another dimension; accepted are {}",
                    Names(accepted)
                )
            }
            Self::GateNotEarlier(fact) => {
                write!(out, "the gate `{fact}` is not asked before this fact")
            }
            Self::GateKind(fact) => {
                write!(out, "the gate `{fact}` is neither a choice nor yes or no")
            }
            Self::GateNeverCloses(fact) => write!(
                out,
                "every answer to `{fact}` opens this gate, so it is none"
            ),
            Self::GatedBirthDate => write!(out, "the date of birth cannot be a follow-up"),
            Self::NothingToApply => write!(out, "`applies_when` stands without a rule"),
            Self::FamilyAcross(fact) => write!(
                out,
                "`{fact}` hangs together by gates with a fact of `applies_when`; they stand in one of the two"
            ),
            Self::Entangled { found, accepted } => write!(
                out,
                "{found} combinations of gates must be tried together, {accepted} are accepted; put each follow-up beside its gate"
            ),
        }
    }
}

struct Names<'a, T>(&'a [T]);

impl<T: fmt::Display> fmt::Display for Names<'_, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            let before = if index == 0 { "" } else { ", " };
            write!(out, "{before}`{name}`")?;
        }
        Ok(())
    }
}
