//! Why a code is not read, as facts; the words are in `words`.

use crate::engine::{Date, FactIndex, RefusalKind, Trial};

/// Why a code is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeMistake {
    /// The text does not begin like a code.
    NoCode {
        /// What the codes of this trial begin with.
        accepted: String,
    },
    /// The code is written in another format.
    OtherFormat {
        /// What it begins with.
        found: String,
        /// What codes of this program begin with.
        accepted: &'static str,
    },
    /// A letter is wrong, or the code is not whole: its checksum does not go with it.
    Damaged,
    /// The code is of another trial.
    OtherTrial {
        /// The trial that it names.
        found: String,
        /// The trial that it was read for.
        accepted: String,
    },
    /// The code is of this trial with other questions, other rules or another record.
    OtherVersion {
        /// The trial.
        nct_id: String,
    },
    /// What stands in the place of an answer is none of the kind of its question.
    NoAnswer {
        /// The question; `on` for the day of the check.
        key: String,
    },
    /// Something follows the last answer.
    TooLong,
    /// An answer is refused.
    Refused {
        /// The question.
        key: String,
        /// Why.
        refusal: RefusalKind,
        /// The day of the check.
        today: Date,
    },
}

/// The key of a fact in an answers file.
pub(super) fn key(trial: &Trial, fact: FactIndex) -> String {
    let fact = trial.facts().get(usize::from(fact));
    fact.map(|fact| fact.id.clone()).unwrap_or_default()
}
