//! What can be wrong with answers as handed over, as facts; their words are in `words`.

use super::Given;
use crate::engine::acceptance::RefusalKind;
use crate::engine::fact::{FactIndex, Kind};
use crate::engine::quantity::DecimalError;
use crate::engine::trial::Trial;
use crate::engine::unit::Dimension;
use time::Date;

/// One mistake in answers as handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenMistake {
    /// The key at which it stands; `on` for the day of the check; none if there is no key.
    pub key: Option<String>,
    /// What is wrong.
    pub kind: GivenMistakeKind,
}

/// What is wrong with an answer as handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenMistakeKind {
    /// No fact has this key.
    UnknownKey {
        /// What was found.
        found: String,
        /// The keys of all facts.
        known: Vec<String>,
    },
    /// The key stands twice.
    RepeatedKey {
        /// What was found.
        found: String,
    },
    /// The value is not of the kind of its fact.
    WrongKind {
        /// What was found.
        found: String,
        /// What is accepted.
        accepted: &'static str,
    },
    /// The value of a choice is none of its values.
    UnknownValue {
        /// What was found.
        found: String,
        /// The values.
        accepted: Vec<String>,
    },
    /// A member of a set is none of the values.
    UnknownMember {
        /// What was found.
        found: String,
        /// The values.
        accepted: Vec<String>,
    },
    /// A member of a set stands twice.
    RepeatedMember {
        /// What was found.
        found: String,
    },
    /// The text has not the form of a date.
    DateForm {
        /// What was found.
        found: String,
    },
    /// The calendar has no such date.
    NoSuchDate {
        /// What was found.
        found: String,
    },
    /// An amount has a part that it does not have.
    UnknownPart {
        /// What was found.
        found: String,
        /// The parts.
        accepted: &'static [&'static str],
    },
    /// A part of an amount stands twice.
    RepeatedPart {
        /// What was found.
        found: String,
    },
    /// The unit is missing, no text, unknown or of another dimension.
    Unit {
        /// What was found.
        found: Option<String>,
        /// The units.
        accepted: Vec<&'static str>,
    },
    /// A part of an amount is no number with at most three decimals.
    Number {
        /// The part.
        part: &'static str,
        /// What was found.
        found: String,
        /// Why it is none.
        error: DecimalError,
    },
    /// Neither a value nor an end, or both a value and an end.
    Ends {
        /// What was found.
        found: String,
    },
    /// An amount, or an end of a band, lies outside the range.
    OutsideRange {
        /// What was found.
        found: String,
        /// What it measures.
        dimension: Dimension,
    },
    /// No number lies between the ends.
    EmptyBand {
        /// What was found.
        found: String,
    },
    /// The date was refused on this day.
    Date {
        /// What was found.
        found: String,
        /// Why.
        refusal: RefusalKind,
        /// The day of the check.
        today: Date,
    },
    /// The day of the check lies before the record's last update.
    TodayBeforeRecord {
        /// The day of the check.
        today: Date,
        /// The day of the record's last update.
        last_update: Date,
    },
    /// The whole is not a record of answers.
    NotARecord {
        /// What was found, or why it cannot be read.
        found: String,
    },
}

impl GivenMistake {
    /// The whole is not a record of answers; `found` says what it is instead.
    #[must_use]
    pub fn not_a_record(found: String) -> Self {
        let kind = GivenMistakeKind::NotARecord { found };
        Self { key: None, kind }
    }

    /// Values are nested deeper than any answer.
    #[must_use]
    pub fn nested_too_deep() -> Self {
        Self::not_a_record("values nested deeper than any answer".to_owned())
    }
}

impl GivenMistakeKind {
    pub(super) fn wrong_kind(kind: &Kind, found: &Given) -> Self {
        let accepted = match kind {
            Kind::YesNo => "are `true`, `false` and `null` (not known)",
            Kind::Choice(_) | Kind::Scale(_) | Kind::Choices(_) => {
                "are a list of values of the choice, `[]` for none of them, and `null` (not known)"
            }
            Kind::BirthDate | Kind::Date => {
                "are a date as text, `\"2015\"`, `\"2015-03\"` or `\"2015-03-09\"`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::Mass) => {
                "are `{\"value\": 31.5, \"unit\": \"kg\"}`, a band such as `{\"at_least\": 10, \"unit\": \"kg\"}`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::Percentage) => {
                "are `{\"value\": 31.5, \"unit\": \"%\"}`, a band such as `{\"at_least\": 50, \"unit\": \"%\"}`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::CellCount) => {
                "are `{\"value\": 1.5, \"unit\": \"10^9/L\"}`, a band such as `{\"below\": 1.5, \"unit\": \"10^9/L\"}`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::MassConcentration) => {
                "are `{\"value\": 90, \"unit\": \"g/L\"}`, a band such as `{\"below\": 90, \"unit\": \"g/L\"}`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::SubstanceConcentration) => {
                "are `{\"value\": 5.2, \"unit\": \"mmol/L\"}`, a band such as `{\"below\": 5.2, \"unit\": \"mmol/L\"}`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::TimesUpperLimit) => {
                "are `{\"value\": 1.2, \"unit\": \"xULN\"}`, a band such as `{\"above\": 3, \"unit\": \"xULN\"}`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::Clearance) => {
                "are `{\"value\": 60, \"unit\": \"mL/min\"}`, a band such as `{\"below\": 50, \"unit\": \"mL/min\"}`, and `null` (not known)"
            }
            Kind::Quantity(Dimension::IndexedClearance) => {
                "are `{\"value\": 60, \"unit\": \"mL/min/1.73m2\"}`, a band such as `{\"below\": 60, \"unit\": \"mL/min/1.73m2\"}`, and `null` (not known)"
            }
        };
        Self::WrongKind {
            found: found.to_string(),
            accepted,
        }
    }
}

/// The mistake of a day that lies before the record.
pub(super) fn before_record(today: Date, last_update: Date) -> GivenMistake {
    let kind = GivenMistakeKind::TodayBeforeRecord { today, last_update };
    GivenMistake {
        key: Some("on".to_owned()),
        kind,
    }
}

/// The mistake of an answer that was read and then refused on this day.
pub(super) fn refused(
    trial: &Trial,
    given: &[(String, Given)],
    fact: FactIndex,
    refusal: RefusalKind,
    today: Date,
) -> GivenMistake {
    let key = &trial.facts()[usize::from(fact)].id;
    let found = given
        .iter()
        .find(|(name, _)| name == key)
        .map(|(_, value)| value.to_string());
    let kind = GivenMistakeKind::Date {
        found: found.unwrap_or_default(),
        refusal,
        today,
    };
    GivenMistake {
        key: Some(key.clone()),
        kind,
    }
}
