//! The names of the rules that the engine holds a trial to: it knows mistakes, not what `check` calls
//! them.

use super::diagnostic::Said;
use crate::engine::MistakeKind;

impl Said for &MistakeKind {
    // Long because it is flat: every mistake has its name here and nowhere else.
    fn code(&self) -> &'static str {
        match self {
            MistakeKind::NoCriteria => "no-criteria",
            MistakeKind::TooManyFacts(_) => "too-many-facts",
            MistakeKind::RepeatedId => "repeated-id",
            MistakeKind::SecondBirthDate => "second-birth-date",
            MistakeKind::NumberOfValues(_) => "number-of-values",
            MistakeKind::RepeatedValue(_) => "repeated-value",
            MistakeKind::UnknownFact { .. } => "unknown-fact",
            MistakeKind::UnknownValue { .. } => "unknown-value",
            MistakeKind::UnsuitableComparison { .. } => "unsuitable-comparison",
            MistakeKind::RepeatedFact(_) => "repeated-fact",
            MistakeKind::EmptyGroup => "empty-group",
            MistakeKind::NothingCompared => "nothing-compared",
            MistakeKind::EmptyRange => "empty-range",
            MistakeKind::OutsideRange => "outside-range",
            MistakeKind::WrongUnit { .. } => "wrong-unit",
            MistakeKind::GateNotEarlier(_) => "gate-not-earlier",
            MistakeKind::GateKind(_) => "gate-kind",
            MistakeKind::GateNeverCloses(_) => "gate-never-closes",
            MistakeKind::GatedBirthDate => "gated-birth-date",
            MistakeKind::NothingToApply => "nothing-to-apply",
            MistakeKind::FamilyAcross(_) => "family-across",
            MistakeKind::Entangled { .. } => "entangled-gates",
        }
    }
}
